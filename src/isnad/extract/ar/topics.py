"""Verbs without a content of their own whose subject speaks on in a participle."""

from __future__ import annotations

import re
from itertools import pairwise

from isnad.extract.ar.before import subject_before
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.phrase import subject, trimmed
from isnad.extract.ar.place import Place, break_of, clausal, head_of, surely_noun
from isnad.extract.ar.split import owned
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import (
    ADVERBIALS,
    ANONYMOUS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN,
    INTRANSITIVES,
    NOT_SUBJECT,
    OBJECT,
    OBJECTS,
    ORGANISATIONS,
    ROLES,
    TITLES,
    TOKEN,
    VERBS,
    bare,
    definite,
    feminine,
    governing,
    known,
    titled_before,
)
from isnad.extract.base import Range


def topic(key: str, frame: Frame, place: Place) -> Frame | None:
    """A verb without content of its own whose subject speaks on in participles."""
    if not frame.form.tag.startswith("past.3"):
        return None
    if (place.match.clitic or place.opens) and not frame.form.tag.endswith(("3mp", "3md")):
        found = subject(key, place.match.end, min(place.sentence[1], place.match.end + 90))
        if (
            found
            and not _OBJECT_NOUN.search(f" {head_of(key, found)}")
            and (surely_noun(key, found) or place.match.clitic)
            and agrees(frame.form.tag, head_of(key, found), before=False) is not False
        ):
            frame.source = shortest(key, found)
            frame.mention = mention(key, frame.source)
            frame.breaks = break_of(key, place) if clausal(place) else None
            return frame
    if not place.match.clitic and subject_before(key, frame, place) and frame.source:
        return frame
    return None


_PHRASE_END = re.compile(
    r" (?<! بن )(?<! بنت )(?:ل\w{3,}|ب\w{3,}|قل|عن|الي|علي|في|من|مع|امام|كلم(?:ه|ته|تها)|معاليه|هذا|هذه|تلك|الجميع|جميع|كافه|و\w+"
    r"|تحيات\w*)\b|,"
)


def _surname(key: str, start: int, match: re.Match[str]) -> bool:
    """Whether the word that looks as if it began with a preposition is a surname («سامر لوران»)."""
    word = match.group().strip()
    if word[0] not in "بل" or len(word) < 5 or word.startswith(("لل", "بال")) or known(word[1:]):
        return False
    return key[start : match.start()].rsplit(" ", 1)[-1] in GIVEN and not word.endswith(("ه", "ها", "هم"))


def _in_body_name(key: str, start: int, match: re.Match[str]) -> bool:
    """Whether a phrase with ل goes on with the name of a body («الاتحاد الساحلي للكرة»، «اتحاد الضفاف لكرة السلة»)."""
    head = TOKEN.match(key, start)
    body = head is not None and (bare(head.group()) in ORGANISATIONS) and head.end() < match.start()
    return body and match.group().startswith((" لل", " لكره", " لشوون"))


_ACTION = re.compile(r" ال(?:ا\w\wا\w|ت\w\wي\w|است\w\wا\w|ا\wت\wا\w|ان\w\wا\w)\b")


def shortest(key: str, where: Range) -> Range:
    cut: re.Match[str] | None = _PHRASE_END.search(key, *where)
    while cut is not None and (_surname(key, where[0], cut) or _in_body_name(key, where[0], cut)):
        cut = _PHRASE_END.search(key, cut.end(), where[1])
    end = cut.start() if cut else where[1]
    noun = OBJECT.search(key, where[0], end)
    if noun and (" " in key[where[0] : noun.start() - 1] or noun.group().endswith(("ها", "هم"))):
        end = noun.start()  # «قدمت الشركة اعتذارها وقالت»
    action = _ACTION.search(key, where[0], end)
    held = key[where[0] : action.start()].rsplit(" ", 1)[-1] if action else ""
    if action and definite(held) and (known(held) is None or bare(held) in ROLES):
        end = action.start()  # «رفض الحلو الاعتذار»
    for before, word in pairwise(TOKEN.finditer(key, where[0], end)):
        named = definite(before.group()) and known(before.group()) is None and before.group() not in TITLES
        title = word.group() in TITLES and _named(key, where[0], before)
        if _no_name_follows(key, where[0], before.group(), word.group()):
            return trimmed(key, where[0], word.start())  # «عرف الشعب الكريم مخاطر …»
        if _deed(before.group(), word.group()):
            return trimmed(key, where[0], word.start())  # «رفض المدير الخوض»، «نشر اللاعب تغريدة»
        if named and (word.group() in ORGANISATIONS or title):
            return trimmed(key, where[0], word.start())  # «هاجمت النائبة هند البحري رئاسة المجلس»
    words = list(TOKEN.finditer(key, where[0], end))
    for i, behind in enumerate(words[2:], 2):
        first = words[i - 2].group()
        named = (first in GIVEN and first not in ROLES) or (i > 2 and words[i - 3].group() in TITLES)
        surname = words[i - 1].group()
        if first == "عبد":
            continue  # «عبد الله الدوري»
        thing = behind.group().startswith("ال") and behind.group().endswith("ه")  # «سامر لوران الفرضية»
        if named and ((definite(surname) and _new_phrase(behind.group())) or (thing and not known(surname))):
            return trimmed(key, where[0], behind.start())  # «زار سامر الدوري الجسر»
    return trimmed(key, where[0], _indefinite_end(end, words))


def _no_name_follows(key: str, start: int, before: str, word: str) -> bool:
    """Whether an indefinite noun behind the adjective of several people («الشعب الكريم») begins another phrase."""
    head = TOKEN.match(key, start)
    several = head is not None and definite(head.group()) and bare(head.group()) in COLLECTIVES
    return several and definite(before) and not definite(word) and known(word) is None and word not in NOT_SUBJECT


def _deed(before: str, word: str) -> bool:
    """Whether a noun behind somebody definite or named is the verb's object: a verbal noun with the article, or an
    indefinite document."""
    if not (definite(before) or before in GIVEN):
        return False
    if definite(word):
        people = bare(before) in ROLES or (known(before) or {}).get("number") == "pl" or bare(before) in ANONYMOUS
        return people and bare(word) in OBJECTS and known(word) is None
    return word in DOCUMENTS or (word.endswith("ا") and word[:-1] in DOCUMENTS)


def _indefinite_end(end: int, words: list[re.Match[str]]) -> int:
    """Where an indefinite subject with its adjective ends: before a definite noun («أجازت لجان صحية الدواء»)."""
    if len(words) < 3 or definite(words[0].group()) or known(words[0].group()) is None or words[0].group() in TITLES:
        return end
    for i in range(1, len(words)):
        word = words[i].group()
        if definite(word):
            return words[i].start() if i > 1 and not governing(words[i - 1].group()) else end
        if word in GIVEN or known(word) or not word.endswith(("ي", "يه", "ون", "يون")):
            return end
    return end


def _new_phrase(word: str) -> bool:
    """Whether a word behind a surname begins another phrase: an object, no second surname and no office."""
    if definite(word):
        return not word.endswith("ي") and bare(word) not in ROLES and word not in TITLES
    return owned(word)


def _named(key: str, start: int, before: re.Match[str]) -> bool:
    """Whether a title or first name stands before: then a title behind the surname begins another phrase."""
    words = [token.group() for token in TOKEN.finditer(key, start, before.start())]
    return any(word in GIVEN and word not in ROLES for word in words) or (bool(words) and words[-1] in TITLES)


_OBJECT_NOUN = re.compile(r" (?!ال)\w{3,}ا$")
_AL_VERBS = frozenset(("القي", "القت", "التقي", "التقت", "الغي", "الغت", "التحق", "التحقت"))  # no article
# Also subordinate («بينما رفض الوزير …، إلا أنه قال») and negated («لم تكشف الوزارة …، لكنها قالت»).
_OPENING = re.compile(
    r"[\s\-]*و?(?:(?:ثم|كما|كان|كانت|لقد|فقد|بينما|فيما|في حين|في الوقت الذي|لين|لم|لن|لا|ما|قد) ){0,2}و?(\w{3,}) "
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
        or (definite(opening[1]) and opening[1] not in _AL_VERBS)
        or (known(opening[1]) and not (opening[1] in VERBS and "قد " in opening[0]))
        or opening[1] in NOT_SUBJECT
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
    found = (found[0], noun.start()) if noun else found  # «عقد الحلو مؤتمراً صحفياً»
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
    if plural:
        return (
            found
            if bare(head) in COLLECTIVES or (head.endswith(("ون", "ان")) or (head.endswith("ا") and not definite(head)))
            else None
        )
    return None if gender is None or gender != wanted else found
