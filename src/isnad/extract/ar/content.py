"""Where contents end, and whether they are direct, indirect or mixed."""

from __future__ import annotations

import re

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.place import SUBORDINATE
from isnad.extract.ar.words import EVENTS, VERBS, finite, known
from isnad.extract.ar.zones import Zone, sentence_of
from isnad.extract.base import Range
from isnad.extract.quotes import Quote
from isnad.model.statement import StatementKind
from isnad.text.quoted import is_open

_EDGE = " ,;.:-\n"
OURS = re.compile(
    r"\b(?:نحن|انا|اننا|انني|لدينا|لدي|كنا|كنت|علينا|عندنا|عندي|لنا|بنا|منا|لسنا|لست|سوف ن\w+|سن\w{3,}|علي ان ا\w+)\b"
    r"|\b\w{3,}نا\b"
)
_BELIEF_END = re.compile(r"[,;.?!]|\b(?:لان|لانه|لانها|لاننا|ولكن|لكن|وفي حال|فيما|بينما|حيث|وعندما|واذا|كما)\b")
# The same for what a third person thinks: the reason goes on with it («رأى أنه يجب تأجيلها، لأن الملعب غارق»).
_THEIR_BELIEF_END = re.compile(
    r",(?! ?(?:لان(?:ه|ها|هم)?|الذي|التي|الذين) )|[;.?!]|\b(?:ولكن|لكن|وفي حال|فيما|بينما|حيث|وعندما|واذا|كما)\b"
)


# What ends a content: the report's own remark, and behind a noun a new clause («نفت الشركة الخبر، وسيغيب المدير»).
# What the speaker does beside speaking («…، موجهاً شكره إلى»).
_BESIDE = r", ?(?:موجه|مقدم|رافع|سايل|متطلع|واصف|ممتدح|مستشهد|مستعرض|مختتم|مستدل|متناول|مهني|شاكر|داعي)(?:ا|ه|ين) "
_ASIDE = re.compile(
    r",? وهو (?:راي|قول|زعم|ادعاء|كلام|اتهام|موقف) |, ?(?:علما (?:ان|بان)|وهو ما (?:نفا|نفت|ينفي|تنفي|اكد|انكر|كذب)\w*"
    r"|(?:من )?دون ان [يت](?:حدد|وضح|كشف|سمي|فصح|عطي|دلي|ورد|خوض)\w* )|" + _BESIDE
)
# In what somebody tells, «، وقد» with a past is the teller's again («وقالوا إنهم سيعودون، وقد استفدنا منهم»).
_TOLD = re.compile(r", ?وقد (?!ي|ت\w{4,} )\w{2,} ")
_CLAUSE = re.compile(
    r", ?(?:علما (?:ان|بان)|و(?:بعد|قبل|عقب|اثر) |وس[يت]\w{3,} |وي(?!وم|من|مين|نا|ون|وس|اس|سر|حي)\w{2,} |كما (?!ان)"
    r"|من دون ان |الا ان|لكن|ولكن|ف\w{3,}ت )|,? (?:مما|الامر الذي|وهو ما) | داعيا الله |" + _BESIDE
)
_COMMA = re.compile(r", (?=(\w{3,}) )")


def _main_clause(key: str, start: int, limit: int) -> int:
    """Where the main clause begins behind what somebody said in a subordinate one («بينما رجح المدير أن …، بدأت
    اللجنة العمل»)."""
    for comma in _COMMA.finditer(key, start, limit):
        word = comma[1]
        if (
            word in VERBS
            or word in EVENTS
            or word == "بدات"
            or (word[-1] == "ت" and word[-2] != "ا" and not known(word))
        ):
            return comma.start()
    return limit


_IF = re.compile(r"ب?ان(?:ه|ها|هم|نا)? ?,? ?(?:اذا|لو|ان|في حال) ")
_WILL = re.compile(r" ?و(?:س[ينت]\w{3,}|سوف|لن) ")


_DID = re.compile(r", و(\w{3,})(?= )")
_OPEN_CLAUSE = re.compile(r"\b(?:الذي|التي|الذين|ما|بما|مما|ان|انه|انها|بان|حيث|اذ|بعدما|عندما|لمن|من)\b")


def _another_deed(key: str, start: int, limit: int) -> int:
    """Where the report goes on behind a noun as content («أبدى السكان استياءهم، وأطلقوا حملة»)."""
    for match in _DID.finditer(key, start, limit):
        if finite(match[1]) and _OPEN_CLAUSE.search(key, start, match.start()) is None:
            return match.start()
    return limit


def _clause_end(key: str, start: int, limit: int) -> int:
    if not key.startswith(("ان", "بان"), start):
        limit = _another_deed(key, start, limit)
        cut = _CLAUSE.search(key, start + 8, limit)
    else:
        cut = _ASIDE.search(key, start + 8, limit)
    return cut.start() if cut and not is_open(key, start, cut.start()) else limit


def ends(key: str, frames: list[Frame], zones: list[Zone], quote_at: dict[int, Quote]) -> None:
    """Give every frame of a block its content."""
    for i, frame in enumerate(frames):
        if not frame.content and frame.intro:
            later = frames[i + 1 : i + 40]
            frame.content = _content(key, frame, later, zones[frame.zone], quote_at)
            if frame.lead and frame.content:
                frame.content.insert(0, frame.lead)


def _content(key: str, frame: Frame, later: list[Frame], zone: Zone, quote_at: dict[int, Quote]) -> list[Range]:
    start = frame.start
    while start < zone.end and key[start] in " ,:-" and start < zone.end:
        start += 1
    if start >= zone.end:
        return []
    sentence = sentence_of(zone, start)
    limit = _next_break(frame, later, start, sentence[1])
    quote = _spoken(key, frame, start, quote_at)
    if quote is not None and quote.end <= zone.end + 1:
        return _quoted(key, frame, quote, start, limit)
    if frame.intro not in ("colon", "quote") and (
        frame.form.tag.endswith(("1s", "1p"))
        or frame.form.tag.startswith("adj")
        or (frame.zone and frame.cue_class == "belief")
    ):
        own = frame.form.tag.endswith(("1s", "1p")) or frame.form.tag.startswith("adj")
        cut = (_BELIEF_END if own else _THEIR_BELIEF_END).search(key, start + 4, limit)
        limit = min(cut.start() if cut else limit, _next_belief(key, start, later))
    if frame.intro in ("obj", "prep", "that"):
        limit = _clause_end(key, start, limit)
        if SUBORDINATE.fullmatch(key, sentence[0], frame.cue[0]):
            limit = _main_clause(key, start + 8, limit)
        told = _TOLD.search(key, start + 8, limit) if frame.zone else None
        limit = told.start() if told else limit
    if frame.intro == "colon" and limit == sentence[1] and not frame.zone:
        limit = _sentences_on(key, zone, sentence, later)
    if frame.intro == "that" and limit == sentence[1]:
        limit = _consequence(key, start, zone, sentence, later)
    return [clipped(key, start, limit)]


def clipped(key: str, start: int, end: int) -> Range:
    """A content without separators and the full stop at its end."""
    while end > start and key[end - 1] in _EDGE:
        end -= 1
    told = _AS_PUT.search(key, max(start, end - 30), end) if key.endswith(("ه", "ها", "هم"), start, end) else None
    if told:
        end = told.start()
    start, _ = trimmed(key, start, end)
    while key.endswith(_HANGING, start, end):
        end = trimmed(key, start, key.rfind(" ", start, end))[1]
    return trimmed(key, start, end)


# «…»، على حد تعبيره: no part of what he said.
_AS_PUT = re.compile(r",? ?(?:وفق|حسب|بحسب|علي حد) (?:تعبير|قول|وصف|راي|زعم|كلام)(?:ه|ها|هم)$")
_HANGING = (
    " وذلك",
    " لكن",
    " ولكن",
    " حيث",
    " فيما",
    " بينما",
    " غير ان",
    " الا ان",
    " بيد ان",
    " غير",
    " الا",
    " بيد",
)
"""What opens the clause behind the content, or hangs over from it."""


def _spoken(key: str, frame: Frame, start: int, quote_at: dict[int, Quote]) -> Quote | None:
    quote = quote_at.get(start)
    if quote is None and frame.intro == "that":
        space = key.find(" ", start, start + 8)
        quote = quote_at.get(space + 1) if space > 0 else None
        if quote is None and space < 0:
            glued = re.compile(r"[«\"]").search(key, start, start + 6)
            quote = quote_at.get(glued.start()) if glued else None
    return quote


def _quoted(key: str, frame: Frame, quote: Quote, start: int, limit: int) -> list[Range]:
    after = key[quote.end : limit].strip(_EDGE + '«»"')
    whole = not after or (frame.intro in ("colon", "quote") and quote.end - quote.start > 12)
    if whole:
        return [(quote.start if frame.intro != "that" else start, quote.end)]
    return [clipped(key, start, max(limit, quote.end))]


def _next_break(frame: Frame, later: list[Frame], start: int, end: int) -> int:
    for other in later:
        if other.cue[0] >= end:
            break
        if other.zone == frame.zone and other.breaks is not None and other.breaks > start and "1" not in other.form.tag:
            return min(end, other.breaks)
    return end


def _next_belief(key: str, start: int, later: list[Frame]) -> int:
    for other in later:
        if other.cue[0] > start and (other.form.tag.endswith(("1s", "1p")) or other.form.tag.startswith("adj")):
            conjunction = key.rfind(" و", start, other.cue[0])
            return conjunction if other.cue[0] - conjunction < 12 and conjunction > 0 else other.cue[0]
    return 1 << 60


def _consequence(key: str, start: int, zone: Zone, sentence: Range, later: list[Frame]) -> int:
    """What is said to follow from a condition goes on in the next sentence («أنه إذا انهار السد فلن يبقى زرع. وسيجوع
    الناس»): the future is the speaker's, where what surrounds it is told in the past."""
    following = next((part for part in zone.sentences if part[0] >= sentence[1]), None)
    if following is None or _IF.match(key, start, sentence[1]) is None or _WILL.match(key, *following) is None:
        return sentence[1]
    told = any(following[0] <= other.cue[0] < following[1] and other.breaks is not None for other in later)
    return sentence[1] if told else _clause_end(key, following[0], following[1])


def _sentences_on(key: str, zone: Zone, sentence: Range, later: list[Frame]) -> int:
    """Speech behind a colon goes on while the next sentence is in the first person and nobody else is named. Not inside
    a quotation, where "we" may be whoever tells it."""
    end = sentence[1]
    for first, last in zone.sentences:
        if first < sentence[1]:
            continue
        named = any(first <= other.cue[0] < last and other.breaks is not None for other in later)
        if named or not (key[end - 2 : end] == ".." or OURS.search(key, first, last)):
            break
        end = last
    return end


def kind_of(key: str, frame: Frame, quotes: list[Quote]) -> StatementKind:
    """Direct when wholly quoted or behind a colon, mixed when a longer part is quoted."""
    if frame.intro in ("colon", "quote", "turn") or (frame.intro == "before" and key[frame.content[0][0]] in '«"'):
        return "direct"
    start, end = frame.content[0][0], frame.content[-1][1]
    for quote in quotes:
        if quote.start >= end:
            break
        if quote.start >= start and quote.end <= end + 1:
            inner = key[quote.inner_start : quote.inner_end]
            lead = key[start : quote.start].strip()
            if lead in ("", "ان", "بان") and not key[quote.end : end].strip(_EDGE):
                return "direct"
            if inner.count(" ") >= 2 or quote.end >= end - 1 or key[quote.start - 2 : quote.start].strip() == ":":
                return "mixed"
    return "indirect"
