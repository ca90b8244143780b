"""Where the source after «به گفتهٔ» ends: at its comma, at the body it is of, or where another phrase begins."""

from __future__ import annotations

import re
from collections.abc import Callable

from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.subjects import split_object

# Where a clause begins behind a source that no comma closes: with «این», a quantity, or the whole of something.
_AMOUNTS = (
    r"(?:بيش از|كمتر از|حدود|دستكم|دست كم|حداقل|دهها|ده ها|صدها|هزاران) "
    r"|(?:يك|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|چند) (?:نفر|تن|هزار|ميليون|مورد)\b"
    r"|\d[\d.,]* (?:ميليارد|ميليون|هزار|درصد|نفر|مورد|تن)\b"
)
_AMOUNT = re.compile(rf" «?(?:{_AMOUNTS})")
_LATE = re.compile(rf" «?(?:(?:اين|ان|همين|برخي|بعضي|تمام|تمامي|همه|كليه|بيشتر|چند|چندين|هيچ|هيچ يك) |{_AMOUNTS})")


def with_place(key: str, phrase: Phrase, limit: int) -> Phrase:
    """«سفارت دلتا در نیلاب،», «شاهدان در محل حادثه،»: where they are, up to the comma, is a part of the source; behind
    one person it is where something happened, unless it is a place by name."""
    if phrase.rest >= limit or not key.startswith(" در ", phrase.end):
        return phrase
    place = lx.PLACE.match(key, phrase.end + 4, limit)
    if place is None or not key.startswith(",", place.end()):
        place = _WHERE.match(key, phrase.end, limit) if _several(key, phrase) else None
    if place is None or any(lx.CLASS.get(word) for word in place.group()[4:].split()):
        return phrase
    return Phrase(phrase.start, place.end(), place.end(), ",")


_WHERE = re.compile(r" در [^\s,\d]+(?: [^\s,\d]+){0,2}(?=,)")


def _several(key: str, phrase: Phrase) -> bool:
    role = lx.ROLE.match(key, phrase.start, phrase.end)
    return role is not None and (lx.ROLES.get(role.group()) or {}).get("number") == "p"


def bounds(key: str, phrase: Phrase, limit: int, known: Callable[[], set[str]]) -> tuple[int, int, bool]:
    """Where the source begins and ends (0: cannot be told), and whether a comma or a verb of saying closes it; a
    surname that is ``known`` from a speaker is a whole source."""
    left, right = phrase.start, phrase.end
    first = lx.first_word(key, left, right)
    if len(first) < right - left and first not in lx.SPEAKING and first in known():
        return left, left + len(first), left + len(first) == right
    own = _own_body(key, left, right, limit)
    if own:
        return left, own, key.startswith(",", own)
    if phrase.stop in (",", ";"):
        amount = _AMOUNT.search(key, left + 2, right)
        return left, _agency_end(key, left, amount.start() if amount else right), amount is None
    pointed = split_object(key, left, right) if lx.DEMONSTRATIVE.match(key, left, right) else 0
    late = _LATE.search(key, left + 2, right)
    if late and pointed and pointed < late.start():
        return left, pointed, False  # «بر اساس این گزارش کشاورزان حدود …»
    if late:
        return left, _agency_end(key, left, late.start()), False
    cut = _agency_end(key, left, right)
    if cut == right and phrase.rest < limit and phrase.stop != "«" and key[right - 1] != "»":
        cut = split_object(key, left, right) or cut
    if cut == right and phrase.stop == "v":
        return left, 0, False  # source and clause run into one another
    return left, cut, phrase.rest == limit


def _own_body(key: str, left: int, right: int, limit: int) -> int:
    """Where «دادستان این کشور», «رئیس کل این بانک» ends: an office and the body that it is of; 0 for other phrases."""
    if key.find(" اين ", left, right) < 0 and key.find(" ان ", left, right) < 0 and key.find(" همين ", left, right) < 0:
        return 0
    body = lx.OWN_BODY.search(key, left, right)
    if body is None or not any(word in lx.ROLES for word in key[left : body.start()].split()[-2:]):
        return 0
    if any(known.match(key, body.end() + 2, limit) for known in (lx.ROLE, lx.TITLE, lx.FIRST_NAME)):
        return 0  # «سخنگوی این وزارتخانه، نادر پارسا، …»
    return body.end()


def may_be_apposed(key: str, start: int, end: int, report: bool) -> bool:
    """An agency or a pronoun has no apposition after its comma: «به گزارش ایسنا، رئیس …» goes on."""
    if report and not (lx.TITLE.match(key, start, end) or lx.FIRST_NAME.match(key, start, end)):
        return False
    noun = lx.NOUN.match(key, start, end)
    if noun or lx.PRONOUN.match(key, start, end) or lx.PLACE.match(key, start, end):
        return False
    return lx.DEMONSTRATIVE.match(key, start, end) is None


def _agency_end(key: str, start: int, end: int) -> int:
    """«خبرگزاری موج رئیس شورا گفت»: an agency's name ends where a person's role or title begins."""
    noun = lx.NOUN.match(key, start, end)
    if not noun or (lx.NOUNS.get(noun.group()) or {}).get("type") not in ("agency", "outlet"):
        return end
    if noun.group() in lx.WHOLE_NAMES and (
        key.startswith((" «", ' "'), noun.end()) or _begins_group(key, noun.end(), end)
    ):
        return noun.end()
    held = noun.end()
    for word in lx.WORD.finditer(key, noun.end(), end):
        inner = lx.NOUN.match(key, word.start(), end)
        held = max(held, inner.end()) if inner else held
        if word.start() < held:
            continue
        role = lx.ROLE.match(key, word.start(), end)
        single = role and (lx.ROLES.get(role.group()) or {}).get("number") == "s"
        if word.start() > held + 1 and (single or lx.TITLE.match(key, word.start(), end)):
            return trimmed(key, start, word.start())[1]
    return end


def _begins_group(key: str, at: int, end: int) -> bool:
    """«ایرنا تیم‌های موج و دلتا …»: a plural in ezāfe or a role behind the whole name of an agency."""
    word = lx.WORD.match(key, at + 1, end)
    return word is not None and (word.group().endswith("هاي") or word.group() in lx.ROLES)
