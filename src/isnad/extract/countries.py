"""Words that a text uses as a country's name, whatever the tables know: «in Orland», "Orlandi fishermen"."""

from __future__ import annotations

import re

# Behind a preposition of place, or with the ending of those who are from it.
_USED = {
    "en": r"(?<!\w)(?:in {0}|{0}(?:i|is|ian|ians|ese))(?!\w)",
    "ar": r"(?<!\w)(?:في {0}|ال{0}ي(?:ه|ون|ين)?)(?!\w)",
    "fa": r"(?<!\w)(?:در {0}|{0}ي(?:ها)?)(?!\w)",
}


class Countries:
    """The countries of one text; each word is looked for once, when it is asked for."""

    def __init__(self, key: str, language: str) -> None:
        self._key = key
        self._used = _USED.get(language)
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether the text uses this word of the key as the name of a country or a town."""
        if self._used is None:
            return False
        if word not in self._known:
            self._known[word] = re.search(self._used.format(re.escape(word)), self._key) is not None
        return self._known[word]
