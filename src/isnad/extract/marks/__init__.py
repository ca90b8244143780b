"""The second engine: statements as somebody else marked them, a person or another program.

Marks files are read when the engine is made; the engine itself is a pure function of a text, like any other.
"""

from isnad.extract.marks.base import FORMATS, Mark, MarkedDocument, Marking, MarksFile, MarksFormat
from isnad.extract.marks.engine import MarksEngine
from isnad.extract.marks.webanno import Names, WebAnnoTsv

__all__ = [
    "FORMATS",
    "Mark",
    "MarkedDocument",
    "Marking",
    "MarksEngine",
    "MarksFile",
    "MarksFormat",
    "Names",
    "WebAnnoTsv",
]
