"""The way from the clean text back to the original."""

from __future__ import annotations

from bisect import bisect_right

from isnad.model import OffsetPiece, Text


def original_range(text: Text, start: int, end: int) -> tuple[int, int]:
    """The place in ``text.original`` that ``clean[start:end]`` comes from.

    Exact inside verbatim pieces; a position inside any other piece (an entity, folded white space) widens to the
    whole of that piece.  Raises ``ValueError`` when the range is not inside the clean text.
    """
    if not 0 <= start <= end <= len(text.clean):
        raise ValueError(f"range {start}:{end} is outside the clean text of {text.document} (0:{len(text.clean)})")
    if not text.pieces:
        return 0, 0
    first = _piece(text, start)
    low = first.original_start + (start - first.start if first.verbatim else 0)
    if start == end:
        return low, low
    last = _piece(text, end - 1)
    high = last.original_start + (end - last.start) if last.verbatim else last.original_end
    return low, high


def _piece(text: Text, position: int) -> OffsetPiece:
    """The piece that covers ``position``; the last piece also answers for the end of the text."""
    index = bisect_right(text.pieces, position, key=lambda piece: piece.start) - 1
    return text.pieces[index]


class PieceWriter:
    """Collects clean text piece by piece; neighbours that are verbatim and touch in both texts are joined."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[OffsetPiece] = []
        self._open: list[int] | None = None
        self.length = 0

    def add(self, clean: str, original_start: int, original_end: int, verbatim: bool) -> None:
        """Append ``clean``, which stands for ``original[original_start:original_end]``."""
        if not clean:
            return
        start, self.length = self.length, self.length + len(clean)
        self._parts.append(clean)
        if verbatim and self._open is not None and self._open[3] == original_start:
            self._open[1] = self.length
            self._open[3] = original_end
            return
        self._close()
        if verbatim:
            self._open = [start, self.length, original_start, original_end]
        else:
            self._pieces.append(OffsetPiece(start, self.length, original_start, original_end, False))

    def _close(self) -> None:
        if self._open is not None:
            start, end, original_start, original_end = self._open
            self._pieces.append(OffsetPiece(start, end, original_start, original_end, True))
            self._open = None

    def finish(self) -> tuple[str, tuple[OffsetPiece, ...]]:
        """The clean text and its pieces."""
        self._close()
        return "".join(self._parts), tuple(self._pieces)
