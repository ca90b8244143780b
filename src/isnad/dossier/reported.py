"""What one report tells of itself, before it is compared: its outlet, its headline, its account."""

from __future__ import annotations

import textwrap

from isnad.model import Account, Analysis

_SHORT = 40
"""Characters of a headline that stand for a report in a line."""


def outlet_of_chains(analysis: Analysis) -> str | None:
    """The outlet's name, as its chains begin with it."""
    links = (chain.links[0] for chain in analysis.chains if chain.links)
    return next((link.name for link in links if link.kind == "outlet" and link.name), None)


def outlet_id(analysis: Analysis) -> str | None:
    """The outlet's id in the outlet table, as its chains begin with it."""
    links = (chain.links[0] for chain in analysis.chains if chain.links)
    return next((link.outlet_id for link in links if link.kind == "outlet" and link.outlet_id), None)


def headline(analysis: Analysis) -> str | None:
    """The headline that the format gave, else the one that the text opens with."""
    if analysis.document.title:
        return analysis.document.title
    heads = (segment for segment in analysis.text.segments if segment.kind == "headline")
    first = next(heads, None)
    return analysis.text.clean[first.start : first.end] if first else None


def called_by_headline(analysis: Analysis) -> str:
    """What a report without a known outlet is called in a line: the beginning of its headline in quotation marks, for a
    file's name is often a number; the file's name where it has no headline."""
    head = headline(analysis)
    return f"“{textwrap.shorten(head, _SHORT, placeholder='…')}”" if head else analysis.document.name


def bare_account(analysis: Analysis) -> Account:
    """What can be told of a report without comparing it."""
    return Account(
        document=analysis.document.id,
        outlet=analysis.document.outlet,
        date=analysis.document.date,
        language=analysis.text.language,
        credited=tuple(dict.fromkeys(credit.name for credit in analysis.credits)),
        roots=tuple(dict.fromkeys(chain.root for chain in analysis.chains)),
        statements=len(analysis.statements),
        share_copied=0.0,
        copied_from=(),
    )
