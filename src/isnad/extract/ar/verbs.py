"""Finite cue verbs: subject, introducer and the beginning of the content."""

from __future__ import annotations

import re

from isnad.extract.ar.behind import ABOUT_IT, WHAT, after_quote, as_said, lead, pointed, set_between, with_pronoun
from isnad.extract.ar.bidding import asked_of
from isnad.extract.ar.earlier import after_an, had_said
from isnad.extract.ar.finding import find_subject
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.gestures import gesture
from isnad.extract.ar.intro import Introducers
from isnad.extract.ar.objects import about_speaker, any_object, first_person, masdar, of_it, titled, wish
from isnad.extract.ar.place import RELATIVES, Place, head_of, introduced, somebody
from isnad.extract.ar.predicates import considered, described, predicated
from isnad.extract.ar.referring import shows
from isnad.extract.ar.retold import read_turn
from isnad.extract.ar.topics import topic
from isnad.extract.ar.words import HYPOTHETICAL, NEGATIONS, OBJECTS, PREPOSITIONS, bare, known
from isnad.lang.cues import Form


def read_verb(key: str, finder: Introducers, form: Form, place: Place, taken: set[int]) -> Frame | None:
    """The frame of a finite verb, or None when it is no statement."""
    match, tag, flags = place.match, form.tag, form.cue.flags
    frame = Frame((place.cue, match.end), form, place.zone.number)
    if not _asserted(key, place, frame):
        return None
    if (tag.startswith("pres.3") and _said_twice(place)) or _in_source(place):
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
    if intro is None and "predobj" in flags:
        judged = considered(key, frame, place)
        if judged is not None:
            return judged
    if intro is None and ("any" in flags or (tag.endswith(("3mp", "3md")) and "obj" in form.cue.takes)):
        return any_object(key, frame, place)
    if intro is None and "obj" in form.cue.takes and titled(key, frame, place):
        return any_object(key, frame, place)
    if intro is None:
        asked = asked_of(key, frame, place)
        if asked is None and form.cue.lemma == "طلب":
            asked = masdar(key, frame, place, place.limit)  # «طلب الراعي الذهاب إلى المدينة»
        return asked or pointed(key, frame, place) or _around(key, frame, place, taken)
    if "1" in tag or tag.startswith("adj"):
        return first_person(key, frame, place, intro)
    if of_it(key, place):
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
    if form.cue.takes & _POINTING and gesture(key, place):
        return None  # «ومد يده وأشار إلى …»
    if "wish" in flags and (
        intro.kind not in ("that", "obj", "prep") or (intro.kind != "that" and intro.start - match.end > 60)
    ):
        return None
    if shows(key, place, intro.content) or not find_subject(key, frame, place, intro):
        return None
    loose = intro.kind == "that" and "say" in form.cue.takes and "that" not in form.cue.takes
    if loose and frame.source and not somebody(key, frame.source):
        return None  # «وواصل السير واتضح أنه مطلوب»
    if "person" in flags and intro.kind == "that" and intro.start - match.end > 60:
        return None  # «رفض المدير الاستقبال مشيراً إلى أن»
    if "person" in flags and not (frame.source and somebody(key, frame.source)):
        return None  # «الفضائح ترفض مغادرة الاتحاد»
    if "body" in flags and (_SENTENCED.match(key, match.end) if frame.source is None else not _rules(key, frame)):
        return None  # «ويُحكم عليه بالسجن»; «قضى الفريق أسبوعين بهدف»: they spent
    provides = form.cue.lemma == "نص" and intro.kind in ("that", "prep")  # «تنص التعديلات على أن»
    if (
        "paper" in flags
        and tag.startswith("pres")
        and not provides
        and not (frame.mention and frame.mention.type == "document")
    ):
        return None  # «تظهر المخاوف»: they appear, they do not show
    inside = place.before in RELATIVES and not key.endswith("الوقت الذي ", 0, place.cue)
    if intro.kind == "obj" and inside and frame.source and frame.source[0] > place.cue:
        return None  # «الفريق الذي طلبت المدينة تشكيله»: its object stands before
    if intro.kind == "obj" and frame.source is None and place.last is None:
        return None  # «أعلن برنامج …»: nobody spoke before, so the noun is the subject
    if intro.kind in ("colon", "quote") and intro.quote is not None and key[place.cue - 2] == ",":
        frame.lead = lead(key, place, taken)
    return introduced(frame, intro)


_SENTENCED = re.compile(r" علي(?:ه|ها|هم)? ")
_JUDGES = frozenset(("قاض", "قاضي", "قضاه", "قضاء", "حكم", "قرار", "امر"))


def _rules(key: str, frame: Frame) -> bool:
    """Whether a body, a judge or a paper heads the source, which can rule that something be done."""
    kind = frame.mention.type if frame.mention else ""
    return kind in ("organisation", "document") or (
        frame.source is not None and bare(head_of(key, frame.source)) in _JUDGES
    )


def _said_twice(place: Place) -> bool:
    """«تابع المدير يقول إن»: a verb between another and its content says the same again."""
    last = place.last
    return last is not None and last.cue[0] < place.cue < last.start and not place.match.clitic and place.gap == " "


def _in_source(place: Place) -> bool:
    """«أشارت دراسة نشرت في المجلة إلى أن»: a verb that only describes the source of the statement around it."""
    source = place.last.source if place.last is not None else None
    return source is not None and source[0] < place.cue < source[1]


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


_POINTING = frozenset(("إلى",))
