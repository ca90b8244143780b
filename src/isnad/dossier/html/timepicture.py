"""The timeline as inline SVG: a day is a dot, longer dates are bars, open ends are arrows, reports are squares."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from isnad.dossier.axis import Axis, Tick, axis, ticks
from isnad.dossier.case import Report
from isnad.dossier.dated import Dated, Dates
from isnad.dossier.fitting import shortened, width
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.html.spots import Spots
from isnad.dossier.naming import readable
from isnad.dossier.spelled import month_name, short, spelled
from isnad.dossier.visible import direction
from isnad.dossier.words import Words

_WIDTH = 936.0
_HEAD = 30
_LANE = 25
_LANES = 18
_FONT = 12.5
_LABEL = 27
# Dates that are labelled; further ones are dots in a heap over the axis.
_LABELLED = 36
_BIN = 9.0
_HEAP = 9
_SQUARE = 9
# Where squares would pile up too high, reports are bars of this width and at most this length.
_BAR = 26
_LONGEST_BAR = 84.0
_TITLES = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A date in its lane: where its glyph and its label begin and end."""

    dated: Dated
    left: float
    right: float
    label: str
    before: bool
    lane: int


def drawn(words: Words, found: Dates, spots: Spots) -> tuple[Html, int] | None:
    """The drawing, and how many dates have no label in it; None without a date that can be placed."""
    if not found.dated:
        return None
    whole = axis([one.stretch for one in found.dated] + [placed for placed, _ in found.published], _WIDTH)
    if whole is None:
        return None
    labelled, heaped = _chosen(found.dated)
    placed, left_over = _lanes(words, whole, labelled)
    heaped = sorted(heaped + left_over, key=lambda one: (one.stretch.start, one.stretch.end))
    lanes = 1 + max((one.lane for one in placed), default=0)
    heap, heap_height = _heap(words, whole, heaped, spots)
    base = _HEAD + lanes * _LANE + heap_height + 6
    published, published_height = _published(words, whole, found, base + 58)
    height = base + (58 + published_height + 8 if published else 44)
    label = words.template("timeline.label")
    rows = [_glyph(words, one, spots, _HEAD + (lanes - 1 - one.lane) * _LANE + _LANE / 2) for one in placed]
    lifted = el("g", heap, transform=f"translate(0 {base - 6})") if heap else None
    titles = {"timeline.told": 14.0} | ({"timeline.published": base + 54} if published else {})
    heads = el("g", [_title(words, key, at) for key, at in titles.items()], class_="head")
    made = el(
        "svg",
        el("title", label),
        heads,
        _axis(words, whole, base, height),
        el("g", rows, class_="dates"),
        lifted,
        el("g", published, class_="published"),
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        width=round(_WIDTH),
        height=round(height),
        role="img",
        class_="wide timeline",
        aria_label=label,
    )
    return made, len(heaped)


def _title(words: Words, key: str, y: float) -> Html:
    flipped = words.direction == "rtl"
    x = _WIDTH - 4 if flipped else 4
    return el("text", words.template(key), x=x, y=y, direction=words.direction)


def _chosen(dated: tuple[Dated, ...]) -> tuple[list[Dated], list[Dated]]:
    """The dates that are labelled, those that most reports give first, and the others."""
    order = sorted(range(len(dated)), key=lambda number: (-len(dated[number].reports), number))
    chosen = set(order[:_LABELLED])
    return (
        [one for number, one in enumerate(dated) if number in chosen],
        [one for number, one in enumerate(dated) if number not in chosen],
    )


def _ends(whole: Axis, one: Dated) -> tuple[float, float]:
    left, right = whole.place(one.stretch.start), whole.place(one.stretch.end + 1)
    if one.stretch.precision == "day":
        middle = (left + right) / 2
        return middle - 5, middle + 5
    if right - left < 12:
        middle = (left + right) / 2
        return middle - 6, middle + 6
    return left, right


def _lanes(words: Words, whole: Axis, dated: list[Dated]) -> tuple[list[Placed], list[Dated]]:
    """Each date in the lowest lane where glyph and label touch nothing; what finds no lane is left over."""
    taken: list[list[tuple[float, float]]] = []
    placed: list[Placed] = []
    left_over: list[Dated] = []
    for one in dated:
        label = _label(words, one)
        wide = width(label) * _FONT + 8
        left, right = _ends(whole, one)
        before = right + wide > _WIDTH - 4
        if before and left - wide < 4:
            label = shortened(label, max(_WIDTH - right, left) / _FONT - 1)
            wide = width(label) * _FONT + 8
            before = left > _WIDTH - right
        begin, end = (left - wide, right) if before else (left, right + wide)
        lane = next((n for n, row in enumerate(taken) if all(end < a or begin > b for a, b in row)), len(taken))
        if lane >= _LANES:
            left_over.append(one)
            continue
        if lane == len(taken):
            taken.append([])
        taken[lane].append((begin - 6, end + 6))
        placed.append(Placed(one, left, right, label, before, lane))
    return placed, left_over


def _label(words: Words, one: Dated) -> str:
    """Date and subject: what a reader looks for; the words of the reports stand in the title."""
    told = short(words, one.edtf, one.calendar) or one.edtf
    subjects = (", " if words.language == "en" else "، ").join(one.subjects)
    several = f" ×{words.number(len(one.reports))}" if len(one.reports) > 1 else ""
    return shortened(f"{told} · {subjects}" if subjects else told, _LABEL) + several


def _full(words: Words, one: Dated) -> Html:
    quoted = list(dict.fromkeys(" ".join(span.text.split()) for span in one.spans))[:_TITLES]
    date = spelled(words, one.edtf, one.calendar) or one.edtf
    return el("title", f"{date} · {words.count('count.reports', len(one.reports))}: " + " / ".join(quoted))


def _glyph(words: Words, one: Placed, spots: Spots, y: float) -> Html:
    dated = one.dated
    kind = _kind(dated)
    parts: list[Child] = [_full(words, dated)]
    if dated.stretch.precision == "day":
        parts.append(el("circle", cx=(one.left + one.right) / 2, cy=y, r=5, class_=f"dot{kind}"))
    else:
        wide = max(one.right - one.left, 8.0)
        parts.append(el("rect", x=one.left, y=y - 4.5, width=wide, height=9, rx=2, class_=f"stretch{kind}"))
    if dated.stretch.first is None:
        parts.append(el("path", d=f"M{one.left:.1f} {y:.1f}h-12m4 -4l-5 4l5 4", class_="end"))
    if dated.stretch.last is None:
        parts.append(el("path", d=f"M{one.right:.1f} {y:.1f}h12m-4 -4l5 4l-5 4", class_="end"))
    x = one.left - 6 if one.before else one.right + (20 if dated.stretch.last is None else 6)
    way = direction(one.label, words.language)
    # In a text that runs from right to left the "start" is its right end.
    anchor = "start" if one.before == (way == "rtl") else "end"
    parts.append(el("text", one.label, x=x, y=y + 4.3, text_anchor=anchor, direction=way, class_="label"))
    first = dated.spans[0]
    return el("a", parts, href=spots.href(first.document, first.start, first.end))


def _kind(dated: Dated) -> str:
    """Planned and denied dates are hollow: they are not said to have been."""
    hollow = all(value.modality != "actual" for value in dated.values)
    soft = dated.stretch.about or any(value.approximate for value in dated.values)
    return (" hollow" if hollow else "") + (" about" if soft else "")


def _heap(words: Words, whole: Axis, dated: list[Dated], spots: Spots) -> tuple[list[Html], float]:
    """Dates without a label, as small dots one upon the other over the axis."""
    bins: dict[int, list[Dated]] = {}
    for one in dated:
        bins.setdefault(int(sum(_ends(whole, one)) / 2 / _BIN), []).append(one)
    made = []
    for number, members in sorted(bins.items()):
        x = number * _BIN + _BIN / 2
        for level, one in enumerate(members[:_HEAP]):
            first = one.spans[0]
            dot = el("circle", cx=x, cy=-6.0 - level * 8, r=3.2, class_=f"dot{_kind(one)}")
            made.append(el("a", _full(words, one), dot, href=spots.href(first.document, first.start, first.end)))
        if len(members) > _HEAP:
            more = f"+{words.number(len(members) - _HEAP)}"
            made.append(el("text", more, x=x, y=-10.0 - _HEAP * 8, text_anchor="middle", class_="tick"))
    highest = max((min(len(members), _HEAP + 2) for members in bins.values()), default=0)
    return made, highest * 8.0 + (8 if highest else 0)


def _axis(words: Words, whole: Axis, y: float, height: float) -> Html:
    parts: list[Child] = []
    edges = [(0.0, whole.sections[0].left), *[(one.right, other.left) for one, other in pairwise(whole.sections)]]
    parts += [el("path", d=f"M{one.left:.1f} {y:.1f}H{one.right:.1f}", class_="axis") for one in whole.sections]
    for left, right in [*edges[1:], (whole.sections[-1].right, whole.width), edges[0]]:
        parts.append(el("path", d=f"M{left:.1f} {y:.1f}H{right:.1f}", class_="axis left-out"))
    parts += [el("path", d=f"M{x - 5:.1f} {y + 6:.1f}l4 -12m4 12l4 -12", class_="gap") for x in whole.breaks()]
    before: Tick | None = None
    for tick in ticks(whole):
        parts.append(el("path", d=f"M{tick.place:.1f} {_HEAD:.0f}V{height - 4:.0f}", class_="grid"))
        parts += _tick(words, tick, before, y)
        before = tick
    return el("g", parts, class_="axis-of-time")


def _tick(words: Words, tick: Tick, before: Tick | None, y: float) -> list[Html]:
    """The label of a tick: the small unit on the first line, the larger one below where it changes."""
    day, year = tick.day, words.digits(str(tick.day.year))
    month = month_name(words, day.month).rpartition("/")[2]
    if tick.unit == "day":
        upper, lower = words.digits(str(day.day)), f"{month} {year}"
        changed = before is None or (before.day.year, before.day.month, before.unit) != (day.year, day.month, "day")
    elif tick.unit == "month":
        upper, lower = month, year
        changed = before is None or before.day.year != day.year or before.unit != "month"
    else:
        upper, lower, changed = year, "", False
    texts = [el("text", upper, x=tick.place, y=y + 17, text_anchor="middle", class_="tick")]
    if changed and lower:
        texts.append(
            el("text", lower, x=tick.place, y=y + 32, text_anchor="middle", direction=words.direction, class_="tick")
        )
    return texts


def _published(words: Words, whole: Axis, found: Dates, y: float) -> tuple[list[Html], float]:
    """The reports under the axis by day of publication: a square each, or bars where there are too many."""
    columns = _columns(whole, found, _SQUARE + 2)
    if max((len(column) for column in columns.values()), default=0) > _HEAP:
        return _bars(words, _columns(whole, found, _BAR), y)
    made: list[Html] = []
    for number, column in sorted(columns.items()):
        for level, report in enumerate(column):
            day = spelled(words, (report.account.date or "")[:10]) or ""
            title = el("title", f"{readable(words, report.shown)} · {report.title} · {day}")
            left, top = number * (_SQUARE + 2.0), y + 6 + level * (_SQUARE + 2)
            square = el("rect", x=left, y=top, width=_SQUARE, height=_SQUARE, class_="out")
            made.append(el("a", title, square, href=f"#r-{report.number}"))
    deepest = max((len(column) for column in columns.values()), default=0)
    return made, deepest * (_SQUARE + 2.0) + 8


def _columns(whole: Axis, found: Dates, wide: int) -> dict[int, list[Report]]:
    columns: dict[int, list[Report]] = {}
    for placed, reports in found.published:
        middle = (whole.place(placed.start) + whole.place(placed.end + 1)) / 2
        columns.setdefault(int(middle / wide), []).extend(reports)
    return columns


def _bars(words: Words, columns: dict[int, list[Report]], y: float) -> tuple[list[Html], float]:
    """Hanging bars, as long as there are reports, with their number below."""
    most = max(len(column) for column in columns.values())
    made: list[Html] = []
    for number, column in sorted(columns.items()):
        length = max(_LONGEST_BAR * len(column) / most, 2.0)
        bar = el("rect", x=number * _BAR + 2, y=y + 6, width=_BAR - 4, height=length, class_="out")
        count = el(
            "text",
            words.number(len(column)),
            x=number * _BAR + _BAR / 2,
            y=y + 20 + length,
            text_anchor="middle",
            class_="tick",
        )
        title = el("title", words.count("count.reports", len(column)))
        made.append(el("a", title, bar, count, href=f"#r-{column[0].number}"))
    return made, _LONGEST_BAR + 24
