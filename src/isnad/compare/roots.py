"""Independent roots: on whose word an account rests, and which accounts rest on the same.

One root are: one speaker (person, organisation, document) whoever quotes it; a spokeswoman and her ministry; a copy
and what it was copied from, whichever of the two came first; a report that cites an outlet and that outlet's own
report.  An unnamed source is at most one for each outlet.  Narration rests on its outlet, or on the agency that the
report is credited to.  What rests only on reports that cite each other has no root.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from isnad.compare.carry import Carried
from isnad.compare.citing import Citing
from isnad.compare.classes import Classes
from isnad.compare.facts import Fact
from isnad.compare.inquiries import heads, is_inquiry
from isnad.compare.intervals import relation
from isnad.model import Resolution
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold

Node = tuple[str, object]


class Root(NamedTuple):
    """A root of some facts: its label, its rank (a person before an outlet), and the numbers of its facts."""

    label: str
    rank: int
    facts: tuple[int, ...]


class Grounds(NamedTuple):
    """What the roots of a case are counted by: which facts were taken over, who cites whom, who speaks for whom, who
    heads a commission of inquiry."""

    facts: Sequence[Fact]
    lines: Classes[int]
    citing: Citing
    offices: Mapping[str, str]
    heads: frozenset[str] = frozenset()


def grounds(facts: Sequence[Fact], pairs: Sequence[Carried], citing: Citing, resolution: Resolution) -> Grounds:
    """The grounds of a case. Facts that were copied from each other are one line."""
    lines: Classes[int] = Classes()
    for i in range(len(facts)):
        lines.add(i)
    for pair in pairs:
        lines.join(pair.a, pair.b)
    offices: Classes[str] = Classes()
    for office in resolution.offices:
        offices.join(office.person, office.organisation)
    ids = {one for office in resolution.offices for one in (office.person, office.organisation)}
    return Grounds(facts, lines, citing, {one: offices.top(one) for one in ids}, heads(resolution.entities))


def roots_of(members: Sequence[int], known: Grounds) -> list[Root]:
    """The independent roots of facts about one detail, best known first; none where all rest on a circle."""
    classes: Classes[Node] = Classes()
    keyed: set[Node] = set()
    told: dict[str | None, list[int]] = defaultdict(list)
    for i in members:
        told[known.citing.teller(known.facts[i])].append(i)
    for i in members:
        fact = known.facts[i]
        classes.join(("fact", i), ("line", known.lines.top(i)))
        own = told.get(known.citing.target(fact) or "", ())
        if own:
            for j in _taken_from(fact, own, known):
                classes.join(("fact", i), ("fact", j))
            continue
        for key in _keys(fact, known.citing.target(fact), known):
            classes.join(("fact", i), key)
            keyed.add(key)
    with_root = {classes.top(key) for key in keyed}
    groups = classes.groups(("fact", i) for i in members)
    found = [_root([int(str(node[1])) for node in nodes], known) for top, nodes in groups.items() if top in with_root]
    return sorted(found, key=lambda root: (root.rank, root.facts))


def _taken_from(fact: Fact, own: Sequence[int], known: Grounds) -> Sequence[int]:
    """Which facts of the outlet that a fact cites it has its value from.

    An outlet may tell one thing on the word of several: those that give the same value, else those whose value fits.
    """
    for wanted in (("same",), ("same", "compatible")):
        found = [j for j in own if _relation(fact, known.facts[j]) in wanted]
        if found:
            return found
    return own


def _relation(a: Fact, b: Fact) -> str:
    if a.amount and b.amount:
        return relation(a.amount, b.amount)
    return "same" if (a.entity, a.polarity) == (b.entity, b.polarity) else "apart"


def _keys(fact: Fact, cited: str | None, known: Grounds) -> list[Node]:
    """What a fact rests on. Documents and organisations have a second key, by which translations of a name meet."""
    if fact.chain is None:
        return [("outlet", known.citing.narrator(fact))]
    if cited:
        return [("outlet", cited)]
    root = fact.chain.root
    if fact.chain.root_unnamed:
        return [("unnamed", root)]
    found: list[Node] = [("root", known.offices.get(root, root))]
    if fact.statement and fact.statement.speaker.type in ("document", "organisation"):
        found += [("means", means) for means in meanings(fact.chain.root_label)]
        if is_inquiry(fact.chain.root_label):
            found.append(("inquiry", ""))
    elif root in known.heads:
        found.append(("inquiry", ""))
    return found


_LONGEST_NAME = 5
_PAPER = frozenset({"c:report", "c:statement", "c:document", "v:report"})


@lru_cache(maxsize=4096)
def meanings(name: str) -> tuple[str, ...]:
    """What a document or an organisation is called, in no language: the keys of its words, if all are known.

    A commission and its report are one. A word of two meanings gives two names.
    """
    folded = fold(name)
    found: dict[str, None] = {}
    for language in ("en",) if folded.key.isascii() else ("ar", "fa"):
        words = [word.keys for word in bridge_words(folded, 0, len(folded.key), language) if word.keys]
        words = [keys for keys in words if not _PAPER & set(keys)]
        choices = [[key for key in keys if key[0] in "cvpg"] for keys in words]
        if 1 < len(words) <= _LONGEST_NAME and all(choices):
            found |= {" ".join(sorted(set(one))): None for one in product(*choices)}
    return tuple(name for name in found if " " in name)


def _root(members: Sequence[int], known: Grounds) -> Root:
    ranked = sorted(((*_rank(known.facts[i], known), i) for i in members), key=lambda one: (one[0], one[2]))
    return Root(ranked[0][1], ranked[0][0], tuple(sorted(members)))


def _rank(fact: Fact, known: Grounds) -> tuple[int, str]:
    """Named speakers first, then documents and organisations, unnamed sources, outlets."""
    if fact.chain is None:
        return 4, known.citing.narrator_label(fact)
    if known.citing.target(fact):
        return 5, fact.chain.root_label
    if fact.chain.root_unnamed:
        return 3, fact.chain.root_label
    kind = fact.statement.speaker.type if fact.statement else "person"
    return {"person": 0, "document": 1, "organisation": 1}.get(kind, 2), fact.chain.root_label


def owners(roots: Iterable[Root], known: Grounds) -> dict[str, list[str]]:
    """Owner → labels of roots that are outlets of that owner, where there are two or more."""
    found: dict[str, list[str]] = defaultdict(list)
    for root in roots:
        if root.rank >= 3:
            owner = known.citing.owner(known.facts[root.facts[0]])
            if owner:
                found[owner].append(root.label)
    return {owner: labels for owner, labels in found.items() if len(labels) > 1}
