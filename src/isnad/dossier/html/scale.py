"""The readings of one quantity or date on a common scale, as a small picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

from isnad.dossier.edtf import Stretch, stretch
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.words import Words
from isnad.model import Value

_WIDTH = 420
_ROW = 36
_EDGE = 6
# Room behind the longest bar for arrow and dots.
_ROOM = 84
_DOTS = 6

# Units that can be converted, as multiples of the first of their kind. A month is the mean of the Gregorian calendar.
_UNITS = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "night": ("time", 86400.0),
    "week": ("time", 604800.0),
    "fortnight": ("time", 1209600.0),
    "month": ("time", 2629746.0),
    "year": ("time", 31556952.0),
    "decade": ("time", 315569520.0),
    "century": ("time", 3155695200.0),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "nautical mile": ("length", 1852.0),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One reading: its letter and text, its bounds on the scale (None is open), and the roots behind it."""

    letter: str
    text: str
    low: float | None
    high: float | None
    soft: bool
    planned: bool
    named: int
    unnamed: int


def bounds_of(values: list[Value | None]) -> list[tuple[float | None, float | None]] | None:
    """The bounds of the values on one scale; None unless all can stand on one."""
    known = [value for value in values if value is not None]
    if len(known) < len(values) or len({value.kind == "date" for value in known}) != 1:
        return None
    if known[0].kind == "date":
        stretches = [stretch(value.edtf) if value.edtf else None for value in known]
        return [_days(one) for one in stretches if one is not None] if None not in stretches else None
    scales = {_UNITS.get(value.unit or "", (f"{value.kind} {value.unit}", 1.0))[0] for value in known}
    if len(scales) != 1 or len({value.per for value in known}) != 1:
        return None
    factors = [_UNITS.get(value.unit or "", ("", 1.0))[1] for value in known]
    if any(value.low is None and value.high is None for value in known):
        return None
    return [
        (None if value.low is None else value.low * factor, None if value.high is None else value.high * factor)
        for value, factor in zip(known, factors, strict=True)
    ]


def _days(one: Stretch) -> tuple[float | None, float | None]:
    first = None if one.first is None else float(one.first)
    return first, None if one.last is None else one.last + 1.0


def picture(words: Words, bars: list[Bar], dates: bool) -> Html:
    """The drawing: quantities as bars from nought, dates as dots and stretches between the earliest and the latest."""
    known = [bound for bar in bars for bound in (bar.low, bar.high) if bound is not None]
    least, most = (min(known), max(known)) if dates else (min(0.0, *known), max(known))
    span = (most - least) or 1.0
    width = _WIDTH - 2 * _EDGE - _ROOM
    flipped = words.direction == "rtl" and not dates

    def place(bound: float) -> float:
        along = _EDGE + (bound - least) / span * width
        return _WIDTH - along if flipped else along

    rows = [_row(words, bar, number, place, flipped, dates) for number, bar in enumerate(bars)]
    height = _ROW * len(bars) + 6
    label = words.template("reading.scale")
    zero = place(max(least, 0.0))
    ways = "".join(f"M{zero:.1f} {number * _ROW + 15}v16" for number in range(len(bars)))
    base = None if dates else el("path", d=ways, class_="base")
    return el(
        "svg",
        el("title", label + ": " + "; ".join(f"{bar.letter} {bar.text}" for bar in bars)),
        base,
        rows,
        viewBox=f"0 0 {_WIDTH} {height}",
        width=_WIDTH,
        height=height,
        role="img",
        class_="scale",
        aria_label=label,
    )


def _row(words: Words, bar: Bar, number: int, place: object, flipped: bool, dates: bool) -> Html:
    assert callable(place)
    top = number * _ROW
    y = top + 17
    start = place(0.0 if not dates and bar.low is not None and bar.low >= 0 else _either(bar.low, bar.high))
    low, high = place(_either(bar.low, bar.high)), place(_either(bar.high, bar.low))
    parts: list[Child] = []
    kind = "bar planned" if bar.planned else "bar"
    if dates:
        left, right = min(low, high), max(low, high)
        if right - left < 9:
            parts.append(el("circle", cx=(left + right) / 2, cy=y + 6.0, r=5.5, class_=kind))
        else:
            parts.append(el("rect", x=left, y=y, width=right - left, height=12, rx=2, class_=f"{kind} range"))
    else:
        sure = 0.0 if bar.low is None else bar.low
        solid = place(sure)
        parts.append(_rect(place(min(0.0, sure)), solid, y, kind))
        if abs(high - solid) > 0.5:
            parts.append(_rect(solid, high, y, f"{kind} range"))
    if bar.high is None:
        tip = max(low, high) if not flipped or dates else min(low, high)
        step = -1 if flipped and not dates else 1
        parts.append(
            el("path", d=f"M{tip:.1f} {y + 6}h{18 * step}m{-5 * step} -4l{5 * step} 4l{-5 * step} 4", class_="open")
        )
    edge = _WIDTH - _EDGE if flipped else _EDGE
    parts.append(_text(words, bar, edge, top + 11))
    end = (min if flipped else max)(start, low, high) + (-1 if flipped else 1) * (26 if bar.high is None else 9)
    parts.append(_dots(bar, end, y + 6.0, -1 if flipped else 1))
    return el("g", parts, class_="soft" if bar.soft else None)


def _either(one: float | None, other: float | None) -> float:
    return one if one is not None else other if other is not None else 0.0


def _rect(a: float, b: float, y: float, kind: str) -> Html:
    return el("rect", x=min(a, b), y=y, width=max(abs(a - b), 1.5), height=12, class_=kind)


def _text(words: Words, bar: Bar, edge: float, y: float) -> Html:
    return el("text", f"{bar.letter}  {bar.text}", x=edge, y=y, direction=words.direction, class_="tick")


def _dots(bar: Bar, x: float, y: float, step: int) -> Html:
    shown = ["named"] * bar.named + ["unnamed"] * bar.unnamed
    dots = [
        el("circle", cx=x + step * 9.0 * index, cy=y, r=3.2, class_=f"dot {kind}")
        for index, kind in enumerate(shown[:_DOTS])
    ]
    return Html("".join(dots))


def comparable(bounds: list[tuple[float | None, float | None]]) -> bool:
    """Whether a picture helps: two readings or more that a bar can tell apart, none of them infinite."""
    flat = [bound for pair in bounds for bound in pair if bound is not None]
    return len(bounds) > 1 and all(math.isfinite(bound) for bound in flat) and len(set(bounds)) > 1
