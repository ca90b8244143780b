"""Counts: the noun behind (or, in Arabic, before) a number, and numbers that stand alone."""

from __future__ import annotations

from isnad.claim.values.amount import Amount
from isnad.claim.values.counted import Counted, bound_to, counted_after
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.things import thing_at
from isnad.claim.values.wholes import is_plural, is_singular

_HOURS = frozenset({"by", "until", "till", "at"})
_TWELVE, _DUAL = 12, 2
_HIJRI = range(1400, 1461)


def two_things(line: Line, i: int) -> Draft | None:
    """«قذيفتين», «جنديان»: the Arabic dual of a noun."""
    found = line.at(i, "dualnoun")
    if found is None:
        return None
    end = found[1] + (line.texts[found[1]] in ("اثنين", "اثنان", "اثنتين", "اثنتان"))
    return Draft(i, end, "count", low=2, high=2, unit=found[0], of=found[0], of_range=(i, i + 1))


def one_in(line: Line, amount: Amount, part: int, i: int, wholes: tuple[int, ...] = ()) -> Draft | None:
    """ "one in five people", «واحد من كل خمسة أشخاص»: the part, and the whole that begins at ``i``."""
    whole = read_number(line, i + (line.texts[i] == "every"))
    if whole is None or (wholes and whole.low not in wholes):
        return None
    if not isinstance(whole.low, int) or not part < whole.low <= 100 or line.has(whole.end, "unit"):
        return None
    amount.low = amount.high = round(100 * part / whole.low, 2)
    draft = Draft(amount.start, whole.end, "percent", unit="percent")
    bound_to(line, draft, whole.end)
    return draft


def count(line: Line, amount: Amount, done: int) -> Draft | None:
    if line.language == "en" and (line.has(amount.end, "ampm") or _is_title(line, amount)):
        return None  # "9 to 11 a.m."
    if amount.one and line.language == "fa":
        return None  # «یک» is an article more often than a number
    found = _noun_before(line, amount, done) if line.language == "ar" else None
    found = found or counted_after(line, amount.end)
    if amount.fraction or (amount.few and not (found and found.thing)):
        return None
    if found is None:
        return _bare(line, amount)
    share = one_of_each(line, amount, found)
    if share:
        return share
    if amount.one and not (found.thing and _really_one(line, amount, found)):
        return None
    if amount.digits and _is_name(line, amount, found):
        return None
    each = line.texts[amount.start - 1] == "هر"
    if (each and (amount.low == 2 or line.texts[amount.start - 2] == "از")) or (
        not amount.digits and _is_homograph(line, amount, found)
    ):
        return None
    if found.thing is None and (line.texts[amount.end] == "-" or not _counts_unknown(line, amount)):
        return None  # "a three-way race"
    draft = Draft(min(amount.start, found.start), max(found.end, amount.end), "count")
    _or_more_of_them(line, amount, draft)
    if found.thing:
        draft.unit = draft.of = found.thing.id
        draft.of_range = (found.thing.start, found.thing.end)
    return draft


def one_of_each(line: Line, amount: Amount, found: Counted) -> Draft | None:
    """ "one flight in ten", «از هر ده نفر سه نفر», «طفل من كل أربعة أطفال»: a share, as percent."""
    thing, end = found.thing, found.end
    if thing is None or not isinstance(amount.low, int) or amount.low != amount.high:
        return None
    part, whole, start = amount.low, 0, amount.start
    if line.language == "en" and line.texts[end] == "in":
        number = read_number(line, end + 1 + (line.texts[end + 1] == "every"))
        if number and isinstance(number.low, int) and not line.texts[number.end][:1].isalpha():
            whole, end = number.low, number.end
    elif line.language == "fa" and line.texts[start - 2 : start] == ["از", "هر"]:
        number = read_number(line, end) if line.texts[end] != "يكي" else None
        many = number.low if number else 1 if line.texts[end] == "يكي" else 0
        if isinstance(many, int) and many:
            part, whole, start, end = many, part, start - 2, number.end if number else end + 1
            end += line.texts[end] in ("نفر", line.texts[found.end - 1])
    elif line.language == "ar" and line.texts[start - 2 : start] == ["من", "كل"]:
        single = thing_at(line, start - 3)
        if single and single.id == thing.id:
            part, whole, start = 1, part, start - 3
    if not part < whole <= 100:
        return None
    amount.low = amount.high = round(100 * part / whole, 2)
    amount.start = amount.outer = start
    return Draft(start, end, "percent", unit="percent", of=thing.id, of_range=(thing.start, thing.end))


def _is_title(line: Line, amount: Amount) -> bool:
    """ "the Group of Seven": a number word with a capital inside a name."""
    i = amount.start
    return not amount.digits and i > 1 and line.capital(i) and line.texts[i - 1] == "of" and line.capital(i - 2)


def _or_more_of_them(line: Line, amount: Amount, draft: Draft) -> None:
    """«خمسة أشخاص أو ستة», "five people or six": the second number stands behind the noun."""
    joint = line.at(draft.end, "range_or") if line.lex[draft.end].categories else None
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


def _counts_unknown(line: Line, amount: Amount) -> bool:
    if line.has(amount.start - 1, "label") or (amount.start == 0 and line.texts[amount.end] in (".", ")", "-")):
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
    """ "one man", «قذيفة واحدة»; not "one of"."""
    if found.thing is None:
        return False
    if line.language == "ar":
        return found.start < amount.start
    return line.texts[amount.end] not in ("of", "-") and found.thing.type in ("person", "thing")


def _noun_before(line: Line, amount: Amount, done: int) -> Counted | None:
    """«القذائف الاثنتي عشرة», «قذيفة واحدة»: Arabic puts a definite number behind its noun."""
    at = amount.start - 1
    if amount.digits and line.texts[at] == "ال" and line.glued(at) and at > done and is_plural(line.texts[at - 1]):
        many = thing_at(line, at - 1)  # «المقاعد الـ120»
        return Counted(many, at - 1, amount.end) if many else None
    if at < done or amount.digits:
        return None
    definite = line.prefix(amount.start).endswith("ال") or (amount.one and line.texts[amount.start].startswith("ال"))
    if not definite and not (amount.one and line.has(amount.start, "one")):
        return None
    thing = thing_at(line, at)
    if thing is None and definite and not amount.one and line.silent(at) and is_plural(line.texts[at]):
        return Counted(None, at, amount.end)  # «المقومات الثلاث»
    if thing is None or thing.end != amount.start or thing.type not in ("person", "thing", "group", "event", "place"):
        return None
    if definite and (amount.high or 0) > _DUAL and is_singular(line.texts[at]):
        return None  # «عمال المنجم الستين»
    if definite and not line.texts[at].lstrip("وفبكل").startswith(("ال", "ل")):
        return None
    return None if amount.one and definite else Counted(thing, at, amount.end)


def _bare(line: Line, amount: Amount) -> Draft | None:
    """A number without a noun: «كنا ستة،», "the toll rose to 17"."""
    before = line.texts[amount.start - 1]
    if line.language == "en" and before in _HOURS and not amount.digits and 1 <= (amount.high or 0) <= _TWELVE:
        return None  # "by seven Hassan was gone"
    if amount.one:
        only = line.language == "ar" and line.texts[amount.end] == "فقط"
        return Draft(amount.start, amount.end, "count") if only else None
    if (
        line.has(amount.start - 1, "label")
        or (amount.digits and line.has(amount.start - 2, "numberword"))
        or before in ("the", "هر", "#", "=", "×")
        or line.texts[amount.end] in ("=", "×")
    ):
        return None
    if amount.few or (line.language == "ar" and amount.digits and amount.high in _HIJRI and amount.low == amount.high):
        return None  # «عيد جدة 1436»
    if _enumerates(line, amount) or _is_homograph(line, amount, Counted(None, 0, 0)):
        return None
    named = line.language == "en" and amount.digits and line.capital(amount.start - 1) and amount.start > 1
    if named and not (line.has(amount.start - 1, "stop") or line.breaks(amount.start - 2)):
        return None
    draft = Draft(amount.start, amount.end, "count")
    if line.before(amount.outer, "people", 3) or line.has(amount.end, "people_after"):
        draft.unit = draft.of = "person"
    return draft


def _enumerates(line: Line, amount: Amount) -> bool:
    """«1) …», "2. …" at the beginning of a line, (3) and [3]."""
    after = line.texts[amount.end]
    if after == "]" and line.texts[amount.start - 1] == "[":
        return amount.digits  # a footnote
    if after == ")" and (amount.start == 0 or line.texts[amount.start - 1] == "("):
        return amount.digits
    alone = amount.start == 0 or (amount.start == 1 and not line.texts[0][0].isalnum()) or line.breaks(amount.start - 1)
    if alone and after == ")":
        return True  # «سه) …»
    if amount.digits and after == "-" and line.glued(amount.end - 1) and not line.glued(amount.end):
        return line.texts[amount.end + 1] not in ("to", "or", "and", "و")  # «۳- …»
    return alone and amount.digits and after in (".", ")", "-", "/", "،")
