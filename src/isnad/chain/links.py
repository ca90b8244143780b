"""The chain of each statement: outlet ← credited agency ← cited outlet ← speaker ← inner speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.chain.credits import whole_report
from isnad.lang.outlets import Outlet, OutletTable, outlet_words
from isnad.model import Chain, Credit, Document, Link, Statement, Text
from isnad.model.statement import LinkKind
from isnad.text.fold import Folded, fold_key
from isnad.text.quoted import is_open
from isnad.text.trie import trie_pattern

_KINDS: dict[str, LinkKind] = {
    "agency": "citation",
    "outlet": "citation",
    "document": "document",
    "unnamed": "unnamed",
}
_NAMELESS: dict[str, LinkKind] = {"impersonal": "hearsay", "unknown": "unknown"}
_VENUE = re.compile(rf"(?:\b(?:{trie_pattern(fold_key(word) for word in outlet_words('venue'))})\s?|\bلل)[«\"(]?\s?$")
_TO_THE = re.compile(r"\bلل(\w+(?: \w+){0,2})")
_GENERIC = frozenset(fold_key(word) for word in outlet_words("generic"))
VENUE_REACH = 90
"""Characters around source and cue in which the outlet that a source spoke to may be named."""


def build_chains(
    document: Document,
    text: Text,
    folded: Folded,
    statements: Sequence[Statement],
    credits: Sequence[Credit],
    outlets: OutletTable,
) -> tuple[Chain, ...]:
    """A chain for every statement, in the order of the statements."""
    own = _own_outlet(document, outlets)
    general = [credit for credit in credits if whole_report(credit, text.segments, statements)]
    by_id = {statement.id: statement for statement in statements}
    head = [Link(document.outlet or (own.label(text.language) if own else None), "outlet", None, *_facts(own))]
    venues = _venues(statements, folded, text, outlets)
    out = []
    for statement in statements:
        lineage = _lineage(statement, by_id)
        credited = _credit_links(general, own, outlets, lineage)
        links = [*head, *credited]
        for ancestor in lineage:
            if len(credited) == 1 and _means_agency(ancestor, credited[0], outlets):
                continue  # «نقلت الوكالة عن …» in a report that is credited to one agency
            venue = venues[ancestor.id]
            links += [venue] if venue else []
            links.append(_speech_link(ancestor, outlets))
        links = _without_repeats(links)
        root, label = _root(links[-1], links, document, statement.language)
        out.append(Chain(statement.id, document.name, tuple(links), root, label, links[-1].name is None))
    return tuple(out)


def _own_outlet(document: Document, outlets: OutletTable) -> Outlet | None:
    by_name = outlets.find(document.outlet) if document.outlet else None
    return by_name or (outlets.by_domain(document.url) if document.url else None)


def _facts(outlet: Outlet | None) -> tuple[str | None, str | None]:
    return (outlet.id, outlet.owner or None) if outlet else (None, None)


def _credit_links(
    credits: Sequence[Credit], own: Outlet | None, outlets: OutletTable, lineage: list[Statement]
) -> list[Link]:
    """The credited outlets, but not the outlet itself nor a phrase that is one of the chain's own statements."""
    links = []
    for credit in credits:
        if credit.outlet_id and own and credit.outlet_id == own.id:
            continue
        if any(statement.source and credit.span.overlaps(statement.source) for statement in lineage):
            continue
        links.append(Link(credit.name, "credit", credit.span, *_facts(outlets.by_id(credit.outlet_id))))
    return links[:3]


def _lineage(statement: Statement, by_id: dict[str, Statement]) -> list[Statement]:
    """The statement with its parents, outermost first."""
    out = [statement]
    while out[-1].parent in by_id and len(out) < 12:
        out.append(by_id[out[-1].parent or ""])
    return out[::-1]


def _means_agency(statement: Statement, credit: Link, outlets: OutletTable) -> bool:
    """Whether a speaker is called nothing but "the agency" and the credited outlet is one."""
    if statement.speaker.type != "agency" or statement.speaker.name is None:
        return False
    outlet = outlets.by_id(credit.outlet_id)
    agency = outlet is not None and outlet.is_agency
    return agency and name_key(statement.speaker.name).removeprefix("the ") in _GENERIC


def _speech_link(statement: Statement, outlets: OutletTable) -> Link:
    speaker = statement.speaker
    span = statement.source or statement.cue
    if speaker.name is None:
        return Link(None, _NAMELESS.get(speaker.nameless, "unnamed"), span)
    outlet = (
        outlets.find(speaker.name) if speaker.type in ("agency", "outlet") else _outlet_called(speaker.name, outlets)
    )
    kind = "citation" if outlet else _KINDS.get(speaker.type, "speech")
    return Link(speaker.name, kind, span, *_facts(outlet))


def _outlet_called(name: str, outlets: OutletTable) -> Outlet | None:
    """The outlet that has exactly this name, of several words and nothing else's («نسيم السهل»), whatever the text
    took it for."""
    found = outlets.find(name) if " " in name else None
    return found if found and fold_key(name) in map(fold_key, found.names()) else None


def _venues(
    statements: Sequence[Statement], folded: Folded, text: Text, outlets: OutletTable
) -> dict[str, Link | None]:
    """Statement → the outlet that its source spoke to; an unnamed source that goes on ("the sources said") is the one
    before, and spoke to the same."""
    found: dict[str, Link | None] = {}
    before: dict[str | None, Link | None] = {}
    for statement in sorted(statements, key=lambda one: one.cue.start):
        venue = _venue(statement, folded, text, outlets)
        if statement.speaker.nameless == "unnamed":
            if venue is None and statement.speaker.again:
                venue = before.get(statement.parent)
            before[statement.parent] = venue
        found[statement.id] = venue
    return found


def _venue(statement: Statement, folded: Folded, text: Text, outlets: OutletTable) -> Link | None:
    """The outlet that the source spoke to («مصادر لـX», «در گفت‌وگو با X», "told X")."""
    if statement.source is None or statement.speaker.type in ("agency", "outlet"):
        return None
    start = folded.to_key(min(statement.source.start, statement.cue.start))
    end = folded.to_key(max(statement.source.end, statement.cue.end))
    content = folded.to_key(statement.content[0].start)
    reach = min(end + VENUE_REACH, content) if content > end else end
    for found in outlets.scan(folded.key, start, max(reach, end)):
        # «…العالم…»، موضحاً: a word of what was said. A mark right before the name is the name's own.
        if is_open(folded.key, start, max(start, found.start - 1)):
            continue
        if _VENUE.search(folded.key[max(start, found.start - 24) : found.start]):
            where = folded.text_range(found.start, found.end)
            span = text.span(*where)
            return Link(span.text, "citation", span, *_facts(found.outlet))
    return _venue_with_article(folded, text, start, max(reach, end), outlets)


def _venue_with_article(folded: Folded, text: Text, start: int, end: int, outlets: OutletTable) -> Link | None:
    """«للخنادق»: the preposition has swallowed the article of the name, so no name of the table stands there."""
    for match in _TO_THE.finditer(folded.key, start, end):
        words = match[1].split(" ")
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            outlet = outlets.find(f"ال{name}")
            if outlet:
                span = text.span(*folded.text_range(match.start(), match.start(1) + len(name)))
                return Link(outlet.name_ar or span.text, "citation", span, *_facts(outlet))
    return None


def _without_repeats(links: list[Link]) -> list[Link]:
    """The links without one that names an outlet already in the chain."""
    seen: set[str] = set()
    out = []
    for link in links:
        key = link.outlet_id or (
            fold_key(link.name) if link.name and link.kind in ("outlet", "credit", "citation") else ""
        )
        if key and key in seen:
            continue
        seen.add(key)
        out.append(link)
    return out


def _root(last: Link, links: list[Link], document: Document, language: str) -> tuple[str, str]:
    """The root's key and label. An unnamed source belongs to the outlet that speaks of it last; it and whoever is meant
    in the same words and was not made out have one key, for nobody can tell them apart: they are one root at most."""
    if last.name is not None and not _is_some_document(last, language):
        return f"{last.outlet_id or name_key(last.name)}", last.name
    witness = next((link for link in reversed(links[:-1]) if link.name), None)
    name = witness.name if witness and witness.name else document.outlet or document.name
    key = (witness.outlet_id if witness else None) or name_key(name)
    if last.name is not None:
        return f"document:{key}:{name_key(last.name)}", last.name
    whose = "unidentified speaker in the words of" if last.kind == "unknown" else "unnamed source of"
    return f"unnamed:{key}", f"{whose} {name}"


_SOME = {
    "ar": re.compile(r"(?!ال)\w+(?: (?!ال)\w+يه)?"),
    "fa": re.compile(r"يك .+|\w+ي(?: كه .+)?"),
    "en": re.compile(r"(?:an?|some) .+"),
}


def _is_some_document(link: Link, language: str) -> bool:
    """Whether a document is one of many by its own words («رسالة», «نامه‌ای», "a letter"): two reports' letters are not
    known to be one, where «التقرير» of one story may well be."""
    if link.kind != "document" or link.name is None or link.outlet_id or language not in _SOME:
        return False
    return _SOME[language].fullmatch(fold_key(link.name)) is not None


def name_key(name: str) -> str:
    """The key of a name: folded, without quotation marks and Arabic articles, words in order."""
    words = re.findall(r"\w+", fold_key(name))
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in words)
