"""Spellings that grammar makes: Arabic clitics, Persian joined numbers, ordinals and adjectives of measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Numbers = Sequence[tuple[str, tuple[str, int]]]

_BARE = ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "وب", "ول", "ولل", "وبال", "فب")
_DEFINITE = ("و", "ف", "ب", "ك", "وب")


def arabic_forms(word: str) -> Iterator[tuple[str, str]]:
    """(prefix, spelling) of a folded word with clitics before it."""
    if word.startswith("ال") and len(word) > 4:
        for prefix in _DEFINITE:
            yield prefix, prefix + word
        yield "لل", "لل" + word[2:]
        yield "ولل", "ولل" + word[2:]
        return
    for prefix in _BARE:
        yield prefix, prefix + word


def _below_hundred(numbers: Numbers) -> list[tuple[str, int]]:
    """Persian numbers from 1 to 99 written as one word (سیودو)."""
    plain = {kind: [(w, v) for w, (k, v) in numbers if k == kind] for kind in ("unit", "teen", "ten")}
    out = plain["unit"] + plain["teen"] + plain["ten"]
    out += [(f"{ten}و{unit}", t + u) for ten, t in plain["ten"] for unit, u in plain["unit"]]
    return out


def persian_numbers(numbers: Numbers) -> Iterator[tuple[str, str, Any]]:
    """Compounds that lost their spaces: سی‌ودو, صدوبیست, دوهزار, پنج‌میلیون."""
    small = _below_hundred(numbers)
    for word, value in small:
        if "و" in word and value > 20:
            yield word, "num", ("whole", value)
    hundreds = [(w, v) for w, (k, v) in numbers if k == "hundred"]
    for hundred, h in hundreds:
        for word, value in small:
            yield f"{hundred}و{word}", "num", ("whole", h + value)
    for scale, s in [(w, v) for w, (k, v) in numbers if k == "scale"]:
        yield f"{scale}ی", "num", ("scale", s)
        for word, value in small + hundreds:
            yield word + scale, "num", ("group", value * s)


def persian_ordinals(numbers: Numbers) -> Iterator[tuple[str, str, Any]]:
    """دوم, سومین, سی‌ام, سی‌امین, بیست و یکم (its last word), صدم, سی‌ویکم."""
    hundreds = [(w, v) for w, (k, v) in numbers if k in ("hundred", "scale")]
    for word, value in _below_hundred(numbers) + hundreds:
        stem = {"سه": "سو", "سی": "سی‌ا"}.get(word, word)
        if word.endswith("سه") and word != "سه":
            stem = word[:-1] + "و"
        for ending in ("م", "مین", "می"):
            yield stem + ending, "ord", value
        if word == "سی":
            yield "سی ام", "ord", 30
            yield "سی امین", "ord", 30
    for ending in ("ام", "م", "امین", "مین"):
        yield ending, "ordsuffix", True


def persian_adjectives(numbers: Numbers, adjectives: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, str, Any]]:
    """سه‌ساعته, سی‌وپنج‌ساله, دونفره, یک‌درصدی as one word: the number and the unit."""
    small = _below_hundred(numbers) + [(w, v) for w, (k, v) in numbers if k == "hundred"]
    for ending, unit in adjectives:
        for word, value in small:
            yield word + ending, "measured", (value, unit, ending)
        yield "نیم" + ending, "measured", (0.5, unit, ending)
        yield "چند" + ending, "measured", (None, unit, ending)
