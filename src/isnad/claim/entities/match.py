"""``same_name``: whether two names can be one person's, across scripts and spellings, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from isnad.claim.entities.parts import Name, parse
from isnad.claim.entities.sounds import FAR, first_sound_cost, skeleton
from isnad.claim.entities.spellings import part_cost, vowel_apart
from isnad.claim.entities.words import given_names, marks
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
    found = _compared(left, right)
    if found.level != "sure" and left.patronymic != right.patronymic:  # Ben Yahia may be written Benyahia
        found = max(found, _compared(left.glued, right.glued), key=lambda match: (_LEVELS.index(match.level), match))
    return found


_LEVELS: tuple[Level, ...] = ("no", "suggest", "sure")


def _compared(left: Name, right: Name) -> Match:
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
        single = allowance(left.parts[0], right.parts[0])
        if single <= CLOSE:
            return Match(round(0.7 * (1 - single), 2), "one word each, the same", "suggest")
        return _NOTHING
    if _genders_differ(left, right):
        return Match(0.0, "first names of a man and of a woman", "no")
    if not _fathers_agree(left, right):
        return Match(0.0, "sons of different fathers", "no")
    near = aligned(left.parts, right.parts, CLOSE)
    if near is not None:
        cost = aligned(left.parts, right.parts, SURE)
        if cost is not None and left.house + right.house and len(left.parts) != len(right.parts):
            # In a house of many namesakes a shorter line of fathers may be another man's.
            return Match(round(0.9 - cost, 2), "one name of a house, with fewer fathers", "suggest")
        if cost is not None:
            return Match(round(1 - cost, 2), "first name and family name agree", "sure")
        if _transcribed_twice(left, right):
            return Match(round(1 - near, 2), "a foreign name, one vowel written or left out", "sure")
        return Match(round(0.9 - near, 2), "first name and family name are close", "suggest")
    if _in_order(left.parts, right.parts) and allowance(left.parts[0], right.parts[0]) <= SURE:
        return Match(0.75, "one name is the beginning of the other", "suggest")
    if left.parts == right.parts[-len(left.parts) :] and not _is_given(left.parts[0]):
        return Match(0.75, "one name is the family name of the other", "suggest")
    if _in_order(left.parts, right.parts) and _droppable(left, right):
        return Match(0.65, "one name is part of the other", "suggest")
    if min(part_cost(left.joined, right.parts[-1]), part_cost(right.joined, left.parts[-1])) <= CLOSE:
        return Match(0.5, "bare family name, written in two words", "suggest")
    return _NOTHING


def _transcribed_twice(left: Name, right: Name) -> bool:
    """Whether two names of Arabic script are one foreign name whose long vowels one writer left out («فلادمير» beside
    «فلاديمير»): the parts have the same letters but for vowels inside of them."""
    if len(left.parts) != len(right.parts) or left.fathers or right.fathers:
        return False
    return all(not part_cost(a, b) or vowel_apart(a, b) for a, b in zip(left.parts, right.parts, strict=True))


def _fathers_agree(left: Name, right: Name) -> bool:
    """Whether two names that each say whose son the bearer is, and where in his line, do not differ in it:
    «فهد بن محمد بن سالم» is not «فهد بن سالم», «خالد الفيصل بن سالم» not «خالد بن سالم»."""
    a, b = sorted(left.fathers), sorted(right.fathers)
    if not a or not b:
        return True
    if any(x != 1 for x in (a[0], b[0])) and a[0] != b[0]:
        return False
    return all(allowance(left.parts[x], right.parts[y]) <= CLOSE for x, y in zip(a, b, strict=False))


def _droppable(short: Name, full: Name) -> bool:
    """Whether a first name may be left out: Mohammad Bagher is called Bagher, but Hasan Karim's father is Karim."""
    if short.fathers or full.fathers or len(short.parts) < 2:
        return False
    at = next((i for i, part in enumerate(full.parts) if allowance(short.parts[0], part) <= SURE), 0)
    return at == 1 and any(allowance(full.parts[0], name) <= _THE_SAME for name in marks("dropped_first"))


_THE_SAME = 0.05


@lru_cache(maxsize=50_000)
def aligned(left: tuple[str, ...], right: tuple[str, ...], most: float) -> float | None:
    """The mean cost of first and last name when two names agree part by part, none dearer than ``most``; else None.

    Between first and last, one of the names may have parts that the other leaves out (a father's name), and parts
    that stand together in one name may be written as one in the other («محمدباقر», "Mohammad Bagher").
    """
    cost = _walk(left, right, 0, 0, most)
    if cost is None:
        cost = _walk(right, left, 0, 0, most)
    return None if cost is None else cost / 2


def _walk(few: tuple[str, ...], many: tuple[str, ...], i: int, j: int, most: float) -> float | None:
    """The cost of first and last unit from ``i`` and ``j`` on, where only ``many`` may have parts of its own."""
    best: float | None = None
    for di, dj in _UNITS:
        if i + di > len(few) or j + dj > len(many):
            continue
        cost = _unit_cost(few[i : i + di], many[j : j + dj])
        if cost > most:
            continue
        end = i + di == len(few) and j + dj == len(many)
        rest = 0.0 if end else _walk(few, many, i + di, j + dj, most)
        if rest is not None:
            total = rest + (cost if i == j == 0 else 0.0) + (cost if end else 0.0)
            best = total if best is None else min(best, total)
    if i and j < len(many) - 1:
        rest = _walk(few, many, i, j + 1, most)
        if rest is not None:
            best = rest if best is None else min(best, rest)
    return best


_UNITS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many parts of either name are read as one."""


def _unit_cost(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """As `allowance`, but where words are put together nothing is taken off for their length."""
    if len(a) == len(b):
        return allowance(a[0], b[0])
    one, several = (a[0], b) if len(a) == 1 else (b[0], a)
    if abs(len(skeleton(one)) - sum(len(skeleton(part)) for part in several)) > 2:
        return FAR
    return part_cost("".join(a), "".join(b))


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
    if left.kunya is None or right.kunya is None or left.mother != right.mother:
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
    if letter and first and first_sound_cost(letter[0], first) > CLOSE:
        return _NOTHING
    return Match(0.7, "initial and family name agree", "suggest")


@lru_cache(maxsize=20_000)
def _gender(name: Name) -> Gender | None:
    if not name.parts or len(name.parts) < 2:
        return None
    key = fold_key(name.parts[0])
    found = [given_names(language).get(key) for language in LANGUAGES]
    genders = {given.gender for given in found if given and given.gender}
    return genders.pop() if len(genders) == 1 else None


def _is_given(part: str) -> bool:
    """Whether a part can be a first name: then a name that begins with it may be the father's."""
    key = fold_key(part)
    return any(key in given_names(language) for language in LANGUAGES)


def _genders_differ(left: Name, right: Name) -> bool:
    a, b = _gender(left), _gender(right)
    return a is not None and b is not None and a != b and allowance(left.parts[0], right.parts[0]) > 0.05


def is_sure(a: str, b: str) -> bool:
    """Whether two names are one person's by rule."""
    return same_name(a, b).level == "sure"


def unclear(sure: Sequence[tuple[str, str]], written: Mapping[str, str]) -> frozenset[str]:
    """Forms that are the same as each of two others of one language which are not the same: «سعود الفيصل» next to two
    men's full names is neither of them for sure. ``written`` tells the language of each form: a foreign name is
    transcribed in two ways by two languages."""
    partners: dict[str, list[str]] = defaultdict(list)
    for a, b in sure:
        partners[a].append(b)
        partners[b].append(a)
    return frozenset(
        form
        for form, others in partners.items()
        if any(
            written[a] == written[b] and same_name(a, b).level == "no"
            for i, a in enumerate(others[:_MOST_PARTNERS])
            for b in others[:i]
        )
    )


_MOST_PARTNERS = 12
