"""Cue verbs whose content is said of an object: «وصف X Y بأنه Z», «ما وصفوه بـ«…»», «يعتبرها كذا»."""

from __future__ import annotations

import re

from isnad.extract.ar.before import subject_before
from isnad.extract.ar.carrying import continue_speaker, goes_on
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.nouns import object_noun
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import RELATIVES, Place, break_of, framed, head_of, introduced, no_noun, somebody
from isnad.extract.ar.split import THIS, split_object
from isnad.extract.ar.stops import own_stop
from isnad.extract.ar.subjects import agrees, before_verb
from isnad.extract.ar.words import (
    GIVEN,
    OBJECTS,
    PREPOSITIONS,
    ROLES,
    TITLES,
    TOKEN,
    bare,
    definite,
    governing,
    known,
    named_before,
)
from isnad.extract.base import Range


def described(key: str, frame: Frame, place: Place) -> Frame | None:
    """«وصف X Y بأنه Z»: the content is the object with its predicate."""
    carried = place.match.clitic != "" and place.last is not None and place.last.cue[0] >= place.sentence[0]
    if not place.match.clitic and before_verb(key, place.sentence[0], place.cue, frame.form.tag):
        carried = True
    link = split_object(key, place.match.end, place.sentence[1], carried, frame.form.cue.takes)
    if link is None:
        return None
    source, start = link
    if source is not None and frame.form.cue.lemma in _TRACED and _matter(key, source):
        if not frame.form.tag.startswith("past.3"):
            return None  # «ويرجع بدء العمل إلى»: it goes back to
        start, source = source[0], None  # «وأرجع سبب التأخر إلى»: who spoke before does
    if source is None:
        if ("مسؤولية" in frame.form.cue.takes and not carried) or not subject_before(key, frame, place):
            return None
    else:
        stop = own_stop(key, *source)
        source = trimmed(key, source[0], stop) if stop > source[0] else source
        if agrees(frame.form.tag, head_of(key, source), before=False) is False or not place.opens:
            return None
        if "person" in frame.flags and frame.form.tag.startswith("pres") and not somebody(key, source):
            return None  # «ويرجع بدء العمل إلى»: it goes back to
        frame.spoken_by(key, source)
        frame.breaks = break_of(key, place)
        frame.doubt(0.1, "subject and object told apart")
    frame.intro = "obj"
    frame.start = start
    return frame


_TRACED = frozenset(("أرجع", "عزا"))


def _matter(key: str, source: Range) -> bool:
    """Whether a phrase is what is traced back to its cause, and nobody («أرجع سبب التأخر إلى»)."""
    head = head_of(key, source)
    nobody = known(head) is None and head not in GIVEN and not named_before(key, head, source[0])
    return head in _CAUSES or (nobody and (not definite(head) or bare(head) in OBJECTS))


_CAUSES = frozenset(("سبب", "اسباب", "اغلب", "معظم", "السبب", "الاسباب"))
_NEWER = frozenset(
    (
        "جديد",
        "جديده",
        "اخير",
        "اخيره",
        "كبير",
        "كبيره",
        "سابق",
        "سابقه",
        "مقبل",
        "مقبله",
        "قادم",
        "قادمه",
        "قديم",
        "قديمه",
    )
)


def object_before_predicate(key: str, start: int, stop: int) -> int | None:
    """Where the object begins in «المدير القرار خطوة مهمة»: the last definite noun before the first indefinite one that
    nothing governs, behind a subject of its own; None when the words do not show it."""
    tokens = list(TOKEN.finditer(key, start, stop))[:14]
    words = [token.group() for token in tokens]
    for i in range(2, len(words)):
        word, before = words[i], words[i - 1]
        if word in PREPOSITIONS or word in RELATIVES:
            return None
        if definite(word) or word in GIVEN or word in THIS or word[0] in "وبل" or not definite(before):
            continue
        at = i - 1
        if words[at - 1] in THIS:
            at -= 1
        elif at > 1 and definite(words[at - 1]) and (before.endswith(("ي", "يه")) or bare(before) in _NEWER):
            at -= 1  # «الخطوة الأخيرة»
        if at == i - 1 and words[at - 1] in GIVEN and _surname(words, at):
            return tokens[i].start()  # «اعتبر المدير خالد المنصور احتفالية هذا العام ناجحة»
        head = bare(words[at]) if words[at] not in THIS else ""
        person = head in ROLES or words[at] in TITLES or words[at] in GIVEN or words[at - 1] in TITLES
        if at < 1 or person or governing(words[at - 1]) or known(word) or words[at - 1] in PREPOSITIONS:
            return None
        return tokens[at].start()
    return None


def _surname(words: list[str], at: int) -> bool:
    """Whether a word with the article behind a first name is the surname, for another noun phrase follows at once."""
    if at + 2 >= len(words) or words[at].endswith("ه") or known(words[at]) or bare(words[at]) in OBJECTS:
        return False
    return definite(words[at + 2]) or words[at + 2] in THIS


def considered(key: str, frame: Frame, place: Place) -> Frame | None:
    """«اعتبر المدير القرار خطوة مهمة»: a definite object and an indefinite predicate behind a known subject."""
    if not (place.opens or framed(key, place)) or not frame.form.tag.startswith("past"):
        return None  # «وتعتبر المدينة مركزاً»: it is held to be one
    stop = min(place.limit, place.match.end + 160)
    comma = key.find(",", place.match.end, stop)
    start = object_before_predicate(key, place.match.end, comma if comma > 0 else stop)
    deed = object_noun(key, place.match.end, start or stop)
    if deed is not None and key[place.match.end : deed[0]].strip():
        start = deed[0]  # «اعتبر الخبير اعتزام الشركة البيع خطوة مهمة»
    if start is None:
        return None
    found = subject(key, place.match.end, start)
    if found is None or key[place.match.end : found[0]].strip() or not somebody(key, found):
        return None
    if agrees(frame.form.tag, head_of(key, found), before=False) is False:
        return None
    frame.spoken_by(key, found)
    frame.breaks = break_of(key, place)
    frame.doubt(0.1, "subject and object told apart")
    return introduced(frame, Intro("obj", start, start))


_BY = re.compile(r"\bب(?:ان(?:ه|ها|هم|هما)?\b|ال\w|(?=[«»\"])|\w{3,})")


def predicated(key: str, frame: Frame, place: Place) -> Frame | None:
    """«ما وصفوه بـ«…»»، «ويعتبرها كذا»: the object is a pronoun, the content what is said of it."""
    at = place.match.end
    if "desc" in frame.form.cue.takes:
        link = _BY.search(key, at, min(place.sentence[1], at + 90))
        if link is None or "," in key[at : link.start()]:
            return None
        start = link.start()
    else:
        start = at + 1
        token = TOKEN.match(key, start, place.limit)
        if key[start : start + 1] not in '«"' and (token is None or definite(token.group()) or known(token.group())):
            return None
    if key[at:start].strip():
        found = subject(key, at, start)
        if not found and not (no_noun(key, at, start) and _own_subject(key, frame, place)):
            return None
        if found and agrees(frame.form.tag.removesuffix(".obj"), head_of(key, found), before=False) is False:
            return None
        if found:
            frame.spoken_by(key, found)
    elif not _own_subject(key, frame, place):
        return None
    frame.intro, frame.start = "obj", start
    return frame


def _own_subject(key: str, frame: Frame, place: Place) -> bool:
    """The subject before the verb, or the speaker of the sentence who goes on."""
    if not place.match.clitic and place.before not in ("ما", *RELATIVES):
        found = before_verb(key, place.sentence[0], place.cue, frame.form.tag.removesuffix(".obj"))
        if found:
            frame.spoken_by(key, found[0])
            return True
    if not goes_on(place) and not place.match.clitic:
        return False
    continue_speaker(frame, place)
    return True
