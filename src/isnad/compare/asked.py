"""«من رتب اللقاء؟» «سليم البدري.»: who did what only one can have done, by a question and the name that answers it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from isnad.compare.entities import Entities, named
from isnad.compare.facts import Fact
from isnad.compare.phrases import phrase_in, self_words
from isnad.compare.scene import How
from isnad.compare.told import Told, fact_of
from isnad.compare.voices import known_root
from isnad.compare.whom import Offices, by_office
from isnad.lang.concepts import load_concepts
from isnad.model import Mention, Segment, Span
from isnad.text.fold import fold_key

_WHO = {
    "ar": re.compile(r"\b[وف]?(?:من|مين|منو)\b"),
    "fa": re.compile(r"\b(?:چه كسي|چه كساني|كي|كدام)\b"),
    "en": re.compile(r"\bwho(?:se)?\b"),
}
_DEEDS = ("arrange", "order", "found")
_FIRST = 4
"""Words of an answer before the name that it gives."""


def answered_who(told: Told, entities: Entities, offices: Offices) -> Iterator[Fact]:
    """Who did it, if the claim opens the answer to a question that asks for that."""
    claim = told.claim
    question = told.scene.asked_at(claim.text[0].start)
    if question is None:
        return
    asked = told.scene.analysis.text.clean[question.start : question.end]
    key = fold_key(asked)
    deed = _deed(told, question, key)
    group = told.scene.asked_about(question) or (told.scene.asked_before(question) if deed == "arrange" else None)
    if deed is None or (group is None and deed != "order"):
        return
    where: tuple[str | None, How] = (group, "question") if group else (None, "clause")
    selves = self_words(claim.language)
    first = claim.text[0]
    if selves and len(claim.text) == 1 and selves.fullmatch(fold_key(first.text).strip(" .!،,«»\"'")):
        yield from speaker(told, deed, where, first)
    elif _WHO[claim.language].search(key) and told.scene.opens_answer(first.start, _FIRST):
        start = told.scene.answer_start(first.start)
        end = max(first.end, told.scene.sentence(start)[1])
        if selves and selves.match(fold_key(told.scene.analysis.text.clean[start:end]).lstrip(" «\"'–-")):
            return
        mentions = [m for m in told.scene.analysis.mentions if start <= m.span.start < end and _is_party(m)]
        known = list(named(mentions, entities))
        if known and told.scene.opens_answer(known[0][0].span.start, _FIRST):
            yield fact_of(told, deed, where, known[0][1], known[0][0].span)
        elif not known and (found := by_office(told, first.start, first.end, offices, bodies=True)):
            yield fact_of(told, deed, where, *found)


_PARTIES = ("person", "organisation")
_STOP = re.compile(r"\w{4}[.!?؟]\s")


def _is_party(mention: Mention) -> bool:
    """Whether a mention can have done it; one that goes on over a full stop is none."""
    return mention.kind in _PARTIES and not _STOP.search(mention.span.text)


def _deed(told: Told, question: Segment, key: str) -> str | None:
    """The deed that a question asks for, by a phrase or by a verb or noun of it."""
    phrase = phrase_in(key, told.claim.language, asked=True)
    if phrase:
        return phrase[2]
    events = (_events().get(concept) for concept in told.scene.concepts_in(question))
    return next((event for event in events if event in _DEEDS), None)


@cache
def _events() -> dict[str, str]:
    return {concept.id: concept.event for concept in load_concepts() if concept.event}


def speaker(told: Told, deed: str, where: tuple[str | None, How], word: Span) -> Iterator[Fact]:
    """That the speaker did it, if it is known who speaks."""
    who = known_root(told.chain)
    if who is not None:
        yield fact_of(told, deed, where, who, word)
