"""What a copy altered: a number, a name, a negation or a modality within a passage that is otherwise taken over.

The words of both sides are aligned as in diff; where a few words differ, the values, names, polarity and modality that
they belong to are compared.  A copy with such a change contradicts what it was copied from and supports nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from isnad.compare.entities import Entities, named
from isnad.compare.intervals import amount_of, relation
from isnad.compare.span_words import Words, span_words
from isnad.model import Analysis, Claim, Copy, Passage, Span, Value
from isnad.text.fold import fold_key

_LONGEST = 2000
"""Words of a passage beyond which it is not aligned here."""
_EDGE = 4
"""Words at the edge of a passage, up to the end of the sentence, that are looked at as well."""
_MOST = 8
"""Words on either side of a difference beyond which the passage was rewritten there, not altered."""

WORDS_TO_A_CHANGE = 30
"""Words taken over for each number or name that is changed, at least, if it is a copy and not a form filled in."""
ONE_CLAUSE = 0.6
"""Share of the words of the longer clause that the other must have, if a negation or a name is to be the change."""
_ATTACHED = re.compile(r"^[وف]?(?:[بكل]?ال|لل|[بل](?=\w{4}))")
_SAID = frozenset({"actual", "alleged"})

What = Literal["number", "name", "negation", "modality"]


class Altered(NamedTuple):
    """What one side of a copied passage has instead of the other, with the clause on each side."""

    copy: Copy
    what: What
    a: Span
    b: Span
    claim_a: Claim | None
    claim_b: Claim | None


def alterations(copies: Sequence[Copy], analyses: Sequence[Analysis], entities: Entities) -> list[Altered]:
    """All alterations within copied passages of one language, in the order of the copies."""
    number = {analysis.document.name: i for i, analysis in enumerate(analyses)}
    views: dict[int, _View] = {}

    def view(name: str) -> _View:
        i = number[name]
        if i not in views:
            views[i] = _View(analyses[i], entities)
        return views[i]

    return [
        altered
        for copy in copies
        for passage in copy.passages
        if passage.kind != "translated"
        for altered in _of_passage(copy, passage, view(copy.a), view(copy.b))
    ]


def unasserted(altered: Sequence[Altered]) -> frozenset[str]:
    """Claims (ids) that say less than the same clause elsewhere: negated, or planned where the other tells a deed.

    Their numbers are no account of what happened.
    """
    found = set()
    for one in altered:
        if one.what in ("negation", "modality") and one.claim_a and one.claim_b:
            claims = (one.claim_a, one.claim_b)
            found |= {claim.id for claim in claims if claim.polarity == "negative" or claim.modality not in _SAID}
    return frozenset(found)


class _View:
    """A document's claims, values and names by place."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._text = analysis.text
        self.values = [value for value in analysis.values if value.kind != "ordinal"]
        self._value_starts = [value.span.start for value in self.values]
        parts = sorted(((part.start, n) for n, claim in enumerate(analysis.claims) for part in claim.text))
        self._claims = [(analysis.claims[n], start) for start, n in parts]
        self._claim_starts = [start for start, _ in parts]
        names = sorted((m.span.start, m.span.end, entity) for m, entity in named(analysis.mentions, entities))
        self._names = names
        self._clean = analysis.text.clean
        self._sentence_starts = [start for start, _ in analysis.text.sentences]
        self._name_starts = [start for start, _, _ in names]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence that a place stands in, without the blanks behind it."""
        i = bisect_right(self._sentence_starts, place) - 1
        start, end = self._text.sentences[i] if i >= 0 else (0, len(self._clean))
        return start, max(place + 1, start + len(self._clean[start:end].rstrip()))

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text."""
        return self._text.span(start, max(start, end))

    def value(self, start: int, end: int) -> Value | None:
        """The value that a range belongs to."""
        i = bisect_right(self._value_starts, end - 1) - 1
        return self.values[i] if i >= 0 and self.values[i].span.end > start else None

    def name(self, start: int, end: int) -> tuple[str, frozenset[str]] | None:
        """The entity that a range names, and the words of the name without what is written together with them."""
        i = bisect_right(self._name_starts, end - 1) - 1
        if i < 0 or self._names[i][1] <= start:
            return None
        first, last, entity = self._names[i]
        return entity, frozenset(_bare(word) for word in fold_key(self._clean[first:last]).split())

    def claim(self, place: int) -> Claim | None:
        """The clause that a place stands in."""
        i = bisect_right(self._claim_starts, place) - 1
        if i < 0:
            return None
        claim = self._claims[i][0]
        return claim if any(part.start <= place < part.end for part in claim.text) else None

    def shown(self, claim: Claim | None, value: Value | None, start: int, end: int) -> Span:
        """What is shown of a side: its clause, else its value, else the differing words."""
        if claim is not None:
            return next((part for part in claim.text if part.start <= start < part.end), claim.text[0])
        return value.span if value else self._text.span(start, end)


def _whole(passage: Passage, a: _View, b: _View) -> tuple[Span, Span]:
    """Both sides of a passage to the ends of their sentences, where few words are missing: a change at the edge (the
    verb that ends a Persian sentence, who said it) is no part of what was found to be the same."""
    ends = [
        (view.sentence(span.start)[0], view.sentence(span.end - 1)[1])
        for view, span in ((a, passage.a), (b, passage.b))
    ]
    (start_a, end_a), (start_b, end_b) = ends
    if not (_few(a, start_a, passage.a.start) and _few(b, start_b, passage.b.start)):
        start_a, start_b = passage.a.start, passage.b.start
    if not (_few(a, passage.a.end, end_a) and _few(b, passage.b.end, end_b)):
        end_a, end_b = passage.a.end, passage.b.end
    return a.span(start_a, end_a), b.span(start_b, end_b)


def _few(view: _View, start: int, end: int) -> bool:
    return len(view.span(start, end).text.split()) <= _EDGE


def _of_passage(copy: Copy, passage: Passage, a: _View, b: _View) -> Iterator[Altered]:
    whole_a, whole_b = _whole(passage, a, b)
    if whole_a.text == whole_b.text:
        return
    left, right = span_words(whole_a), span_words(whole_b)
    if max(len(left), len(right)) > _LONGEST:
        return
    matcher = SequenceMatcher(None, [word for _, _, word in left], [word for _, _, word in right], autojunk=False)
    found = list(_differences(copy, matcher, left, right, a, b))
    # A form that is filled in anew (a telegram, the weather) differs in many places, a distorted copy in few.
    shared = sum(block.size for block in matcher.get_matching_blocks())
    changes = sum(one.what in ("number", "name") for one in found)
    if changes <= max(1, shared // WORDS_TO_A_CHANGE):
        yield from (one for one in found if one.what != "name" or shared >= WORDS_TO_A_CHANGE)


def _differences(
    copy: Copy, matcher: SequenceMatcher[str], left: Words, right: Words, a: _View, b: _View
) -> Iterator[Altered]:
    seen: set[tuple[str | None, str | None, What]] = set()
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or i2 - i1 > _MOST or j2 - j1 > _MOST or _respelt(left[i1:i2], right[j1:j2]):
            continue
        found = _difference(copy, (left, i1, i2), (right, j1, j2), a, b)
        if found is None:
            continue
        claims = [claim.id if claim else None for claim in (found.claim_a, found.claim_b)]
        key = (claims[0], claims[1], found.what)
        if key not in seen:
            seen.add(key)
            yield found


def _respelt(left: Words, right: Words) -> bool:
    """Whether two differing places have the same letters, but for spaces."""
    return "".join(word for _, _, word in left) == "".join(word for _, _, word in right)


Block = tuple[Words, int, int]


def _difference(copy: Copy, left: Block, right: Block, a: _View, b: _View) -> Altered | None:
    start_a, end_a = _place(*left)
    start_b, end_b = _place(*right)
    claim_a, claim_b = a.claim(start_a), b.claim(start_b)
    what: What | None = None
    value_a, value_b = a.value(start_a, end_a), b.value(start_b, end_b)
    name_a, name_b = a.name(start_a, end_a), b.name(start_b, end_b)
    if value_a and value_b and left[1] < left[2] and right[1] < right[2] and _other_value(value_a, value_b):
        what = "number"
    elif name_a and name_b and _other_name(name_a, name_b) and left[1] < left[2] and right[1] < right[2]:
        what = "name"
    elif claim_a and claim_b and claim_a.polarity != claim_b.polarity:
        what = "negation"
    elif claim_a and claim_b and claim_a.modality != claim_b.modality:
        what = "modality"
    if what is None or (what != "number" and not _one_clause(claim_a, claim_b)):
        return None
    shown_a, shown_b = a.shown(claim_a, value_a, start_a, end_a), b.shown(claim_b, value_b, start_b, end_b)
    return Altered(copy, what, shown_a, shown_b, claim_a, claim_b)


def _other_name(a: tuple[str, frozenset[str]], b: tuple[str, frozenset[str]]) -> bool:
    """Whether two names are those of two; a name and its longer or differently attached form are not."""
    return a[0] != b[0] and not (a[1] <= b[1] or b[1] <= a[1])


def _bare(word: str) -> str:
    """An Arabic word without the preposition and article before it, others as they are."""
    return _ATTACHED.sub("", word)


def _one_clause(a: Claim | None, b: Claim | None) -> bool:
    """Whether two clauses are one, but for the difference: most words of the longer stand in the other too."""
    if a is None or b is None:
        return a is b
    left, right = (Counter(fold_key(" ".join(part.text for part in one.text)).split()) for one in (a, b))
    return (left & right).total() >= ONE_CLAUSE * max(left.total(), right.total())


def _place(words: Words, first: int, last: int) -> tuple[int, int]:
    """The place of a difference; where one side has no words, that of the word before it."""
    if first == last:
        first = max(0, first - 1)
        last = first + 1
    return words[first][0], words[last - 1][1]


def _other_value(a: Value, b: Value) -> bool:
    if a.kind != b.kind or a.unit != b.unit:
        return False
    if a.kind == "date" and not any(char.isdigit() for char in a.span.text + b.span.text):
        return False  # "yesterday" in the one paper is "today" in the other
    left, right = amount_of(a), amount_of(b)
    return bool(left and right and relation(left, right) != "same")
