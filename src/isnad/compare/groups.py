"""Which concepts name one happening or count one thing (`lang/details.tsv`), and which are no happening at all."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from isnad.lang.concepts import load_concepts, load_events
from isnad.lang.tables import ROOT, read_table, words

COLUMNS = ("group", "use", "concepts", "with")
_USES = (
    "event",
    "count",
    "implies",
    "never",
    "generic",
    "money",
    "state",
    "lasting",
    "words",
    "fails",
    "within",
    "brief",
    "recurring",
)
_SPOKEN = frozenset({"verbal conflict"})


class Groups(NamedTuple):
    """The table read: concept → group by use; what counts as the group beside which concepts; generic
    concepts; kinds of money; what befalls people, so that a bare number beside it counts them; states that last;
    things that are only words; where people are counted; happenings that are over within a day, or
    that are held again and again; things that did something or not, and things that may fail."""

    events: dict[str, str]
    counts: dict[str, str]
    implied: dict[str, str]
    beside: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    generic: frozenset[str]
    money: dict[str, str]
    states: frozenset[str]
    lasting: frozenset[str]
    befalling: frozenset[str]
    whether: tuple[tuple[str, frozenset[str], frozenset[str]], ...]
    fails: dict[str, str]
    words: frozenset[str]
    within: frozenset[str]
    brief: frozenset[str]
    recurring: frozenset[str]


@cache
def concept_groups() -> Groups:
    """The table `lang/details.tsv`, with every concept of a happening that it does not mention as its own group."""
    rows = read_table(ROOT / "details.tsv", COLUMNS)
    by_use = {
        use: {c: row["group"] for row in rows if row["use"] == use for c in words(row["concepts"])} for use in _USES
    }
    events = {concept: concept for concept in _happenings() if concept not in by_use["never"]}
    pairs = {
        use: tuple(
            (row["group"], frozenset(words(row["concepts"])), frozenset(words(row["with"])))
            for row in rows
            if row["use"] == use
        )
        for use in ("beside", "whether")
    }
    beside = pairs["beside"]
    return Groups(
        events={**events, **by_use["event"]},
        counts=by_use["count"],
        implied=by_use["implies"],
        beside=beside,
        generic=frozenset(by_use["generic"]),
        money=by_use["money"],
        states=frozenset(by_use["state"]),
        lasting=frozenset(by_use["lasting"]),
        whether=pairs["whether"],
        fails=by_use["fails"],
        words=frozenset(by_use["words"]),
        within=frozenset(by_use["within"]),
        brief=frozenset(by_use["brief"]),
        recurring=frozenset(by_use["recurring"]),
        befalling=frozenset(by_use["state"]).union(*(deeds for _, _, deeds in beside)),
    )


def _happenings() -> list[str]:
    """Concepts of type event, without those of speech alone (demands, accusations, denials)."""
    classes = {name: row["class"] for name, row in load_events().items()}
    return [
        concept.id
        for concept in load_concepts()
        if concept.type == "event" and classes.get(concept.event or "") not in _SPOKEN
    ]


@cache
def concept_types() -> dict[str, str]:
    """Concept → its type (person, thing, event …)."""
    return {concept.id: concept.type for concept in load_concepts()}


def happening(concept: str | None) -> str | None:
    """The group of happenings that a concept names, None for what is no happening."""
    return concept_groups().events.get(concept) if concept else None


def counted(concept: str, beside: frozenset[str]) -> str:
    """What a number of ``concept`` counts, in a clause that names the concepts ``beside`` as well.

    People in a clause of killing are killed; where the clause tells of killed and injured, they are just people.
    """
    table = concept_groups()
    found = {group for group, people, deeds in table.beside if concept in people and deeds & beside}
    return found.pop() if len(found) == 1 else table.counts.get(concept, concept)
