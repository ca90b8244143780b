"""Words and shapes around what introduces a content: what a preposition may begin, and what it may not."""

from __future__ import annotations

import re

from isnad.extract.ar.words import ANONYMOUS, COLLECTIVES, GIVEN, PREPOSITIONS, ROLES, TITLES, TOKEN, definite

ACTION = re.compile(r"(?:ت\w\wي\w|ت\wا\w\w|ا\w\wا\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|م\wا\w\wه)$")

WHAT_DONE = re.compile(r" (?!(?:في|ان|لا|لم|لن|بين|يتعلق|يخص) )(?:نسب\w* |نقل\w* |تم |[^يتن]\w{2,})")

WHAT_SAID = re.compile(  # «نفت الوزارة ما تناقلته المواقع»
    r" ما (?:\w{2,}(?:ته|تها|وه|وها)|(?:نشر|ذكر|تردد|قيل|اشيع|نسب|اثير|تداول|نقل|قال|اعلن|زعم)\w*|تم تداوله|جاء|ورد) "
)

OCCASION = re.compile(r"بهذ[اه] (?:المناسبه|الصدد|الخصوص|الشان|المجال|الاطار|السياق|الجانب)\b")

BY_NEXT = re.compile(r" ب\w{3,}")  # «رحب بسرعة بالفكرة»: how, and then what

ENTITLED = frozenset(("بعنوان", "عنوان", "عنوانها", "عنوانه", "شعار", "بشعار", "اسم", "باسم", "المعنون", "المعنونه"))

ALSO = frozenset(("ايضا", "كذلك", "بالتالي", "مثلا", "هنا"))

MODAL = frozenset(("يمكن", "يجب", "ينبغي", "يتوقع", "ينتظر", "يفترض", "يتعين"))

NO_CONTENT = frozenset(("اجل", "خلال", "قبل", "جهه", "جانب", "حيث", "بين", "دون", "جديد", "ثم"))


def people(word: str) -> bool:
    """«باحثون من الجامعة»: where the people are from."""
    return word in COLLECTIVES or word in ROLES or word in ANONYMOUS


OWN_ENDING = re.compile(r"(?<=\w{4})(?:ه|ها|هم|نا)$")  # «بلاده»: the letter is the noun's own

THEN_THAT = re.compile(r",? ?ان(?:ه|ها|هم)? ")

CLOSED_THAT = re.compile(r"\w\W?, ?ان(?:ه|ها|هم)? ")  # «موقع “الضفة 24″، أن»: a name whose mark does not close


def in_construct(key: str, at: int, noun: int) -> bool:
    """Whether an indefinite noun that is no name governs the noun («أوضح عدد من باعة محال بيع الخبز أن»)."""
    before = key[at:noun].split()[-2:]
    if len(before) < 2 or not GIVEN.isdisjoint(before) or definite(before[1]) or before[0] in TITLES:
        return False
    bare_noun = before[1] not in PREPOSITIONS and not before[1].endswith(("ه", "ها", "هم"))
    follows = TOKEN.match(key, key.find(" ", noun) + 1)
    return bare_noun and not definite(before[0]) and follows is not None and definite(follows.group())


def of_office(key: str, at: int, where: int, stop: int) -> bool:
    """Whether ل behind a definite noun belongs to an office («دعا وكيل الوزارة للتخطيط السكان إلى»)."""
    words = key[at:where].split()
    office = bool(words) and words[0] in ROLES and len(words) < 5 and definite(words[-1])
    return office and key.find(" الي ", where, stop) > 0
