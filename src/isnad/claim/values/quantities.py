"""Amounts: a number with what bends it, its range, its unit, the thing counted and what it is for."""

from __future__ import annotations

from isnad.claim.values.ages import age_end, bare_age, is_age
from isnad.claim.values.amounts import Amount, read_amount, unit_after
from isnad.claim.values.counted import Counted, bound_to, counted_after, measured_near
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number, tidy
from isnad.claim.values.per import per_after, per_before
from isnad.model.value import ValueKind

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


def read_quantity(line: Line, i: int, done: int) -> Draft | None:
    """The amount at ``i``; words before ``done`` belong to another value."""
    amount = read_amount(line, i, done)
    if amount is None:
        return _two_things(line, i)
    draft = _money_before(line, amount, done) or _with_unit(line, amount) or _age(line, amount, done)
    draft = draft or _share(line, amount) or _count(line, amount, done)
    if draft is None or draft.kind is None:
        # Read and found to be no value: its words are not to be read as another.
        return Draft(max(amount.start, i), amount.end) if amount.end > i else None
    draft.low, draft.high = tidy(amount.low), tidy(amount.high)
    draft.approximate |= amount.approximate
    if amount.uncertain:
        draft.doubt("the mark may part thousands or decimals")
    _bend_after(line, draft)
    draft.start = min(draft.start, amount.start)
    per_after(line, draft)
    per_before(line, draft, amount.outer, done)
    if draft.of is None:
        measured_near(line, draft, done)
    return draft


def _two_things(line: Line, i: int) -> Draft | None:
    """«قذيفتين», «جنديان»: the Arabic dual of a noun."""
    found = line.at(i, "dualnoun")
    if found is None:
        return None
    end = found[1] + (line.text(found[1]) in ("اثنين", "اثنان", "اثنتين", "اثنتان"))
    return Draft(i, end, "count", low=2, high=2, unit=found[0], of=found[0], of_range=(i, i + 1))


def _money_before(line: Line, amount: Amount, done: int) -> Draft | None:
    """$1,500, US$2bn, USD 5 million, €3.5m."""
    at = amount.outer - 1
    if at < done or at < 0:
        return None
    name = _MONEY_SIGNS.get(line.text(at))
    if name is None:
        found = line.at(at, "unit")
        if not found or found[0][0].kind != "money" or not line.texts[at].isascii() or len(line.texts[at]) > 3:
            return None
        if line.texts[at] not in (
            "usd",
            "eur",
            "gbp",
            "aed",
            "sar",
            "irr",
            "iqd",
            "jod",
            "egp",
            "rs",
            "inr",
            "cny",
            "jpy",
            "ils",
            "kwd",
            "qar",
            "chf",
            "rub",
        ):
            return None
        name = found[0][0].name
    start = at
    if line.text(at - 1) in ("us", "a", "c", "u.s", "s", "usd") and line.glued(at - 1) and at - 1 >= done:
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
    if unit.kind == "measure":
        bound_to(line, draft, end)
    if unit.name == "tonne" and line.text(end - 1) == "تن" and draft.of is None:
        draft.unit = "person"
        return _classified(line, draft, amount)
    return draft


def _classified(line: Line, draft: Draft, amount: Amount) -> Draft:
    """«۵ نفر از کارکنان», «سه فروند جنگنده», «هزار نفر»: the noun behind the classifier where there is one."""
    found = counted_after(line, amount.end)
    if found and found.thing and found.thing.type in ("person", "thing", "group", "place", "substance"):
        draft.unit = draft.of = found.thing.id
        draft.of_range, draft.end = (found.thing.start, found.thing.end), found.end
    elif draft.unit == "person":
        draft.of = "person"
    return draft


def _age(line: Line, amount: Amount, done: int) -> Draft | None:
    age = bare_age(line, amount, done)
    return Draft(amount.start, age, "age", unit="year") if age else None


def _share(line: Line, amount: Amount) -> Draft | None:
    """A third of the men, «ثلث السكان», «نیمی از», «دو سوم»: a share as percent."""
    if line.language == "en" and line.text(amount.end) == "in" and isinstance(amount.low, int) and amount.low <= 10:
        return _one_in(line, amount, amount.low)
    if amount.fraction and amount.low is None and amount.high is not None:
        amount.high = round(100 * float(amount.high), 2)
        return Draft(amount.start, amount.end, "percent", unit="percent")
    if not amount.fraction or amount.low is None:
        return None
    found = counted_after(line, amount.end)
    linked = line.text(amount.end) in ("of", "the", "his", "her", "their", "its", "all", "من", "از")
    if not (linked or found and found.thing):
        return None
    share = round(100 * float(amount.low), 2)
    amount.low, amount.high = share, None if amount.high is None else round(100 * float(amount.high), 2)
    draft = Draft(amount.start, amount.end, "percent", unit="percent")
    bound_to(line, draft, amount.end)
    return draft


def _one_in(line: Line, amount: Amount, part: int) -> Draft | None:
    """ "one in five people"."""
    whole = read_number(line, amount.end + 1)
    if whole is None or not isinstance(whole.low, int) or not part < whole.low <= 100 or line.has(whole.end, "unit"):
        return None
    amount.low = amount.high = round(100 * part / whole.low, 2)
    draft = Draft(amount.start, whole.end, "percent", unit="percent")
    bound_to(line, draft, whole.end)
    return draft


def _count(line: Line, amount: Amount, done: int) -> Draft | None:
    found = counted_after(line, amount.end) or _noun_before(line, amount, done)
    if amount.fraction or amount.few and not (found and found.thing):
        return None
    if found is None:
        return _bare(line, amount, done)
    if amount.one and not (found.thing and _really_one(line, amount, found)):
        return None
    if amount.digits and _is_name(line, amount, found):
        return None
    if (
        line.text(amount.start - 1) == "هر"
        and amount.low == 2
        or not amount.digits
        and _is_homograph(line, amount, found)
    ):
        return None
    if found.thing is None and not _counts_unknown(line, amount, found):
        return None
    draft = Draft(min(amount.start, found.start), max(found.end, amount.end), "count")
    _or_more_of_them(line, amount, draft)
    if found.thing:
        draft.unit = draft.of = found.thing.id
        draft.of_range = (found.thing.start, found.thing.end)
    return draft


def _or_more_of_them(line: Line, amount: Amount, draft: Draft) -> None:
    """«خمسة أشخاص أو ستة», "five people or six": the second number stands behind the noun."""
    joint = line.at(draft.end, "range_or")
    number = read_number(line, joint[1]) if joint else None
    if number is None or amount.high is None or number.low is None or number.low <= amount.high:
        return
    if number.low == number.high and counted_after(line, number.end) is None and not line.has(number.end, "unit"):
        amount.high, draft.end, amount.approximate = number.high, number.end, True


def _is_name(line: Line, amount: Amount, found: Counted) -> bool:
    """«اسکله ۹», «رقم القضية 4521»: a number that tells one from another."""
    if line.has(amount.start - 1, "label"):
        return found.thing is None or found.thing.type != "person" or found.start < amount.start
    return line.has(amount.start - 2, "numberword")


def _counts_unknown(line: Line, amount: Amount, found: Counted) -> bool:
    if line.has(amount.start - 1, "label") or amount.start == 0 and line.text(amount.end) in (".", ")", "-"):
        return False
    if line.language == "en" and line.capital(amount.start - 1) and amount.digits and amount.start > 1:
        return line.breaks(amount.start - 2) or line.has(amount.start - 1, "stop")
    return True


def _is_homograph(line: Line, amount: Amount, found: Counted) -> bool:
    """«نه» is "no" more often than nine."""
    if line.language != "fa" or amount.end - amount.start != 1 or line.texts[amount.start] != "نه":
        return False
    if "\u064f" in line.original(amount.start):
        return False
    others = line.texts[max(0, amount.start - 10) : amount.start] + line.texts[amount.end : amount.end + 10]
    return found.thing is None or found.thing.type not in ("person", "thing") or "نه" in others


def _really_one(line: Line, amount: Amount, found: Counted) -> bool:
    """ "one man", «قذيفة واحدة»; not «یک» and "one of"."""
    if line.language == "fa" or found.thing is None:
        return False
    if line.language == "ar":
        return found.start < amount.start
    return line.text(amount.end) != "of" and found.thing.type in ("person", "thing")


def _noun_before(line: Line, amount: Amount, done: int) -> Counted | None:
    """«القذائف الاثنتي عشرة», «قذيفة واحدة»: Arabic puts a definite number behind its noun."""
    from isnad.claim.values.things import thing_at

    at = amount.start - 1
    if line.language != "ar" or at < done or amount.digits:
        return None
    definite = line.prefix(amount.start).endswith("ال")
    if not definite and not (amount.one and line.has(amount.start, "one")):
        return None
    thing = thing_at(line, at)
    if thing is None or thing.end != amount.start or thing.type not in ("person", "thing", "group", "event", "place"):
        return None
    if definite and not line.texts[at].lstrip("وفبكل").startswith(("ال", "ل")):
        return None
    return None if amount.one and definite else Counted(thing, at, amount.end)


def _bare(line: Line, amount: Amount, done: int) -> Draft | None:
    """A number without a noun: «كنا ستة،», "the toll rose to 17"."""
    before = line.text(amount.start - 1)
    if amount.one:
        only = line.language == "ar" and line.text(amount.end) == "فقط"
        return Draft(amount.start, amount.end, "count") if only else None
    if (
        line.has(amount.start - 1, "label")
        or (amount.digits and line.has(amount.start - 2, "numberword"))
        or before in ("the", "هر", "#", "=", "×")
        or line.text(amount.end) in ("=", "×")
    ):
        return None
    if amount.few:
        return None
    if _enumerates(line, amount) or _is_homograph(line, amount, Counted(None, 0, 0)):
        return None
    if line.language == "en" and amount.digits and line.capital(amount.start - 1) and amount.start > 1:
        if not (line.has(amount.start - 1, "stop") or line.breaks(amount.start - 2)):
            return None
    draft = Draft(amount.start, amount.end, "count")
    if line.before(amount.outer, "people", 3) or line.has(amount.end, "people_after"):
        draft.unit = draft.of = "person"
    return draft


def _enumerates(line: Line, amount: Amount) -> bool:
    """«1) …», "2. …" at the beginning of a line, and (3)."""
    after = line.text(amount.end)
    if after == ")" and (amount.start == 0 or line.text(amount.start - 1) == "("):
        return amount.digits
    alone = amount.start == 0 or amount.start == 1 and not line.texts[0][0].isalnum()
    return alone and amount.digits and after in (".", ")", "-", "/", "،")


def _bend_after(line: Line, draft: Draft) -> None:
    """«… على الأقل», "or more", "so", «… به بالا», «از … هم بیشتر»."""
    from isnad.claim.values.amounts import bend

    found = line.at(draft.end, "bend_after")
    if found:
        if line.text(draft.end) == "plus" and not line.glued(draft.end - 1):
            return
        _apply(draft, found[0])
        return
    at = draft.end + (line.text(draft.end) == "هم")
    if line.language == "fa" and line.text(draft.start - 1) == "از" and not line.text(at + 1).startswith("ن"):
        effect = {"بيشتر": "over", "كمتر": "under", "فراتر": "over"}.get(line.text(at))
        if effect:
            draft.low, draft.high = bend(draft.low, draft.high, effect)


def _apply(draft: Draft, effect: str) -> None:
    from isnad.claim.values.amounts import bend

    if effect == "about":
        draft.approximate = True
    else:
        draft.low, draft.high = bend(draft.low, draft.high, effect)
