"""The words of events and clauses: verbs that tell an event, how the names beside them are read, small words and moods.

`event_verbs.tsv` of each language and `event_nouns.tsv` belong to the concepts of `concepts.tsv`; `clause_words.tsv`
and `modality.tsv` hold the small words by which clauses are cut and coloured.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from isnad.errors import DataError
from isnad.lang import LANGUAGES
from isnad.lang.concepts import load_concepts, load_events
from isnad.lang.cues import expand, load_paradigms
from isnad.lang.tables import ROOT, Row, read_table, words

FRAMES = frozenset(["object", "with", "on", "subject", "none"])
"""How the names beside a verb or noun of an event are read; see the heads of the event_verbs.tsv."""
CLAUSE_USES = frozenset(
    {
        *("border", "relative", "that", "and", "with", "between", "by", "in", "on", "of", "other", "passive", "active"),
        *("verb", "subject", "noun_before", "verb_before", "idiom"),
    }
)
MOODS = frozenset(["negative", "planned", "conditional", "alleged", "ordered", "denied", "reset", "none", "neither"])
_VERB = ("concept", "paradigm", "parts", "frame")

Paradigms = dict[str, list[tuple[str, str]]]


class EventVerb(NamedTuple):
    """One row of an `event_verbs.tsv`: the concept and event that the verb tells, how its arguments are read
    (``frame``), whether its past may as well be a passive (``vague``), which kind of value must stand beside it
    (``needs``), and its (tag, form) pairs."""

    concept: str
    event: str
    frame: str
    vague: bool
    needs: str
    forms: tuple[tuple[str, str], ...]


@cache
def event_verbs(language: str) -> tuple[EventVerb, ...]:
    """The inflected verbs of a language that tell an event; ``DataError`` for an unknown concept, frame or paradigm."""
    paradigms = _paradigms(language)
    events = {concept.id: concept.event for concept in load_concepts()}
    return tuple(_event_verb(row, events, paradigms) for row in read_table(ROOT / language / "event_verbs.tsv", _VERB))


def _paradigms(language: str) -> Paradigms:
    """The paradigms of a language, with the forms that only events need where it has a file of them."""
    paradigms = {name: list(cells) for name, cells in load_paradigms(ROOT / language).items()}
    more = ROOT / language / "event_paradigms.tsv"
    if more.exists():
        for row in read_table(more, ("paradigm", "tag", "template")):
            paradigms.setdefault(row["paradigm"], []).extend((row["tag"], form) for form in words(row["template"]))
    return paradigms


def _event_verb(row: Row, events: dict[str, str | None], paradigms: Paradigms) -> EventVerb:
    event = events.get(row["concept"])
    if event is None:
        raise DataError(f"{row['@']}: {row['concept']!r} is no concept with an event type; mend it or concepts.tsv")
    if row["frame"] not in FRAMES:
        raise DataError(f"{row['@']}: frame {row['frame']!r} is not one of {', '.join(sorted(FRAMES))}")
    forms = expand({**row, "lemma": row["concept"]}, paradigms)
    if not forms:
        raise DataError(f"{row['@']}: {row['concept']} has no forms; give the parts that its paradigm needs")
    vague, needs = row.get("passive") == "yes", row.get("needs", "")
    return EventVerb(row["concept"], event, row["frame"], vague, needs, tuple(forms))


@cache
def event_nouns() -> dict[str, str]:
    """Concept → how the names beside its noun are read, where its event type says otherwise."""
    return {row["concept"]: row["frame"] for row in read_table(ROOT / "event_nouns.tsv", ("concept", "frame"))}


@cache
def small_words(language: str) -> tuple[tuple[str, str], ...]:
    """(word or phrase, use) pairs of `clause_words.tsv` and `modality.tsv` for one language, in file order."""
    rows = [(row["use"], row[language]) for row in read_table(ROOT / "clause_words.tsv", ("use", *LANGUAGES))]
    moods = read_table(ROOT / "modality.tsv", ("use", "language", "words"))
    rows += [(row["use"], row["words"]) for row in moods if row["language"] == language]
    return tuple((form, use) for use, cell in rows for form in words(cell))


def faults() -> list[str]:
    """Every fault of these files, a line each; empty when all is well."""
    try:
        return list(_faults())
    except DataError as error:
        return [str(error)]


def _faults() -> Iterator[str]:
    for language in LANGUAGES:
        event_verbs(language)
    concepts = {concept.id for concept in load_concepts()}
    for event, row in load_events().items():
        if row["frame"] not in FRAMES:
            yield f"events.tsv: frame {row['frame']!r} of {event} is not one of {', '.join(sorted(FRAMES))}"
    for name, frame in event_nouns().items():
        if name not in concepts or frame not in FRAMES:
            yield f"event_nouns.tsv: {name!r} with frame {frame!r} is no concept or no frame"
    for row in read_table(ROOT / "clause_words.tsv", ("use", *LANGUAGES)):
        if row["use"] not in CLAUSE_USES:
            yield f"{row['@']}: use {row['use']!r} is not one of {', '.join(sorted(CLAUSE_USES))}"
    for row in read_table(ROOT / "modality.tsv", ("use", "language", "words")):
        if row["use"] not in MOODS or row["language"] not in LANGUAGES or not words(row["words"]):
            yield f"{row['@']}: give a use ({', '.join(sorted(MOODS))}), a language and words"
