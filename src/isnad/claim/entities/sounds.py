"""How the parts of a name sound, and what it costs to read one part for another across scripts.

A part becomes a string of symbols, one a sound (`lang/names_sounds.tsv`): «سليماني» is ``slImAnI``, "Soleimani"
``soleimani``.  Arabic script leaves short vowels out and Latin script writes them in many ways, so what is compared
is the cheapest way to turn one string into the other (`lang/names_costs.tsv`): a short vowel that only Latin writes
costs nothing, a long one that only Arabic writes does («سالم» is not Salim's «سليم»).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from isnad.errors import DataError
from isnad.lang.tables import ROOT, read_table, words

FAR = 9.0
"""A cost that no comparison comes back from."""

_ARABIC = re.compile("[\u0621-\u06d3]")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b\u200d-\u200f]")
_GEMINATE = re.compile(r"([^AIUYaeiou#@])\1+")
_VOWELS = re.compile("[AIUYaeiouhHvw#@]")
_SAME_VOWEL = re.compile(r"([aeiou])\1+")


def is_arabic(text: str) -> bool:
    """Whether a name is written in Arabic script."""
    return bool(_ARABIC.search(text))


@cache
def _letters(script: str) -> tuple[dict[str, tuple[str, str, str]], int]:
    """Letters → (sound anywhere, at the start, at the end), and the length of the longest letters."""
    table: dict[str, list[str]] = {}
    places = ("any", "start", "end")
    for row in read_table(ROOT / "names_sounds.tsv", ("script", "letters", "place", "sound")):
        if row["place"] not in places:
            raise DataError(f"{row['@']}: place must be any, start or end, not {row['place']!r}")
        if row["script"] == script:
            cell = table.setdefault(row["letters"], ["?", "?", "?"])
            cell[places.index(row["place"])] = row["sound"]
    return {letters: (cell[0], cell[1], cell[2]) for letters, cell in table.items()}, max(map(len, table))


@cache
def _costs() -> dict[str, dict[tuple[str, str], float]]:
    """Scripts (al, aa, ll) → pair of symbols → cost; "-" stands for leaving out."""
    found: dict[str, dict[tuple[str, str], float]] = {"al": {}, "aa": {}, "ll": {}}
    for row in read_table(ROOT / "names_costs.tsv", ("pair", "scripts", "cost")):
        if len(row["pair"]) != 2 or row["scripts"] not in (*found, "any"):
            raise DataError(f"{row['@']}: pair is two symbols and scripts al, aa, ll or any")
        a, b = row["pair"][0], row["pair"][1]
        for scripts in found if row["scripts"] == "any" else (row["scripts"],):
            found[scripts][a, b] = found[scripts][b, a] = float(row["cost"])
    return found


@lru_cache(maxsize=20_000)
def sounds(part: str) -> str:
    """The sounds of one part of a name."""
    arabic = is_arabic(part)
    plain = _MARKS.sub("", part) if arabic else _latin(part)
    table, longest = _letters("arabic" if arabic else "latin")
    out: list[str] = []
    at = 0
    while at < len(plain):
        for size in range(longest, 0, -1):
            sound = _sound(table, plain, at, size)
            if sound is not None:
                out.append(sound)
                at += size
                break
        else:
            at += 1
    heard = _GEMINATE.sub(r"\1", "".join(out))
    return heard if arabic else _SAME_VOWEL.sub(r"\1", heard)


def _sound(table: dict[str, tuple[str, str, str]], plain: str, at: int, size: int) -> str | None:
    cell = table.get(plain[at : at + size])
    if cell is None or at + size > len(plain):
        return None
    anywhere, start, end = cell
    if at == 0 and start != "?":
        return start
    if at + size == len(plain) and at and end != "?":
        return end
    return None if anywhere == "?" else anywhere


def _latin(part: str) -> str:
    bare = unicodedata.normalize("NFKD", part.lower())
    return "".join(char for char in bare if char.isalpha() and not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def skeleton(part: str) -> str:
    """The consonants of a part in coarse classes: parts that sound alike have the same one or nearly so."""
    return _VOWELS.sub("", sounds(part)).translate(_COARSE)


_COARSE = str.maketrans("pfTDZzsdc$%&jgqGxC", "bbttttttttttkkkkkS")


@lru_cache(maxsize=50_000)
def part_cost(a: str, b: str) -> float:
    """What it costs to read part ``a`` for part ``b``: 0 the same, 0.5 doubtful, 1 and more different."""
    if a == b:
        return 0.0
    if a > b:
        return part_cost(b, a)
    known = _spelling_cost(a, b)
    if known is not None:
        return known
    return _cost(sounds(a), sounds(b), _scripts(a, b))


def _scripts(a: str, b: str) -> str:
    return {0: "ll", 1: "al", 2: "aa"}[is_arabic(a) + is_arabic(b)]


def _cost(left: str, right: str, scripts: str) -> float:
    """The cheapest alignment of two strings of sounds."""
    if not left or not right or abs(len(left) - len(right)) > 6:
        return FAR
    table = _costs()[scripts]
    above = [0.0]
    for symbol in right:
        above.append(above[-1] + table.get((symbol, "-"), 1.0))
    for symbol in left:
        gone = table.get((symbol, "-"), 1.0)
        row = [above[0] + gone]
        for i, other in enumerate(right):
            changed = above[i] + (0.0 if symbol == other else table.get((symbol, other), 1.0))
            row.append(min(changed, above[i + 1] + gone, row[i] + table.get((other, "-"), 1.0)))
        above = row
    return above[-1]


@cache
def _spellings() -> dict[str, frozenset[int]]:
    """Spelling of a first name → the rows of names_spellings.tsv that it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(read_table(ROOT / "names_spellings.tsv", ("arabic", "latin"))):
        for name in (*words(row["arabic"]), *words(row["latin"])):
            found.setdefault(_spelling_key(name), set()).add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


@lru_cache(maxsize=50_000)
def _spelling_key(name: str) -> str:
    return name.lower().translate(_HAMZA)


_HAMZA = str.maketrans("أإآٱىیيک", "اااايييك")


def _spelling_cost(a: str, b: str) -> float | None:
    """0 when both are spellings of one first name, a doubtful cost when of two, None when one is not known."""
    left, right = _spellings().get(_spelling_key(a)), _spellings().get(_spelling_key(b))
    if left is None or right is None:
        return None
    if left & right:
        return 0.0
    # Two names of the table that sound alike letter by letter (Salim, سالم) stay doubtful.
    return max(0.45, _cost(sounds(a), sounds(b), _scripts(a, b)))
