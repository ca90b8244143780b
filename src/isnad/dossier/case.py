"""A dossier seen as a reader needs it: numbered reports, statements with their chains, voices, roots.

Exporters read this view, so that HTML and Markdown count and number alike.  Statement 3.12 is the twelfth
statement of the third report, in every format and every language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isnad.dossier.nameless import UNNAMED, is_unnamed, nameless_words
from isnad.dossier.naming import outlet_name
from isnad.dossier.reported import bare_account, called_by_headline, headline, outlet_id, outlet_of_chains
from isnad.dossier.taken import taken
from isnad.dossier.who import QUOTES, Who, name_key, who_is_who
from isnad.model import Account, Analysis, Chain, Dossier, Entity, Event, Link, Speaker, Statement

# Statements below this confidence are shown apart, as "less certain".
CERTAIN = 0.5


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its number in the case (from 1, in the order of the dossier). ``shown`` is what it is called in
    a line: its outlet in the interface language where that is known, else the beginning of its headline."""

    number: int
    analysis: Analysis
    account: Account
    outlet: str | None
    shown: str

    @property
    def title(self) -> str:
        """The headline where the report has one, else the file's name."""
        return headline(self.analysis) or self.analysis.document.name

    @property
    def label(self) -> str:
        """What tells the report from others: its outlet, else its file."""
        return self.outlet or self.analysis.document.name


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement in its report, with its number there (from 1) and its chain; ``around`` are the numbers of the
    statements that hold it, innermost first."""

    report: Report
    number: int
    statement: Statement
    chain: Chain | None
    around: tuple[int, ...]

    @property
    def parent(self) -> int | None:
        """The number of the statement that this one stands in."""
        return self.around[0] if self.around else None

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
    """A speaker (or the unnamed source of an outlet, and in what words that is said) with all its statements in the
    case; ``entity`` is who it is, where the case tells."""

    name: str | None
    owner: str | None
    type: str
    quotes: tuple[Quote, ...]
    entity: Entity | None = None
    nameless: str = UNNAMED


@dataclass(frozen=True, slots=True)
class Root:
    """The end of chains: its name, or whose unnamed source it is and in what words that is said (``nameless``);
    ``entity`` is who it is, where the case tells."""

    label: str
    owner: str | None
    entity: Entity | None = None
    nameless: str = UNNAMED


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
    who: Who
    _by_document: dict[str, Report]
    _events: dict[str, tuple[int, Event]]
    _called: dict[str, str]

    def report(self, document: str) -> Report | None:
        """The report of a document, asked for by id or by name."""
        return self._by_document.get(document)

    def called(self, name: str) -> str:
        """An outlet's name in the interface language, where the case has it; every other name as it is."""
        return self._called.get(name_key(name), name)

    def event(self, key: str | None) -> tuple[int, Event] | None:
        """An event with its number in the comparison (from 1)."""
        return self._events.get(key or "")

    def root(self, key: str) -> Root:
        """The root with this key or label (accounts and findings may give either), an entity or an outlet of the case
        with this id, else one of that name."""
        entity = self.who.entities.get(key)
        if entity is not None:
            return Root(entity.name, None, entity)
        if key in self.roots:
            return self.roots[key]
        report = self._by_document.get(key)
        return Root(report.shown if report else key, None)


def case(dossier: Dossier, language: str = "en") -> Case:
    """The view of a dossier for an interface in ``language``."""
    ids = {name: one.document.id for one in dossier.analyses for name in (one.document.name, one.document.id)}
    who = who_is_who(dossier.resolution, ids.get, dossier.outlets)
    reports = _reports(dossier, who, language)
    quotes = tuple(quote for report in reports for quote in _quotes(report))
    named = [quote for quote in quotes if is_named(quote.statement.speaker)]
    nameless = [quote for quote in quotes if not is_named(quote.statement.speaker)]
    by_document = {report.analysis.document.name: report for report in reports}
    by_document |= {report.analysis.document.id: report for report in reports}
    return Case(
        dossier,
        reports,
        quotes,
        _speakers(named, who),
        _unnamed(nameless),
        _roots(quotes, who),
        frozenset(taken(dossier)),
        who,
        by_document,
        {event.id: (number, event) for number, event in enumerate(dossier.comparison.events, start=1)},
        _called(dossier, reports, who, language),
    )


def _roots(quotes: Iterable[Quote], who: Who) -> dict[str, Root]:
    roots: dict[str, Root] = {}
    for quote in quotes:
        if quote.chain:
            owner = unnamed_owner(quote) if quote.chain.root_unnamed else None
            entity = who.entities.get(quote.chain.root)
            root = Root(quote.chain.root_label, owner, entity, nameless_words(quote.links[-1]))
            roots.setdefault(quote.chain.root, root)
            roots.setdefault(quote.chain.root_label, root)
    return roots


def _called(dossier: Dossier, reports: Iterable[Report], who: Who, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for report in reports:
        for link in (link for chain in report.analysis.chains for link in chain.links):
            if link.name and link.outlet_id and (shown := outlet_name(dossier, who, language, link.outlet_id)):
                found.setdefault(name_key(link.name), shown)
        found.setdefault(name_key(report.label), report.shown)
    for outlet, names in dossier.outlets.items():
        for name in (outlet, *names.values()):
            found.setdefault(name_key(name), outlet_name(dossier, who, language, outlet) or name)
    return found


def is_named(speaker: Speaker) -> bool:
    """Whether the text names the speaker."""
    return speaker.name is not None and speaker.type != "unnamed"


def _reports(dossier: Dossier, who: Who, language: str) -> tuple[Report, ...]:
    accounts = {account.document: account for account in dossier.comparison.accounts}
    reports = []
    for number, analysis in enumerate(dossier.analyses, start=1):
        document = analysis.document
        account = accounts.get(document.id) or accounts.get(document.name) or bare_account(analysis)
        outlet = account.outlet or document.outlet or outlet_of_chains(analysis)
        shown = outlet_name(dossier, who, language, outlet_id(analysis)) or outlet or called_by_headline(analysis)
        reports.append(Report(number, analysis, account, outlet, shown))
    return tuple(reports)


def _quotes(report: Report) -> list[Quote]:
    analysis = report.analysis
    chains = {chain.statement: chain for chain in analysis.chains}
    numbers = {statement.id: number for number, statement in enumerate(analysis.statements, start=1)}
    return [
        Quote(report, number, statement, chains.get(statement.id), _around(statement, analysis.statements, numbers))
        for number, statement in enumerate(analysis.statements, start=1)
    ]


def _around(statement: Statement, statements: Sequence[Statement], numbers: dict[str, int]) -> tuple[int, ...]:
    found: list[int] = []
    while (number := numbers.get(statement.parent or "")) is not None and number not in found:
        found.append(number)
        statement = statements[number - 1]
    return tuple(found)


def _speakers(quotes: list[Quote], who: Who) -> tuple[Voice, ...]:
    """Statements by the entity that says them, where the case does not tell by the name as it is written."""
    groups: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        entity = who.speaker(quote.statement.id)
        key = ("entity", entity.id) if entity else ("name", name_key(quote.statement.speaker.name or ""))
        groups[key].append(quote)
    voices = []
    for group in groups.values():
        entity = who.speaker(group[0].statement.id)
        called = entity.name if entity else _fullest(group)
        voices.append(Voice(called, None, group[0].statement.speaker.type, tuple(group), entity))
    return tuple(sorted(voices, key=lambda voice: -len(voice.quotes)))


def _fullest(group: list[Quote]) -> str:
    name = group[0].statement.speaker.name or ""
    return name.strip(QUOTES).strip() or name


def _unnamed(quotes: list[Quote]) -> tuple[Voice, ...]:
    """Unnamed sources by their root: two outlets' unnamed sources are not known to be the same."""
    groups: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        unnamed_root = quote.chain.root if quote.chain and quote.chain.root_unnamed else None
        whose = unnamed_root or f"{quote.report.number} {unnamed_owner(quote)}"
        groups[whose, nameless_words(quote.links[-1]) if quote.links else UNNAMED].append(quote)
    voices = [
        Voice(None, unnamed_owner(group[0]), "unnamed", tuple(group), nameless=said)
        for (_, said), group in groups.items()
    ]
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


def chain_entity(case: Case, quote: Quote, position: int) -> Entity | None:
    """Who speaks at a link of a chain, where the case tells; outlets and agencies have a table of their own."""
    link = quote.links[position]
    if link.kind not in ("speech", "hearsay", "unknown"):
        return None
    last = position == len(quote.links) - 1
    if last and quote.statement.speaker.type == "collective":
        return None  # several people who speak as one are not the one of them who has a name
    root = quote.chain.root if quote.chain and last else ""
    document = quote.report.analysis.document.id
    said = case.who.entities.get(root) or _speaker_at(case, quote, link)
    return said or case.who.at(document, link.span)


def _speaker_at(case: Case, quote: Quote, link: Link) -> Entity | None:
    """Who says the statement around this one that a link stands for, where it names nobody itself («وأضاف»)."""
    statements = [quote.report.analysis.statements[number - 1] for number in quote.around]
    told = (one for one in statements if (one.source or one.cue) == link.span)
    return next((case.who.speaker(one.id) for one in told), None)


def unique(items: Iterable[str]) -> list[str]:
    """The items without repeats, in order."""
    return list(dict.fromkeys(items))
