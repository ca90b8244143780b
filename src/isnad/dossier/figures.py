"""The numbers of a case and its main findings, as data: each exporter says them in its own form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from isnad.dossier.case import Case
from isnad.dossier.who import name_key
from isnad.model import Copy, Document

# From this share on a report counts as mostly taken over.
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be counted in a case."""

    reports: int
    languages: int
    outlets: int
    statements: int
    speakers: int
    roots: int
    unnamed: int
    copies: int
    failures: int

    def items(self) -> tuple[tuple[str, int], ...]:
        """Name and number, in the order in which they are shown."""
        return tuple((name, int(getattr(self, name))) for name in self.__slots__)


@dataclass(frozen=True, slots=True)
class TopRoot:
    """The root to which statements of the most reports lead back."""

    key: str
    reports: int


def figures(case: Case) -> Figures:
    """The numbers of a case."""
    chains = [chain for analysis in case.dossier.analyses for chain in analysis.chains]
    languages = {report.analysis.text.language for report in case.reports} - {"und"}
    return Figures(
        reports=len(case.reports),
        languages=len(languages),
        outlets=len({name_key(report.outlet) for report in case.reports if report.outlet}),
        statements=len(case.quotes),
        speakers=len(case.speakers),
        roots=len({chain.root for chain in chains}),
        unnamed=len({chain.root for chain in chains if chain.root_unnamed}),
        copies=len(case.dossier.comparison.copies),
        failures=len(case.dossier.failures),
    )


def top_root(case: Case) -> TopRoot | None:
    """The common link of the case, if one root stands behind statements of two reports or more."""
    reports: Counter[str] = Counter()
    for analysis in case.dossier.analyses:
        reports.update({chain.root: 1 for chain in analysis.chains})
    if not reports:
        return None
    root = min(reports, key=lambda key: (-reports[key], key))
    return TopRoot(root, reports[root]) if reports[root] > 1 else None


def statements_of_nobody(case: Case) -> int:
    """How many statements are ascribed to nobody by name."""
    return sum(len(voice.quotes) for voice in case.unnamed)


def mostly_copied(case: Case) -> int:
    """How many reports stand for at least half in earlier reports of the case."""
    return sum(report.account.share_copied >= MOSTLY for report in case.reports)


def ranked_copies(case: Case) -> list[Copy]:
    """The copies, those that take over most first."""
    copies = case.dossier.comparison.copies
    return sorted(copies, key=lambda copy: (-max(copy.contained_a, copy.contained_b), copy.a, copy.b))


def took_from(case: Case, taker: Document, giver: str) -> bool:
    """Whether comparing found that ``taker`` took from ``giver``; what two share alone does not tell who took."""
    report = case.report(giver)
    names = {giver} if report is None else {report.analysis.document.id, report.analysis.document.name}
    return any((name, own) in case.taken for name in names for own in (taker.id, taker.name))
