"""The words of the interface, in English, Arabic and Persian: commented data files, three a language.

``en.toml`` has the page and its first sections, ``en_parts.toml`` the sections on findings, people, places and values,
``en_values.toml`` numbers, units, dates and what is measured.  ``remarks.tsv`` has what the steps remark, a row
for each sentence in all three languages.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from isnad.errors import DataError, UsageError
from isnad.lang.tables import Row, read_table

LANGUAGES = ("en", "ar", "fa")
FILES = ("{language}.toml", "{language}_parts.toml", "{language}_values.toml")
PARAMETER = re.compile(r"\{(\w+)\}")

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def check_language(language: str) -> None:
    """``UsageError`` unless the interface speaks ``language``."""
    if language not in LANGUAGES:
        raise UsageError(f"the dossier has no interface language {language!r}; known: {', '.join(LANGUAGES)}")


class Speller(Protocol):
    """Who spells names in Latin letters: None for a name that needs no spelling, or whose words are not known."""

    def spelt(self, name: str, language: str | None = None) -> str | None:
        """The name in Latin letters, given the language that it comes from."""

    def gloss(self, name: str) -> str | None:
        """What its words mean, one by one."""


class Words:
    """The interface in one language: templates by key, plural forms, numbers, and names in a script that its readers
    know, as ``latin`` spells them."""

    def __init__(self, language: str, latin: Speller | None = None) -> None:
        check_language(language)
        self.language = language
        self._latin = latin if language == "en" else None
        self.direction = "ltr" if language == "en" else "rtl"
        self._templates = load(language)

    def template(self, key: str) -> str:
        """The template of ``key``, with its ``{parameters}`` still in it."""
        try:
            return self._templates[key]
        except KeyError:
            raise DataError(f"isnad/dossier/words/{self.language}.toml: no entry {key!r}") from None

    def has(self, key: str) -> bool:
        """Whether there is a word for ``key``: kinds and languages of the model may be newer than the words."""
        return key in self._templates

    def spelt(self, name: str, language: str | None = None) -> str | None:
        """Our own spelling of a name whose script the reader does not know; None where it can be read as it stands, and
        for a quotation (a headline), which is shown in its own letters."""
        return self._latin.spelt(name, language) if self._latin and not name.startswith("“") else None

    def gloss(self, name: str) -> str | None:
        """What the words of such a name mean, one by one; None where that is not known or not needed."""
        return self._latin.gloss(name) if self._latin else None

    def count(self, key: str, number: int) -> str:
        """A counted noun («3 تقارير»): the plural form that ``number`` asks for, with the number in it."""
        return self.counted(key, number, self.number(number))

    def counted(self, key: str, number: int | float, text: str) -> str:
        """The counted noun for a number that is written as ``text`` («2.5 ساعة», "3 to 5 hours")."""
        category = "zero" if number == 0 and self.has(f"{key}.zero") else plural(self.language, number)
        form = f"{key}.{category}" if self.has(f"{key}.{category}") else f"{key}.other"
        return self.template(form).replace("{n}", text)

    def number(self, number: int) -> str:
        """A number with thousands separated, in Persian with Persian digits."""
        text = f"{number:,}"
        return self.digits(text).replace(",", "٬") if self.language == "fa" else text

    def percent(self, share: float) -> str:
        """A share between 0 and 1 in per cent, rounded to whole numbers."""
        sign = "%" if self.language == "en" else "٪"
        return self.digits(f"{round(min(max(share, 0.0), 1.0) * 100)}") + sign

    def digits(self, text: str) -> str:
        """``text`` with the digits of the interface language."""
        # Arabic keeps 0–9: papers of the Maghreb and most news sites print them, and all Arabic readers know them.
        return text.translate(_PERSIAN_DIGITS) if self.language == "fa" else text


def level_of(confidence: float) -> str:
    """A confidence as one of three words: two decimals would claim more than is known."""
    return "high" if confidence >= 0.8 else "fair" if confidence >= 0.5 else "low"


def plural(language: str, number: int | float) -> str:
    """The CLDR plural category of a number in ``language``."""
    if isinstance(number, float):
        if not number.is_integer():
            # Half an hour is one in Persian («نیم ساعت»), and other in English and Arabic.
            return "one" if language == "fa" and number < 1 else "other"
        number = int(number)
    if language == "ar":
        return _arabic_plural(number)
    if language == "fa":
        return "one" if number in {0, 1} else "other"
    return "one" if number == 1 else "other"


def _arabic_plural(number: int) -> str:
    if number in {0, 1, 2}:
        return ("zero", "one", "two")[number]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


@cache
def load(language: str) -> dict[str, str]:
    """All entries of a language, nested tables flattened to dotted keys."""
    entries: dict[str, str] = {}
    for name in FILES:
        text = files(__name__).joinpath(name.format(language=language)).read_text(encoding="utf-8")
        entries.update(_flat(tomllib.loads(text), ""))
    return entries


@cache
def remark_rows() -> tuple[Row, ...]:
    """The rows of ``remarks.tsv``, in order."""
    return tuple(read_table(Path(__file__).parent / "remarks.tsv", ("en", "ar", "fa", "shown")))


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            entries += _flat(value, f"{prefix}{key}.")
        else:
            entries.append((prefix + key, str(value)))
    return entries
