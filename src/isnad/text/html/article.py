"""Which blocks of a page are the article: trafilatura's word, and own rules where it has none."""

from __future__ import annotations

import logging

from isnad.text.keys import words_of

_SHINGLE = 3
# It logs every page without an article as an error; the notice of the document says so already.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_SHARE = 0.6
_LEAST_WORDS = 5
# lxml and trafilatura recurse; pages nested deeper than any real one are judged by own rules only.
_DEEPEST = 180
_LONGEST_PAGE = 6_000_000
_MOST_BLOCKS = 20_000


class Verdict:
    """What trafilatura takes for the article, as keys that blocks are compared with."""

    def __init__(self, extracted: str) -> None:
        self._lines: set[str] = set()
        self._shingles: set[tuple[str, ...]] = set()
        for line in extracted.split("\n"):
            words = words_of(line)
            self._lines.add(" ".join(words))
            self._shingles.update(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))

    def takes(self, block: str) -> bool:
        """Whether the article has this block: as a line of its own, or most of its words in order."""
        words = words_of(block)
        if not words:
            return False
        if " ".join(words) in self._lines:
            return True
        if len(words) < _LEAST_WORDS:
            return False
        own = list(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
        return sum(shingle in self._shingles for shingle in own) >= _SHARE * len(own)


def ask_trafilatura(page: str, deepest: int, blocks: int) -> tuple[Verdict | None, str | None]:
    """Trafilatura's verdict, or none and why; it never fails the document."""
    if deepest > _DEEPEST or len(page) > _LONGEST_PAGE or blocks > _MOST_BLOCKS:
        return None, "the page is nested too deep or too long for trafilatura; blocks were judged by own rules"
    try:
        from trafilatura import extract

        extracted = extract(page, favor_precision=True, include_comments=False)
    # A library that parses hostile pages may raise anything; its opinion is wanted, not needed.
    except Exception as error:
        return None, f"trafilatura failed ({type(error).__name__}); blocks were judged by own rules"
    if not extracted:
        return None, "trafilatura found no article; blocks were judged by own rules"
    return Verdict(extracted), None
