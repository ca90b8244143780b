"""Organisations, agencies, places, weapons and works of a case: joined by table row or by their name's words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from rapidfuzz import fuzz, process

from isnad.claim.entities.countries import Contested
from isnad.claim.entities.groups import Groups
from isnad.claim.entities.match import allowance
from isnad.claim.entities.meaning import same_meaning
from isnad.claim.entities.places import find_place
from isnad.claim.entities.sounds import is_arabic, skeleton
from isnad.claim.entities.words import bodies, heads, marks
from isnad.lang import LANGUAGES
from isnad.lang.outlets import OutletTable
from isnad.model.entity import Mention
from isnad.text.fold import fold_key

_SAME_SPELLING = 90
"""rapidfuzz ratio of two names of one script that are put before a person as one."""
_MOST = 3000
_LEAST_CONSONANTS = 3
_ALIKE = 0.2
"""Most doubt between two words that sound the same."""


def join_others(
    mentions: Sequence[Mention], numbers: Sequence[int], outlets: OutletTable | None, groups: Groups
) -> list[tuple[int, int, float, str]]:
    """Group the mentions in ``numbers``; pairs of groups that may be one are returned as suggestions."""
    by_key: dict[tuple[str, str], int] = {}
    contested = Contested(
        (m.name.text, m.language) for i in numbers if (m := mentions[i]).kind == "organisation" and m.name
    )
    for i in numbers:
        key, reason = _key(mentions[i], outlets)
        if key[0] == "organisation" and _open(mentions[i], contested):
            # «وزارة الخارجية» in a case of two countries: one body within a document, not over several.
            key = ("organisation", f"{key[1]}\n{mentions[i].document}")
        first = by_key.setdefault(key, i)
        if first == i:
            groups.add(i, reason if reason != _BY_NAME else "name", 1.0)
        else:
            groups.attach(i, first, reason, 1.0 if reason != _BY_NAME else 0.95)
    named = {key: i for key, i in by_key.items() if key[0] in ("organisation", "place")}
    clear = {key: i for key, i in named.items() if not _open(mentions[i], contested)}
    translated = _join_translated(mentions, clear, groups)
    return [*_respelt(clear), *_join_sounding(mentions, clear, groups), *translated]


def _join_translated(
    mentions: Sequence[Mention], named: dict[tuple[str, str], int], groups: Groups
) -> list[tuple[int, int, float, str]]:
    """Join names of one kind that mean the same in two languages; where several might be meant, suggest."""
    found = []
    for kind in ("organisation", "place"):
        words = {i: (name, mentions[i].language) for (this, name), i in named.items() if this == kind}
        sure, unsure = same_meaning(words)
        for a, b in sure:
            groups.merge(a, b, "names that mean the same in two languages", 0.85)
        found += [(a, b, 0.6, "names that mean the same; one language has several of them") for a, b in unsure]
    return [pair for pair in found if not groups.same(pair[0], pair[1])]


def _open(mention: Mention, contested: Contested) -> bool:
    return (
        mention.kind == "organisation"
        and mention.name is not None
        and contested.open(mention.name.text, mention.language)
    )


_BY_NAME = "the same name"


def _key(mention: Mention, outlets: OutletTable | None) -> tuple[tuple[str, str], str]:
    """What two mentions share that name the same thing, and the reason to give."""
    name = _plain(mention)
    if mention.place is not None:
        return ("row", mention.place), "the same row of the place table"
    outlet = mention.outlet or _outlet(mention, outlets)
    if outlet is not None:
        return ("outlet", outlet), "the same row of the outlet table"
    row = _body_rows().get(name)
    if row is not None and mention.kind in ("organisation", "agency"):
        return ("body", str(row)), "the same well-known organisation"
    if mention.kind == "place":
        place = find_place(mention.name.text) if mention.name else None
        if place is not None:
            return ("row", place.id), "the same row of the place table"
    kind = "organisation" if mention.kind == "agency" else mention.kind
    return (kind, name), _BY_NAME


def _outlet(mention: Mention, outlets: OutletTable | None) -> str | None:
    if outlets is None or mention.kind != "agency" or mention.name is None:
        return None
    found = outlets.find(mention.name.text)
    return found.id if found else None


def _plain(mention: Mention) -> str:
    """The key of a name without article and punctuation, so that «الهيئة العامة» and «للهيئة العامة» are one."""
    assert mention.name is not None
    words = "".join(char if char.isalnum() else " " for char in fold_key(mention.name.text)).split()
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    if mention.kind == "place" and len(words) > 1 and words[0] in marks("settlement"):
        words = words[1:]  # «روستای تل زهرا» is «تل زهرا»
    first = words[0] if words else ""
    if first.startswith("لل") and len(first) > 4:
        words[0] = "ال" + first[2:]
    if _lost_article(words):
        words[0] = "ال" + first
    return " ".join(words)


def _lost_article(words: Sequence[str]) -> bool:
    """Whether a body's noun had its article taken off with «لل» («جيش الكوني» of «للجيش الكوني»): an adjective that is
    definite has a definite noun."""
    if len(words) < 2 or words[0].startswith("ال") or words[0] not in heads("ar"):
        return False
    adjectives = all(word.startswith("ال") and word.endswith(("ي", "يه")) for word in words[1:])
    return adjectives and "adjective" in heads("ar")[words[0]].strengths


@cache
def _body_rows() -> dict[str, int]:
    return {
        " ".join("".join(char if char.isalnum() else " " for char in name).split()).removeprefix("the "): number
        for number, body in enumerate(bodies())
        for language in LANGUAGES
        for name in body.names[language]
    }


def _respelt(named: dict[tuple[str, str], int]) -> list[tuple[int, int, float, str]]:
    """Names of one kind and script that differ by a letter or two."""
    found = []
    for kind in ("organisation", "place"):
        keys = [name for this, name in named if this == kind and len(name) > 5]
        if len(keys) > _MOST:
            continue
        for i, key in enumerate(keys):
            near = process.extract(key, keys[i + 1 :], scorer=fuzz.ratio, score_cutoff=_SAME_SPELLING, limit=None)
            found += [
                (named[kind, key], named[kind, other], round(score / 100 * 0.8, 2), "names that differ by a letter")
                for other, score, _ in near
            ]
    return found


def _join_sounding(
    mentions: Sequence[Mention], named: dict[tuple[str, str], int], groups: Groups
) -> list[tuple[int, int, float, str]]:
    """Join places whose names sound the same in two languages, word by word («قرية تل زهرة», "Tel Zahra"); suggest
    those of which only the last word does («ميناء الصخر», "Port Sakhr"), or where one language has several."""
    whole: dict[str, list[tuple[str, int]]] = defaultdict(list)
    last: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (kind, name), i in named.items():
        word = _proper_word(name) if kind == "place" else ""
        if len(skeleton(word)) >= _LEAST_CONSONANTS:
            last[skeleton(word)].append((word, i))
        if kind == "place" and len(skeleton(name)) >= _LEAST_CONSONANTS:
            whole[skeleton(name)].append((name, i))
    found = []
    for entries in whole.values():
        spoken = Counter(mentions[i].language for _, i in entries)
        for (a, i), (b, j) in combinations(entries, 2):
            if mentions[i].language == mentions[j].language or not _sound_alike(a, b):
                continue
            if spoken[mentions[i].language] == spoken[mentions[j].language] == 1:
                groups.merge(i, j, "names that sound the same in two languages", 0.85)
            else:
                found.append((i, j, 0.7, "the names of the places sound the same"))
    for entries in last.values():
        for (a, i), (b, j) in combinations(entries, 2):
            if mentions[i].script != mentions[j].script and allowance(a, b) <= _ALIKE and not groups.same(i, j):
                found.append((i, j, 0.7, "the names of the places sound the same"))
    return found


def _sound_alike(a: str, b: str) -> bool:
    """Whether two names have the same words by their sound; one of several may end in another vowel («زهرة»)."""
    left, right = ([word.removeprefix("ال") or word for word in name.split()] for name in (a, b))
    if len(left) != len(right):
        return False
    return sum(allowance(x, y) for x, y in zip(left, right, strict=True)) <= _ALIKE * (1 + 1.5 * (len(left) > 1))


def _proper_word(name: str) -> str:
    """The word of a place's name that is no noun for places."""
    nouns = _place_nouns()
    words = [word for word in name.split() if word not in nouns and word.removeprefix("ال") not in nouns] or [name]
    word = words[-1]
    return word.removeprefix("ال") if is_arabic(word) and len(word) > 4 else word


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(key for language in LANGUAGES for key, head in heads(language).items() if head.kind == "place")
