"""The proper name in a phrase about a person: where it begins behind titles and offices, and where it ends."""

from __future__ import annotations

import re

from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    GIVEN,
    GOVERNORS,
    INSIDE,
    NAMED_AFTER,
    NOT_SUBJECT,
    OBJECTS,
    ORGANISATIONS,
    PLACES,
    RANKS,
    ROLES,
    TITLES,
    bare,
    definite,
    known,
    named_before,
)
from isnad.extract.base import Range


def _is_role(word: str) -> bool:
    noun = bare(word)
    return noun in ROLES or word in TITLES or noun.removeprefix("و") in ROLES


def person_name(key: str, end: int, tokens: list[tuple[str, int, int]]) -> Range | None:
    """The proper name in a phrase about a person: behind its titles and offices, before those that follow it."""
    while len(tokens) > 1 and f"{tokens[0][0]}." in TITLES:
        tokens = tokens[1:]  # «د. سلمى الدوري»
    where_from = tokens[0][1]
    called = _CALLED.match(key, where_from - 1, end + 1) if key[where_from - 1] in '«"' else None
    if called and _plain_name(called[1].split()):
        return called.span(1)  # «“سارة فينلي” الباحثة في المعهد»
    first = next((i for i in range(1, len(tokens)) if "," in key[tokens[i - 1][2] : tokens[i][1]]), len(tokens))
    tokens = [token for token in tokens if key.rfind("(", where_from, token[1]) <= key.rfind(")", where_from, token[1])]
    quoted = tokens and key[tokens[0][2] + 1 : tokens[0][2] + 2] in ("«", '"')
    named = _NICKNAMED.match(key, tokens[0][1], end) if quoted else None
    if named and (tokens[0][0] in TITLES or tokens[0][0] in _KIN):
        return named.span(1)  # «العم «سالم الفايز»»
    if tokens and key.find("«", max(0, tokens[0][1] - 40), end) >= 0:
        tokens = [token for token in tokens if not _quoted(key, token)]
    if not tokens:
        return None
    start = _name_start(key, tokens[:first])
    if start is None and first < len(tokens):
        start = _name_start(key, tokens)
    if start is None and 1 < len(tokens) - first < 5 and _plain_name([token[0] for token in tokens[first:]]):
        start = first  # «النائب العام للمدينة، رضوان الصلماز»
    if start is None:
        return _in_brackets(key, where_from, end)
    while start + 1 < len(tokens) and f"{tokens[start][0]}." in TITLES:
        start += 1  # «المشرف على المعرض د. سلمى الدوري»
    if start and tokens[start - 1][0] in _BORNE_NAME:
        start -= 1  # «متطوع يدعى أبو زهراء»
    last = start
    for i in range(start, len(tokens)):
        word, begin, stop = tokens[i]
        if i > start:
            gap = key[tokens[i - 1][2] : begin]
            behind = tokens[i - 1][0]
            ali = word == "علي" and (behind == "بن" or (behind in GIVEN and _ali_goes_on(tokens, i)))
            if any(mark in gap for mark in ",;(-") or RELATIVE.match(word) or word in _HAVING:
                break
            if word in NOT_SUBJECT and not ali:
                break
            apart = i + 1 < len(tokens) and "," in key[stop : tokens[i + 1][1]]
            following = tokens[i + 1][0] if i + 1 < len(tokens) and not apart else ""
            joined = behind in ("بن", "ال") or (i > 1 and tokens[i - 2][0] == "عبد")
            whole = (i == start + 1 and behind in GIVEN) or joined  # a first name waits for its surname
            quoted = key[begin - 1] in _QUOTES or key[stop + 1 : stop + 2] in _QUOTES
            if _office_behind(behind, word, following, i == start + 1, whole and not quoted):
                break
            compound = word in _ALI_WITH and (behind == "علي" or _plain([(following or "ال", 0, 0)]))
            if word in GOVERNORS and not compound and (following or definite(word)):
                break
            if _with_preposition(behind, word, following) and _plain(tokens[start:i]):
                break
            if word.startswith("و") and word not in GIVEN and _joined(word[1:]):
                break
        last = i
        if stop > end:
            break
    return tokens[start][1], tokens[last][2]


_QUOTES = ("«", "»", '"')
_ALI_WITH = frozenset(("اكبر", "اصغر"))  # «علي أكبر», one first name


def _ali_goes_on(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether «علي» is a name before the word behind it: a first name, «بن», or a surname («محمد علي الطائي»)."""
    if at + 1 >= len(tokens):
        return at > 0 and tokens[at - 1][0] in GIVEN
    word = tokens[at + 1][0]
    if word in GIVEN or word in ("بن", "ال") or word in _ALI_WITH:
        return True
    return known(word) is None and bare(word) not in OBJECTS and (at + 2 == len(tokens) or word.endswith("ي"))


def _office_behind(before: str, word: str, following: str, second: bool, first_name: bool) -> bool:
    """Whether an office begins behind a name: no surname that is spelled like one («صالح القاضي», «لؤي شيخ», «سالم بن
    طالب»), and no second first name («حسين أمير عبد …»). ``first_name``: only a first name stands before it."""
    if not _is_role(word) or before == "عبد":
        return False
    office = _is_role(following)
    if word in GIVEN:  # «سامر العتيق أمين المدينة»
        of_body = office or definite(following) or following in PLACES or known(following) is not None
        return definite(before) and of_body and following not in GIVEN
    if not following and word not in TITLES and first_name:
        return False
    if definite(word):
        return bool(following) and not (office and (second or not definite(following)))
    return following not in GIVEN or office


def _plain(words: list[tuple[str, int, int]]) -> bool:
    """Whether words can be a person's name and no body's («الجالية الكونية», «كليات الضفاف»)."""
    first = words[0][0]
    return (first in GIVEN and first not in ROLES) or not any(definite(word[0]) or known(word[0]) for word in words)


def _with_preposition(before: str, word: str, following: str) -> bool:
    """Whether a word begins with a preposition before a noun («سلمى الدوري بالمحكمة», «… لوزير النقل»), and is no name
    spelled like that («شربل لوران»)."""
    if word in GIVEN or word[0] not in "بل" or len(word) < 4 or (before in GIVEN and not following):
        return False
    return definite(word) or known(word[1:]) is not None or word[1:] in PLACES


_BORNE_NAME = frozenset(("ابو", "ابا", "ابي", "ام"))
_KIN = frozenset(("العم", "العمه", "الخال", "الخاله", "الجد", "الجده", "الفنان", "الفنانه", "المواطن", "المواطنه"))
# «سالم الدوري أخ المريض», «سلمى الدوري إحدى الفائزات», «ذو الشهرة»: no name
_HAVING = frozenset(("ذو", "ذوي", "ذات", "ذي", "اخ", "اخت", "احد", "احدي"))
_CALLED = re.compile(r"[«\"]((?!ال)[^\W\d]{2,}(?: [^\W\d]{2,}){1,3})[»\"](?= \w)")
_NICKNAMED = re.compile(r"\w+ [«\"]([^«»\"]{3,40})[»\"]")


_BRACKETS = re.compile(r"(\w+) [(«\"](?!ال)([^\W\d]{2,}(?: [^\W\d]{2,}){1,3})[)»\"]")


def _in_brackets(key: str, start: int, end: int) -> Range | None:
    """«مستشارة الوزير (هند السروجي)»: the name stands in brackets, or in quotation marks that close the phrase."""
    match = _BRACKETS.search(key, start, min(len(key), end + 1))
    if match is None or not _plain_name(match[2].split()):
        return None
    called = key[match.start(2) - 1] != "(" and (match.end() < end or (known(match[1]) and not definite(match[1])))
    return None if called else match.span(2)  # «متحدث باسم شركة «دار الضفاف»»: the company's name


def _plain_name(words: list[str]) -> bool:
    if definite(words[0]) or words[0] in _SIDES:
        return False  # «مسؤول بالمحافظة، جنوب البلاد»
    return not any(known(word) or word in NOT_SUBJECT or RELATIVE.match(word) for word in words)


_SIDES = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "داخل", "خارج", "قرب"))


def _quoted(key: str, token: tuple[str, int, int]) -> bool:
    """Whether a word stands in «…» inside the phrase («شركة «المدى» نادر الحلو»)."""
    opened = key.rfind("«", max(0, token[1] - 40), token[1])
    return opened >= 0 and key.rfind("»", opened, token[1]) < 0 and key.find("»", token[2], token[2] + 40) >= 0


def _joined(word: str) -> bool:
    """Whether «و» before the word joins another phrase to the name."""
    return known(word) is not None or definite(word) or word in GIVEN or word in ("كل", "جميع", "عدد", "بعض")


def _name_start(key: str, tokens: list[tuple[str, int, int]]) -> int | None:
    titles = [i for i, token in enumerate(tokens) if token[0] in TITLES and i + 1 < len(tokens)]
    if titles and tokens[0][0] in GIVEN and tokens[0][0] not in TITLES:
        # «سامر الحلو المتحدث باسم الرئيس السابق»: the name stands first, unless it is an office too («أمين المدينة»).
        titles = [i for i in titles if tokens[0][0] in ROLES and tokens[i + 1][0] in GIVEN][:1]
    titles = [i for i in titles if not (i and _namesake(tokens[i - 1][0])) and tokens[i + 1][0] not in GOVERNORS]
    for i in reversed(titles):
        if (i + 1 < len(tokens) and not definite(tokens[i + 1][0])) or tokens[i][0] not in ROLES:
            nxt, office = i + 1, bare(tokens[i][0]) in ROLES
            while nxt < len(tokens) and (tokens[nxt][0] in TITLES or tokens[nxt][0] in RANKS):
                nxt += 1
            if (
                nxt < len(tokens)
                and tokens[nxt][0] not in NOT_SUBJECT
                and tokens[nxt][0] not in _HAVING
                and not _to_noun(tokens, nxt)
                and not (tokens[nxt][0][0] == "و" and known(tokens[nxt][0][1:]))
                and not nisba(tokens[nxt][0], len(tokens) - nxt)
                and not (office and nisba(tokens[nxt][0], 2) and not named_before(key, tokens[nxt][0], tokens[nxt][1]))
                and (not _is_role(tokens[nxt][0]) or tokens[nxt][0] in GIVEN)
            ):
                return nxt
    first = tokens[0][0]
    if (
        len(tokens) > 1
        and nisba(first, len(tokens))
        and not _is_role(first)
        and not definite(tokens[1][0])
        and not known(tokens[1][0])
    ):
        return 1  # «الأرجنتيني ليو مندوسا»
    if not _is_role(first) and bare(first) not in COLLECTIVES and bare(first) not in ANONYMOUS:
        return _given_behind(tokens) or 0
    borne = _names_borne(tokens)
    for i in range(1, len(tokens)):
        word = tokens[i][0]
        if word in INSIDE or i in borne:
            continue
        if word[0] == "ب" and word not in GIVEN and i + 1 < len(tokens) and tokens[i + 1][0] in GIVEN:
            continue  # «رئيس المجلس بالبلدة عبدالله …»
        if tokens[i + 1 : i + 2] and tokens[i + 1][0] in ("بن", "بنت") and word not in NOT_SUBJECT:
            return i
        ali = word == "علي" and _ali_goes_on(tokens, i)
        if word in _OF and not ali and any(token[0] in GIVEN and token[0] not in _OF for token in tokens[i + 2 :]):
            continue  # «مسؤول الرقابة عن الجودة سالم …»
        if word == "علي" and (tokens[i - 1][0] in GOVERNORS or tokens[i - 1][0].endswith(("ين", "ون", "ات"))):
            continue  # «أحد المدونين على الشبكة»: the preposition
        if word == "و" or word[0].isdigit():
            continue  # «الخدمات و السلامة»
        if i == 1 and word.endswith("ي") and not definite(tokens[0][0]) and tokens[0][0] not in TITLES:
            continue  # «مسؤول تركي»: where he is from
        if word in GIVEN and not (i + 1 == len(tokens) and not definite(tokens[i - 1][0])):
            return i
        if word == "في":
            continue  # «القنصل في المدينة سالم …»
        if word in NOT_SUBJECT or word in _HAVING or RELATIVE.match(word):
            return None
        if word in INSIDE or (word[0] in "لب" and (known(word[1:]) or (word.endswith("ه") and word not in GIVEN))):
            continue
        if _to_noun(tokens, i):
            continue
        if not definite(word) and definite(tokens[i - 1][0]) and not known(word) and not word.startswith(("و", "لل")):
            return i if word not in NOT_SUBJECT else None
    return None


def _to_noun(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Whether a word has a preposition before a noun that the next makes definite («المرشحة لانتخابات المجلس»,
    «الأستاذ بجامعة الضفاف»), or before a place («بتونس»)."""
    word = tokens[at][0]
    if word[0] not in "لب" or word in GIVEN or len(word) < 4:
        return False
    follows = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    noun = word[1:]
    if word[0] == "ل" and tokens[at - 1][0].endswith(("السابق", "الحالي", "الاسبق", "الجديد")) and at:
        return True  # «اللاعب السابق لريال مدريس»
    return known(noun) is not None or noun in PLACES or (definite(follows) and not follows.endswith("ي"))


_OF = frozenset(("عن", "علي", "باسم"))  # also spelled like first names


def _given_behind(tokens: list[tuple[str, int, int]]) -> int | None:
    """Where the name begins behind an office that no list has («صانع ألعاب فريق الضفة سالم الدوري»)."""
    words = [token[0] for token in tokens]
    if words[0] in GIVEN or definite(words[0]):
        return None
    for i in range(2, len(words)):
        if words[i] in GIVEN and words[i] not in _OF:
            return i if definite(words[i - 1]) or words[i - 1] in PLACES else None
        if words[i] in NOT_SUBJECT:
            return None
    return None


def _namesake(before: str) -> bool:
    """Whether the word before a title heads something named after its bearer («مركز الملك سالم»)."""
    noun = before if known(before) or before[0] not in "لب" else before[1:]
    if noun in PLACES:
        return False  # «مدير المكتب في لبنان الأستاذ سالم»
    return not definite(noun) and (noun in ORGANISATIONS or before in INSIDE or noun in NAMED_AFTER)


def _names_borne(tokens: list[tuple[str, int, int]]) -> set[int]:
    """The words of a title and a name that a body bears («مركز الملك سالم بن فهد للبحوث»), which is no person's."""
    borne: set[int] = set()
    for i in range(1, len(tokens) - 1):
        if tokens[i][0] in TITLES and _namesake(tokens[i - 1][0]):
            borne |= {i, i + 1}
            while i + 3 < len(tokens) and tokens[i + 2][0] == "بن":
                borne |= {i + 2, i + 3}
                i += 2
    return borne


def nisba(word: str, left: int) -> bool:
    """An adjective of origin or office behind a title («الرئيس الروسي»), not the name itself («السيد العاصمي»)."""
    return left > 1 and definite(word) and word.endswith(("ي", "يه")) and bare(word) not in GIVEN
