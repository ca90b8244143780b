"""Headlines «Name: content»."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN,
    LABELS,
    NOT_SUBJECT,
    ORGANISATIONS,
    OUTLETS,
    RELATIONS,
    ROLES,
    TITLES,
    TOKEN,
    bare,
    definite,
    governing,
    known,
    stop_in,
)
from isnad.extract.base import Block, Range
from isnad.lang.cues import Cue, Form

COLON = Form(Cue(":", "speech", frozenset(("say",)), frozenset(), "", "headline"), "headline")
_OURS = re.compile(r"\b\w{2,}نا\b|\b(?:نحن|انا|لدي|لن|سن\w+|سا\w+|لست|لم|نحرص|نعمل|اريد)\b|[?!]|«")


_PART = re.compile(r".*(?:\.\.+|[.?!]) (?=\w)")


def read_headline(key: str, block: Block, cue_starts: list[int]) -> Frame | None:
    """The frame of a headline whose left side of the colon is somebody who speaks."""
    colon = key.find(":", block.start, min(block.end, block.start + 70))
    if colon < 0 or (key[colon + 1 : colon + 2].isdigit() and key[colon - 1].isdigit()):
        return None
    start, end = trimmed(key, block.start, colon)
    begin, stop = trimmed(key, colon + 1, block.end)
    cut = _PART.search(key, start, end)
    if cut:  # «… حصيلة الحريق.. والوزارة: لا أرقام غير أرقامنا»
        start = cut.end() + (key[cut.end()] == "و" and known(key[cut.end() + 1 : end].split()[0]) is not None)
    aside = stop_in(key, start, end)
    if aside > start:
        start, end = trimmed(key, start, aside)
    told = key.find(" ل ", start, end)
    if told > start:
        end = told  # «الدوري لـ الضفة: …»
    addressed = re.compile(r" لل\w+$").search(key, start, end)
    if addressed and known(key[addressed.start() + 1 : end]):
        end = addressed.start()
    if end - start < 3 or stop - begin < 8 or _verbal(key, start, colon, cue_starts):
        return None
    doubt = _doubt(key, (start, end), (begin, stop))
    if doubt is None:
        return None
    frame = Frame((colon, colon + 1), COLON, 0)
    frame.spoken_by(key, (start, end))
    frame.intro = "colon"
    frame.content = [(begin, stop)]
    if doubt:
        frame.doubt(doubt, "headline with an unknown name")
    return frame


def _verbal(key: str, start: int, colon: int, cue_starts: list[int]) -> bool:
    """Whether a cue stands left of the colon: then the sentence has a frame of its own («تابع المدرب: …»)."""
    for at in cue_starts:
        if start <= at < colon:
            word = TOKEN.match(key, at)
            ends = word is not None and not key[word.end() : colon].strip()
            before = key[start:at].split()[-1] if at > start else ""
            if word is not None and before in RELATIONS and known(word.group()):
                continue  # «ابنة معلمة: …»
            if ends and before and governing(before):
                continue  # «مصدر في شركة نقل»: a noun
            if word is None or known(word.group()) is None or at > start:
                return True
    return False


def _doubt(key: str, left: Range, right: Range) -> float | None:
    words = [token.group() for token in TOKEN.finditer(key, *left)]
    if not words or len(words) > 7 or words[0] in NOT_SUBJECT:
        return None
    if (words[0] in LABELS or bare(words[0]) in LABELS) and not (len(words) > 1 and words[0] in ANONYMOUS):
        # A country speaks in a headline only when its words show it («… : لن نقبل»).
        speaks = len(words) == 1 and words[0] in ORGANISATIONS and _OURS.search(key, *right)
        return 0.15 if speaks else None
    if words[0].startswith(("بال", "لل")) or (words[0][0] in "بل" and known(words[0][1:]) and not known(words[0])):
        return None
    head, noun = words[0], bare(words[0])
    spoken = _OURS.search(key, *right) is not None
    speaking = (ROLES, TITLES, ANONYMOUS, DOCUMENTS, COLLECTIVES, OUTLETS, ORGANISATIONS)
    if head in GIVEN or any(noun in table or head in table for table in speaking):
        return 0.0 if spoken or len(words) > 1 or noun in DOCUMENTS or noun in ANONYMOUS else 0.1
    if len(words) > 1 and (head in RELATIONS or words[1] in GIVEN or words[1] in TITLES):
        return 0.2
    if head.endswith("ه") and definite(head) and len(words) < 4 and not spoken:
        return None  # «الكتابة للمستقبل: …»
    if key[right[0]] in '«"' or ((spoken and len(words) <= 4) and not words[0][0].isdigit()):
        return 0.1
    return 0.3 if len(words) <= 3 else None
