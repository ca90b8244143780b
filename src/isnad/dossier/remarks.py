"""Remarks of the steps (reasons, notices, failures) in the interface language.

Steps write a remark as an English sentence, which the JSON keeps.  ``words/remarks.tsv`` has every such sentence with
slots for what a step fills in, and the same sentence in the other languages.  A remark is recognised by its row, taken
apart into what stands in the slots, and told again; what no row recognises stays English and is shown as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, get_args

from isnad.dossier.naming import concept_name, event_name, known_concept
from isnad.dossier.spelled import short
from isnad.dossier.words import LANGUAGES, Words, remark_rows
from isnad.model.finding import Aspect

SLOT = re.compile(r"\{(\w+)(?::([\w.]+))?\}")
_BETWEEN = "; "
_COPYING = "{n:count.copying_1} {giver:name}"
_ITEM = ", "
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
# A root with the outlet and the day that it was first told in: «سليم الهدار (Harbour Wire, 2022-03-14)».
_NAMED = re.compile(r"(.+?)(?: \((?:([^()]*?), )?(\d{4}-\d\d-\d\d)\)| \(([^()]+)\))?(?:, |$)")
_SAID = re.compile(r"(planned )?“(.*)”", re.DOTALL)
# What a slot may hold; whatever else a slot is called holds any text.
_HOLDS = {"number": r"\d[\d,]*", "day": r"\d[\d:T.Z+-]*", "words": r"(?:planned )?“.*?”"}


class Piece(NamedTuple):
    """A piece of a remark: ``words`` of the interface, the ``name`` of somebody or of a report, or ``foreign`` words
    (a quotation, an error of the system); ``english`` is a remark that no row recognises."""

    text: str
    kind: Literal["words", "name", "foreign", "english"]


class Row(NamedTuple):
    """A row of the table: the pattern of the English sentence, its slots (name, kind), and the template to show."""

    pattern: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    shown: str


def remark_pieces(words: Words, text: str) -> tuple[Piece, ...]:
    """A remark in the interface language, piece by piece; several remarks may be joined by "; "."""
    told = _joined(words, text, _BETWEEN, words.template("remark.between"))
    return told if told is not None else (Piece(text, "english"),)


def remark_text(words: Words, text: str) -> str:
    """The same as one line, for what names nobody."""
    return "".join(piece.text for piece in remark_pieces(words, text))


def copies_told(reason: str) -> list[tuple[str, int]]:
    """Whose text how many reports copy (name, number), as a finding's reason counts them."""
    found = (_pattern(_COPYING).fullmatch(part) for part in reason.split(_BETWEEN))
    return [(match["giver"], int(re.sub(r"\D", "", match["n"]))) for match in found if match]


def _joined(words: Words, text: str, between: str, shown: str) -> tuple[Piece, ...] | None:
    """The remarks that ``text`` is made of, as many as possible; a remark may hold the separator itself."""
    parts = text.split(between)
    best: list[tuple[int, tuple[Piece, ...]] | None] = [(0, ())] + [None] * len(parts)
    for end in range(1, len(parts) + 1):
        for start in range(end):
            before = best[start]
            if before is None or ((kept := best[end]) is not None and kept[0] > before[0]):
                continue
            one = _remark(words.language, between.join(parts[start:end]))
            if one is not None:
                link = (Piece(shown, "words"),) if before[0] else ()
                best[end] = before[0] + 1, (*before[1], *link, *one)
    found = best[len(parts)]
    return found[1] if found else None


@cache
def _words(language: str) -> Words:
    return Words(language)


@lru_cache(maxsize=50_000)
def _remark(language: str, text: str) -> tuple[Piece, ...] | None:
    """One remark, by the first row that fits in every slot."""
    words = _words(language)
    plain, rows = _table(language)
    if text in plain:
        return (Piece(plain[text], "words"),)
    for row in rows:
        match = row.pattern.fullmatch(text)
        told = _filled(words, row, match) if match else None
        if told is not None:
            return told
    return None


def _filled(words: Words, row: Row, match: re.Match[str]) -> tuple[Piece, ...] | None:
    held: dict[str, tuple[Piece, ...]] = {}
    for name, kind in row.slots:
        pieces = _slot(words, kind, match[name])
        if pieces is None:
            return None
        held[name] = pieces
    parts: list[Piece] = []
    for index, part in enumerate(SLOT.split(row.shown)):
        # ``split`` gives text, slot, kind of the slot, text …
        if index % 3 == 0 and part:
            parts.append(Piece(part, "words"))
        elif index % 3 == 1:
            parts.extend(held[part])
    return tuple(parts)


def _slot(words: Words, kind: str, text: str) -> tuple[Piece, ...] | None:
    """What stands in a slot, told in the interface language; None where the slot cannot hold it."""
    if kind.startswith("count."):
        return (Piece(words.count(kind, int(re.sub(r"\D", "", text))), "words"),)
    if kind == "number":
        return (Piece(words.number(int(text.replace(",", ""))), "words"),)
    if kind == "day":
        return (Piece(_day(words, text) or text, "words"),)
    if kind == "concept":
        # What was done to one person or organisation is named by it: "coerce en:…".
        what = text.partition(" en:")[0]
        return (Piece(concept_name(words, what) if known_concept(what) else event_name(words, what), "words"),)
    if kind == "aspect":
        return (Piece(words.template(f"aspect.{text}"), "words"),) if text in get_args(Aspect) else None
    if kind == "words":
        return _said(words, text)
    if kind == "remark":
        return _remark(words.language, text)
    if kind == "remarks":
        return _joined(words, text, _ITEM, words.template("remark.item"))
    if kind in ("names", "keys"):
        return tuple(_listed(words, _names(words, text) if kind == "names" else _keys(words, text)))
    return (Piece(text, "name" if kind == "name" else "foreign"),)


def _listed(words: Words, items: Iterable[tuple[Piece, ...]]) -> Iterator[Piece]:
    for number, item in enumerate(items):
        if number:
            yield Piece(words.template("remark.item"), "words")
        yield from item


def _names(words: Words, text: str) -> Iterator[tuple[Piece, ...]]:
    for match in _NAMED.finditer(text):
        name, outlet, day, other = match.groups()
        where = [Piece(one, "name") for one in (outlet, other) if one]
        where += [Piece(_day(words, day) or day, "words")] if day else []
        inside = tuple(_listed(words, ((one,) for one in where)))
        brackets = (Piece(" (", "words"), *inside, Piece(")", "words")) if inside else ()
        yield (Piece(name, "name"), *brackets)


def _keys(words: Words, text: str) -> Iterator[tuple[Piece, ...]]:
    """What two reports have in common: days, details, concepts, names."""
    for item in text.split(_ITEM):
        if _DAY.fullmatch(item):
            yield (Piece(_day(words, item) or item, "words"),)
        elif known_concept(item):
            yield (Piece(concept_name(words, item), "words"),)
        else:
            yield _remark(words.language, item) or (Piece(item, "name"),)


def _said(words: Words, text: str) -> tuple[Piece, ...] | None:
    match = _SAID.fullmatch(text)
    if match is None:
        return None
    opening, closing = words.template("remark.quoted").split("{x}")
    mark = (Piece(f" ({words.template('modality.planned')})", "words"),) if match[1] else ()
    return (Piece(opening, "words"), Piece(match[2], "foreign"), Piece(closing, "words"), *mark)


def _day(words: Words, text: str) -> str | None:
    """A day, or a time of day by the clock of the report."""
    timed = _TIME.fullmatch(text)
    return short(words, f"{timed[1]}T{timed[2]}" if timed else text)


@cache
def _table(language: str) -> tuple[dict[str, str], tuple[Row, ...]]:
    """The sentences without slots, and the rows with them."""
    plain: dict[str, str] = {}
    rows: list[Row] = []
    for row in remark_rows():
        shown = (row["shown"] if language == "en" else row[language]) or row["en"]
        slots = tuple((name, kind or "") for name, kind in SLOT.findall(row["en"]))
        if slots:
            rows.append(Row(_pattern(row["en"]), slots, shown))
        else:
            plain[row["en"]] = shown
    return plain, tuple(rows)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    parts = SLOT.split(sentence)
    made = [re.escape(parts[0])]
    for name, kind, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        made += [f"(?P<{name}>{_held_by(kind or '')})", re.escape(after)]
    return re.compile("".join(made), re.DOTALL)


def _held_by(kind: str) -> str:
    """What a slot holds, as a regular expression: a counted noun in the forms that English has of it."""
    if not kind.startswith("count."):
        return _HOLDS.get(kind, ".+?")
    words = _words(LANGUAGES[0])
    forms = {words.template(f"{kind}.{form}") for form in ("one", "other")}
    return "|".join(sorted(re.escape(form).replace(r"\{n\}", r"\d[\d,]*") for form in forms))
