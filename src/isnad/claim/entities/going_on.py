"""Who goes on speaking where a report names nobody, as only the case's names tell.

A pronoun for a person does not mean the outlet that spoke last («به نوشتهٔ X، Y گفت … او افزود»), and the statement
that somebody is said to have made is that one's word («قال في بيان … وجاء في البيان», "the statement reads").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from isnad.claim.entities.titles import head_key
from isnad.claim.entities.words import marks
from isnad.model import Analysis, Statement
from isnad.text.fold import fold_key

_SPEAKS = frozenset({"person", "organisation"})


def going_on(analysis: Analysis, owners: Mapping[str, str], kinds: Mapping[str, str]) -> dict[str, str]:
    """Statement id → entity, for statements whose speaker is another than ``owners`` (statement id → entity) says.

    ``kinds`` are the kinds of the entities, ``outlet`` for those of the outlet table.
    """
    found: dict[str, str] = {}
    outlets = {chain.statement for chain in analysis.chains if chain.links and chain.links[-1].outlet_id}
    before: list[tuple[Statement, str]] = []
    for statement in sorted(analysis.statements, key=lambda one: (one.cue.start, one.cue.end, one.id)):
        owner = owners.get(statement.id)
        meant = None
        if _is_carried(statement) and (statement.id in outlets or kinds.get(owner or "") == "outlet"):
            meant = next((one for _, one in reversed(before) if kinds.get(one) == "person"), None)
        elif statement.speaker.type == "document":
            meant = next(_authors(statement, before, analysis.text.clean), None)
        if meant is not None:
            found[statement.id] = owner = meant
        # Who is quoted inside somebody's words does not go on speaking behind them; who is by way of an outlet does.
        level = statement.parent is None or statement.parent in outlets - found.keys()
        if owner is not None and level and kinds.get(owner) in _SPEAKS:
            before.append((statement, owner))
    return found


def _is_carried(statement: Statement) -> bool:
    """Whether a person is meant whom a pronoun or nothing at all stands for."""
    speaker, source = statement.speaker, statement.source
    return (
        speaker.type == "person"
        and (source is None or source != speaker.mention)
        and speaker.name != (source.text if source else None)
    )


def _authors(statement: Statement, before: list[tuple[Statement, str]], text: str) -> Iterator[str]:
    """Whose word a bare "the statement" is: who spoke last and is said to have made one."""
    words = [word for word in fold_key(statement.speaker.name or "").split() if word not in marks("pointing")]
    noun = head_key(words[0]) if len(words) == 1 else ""
    if noun not in marks("own_words"):
        return
    for earlier, owner in reversed(before):
        told = fold_key(text[max(0, earlier.cue.start - _AROUND) : statement.cue.start])
        if re.search(rf"(?<!\w){re.escape(noun)}(?:\u200c?\w{{0,2}})(?!\w)", told):
            yield owner
        return


_AROUND = 60
"""Characters before a cue in which the statement may be mentioned."""
