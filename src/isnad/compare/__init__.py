"""All analyses of a case together: copies, agreement, single roots, circles, accounts."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Comparison, Resolution


def compare(analyses: Sequence[Analysis], outlets: OutletTable, resolution: Resolution) -> Comparison:
    """What comparing the reports of a case finds. ``analyses`` are in the order of their documents' names."""
    from isnad.compare.accounts import find_accounts, find_circles
    from isnad.compare.agreement import find_agreement
    from isnad.compare.copies import find_copies

    copies = find_copies(analyses, outlets)
    findings = (*find_circles(analyses, outlets), *find_agreement(analyses, copies))
    return Comparison(find_accounts(analyses, copies, outlets), copies, findings)
