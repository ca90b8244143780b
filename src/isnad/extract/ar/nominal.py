"""Nominal cues («بقوله»، «قوله»، «جرى التأكيد على»), relays («نقلت X عن Y قوله») and passives."""

from __future__ import annotations

import re

from isnad.extract.ar.carrying import continue_speaker
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Introducers
from isnad.extract.ar.papers import paper_before
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import Place
from isnad.extract.ar.subjects import before_verb
from isnad.extract.ar.words import (
    COMPLEMENT,
    DOCUMENTS,
    GIVEN,
    NEGATIONS,
    OPENERS,
    PREPOSITIONS,
    RELAYED,
    TOKEN,
    alternatives,
    bare,
    definite,
    known,
)
from isnad.extract.base import Range
from isnad.lang.cues import Form

_GOVERNED = re.compile(r"\b(?:عن|علي لسان|تصريحات?)\s")
_ABOUT = re.compile(r"\b(?:عن(?:ه|ها|هم)?|علي لسان)\s")
_TO = re.compile(r"\bالي\s")
_ASCRIBED = re.compile(r"\bو?[يت]?نسبت? ")
_OWN = re.compile(r"\b(?:حديثه|حديثها|كلامه|كلامها|تصريحه|تصريحاته|كلمته|كلمتها|مداخلته|لقاءه|حواره|مؤتمره)\b")
_SAYING = re.compile(
    rf"(?:{alternatives(RELAYED)})\b(?: ?(?={COMPLEMENT}|:|«|\")| (?:من|الي|علي) (?={COMPLEMENT}))|(?={COMPLEMENT})"
)
_PASSIVE = frozenset(("تم", "تمت", "يتم", "جري", "جرت", "وتم", "وتمت"))
_DONE = re.compile(r"(?<!\w)[وف]?(?:ي?تم|تمت|ي?جري|جرت)\b[^.,]{0,60}$")


def read_nominal(key: str, finder: Introducers, form: Form, place: Place) -> Frame | None:
    """The frame of a nominal cue that carries a statement."""
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if "construct" in frame.flags:
        return _constructed(key, finder, frame, place)
    if "infinitive" in frame.flags or "never" in frame.flags:
        return None
    intro = finder.find(place.match.end, min(place.sentence[1], place.match.end + 60), form.cue.takes, form.cue.flags)
    if intro is None or key[place.match.end : intro.start].strip(" ,"):
        return None
    frame.intro, frame.start = intro.kind, intro.content
    if "passive" in frame.flags:
        if place.before in PREPOSITIONS or not _DONE.search(key[place.sentence[0] : place.cue]):
            return None
        frame.carry = "unnamed"
        frame.breaks = place.cue
        return frame
    if "relayed" in frame.flags:
        return _relayed(key, frame, place)
    said = (
        place.last if place.last and place.last.intro == "before" and place.last.cue[0] >= place.sentence[0] else None
    )
    found = None if said else _clause_subject(key, place)
    if said:
        frame.takes_from(said)
    elif found:
        frame.spoken_by(key, found)
    else:
        continue_speaker(frame, place)
        frame.doubt(0.15, "subject of the clause not found")
    frame.breaks = frame.breaks if frame.breaks is not None else _clause_start(key, place)
    return frame


_OF_THE_PRESS = re.compile(r"(?:صح[ا]?في|اعلامي|تلفزيوني|اذاعي|متلفز|رسمي|خاص|مقتضب)(?:ه)?")


def _constructed(key: str, finder: Introducers, frame: Frame, place: Place) -> Frame | None:
    """«بعد إعلان الوزارة أن»، «وسط دعوات من النقابة إلى»: the speaker stands between the noun and the content."""
    if place.before in NEGATIONS or place.before in _PASSIVE or place.match.clitic == "ف":
        return None
    at = place.match.end
    if key.startswith(" من ", at):
        at += 3
    elif frame.form.cue.takes != {"that"}:
        return None
    first = TOKEN.match(key, at + 1)
    if first is None or not _can_speak(first.group()):
        return None
    end = min(place.sentence[1], place.limit, at + 90)
    comma = key.find(",", at, end)
    intro = finder.find(at, comma if comma > 0 else end, frame.form.cue.takes, frame.flags)
    if intro is None or intro.kind not in ("that", "prep"):
        return None
    who = subject(key, at, intro.start)
    if who is not None and _OF_THE_PRESS.fullmatch(key, *who):
        return None  # «في تصريح صحفي أن»
    if who is None or key[at : who[0]].strip() or key[who[1] : intro.start].strip() or not _speaks(key, who):
        return None
    frame.spoken_by(key, who)
    frame.intro, frame.start = intro.kind, intro.content
    frame.doubt(0.1, "noun of saying")
    return frame


def _speaks(key: str, who: Range) -> bool:
    """Whether the phrase is headed by somebody who can speak: a known noun or a first name."""
    token = TOKEN.search(key, *who)
    return token is not None and _can_speak(token.group())


def _can_speak(word: str) -> bool:
    return word in GIVEN or (known(word) is not None and bare(word) not in DOCUMENTS)


def _clause_start(key: str, place: Place) -> int:
    text = key[place.sentence[0] : place.cue]
    comma = max(text.rfind(","), text.rfind(";"))
    return place.sentence[0] + comma + 1 if comma >= 0 else place.sentence[0]


def _clause_subject(key: str, place: Place) -> Range | None:
    """The subject of «اختتم المدرب حديثه بقوله»: behind the clause's first word, its verb."""
    start = _clause_start(key, place)
    verb = TOKEN.search(key, start, place.cue)
    if verb is not None and verb.group() in OPENERS:
        verb = TOKEN.search(key, verb.end(), place.cue)  # «فيما علق مراقبون على القرار بالقول إن»
    elif verb is not None and verb.group() in PREPOSITIONS:
        start = place.sentence[0]  # «دافع اللاعب، خلال الجلسة، عن نفسه بالقول إن»
        verb = TOKEN.search(key, start, place.cue)
    if verb is None or definite(verb.group()) or known(verb.group()):
        return None
    own = _OWN.search(key, verb.end(), place.cue)
    end = own.start() if own else place.cue
    link = re.compile(r"\b(?:علي|عن|الي|في|ب\w+)\b").search(key, verb.end(), end)
    end = link.start() if link else end
    if end - verb.end() > 110 or key.count("«", verb.end(), end) or key.count("»", verb.end(), end):
        return None
    return subject(key, verb.end(), end)


def _relayed(key: str, frame: Frame, place: Place) -> Frame | None:
    """«… عن الوزير قوله إن»: the source stands between عن and the cue."""
    low = max(place.sentence[0], place.cue - 160)
    start = None
    ascribed = _ASCRIBED.search(key, low, place.cue)
    for match in (_TO if ascribed else _GOVERNED).finditer(key, low, place.cue):
        start = match.end() if start is None else start
    if start is None:
        return None
    where = trimmed(key, start, place.cue)
    if where[1] - where[0] < 2 or (key[place.cue - 2] == "," and place.match.clitic):
        return None  # «تحدث عن سفره، وقوله إن»
    frame.spoken_by(key, where)
    frame.level = 1
    return frame


def read_relay(key: str, form: Form, place: Place) -> Frame | None:
    """«نقلت وكالة X عن Y قوله إن …»: the outer statement of the agency; the inner one is its nominal cue's."""
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if place.before in ("لم", "لن", "لا", "ان") and not place.match.clitic:
        return None
    end = min(place.sentence[1], place.match.end + 240)
    about = (_TO if form.cue.lemma == "نسب" else _ABOUT).search(key, place.match.end, end)
    if about is None:
        return None
    if not key[place.match.end : about.start()].strip():
        return _handed_on(key, frame, place, about, end)
    who = subject(key, place.match.end, about.start())
    if who is None:
        return None
    head = bare(TOKEN.search(key, *who).group())  # type: ignore[union-attr]
    said = frame.spoken_by(key, who)
    if said.type not in ("agency", "outlet") and not (known(head) or key[who[0]] in '«"'):
        return None
    that = _SAYING.search(key, about.end(), end)
    colon = key.find(":", about.end(), end)
    at = that.end() if that else colon + 1 if colon > 0 else 0
    if not at:
        return None
    frame.intro, frame.start = "that", at
    frame.breaks = place.cue
    if about.group().strip() != "عن" and form.cue.lemma == "نقل":
        frame.cue_class = "according"  # «نقلت الصحيفة عنه قوله»: whom it means goes on, not the paper
    return frame


def _handed_on(key: str, frame: Frame, place: Place, about: re.Match[str], end: int) -> Frame | None:
    """«نُقل عن مصادر أن»: nobody hands it on; «نقلت عنه الوكالة قوله إن»: who does stands behind."""
    that = _SAYING.search(key, about.end(), end)
    noun = that is not None and that.end() > that.start()
    if that is None or (noun and about.group().strip() in ("عن", "الي", "علي لسان")):
        return None  # «نقل عن الوزير قوله إن»: the noun is the cue
    who = subject(key, about.end(), that.start())
    if who is None or not _speaks(key, who):
        return None
    frame.spoken_by(key, who)
    frame.intro, frame.start = "that", that.end()
    frame.breaks = place.cue
    return frame


def read_raw(key: str, form: Form, place: Place) -> Frame | None:
    """Expressions that hold their own complementizer («تردد أن»)."""
    if "never" in form.cue.flags or place.before in ("لم", "لا", "لن"):
        return None
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    frame.intro, frame.start = "that", place.match.end + 1
    frame.breaks = place.cue if place.opens else None
    if "passive" in frame.flags:
        frame.carry = "unnamed"
        return frame if place.opens or place.before == "ما" else None
    found = None if place.match.clitic else before_verb(key, place.sentence[0], place.cue, "pres.3ms")
    if found:
        frame.spoken_by(key, found[0])
        frame.breaks = found[0][0]
    elif place.opens:
        continue_speaker(frame, place)
    else:
        return None
    return frame


def read_passive(finder: Introducers, form: Form, place: Place) -> Frame | None:
    """«قيل إن»: nobody is named on purpose."""
    intro = finder.find(place.match.end, place.match.end + 40, form.cue.takes, form.cue.flags)
    if intro is None or place.before in ("لم", "لا", "لن", "كما") or intro.start - place.match.end > 14:
        return None
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    frame.carry = "unnamed"
    frame.intro, frame.start = intro.kind, intro.content
    frame.breaks = place.cue if place.opens else None
    return frame


def read_document(key: str, form: Form, place: Place) -> Frame | None:
    """«وجاء في البيان أن»: the document stands behind the cue."""
    end = min(place.sentence[1], place.match.end + 200)
    that = re.compile(rf"{COMPLEMENT}|:|[«\"](?=\w+ \w+ \w+ )").search(key, place.match.end, end)
    if that is None:
        return None
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if "pron" in frame.flags:  # «رسالة …، جاء فيها: …»
        tag = "past.3fs" if key[place.match.end - 1] == "ا" else "past.3ms"
        who = paper_before(key, place.sentence[0], place.cue, tag)
    else:
        who = subject(key, place.match.end, that.start())
    if who is None:
        return None
    frame.spoken_by(key, who)
    frame.intro = "colon" if that.group() == ":" else "that"
    frame.start = that.end() if that.group() == ":" else that.start()
    frame.breaks = place.cue
    return frame
