"""What introduces a content: أنّ, a colon, a quotation, the verb's preposition, or a noun as plain object."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from isnad.extract.ar.words import (
    ADVERBIALS,
    ANONYMOUS,
    COLLECTIVES,
    COMPLEMENT,
    DOCUMENTS,
    GIVEN,
    GOVERNORS,
    INSIDE,
    NATIVE,
    NOT_COMPLEMENT,
    NOT_SUBJECT,
    OBJECT_INSIDE,
    OBJECTS,
    ORGANISATIONS,
    ROLES,
    SHORT,
    TITLES,
    TOKEN,
    alternatives,
    definite,
    governing,
    governs,
    known,
)
from isnad.extract.quotes import Quote
from isnad.text.fold import Folded, fold_key

REACH = 260
_VERBAL = re.compile(r"ل(?:ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|ا\w\wا\w|م\wا\w\wه)$")
_ACTION = re.compile(r"(?:ت\w\wي\w|ت\wا\w\w|ا\w\wا\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|م\wا\w\wه)$")
_WHAT_DONE = re.compile(r" (?!(?:في|ان|لا|لم|لن|بين|يتعلق|يخص) )[^يتن]\w{2,}")
_THAT = re.compile(COMPLEMENT)
_SHORT = rf"(?:{alternatives(SHORT)}) [^\W\d]"  # «طالب بحل الأزمة»، but «بسن 20 عاما»
_SPOKEN = frozenset(("say", "that"))
_INTRODUCED = _SPOKEN | {"obj", "desc", "إلى", "عن", "ب"}  # what a colon may stand before
_OWN_NOUN = re.compile(r" ((?!ال|[بلوفك])\w{3,}(?:ها|هم|ه)) (?=\w)")
_OWN_ACTION = re.compile(r" ((?:است\w\wا\w|ا\wت\wا\w|ان\w\wا\w|ت\w\wي\w|م\wا\w\wت)(?:ها|هم|ه)) (?=ال|لل|في|عن|من|ب)")
_ALSO = frozenset(("ايضا", "كذلك", "بالتالي", "مثلا", "هنا"))
_MODAL = frozenset(("يمكن", "يجب", "ينبغي", "يتوقع", "ينتظر", "يفترض", "يتعين"))
_SELF = frozenset(
    ("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "كله", "كلها", "كلهم", "جميعهم", "معظمهم", "بعضهم", "وحده", "وحدها")
)
_SEPARATORS = frozenset(' \n\t,;:.()[]«»"')


def _people(word: str) -> bool:
    """«باحثون من الجامعة»: where the people are from."""
    return word in COLLECTIVES or word in ROLES or word in ANONYMOUS


def _last_token(key: str, start: int, end: int) -> str:
    """The word that ends ``key[start:end]``, or nothing."""
    while end > start and key[end - 1].isspace():
        end -= 1
    at = end
    while at > start and key[at - 1] not in _SEPARATORS:
        at -= 1
    return key[at:end]


class Intro(NamedTuple):
    """An introducer: ``start`` is where the source region ends, ``content`` where the content begins."""

    kind: str
    start: int
    content: int
    quote: Quote | None = None


@cache
def _patterns(takes: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [fold_key(word) for word in takes if len(word) > 1 and word[0] > "\u0600"]
    letters = "".join(word for word in takes if word in ("ب", "ل"))
    parts = [r'(?<=[«"])(?P<quote>)', "(?<=:)(?P<colon>)", f"(?P<that>{COMPLEMENT})"]
    if words:
        parts.append(rf"(?P<word>\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b)")
    if letters:
        parts.append(rf"(?P<letter>\b[{letters}](?=\w\w\w|ما |{_SHORT}))")
    found = "|".join(parts)
    # The mark or space before is matched, not looked back at: then only the beginnings of words are tried.
    return re.compile(rf"[^\w](?:{found})"), re.compile("|".join(parts[2:]))


class Introducers:
    """Finds the introducer after a cue in one text."""

    def __init__(self, folded: Folded, quotes: list[Quote], longs: set[int]) -> None:
        self.folded = folded
        self.key = folded.key
        self.quotes = {quote.start: quote for quote in quotes}
        self.longs = longs
        self._all = quotes
        self._starts = [quote.start for quote in quotes]

    def between(self, start: int, end: int) -> list[Quote]:
        """The quotations that begin in ``key[start:end]``."""
        if not self._all:
            return []
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def find(self, at: int, end: int, takes: frozenset[str], flags: frozenset[str]) -> Intro | None:
        """The first introducer in ``key[at:end]`` that a cue with these ``takes`` can have."""
        stop = min(end, at + REACH)
        found = self._overt(at, stop, takes, flags)
        if "obj" in takes:
            noun = self._object(at, found.start if found else stop)
            if noun is None and (found is None or found.kind == "prep"):
                noun = self._owned(at, found.start + 1 if found else stop)
            if noun is not None and found and found.kind == "quote" and found.quote and found.quote.start in self.longs:
                return found
            if noun is not None and not (found and found.kind == "that" and self._heads(at, *noun, found.start)):
                return Intro("obj", noun[0], noun[0])
        return found

    def _heads(self, at: int, noun: int, shaped: bool, that: int) -> bool:
        """Whether the noun belongs to the subject rather than being the object («أكدت صحة المدينة أن», «أكد أحد
        المسؤولين في مكاتب تأجير السيارات أن»)."""
        if shaped and "," not in self.key[noun:that] and self.key[that - 4 : that].split()[-1:] != ["علي"]:
            return True
        return not self.key[at:noun].strip() and 1 < len(self.key[noun:that].split()) < 6

    def _overt(self, at: int, stop: int, takes: frozenset[str], flags: frozenset[str]) -> Intro | None:
        key = self.key
        pattern, here = _patterns(takes)
        position = at
        weak: Intro | None = None
        while match := (here.match(key, position, stop) if position > at else None) or pattern.search(
            key, position, stop
        ):
            position = match.end()
            kind = match.lastgroup or ""
            start = position - 1 if kind in ("quote", "colon") else match.start(kind)
            if kind == "quote":
                quote = self.quotes.get(start)
                if quote is None:
                    continue
                if self._speech(quote, at) and takes & _SPOKEN:
                    return Intro("quote", start, quote.start, quote)
                position = min(quote.end, stop)
            elif kind == "colon":
                if not key[match.end() : match.end() + 1].isdigit() and takes & _INTRODUCED:
                    return Intro("colon", start, match.end(), self._quote_after(match.end()))
            elif kind == "that":
                alone = "exact" in flags and not ("ب" in takes and key[start] == "ب")
                if not alone and not self._governed_that(at, start):
                    return Intro("that", start, start, self._quote_after(match.end()))
            elif kind == "word":
                intro = self._preposition(at, match, "thatonly" in flags)
                if intro:
                    return intro
            elif weak is None and "say" not in takes and self._by_governor(at, start):
                weak = Intro("prep", start, start)  # «أمرت الجهة المختصة بوضع»: if nothing else is
            elif "clause" not in flags and self._attached(at, start, "thatonly" in flags, "action" in flags):
                found = Intro("prep", start, start)
                sure = "say" not in takes or "ل" in takes
                if key.startswith("بال", start) or (sure and not self._governed(at, start)):
                    return found
                if weak is None or self._governed(at, weak.start):
                    weak = found  # a name may begin with ب: a colon or أن behind it decides
        return weak

    def _governed_that(self, at: int, start: int) -> bool:
        """Whether أن belongs to the word before it, also over an adverb («بعد أن»، «ويمكن أيضاً أن»)."""
        before = _last_token(self.key, at, start)
        if before in _ALSO:
            before = _last_token(self.key, at, self.key.rfind(before, at, start))
            return before.removeprefix("و") in _MODAL
        return before in NOT_COMPLEMENT

    def _speech(self, quote: Quote, at: int) -> bool:
        """A quotation that is content and not a name («ويؤكد «المركز» الذي …») or a word set apart."""
        key = self.key
        before = _last_token(key, at, quote.start)
        if before and governing(before):
            return False  # «مدير منظمة «…»»: its name
        if quote.start in self.longs:
            return True
        if key[at : quote.start].strip():
            return False
        after = key[quote.end : quote.end + 2].strip()
        return key.count(" ", quote.start, quote.end) >= 2 or after[:1] in ("", ".", ",", "!", "?")

    def _preposition(self, at: int, match: re.Match[str], that_only: bool) -> Intro | None:
        key, word, where = self.key, match["word"], match.start("word")
        before = _last_token(key, at, where)
        if before and (governs(before, word) or (word == "من" and not definite(before) and _people(before))):
            return None
        if word == "علي" and self.folded.text[self.folded.to_text(match.end() - 1)] == "ي":
            return None  # the name علي, not على
        if word == "الا":  # أن + لا: the negation belongs to the content
            return Intro("that", where, where)
        start = match.end() + (key[match.end() : match.end() + 1] == " ")
        goal = TOKEN.match(key, start)
        if word == "الي" and goal and goal.group() in ORGANISATIONS:
            return None  # «المبعوث إلى ليبيا»
        if that_only and not _THAT.match(key, start):
            return None
        return Intro("prep", where, start, self._quote_after(start))

    def _governed(self, at: int, where: int) -> bool:
        """Whether a bare noun governs the word («مدرب نجم بوقرطين»): its ب is probably its own."""
        before = _last_token(self.key, at, where)
        return governing(before) and bool(self.key[at:where].rstrip().removesuffix(before).strip())

    def _by_governor(self, at: int, where: int) -> bool:
        """A noun of action behind a word that may govern it."""
        token = TOKEN.match(self.key, where + 1)
        before = _last_token(self.key, at, where)
        return bool(
            token and before and (token.group() in OBJECTS or _ACTION.match(token.group())) and governs(before, "ب")
        )

    def _attached(self, at: int, where: int, noun_only: bool, action: bool) -> bool:
        """Whether the letter is a preposition that begins the content, not part of a word or of the source."""
        key = self.key
        token = TOKEN.match(key, where)
        if token is None:
            return False
        noun = token.group()[1:]
        if noun_only and noun not in OBJECTS and not (action and _ACTION.match(noun)):
            return False
        if noun == "ما" and _WHAT_DONE.match(key, token.end()) and not noun_only:
            return True  # «نوّه بما حققته الجهات»
        if token.group() in NATIVE or token.group() in INSIDE:
            return False
        before = _last_token(key, at, where)
        if before and governs(before, "ب"):
            return False
        if noun.startswith("ل") and noun[1:] in OBJECTS:
            return True  # «دعا السكان للمشاركة»
        return key[where] == "ب" or noun in OBJECTS or _VERBAL.match(token.group()) is not None

    def _object(self, at: int, stop: int) -> tuple[int, bool] | None:
        key = self.key
        for match in OBJECT_INSIDE.finditer(key, at, stop):
            start = match.start() + 1
            if key[start : match.end()] in GIVEN:
                continue
            before = _last_token(key, at, start)
            if not before:
                if match.lastgroup == "shape" and not key[at:start].strip():
                    continue
                return start, match.lastgroup == "shape"
            noun = before
            after = TOKEN.match(key, match.end() + 1)
            verb = after is not None and after.group() in NOT_SUBJECT  # «في بيان نشر على موقعه»
            if (
                noun in DOCUMENTS
                and f"في {noun}" in ADVERBIALS
                and key.endswith(f"في {noun}", at, start - 1)
                and not verb
            ):
                return start, match.lastgroup == "shape"  # «أكدت الشركة في بيان وقوع الحريق»
            if match.lastgroup == "shape" and (_VERBAL.match(noun) or noun.removeprefix("ل") in OBJECTS):
                continue
            if noun in GIVEN and match.group()[-1] == "ي":
                continue  # «باسم شكري»
            if noun in NOT_SUBJECT or governing(noun) or (match.lastgroup == "shape" and noun in GOVERNORS):
                continue
            return start, match.lastgroup == "shape"
        return None

    def _owned(self, at: int, stop: int) -> tuple[int, bool] | None:
        """A noun with the pronoun of the subject («أكد سالم قبوله الدعوة»)."""
        key = self.key
        own = _OWN_ACTION.match(key, at, stop)
        if own and own[1] not in GIVEN and known(own[1]) is None:
            return at + 1, False  # «أعلن اعتزاله اللعب»
        for match in _OWN_NOUN.finditer(key, at, min(stop, at + 110)):
            before, word = _last_token(key, at, match.start()), match[1]
            if not before or key.find(",", at, match.start()) > 0:
                return None
            if before in NOT_SUBJECT or governing(before) or known(word) or word in GIVEN or word in _SELF:
                continue
            if known(word[:-1]) or known(word[:-2] + "ه"):
                continue  # «شقيقها»: somebody else
            if word.removesuffix("ها").removesuffix("هم").removesuffix("ه") in NOT_SUBJECT:
                continue  # «حولها»
            if word.endswith("ه") and self.folded.text[self.folded.to_text(match.end(1) - 1)] != "ه":
                continue  # «جامعة» ends with the same letter in the key
            name = len(word) < 5 and before in TITLES  # «اللواء عبده …»
            if not name and (definite(before) or before in GIVEN):
                return match.start(1), False
        return None

    def _quote_after(self, at: int) -> Quote | None:
        while at < len(self.key) and self.key[at] == " ":
            at += 1
        return self.quotes.get(at)
