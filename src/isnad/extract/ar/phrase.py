"""The Arabic noun phrase as a source: where it ends, and whether it can be a subject."""

from __future__ import annotations

import re

from isnad.extract.ar.apposed import OBLIQUE, apposed_end
from isnad.extract.ar.prepositions import RELATIVE, called_ali, cut_at_preposition
from isnad.extract.ar.stops import PREACHER, blessed, own_stop
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    GIVEN,
    LISTENERS,
    NOT_SUBJECT,
    OBJECTS,
    OUTLETS,
    PRONOUNS,
    ROLES,
    STOP,
    TIMES,
    TITLES,
    TOKEN,
    VERBS,
    WEEKDAYS,
    bare,
    definite,
    governs,
    known,
    named_before,
    stop_in,
)
from isnad.extract.base import Range

LONGEST = 230
_TRAIL = " ,;.:-/\n"
POINTERS = frozenset(("هذا", "هذه", "ذلك", "تلك", "هولاء", "اوليك"))
_FRAGMENT = re.compile(r"[^\w«\"(](?:هدف|الهدف|هدفا|هدفه|ان|انه|انها|بان|لم|لن|لا|قد|سوف|هل|ثم|لكن)\b")


def trimmed(key: str, start: int, end: int) -> Range:
    """The range without spaces and separators at its edges."""
    rest = key[start:end].lstrip(_TRAIL)
    start = end - len(rest)
    end = start + len(rest.rstrip(_TRAIL))
    while end > start and key[end - 1] in "«»" and _opens_quote(key, start, end - 1):
        end = start + len(key[start : end - 1].rstrip(_TRAIL))
    return start, end


def _opens_quote(key: str, start: int, at: int) -> bool:
    """Whether a quotation mark at the end opens what follows, written either way round."""
    if key[at] == "«":
        return key.find("»", start, at) < 0
    return key[at] == "»" and key.find("«", start, at) < 0 and key.find("»", start, at) < 0


_DOING = re.compile(r"(?<!,) و(?:هو|هي|هم|هما) (?:(?!ان)[يت]\w{2,}|علي (?!راس))")  # «أضافت الجدة وهي تقلب الصور»
SAYING = re.compile(r" (?:يقول|تقول|يقولون|قال|قالت)$")  # «تابعت الصحيفة تقول إن»
_AND_DID = re.compile(r" و((?!ال)\w{2,}[^ا\W]ت)(?= )")  # «طلبت الدواء وحصلت عليه»: another verb
_THEN = re.compile(r" ف(\w{3,})(?= |$)")  # «تحدث المدير فقال إن»
_TOLD = re.compile(r" (لل\w+) (?=\w)")


def _addressee(key: str, start: int, told: re.Match[str]) -> bool:
    """Whether ل behind somebody's name begins who is spoken to («قال سالم الدوري للرئيس سمير الحلو»)."""
    noun = told[1][2:]
    words = key[start : told.start()].split()
    named = len(words) > 1 and words[-2] in GIVEN and not known(words[-1])
    return named and (noun in ROLES or noun in TITLES or "ال" + noun in TITLES or noun in OUTLETS)


# «أعرب العمدة باسم المدينة عن»: not «المتحدث باسم», nor the name باسم.
_BEHALF = re.compile(
    r" (?:و?ب|و)(?:اسم(?:ه|ها|هم)(?! الا?ول| الحقيقي| الكامل| الثلاثي)|اسم (?:ال\w+|\w+ ال\w+))(?= |$)"
)
_SPOKESMAN = re.compile(r"متحدث|ناطق|متكلم|معروف|مسجل|ملقب")
_WHAT_DONE = re.compile(r" ما \w{3,}(?:ته|تها|ه|ها|وه|وها|ت)?(?= |$)")  # «نفت الوزارة ما تناقلته المواقع»
_RESULT = re.compile(r",? (?:مما|وهو ما|الامر الذي) ")
_TO_WHOM = re.compile(r"(\w+) ل (?=\w)")
_DATE = re.compile(
    r" (?:في|بتاريخ|يوم) \d| (?:ال\w+ )?(?:التاليه|الاتيه)\b"
    r"|, (?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)\b"
)


def subject(key: str, start: int, end: int) -> Range | None:
    """The noun phrase that begins ``key[start:end]``, cut at the first adverbial; None when none begins there."""
    start, end = trimmed(key, start, end)
    leading = _LEADING.match(key, start, end)
    prayer = blessed(key, start, end)
    if leading or prayer > 0:
        start = leading.end() if leading else trimmed(key, prayer, end)[0]
    if start >= end:
        return None
    ali = 4 if called_ali(key, start, end) else 0
    stop = own_stop(key, start + ali, end)
    if stop > start and key.startswith("في ال", stop) and bare(key[start:stop].split()[-1]) in COLLECTIVES:
        adverbial = STOP.match(key, stop, end)
        if adverbial is None or adverbial.group() not in TIMES:
            stop = stop_in(key, stop + 5, end)  # «المشاركون في الندوة»
    if stop == start:
        return _behind_addressee(key, start, end)
    if stop > 0 and _PUBLISHED.match(key, start, stop) and end - stop < 50 and key.find(",", stop, end) < 0:
        return (start, end) if can_head(key, start, end) else None  # «تقرير صدر حديثاً عن الشركة»
    if stop > 0 and _WITH_IT.search(key, start, stop):
        stop = stop_in(key, stop + 3, end)  # «الأشعة التي خضع لها المدافع»: the pronoun of the relative clause
    if stop > 0:
        stop = _behind_relative(key, start, stop, end)
    if stop > 0:
        end = stop
    saying = SAYING.search(key, start, end) if key.endswith(("قول", "قولون", "قال", "قالت"), start, end) else None
    end = saying.start() if saying else end
    doing = _DOING.search(key, start, end) if key.find(" وه", start, end) > 0 else None
    doing = doing or (_RESULT.search(key, start, end) if key.find("ما ", start, end) > 0 else None)
    if doing:
        end = doing.start()
    aside = _TO_WHOM.search(key, start, end) if key.find(" ل ", start, end) > 0 else None
    if aside and not (
        definite(aside[1]) and (aside[1].endswith(("ي", "يه")) or known(aside[1]) or governs(aside[1], "ل"))
    ):
        end = aside.end(1)  # «أكد سالم لـ نادر أن»
    verb = _AND_DID.search(key, start, end) if key.find("ت ", start, end) > 0 else None
    if verb and verb[1] not in GIVEN and known(verb[1]) is None:
        end = verb.start()
    then = _THEN.search(key, start, end) if key.find(" ف", start, end) > 0 else None
    if then and then[1] in VERBS and then[1] not in GIVEN and known(f"ف{then[1]}") is None:
        end = then.start()
    told = _TOLD.search(key, start, end) if key.find(" لل", start, end) > 0 else None
    if told and _addressee(key, start, told):
        end = told.start()
    what = _WHAT_DONE.search(key, start, end) if key.find(" ما ", start, end) > 0 else None
    end = what.start() if what else end
    behalf = _BEHALF.search(key, start, end) if key.find("اسم", start, end) > 0 else None
    if behalf and not _SPOKESMAN.search(key, start, behalf.start()):
        end = behalf.start()
    date = _DATE.search(key, start, end)
    if date:
        end = date.start()
    own = _OWN_SPEECH.search(key, start, end) if key.endswith(("ه", "ه ", "ها", "هم"), start, end) else None
    end = _own_object(key, start, end)
    end = cut_at_preposition(key, start, own.start() if own else end)
    start, end = trimmed(key, start, apposed_end(key, start, end))
    hanging = _HANGING.search(key, start, end) if _hangs(key, start, end) else None
    if hanging:
        start, end = trimmed(key, start, hanging.start())
    if not 1 < end - start <= LONGEST or not can_head(key, start, end):
        return None
    return start, end


_PUBLISHED = re.compile(r"(?!ال)\w{3,}(?: \w+(?:ي|يه|ه))?(?: لل\w+)? (?:نشر|صدر|اجري|اعد|اذيع|وزع)(?:ته|ت|ه)? $")
_WITH_IT = re.compile(r" (?:الذي|التي|الذين) (?:قد |كان |كانت |لم )?\w{2,} $")
_ASIDE = re.compile(r", ?(?:الذي|التي|الذين|اللذان|اللتان) ")


def _behind_relative(key: str, start: int, stop: int, end: int) -> int:
    """Where the phrase stops when the adverbial at ``stop`` belongs to a relative clause set apart by commas («قال
    المدير، الذي عاد أمس من جولة، إن»): at the first adverbial behind its closing comma, or -1 for nowhere."""
    if _ASIDE.search(key, start, stop) is None or key[end - 2 : end + 1].find(",") < 0:
        return stop
    comma = key.find(",", stop, end)
    while comma > 0:
        at = comma + 1 + (key[comma + 1 : comma + 2] == " ")
        if STOP.match(key, at, end):
            return at
        comma = key.find(",", at, end)
    return -1


def _own_object(key: str, start: int, end: int) -> int:
    """Cut an object with the subject's pronoun off («عبر المجلس استنكارهم عن …»)."""
    if not key.endswith(("هم", "ها"), start, end):
        return end
    space = key.rfind(" ", start, end)
    return space if space > 0 and key[space + 1 : end - 2] in OBJECTS else end


_LEADING = re.compile(
    r"(?:عليه|عليها|عليهم|اليه|اليها|اليهم|فيها|فيه|خلالها|خلاله|بها|به|عنها|عنه|ايضا|كذلك"
    r"|له|لهم|لها|لنا|لي) (?=ال|\w+ )"
)
# «حديثه» reads like «حديثة» in the key: behind a feminine noun it is the adjective.
_OWN_SPEECH = re.compile(r"(?<=[^هت]) حديثه *$| (?:قوله|قولها|قولهم|كلامه|كلامها|حديثها|حديثهم) *$")


_HANGING = re.compile(
    r"(?: (?:في|من|علي|الي|عن|مع|و|او|وهو|وهي|وهم|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|دايما|\())+$"
)


_HANGING_WORDS = frozenset(
    ("في", "من", "علي", "الي", "عن", "مع", "و", "او", "السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس")
) | {"الجمعه", "دايما", "(", "وهو", "وهي", "وهم"}


def _hangs(key: str, start: int, end: int) -> bool:
    """Whether the last word is one of those that ``_HANGING`` cuts off."""
    at = key.rfind(" ", start, end) + 1
    if key.startswith("علي", at, end) and key[start : at - 1].rsplit(" ", 1)[-1] in GIVEN:
        return False  # «عثمان علي», a name
    return key[max(start, at) : end] in _HANGING_WORDS


def unhung(key: str, start: int, end: int) -> Range:
    """The phrase without a preposition, conjunction or weekday left over at its end."""
    start, end = trimmed(key, start, end)
    hanging = _HANGING.search(key, start, end) if _hangs(key, start, end) else None
    return trimmed(key, start, hanging.start() if hanging else end)


_ADDRESSEE = re.compile(
    r"(?:في (?:تصريح\w*|حديث\w*|اتصال هاتفي|لقاء|حوار|مقابله)(?: \w+)? )?"
    r"ل ?(?:\w+ )?(?:[«»][^«»]{2,30}[«»]|\"[^\"]{2,30}\"|\([^)]{2,30}\)),? "
)


# What may stand between a verb and the subject behind it («قال في هذا الصدد مدير …»، «أكدت أمس وزيرة …»).
_LED_IN = re.compile(
    r"(?:في (?:هذا|ذات|نفس) (?:\w+)|في السياق(?: ذاته| نفسه)?|في (?:تصريح|بيان|حديث|اتصال)(?: صح\w+| خاص\w*| هاتفي)?"
    r"|بعد ذلك|بعدها|عقب ذلك|قبل ذلك|في البدايه|في الختام|من بعده|من بعدها"
    r"|امس|اليوم|لاحقا|ايضا|كذلك|بدوره|بدورها|من جانبه|من جانبها|من جهته|من جهتها|لنا|لهم|له|لها)"
    r"(?: الاحد| الاثنين| الثلاثاء| الاربعاء| الخميس| الجمعه| السبت)?,? (?=\w)"
)


def _behind_addressee(key: str, start: int, end: int) -> Range | None:
    """«وأوضح لـ«الضفة» مدير …»: the subject may stand behind the outlet that it spoke to."""
    match = _ADDRESSEE.match(key, start, end)
    if match is None:
        match = _LED_IN.match(key, start, end)
        word = TOKEN.match(key, match.end(), end) if match else None
        if word is None or not (known(word.group()) or word.group() in GIVEN):
            return None
    if not match or match.end() >= end:
        return None
    stop = stop_in(key, match.end(), end)
    if stop == match.end():
        return None
    first, last = trimmed(key, match.end(), apposed_end(key, match.end(), stop if stop > 0 else end))
    return (first, last) if last - first > 1 and can_head(key, first, last) else None


_TOWARDS = re.compile(
    r"(?:امام|خلف|ضد|حول|نحو|تجاه|عند|لدي|بين|وراء|تحت|فوق|دون|قبل|بعد|حيال|ازاء|خلال|عبر)(?:ه|ها|هم|نا|كم|هما)"
)
_DAYS = frozenset(day for day in WEEKDAYS if day.startswith("ال"))
_OBLIQUE_PEOPLE = re.compile(r"م[^ع]\w{3,}ين")
_ACCUSATIVE = re.compile(r"(?!ال)\w{3,}ا (?!ال)\w{3,}ا\b")


def can_head(key: str, start: int, end: int) -> bool:
    """Whether a phrase can be a subject: no preposition, particle or oblique plural stands first."""
    first = TOKEN.search(key, start, end)
    if first is None:
        return False
    word = first.group()
    if word in PRONOUNS:
        rest = [token.group() for token in TOKEN.finditer(key, first.end(), end)]
        joined = bool(rest) and rest[0][0] == "و" and known(rest[0][1:]) is not None  # «هو وخبراء آخرون»
        return not rest or joined or (word in POINTERS and all(definite(other) for other in rest))
    if len(word) < 2:
        return key[first.end() : first.end() + 1] == "." and f"{word}." in TITLES  # «د. سلمى الدوري»
    if key.startswith(PREACHER, first.start()):
        return True
    if word in NOT_SUBJECT or blessed(key, first.start(), end) > 0:
        return called_ali(key, first.start(), end)
    if word[0] == "ل" and len(word) > 5 and word.endswith(("ه", "ها", "هم")) and not (known(word) or word in GIVEN):
        return False  # «وجه لجماهيره كلمة»
    if word[0] == "و" and word not in GIVEN and not known(word) and (known(word[1:]) or word[1:] in NOT_SUBJECT):
        return False
    if key[start] in '«"(':
        return True
    if OBLIQUE.match(word) and word not in GIVEN and (known(word) is None or bare(word) in COLLECTIVES):
        return False
    if word in _DAYS and not named_before(key, word, start):
        return False  # «قال الأحد إن»
    if (_OBLIQUE_PEOPLE.fullmatch(word) or _TOWARDS.fullmatch(word)) and word not in GIVEN and known(word) is None:
        return False  # «حمّل متشددين المسؤولية»
    if word[0] in "بل" and (word[1:] in PRONOUNS or known(word[1:])) and known(word) is None and word not in GIVEN:
        return False
    if word.startswith("وت") and len(word) > 4 and word not in GIVEN and not known(word):
        return False  # «تأسف وتحقق»: another verb
    if word[0] == "ل" and (word[1:] in LISTENERS or word[1:] in GIVEN) and word not in GIVEN and not known(word):
        return False  # «تؤكد لجماهيرها أن», «قال لسامي إن»
    if word[-1] == "ه" and word[:-1] in OBJECTS and word not in OBJECTS and word not in GIVEN and not known(word):
        return False  # «وجه شكره لمدير المرفأ»: an object
    # «للمترجم» is known, with the preposition that makes it the addressee; «والد» has none.
    if word.startswith("لل") or word.endswith("هما") or (word.startswith(("بال", "وال")) and known(word) is None):
        return False
    if word in VERBS and known(word) is None and word not in GIVEN:
        return False
    if _ACCUSATIVE.match(key, first.start(), end) and word not in GIVEN and known(word) is None:
        return False  # «أظهر فيها جانباً مهماً»: an object
    if word in COLLECTIVES or word in ANONYMOUS:
        return True  # «خبراء لم يشاركوا في الدراسة»: an indefinite noun needs no pronoun before its relative clause
    return not (_FRAGMENT.search(key, first.end(), end) and not RELATIVE.search(key, start, end))
