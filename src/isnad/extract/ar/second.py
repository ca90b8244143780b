"""Whether a word behind a subject begins a second phrase: an object or who is spoken to."""

from __future__ import annotations

import re

from isnad.extract.ar.phrase import trimmed
from isnad.extract.ar.words import (
    COLLECTIVES,
    GIVEN,
    LISTENERS,
    OBJECTS,
    ORGANISATIONS,
    PREPOSITIONS,
    ROLES,
    TITLES,
    bare,
    definite,
    governing,
    known,
)
from isnad.extract.base import Range


def goes_on(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word that could begin another phrase belongs to the one before: an office in two words («أمين عام
    المنظمة»), or what several people are («عدد من المرضى المقيمين»)."""
    word, before = tokens[at].group(), tokens[at - 1].group()
    if before == "عام" and at > 1 and tokens[at - 2].group() in ROLES:
        return True
    several = at > 1 and tokens[at - 2].group() == "من" and definite(before)
    return several and word.endswith("ين") and known(word) is None and bare(word) not in LISTENERS


def another_body(key: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a second body begins behind the first («أبلغت شركة «المدى» شركة الضفاف»): behind its quoted name or an
    article, where no iḍāfa goes on."""
    word, before = tokens[at].group(), tokens[at - 1]
    if word not in ORGANISATIONS or known(tokens[0].group()) is None or at + 1 == len(tokens):
        return False
    ended = definite(before.group()) or closes_name(key, before.end())
    joined = tokens[at + 1].group()
    return (
        ended
        and tokens[0].group() not in TITLES
        and (definite(joined) or joined[0] == "و" or not definite(before.group()))
    )


def speaks_alone(word: str) -> bool:
    """Whether a noun with the article, or a surname, needs nothing behind it."""
    return definite(word) and (known(word) is not None or word.endswith("ي"))


def closes_name(key: str, at: int) -> bool:
    """Whether a quoted name ends there («شركة «المدى»»)."""
    return key[at : at + 1] in ("»", '"')


def behind_day(key: str, first: int, tokens: list[re.Match[str]], at: int) -> tuple[Range | None, int] | None:
    """«اتهمت الحكومة الجمعة الماضي جارتها بـ»: the object stands behind the day."""
    behind = at + 2 if at + 2 < len(tokens) and tokens[at + 1].group() in ("الماضي", "الفايت") else at + 1
    if behind >= len(tokens):
        return None
    return trimmed(key, first, tokens[at].start()), tokens[behind].start()


def named_person(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a name that nothing governs ends before ``at``, with a title or first name in front of it."""
    if at > 2 and tokens[at - 2].group() in ("بن", "بنت", "ال"):
        return True
    if tokens[at - 1].group()[0] in "بل" and tokens[at - 1].group() not in GIVEN and at > 1:
        return False  # «المديرية العامة بمنطقة الضفاف»
    for i in range(at - 1, max(-1, at - 5), -1):
        word = tokens[i].group()
        if word in GIVEN or word in TITLES or (definite(word) and i < at - 1):
            return i < at - 1
        if definite(word) or known(word):
            return False
    return False


def told_by_name(tokens: list[re.Match[str]], at: int) -> bool:
    """A bare noun for those spoken to behind a name («أبلغ سالم الحلو أعضاء مجلس الإدارة بأن»)."""
    word, after = tokens[at].group(), tokens[at + 1].group()
    names = {tokens[at - 1].group(), tokens[at - 2].group()}
    named = at > 1 and not names.isdisjoint(GIVEN) and names.isdisjoint(ROLES) and "باسم" not in names
    return named and word in LISTENERS and (definite(after) or governing(after))


def of_country(word: str, before: str) -> bool:
    """«هيئة الأرصاد السعودية»: a country in «ية» is an adjective behind a noun in the plural or in «ة»."""
    return word.endswith("يه") and (
        before.endswith(("ه", "ات")) or re.fullmatch(r"ال\w?ا\w\wا\w|الا\w\wا\w", before) is not None
    )


_HOLDERS = re.compile(r"م\w{3,}ي|\wا\w\wي")


def holders(word: str, before: str) -> bool:
    """A sound plural participle in construct («حاملي الهواتف»، «مستخدمي الطريق») behind several people or a body."""
    if _HOLDERS.fullmatch(word) is None or word in GIVEN or known(word) or not definite(before) or before in TITLES:
        return False
    row = known(before) or {}
    return row.get("number") == "pl" or bare(before) in COLLECTIVES or bare(before) in ORGANISATIONS


def surname_before(word: str, after: str) -> bool:
    """Whether a word behind a first name is its surname, so that the object begins with ``after``."""
    unknown = definite(word) and not word.endswith("ه") and known(word) is None and bare(word) not in OBJECTS
    return definite(after) or (unknown and bare(word) not in LISTENERS and after not in PREPOSITIONS)
