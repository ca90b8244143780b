"""Who goes on in «وقال: …» when the sentence before told what somebody did («افتتح المحافظ المعرض. وقال: …»)."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.place import Place
from isnad.extract.ar.topics import opening_subject
from isnad.extract.base import Mention, Range

_BYLINE = 40  # characters: what is shorter tells who wrote the report
_GOING_ON = frozenset(("أضاف", "تابع", "أردف", "استطرد", "زاد", "واصل", "أكمل", "استدرك", "كرر"))


def take_doer(key: str, frame: Frame, place: Place, above: Sequence[Range], headline: int) -> None:
    """Give a statement that names nobody whoever did something since somebody last spoke. ``above`` are the sentences
    of the paragraph above when nobody speaks in it; verbs that go on with a speaker («وأضاف») keep him, unless he only
    spoke in the headline, which ends at ``headline``."""
    last = place.last
    if frame.carry != "same" or frame.source is not None or frame.zone or not frame.form.tag.startswith("past.3"):
        return
    spoke = -1 if last is None or last.cue[0] < headline else last.cue[0]
    if spoke >= 0 and frame.form.cue.lemma in _GOING_ON:
        return
    own = [part for part in place.zone.sentences if part[0] > spoke and part[1] <= place.sentence[0]]
    if spoke >= place.zone.start:
        above = ()
    who = _doer(key, [*above, *own][-2:], frame.form.tag)
    if who is not None:
        frame.mention, frame.carry = who, ""
        frame.doubt(0.15, "subject of the sentence before")


def _doer(key: str, sentences: Sequence[Range], tag: str) -> Mention | None:
    """The person or body that the latest of these sentences opens with, when the verb agrees with it."""
    for start, end in reversed(sentences):
        found = opening_subject(key, start, end, tag.endswith("3fs")) if end - start > _BYLINE else None
        who = mention(key, found) if found and tag in ("past.3ms", "past.3fs") else None
        if who is not None and who.type in ("person", "organisation"):
            return who
    return None
