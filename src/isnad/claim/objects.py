"""Whether what an Arabic verb is done to is a person: «أوقفت الشرطة رجلا» is an arrest, «أوقفت حركة الشاحنات» none."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.claim.clauses import Clause
from isnad.claim.scan import Scan
from isnad.claim.values.things import Thing
from isnad.claim.words import CUT, PREPOSITION, Use

_REACH = 8
_ENDS = PREPOSITION | CUT | Use.HARD | Use.SOFT | Use.VERB


def has_person(scan: Scan, clause: Clause, at: int, named: Sequence[Thing], people: Sequence[tuple[int, int]]) -> bool:
    """Whether the object of the verb that ends before word ``at`` is surely a person.

    The subject comes first and the object behind it, before any preposition.  A person alone is the object where it is
    indefinite or nothing else follows («أوقف الحارس العمل» is the guard who stopped the work).
    """
    stop = _end(scan, clause, at)
    persons = [thing for thing in named if at <= thing.start < stop and thing.type == "person"]
    places = sorted({*((one.start, one.end) for one in persons), *((a, b) for a, b in people if at <= a < stop)})
    if not places:
        return False
    first, end = places[-1]
    if end < stop:
        # An adjective or a further name may follow a noun («رجلا مسلحا»), a noun with the article is another object.
        return _indefinite(scan, first) and not scan.texts[end].startswith("ال")
    return True


def _indefinite(scan: Scan, at: int) -> bool:
    word = scan.texts[at]
    return not word.startswith(("ال", "لل")) and (word.endswith(("ا", "ين")) or scan.ends_in_ta(at) or len(word) < 6)


def _end(scan: Scan, clause: Clause, at: int) -> int:
    """Where the subject and the object of a verb end at the latest."""
    for j in range(at, min(clause.end, at + _REACH)):
        if clause.uses.get(j, 0) & _ENDS or not scan.texts[j][0].isalnum():
            return j
    return min(clause.end, at + _REACH)
