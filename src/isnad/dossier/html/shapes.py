"""The outline of each kind of node: told apart by form, so that neither colour nor print takes it away."""

from __future__ import annotations

from isnad.dossier.html.build import Html, el


def shape(kind: str, x: float, y: float, width: float, height: float) -> Html:
    """The outline of a node of ``kind`` in the given box."""
    if kind == "agency":
        return _hexagon(x, y, width, height)
    if kind == "document":
        return _sheet(x, y, width, height)
    round_ends = height / 2 if kind in {"speaker", "unnamed"} else 1.5
    return el("rect", x=x, y=y, width=width, height=height, rx=round_ends, class_="shape")


def _hexagon(x: float, y: float, width: float, height: float) -> Html:
    cut = height / 3
    points = (
        (x + cut, y),
        (x + width - cut, y),
        (x + width, y + height / 2),
        (x + width - cut, y + height),
        (x + cut, y + height),
        (x, y + height / 2),
    )
    return el("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in points), class_="shape")


def _sheet(x: float, y: float, width: float, height: float) -> Html:
    fold = height / 3.2
    right, bottom = x + width, y + height
    outline = f"M{x:.1f} {y:.1f}H{right - fold:.1f}L{right:.1f} {y + fold:.1f}V{bottom:.1f}H{x:.1f}Z"
    corner = f"M{right - fold:.1f} {y:.1f}V{y + fold:.1f}H{right:.1f}"
    return Html(el("path", d=outline, class_="shape") + el("path", d=corner, class_="fold"))


def icon(kind: str, common: bool = False) -> Html:
    """A small shape for the legend."""
    marked = " common" if common else ""
    return el(
        "svg", shape(kind, 1, 1, 30, 14), viewBox="0 0 32 16", width=32, height=16, class_=f"icon node {kind}{marked}"
    )
