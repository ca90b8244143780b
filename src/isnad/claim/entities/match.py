"""``same_name``: whether two names can be one person's, across scripts and spellings, with the reason."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.claim.entities.parts import Name, parse
from isnad.claim.entities.sounds import part_cost, skeleton
from isnad.claim.entities.words import given_names
from isnad.lang import LANGUAGES
from isnad.model.entity import Gender
from isnad.text.fold import fold_key

Level = Literal["sure", "suggest", "no"]

SURE = 0.2
"""Highest cost of a part that is taken for the same by rule; calibrated on tests/claim/entities/pairs.tsv."""
CLOSE = 0.5
"""Highest cost of a part that is put before a person."""


class Match(NamedTuple):
    """How far two names agree: a score between 0 and 1, the reason in words, and what may be done with it."""

    score: float
    reason: str
    level: Level


_NOTHING = Match(0.0, "different names", "no")


@lru_cache(maxsize=50_000)
def same_name(a: str, b: str) -> Match:
    """Whether names ``a`` and ``b`` can be one person's; titles are left out on both sides.

    ``sure`` only for two names of two parts or more: a bare surname, a first name or a kunya alone may be another
    bearer's, which only the case can tell (`isnad.claim.entities.resolve`).
    """
    left, right = parse(a), parse(b)
    if not (left.parts or left.kunya) or not (right.parts or right.kunya):
        return _NOTHING
    if left.kunya or right.kunya:
        return _kunyas(left, right)
    if len(left.parts) > len(right.parts) or (len(left.parts) == len(right.parts) and left.parts > right.parts):
        left, right = right, left
    if left.bare and not right.bare and not right.initials:
        return _bare(left, right)
    if left.initials or right.initials:
        return _initials(left, right)
    return _full(left, right)


def close(a: str, b: str) -> float:
    """The agreement of two parts, 1 for the same and 0 for different ones."""
    return max(0.0, 1.0 - allowance(a, b))


@lru_cache(maxsize=50_000)
def allowance(a: str, b: str) -> float:
    """The cost of reading one part for the other, lighter in long parts, where one doubtful sound says less."""
    cost = part_cost(a, b)
    weight = max(len(skeleton(a)), len(skeleton(b)))
    return cost * (1.0 if weight < 4 else 0.8 if weight < 6 else 0.65)


def _full(left: Name, right: Name) -> Match:
    """Two names of two parts or more, or two single words."""
    if left.bare and right.bare:
        cost = allowance(left.parts[0], right.parts[0])
        if cost <= CLOSE:
            return Match(round(0.7 * (1 - cost), 2), "one word each, the same", "suggest")
        return _NOTHING
    if _genders_differ(left, right):
        return Match(0.0, "first names of a man and of a woman", "no")
    first, last = allowance(left.parts[0], right.parts[0]), allowance(left.parts[-1], right.parts[-1])
    if first <= SURE and last <= SURE and _in_order(left.parts[1:-1], right.parts[1:-1]):
        return Match(round(1 - (first + last) / 2, 2), "first name and family name agree", "sure")
    whole = part_cost(left.joined, right.joined)
    # Only where the parts are divided in another way («محمدجواد», "Mohammad Javad"): joined, vowels say too little.
    if whole <= SURE and 1 < len(left.parts) < len(right.parts):
        return Match(round(1 - whole, 2), "the whole names sound the same", "sure")
    if first <= CLOSE and last <= CLOSE:
        return Match(round(0.9 - (first + last) / 2, 2), "first name and family name are close", "suggest")
    if _in_order(left.parts, right.parts) and first <= SURE:
        return Match(0.75, "one name is the beginning of the other", "suggest")
    if whole <= CLOSE * 1.5 and len(left.parts) < len(right.parts) and max(len(left.parts), len(right.parts)) > 1:
        return Match(round(0.8 - whole / 2, 2), "the whole names sound alike", "suggest")
    if _in_order(left.parts, right.parts) and len(left.parts) > 1 and not _father(left, right):
        return Match(0.65, "one name is part of the other", "suggest")
    return _NOTHING


def _father(short: Name, full: Name) -> bool:
    """Whether the shorter name may be the father's: «سلمان بن فهد» stands inside «محمد بن سلمان بن فهد»."""
    return full.patronymic or short.patronymic


def _in_order(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether every part of ``few`` stands in ``many``, in order: fathers' names may be left out, not changed."""
    at = 0
    for part in few:
        while at < len(many) and allowance(part, many[at]) > SURE:
            at += 1
        if at == len(many):
            return False
        at += 1
    return True


def _bare(left: Name, right: Name) -> Match:
    """One word against a full name: its family name, its first name, or a part between."""
    word = left.parts[0]
    last, first = allowance(word, right.parts[-1]), allowance(word, right.parts[0])
    if min(last, first) > CLOSE:
        whole = part_cost(word, right.joined)
        if whole <= CLOSE:
            return Match(round(0.8 - whole / 2, 2), "the whole names sound alike", "suggest")
        if any(allowance(word, part) <= SURE for part in right.parts[1:-1]):
            return Match(0.4, "a middle name", "suggest")
        return _NOTHING
    if last <= first and right.patronymic:
        return Match(0.3, "the father's name", "no")
    if last <= first:
        return Match(round(0.7 - last / 2, 2), "bare family name", "suggest")
    return Match(round(0.5 - first / 2, 2), "bare first name", "suggest")


def _kunyas(left: Name, right: Name) -> Match:
    if left.kunya is None or right.kunya is None:
        return _NOTHING
    cost = allowance(left.kunya, right.kunya)
    if cost > CLOSE:
        return _NOTHING
    if left.parts and right.parts:
        rest = allowance(left.parts[-1], right.parts[-1])
        if rest > CLOSE:
            return _NOTHING
        if cost <= SURE and rest <= SURE:
            return Match(round(1 - (cost + rest) / 2, 2), "kunya and family name agree", "sure")
    return Match(round(0.7 - cost / 2, 2), "the same kunya", "suggest")


def _initials(left: Name, right: Name) -> Match:
    """ "J. Haddar" or "Salim M. al-Haddar": initials must fit where both sides have something to fit."""
    if not left.parts or not right.parts or allowance(left.parts[-1], right.parts[-1]) > SURE:
        return _NOTHING
    if len(left.parts) > 1 and len(right.parts) > 1:
        plain = _full(left._replace(initials=()), right._replace(initials=()))
        return plain if left.initials == right.initials or not (left.initials and right.initials) else _NOTHING
    short, other = (left, right) if len(left.parts) == 1 else (right, left)
    letter = short.initials[:1] or other.initials[:1]
    first = other.parts[0] if len(other.parts) > 1 else (other.initials or ("",))[0]
    if letter and first and part_cost(letter[0] + "x", first[0] + "x") > CLOSE and letter[0] != first[0]:
        return _NOTHING
    return Match(0.7, "initial and family name agree", "suggest")


def gender_of_name(name: str) -> Gender | None:
    """The gender that the first name shows, when it is a known one."""
    return _gender(parse(name))


@lru_cache(maxsize=20_000)
def _gender(name: Name) -> Gender | None:
    if not name.parts or len(name.parts) < 2:
        return None
    key = fold_key(name.parts[0])
    found = [given_names(language).get(key) for language in LANGUAGES]
    genders = {given.gender for given in found if given and given.gender}
    return genders.pop() if len(genders) == 1 else None


def _genders_differ(left: Name, right: Name) -> bool:
    a, b = _gender(left), _gender(right)
    return a is not None and b is not None and a != b and allowance(left.parts[0], right.parts[0]) > 0.05
