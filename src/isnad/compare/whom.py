"""Whom a clause speaks of beside a word: who is named, who is meant by an office, a pronoun or the verb's ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from isnad.compare.entities import Entities, named
from isnad.compare.groups import concept_types
from isnad.compare.phrases import prepositions, self_words
from isnad.compare.told import Told
from isnad.compare.voices import known_root
from isnad.model import Resolution, Segment, Span, Topic
from isnad.text.bridge import bridge_words
from isnad.text.fold import fold, fold_key

Who = tuple[str, Span]
"""An entity and the words by which the clause means it."""

_SELF = {
    "ar": re.compile(
        r"\b[وف]?(?:كنت|كنا|اكن|نكن|جلست|جلسنا|بقيت|بقينا|وقفت|انتظرت|حضرت|حضرنا|شاركت|شاركنا|احضر|اشارك|نحضر)\b"
    ),
    "fa": re.compile(r"(?<=[\u0600-\u06ff]{2})(?:م|يم)$"),
    "en": re.compile(r"\b(?:i|we|us|me)\b"),
}
_THIRD = {"en": re.compile(r"\b(?:he|she|himself|herself)\b"), "fa": re.compile(r"\b(?:او|وي|ايشان|خودش)\b")}
_INDEFINITE = re.compile(
    r"\b(?:a|an|no|any|another|every|each|some|one|two|three|four|five|six|يك|هيچ|چند|هر|اي|كل)\s+(?:\w+\s)?$"
)
_HEAD_END = re.compile(r"\b(?:of|for|in|at|to)\b")


_PARTING = re.compile(r"\b(?:of|for|who|and|from|to|by)\b|[,;:]")
"""What ends an English noun whose last word is its head."""
_PLAIN = 3
"""Times as often as any other that the case must give somebody an office for him to be the one who holds it."""


class Offices(NamedTuple):
    """Who holds which office in the case: concept of the office's head → people with the concepts of their offices and
    how often the case gives it to them, and the people that each document names."""

    holders: Mapping[str, Mapping[str, tuple[frozenset[str], int]]]
    people: Mapping[str, frozenset[str]]

    def holder(self, document: str, concepts: Iterable[str]) -> str | None:
        """The one person whose office is called so: in the document first, then in the case."""
        head, *more = concepts
        held = self.holders.get(head, {})
        fits = [who for who, (about, _) in held.items() if about.issuperset(more)]
        near = [who for who in fits if who in self.people.get(document, ())]
        found = sorted(near or fits, key=lambda who: (-held[who][1], who))
        plain = len(found) == 1 or (len(found) > 1 and held[found[0]][1] >= _PLAIN * held[found[1]][1])
        return found[0] if plain else None


NOBODY = Offices({}, {})
"""No office known."""


def offices_of(resolution: Resolution) -> Offices:
    """The offices of a case, by what their words mean in any language."""
    holders: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(lambda: defaultdict(list))
    people: dict[str, set[str]] = defaultdict(set)
    for entity in resolution.entities:
        if entity.kind not in ("person", "organisation"):
            continue
        for mention in entity.mentions:
            people[mention.document].add(entity.id)
        titles = dict.fromkeys(m.title.text for m in entity.mentions if m.title is not None)
        person = entity.kind == "person"
        for words in (*entity.roles, *titles) if person else entity.names.values():
            heads, concepts = office_concepts(words, "person" if person else "group")
            for head in heads:
                holders[head][entity.id].append(concepts)
    return Offices(
        {
            head: {who: (frozenset[str]().union(*about), len(about)) for who, about in found.items()}
            for head, found in holders.items()
        },
        {document: frozenset(found) for document, found in people.items()},
    )


@lru_cache(maxsize=4096)
def office_concepts(words: str, kind: str = "person") -> tuple[tuple[str, ...], frozenset[str]]:
    """The concepts of the head of an office (of a body: ``kind`` group) and all concepts of its words."""
    folded = fold(words)
    english = folded.key.isascii()
    found = []
    for language in ("en",) if english else ("ar", "fa"):
        part = _HEAD_END.split(folded.key)[0] if english else folded.key
        keys = [_concepts(word.keys) for word in bridge_words(folded, 0, len(folded.key), language)]
        count = len(list(bridge_words(folded, 0, len(part), language))) if english else 0
        found.append((keys[count - 1] if english and count else keys[0] if keys else (), keys))
    heads = dict.fromkeys(c for head, _ in found for c in head if concept_types().get(c) == kind)
    return tuple(heads), frozenset(c for _, keys in found for key in keys for c in key)


_JOINED = re.compile(r"\W*(?:\w+\W+){0,2}(?:and|nor|or|و)(?:\s*\w*){0,4}\W*|\W*[,،]\W*(?:\w+\W*){0,3}")
_AND = re.compile(r"\b(?:and|nor|و)")


def _are_joined(told: Told, people: list[Who]) -> bool:
    """Whether names stand in one list ("A, head of the port, and B")."""
    clean = told.scene.analysis.text.clean
    gaps = [fold_key(clean[a.end : b.start]) for (_, a), (_, b) in pairwise(people)]
    return all(_JOINED.fullmatch(gap) for gap in gaps) and any(_AND.search(gap) for gap in gaps)


@lru_cache(maxsize=4096)
def is_common(words: str) -> bool:
    """Whether a name is nothing but words that the lexicon knows, in one language ("compensation fund")."""
    folded = fold(words)
    said = len(re.findall(r"\w+", folded.key))
    for language in ("en",) if folded.key.isascii() else ("ar", "fa"):
        known = [word for word in bridge_words(folded, 0, len(folded.key), language) if _concepts(word.keys)]
        if sum(len(re.findall(r"\w+", folded.key[word.start : word.end])) for word in known) >= said:
            return True
    return False


def _concepts(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(key[2:] for key in keys if key.startswith("c:"))


def who_is_meant(told: Told, part: Span, verb: int, end: int, entities: Entities, offices: Offices) -> list[Who]:
    """Whom a clause says something of: its verb stands at ``verb``, what it says ends at ``end``.

    In English and Persian the subject stands before it; in Arabic before or behind.
    """
    before = named_in(told, entities, part.start, verb)
    own = told.claim.text[0]
    if not before and own != part:
        before = named_in(told, entities, own.start, own.end)
    if told.claim.language == "ar" and not before:
        before = named_in(told, entities, verb, end)[:1]
    if before:
        return before if len({one for one, _ in before}) == 1 or _are_joined(told, before) else []
    office = by_office(told, part.start, verb if told.claim.language != "ar" else end, offices)
    if office:
        return [office]
    who = by_pronoun(told, part, verb, end, entities)
    return [who] if who else []


def named_in(told: Told, entities: Entities, start: int, end: int) -> list[Who]:
    """The people that the text names in a range."""
    mentions = (m for m in told.scene.analysis.mentions if m.kind == "person" and start <= m.span.start < end)
    return [(entity, mention.span) for mention, entity in named(mentions, entities)]


def by_office(told: Told, start: int, end: int, offices: Offices, bodies: bool = False) -> Who | None:
    """Who is meant by "the director of the dam", or ``bodies`` "the company", where one only is told to be that."""
    clean = told.scene.analysis.text.clean
    topics = [topic for topic in told.claim.topics if start <= topic.span.start < end]
    kinds = ("person", "group") if bodies else ("person",)
    people = [topic for topic in topics if concept_types().get(topic.concept) in kinds]
    if not people or _INDEFINITE.search(fold_key(clean[start : people[0].span.start])):
        return None
    head = people[0]
    if told.claim.language == "en":
        head = next((a for a, b in pairwise(people) if _PARTING.search(clean[a.span.end : b.span.start])), people[-1])
    if told.claim.language == "fa" and _a_certain(head):
        return None
    about = [topic.concept for topic in topics if topic != head and concept_types().get(topic.concept) != "person"]
    who = offices.holder(told.claim.document, (head.concept, *about)) or offices.holder(
        told.claim.document, (head.concept,)
    )
    return (who, head.span) if who else None


def who_did(told: Told, part: Span, word: Span, entities: Entities, offices: Offices) -> Who | None:
    """Who did what a verb tells, where the grammar gives no part: named, or meant by an office, on the subject's side
    alone, with no other name between."""
    language = told.claim.language
    if is_passive(told, word):
        return None
    start, end = (word.end, part.end) if language == "ar" else (told.claim.text[0].start, word.start)
    people = named_in(told, entities, start, end)
    if language == "ar" and not people:
        people = named_in(told, entities, part.start, word.start)
    if not people and _RELATIVE.match(fold_key(part.text)):
        before = named_in(told, entities, part.start - _NAME, part.start)[-1:]
        people = [one for one in before if part.start - one[1].end <= _TOUCHING]
    if people:
        return people[0] if len({who for who, _ in people}) == 1 else None
    return by_office(told, start, end, offices, bodies=True)


_PASSIVE = re.compile(r"\b(?:was|were|been|being|be)(?:\s\w+)?\s*$")
_RELATIVE = re.compile(r"\W*(?:who|الذي|التي|كه)\b")
_NAME = 40
"""Characters before a relative clause in which the name that it is about stands."""
_TOUCHING = 3
"""Characters between them."""
_PASSIVE_PHRASE = re.compile(r"(?:was|were) ")
_BACK = 24
"""Characters before a participle in which its auxiliary stands."""


def is_passive(told: Told, word: Span) -> bool:
    """Whether an English verb, or phrase, is passive: its subject had it done to it."""
    if told.claim.language != "en":
        return False
    before = fold_key(told.scene.analysis.text.clean[max(0, word.start - _BACK) : word.start])
    return bool(_PASSIVE.search(before) or _PASSIVE_PHRASE.match(fold_key(word.text)))


def _a_certain(topic: Topic) -> bool:
    """Whether a Persian noun has the ending of "a certain" («افسری»)."""
    word = fold_key(topic.span.text)
    return word.endswith("ي") and topic.concept in office_concepts(word.removesuffix("ي"))[0]


def by_pronoun(told: Told, part: Span, verb: int, end: int, entities: Entities) -> Who | None:
    """The speaker of the first person, and in indirect speech of the third; else who is spoken of before."""
    language, clean = told.claim.language, told.scene.analysis.text.clean
    key = fold_key(clean[part.start : end] if language != "fa" else part.text).strip(" .!،,:؛«»\"'”“")
    word = told.scene.analysis.text.span(verb, end)
    statement = told.statement
    if _SELF[language].search(key) or (self_words(language) and _opens(self_words(language), key)):
        who = known_root(told.chain) if statement is not None else None
        return (who, word) if who else None
    third = _THIRD.get(language)
    subject = fold_key(clean[part.start : verb])
    if language == "en" and not subject.strip(" ,\"'“") and _GERUND.match(fold_key(clean[verb:end])):
        who = known_root(told.chain) if statement is not None else None  # "X denied being at the table"
        return (who, word) if who else None
    if (
        third is not None
        and not third.search(subject)
        and (language == "en" or not _is_dropped(told, part, verb, subject))
    ):
        return None
    if language == "ar" and len(subject.split()) > _LEAD:
        return None
    if statement is not None and statement.kind == "indirect":
        who = known_root(told.chain)
        return (who, word) if who else None
    who = _spoken_of(told, part.start, entities)
    return (who, word) if who else None


_GERUND = re.compile(r"(?:being|having|sitting|attending|taking|joining)\b")
_LEAD = 3
"""Arabic words before a verb whose subject is in its ending («أن يكون قد»)."""


def _is_dropped(told: Told, part: Span, verb: int, subject: str) -> bool:
    """Whether a Persian clause has no subject of its own before its place: nothing but "in the talks"."""
    people = (t for t in told.claim.topics if concept_types().get(t.concept) in ("person", "group"))
    if any(part.start <= topic.span.start < verb for topic in people):
        return False
    words = subject.split()
    return len(words) < 2 or words[0] in prepositions("fa")


def _opens(pattern: re.Pattern[str] | None, key: str) -> bool:
    return pattern is not None and pattern.match(key) is not None


def _spoken_of(told: Told, place: int, entities: Entities) -> str | None:
    """The one person, other than who speaks, that the sentence names before, or the one before it, or the question."""
    scene = told.scene
    start, _ = scene.sentence(place)
    speaker = known_root(told.chain)
    ranges = [(start, place)]
    segment = scene.segment(place)
    if segment is not None and segment.start < start:
        ranges.append((scene.sentence(start - 1)[0], start))
    question = scene.asked_at(place)
    if question is not None:
        ranges.append((question.start, question.end))
    for begin, end in ranges:
        found = {who for who, _ in named_in(told, entities, begin, end)} - {speaker}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def asked_of(told: Told, question: Segment, entities: Entities, offices: Offices) -> str | None:
    """The one person that a question names, or means by an office."""
    found = {who for who, _ in named_in(told, entities, question.start, question.end)}
    if found:
        return found.pop() if len(found) == 1 else None
    concepts = told.scene.concepts_in(question)
    heads = [concept for concept in concepts if concept_types().get(concept) == "person"]
    return offices.holder(told.claim.document, heads[:1]) if heads else None
