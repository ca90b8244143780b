"""Who takes part in the event of a clause, and in which part, as far as the grammar tells; else the part is ``other``.

Arabic: verb, subject, object («اعتقل الجيش سليم»), or the subject first; a passive without vowel signs looks like the
active, so a lone name behind such a verb has no part.  Persian: subject, object with «را», verb.  English: subject,
verb, object, or a passive with "by".  Nouns take names too («لقاء أ مع ب», "the arrest of A by B").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from isnad.claim import roles_ar, roles_en, roles_fa
from isnad.claim.arguments import Arguments, Role
from isnad.claim.clauses import Clause
from isnad.claim.events import Event
from isnad.claim.scan import Named, Scan

ACTORS = frozenset({"person", "organisation", "agency", "place"})
_READERS: dict[str, Callable[[Arguments], None]] = {
    "ar": roles_ar.read,
    "fa": roles_fa.read,
    "en": roles_en.read,
}


def participants(
    scan: Scan, clause: Clause, event: Event | None, named: Sequence[Named], language: str, dates: Collection[int] = ()
) -> tuple[tuple[Role, Named], ...]:
    """The people and organisations of a clause with their parts, in order of the text.

    ``dates`` are the words of its dates.  A place takes part only where the grammar says so ("Nahran attacked …").
    """
    actors = [one for one in named if one.mention.kind in ACTORS]
    if not actors:
        return ()
    parts: dict[int, Role] = {}
    if event is not None:
        arguments = Arguments(scan, clause, event, actors, dates)
        _READERS[language](arguments)
        parts = arguments.parts
    return tuple(
        (parts.get(i, "other"), one) for i, one in enumerate(actors) if i in parts or one.mention.kind != "place"
    )
