"""Circular reporting drawn as a ring: who cites whom, and nothing that leads out."""

from __future__ import annotations

from math import cos, hypot, pi, sin

from isnad.dossier.case import Case, Report
from isnad.dossier.fitting import wrapped
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.naming import readable
from isnad.dossier.readings import documents_of
from isnad.dossier.visible import direction, visible
from isnad.dossier.who import name_key
from isnad.dossier.words import Words
from isnad.model import Finding

_WIDTH, _HEIGHT, _LOW = 420, 250, 160
_BOX, _TALL = 138, 40
# A ring of more nodes cannot be read; circles of reports are short.
_MOST = 8
_FONT = 12.5


def ring(case: Case, words: Words, finding: Finding) -> Html | None:
    """The drawing; None for fewer than two reports."""
    reports = [report for document in documents_of(finding) if (report := case.report(document))][:_MOST]
    outlets: dict[str, list[Report]] = {}
    for report in reports:
        outlets.setdefault(name_key(report.label), []).append(report)
    if len(outlets) < 2:
        return None
    keys = list(outlets)
    places = {key: _place(index, len(keys)) for index, key in enumerate(keys)}
    found = cited(outlets)
    # That it is a circle, comparing has found; the chains may not name every link of it.
    closed = {giver for giver, _ in found} == {taker for _, taker in found} == set(keys)
    pairs = found if closed else [(keys[index - 1], key) for index, key in enumerate(keys)]
    height = _HEIGHT if len(keys) > 2 else _LOW
    label = words.template("circles.label")
    return el(
        "svg",
        el("title", label),
        [_arrow(places[giver], places[taker]) for giver, taker in pairs],
        [_node(words, outlets[key], *places[key]) for key in keys],
        viewBox=f"0 0 {_WIDTH} {height}",
        width=_WIDTH,
        height=height,
        role="img",
        class_="ring",
        aria_label=label,
    )


def cited(outlets: dict[str, list[Report]]) -> list[tuple[str, str]]:
    """Pairs (who is cited, who cites) among the outlets, as the links of their chains say."""
    ids: dict[str, str] = {}
    for key, reports in outlets.items():
        for report in reports:
            for chain in report.analysis.chains:
                if chain.links and chain.links[0].outlet_id:
                    ids[chain.links[0].outlet_id] = key
    found: dict[tuple[str, str], None] = {}
    for taker, reports in outlets.items():
        for link in (link for report in reports for chain in report.analysis.chains for link in chain.links[1:]):
            giver = ids.get(link.outlet_id or "") or (name_key(link.name) if link.name else "")
            if giver in outlets and giver != taker:
                found[giver, taker] = None
    return list(found)


def _place(index: int, count: int) -> tuple[float, float]:
    turn = -pi / 2 + 2 * pi * index / count if count > 2 else pi + pi * index
    middle = (_HEIGHT if count > 2 else _LOW) / 2
    return _WIDTH / 2 + 132 * cos(turn), middle + (94 if count > 2 else 0) * sin(turn)


def _node(words: Words, reports: list[Report], x: float, y: float) -> Html:
    label = visible(readable(words, reports[0].shown, reports[0].analysis.text.language))
    lines = wrapped(label, (_BOX - 18) / _FONT, 2)
    numbers = ", ".join(words.number(report.number) for report in reports)
    first = y + 4.3 - len(lines) * 7.2 + 3
    parts: list[Child] = [
        el("rect", x=x - _BOX / 2, y=y - _TALL / 2 - 6, width=_BOX, height=_TALL + 12, rx=2, class_="shape"),
        *(
            el("text", line, x=x, y=first + 14.4 * row, text_anchor="middle", direction=direction(line), class_="label")
            for row, line in enumerate(lines)
        ),
        el("text", numbers, x=x, y=first + 14.4 * len(lines), text_anchor="middle", direction="ltr", class_="n"),
    ]
    return el("g", parts, class_="node outlet")


def _arrow(giver: tuple[float, float], taker: tuple[float, float]) -> Html:
    """A bent arrow from the cited to the citing; two that cite each other get two bows."""
    (ax, ay), (bx, by) = giver, taker
    away = hypot(bx - ax, by - ay) or 1.0
    across_x, across_y = (by - ay) / away, -(bx - ax) / away
    bow = 46.0
    middle = ((ax + bx) / 2 + across_x * bow * 1.6, (ay + by) / 2 + across_y * bow * 1.6)
    start, end = _rim(giver, middle), _rim(taker, middle)
    back = hypot(end[0] - middle[0], end[1] - middle[1]) or 1.0
    ux, uy = (end[0] - middle[0]) / back, (end[1] - middle[1]) / back
    tip = (
        f"{end[0]:.1f},{end[1]:.1f} {end[0] - 9 * ux - 4.5 * uy:.1f},{end[1] - 9 * uy + 4.5 * ux:.1f} "
        f"{end[0] - 9 * ux + 4.5 * uy:.1f},{end[1] - 9 * uy - 4.5 * ux:.1f}"
    )
    curve = f"M{start[0]:.1f} {start[1]:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    return el("g", el("path", d=curve), el("polygon", points=tip, class_="point"), class_="cites")


def _rim(centre: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the centre of a box towards a point leaves the box."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    half_x, half_y = _BOX / 2 + 2, _TALL / 2 + 8
    step = min(half_x / abs(dx) if dx else 9e9, half_y / abs(dy) if dy else 9e9, 1.0)
    return centre[0] + dx * step, centre[1] + dy * step
