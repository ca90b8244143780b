"""Telling a subject from the object or addressee that follows it without a mark."""

from __future__ import annotations

import re

from isnad.extract.ar.linked import predicate_start
from isnad.extract.ar.phrase import can_head, trimmed, unhung
from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.second import (
    another_body,
    behind_day,
    closes_name,
    goes_on,
    holders,
    named_person,
    of_country,
    speaks_alone,
    surname_before,
    told_by_name,
)
from isnad.extract.ar.words import (
    COLLECTIVES,
    COMMA,
    COMPANIONS,
    GIVEN,
    LISTENERS,
    OBJECT,
    OBJECTS,
    ORGANISATIONS,
    PLACES,
    PREPOSITIONS,
    ROLES,
    TITLES,
    TOKEN,
    WEEKDAYS,
    bare,
    definite,
    governing,
    governs,
    known,
)
from isnad.extract.base import Range
from isnad.text.quoted import is_open

THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_LETTERS = frozenset(("رساله", "كلمه", "خطاب", "تعميم", "نداء", "دعوه", "برقيه", "تحيه", "سوال", "تحذير", "انذار"))
_RELATIVES = frozenset(("الذي", "التي", "الذين"))
_EVERYONE = frozenset(("جميع", "الجميع", "كافه", "كل", "كلا", "عموم", "ساير", "بقيه"))


_HIS_OWN = re.compile(r"(?!ال)(\w{3,})(?:ها|هم)")


def split_addressee(key: str, where: Range, opening: bool = False) -> Range | None:
    """The subject alone, of a phrase that may go on with the people spoken to («دعا العمدة السكان إلى»). ``opening``:
    a feminine verb opens the clause, so that a sound feminine plural is its subject («دعت الإدارات المزارعين إلى»)."""
    tokens = list(TOKEN.finditer(key, where[0], where[1]))
    own = _HIS_OWN.fullmatch(tokens[0].group()) if tokens else None
    if own and known(own[0]) is None and (own[1] in LISTENERS or own[1] in COLLECTIVES):
        return None  # «دعت أنصارها إلى»
    if tokens and tokens[0].group()[-1] == "ي" and _of_several(tokens[0].group()):
        return None  # «وحث موظفي الفرع على»
    if not tokens or (_plural_object(tokens[0].group()) and not (opening and tokens[0].group().endswith("ات"))):
        return None
    comma = COMMA.search(key, *where)
    behind = TOKEN.search(key, comma.end(), where[1]) if comma else None
    if comma and behind and _person_word(behind.group()):
        comma = _closed(key, where, comma, behind)
    chain = True  # bare nouns from the head on: «مدير شؤون المعلمين»
    for i in range(1, len(tokens)):
        word = tokens[i].group()
        held = chain and not definite(tokens[i - 1].group()) and tokens[i - 1].group() not in GIVEN
        held = held and not closes_name(key, tokens[i - 1].end())
        chain = held and governing(tokens[0].group())
        if chain and i > 1:
            continue
        told = i + 1 < len(tokens) and _addressed(word, tokens[i - 1].group(), tokens[i + 1].group())
        if told or (i + 1 < len(tokens) and told_by_name(tokens, i)):
            return unhung(key, where[0], tokens[i].start())
        if comma and tokens[i].start() > comma.start() and not _person_word(word):
            return trimmed(key, where[0], comma.start())
        if word == "من" and not governs(tokens[i - 1].group(), "من") and definite(tokens[i - 1].group()):
            return unhung(key, where[0], tokens[i].start())  # «طالب سالم الدوري من الوزارة بـ»
        if word == "كلا" and i + 1 < len(tokens) and tokens[i + 1].group() == "من":
            return unhung(key, where[0], tokens[i].start())  # «يتهم سالم الدوري كلاً من»
        if i == 1 and word in ROLES and word not in TITLES and _body(tokens[0].group()):
            return unhung(key, where[0], tokens[i].start())  # «نبهت الضفاف مسؤولة السياسة إلى»
        if i > 1 and word in PLACES and named_person(tokens, i):
            return unhung(key, where[0], tokens[i].start())  # «حث الرئيس دانو برافي مصر على»
        if _letter(word, tokens[i - 1].group()):
            return unhung(key, where[0], tokens[i].start())  # «وجه الأمير سالم رسالة إلى الجمهور بأن»
        counted = word == "عددا" and RELATIVE.search(key, where[0], tokens[i].start()) is None
        if counted or (_is_object(word, tokens[i - 1].group()) and not goes_on(tokens, i)):
            return unhung(key, where[0], tokens[i].start())
        if another_body(key, tokens, i) or holders(word, tokens[0].group()):
            return unhung(key, where[0], tokens[i].start())
    return where


def _closed(key: str, where: Range, comma: re.Match[str], behind: re.Match[str]) -> re.Match[str] | None:
    """The comma behind an apposition («العميد سالم الدوري، مدير المرور، السائقين إلى»); None when the apposition ends
    the phrase, and the first one when an office behind a name is no apposition but who is spoken to."""
    later = COMMA.search(key, behind.end(), where[1])
    closed = key[where[1] : where[1] + 1] in (",", ";")
    if not _named(key, where[0], comma.start()):
        return later
    if _named(key, behind.end(), later.start() if later else where[1]):
        return comma
    several = (known(behind.group()) or {}).get("number") == "pl"
    return later or (comma if several and not closed else None)


def _named(key: str, start: int, end: int) -> bool:
    return any(token.group() in GIVEN for token in TOKEN.finditer(key, start, end))


def _body(word: str) -> bool:
    """Whether a country or a body with the article stands for itself: no office in construct follows it."""
    return word in PLACES or (definite(word) and bare(word) in ORGANISATIONS)


def _letter(word: str, before: str) -> bool:
    """An indefinite document behind somebody definite or named: the verb's object."""
    noun = word.removesuffix("ا")
    named = definite(before) or before in GIVEN or known(before) is None
    return named and before not in PREPOSITIONS and (word in _LETTERS or noun in _LETTERS)


def _addressed(word: str, before: str, after: str) -> bool:
    """A bare noun for those spoken to behind a definite subject («طالب القرار دول المصدر»)."""
    people = word in COLLECTIVES or word in ORGANISATIONS or word in LISTENERS
    return people and definite(before) and (definite(after) or after in PLACES) and before not in TITLES


def _person_word(word: str) -> bool:
    return bare(word) in ROLES or word in TITLES


def _plural_object(word: str) -> bool:
    return word in _EVERYONE or (
        word.startswith("ال") and len(word) > 6 and word.endswith(("ين", "ات")) and word not in GIVEN
    )


def _oblique_heads(word: str, before: str) -> bool:
    """A sound plural in construct («مديري الشركات») behind a definite noun: it is no subject in this form."""
    several = word.endswith("يي") or (word.endswith("ي") and _of_several(word))
    return several and definite(before) and before not in TITLES


def _of_several(word: str) -> bool:
    return word[:-1] in ROLES and word not in GIVEN and known(word) is None


_OWN_PEOPLE = re.compile(r"\w{2,}اء(?:ه|ها|هم)|ذوي(?:ه|ها|هم)")


def owned(word: str) -> bool:
    """A noun with a pronoun («فريقه»): behind a name it is another phrase. Written «ـاءه» it is no subject's."""
    if definite(word):
        return False  # «الدولية»
    if word in COMPANIONS or _OWN_PEOPLE.fullmatch(word):
        return word not in GIVEN
    for ending in ("ها", "هم", "ه"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            return known(word) is None and word not in GIVEN and (known(stem) or known(stem[:-1] + "ه")) is not None
    return False


def _is_object(word: str, before: str) -> bool:
    """Whether a new noun phrase begins with ``word``: nothing before it can govern it."""
    if governing(before) or before in PREPOSITIONS:
        return False  # «رئيس المجلس»: an iḍāfa
    if before[0] in "بل" and len(before) > 4 and not definite(before) and before not in GIVEN:
        return False  # «بشؤون الطلاب»
    if _plural_object(word) or _oblique_heads(word, before) or holders(word, before):
        return True
    if owned(word) and not governing(before):
        return True
    if (
        word in PLACES
        and not of_country(word, before)
        and (definite(before) or (before.endswith("ون") and known(before) is None))
    ):
        return True  # «طالب المجلس إيران بـ», «أبلغ مسؤولون محليون إيران»
    if not definite(word) or word.startswith(("وال", "لل", "بال")):
        return False
    noun = bare(word)
    if noun in OBJECTS and speaks_alone(before):
        return True  # «عزت الشركة الارتفاع في …»
    if noun in ROLES and bare(before) in ROLES and word not in TITLES:
        return True
    plural = noun in COLLECTIVES or noun in ORGANISATIONS or noun in LISTENERS
    return plural and word not in TITLES


def split_object(
    key: str, start: int, limit: int, carried: bool, letters: frozenset[str]
) -> tuple[Range | None, int] | None:
    """Subject and beginning of the object of «وصف X Y بأنه», or (None, object) when the subject is not there."""
    stop = min(limit, start + 140)
    link = predicate_start(key, start, stop, letters)
    if link is None:
        return None
    first, last = trimmed(key, start, link)
    tokens = list(TOKEN.finditer(key, first, last))
    if not tokens:
        return None
    if carried or _plural_object(tokens[0].group()):
        return None, first
    comma = key.rfind(",", tokens[0].end(), last)
    if comma > 0 and can_head(key, first, comma):
        after = TOKEN.search(key, comma, last)
        word = after.group() if after else ""
        held = TOKEN.match(key, after.end() + 1, link) if after else None
        thing = held is not None and definite(held.group()) and known(word) is not None  # «بيان الوزارة»
        if after and (definite(word) or word.endswith(("ها", "هم", "يه")) or thing) and not _person_word(word):
            return trimmed(key, first, comma), after.start()  # «وصف محافظ الهيئة سامي العثمان، المملكة بـ»
    if len(tokens) == 2 and can_head(key, first, last):
        return (first, tokens[0].end()), tokens[1].start()
    noun = next((n for n in OBJECT.finditer(key, tokens[0].end(), last) if _free(key[first : n.start()])), None)
    if noun and can_head(key, first, noun.start()):
        return trimmed(key, first, noun.start()), noun.start()
    relative = next((i for i, token in enumerate(tokens) if token.group() in _RELATIVES), 0)
    if relative:
        return _described(key, first, tokens, relative)
    for i in range(1, len(tokens)):
        word, before = tokens[i].group(), tokens[i - 1].group()
        starts = key[tokens[i].start() - 1] in '«"' or definite(word)
        surname = before in GIVEN and i + 1 < len(tokens) and surname_before(word, tokens[i + 1].group())
        office = i > 1 and definite(tokens[i - 2].group()) and tokens[i - 2].group() not in TITLES
        surname = surname or (before in GIVEN and office)  # «رئيس المجلس سالم الدوري زيارة النائب»
        deed = definite(before) and definite(word) and bare(word) in OBJECTS and known(word) is None
        whom = i == 1 and word in ROLES and word not in TITLES and _body(before)  # «اتهمت اللجنة رئيس الشركة»
        if key[tokens[i].start() - 1] not in '«"' and is_open(key, first, tokens[i].start()):
            continue  # inside a quoted name
        if word in WEEKDAYS and definite(before) and can_head(key, first, tokens[i].start()):
            return behind_day(key, first, tokens, i)
        again = i + 1 < len(tokens) and _is_object(tokens[i + 1].group(), word)  # «النائب زاهد الحلو الوزارةَ»
        known_name = definite(before) or known(before) or before in GIVEN
        named = (before in GIVEN and not surname) or (i > 1 and not (known_name or again))
        named = named or (i > 1 and tokens[i - 2].group() in GIVEN)
        this = word in THIS and i + 1 < len(tokens) and definite(tokens[i + 1].group())  # «عزا التقرير هذا الأداء إلى»
        land = word in PLACES and i > 1 and named_person(tokens, i)  # «اتهم الوزير سالم الدوري إيران بالتورط»
        other = land or (starts and (named or _is_object(word, before)))
        if this or deed or whom or (other and can_head(key, first, last)):
            return trimmed(key, first, tokens[i].start()), tokens[i].start()
    return None, first


def _described(key: str, first: int, tokens: list[re.Match[str]], relative: int) -> tuple[Range | None, int] | None:
    """«وصف المدير سالم الدوري النتائج التي تحققت بأنها»: the noun that the relative clause belongs to is the object."""
    at = relative - 1
    while at > 1 and definite(tokens[at].group()) and tokens[at].group().endswith(("يه", "ي")):
        at -= 1  # «النتائج المالية التي»
    word, before = tokens[at].group(), tokens[at - 1].group()
    if at < 1 or not definite(word) or _person_word(word) or governing(before) or before in PREPOSITIONS:
        return None
    if before in TITLES or not can_head(key, first, tokens[at].start()):
        return None
    return trimmed(key, first, tokens[at].start()), tokens[at].start()


def _free(before: str) -> bool:
    """Whether nothing that ends ``before`` governs the next word."""
    word = before.split()[-1]
    return not governing(word) and word not in PREPOSITIONS
