"""Each report as a witness, and reports that cite each other in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from isnad.compare.direction import Side
from isnad.model import Account, Analysis, Copy, DocumentSpan, Finding, Reading
from isnad.model.ids import tagged


def find_accounts(
    analyses: Sequence[Analysis], copies: Sequence[Copy], every_side: Sequence[Side]
) -> tuple[Account, ...]:
    """One account for each report, in the order of the analyses."""
    of_document: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        of_document[copy.a].append(copy)
        of_document[copy.b].append(copy)
    return tuple(_account(a, of_document[a.document.name], one) for a, one in zip(analyses, every_side, strict=True))


def _account(analysis: Analysis, copies: Sequence[Copy], own: Side) -> Account:
    name = analysis.document.name
    taken: list[tuple[str, float]] = []
    for copy in copies:
        if copy.a == name and copy.direction != "b_from_a":
            taken.append((copy.b, copy.contained_a))
        elif copy.b == name and copy.direction != "a_from_b":
            taken.append((copy.a, copy.contained_b))
    return Account(
        document=name,
        outlet=analysis.document.outlet,
        date=analysis.document.date,
        language=analysis.text.language,
        credited=_credited(analysis, own),
        roots=tuple(dict.fromkeys(chain.root_label for chain in analysis.chains)),
        statements=len(analysis.statements),
        share_copied=min(1.0, max((share for _, share in taken), default=0.0)),
        copied_from=tuple(other for other, _ in sorted(taken, key=lambda t: (-t[1], t[0]))),
    )


def _credited(analysis: Analysis, own: Side) -> tuple[str, ...]:
    """Whom the report credits, each once under the first name it gives, without the outlet itself."""
    names: dict[str, str] = {}
    for credit in analysis.credits:
        names.setdefault(credit.outlet_id or credit.name, credit.name)
    return tuple(names[key] for key in own.credits)


def find_circles(analyses: Sequence[Analysis], every_side: Sequence[Side]) -> tuple[Finding, ...]:
    """Circles of credit: each outlet of the circle cites the next, and the last cites the first."""
    cites: dict[str, dict[str, int]] = {}
    for i, one in enumerate(every_side):
        for credit in one.credits if one.outlet else ():
            cites.setdefault(one.outlet or "", {}).setdefault(credit, i)
    circles = sorted({_turned(circle) for start in cites for circle in _circles_from(start, cites)})
    return tuple(_finding(circle, cites, analyses, every_side) for circle in circles)


def _circles_from(start: str, cites: dict[str, dict[str, int]], longest: int = 4) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    paths: list[tuple[str, ...]] = [(start,)]
    while paths:
        path = paths.pop()
        for following in sorted(cites.get(path[-1], ())):
            if following == start and len(path) > 1:
                found.append(path)
            elif following not in path and len(path) < longest:
                paths.append((*path, following))
    return found


def _turned(circle: tuple[str, ...]) -> tuple[str, ...]:
    least = circle.index(min(circle))
    return circle[least:] + circle[:least]


def _finding(
    circle: tuple[str, ...], cites: dict[str, dict[str, int]], analyses: Sequence[Analysis], every_side: Sequence[Side]
) -> Finding:
    readings = []
    labels = []
    for one, following in zip(circle, circle[1:] + circle[:1], strict=True):
        i = cites[one][following]
        labels.append(every_side[i].label)
        analysis = analyses[i]
        spans = tuple(
            DocumentSpan(analysis.document.name, c.span.start, c.span.end, c.span.text)
            for c in analysis.credits
            if (c.outlet_id or c.name) == following
        )
        value = f"{every_side[i].label} cites {spans[0].text if spans else following}"
        readings.append(Reading(value, (analysis.document.name,), (), spans))
    return Finding(
        id=tagged("fi", "circle", *circle, digits=12),
        kind="circular",
        event=" → ".join([*labels, labels[0]]),
        detail="who cites whom",
        readings=tuple(readings),
        accounts=len(circle),
        independent_roots=0,
        common_link=None,
        reason="each of these outlets credits the next, the last one the first: none of them is a witness for another",
        aspect="credit",
    )
