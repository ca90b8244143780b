"""Verbs that take any noun as content, behind a subject of several words («ثمن رئيس الغرفة، دور المتطوعين»)."""

from __future__ import annotations

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import Place, break_of, for_his_part, head_of, introduced, somebody
from isnad.extract.ar.shortest import shortest
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import (
    GIVEN,
    NOT_SUBJECT,
    OBJECT,
    OPENERS,
    ROLES,
    TITLES,
    TOKEN,
    bare,
    definite,
    finite,
    known,
    stop_in,
)
from isnad.extract.base import Range


def parted(key: str, frame: Frame, place: Place, link: int) -> Frame | None:
    """The frame of such a verb when a comma or a name shows where its subject ends, or None."""
    if not (place.opens or for_his_part(key, place)) or not frame.form.tag.startswith("past.3"):
        return None
    comma = key.find(",", place.match.end, link)
    found = subject(key, place.match.end, comma if comma > 0 else link)
    if found is None or key[place.match.end : found[0]].strip() or not somebody(key, found):
        return None
    if agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    who, start = _told_apart(key, found, comma, link)
    if not start:
        return None
    frame.spoken_by(key, who)
    frame.breaks = break_of(key, place)
    frame.doubt(0.1, "subject and object told apart")
    return introduced(frame, Intro("obj", start, start))


def _told_apart(key: str, found: Range, comma: int, link: int) -> tuple[Range, int]:
    """The subject alone and where its object begins; 0 when nothing shows it."""
    who = shortest(key, found)
    if who[1] < found[1]:
        start = who[1] + 1
        return who, start if _thing(key, start, link) and who[1] - who[0] > 3 else 0
    if comma > 0 and found[1] == len(key[:comma].rstrip()) and " " in key[slice(*found)]:
        start = comma + 1 + (key[comma + 1] == " ")
        return found, start if _thing(key, start, link) else 0
    return found, 0


def _thing(key: str, start: int, end: int) -> bool:
    """Whether a definite noun begins there that is nobody: with the article, or in construct with one that has it."""
    token = TOKEN.match(key, start, end)
    if token is None or stop_in(key, start, end) == start:
        return False
    word = token.group()
    if word in NOT_SUBJECT or word in OPENERS or word in TITLES or word in GIVEN or finite(word) or word[0] in "وف":
        return False
    if bare(word) in ROLES or word.startswith(("لل", "بال")):
        return False
    if definite(word):
        return True
    after = TOKEN.match(key, token.end() + 1, end)
    listed = OBJECT.match(key, start) is not None and key[start - 1] == " "
    return listed or (after is not None and known(word) is None and definite(after.group()) and word[0] not in "لب")
