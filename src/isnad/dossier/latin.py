"""Names in Latin letters for an interface in English: as the reports of the case spell them, else by our own spelling.

A name that some report writes in Latin letters is shown so (``naming.entity_name``).  What is left has no Latin form in
the case; its parts may have one, in the names of others ("al-Haddar" of «رشید الهدار» in "Salim al-Haddar"), and the
tables know given names and places.  The rest is read letter by letter (`isnad.text.romanise`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from isnad.lang.concepts import load_concepts
from isnad.lang.tables import ROOT, read_table
from isnad.lang.tables import words as split_cell
from isnad.model import Entity
from isnad.text.fold import fold_key
from isnad.text.romanise import has_arabic, romanise, romanise_word

_ARTICLE = "ال"
_BETWEEN = ", "
_TERM = 3
"""Words of a term, at most."""
_LATIN_ARTICLE = re.compile(r"^(?i:al|el|ul|as|ar|an|ash|at)[- ]?(?=[A-Z])")
_VOWELS = re.compile("[aeiouy'’\\W]+")
_CONSONANTS = str.maketrans({"w": "v", "q": "k", "g": "k", "c": "k", "p": "b", "h": ""})


class Latin:
    """The Latin spelling of names of a case. ``entities`` are its people and places with their names by language."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._parts: dict[str, str] = {}
        # A page says most names hundreds of times.
        self._spelt: dict[tuple[str, str | None], str | None] = {}
        for entity in entities:
            if entity.place is not None and len(entity.name.split()) == 1 and has_arabic(entity.name):
                self._parts.setdefault(fold_key(entity.name), entity.place.name)
            english = entity.names.get("en")
            if english and entity.kind in ("person", "place"):
                for language in ("ar", "fa"):
                    self._learn(entity.names.get(language, ""), english)

    def spelt(self, name: str, language: str | None = None) -> str | None:
        """A name in Latin letters, None for one without letters of Arabic script."""
        if (name, language) not in self._spelt:
            self._spelt[name, language] = self._spell(name, language)
        return self._spelt[name, language]

    def _spell(self, name: str, language: str | None) -> str | None:
        if not has_arabic(name):
            return None
        key = _key(name)
        return _known_names().get(key) or _plain_names().get(key) or romanise(name, language, self._parts)

    def gloss(self, name: str) -> str | None:
        """What the words of a name mean, those that are one term together, where the lexicon knows all of them
        («لجنة التحقيق»: committee, investigation; «رئيس الوزراء»: prime minister); None otherwise."""
        words = name.split()
        # A word alone may mean another thing: «القناة» is a channel or a canal.
        key = _key(name)
        if len(words) < 2 or key in _known_names() or key in _plain_names():
            return None
        told = _meanings_of(words)
        return _BETWEEN.join(told) if told else None

    def _learn(self, name: str, english: str) -> None:
        """The parts of a name with their Latin spelling, where both forms have the same parts."""
        arabic = [_bare(part) for part in name.split()]
        latin = [_LATIN_ARTICLE.sub("", part) for part in re.sub(r"\b([Aa]l|[Ee]l) (?=[A-Z])", r"\1-", english).split()]
        if len(arabic) != len(latin):
            return
        for part, spelling in zip(arabic, latin, strict=True):
            if part and has_arabic(part) and _skeleton(romanise_word(part, "ar")) == _skeleton(spelling):
                self._parts.setdefault(fold_key(part), spelling)


def _bare(part: str) -> str:
    return part.removeprefix(_ARTICLE) if len(part) > len(_ARTICLE) + 2 else part


def _skeleton(word: str) -> str:
    """The consonants of a Latin word, a doubled one once, those that are often spelt for each other alike."""
    letters = _VOWELS.sub("", word.casefold()).translate(_CONSONANTS)
    return letters[:1] + "".join(b for a, b in pairwise(letters) if a != b)


def _meanings_of(words: list[str]) -> list[str]:
    """The meanings of all words, the longest terms first; none where one is not known."""
    told: list[str] = []
    at = 0
    while at < len(words):
        known = ((end, _meaning(" ".join(words[at:end]))) for end in range(min(len(words), at + _TERM), at, -1))
        found = next(((end, meaning) for end, meaning in known if meaning), None)
        if found is None:
            return []
        at = found[0]
        told.append(found[1])
    return told


def _meaning(term: str) -> str | None:
    for form in (term, _bare(term)):
        key = fold_key(form)
        found = _plain_names().get(key) or _meanings().get(key)
        if found is not None:
            return found
    return None


@cache
def _meanings() -> dict[str, str]:
    """Nouns of the concept lexicon and adjectives of countries, by their key, in English."""
    found: dict[str, str] = {}
    for concept in load_concepts():
        for language in ("ar", "fa"):
            for form in concept.lemmas[language]:
                found.setdefault(fold_key(form), concept.id)
    for row in read_table(ROOT / "bridge_names.tsv", ("id", "ar", "fa", "en")):
        for form in (*split_cell(row["ar"]), *split_cell(row["fa"])):
            english = split_cell(row["en"])[0]
            found.setdefault(fold_key(form), english)
            found.setdefault(fold_key(f"{form}ة"), english)
    return found


def _key(name: str) -> str:
    return fold_key(" ".join(name.split()))


@cache
def _plain_names() -> dict[str, str]:
    """What documents and bodies named by common nouns are called, by their key: who is quoted as «الرسالة» is a letter
    and has no name to spell."""
    found: dict[str, str] = {}
    for row in read_table(ROOT / "plain_names.tsv", ("en", "ar", "fa")):
        for noun in split_cell(row["ar"]):
            if " " not in noun:
                found[fold_key(_ARTICLE + noun)] = row["en"]
        for noun in (*split_cell(row["ar"]), *split_cell(row["fa"])):
            found[fold_key(noun)] = row["en"]
    return found


@cache
def _known_names() -> dict[str, str]:
    """Places and well-known organisations by their key, as the tables have them in English."""
    found: dict[str, str] = {}
    for table in ("places_own.tsv", "places.tsv"):
        for row in read_table(ROOT / table, ("name_en", "names")):
            for form in split_cell(row["names"]):
                if has_arabic(form):
                    found.setdefault(_key(form), row["name_en"])
    for row in read_table(ROOT / "names_bodies.tsv", ("name_en", "ar", "fa")):
        for form in (*split_cell(row["ar"]), *split_cell(row["fa"])):
            found.setdefault(_key(form), row["name_en"])
    return found
