"""Finite cue verbs: subject, introducer and the beginning of the content."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.ar.before import had_subject, named_first, subject_before
from isnad.extract.ar.behind import ABOUT_IT, WHAT, after_quote, as_said, lead, pointed, set_between, with_pronoun
from isnad.extract.ar.between import fits_between
from isnad.extract.ar.bidding import asked_of
from isnad.extract.ar.carrying import goes_on, spoke_before
from isnad.extract.ar.earlier import after_an, had_said, in_time_clause
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.heads import action, informant, own_letter, woman
from isnad.extract.ar.intro import Intro, Introducers
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.objects import IT, about_speaker, any_object, first_person, titled, wish
from isnad.extract.ar.papers import paper_speaks
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import (
    IN_IT,
    RELATIVES,
    Place,
    break_of,
    clausal,
    framed,
    head_of,
    introduced,
    no_noun,
    somebody,
    surely_noun,
)
from isnad.extract.ar.predicates import described, predicated
from isnad.extract.ar.referring import of_clause, shows, speech_of
from isnad.extract.ar.retold import read_turn
from isnad.extract.ar.split import split_addressee
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.topics import actor, clause_before, did_before, topic
from isnad.extract.ar.words import (
    COLLECTIVES,
    HYPOTHETICAL,
    NEGATIONS,
    OBJECTS,
    PREPOSITIONS,
    STOP,
    TOKEN,
    bare,
    known,
)
from isnad.extract.base import Mention
from isnad.lang.cues import Form


def read_verb(key: str, finder: Introducers, form: Form, place: Place, taken: set[int]) -> Frame | None:
    """The frame of a finite verb, or None when it is no statement."""
    match, tag, flags = place.match, form.tag, form.cue.flags
    frame = Frame((place.cue, match.end), form, place.zone.number)
    if not _asserted(key, place, frame):
        return None
    turn = read_turn(key, frame, place)
    if turn is not None:
        return turn
    if ".obj" in tag and place.before == "كما":
        return None  # «كما يصفها النقاد»: what is said of it stands before
    if ".obj" in tag:
        what = WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue])
        if "desc" in form.cue.takes or "predobj" in flags:
            return predicated(key, frame, place)
        if what or not (flags & {"whom"} or key.endswith("ني", match.start, match.end)):
            return with_pronoun(key, frame, place, match.end)
    if frame.cue_class == "order" and (
        place.before == "مما" or WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue])
    ):
        return None  # «وهو ما دعا الإدارة إلى»: it led them to
    about = ABOUT_IT.match(key, match.end)
    if about and WHAT.search(key[max(place.sentence[0], place.cue - 25) : place.cue]):
        return with_pronoun(key, frame, place, about.end())
    if "desc" in form.cue.takes:
        return described(key, frame, place)
    if key.startswith((" ذلك ", " بذلك "), match.end):
        return pointed(key, frame, place)
    if frame.cue_class == "topic":  # «شكراً» is spelled like the dual
        return None if tag.endswith("3md") else topic(key, frame, place)
    intro = finder.find(match.end, place.limit, form.cue.takes, flags)
    if flags & {"wish", "predicate"} and (intro is None or intro.start - match.end > 20):
        wished = wish(key, frame, place)
        if wished or (intro is None and "any" not in flags):
            return wished
    if intro is None and ("any" in flags or (tag.endswith(("3mp", "3md")) and "obj" in form.cue.takes)):
        return any_object(key, frame, place)
    if intro is None and "obj" in form.cue.takes and titled(key, frame, place):
        return any_object(key, frame, place)
    if intro is None:
        return asked_of(key, frame, place) or pointed(key, frame, place) or _around(key, frame, place, taken)
    if "1" in tag or tag.startswith("adj"):
        return first_person(key, frame, place, intro)
    if place.before in IT and not place.gap.strip() and not match.clitic:
        return about_speaker(key, frame, place, intro)
    if "paper" in flags and intro.kind in ("colon", "quote"):
        return None
    if place.before in RELATIVES and "strict" in flags and (intro.kind == "quote" or tag.startswith("pres")):
        # A relative clause that only describes, set apart by a comma, tells what they say («…، الذين يخشون أن»).
        apart = key.endswith((",", ", "), 0, place.cue - len(place.gap) - len(place.before))
        if not apart or intro.kind == "quote":
            return None
    if ".obj" in tag and intro.kind == "obj":
        return None  # «طلبتها مصر»: she asked for it
    if form.cue.takes & _POINTING and _GESTURE.search(key, max(0, place.cue - 16), match.end + 12):
        return None  # «ومد يده وأشار إلى …»
    if "wish" in flags and (
        intro.kind not in ("that", "obj", "prep") or (intro.kind != "that" and intro.start - match.end > 60)
    ):
        return None
    if shows(key, place, intro.content) or not _find_subject(key, frame, place, intro):
        return None
    loose = intro.kind == "that" and "say" in form.cue.takes and "that" not in form.cue.takes
    if loose and frame.source and not somebody(key, frame.source):
        return None  # «وواصل السير واتضح أنه مطلوب»
    if "person" in flags and intro.kind == "that" and intro.start - match.end > 60:
        return None  # «رفض المدير الاستقبال مشيراً إلى أن»
    if "person" in flags and not (frame.source and somebody(key, frame.source)):
        return None  # «الفضائح ترفض مغادرة الاتحاد»
    if "paper" in flags and tag.startswith("pres") and not (frame.mention and frame.mention.type == "document"):
        return None  # «تظهر المخاوف»: they appear, they do not show
    inside = place.before in RELATIVES and not key.endswith("الوقت الذي ", 0, place.cue)
    if intro.kind == "obj" and inside and frame.source and frame.source[0] > place.cue:
        return None  # «الفريق الذي طلبت المدينة تشكيله»: its object stands before
    if intro.kind == "obj" and frame.source is None and place.last is None:
        return None  # «أعلن برنامج …»: nobody spoke before, so the noun is the subject
    if intro.kind in ("colon", "quote") and intro.quote is not None and key[place.cue - 2] == ",":
        frame.lead = lead(key, place, taken)
    return introduced(frame, intro)


def _around(key: str, frame: Frame, place: Place, taken: set[int]) -> Frame | None:
    """A verb behind its content, or in the middle of it."""
    return as_said(key, frame, place) or after_quote(key, frame, place, taken) or set_between(key, frame, place)


def _asserted(key: str, place: Place, frame: Frame) -> bool:
    """Whether the verb is said of a real speech act: not negated, hypothetical or only wished for."""
    word, tag = place.before, frame.form.tag
    if not word or place.gap.strip():
        return True
    if word in NEGATIONS and word != "لما":
        if frame.cue_class != "belief" or (word in ("لا", "ولا") and tag.startswith("past")):
            return False  # «لا شك أن»: a noun, for لا negates no past
        start = frame.cue[0] - len(place.gap) - len(word)
        frame.cue = (start, frame.cue[1])
        place.look_before(key, start)
        return True
    if place.match.clitic:
        return True
    if tag == "past.3ms" and word in OBJECTS and known(word) is None:
        return False  # «تنفيذ حكم القتل»: a noun in construct
    if word in ("ان", "بان"):
        past = tag.startswith("past") or (not tag and key[place.match.start] not in "يتن")  # a form listed as written
        return past and (after_an(key, place) or had_said(key, place) is not None)
    if (word in ("قد", "وقد") and tag.startswith("pres")) or (
        word in PREPOSITIONS and not word.endswith(("ه", "ها", "هم", "د", "ل"))
    ):
        return False  # «على أمل»: a preposition stands before a noun
    return word not in HYPOTHETICAL


_PRAYED = frozenset(("سأل", "دعا", "رجا", "ناشد"))
_GOD = re.compile(r"(?:الله|المولي|العلي القدير|الباري|رب العالمين|الحق تبارك)\b")
_POINTING = frozenset(("إلى",))
_GESTURE = re.compile(r"\bب?(?:يده|يدها|يديه|اصبعه|اصبعها|راسه|راسها)\b")
_COUNT = re.compile(r"\b(?:حوالي|نحو|قرابه) \d")
_FIGURE = re.compile(r"(?<![(\d\w]) \d")


def _find_subject(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """Fill in the source; False when the words around the verb fit no reading."""
    tag = frame.form.tag
    match = place.match
    if place.before == "قد" and had_subject(key, frame, place):
        return True  # «وكان المدير قد وجّه الأقسام بأن»
    had = had_said(key, place)
    if had:
        frame.spoken_by(key, had)
        frame.breaks = place.cue
        return True
    if "whom" in frame.flags and place.before and not place.opens and named_first(key, frame, place):
        return True  # «الوزير يدعو السكان إلى»
    found = subject(key, match.end, intro.start) if "3mp" not in tag and "3md" not in tag else None
    if found and "whom" in frame.flags and bare(head_of(key, found)) in COLLECTIVES and IN_IT.match(key, match.end):
        found = None  # «نداء دعا فيه الأطباء إلى»: those spoken to
    if found and "whom" in frame.flags:
        found = split_addressee(key, found, not match.clitic and tag.endswith("3fs"))
    if found and frame.form.cue.lemma in _PRAYED and _GOD.match(key, *found):
        return subject_before(key, frame, place)  # «وسأل الله العلي القدير أن»: who is prayed to
    from_whom = informant(key, found) if found and frame.form.cue.lemma == "علم" else None
    if from_whom:
        frame.spoken_by(key, from_whom)
        frame.breaks = break_of(key, place)
        return True
    if found and (_FIGURE.search(key, *found) or (frame.form.tag.startswith("pres") and _COUNT.search(key, *found))):
        return False  # «ويبلغ وزنها 78 جراماً»
    if found and not fits_between(key, found[1], intro, frame):
        return False
    attached = intro.kind == "prep" and intro.start == intro.content
    if found and attached and intro.start - found[1] > 45:
        return False
    if found and "ب" in frame.form.cue.takes and key[found[0]] == "ب" and not own_letter(key, found):
        return False
    if found and action(key, found):
        return False  # «أعلنت فيه تمكن الفريق من»
    if found:
        head = TOKEN.search(key, *found)
        fits = agrees(tag, head_of(key, found) if head else "", before=False)
        if fits is False and "whom" in frame.flags and match.clitic:
            if not goes_on(place) and not spoke_before(place):
                return False
            return subject_before(key, frame, place)  # «وحث الدول على»: those spoken to stand behind the verb
        if fits is False:
            if "3fs" in tag and woman(key, found):
                fits = None  # «ذكرت مسؤول اللجنة زكية البحري أن»
            elif known(head_of(key, found)) and ("3fs" in tag or "strict" in frame.flags):
                return False
        if fits is False:
            frame.doubt(0.25, "verb and subject differ in gender")
        frame.source = found
        frame.mention = _another(key, place, mention(key, found))
        if "strict" in frame.flags and not (place.opens or framed(key, place) or _had_said(key, place, intro)):
            return False
        if "clausal" in frame.flags and not clausal(place) and not (place.gap.strip() and framed(key, place)):
            return False
        if frame.cue_class in ("belief", "perception") and place.before in RELATIVES:
            return False
        alone = frame.form.cue.lemma == "أمر" and " " not in key[slice(*found)]
        doubtful = frame.cue_class == "perception" or "wish" in frame.flags or alone
        if doubtful and not surely_noun(key, found):  # «أمر جيد أن»
            return False
        frame.breaks = break_of(key, place)
        return True
    told_apart = intro.kind == "prep" or (intro.kind == "that" and "strict" in frame.flags)
    apart = told_apart and key.find(", و", match.end, intro.start) >= 0
    if apart and not STOP.match(key, match.end + 1, intro.start):
        return False  # another clause: «وأفاد من الوثائق، وقام بالزيارات»
    if "whom" not in frame.flags and not no_noun(key, match.end, intro.start):
        return False
    if did_before(key, frame, place):
        return True
    if IN_IT.match(key, match.end) and place.before and not match.clitic:
        if speech_of(key, frame, place):
            return True
        if not place.gap.strip() and of_clause(key, frame, place):
            return True
        if intro.kind in ("colon", "quote") and place.before not in RELATIVES:
            frame.carry = "unnamed"  # «كلمة في الحفل قال فيها: …»
            frame.doubt(0.3, "nobody named for the speech")
            return True
        if not place.gap.strip():
            return False
    if not goes_on(place) and in_time_clause(key, place):
        found = actor(key, place, tag.endswith("3fs"))
        if found:
            frame.spoken_by(key, found)
            frame.breaks = place.cue
            frame.doubt(0.15, "subject of the clause before")
            return True  # «عزز المدرب الفرضية عندما قال: «…»»
    told = intro.kind in ("that", "colon", "quote") and place.last is None and not place.zone.number
    fresh = frame.form.cue.lemma in _FRESH or told
    if match.clitic == "و" and fresh and tag[-3:] in ("3ms", "3fs") and not goes_on(place):
        found = actor(key, place, tag.endswith("3fs"))
        if found and place.cue - found[1] < 60:
            frame.spoken_by(key, found)
            frame.breaks = place.cue
            frame.doubt(0.15, "subject of the clause before")
            return True  # «يهز الحاج عوض رأسه ويقول: «…»»
    return clause_before(key, frame, place) or subject_before(key, frame, place) or paper_speaks(key, frame, place)


def _had_said(key: str, place: Place, intro: Intro) -> bool:
    """«وسبق أن لمح المدير إلى أن»."""
    return intro.kind != "obj" and after_an(key, place)


_FOR_HIS_PART = re.compile(r"(?:من|و?ب)(?: ?)(?:جهت|جانب|ناحيت|دور)(?:ه|ها|هم)[ ,]*$")


def _another(key: str, place: Place, who: Mention) -> Mention:
    """«من جهته قال الرئيس»: somebody else than who spoke before, so that an office alone stands for itself."""
    if who.refers != "description" or not _FOR_HIS_PART.search(key, max(place.sentence[0], place.cue - 16), place.cue):
        return who
    return replace(who, refers="name")


_FRESH = frozenset(("قال", "صاح", "صرخ", "هتف", "همس", "سأل"))  # «أضاف» continues who spoke before
