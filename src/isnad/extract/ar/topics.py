"""Verbs without a content of their own whose subject speaks on in a participle."""

from __future__ import annotations

import re

from isnad.extract.ar.before import subject_before
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.namelike import AL_VERBS
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import Place, break_of, clausal, framed, head_of, surely_noun
from isnad.extract.ar.shortest import shortest
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import (
    ADVERBIALS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN,
    INTRANSITIVES,
    NOT_SUBJECT,
    OBJECTS,
    ROLES,
    TITLES,
    TOKEN,
    VERBS,
    bare,
    definite,
    feminine,
    known,
    titled_before,
)
from isnad.extract.base import Range


def topic(key: str, frame: Frame, place: Place) -> Frame | None:
    """A verb without content of its own whose subject speaks on in participles."""
    if not frame.form.tag.startswith("past.3"):
        return None
    opens = place.match.clitic or place.opens or (place.before and framed(key, place))
    if opens and not frame.form.tag.endswith(("3mp", "3md")):
        found = subject(key, place.match.end, min(place.sentence[1], place.match.end + 90))
        if (
            found
            and not _OBJECT_NOUN.search(f" {head_of(key, found)}")
            and (surely_noun(key, found) or place.match.clitic)
            and agrees(frame.form.tag, head_of(key, found), before=False) is not False
        ):
            frame.source = shortest(key, found)
            frame.mention = mention(key, frame.source)
            ends = clausal(place) or not place.opens
            frame.breaks = break_of(key, place) if ends and place.before not in _INSIDE else None
            return frame
    if not place.match.clitic and subject_before(key, frame, place) and frame.source:
        return frame
    return None


# What such a verb behind one of these tells is part of the content around it («قال إن الجنود قتلوا عندما هاجم …»).
_INSIDE = frozenset(
    ("عندما", "حين", "حينما", "لما", "بعدما", "ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "لانه", "لانها")
)
_OBJECT_NOUN = re.compile(r" (?!ال)\w{3,}ا$")
_CORDIAL = re.compile(r"(?:خالص|احر|صادق|اطيب|اسمي|جزيل|وافر|بالغ|عميق|اجمل) (?:ال|\w+ه\b)")  # «وقدم خالص العزاء»
# Also subordinate («بينما رفض الوزير …، إلا أنه قال») and negated («لم تكشف الوزارة …، لكنها قالت»).
_OPENING = re.compile(
    r"[\s\-]*(?:و?(?:(?:من|ب) ?(?:جهت|جانب|ناحيت|دور)(?:ه|ها|هم)|من (?:جهه|ناحيه|جانب) (?:اخري|ثانيه|اخر)|الي ذلك"
    r"|(?:في|علي) (?:ال)?(?:سياق|صعيد|شان|مقابل)(?: ذاته| نفسه| متصل| اخر)?|(?:بعد|عقب) ذلك) ?,? ?)?"
    r"و?(?:(?:ثم|كما|كان|كانت|لقد|فقد|حيث|بينما|فيما|في حين|في الوقت الذي|لين|لم|لن|لا|ما|قد) ){0,2}و?(\w{3,}) "
)


def _before_clause(key: str, place: Place, wanted: bool) -> Range | None:
    """«المحامية هند النهمي ذهبت أبعد من ذلك، معتبرةً أن»: somebody named opens the sentence, the verb follows."""
    start, end = trimmed(key, place.sentence[0], place.cue)
    first = TOKEN.match(key, start, end)
    if first is None or not (first.group() in TITLES or first.group() in GIVEN or bare(first.group()) in ROLES):
        return None
    verb = _FINITE.search(key, first.end(), min(end, start + 90))
    who = mention(key, (start, verb.start())) if verb else None
    if verb is None or who is None or who.name is None or who.feminine is not wanted:
        return None
    return (start, verb.start()) if who.name[1] == verb.start() else None


_ALTHOUGH = re.compile(r"[\s\-]*و?(?:رغم|مع|بالرغم من|علي الرغم من) (ان |(?!ال)\w{3,} )")
_THEN_VERB = re.compile(r"لم|لن|لا|قد|كان|كانت|ليس|ليست|س?[يت]\w{3,}")


def _verb(word: str) -> bool:
    return known(word) is None and word not in GIVEN and (word in VERBS or _THEN_VERB.fullmatch(word) is not None)


def _conceded(key: str, place: Place, wanted: bool) -> Range | None:
    """«رغم أن المدرب لم يحضر، فإنه قال»، «رغم رفض المدير التعليق، إلا أنه قال»: somebody in a clause of concession."""
    opening = _ALTHOUGH.match(key, place.sentence[0], place.cue)
    if opening is None or opening[1] in ADVERBIALS or (known(opening[1].rstrip()) and opening[1] != "ان "):
        return None
    end = place.cue
    if opening[1] == "ان ":
        words = TOKEN.finditer(key, opening.end(), place.cue)
        end = next((word.start() for word in words if _verb(word.group())), end)
    found = subject(key, opening.end(), end)
    if found is None or found[0] > opening.end():
        return None
    found = shortest(key, found)
    head = head_of(key, found)
    if not (known(head) or head in GIVEN) or feminine(head) is not wanted:
        return None
    return found if mention(key, found).type in ("person", "organisation") else None


_FINITE = re.compile(
    r" (?:قد |كان |كانت )?(?:(?!بنت)\w{2,}[^ا\W]ت|ذهب|راي|مضي|دافع|هاجم|رفض|تحدث|وجه|شن|عاد|بدا|خرج|رد|علق) "
)


_CONTRAST = re.compile(r"[ ,](?:(?:غير|الا|بيد) ان|و?لكن)(?:ه|ها|هم)? ")


def actor(key: str, place: Place, wanted: bool, plural: bool = False) -> Range | None:
    """The subject of the verb that opens the sentence («وصل الوزير إلى … مؤكداً أن»), when it surely is one."""
    found = (_before_clause(key, place, wanted) or _conceded(key, place, wanted)) if not plural else None
    return found or opening_subject(key, place.sentence[0], place.cue, wanted, plural)


_HIS_WORDS = re.compile(r"(?:حديث|كلام|خطاب|كلمت|مداخلت)(?:ه|ها|هم) ")


_CLAUSES = re.compile(r"(?:^[\s\-_•*]*|(?<=[,;] )|(?<=[,;]))(?:و|ف)?(?:ثم |بحيث |حيث |فيما |بينما )?(?=\w)")


def _sentence_actor(key: str, place: Place, wanted: bool) -> Range | None:
    """«قام المدير بعرض الخطة على العمدة. وبيّن له أنه سيبدأ»: the one person who did something before."""
    before = [part for part in place.zone.sentences if part[1] <= place.sentence[0]]
    if not before:
        return None
    start, end = before[-1]
    found = [opening_subject(key, start + at.end(), end, wanted) for at in _CLAUSES.finditer(key[start:end])]
    people = {key[slice(*one)]: one for one in found if one and mention(key, one).type == "person"}
    return next(iter(people.values())) if len(people) == 1 else None


_TO_ANOTHER = (" له ", " لها ", " لهم ", " لهما ")


def did_before(key: str, frame: Frame, place: Place) -> bool:
    """«قام المدير بعرض الخطة على العمدة. وبيّن له أنه سيبدأ»: nobody spoke in the paragraph, but somebody did something
    and tells it to another."""
    last, tag = place.last, frame.form.tag
    if place.match.clitic != "و" or tag not in ("past.3ms", "past.3fs") or place.zone.number:
        return False
    if not key.startswith(_TO_ANOTHER, place.match.end) or (last is not None and last.cue[0] >= place.zone.start):
        return False
    found = _sentence_actor(key, place, tag == "past.3fs")
    if found is None or key[place.sentence[0] : place.cue].strip():
        return False
    frame.spoken_by(key, found)
    frame.breaks = place.cue
    frame.doubt(0.15, "subject of the clause before")
    return True


_WHEN = re.compile(r"\bو?(?:(?:بعد|قبل|منذ) ان|(?:بعدما|عندما|حينما|حين|لما)) (\w{2,}?)(ت?) (?=[^,;:.]{3,120},? ?$)")


def clause_before(key: str, frame: Frame, place: Place) -> bool:
    """«بعد أن فكر المريض، رأى أن»: the subject of the clause in front goes on, when its verb has no object."""
    apart = place.gap.strip() == "," and not place.match.clitic
    found = _in_front(key, place, "3fs" in frame.form.tag) if apart else None
    if found is None:
        return False
    frame.spoken_by(key, found)
    frame.breaks = found[0]
    frame.doubt(0.15, "subject of the clause before")
    return True


def _in_front(key: str, place: Place, wanted: bool) -> Range | None:
    when = _WHEN.search(key, max(place.sentence[0], place.cue - 160), place.cue)
    if when is None or when[1] not in INTRANSITIVES or bool(when[2]) is not wanted:
        return None
    found = subject(key, when.end(), place.cue)
    if found is None or agrees("past.3fs" if wanted else "past.3ms", head_of(key, found), before=False) is False:
        return None
    found = shortest(key, found)
    first = head_of(key, found)
    who = mention(key, found)
    if who.type == "person" and (known(first) or first in GIVEN or definite(first)):
        return found
    name = TOKEN.search(key, *found)
    return name.span() if name and titled_before(key, name.group(), name.start()) else None


def _surname_in_a(key: str, start: int, noun: re.Match[str]) -> bool:
    """Whether a word in ا behind a first name is its surname («سامر أوراما») and no noun that a list knows."""
    word = noun.group().strip()[:-1]
    thing = word in OBJECTS or word in DOCUMENTS or known(word) is not None
    first = key[start : noun.start()].split()[-2:]
    return first[-1] in GIVEN and not thing and GIVEN.isdisjoint(first[:-1]) and first[0] not in ("بن", "ال")


def _definite_end(key: str, start: int, end: int) -> bool:
    """Whether a definite noun or a name ends the phrase, so that an indefinite noun behind it is another."""
    word = key[start:end].rsplit(" ", 1)[-1]
    return definite(word) or word in GIVEN


def opening_subject(key: str, start: int, end: int, wanted: bool, plural: bool = False) -> Range | None:
    """The subject of the verb that opens ``key[start:end]``, when it surely is one and agrees: ``wanted`` is whether it
    has to be feminine."""
    opening = _OPENING.match(key, start, end)
    if (
        opening is None
        or (definite(opening[1]) and opening[1] not in AL_VERBS)
        or (known(opening[1]) and not (opening[1] in VERBS and "قد " in opening[0]))
        or opening[1] in NOT_SUBJECT
        or _CORDIAL.match(key, opening.end(), end)
    ):
        return None
    contrast = _CONTRAST.search(key, opening.end(), end)
    his = _HIS_WORDS.match(key, opening.end())  # «قاطع كلامه المهندس قائلاً»: the object stands before the subject
    start = his.end() if his else opening.end()
    found = subject(key, start, min(contrast.start() if contrast else end, start + 200))
    if not found:
        return None
    found = shortest(key, found)
    noun = _OBJECT_NOUN.search(key, *found)
    if noun and not _definite_end(key, found[0], noun.start()):
        return None
    if noun and not _surname_in_a(key, found[0], noun):
        found = (found[0], noun.start())  # «عقد الحلو مؤتمراً صحفياً»
    head = head_of(key, found)
    row = known(head)
    if opening[1] in VERBS or opening[1][1:] in VERBS:  # «وأوضح يوسف قائلاً: …»
        if opening[1].endswith(("ون", "وا")):
            return None  # «يرون السوء»: the subject is in the verb
        if not plural:
            return found if feminine(head) in (None, wanted) else None
    if not ((row and (definite(head) or head in TITLES or len(key[found[0] : found[1]].split()) > 1)) or head in GIVEN):
        return None
    gender = feminine(head)
    if gender is None and head in TITLES:
        gender = opening[1].endswith("ت")  # «رفع معالي المستشار الشكر»: the verb in front agrees
    if plural:
        return (
            found
            if bare(head) in COLLECTIVES or (head.endswith(("ون", "ان")) or (head.endswith("ا") and not definite(head)))
            else None
        )
    return None if gender is None or gender != wanted else found
