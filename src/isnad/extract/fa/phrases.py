"""Noun phrases: the subject before a cue, the agent after «به گفته».

Persian has no case endings and ezāfe is not written, so a phrase is read up to the first word that cannot belong to
it: a preposition (unless the phrase licenses it), an adverb, a time, a verb, «را», or a comma that opens no apposition.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from isnad.extract.base import Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import plausible, within_marks

_QUOTES = (("«", "»"), ('"', '"'))
_LONG_QUOTE = 45  # a quotation longer than this is said by somebody, not part of a name
_FEW = 7
_EDGE = " ,;.\n-:"
_PAUSES = " ,;.»\n/|*-"
_ORDINAL = re.compile(r"(?:اولين|نخستين|دومين|يكي از|عضو|از) ")

_HANGING = (" در", " به", " از", " با", " براي", " و")  # left over when what it governed was no part of the phrase
# «نادر پارسا | ۱۲ خرداد», «نادر پارسا | حدود دو هفته پیش»
_DAY = re.compile(r" (?:\d{1,2}|(?:حدود|نزديك به|چند|تنها)(?: [^\s,]+)?)$")


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase and where the clause goes on. ``stop`` is the class letter of what ended it."""

    start: int
    end: int
    rest: int
    stop: str


def trimmed(key: str, start: int, end: int) -> Range:
    """Without white space and punctuation at the edges (closing quotation marks stay)."""
    rest = key[start:end].lstrip(_EDGE)
    start = end - len(rest)
    return start, start + len(rest.rstrip(_EDGE))


_NEW_CLAUSE = re.compile(r"\b(?:شد|شدند|است|كرد|كردند|گرفت|يافت|داد|رفت|رسيد|بود|بودند|شدهاند|شده است) و ")


def skip_lead(key: str, start: int, end: int) -> tuple[int, bool]:
    """Where the subject can begin: after adverbs, times and leading phrases or clauses that a comma closes.

    The second value tells that a phrase was left open, so that no subject can be told from here.
    """
    at = start
    while at < end:
        while at < end and key[at] in _PAUSES:
            at += 1
        space = key.find(" ", at, end)
        word = key[at : space if space >= 0 else end]
        if word.isalpha() and word not in lx.OPENING:
            return at, False
        lead = lx.LEAD.match(key, at, end)
        if lead:
            at = _behind_event(key, lead.end(), end)
        if at >= end:
            return end, False
        subordinate = lx.SUBORDINATOR.match(key, at, end)
        if subordinate:
            closed = clause_end(key, subordinate.end(), end)
            at = closed + 1 if closed else subordinate.end()
            continue
        if not lx.PREPOSITION.match(key, at, end):
            return at, False
        if lx.QUANTIFIER.match(key, at, end):
            return at, False
        comma = key.find(",", at, end)
        if joined := _NEW_CLAUSE.search(key, at, comma if comma >= 0 else end):
            at = joined.end()  # «پس از … بالا گرفت و نادر پارسا، …»
            continue
        if comma < 0:
            return at, True
        at = comma + 1
    return at, False


_INFINITIVE = re.compile(r"[^\s,]{2,}[دت]ن ")
_NAMED_DAY = ("شب ", "روز ")
_ANEW = re.compile(r" (?:اين|ان|همين|هرگونه|هر گونه) ")  # «دلیر، فعال سیاسی | این اقدام را …»


def _behind_event(key: str, at: int, end: int) -> int:
    """Behind what a night or a day is named after: «در شب سوختن انبار، نادر پارسا …»; else ``at``."""
    comma = key.find(", ", at, end) if key.endswith(_NAMED_DAY, 0, at) else -1
    event = comma > 0 and (_INFINITIVE.match(key, at, comma) or lx.MUTE.match(key, at, comma))
    return comma + 2 if event else at


_PRONOUN = re.compile(r"(?:وي|او|ايشان|انها|انان|ان ها|ما|من)\b(?! (?:و|يا)\b)")


def read(key: str, start: int, end: int, plural: bool = False, apposed: bool = True) -> Phrase | None:
    """The noun phrase that begins at ``start``; None when nothing nominal is there."""
    first = lx.first_word(key, start, end)
    pointing = first in lx.POINTING or not first.isalpha()
    pronoun = _PRONOUN.match(key, start, end) if pointing else None
    if pronoun and key[pronoun.end() : pronoun.end() + 4] not in (" كه ", " و ه"):
        rest = pronoun.end()
        after = key[rest : rest + 4]
        return Phrase(start, rest, rest, "," if after[:1] == "," else "r" if after in (" را", " را ") else "a")
    stop, in_list = "", False
    at = end
    opened = lx.QUANTIFIER.match(key, start, end) if pointing else None
    floor = opened.end() if opened else start
    rest, marks = end, key.find("«", start, end) >= 0 or key.find('"', start, end) >= 0
    for token in lx.FUNCTION.finditer(key, floor, end):
        if token.start() < floor:
            continue
        letter = lx.class_of(token)
        if letter in "l(" or (letter == "w" and _joins(key, token, end)) or (marks and within_marks(key, start, token)):
            continue
        if letter in ",:;" and apposed and (letter == "," or _personal(key, start, token.start())):
            listed = 0 if in_list else _list_end(key, start, token.start(), end, plural)
            closed = listed or _apposition(key, start, token.start(), end, plural)
            in_list = in_list or listed > 0
            if closed:
                floor = closed
                continue
        if letter == "k":
            closed = _relative_end(key, token.end(), end)
            if closed:
                at, rest, stop = closed, closed, ","
                break
            if _ends_with_verb(key, token.end(), end):
                at = rest = end  # «یک مقام که نخواست نامش فاش شود | گفت»
                break
        if (letter == "p" and _licensed(key, start, token)) or (letter == "v" and _participle(key, floor, token, end)):
            continue
        at, rest, stop = token.start(), token.start(), letter
        break
    phrase = key[start:at]
    if ("«" in phrase or '"' in phrase) and (quote := _long_quote(key, start, at)) >= 0:
        at, rest, stop = quote, quote, "«"
    left, right = trimmed(key, start, at)
    if stop == "t" and right > left and (day := _DAY.search(key, left, right)):
        right = day.start()  # «نادر پارسا ۱۲ خرداد»
    if right <= left:
        return None
    return unhung(key, Phrase(left, right, rest, stop))


def unhung(key: str, phrase: Phrase) -> Phrase:
    """The phrase without a preposition or «و» whose noun is no part of it."""
    if key.endswith(_HANGING, phrase.start, phrase.end):
        return replace(phrase, end=key.rfind(" ", phrase.start, phrase.end))
    return phrase


def _personal(key: str, start: int, end: int) -> bool:
    """A title, a first name or a role: before «؛» and «:» nothing else is taken for the subject."""
    return any(known.match(key, start, end) for known in (lx.TITLE, lx.FIRST_NAME, lx.ROLE))


def _joins(key: str, token: re.Match[str], end: int) -> bool:
    """Whether «و» goes on with a noun: not with a preposition, an adverb, a verb or the end."""
    at = token.end() + 1
    following = lx.FUNCTION.match(key, at, end)
    return at < end and (following is None or lx.class_of(following) == "l")


_AFTER_PARTICIPLE = re.compile(r" (?!است|بود|باش|اند\b|و\b|كه\b|تا\b)\S")


def _participle(key: str, start: int, token: re.Match[str], end: int) -> bool:
    """«داده‌های منتشر شده نشان می‌دهد»: «شده» that describes a noun ends no clause, nor does «گزارش‌های رسیده از …»."""
    if key.startswith((" هاي ", " ها "), token.end()):
        return True  # «داده های ماهواره‌ای», the plural written apart
    if token.group() == "رسيده":
        return key.startswith(" به ", token.end()) or key.count(" از ", token.end(), end) > 1
    if token.group() != "شده" or key.count(" ", start, token.start()) < 2:
        return False
    return token.end() >= end - 1 or _AFTER_PARTICIPLE.match(key, token.end(), end) is not None


_NEAR = re.compile(r"(?:نماينده|گزارشگر|فرستاده) ويژه|(?:كميته|كارزار|كمپين|ائتلاف|جنبش) [^\s,]+ براي")
# «سخنگوی دولت | در نشستی …»: in what somebody speaks is no part of his office
_SETTING = re.compile(rf" (?:{'|'.join(sorted(lx.SETTING_WORDS))})(?:ي|اي|يي)?\b")


def _licensed(key: str, start: int, token: re.Match[str]) -> bool:
    """«در» and «برای» inside the phrase of an envoy or a member: «نماینده ویژه … برای ایران»."""
    word = token.group()
    if key[key.rfind(" ", start, token.start() - 1) + 1 : token.start() - 1] in lx.NEAR_TO:
        return True  # «نیروهای وابسته به دلتا»
    if word == "در":
        placed = lx.PLACED.match(key, start) is not None and key.count(" ", start, token.start()) <= _FEW
        return placed and _SETTING.match(key, token.end()) is None
    return word == "براي" and _NEAR.match(key, start) is not None


def _apposition(key: str, start: int, comma: int, end: int, plural: bool) -> int:
    """Where the apposition that follows the comma begins, or 0: «…، وزیر راه», «وزیر راه، نادر پارسا،»."""
    at = comma + 1
    while at < end and key[at] in " \u200c":
        at += 1
    if at >= end:
        return 0
    head, noun = lx.ROLE.match(key, start, comma), lx.NOUN.match(key, start, comma)
    headed = lx.DEMONSTRATIVE.match(key, start, comma) is not None or (
        head is not None and (noun is None or head.end() > noun.end()) and lx.TITLE.match(key, start, comma) is None
    )
    named = noun or lx.PLACE.match(key, start, comma)
    if named and named.end() == comma and lx.NOUN.match(key, at, end) and not _is_object(key, at, end):
        return at
    if close := lx.APPOSED.match(key, at, end):
        return close.end()
    opened = _ORDINAL.match(key, at, end)
    role = lx.ROLE.match(key, opened.end() if opened else at, end)
    if role and not headed:
        return role.end() if not _is_object(key, role.end(), end) else 0
    if key.startswith("كه ", at):
        return at
    if role and not plural:
        return 0
    token = lx.FUNCTION.search(key, at, end)
    until = token.start() if token else end
    segment = key[at:until].strip()
    if plural and token and token.group() == "و" and segment.count(" ") < 4:
        return at
    if plural and token and token.group() == "," and segment.count(" ") < 4 and " و " in key[token.end() : end]:
        return at
    closes = (token is None or token.group() == ",") and segment and segment.count(" ") < 4
    if closes and token and not headed and "«" not in segment and not role and lx.NOUN.match(key, start, comma):
        return at
    if closes and token and not plural and "«" not in segment and _named_person(key, start, comma):
        return at
    if closes and headed and "«" not in segment and not role and not lx.NOUN.match(key, at, end):
        return at
    return 0


def _named_person(key: str, start: int, comma: int) -> bool:
    """A title or a first name with one or two words more: what stands between commas after it describes it."""
    if not (lx.TITLE.match(key, start, comma) or lx.FIRST_NAME.match(key, start, comma)):
        return False
    return 1 <= key.count(" ", start, comma) <= 3 and key.find(" و ", start, comma) < 0


_LIST = re.compile(r", ?([^\s,:;]+)(?: [^\s,:;]+){0,2}(?:, ?[^\s,:;]+(?: [^\s,:;]+){0,2}){0,5},? و (?=\S)")


def _list_end(key: str, start: int, comma: int, end: int, plural: bool) -> int:
    """«وزیر علوم، تحقیقات و فناوری»: after short parts and «و», with nothing else between; 0 when it is no list."""
    if not (plural or plausible(key, start, comma)):
        return 0
    found = _LIST.match(key, comma, end)
    if not found or lx.ROLE.match(key, found.start(1), end):
        return 0
    return found.end() if all(lx.class_of(token) in ",wl" for token in lx.FUNCTION.finditer(key, *found.span())) else 0


def _is_object(key: str, at: int, end: int) -> bool:
    """Whether the words from here are an object: «را» comes before any comma or other function word."""
    for token in lx.FUNCTION.finditer(key, at, end):
        letter = lx.class_of(token)
        if letter not in "lw(":
            return letter == "r" and _ANEW.search(key, at + 1, token.start()) is None
    return False


def _ends_with_verb(key: str, at: int, end: int) -> bool:
    """Whether the last word before ``end`` is a finite verb."""
    end = at + len(key[at:end].rstrip(" "))
    token = lx.FUNCTION.match(key, max(at, key.rfind(" ", at, end) + 1), end)
    return token is not None and token.end() == end and lx.class_of(token) == "v"


def clause_end(key: str, at: int, end: int) -> int:
    """The comma after the verb of a subordinate clause; 0 when the clause goes on to the cue."""
    comma = key.find(",", at, end)
    while comma >= 0:
        last = key.rfind(" ", at, comma) + 1
        token = lx.FUNCTION.match(key, last, comma)
        if token and token.end() == comma and lx.class_of(token) == "v":
            return comma
        comma = key.find(",", comma + 1, end)
    return 0


def _relative_end(key: str, at: int, end: int) -> int:
    """The comma that closes a relative clause, preferably after a verb; 0 when none does."""
    return clause_end(key, at, end) or max(key.find(",", at, end), 0)


def _long_quote(key: str, start: int, end: int) -> int:
    for mark, closing in _QUOTES:
        if (opened := key.find(mark, start, end)) >= 0:
            closed = key.find(closing, opened + 1, end)
            if closed < 0 or closed - opened > _LONG_QUOTE:
                return opened
    return -1
