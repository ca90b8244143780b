"""Values that do not measure the whole: the first two hours, three of nine, years later (`lang/value_parts.tsv`)."""

from __future__ import annotations

import re
from functools import cache

from isnad.compare.scene import Scene
from isnad.lang.tables import ROOT, read_table
from isnad.model import Span, Value
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern

COLUMNS = ("word", "language", "use", "side")
_AND_NEXT = re.compile(r"\d+ و\w{3,}")
_REACH = 24
"""Characters around a value that are looked at."""


_FAR = 48
"""Characters before a number in which words of another clause part may stand between it and its verb."""


@cache
def _words(language: str, use: str, side: str) -> str | None:
    rows = read_table(ROOT / "value_parts.tsv", COLUMNS)
    found = [
        fold_key(row["word"]) for row in rows if (row["language"], row["use"], row["side"]) == (language, use, side)
    ]
    return trie_pattern(found) if found else None


@cache
def _pattern(language: str, use: str, side: str) -> re.Pattern[str] | None:
    words = _words(language, use, side)
    if words is None:
        return None
    return re.compile(rf"\b(?:[وف]?(?:{words}))\W*$" if side == "before" else rf"^\W{{0,2}}(?:{words})\b")


def _language(place: int, scene: Scene) -> str:
    segment = scene.segment(place)
    return segment.language if segment and segment.language in ("ar", "fa", "en") else scene.analysis.text.language


def _beside(value: Value, scene: Scene, use: str) -> bool:
    text, language = scene.analysis.text, _language(value.span.start, scene)
    before, behind = _pattern(language, use, "before"), _pattern(language, use, "after")
    left = text.clean[max(0, value.span.start - _REACH) : value.span.start]
    right = text.clean[value.span.end : value.span.end + _REACH]
    # The reader of values may have taken the word into the value itself («أول ساعتين», "first two hours").
    own = fold_key(value.span.text)
    return bool(
        (before and (before.search(fold_key(left)) or re.match(before.pattern.removesuffix(r"\W*$") + r"\b", own)))
        or (behind and behind.search(fold_key(right)))
    )


def is_stock(value: Value, scene: Scene) -> bool:
    """Whether a number tells how many there are and not to how many something happened ("it has eight gates")."""
    return _beside(value, scene, "stock")


def is_clock(value: Value, scene: Scene) -> bool:
    """Whether a number belongs to a clock time («ده دقیقه به یک», "twenty to two") and measures nothing."""
    if value.kind not in ("duration", "count"):
        return False
    hour = _pattern(_language(value.span.start, scene), "clock", "before")
    own = fold_key(value.span.text)
    return _beside(value, scene, "clock") or bool(hour and re.match(hour.pattern.removesuffix(r"\W*$"), own))


def follows_count_word(word: Span, scene: Scene) -> bool:
    """Whether a word is said to be counted: "the number of gates", «عدد البوابات», «شمار دریچه‌ها»."""
    return _stands_before(word, scene, "number")


def is_reckoned_from(word: Span, scene: Scene) -> bool:
    """Whether a word is what a date is reckoned from ("three days after the flood")."""
    return _stands_before(word, scene, "reckoned")


def _stands_before(word: Span, scene: Scene, use: str) -> bool:
    before = _pattern(_language(word.start, scene), use, "before")
    left = scene.analysis.text.clean[max(0, word.start - _REACH) : word.start]
    return bool(before and before.search(fold_key(left)))


def parts_from_whole(place: int, between: str, scene: Scene) -> bool:
    """Whether the words between two numbers make the first a part of the second: "three of the eight gates"."""
    words = _pattern(_language(place, scene), "whole", "before")
    return bool(words and words.fullmatch(fold_key(between).strip()))


def is_part(value: Value, scene: Scene) -> bool:
    """Whether the value is a part of what it seems to measure ("a further 12", "eight of the injured").

    «عشرات من القتلى» are no part: a round number of them is the whole.
    """
    words = None if value.approximate else _words(_language(value.span.start, scene), "part", "after")
    return _beside(value, scene, "part") or bool(words and re.search(rf"\W(?:{words})$", fold_key(value.span.text)))


def is_unreached(value: Value, scene: Scene) -> bool:
    """Whether a number was not reached ("did not last twenty minutes", «لم تدم المكالمة دقيقة»)."""
    text, language = scene.analysis.text, _language(value.span.start, scene)
    start, end = scene.sentence(value.span.start)
    before, behind = _words(language, "bound", "before"), _words(language, "bound", "after")
    left = fold_key(text.clean[max(start, value.span.start - _FAR) : value.span.start])
    right = fold_key(text.clean[value.span.end : min(end, value.span.end + _REACH)])
    return bool(
        (before and re.search(rf"\b[وف]?(?:{before})(?:\s+[\w-]+){{0,2}}\W*$", left))
        or (behind and re.match(rf"\W*(?:\w+\s+){{0,1}}(?:{behind})\b", right))
    )


def none_words(language: str, use: str, side: str = "before") -> str | None:
    """A pattern of the words for what, or whom, there was none of (``use`` none or nobody; held for what was not), of
    folded text."""
    return _words(language, use, side)


def taken_away(value: Value, following: Value, scene: Scene) -> bool:
    """Whether the next number is taken away from a number: "eleven hours less ten minutes"."""
    between = fold_key(scene.analysis.text.clean[value.span.end : following.span.start]).strip(" ،,")
    words = _words(_language(value.span.start, scene), "less", "before")
    if words and re.fullmatch(words, between):
        return True
    return not between and _beside(following, scene, "less")


def is_end(value: Value, scene: Scene) -> bool:
    """Whether a date or an hour is that at which something ended."""
    return _beside(value, scene, "until")


_BY_SO_MUCH = re.compile(r"(?<!\w)بـ?\Z")
"""«قبل أن تحترق بعشر دقائق»: the preposition that says by how much something came before or after."""


def is_relative(value: Value, scene: Scene) -> bool:
    """Whether a duration tells when something was, not how long it took."""
    if value.unit == "anniversary":
        return True
    following = scene.joined_on(value)
    if (following is not None and is_relative(following, scene)) or _is_of_record(value, scene):
        return True
    if _BY_SO_MUCH.search(scene.analysis.text.clean, max(0, value.span.start - 3), value.span.start):
        return True
    return _beside(value, scene, "relative") and not _beside(value, scene, "length")


def _is_of_record(value: Value, scene: Scene) -> bool:
    """Whether something was the most, or the first, within a length of time: "its lowest price in five years"."""
    words = _words(_language(value.span.start, scene), "record", "before")
    start = max(scene.sentence(value.span.start)[0], value.span.start - _FAR)
    left = fold_key(scene.analysis.text.clean[start : value.span.start])
    return bool(words and re.search(rf"\b[وفبكل]*(?:{words})\b[^،,;؛]*\b(?:in|for|since|في|منذ|خلال|در|طی)\s*$", left))


def is_counted(value: Value) -> bool:
    """Whether a number counts something.

    It does not where the noun begins the next part («4 وإصابة»), nor does «الاثنين», which stands for people named
    before, or a word in ين that may as well be the plural as the dual («العاملين»).
    """
    if value.kind == "count" and _AND_NEXT.match(fold_key(value.span.text)):
        return False
    if value.kind != "count" or value.low != 2 or value.high != 2:
        return True
    word = fold_key(value.span.text)
    return (value.of or value.unit) is not None and (" " in word or not word.endswith("ين"))
