"""What a value measures: the thing counted, the happening that lasted, what money was paid for.

The reader of values binds a number to the nearest word that could be measured.  Between two reports that is enough only
where the words leave no doubt: the noun stands in or behind the number ("five gates"), in the sentence before it ("They
saw flares. Three."), or is said to be counted ("the number of gates reached five").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.compare.groups import concept_groups, concept_types, counted, happening
from isnad.compare.intervals import Amount, amount_of
from isnad.compare.parts import (
    follows_count_word,
    is_reckoned_from,
    is_stock,
    is_unreached,
    none_words,
    parts_from_whole,
)
from isnad.compare.scene import How, Scene
from isnad.lang.tables import ROOT, read_table
from isnad.model import Claim, Span, Topic, Value
from isnad.text.fold import fold_key

_COUNTABLE = frozenset({"person", "thing"})
_SENTENCE = re.compile(r"[.!?؟…\n]\s")


def measured(claim: Claim, value: Value, event: str | None, scene: Scene) -> str | None:
    """The concept that a value measures; None where the words do not tell."""
    if value.kind in ("duration", "date"):
        return event
    if value.kind == "age":
        return None
    beside = _beside(claim, value, scene)
    if value.kind == "money":
        return _paid_for(value, beside)
    thing = value.of if _is_bound(value, claim, scene) else None
    if value.kind == "count":
        if value.unit in _measure_units():
            # A measure (500 tonnes) is of what stands behind it, else of nothing but itself.
            return thing if thing and value.of_span and value.of_span.start >= value.span.start else value.unit
        thing = thing or _of_the_whole(value, scene) or _state(value, beside) or _asked(value, scene)
        if thing in concept_groups().lasting:
            return None
    return counted(thing, beside) if thing else None


_NEXT = re.compile(r"[،,؛;]\s*(?:و|and\b|but\b|while\b|که\b|اما\b|فيما\b|بينما\b)|[؛;.]")


def _beside(claim: Claim, value: Value, scene: Scene) -> frozenset[str]:
    """The concepts of the clause, those of what befell people only for the number nearest to them in its part."""
    numbers = [one for one in claim.values if one.kind == "count" and _may_be_people(one)]
    near = set()
    for topic in claim.topics:
        if topic.concept in concept_groups().befalling and value in numbers:
            nearest = min(_distance(topic.span, one.span) for one in numbers)
            first, last = sorted((topic.span, value.span), key=lambda span: span.start)
            between = scene.analysis.text.clean[first.end : last.start]
            if _distance(topic.span, value.span) > nearest or _NEXT.search(between):
                continue
        near.add(topic.concept)
    return frozenset(near)


def _may_be_people(value: Value) -> bool:
    return concept_types().get(value.of or "person", "person") in ("person", "event") and value.low is not None


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _paid_for(value: Value, beside: frozenset[str]) -> str | None:
    """What each such sum is for, or what kind of money it is (paid out, damage, fine …) by the words of its clause."""
    if value.per and value.per != "each":
        return value.per
    if value.per and value.of:
        return value.of
    kinds = {group for concept, group in concept_groups().money.items() if concept in beside}
    return kinds.pop() if len(kinds) == 1 else None


@cache
def _measure_units() -> frozenset[str]:
    """Units of weight, volume, area, power …: a number in one of them counts no things."""
    rows = read_table(ROOT / "en" / "units.tsv", ("unit", "kind"))
    return frozenset(row["unit"] for row in rows if row["kind"] == "measure")


def _is_bound(value: Value, claim: Claim, scene: Scene) -> bool:
    """Whether the words bind a value to the concept that it is said to measure."""
    if value.of is None:
        return False
    word = value.of_span
    if word is None or word.start >= value.span.start:
        return True
    if value.kind != "count":
        return _covers(claim, word)
    between = scene.analysis.text.clean[word.end : value.span.start]
    if _SENTENCE.search(between):
        return scene.sentence(value.span.start)[0] >= value.span.start - 2
    return value.of in concept_groups().states or follows_count_word(word, scene)


def _covers(claim: Claim, span: Span) -> bool:
    return any(part.covers(span) for part in claim.text)


def _of_the_whole(value: Value, scene: Scene) -> str | None:
    """What a part counts by the whole behind it: "three of the eight gates"."""
    whole = scene.following(value)
    if whole is None or whole.kind != "count" or whole.span.start < value.span.end:
        return None
    between = scene.analysis.text.clean[value.span.end : whole.span.start]
    return whole.of if parts_from_whole(value.span.start, between, scene) else None


def _asked(value: Value, scene: Scene) -> str | None:
    """What a number that is nothing but an answer counts: the one thing or kind of people asked about."""
    if value.of is not None or value.unit is not None:
        return None
    found = {concept for concept in scene.asked_things(value.span.start) if concept_types().get(concept) in _COUNTABLE}
    return found.pop() if len(found) == 1 else None


def _state(value: Value, beside: frozenset[str]) -> str | None:
    """The one thing that befell the people whom a bare number counts ("the dead on this side at 27")."""
    if value.of not in (None, "person") and value.of_span and value.of_span.start >= value.span.start:
        return None
    found = concept_groups().states & beside
    return next(iter(found)) if len(found) == 1 else None


def happening_of(scene: Scene, claim: Claim, value: Value) -> tuple[str | None, How]:
    """The happening that a value belongs to, and how that is known."""
    timed = value.kind in ("duration", "date")
    if value.kind == "date" and claim.time == value and not _is_cut_off(claim, value, scene):
        own = own_happening(claim, scene)
        if own:
            return own, "named"
    named = happening(value.of)
    state = _state_beside(claim, value) if timed else None
    if (
        timed
        and named
        and not (value.of_span and is_reckoned_from(value.of_span, scene))
        and not (state and _is_nearer(state, value))
    ):
        return named, "named"
    if value.of and value.of in concept_groups().implied:
        return concept_groups().implied[value.of], "named"
    if state and (value.kind != "date" or _is_nearer(state, value)):
        return state.concept, "named" if value.kind == "date" and claim.time == value else "clause"
    return scene.about(claim, value.span.start, value.span.end)


_AND_THAT = re.compile(r"[،,؛;]?\s(?:وأنّ?|وبأن|and that|و اینکه|و این که)\s|[؛;]")


def _is_cut_off(claim: Claim, value: Value, scene: Scene) -> bool:
    """Whether another clause begins between the verb and the time: "they stayed, and that at ten the lamps went"."""
    word = claim.event_span
    if word is None:
        return False
    first, last = sorted((word, value.span), key=lambda span: span.start)
    return _AND_THAT.search(scene.analysis.text.clean, first.end, last.start) is not None


def _state_beside(claim: Claim, value: Value) -> Topic | None:
    """The state of the clause that lasts ("open", "closed"), the one nearest to the value."""
    states = [topic for topic in claim.topics if topic.concept in concept_groups().lasting]
    return min(states, key=lambda topic: _distance(topic.span, value.span), default=None)


def _is_nearer(state: Topic, value: Value) -> bool:
    return value.of_span is None or _distance(state.span, value.span) < _distance(value.of_span, value.span)


def own_happening(claim: Claim, scene: Scene) -> str | None:
    """The happening of the clause's own verb or noun."""
    word = claim.event_span
    if word is None or scene.in_value(word):
        return None
    found = (happening(t.concept) for t in claim.topics if t.span.overlaps(word))
    return next((group for group in found if group), None)


_TIMED: frozenset[How] = frozenset({"named", "clause", "sentence", "question"})
"""How a happening must be found for a duration to be its length."""
_DAY = 24.0
"""Hours of a day."""


def is_its_length(claim: Claim, value: Value, about: tuple[str | None, How], scene: Scene) -> bool:
    """Whether a duration is the length of the happening that it is about; ``about`` says how that was found.

    What the paragraph is about did not last so long where the clause names nothing else: "It did not take an hour."
    """
    event, how = about
    amount = amount_of(value)
    if amount is None or is_too_long(amount, event):
        return False
    timed = how in _TIMED or (how == "paragraph" and _goes_on(claim, value) and is_unreached(value, scene))
    return timed and (how == "clause" or not _lasts_another(claim, value, event))


def _goes_on(claim: Claim, value: Value) -> bool:
    """Whether a clause names nothing itself: it begins with the value, a pronoun, or a negated verb."""
    opening = none_words(claim.language, "goes_on")
    begins = value.span.start - claim.text[0].start <= 1
    return not claim.topics and (
        begins or bool(opening and re.match(rf"\W*(?:{opening})\b", fold_key(claim.text[0].text)))
    )


def _lasts_another(claim: Claim, value: Value, event: str | None) -> bool:
    """Whether something else in the clause stands before a length: "the gates were shut for an hour" is no fire's."""
    if value.of_span and _covers(claim, value.of_span):
        return False
    # "(planned for 45 minutes)": the plan is what the words colour, and lasts nothing itself.
    topics = (t for t in claim.topics if value.modality != "planned" or t.concept != "plan")
    before = {happening(t.concept) for t in topics if t.span.end <= value.span.start}
    return bool(before) and event not in before


def is_too_long(amount: Amount, event: str | None) -> bool:
    """Whether a happening that is over within a day is said to have lasted days."""
    return event in concept_groups().brief and amount.high >= _DAY


def totals(spans: Sequence[Span], scene: Scene) -> set[int]:
    """Numbers (by index, in text order) that are the whole of which the one before is told: "three of eight gates"."""
    text = scene.analysis.text.clean
    return {
        n
        for n in range(1, len(spans))
        if spans[n].start > spans[n - 1].end
        and parts_from_whole(spans[n].start, text[spans[n - 1].end : spans[n].start], scene)
    }


def per_of(value: Value, scene: Scene) -> str | None:
    """What each such value is for; ``all`` for the number that there is ("it has eight gates")."""
    if value.per:
        return value.per
    return "all" if value.kind == "count" and is_stock(value, scene) else None


_ANYBODY = frozenset({"person", "man", "participant", "passenger"})


def enclosing(claim: Claim, value: Value, scene: Scene) -> str | None:
    """The one room, vehicle … of the clause in which a number of people were ("four men in the control room")."""
    if value.kind != "count" or value.of not in _ANYBODY or concept_groups().befalling & _beside(claim, value, scene):
        return None
    found = {topic.concept for topic in claim.topics if topic.concept in concept_groups().within}
    return found.pop() if len(found) == 1 else None
