"""What a copy altered: a number, a name, a negation or a modality within a passage that is otherwise taken over.

The words of both sides are aligned as in diff; where a few words differ, the values, names, polarity and modality that
they belong to are compared.  A copy with such a change contradicts what it was copied from and supports nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from isnad.compare.altered_translated import Translations, translated_alterations
from isnad.compare.altered_view import Altered, Name, View, What
from isnad.compare.entities import Entities
from isnad.compare.intervals import amount_of, relation
from isnad.compare.moods import moods_differ
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
WHOLE = 0.6
"""Share of both reports that is taken over, if a name is altered in fewer words than that."""
ONE_CLAUSE = 0.6
"""Share of the words of the longer clause that the other must have, if a negation or a name is to be the change."""
ELSE_SAME = 0.85
"""Share of the other words of a sentence that stand in both, if a name was put for another."""
ONE_CLAUSE_NUMBER = 0.4
"""The same where the change is a number: what is counted may have moved to another clause."""
ALIKE = 0.75
"""Share of the letters that two names have in common if they are two spellings of one."""
_FIGURES = re.compile(r"\d+")
_POINT = (False, False, False, "")
_SAID = frozenset({"actual", "alleged"})


def alterations(copies: Sequence[Copy], analyses: Sequence[Analysis], entities: Entities) -> list[Altered]:
    """All alterations within copied passages, in the order of the copies."""
    number = {analysis.document.name: i for i, analysis in enumerate(analyses)}
    views: dict[int, View] = {}

    def view(name: str) -> View:
        i = number[name]
        if i not in views:
            views[i] = View(analyses[i], entities)
        return views[i]

    known = Translations(copies, analyses, entities)
    return [
        altered
        for copy in copies
        for a, b in [(view(copy.a), view(copy.b))]
        for altered in (*_of_copy(copy, a, b), *translated_alterations(copy, known, a, b))
    ]


def unasserted(altered: Sequence[Altered]) -> frozenset[str]:
    """Claims (ids) that say less than the same clause elsewhere: negated, or planned where the other tells a deed.

    Their numbers are no account of what happened.
    """
    found = set()
    for one in altered:
        # The plan of a translation may be a fact of its own: its clauses are not set beside each other word by word.
        if one.what in ("negation", "modality") and one.claim_a and one.claim_b and not one.translated:
            claims = (one.claim_a, one.claim_b)
            found |= {claim.id for claim in claims if claim.polarity == "negative" or claim.modality not in _SAID}
    return frozenset(found)


def _whole(passage: Passage, a: View, b: View) -> tuple[Span, Span]:
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


def _few(view: View, start: int, end: int) -> bool:
    return len(view.span(start, end).text.split()) <= _EDGE


def _of_copy(copy: Copy, a: View, b: View) -> Iterator[Altered]:
    """What a copy altered. A form that is filled in anew (a telegram, the weather) differs in many places, and shares
    its set phrases only; a distorted copy differs in few, and names are altered in a report that is taken over."""
    found: list[Altered] = []
    shared = 0
    for passage in copy.passages:
        if passage.kind != "translated":
            some, same = _of_passage(copy, passage, a, b)
            found += some
            shared += same
    changes = sum(one.what in ("number", "name") for one in found)
    whole = min(copy.contained_a, copy.contained_b) >= WHOLE
    if changes <= max(1, shared // WORDS_TO_A_CHANGE):
        yield from (one for one in found if one.what != "name" or whole or shared >= WORDS_TO_A_CHANGE)


def _of_passage(copy: Copy, passage: Passage, a: View, b: View) -> tuple[list[Altered], int]:
    """What differs in a passage, and how many words are the same."""
    whole_a, whole_b = _whole(passage, a, b)
    left, right = span_words(whole_a), span_words(whole_b)
    if whole_a.text == whole_b.text or max(len(left), len(right)) > _LONGEST:
        return [], len(left)
    matcher = SequenceMatcher(None, [word for _, _, word in left], [word for _, _, word in right], autojunk=False)
    found = list(_differences(copy, matcher, left, right, a, b))
    return found, sum(block.size for block in matcher.get_matching_blocks())


def _differences(
    copy: Copy, matcher: SequenceMatcher[str], left: Words, right: Words, a: View, b: View
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


def _difference(copy: Copy, left: Block, right: Block, a: View, b: View) -> Altered | None:
    start_a, end_a = _place(*left)
    start_b, end_b = _place(*right)
    claim_a, claim_b = a.claim(start_a), b.claim(start_b)
    value_a, value_b = a.value(start_a, end_a), b.value(start_b, end_b)
    what: What | None = None
    if left[1] < left[2] and right[1] < right[2]:
        if value_a and value_b and _other_value(value_a, value_b) and not _refigured(left, right):
            what = "number"
        elif _renamed(left, right, a, b):
            what = "name"
    if what is None and claim_a and claim_b:
        what = _retold(left, right, (a, claim_a), (b, claim_b))
    if what is None or not _one_clause(claim_a, claim_b, ONE_CLAUSE_NUMBER if what == "number" else ONE_CLAUSE):
        return None
    shown_a, shown_b = a.shown(claim_a, value_a, start_a, end_a), b.shown(claim_b, value_b, start_b, end_b)
    return Altered(copy, what, shown_a, shown_b, claim_a, claim_b)


def _renamed(left: Block, right: Block, a: View, b: View) -> bool:
    name_a, name_b = a.name(*_place(*left)), b.name(*_place(*right))
    return bool(name_a and name_b and _other_name(name_a, name_b) and _else_same(left, right, a, b))


def _retold(left: Block, right: Block, a: tuple[View, Claim], b: tuple[View, Claim]) -> What | None:
    """What two clauses tell otherwise, where the difference between them is what says so."""
    (view_a, claim_a), (view_b, claim_b) = a, b
    if _exchanged(view_a.roles(claim_a), view_b.roles(claim_b)):
        return "name"
    if claim_a.polarity != claim_b.polarity and _moved(left, right, claim_a, negation=True):
        return "negation"
    if claim_a.modality != claim_b.modality and _moved(left, right, claim_a, negation=False):
        return "modality"
    return None


def _exchanged(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether who did it on the one side had it done to them on the other, and the other way round."""
    return a.keys() == b.keys() == {"agent", "patient"} and (a["agent"], a["patient"]) == (b["patient"], b["agent"])


def _moved(left: Block, right: Block, claim: Claim, *, negation: bool) -> bool:
    """Whether the differing words themselves, with a word on either side, tell the other polarity or modality."""
    return moods_differ(_around(left), _around(right), claim.language, negation)


def _around(block: Block) -> list[str]:
    words, first, last = block
    return [key for _, _, key in words[max(0, first - 1) : last + 1]]


def _refigured(left: Block, right: Block) -> bool:
    """Whether two differing places have the same figures: "(2010-2020)" and "2010-2020م"."""
    a, b = (Counter(f for _, _, key in words[i:j] for f in _FIGURES.findall(key)) for words, i, j in (left, right))
    return a == b != Counter()


def _other_name(a: Name, b: Name) -> bool:
    """Whether two names are those of two; a name and its longer, differently attached or spelt form are not."""
    if a.entity == b.entity or a.kind != b.kind or a.words <= b.words or b.words <= a.words:
        return False
    return not _spelt_alike("".join(sorted(a.words - b.words)), "".join(sorted(b.words - a.words)))


def _else_same(left: Block, right: Block, a: View, b: View) -> bool:
    """Whether the sentences that two differing places stand in are otherwise nearly the same.

    A telegram to somebody else says most of it in other words too.
    """
    rest_a, rest_b = (
        Counter(key for n, (place, _, key) in enumerate(words) if start <= place < end and not i <= n < j)
        for (words, i, j), (start, end) in (
            (left, a.sentence(_place(*left)[0])),
            (right, b.sentence(_place(*right)[0])),
        )
    )
    return (rest_a & rest_b).total() >= ELSE_SAME * max(rest_a.total(), rest_b.total())


def _spelt_alike(a: str, b: str) -> bool:
    """Whether most letters are the same: «ديمرتاش» and «دمرتاش»."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def _one_clause(a: Claim | None, b: Claim | None, least: float) -> bool:
    """Whether two clauses are one, but for the difference: most words of the longer stand in the other too."""
    if a is None or b is None:
        return a is b or least < ONE_CLAUSE
    left, right = (Counter(fold_key(" ".join(part.text for part in one.text)).split()) for one in (a, b))
    return (left & right).total() >= least * max(left.total(), right.total())


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
    if left is None or right is None:
        return False
    # "More than 200" and 214 are no change, "more than 200" and "more than 500" are: one end was moved.
    return relation(left, right) == "apart" or (left != right and _shape(a) == _shape(b) != _POINT)


def _shape(value: Value) -> tuple[bool, bool, bool, str]:
    """Which ends of a value are open, whether they are apart, and how precise its date is."""
    edtf = _FIGURES.sub("0", value.edtf or "")
    return value.low is None, value.high is None, value.low != value.high or "/" in edtf, edtf
