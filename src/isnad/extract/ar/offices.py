"""An office of several nouns before a name («عميد القبول والتسجيل الدكتور سالم الحلو»)."""

from __future__ import annotations

from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    GIVEN,
    LISTENERS,
    MEETINGS,
    NOT_SUBJECT,
    ORGANISATIONS,
    PLACES,
    ROLES,
    TITLES,
    TOKEN,
    bare,
    definite,
    known,
)

SPELT_LIKE = frozenset(("عن", "علي", "باسم"))  # prepositions spelled like first names
_MOST = 9  # words of the office behind its first noun


def office_end(key: str, start: int, cut: int, end: int) -> int:
    """Where the office that begins at ``start`` ends when it goes on behind ``cut`` («… للدعوة والإرشاد», «… والتسجيل»)
    up to the name of who holds it; 0 when it does not."""
    head = TOKEN.match(key, start)
    if head is None or bare(head.group()) not in ROLES:
        return 0
    spokesman = key.startswith(" باسم ", cut)
    if not spokesman and not definite(key[start:cut].rsplit(" ", 1)[-1]):
        return 0
    verb = key[max(0, start - 20) : start].split()[-1:]
    if verb and verb[0].removeprefix("و") in MEETINGS:
        return _second_noun(key, cut, end)
    at = cut
    for count, token in enumerate(TOKEN.finditer(key, cut, end)):
        word = token.group()
        if count == _MOST or "," in key[at : token.start()] or "(" in key[at : token.start()]:
            break
        if (
            (word in GIVEN and word not in SPELT_LIKE)
            or (word in TITLES and not definite(key[at : token.start()]))
            or f"{word}." in TITLES
        ):
            return _name_end(key, token.start(), end)
        behind = TOKEN.match(key, token.end() + 1, end)
        if not _of_office(word, behind.group() if behind else ""):
            break
        at = token.end()
    return _second_noun(key, cut, end)


def _second_noun(key: str, cut: int, end: int) -> int:
    """«رئيس لجنة التجارة والصناعة»: where the second noun of an office ends, which means nobody; 0 without one."""
    token = TOKEN.search(key, cut, end)
    if token is not None and token.group() == "باسم":
        return _body_end(key, token.end(), end)
    if token is None or "," in key[cut : token.start()] or not token.group().startswith("وال"):
        return 0
    noun = token.group()[3:]
    people = noun in ROLES or noun in COLLECTIVES or noun in LISTENERS or noun in ANONYMOUS or noun in ORGANISATIONS
    return 0 if people or noun.endswith(("ين", "ون")) or known(token.group()[1:]) else token.end()


def _body_end(key: str, start: int, end: int) -> int:
    """«متحدثة باسم مكتب الرئاسة الكونية»: where the body ends that somebody speaks for, with its adjectives."""
    at, closed = start, False
    for token in TOKEN.finditer(key, start, end):
        word = token.group()
        if "," in key[at : token.start()] or (closed and not (definite(word) and word.endswith(("ي", "يه")))):
            break
        if word in NOT_SUBJECT or (word[0] in "بل" and not known(word) and not closed and at > start):
            break
        at, closed = token.end(), closed or definite(word) or word in PLACES
    return at if at > start else 0


def _of_office(word: str, following: str) -> bool:
    """Whether a word can go on an office: «والتسجيل», «للدعوة», «لكرة القدم», «في», «منطقة», «الشرقية»."""
    if word in ("في", "و", "باسم"):
        return True
    if word in NOT_SUBJECT:
        return False
    if definite(word) or word in PLACES or known(word) is not None:
        return True
    if word[0] == "ل" and definite(following) and len(word) > 3:
        return True
    return word[0] in "بلو" and (known(word[1:]) is not None or word[1:] in PLACES or definite(word[1:]))


def _name_end(key: str, start: int, end: int) -> int:
    """Where the titles and the name that begin at ``start`` end: two words of it, and what «بن» and «عبد» join."""
    left, at, joined = 2, start, False
    for token in TOKEN.finditer(key, start, end):
        word = token.group()
        if "," in key[at : token.start()]:
            break
        at = token.end()
        if word in TITLES or f"{word}." in TITLES:
            continue
        if word in ("بن", "بنت", "ال", "ابو", "عبد"):
            joined = True
            continue
        if not joined:
            left -= 1
        joined = False
        if left < 0:
            return token.start()
    return at
