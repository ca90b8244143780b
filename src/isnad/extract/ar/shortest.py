"""Where the subject of a verb ends that has no content of its own: before its object or the next phrase."""

from __future__ import annotations

import re
from itertools import pairwise

from isnad.extract.ar.name_parts import part_of_name
from isnad.extract.ar.offices import office_end
from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.split import owned
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN,
    LISTENERS,
    NOT_SUBJECT,
    OBJECT,
    OBJECTS,
    ORGANISATIONS,
    RANKS,
    ROLES,
    TITLES,
    TOKEN,
    bare,
    definite,
    governing,
    known,
)
from isnad.extract.base import Range

_PHRASE_END = re.compile(
    r" (?<! بن )(?<! بنت )(?:ل\w{3,}|ب\w{2,}|لما|قل|عن|الي|علي|في|من|مع|امام|كلم(?:ه|ته|تها)|معاليه"
    r"|هذا|هذه|ذلك|تلك|خالص|احر|اطيب|اصدق|اسمي|اجمل|الجميع|جميع|كافه|و\w+|تحيات\w*)\b|,"
)


def _owned(noun: str) -> bool:
    """Whether a verbal noun has the pronoun of somebody («شكره»), and no ending of its own («رغبة»)."""
    return noun.endswith(("ها", "هم")) or (noun.endswith("ه") and noun[:-1] in OBJECTS and noun not in OBJECTS)


def _foreign(key: str, start: int, match: re.Match[str]) -> bool:
    """Whether a foreign name stands before a word: two words that no list knows («مؤسسة ستار بوند التصنيف»)."""
    words = key[start : match.start()].split()[-2:]
    return len(words) == 2 and not any(known(word) or definite(word) or word in NOT_SUBJECT for word in words)


_BEHIND_MARK = re.compile(r"[«»\")] (\w{3,})")
_HIS_DEED = re.compile(r" ((?!ال)\w{3,}ت(?:ه|ها|هم))\b")
_ACTION = re.compile(r" ال(?:ا\w\wا\w|ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w)\b")


def shortest(key: str, where: Range) -> Range:
    """The part of ``where`` that is the subject of a verb without content: up to its object or the next phrase."""
    cut: re.Match[str] | None = _PHRASE_END.search(key, *where)
    while cut is not None and part_of_name(key, where[0], cut):
        cut = _PHRASE_END.search(key, cut.end(), where[1])
    relative = RELATIVE.search(key, where[0], cut.start()) if cut else None
    end = cut.start() if cut else where[1]
    if relative and relative.start() > where[0] + 1:
        end = relative.start()  # «قرر المدرب الذي دافع عن فريقه …»
    elif cut is not None and (office := office_end(key, where[0], cut.start(), where[1])):
        return trimmed(key, where[0], office)
    behind = _BEHIND_MARK.search(key, where[0], end)
    if behind and not (definite(behind[1]) or behind[1] in GIVEN or known(behind[1])):
        end = behind.start(1)  # «عبر العريس «سامر الحلو» اثنان من رفاقه»
    noun = OBJECT.search(key, where[0], end)
    if noun and not TITLES.keys().isdisjoint(key[where[0] : noun.start()].split()[-1:]):
        noun = None  # «اللواء سفر بن سالم»: a name spelled like a noun
    if noun and (" " in key[where[0] : noun.start() - 1] or _owned(noun.group())):
        end = noun.start()  # «قدمت الشركة اعتذارها وقالت»
    action = _ACTION.search(key, where[0], end)
    held = key[where[0] : action.start()].rsplit(" ", 1)[-1] if action else ""
    if action and (
        (definite(held) and (known(held) is None or bare(held) in ROLES)) or _foreign(key, where[0], action)
    ):
        end = action.start()  # «رفض الحلو الاعتذار»
    his = _HIS_DEED.search(key, where[0], end)
    if his and his[1] not in GIVEN:
        end = his.start()  # «واصل الوزير جولته»
    for before, word in pairwise(TOKEN.finditer(key, where[0], end)):
        named = definite(before.group()) and known(before.group()) is None and before.group() not in TITLES
        title = word.group() in TITLES and _named(key, where[0], before)
        if _no_name_follows(key, where[0], before.group(), word.group()):
            return trimmed(key, where[0], word.start())  # «عرف الشعب الكريم مخاطر …»
        if owned(word.group()) and not governing(before.group()):
            return trimmed(key, where[0], word.start())  # «هاجم اللاعب مدربه»
        if _oblique(word.group()) and not governing(before.group()):
            return trimmed(key, where[0], word.start())  # «التقى الأمير سالم مديري الشركات»
        if _deed(before.group(), word.group()):
            return trimmed(key, where[0], word.start())  # «رفض المدير الخوض»، «نشر اللاعب تغريدة»
        people = definite(before.group()) and definite(word.group()) and before.group() not in TITLES
        other = bare(word.group())
        if people and (other in LISTENERS or other in COLLECTIVES or other in ORGANISATIONS):
            return trimmed(key, where[0], word.start())  # «هنأ رئيس جامعة الدول العربية الشعب»
        if named and (word.group() in ORGANISATIONS or title):
            return trimmed(key, where[0], word.start())  # «هاجمت النائبة هند البحري رئاسة المجلس»
    words = list(TOKEN.finditer(key, where[0], end))
    for i, behind in enumerate(words[2:], 2):
        first = words[i - 2].group()
        named = (first in GIVEN and first not in ROLES) or (i > 2 and words[i - 3].group() in TITLES)
        surname = words[i - 1].group()
        if first == "عبد":
            continue  # «عبد الله الدوري»
        thing = behind.group().startswith("ال") and behind.group().endswith("ه")  # «سامر لوران الفرضية»
        following = words[i + 1].group() if i + 1 < len(words) else ""
        if named and ((definite(surname) and _new_phrase(behind.group(), following)) or (thing and not known(surname))):
            return trimmed(key, where[0], behind.start())  # «زار سامر الدوري الجسر»
    return trimmed(key, where[0], _indefinite_end(end, words))


def _no_name_follows(key: str, start: int, before: str, word: str) -> bool:
    """Whether an indefinite noun behind the adjective of several people («الشعب الكريم») begins another phrase."""
    head = TOKEN.match(key, start)
    several = head is not None and definite(head.group()) and bare(head.group()) in COLLECTIVES
    return several and definite(before) and not definite(word) and known(word) is None and word not in NOT_SUBJECT


def _deed(before: str, word: str) -> bool:
    """Whether a noun behind somebody definite or named is the verb's object: a verbal noun with the article, or an
    indefinite document."""
    if not (definite(before) or before in GIVEN):
        return False
    if definite(word):
        people = bare(before) in ROLES or (known(before) or {}).get("number") == "pl" or bare(before) in ANONYMOUS
        return people and bare(word) in OBJECTS and known(word) is None
    return word in DOCUMENTS or (word.endswith("ا") and word[:-1] in DOCUMENTS)


def _oblique(word: str) -> bool:
    """Whether a word is a sound plural in construct, in the form of an object («طياري التحالف»)."""
    several = word[:-1] in ROLES or word[:-1] in RANKS or f"{word}ن" in COLLECTIVES
    return word.endswith("ي") and several and word not in GIVEN and known(word) is None


def _indefinite_end(end: int, words: list[re.Match[str]]) -> int:
    """Where an indefinite subject with its adjective ends: before a definite noun («أجازت لجان صحية الدواء»)."""
    if len(words) < 3 or definite(words[0].group()) or known(words[0].group()) is None or words[0].group() in TITLES:
        return end
    if words[0].group().endswith("ون") and not words[1].group().endswith("ون"):
        return words[1].start()  # «شكر مغردون أمير المدينة»
    for i in range(1, len(words)):
        word = words[i].group()
        if definite(word):
            return words[i].start() if i > 1 and not governing(words[i - 1].group()) else end
        if word in GIVEN or known(word) or not word.endswith(("ي", "يه", "ون", "يون")):
            return end
    return end


def _new_phrase(word: str, following: str) -> bool:
    """Whether a word behind a surname begins another phrase: an object, no second surname and no office."""
    if definite(word):
        return not word.endswith("ي") and bare(word) not in ROLES and word not in TITLES
    thing = known(word) is None and word not in GIVEN and word not in ANONYMOUS and word not in NOT_SUBJECT
    return owned(word) or word in LISTENERS or (thing and definite(following))  # «قدم سالم الدوري درع النادي»


def _named(key: str, start: int, before: re.Match[str]) -> bool:
    """Whether a title or first name stands before: then a title behind the surname begins another phrase."""
    words = [token.group() for token in TOKEN.finditer(key, start, before.start())]
    return any(word in GIVEN and word not in ROLES for word in words) or (bool(words) and words[-1] in TITLES)
