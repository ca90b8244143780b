"""Where a clause says that somebody was present or elsewhere, by the words of `lang/presence.tsv`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from isnad.compare.phrases import borders, prepositions
from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold, fold_key
from isnad.text.trie import trie_pattern

COLUMNS = ("use", "ar", "fa", "en")
_FAR = {"ar": 5, "fa": 3, "en": 4}
"""Words between the verb and the spot: an Arabic subject may stand there."""


class Found(NamedTuple):
    """A phrase of presence in a folded clause: where its verb begins, where the phrase that says it stands, whether it
    says that somebody was there, and whether it tells where.  ``seen`` marks one whom somebody saw."""

    verb: int
    start: int
    end: int
    there: bool
    spot: bool
    seen: bool = False


@cache
def _table(language: str) -> dict[str, tuple[str, ...]]:
    rows = read_table(ROOT / "presence.tsv", COLUMNS)
    return {row["use"]: tuple(fold_key(word) for word in words(row[language])) for row in rows}


@cache
def pattern(language: str, use: str) -> str:
    """The words of one use as a regular expression; one that matches nothing where there are none."""
    found = _table(language)[use]
    return trie_pattern(found) if found else r"(?!)"


@cache
def _places(language: str) -> str:
    """A spot, or a place elsewhere, as a phrase."""
    part = {use: pattern(language, use) for use in ("at", "the", "spot", "away", "away_noun")}
    clitic = r"|[ب](?=ال)" if language == "ar" else ""
    here = rf"(?:(?:{part['at']})\s(?:(?:{part['the']})\s){{0,4}}{clitic})(?:{part['spot']})"
    named = rf"(?:{part['at']})\s(?:\w+\s){{0,3}}(?:{part['away_noun']})"
    return rf"(?:(?P<away>{part['away']}|{named})|(?P<here>{here}))\b"


@cache
def _be(language: str) -> re.Pattern[str]:
    """A verb of being or staying with the place: before it, in Persian behind it."""
    gap, place = rf"(?:[^\w]+\w+){{0,{_FAR[language]}}}?", _places(language)
    if language == "fa":
        be, negated = pattern(language, "be"), pattern(language, "be_not")
        return re.compile(rf"\b{place}{gap}[^\w]+(?:(?P<no>{negated})|(?P<be>{be}))\b")
    return re.compile(rf"\b[وفل]?{_being(language)}\b{gap}[^\w]+{place}")


def _being(language: str) -> str:
    """A verb of being or staying, denied or not."""
    be, no, negated = pattern(language, "be"), pattern(language, "not"), pattern(language, "be_not")
    return rf"(?:(?P<no>(?:{no})\s+(?:{be})|{negated}|(?:{be})\s+(?:{no}))|(?P<be>{be}))"


@cache
def _see(language: str) -> re.Pattern[str]:
    see, gap = pattern(language, "see"), r"(?:[^\w]+\w+){0,4}?"
    place = _places(language)
    if language == "fa":
        return re.compile(rf"\b{place}{gap}[^\w]+(?P<be>{see})\b")
    return re.compile(rf"\b[وف]?(?P<be>{see})\b{gap}[^\w]+{place}")


@cache
def _attend(language: str) -> re.Pattern[str]:
    clitic = "[وف]?" if language == "ar" else ""
    no = rf"(?:(?P<no>{pattern(language, 'not')})\s+)?"
    own = rf"(?P<absent>{pattern(language, 'absent')})|{no}(?P<attend>{pattern(language, 'attend')})"
    return re.compile(rf"\b{clitic}(?:{own})\b")


@cache
def _bare(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*{_places(language)}")


@cache
def _any() -> re.Pattern[str]:
    uses = ("attend", "absent", "spot", "away", "away_noun", "with")
    found = {word for language in ("ar", "fa", "en") for use in uses for word in _table(language)[use]}
    return re.compile(rf"\b[وفلب]?(?:{trie_pattern(found)})\b")


def marks_of_presence(text: str) -> list[int]:
    """Where in a text a word stands that may tell of presence, so that other clauses need not be looked at."""
    folded = fold(text)
    return [folded.to_text(match.start()) for match in _any().finditer(folded.key)]


def phrase_of_presence(key: str, language: str) -> Found | None:
    """The first phrase in a folded clause that tells that somebody was present or elsewhere."""
    match = _attend(language).search(key)
    if match:
        return Found(match.start(), match.start(), match.end(), match["absent"] is None and not match["no"], False)
    for seen, match in ((False, _be(language).search(key)), (True, _see(language).search(key))):
        if match:
            no = not seen and match["no"] is not None
            if no and match["away"]:
                return None  # who was not at the door may have been anywhere
            part = "here" if match["here"] else "away"
            verb = match.start(part) if language == "fa" else match.start("be" if not no else "no")
            return Found(verb, match.start(part), match.end(part), part == "here" and not no, True, seen)
    return None


def asks_for_presence(key: str, language: str) -> bool:
    """Whether a folded question asks whether somebody was there."""
    found = phrase_of_presence(key, language)
    return found.there if found else re.search(rf"\b(?:{pattern(language, 'asked')})\b", key) is not None


@cache
def _before_place(language: str) -> re.Pattern[str]:
    part = {use: pattern(language, use) for use in ("at", "the")}
    return re.compile(rf"\b(?:(?:{part['at']})\s(?:(?:{part['the']})\s){{0,3}}{'|بال' if language == 'ar' else ''})$")


@cache
def _bare_be(language: str) -> re.Pattern[str]:
    verb, gap = _being(language), rf"(?:[^\w]+\w+){{0,{_FAR[language]}}}"
    return re.compile(rf"^{gap}?[^\w]+{verb}\b" if language == "fa" else rf"\b[وفل]?{verb}\b{gap}[^\w]+$")


def being_at(key: str, language: str, start: int, end: int) -> Found | None:
    """Whether a folded clause says that somebody was, or was not, at the place that it names there."""
    behind = re.match(r"\s+([a-z]+)", key[end:]) if language == "en" else None
    if behind and behind[1] not in prepositions("en") | borders("en") | {"and", "that", "at"}:
        return None  # the front row is no front
    lead = _before_place(language).search(key[:start])
    if lead is None:
        return None
    before = key[: lead.start()] if lead[0] else key[:start]
    match = _bare_be(language).search(key[end:] if language == "fa" else before)
    if match is None:
        return None
    verb = lead.start() if language == "fa" else match.start("no" if match["no"] else "be")
    return Found(verb, lead.start(), end, match["no"] is None, True)


def place_alone(key: str, language: str) -> Found | None:
    """The spot that an answer begins with ("On his chair.")."""
    match = _bare(language).match(key)
    if match is None:
        return None
    part = "here" if match["here"] else "away"
    return Found(match.start(part), match.start(part), match.end(part), part == "here", True)


def in_presence_of(key: str, language: str) -> int | None:
    """The end of the words before the names of who was present."""
    match = re.search(rf"\b[وف]?(?:{pattern(language, 'with')})\b", key)
    return match.end() if match else None


def denies_of_self(key: str, language: str) -> bool:
    """Whether a clause is nothing but the denial of what stands before it, for the speaker ("I did not.")."""
    return re.fullmatch(rf"\W*[وف]?(?:{pattern(language, 'i_not')})\W*", key) is not None


def answered_by(key: str, language: str) -> bool | None:
    """Whether an answer begins with a yes (True) or a no (False)."""
    for use, said in (("yes", True), ("no", False)):
        if re.match(rf"\W*(?:{pattern(language, use)})\b", key):
            return said
    return None
