"""Documents that stand right before the verb which tells what is in them («تلقت الشرطة بلاغاً يفيد بأن»)."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import DOCUMENTS
from isnad.extract.base import Mention

_REPORT = re.compile(r"(?<!\w)و?(?!ال)(\w{3,})(?: (?!ال)\w+(?:ي|يا|يه))? $")
_NONE_OF_IT = re.compile(r"\b(?:لم|لن|لا|دون|اي|ليس\w*) ")


def of_report(key: str, frame: Frame, start: int, cue: int) -> bool:
    """«تلقت الشرطة بلاغاً يفيد بأن»: an indefinite document right before the verb is its subject."""
    match = _REPORT.search(key, max(start, cue - 40), cue)
    if (
        match is None
        or _NONE_OF_IT.search(key, max(start, match.start() - 25), match.start())
        or not frame.form.tag.startswith("pres.3")
    ):
        return False
    word = match[1]
    noun = word if word in DOCUMENTS else word.removesuffix("ا")
    if noun not in DOCUMENTS or agrees(frame.form.tag, noun, before=True) is False:
        return False
    frame.source = trimmed(key, match.start(1), match.end())
    frame.mention = Mention("document", None, "name", noun)
    frame.doubt(0.1, "noun before a relative clause")
    return True
