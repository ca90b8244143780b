"""Places in the reports that sections point to: whoever links to a place makes its anchor, so no link leads nowhere."""

from __future__ import annotations

from collections import defaultdict

from isnad.dossier.case import Case
from isnad.dossier.marks import Mark


class Spots:
    """Collects the places while the sections are made; the reports, made last, set the anchors.

    It lives as long as one page is rendered. The same place asked for twice has one anchor.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._ends: dict[int, dict[int, int]] = defaultdict(dict)

    def href(self, document: str, start: int, end: int) -> str | None:
        """The address of a place in a report's text; None where the case does not hold it."""
        report = self._case.report(document)
        if report is None or not 0 <= start < end <= len(report.analysis.text.clean):
            return None
        ends = self._ends[report.number]
        ends[start] = min(end, ends.get(start, end))
        return f"#t-{report.number}-{start}"

    def ids(self, number: int) -> dict[int, str]:
        """The ids of the linked places in a report, by where they begin: of the marks which begin there."""
        return {start: f"t-{number}-{start}" for start in self._ends.get(number, ())}

    def marks(self, number: int) -> list[Mark]:
        """The linked stretches, so that the one a reader comes to can be made visible."""
        return [Mark(start, end, "spot", 0) for start, end in sorted(self._ends.get(number, {}).items())]
