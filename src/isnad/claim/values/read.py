"""Reads the values of a text, stretch by stretch, left to right: what one value covers no other may take."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache, reduce
from operator import or_

from isnad.claim.cut import Piece, read_cut
from isnad.claim.values.ages import age_in_tens, age_of_ordinal, age_of_person
from isnad.claim.values.amount import bend
from isnad.claim.values.clock import bind_clocks, read_clock
from isnad.claim.values.compound import joined_lengths
from isnad.claim.values.counted import counted_after, measured_near
from isnad.claim.values.dates import read_date, read_lone_date
from isnad.claim.values.draft import Draft
from isnad.claim.values.elliptic import complete
from isnad.claim.values.finish import finished
from isnad.claim.values.lexicon import lexicon
from isnad.claim.values.line import Line, open_page
from isnad.claim.values.marks import far
from isnad.claim.values.moods import modality
from isnad.claim.values.named_days import open_day, read_feast, read_week_of_month, week_of
from isnad.claim.values.numbers import read_number
from isnad.claim.values.ordinals import read_ordinal
from isnad.claim.values.periods import (
    read_anniversary,
    read_decade_or_century,
    read_part,
    read_season,
    read_share_of_year,
)
from isnad.claim.values.quantities import read_quantity
from isnad.claim.values.relative import pointing
from isnad.claim.values.retold import open_retold
from isnad.claim.values.things import thing_at
from isnad.claim.values.told_clock import read_told_clock
from isnad.claim.values.wholes import is_plural
from isnad.model import Text
from isnad.model.value import Value, ValueModality

_SHORT = 160
_PERSIAN = re.compile("[پچژگیک۰-۹\u200c]")
_ARABIC_ONLY = re.compile(r"[ةىإأؤ٠-٩]|\bال")
_ARABIC_SCRIPT = re.compile("[\u0621-\u064a\u06f0-\u06f9\u0660-\u0669]")

Reader = Callable[[Line, int], Draft | None]
_NUMBERS = frozenset({"num", "ord", "digits"})
_BACK, _ON = 6, 12
"""How many words before and behind its first a grammar looks for what it needs."""
_EVERYWHERE = ~0
_DATED = far("weekday", "month", "mark_year")
_WHICH = far("month", "direction", "relative", "this")
# What a number, an ordinal or an amount may begin with.
_AMOUNTS = _NUMBERS | {"frac", "vague", "few", "couple", "times", "dual", "dualnoun", "measured", "unit"}
# Each grammar with the senses that its first word must have, and of what kind (`far`) a word must stand near; ``~``:
# of what kind none may.
_READERS: tuple[tuple[Reader, frozenset[str], int], ...] = (
    (read_anniversary, _NUMBERS | {"anniversary"}, far("anniversary")),
    (age_of_ordinal, _NUMBERS | {"agedecade", "decade"}, far("age_after", "age_before", "possessive")),
    (age_in_tens, frozenset({"agetens"}), _EVERYWHERE),
    (read_feast, frozenset({"feast"}), _EVERYWHERE),
    (read_week_of_month, frozenset({"ord", "digits"}), far("month")),
    (read_part, frozenset({"part"}), _DATED | far("digits", "decade", "relative", "direction", "this")),
    (read_season, frozenset({"season"}), far("digits")),
    (
        read_share_of_year,
        _NUMBERS | {"mark_quarter", "mark_half"},
        far("mark_quarter", "mark_half", "quarterly"),
    ),
    (
        read_decade_or_century,
        _NUMBERS | {"decade", "mark_decade", "mark_century"},
        far("decade", "mark_decade", "mark_century", "plural"),
    ),
    (
        read_clock,
        _NUMBERS | {"clockword", "clock_one"},
        far("clockword", "clock_hour", "clock_oclock", "clock_and_half", "ampm", "colon"),
    ),
    (
        read_told_clock,
        _NUMBERS | {"frac", "clock_one"},
        far("clock_near", "clock_to", "clock_past", "clock_gone", "clock_less", "clock_by_part"),
    ),
    (read_lone_date, frozenset({"digits"}), ~_WHICH),
    (read_date, frozenset({"digits"}), _WHICH),
    (read_date, frozenset({"num", "ord", "weekday", "month"}), _DATED | _WHICH),
    (pointing, frozenset({"weekday", "relative", "month"}), far("weekday", "relative", "month")),
    (pointing, frozenset({"unit"}), far("direction", "this")),
)


@cache
def _needed(categories: frozenset[str]) -> int:
    """What the grammars that a word of these senses may begin need near."""
    needs = [near for _, first, near in _READERS if not first.isdisjoint(categories)]
    return reduce(or_, [near if near > 0 else ~near for near in needs], 0)


@cache
def _readers(categories: frozenset[str], near: int) -> tuple[Reader, ...]:
    """The grammars that a word of these senses may begin where this stands near."""
    return tuple(
        [
            reader
            for reader, first, needed in _READERS
            if (needed & near if needed > 0 else not ~needed & near) and not first.isdisjoint(categories)
        ]
    )


def read_values(text: Text, published: str | None = None) -> tuple[Value, ...]:
    """The values of ``text`` in order, never overlapping; ``published`` (ISO 8601) is what "yesterday" points from."""
    cut = read_cut(text)
    languages = [_language(text, piece, cut.folded.key) for piece in cut.pieces]
    page = open_page(cut, languages, _day(published))
    found: list[tuple[Line, Draft, ValueModality]] = []
    for piece, language in zip(cut.pieces, languages, strict=True):
        starts = page.starts(piece, language)
        if not starts:
            continue
        kind = text.segments[piece.number].kind
        line = Line(page, piece, starts, language, kind in ("dateline", "byline"))
        if line.hits:
            headline = kind == "headline"
            found += [
                (line, draft, modality(line, draft.start, draft.end, draft.kind, headline))
                for draft in read_line(line)
                if draft.kind is not None
            ]
    return tuple(finished(text, cut.folded, found))


def _day(published: str | None) -> date | None:
    """The day of an ISO date; None when it is less precise than a day or no date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _language(text: Text, piece: Piece, key: str) -> str:
    """The language to read a segment in; short lines are looked at again, since the text room has little to go by."""
    segment = text.segments[piece.number]
    language = segment.language
    if language in ("ar", "fa") and segment.end - segment.start > _SHORT:
        return language
    part = text.clean[segment.start : segment.end]
    if language in ("ar", "fa"):
        return _of_script(part, key[piece.start : piece.end], language, text.language)
    if language == "en":
        return "en"
    if _ARABIC_SCRIPT.search(part):
        return _of_script(part, key[piece.start : piece.end], "ar", text.language)
    return text.language if text.language in ("ar", "fa") and not re.search("[a-z]", part.lower()) else "en"


def _of_script(part: str, key: str, language: str, whole: str) -> str:
    """Arabic or Persian by the words of number and time that each would find, and by letters."""
    arabic, persian = _ARABIC_ONLY.search(part), _PERSIAN.search(part)
    if (arabic is None) != (persian is None):
        return "fa" if arabic is None else "ar"
    words = key.split()
    scores = {name: _known(words, name) for name in ("ar", "fa")}
    scores["fa"] += min(3, len(_PERSIAN.findall(part)))
    scores["ar"] += 2 * min(3, len(_ARABIC_ONLY.findall(part)))
    scores[whole if whole in scores else language] += 1
    best = max(scores.values())
    return language if scores[language] == best else "fa" if language == "ar" else "ar"


def _known(words: list[str], language: str) -> int:
    """How many words a language knows; those that a value can begin with count twice."""
    return sum([1 + entry.trigger for entry in map(lexicon(language).get, words) if entry and entry.categories])


def read_line(line: Line) -> list[Draft]:
    """The drafts of one stretch, those without a kind included."""
    drafts: list[Draft] = []
    done = free = 0  # words before ``done`` have been read, words before ``free`` belong to a value
    for i in line.hits:
        if i < done:
            continue
        draft = _read(line, i, free)
        if draft is None or draft.start < free:
            continue
        drafts.append(draft)
        done = max(draft.end, i + 1)
        if draft.kind is not None:
            free = draft.end
    open_retold(line, drafts)
    bind_clocks(line, drafts)
    return complete(line, joined_lengths(line, drafts))


def _read(line: Line, i: int, done: int) -> Draft | None:
    categories = line.lex[i].categories
    needed = _needed(categories)
    for reader in _readers(categories, line.near(i - _BACK, i + _ON, needed) if needed else 0):
        draft = reader(line, i)
        if draft:
            return _placed(line, draft, done)
    return None if categories.isdisjoint(_AMOUNTS) else _ordinal_or_quantity(line, i, done)


def _placed(line: Line, draft: Draft, done: int) -> Draft:
    """A date with what happened then and what bends it."""
    if draft.kind == "date":
        week_of(line, draft)
        bent = line.before(draft.start, "bend_before")
        if bent and bent[0] == "about" and bent[1] >= done:
            draft.approximate = True
            if draft.edtf and len(draft.edtf) in (4, 7, 10) and "/" not in draft.edtf:
                draft.edtf += "~"
        if draft.of is None and draft.sense not in ("clock", "anniversary"):
            measured_near(line, draft)
    elif draft.kind == "age":
        bent = line.before(draft.start, "bend_before")
        if bent and bent[1] >= done:
            draft.low, draft.high = bend(draft.low, draft.high, bent[0])
            draft.approximate |= bent[0] == "about"
    return draft


def _ordinal_or_quantity(line: Line, i: int, done: int) -> Draft | None:
    ordinal = read_ordinal(line, i)
    day = open_day(line, i) if ordinal or line.language == "ar" else None
    lived = age_of_person(line, i) if ordinal else None
    if day or lived:
        return day or lived
    if ordinal and (_opens_part(line, i, ordinal[1]) or _closes_part(line, i)):
        return Draft(i, ordinal[1])
    if ordinal and _is_ordinal(line, i, ordinal[1]):
        return Draft(i, ordinal[1], "ordinal", low=ordinal[0], high=ordinal[0])
    if ordinal and line.has(i, "ord") and not line.has(i, "unit"):
        return None
    return read_quantity(line, i, done)


def _opens_part(line: Line, i: int, end: int) -> bool:
    """Whether an ordinal only says which part of something a number is: "the first two hours", «أول ساعتين».

    "The first three-year plan" and "the first 2015 meeting" have an ordinal, and so has «الاجتماع الأول 5 ساعات».
    """
    if not line.has(i, "part_before") or line.texts[i].lstrip("وفبلك").startswith("ال"):
        return False
    if line.has(end, "dual"):
        return True
    number = read_number(line, end) if line.digits(end) or line.has(end, "num") or line.has(end, "few") else None
    if number is None or number.one or number.fraction or line.texts[number.end] == "-":
        return False
    return not (number.digits and len(line.texts[end]) == 4) and line.texts[number.end][:1].isalpha()


def _closes_part(line: Line, i: int) -> bool:
    """Whether an ordinal says which part of something the length before it is: «دو ساعت اول»."""
    units = line.at(i - 1, "unit") if line.language == "fa" and line.has(i, "part_after") else None
    return units is not None and units[0][0].kind == "duration" and (line.digits(i - 2) or line.has(i - 2, "num"))


def _is_ordinal(line: Line, i: int, end: int) -> bool:
    """Tens with the article may be plain numbers («الخمسين رجلا»), «ثانية» a unit; "every third house" is a share."""
    if line.texts[i - 1] == "every":
        return False
    if line.language == "en" and line.texts[i] == "second" and line.texts[i - 1] in ("a", "per", "each", "one"):
        # "$5 a second", "lasted a second", but "A second blast"
        behind = thing_at(line, end)
        return (
            line.texts[i - 1] == "a" and behind is not None and not line.has(i - 2, "unit") and not line.digits(i - 2)
        )
    if line.digits(i):
        # «المرتبة الـ27» but «الـ27 عاملا»: behind a definite noun and before none that is known.
        if line.language != "ar":
            return True
        found = counted_after(line, end)
        noun = line.texts[i - 2]
        many = is_plural(noun)  # «المقاعد الـ120» are counted
        return noun.startswith("ال") and not many and not (found and found.thing) and not line.has(end, "unit")
    if line.language == "ar":
        if not line.has(i, "ord"):
            return False
        return not (line.texts[i] in ("ثانيه",) and (line.digits(i - 1) or line.has(i - 1, "num")))
    return True
