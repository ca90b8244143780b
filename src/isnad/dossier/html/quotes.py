"""Statements by speaker, and unnamed sources apart."""

from __future__ import annotations

from isnad.dossier.case import Case, Quote, Voice
from isnad.dossier.html.build import Html, el, say
from isnad.dossier.html.kit import (
    breadcrumb,
    called,
    capped,
    entity_link,
    extracted,
    listing,
    more,
    nothing,
    remark,
    report_link,
    section,
    with_original,
    words_for,
)
from isnad.dossier.spelled import published
from isnad.dossier.words import Words, level_of

# A speaker's first statements are open, the rest unfold: a minister with 300 statements must not bury the others.
_SHOWN = 12
# In a large case fewer are open.
_LARGE, _SHOWN_LARGE = 300, 3
# In a small case all are open at first; in others the section is a list of speakers to choose from.
_SMALL = 40
# Speakers beyond these are folded together: in a large case most are quoted once.
_SPEAKERS = 40


def speakers(case: Case, words: Words) -> Html:
    """The section of statements by speaker, those with most statements first."""
    if not case.speakers:
        return section(words, "speakers", nothing(words, "speakers"), note=False)
    voices = [_voice(case, voice, words, f"v-{number}") for number, voice in enumerate(case.speakers, start=1)]
    return section(words, "speakers", _legend(words), capped(voices, _SPEAKERS, words))


def unnamed(case: Case, words: Words) -> Html:
    """The section of unnamed sources, each under the outlet whose source it is."""
    if not case.unnamed:
        return section(words, "unnamed", nothing(words, "unnamed"), note=False)
    voices = [_voice(case, voice, words, f"u-{number}") for number, voice in enumerate(case.unnamed, start=1)]
    return section(words, "unnamed", capped(voices, _SPEAKERS, words))


def _legend(words: Words) -> Html:
    kinds = ("source", "cue", "content")
    return el("p", listing(el("mark", words.template(f"mark.{kind}"), class_=kind) for kind in kinds), class_="legend")


def _voice(case: Case, voice: Voice, words: Words, anchor: str) -> Html:
    sure = [_quote(case, quote, words) for quote in voice.quotes if quote.certain]
    unsure = [_quote(case, quote, words) for quote in voice.quotes if not quote.certain]
    less = more(words.count("count.less_certain", len(unsure)), unsure, class_="rest weak") if unsure else None
    count = words.count("count.statements", len(voice.quotes))
    shown = _SHOWN if len(case.quotes) <= _LARGE else _SHOWN_LARGE
    line = el("span", listing([words_for(words, "type", voice.type), count]), class_="who")
    heading = el("summary", el("h3", _title(case, voice, words)), " ", line)
    opened = len(case.quotes) <= _SMALL
    return el("details", heading, capped(sure, shown, words), less, class_="voice", id=anchor, open=opened)


def _title(case: Case, voice: Voice, words: Words) -> Html:
    if voice.entity is not None:
        return entity_link(case, words, voice.entity)
    if voice.name:
        return with_original(words, voice.name, voice.quotes[0].report.analysis.text.language)
    return say(words, voice.nameless, owner=called(words, case.called(voice.owner or "")))


def _quote(case: Case, quote: Quote, words: Words) -> Html:
    statement = quote.statement
    place = el(
        "a", say(words, "quote.place", n=words.digits(quote.reference)), href=f"#s-{quote.report.number}-{quote.number}"
    )
    kind = words_for(words, "kind", statement.kind)
    day = published(words, quote.report.account.date)
    meta = [place, report_link(quote.report, words), day, kind, _within(quote, words)]
    facts = el("div", listing([*(item for item in meta if item), _why(case, quote, words)]), class_="meta")
    anchor = f"q-{quote.report.number}-{quote.number}"
    return el("div", breadcrumb(case, quote, words), extracted(quote, words), facts, class_="quote", id=anchor)


def _within(quote: Quote, words: Words) -> Html | None:
    if quote.parent is None:
        return None
    reference = f"{quote.report.number}.{quote.parent}"
    link = el("a", words.digits(reference), href=f"#q-{quote.report.number}-{quote.parent}")
    return say(words, "quote.within", n=link)


def _why(case: Case, quote: Quote, words: Words) -> Html:
    statement = quote.statement
    label = say(words, "quote.confidence", level=words.template(f"confidence.{level_of(statement.confidence)}"))
    if not statement.reasons:
        return el("span", label, title=f"{statement.confidence:.2f}")
    exact = say(words, "quote.value", value=el("bdi", f"{statement.confidence:.2f}", dir="ltr"))
    reasons = [el("li", remark(case, words, reason)) for reason in statement.reasons]
    return more(label, [el("p", exact), el("ul", reasons)], class_="why")
