"""INCEpTION's and WebAnno's TSV: source, cue and content as spans, held together by relations or by a shared number.

Which span is what is said by a feature's value (``cue``) or by the name of its layer; `Names` holds the words for it.
Slot features and chains are passed over.
"""

from __future__ import annotations

import msgspec

from isnad.extract.marks.base import MarkedDocument, Source
from isnad.extract.marks.webanno_links import read_markings
from isnad.extract.marks.webanno_rows import is_webanno, read_table
from isnad.extract.marks.webanno_spans import Names, read_spans
from isnad.extract.marks.webanno_text import rebuilt

__all__ = ["FORMAT", "Names", "WebAnnoTsv"]


class WebAnnoTsv(msgspec.Struct, frozen=True):
    """The format ``webanno-tsv``; give other ``names`` for layers that call things otherwise."""

    names: Names = Names()

    def fits(self, source: Source) -> bool:
        """The first line says so."""
        return is_webanno(source.text)

    def read(self, source: Source) -> tuple[MarkedDocument, ...]:
        """The one document of the file."""
        table = read_table(source)
        text = rebuilt(table)
        spans = read_spans(table, text, self.names)
        return (MarkedDocument(source.label, read_markings(spans, source.label), text=text.text),)


FORMAT = WebAnnoTsv()
