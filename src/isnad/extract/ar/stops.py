"""Where a source phrase stops: at the first adverbial that is not part of a name in it."""

from __future__ import annotations

import re

from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.words import DOCUMENTS, GIVEN, ORGANISATIONS, TOKEN, bare, governing, governs, known, stop_in


def own_stop(key: str, start: int, end: int) -> int:
    """Where the first adverbial of ``key[start:end]`` begins, or -1: one inside a quoted name is the name's («صحيفة
    «صدى اليوم» المحلية»), and a document speaks to nobody, so that ل behind it is «of» («تقرير لـ«المرفأ»»)."""
    stop = stop_in(key, start, end)
    while stop >= 0 and key.startswith(PREACHER, stop):
        stop = stop_in(key, stop + len(PREACHER), end)
    paper = _in_paper(key, start, stop if stop > 0 else end)
    stop = paper if paper > 0 else stop
    while stop > start:
        behind = _quoted_until(key, start, stop, end)
        if behind < 0 and key[stop] == "ل" and key[stop + 1 : stop + 3].strip()[:1] in _QUOTES and _paper(key, start):
            behind = stop + 2
        if behind < 0:
            break
        stop = stop_in(key, behind, end)
    if end - start < 12:
        return stop
    sooner = _sooner(key, start, end if stop < 0 else stop)
    return sooner if sooner > 0 else stop


# «يوسف الدوري في تجربته الجديدة»: what is the subject's own is no part of its name.
_HIS_OWN = re.compile(r" في (?!ال)\w{3,}ت(?:ه|ها|هم)\b")
_DASHED = re.compile(r" ?- ?(?:الذي|التي|و?هو|و?هي|رفض|فضل|طلب|لم|\w{3,} ال)[^-]{3,160}-(?=[ ,:])")
_TO_SOMEBODY = re.compile(r" ل(\w{3,})\b")


def _sooner(key: str, start: int, end: int) -> int:
    """Where an aside between dashes ends, or where an adverbial with a pronoun behind a name or whom somebody spoke to
    begins («قال سالم لنادر الحلو إن»), or -1."""
    if key.find("-", start, end) > 0:
        dashed = _DASHED.search(key, start, end + 160)
        if dashed and dashed.start() < end:
            return dashed.end()
    own = _HIS_OWN.search(key, start, end) if key.find(" في ", start, end) > 0 else None
    if own and not GIVEN.isdisjoint(key[start : own.start()].split()) and not RELATIVE.search(key, start, own.start()):
        return own.start() + 1
    if key.find(" ل", start, end) > 0:
        for told in _TO_SOMEBODY.finditer(key, start, end):
            if told[1] in GIVEN and told.group()[1:] not in GIVEN and not (known(told[1]) or known(told.group()[1:])):
                before = key[start : told.start()].rsplit(" ", 1)[-1]
                return -1 if governing(before) or RELATIVE.search(key, start, told.start()) else told.start() + 1
    return -1


_IN = re.compile(r"(?<=\w) (?=في ((?!ال)\w{3,}) )")


def _in_paper(key: str, start: int, end: int) -> int:
    """Where «in» a paper begins, which is where somebody said it («قالت الوكالة في معلومات لا يمكن مقاطعتها إن»), or
    -1."""
    if key.find(" في ", start, end) < 0:
        return -1
    for match in _IN.finditer(key, start, end):
        head = key[key.rfind(" ", 0, match.start()) + 1 : match.start()]
        if match[1] in DOCUMENTS and match[1] not in ORGANISATIONS and not governs(head, "في"):
            return match.end()
    return -1


PREACHER = "امام وخطيب "  # the key spells «إمام» like «أمام»
_BLESSED = re.compile(r"(?:حفظ|رعا|ايد|رحم|وفق|سلم|يحفظ|يرعا|ايدهم|حفظهم)(?:ه|ها|هم|هما)? الله[ \-,]*")
_QUOTES = frozenset('«»"(')


def _quoted_until(key: str, start: int, at: int, end: int) -> int:
    """The end of the quoted name around ``at`` that begins behind ``start``, or -1."""
    if key.rfind("«", start, at) > key.rfind("»", start, at):
        closing = key.find("»", at, end)
    elif key.count("»", start, at) > key.count("«", start, at):  # written the other way round
        closing = key.find("«", at, end)
    elif key.count('"', start, at) % 2:
        closing = key.find('"', at, end)
    else:
        return -1
    return closing + 1 if closing > 0 and closing - start < 90 else -1


def _paper(key: str, start: int) -> bool:
    token = TOKEN.match(key, start)
    return token is not None and bare(token.group()) in DOCUMENTS


def blessed(key: str, start: int, end: int) -> int:
    """Where a prayer for whom was named before ends («وأشاد – حفظه الله – بـ»), or -1: it is nobody's name."""
    if key.find(" الله", start, start + 12) < 0:
        return -1
    match = _BLESSED.match(key, start, end)
    return match.end() if match else -1
