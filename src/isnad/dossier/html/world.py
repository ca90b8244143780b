"""The map of the places that the reports name."""

from __future__ import annotations

from isnad.dossier.atlas import Atlas, Dot, Site, atlas
from isnad.dossier.case import Case
from isnad.dossier.fitting import shortened, width
from isnad.dossier.html.build import Child, Html, el, join
from isnad.dossier.html.kit import entity_link, more, nothing, region, section
from isnad.dossier.naming import entity_name, place_country, readable
from isnad.dossier.visible import direction, visible
from isnad.dossier.words import Words
from isnad.model import Entity

_WIDTH = 936.0
_FONT = 12.5
# Room that the label of a meridian needs before the edge.
_DEGREES = 64
_LABEL = 16
# Circles drawn; a map of more says nothing. The list has them all.
_MOST = 150
_UNPLACED = 60


def placed(case: Case) -> tuple[list[Entity], list[Entity]]:
    """The places with and without a known position, the most named first."""
    places = [entity for entity in case.who.entities.values() if entity.kind == "place"]
    return [one for one in places if one.place is not None], [one for one in places if one.place is None]


def world(case: Case, words: Words) -> Html:
    """The section of the map."""
    known, unknown = placed(case)
    if not known:
        return section(words, "map", nothing(words, "map"), note=False)
    sites = [_site(words, entity) for entity in known[:_MOST]]
    source = el("p", words.template("map.source"), class_="note source")
    picture = region(_drawing(case, words, known, atlas(sites, _WIDTH)), words.template("map.label"), "graph world")
    return section(words, "map", picture, source, _list(case, words, known), _unplaced(case, words, unknown))


def _site(words: Words, entity: Entity) -> Site:
    assert entity.place is not None
    label = shortened(visible(readable(words, entity_name(words, entity))), _LABEL)
    box = width(label) * _FONT + 4, _FONT * 1.35
    return Site(entity.id, entity.place.latitude, entity.place.longitude, len(entity.joins), box)


def _drawing(case: Case, words: Words, known: list[Entity], drawn: Atlas) -> Html:
    entities = {entity.id: entity for entity in known}
    label = words.template("map.label")
    lines: list[Child] = []
    for degrees, x in drawn.meridians:
        lines.append(el("path", d=f"M{x:.1f} 0V{drawn.height:.1f}", class_="grid"))
        if x < drawn.width - _DEGREES:
            lines.append(_degrees(words, degrees, ("east", "west"), x + 3, drawn.height - 5))
    for degrees, y in drawn.parallels:
        lines.append(el("path", d=f"M0 {y:.1f}H{drawn.width:.1f}", class_="grid"))
        lines.append(_degrees(words, degrees, ("north", "south"), 4, y - 4))
    circles = [_circle(case, words, entities[dot.key], dot) for dot in reversed(drawn.dots)]
    names = [_name(words, entities[dot.key], dot) for dot in drawn.dots if dot.label]
    return el(
        "svg",
        el("title", label),
        el("g", lines, class_="graticule"),
        el("g", circles),
        el("g", names, class_="names"),
        _scale(words, drawn),
        viewBox=f"0 0 {drawn.width:.0f} {drawn.height:.0f}",
        width=round(drawn.width),
        height=round(drawn.height),
        role="img",
        class_="wide map",
        aria_label=label,
    )


def _degrees(words: Words, degrees: float, sides: tuple[str, str], x: float, y: float) -> Html:
    number = words.digits(f"{abs(degrees):g}").replace(".", words.template("number.point"))
    side = words.template(f"map.{sides[0] if degrees >= 0 else sides[1]}")
    text = f"{number}°" if not degrees else f"{number}° {side}"
    return el(
        "text",
        text,
        x=x,
        y=y,
        direction=words.direction,
        text_anchor="end" if words.direction == "rtl" else "start",
        class_="tick",
    )


def _circle(case: Case, words: Words, entity: Entity, dot: Dot) -> Html:
    country = place_country(words, entity)
    count = words.count("count.mentions", len(entity.joins))
    full = " · ".join(part for part in (readable(words, entity_name(words, entity)), country, count) if part)
    circle = el("circle", cx=dot.x, cy=dot.y, r=dot.radius, class_="site")
    return el("a", el("title", full), circle, href=f"#e-{case.who.numbers[entity.id]}")


def _name(words: Words, entity: Entity, dot: Dot) -> Html:
    assert dot.label is not None
    label = shortened(visible(readable(words, entity_name(words, entity))), _LABEL)
    way = direction(label, words.language)
    x, y = dot.label
    return el(
        "text", label, x=x + 2, y=y, direction=way, text_anchor="end" if way == "rtl" else "start", class_="label"
    )


def _scale(words: Words, drawn: Atlas) -> Html:
    length, kilometres = drawn.bar
    right, y = drawn.width - 12, drawn.height - 24
    text = words.template("map.scale").replace("{n}", words.digits(f"{kilometres:g}"))
    return el(
        "g",
        el("path", d=f"M{right - length:.1f} {y - 4:.1f}v4H{right:.1f}v-4", class_="bar-scale"),
        el("text", text, x=right - length / 2, y=y - 6, text_anchor="middle", direction=words.direction, class_="tick"),
    )


def _list(case: Case, words: Words, known: list[Entity]) -> Html:
    """Every place with its country: the map for readers who cannot see or use it."""
    items = []
    for entity in known:
        facts = [place_country(words, entity), words.count("count.mentions", len(entity.joins))]
        tail = el("span", " · ".join(fact for fact in facts if fact), class_="how")
        items.append(el("li", entity_link(case, words, entity), " ", tail))
    return more(words.template("map.as_list"), el("ul", items, class_="columns"), class_="as-list")


def _unplaced(case: Case, words: Words, unknown: list[Entity]) -> Html | None:
    if not unknown:
        return None
    names = join(" · ", [entity_link(case, words, entity, beside=False) for entity in unknown[:_UNPLACED]])
    left = len(unknown) - _UNPLACED
    tail = [" · ", words.count("count.further", left)] if left > 0 else None
    return el("p", words.count("map.unplaced", len(unknown)), names, tail, class_="note")
