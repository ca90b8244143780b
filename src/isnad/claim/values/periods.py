"""Parts and groups of years: mid-2015, «أواخر آذار», season, quarter, half, decade, century, anniversaries."""

from __future__ import annotations

from isnad.claim.values.calendars import century, decade, edtf, piece, thirds
from isnad.claim.values.dates import plain_date
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ordinals import read_ordinal
from isnad.claim.values.relative import pointing
from isnad.claim.values.things import thing_at
from isnad.claim.values.years import era_after, read_year
from isnad.model.value import Calendar

_GLUE = ("of", "من", "-", "the", "از", "in", "في", "for", "لعام", "ال")


def _skip(line: Line, i: int, *categories: str) -> int:
    """Skips linking words and marks («من عام», "of the year")."""
    for _ in range(4):
        found = next((hit for category in categories if (hit := line.at(i, category))), None)
        if found:
            i = found[1]
        elif line.texts[i] in _GLUE and i < line.n:
            i += 1
        else:
            break
    return i


def read_part(line: Line, i: int) -> Draft | None:
    """«منتصف عام 2015», "late March 2019", «اوایل دهه ۶۰», "the end of last month"."""
    found = line.at(i, "part")
    if found is None:
        return None
    part, end = found
    if line.has(i, "clockword") or (line.has(i, "mark_half") and read_ordinal(line, end)):
        return None  # «منتصف الليل», «نیمه دوم خرداد»
    at = _skip(line, end, "mark_year", "mark_month")
    # «نهاية العام المقبل», «پایان ماه جاری»: there the word for a year or a month is what is pointed to.
    whole = (pointing(line, _skip(line, end)) if at > end else None) or _decade(line, at) or _century(line, at)
    whole = whole or plain_date(line, at) or pointing(line, at)
    if whole is None or whole.kind is None or (whole.sense == "day" and whole.day is not None):
        return None
    whole.start, whole.approximate = i, True
    if whole.day is not None and whole.edtf and whole.sense in ("year", "month"):
        cut = thirds(whole.day)
        whole.edtf = cut[part] if cut else None
    whole.sense, whole.day = "part", None
    return whole


def read_season(line: Line, i: int) -> Draft | None:
    """«صيف 2015», "the summer of 2015", «بهار ۱۳۹۸»: only with its year."""
    found = line.at(i, "season")
    if found is None:
        return None
    code, end = found
    at = _skip(line, end, "mark_year")
    year = read_year(line, at, marked=at > end or (line.language == "fa" and len(line.texts[at]) == 2))
    if year is None or not line.digits(at) or line.has(year.end, "unit"):
        return None
    first = 3 * (code - 21) + 1
    text = piece(year.when, (first, first + 2), code) if edtf(year.when) else None
    return Draft(i, year.end, "date", edtf=text, calendar=year.when.calendar, sense="season")


def read_share_of_year(line: Line, i: int) -> Draft | None:
    """ "the third quarter of 2015", «الربع الأول من 2023», «نیمه نخست سال ۱۴۰۱», "Q3 2022"."""
    kind, number, at = _share(line, i)
    if not kind:
        return None
    at = _skip(line, at, "mark_year")
    year = read_year(line, at, marked=True) if line.digits(at) else None
    if year is None or not 1 <= number <= (4 if kind == "quarter" else 2) or line.has(year.end, "unit"):
        return None
    length = 3 if kind == "quarter" else 6
    months = (length * (number - 1) + 1, length * number)
    text = piece(year.when, months, (32 if kind == "quarter" else 39) + number) if edtf(year.when) else None
    start = i - (line.texts[i - 1] == "q")
    return Draft(start, year.end, "date", edtf=text, calendar=year.when.calendar, sense="season")


def _share(line: Line, i: int) -> tuple[str, int, int]:
    for kind in ("quarter", "half"):
        marked = line.at(i, f"mark_{kind}")
        if marked and line.language != "en":
            ordinal = read_ordinal(line, marked[1])
            if ordinal:
                return kind, *ordinal
        ordinal = read_ordinal(line, i) if line.language == "en" or line.language == "fa" else None
        if ordinal:
            after = line.at(ordinal[1], f"mark_{kind}")
            if after:
                return kind, ordinal[0], after[1]
    if (
        line.language == "en"
        and line.texts[i - 1] == "q"
        and line.glued(i - 1)
        and line.texts[i] in ("1", "2", "3", "4")
    ):
        return "quarter", int(line.texts[i]), i + 1
    return "", 0, i


def _decade(line: Line, i: int) -> Draft | None:
    """1980s, the eighties, «ثمانينيات القرن الماضي», «دهه ۶۰», «دهه هشتاد میلادی»."""
    if line.language == "fa":
        return _persian_decade(line, i)
    if line.digits(i) or line.texts[i] in ("'", "’"):
        return _english_decade(line, i)
    found = line.at(i, "decade")
    if found is None:
        return None
    tens, end = found
    if line.language == "en":
        if line.texts[i - 1] in ("his", "her", "their", "my", "your") or (
            line.texts[i - 1] != "the" and not line.has(i - 1, "part")
        ):
            return None
        return Draft(i, end, "date", edtf=decade("gregorian", 1900 + tens), calendar="gregorian", sense="decade")
    base, end = _which_century(line, end)
    if base is None and tens < 40:
        return Draft(i, end, "date", sense="decade").doubt("the century is not said")
    return Draft(i, end, "date", edtf=decade("gregorian", (base or 1900) + tens), calendar="gregorian", sense="decade")


def _which_century(line: Line, i: int) -> tuple[int | None, int]:
    """«القرن الماضي» is the twentieth in the press; «القرن التاسع عشر»."""
    at = i + (line.texts[i] == "من")
    marked = line.at(at, "mark_century")
    if not marked:
        return None, i
    if line.has(marked[1], "direction"):
        return 1900, marked[1] + 1
    ordinal = read_ordinal(line, marked[1])
    return ((ordinal[0] - 1) * 100, ordinal[1]) if ordinal else (None, i)


def _english_decade(line: Line, i: int) -> Draft | None:
    at = i + (not line.digits(i))
    text = line.texts[at]
    suffix = line.texts[at + 1]
    quoted = suffix in ("'", "’") and line.texts[at + 2] == "s"
    if not text.isdecimal() or not line.glued(at) or not (suffix == "s" or quoted) or text[-1] != "0":
        return None
    end = at + 2 + quoted
    if len(text) == 4:
        return Draft(i, end, "date", edtf=decade("gregorian", int(text)), calendar="gregorian", sense="decade")
    if len(text) != 2 or line.texts[i - 1] in ("his", "her", "their"):
        return None
    year = (2000 if int(text) < 30 else 1900) + int(text)
    return Draft(i, end, "date", edtf=decade("gregorian", year), calendar="gregorian", sense="decade")


def _persian_decade(line: Line, i: int) -> Draft | None:
    at = i
    if line.before(i, "mark_decade", 2) is None:
        marked = line.at(i, "mark_decade")
        if not marked:
            return None
        at = marked[1]
    if line.digits(at):
        text, end = line.texts[at], at + 1
        if not text.isdecimal() or len(text) not in (2, 4) or text[-1] != "0":
            return None
        number = int(text)
    else:
        read = read_number(line, at) if line.has(at, "num") else None
        if read is None or not isinstance(read.low, int) or read.low % 10 or read.low < 10:
            return None
        number, end = read.low, read.end
    if line.has(end, "unit") and not line.has(end, "era"):
        return None
    era, end = era_after(line, end)
    calendar: Calendar = "gregorian" if era == "gregorian" or number >= 1500 else "jalali"
    year = number if number >= 1000 else number + (1900 if calendar == "gregorian" else 1300)
    return Draft(i, end, "date", edtf=decade(calendar, year), calendar=calendar, sense="decade")


def _century(line: Line, i: int) -> Draft | None:
    """ "the 19th century", «القرن التاسع عشر», «القرن الـ19», «قرن بیستم»."""
    if line.language == "en":
        ordinal = read_ordinal(line, i)
        at = ordinal[1] + (line.texts[ordinal[1]] == "-") if ordinal else i
        if not ordinal or not line.has(at, "mark_century"):
            return None
        end = at + 1
    else:
        marked = line.at(i, "mark_century")
        if not marked:
            return None
        start = marked[1] + (line.texts[marked[1]] == "ال")
        ordinal = read_ordinal(line, start) or _plain_century(line, start)
        if not ordinal:
            return None
        end = ordinal[1]
    era, end = era_after(line, end)
    if era == "bce":
        return Draft(i, end)
    calendar: Calendar = era if era in ("hijri", "jalali") else "gregorian"  # type: ignore[assignment]
    text = century(calendar, ordinal[0])
    return Draft(i, end, "date", edtf=text, calendar=calendar, sense="century") if text else None


def _plain_century(line: Line, i: int) -> tuple[int, int] | None:
    if line.digits(i) and line.texts[i].isdecimal() and 1 <= int(line.texts[i][:3]) <= 21:
        return int(line.texts[i][:3]), i + 1
    return None


def read_decade_or_century(line: Line, i: int) -> Draft | None:
    """A decade or a century at ``i``."""
    return _decade(line, i) or _century(line, i)


def read_anniversary(line: Line, i: int) -> Draft | None:
    """«الذكرى الثالثة لاغتيال …», «سومین سالگرد …», "the third anniversary of …": open until the event is dated."""
    number, end = _anniversary_number(line, i)
    if number is None:
        return None
    draft = Draft(i, end, "date", low=number, high=number, unit="anniversary", sense="anniversary")
    if line.language == "en" and line.texts[end] != "of":
        return draft
    at = end + (line.texts[end] in ("of", "ل", "از"))
    at += line.texts[at] == "the"
    for j in range(at, min(at + 3, line.n)):
        thing = thing_at(line, j)
        if thing:
            draft.of, draft.of_range, draft.end = thing.id, (thing.start, thing.end), thing.end
            break
        if not line.texts[j][0].isalpha() or line.has(j, "stop"):
            break
    return draft


def _anniversary_number(line: Line, i: int) -> tuple[int | None, int]:
    if line.language == "ar":
        marked = line.at(i, "anniversary")
        if not marked:
            return None, i
        at = marked[1]
        at += line.texts[at] == "السنويه"
        at += line.texts[at] == "ال" and line.digits(at + 1)
        ordinal = read_ordinal(line, at)
        if ordinal is None and line.digits(at) and line.texts[at].isdecimal() and len(line.texts[at]) <= 3:
            ordinal = int(line.texts[at]), at + 1
        if ordinal is None:
            return None, i
        end = ordinal[1]
        return ordinal[0], end + (line.texts[end] == "السنويه")
    ordinal = read_ordinal(line, i)
    if (
        ordinal is None
        and line.language == "en"
        and line.texts[i].isdecimal()
        and len(line.texts[i]) <= 4
        and line.texts[i + 1] == "-"
        and line.has(i + 2, "unit")
    ):
        ordinal = int(line.texts[i]), i + 3
    if ordinal is None:
        return None, i
    marked = line.at(ordinal[1], "anniversary")
    return (ordinal[0], marked[1]) if marked else (None, i)
