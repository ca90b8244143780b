"""Finite cue verbs: subject, introducer and beginning of the content; participles that go on with a speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro, Introducers
from isnad.extract.ar.phrase import mention, subject, trimmed
from isnad.extract.ar.split import split_addressee, split_object
from isnad.extract.ar.subjects import agrees, before_verb
from isnad.extract.ar.words import (
    COMPLEMENT,
    GIVEN,
    HYPOTHETICAL,
    NEGATIONS,
    NOT_SUBJECT,
    OBJECT,
    OPENERS,
    PREPOSITIONS,
    STOP,
    TITLES,
    TOKEN,
    definite,
    feminine,
    known,
)
from isnad.extract.ar.zones import Zone
from isnad.extract.base import CueMatch, Range
from isnad.extract.quotes import Quote
from isnad.lang.cues import Form

_BEFORE = re.compile(r"([^\s,;:.()\[\]«»\"]+)([\s,;:.\-«»\"()]*)$")
_AFTER_AN = re.compile(r"\b(?:بعد|سبق|منذ|وسبق) ان $")
_THAT_FIRST = re.compile(rf" ?{COMPLEMENT}")
_ADVERB_FIRST = re.compile(r" *(?:[-,(]|$)")


class Place:
    """Where a cue stands: its zone and sentence, the word before it, and the frames before it."""

    __slots__ = ("before", "cue", "gap", "last", "limit", "match", "sentence", "zone")

    def __init__(
        self, key: str, match: CueMatch, zone: Zone, sentence: Range, last: Frame | None, limit: int
    ) -> None:
        self.match = match
        self.zone = zone
        self.sentence = sentence
        self.last = last
        self.limit = min(limit, sentence[1])
        self.cue = match.start - len(match.clitic)
        found = _BEFORE.search(key[max(sentence[0], self.cue - 30) : self.cue])
        self.before = found[1] if found else ""
        self.gap = found[2] if found else ""

    @property
    def opens(self) -> bool:
        """Whether the cue stands at the beginning of a clause."""
        return not self.before or bool(self.gap.strip()) or bool(self.match.clitic) or self.before in OPENERS


def read_verb(key: str, finder: Introducers, form: Form, place: Place, taken: set[int]) -> Frame | None:
    """The frame of a finite verb, or None when it is no statement."""
    match, tag, flags = place.match, form.tag, form.cue.flags
    frame = Frame((place.cue, match.end), form, place.zone.number)
    if not _asserted(key, place, frame):
        return None
    if ".obj" in tag:
        return _with_pronoun(key, frame, place, match.end)
    about = _ABOUT_IT.match(key, match.end)
    if about and _WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue]):
        return _with_pronoun(key, frame, place, about.end())
    if "desc" in form.cue.takes:
        return _described(key, frame, place)
    intro = finder.find(match.end, place.limit, form.cue.takes, flags)
    if flags & {"wish", "predicate"} and (intro is None or intro.start - match.end > 20):
        wished = _wish(key, frame, place)
        if wished or (intro is None and "any" not in flags):
            return wished
    if intro is None and "any" in flags:
        return _any_object(key, frame, place)
    if intro is None:
        pointed = _pointed(key, frame, place)
        if pointed:
            return pointed
        return _after_quote(key, frame, place, taken) or (_topic(key, frame, place) if _is_topic(frame) else None)
    if _is_topic(frame):
        return _topic(key, frame, place)
    if "1" in tag or tag.startswith("adj"):
        return _first_person(key, frame, place, intro)
    if place.before in _IT and not place.gap.strip() and not match.clitic:
        return _about_speaker(key, frame, place, intro)
    if "paper" in flags and intro.kind == "colon":
        return None
    if place.before in _RELATIVES and "strict" in flags and intro.kind == "quote":
        return None
    if "wish" in flags and intro.kind != "that":
        return None
    if not _find_subject(key, frame, place, intro):
        return None
    return _introduced(frame, intro)


_RELATIVES = frozenset(("الذي", "التي", "الذين", "والذي", "والتي", "والذين", "اللذان", "اللتان"))
_IT = frozenset(("انه", "انها", "بانه", "بانها", "وانه", "وانها", "انهم", "بانهم", "لكنه", "لكنها"))


def _about_speaker(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«واعترف X أنه يتمنى …»: the pronoun is the speaker of the statement around it."""
    last = place.last
    if last is None or not place.sentence[0] <= last.cue[0] or not last.source:
        return None
    if last.mention and last.mention.type in ("document", "unnamed") or key[place.match.end : intro.start].strip():
        return None
    wanted = place.before.endswith("ها")
    if last.mention and last.mention.feminine is not None and last.mention.feminine != wanted:
        return None
    if frame.cue_class != "belief":
        return None
    frame.takes_from(last)
    frame.doubt(0.1, "pronoun taken for the speaker")
    return _introduced(frame, intro)


def _any_object(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أدانت المنظمة الهجوم»: any definite noun after a known subject is the content."""
    start = place.match.end
    link = min(place.limit, start + 160)
    if "1" in frame.form.tag:
        return None
    if not place.match.clitic:
        found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
        token = TOKEN.search(key, start, link)
        if found and token and definite(token.group()):
            frame.source, doubt, reason = found
            frame.mention = mention(key, frame.source)
            frame.doubt(doubt, reason)
            frame.intro, frame.start = "obj", token.start()
            before = key[max(0, frame.source[0] - 4) : frame.source[0]].split()
            frame.breaks = None if "ان" in before else frame.source[0]
            return frame
    return None


def _wish(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أريد الرحيل», «أنا متفائل»: the content is the object noun."""
    token = TOKEN.search(key, place.match.end, place.limit)
    if token is None or not definite(token.group()) or key[place.match.end : token.start()].strip():
        return None
    intro = Intro("obj", token.start(), token.start())
    if "1" in frame.form.tag:
        return _first_person(key, frame, place, intro)
    if place.before in _IT:
        return _about_speaker(key, frame, place, intro)
    return None


def _is_topic(frame: Frame) -> bool:
    return frame.cue_class == "topic"


def _introduced(frame: Frame, intro: Intro) -> Frame:
    frame.intro = intro.kind
    frame.start = intro.content
    return frame


def _asserted(key: str, place: Place, frame: Frame) -> bool:
    """Whether the verb is said of a real speech act: not negated, hypothetical or only wished for."""
    word, tag = place.before, frame.form.tag
    if not word or place.gap.strip():
        return True
    if word in NEGATIONS and word != "لما":
        if frame.cue_class != "belief":
            return False
        start = frame.cue[0] - len(place.gap) - len(word)
        frame.cue = (start, frame.cue[1])
        return True
    if place.match.clitic:
        return True
    if word in ("ان", "بان"):
        past = tag.startswith("past")
        return past and bool(_AFTER_AN.search(key[max(0, place.cue - 12) : place.cue]))
    if word == "قد" and tag.startswith("pres"):
        return False
    return word not in HYPOTHETICAL


def _find_subject(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """Fill in the source; False when the words around the verb fit no reading."""
    tag = frame.form.tag
    match = place.match
    found = subject(key, match.end, intro.start) if "3mp" not in tag and "3md" not in tag else None
    if found and "whom" in frame.flags:
        found = split_addressee(key, found, intro.start)
    if found and not _fits_between(key, found[1], intro.start, frame):
        return False
    if found:
        head = TOKEN.search(key, *found)
        fits = agrees(tag, _head(key, found) if head else "", before=False)
        if fits is False:
            if known(_head(key, found)) and ("3fs" in tag or "strict" in frame.flags):
                return False
            frame.doubt(0.25, "verb and subject differ in gender")
        frame.source = found
        frame.mention = mention(key, found)
        if "strict" in frame.flags and not place.opens and not _framed(key, place):
            return False
        if "clausal" in frame.flags and not _clausal(place):
            return False
        if frame.cue_class in ("belief", "perception") and place.before in _RELATIVES:
            return False
        if (frame.cue_class == "perception" or "wish" in frame.flags) and not _sure(key, found):
            return False
        frame.breaks = _breaks(key, place)
        return True
    region = key[match.end : intro.start]
    if not _empty(key, region, match.end, intro.start) and not ("whom" in frame.flags or "desc" in frame.form.cue.takes):
        return False
    return _subject_before(key, frame, place)


def _fits_between(key: str, start: int, end: int, frame: Frame) -> bool:
    """Whether only adverbials or an addressee stand between the subject and the content."""
    start, end = trimmed(key, start, end)
    if end - start > 130 or key.count(",", start, end) > 2:
        return False
    if end - start < 3 or STOP.match(key, start, end) or "whom" in frame.flags:
        return True
    if key.endswith(("التاليه", "الاتيه"), start, end):
        return True
    if key[start] in "([«\"" and end - start < 40:
        return True
    token = TOKEN.search(key, start, end)
    return token is None or token.group() in PREPOSITIONS or token.group().startswith(("ب", "ل")) and end - start < 80


def _sure(key: str, where: Range) -> bool:
    """Whether a phrase is surely a noun phrase: for verbs that are often other words."""
    word = _head(key, where)
    if word in NOT_SUBJECT or word.startswith("وب"):
        return False
    return (definite(word) and OBJECT.search(f" {word[2:]} ا") is None) or word in GIVEN or known(word) is not None or key[where[0]] in "«\""


def _head(key: str, where: Range) -> str:
    words = [token.group() for token in TOKEN.finditer(key, *where)][:3]
    while len(words) > 1 and words[0] in ("هذا", "هذه", "ذات", "نفس", "كل", "من"):
        words.pop(0)
    return words[0] if words else ""


_FRAME = re.compile(
    r"^\s*و?(?:في|من|عن|علي|حول|خلال|اثناء|بعد|قبل|عقب|ردا|تعليقا|بشان|وفق|بدور\w+|ب\w+|لدي|منذ|ضمن|كما|اليوم|امس|قد)\b"
)


def _framed(key: str, place: Place) -> bool:
    """Whether the clause before the verb is an adverbial («وفي ختام حديثه ذكر الوزير أن»)."""
    text = key[max(place.sentence[0], place.cue - 160) : place.cue]
    cut = max(text.rfind(","), text.rfind(";"), text.rfind(":"))
    return _FRAME.match(text[cut + 1 :]) is not None


def _clausal(place: Place) -> bool:
    """Whether the verb opens a clause by a conjunction or the sentence, not only by a comma."""
    return bool(place.match.clitic) or not place.before or (place.before in OPENERS and not place.gap.strip())


def _empty(key: str, region: str, start: int, end: int) -> bool:
    """Whether nothing but adverbials stands between the verb and its content."""
    if not region.strip(" ,-"):
        return True
    start, end = trimmed(key, start, end)
    if STOP.match(key, start, end):
        return True
    token = TOKEN.search(key, start, end)
    return token is None or token.group() in PREPOSITIONS or token.group().startswith(("ب", "ل"))


def _subject_before(key: str, frame: Frame, place: Place) -> bool:
    if not place.match.clitic:
        found = before_verb(key, place.sentence[0], frame.cue[0], frame.form.tag)
        if found:
            frame.source, doubt, reason = found
            if reason:
                frame.doubt(doubt / 2, reason)
            frame.mention = mention(key, frame.source)
            if "relative" not in reason and "ان" not in key[max(0, frame.source[0] - 4) : frame.source[0]].split():
                frame.breaks = frame.source[0]
            return True
    if not _clausal(place) or place.before in _RELATIVES:
        return False
    frame.breaks = _breaks(key, place)
    continue_speaker(frame, place)
    return True


def _goes_on(place: Place) -> bool:
    """Whether a statement before in the sentence can lend its speaker."""
    return place.last is not None and place.sentence[0] <= place.last.cue[0] < place.sentence[1]


def continue_speaker(frame: Frame, place: Place) -> None:
    """No subject of its own: the speaker of the sentence goes on, or the last one."""
    last = place.last
    if frame.cue_class == "belief" and frame.form.tag == "pres.3ms" and not _goes_on(place):
        frame.carry = "unnamed"  # «يُعتقد أن»
        frame.doubt(0.1, "verb read as passive")
        return
    if frame.form.tag.endswith("3mp") and last is not None and last.mention and not last.mention.plural:
        frame.carry = "unnamed"
        frame.doubt(0.2, "plural verb without subject")
        return
    if last is not None and place.sentence[0] <= last.cue[0] < place.sentence[1]:
        frame.takes_from(last)
        if frame.source is None and not frame.carry:
            frame.carry = "same"
    else:
        frame.carry = "same"
        frame.doubt(0.05, "no subject in the sentence")
    if frame.mention and frame.mention.feminine is not None and frame.form.tag.startswith(("past.3", "pres.3")):
        fits = frame.form.tag.endswith("3fs") == frame.mention.feminine
        if not fits and frame.form.tag.endswith(("3fs", "3ms")):
            frame.doubt(0.3, "verb does not agree with the speaker before")


def _breaks(key: str, place: Place) -> int | None:
    """Where a statement of the same level before this one ends."""
    if place.match.clitic:
        return place.cue
    if place.before in _RELATIVES:
        return None
    low = max(place.sentence[0], place.cue - 160)
    text = key[low : place.cue]
    if not text.strip():
        return place.cue
    comma = max(text.rfind(","), text.rfind(";"), text.rfind("»"), text.rfind('"'))
    if comma >= 0:
        return low + comma + 1
    if place.before in OPENERS:
        return place.cue - len(place.gap) - len(place.before)
    return None


def _first_person(key: str, frame: Frame, place: Place, intro: Intro) -> Frame | None:
    """«أعتقد أن»: a statement only inside somebody's direct speech; the grammar checks that it is."""
    if key[place.match.end : intro.start].strip() and frame.cue_class != "belief":
        return None
    if intro.start - place.match.end > 30 or intro.kind in ("colon", "quote"):
        return None
    frame.carry = "same"
    if place.before in ("انا", "نحن", "وانا", "ونحن") and not place.gap.strip():
        start = place.cue - len(place.gap) - len(place.before.removeprefix("و"))
        frame.source = (start, start + len(place.before.removeprefix("و")))
        frame.mention = mention(key, frame.source)
    frame.reasons.append("first person")
    return _introduced(frame, intro)


def _topic(key: str, frame: Frame, place: Place) -> Frame | None:
    """A verb without content of its own whose subject speaks on in participles."""
    if not frame.form.tag.startswith("past.3") or not place.opens:
        return None
    if place.match.clitic or place.opens:
        found = subject(key, place.match.end, min(place.sentence[1], place.match.end + 90))
        if found and (_sure(key, found) or place.match.clitic) and agrees(frame.form.tag, _head(key, found), before=False) is not False:
            frame.source = _shortest(key, found)
            frame.mention = mention(key, frame.source)
            frame.breaks = _breaks(key, place) if _clausal(place) else None
            return frame
    if not place.match.clitic and _subject_before(key, frame, place) and frame.source:
        return frame
    return None


_PHRASE_END = re.compile(r" (?:ل\w{3,}|ب\w{3,}|قل|عن|الي|علي|في|من|مع|معاليه|و\w+|تحيات\w*)\b|,")


def _shortest(key: str, where: Range) -> Range:
    cut = _PHRASE_END.search(key, *where)
    end = cut.start() if cut else where[1]
    noun = OBJECT.search(key, where[0], end)
    if noun and " " in key[where[0] : noun.start() - 1]:
        end = noun.start()
    return trimmed(key, where[0], end)


_SAID = re.compile(r"[\s,.\-]*(?:هذا ما|وهو ما|ما|هكذا|بهذه الكلمات|بهذه العباره|كما|بدوره|بدورها)?\s*$")
_SENTENCE_PART = re.compile(r"[,;.:]|\b(?:ان|الذي|التي)\b")


def _after_quote(key: str, frame: Frame, place: Place, taken: set[int]) -> Frame | None:
    """«…»، قال X: the quotation stands before its cue."""
    quote = _quote_before(key, place, taken)
    if quote is None or "say" not in frame.form.cue.takes:
        return None
    end = place.sentence[1]
    found = subject(key, place.match.end, _clause_end(key, place.match.end, end))
    if found:
        if agrees(frame.form.tag, _head(key, found), before=False) is False:
            return None
        frame.source, frame.mention = found, mention(key, found)
    elif _empty(key, key[place.match.end : end], place.match.end, end):
        continue_speaker(frame, place)
    else:
        return None
    frame.intro = "before"
    frame.content = [(quote.start, quote.end)]
    frame.breaks = place.cue
    taken.add(quote.start)
    return frame


def _quote_before(key: str, place: Place, taken: set[int]) -> Quote | None:
    for quote in reversed(place.zone.quotes):
        if quote.end <= place.cue:
            if quote.start in taken or place.cue - quote.end > 25 or not _SAID.fullmatch(key, quote.end, place.cue):
                return None
            return quote
    return None


def _clause_end(key: str, start: int, end: int) -> int:
    cut = _SENTENCE_PART.search(key, start, end)
    while cut and cut.group() == "," and cut.start() - start < 60 and cut.end() + 1 < end:
        after = TOKEN.search(key, cut.end(), end)
        if after is None or after.group() in NOT_SUBJECT or after.group().startswith(("م", "و")):
            break
        cut = _SENTENCE_PART.search(key, cut.end(), end)
    return cut.start() if cut else end


_WHAT = re.compile(r"(?:^|[\s,.«»\"\-])(?:و?هذا ما|و?هو ما|و?ذلك ما|ما|الامر الذي|و?هي)\s*$")


_THIS = re.compile(r" ?(?:ذلك|بذلك|هذا) (?!ال)")


def _pointed(key: str, frame: Frame, place: Place) -> Frame | None:
    """«أوضح ذلك المدير»: the content is what the text said before."""
    match = _THIS.match(key, place.match.end)
    if match is None:
        match = re.compile(r" ?(?:ذلك|بذلك) ").match(key, place.match.end)
    if match is None or frame.cue_class != "speech" or key[place.sentence[0] : place.cue].strip():
        return None
    found = subject(key, match.end(), _clause_end(key, match.end(), place.sentence[1]))
    if not found or agrees(frame.form.tag, _head(key, found), before=False) is False:
        return None
    start, end = trimmed(key, place.zone.start, place.sentence[0])
    if end - start < 20:
        return None
    frame.source, frame.mention = found, mention(key, found)
    frame.content, frame.intro = [(start, end)], "before"
    frame.breaks = place.cue
    frame.doubt(0.25, "content is the text before")
    return frame


_ABOUT_IT = re.compile(r" (?:اليه|اليها|عليه|عليها|عنه|عنها|به|بها) ")


def _with_pronoun(key: str, frame: Frame, place: Place, at: int) -> Frame | None:
    """«هذا ما قاله X»: the content stands before."""
    what = _WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue])
    quote = _quote_before(key, place, set())
    if what is None and quote is None:
        return None
    found = subject(key, at, _clause_end(key, at, min(place.limit, place.sentence[1])))
    if not found or agrees(frame.form.tag.removesuffix(".obj"), _head(key, found), before=False) is False:
        return None
    frame.source, frame.mention = found, mention(key, found)
    frame.intro = "before"
    frame.breaks = place.cue
    if quote:
        frame.content = [(quote.start, quote.end)]
        return frame
    start, end = trimmed(key, place.sentence[0], place.cue - len(what.group()) if what else place.cue)
    if what is None or end - start < 15 or what.group().strip(' ,.«»"-') == "ما":
        return None
    frame.content = [(start, end)]
    frame.doubt(0.2, "content is the clause before")
    return frame


def _described(key: str, frame: Frame, place: Place) -> Frame | None:
    """«وصف X Y بأنه Z»: the content is the object with its predicate."""
    carried = place.match.clitic != "" and place.last is not None and place.last.cue[0] >= place.sentence[0]
    if not place.match.clitic and before_verb(key, place.sentence[0], place.cue, frame.form.tag):
        carried = True
    link = split_object(key, place.match.end, place.sentence[1], carried, frame.form.cue.takes)
    if link is None:
        return None
    source, start = link
    if source is None:
        if not _subject_before(key, frame, place):
            return None
    else:
        if agrees(frame.form.tag, _head(key, source), before=False) is False or not place.opens:
            return None
        frame.source, frame.mention = source, mention(key, source)
        frame.breaks = _breaks(key, place)
        frame.doubt(0.1, "subject and object told apart")
    frame.intro = "obj"
    frame.start = start
    return frame


def read_participle(
    key: str, finder: Introducers, form: Form, place: Place, frames: Sequence[Frame]
) -> Frame | None:
    """«مؤكداً أن», «مشيرة إلى»: goes on with the speaker of its sentence."""
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if place.before in NEGATIONS or place.before in ("كان", "كانت", "امر", "بات", "اصبح"):
        return None
    intro = finder.find(place.match.end, min(place.limit, place.match.end + 45), form.cue.takes, form.cue.flags)
    if intro is None:
        intro = _plain_object(key, place, frame)
    if intro is None or (intro.kind != "obj" and not _short_gap(key, place.match.end, intro.start)):
        return None
    governing = _governing(place, form, frames)
    actor = _actor(key, place, form) if governing is None else None
    if actor is not None:
        frame.source, frame.mention = actor, mention(key, actor)
        frame.breaks = place.cue
        frame.doubt(0.2, "subject of the clause before the participle")
        return _introduced(frame, intro)
    if governing is None:
        if intro.kind not in ("colon", "quote") or intro.quote is None:
            return None
        frame.carry = "same"
        frame.breaks = place.cue
        frame.doubt(0.2, "no subject in the sentence")
        return _introduced(frame, intro)
    frame.takes_from(governing)
    if frame.source is None and not frame.carry:
        frame.carry = "same"
    frame.confidence = min(1.0, governing.confidence)
    frame.breaks = place.cue if governing.breaks is not None else None
    frame.level = governing.level
    return _introduced(frame, intro)


_OPENING = re.compile(r"[\s\-]*(?:و?(?:قد|كما|كان|كانت|لقد|فقد) )?و?(\w{3,}) ")


def _actor(key: str, place: Place, form: Form) -> Range | None:
    """The subject of the verb that opens the sentence («وصل الوزير إلى … مؤكداً أن»), when it surely is one."""
    opening = _OPENING.match(key, place.sentence[0], place.cue)
    if opening is None or definite(opening[1]) or known(opening[1]) or opening[1] in NOT_SUBJECT:
        return None
    found = subject(key, opening.end(), min(place.cue, opening.end() + 120))
    if not found:
        return None
    found = _shortest(key, found)
    head = _head(key, found)
    row = known(head)
    if not (row and (definite(head) or head in TITLES or len(key[found[0] : found[1]].split()) > 1) or head in GIVEN):
        return None
    gender = feminine(head)
    wanted = form.tag.endswith(".fs")
    return None if gender is None or gender != wanted or form.tag.endswith(".mp") else found


def _short_gap(key: str, start: int, end: int) -> bool:
    gap = key[start:end].strip(" ,-")
    return not gap or bool(STOP.match(gap)) or gap.split()[0] in NOT_SUBJECT or gap.startswith(("ل", "ب"))


def _plain_object(key: str, place: Place, frame: Frame) -> Intro | None:
    """«مبيناً سعر المواشي أقل»: a participle after a comma whose content follows at once."""
    at = place.match.end
    if frame.cue_class != "speech" or place.gap.strip(' "») ') not in (",", ";") or key[at : at + 1] != " ":
        return None
    token = TOKEN.match(key, at + 1, place.sentence[1])
    if token is None or token.group() in NOT_SUBJECT or len(token.group()) < 3 or "strict" in frame.flags:
        if token is None or "ان" in token.group() or frame.form.cue.lemma != "بين":
            return None
    frame.doubt(0.15, "content without complementizer")
    return Intro("obj", at + 1, at + 1)


def _governing(place: Place, form: Form, frames: Sequence[Frame]) -> Frame | None:
    """The statement whose speaker the participle continues: the last of the sentence that agrees with it."""
    fallback: Frame | None = None
    for frame in reversed(frames):
        if frame.zone != place.zone.number or not place.sentence[0] <= frame.cue[0] < place.sentence[1]:
            if frame.zone == place.zone.number:
                break
            continue
        if frame.cue_class in ("according",) or "1" in frame.form.tag:
            continue
        fits = _participle_fits(form.tag, frame)
        if fits and frame.breaks is not None:
            return frame
        if fits and fallback is None:
            fallback = frame
    return fallback


def _participle_fits(tag: str, frame: Frame) -> bool:
    gender = frame.mention.feminine if frame.mention else None
    verb = frame.form.tag
    if tag.endswith(".mp"):
        return verb.endswith(("3mp", "3md", ".mp")) or bool(frame.mention and frame.mention.plural) or gender is None
    if tag.endswith(".fs"):
        return gender is not False or verb.endswith("fs")
    if tag.endswith(".ms"):
        return gender is not True or verb.endswith(("3ms", ".ms"))
    return True
