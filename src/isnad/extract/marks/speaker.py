"""Who speaks: the name the marks give, or the best mention of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from msgspec import UNSET

from isnad.extract.description_words import points_back
from isnad.extract.marks.base import Marking
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table
from isnad.model import Span, Speaker, Text
from isnad.text.fold import fold_key

_AROUND = "«»“”„\"'‘’ \n\t,،."


@cache
def _pronouns() -> frozenset[str]:
    """Keys of all pronouns that the languages know as sources."""
    rows = (row for language in LANGUAGES for row in read_table(ROOT / language / "pronouns.tsv", ("word",)))
    return frozenset(fold_key(row["word"]) for row in rows)


class Names:
    """Where names stand in one text."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._found: dict[str, Span | None] = {}

    def find(self, name: str) -> Span | None:
        """The first place of ``name`` as whole words."""
        if name not in self._found:
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._clean)
            self._found[name] = self.text.span(*match.span()) if match else None
        return self._found[name]

    @cached_property
    def _clean(self) -> str:
        return self.text.clean

    def within(self, name: str, spans: Sequence[Span]) -> Span | None:
        """The first place of ``name`` in one of ``spans``."""
        for span in spans:
            at = span.text.find(name)
            if at >= 0:
                return self.text.span(span.start + at, span.start + at + len(name))
        return None


def speaker(marking: Marking, source: Span | None, corefers: Sequence[Span], names: Names) -> Speaker:
    """The speaker of a marked statement; a source that is nothing but a pronoun names nobody."""
    if marking.speaker is not UNSET:
        name = (marking.speaker or "").strip()
        if not name:
            return _nobody(marking, source)
        mentions = ([source] if source else []) + list(corefers)
        return Speaker(name, marking.speaker_type or "person", names.within(name, mentions) or names.find(name))
    if marking.speaker_type == "unnamed":
        return _nobody(marking, source)
    best = _best(source, corefers)
    if best is None:
        return _nobody(marking, source)
    return Speaker(best.text.strip(_AROUND), marking.speaker_type or "person", best)


def _nobody(marking: Marking, source: Span | None) -> Speaker:
    """A nameless speaker. Where the marks do not say why: a source that names is left unnamed; behind a pronoun or
    nothing somebody may be meant."""
    why = marking.nameless or ("unnamed" if source and _names(source) else "unknown")
    key = fold_key(source.text) if source else ""
    return Speaker(None, marking.speaker_type or "unnamed", nameless=why, again=points_back(key, (0, len(key))))


def _best(source: Span | None, corefers: Sequence[Span]) -> Span | None:
    """The mention that names best: a proper name before a description, then the longest, then the first.

    Without coreference that is the source, even if it is a description.
    """
    mentions = [span for span in dict.fromkeys((*([source] if source else []), *corefers)) if _names(span)]
    if not mentions:
        return None
    return min(mentions, key=lambda span: (not _proper(span.text), span.start - span.end, span.start))


def _names(span: Span) -> bool:
    words = span.text.strip(_AROUND)
    return bool(words) and fold_key(words).strip() not in _pronouns()


def _proper(text: str) -> bool:
    """Whether all words look like a name's; scripts without capitals tell nothing and count as a name."""
    return all(not word[:1].islower() for word in re.findall(r"\w+", text))
