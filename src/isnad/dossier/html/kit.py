"""What several sections of the page need: names, texts with their direction, links into reports, chains, quotes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from isnad.dossier.called import meant
from isnad.dossier.case import Case, Quote, Report, chain_entity
from isnad.dossier.html.build import Child, Html, el, join, say
from isnad.dossier.marks import Piece as TextPiece
from isnad.dossier.marks import extract
from isnad.dossier.nameless import is_unnamed, nameless_of, nameless_words
from isnad.dossier.naming import bare, entity_name, outlet_name, own_language
from isnad.dossier.remarks import Piece, remark_pieces
from isnad.dossier.visible import begins, direction
from isnad.dossier.words import Words
from isnad.model import Entity
from isnad.text.fold import fold_key

_SPOKEN = {"ar": "rtl", "fa": "rtl", "en": "ltr"}


@lru_cache(maxsize=1 << 15)
def _key(text: str) -> str:
    # The names of a case are asked for again and again.
    return fold_key(text)


def tongue(text: str, language: str | None = None) -> dict[str, str | None]:
    """``dir`` and ``lang`` of a foreign text; a language that the letters contradict is not claimed."""
    way = direction(text, language)
    return {"dir": way, "lang": language if language and _SPOKEN.get(language) == way else None}


def name(text: str, language: str | None = None) -> Html:
    """A name in running text, isolated so that it cannot reorder its neighbours."""
    way = tongue(text, language)
    # A browser sets an isolated name by its first letter; only where most letters are others it must be told.
    return el("bdi", text, dir=None if begins(text) == way["dir"] else way["dir"], lang=way["lang"])


def called(words: Words, text: str, language: str | None = None, titled: bool = True) -> Html:
    """What somebody or something is called: in a script that the reader does not know, spelt out by us and marked as
    that, never in place of words that are quoted. ``titled``: with the original under the pointer."""
    spelt = words.spelt(text, language)
    if spelt is None:
        return name(text, language)
    title = words.template("name.spelt").replace("{name}", text) if titled else None
    return el("bdi", spelt, class_="tr", title=title)


def words_for(words: Words, prefix: str, code: str) -> Child:
    """The word of the interface for a code of the model, the code itself where there is none."""
    key = f"{prefix}.{code}"
    return words.template(key) if words.has(key) else name(code)


def report_link(report: Report, words: Words) -> Html:
    """Number and outlet of a report, leading to its place in the page."""
    return el("a", report_name(report, words), class_="rep", href=f"#r-{report.number}")


def report_name(report: Report, words: Words) -> Html:
    """Number and outlet of a report, for lines that are themselves clicked."""
    # The report itself has the original: a large page names its reports ten thousand times.
    return Html(
        f"{report_number(report, words)} {called(words, report.shown, report.analysis.text.language, titled=False)}"
    )


def report_number(report: Report, words: Words) -> Html:
    """The number of a report."""
    return el("span", words.number(report.number), class_="no")


def report_by_document(case: Case, words: Words, document: str) -> Html:
    """The link to a document's report, or its bare name where the case does not hold it."""
    report = case.report(document)
    return report_link(report, words) if report else name(document)


def root_name(case: Case, words: Words, key: str, beside: bool = True) -> Html:
    """What a root is called: an entity in the interface's form with the original ``beside`` it, an unnamed source in
    the words of the interface."""
    root = case.root(key)
    if root.entity is not None:
        return entity_link(case, words, root.entity, beside)
    if root.owner is not None:
        return say(words, root.nameless, owner=called(words, case.called(root.owner)))
    return with_original(words, root.label) if beside else called(words, root.label)


def entity_link(case: Case, words: Words, entity: Entity, beside: bool = True) -> Html:
    """An entity's name in the interface's form, leading to its entry, with the original ``beside`` it if it differs."""
    shown = entity_name(words, entity)
    read = _key(shown) == _key(bare(entity.name)) and words.spelt(shown) is None
    alone = not beside or read
    # The original is under the pointer only where it does not stand beside it: a large page has ten thousand names.
    told = called(words, shown, own_language(entity), titled=alone)
    link = el("a", told, href=f"#e-{case.who.numbers[entity.id]}", class_="ent")
    if alone:
        return link
    original = el("span", name(bare(entity.name)), class_="orig")
    return Html(f"{link} {original}{meaning(words, shown) if words.spelt(shown) else ''}")


def with_original(words: Words, text: str, language: str | None = None) -> Html:
    """What somebody is called, and beside it the words of the report where they are spelt by us."""
    if words.spelt(text, language) is None:
        return called(words, text, language)
    shown = called(words, text, language, titled=False)
    return Html(f"{shown} {el('span', name(text, language), class_='orig')}{meaning(words, text)}")


def meaning(words: Words, text: str) -> Html:
    """What the words of a name mean, one by one, where the reader cannot read them and the lexicon can."""
    told = words.gloss(text)
    return Html(f" {el('span', f'({told})', class_='gloss')}") if told else Html("")


def link_name(case: Case, quote: Quote, position: int, words: Words) -> Child:
    """What a link of a chain is called: an outlet or a speaker in the interface's form where the case has one."""
    link = quote.links[position]
    if position == 0 and link.kind == "outlet":
        return called(words, quote.report.shown, quote.report.analysis.text.language, titled=False)
    entity = chain_entity(case, quote, position)
    if entity is not None:
        return called(words, entity_name(words, entity), own_language(entity), titled=False)
    if link.outlet_id and (shown := outlet_name(case.dossier, case.who, words.language, link.outlet_id)):
        return called(words, shown, titled=False)
    if link.name:
        return called(words, link.name, quote.report.analysis.text.language, titled=False)
    if is_unnamed(link):
        return (
            say(words, nameless_words(link), owner=called(words, case.called(link.owner), titled=False))
            if link.owner
            else words.template(f"nameless.{link.kind}")
        )
    return words.template("voice.unknown")


def remark(case: Case, words: Words, text: str) -> Html:
    """A remark of a step (reason, notice, failure) in the interface language."""
    return el("span", [_remarked(case, words, one) for one in remark_pieces(words, text)], class_="remark")


def _remarked(case: Case, words: Words, one: Piece) -> Child:
    if one.kind == "words":
        return one.text
    if one.kind == "english":
        return el("span", one.text, **tongue(one.text, "en"))
    if one.kind == "foreign":
        return name(one.text)
    nameless = nameless_of(one.text)
    if nameless is not None:
        return say(words, nameless[0], owner=_remarked(case, words, Piece(nameless[1], "name")))
    bearer = meant(case, words, one.text)
    return called(words, bearer) if isinstance(bearer, str) else report_link(bearer, words)


def breadcrumb(case: Case, quote: Quote, words: Words) -> Html:
    """The chain of a statement, from the outlet to the root."""
    if not quote.links:
        return el("p", words.template("chain.unknown"), class_="chain none")
    steps = [
        el(
            "li",
            el("i", words_for(words, "link", link.kind)),
            link_name(case, quote, position, words),
            class_=f"k-{link.kind}",
        )
        for position, link in enumerate(quote.links)
    ]
    return el("ol", steps, class_="chain")


def piece(text: str, one: TextPiece, owned: bool = True, id: str | None = None) -> Html | str:
    """A piece of a text with its marks; where statements overlap, the numbers in ``data-m`` tell whose they are.

    ``id`` is that of a place which sections point to; such a place is marked.
    """
    shown = text[one.start : one.end]
    if not one.marks:
        return shown
    if all(mark.kind == "spot" for mark in one.marks):
        return el("mark", shown, id=id, class_="spot")
    kinds = sorted({mark.kind for mark in one.marks})
    depth = sum(mark.kind == "content" for mark in one.marks)
    deep = " nested" if depth > 1 else ""
    owners = " ".join(f"{mark.kind}:{mark.owner}" for mark in one.marks if mark.kind != "spot")
    return el("mark", shown, id=id, class_=" ".join(kinds) + deep, data_m=owners if owned else None)


def extracted(quote: Quote, words: Words) -> Html:
    """The words of a statement in the original, with source, cue and content marked."""
    text = quote.report.analysis.text.clean
    left_out = el("span", "[…]", class_="cut", title=words.template("quote.left_out"))
    parts = [
        left_out if one is None else piece(text, one, owned=False)
        for one in extract(text, quote.statement, quote.number)
    ]
    content = " ".join(span.text for span in quote.statement.content) or quote.statement.cue.text
    language = quote.statement.language
    if language == "und":
        language = quote.report.analysis.text.language
    return el("blockquote", parts, **tongue(content, language))


def tags(words: Words, keys: Iterable[str]) -> list[Child]:
    """Small marks beside a value: planned, denied, to be checked."""
    return [[" ", el("span", words.template(key), class_=f"tag {key.rpartition('.')[2]}")] for key in keys]


def region(content: Child, label: str, kind: str) -> Html:
    """A wide drawing or table that scrolls by itself, also by keyboard."""
    return el("div", content, class_=kind, tabindex=0, role="region", aria_label=label)


def more(summary: Child, content: Child, **attributes: str) -> Html:
    """Content that unfolds."""
    return el("details", el("summary", summary), content, **attributes)


def capped(items: list[Html], shown: int, words: Words, tag: str = "div") -> Html:
    """The first items, and the rest folded under "n more"."""
    if len(items) <= shown + 2:
        return Html("".join(items))
    rest = el(tag, items[shown:])
    return Html("".join(items[:shown]) + more(words.count("count.further", len(items) - shown), rest, class_="rest"))


def section(words: Words, key: str, *content: Child, note: bool = True) -> Html:
    """A section of the page: heading, one sentence that says what it shows, content."""
    intro = el("p", words.template(f"{key}.note"), class_="note") if note else None
    heading = el("h2", words.template(f"{key}.title"), id=f"{key}-h")
    return el("section", heading, intro, content, id=key, aria_labelledby=f"{key}-h")


def nothing(words: Words, key: str) -> Html:
    """The sentence that stands where a section has nothing to show."""
    return el("p", words.template(f"{key}.none"), class_="none")


def listing(items: Iterable[Child]) -> Html:
    """Items in one line, separated in the way that suits every script."""
    return join(" · ", items)
