"""A text as the clause reader sees it: its words with their senses, and whose each stretch of it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace

from isnad.claim.cut import read_cut
from isnad.claim.words import Sense, reader
from isnad.lang import LANGUAGES
from isnad.model import Mention, Statement, Text, Value

_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Words ``first`` to ``end`` (one sentence or a part of it) that belong to ``owner``, the innermost statement whose
    content holds them, or to the outlet itself (None). ``cues`` are the words of cues among them."""

    first: int
    end: int
    owner: Statement | None
    language: str
    cues: tuple[tuple[int, int], ...]


class Named(msgspec.Struct, frozen=True, gc=False):
    """A mention in words: ``first`` to ``end`` with its title and an office right beside it."""

    first: int
    end: int
    mention: Mention


class Scan:
    """The words of the segments that are read; ``texts``, ``starts``, ``ends`` and ``senses`` run in parallel."""

    __slots__ = ("blocks", "ends", "folded", "hits", "key", "n", "senses", "starts", "text", "texts")

    def __init__(self, text: Text) -> None:
        self.text = text
        cut = read_cut(text)
        self.folded = cut.folded
        self.key = self.folded.key
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.senses: list[Sense | None] = []
        self.blocks: list[tuple[int, int, str]] = []
        languages = [_language(text, piece.number) for piece in cut.pieces]
        found = cut.said([None if language is None else reader(language) for language in languages])[0].tolist()
        for piece, language in zip(cut.pieces, languages, strict=True):
            words = slice(piece.first, piece.last)
            if language is None or piece.first == piece.last or text.segments[piece.number].kind == "question":
                continue
            first = len(self.texts)
            self.texts += cut.texts[words]
            self.starts += cut.starts[words]
            self.ends += cut.ends[words]
            self.senses += found[words]
            self.blocks.append((first, len(self.texts), language))
        self.n = len(self.texts)
        self.hits = [at for at, sense in enumerate(self.senses) if sense is not None]

    def ends_in_ta(self, at: int) -> bool:
        """Whether an Arabic word whose key ends in ه is written with ة: «عملة» is a currency, «عمله» his work."""
        return self.written(at).rstrip(_MARKS).endswith("ة")

    def written(self, at: int) -> str:
        """A word as the text spells it, with its vowel signs."""
        start, end = self.folded.text_range(self.starts[at], self.ends[at])
        return self.text.clean[start:end]

    def words(self, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The words of spans of the clean text, as (first, end); many at once are far cheaper than one by one.

        A span that begins inside a word has the whole word: a name may begin behind a clitic.
        """
        if not places or not self.n:
            return [(0, 0)] * len(places)
        starts, ends = np.asarray(self.starts), np.asarray(self.ends)
        keys = np.asarray(self.folded.to_keys([at for place in places for at in place])).reshape(-1, 2)
        first = np.searchsorted(ends, keys[:, 0], side="right")
        last = np.searchsorted(starts, keys[:, 1])
        return list(zip(first.tolist(), last.tolist(), strict=True))


def _language(text: Text, number: int) -> str | None:
    """The language to read a segment in; None where neither it nor the text has one of ours."""
    language = text.segments[number].language
    return language if language in LANGUAGES else text.language if text.language in LANGUAGES else None


class Reading(NamedTuple):
    """A text ready to be read clause by clause."""

    stretches: list[Stretch]
    names: list[Named]
    values: list[tuple[int, int, Value]]


def prepare(
    scan: Scan, statements: Sequence[Statement], mentions: Sequence[Mention], values: Sequence[Value]
) -> Reading:
    """The stretches of a text, and its names and values in words."""
    groups = (
        [(part.start, part.end) for s in statements for part in s.content],
        [(s.cue.start, s.cue.end) for s in statements],
        scan.text.sentences,
        [_name_place(mention) for mention in mentions],
        [(value.span.start, value.span.end) for value in values],
        [(of.start, of.end) for value in values for of in (value.of_span or value.span,)],
    )
    found = scan.words([place for group in groups for place in group])
    cut: list[list[tuple[int, int]]] = []
    at = 0
    for group in groups:
        cut.append(found[at : at + len(group)])
        at += len(group)
    contents, cues, sentences, names, measured, bound = cut
    owners = _owners(scan, statements, contents)
    return Reading(
        _stretches(scan, sentences, sorted(cues), owners, _edges(contents)),
        [Named(*place, mention) for place, mention in zip(names, mentions, strict=True) if place[0] < place[1]],
        [
            (*place, _own(value, owners[place[0]], owners[of[0]] if of[0] < of[1] else None))
            for place, of, value in zip(measured, bound, values, strict=True)
            if place[0] < place[1]
        ],
    )


def _own(value: Value, here: Statement | None, there: Statement | None) -> Value:
    """The value; a date beside a saying («أعلن … أمس مقتل ثلاثة») does not date what is said to have happened: that
    stands in the content of a statement (``there``) which the date is no part of."""
    if value.kind != "date" or there is None or there is here:
        return value
    if any(part.covers(value.span) for part in there.content):
        return value
    return replace(value, of=None, of_span=None)


def _edges(contents: Sequence[tuple[int, int]]) -> list[int]:
    return sorted({at for place in contents for at in place})


def _stretches(
    scan: Scan,
    sentences: Sequence[tuple[int, int]],
    cues: Sequence[tuple[int, int]],
    owners: Sequence[Statement | None],
    edges: Sequence[int],
) -> list[Stretch]:
    """Each sentence cut where another statement's content begins or ends, in order."""
    out: list[Stretch] = []
    at = block = edge = 0
    for first, end in sentences:
        while block < len(scan.blocks) and scan.blocks[block][1] <= first:
            block += 1
        if block == len(scan.blocks) or first >= end:
            continue
        language = scan.blocks[block][2]
        while first < end:
            while edge < len(edges) and edges[edge] <= first:
                edge += 1
            nearest = edge
            while nearest < len(edges) and edges[nearest] < end and owners[edges[nearest]] is owners[first]:
                nearest += 1
            stop = edges[nearest] if nearest < len(edges) and edges[nearest] < end else end
            while at < len(cues) and cues[at][1] <= first:
                at += 1
            inside = at
            while inside < len(cues) and cues[inside][0] < stop:
                inside += 1
            out.append(Stretch(first, stop, owners[first], language, tuple(cues[at:inside])))
            first = stop
    return out


def _owners(scan: Scan, statements: Sequence[Statement], places: Sequence[tuple[int, int]]) -> list[Statement | None]:
    """The innermost statement of each word: deeper ones are painted over their parents."""
    depths = _depths(statements)
    owners: list[Statement | None] = [None] * scan.n
    painted = [
        (statement, depth) for statement, depth in zip(statements, depths, strict=True) for _ in statement.content
    ]
    order = sorted(range(len(places)), key=lambda i: (painted[i][1], places[i][0] - places[i][1]))
    for i in order:
        first, end = places[i]
        owners[first:end] = [painted[i][0]] * (end - first)
    return owners


def _depths(statements: Sequence[Statement]) -> list[int]:
    """How many statements each stands inside; a statement inside itself counts as outside."""
    above = {statement.id: statement.parent for statement in statements}
    depths: dict[str, int] = {}
    for name in above:
        trail: list[str] = []
        at: str | None = name
        while at is not None and at in above and at not in depths and at not in trail:
            trail.append(at)
            at = above[at]
        depth = depths.get(at, -1) if at is not None else -1
        for one in reversed(trail):
            depth += 1
            depths[one] = depth
    return [depths[statement.id] for statement in statements]


def _name_place(mention: Mention) -> tuple[int, int]:
    """Where a name stands with the office right beside it."""
    start, end = mention.span.start, mention.span.end
    role = mention.role
    if role is not None and role.end <= start and start - role.end <= 2:
        start = role.start
    elif role is not None and end <= role.start <= end + 2:
        end = role.end
    return start, end
