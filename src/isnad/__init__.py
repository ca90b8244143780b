"""isnad: who says what in a pile of reports, on whose word, what was copied, and how many witnesses there are."""

__version__ = "0.1.0"
