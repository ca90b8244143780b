"""How the parts of a name sound, and what it costs to read one part for another across scripts.

A part becomes a string of symbols, one a sound (`lang/names_sounds.tsv`): «هداري» is ``hdArY``, "Haddari"
``hadarY``.  Arabic script leaves short vowels out and Latin script writes them in many ways, so what is compared
is the cheapest way to turn one string into the other (`lang/names_costs.tsv`): a short vowel that only Latin writes
costs nothing, a long one that only Arabic writes does («سالم» is not Salim's «سليم»).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from isnad.errors import DataError
from isnad.lang.tables import ROOT, read_table

FAR = 9.0
"""A cost that no comparison comes back from."""

_ARABIC = re.compile("[\u0621-\u06d5]")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b\u200d-\u200f]")
_GEMINATE = re.compile(r"([^AIUYaeiou#@])\1+")
_VOWELS = re.compile('[AIUYaeiouhHvw#@^!;~"]')
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


_DIGRAPH = re.compile("(?:[dgkstz]|sc)h")
"""Latin letters that may also be two sounds: "Nozhat" has z and h."""
_AGAIN = '"'
"""Stands for a letter that Arabic script writes twice: a vowel was left out («ننغرهار»), or two words met."""


@lru_cache(maxsize=20_000)
def sounds(part: str, split: bool = False) -> str:
    """The sounds of one part of a name; ``split``: with every Latin "sh" or "zh" as two sounds."""
    arabic = is_arabic(part)
    plain = _MARKS.sub("", part) if arabic else _latin(part)
    table, longest = _letters("arabic" if arabic else "latin")
    out: list[str] = []
    at = 0
    while at < len(plain):
        for size in range(longest, 0, -1):
            sound = _sound(table, plain, at, size)
            if sound is not None and not (split and _DIGRAPH.fullmatch(plain, at, at + size)):
                out.append(sound)
                at += size
                break
        else:
            at += 1
    heard = "".join(out)
    if arabic:
        return _GEMINATE.sub(lambda match: match[1] + _AGAIN, heard)
    return _SAME_VOWEL.sub(r"\1", _GEMINATE.sub(r"\1", heard))


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
    lower = part.lower()
    if _TURKISH.search(lower):
        lower = lower.replace("c", "j")
    bare = unicodedata.normalize("NFKD", lower.translate(_HOOKED))
    return "".join(char for char in bare if char.isalpha() and not unicodedata.combining(char))


_TURKISH = re.compile("[çşğı]")
"""Letters of Turkish spelling, in which a plain c is heard as in "jam"."""
_HOOKED = str.maketrans(
    {"ç": "ch", "ş": "sh", "ğ": "gh", "ı": "i", "č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "ł": "l", "ø": "o"}
)


@lru_cache(maxsize=50_000)
def skeleton(part: str) -> str:
    """The consonants of a part in coarse classes: parts that sound alike have the same one or nearly so."""
    return _VOWELS.sub("", sounds(part)).translate(_COARSE)


@lru_cache(maxsize=50_000)
def consonants(part: str, voiced: bool = False) -> str:
    """As `skeleton` in finer classes, for finding what is worth comparing among very many names.

    A Latin "th" is a «ث», or where ``voiced`` a «ذ»: the letters do not tell.
    """
    heard = sounds(part)
    return _VOWELS.sub("", heard.replace("c", "D") if voiced else heard).translate(_FINE)


_FINE = str.maketrans("pf%Tc$DZ&zqGgjC", "bbtttsddddkkkkS")
_COARSE = str.maketrans("pfTDZzsdc$%&jgqGxC", "bbttttttttttkkkkkS")


def sound_cost(a: str, b: str) -> float:
    """What it costs to read part ``a`` for part ``b`` by their sounds: 0 the same, 1 and more different."""
    if a > b:
        return sound_cost(b, a)
    if Levenshtein.distance(skeleton(a), skeleton(b), score_cutoff=_CONSONANTS_APART) > _CONSONANTS_APART:
        return FAR
    scripts = _scripts(a, b)
    cost = _cost(sounds(a), sounds(b), scripts)
    if cost > _SPLIT and scripts == "al":
        latin, arabic = (b, a) if is_arabic(a) else (a, b)
        if _DIGRAPH.search(latin):
            return min(cost, _SPLIT + _cost(sounds(latin, True), sounds(arabic), scripts))
    return cost


_CONSONANTS_APART = 2
"""Parts that differ in more consonants than these are not compared sound by sound."""
_TOO_FAR = 1.0
"""Above this cost no comparison has a use for the exact one."""
_SPLIT = 0.05
"""What it costs to read a Latin "sh" or "zh" as two sounds."""


def first_sound_cost(letter: str, part: str) -> float:
    """What it costs to take an initial for the first sound of a part: "K." may be Khalid or Karim."""
    left, right = sounds(letter).lstrip("^")[:1], sounds(part).lstrip("^")[:1]
    return _cost(left or "a", right or "a", _scripts(letter, part)) if left != right else 0.0


def _scripts(a: str, b: str) -> str:
    return {0: "ll", 1: "al", 2: "aa"}[is_arabic(a) + is_arabic(b)]


def _cost(left: str, right: str, scripts: str) -> float:
    """The cheapest alignment of two strings of sounds."""
    if not left or not right or abs(len(left) - len(right)) > 8:
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
        if min(above) > _TOO_FAR:
            return FAR
    return above[-1]
