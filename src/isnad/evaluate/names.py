"""Whether two forms of a name can be the same speaker, generously: one shared word is enough."""

from __future__ import annotations

import re
import unicodedata

_SAME_LETTER = str.maketrans("أإآىیکةؤئ", "اااييكهوي")
_TATWEEL = "ـ"


def name_words(name: str | None) -> frozenset[str]:
    """The words of a name without case, diacritics, spelling variants and the Arabic article."""
    if not name:
        return frozenset()
    plain = unicodedata.normalize("NFKD", name.lower()).translate(_SAME_LETTER)
    plain = "".join(letter for letter in plain if letter != _TATWEEL and not unicodedata.combining(letter))
    return frozenset(word.removeprefix("ال") for word in re.findall(r"\w+", plain))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the two names share a word."""
    return not name_words(one).isdisjoint(name_words(other))
