"""What the words of a phrase tell of whether it is the subject of a cue verb."""

from __future__ import annotations

import re

from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import head_of
from isnad.extract.ar.words import (
    FEMALE,
    GIVEN,
    NATIVE,
    NOT_SUBJECT,
    OBJECTS,
    RELATIONS,
    TOKEN,
    definite,
    known,
    named_before,
)
from isnad.extract.base import Range


def action(key: str, where: Range) -> bool:
    """Whether a verbal noun heads the phrase («تمكن الفريق»), which nobody is called by («حاجة نفيسة», a title)."""
    words = [token.group() for token in TOKEN.finditer(key, *where)][:2]
    if not words or words[0] not in OBJECTS or known(words[0]) or words[0] in GIVEN or key[where[0]] in '«"(':
        return False
    return len(words) == 1 or definite(words[1]) or known(words[1]) is not None or words[1] in NOT_SUBJECT


_DEED = re.compile(r"ت\w\wي\w")
_OWNER = re.compile(r"ت?(?:ه|ها|هم)$")
_HIS_THING = re.compile(r"(?!ال)\w{2,}(?:ت(?:ه|ها|هم)|(?<!ت)(?:ها|هم))")


def thing(key: str, where: Range, tag: str) -> bool:
    """Whether a thing heads the phrase: what is somebody's own («تبلغ قيمتها»), or a masculine verbal noun behind a
    feminine verb («أكدت تصميم الدولة على»)."""
    words = [token.group() for token in TOKEN.finditer(key, *where)][:2]
    if not words or words[0] in GIVEN or known(words[0]) or key[where[0]] in '«"(':
        return False
    own = _HIS_THING.fullmatch(words[0])
    if own and words[0].endswith("ه") and (len(words) == 1 or named_before(key, words[0], where[0])):
        return False  # «فلاتة», a surname
    if own:
        noun = _OWNER.sub("", words[0]).removesuffix("و")  # «مستشاروها»
        return (
            not any(known(f"{noun}{end}") or f"{noun}{end}" in RELATIONS for end in ("ه", "ت", ""))
            and words[0] not in RELATIONS
        )
    return tag.endswith("3fs") and len(words) > 1 and definite(words[1]) and _DEED.fullmatch(words[0]) is not None


def informant(key: str, where: Range) -> Range | None:
    """«علمت «الصحيفة» من مصادر أن»: who it was learnt from."""
    link = key.find(" من ", *where)
    return trimmed(key, link + 4, where[1]) if link > 0 and known(key[link + 4 :].split(" ", 1)[0]) else None


def woman(key: str, where: Range) -> bool:
    """Whether a woman's first name stands in the phrase."""
    return any(token.group() in FEMALE for token in TOKEN.finditer(key, *where))


def own_letter(key: str, where: Range) -> bool:
    """Whether the ب that a phrase begins with is its own letter, not the verb's preposition."""
    word = head_of(key, where)
    return word in NATIVE or word in GIVEN or known(word) is not None
