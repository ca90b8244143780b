"""Values in the words of the interface: number with unit in the right plural, bounds, "about", dates spelt out."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.dossier.naming import concept_name
from isnad.dossier.spelled import spelled
from isnad.dossier.words import Words
from isnad.model import Value

_MILLION, _BILLION = 1_000_000, 1_000_000_000
# A part of one unit is said in whole ones of the next smaller: 0.5 hour is 30 minutes.
_SMALLER = {"hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24), "year": ("month", 12)}


def told(words: Words, value: Value) -> str | None:
    """A value in the interface language, as plain text; None where the text gives no number or date ("dozens")."""
    if value.kind == "date":
        text = spelled(words, value.edtf, value.calendar) if value.edtf else None
        marked = value.edtf is not None and value.edtf.endswith("~")
        return _about(words, text) if text and value.approximate and not marked else text
    text = _amount(words, value)
    if text is None:
        return None
    if value.approximate:
        text = _about(words, text)
    if value.per is None:
        return text
    if value.per == "each":
        return _fill(words, "amount.each", text)
    return _fill(words, "amount.per", text).replace("{what}", _per(words, value.per))


def marks_of_value(value: Value) -> list[str]:
    """The keys of the marks that a value bears: planned, denied …, and uncertain."""
    marks = [f"modality.{value.modality}"] if value.modality != "actual" else []
    return [*marks, "values.uncertain"] if value.uncertain else marks


def marks_of_all(values: Sequence[Value]) -> list[str]:
    """The keys of the marks that each of some values bears: a day on which one report has a plan is no planned day."""
    first, *others = (marks_of_value(value) for value in values)
    return [mark for mark in first if all(mark in marks for marks in others)]


def _fill(words: Words, key: str, value: str) -> str:
    return words.template(key).replace("{value}", value)


def _about(words: Words, text: str) -> str:
    return _fill(words, "amount.about", text)


def _per(words: Words, per: str) -> str:
    unit = f"unit.{per.replace(' ', '_')}.other"
    if words.has(unit) and words.language != "en":
        return words.template(unit).replace("{n}", "").strip()
    one = f"unit.{per.replace(' ', '_')}.one"
    return words.template(one).replace("{n}", "").strip() if words.has(one) else concept_name(words, per)


def _amount(words: Words, value: Value) -> str | None:
    low, high, unit = value.low, value.high, value.unit
    if low is None and high is None:
        return None
    if unit in _SMALLER and low == high and low is not None and 0 < low < 1:
        name, factor = _SMALLER[unit]
        if abs(low * factor - round(low * factor)) < 0.02:
            low = high = round(low * factor)
            unit = name
    if low is not None and high is not None:
        return _bounded(words, value.kind, low, high, unit)
    open_key = "amount.most" if low is None else "amount.least"
    end = high if low is None else low
    assert end is not None
    return _fill(words, open_key, _bounded(words, value.kind, end, end, unit))


def _bounded(words: Words, kind: str, low: float, high: float, unit: str | None) -> str:
    number = number_text(words, high)
    plural: int | float = high
    if low != high:
        number = words.template("number.range").replace("{low}", number_text(words, low)).replace("{high}", number)
    elif abs(high) >= _MILLION and _scale(high):
        plural = high
    key = f"unit.{unit.replace(' ', '_')}" if unit else ""
    if kind == "percent":
        return words.counted("amount.percent", high, number)
    if kind == "ordinal":
        return words.template("amount.ordinal").replace("{n}", number)
    if not key or not words.has(f"{key}.other"):
        return number
    text = words.counted(key, plural, number)
    return _fill(words, "amount.age", text) if kind == "age" else text


def number_text(words: Words, number: float) -> str:
    """A number as the press writes it: thousands separated, from a million on with the word for it."""
    scale = _scale(number)
    if scale:
        key, size = scale
        part = number / size
        whole = int(part) if part == int(part) else part
        return words.counted(f"number.{key}", whole, _plain(words, whole))
    return _plain(words, number)


def _scale(number: float) -> tuple[str, int] | None:
    """The word for a large number, if two decimals are enough with it."""
    for key, size in (("billion", _BILLION), ("million", _MILLION)):
        if abs(number) >= size and round(number / size, 2) == number / size:
            return key, size
    return None


def _plain(words: Words, number: float) -> str:
    if number == int(number):
        return words.number(int(number))
    whole, _, decimals = f"{abs(number):.2f}".rstrip("0").partition(".")
    sign = "-" if number < 0 else ""
    return sign + words.number(int(whole)) + words.template("number.point") + words.digits(decimals)
