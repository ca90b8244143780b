"""The outlet table: names of outlets and agencies in three scripts, with kind, country and owner.

Facts only, no rating.  `outlets.tsv` ships with isnad; a case may bring its own table of the same columns beside
the reports, whose rows come first.  A name that is also an ordinary word («الوطن», «مهر») stands in the column
``ambiguous`` and counts only beside a word such as «صحيفة» or in a credit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from isnad.errors import DataError
from isnad.lang.tables import ROOT, Row, read_table, words

COLUMNS = ("name_en", "kind", "country")
KINDS = frozenset({"agency", "newspaper", "broadcaster", "website", "magazine", "channel"})
_NAMES = ("name_en", "name_ar", "name_fa")

Key = Callable[[str], str]


class Outlet(msgspec.Struct, frozen=True):
    """One row of the table."""

    id: str
    name_en: str
    name_ar: str
    name_fa: str
    kind: str
    country: str
    owner: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    domain: str

    @property
    def is_agency(self) -> bool:
        """Whether it is a news agency."""
        return self.kind == "agency"

    def names(self) -> tuple[str, ...]:
        """Every name that is certain by itself."""
        return tuple(
            name
            for name in (self.name_en, self.name_ar, self.name_fa, *self.aliases)
            if name and name not in self.ambiguous
        )

    def label(self, language: str) -> str:
        """The name to show in an interface language."""
        shown = {"ar": self.name_ar, "fa": self.name_fa}.get(language) or self.name_en
        return shown or self.name_ar or self.name_fa


_COUNTRY = re.compile(r" ال\w{2,}(?:ي|ية|يه)$")
_FIRST_WORD = re.compile(r"\w+")


FOLLOWING = 4


class Found(msgspec.Struct, frozen=True):
    """An outlet's name in a key: where, which outlets it can be, and whether the name is also an ordinary word."""

    start: int
    end: int
    outlet: Outlet
    ambiguous: bool


class OutletTable:
    """Finds outlets by name. ``key`` folds a name for matching (`isnad.text.fold.fold_key`)."""

    def __init__(self, outlets: Sequence[Outlet], key: Key, pattern: Callable[[list[str]], str]) -> None:
        self.outlets = tuple(outlets)
        self._by_id = {outlet.id: outlet for outlet in reversed(self.outlets)}
        self._by_name: dict[str, tuple[Outlet, bool]] = {}
        self._by_domain = {outlet.domain.lower(): outlet for outlet in reversed(self.outlets) if outlet.domain}
        for ambiguous in (False, True):
            for outlet in self.outlets:
                for name in outlet.ambiguous if ambiguous else outlet.names():
                    self._by_name.setdefault(key(name), (outlet, ambiguous))
        self._by_name.pop("", None)
        self._key = key
        self._pattern = re.compile(rf"(?<!\w)({pattern(list(self._by_name))})(?!\w)") if self._by_name else None
        self._openings = _openings(self._by_name)
        self._hash_source = repr([msgspec.structs.astuple(outlet) for outlet in self.outlets])

    @property
    def openings(self) -> Mapping[str, frozenset[str]]:
        """The first words (keys) of all names with the letters that may follow them (`FOLLOWING` of them; none where
        anything may), to be asked for before `at`: «في» opens a name, and hardly ever one of an outlet."""
        return self._openings

    def at(self, key: str, start: int) -> Found | None:
        """The longest name of the table that begins at ``start`` of a key."""
        match = self._pattern.match(key, start) if self._pattern is not None else None
        return Found(match.start(), match.end(), *self._by_name[match[1]]) if match is not None else None

    @property
    def signature(self) -> str:
        """The table's content as one string, for hashing into row keys."""
        return self._hash_source

    def find(self, name: str) -> Outlet | None:
        """The outlet of this name, with or without a generic word before it; ambiguous names count."""
        folded = re.sub(r"\s+", " ", re.sub(r"[^\w\s.]", " ", self._key(name))).strip()
        for candidate in (self._key(name).strip(), folded, folded.partition(" ")[2]):
            found = self._by_name.get(candidate)
            if found:
                return found[0]
        return self._of_a_country(folded)

    def _of_a_country(self, name: str) -> Outlet | None:
        """The outlet whose country is named behind it («وكالة سهم للأنباء الكونية»). A single word does not do: two
        countries have papers of one name."""
        for candidate in (name, name.partition(" ")[2]):
            bare = _COUNTRY.sub("", candidate)
            found = self._by_name.get(bare) if bare != candidate and " " in bare else None
            if found and not found[1]:
                return found[0]
        return None

    def by_id(self, id: str | None) -> Outlet | None:
        """The outlet with this id; of several, as when a case's own table has a row of ours, the first."""
        return self._by_id.get(id or "")

    def by_domain(self, url: str) -> Outlet | None:
        """The outlet whose domain a URL has."""
        host = re.sub(r"^[a-z]+://", "", url.lower()).split("/")[0].split(":")[0]
        while host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None

    def scan(self, key: str, start: int = 0, end: int | None = None) -> list[Found]:
        """Every name of the table in ``key[start:end]``, longest first, not overlapping."""
        if self._pattern is None:
            return []
        return [
            Found(match.start(), match.end(), *self._by_name[match[1]])
            for match in self._pattern.finditer(key, start, len(key) if end is None else end)
        ]


def _openings(names: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in names:
        match = _FIRST_WORD.match(name)
        if match is not None:
            found.setdefault(match.group(), set()).add(name[match.end() : match.end() + FOLLOWING])
    short = frozenset(word for word, rests in found.items() if any(len(rest) < FOLLOWING for rest in rests))
    return {word: frozenset(() if word in short else rests) for word, rests in found.items()}


def read_outlets(path: Path) -> list[Outlet]:
    """The rows of one table file; ``DataError`` names the line of an unknown kind or a missing name."""
    return [_outlet(row) for row in read_table(path, COLUMNS)]


def _outlet(row: Row) -> Outlet:
    if row["kind"] not in KINDS:
        raise DataError(f"{row['@']}: kind {row['kind']!r} is not one of {', '.join(sorted(KINDS))}")
    names = [row.get(name, "") for name in _NAMES]
    if not any(names):
        raise DataError(f"{row['@']}: an outlet needs a name in at least one script")
    ambiguous = words(row.get("ambiguous", ""))
    return Outlet(
        id=row.get("id") or re.sub(r"[^a-z0-9]+", "-", row["name_en"].lower()).strip("-"),
        name_en=names[0],
        name_ar=names[1],
        name_fa=names[2],
        kind=row["kind"],
        country=row["country"],
        owner=row.get("owner", ""),
        aliases=words(row.get("aliases", "")),
        ambiguous=ambiguous,
        domain=row.get("domain", ""),
    )


@cache
def shipped_outlets() -> tuple[Outlet, ...]:
    """The table that comes with isnad."""
    return tuple(read_outlets(ROOT / "outlets.tsv"))


@cache
def outlet_words(use: str, language: str | None = None) -> tuple[str, ...]:
    """The words of `outlet_words.tsv` of one use, of one language or of all."""
    rows = read_table(ROOT / "outlet_words.tsv", ("word", "language", "use"))
    return tuple(row["word"] for row in rows if row["use"] == use and language in (None, row["language"]))
