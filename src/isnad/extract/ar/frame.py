"""What a cue was read as, before the ends of contents are known."""

from __future__ import annotations

from isnad.extract.ar.mentions import mention
from isnad.extract.base import Mention, Range
from isnad.lang.cues import Form


class Frame:
    """A cue with its subject and the beginning of its content.

    ``breaks`` is where the statement of the same level before it ends (None when it stands inside that content);
    ``content`` is set when the frame knows it whole, else ``start`` is where it begins and the grammar finds the
    end.  ``intro`` is how it is introduced: that, colon, quote, prep, obj.
    """

    __slots__ = (
        "breaks", "carry", "confidence", "content", "cue", "cue_class", "flags", "form", "intro", "lead", "level",
        "mention", "reasons", "source", "start", "zone",
    )  # fmt: skip

    def __init__(self, cue: Range, form: Form, zone: int) -> None:
        self.cue = cue
        self.form = form
        self.cue_class = form.cue.cue_class
        self.flags = form.cue.flags
        self.zone = zone
        self.source: Range | None = None
        self.mention: Mention | None = None
        self.carry = ""
        self.intro = ""
        self.start = 0
        self.lead: Range | None = None  # a quotation before the cue that belongs to the content
        self.content: list[Range] = []
        self.breaks: int | None = None
        self.level = 0
        self.confidence = 1.0
        self.reasons: list[str] = []

    def doubt(self, amount: float, reason: str) -> None:
        """Lower the confidence and say why."""
        self.confidence -= amount
        if reason not in self.reasons:
            self.reasons.append(reason)

    def spoken_by(self, key: str, source: Range) -> Mention:
        """Take a phrase of the key as the source; what it mentions is given back."""
        self.source, self.mention = source, (found := mention(key, source))
        return found

    def takes_from(self, other: Frame) -> None:
        """Same speaker as ``other``: its source span, or the same gap."""
        self.source = other.source
        self.mention = other.mention
        self.carry = other.carry if other.source is None else ""
