"""Where a happening was, told by common nouns: "in the waiting room", «على الجسر الحجري», «در واگن رستوران».

A place is the noun behind a preposition of place with the things and places that tell which one it is (the *stone*
bridge, the guest house of the *silk mill*).  Two places agree where the one says no more than the other; they exclude
each other only if they are of one size (`lang/scene_places.tsv`) and each is told by something that the other has not:
a room may be in a building, and "the building" may be the hotel.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from isnad.compare.classes import Classes
from isnad.compare.facts import Fact
from isnad.compare.groups import concept_types
from isnad.compare.measures import own_happening
from isnad.compare.scene import How
from isnad.compare.told import Told, fact_of
from isnad.lang.tables import ROOT, read_table, words
from isnad.model import Span, Topic
from isnad.text.fold import fold_key

COLUMNS = ("use", "language", "words")
_MARK = "place:"
_TELLING = frozenset({"place", "thing", "substance", "person"})
_WORD = re.compile(r"[^\W_]+(?:['’]s)?")
_PARTED = re.compile(r"[,،؛;:.«»\"]")
_SIZES = ("room", "building", "ground")
_FIRST = 40
"""Characters from the beginning of an answer within which a place is the answer."""


@cache
def _words(use: str, language: str = "any") -> frozenset[str]:
    rows = read_table(ROOT / "scene_places.tsv", COLUMNS)
    found = (word for row in rows if (row["use"], row["language"]) == (use, language) for word in words(row["words"]))
    return frozenset(fold_key(word) if language != "any" else word for word in found)


@cache
def _sizes() -> dict[str, str]:
    return {concept: size for size in _SIZES for concept in _words(size)}


def took_place(told: Told) -> Iterator[Fact]:
    """The places of a clause's own happening; of what a question asks "where" about, those that begin the answer."""
    claim = told.claim
    if claim.polarity == "negative" or claim.modality not in ("actual", "ordered"):
        return
    asked = _asked(told)
    taken: set[str] = set()
    for at, topic in enumerate(claim.topics):
        size = _sizes().get(topic.concept)
        part = next((part for part in claim.text if part.covers(topic.span)), None)
        if size is None or part is None or topic.concept in taken or not _is_where(told, part, topic.span):
            continue
        event, how = (asked, "question") if asked else _happening(told, topic.span)
        if event is None:
            continue
        keys = {topic.concept, *_telling(told, claim.topics, at, part)}
        taken |= keys  # "in the waiting room at the station" is one place
        made = fact_of(told, "", (event, how), f"{_MARK}{size}:{'+'.join(sorted(keys))}", topic.span)
        yield made._replace(aspect="place", concept=event)


def _happening(told: Told, noun: Span) -> tuple[str | None, How]:
    """The happening of the clause's verb, else the one that stands nearest to the place in its clause."""
    own = own_happening(told.claim, told.scene)
    event, how = (own, "clause") if own else told.scene.about(told.claim, noun.start, noun.end)
    return (event, "clause") if how == "clause" else (None, how)


def _asked(told: Told) -> str | None:
    """The happening that a question asks "where" about, of which a clause begins the answer."""
    start = told.claim.text[0].start
    question = told.scene.asked_at(start)
    if question is None or start - told.scene.answer_start(start) > _FIRST:
        return None
    asked = set(_WORD.findall(fold_key(told.scene.analysis.text.clean[question.start : question.end])))
    return None if asked.isdisjoint(_words("asks", told.claim.language)) else told.scene.asked_about(question)


def _is_where(told: Told, part: Span, noun: Span) -> bool:
    """Whether a preposition of place stands before a noun, with nothing between that is a noun of its own."""
    language = told.claim.language
    before = _WORD.findall(fold_key(told.scene.analysis.text.clean[max(0, part.start - 12) : noun.start]))
    if language == "ar" and re.match("ب(?:ال)?", fold_key(told.scene.analysis.text.clean[noun.start : noun.end])):
        return True
    topics = {
        fold_key(topic.span.text) for topic in told.claim.topics if concept_types().get(topic.concept) in _TELLING
    }
    for word in reversed(before[-4:]):
        if word in _words("in", language):
            return True
        if language != "en" and word not in _words("skip", language):
            return False
        if language == "en" and word not in _words("skip", "en") | topics and not word.endswith(("'s", "’s")):
            return False
    return False


_BEHIND = 4
"""Words that may stand between a place and what is told behind it to tell which one it is."""


def _telling(told: Told, topics: Sequence[Topic], at: int, part: Span) -> Iterator[str]:
    """What tells which place it is: the things named right behind the noun, in English before it too."""
    noun, english = topics[at].span, told.claim.language == "en"
    for topic in topics:
        if topic.span.overlaps(noun) or not part.covers(topic.span) or topic.concept == topics[at].concept:
            continue
        between = _between(told, noun, topic.span)
        if between is None or concept_types().get(topic.concept) not in _TELLING:
            continue
        if topic.span.start > noun.start:
            if len(between) <= _BEHIND and (not english or "of" in between):
                yield topic.concept
        elif english and len(between) <= 1:
            yield topic.concept


def _between(told: Told, a: Span, b: Span) -> list[str] | None:
    """The words between two nouns of one place; None where a mark or another preposition of place parts them."""
    first, last = sorted((a, b), key=lambda span: span.start)
    gap = fold_key(told.scene.analysis.text.clean[first.end : last.start])
    found = _WORD.findall(gap)
    stop = _words("in", told.claim.language)
    parted = _PARTED.search(gap) or any(word in stop or word.removeprefix("و") in stop for word in found)
    return None if parted else found


def keys_of(entity: str | None) -> tuple[str, frozenset[str]] | None:
    """Size and concepts of a place that was read here; None for others."""
    if entity is None or not entity.startswith(_MARK):
        return None
    size, _, keys = entity.removeprefix(_MARK).partition(":")
    return size, frozenset(keys.split("+"))


def exclude(a: str | None, b: str | None) -> bool:
    """Whether two places cannot both be where something was."""
    left, right = keys_of(a), keys_of(b)
    if left is None or right is None or left[0] != right[0]:
        return False
    only = (left[1] - right[1], right[1] - left[1])
    bare = _words("bare")
    if left[1] & right[1]:
        return all(only)
    return not (left[1] <= bare or right[1] <= bare)


def settled_places(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, with places of one happening that agree given the fullest name of them all."""
    by_event: dict[str | None, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        if fact.aspect == "place" and fact.entity:
            by_event[fact.event][fact.entity] = None
    full: dict[tuple[str | None, str], str] = {}
    for event, entities in by_event.items():
        classes: Classes[str] = Classes()
        fullest = sorted(entities, key=lambda one: (-len((keys_of(one) or ("", ()))[1]), one))
        for n, one in enumerate(fullest):
            classes.add(one)
            within = [other for other in fullest[:n] if _says_no_more(one, other)]
            if len({classes.top(other) for other in within}) == 1:
                classes.join(within[0], one)
        full.update({(event, one): classes.top(one) for one in fullest})
    return [
        fact._replace(entity=full[fact.event, fact.entity]) if fact.aspect == "place" and fact.entity else fact
        for fact in facts
    ]


def _says_no_more(few: str, many: str) -> bool:
    left, right = keys_of(few), keys_of(many)
    return bool(left and right and left[0] == right[0] and left[1] <= right[1])
