"""Participles («مؤكداً أن», «مشيرة إلى») that go on with the speaker of their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro, Introducers
from isnad.extract.ar.linked import LINK
from isnad.extract.ar.nouns import owned_word
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import Place, head_of, introduced
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.topics import actor
from isnad.extract.ar.words import (
    NEGATIONS,
    NOT_SUBJECT,
    OBJECT,
    PRONOUNS,
    STOP,
    TITLES,
    TOKEN,
    definite,
    known,
    named_before,
)
from isnad.lang.cues import Form

_BEING = frozenset(("كان", "كانت", "كانوا", "امر", "بات", "باتت", "اصبح", "اصبحت"))
"""Verbs of which the participle is the predicate («وكان مقرراً أن»)."""


def read_participle(key: str, finder: Introducers, form: Form, place: Place, frames: Sequence[Frame]) -> Frame | None:
    """«مؤكداً أن», «مشيرة إلى»: goes on with the speaker of its sentence."""
    frame = Frame((place.cue, place.match.end), form, place.zone.number)
    if form.tag == "part.fs" and not place.gap.strip() and _adjective(place, frames):
        return None
    if place.before in NEGATIONS or place.before.removeprefix("و") in _BEING:
        return None
    reach = 80 if "whom" in frame.flags else 45
    intro = finder.find(place.match.end, min(place.limit, place.match.end + reach), form.cue.takes, form.cue.flags)
    if "desc" in form.cue.takes and LINK.search(key, place.match.end, min(place.limit, place.match.end + 90)):
        intro = Intro("obj", place.match.end + 1, place.match.end + 1)  # «واصفاً إياه بأنه»
    wished = _WISHED.match(key, place.match.end, place.limit) if intro is None and "wish" in frame.flags else None
    if wished:
        intro = Intro("obj", place.match.end + 1, wished.end())
    elif intro is None:
        intro = _plain_object(key, finder, place, frame)
    if intro is not None and intro.kind != "obj" and _own_subject(key, frame, place, intro):
        return introduced(frame, intro)
    if intro is None or (intro.kind != "obj" and not _short_gap(key, place.match.end, intro.start, frame)):
        return None
    governing = _governing(key, place, form, frames)
    if governing is not None and governing.breaks is None and form.cue.lemma == "قال":
        doer = actor(key, place, form.tag.endswith(".fs"))  # «كتب X ردّاً على Y الذي تساءل عن غيابه قائلاً»
        governing = governing if doer is None else None
    found = actor(key, place, form.tag.endswith(".fs"), form.tag.endswith(".mp")) if governing is None else None
    if found is not None:
        frame.spoken_by(key, found)
        frame.breaks = place.cue
        frame.doubt(0.2, "subject of the clause before the participle")
        return introduced(frame, intro)
    if governing is None:
        if not (intro.kind == "quote" or (intro.kind == "colon" and intro.quote)) and not _may_continue(place, form):
            return None
        frame.carry = "same"
        frame.breaks = place.cue
        frame.doubt(0.2, "no subject in the sentence")
        return introduced(frame, intro)
    frame.takes_from(governing)
    if frame.source is None and not frame.carry:
        frame.carry = "same"
    frame.confidence = min(1.0, governing.confidence)
    frame.breaks = place.cue if governing.breaks is not None else None
    frame.level = governing.level
    return introduced(frame, intro)


_WISHED = re.compile(r" (?:ل(?:ه|ها|هم|هما|نا|كم|كما)|لل\w{3,}) (?=(?:ال\w{3,}|دوام|مزيدا?|كل|\w{3,}ا)\b)")
"""«متمنياً لهم التوفيق»: for whom, and then what."""


def _own_subject(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """«مشيداً سموه بـ», «مضيفاً المصدر أن»: the participle has a subject of its own behind it."""
    if "whom" in frame.flags or intro.start - place.match.end < 3:
        return False
    found = subject(key, place.match.end, intro.start)
    if found is None or key[place.match.end : found[0]].strip() or key[found[1] : intro.start].strip(" ,"):
        return False
    head = head_of(key, found)
    if head not in PRONOUNS and not (known(head) and (definite(head) or head in TITLES)):
        return False
    if agrees(frame.form.tag, head, before=True) is False:
        return False
    frame.spoken_by(key, found)
    frame.breaks = place.cue
    return True


def _adjective(place: Place, frames: Sequence[Frame]) -> bool:
    """«مصادر متابعة للملف»: a feminine participle right behind an indefinite noun that the clause has no verb for."""
    word = place.before
    plain = word.endswith(("ه", "ات")) or (known(word) or {}).get("gender") == "f"
    return (
        plain
        and not definite(word)
        and not (
            known(word) and any(place.sentence[0] <= frame.cue[0] and frame.start <= place.cue for frame in frames)
        )
    )


def _may_continue(place: Place, form: Form) -> bool:
    """Whether the speaker of the sentence before can go on in a participle that has nobody in its own."""
    last = place.last
    if last is None or place.sentence[0] - last.cue[0] > 900 or last.zone != place.zone.number:
        return False
    several = last.mention is not None and (last.mention.plural or last.mention.type in ("collective", "unnamed"))
    if form.tag.endswith(".mp") and not several:
        return last.form.tag.endswith(("3mp", "3md", ".mp"))  # one body does not go on as «مشيرين»
    sure = form.tag != "part.fs" or (last.mention and last.mention.feminine) or last.form.tag.endswith("fs")
    return bool(sure) and _participle_fits(form.tag, last)


def _short_gap(key: str, start: int, end: int, frame: Frame) -> bool:
    gap = key[start:end].strip(" ,-")
    if "whom" in frame.flags and "," not in gap:
        return True  # «داعين المجتمع الدولي إلى»: those spoken to
    return not gap or bool(STOP.match(gap)) or gap.split()[0] in NOT_SUBJECT or gap.startswith(("ل", "ب"))


_HELD = frozenset(("ما", "ذلك", "هذا", "هذه", "اياه", "اياها", "اياهم"))


def _plain_object(key: str, finder: Introducers, place: Place, frame: Frame) -> Intro | None:
    """«مبيناً سعر المواشي أقل»: a participle after a comma whose content follows at once."""
    at = place.match.end
    if key[at : at + 1] != " ":
        return None
    token = TOKEN.match(key, at + 1, place.sentence[1])
    if place.gap.strip()[-1:] not in (",", ";") and not place.match.clitic:
        # Behind a definite noun it is no adjective, which would have the article («تحدثت النائبة منتقدة القرار»).
        said = "any" in frame.flags and token is not None and definite(token.group()) and definite(place.before)
        return Intro("obj", at + 1, at + 1) if said and frame.cue_class == "speech" else None
    if "obj" in frame.form.cue.takes and token is not None and owned_word(finder.folded, token.span()):
        return Intro("obj", at + 1, at + 1)  # «مبدياً إعجابه بالحفل»
    if token is not None and "predobj" in frame.flags:
        held = definite(token.group()) or token.group() in _HELD or OBJECT.match(key, token.start(), place.limit)
        return Intro("obj", at + 1, at + 1) if held else None  # «معتبراً القرار خطوة إيجابية»
    if frame.cue_class != "speech" or token is None or token.group() in NOT_SUBJECT or len(token.group()) < 3:
        return None
    if "any" in frame.flags and (definite(token.group()) or OBJECT.match(key, token.start(), place.limit)):
        return Intro("obj", at + 1, at + 1)  # «مثمناً جهود اللجنة»
    if "strict" in frame.flags and not ("clausal" in frame.flags and "say" in frame.form.cue.takes):
        return None  # «أغلق السهم مرتفعاً، مسجلاً أعلى سعر»
    frame.doubt(0.15, "content without complementizer")
    return Intro("obj", at + 1, at + 1)


def _governing(key: str, place: Place, form: Form, frames: Sequence[Frame]) -> Frame | None:
    """The statement whose speaker the participle continues: the last of the sentence that agrees with it."""
    fallback: Frame | None = None
    for frame in reversed(frames):
        if frame.zone != place.zone.number or not place.sentence[0] <= frame.cue[0] < place.sentence[1]:
            if frame.zone == place.zone.number:
                break
            continue
        if frame.cue_class in ("according",) or "1" in frame.form.tag:
            continue
        fits = _participle_fits(form.tag, frame)
        if fits and frame.breaks is not None and _somebody(key, frame):
            return frame  # «أكد X … لكن الواقع يؤكد …، مشيراً»: who spoke before goes on
        if fits and fallback is None:
            fallback = frame
    return fallback


def _somebody(key: str, frame: Frame) -> bool:
    """Whether the source is no lone noun that neither a list nor a name before knows as a speaker («الواقع»)."""
    where = frame.source
    word = key[slice(*where)] if where else ""
    alone = where is not None and " " not in word and definite(word) and known(word) is None
    return not alone or where is None or named_before(key, word, where[0])


def _participle_fits(tag: str, frame: Frame) -> bool:
    gender = frame.mention.feminine if frame.mention else None
    verb = frame.form.tag
    if tag.endswith(".mp"):
        return verb.endswith(("3mp", "3md", ".mp")) or bool(frame.mention and frame.mention.plural) or gender is None
    if tag.endswith(".fs"):
        return gender is not False or verb.endswith("fs")
    if tag.endswith(".ms"):
        return gender is not True or verb.endswith(("3ms", ".ms"))
    return True
