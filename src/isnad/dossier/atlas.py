"""A map without a network: places fitted to a rectangle, with graticule, scale and labels that do not collide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians, sqrt

# Degrees shown at least, so that one town is not blown up to fill the page.
_LEAST = 0.6
_MARGIN = 0.14
# Width to height of the picture is kept between these.
_FLAT, _TALL = 0.42, 0.72
_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0)
_LINES = 6
_LARGEST, _SMALLEST = 15.0, 4.0
_KILOMETRES = 111.32


@dataclass(frozen=True, slots=True)
class Site:
    """A place to be drawn: its key, position, how often it is named, and its label's width and height in pixels."""

    key: str
    latitude: float
    longitude: float
    weight: int
    label: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a site is drawn: its circle, and the left edge and baseline of its label (None without room for one)."""

    key: str
    x: float
    y: float
    radius: float
    label: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Atlas:
    """A fitted map. Lines are (degrees, pixels); ``bar`` is the scale's length in pixels and kilometres."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    meridians: tuple[tuple[float, float], ...]
    parallels: tuple[tuple[float, float], ...]
    bar: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    per_longitude: float
    per_latitude: float

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        return (longitude - self.west) * self.per_longitude, (self.north - latitude) * self.per_latitude


def atlas(sites: Sequence[Site], width: float) -> Atlas:
    """The map of at least one site. Equirectangular: degrees of longitude are shortened by the cosine of the middle
    latitude, so that distances near the middle are the same in all directions."""
    frame, height, degrees = _fitted(sites, width)
    order = sorted(sites, key=lambda site: (-site.weight, site.key))
    most = order[0].weight
    circles = [(site, *frame.place(site.latitude, site.longitude), _radius(site.weight, most)) for site in order]
    dots = _labelled(circles, width, height)
    return Atlas(
        width,
        height,
        dots,
        _lines(frame.west, degrees[0], lambda line: frame.place(0, line)[0]),
        _lines(frame.north - degrees[1], degrees[1], lambda line: frame.place(line, 0)[1]),
        _bar(frame.per_latitude / _KILOMETRES, width),
    )


def _fitted(sites: Sequence[Site], width: float) -> tuple[_Frame, float, tuple[float, float]]:
    south, north = min(site.latitude for site in sites), max(site.latitude for site in sites)
    west, east = min(site.longitude for site in sites), max(site.longitude for site in sites)
    shrink = max(cos(radians((south + north) / 2)), 0.1)
    high = max(north - south, _LEAST) * (1 + 2 * _MARGIN)
    wide = max((east - west) * shrink, _LEAST) * (1 + 2 * _MARGIN)
    # In units of a degree of latitude; grown where the picture would be too flat or too tall.
    high = max(high, wide * _FLAT)
    wide = max(wide, high / _TALL)
    per_latitude = width / wide
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    frame = _Frame(middle_x - wide / shrink / 2, middle_y + high / 2, width / (wide / shrink), per_latitude)
    return frame, high * per_latitude, (wide / shrink, high)


def _radius(weight: int, most: int) -> float:
    """The area grows with the number of mentions."""
    return max(_SMALLEST, _LARGEST * sqrt(weight / most))


def _lines(first: float, extent: float, place: object) -> tuple[tuple[float, float], ...]:
    assert callable(place)
    step = next((step for step in _STEPS if extent / step <= _LINES), _STEPS[-1])
    number = floor(first / step) + 1
    found = []
    while number * step < first + extent:
        found.append((round(number * step, 6), place(number * step)))
        number += 1
    return tuple(found)


def _bar(per_kilometre: float, width: float) -> tuple[float, float]:
    """The longest round number of kilometres that takes less than a fifth of the width."""
    most = width / 5 / per_kilometre
    power = 10.0 ** floor(log10(most))
    round_number = next(factor * power for factor in (5, 2, 1) if factor * power <= most)
    return round_number * per_kilometre, round_number


_Box = tuple[float, float, float, float]


def _labelled(circles: list[tuple[Site, float, float, float]], width: float, height: float) -> tuple[Dot, ...]:
    """Labels, those of the most named places first, each on the first of six sides where it touches nothing."""
    taken: list[_Box] = [(x - r, y - r, x + r, y + r) for _, x, y, r in circles]
    dots = []
    for site, x, y, radius in circles:
        label = None
        own = (x - radius, y - radius, x + radius, y + radius)
        for box in _sides(site, x, y, radius):
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= width - 2 and box[3] <= height - 2
            if inside and not any(_touch(box, other) for other in taken if other != own):
                taken.append(box)
                label = (box[0], box[3] - site.label[1] * 0.28)
                break
        dots.append(Dot(site.key, x, y, radius, label))
    return tuple(dots)


def _sides(site: Site, x: float, y: float, radius: float) -> list[_Box]:
    wide, high = site.label
    gap = radius + 4
    corners = [
        (x + gap, y - high / 2),
        (x - gap - wide, y - high / 2),
        (x - wide / 2, y - gap - high),
        (x - wide / 2, y + gap),
        (x + gap * 0.7, y - gap * 0.7 - high),
        (x - gap * 0.7 - wide, y + gap * 0.7),
    ]
    return [(left, top, left + wide, top + high) for left, top in corners]


def _touch(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
