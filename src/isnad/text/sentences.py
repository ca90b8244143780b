"""Sentences by rule: one pass over the clean text, then cut to segments.

A sentence ends at ``. ! ? ؟ … ۔`` with the closing quotes and brackets behind it; never at ``، : ؛``, never in
abbreviations, initials, decimals, times and addresses, and never runs from one segment into the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from isnad.text.data import abbreviations
from isnad.text.keys import word_key

_AR = "\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc"
_END = re.compile(
    r"""[.!?؟…۔]+(?P<close>["'”’»›)\]}]*)"""
    # No abbreviation before a name has that many letters, so most ends need no second look.
    rf"(?:(?P<sure>(?:(?<=[{_AR}]{{2}}[.!؟])\s+(?=[{_AR}])|(?<=[a-z]{{5}}\.)\s+(?=[A-Z“])))|\s+|$"
    # «نوشت.به گزارش»: a lost space, only between words of two letters and more
    rf"|(?<=[{_AR}][{_AR}][.!?؟])(?=[{_AR}][{_AR}])|(?<=[{_AR}] [.!?])(?=[{_AR}][{_AR}])"
    rf"|(?<=[»”][.!?])(?=[{_AR}][{_AR}])"
    r"|(?<=[a-z][a-z][a-z]\.)(?=[A-Z][a-z]*\s))"
)
_LAST_TOKEN = re.compile(r"[^\s(«“\"'\[]*$")
_LIST_NUMBER = re.compile(r"\s*\(?[\d٠-٩۰-۹]{1,3}$")
_INITIAL = re.compile(rf"(?:[A-Z]|[{_AR}])(?:\.(?:[A-Za-z]|[{_AR}]))*$")
_STARTER = re.compile(
    r"""["'“‘(]*(?:The|In|But|He|She|It|They|A|An|We|On|At|And|I|This|That|His|Her|For|As|If|When|There|After)\b"""
)
_OPENER = re.compile(r"""["'“‘«(\[]*""")
_DIGIT_BEFORE = re.compile(r"[\d٠-٩۰-۹]\)?\s+$")


def sentences(clean: str, segments: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of ``clean`` inside the given segments (in order, not overlapping), as (start, end)."""
    found: list[tuple[int, int]] = []
    cuts = iter(_ends(clean))
    end, after = next(cuts, (len(clean), len(clean)))
    for start, stop in segments:
        while after <= start and after < len(clean):
            end, after = next(cuts, (len(clean), len(clean)))
        at = start
        while end < stop:
            if at < end:
                found.append((at, end))
                at = after
            if after >= len(clean):
                break
            end, after = next(cuts, (len(clean), len(clean)))
        if at < stop:
            found.append((at, stop))
    return found


def _ends(clean: str) -> Iterable[tuple[int, int]]:
    """(end of a sentence, start of what follows) for every end in the text."""
    for match in _END.finditer(clean):
        if match.lastgroup == "sure" or _is_end(clean, match):
            yield match.end("close"), match.end()


def _is_end(clean: str, match: re.Match[str]) -> bool:
    start, after = match.span()
    if after == len(clean):
        return True
    opener = _OPENER.match(clean, after)
    following = clean[opener.end() : opener.end() + 1] if opener else ""
    if "a" <= following <= "z":
        return False
    if clean[start] != "." or match.end("close") - start > 1:
        return True
    token = _LAST_TOKEN.search(clean, max(0, start - 24), start)
    word = token.group() if token else ""
    # Most words are neither: the length decides before a dictionary or a pattern has to.
    if not word or (len(word) > 6 and "." not in word):
        return True
    return _ends_after(clean, start - len(word), start, after, word)


def _ends_after(clean: str, token_start: int, start: int, after: int, word: str) -> bool:
    """Whether a full stop after a short word ends the sentence."""
    if word.isdecimal():
        line_start = max(clean.rfind("\n", 0, start), -1) + 1 if len(word) <= 3 else start
        return not _LIST_NUMBER.fullmatch(clean, line_start, start)
    if _INITIAL.fullmatch(word) and not _known(word):
        return bool(_DIGIT_BEFORE.search(clean, max(0, token_start - 8), token_start))
    ends = _known(word)
    if ends is None:
        return True
    if ends == "never":
        return False
    return bool(_STARTER.match(clean, after)) or bool(_DIGIT_BEFORE.search(clean, max(0, token_start - 8), token_start))


@cache
def _table() -> dict[str, str]:
    return abbreviations()


def _known(word: str) -> str | None:
    """How a word behaves before a full stop; of one with full stops in it («بي.بي.سي») its last part counts too."""
    table = _table()
    key = word_key(word)
    return table.get(key) or (table.get(key.rpartition(".")[2]) if "." in key else None)
