"""What a price or an amount is for: each, per person, a year («لكل عائلة», "a barrel", «هر کدام», «سالانه»)."""

from __future__ import annotations

from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.marks import far
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import Thing, thing_at

_REACH = 6
_MANY = 100
_PAID = frozenset({"salary", "rent", "pension", "revenue", "subsidy"})
_SHARED = frozenset({"rate", "ratebefore", "each", "eachone"})
_SHARE_NEAR = far(*_SHARED)


def per_after(line: Line, draft: Draft) -> None:
    """«200 مليون تومان لكل واحدة», "25,000 dinars to each family", "$80 a barrel", «900 دينار للحاوية الواحدة»."""
    at = draft.end
    if draft.kind == "distance" and line.texts[at] == "/" and line.texts[at + 1] in ("h", "س"):
        draft.per, draft.end = "hour", at + 2  # 120 km/h
        return
    if _SHARED.isdisjoint(line.lex[at].categories):
        if line.language == "ar":
            _to_one(line, draft, at)
        return
    rate = line.at(at, "rate")
    if rate and any(line.has(rate[1], category) for category in ("ord", "direction", "month", "digits", "num")):
        return  # «في الأسبوع الأول», «في الشهر الماضي»
    if rate:
        draft.per, draft.end = rate[0], rate[1]
        return
    one = line.at(at, "eachone")
    if one and not (line.language == "en" and line.texts[at] == "each" and thing_at(line, at + 1)):
        draft.per, draft.end = "each", one[1]
        return
    each = line.at(at, "each")
    if each:
        _each(line, draft, each[1], loose=line.texts[at] not in ("a", "an"))
    else:
        _to_one(line, draft, at)


def _to_one(line: Line, draft: Draft, at: int) -> None:
    """«900 دينار للحاوية الواحدة»."""
    if line.language != "ar" or not line.texts[at].startswith("ل"):
        return
    unit = line.at(at, "unit")
    if unit and unit[0][0].kind in ("measure", "distance") and draft.kind == "money":
        draft.per, draft.end = unit[0][0].name, unit[1] + (line.texts[unit[1]] in ("الواحد", "الواحده"))
        return
    thing = thing_at(line, at)
    if thing and line.texts[thing.end] in ("الواحده", "الواحد"):
        draft.per, draft.end = thing.id, thing.end + 1


def _each(line: Line, draft: Draft, i: int, loose: bool) -> None:
    if (not loose and draft.kind != "money") or line.texts[i] == "من":
        return
    unit = line.at(i, "unit")
    if unit and unit[0][0].kind in ("measure", "duration", "distance"):
        draft.per, draft.end = unit[0][0].name, unit[1]
        return
    if line.digits(i) or line.has(i, "num"):
        _per_many(line, draft, i)
        return
    thing = _thing_within(line, i, 4 if loose else 1)
    if thing:
        draft.per, draft.end = thing.id, thing.end
    elif loose and line.texts[i][:1].isalpha() and draft.kind == "money":
        draft.per, draft.end = "each", i + 1


def _per_many(line: Line, draft: Draft, i: int) -> None:
    """ "five per 100,000 people", «لكل 100 ألف نسمة»: the many are no count of their own."""
    number = read_number(line, i)
    if number is None or not isinstance(number.low, int) or number.low < _MANY:
        return
    thing = thing_at(line, number.end)
    person = line.at(number.end, "unit")
    if thing or (person and person[0][0].name == "person"):
        draft.per, draft.end = f"{number.low} {thing.id if thing else 'person'}", thing.end if thing else number.end + 1


def _rate_of_noun(line: Line, outer: int) -> tuple[str, int] | None:
    """«ماهی سه میلیون تومان» is a month's pay, «قیمت ماهی» and «یک کیلو ماهی» are of fish."""
    rate = line.before(outer, "ratebefore", 2)
    if rate is None or line.has(rate[1] - 1, "unit"):
        return None
    thing = thing_at(line, rate[1] - 1)
    return rate if thing is None or thing.id in _PAID or thing_at(line, rate[1]) is None else None


def _thing_within(line: Line, i: int, reach: int) -> Thing | None:
    for j in range(i, min(i + reach, line.n)):
        if not line.texts[j][0].isalpha():
            return None
        thing = thing_at(line, j)
        if thing:
            return thing
    return None


def per_before(line: Line, draft: Draft, outer: int, done: int) -> None:
    """«هر کدام ۹ میلیون تومان», «هر کانتینر سوخته ۹۰۰ دینار», «الواحدة منها لا تقل عن 300 مليون»."""
    if (
        draft.per
        or draft.kind not in ("money", "count", "percent")
        or not line.near(draft.start - _REACH - 3, draft.start, _SHARE_NEAR)
    ):
        return
    if draft.kind != "money" and line.language != "fa":
        return
    bent = line.before(outer, "bend_before")
    outer = bent[1] if bent and bent[1] >= done else outer
    rate = line.before(outer, "rate", 2) or _rate_of_noun(line, outer)
    if rate and line.language == "fa" and rate[1] >= done:
        draft.per, draft.start = rate
        return
    for j in range(draft.start - 1, max(done - 1, draft.start - 1 - _REACH), -1):
        if line.texts[j] in ",;.:«»()،" or line.breaks(j):
            return
        one = line.at(j, "eachone")
        if one and line.texts[one[1]] == "از" and one[1] + 1 == draft.start and draft.kind == "count":
            return  # «هر یک از چهار نگهبان»
        if one and one[1] <= draft.start and not (line.texts[j] == "each" and thing_at(line, j + 1)):
            thing = _thing_within(line, one[1], 3) if one[1] < draft.start and line.texts[one[1]] == "از" else None
            if thing is None and line.texts[one[1]] == "از":
                thing = _thing_within(line, one[1] + 1, 3)
            draft.per, draft.start = thing.id if thing and thing.end <= draft.start else "each", j
            return
        each = line.at(j, "each") if line.language != "en" or line.texts[j] in ("each", "every") else None
        unit = line.at(each[1], "unit") if each else None
        near = unit is not None and draft.start - unit[1] <= 2 * (draft.kind == "money")  # «هر لیتر شیر ۲۵ هزار تومان»
        if unit and near and unit[0][0].kind in ("measure", "duration", "distance"):
            draft.per, draft.start = unit[0][0].name, j
            return
        if each and each[1] < draft.start:
            thing = _thing_within(line, each[1], 3)
            if thing and thing.end <= draft.start:
                draft.per = thing.id
                draft.start = j if thing.end == outer or line.language == "fa" else draft.start
            return
