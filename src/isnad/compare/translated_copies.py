"""Translated passages as copies, beside those of one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.compare.direction import Side, direction
from isnad.compare.translated import Translation, find_translations
from isnad.model import Analysis, Copy
from isnad.text.fold import Folded


def with_translations(
    copies: Iterable[Copy], analyses: Sequence[Analysis], folded: Sequence[Folded], sides: Sequence[Side]
) -> tuple[Copy, ...]:
    """The copies and the translated ones, in the order of the analyses; what two documents share is one copy."""
    place = {analysis.document.name: i for i, analysis in enumerate(analyses)}
    found = {(place[copy.a], place[copy.b]): copy for copy in copies}
    for one in find_translations(analyses, folded):
        known = found.get((one.a, one.b))
        found[one.a, one.b] = _copy(one, known, analyses, sides)
    return tuple(found[pair] for pair in sorted(found))


def _copy(one: Translation, known: Copy | None, analyses: Sequence[Analysis], sides: Sequence[Side]) -> Copy:
    contained_a = min(1.0, one.contained_a + (known.contained_a if known else 0.0))
    contained_b = min(1.0, one.contained_b + (known.contained_b if known else 0.0))
    way, reason = direction(sides[one.a], sides[one.b], contained_a, contained_b)
    passages = (*(known.passages if known else ()), *one.passages)
    return Copy(
        a=analyses[one.a].document.name,
        b=analyses[one.b].document.name,
        contained_a=round(contained_a, 3),
        contained_b=round(contained_b, 3),
        direction=way,
        reason=reason,
        passages=tuple(sorted(passages, key=lambda passage: (passage.a.start, passage.b.start))),
    )
