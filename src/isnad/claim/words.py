"""What a word of a text may be to the clause reader: a concept, a verb that tells an event, a small word of grammar.

Everything comes from `concepts.tsv`, `event_verbs.tsv` of each language, `clause_words.tsv` and `modality.tsv`.  Each
spelling is looked up once and remembered, so that reading a text is one dictionary look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from isnad.claim.pieces import tokens
from isnad.claim.values.things import Found, known
from isnad.lang.concepts import load_events
from isnad.lang.events import event_nouns, event_verbs, small_words
from isnad.text.fold import fold_key
from isnad.text.future import is_future


class Use:
    """What small words do, as bits of a whole number (an enum would cost more than all the rest).

    The names are those of `clause_words.tsv` and `modality.tsv`.
    """

    BORDER = 1 << 0
    RELATIVE = 1 << 1
    THAT = 1 << 2
    AND = 1 << 3
    WITH = 1 << 4
    BETWEEN = 1 << 5
    BY = 1 << 6
    IN = 1 << 7
    ON = 1 << 8
    OF = 1 << 9
    OTHER = 1 << 10
    PASSIVE = 1 << 11
    ACTIVE = 1 << 12
    VERB = 1 << 13
    SUBJECT = 1 << 14
    NOUN_BEFORE = 1 << 15
    VERB_BEFORE = 1 << 16
    NEGATIVE = 1 << 17
    PLANNED = 1 << 18
    CONDITIONAL = 1 << 19
    ALLEGED = 1 << 20
    ORDERED = 1 << 21
    DENIED = 1 << 22
    RESET = 1 << 23
    NONE = 1 << 24
    IDIOM = 1 << 29
    NEITHER = 1 << 25
    HARD = 1 << 27
    SOFT = 1 << 28
    JOINED = 1 << 26
    """«و» or «ف» is written with the word."""


PREPOSITION = Use.WITH | Use.BETWEEN | Use.BY | Use.IN | Use.ON | Use.OF | Use.OTHER
MOOD = (
    Use.PLANNED
    | Use.CONDITIONAL
    | Use.ALLEGED
    | Use.ORDERED
    | Use.DENIED
    | Use.RESET
    | Use.NEGATIVE
    | Use.NONE
    | Use.NEITHER
)
CUT = Use.BORDER | Use.RELATIVE | Use.THAT | Use.AND

Frame = str
_T = TypeVar("_T")


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A form of a verb that tells an event. ``form``: the tag of its paradigm; ``vague``: whether the spelling may be
    passive as well as active; ``needs``: the kind of value without which it tells no event."""

    concept: str
    event: str
    frame: Frame
    form: str
    vague: bool
    needs: str = ""


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """What a word and the words behind it are together; the last may be a letter that is written to its word («ب»)."""

    rest: tuple[str, ...]
    uses: int
    verb: Verb | None

    def stands(self, texts: Sequence[str], at: int) -> bool:
        """Whether the rest of the phrase stands at ``texts[at]``."""
        rest = self.rest
        if tuple(texts[at : at + len(rest)]) == rest:
            return True
        last = rest[-1]
        if last not in _CLITICS or at + len(rest) > len(texts) or tuple(texts[at : at + len(rest) - 1]) != rest[:-1]:
            return False
        return texts[at + len(rest) - 1].startswith(last)


class Sense(msgspec.Struct, frozen=True, gc=False):
    """What one spelling may be. ``longer``: whether the name of a concept may begin here and go on."""

    uses: int
    concept: Found | None
    longer: bool
    verbs: tuple[Verb, ...]
    phrases: dict[str, tuple[Phrase, ...]]
    """By the word behind the first, or by the letter written to it."""
    quiet: bool = False
    """Whether the word is a concept (or begins one) and nothing else."""


def phrases_at(sense: Sense, texts: Sequence[str], at: int, stop: int) -> list[Phrase]:
    """The phrases that stand at ``texts[at]``, whose sense is ``sense``, and end before ``stop``, the longest first."""
    if at + 1 >= stop:
        return []
    second = texts[at + 1]
    found = sense.phrases.get(second, ())
    if second[0] in _CLITICS and second[0] in sense.phrases and len(second) > 1:
        found += sense.phrases[second[0]]
    return [phrase for phrase in found if at + 1 + len(phrase.rest) <= stop and phrase.stands(texts, at + 1)]


_Read = tuple[dict[str, int], dict[str, tuple[Verb, ...]], dict[str, dict[str, tuple[Phrase, ...]]]]
_NO_PHRASES: dict[str, tuple[Phrase, ...]] = {}
_CLITICS = frozenset("بل")


_SIGNS = {
    **dict.fromkeys(";:?!", Sense(Use.HARD, None, False, (), {})),
    **dict.fromkeys(",-()", Sense(Use.SOFT, None, False, (), {})),
}


class _Senses:
    """What the spellings of one language may be; None for words that mean nothing here."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._read = _read(language)
        self._concepts = known(language)

    def read(self, word: str) -> tuple[Sense | None, int]:
        """The sense of a word, and 1 if it has one."""
        found = self._sense(word)
        return found, int(found is not None)

    def _sense(self, word: str) -> Sense | None:
        if not word[0].isalpha():
            return _SIGNS.get(word)
        uses, verbs, phrases = self._read
        bare, extra = word, 0
        if self.language == "ar":
            bare, extra = self._without_clitic(word)
        elif self.language == "fa" and word[0] == "ن":
            bare, extra = self._without_negation(word)
        concept, longer = self._concepts[word]
        use = uses.get(bare, 0) | extra
        if not use & ~Use.JOINED and concept is None and bare not in verbs and _looks_finite(bare, self.language):
            use |= Use.VERB
        if not (use or concept or longer or bare in verbs or bare in phrases):
            return None
        quiet = not (use or bare in verbs or bare in phrases)
        return Sense(use, concept, longer, verbs.get(bare, ()), phrases.get(bare, _NO_PHRASES), quiet)

    def _without_clitic(self, word: str) -> tuple[str, int]:
        """The word without «و», «ف» and the «س» of the future, where what is left is known."""
        uses, verbs, phrases = self._read
        bare, extra = word, 0
        if word in uses or word in verbs or word in phrases:
            return bare, extra
        if word[0] in "وف" and len(word) > 2 and self._opens(word):
            bare, extra = word[1:], Use.JOINED
        if bare not in uses and bare not in verbs and bare[0] == "س" and bare[1:2] in ("ي", "ت", "ن"):
            if bare[1:] in verbs:
                return bare[1:], extra | Use.PLANNED
            if is_future(bare) and self._concepts[bare][0] is None:
                extra |= Use.PLANNED | Use.VERB
        return bare, extra

    def _opens(self, word: str) -> bool:
        """Whether the first letter is «and»: «وزارة» is a ministry and not «and he visited him»."""
        concept = self._concepts[word][0]
        verbs = self._read[1].get(word[1:], ())
        return concept is None or not verbs or any(verb.concept == concept[0] for verb in verbs)

    def _without_negation(self, word: str) -> tuple[str, int]:
        """«نکشتند» is «کشتند» denied; «نمی‌کشند» is «می‌کشند»."""
        verbs = self._read[1]
        if word not in verbs and word[1:] in verbs:
            return word[1:], Use.NEGATIVE
        return word, Use.NEGATIVE if word not in verbs and _looks_finite(word, "fa") else 0


_FINITE = {"ar": re.compile(r"ي\w{3,}$"), "fa": re.compile(r"ن?مي\w{2,}$"), "en": re.compile(r"\w{3,}ed$")}


def _looks_finite(word: str, language: str) -> bool:
    """Whether an unknown word has the form of a finite verb: «يعرف», «می‌داند», "bickered"."""
    return bool(_FINITE[language].match(word))


@cache
def reader(language: str) -> Callable[[str], tuple[Sense | None, int]]:
    """The look-up of one language (``ar``, ``fa``, ``en``): the sense of a word, and 1 if it has one."""
    return _Senses(language).read


def _told(tag: str, frame: Frame) -> bool:
    """Whether a form is looked for: participles are adjectives more often than not («سوخته», «محترقة»), Arabic first
    persons are spelt like other words («أصاب», «نقل»), and only verbs with an object take it as an ending."""
    if tag.startswith("part") or tag in ("pres.1s", "pres.1p"):
        return False
    return frame in ("object", "with") or not tag.endswith(".obj")


@cache
def noun_frame(concept: str, event: str) -> Frame:
    """How the names beside a noun of an event are read (`event_nouns.tsv`, else `events.tsv`)."""
    return event_nouns().get(concept, load_events()[event]["frame"])


def _read(language: str) -> _Read:
    """Single words → uses, single words → verbs, first words → phrases."""
    uses: dict[str, int] = {}
    verbs: dict[str, list[Verb]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for words, use in _small_words(language):
        first, *rest = words
        if rest:
            phrases.setdefault(first, []).append(Phrase(tuple(rest), use, None))
        else:
            uses[first] = uses.get(first, 0) | use
    for words, verb in _verbs(language):
        first, *rest = words
        if rest:
            phrases.setdefault(first, []).append(Phrase(tuple(rest), 0, verb))
        elif verb not in verbs.setdefault(first, []):
            verbs[first].append(verb)
    by_second = {first: _by_second(found) for first, found in phrases.items()}
    return uses, {word: tuple(found) for word, found in verbs.items()}, by_second


def _by_second(phrases: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of one first word by their second, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.rest)):
        found.setdefault(phrase.rest[0], []).append(phrase)
    return {second: tuple(of_second) for second, of_second in found.items()}


def _small_words(language: str) -> Iterator[tuple[list[str], int]]:
    yield from _folded([(form, getattr(Use, use.upper())) for form, use in small_words(language)])


def _verbs(language: str) -> Iterator[tuple[list[str], Verb]]:
    named = [
        (form, Verb(row.concept, row.event, row.frame, tag, row.vague, row.needs))
        for row in event_verbs(language)
        for tag, form in row.forms
        if _told(tag, row.frame) and not (tag == "self" and " " not in form)  # «مردم» is people and "I died"
    ]
    yield from _folded(named)


def _folded(named: list[tuple[str, _T]]) -> Iterator[tuple[list[str], _T]]:
    """The folded words of each form: one text is folded far faster than its words one by one."""
    lines = fold_key("\n".join(form for form, _ in named)).split("\n")
    for line, (_, meaning) in zip(lines, named, strict=True):
        words = tokens(line)
        if words:
            yield words, meaning
