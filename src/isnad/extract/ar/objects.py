"""Cue verbs with a plain object or in the first person: wishes, descriptions, beliefs of the speaker."""

from __future__ import annotations

import re

from isnad.extract.ar.before import governed
from isnad.extract.ar.carrying import continue_speaker, spoke_before
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.parted import parted
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import BUT, Place, break_of, head_of, introduced, no_noun, somebody, surely_noun
from isnad.extract.ar.subjects import agrees, before_verb
from isnad.extract.ar.topics import actor
from isnad.extract.ar.words import (
    GIVEN,
    NEGATIONS,
    NOT_SUBJECT,
    OBJECT,
    OBJECTS,
    PREPOSITIONS,
    STOP,
    TITLES,
    TOKEN,
    VERBS,
    definite,
    feminine,
    governing,
    known,
)

IT = frozenset(
    ("لانه", "لانها", "انه", "انها", "بانه", "بانها", "وانه", "وانها", "انهم", "بانهم", "فانه", "فانها", "فانهم")
)


_HAD = frozenset(("قد", "كان", "كانت", "كانوا"))
_IT_HAD = re.compile(r"(?<!\w)[وف]?ب?ان(?:ه|ها|هم) (?:كان(?:ت|وا)? )?(?:قد )?$")


def of_it(key: str, place: Place) -> bool:
    """Whether the verb's subject is the pronoun of أن before it («أنه أكد»، «أنها كانت قد أعلنت»)."""
    if place.match.clitic or place.gap.strip():
        return False
    return place.before in IT or (
        place.before in _HAD and _IT_HAD.search(key, max(0, place.cue - 24), place.cue) is not None
    )


def about_speaker(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«واعترف X أنه يتمنى …»: the pronoun is the speaker of the statement around it."""
    last = place.last
    if last is None or not place.sentence[0] <= last.cue[0] or not (last.source or last.carry == "same"):
        return _nobody_yet(key, frame, place, intro) if contrasted(key, place) else None
    who = last.mention.type if last.mention else ""
    if (
        who == "document"
        or (who == "unnamed" and not contrasted(key, place))
        or key[place.match.end : intro.start].strip()
    ):
        return None
    if place.before.endswith("هم") and last.mention and not last.mention.plural and who != "unnamed":
        return None  # «قال المشرف …، إلا أنهم يرفضون»: others
    wanted = place.before.endswith("ها")
    if last.mention and last.mention.feminine is not None and last.mention.feminine != wanted:
        return None
    if contrasted(key, place):
        frame.breaks = break_of(key, place)
    elif frame.cue_class != "belief" or intro.kind not in ("that", "obj"):
        return None  # «أنه رأى «ثلاث قنابل»»: he saw them
    frame.takes_from(last)
    frame.doubt(0.1, "pronoun taken for the speaker")
    return introduced(frame, intro)


def _nobody_yet(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«أبدى الوزير ارتياحه للنتائج إلا أنه قال إن»: the pronoun is whom the sentence opens with, or who spoke last."""
    if intro.kind == "obj" or not no_noun(key, place.match.end, intro.start):
        return None
    found = actor(key, place, place.before.endswith("ها"), place.before.endswith("هم"))
    if found is not None:
        frame.spoken_by(key, found)
        frame.doubt(0.15, "subject of the clause before")
    elif place.last is not None and not key[place.sentence[0] : place.cue].strip(" و").count(" ") > 1:
        continue_speaker(frame, place)
    else:
        return None
    frame.breaks = break_of(key, place)
    return introduced(frame, intro)


_EXCEPT = re.compile(r"(?:(?:غير|الا|بيد) |, ف)ان(?:ه|ها|هم) $")


def contrasted(key: str, place: Place) -> bool:
    """«غير أنه انتقد»، «لكنها نفت»: the pronoun is the verb's subject, and the speaker's own."""
    if place.match.clitic or place.gap.strip():
        return False
    return place.before in BUT or bool(_EXCEPT.search(key, max(0, place.cue - 20), place.cue))


def any_object(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أدانت المنظمة الهجوم»: any definite noun after a known subject is the content."""
    start = place.match.end
    manner = _MANNER.match(key, start)
    if manner:
        start = manner.end()
    link = min(place.limit, start + 160)
    if "1" in frame.form.tag:
        return None
    quoted = key[start + 1 : start + 2] in ("«", "»", '"')  # «الدوري يدين «الإهمال» في الميناء»
    token = TOKEN.match(key, start + 1 + quoted, link)
    direct = token is not None and token.group() not in NOT_SUBJECT and not key[start : token.start()].strip(' «»"')
    if token is not None and direct and contrasted(key, place):
        return about_speaker(key, frame, place, Intro("obj", token.start(), token.start()))
    if token is not None and direct and not place.match.clitic:
        found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
        if found and (quoted or _begins_object(key, token, link)):
            frame.source, doubt, reason = found
            frame.mention = mention(key, frame.source)
            frame.doubt(doubt, reason)
            frame.intro, frame.start = "obj", token.start() - quoted
            inside = governed(key, frame.source[0]) or "relative" in reason
            frame.breaks = None if inside else frame.source[0]
            return frame
    if direct and token is not None and place.match.clitic and frame.form.tag.endswith(("3mp", "3md")):
        continue_speaker(frame, place)  # «وقرروا عقد اجتماع»: the plural verb has its subject before it
        frame.breaks = place.cue
        return introduced(frame, Intro("obj", token.start(), token.start()))
    if direct and token is not None and _no_agent(frame, place, token):
        continue_speaker(frame, place)  # «وثمّن الوقفة الصادقة»
        frame.breaks = place.cue
        return introduced(frame, Intro("obj", token.start(), token.start()))
    bare_noun = _bare_object(key, frame, place, link)
    if bare_noun is not None:
        return bare_noun
    apart = parted(key, frame, place, link) if "any" in frame.flags else None
    if apart is not None:
        return apart
    return masdar(key, frame, place, link) if frame.cue_class in ("speech", "belief") else None


def _no_agent(frame: Frame, place: Place, token: re.Match[str]) -> bool:
    """Whether the definite noun right behind the verb cannot be its subject: it differs in gender and nothing stands
    between them; then who spoke before goes on."""
    if place.match.clitic != "و" or not frame.form.tag.endswith("3ms") or not spoke_before(place):
        return False
    word = token.group()
    return definite(word) and feminine(word) is True and known(word) is None and not word.endswith("ات")


def titled(key: str, frame: Frame, place: Place) -> bool:
    """Whether a present verb stands behind somebody known who opens the block, as in headlines («الوزارة تعلن …»)."""
    if not frame.form.tag.startswith("pres.3") or place.opens or place.sentence[0] > place.zone.start:
        return False
    found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
    return found is not None and found[0][0] - place.zone.start < 3 and somebody(key, found[0])


_ONE_SUBJECT = re.compile(r" (ال\w{3,}) (?!ال|لل|وال|بال)(\w{3,}) (?=ال\w|\w+ ال)")


def _bare_object(key: str, frame: Frame, place: Place, link: int) -> Frame | None:
    """«توقعت الوكالة نمو الاقتصاد»: a subject of one word, and behind it a noun that the next makes definite."""
    match = _ONE_SUBJECT.match(key, place.match.end, link)
    if match is None or "any" not in frame.flags or not place.opens:
        return None
    noun = match[2]
    if (
        known(match[1]) is None
        or noun in NOT_SUBJECT
        or known(noun)
        or noun in VERBS
        or STOP.match(key, match.start(2))
    ):
        return None
    if (
        match[1] in TITLES
        or noun in GIVEN
        or noun[0] in "بلو"
        or agrees(frame.form.tag, match[1], before=False) is False
    ):
        return None
    frame.source = match.span(1)
    frame.mention = mention(key, frame.source)
    frame.intro, frame.start = "obj", match.start(2)
    frame.breaks = break_of(key, place)
    frame.doubt(0.1, "subject and object told apart")
    return frame


_MANNER = re.compile(r" (?:بشده|بقوه|بحده|باشد (?:العبارات|عبارات|الكلمات)|باقسي العبارات)(?= )")


def _begins_object(key: str, token: re.Match[str], link: int) -> bool:
    """A noun with the article, or one made definite by the next («تأثر أسعار السلع»)."""
    if definite(token.group()) or OBJECT.match(key, token.start(), link):
        return True
    return re.compile(r" (?:\w+ )?ال\w").match(key, token.end(), link) is not None


_MASDAR = re.compile(r"(?<= )ال(?:ا\w\wا\w|ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w)(?= )")


def _masdar_noun(key: str, start: int, end: int) -> re.Match[str] | None:
    """The first verbal noun with the article: by its shape, or one of the list."""
    shaped = _MASDAR.search(key, start, end)
    for token in TOKEN.finditer(key, start, shaped.start() if shaped else min(end, start + 90)):
        if token.group().startswith("ال") and token.group()[2:] in OBJECTS and not known(token.group()):
            return token
    return shaped


def masdar(key: str, frame: Frame, place: Place, link: int) -> Frame | None:
    """«أدان البيان الإلقاء العشوائي»: a verbal noun with the article behind a known subject."""
    noun = _masdar_noun(key, place.match.end, link)
    if noun is None or not place.opens or known(noun.group()):
        return None
    if not PREPOSITIONS.isdisjoint(key[place.match.end : noun.start()].split()[-1:]):
        return None  # «طلبت تحريات المباحث حول الواقعة»
    found = subject(key, place.match.end, noun.start())
    if not found or "," in key[place.match.end : noun.start()] or governing(key[: noun.start()].rsplit(None, 1)[-1]):
        return None
    if not surely_noun(key, found) or agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    frame.spoken_by(key, found)
    frame.intro, frame.start = "obj", noun.start()
    frame.breaks = break_of(key, place)
    frame.doubt(0.1, "subject and object told apart")
    return frame


def wish(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أريد الرحيل», «أنا متفائل»: the content is the object noun."""
    token = TOKEN.search(key, place.match.end, place.limit)
    if token is None or key[place.match.end : token.start()].strip():
        return None
    if "1" not in frame.form.tag and OBJECT.match(key, token.start(), place.limit) and place.before not in IT:
        return any_object(key, frame, place)
    if not definite(token.group()):
        return None
    intro = Intro("obj", token.start(), token.start())
    if "1" in frame.form.tag:
        return first_person(key, frame, place, intro)
    if place.before in IT:
        return about_speaker(key, frame, place, intro)
    return None


_AHEAD = NEGATIONS | {"انا", "نحن", "وانا", "ونحن", "انني", "اننا", "لانني", "كنت", "كنا", "قد"}
_ELATIVE = re.compile(r"ا\w\w\w")
_TO_WHOM = re.compile(r"ل(?:ه|ها|هم|هما|ي|نا|ك|كم)|(?:علي|الي)(?:ه|ها|هم)")


def first_person(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«أعتقد أن»: a statement only inside somebody's direct speech; the grammar checks that it is."""
    gap = key[place.match.end : intro.start].strip()
    if gap and frame.cue_class != "belief" and not _TO_WHOM.fullmatch(gap):
        return None
    if (
        "wish" in frame.flags
        and intro.kind == "obj"
        and not (place.opens or place.before in _AHEAD or frame.cue[0] < place.cue)
    ):
        return None  # «وتقديم أفضل المستويات»
    if intro.kind == "obj" and place.match.clitic and _ELATIVE.fullmatch(place.before) and place.gap == " ":
        return None  # «أرقى وأفضل الخدمات»
    spoken = intro.kind in ("colon", "quote")
    if intro.start - place.match.end > 30 or (spoken and not frame.form.tag.startswith("past.1")):
        return None
    frame.carry = "self"
    if place.before in ("انا", "نحن", "وانا", "ونحن") and not place.gap.strip():
        start = place.cue - len(place.gap) - len(place.before.removeprefix("و"))
        frame.source = (start, start + len(place.before.removeprefix("و")))
        frame.mention = mention(key, frame.source)
    frame.reasons.append("first person")
    return introduced(frame, intro)
