"""A time axis that leaves out empty stretches: dates of one case lie days and decades apart.

Days near each other share a section with an even scale; the gaps between sections are drawn as breaks of fixed width.
The place of a day never runs backwards, so a bar over several sections is still one bar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from isnad.dossier.edtf import Stretch

# Longer stretches do not tell where something happened closely enough to make a section.
_SHORT = 100
# Days without anything that are still drawn.
_GAP = 40
_SECTIONS = 7
_BREAK = 40.0
_LEAD = 26.0
# Least distance of two labels on the axis.
_TICK = 58.0
_STEPS_OF_DAYS = (1, 2, 5, 10)
_STEPS_OF_MONTHS = (1, 2, 3, 6)
_STEPS_OF_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis that is labelled with its ``day``, ``month`` or ``year`` (``unit``)."""

    place: float
    day: date
    unit: str


@dataclass(frozen=True, slots=True)
class Section:
    """The days from ``first`` to ``last`` and where they are drawn."""

    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The sections from left to right over ``width``."""

    sections: tuple[Section, ...]
    width: float

    def place(self, day: int) -> float:
        """Where the beginning of a day is drawn."""
        number = bisect_right([section.first for section in self.sections], day) - 1
        if number < 0:
            return self.sections[0].left - _LEAD * 0.8
        section = self.sections[number]
        if day <= section.last + 1:
            return section.left + (day - section.first) / _days(section) * (section.right - section.left)
        if number + 1 == len(self.sections):
            return section.right + _LEAD * 0.8
        following = self.sections[number + 1]
        share = (day - section.last - 1) / max(following.first - section.last - 1, 1)
        return section.right + share * (following.left - section.right)

    def breaks(self) -> list[float]:
        """Where something is left out."""
        pairs = pairwise(self.sections)
        return [(one.right + other.left) / 2 for one, other in pairs]


def _days(section: Section) -> int:
    return section.last - section.first + 1


def axis(stretches: Iterable[Stretch], width: float) -> Axis | None:
    """The axis for these dates; None where there are none."""
    every = list(stretches)
    if not every:
        return None
    short = [(one.start, one.end) for one in every if one.end - one.start <= _SHORT]
    long = [(one.start, one.end) for one in every if one.end - one.start > _SHORT]
    parts = _joined(short, _GAP)
    free = [pair for pair in long if not any(pair[0] <= end and start <= pair[1] for start, end in parts)]
    parts = sorted(parts + _joined(free, _GAP))
    while len(parts) > _SECTIONS:
        gaps = [after[0] - before[1] for before, after in pairwise(parts)]
        at = gaps.index(min(gaps))
        parts[at : at + 2] = [(parts[at][0], max(parts[at][1], parts[at + 1][1]))]
    return Axis(_drawn(parts, every, width), width)


def _joined(pairs: Sequence[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if parts and start - parts[-1][1] <= gap:
            parts[-1] = parts[-1][0], max(parts[-1][1], end)
        else:
            parts.append((start, end))
    return parts


def _drawn(parts: list[tuple[int, int]], every: list[Stretch], width: float) -> tuple[Section, ...]:
    """The sections with their widths: by how many different days they hold, not by how long they last."""
    free = width - 2 * _LEAD - _BREAK * (len(parts) - 1)
    held = [len({one.start for one in every if first <= one.start <= last}) for first, last in parts]
    # One day in a section of its own needs room for its label and no more.
    weights = [0.6 + min(number, 40) ** 0.7 for number in held]
    sections, left = [], _LEAD
    for (first, last), weight in zip(parts, weights, strict=True):
        right = left + free * weight / sum(weights)
        sections.append(Section(first, last, left, right))
        left = right + _BREAK
    return tuple(sections)


def ticks(whole: Axis) -> list[Tick]:
    """The labelled places, in every section as many as its width allows."""
    return [tick for section in whole.sections for tick in _section_ticks(whole, section)]


def _section_ticks(whole: Axis, section: Section) -> list[Tick]:
    per_day = (section.right - section.left) / _days(section)
    for step in _STEPS_OF_DAYS:
        if step * per_day >= _TICK * 0.55 and _days(section) <= 62:
            days = range(section.first, section.last + 1, step)
            return [_tick(whole, date.fromordinal(day), "day", per_day / 2) for day in days]
    for step in _STEPS_OF_MONTHS:
        if step * 30.4 * per_day >= _TICK:
            return _months(whole, section, step)
    for step in _STEPS_OF_YEARS:
        if step * 365.2 * per_day >= _TICK:
            return _years(whole, section, step)
    return _years(whole, section, _STEPS_OF_YEARS[-1])


def _tick(whole: Axis, day: date, unit: str, shift: float = 0.0) -> Tick:
    return Tick(whole.place(day.toordinal()) + shift, day, unit)


def _months(whole: Axis, section: Section, step: int) -> list[Tick]:
    first, last = date.fromordinal(section.first), date.fromordinal(section.last)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    inside = [day for day in days if day.toordinal() >= section.first]
    return [_tick(whole, day, "month") for day in inside] or [_tick(whole, first, "day")]


def _years(whole: Axis, section: Section, step: int) -> list[Tick]:
    first, last = date.fromordinal(section.first), date.fromordinal(section.last)
    days = [date(year, 1, 1) for year in range(max(first.year, 1), last.year + 1) if year % step == 0]
    inside = [day for day in days if day.toordinal() >= section.first]
    return [_tick(whole, day, "year") for day in inside] or [_tick(whole, first, "year")]
