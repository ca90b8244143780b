"""Amounts: a number with what bends it, its range, its unit, the thing counted and what it is for."""

from __future__ import annotations

from isnad.claim.values.ages import age_end, bare_age, is_age
from isnad.claim.values.amount import Amount, bend, unit_after
from isnad.claim.values.amounts import read_amount
from isnad.claim.values.counted import Counted, bound_to, counted_after, measured_near
from isnad.claim.values.counts import count, one_in, one_of_each, two_things
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import LONGEST_FORM, Line
from isnad.claim.values.marks import far
from isnad.claim.values.minus import minus
from isnad.claim.values.number import tidy
from isnad.claim.values.per import per_after, per_before
from isnad.claim.values.things import Thing
from isnad.model.value import ValueKind

_CLAUSE = 5
_NOUNS = frozenset({"matter"})
"""Classifiers that are what is counted: no other noun follows."""
_OF_SPEED = frozenset({"hour", "minute", "second"})
_OUT_OF = (10, 100)
_NOT_LASTING = far("notlasting")
_KINDS: dict[str, ValueKind] = {
    "duration": "duration",
    "distance": "distance",
    "money": "money",
    "percent": "percent",
    "measure": "count",
    "times": "count",
    "classifier": "count",
}
_MONEY_SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₪": "shekel",
    "₹": "rupee",
    "₽": "rouble",
    "﷼": "rial",
}


_MONEY_CODES = frozenset(
    "usd eur gbp aed sar irr iqd jod egp rs inr cny jpy ils kwd qar chf rub".split()  # noqa: SIM905
)


def read_quantity(line: Line, i: int, done: int) -> Draft | None:
    """The amount at ``i``; words before ``done`` belong to another value."""
    amount = read_amount(line, i, done)
    if amount is None:
        return two_things(line, i)
    draft = _money_before(line, amount, done) or _with_unit(line, amount) or _age(line, amount)
    draft = draft or _share(line, amount) or count(line, amount, done)
    if draft is None or draft.kind is None:
        # Read and found to be no value: its words are not to be read as another.
        return Draft(max(amount.start, i), amount.end) if amount.end > i else None
    draft.low, draft.high = tidy(amount.low), tidy(amount.high)
    draft.approximate |= amount.approximate
    if amount.uncertain:
        draft.doubt("the mark may part thousands or decimals")
    _bend_after(line, draft)
    if draft.high is None and draft.low is not None and _is_not_more(line, draft):
        draft.low, draft.high = None, draft.low
    draft.start = min(draft.start, amount.start)
    minus(line, draft, amount, done)
    per_after(line, draft)
    per_before(line, draft, amount.outer, done)
    if draft.kind == "distance" and draft.per in _OF_SPEED:
        draft.of = "speed"
    if draft.of is None:
        measured_near(line, draft)
    return draft


def _money_before(line: Line, amount: Amount, done: int) -> Draft | None:
    """$1,500, US$2bn, USD 5 million, €3.5m."""
    at = amount.outer - 1
    if at < done or at < 0:
        return None
    name = _MONEY_SIGNS.get(line.texts[at])
    if name is None:
        found = line.at(at, "unit") if line.texts[at] in _MONEY_CODES else None
        if not found or found[0][0].kind != "money":
            return None
        name = found[0][0].name
    start = at
    if line.texts[at - 1] in ("us", "a", "c", "u.s", "s", "usd") and line.glued(at - 1) and at - 1 >= done:
        start = at - 1
    amount.outer = start
    end = amount.end
    unit = unit_after(line, end)
    if unit and unit[0].kind == "money":
        end = unit[1]
    return Draft(start, end, "money", unit=name)


def _with_unit(line: Line, amount: Amount) -> Draft | None:
    unit = amount.unit
    if unit is None:
        return None
    start, end = amount.start, amount.end
    if unit.kind == "duration" and is_age(line, amount):
        return Draft(start, age_end(line, amount), "age", unit=unit.name)
    draft = Draft(start, end, _KINDS[unit.kind], unit=unit.name)
    if unit.kind == "classifier":
        return _classified(line, draft, amount)
    if unit.name == "tonne" and line.texts[end - 1] == "تن" and not (amount.fraction or isinstance(amount.low, float)):
        found = counted_after(line, end)
        if not (found and found.thing and found.thing.type in ("substance", "thing")):
            draft.unit = "person"
            return _classified(line, draft, amount)
    if unit.kind == "measure" and not (line.language == "fa" and amount.adjective):  # «زلزله ۶ ریشتری شهر» is of before
        bound_to(line, draft, end)
    return draft


def _classified(line: Line, draft: Draft, amount: Amount) -> Draft:
    """«۵ نفر از کارکنان», «سه فروند جنگنده», «هزار نفر»: the noun behind the classifier where there is one."""
    if draft.unit in _NOUNS:
        draft.of = draft.unit
        return draft
    person = Counted(Thing("person", "person", None, amount.end - 1, amount.end), amount.start, amount.end)
    share = one_of_each(line, amount, person) if line.texts[amount.start - 1] == "هر" else None
    if share:
        return share
    found = None if line.texts[amount.end - 1].endswith("نفره") else counted_after(line, amount.end)
    if found and found.thing and draft.unit == "person" and line.texts[amount.end] == "از":
        found = found if found.thing.type in ("person", "group") else None  # «صد نفر از موزه دیدن کردند»
    if found and found.thing and found.thing.type in ("person", "thing", "group", "place", "substance"):
        draft.unit = draft.of = found.thing.id
        draft.of_range, draft.end = (found.thing.start, found.thing.end), found.end
    elif draft.unit == "person":
        draft.of = "person"
    return draft


def _age(line: Line, amount: Amount) -> Draft | None:
    age = bare_age(line, amount)
    return Draft(amount.start, age, "age", unit="year") if age else None


def _share(line: Line, amount: Amount) -> Draft | None:
    """A third of the men, «ثلث السكان», «نیمی از», «دو سوم»: a share as percent."""
    if isinstance(amount.low, int) and amount.low <= 10:
        if line.language == "en" and line.texts[amount.end : amount.end + 2] == ["of", "every"]:
            return one_in(line, amount, amount.low, amount.end + 2)
        if line.language == "en" and line.texts[amount.end : amount.end + 2] == ["out", "of"]:
            return one_in(line, amount, amount.low, amount.end + 2, _OUT_OF)
        if line.language == "en" and line.texts[amount.end] == "in":
            return one_in(line, amount, amount.low, amount.end + 1)
        if line.language == "ar" and line.texts[amount.end] == "من" and line.texts[amount.end + 1] == "كل":
            return one_in(line, amount, amount.low, amount.end + 2)
    if amount.fraction and amount.low is None and amount.high is not None:
        amount.high = round(100 * float(amount.high), 2)
        return Draft(amount.start, amount.end, "percent", unit="percent")
    if not amount.fraction or amount.low is None:
        return None
    found = counted_after(line, amount.end)
    linked = line.texts[amount.end] in ("of", "the", "his", "her", "their", "its", "all", "من", "از", "ما", "مما")
    bare = "ال" not in line.prefix(amount.start) and not line.texts[amount.start].startswith("ال")
    if line.language == "ar" and bare and line.texts[amount.end].startswith("ال"):  # «سدس المساحة», not «نصف النهائي»
        linked = not any(line.has(amount.end, category) for category in ("noshare", "ord", "stop"))
    if not (linked or (found and found.thing)):
        return None
    share = round(100 * float(amount.low), 2)
    amount.low, amount.high = share, None if amount.high is None else round(100 * float(amount.high), 2)
    draft = Draft(amount.start, amount.end, "percent", unit="percent")
    bound_to(line, draft, amount.end)
    return draft


def _is_not_more(line: Line, draft: Draft) -> bool:
    """Whether "more than" is denied: «بیش از ۳۰ دلار نیست», "did not last more than 20 minutes"."""
    bent = line.before(draft.start, "bend_before") if line.has(draft.end, "notmore") else None
    return (bent is not None and bent[0] == "over") or (draft.kind == "duration" and _lasted_not(line, draft))


def _lasted_not(line: Line, draft: Draft) -> bool:
    """Whether the clause denies the length: "did not last more than 20 minutes" is at most 20, in Persian behind it."""
    if not line.near(draft.start - 2 * _CLAUSE, draft.end + _CLAUSE + LONGEST_FORM, _NOT_LASTING):
        return False
    on, back = range(draft.end, min(line.n, draft.end + _CLAUSE)), range(draft.start - 1, -1, -1)
    for j in on if line.language == "fa" else back[: _CLAUSE * 2]:
        if line.texts[j] in ",()" or line.breaks(j):
            return False
        if line.has(j, "notlasting"):
            return True
        mood = line.at(j, "mood_before")
        if mood and mood[0] == "reset":
            return False
    return False


def _bend_after(line: Line, draft: Draft) -> None:
    """«… على الأقل», "or more", "so", «… به بالا», «از … هم بیشتر»."""
    found = line.at(draft.end, "bend_after") if line.lex[draft.end].categories else None
    if found:
        if line.texts[draft.end] == "plus" and not line.glued(draft.end - 1):
            return
        _apply(draft, found[0])
        return
    at = draft.end + (line.texts[draft.end] == "هم")
    if line.language == "fa" and line.texts[draft.start - 1] == "از":
        passed = line.at(at, "bend_passed")
        if passed:
            _apply(draft, passed[0])
        effect = {"بيشتر": "over", "كمتر": "under", "فراتر": "over"}.get(line.texts[at])
        if effect and line.texts[at + 1].startswith("ن"):
            effect = "max" if effect == "over" and line.has(at + 1, "notmore") else None
        if effect:
            draft.low, draft.high = bend(draft.low, draft.high, effect)


def _apply(draft: Draft, effect: str) -> None:
    if effect == "about":
        draft.approximate = True
    else:
        draft.low, draft.high = bend(draft.low, draft.high, effect)
