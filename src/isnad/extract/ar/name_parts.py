"""Words inside a subject that look like the next phrase and are part of a name, of a body or of an office."""

from __future__ import annotations

import re

from isnad.extract.ar.words import (
    GIVEN,
    INSIDE,
    ORGANISATIONS,
    PLACES,
    ROLES,
    TITLES,
    bare,
    definite,
    governing,
    governs,
    known,
)
from isnad.text.quoted import is_open


def part_of_name(key: str, start: int, cut: re.Match[str]) -> bool:
    """Whether ``cut``, which begins with a conjunction or preposition or seems to, goes on with the phrase that begins
    at ``start``."""
    word = cut.group().strip()
    words = key[start : cut.start()].split()
    if not words or word == ",":
        return False
    if word == "باسم" and len(words) > 1:
        return not _SPEAKS_FOR.isdisjoint(words[-2:])
    if word[0] in "بلو" and (words[-1] == "ال" or _own_letter(word, words)):
        return True
    body = bare(words[0]) in ORGANISATIONS and len(words) > 1
    if body and word.startswith(("لل", "لكره", "لشوون")):
        return True  # «الاتحاد الساحلي للكرة»، «اتحاد الضفاف لكرة السلة»
    return _of_office(word, words) or is_open(key, start, cut.start())


def _own_letter(word: str, words: list[str]) -> bool:
    """Whether the letter is the word's own («أمين لجنة التنمية», «معالي وزير الخارجية», «سامر لوران»)."""
    before, office = words[-1], bare(words[0]) in ROLES or words[0] in TITLES
    if before in _PARTICLES:
        return word[0] in "بل" and len(word) > 3  # «فان باسل», a foreign name
    if word[0] == "و" and known(word) and not definite(word) and governing(before):
        return True  # «مستشار وزير النقل»
    if word[0] == "و" and office and (word in ROLES or word in TITLES):
        return True
    if word[0] in "بل" and known(word) and not word.startswith("لل"):
        return True
    if len(word) < 4 or word.startswith(("لل", "بال")) or known(word[1:]):
        return bool(known(word)) and governing(before) and word[0] == "و"  # «مدير مكتب وزارة المالية»
    named = before in GIVEN or before in TITLES
    return word in GIVEN or (word[0] in "بل" and named and len(word) > 4 and not word.endswith(("ه", "ها", "هم")))


_PARTICLES = frozenset(("فان", "فون", "دي", "دو", "دا", "سان", "لو"))
_OFFICE_OF = re.compile(r"(?:ال\w+ي|العام|الاول|المساعد|المفوض|التنفيذي)")
_SPEAKS_FOR = frozenset(("المتحدث", "الناطق", "متحدث", "ناطق", "المتحدثه", "الناطقه", "متحدثه", "ناطقه"))


def _of_office(word: str, words: list[str]) -> bool:
    """Whether a preposition belongs to the office before it («المدير الفني لفريق الضفة», «المشرف العام على المركز»,
    «مدير الكرة بنادي الضفة»)."""
    head = bare(words[0])
    if head in ROLES and word[0] == "ب" and (word in INSIDE or word[1:] in ORGANISATIONS or word[1:] in PLACES):
        return True
    if head in ROLES and word.startswith("لل") and len(words) > 2 and _OFFICE_OF.fullmatch(words[-1]):
        return True  # «مدير المكتب التعاوني للإرشاد»
    if len(words) < 2 or bare(words[-2]) not in ROLES or not definite(words[-2]):
        return False
    if _OFFICE_OF.fullmatch(words[-1]) is None:
        return False
    return governs(words[-2], word) or (word[0] == "ل" and len(word) > 3)
