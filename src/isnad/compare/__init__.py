"""All analyses of a case together: copies, agreement, single roots, circles, accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Comparison, Copy, Finding, Resolution
from isnad.text.fold import fold

if TYPE_CHECKING:
    from isnad.compare.direction import Side


def compare(analyses: Sequence[Analysis], outlets: OutletTable, resolution: Resolution) -> Comparison:
    """What comparing the reports of a case finds.

    ``analyses`` are in the order of their documents' names, with the roots of their chains under entity ids and the
    dates that the case gives (`isnad.claim.resolve`). Findings are in the order in which a reader needs them: what is
    disputed, what turns in a circle, what is agreed, what hangs on one root, and last what was merely said again.
    """
    from isnad.compare.accounts import find_accounts, find_circles
    from isnad.compare.agreement import find_agreement
    from isnad.compare.case import find_details_of_case
    from isnad.compare.direction import sides
    from isnad.compare.findings import ranking

    every_side = sides(analyses, outlets)
    copies = _copies(analyses, every_side, outlets)
    found = find_details_of_case(analyses, copies, every_side, outlets, resolution)
    told = {one for finding in found.findings for reading in finding.readings for one in reading.statements}
    words = find_agreement(analyses, copies, found.apart)
    circles = [one for one in find_circles(analyses, every_side) if not _is_told(one, found.findings)]
    findings = sorted((*found.findings, *circles), key=ranking)
    findings += [one for one in words if told.isdisjoint(one.readings[0].statements)]
    return Comparison(find_accounts(analyses, copies, every_side), copies, tuple(findings), found.events)


def all_copies(analyses: Sequence[Analysis], outlets: OutletTable) -> tuple[Copy, ...]:
    """Copies of one language and translated ones, ordered by the documents' names."""
    from isnad.compare.direction import sides

    return _copies(analyses, sides(analyses, outlets), outlets)


def _copies(analyses: Sequence[Analysis], every_side: Sequence[Side], outlets: OutletTable) -> tuple[Copy, ...]:
    from isnad.compare.copies import find_copies
    from isnad.compare.naming import Naming
    from isnad.compare.translated_copies import with_translations

    naming = Naming(outlets, {side.outlet for side in every_side})
    found = find_copies(analyses, every_side, naming)
    if len({analysis.text.language for analysis in analyses}) < 2:
        return found
    folded = [fold(analysis.text.clean) for analysis in analyses]
    return with_translations(found, analyses, folded, every_side, naming)


def _is_told(circle: Finding, details: Sequence[Finding]) -> bool:
    """Whether a circle of credits is told already as the circle of a detail, which says more."""
    documents = {document for reading in circle.readings for document in reading.documents}
    return any(
        one.kind == "circular" and documents <= {name for reading in one.readings for name in reading.documents}
        for one in details
    )
