"""Who cites which outlet, by name or by description, and which reports of the case are that outlet's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from isnad.compare.direction import Side
from isnad.compare.facts import Fact
from isnad.lang.outlets import Outlet, OutletTable
from isnad.lang.tables import ROOT, read_table
from isnad.model import Analysis, Chain, Link
from isnad.text.fold import fold_key

COLUMNS = ("word", "language", "use", "value")


class Citing:
    """The outlets of a case as witnesses: whom a chain ends at, who narrates, who owns whom."""

    def __init__(self, analyses: Sequence[Analysis], sides: Sequence[Side], outlets: OutletTable) -> None:
        self._analyses = analyses
        self._sides = sides
        self._outlets = outlets
        self._documents: dict[str, list[int]] = defaultdict(list)
        for i, side in enumerate(sides):
            if side.outlet:
                self._documents[side.outlet].append(i)
        self._languages = _languages(self._documents, analyses)
        self._ends: dict[str, str | None] = {}

    def target(self, fact: Fact) -> str | None:
        """The id of the outlet that a fact's chain ends at, other than the report's own; None for other roots."""
        if fact.chain is None:
            return None
        known = self._ends
        if fact.chain.statement not in known:
            known[fact.chain.statement] = self.end(fact.document, fact.chain)
        return known[fact.chain.statement]

    def end(self, document: int, chain: Chain) -> str | None:
        """The outlet at the end of a chain: named, or described so that one outlet of the chain or case fits."""
        last = chain.links[-1] if chain.links else None
        if last is None or last.kind not in ("citation", "credit", "speech") or last.name is None:
            return None
        found = last.outlet_id or self._by_name(last) or self.described(document, last.name, chain)
        return found if found and found != self._sides[document].outlet else None

    def _by_name(self, link: Link) -> str | None:
        """A citation whose speaker is an outlet by its name alone ("Sawt al-Qulu")."""
        outlet = self._outlets.find(link.name or "") or self._outlets.find(undescribed(link.name or ""))
        return outlet.id if outlet and (link.kind != "speech" or outlet.id in self._documents) else None

    def described(self, document: int, name: str, chain: Chain) -> str | None:
        """The outlet that a description fits («الوكالة», "the Arabic-language broadcaster", «این شبکه»).

        Only where exactly one outlet that the report itself names, or failing that one outlet of the case, has the
        kind and the language that the description gives.
        """
        kinds, language = describes(name)
        if not kinds:
            return None
        own = self._sides[document].outlet
        named = [link.outlet_id for link in chain.links[:-1] if link.outlet_id]
        named += list(self._sides[document].credits) + self._named(document)
        for pool in (named, list(self._documents) if language else []):
            fits = {one for one in pool if one != own and self._fits(one, kinds, language)}
            if len(fits) == 1:
                return fits.pop()
            if fits:
                return None
        return None

    def _named(self, document: int) -> list[str]:
        """The outlets that a report's statements name."""
        chains = self._analyses[document].chains
        return [link.outlet_id for chain in chains for link in chain.links[1:] if link.outlet_id]

    def _fits(self, outlet: str, kinds: frozenset[str], language: str | None) -> bool:
        row = self._outlets.by_id(outlet)
        if row is None or row.kind not in kinds:
            return False
        return language is None or self._languages.get(outlet, language) == language

    def has_report(self, outlet: str) -> bool:
        """Whether the case has a report of this outlet."""
        return outlet in self._documents

    def teller(self, fact: Fact) -> str | None:
        """The outlet in whose report a fact stands."""
        return self._sides[fact.document].outlet

    def narrator(self, fact: Fact) -> str:
        """The outlet whose word narration is: the one that the whole report is credited to, else its own."""
        return self._credited(fact.document) or self._sides[fact.document].outlet or self._sides[fact.document].label

    def narrator_label(self, fact: Fact) -> str:
        """The narrator's name, as the reports write it."""
        return self.label(self.narrator(fact), fact.document)

    def label(self, outlet: str, document: int) -> str:
        """The name of an outlet in the language of a report."""
        if self._sides[document].outlet == outlet:
            return self._sides[document].label
        row = self._outlets.by_id(outlet)
        return row.label(self._analyses[document].text.language) if row else outlet

    def _credited(self, document: int) -> str | None:
        whole = {c.outlet_id for c in self._analyses[document].credits if c.kind != "phrase" and c.outlet_id}
        others = whole - {self._sides[document].outlet}
        return others.pop() if len(others) == 1 else None

    def owner(self, fact: Fact) -> str | None:
        """The owner of the outlet whose word a fact is."""
        row: Outlet | None = self._outlets.by_id(self.narrator(fact))
        return row.owner or None if row else None


def _languages(documents: Mapping[str, Sequence[int]], analyses: Sequence[Analysis]) -> dict[str, str]:
    return {outlet: analyses[members[0]].text.language for outlet, members in documents.items()}


@cache
def _description_words() -> dict[str, tuple[str, str]]:
    return {
        fold_key(row["word"]): (row["use"], row["value"])
        for row in read_table(ROOT / "outlet_descriptions.tsv", COLUMNS)
    }


def undescribed(name: str) -> str:
    """A name without the words that describe an outlet («وب‌سایت انگلیسی‌زبان فرانتیر» → «فرانتیر»)."""
    table = _description_words()
    return " ".join(word for word in name.split() if not all(part in table for part in _words_of(word)))


def _words_of(word: str) -> list[str]:
    return [part.removeprefix("ال") for part in re.findall(r"\w+", fold_key(word))]


def describes(name: str) -> tuple[frozenset[str], str | None]:
    """The kinds of outlet and the language that a description names; no kinds where it is no mere description."""
    table = _description_words()
    kinds: set[str] = set()
    language = None
    for word in re.findall(r"\w+", fold_key(name)):
        use, value = table.get(word) or table.get(word.removeprefix("ال")) or ("", "")
        if use == "kind":
            kinds.update(value.split("|"))
        elif use == "language":
            language = value
        elif use != "skip":
            return frozenset(), None
    return frozenset(kinds), language
