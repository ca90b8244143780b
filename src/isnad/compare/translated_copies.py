"""Translated passages as copies, beside those of one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.compare.direction import Side, direction
from isnad.compare.naming import Naming
from isnad.compare.translated import Translation, find_translations
from isnad.model import Analysis, Copy, Span
from isnad.text.fold import Folded


def with_translations(
    copies: Iterable[Copy],
    analyses: Sequence[Analysis],
    folded: Sequence[Folded],
    sides: Sequence[Side],
    naming: Naming,
) -> tuple[Copy, ...]:
    """The copies and the translated ones, in the order of the analyses; what two documents share is one copy.

    ``naming`` knows the outlets of the sides.
    """

    def cites(a: int, b: int, in_a: Span, in_b: Span) -> int | None:
        """How near to what they share one of two reports names the other's outlet."""
        found = (
            naming.distance(analyses[a].text, sides[b].outlet, [in_a]),
            naming.distance(analyses[b].text, sides[a].outlet, [in_b]),
        )
        return min((one for one in found if one is not None), default=None)

    place = {analysis.document.name: i for i, analysis in enumerate(analyses)}
    found = {(place[copy.a], place[copy.b]): copy for copy in copies}
    for one in find_translations(analyses, folded, cites):
        known = found.get((one.a, one.b))
        found[one.a, one.b] = _copy(one, known, analyses, sides, naming)
    return tuple(found[pair] for pair in sorted(found))


def _copy(
    one: Translation, known: Copy | None, analyses: Sequence[Analysis], sides: Sequence[Side], naming: Naming
) -> Copy:
    pair, known_of = (analyses[one.a], analyses[one.b]), (sides[one.a], sides[one.b])
    passages = (*(known.passages if known else ()), *one.passages)
    passages = tuple(sorted(passages, key=lambda passage: (passage.a.start, passage.b.start)))
    contained_a = min(1.0, one.contained_a + (known.contained_a if known else 0.0))
    contained_b = min(1.0, one.contained_b + (known.contained_b if known else 0.0))
    named = naming.both(pair, (known_of[0].outlet, known_of[1].outlet), passages)
    way, reason = direction(*known_of, contained_a, contained_b, named)
    return Copy(
        a=pair[0].document.name,
        b=pair[1].document.name,
        contained_a=round(contained_a, 3),
        contained_b=round(contained_b, 3),
        direction=way,
        reason=reason,
        passages=passages,
    )
