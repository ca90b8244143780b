"""The index of people, organisations and places, and what the case has of each."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.dossier.case import Case, Quote
from isnad.dossier.html.build import Child, Html, el, join, say
from isnad.dossier.html.kit import (
    called,
    capped,
    entity_link,
    meaning,
    more,
    name,
    nothing,
    remark,
    report_name,
    section,
)
from isnad.dossier.html.spots import Spots
from isnad.dossier.marks import around
from isnad.dossier.naming import entity_name, other_names, own_language, place_country, reads, role_name
from isnad.dossier.profiles import Profile, profiles
from isnad.dossier.words import Words, level_of
from isnad.model import Entity, Mention, Span, Suggestion

_SHOWN = 24
_MENTIONS = 60
_SAID = 40
_ABOUT = 12
_MOST_ABOUT = 60
_JOINS = 40
_SUGGESTED = 15
_MOST_SUGGESTED = 150
_REACH = 60
_ROLES = 3


def entities(case: Case, words: Words, spots: Spots) -> Html:
    """The section of entities."""
    groups = profiles(case)
    if not groups:
        return section(words, "entities", nothing(words, "entities"), note=False)
    parts: list[Child] = []
    for kind, members in groups:
        title = el("h3", words.template(f"entities.{kind}"), " ", el("span", words.number(len(members)), class_="n"))
        entries = [_entry(case, words, spots, profile) for profile in members]
        parts.append(el("div", title, capped(entries, _SHOWN, words), class_=f"index {kind}"))
    return section(words, "entities", parts, _suggestions(case, words, spots))


def _entry(case: Case, words: Words, spots: Spots, profile: Profile) -> Html:
    """One entity: a line for what is named once, else a line that unfolds."""
    entity = profile.entity
    also = [el("span", name(text, language), class_="orig") for language, text in other_names(words, entity)]
    facts: list[Child] = [_roles(words, entity), place_country(words, entity) or None]
    counted = [words.count("count.mentions", len(entity.joins))]
    if profile.said:
        counted.append(words.count("count.statements", len(profile.said)))
    facts.append(el("span", " · ".join(counted), class_="who"))
    anchor = f"e-{profile.number}"
    shown = entity_name(words, entity)
    head: list[Child] = [
        el("h4", called(words, shown, own_language(entity))),
        " ",
        join(" · ", also) if also else None,
    ]
    head.append(meaning(words, shown) if entity.kind not in ("person", "place") else None)
    head += [[" · ", fact] for fact in facts if fact]
    if len(entity.joins) == 1 and not profile.said and not profile.about and not profile.offices:
        return el("div", head, " ", _mention_links(words, spots, profile), class_="entry single", id=anchor)
    body = [
        _line(words, "entities.where", _mention_links(words, spots, profile)),
        _offices(case, words, profile),
        _said(words, profile),
        _about(case, words, spots, profile),
        _joins(case, words, entity),
        _line(words, "entities.authority", el("code", entity.authority, dir="ltr")) if entity.authority else None,
    ]
    return el("details", el("summary", head), el("div", body, id=anchor, class_="body"), class_="entry")


def _roles(words: Words, entity: Entity) -> Html | None:
    """Offices in the language of the interface if reports give them so; else what they are, and the reports' words."""
    if not entity.roles:
        return None
    own = [role for role in entity.roles if reads(words, role)]
    shown = own or entity.roles
    head = role_name(words, shown[0]) if not own else None
    listed = join(" · ", [name(role) for role in shown[:_ROLES]])
    return el("span", [f"{head}: " if head else None, listed], class_="roles")


def _line(words: Words, key: str, content: Child) -> Html:
    return el("div", el("span", words.template(key), class_="how"), " ", content, class_="fact")


def _mention_links(words: Words, spots: Spots, profile: Profile) -> Html:
    """Every place where it is named, report by report."""
    parts: list[Child] = []
    shown = 0
    for report, mentions in profile.mentions:
        if shown >= _MENTIONS:
            break
        kept = mentions[: _MENTIONS - shown]
        shown += len(kept)
        links = _places(words, spots, kept)
        report_link = el("a", report_name(report, words), href=f"#r-{report.number}", class_="rep")
        parts.append(el("span", report_link, ": ", join(", ", links), class_="in-report"))
    left = sum(len(mentions) for _, mentions in profile.mentions) - shown
    tail = [" ", el("span", words.count("count.not_shown", left), class_="how")] if left > 0 else None
    return el("span", join(" ", parts), tail)


def _places(words: Words, spots: Spots, mentions: Sequence[Mention]) -> list[Html]:
    """Links to the places of one report; what is named again in the same words is the second, third … of them."""
    links: list[Html] = []
    times: dict[str, int] = {}
    for mention in mentions:
        times[mention.span.text] = again = times.get(mention.span.text, 0) + 1
        href = spots.href(mention.document, mention.span.start, mention.span.end)
        if again > 1 and href:
            links.append(el("a", words.number(again), href=href))
        else:
            links.append(_place(spots, mention))
    return links


def _place(spots: Spots, mention: Mention) -> Html:
    text = name(" ".join(mention.span.text.split()))
    href = spots.href(mention.document, mention.span.start, mention.span.end)
    return el("a", text, href=href) if href else text


def _offices(case: Case, words: Words, profile: Profile) -> Html | None:
    if not profile.offices:
        return None
    said = [say(words, "entities.office", name=entity_link(case, words, one)) for one in profile.offices]
    return el("div", join(" · ", said), class_="fact")


def _said(words: Words, profile: Profile) -> Html | None:
    if not profile.said:
        return None
    links = [_reference(words, quote) for quote in profile.said[:_SAID]]
    left = len(profile.said) - len(links)
    tail = [" ", words.count("count.further", left)] if left > 0 else None
    return _line(words, "entities.said", [join(" ", links), tail])


def _reference(words: Words, quote: Quote) -> Html:
    place = f"{quote.report.number}-{quote.number}"
    return el("a", words.digits(quote.reference), href=f"#q-{place}", class_="no")


def _about(case: Case, words: Words, spots: Spots, profile: Profile) -> Html | None:
    if not profile.about:
        return None
    rows = [el("li", _told(case, words, spots, *pair)) for pair in profile.about[:_MOST_ABOUT]]
    rest = rows[_ABOUT:]
    left = len(profile.about) - _ABOUT
    folded = more(words.count("count.further", left), el("ul", rest), class_="rest") if rest else None
    return _line(words, "entities.about", [el("ul", rows[:_ABOUT]), folded])


def _told(case: Case, words: Words, spots: Spots, quote: Quote, span: Span) -> list[Child]:
    """Who says it, and the words around the name."""
    speaker = case.who.speaker(quote.statement.id)
    if speaker is not None:
        who: Child = entity_link(case, words, speaker, beside=False)
    else:
        spoken = quote.statement.speaker.name
        who = called(words, spoken) if spoken else words.template("voice.unnamed")
    text = quote.report.analysis.text
    before, after = around(text.clean, span.start, span.end, _REACH)
    href = spots.href(text.document, span.start, span.end)
    linked = el("a", span.text, href=href) if href else span.text
    return [
        _reference(words, quote),
        " ",
        who,
        ": ",
        el("q", el("bdi", before, linked, after, dir=_way(text.language))),
    ]


def _way(language: str) -> str | None:
    return {"ar": "rtl", "fa": "rtl", "en": "ltr"}.get(language)


def _joins(case: Case, words: Words, entity: Entity) -> Html | None:
    reasons: dict[tuple[str, str], None] = {}
    for join_ in entity.joins:
        reasons[" ".join(join_.mention.span.text.split()), join_.reason] = None
    if len(reasons) < 2:
        return None
    rows = [
        el("li", say(words, "entities.joined", name=name(text), reason=remark(case, words, reason)))
        for text, reason in list(reasons)[:_JOINS]
    ]
    left = len(reasons) - len(rows)
    tail = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    return more(words.template("entities.joins"), [el("ul", rows), tail], class_="joins")


def _suggestions(case: Case, words: Words, spots: Spots) -> Html | None:
    """Pairs that may be one, clearly apart: nothing above rests on them."""
    found = case.dossier.resolution.suggestions
    if not found:
        return None
    order = sorted(found, key=lambda one: (-one.score, one.a, one.b))
    rows = [el("li", _suggestion(case, words, spots, one)) for one in order[:_MOST_SUGGESTED]]
    rest = rows[_SUGGESTED:]
    left = len(order) - len(rows)
    note = el("p", words.count("count.not_shown", left), class_="note") if left > 0 else None
    folded = more(words.count("count.further", len(rest)), [el("ul", rest), note], class_="rest") if rest else None
    return el(
        "div",
        el("h3", words.template("entities.suggested"), " ", el("span", words.number(len(order)), class_="n")),
        el("p", words.template("entities.suggested_note"), class_="note"),
        el("ul", rows[:_SUGGESTED]),
        folded,
        class_="suggestions",
    )


def _suggestion(case: Case, words: Words, spots: Spots, one: Suggestion) -> list[Child]:
    sides = [_side(case, words, spots, key, mention) for key, mention in zip((one.a, one.b), one.mentions, strict=True)]
    level = words.template(f"confidence.{level_of(one.score)}")
    return [
        say(words, "entities.pair", a=sides[0], b=sides[1]),
        " ",
        el("span", say(words, "entities.score", level=level), class_="how"),
        " ",
        remark(case, words, one.reason),
    ]


def _side(case: Case, words: Words, spots: Spots, key: str, mention: Mention) -> Html:
    entity = case.who.entities.get(key)
    place = _place(spots, mention)
    if entity is None:
        return place
    return Html(f"{entity_link(case, words, entity, beside=False)} ({place})")
