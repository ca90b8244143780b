"""What a number measures: the noun behind it, or the event or thing that its sentence is about."""

from __future__ import annotations

import msgspec

from isnad.claim.values.draft import Draft
from isnad.claim.values.elliptic import STATES, of_them, state_behind
from isnad.claim.values.line import LONGEST_FORM, SENTENCE_ENDS, Line
from isnad.claim.values.marks import far
from isnad.claim.values.said import said_then
from isnad.claim.values.things import UNKNOWN, Thing, known, longest_over, thing_at
from isnad.claim.values.wholes import of_residents, whole_behind

_REACH_BACK = 16
_REACH_ON = 8
_LONGEST_ASIDE = 30
_MEASURED = frozenset({"thing", "substance", "event", "abstract"})
_DATED, _LASTING = frozenset({"event", "deed"}), frozenset({"event"})
_PRICED, _PRICES = frozenset({"thing", "substance"}), frozenset({"price", "cost", "value", "money"})
_TIMES = frozenset(
    {"digits", "num", "ord", "unit", "dual", "month", "weekday", "relative", "season", "part", "mark_year"}
    | {"mark_month", "mark_day", "ampm", "clock_hour", "bend_before", "decade", "few", "vague"}
)
_WHEN, _DISCLOSED = far("when"), far("disclosed")
_COUNTABLE = frozenset({"person", "group", "thing", "place", "substance"})
_NO_COUNTED = (
    "stop", "bend_before", "bend_after", "mark_year", "era", "range_to", "range_or", "mood_before", "mood_after",
    "ampm", "direction", "rate", "rest",
)  # fmt: skip
_NO_NOUNS = frozenset({"strong", "odd", "plus", "something", "ish", "some"})
"""What a hyphen joins to a number that counts the noun behind ("a 30-strong crew")."""
_FURTHER = frozenset({"more", "other", "additional", "further", "extra", "fewer", "new"})


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The counted noun (``thing`` None when no concept is known) and the words from ``start`` to ``end``."""

    thing: Thing | None
    start: int
    end: int


def counted_after(line: Line, i: int) -> Counted | None:
    """The noun counted by the number that ends at ``i``."""
    at = i
    if line.texts[at] in ("من", "از", "of") or line.texts[at] in ("منهم", "منها", "them"):
        return _part_of(line, at)
    if line.language == "en":
        return _english(line, at)
    at += line.texts[at] == "ال"
    thing = thing_at(line, at)
    if thing and not _is_and(line, at, thing):
        return Counted(thing, i, thing.end)
    return Counted(None, i, at + 1) if _is_noun(line, at) else None


def _is_and(line: Line, i: int, thing: Thing) -> bool:
    """Whether the word at ``i`` begins with "and": «قتل 7 وجرح 12» counts no wounds, «7 وزراء» are ministers."""
    if line.joined(i) and line.prefix(i) == "و":
        return True
    text = line.texts[i]
    bare = known("ar")[text[1:]][0] if line.language == "ar" and text[0] == "و" and len(text) > 1 else None
    return bare is not None and bare[0] == thing.id


def _part_of(line: Line, i: int) -> Counted | None:
    at = i + 1
    while line.texts[at] in ("the", "those", "these", "his", "their", "its", "ال", "اين", "آن"):
        at += 1
    thing = thing_at(line, at)
    if thing:
        return Counted(thing, i, thing.end)
    whole = whole_behind(line, at)
    if whole:
        return Counted(whole, i, i)
    if line.texts[at] in ("them", "us", "ما", "آنها", "انها", "جهتنا", "جهتهم") or line.texts[i] in ("منهم", "منها"):
        return Counted(None, i, at + (line.texts[i] not in ("منهم", "منها")))
    return None


def _is_noun(line: Line, i: int) -> bool:
    """Whether the word at ``i`` may be an unknown noun: letters, and no function word."""
    if not 0 <= i < line.n or not line.texts[i][0].isalpha() or len(line.texts[i]) < 2:
        return False
    entry = line.lex[i]
    if not entry.categories:
        return not (line.language == "ar" and line.texts[i].startswith(("و", "ي", "سي", "ست")))
    if entry.trigger or entry.prefix:
        return False
    return not any(line.has(i, category) for category in _NO_COUNTED)


def _english(line: Line, i: int) -> Counted | None:
    """The head of an English noun phrase: the last noun of a run («three fishing boats»)."""
    best: Thing | None = None
    at = i
    if line.texts[i] == "-" and line.glued(i - 1):
        at += 1
        if line.texts[at] not in _NO_NOUNS and line.texts[at][:1].isalpha() and not line.has(at, "stop"):
            joined = thing_at(line, at)  # "a 500-page report", "a five-member panel"
            return Counted(joined, i, joined.end if joined else at + 1)
    while line.texts[at] in _FURTHER and line.texts[at + 1][:1].isalpha() and not line.has(at + 1, "stop"):
        at += 1
    plural = 0
    limit = min(at + 5, line.n)
    while at < limit:
        if not line.texts[at][0].isalpha():
            if line.texts[at] != "-":
                break
            at += 1
            continue
        thing = thing_at(line, at)
        if best and (thing is None or thing.id in STATES or (thing.type == "event" and best.type != "event")):
            break
        if thing and not (line.has(at, "stop") and thing.id not in STATES):
            best, at = thing, thing.end
            continue
        if line.has(at, "stop") or line.has(at, "num") or line.has(at, "month"):
            break
        if not plural and line.texts[at].endswith("s") and len(line.texts[at]) > 3:
            plural = at + 1
            break
        at += 1
    if best:
        return Counted(best, i, best.end)
    if plural:
        return Counted(None, i, plural)
    return None


def bound_to(line: Line, draft: Draft, i: int) -> None:
    """Binds a measure or a share to the noun that follows («500 طن من الأسمدة», "60 percent of workers")."""
    at = i + (line.texts[i] in ("من", "از", "of"))
    for j in range(at, min(at + 4, line.n)):
        if line.texts[j] in ",.;:)" or line.breaks(j):
            return
        thing = thing_at(line, j)
        if thing:
            draft.of, draft.of_range = thing.id, (thing.start, thing.end)
            return


def measured_near(line: Line, draft: Draft) -> None:
    """Finds what a duration, a price, a share … measures in its sentence."""
    if draft.kind == "age":
        return
    if draft.kind == "duration" and _no_length(line, draft):
        return
    if draft.kind in ("percent", "duration"):
        linked = line.texts[draft.end] in ("of", "من", "از") or draft.kind == "percent"
        if linked:
            bound_to(line, draft, draft.end)
            if draft.of:
                return
    if draft.kind == "duration" and line.language == "en" and "-" in line.texts[draft.start : draft.end]:
        head = _english(line, draft.end)
        if head and head.thing:  # "a three-year suspended sentence"
            draft.of, draft.of_range = head.thing.id, (head.thing.start, head.thing.end)
            return
    if draft.kind == "count" and draft.unit is None:
        if not of_them(line, draft):
            _named_before(line, draft)
        return
    events = draft.kind if draft.kind in ("duration", "date") else ""
    if events == "date" and said_then(line, draft.start, draft.end):
        return
    opened = _phrase_of(line, draft.start) if events == "date" else -1
    if draft.unit == "time":
        opened = next((j for j in range(draft.start - 1, -1, -1) if line.texts[j] == ","), -1)
    thing = _back(line, draft.start, events, opened)
    if thing is None and opened < 0 and draft.kind != "distance":
        thing = _on(line, draft.end, events)
    if thing:
        draft.of, draft.of_range = thing.id, (thing.start, thing.end)


def _no_length(line: Line, draft: Draft) -> bool:
    """Whether a duration says when and not how long («یک ساعت قبل از جلسه», "three years after the fire"), or is only a
    part of what lasted ("the first two hours")."""
    if line.has(draft.end, "offset_after") or line.has(draft.end, "part_after"):
        return True
    bent = line.before(draft.start, "bend_before")
    at = bent[1] if bent else draft.start
    before = line.before(at, "offset_before", 3) or (None if bent else line.before(at, "part_before", 3))
    # «أول ساعتين» are a part; «الاجتماع الأول ساعتين» is not.
    return before is not None and not line.texts[before[1]].lstrip("وفبك").startswith(("ال", "لل"))


def _named_before(line: Line, draft: Draft) -> None:
    """«بلغ عدد القتلى 17», "the death toll rose to 17": a bare number after what it counts, in the same clause."""
    if line.language == "en" and state_behind(line, draft):
        return
    if draft.end - draft.start > 1 and line.texts[draft.end - 1][:1].isalpha() and not line.has(draft.end - 1, "num"):
        return  # an unknown noun is counted
    if not (line.digits(draft.start) or line.has(draft.start, "num")) and line.silent(draft.start):
        return
    if line.texts[draft.start - 1] == "of" and not line.capital(draft.start - 2):
        thing = of_residents(line, thing_at(line, draft.start - 2))  # "a payment of 1.5 million", "a crowd of 300"
        if thing and not draft.approximate and line.texts[draft.start - 3] != "in":  # "in front of 131 Lime Street"
            draft.of, draft.of_range = thing.id, (thing.start, thing.end)
            draft.unit = thing.id if thing.id == "resident" else None
        return
    for j in range(draft.start - 1, max(-1, draft.start - 9), -1):
        if line.texts[j] in ",;:()" or line.breaks(j):
            return
        thing = of_residents(line, thing_at(line, j))
        if thing and thing.type in _COUNTABLE - {"place"} and not _is_past(line, j):
            draft.unit = draft.of = thing.id
            draft.of_range = (thing.start, thing.end)
            return


def _is_past(line: Line, i: int) -> bool:
    """«دخلت» is no income but "she entered": an Arabic noun does not end in a bare ت of inflection."""
    text = line.texts[i]
    return line.language == "ar" and text.endswith("ت") and not text.endswith("ات") and bool(known("ar")[text[:-1]][0])


def _wanted(events: str) -> frozenset[str]:
    """The types of concepts that a date ("date"), a duration ("duration") or another value ("") measures."""
    return _DATED if events == "date" else _LASTING if events else _MEASURED


def _back(line: Line, start: int, events: str, opened: int = -1) -> Thing | None:
    """The nearest wanted concept between ``opened`` and ``start``; behind "price" and the like, what has the price."""
    price: Thing | None = None
    wanted, prices = _wanted(events), _PRICES if not events else frozenset()
    words, texts, arabic = known(line.language), line.texts, line.language == "ar"
    before, first = words[texts[start - 1]], words[texts[start - 2]]
    for j in range(start - 1, max(opened, start - _REACH_BACK, -1), -1):
        text = texts[j]
        (concept, begins), before, first = before, first, words[texts[j - 2]]
        if not text[0].isalpha():
            if line.breaks(j) and text != ":":
                return price
            continue
        if not (begins or before[1] or first[1]) and (
            concept is None
            or (concept[1] not in wanted and concept[0] not in prices and not (arabic and text[-1] == "ه"))
        ):
            continue
        thing = longest_over(line, j, first[1], before[1])
        if thing is None or line.has(thing.start, "anonymity"):
            continue  # "who requested anonymity" measures nothing
        if thing.id in prices:
            price, wanted = price or thing, _PRICED
        elif thing.type in wanted:
            return thing
    return price


def _phrase_of(line: Line, start: int) -> int:
    """Where the phrase begins that a date belongs to, not the clause («بعد ترقية الضابط عام 2003»), or -1.

    «بعد ظهر الاثنين», «قبل عام 2003» and «خلال موسم 2007» are of the date itself.
    """
    if not line.near(start - _REACH_BACK, start, _WHEN):
        return -1
    for j in range(start - 1, max(-1, start - _REACH_BACK), -1):
        if not line.texts[j][0].isalnum():
            return -1
        if line.has(j, "when"):
            of_date = j + 2 >= start or not line.lex[j + 1].categories.isdisjoint(_TIMES)
            return -1 if of_date else j
    return -1


def _past_aside(line: Line, end: int) -> int:
    """Where the clause of a date goes on behind what else went on then («في عام 2003، مع تصاعد الحرب، تولى …»)."""
    if line.texts[end] != "," or not line.has(end + 1, "aside"):
        return end
    for j in range(end + 2, min(line.n, end + _LONGEST_ASIDE)):
        if line.texts[j] == "," or line.breaks(j):
            return j
    return line.n


def _on(line: Line, end: int, events: str) -> Thing | None:
    wanted, words, texts = _wanted(events), known(line.language), line.texts
    end = _past_aside(line, end) if events == "date" else end
    disclosed = events == "date" and bool(line.near(end, end + _REACH_ON + LONGEST_FORM, _DISCLOSED))
    broken = line.broken
    for j in range(end, min(line.n, end + _REACH_ON)):
        text = texts[j]
        if text in SENTENCE_ENDS or (broken and line.breaks(j)) or (disclosed and line.has(j, "disclosed")):
            return None
        if words[text] is UNKNOWN:
            continue
        thing = thing_at(line, j)
        if thing and thing.type in wanted:
            return thing
    return None
