"""Nouns that stand as plain object behind a cue verb and its subject («نفت الشركة وجود …»، «أكد سالم قبوله الدعوة»)."""

from __future__ import annotations

import re

from isnad.extract.ar.prepositions import RELATIVE
from isnad.extract.ar.words import (
    ADVERBIALS,
    DOCUMENTS,
    GIVEN,
    GOVERNORS,
    NOT_SUBJECT,
    OBJECT_INSIDE,
    OBJECTS,
    RELATIONS,
    ROLES,
    TITLES,
    TOKEN,
    VERBS,
    definite,
    governing,
    known,
)
from isnad.text.fold import Folded

VERBAL = re.compile(r"لل?(?:ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|ا\w\wا\w|م\wا\w\wه)$")
_OWN_NOUN = re.compile(r" ((?!ال|[بلوفك])\w{3,}(?:ها|هم|ه)) (?=\w)")
_OWN_ACTION = re.compile(r" ((?:است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|ت\w\wي\w|م\wا\w\wت)(?:ها|هم|ه)) (?=ال|لل|في|عن|من|ب)")
_CLOSED = re.compile(r"[)»\"], ")  # «أبدى سالم (34 عاماً)، رضاه عن»
_SELF = frozenset(
    ("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "كله", "كلها", "كلهم", "جميعهم", "معظمهم", "بعضهم", "وحده", "وحدها")
)
_SON_OF = (" بن ", " بنت ")
_FIRST = frozenset(("اول", "ثاني", "اخر", "احدث", "ابرز"))
_NAMELESS = re.compile(r"(?:عدم )?(?:ال)?(?:ذكر|نشر|كشف|افصاح|تعريف|اعلان)(?: عن)? ب?(?:اسم|هوي|شخصي)")
"""«متعامل فضّل عدم ذكر اسمه»: no object of the cue, but how its source stays unnamed."""
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_SEPARATORS = frozenset(' \n\t,;:.()[]«»"')


def last_token(key: str, start: int, end: int) -> str:
    """The word that ends ``key[start:end]``, or nothing."""
    while end > start and key[end - 1].isspace():
        end -= 1
    at = end
    while at > start and key[at - 1] not in _SEPARATORS:
        at -= 1
    return key[at:end]


def object_noun(key: str, at: int, stop: int) -> tuple[int, bool] | None:
    for match in OBJECT_INSIDE.finditer(key, at, stop):
        start = match.start() + 1
        if key[start : match.end()] in GIVEN or _honours(key, start, match.end()):
            continue
        if key.startswith(_SON_OF, match.end()):
            continue  # «أوضح المدير سفر بن سالم أن»
        if _NAMELESS.match(key, start, stop + 40):
            continue
        before = last_token(key, at, start)
        if key.startswith((" بن ", " بنت "), match.end()):
            continue  # «اللواء سفر بن سالم»: a name spelled like a noun
        if before in _FIRST:
            continue  # «كشف الوزير في أول ظهور له أن»
        if before in _THIS:  # «رفض المدير هذه الاتهامات»: the pronoun belongs to the object
            start = key.rfind(before, at, start)
            before = last_token(key, at, start)
        if not before:
            if match.lastgroup == "shape" and not key[at:start].strip():
                continue
            return start, match.lastgroup == "shape"
        if before in OBJECTS or (before in VERBS and known(before) is None and key[at:start].strip() != before):
            continue  # «في تأخير دفن الجثة», «مسح نشرت نتائجه»
        noun = before
        if _inside_adverbial(key, at, start, before):
            continue
        after = TOKEN.match(key, match.end() + 1)
        verb = after is not None and after.group() in NOT_SUBJECT  # «في بيان نشر على موقعه»
        if noun in DOCUMENTS and f"في {noun}" in ADVERBIALS and key.endswith(f"في {noun}", at, start - 1) and not verb:
            return start, match.lastgroup == "shape"  # «أكدت الشركة في بيان وقوع الحريق»
        if match.lastgroup == "shape" and after is not None and after.group() in OBJECTS:
            continue  # «رفض دونالد ترامب تقديم»: a name of that shape
        if match.lastgroup == "shape" and (VERBAL.match(noun) or noun.removeprefix("ل") in OBJECTS):
            continue
        if noun in GIVEN and match.group()[-1] == "ي":
            continue  # «باسم شكري»
        pronoun = noun.endswith(("يه", "يها", "يهم", "نه", "نها", "نهم"))  # «أكد فيه حرصه»
        held = noun in NOT_SUBJECT and not pronoun
        if held or governing(noun) or (match.lastgroup == "shape" and noun in GOVERNORS):
            continue
        return start, match.lastgroup == "shape"
    return None


_WITHIN = frozenset(
    ("خلال", "اثناء", "عقب", "قبل", "بعد", "قبيل", "بعيد", "لدي", "منذ", "ضمن", "عبر", "حول", "بشان", "عن")
)


def _inside_adverbial(key: str, at: int, start: int, before: str) -> bool:
    """Whether a noun is the second of an iḍāfa that a preposition governs («أكد خلال حفل تخريج الطلاب على»)."""
    if definite(before) or before in NOT_SUBJECT or before in GIVEN or before in DOCUMENTS or before.endswith("ه"):
        return False
    return last_token(key, at, key.rfind(before, at, start)) in _WITHIN


def _honours(key: str, start: int, end: int) -> bool:
    """Whether a noun is the honorific before a name («سعادة سلطان بن حمد») and not what somebody feels."""
    after = TOKEN.match(key, end + 1)
    if key[start:end] not in TITLES or after is None:
        return False
    return after[0] in GIVEN or after[0] in TITLES or after[0] in ROLES  # «سعادة مدير الميناء»


def owned_word(folded: Folded, where: tuple[int, int]) -> bool:
    """Whether a word is a noun with the pronoun of somebody («إعجابه»), not one that ends with ة."""
    key = folded.key
    word = key[slice(*where)]
    stem = word.removesuffix("ها").removesuffix("هم") if word.endswith(("ها", "هم")) else word.removesuffix("ه")
    related = stem in RELATIONS or stem[:-1] + "ه" in RELATIONS  # «طلبت ابنتها تغييراً»: who asked
    if stem == word or len(stem) < 3 or related or stem in NOT_SUBJECT or known(word) or word in GIVEN or word in _SELF:
        return False
    return not word.endswith("ه") or folded.text[folded.to_text(where[1] - 1)] == "ه"


_SHOWN = re.compile(r" ((?!ال)\w{3,}ا)(?= (?:ل|ب|من|في|علي|الي|تجاه|حيال|ازاء|كبيرا|واضحا|شديدا|عميقا|بالغا)|[.,])")


def shown_noun(key: str, at: int, stop: int) -> tuple[int, bool] | None:
    """The indefinite accusative that tells what somebody shows («أبدى المدير تفهماً لرغبتهم»)."""
    for match in _SHOWN.finditer(key, at, min(stop, at + 110)):
        word = match[1]
        if word in GIVEN or known(word) or word in TITLES or word in ADVERBIALS or word in NOT_SUBJECT:
            continue
        before = last_token(key, at, match.start())
        if key.find(",", at, match.start()) > 0 or governing(before):
            return None
        return match.start(1), False
    return None


def owned_noun(folded: Folded, at: int, stop: int, told: bool) -> tuple[int, bool] | None:
    """A noun with the pronoun of the subject («أكد سالم قبوله الدعوة»); right behind the verb only when it could be
    ``told`` in a clause too («أبدى غضبه», not «تبرر غاراتها»)."""
    key = folded.key
    own = _OWN_ACTION.match(key, at, stop)
    if own and own[1] not in GIVEN and known(own[1]) is None:
        return at + 1, False  # «أعلن اعتزاله اللعب»
    first = _OWN_NOUN.match(key, at, stop) if told else None
    if first and owned_word(folded, first.span(1)) and not (known(first[1][:-1]) or known(first[1][:-2])):
        return at + 1, False  # «لكن أحدهم أبدى تشاؤمه من»
    for match in _OWN_NOUN.finditer(key, at, min(stop, at + 110)):
        comma, word = key.find(",", at, match.start()), match[1]
        closed = comma > 0 and _CLOSED.fullmatch(key, comma - 1, match.start() + 1) is not None
        before = last_token(key, at, comma - 1 if closed else match.start())
        if not before or (comma > 0 and not closed):
            return None
        if before in NOT_SUBJECT or governing(before) or known(word) or word in GIVEN or word in _SELF:
            continue
        if known(word[:-1]) or known(word[:-2] + "ه"):
            continue  # «شقيقها»: somebody else
        if word.removesuffix("ها").removesuffix("هم").removesuffix("ه") in NOT_SUBJECT:
            continue  # «حولها»
        if word.endswith("ه") and folded.text[folded.to_text(match.end(1) - 1)] != "ه":
            continue  # «جامعة» ends with the same letter in the key
        name = len(word) < 5 and before in TITLES  # «اللواء عبده …»
        if RELATIVE.search(key, at, match.start()):
            return None
        behind = definite(before) or before in GIVEN or before in ADVERBIALS or closed
        if not name and (behind or _OWN_ACTION.match(key, match.start(), stop)):
            return match.start(1), False
    return None
