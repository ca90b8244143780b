"""How far a statement that its frame alone makes is one: a source not known to speak, a thing in place of words.

"The mayor attacked the plan" says what he holds, "A dog attacked a walker" does not, and both have one frame. Nothing
is left out for such a doubt; it lowers the confidence, and what falls below one half is shown apart.
"""

from __future__ import annotations

import re

from isnad.extract.base import Mention
from isnad.extract.en.lexicon import HEADS
from isnad.extract.en.mentions import means_people
from isnad.extract.en.scene import Draft
from isnad.extract.en.words import Words

_WORDS_REPORTED = re.compile("[vebmhDtqWyg2s567Q]")
_NO_DOUBT = (0.0, ())


def doubt(words: Words, draft: Draft, source: Mention | None) -> tuple[float, tuple[str, ...]]:
    """What to take from the confidence of an indirect statement, with the reason; 0 where nothing is doubtful."""
    if draft.kind != "indirect" or draft.cue_class == "according":
        return _NO_DOUBT
    reported = any(_WORDS_REPORTED.search(words.tags, a, b) for a, b in draft.contents)
    if source is None:
        return _NO_DOUBT if reported else (0.3, ("no words are reported and nobody is named",))
    if not _speaks(words, draft, source):
        return (0.2, ("the source may be a thing",)) if reported else (0.55, ("a thing may be done, not said",))
    return _NO_DOUBT if reported else (0.1, ("no words are reported",))


def _speaks(words: Words, draft: Draft, source: Mention) -> bool:
    """Whether the source is known as somebody, or as something written, by its noun or its name."""
    if source.refers == "name" or source.type == "person":
        return True
    if source.refers == "pronoun" or draft.source is None:
        return False
    held = range(draft.source.start, draft.source.end)
    return any(words.word(i) in HEADS or means_people(words.word(i)) for i in held)
