"""What the lists of a language say of one word: looked up once, without the clitics that Arabic writes to it
(«ولفرنسا» is «فرنسا» behind two letters)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from isnad.claim.entities.listed import Listed
from isnad.claim.entities.places import Named, gazetteer, known_bodies
from isnad.claim.entities.weapons import weapons
from isnad.claim.entities.words import Given, Head, given_names, heads, marks, mention_particles, roles, stops, titles
from isnad.lang.outlets import OutletTable
from isnad.model.entity import Gender

_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=\w{3})")
_CLITICS = frozenset("وفبكل")


class Word(msgspec.Struct, frozen=True, gc=False):
    """What one word may be. ``core`` is the key without clitics, which are ``cut`` letters long; ``bare`` is the
    core without the article."""

    core: str
    bare: str
    cut: int
    definite: bool = False
    bits: int = 0
    """Whether a name may begin here, and whether this is an office: `CAPITAL` and the bits beside it."""
    given: Given | None = None
    title: bool = False
    role: bool = False
    head: Head | None = None
    stop: str = ""
    particle: str = ""
    digits: bool = False
    after: frozenset[str] | None = None
    """The words (cores) one of which must follow where a name begins; None where a name may be this word alone."""
    place: Listed[Named] | None = None
    """How names of the place table go on that begin with the word."""
    body: Listed[int] | None = None
    """The same of well-known organisations."""
    weapon: bool = False
    """Whether a weapon's name begins with the word."""
    plain: bool = True
    """Whether the lists know nothing of the word: it may be a name."""
    outlet: frozenset[str] | None = None
    """What may follow where the name of an outlet begins with the word (none where anything may); else None."""


CAPITAL, OPENS, FOLLOWED, OFFICE, OUTLET = (1 << bit for bit in range(5))
"""Bits of a word: a name may begin with it with a capital letter, always, before certain words; it is a title or role;
the name of an outlet may begin with it."""


@lru_cache(maxsize=12)
def reader(language: str, outlets: OutletTable) -> Callable[[str], tuple[Word, int]]:
    """What the lists of a language say of a word as texts spell it, and its bits."""
    openings = outlets.openings

    def read(word: str) -> tuple[Word, int]:
        found = look_up(word.replace(".", ""), language)
        outlet = openings.get(word)
        return (found, found.bits) if outlet is None else (replace(found, outlet=outlet), found.bits | OUTLET)

    return read


def look_up(word: str, language: str) -> Word:
    """What the lists of a language say of a word, with or without the clitics before it."""
    lists = tables(language)
    found = _known(word, lists, 0)
    if found is not None:
        return found
    if language == "en":
        return Word(word, word, 0, bits=CAPITAL)
    return _arabic(word, lists) if language == "ar" else Word(word, word, 0)


def _arabic(word: str, lists: Tables) -> Word:
    """A word that no list knows as it stands: what is behind its clitics, or nothing but a word."""
    if word[0] in _CLITICS:
        for core, cut in _shorter(word):
            found = _known(core, lists, cut)
            if found is not None:
                return found
        article = _ARTICLE.match(word)
        if article:
            core = "ال" + word[article.end() :]
            return Word(core, _bare(core), len(word) - len(core) + article.group().endswith("لل"), definite=True)
    # An unknown word keeps its first letters: «وهدان» is no «هدان» behind an "and".
    return Word(word, _bare(word), 0, definite=word.startswith("ال"))


def _shorter(word: str) -> list[tuple[str, int]]:
    """The word without conjunction, preposition or both, the shortest cut first; «لل» stands for ل and the article."""
    found: list[tuple[str, int]] = []
    rest, cut = word, 0
    if (word[0] == "و" and len(word) > 3) or word.startswith(("فال", "فلل")):
        rest, cut = word[1:], 1
        found.append((rest, cut))
    if rest.startswith("لل") and len(rest) > 4:
        found.append(("ال" + rest[2:], cut + 2))
    elif rest[0] in "بلك" and len(rest) > 3:
        found.append((rest[1:], cut + 1))
    return found


def _known(word: str, lists: Tables, cut: int) -> Word | None:
    kunya = glued_kunya(word)
    if word not in lists.words and not kunya and not word[0].isdigit():
        return None
    language = lists.language
    bare = _bare(word) if language == "ar" else word
    given = lists.given.get(word)
    stop = lists.stops.get(word, "")
    head = lists.heads.get(bare)
    if given and (stop or head):
        given = Given(given.gender, False)
    title = word in lists.title_words
    role = bare in lists.role_words
    particle = lists.particles.get(word, "")
    digits = word[0].isdigit()
    place, body, weapon = lists.places.get(word), lists.bodies.get(word), word in lists.weapons
    listed = place is not None or body is not None or weapon
    if not (given or stop or head or title or role or particle or digits or listed or kunya):
        return None
    definite = language == "ar" and bare != word
    opens = given is not None and (stop != "word" or word == "علي")
    opens = opens or kunya or particle in ("father", "servant", "family")
    alone = bool(opens or head or title or weapon)
    after: frozenset[str] | None = None
    begins = OPENS if alone or body is not None or word in lists.open else 0
    if language == "en":
        begins = CAPITAL if stop != "word" or given or title or listed else 0
        if particle in ("article", "father") and word not in marks("article_too"):
            begins = OPENS
    elif begins and not alone and not _whole(place, body):
        after, begins = _following(place) | _following(body), FOLLOWED
    plain = not (stop or role or title or head or digits)
    return Word(
        word, bare, cut, definite, begins | OFFICE * (role or title), given, title, role, head, stop, particle, digits,
        after, place, body, weapon, plain,
    )  # fmt: skip


def _whole(place: Listed[Named] | None, body: Listed[int] | None) -> bool:
    """Whether a word is the name of a place that needs no noun before it, or of a body."""
    if place is not None and place.row is not None and place.row.needs != "head":
        return True
    return body is not None and body.row is not None


def _following(names: Listed[Named] | Listed[int] | None) -> frozenset[str]:
    return frozenset(names.more if names is not None else ())


def glued_kunya(word: str) -> bool:
    """«ابولیث»: a kunya written as one word («ابواب», doors, is none)."""
    return len(word) > 5 and word.startswith(("ابو", "ابي")) and not word.startswith(("ابوا", "ابيا", "ابيض"))


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


class Tables(NamedTuple):
    """The lists of one language."""

    language: str
    words: frozenset[str]
    """The words of all lists, with the article where a list has them without."""
    given: dict[str, Given]
    stops: dict[str, str]
    heads: dict[str, Head]
    titles: dict[str, Gender | None]
    title_words: frozenset[str]
    longest_title: int
    roles: dict[str, Gender | None]
    role_words: frozenset[str]
    particles: dict[str, str]
    open: frozenset[str]
    """Words that begin a place's name which needs no noun before it."""
    places: dict[str, Listed[Named]]
    bodies: dict[str, Listed[int]]
    weapons: frozenset[str]
    """Words that begin a name of the place table, of a well-known organisation, of a weapon."""


@cache
def tables(language: str) -> Tables:
    """The lists of one language."""
    known_titles, known_roles = titles(language), roles(language)
    title_words = frozenset(title.split()[0] for title in known_titles)
    role_words = frozenset(role for role in known_roles if " " not in role)
    given, known_stops, known_heads, particles = (
        given_names(language),
        stops(language),
        heads(language),
        mention_particles(),
    )
    places, bodies, armed = gazetteer(language), known_bodies(language), weapons(language).first
    nouns = role_words | known_heads.keys()
    return Tables(
        language,
        nouns.union(
            given, known_stops, title_words, particles, places.first, bodies.first, armed, map("ال".__add__, nouns)
        ),
        given,
        known_stops,
        known_heads,
        known_titles,
        title_words,
        max(len(title.split()) for title in known_titles),
        known_roles,
        role_words,
        particles,
        places.open,
        places.first,
        bodies.first,
        armed,
    )
