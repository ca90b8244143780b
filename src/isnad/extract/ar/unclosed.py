"""Quotations that nobody closed: where the report goes on in them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.extract.base import CueMatch
from isnad.extract.quotes import Quote


def ended(key: str, quotes: list[Quote], cues: Sequence[CueMatch]) -> list[Quote]:
    """The quotations, those never closed up to the sentence in which the speaker goes on («"… كبير. وأضاف أن …»)."""
    if all(quote.repair != "unclosed" for quote in quotes):
        return quotes
    goes_on = [cue.start - 1 for cue in cues if _goes_on(key, cue)]
    out = []
    for quote in quotes:
        stop = next((at for at in goes_on if quote.start + 8 < at < quote.end), 0) if quote.repair == "unclosed" else 0
        end = len(key[:stop].rstrip()) if stop else 0
        out.append(replace(quote, end=end, inner_end=end) if stop else quote)
    return out


def _goes_on(key: str, cue: CueMatch) -> bool:
    """Whether a verb of saying with و opens a sentence."""
    form = cue.forms[0]
    said = form.tag in ("past.3ms", "past.3fs") and form.cue.cue_class == "speech" and "say" in form.cue.takes
    return said and cue.clitic == "و" and key[max(0, cue.start - 6) : cue.start - 1].rstrip()[-1:] in (".", "!", "?")
