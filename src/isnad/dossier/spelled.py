"""Dates in the words of the interface, as precise as the text and no more: "March 2015" never gets a day."""

from __future__ import annotations

import re
from datetime import date

from persiantools.jdatetime import JalaliDate

from isnad.dossier.edtf import pieces, stretch
from isnad.dossier.words import Words

_PIECE = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?)?)?$")
_ROUGH = re.compile(r"(\d{3})X$|(\d{2})XX$")


def spelled(words: Words, edtf: str, calendar: str | None = None) -> str | None:
    """A date spelt out («14 آذار/مارس 2019», "March 2015", "from 2015 on"); None where it is not understood.

    In Persian a day is named in the Iranian calendar too; a month or a year that the text reckons in that calendar is
    named so in every language.
    """
    kind, parts = pieces(edtf)
    if kind == "interval":
        return _jalali_period(words, edtf, calendar) or _interval(words, *parts)
    if kind != "single":
        named = [spelled(words, part) for part in parts]
        if None in named:
            return None
        return _several(words, [one for one in named if one], kind)
    return _single(words, parts[0], beside=True)


def short(words: Words, edtf: str, calendar: str | None = None) -> str | None:
    """The same without a second calendar beside it, for the labels of a drawing."""
    kind, parts = pieces(edtf)
    if kind == "single":
        return _single(words, parts[0], beside=False)
    if kind != "interval":
        return spelled(words, edtf)
    period = _jalali_named(words, edtf) if calendar == "jalali" else None
    return _fill(words, "date.jalali_short", date=period) if period else _interval(words, *parts)


def published(words: Words, date: str | None) -> str | None:
    """The day of a report, its time left out; as it stands where it is no date."""
    return (short(words, date[:10]) or date[:10]) if date else None


def month_name(words: Words, month: int) -> str:
    """A Gregorian month."""
    return words.template(f"month.{month}")


def _fill(words: Words, key: str, **parameters: str) -> str:
    text = words.template(key)
    for name, value in parameters.items():
        text = text.replace("{" + name + "}", value)
    return text


def _several(words: Words, named: list[str], kind: str) -> str:
    if len(named) == 1:
        return named[0]
    first = words.template("date.list").join(named[:-1])
    return _fill(words, "date.both" if kind == "all" else "date.one_of", first=first, last=named[-1])


def _single(words: Words, text: str, beside: bool) -> str | None:
    bare = text.rstrip("~?%")
    if rough := _ROUGH.match(bare):
        if rough[1]:
            return _fill(words, "date.decade", year=words.digits(f"{int(rough[1]) * 10}"))
        return _fill(words, "date.century", n=words.digits(f"{int(rough[2]) + 1}"))
    piece = _PIECE.match(bare)
    if piece is None or (piece[1] != "XXXX" and stretch(bare) is None):
        return None
    named = _piece(words, piece)
    if named is None:
        return None
    if beside and words.language == "fa" and piece[3] and piece[1] != "XXXX":
        named = _fill(words, "date.jalali", date=_jalali_day(words, bare[:10]), gregorian=named)
    if piece[4]:
        named = _fill(words, "date.time", date=named, time=words.digits(piece[4]))
    return _fill(words, "amount.about", value=named) if bare != text else named


def _piece(words: Words, piece: re.Match[str]) -> str | None:
    year, month, day = piece[1], int(piece[2] or 0), int(piece[3] or 0)
    if not piece[2]:
        return words.digits(str(int(year))) if year != "XXXX" else None
    if month > 12:
        return _fill(words, "date.season", season=words.template(f"season.{month}"), year=words.digits(year))
    if not 1 <= month <= 12 or day > 31:
        return None
    named = month_name(words, month)
    key = "date.day" if day else "date.month"
    if year == "XXXX":
        key = "date.yearless" if day else "date.yearless_month"
        return _fill(words, key, day=words.digits(str(day)), month=named)
    return _fill(words, key, day=words.digits(str(day)), month=named, year=words.digits(str(int(year))))


def _interval(words: Words, first: str, last: str) -> str | None:
    if first in ("", "..") or last in ("", ".."):
        known = _single(words, last if first in ("", "..") else first, beside=False)
        key, name = ("date.until", "last") if first in ("", "..") else ("date.since", "first")
        return _fill(words, key, **{name: known}) if known else None
    same_month = first[:7] == last[:7] and len(first) == len(last) == 10
    if same_month and stretch(f"{first}/{last}"):
        a, b = words.digits(str(int(first[8:]))), words.digits(str(int(last[8:])))
        named = month_name(words, int(first[5:7]))
        return _fill(words, "date.days", first=a, last=b, month=named, year=words.digits(str(int(first[:4]))))
    a_named, b_named = _single(words, first, beside=False), _single(words, last, beside=False)
    return _fill(words, "date.interval", first=a_named, last=b_named) if a_named and b_named else None


def _jalali(text: str) -> JalaliDate:
    return JalaliDate(date.fromisoformat(text))  # type: ignore[no-untyped-call]


def _jalali_day(words: Words, text: str) -> str:
    day = _jalali(text)
    named = words.template(f"jalali.{day.month}")
    return _fill(words, "date.day", day=words.digits(str(day.day)), month=named, year=words.digits(str(day.year)))


def _jalali_period(words: Words, edtf: str, calendar: str | None) -> str | None:
    """A month or a year of the Iranian calendar with its days in the Gregorian one, if the interval is exactly one."""
    named = _jalali_named(words, edtf) if calendar == "jalali" else None
    gregorian = _interval(words, *edtf.split("/", 1)) if named else None
    return _fill(words, "date.jalali", date=named, gregorian=gregorian) if named and gregorian else None


def _jalali_named(words: Words, edtf: str) -> str | None:
    first, _, last = edtf.partition("/")
    if len(first) != 10 or len(last) != 10 or stretch(edtf) is None:
        return None
    begin, after = _jalali(first), _jalali(date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat())
    if begin.day != 1 or after.day != 1:
        return None
    year = words.digits(str(begin.year))
    if (begin.month, after.month, after.year) == (1, 1, begin.year + 1):
        return year
    if (after.year * 12 + after.month) - (begin.year * 12 + begin.month) != 1:
        return None
    return _fill(words, "date.month", month=words.template(f"jalali.{begin.month}"), year=year)
