"""Draft: a segment while its kind is being decided."""

from __future__ import annotations

import re

from isnad.model.document import SegmentKind

_CLOSERS = "\"'”’»›)]}*_ \u200f\u200e\u200c"
_FINAL = ".!?؟…۔"
MARKER = re.compile(
    r"(?:[_•●▪◾■◼‣·⦁◦▫►▶✓✔*+]+|[-–—]{1,2}(?=\s)|\(?[\d٠-٩۰-۹]{1,2}\s?[.)\-–/](?=\D)|\(?[a-hA-Hأبجدهو]\))\s*"
)
QUESTION_SIGN = re.compile(r"(?:[◀◄►▶■◆❓❔]+|(?:سؤال|س|السؤال|پرسش|Q|Question)\s?\d{0,2}\s?[:/–-])\s*", re.IGNORECASE)


class Draft:
    """A block of the clean text; passes fill in ``kind`` (None: nobody has claimed it, it will be body)."""

    __slots__ = ("_words", "blank_before", "end", "hint", "kind", "linked", "reason", "repeats", "start", "text")

    def __init__(self, start: int, end: int, text: str, blank_before: bool = False) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.blank_before = blank_before
        self.kind: SegmentKind | None = None
        self.reason: str | None = None
        self.repeats: Draft | None = None
        self.hint: str | None = None
        self.linked = 0.0
        self._words = -1

    @property
    def words(self) -> int:
        """About how many words it has (by its spaces)."""
        if self._words < 0:
            self._words = self.text.count(" ") + 1
        return self._words

    def is_final(self) -> bool:
        """Whether it ends as a sentence does, quotes and brackets aside."""
        last = self.text[-1]
        if last in _FINAL:
            return True
        return last in _CLOSERS and self.text.rstrip(_CLOSERS)[-1:] in tuple(_FINAL)

    def mark(self, kind: SegmentKind, reason: str | None, repeats: Draft | None = None) -> None:
        """Decide the kind, with the reason for it."""
        self.kind = kind
        self.reason = reason
        self.repeats = repeats


def unclaimed(drafts: list[Draft]) -> list[Draft]:
    """The drafts that no pass has claimed yet."""
    return [draft for draft in drafts if draft.kind is None]
