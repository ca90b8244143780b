"""A dossier seen as a reader needs it: numbered reports, statements with their chains, voices, roots.

Exporters read this view, so that HTML and Markdown count and number alike.  Statement 3.12 is the twelfth
statement of the third report, in every format and every language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isnad.model import Account, Analysis, Chain, Dossier, Link, Speaker, Statement

# Statements below this confidence are shown apart, as "less certain".
CERTAIN = 0.5

_QUOTES = "\"'«»“”„‟‘’‹›`´"


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its number in the case (from 1, in the order of the dossier)."""

    number: int
    analysis: Analysis
    account: Account
    outlet: str | None

    @property
    def title(self) -> str:
        """The headline where the format gave one, else the file's name."""
        return self.analysis.document.title or self.analysis.document.name

    @property
    def label(self) -> str:
        """What the report is called in a line: its outlet, else its file."""
        return self.outlet or self.analysis.document.name


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement in its report, with its number there (from 1) and its chain."""

    report: Report
    number: int
    statement: Statement
    chain: Chain | None
    parent: int | None

    @property
    def reference(self) -> str:
        """``3.12``: the statement's number in the case."""
        return f"{self.report.number}.{self.number}"

    @property
    def links(self) -> tuple[Link, ...]:
        """The chain's links from the outlet to the root, empty where the chain is not known."""
        return self.chain.links if self.chain else ()

    @property
    def certain(self) -> bool:
        """Whether it is shown with the rest and not under "less certain"."""
        return self.statement.confidence >= CERTAIN


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker (or the unnamed source of an outlet) with all its statements in the case."""

    name: str | None
    owner: str | None
    type: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """The end of chains: its name, or whose unnamed source it is."""

    label: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """The whole case, ready to be laid out. ``taken`` holds giver and taker of each copy of known direction."""

    dossier: Dossier
    reports: tuple[Report, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[Voice, ...]
    unnamed: tuple[Voice, ...]
    roots: dict[str, Root]
    taken: frozenset[tuple[str, str]]
    _by_document: dict[str, Report]

    def report(self, document: str) -> Report | None:
        """The report of a document, asked for by id or by name."""
        return self._by_document.get(document)

    def root(self, key: str) -> Root:
        """The root with this key or label (accounts and findings may give either), else one of that name."""
        return self.roots.get(key, Root(key, None))


def case(dossier: Dossier) -> Case:
    """The view of a dossier."""
    reports = _reports(dossier)
    quotes = tuple(quote for report in reports for quote in _quotes(report))
    named = [quote for quote in quotes if is_named(quote.statement.speaker)]
    nameless = [quote for quote in quotes if not is_named(quote.statement.speaker)]
    by_document = {report.analysis.document.name: report for report in reports}
    by_document |= {report.analysis.document.id: report for report in reports}
    roots: dict[str, Root] = {}
    for quote in quotes:
        if quote.chain:
            owner = unnamed_owner(quote) if quote.chain.root_unnamed else None
            root = Root(quote.chain.root_label, owner)
            roots.setdefault(quote.chain.root, root)
            roots.setdefault(quote.chain.root_label, root)
    return Case(
        dossier,
        reports,
        quotes,
        _speakers(named),
        _unnamed(nameless),
        roots,
        frozenset(_taken(dossier)),
        by_document,
    )


def _taken(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Giver and taker of each copy whose direction is known."""
    for copy in dossier.comparison.copies:
        if copy.direction == "b_from_a":
            yield copy.a, copy.b
        elif copy.direction == "a_from_b":
            yield copy.b, copy.a


def is_named(speaker: Speaker) -> bool:
    """Whether the text names the speaker."""
    return speaker.name is not None and speaker.type != "unnamed"


def name_key(name: str) -> str:
    """The light key under which names of a case are held to be the same: no quotes, no case, single spaces."""
    return " ".join(name.strip(_QUOTES).casefold().split())


def _reports(dossier: Dossier) -> tuple[Report, ...]:
    accounts = {account.document: account for account in dossier.comparison.accounts}
    reports = []
    for number, analysis in enumerate(dossier.analyses, start=1):
        document = analysis.document
        account = accounts.get(document.id) or accounts.get(document.name) or _bare_account(analysis)
        outlet = account.outlet or document.outlet or _outlet_of_chains(analysis)
        reports.append(Report(number, analysis, account, outlet))
    return tuple(reports)


def _outlet_of_chains(analysis: Analysis) -> str | None:
    links = (chain.links[0] for chain in analysis.chains if chain.links)
    return next((link.name for link in links if link.kind == "outlet" and link.name), None)


def _bare_account(analysis: Analysis) -> Account:
    """What can be told of a report without comparing it."""
    return Account(
        document=analysis.document.id,
        outlet=analysis.document.outlet,
        date=analysis.document.date,
        language=analysis.text.language,
        credited=tuple(unique(credit.name for credit in analysis.credits)),
        roots=tuple(unique(chain.root for chain in analysis.chains)),
        statements=len(analysis.statements),
        share_copied=0.0,
        copied_from=(),
    )


def _quotes(report: Report) -> list[Quote]:
    analysis = report.analysis
    chains = {chain.statement: chain for chain in analysis.chains}
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, start=1)}
    return [
        Quote(report, number, statement, chains.get(statement.id), numbers.get(statement.parent or ""))
        for number, statement in enumerate(analysis.statements, start=1)
    ]


def _speakers(quotes: list[Quote]) -> tuple[Voice, ...]:
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[name_key(quote.statement.speaker.name or "")].append(quote)
    voices = [Voice(_fullest(group), None, group[0].statement.speaker.type, tuple(group)) for group in groups.values()]
    return tuple(sorted(voices, key=lambda voice: -len(voice.quotes)))


def _fullest(group: list[Quote]) -> str:
    name = group[0].statement.speaker.name or ""
    return name.strip(_QUOTES).strip() or name


def _unnamed(quotes: list[Quote]) -> tuple[Voice, ...]:
    """Unnamed sources by their root: two outlets' unnamed sources are not known to be the same."""
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        unnamed_root = quote.chain.root if quote.chain and quote.chain.root_unnamed else None
        groups[unnamed_root or f"{quote.report.number} {unnamed_owner(quote)}"].append(quote)
    voices = [Voice(None, unnamed_owner(group[0]), "unnamed", tuple(group)) for group in groups.values()]
    return tuple(sorted(voices, key=lambda voice: -len(voice.quotes)))


def unnamed_owner(quote: Quote, position: int | None = None) -> str:
    """Whose unnamed source the link at ``position`` is (by default the last unnamed one): the owner that the chain
    gives, else the nearest named link before it, else the report."""
    if position is None:
        nameless = [number for number, link in enumerate(quote.links) if is_unnamed(link)]
        position = nameless[-1] if nameless else 0
    before = [link.name for link in quote.links[:position] if link.name]
    owner = quote.links[position].owner if quote.links else None
    return owner or (before[-1] if before else quote.report.label)


def is_unnamed(link: Link) -> bool:
    """Whether a link stands for someone whom the text does not name. An outlet without a name is just not known."""
    return link.kind == "unnamed" or (link.name is None and link.kind != "outlet")


def unique(items: Iterable[str]) -> list[str]:
    """The items without repeats, in order."""
    return list(dict.fromkeys(items))
