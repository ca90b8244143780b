"""Where the last clause before a verb begins."""

from __future__ import annotations

import re

_OPENER = re.compile(r"\b(?:ان|بان|وان|فان|و?لكن(?:ه|ها|هم)?|حيث|فيما|بينما|اذ|اما|واما|كما|و?ها ه(?:و|ي|م)) ")
_PRONOUNS = ("لكنه", "لكنها", "لكنهم", "لانه", "لانها", "لانهم")
_CONJUNCTIONS = (" حيث", " عندما", " حينما", " بينما", " فيما", " بعدما")
_NO_SUBJECT = (*_PRONOUNS, *_CONJUNCTIONS)


def clause_start(text: str) -> int | None:
    """Where the last clause of ``text`` begins: behind a mark, a complementizer or a clause opener; None where nothing
    can stand before its verb."""
    text = text.rstrip(" ,")
    if text.endswith(_NO_SUBJECT):
        return None  # the pronoun is the subject, or the clause begins with its verb
    at = max(text.rfind(mark) for mark in ";:.,") + 1
    at += text[at : at + 1] == " "
    for match in _OPENER.finditer(text, at):
        at = match.end()
    return at if at < len(text) else None
