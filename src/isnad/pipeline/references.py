"""References, proved: statements have the ids of their places, and what names a statement names one that is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.model import Chain, Claim, Statement
from isnad.model.ids import statement_id


def wrong_statements(statements: Sequence[Statement], document: str) -> Iterator[str]:
    """What is wrong with the ids and parents of the statements of ``document``."""
    known = {statement.id: statement for statement in statements}
    if len(known) != len(statements):
        yield "two statements have the same id"
    for one in statements:
        if one.document != document:
            yield f"{one.id} says it stands in {one.document}"
        again = statement_id(one.document, one.cue, one.content, one.source, one.engine)
        if again != one.id:
            yield f"{one.id} is not the id of its place and engine ({again})"
        if one.parent is not None and one.parent not in known:
            yield f"{one.id} is inside {one.parent}, which is not there"
        elif _inside_itself(one, known):
            yield f"{one.id} is inside itself"


def _inside_itself(statement: Statement, known: dict[str, Statement]) -> bool:
    seen = {statement.id}
    above = statement.parent
    while above is not None and above in known:
        if above in seen:
            return True
        seen.add(above)
        above = known[above].parent
    return False


def wrong_chains(chains: Sequence[Chain], statements: Sequence[Statement], document: str) -> Iterator[str]:
    """Chains of statements that are not there, and statements without their chain."""
    known = {statement.id for statement in statements}
    chained = {chain.statement for chain in chains}
    yield from (f"a chain is of statement {name}, which is not there" for name in sorted(chained - known))
    yield from (f"statement {name} has no chain" for name in sorted(known - chained))
    if len(chains) != len(chained):
        yield "a statement has two chains"
    yield from (f"the chain of {c.statement} says it stands in {c.document}" for c in chains if c.document != document)


def wrong_claims(claims: Sequence[Claim], statements: Sequence[Statement], document: str) -> Iterator[str]:
    """Claims of statements that are not there, or that share an id."""
    known = {statement.id for statement in statements}
    if len({claim.id for claim in claims}) != len(claims):
        yield "two claims have the same id"
    for claim in claims:
        if claim.statement is not None and claim.statement not in known:
            yield f"{claim.id} is of statement {claim.statement}, which is not there"
        if claim.document != document:
            yield f"{claim.id} says it stands in {claim.document}"
