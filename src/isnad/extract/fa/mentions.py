"""What a source phrase says about its speaker: type, proper name, and how it refers."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from isnad.extract.base import Mention, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.namesakes import titles
from isnad.model.statement import SpeakerType

# Where a person's name ends inside the phrase.
_NAME_END = re.compile(r"[,:(]| كه\b| نيز\b| هم\b")
_SHORT_NAME = 45
_KNOWN = f"{lx.ROLE.pattern}|{lx.NOUN.pattern}|{lx.PLACE.pattern}|{lx.TITLE.pattern}"
_SURNAME = re.compile(rf" (?!{_KNOWN})[^\s,]+(?=,|$)")  # «امیر دلیر»: a first name, not «امیر دلتا»
_REMEMBERED = 4096  # phrases: a desk's reports name their speakers again and again
_NAMELESS = frozenset({"مقام", "منبع", "شاهد", "فرد", "شخص", "مقامات", "منابع", "شاهدان", "شاهدين"})


def mention(key: str, start: int, end: int, plural: bool = False) -> Mention:
    """The mention in ``key[start:end]``; ``plural`` is the number of the verb."""
    found = _mention(key[start:end], plural)
    return replace(found, name=(start + found.name[0], start + found.name[1])) if found.name else found


@lru_cache(maxsize=_REMEMBERED)
def _mention(key: str, plural: bool) -> Mention:
    end = _undescribed(key)
    at = start = 1 if key[:1] in '«"' and key[end - 1 : end] in '»"' else 0  # «ایلنا», an agency in marks
    pointed = quantified = None
    word = lx.first_word(key, start, end)
    if word in lx.POINTING or not word.isalpha():
        pronoun = lx.PRONOUN.match(key, at, end)
        if pronoun and _alone(key, pronoun, end):
            many = (lx.PRONOUNS.get(pronoun.group()) or {}).get("number") == "p"
            return Mention("person", None, "pronoun", plural=many)
        pointed = lx.DEMONSTRATIVE.match(key, at, end)
        at = pointed.end() if pointed else at
        quantified = lx.QUANTIFIER.match(key, at, end)
        at = quantified.end() if quantified else at
    if pointed is None and _titled(key, at, end):
        return _other(key, at, end, plural, False)
    noun = lx.NOUN.match(key, at, end)
    role = lx.ROLE.match(key, at, end)
    if pointed is None and role is None and _is_site(key, at, end, noun):
        return Mention("outlet", (at, end), "name")
    if role and role.group() in lx.FIRST_NAMES and pointed is None and _SURNAME.match(key, role.end(), end):
        return _other(key, at, end, plural, False)
    if role and (not noun or role.end() > noun.end() or (role.end() == noun.end() and role.group() in lx.ROLES)):
        return _role(key, end, role, pointed is not None, quantified is not None)
    if noun:
        return _noun(start, end, noun, pointed is not None)
    return _other(key, at, end, plural, pointed is not None or quantified is not None)


def _undescribed(key: str) -> int:
    """Where the phrase ends without a description behind a comma: «روزنامه سپیده، نزدیک به شورا»."""
    mark = max(key.find("» "), key.find('" '))
    if mark >= 0 and lx.APPOSED.match(key, mark + 2):
        return mark + 1
    comma = key.find(", ")
    while comma >= 0:
        if lx.APPOSED.match(key, comma + 2):
            return comma
        comma = key.find(", ", comma + 2)
    return len(key)


def _is_site(key: str, at: int, end: int, noun: re.Match[str] | None) -> bool:
    """«بندر نیوز», «موج آنلاین»: an outlet by its last word, unless its first is of another kind."""
    if not (key.endswith("نيوز", at, end) or key[key.rfind(" ", at, end) + 1 : end] in lx.OUTLET_END):
        return False
    kind = (lx.NOUNS.get(noun.group()) or {}).get("type") if noun else "organisation"
    return kind == "organisation" and (noun is None or noun.group() not in lx.DESK_HEAD)


def _titled(key: str, at: int, end: int) -> bool:
    """«کاپیتان درویشان»: a rank before a name, though the rank alone would be a role."""
    title = lx.TITLE.match(key, at, end)
    if title is None or title.end() >= end or title.group()[:-1] in lx.CRAFT:
        return False
    known = (lx.ROLE, lx.NOUN, lx.PLACE, lx.TITLE)
    return lx.FUNCTION.match(key, title.end(), end) is None and not any(k.match(key, title.end(), end) for k in known)


def _alone(key: str, match: re.Match[str], end: int) -> bool:
    """A pronoun that nothing but a comma or a relative clause follows: «خود وزیر» and «هر دو کشور» are none."""
    rest = key[match.end() : end].lstrip()
    return not rest or rest[0] in ",(" or rest.startswith("كه ")


def _role(key: str, end: int, role: re.Match[str], pointed: bool, quantified: bool) -> Mention:
    row = lx.ROLES.get(role.group()) or {}
    word = role.group()
    many = row.get("number") == "p"
    if many:
        return Mention("collective", None, "description" if pointed else "unnamed", head=word, plural=True)
    name = None if pointed else _name_in_role(key, word, role.end(), end)
    if name:
        return Mention("person", name, "name", head=word)
    if word in _NAMELESS and not pointed:
        return Mention("unnamed", None, "unnamed", head=word)
    if quantified and not pointed:
        return Mention("unnamed", None, "unnamed", head=word)
    return Mention("person", None, "description", head=word)


def _name_in_role(key: str, role: str, at: int, end: int) -> Range | None:
    """The name that follows a role: after a comma, a title or from a first name on."""
    comma = key.find(",", at, end)
    if comma >= 0:
        start = comma + 1
        while start < end and key[start] == " ":
            start += 1
        if not lx.ROLE.match(key, start, end) and not key.startswith("كه ", start):
            name = _name(key, start, end)
            # «وزیر صنعت، معدن و تجارت» holds one office of three fields
            return None if name and key.find(" و ", *name) >= 0 else name
    if (lx.ROLES.get(role) or {}).get("relational"):
        return None  # «مادر نادر پارسا» is somebody else
    for word in lx.WORD.finditer(key, at, end):
        if lx.OWNER.match(key, word.start(), end):
            return None  # «وزیر کابینه نادر پارسا»
        title = lx.TITLE.match(key, word.start(), end)
        if title and lx.WORD.match(key, title.end(), end):
            return _name(key, title.end(), end)
        first = lx.FIRST_NAME.match(key, word.start(), end)
        if first and first.end() == word.end() and word.end() < end and key[word.end()] == " ":
            return _name(key, word.start(), end)
    return None


def _name(key: str, start: int, end: int) -> Range | None:
    while True:
        title = lx.TITLE.match(key, start, end)
        if not title:
            break
        start = title.end()
    while start < end and key[start] in '«"':
        start += 1
    stop = _NAME_END.search(key, start, end)
    last = stop.start() if stop else end
    named = lx.FIRST_NAME.match(key, start, last) is not None  # «روحانی» after a first name is a surname
    before = ""
    for words, word in enumerate(lx.WORD.finditer(key, start, last)):
        if words <= int(named):
            before = word.group()
            continue
        role = lx.ROLE.match(key, word.start(), last)
        # «جوانی» behind a name is no «جوان», but a surname
        surname = before in lx.FIRST_NAMES and role is not None and role.group() not in lx.ROLES
        before = word.group()
        office = role is not None and not surname and (words > 1 or role.group() in lx.ROLES)
        if office or lx.QUANTIFIER.match(key, word.start(), last):
            last = word.start()
            break
    while last > start and key[last - 1] in " ,\n)-":
        last -= 1
    return (start, last) if last > start else None


def _noun(start: int, end: int, noun: re.Match[str], pointed: bool) -> Mention:
    word = noun.group()
    kind = lx.noun_type(word) or "organisation"
    if kind == "media":
        return Mention("collective", None, "unnamed", head=word, plural=True)
    if kind in ("document", "law"):
        return Mention("document", None, "description" if pointed else "name", head=word)
    if pointed:
        return Mention(_as_type(kind), None, "description", head=word)
    return Mention(_as_type(kind), (start, end), "name", head=word)


def _as_type(kind: str) -> SpeakerType:
    if kind == "agency":
        return "agency"
    return "outlet" if kind == "outlet" else "organisation"


def _other(key: str, at: int, end: int, plural: bool, described: bool) -> Mention:
    if described:
        head = lx.WORD.match(key, at, end)
        return Mention("collective" if plural else "person", None, "description", head=head.group() if head else "")
    if key[at:end] in titles().classes:
        return Mention("person", None, "description", head=key[at:end])  # «سردار گفت»
    place = lx.PLACE.match(key, at, end)
    if place and (place.end() == end or key[place.end()] in " ,"):
        return Mention("organisation", (at, end), "name", head=place.group())
    name = _name(key, at, end)
    if plural and name:
        return Mention("collective", name, "name", plural=True)
    return Mention("person", name, "name" if name else "description")


def within_marks(key: str, start: int, token: re.Match[str]) -> bool:
    """Whether a word stands in a short name in marks («روزنامه «عصر بندر»»): its words are no part of the clause."""
    at = token.start()
    opened = key.rfind("«", start, at)
    if opened >= 0 and key.find("»", opened, at) < 0:
        return key.find("»", at, opened + _SHORT_NAME) >= 0
    straight = key.rfind('"', start, at) if key.count('"', start, at) % 2 else -1
    return straight >= 0 and key.find('"', at, straight + _SHORT_NAME) >= 0


def plausible(key: str, start: int, end: int) -> bool:
    """Whether the phrase looks like somebody who can speak: a known head, a title, or a short name."""
    return _plausible(key[start:end])


@lru_cache(maxsize=_REMEMBERED)
def _plausible(phrase: str) -> bool:
    if lx.speaks(phrase, 0, len(phrase)):
        return True
    return lx.ROLE_INSIDE.search(phrase.partition(" كه ")[0]) is not None
