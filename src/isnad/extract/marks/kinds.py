"""Direct, indirect or mixed, by the quotation marks of the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from isnad.extract.quotes import Quote, find_quotes
from isnad.model import Span, Text
from isnad.model.statement import StatementKind
from isnad.text.fold import Folded, fold


class Quotations:
    """The quotations of one text; they are looked for when first asked for."""

    def __init__(self, text: Text) -> None:
        self._text = text

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text.clean)

    @cached_property
    def _quotes(self) -> list[Quote]:
        borders = self._folded.to_keys([at for segment in self._text.segments for at in (segment.start, segment.end)])
        return find_quotes(self._folded.key, list(zip(borders[::2], borders[1::2], strict=True)))

    @cached_property
    def _ends(self) -> npt.NDArray[np.intp]:
        """Start and end with marks, start and end without: a row for each quotation."""
        rows = [(quote.start, quote.end, quote.inner_start, quote.inner_end) for quote in self._quotes]
        return np.array(rows, dtype=np.intp).reshape(len(rows), 4)

    @cached_property
    def _reached(self) -> npt.NDArray[np.intp]:
        """How far the quotations reach up to each: they are in order of their starts, and may lie in each other."""
        return np.maximum.accumulate(self._ends[:, 3])

    @cached_property
    def _letters(self) -> npt.NDArray[np.intp]:
        """How many letters and digits stand before each position of the key."""
        flags = np.fromiter(map(str.isalnum, self._folded.key), dtype=np.intp, count=len(self._folded.key))
        return np.concatenate(([0], np.cumsum(flags)))

    def kind(self, content: Sequence[Span], cue: Span) -> StatementKind:
        """Direct if all letters of the content are quoted, mixed if some are.

        A quotation that the cue stands in is another's: within "Ann said that it rains" nothing is Ann's own wording.
        """
        cue_start, cue_end = self._folded.to_key(cue.start), self._folded.to_key(cue.end)
        ends = self._near(content)
        own = ends[~((ends[:, 0] <= cue_start) & (ends[:, 1] >= cue_end))]
        ranges = [(self._folded.to_key(part.start), self._folded.to_key(part.end)) for part in content]
        quoted = sum(self._quoted(start, end, own) for start, end in ranges)
        if quoted == 0:
            return "indirect"
        return "direct" if quoted == sum(self._count(start, end) for start, end in ranges) else "mixed"

    def _near(self, content: Sequence[Span]) -> npt.NDArray[np.intp]:
        """The quotations that may touch the content: a text can hold very many."""
        first, last = self._folded.to_key(content[0].start), self._folded.to_key(content[-1].end)
        return self._ends[np.searchsorted(self._reached, first, "right") : np.searchsorted(self._ends[:, 0], last)]

    def _count(self, start: int, end: int) -> int:
        return int(self._letters[end] - self._letters[start])

    def _quoted(self, start: int, end: int, own: npt.NDArray[np.intp]) -> int:
        """Letters between ``start`` and ``end`` that stand in one of these quotations."""
        count, reached = 0, start
        touching = own[(own[:, 2] < end) & (own[:, 3] > start)]
        for inner_start, inner_end in touching[:, 2:].tolist():
            first, last = max(inner_start, reached), min(inner_end, end)
            if last > first:
                count += self._count(first, last)
                reached = last
        return count
