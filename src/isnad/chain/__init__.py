"""From the outlet to the root: credits of a report, and a chain for every statement."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.chain.credits import find_credits
from isnad.chain.links import build_chains
from isnad.lang.outlets import OutletTable
from isnad.model import Chain, Credit, Document, Statement, Text
from isnad.text.fold import fold


def chain(
    document: Document, text: Text, statements: Sequence[Statement], outlets: OutletTable
) -> tuple[tuple[Credit, ...], tuple[Chain, ...]]:
    """The credits of a report and a chain for each of its statements, in their order."""
    folded = fold(text.clean)
    credits = find_credits(text, folded, statements, outlets)
    return credits, build_chains(document, text, folded, statements, credits, outlets)
