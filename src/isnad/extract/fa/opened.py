"""The subject behind an opening phrase that no comma closes: «در پی انفجار انبار بندر | سخنگوی آتش‌نشانی گفت …».

Ezāfe is not written, so nothing marks where «بندر» ends and «سخنگو» begins.  A speaker is taken for the subject only
where the word before him cannot govern him, or where a long phrase tells an event that has no other part for him.
"""

from __future__ import annotations

import re
from itertools import pairwise

from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.phrases import Phrase, read, skip_lead

# A plural without ezāfe governs nothing: «در پاسخ به این پرسش‌ها | نادر پارسا …»
_CLOSED = re.compile(r" [^\s,]{2,}ها (?=\S)")
# «شورا | مهندس …»: before ezāfe a last «ا» takes «ی»
_LONG_A = re.compile(r"[^\s,]{2,}ا$")
_MARKS = '»"'
# Prepositions that an event follows («در پی سیل …»), and words that open its parts («در ادامه نشست …»)
_EVENT = frozenset(lx.words_of("eventprep"))
_PART = frozenset(lx.words_of("eventpart"))
# The words that a title, a first name, an office or a body can begin with.
_BEGINNINGS = frozenset(
    word.partition(" ")[0] for table in (lx.TITLES, lx.FIRST_NAMES, lx.ROLES, lx.NOUNS) for word in table
)
_FEW = 3  # so many words tell an event before its place or its time is complete
_BODIES = frozenset({"organisation", "agency", "outlet"})


def late_subject(key: str, start: int, end: int, plural: bool) -> Phrase | None:
    """«در پی این حادثه تاکنون چند سازمان …»: after an open phrase, what follows an adverb or a time, or somebody who
    stands behind a word that cannot govern him."""
    for token in lx.FUNCTION.finditer(key, start + 1, end):
        if lx.class_of(token) in "at":
            at, opened = skip_lead(key, token.start(), end)
            found = None if opened or at >= end else read(key, at, end, plural)
            return _behind_body(key, found, end, plural) if found and found.stop != "r" and _known(key, found) else None
    for closed in _CLOSED.finditer(key, start, end):
        at = closed.end()
        if lx.TITLE.match(key, at, end) or lx.FIRST_NAME.match(key, at, end):
            found = read(key, at, end, plural)
            return found if found and found.end >= end - 1 and " " in key[at : found.end] else None
    return _behind_event(key, start, end, plural)


def _known(key: str, found: Phrase) -> bool:
    return plausible(key, found.start, found.end)


def _behind_body(key: str, found: Phrase, end: int, plural: bool) -> Phrase:
    """«در نشست دیروز شورا | مهندس نادر پارسا …»: the person behind a body whose last «ا» governs nothing."""
    word = lx.WORD.match(key, found.start, found.end)
    if word is None or not _LONG_A.match(word.group()) or not _is_person(key, word.end() + 1, found.end):
        return found
    return read(key, word.end() + 1, end, plural) or found


def _behind_event(key: str, start: int, end: int, plural: bool) -> Phrase | None:
    """Who stands behind what happened, in the first of the phrases of ``key[start:end]`` that has somebody free."""
    at = start
    while opening := lx.PREPOSITION.match(key, at, end):
        following = next(
            (t for t in lx.FUNCTION.finditer(key, opening.end(), end) if lx.class_of(t) not in "lw("), None
        )
        stop = following.start() if following else end
        free = _free(key, opening, stop, plural)
        if free:
            found = read(key, free, end, plural)
            return found if found and found.stop not in ("r", "k", "v") and _known(key, found) else None
        if following is None or lx.class_of(following) != "p":
            return None
        at = stop
    return None


def _free(key: str, opening: re.Match[str], stop: int, plural: bool) -> int:
    """Where somebody begins whom the words of the phrase before him do not govern; 0 for nobody."""
    words = list(lx.WORD.finditer(key, opening.end(), stop))
    event = bool(words) and (opening.group() in _EVENT or words[0].group() in _PART)
    held = body = False
    for number, word in enumerate(words):
        if word.group() not in _BEGINNINGS:
            continue
        at = word.start()
        person = _is_person(key, at, stop)
        kind = "person" if person else _head(key, at, stop, plural)
        if kind and number and key[at - 1] == " " and not (held and person) and not (body and kind == "body"):
            before = words[number - 1].group()
            told = event and not person and not held and number >= _FEW and not before.endswith("ي")
            if told or _cannot_govern(key, opening.end() + 1, words[number - 1]):
                return at
        held = held or kind in ("person", "office")
        body = body or kind == "body"
    return 0


def _is_person(key: str, at: int, stop: int) -> bool:
    """A title or a first name with a name behind it."""
    known = lx.TITLE.match(key, at, stop) or lx.FIRST_NAME.match(key, at, stop)
    if known is None or lx.MUTE.match(key, at, stop):
        return False
    return lx.WORD.match(key, known.end() + (key[known.end() - 1] != " "), stop) is not None


def _head(key: str, at: int, stop: int, plural: bool) -> str:
    """``office`` (for a verb in the plural: people) or ``body``, an outlet too; empty for other words."""
    role = lx.ROLE.match(key, at, stop)
    if role is not None:
        return "office" if (lx.ROLES.get(role.group()) or {}).get("number") == ("p" if plural else "s") else ""
    noun = lx.NOUN.match(key, at, stop)
    return "body" if noun and (lx.NOUNS.get(noun.group()) or {}).get("type") in _BODIES else ""


def _cannot_govern(key: str, start: int, word: re.Match[str]) -> bool:
    """A closing mark, a place, a pronoun, «این نشست», or a last «ا» without the «ی» of ezāfe."""
    if key[word.end() : word.end() + 1] in _MARKS:
        return True
    before = word.group()
    if _LONG_A.match(before) or before in lx.PLACES or before in lx.PRONOUNS or before in lx.WHOLE_NAMES:
        return True
    pointed = lx.DEMONSTRATIVE.match(key, start, word.start() + 1)
    return pointed is not None and pointed.end() == word.start()


_INFINITIVE = re.compile(r"(?:بودن|شدن|كردن|خواندن|دانستن)$")  # «اتهام «جاسوس» بودن»


def behind_setting(key: str, start: int, end: int) -> int:
    """«در پاسخ به سفیر دلتا | روابط دو کشور را»: the object behind a phrase with a preposition that no comma closes,
    where its last word cannot govern what follows; else ``start``."""
    if not lx.PREPOSITION.match(key, start, end):
        return start
    if any(lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, start, end)):
        return start
    words = list(lx.WORD.finditer(key, start, end))
    for before, word in pairwise(words[1:]):
        if (
            key[word.start() - 1] != " "
            or lx.CLASS.get(word.group(), "l") not in "lt"
            or _INFINITIVE.match(word.group())
        ):
            continue
        if before.group() == "خود" or _cannot_govern(key, start, before):
            lead = lx.LEAD.match(key, word.start(), end)
            return lead.end() if lead and lead.end() < end else word.start()
    return start


_OFFICE = re.compile(r"(?:امور )?(?:خارجه|كشور|دفاع|بهداشت|نيرو|راه|نفت)\b")  # «وزیران | خارجه …»


def of_place(key: str, cut: int, end: int) -> bool:
    """«شهروندان | نیلاب بر اساس …», «وزیران | خارجه دو کشور در …»: what stands behind people, before a preposition, is
    part of who they are, unless it is an act or a matter."""
    if lx.PLACE.fullmatch(key, cut + 1, end):
        return True
    people = lx.ROLES.get(key[key.rfind(" ", 0, cut) + 1 : cut])
    if people is None or people.get("number") != "p":
        return False
    if " " not in key[cut + 1 : end]:
        return not any(known.match(key, cut + 1, end) for known in (lx.SILENT, lx.PRONOUN))
    noun = lx.NOUN.match(key, cut + 1, end)
    body = noun is not None and (lx.NOUNS.get(noun.group()) or {}).get("type") in _BODIES
    return body or any(known.match(key, cut + 1, end) for known in (lx.TITLE, _OFFICE))
