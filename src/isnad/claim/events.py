"""What a clause tells: its event, by a verb or a noun, and every concept that it names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from isnad.claim.clauses import Clause
from isnad.claim.objects import has_person
from isnad.claim.scan import Scan
from isnad.claim.values.things import Thing, concept_of, is_pronoun, may_end_in_pronoun, thing_in
from isnad.claim.words import Frame, Use, noun_frame

_DEEDS = frozenset({"event", "deed"})
_LIGHT = frozenset({"event", "deed", "thing", "abstract"})
_FAR = 8
_STATES = frozenset({"killed", "injured"})


class Event(msgspec.Struct, frozen=True, gc=False):
    """The event of a clause: its concept and type, the words that tell it, and how the names beside it are read.

    ``form`` is the tag of the verb's form.  ``voice``: active, passive, vague (the spelling may be either), noun;
    ``light`` is where a Persian light verb or an Arabic auxiliary of the passive stands, or -1.
    """

    concept: str
    type: str
    first: int
    end: int
    frame: Frame
    voice: str
    light: int = -1
    form: str = ""


def things(scan: Scan, clause: Clause, names: Sequence[tuple[int, int]], language: str) -> list[Thing]:
    """The concepts that a clause names outside of proper ``names`` (words), the longest at each place."""
    found: list[Thing] = []
    free, hidden = clause.first, 0
    senses = scan.senses
    for at in clause.concepts:
        if at < free:
            continue
        while hidden < len(names) and names[hidden][1] <= at:
            hidden += 1
        if hidden < len(names) and names[hidden][0] <= at:
            continue
        sense = senses[at]
        if sense is None:
            continue
        thing: Thing | None
        word = scan.texts[at]
        if language == "ar" and not sense.longer and may_end_in_pronoun(word) and is_pronoun(scan.written(at)):
            # «عمله» is his work and no currency: the ending is a pronoun.
            own = concept_of(word[:-1], language)
            thing = Thing(*own, at, at + 1) if own else None
        elif sense.longer or sense.concept is None:
            thing = thing_in(scan.texts, at, clause.end, language)
        else:
            thing = Thing(*sense.concept, at, at + 1)
        if thing is not None:
            found.append(thing)
            free = thing.end
    return found


def find_event(
    scan: Scan,
    clause: Clause,
    named: list[Thing],
    language: str,
    framed: bool,
    kinds: Collection[str],
    people: Sequence[tuple[int, int]] = (),
) -> Event | None:
    """The event of a clause. In a frame of a statement ("X accused Y that …", ``framed``) only a verb tells one;
    ``kinds`` are those of the values in the clause, ``people`` the places of persons' names."""
    event = _persian(clause, named) if language == "fa" else _by_verb(scan, clause, language, kinds, named, people)
    if event is not None or framed:
        return event
    return _by_noun(scan, clause, named, language)


def _by_verb(
    scan: Scan,
    clause: Clause,
    language: str,
    kinds: Collection[str],
    named: Sequence[Thing],
    people: Sequence[tuple[int, int]],
) -> Event | None:
    for first, end, verb in clause.verbs:
        if verb.needs == "person":
            if not verb.form.endswith(".obj") and not has_person(scan, clause, end, named, people):
                continue
        elif verb.needs and verb.needs not in kinds:
            continue
        voice = "active"
        if language == "en":
            if verb.form == "ing" and len(clause.verbs) > 1:
                continue
            if verb.form in ("pp", "ed") and _be_before(clause, first):
                voice = "passive"
        elif verb.vague and verb.form.startswith("past.3") and "obj" not in verb.form:
            voice = "passive" if _damma(scan, first) else "vague"
        elif verb.vague and verb.form.startswith("pres.3") and _damma(scan, first):
            voice = "passive"
        return Event(verb.concept, verb.event, first, end, verb.frame, voice, form=verb.form)
    return None


def _be_before(clause: Clause, at: int) -> bool:
    """Whether "was", "been" … stands within three words before ``at``."""
    return any(clause.uses.get(j, 0) & Use.PASSIVE for j in range(max(clause.first, at - 3), at))


_DAMMA = "\u064f"


def _damma(scan: Scan, at: int) -> bool:
    """Whether the first letter of the verb or the second carries a damma, the sign of the passive («قُتل», «اعتُقل»)."""
    start, end = scan.folded.text_range(scan.starts[at], scan.ends[at])
    word = scan.text.clean[start:end].lstrip("وف")
    return _DAMMA in word[1:4]


def _by_noun(scan: Scan, clause: Clause, named: list[Thing], language: str) -> Event | None:
    best: Event | None = None
    for thing in named:
        if thing.event is None or (thing.type not in _DEEDS and thing.id not in _STATES):
            continue
        if language == "en" and scan.texts[thing.start].endswith("ed") and thing.id not in _STATES:
            continue  # "called" is no phone call
        light = _light_before(scan, clause, thing.start) if language == "ar" else -1
        if language == "ar" and light < 0 and _purpose(scan, thing.start):
            continue
        voice = "passive" if light >= 0 else "noun"
        event = Event(thing.id, thing.event, thing.start, thing.end, _noun_frame(thing), voice, light)
        if light >= 0:
            return event
        if best is None and not _beside_the_point(clause, thing.start):
            best = event
    return best


def _purpose(scan: Scan, at: int) -> bool:
    """«لتحرير المدينة»: a noun behind "in order to" tells what is wanted, not what was."""
    word = scan.texts[at]
    return word.startswith("ل") and not word.startswith("لل") and scan.senses[at] is not None and _bare(word)


def _bare(word: str) -> bool:
    """Whether the letter ل before the word is no part of it («لقاء»)."""
    whole, rest = concept_of(word, "ar"), concept_of(word[1:], "ar")
    return rest is not None and whole == rest


def _noun_frame(thing: Thing) -> Frame:
    return noun_frame(thing.id, thing.event) if thing.event else "none"


def _light_before(scan: Scan, clause: Clause, at: int) -> int:
    """Where the verb stands that says of a noun that it was done: «تم اعتقال …», «تعرض سليم لهجوم»; -1 if nowhere."""
    nearest = max(clause.first, at - (_FAR if scan.texts[at].startswith("ل") else 1))
    return next((j for j in range(at - 1, nearest - 1, -1) if clause.uses.get(j, 0) & Use.PASSIVE), -1)


def _beside_the_point(clause: Clause, at: int) -> bool:
    """Whether the noun only says what something is about ("questions about the meeting")."""
    for j in range(at - 1, max(clause.first, at - 3) - 1, -1):
        use = clause.uses.get(j, 0)
        if use & Use.OTHER:
            return True
        if use & (Use.IN | Use.ON | Use.AND | Use.VERB):
            return False
    return False


def _persian(clause: Clause, named: list[Thing]) -> Event | None:
    """The verb comes last: a verb of its own, or a noun with a light verb («بازداشت شد»), else the first noun."""
    by_noun = None
    for thing in reversed(named):
        if thing.event is None or thing.type not in _LIGHT:
            continue
        light = _light_behind(clause, thing.end)
        if light >= 0:
            voice = "passive" if clause.uses[light] & Use.PASSIVE else "active"
            by_noun = Event(thing.id, thing.event, thing.start, thing.end, _light_frame(thing), voice, light)
            break
    if clause.verbs:
        first, end, verb = clause.verbs[-1]
        voice = "passive" if verb.form in ("pass", "passneg") else "active"
        by_verb = Event(verb.concept, verb.event, first, end, verb.frame, voice, form=verb.form)
        if by_noun is None or first > by_noun.first:
            return by_verb
    return by_noun


def _light_behind(clause: Clause, at: int) -> int:
    """Where a light verb stands behind the noun, «خواهد» or «را» between them («دیدار خواهد کرد»); -1 if nowhere."""
    for light in (at, at + 1):
        if light < clause.end and clause.uses.get(light, 0) & (Use.ACTIVE | Use.PASSIVE):
            return light
        if not clause.uses.get(light, 0) & Use.PLANNED:
            return -1
    return -1


def _light_frame(thing: Thing) -> Frame:
    """With a light verb a noun of an event takes an object («… را ترور کرد») or «به», unless it is done together."""
    frame = _noun_frame(thing)
    return frame if frame in ("with", "on", "subject") else "object"
