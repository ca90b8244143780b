"""The grammar of Persian attribution: `GRAMMAR` is what the engine asks."""

from __future__ import annotations

from isnad.extract.base import Candidate, View
from isnad.extract.cues import CueIndex
from isnad.extract.fa.antecedents import tie, unnamed_goes_on
from isnad.extract.fa.context import Context
from isnad.extract.fa.headlines import headlines
from isnad.extract.fa.reader import read_sentence
from isnad.extract.fa.running import go_on


class PersianGrammar:
    """Reads who says what in Persian."""

    language = "fa"

    def __init__(self) -> None:
        self.cues = CueIndex("fa")

    def candidates(self, view: View) -> list[Candidate]:
        """All statements of the view, in order of their cues."""
        out: list[Candidate] = []
        context = Context(view)
        for unit in context.units():
            read_sentence(context, unit, out)
        out.extend(headlines(context, out))
        out.sort(key=lambda c: (c.cue[0], c.content[0][0]))
        return unnamed_goes_on(tie(context.key, go_on(context, out)))


GRAMMAR = PersianGrammar()
