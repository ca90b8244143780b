"""Names of Arabic script in Latin letters, for a reader who knows neither Arabic nor Persian.

Letters after the IJMES system (International Journal of Middle East Studies) as English newspapers use it: without dots
and macrons.  Short vowels are not written in names, so they are filled in by the shape of the word: no two consonants
begin a word, no three meet inside of one, and the usual vowel stands between them.  That is a help for reading aloud
and no spelling of anybody's name: it is never a key, and whoever shows it says that it is ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from isnad.lang.tables import ROOT, read_table, words
from isnad.text.fold import fold_key

_ARABIC = re.compile("[\u0620-\u065f\u0670-\u06d3]")
_WORD = re.compile("[\u0620-\u065f\u0670-\u06d3\u200c]+")
_BEFORE_NOUN = re.compile("(?!ال)[^ ]+ة ال[^ ]{3}")
# A vowel sign may be typed before the shadda that it belongs to.
_SHADDA_BEHIND = re.compile("([\u064b-\u0650])\u0651")
_PERSIAN = re.compile("[پچژگکی]")
# Verbal nouns of the derived stems have i where nobody writes it: iqtisad, intikhab, istiqlal; Persian has e.
_STRONG = "[^اأإآويىیةهءئؤ]"
_VERBAL_NOUNS = (
    (re.compile(f"^است({_STRONG})(?={_STRONG}ا.)"), "إستِ\\1"),
    (re.compile(f"^ا({_STRONG}{_STRONG})(?={_STRONG}ا.)"), "إ\\1ِ"),
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹«»،؛", "01234567890123456789“”,;")
# «ال» before a word this short is part of it (الو، الم).
_LEAST_WITH_ARTICLE = 5
_JOINER = "\u200c"

Language = Literal["ar", "fa"]


class _Letter(NamedTuple):
    use: str
    sound: dict[str, str]


class _Sound(NamedTuple):
    """A consonant or a vowel; ``long`` where a letter inside the word writes it."""

    text: str
    vowel: bool
    long: bool = False


_NOTHING = _Sound("", False)


def has_arabic(text: str) -> bool:
    """Whether a text has letters of Arabic script."""
    return _ARABIC.search(text) is not None


def language_of(text: str) -> Language:
    """Persian where a letter of the text is not Arabic, else Arabic."""
    return "fa" if _PERSIAN.search(text) else "ar"


def romanise(name: str, language: str | None = None, known: Mapping[str, str] = MappingProxyType({})) -> str:
    """A name in Latin letters, word by word; what is not of Arabic script stays.

    ``language`` is that of the text it comes from; ``ar`` or ``fa`` by its letters where that is something else.
    ``known`` has the spelling of words by their key (`isnad.text.fold.fold_key`), before the tables.
    """
    spoken: Language = "fa" if language == "fa" or (language != "ar" and language_of(name) == "fa") else "ar"

    def spelt(found: re.Match[str]) -> str:
        latin = romanise_word(found.group(), spoken, known)
        # «لجنة» before the noun that it belongs to is heard with its t: Lajnat al-Tahqiq.
        heard = spoken == "ar" and latin.endswith("a") and _BEFORE_NOUN.match(found.string, found.start())
        return f"{latin}t" if heard else latin

    text = _WORD.sub(spelt, name.translate(_DIGITS))
    return text[:1].upper() + text[1:]


def romanise_word(word: str, language: Language, given: Mapping[str, str] = MappingProxyType({})) -> str:
    """One word: as ``given`` or the tables have it, else letter by letter, with its article set off («الهدار» →
    al-Hadar)."""
    bare = _SHADDA_BEHIND.sub("\u0651\\1", word.strip(_JOINER))
    known = given.get(fold_key(bare)) or _known(bare, language)
    if known is not None:
        return known
    if language == "ar" and bare.startswith("لل") and len(bare) > _LEAST_WITH_ARTICLE:
        return f"lil-{romanise_word(bare[2:], language, given)}"
    if bare.startswith("ال") and len(bare) >= _LEAST_WITH_ARTICLE:
        return f"al-{romanise_word(bare[2:], language, given)}"
    for shape, vowelled in _VERBAL_NOUNS:
        bare = shape.sub(vowelled, bare)
    return _capital("".join(_voiced(_sounds(part, language), language) for part in bare.split(_JOINER)))


def _known(word: str, language: Language) -> str | None:
    listed = _words()
    found = listed.get((word, language)) or listed.get((word, ""))
    if found is not None:
        return found
    key = fold_key(word)
    spelling = _spellings().get(key)
    if spelling is None and key.endswith("ي") and (stem := _spellings().get(key[:-1])):
        # Family names are made from given names: Soleimani.
        spelling = f"{stem}i"
    return _capital(spelling) if spelling else None


def _capital(text: str) -> str:
    """The first letter in capitals, behind an apostrophe too."""
    at = next((i for i, char in enumerate(text) if char.isalpha()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _sounds(word: str, language: Language) -> list[_Sound]:
    """The sounds that are written."""
    sounds: list[_Sound] = []
    word = "".join(char for char in word if char in _letters() and _letters()[char].use != "none")
    for at, char in enumerate(word):
        sounds += _heard(_letters()[char], word, at, language, sounds[-1] if sounds else _NOTHING)
    return sounds


def _heard(letter: _Letter, word: str, at: int, language: Language, before: _Sound) -> list[_Sound]:
    """What the letter at ``at`` sounds like behind the sound ``before``."""
    char, sound = word[at], letter.sound[language]
    if letter.use == "double":
        return [before] if before.text and not before.vowel else []
    if letter.use in ("long", "final", "mark"):
        return [] if before.vowel and before.text == sound else [_Sound(sound, True, char == "ا" and at > 0)]
    if letter.use == "semi":
        consonant, _, vowel = sound.partition("|")
        return _semi(consonant, vowel, word, at, language, before)
    if letter.use == "throat":
        return _throat(sound, word, at, before)
    consonant, _, ending = sound.partition("|")
    if ending and at == len(word) - 1 and (not before.vowel or before.text.endswith("y")):
        return [_Sound(ending, True)]
    return [_Sound(consonant, False)]


def _semi(consonant: str, vowel: str, word: str, at: int, language: Language, before: _Sound) -> list[_Sound]:
    """«و» and «ي» are consonants at the head of a word and beside a long vowel, else vowels."""
    after, last = word[at + 1 : at + 2], at == len(word) - 1
    if vowel == "i" and at == len(word) - 2 and after in ("ة", "ه") and at > 1:
        # The ending of adjectives: «الداخلية», «یه».
        return [_Sound("iyy" if after == "ة" else "iy", True)]
    if at == 0 or _is_long(after):
        return [_Sound(consonant, False)]
    if not before.vowel:
        return [_Sound(vowel, True, True)]
    if before.text == vowel:
        return []
    # At the end of a Persian word it joins the next one to it: «شورای شهر».
    return [_Sound("ye" if language == "fa" and vowel == "i" and last else consonant, False)]


def _throat(sound: str, word: str, at: int, before: _Sound) -> list[_Sound]:
    """Ayn and hamza: not heard at the ends of a word, where they only carry a vowel."""
    if at == 0:
        return [] if _is_long(word[1:2]) else [_Sound("a", True)]
    if at < len(word) - 1:
        return [_Sound(sound, False)]
    return [_Sound("i", True)] if word[at] == "ئ" and before.text != "i" else []


def _is_long(char: str) -> bool:
    letter = _letters().get(char)
    return letter is not None and letter.use in ("long", "final", "semi")


def _voiced(sounds: list[_Sound], language: Language) -> str:
    """The sounds with the short vowels that nobody writes."""
    out: list[str] = []
    # Whether the syllable is closed, so that a further consonant begins a new one and needs a vowel.
    closed = True
    for at, one in enumerate(sounds):
        if one.vowel:
            out.append(one.text)
            closed = False
            continue
        after = sounds[at + 1] if at + 1 < len(sounds) else None
        if after is not None and after.vowel:
            out.append(one.text)
            closed = True
        elif closed and after is None:
            out.append(one.text)
        elif closed:
            out += [one.text, "a"]
            closed = False
        elif (vowel := _before_last(sounds, at, language)) is not None:
            out += [one.text, vowel]
            closed = False
        else:
            out.append(one.text)
            closed = True
    return "".join(out)


def _before_last(sounds: list[_Sound], at: int, language: Language) -> str | None:
    """The vowel between the last two consonants behind a long one: sahil, adil, nilufar, wazarat. None elsewhere, and
    in Persian before a t that ends a syllable with them (rast, dust)."""
    if at != len(sounds) - 2 or at == 0 or not sounds[at - 1].long:
        return None
    if sounds[at + 1].text == "t":
        return None if language == "fa" and sounds[at].text in ("s", "sh", "f", "kh") else "a"
    if sounds[at - 1].text != "a":
        return "a"
    return "e" if language == "fa" else "i"


@cache
def _letters() -> dict[str, _Letter]:
    rows = read_table(ROOT / "romanisation.tsv", ("letter", "use", "ar", "fa"))
    return {row["letter"]: _Letter(row["use"], {"ar": row["ar"], "fa": row["fa"]}) for row in rows}


@cache
def _words() -> dict[tuple[str, str], str]:
    rows = read_table(ROOT / "romanised_words.tsv", ("word", "language", "latin"))
    return {(row["word"], row["language"]): row["latin"] for row in rows}


@cache
def _spellings() -> dict[str, str]:
    """Given names and family names by their key, in the most usual Latin spelling."""
    found: dict[str, str] = {}
    for row in read_table(ROOT / "names_spellings.tsv", ("arabic", "latin")):
        for form in words(row["arabic"]):
            found.setdefault(fold_key(form), words(row["latin"])[0])
    return found
