"""What introduces a content: أنّ, a colon, a quotation, the verb's preposition, or a noun as plain object."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from isnad.extract.ar.cuewords import (
    ACTION,
    ALSO,
    BY_NEXT,
    CLOSED_THAT,
    ENTITLED,
    LISTED,
    MODAL,
    NO_CONTENT,
    OBLIGED,
    OCCASION,
    OWN_ENDING,
    THEN_THAT,
    WHAT_DONE,
    WHAT_SAID,
    held,
    in_construct,
    of_office,
)
from isnad.extract.ar.nouns import VERBAL, last_token, object_noun, owned_noun, shown_noun
from isnad.extract.ar.prepositions import BEFORE_NAME
from isnad.extract.ar.words import (
    COMPLEMENT,
    GIVEN,
    HOW,
    INSIDE,
    NATIVE,
    NOT_COMPLEMENT,
    OBJECTS,
    ORGANISATIONS,
    PREPOSITIONS,
    SHORT,
    TITLES,
    TOKEN,
    VERBS,
    alternatives,
    governing,
    governs,
)
from isnad.extract.quotes import Quote
from isnad.text.fold import Folded, fold_key

REACH = 260
_THAT = re.compile(COMPLEMENT)
_SHORT = rf"(?:{alternatives(SHORT)}) [^\W\d]"  # «طالب بحل الأزمة»، but «بسن 20 عاما»
_SPOKEN = frozenset(("say", "that"))
_INTRODUCED = _SPOKEN | {"obj", "desc", "إلى", "عن", "ب"}  # what a colon may stand before
_LANGUAGE = re.compile(r"بال\w{2,}يه")


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
        quoted = '|(?<=ب)(?= ?[«»"])' if "ب" in letters else ""  # «طالب بـ«أدلة»»; «لـ«الضفة»» is who was spoken to
        parts.append(rf"(?P<letter>\b[{letters}](?:(?=\w\w\w|ما |{_SHORT}){quoted}))")
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
        if found and found.kind == "prep" and "that" in takes:
            found = self._named_behind(found, stop) or found
        if "obj" in takes:
            noun = object_noun(self.key, at, found.start if found else stop)
            if noun is None and "shows" in flags:
                noun = shown_noun(self.key, at, found.start if found and found.kind == "that" else stop)
            if noun is None and (found is None or found.kind == "prep"):
                noun = owned_noun(self.folded, at, found.start + 1 if found else stop, "that" in takes)
            end = noun[0] if noun else found.start if found else stop
            what = WHAT_SAID.search(self.key, at, end) if self.key.find(" ما ", at, end) > 0 else None
            if what and ("," not in self.key[at : what.start()] or self.key[what.start() - 1] == ","):
                return Intro("obj", what.start() + 1, what.start() + 1)
            if noun is not None and found and found.kind == "quote" and found.quote and found.quote.start in self.longs:
                return found
            if noun is not None and not (found and found.kind == "that" and self._heads(at, *noun, found.start)):
                return Intro("obj", noun[0], noun[0])
        return found

    def _named_behind(self, found: Intro, stop: int) -> Intro | None:
        """«كشف مسؤول الرقابة عن الجودة سالم الدوري أن»: the preposition belongs to the office, a name follows it."""
        key = self.key
        that = _THAT.search(key, found.content, min(stop, found.content + 90))
        if that is None or "," in key[found.content : that.start()].rstrip(" ,"):
            return None
        words = key[found.content : that.start()].rstrip(" ,").split()
        if not words or words[-1] in NOT_COMPLEMENT or GIVEN.isdisjoint(words[-3:]) or len(words) < 2:
            return None
        return Intro("that", that.start(), that.start(), self._quote_after(that.end()))

    def _heads(self, at: int, noun: int, shaped: bool, that: int) -> bool:
        """Whether the noun belongs to the subject and is no object («أكد أحد المسؤولين في مكاتب تأجير السيارات أن»)."""
        if shaped and "," not in self.key[noun:that] and self.key[that - 4 : that].split()[-1:] != ["علي"]:
            return True
        if in_construct(self.key, at, noun):
            return True
        words = self.key[noun:that].replace(",", " ").split()
        named = len(words) < 10 and not TITLES.keys().isdisjoint(words[1:3])
        if named and VERBS.isdisjoint(words) and words[-1] not in PREPOSITIONS:
            return True  # «وكيل وزارة العمل الدكتور سالم الدوري أن»: who it is follows
        return not self.key[at:noun].strip() and 1 < len(words) < 6

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
                if takes & _SPOKEN and not self._set_apart(quote, at) and self._speech(quote, at):
                    return Intro("quote", start, quote.start, quote)
                if "ب" in takes and self._inside(quote):
                    return Intro("prep", start, quote.start)  # «تعهد المدير «باحترام القرار»»
                position = min(quote.end, stop)
            elif kind == "colon":
                if "exact" in flags and "say" not in takes:
                    continue  # «يشهد المدير تخريج دفعات: …»
                counted = key[match.end() : match.end() + 1].isdigit() or key.endswith(LISTED, at, match.end())
                if not counted and takes & _INTRODUCED:
                    return Intro("colon", start, match.end(), self._quote_after(match.end()))
            elif kind == "that":
                alone = "exact" in flags and not ("ب" in takes and key[start] == "ب")
                if not alone and not self._governed_that(at, start):
                    return Intro("that", start, start, self._quote_after(match.end()))
            elif kind == "word":
                intro = self._preposition(at, match, "thatonly" in flags)
                if intro:
                    return intro
            elif key[start] == "ل" and "إلى" in takes and of_office(key, at, start, stop):
                continue
            elif weak is None and "say" not in takes and self._by_governor(at, start):
                weak = Intro("prep", start, start)  # «أمرت الجهة المختصة بوضع»: if nothing else is
            elif "clause" not in flags and self._attached(at, start, "thatonly" in flags, "action" in flags):
                opened = start - 1 if start - 1 in self.quotes else start  # marks written the other way round
                found = Intro("prep", opened, opened)
                sure = "say" not in takes or "ل" in takes
                if key.startswith("بال", start) or (sure and not self._governed(at, start)):
                    return found
                if weak is None or self._governed(at, weak.start):
                    weak = found  # a name may begin with ب: a colon or أن behind it decides
        return weak

    def _governed_that(self, at: int, start: int) -> bool:
        """Whether أن belongs to the word before it, also over an adverb («بعد أن»، «ويمكن أيضاً أن»)."""
        before = last_token(self.key, at, start)
        if before in ALSO:
            before = last_token(self.key, at, self.key.rfind(before, at, start))
            return before.removeprefix("و") in MODAL
        return before in NOT_COMPLEMENT or OBLIGED.search(self.key, at, start) is not None

    def _set_apart(self, quote: Quote, at: int) -> bool:
        """Whether the quotation is the subject or its apposition («قال سالم الدوري «رئيس النادي» إن»)."""
        key = self.key
        return THEN_THAT.match(key, quote.end) is not None and ":" not in key[at : quote.start]

    def _inside(self, quote: Quote) -> bool:
        """Whether a quotation begins with ب before a verbal noun or أن: the preposition of the verb before it."""
        token = TOKEN.match(self.key, quote.inner_start)
        word = token.group() if token else ""
        if word[:1] != "ب" or word in NATIVE or word in INSIDE:
            return False
        return word[1:] in OBJECTS or word.startswith("بان") or ACTION.match(word[1:]) is not None

    def _speech(self, quote: Quote, at: int) -> bool:
        """A quotation that is content and not a name («ويؤكد «المركز» الذي …») or a word set apart."""
        key = self.key
        before = last_token(key, at, quote.start)
        if before in ENTITLED:
            return False  # «رد على مقال بعنوان «…»»
        if before and governing(before) and not self._ends_sentence(quote, at):
            return False  # «مدير منظمة «…»»: its name
        if quote.start in self.longs:
            return True
        if key[at : quote.start].strip():
            return self._ends_sentence(quote, at)
        after = key[quote.end : quote.end + 2].strip()
        return key.count(" ", quote.start, quote.end) >= 3 or after[:1] in ("", ".", ",", "!", "?")

    def _ends_sentence(self, quote: Quote, at: int) -> bool:
        """Whether a quotation of several words ends its sentence, so that nothing else can be the content («وقالت سيدة
        «أنا أقف هنا أمامكم».»)."""
        key = self.key
        follows = key[quote.end : quote.end + 2].strip()
        closed = key[quote.inner_end - 1 : quote.inner_end] in (".", "!", "?") or follows[:1] in ("", ".", "!", "?")
        near = quote.start - at < 90 and key.find(", و", at, quote.start) < 0
        name = quote.repair and CLOSED_THAT.search(key, quote.inner_start, min(quote.end, quote.start + 50))
        return closed and near and not name and key.count(" ", quote.start, quote.end) >= 2

    def _preposition(self, at: int, match: re.Match[str], that_only: bool) -> Intro | None:
        key, word, where = self.key, match["word"], match.start("word")
        if key.count("-", at, where) == 1 and "-" in key[where : where + 60]:
            return None  # «مسؤول -رفض الكشف عن هويته- إن»
        before = last_token(key, at, where)
        if before and held(before, word, _THAT.match(key, match.end() + 1) is not None):
            return None
        if word == "علي" and (before in BEFORE_NAME or self.folded.text[self.folded.to_text(match.end() - 1)] == "ي"):
            return None  # the name علي, not على
        if word == "الا":
            return Intro("that", where, where)  # أن + لا
        start = match.end() + (key[match.end() : match.end() + 1] == " ")
        goal = TOKEN.match(key, start)
        if word == "من" and goal and goal.group() in NO_CONTENT:
            return None  # «سخّر إمكاناته من أجل»
        if word == "الي" and before and goal and goal.group() in ORGANISATIONS:
            return None  # «المبعوث إلى ليبيا»
        if that_only and not _THAT.match(key, start):
            return None
        return Intro("prep", where, start, self._quote_after(start))

    def _governed(self, at: int, where: int) -> bool:
        """Whether a bare noun governs the word («مدرب نجم بوقرطين»): its ب is probably its own."""
        ahead = self.key[at:where].split()
        adjective = len(ahead) > 1 and ahead[-1].endswith("يه") and governing(ahead[-2])  # «مصادر إعلامية»
        return len(ahead) > 1 and governing(ahead[-1]) and not adjective

    def _by_governor(self, at: int, where: int) -> bool:
        """A noun of action behind a word that may govern it."""
        token = TOKEN.match(self.key, where + 1)
        before = last_token(self.key, at, where)
        return bool(
            token and before and (token.group() in OBJECTS or ACTION.match(token.group())) and governs(before, "ب")
        )

    def _attached(self, at: int, where: int, noun_only: bool, action: bool) -> bool:
        """Whether the letter is a preposition that begins the content, not part of a word or of the source."""
        key = self.key
        token = TOKEN.match(key, where)
        if token is None:
            return False
        noun = token.group()[1:]
        if noun_only and noun not in OBJECTS and not (action and ACTION.match(noun)):
            return False
        if OCCASION.match(key, where) or (token.group() in HOW and BY_NEXT.match(key, token.end())):
            return False
        before = last_token(key, at, where)
        if before in GIVEN and key[token.end() : token.end() + 1] == ",":
            return False  # «تعهد مسعود بارزون، أمس، بالانتقام»
        if noun == "ما" and WHAT_DONE.match(key, token.end()) and not noun_only:
            return True  # «نوّه بما حققته الجهات»
        if token.group() in NATIVE or token.group() in INSIDE or OWN_ENDING.sub("", token.group()) in NATIVE:
            return False
        if before and (governs(before, "ب") or (governs(before, "لغة") and _LANGUAGE.fullmatch(token.group()))):
            return False
        if noun.startswith("ل") and noun[1:] in OBJECTS:
            return True  # «دعا السكان للمشاركة»
        return key[where] == "ب" or noun in OBJECTS or VERBAL.match(token.group()) is not None

    def _quote_after(self, at: int) -> Quote | None:
        return self.quotes.get(next((i for i in range(at, len(self.key)) if self.key[i] != " "), -1))
