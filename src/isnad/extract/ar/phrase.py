"""The Arabic noun phrase as a source: where it ends, whether it can be a subject, and what it mentions."""

from __future__ import annotations

import re

from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    COMMA,
    DOCUMENTS,
    GIVEN,
    GOVERNORS,
    INSIDE,
    NOT_SUBJECT,
    ORGANISATIONS,
    OUTLETS,
    PRONOUNS,
    ROLES,
    STOP,
    TITLES,
    TOKEN,
    VERBS,
    bare,
    definite,
    feminine,
    governing,
    governs,
    known,
)
from isnad.extract.base import Mention, Range

LONGEST = 230
_TRAIL = " ,;.:-/\n"
POINTERS = frozenset(("هذا", "هذه", "ذلك", "تلك", "هولاء", "اوليك"))
_OBLIQUE = re.compile(r"^(?:لل|ال)\w{3,}ين$")
_RELATIVE = re.compile(r"\b(?:الذي|التي|الذين|اللذان|اللتان|والذي|والتي)\b")
_FRAGMENT = re.compile(r"\b(?:هدف|الهدف|هدفا|هدفه|ان|انه|انها|بان|لم|لن|لا|قد|سوف|هل|ثم|لكن)\b")


def trimmed(key: str, start: int, end: int) -> Range:
    """The range without spaces and separators at its edges."""
    while start < end and key[start] in _TRAIL:
        start += 1
    while end > start and (key[end - 1] in _TRAIL or key[end - 1] == "«"):
        end -= 1
    return start, end


_DATE = re.compile(r" (?:في|بتاريخ|يوم) \d| (?:ال\w+ )?(?:التاليه|الاتيه)\b")


def subject(key: str, start: int, end: int) -> Range | None:
    """The noun phrase that begins ``key[start:end]``, cut at the first adverbial; None when none begins there."""
    start, end = trimmed(key, start, end)
    leading = _LEADING.match(key, start, end)
    if leading:
        start = leading.end()
    if start >= end:
        return None
    stop = STOP.search(key, start, end)
    if stop:
        if stop.start() == start:
            return _behind_addressee(key, start, end)
        end = stop.start()
    date = _DATE.search(key, start, end)
    if date:
        end = date.start()
    own = _OWN_SPEECH.search(key, start, end)
    end = _governed(key, start, own.start() if own else end)
    start, end = trimmed(key, start, _apposed(key, start, end))
    hanging = _HANGING.search(key, start, end)
    if hanging:
        end = hanging.start()
    if not 1 < end - start <= LONGEST or not can_head(key, start, end):
        return None
    return start, end


_LEADING = re.compile(r"(?:فيها|فيه|خلالها|خلاله|بها|به|عنها|عنه|ايضا|كذلك|له|لهم|لها|لنا|لي) (?=ال|\w+ )")
_PREPOSITION = re.compile(r"([^\s,]+) (?:علي|الي|عن)(?= )")


# «حديثه» reads like «حديثة» in the key: behind a feminine noun it is the adjective.
_OWN_SPEECH = re.compile(r"(?<=[^هت]) حديثه *$")


_HANGING = re.compile(
    r"(?: (?:في|من|علي|الي|عن|مع|و|او|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|دايما|\())+$"
)


def unhung(key: str, start: int, end: int) -> Range:
    """The phrase without a preposition, conjunction or weekday left over at its end."""
    hanging = _HANGING.search(key, start, end)
    return trimmed(key, start, hanging.start() if hanging else end)


def _governed(key: str, start: int, end: int) -> int:
    """Cut the phrase at a preposition that no word of it governs («اشترطت الإدارة على الأعضاء …»)."""
    for match in _PREPOSITION.finditer(key, start, end):
        word = match[1]
        if governs(word, match.group().split()[-1]) or (definite(word) and not word.endswith(("ي", "يه"))):
            continue
        if match.group().endswith("علي") and (word in TITLES or key.startswith(" بن ", match.end())):
            continue
        return match.end(1)
    return end


_ADDRESSEE = re.compile(
    r"(?:في (?:تصريح\w*|حديث\w*|اتصال هاتفي|لقاء|حوار|مقابله)(?: \w+)? )?"
    r"ل ?(?:\w+ )?(?:[«»][^«»]{2,30}[«»]|\"[^\"]{2,30}\"|\([^)]{2,30}\)),? "
)


def _behind_addressee(key: str, start: int, end: int) -> Range | None:
    """«وأوضح لـ«الضفة» مدير …»: the subject may stand behind the outlet that it spoke to."""
    match = _ADDRESSEE.match(key, start, end)
    if not match or match.end() >= end:
        return None
    stop = STOP.search(key, match.end(), end)
    if stop and stop.start() == match.end():
        return None
    first, last = trimmed(key, match.end(), _apposed(key, match.end(), stop.start() if stop else end))
    return (first, last) if last - first > 1 and can_head(key, first, last) else None


def _apposed(key: str, start: int, end: int) -> int:
    """Where the phrase ends when what follows a comma in it is no apposition."""
    at = start
    while comma := COMMA.search(key, at, end):
        at = comma.end()
        word = TOKEN.search(key, at, end)
        if word is None:
            return comma.start()
        text = word.group()
        if text in ("وهو", "وهي", "وهم"):
            continue
        if text in NOT_SUBJECT and not _RELATIVE.match(text):
            return comma.start()
        noun = known(text) or known(text.removeprefix("و")) or _RELATIVE.match(text) or text in GIVEN
        if not noun and not _name_between(key, comma.end(), end) and not _set_apart(key, comma.end(), end):
            return comma.start()
        if _OBLIQUE.match(text):
            return comma.start()
    return end


def _set_apart(key: str, start: int, end: int) -> bool:
    """An adjective with its complements, closed by a comma («حزب البحر، المعارض للحكومة، أن»)."""
    closed = key[end : end + 2].lstrip()[:1] in (",", ";")
    rest = key[start:end].strip()
    first = rest.split(" ", 1)[0]
    return closed and len(rest) < 70 and "," not in rest and first.startswith("ال") and not _OBLIQUE.match(first)


_BETWEEN = re.compile(r" ?\w{3,}(?: \w{3,}){1,3} ?(?:,|$)")


def _name_between(key: str, start: int, end: int) -> bool:
    """A name set between commas («المتحدث باسم الوزارة، تيم الحموي، عن …»)."""
    match = _BETWEEN.match(key, start, end)
    if match is None:
        return False
    words = match.group().replace(",", " ").split()
    return not any(w in NOT_SUBJECT or w.startswith(("لل", "بال", "وال")) or known(w) for w in words)


_ACCUSATIVE = re.compile(r"(?!ال)\w{3,}ا (?!ال)\w{3,}ا\b")


def can_head(key: str, start: int, end: int) -> bool:
    """Whether a phrase can be a subject: no preposition, particle or oblique plural stands first."""
    first = TOKEN.search(key, start, end)
    if first is None:
        return False
    word = first.group()
    if word in PRONOUNS:
        rest = [token.group() for token in TOKEN.finditer(key, first.end(), end)]
        return not rest or (word in POINTERS and all(definite(other) for other in rest))
    if word in NOT_SUBJECT or len(word) < 2:
        return False
    if key[start] in '«"(':
        return True
    if _OBLIQUE.match(word) and word not in GIVEN and (known(word) is None or bare(word) in COLLECTIVES):
        return False
    if word[0] in "بل" and (word[1:] in PRONOUNS or known(word[1:])) and known(word) is None and word not in GIVEN:
        return False
    if word.startswith(("لل", "بال", "وال")) or word.endswith(("هما",)):
        return False
    if word in VERBS and known(word) is None and word not in GIVEN:
        return False
    if _ACCUSATIVE.match(key, first.start(), end) and word not in GIVEN and known(word) is None:
        return False  # «أظهر فيها جانباً مهماً»: an object
    return not (_FRAGMENT.search(key, first.end(), end) and not _RELATIVE.search(key, start, end))


def mention(key: str, where: Range) -> Mention:
    """What a source phrase mentions: type, proper name, and how it points back."""
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(key, *where)]
    if not tokens:
        return Mention("person", where, "name")
    at = 0
    while at + 1 < len(tokens) and tokens[at][0] in ("هذا", "هذه", "كل", "ذات", "نفس"):
        at += 2 if tokens[at][0] == "كل" and tokens[at + 1][0] == "من" else 1
    pointing = at > 0 and tokens[0][0] in ("هذا", "هذه", "ذات", "نفس")
    at = min(at, len(tokens) - 1)
    head = tokens[at][0]
    if head[0] == "ل" and len(head) > 3 and not known(head):
        # «وفقاً للوزارة»، «وفقاً لوزارة …»: the preposition is no part of the noun
        head = "ال" + head[2:] if head.startswith("لل") else head[1:]
    gender = feminine(head)
    noun = bare(head)
    pronoun = PRONOUNS.get(head)
    if pronoun and len(tokens) == 1:
        return Mention("person", None, "pronoun", head, gender, pronoun["number"] == "pl")
    alone = len(tokens) == at + 1
    outlet = OUTLETS.get(noun) or OUTLETS.get(head)
    if outlet:
        kind = "agency" if outlet["kind"] == "agency" else "outlet"
        if alone and noun != head and head not in OUTLETS:
            return Mention(kind, None, "description", noun, gender)  # type: ignore[arg-type]
        return Mention(kind, _outlet_name(key, where, tokens, at), "name", noun, gender)  # type: ignore[arg-type]
    if noun in DOCUMENTS or head in DOCUMENTS:
        return Mention("document", None, "description" if alone and noun != head else "name", noun, gender)
    anonymous = ANONYMOUS.get(noun)
    if anonymous and anonymous["kind"] == "plain":
        return Mention("unnamed", None, "unnamed", noun, gender)
    if noun in ORGANISATIONS or head in ORGANISATIONS:
        if (alone and noun != head and head not in ORGANISATIONS) or pointing:
            return Mention("organisation", None, "description", noun, gender)
        return Mention("organisation", _organisation_name(key, where), "name", noun, gender)
    name = _person_name(key, where[1], tokens[at:])
    if name is None and anonymous and noun == head and not _in_construct(tokens[at + 1 : at + 2]):
        return Mention("unnamed", None, "unnamed", noun, gender)
    if noun in COLLECTIVES or (name is not None and head[0] == "م" and head.endswith("ون") and head not in GIVEN):
        return Mention("collective", None, "name", noun, gender, True)
    if name is not None:
        return Mention("person", name, "name", noun, gender)
    return Mention("person", None, "description", noun, gender)


def _in_construct(after: list[tuple[str, int, int]]) -> bool:
    """Whether the noun is made definite by the next («نائب مدير الجوازات»): one person, if without a name."""
    return (
        bool(after) and (definite(after[0][0]) or governing(after[0][0])) and not after[0][0].startswith(("لل", "بال"))
    )


def _outlet_name(key: str, where: Range, tokens: list[tuple[str, int, int]], at: int) -> Range:
    quoted = re.compile(r"«[^»]+»|\"[^\"]+\"|\([^)]+\)").search(key, *where)
    if quoted:
        return quoted.start() + 1, quoted.end() - 1
    return (tokens[at + 1][1], where[1]) if at + 1 < len(tokens) else (tokens[at][1], where[1])


_ORG_END = re.compile(r",| \(| التابع| المعني| الذي| التي| في بيان")


def _organisation_name(key: str, where: Range) -> Range:
    cut = _ORG_END.search(key, where[0] + 3, where[1])
    return where[0], cut.start() if cut else where[1]


def _is_role(word: str) -> bool:
    noun = bare(word)
    return noun in ROLES or word in TITLES or noun.removeprefix("و") in ROLES


def _person_name(key: str, end: int, tokens: list[tuple[str, int, int]]) -> Range | None:
    """The proper name in a phrase about a person: behind its titles and offices, before those that follow it."""
    first = next((i for i in range(1, len(tokens)) if "," in key[tokens[i - 1][2] : tokens[i][1]]), len(tokens))
    tokens = [token for token in tokens if key[token[1] - 1] != "("]
    if not tokens:
        return None
    start = _name_start(tokens[:first])
    if start is None and first < len(tokens):
        start = _name_start(tokens)
    if start is None:
        return None
    last = start
    for i in range(start, len(tokens)):
        word, begin, stop = tokens[i]
        if i > start:
            gap = key[tokens[i - 1][2] : begin]
            if any(mark in gap for mark in ",;(-") or _RELATIVE.match(word) or word in NOT_SUBJECT:
                break
            following = tokens[i + 1][0] if i + 1 < len(tokens) else ""
            surname = definite(word) and (not following or (_is_role(following) and not definite(following)))
            if _is_role(word) and word not in GIVEN and not surname:
                break
            if word in GOVERNORS:
                break
            if word.startswith("و") and word not in GIVEN and _joined(word[1:]):
                break
        last = i
        if stop > end:
            break
    return tokens[start][1], tokens[last][2]


def _joined(word: str) -> bool:
    """Whether «و» before the word joins another phrase to the name."""
    return known(word) is not None or definite(word) or word in GIVEN or word in ("كل", "جميع", "عدد", "بعض")


def _name_start(tokens: list[tuple[str, int, int]]) -> int | None:
    titles = [i for i, token in enumerate(tokens) if token[0] in TITLES and i + 1 < len(tokens)]
    for i in reversed(titles):
        if (i + 1 < len(tokens) and not definite(tokens[i + 1][0])) or tokens[i][0] not in ROLES:
            nxt = i + 1
            while nxt < len(tokens) and (
                tokens[nxt][0] in TITLES or tokens[nxt][0] in ("الركن", "اول", "ثان", "الملكي")
            ):
                nxt += 1
            if (
                nxt < len(tokens)
                and tokens[nxt][0] not in NOT_SUBJECT
                and not _nisba(tokens[nxt][0], len(tokens) - nxt)
                and not _is_role(tokens[nxt][0])
            ):
                return nxt
    first = tokens[0][0]
    if not _is_role(first) and bare(first) not in COLLECTIVES and bare(first) not in ANONYMOUS:
        return 0
    for i in range(1, len(tokens)):
        word = tokens[i][0]
        if word in INSIDE:
            continue
        if word == "علي" and tokens[i - 1][0] in GOVERNORS:
            return None
        if i == 1 and word.endswith("ي") and not definite(tokens[0][0]) and tokens[0][0] not in TITLES:
            continue  # «مسؤول تركي»: where he is from
        if word in GIVEN and not (i + 1 == len(tokens) and not definite(tokens[i - 1][0])):
            return i
        if word in NOT_SUBJECT or _RELATIVE.match(word):
            return None
        if word in INSIDE or (word[0] in "لب" and known(word[1:])):
            continue
        if not definite(word) and definite(tokens[i - 1][0]) and not known(word) and not word.startswith(("و", "لل")):
            return i if word not in NOT_SUBJECT else None
    return None


def _nisba(word: str, left: int) -> bool:
    """An adjective of origin or office behind a title («الرئيس الروسي»), not the name itself («السيد العاصمي»)."""
    return left > 1 and definite(word) and word.endswith(("ي", "يه"))
