"""What may stand between the subject of a cue verb and its content."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.phrase import SAYING, trimmed
from isnad.extract.ar.place import MEANWHILE
from isnad.extract.ar.stops import blessed
from isnad.extract.ar.words import PREPOSITIONS, STOP, TOKEN, known

_WEEKDAY = re.compile(r"(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?: الماضي| المقبل)?")
_BEING = re.compile(r"و(?:هو|هي|هم) (?!ان|ما|الذي|التي)\w{3,} ")
_RECEIVED = re.compile(r"(?:تلقت|حصلت|اطلعت|تسلمت|وصل|نشر|بثت|نقلت|وزع|تلقي|حصل|نسخه)\w* ")
_DATED = re.compile(
    r"(?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)(?: الماضي| المقبل| الفايت)?(?: \([^)]{2,30}\)?)?"
)


_ASIDE = re.compile(r" ?-[^-]{3,120}- ?,? ?")  # «قال مصدر - فضل عدم ذكر اسمه - إن»


_OFFICE = re.compile(r" ?- ?(\w{3,}) [^-,:]{3,110}")  # «قال سالم الدوري - مدير المرفأ إن»: a dash left open


_TOLD_IN = re.compile(r"في (?:بيان|تصريح|تصريحات|تقرير|حديث)(?:ها|ه|هم)?,? ?(?:الذي|التي) [^.;:]{3,120}")
"""«قالت الوزارة، في بيانها، الذي نشرته الصحف وتناقلته المواقع، إن»."""


def fits_between(key: str, start: int, intro: Intro, frame: Frame) -> bool:
    """Whether only adverbials or an addressee stand between the subject and the content."""
    if key.find("-", start, intro.start) >= 0:
        office = _OFFICE.fullmatch(key, start, intro.start) if intro.kind == "that" else None
        if _ASIDE.fullmatch(key, start, intro.start) or (office and known(office[1]) is not None):
            return True
        aside = _ASIDE.match(key, start, intro.start)  # «قال مصدر - فضل عدم ذكر اسمه - للصحيفة إن»
        start = aside.end() if aside else start
    start, end = trimmed(key, start, intro.start)
    prayer = blessed(key, start, end)
    if prayer > 0:
        start, end = trimmed(key, prayer, end)
    if intro.quote is not None and end - start < 60 and key[start - 1] in " ,":
        return True  # a quotation follows: whatever stands before it belongs to the one verb
    dated = _DATED.match(key, start, end)
    if dated:  # «قالت الصحيفة، السبت (1 أغسطس)، إن»
        start, end = trimmed(key, dated.end(), end)
    if intro.kind == "that" and end - start < 170 and _BEING.match(key, start, end):
        return True  # «أعلن سالم الدوري السبت، وهو أحد أعضاء المجلس، أنه»
    wide = intro.kind == "that" and "strict" not in frame.flags and STOP.match(key, start, end) is not None
    if end - start > (200 if wide else 130) or key.count(",", start, end) > (4 if wide else 2):
        return False
    if intro.kind == "that" and _TOLD_IN.fullmatch(key, start, end):
        return True
    if end - start < 3 or STOP.match(key, start, end) or "whom" in frame.flags:
        return True
    if (
        key[start:end] in ("حديثه", "حديثها", "قوله", "قولها", "كلامه", "كلامها")
        or key.endswith(("التاليه", "الاتيه"), start, end)
        or _WEEKDAY.fullmatch(key, start, end)
    ):
        return True
    if key[start] in '([«"' and end - start < 40:
        return True
    if SAYING.search(key, start - 1, end):
        return True
    if intro.kind in ("colon", "quote") and MEANWHILE.match(key, start, end):
        return True
    if _RECEIVED.match(key, start, end):
        return True  # «وذكر بيان للبلدية، تلقته «الصحيفة»، أن»
    token = TOKEN.search(key, start, end)
    return token is None or token.group() in PREPOSITIONS or (token.group().startswith(("ب", "ل")) and end - start < 80)
