"""Documents that stand right before the verb which tells what is in them («تلقت الشرطة بلاغاً يفيد بأن»)."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import DOCUMENTS
from isnad.extract.base import Mention

_REPORT = re.compile(r"(?<!\w)و?(?!ال)(\w{3,})(?: (?!ال)\w+(?:ي|يا|يه))? $")
_FROM = re.compile(r"(?<!\w)و?(?!ال)(\w{3,}) من \w+ $")  # «بلاغ من مواطن»
_NONE_OF_IT = re.compile(r"\b(?:لم|لن|لا|دون|اي|ليس\w*) ")


def of_report(key: str, frame: Frame, start: int, cue: int) -> bool:
    """«تلقت الشرطة بلاغاً يفيد بأن»: an indefinite document right before the verb is its subject."""
    if not frame.form.tag.startswith("pres.3"):
        return False
    low = max(start, cue - 40)
    for pattern in (_REPORT, _FROM):
        match = pattern.search(key, low, cue)
        noun = _document(match[1]) if match else None
        if match is None or noun is None or agrees(frame.form.tag, noun, before=True) is False:
            continue
        if _NONE_OF_IT.search(key, max(start, match.start() - 25), match.start()):
            return False
        frame.source = trimmed(key, match.start(1), match.end())
        frame.mention = Mention("document", None, "name", noun)
        frame.doubt(0.1, "noun before a relative clause")
        return True
    return False


def _document(word: str) -> str | None:
    """The noun, without its tanwin, when it names a document."""
    return next((noun for noun in (word, word.removesuffix("ا")) if noun in DOCUMENTS), None)
