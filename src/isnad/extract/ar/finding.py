"""Who a finite verb is said of: the phrase behind it, or somebody who stands before."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.ar.apposed import AGE
from isnad.extract.ar.before import had_subject, named_first, subject_before
from isnad.extract.ar.between import fits_between
from isnad.extract.ar.carrying import goes_on, spoke_before
from isnad.extract.ar.earlier import after_an, had_said, in_time_clause
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.heads import action, informant, own_letter, thing, woman
from isnad.extract.ar.intro import Intro
from isnad.extract.ar.mentions import mention
from isnad.extract.ar.papers import paper_speaks
from isnad.extract.ar.phrase import subject
from isnad.extract.ar.place import (
    BUT,
    IN_IT,
    RELATIVES,
    Place,
    break_of,
    clausal,
    for_his_part,
    framed,
    head_of,
    no_noun,
    surely_noun,
)
from isnad.extract.ar.referring import of_clause, of_relative, speech_of
from isnad.extract.ar.split import split_addressee
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.topics import actor, clause_before, did_before
from isnad.extract.ar.words import COLLECTIVES, DOCUMENTS, STOP, TOKEN, bare, definite, known
from isnad.extract.base import Mention, Range

_PRAYED = frozenset(("سأل", "دعا", "رجا", "ناشد"))
_GOD = re.compile(r"(?:الله|المولي|العلي القدير|الباري|رب العالمين|الحق تبارك)\b")
_COUNT = re.compile(r"\b(?:حوالي|نحو|قرابه) \d|\bب(?:حوالي|نحو|قرابه|اكثر)\b")
_FIGURE = re.compile(rf"(?<![(\d\w]) (?!{AGE})\d")


def find_subject(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """Fill in the source; False when the words around the verb fit no reading."""
    if place.before == "قد" and had_subject(key, frame, place):
        return True  # «وكان المدير قد وجّه الأقسام بأن»
    had = had_said(key, place)
    if had:
        frame.spoken_by(key, had)
        frame.breaks = place.cue
        return True
    if "whom" in frame.flags and place.before and not place.opens and named_first(key, frame, place):
        return True  # «الوزير يدعو السكان إلى»
    found = _phrase_behind(key, frame, place, intro)
    if found is None:
        return _nobody_behind(key, frame, place, intro)
    if frame.form.cue.lemma in _PRAYED and _GOD.match(key, *found):
        return subject_before(key, frame, place)  # «وسأل الله العلي القدير أن»: who is prayed to
    from_whom = informant(key, found) if frame.form.cue.lemma == "علم" else None
    if from_whom:
        frame.spoken_by(key, from_whom)
        frame.breaks = break_of(key, place)
        return True
    return _speaks(key, frame, intro, found) and _taken(key, frame, place, intro, found)


def _phrase_behind(key: str, frame: Frame, place: Place, intro: Intro) -> Range | None:
    """The noun phrase between the verb and its content, without those spoken to."""
    tag, match = frame.form.tag, place.match
    if tag.startswith("pres.3") and _of_noun(place) and not IN_IT.match(key, match.end):
        return None
    found = subject(key, match.end, intro.start) if "3mp" not in tag and "3md" not in tag else None
    if found is None or "whom" not in frame.flags:
        return found
    if bare(head_of(key, found)) in COLLECTIVES and IN_IT.match(key, match.end):
        return None  # «نداء دعا فيه الأطباء إلى»: those spoken to
    return split_addressee(key, found, not match.clitic and tag.endswith("3fs"))


def _of_noun(place: Place) -> bool:
    """«عرضت صوراً توضح الرسالة»: a verb right behind an indefinite accusative tells what that noun does."""
    noun = place.before
    apart = place.gap != " " or place.match.clitic or definite(noun)
    return not apart and noun.endswith("ا") and noun[:-1] in DOCUMENTS


def _speaks(key: str, frame: Frame, intro: Intro, found: Range) -> bool:
    """Whether the phrase behind the verb can be who speaks, from what it says and what follows it."""
    if _FIGURE.search(key, *found) or (frame.form.tag.startswith("pres") and _COUNT.search(key, *found)):
        return False  # «ويبلغ وزنها 78 جراماً»
    if not fits_between(key, found[1], intro, frame):
        return False
    attached = intro.kind == "prep" and intro.start == intro.content
    if attached and intro.start - found[1] > 45 and not _framed_by_comma(key, intro, found):
        return False
    if "ب" in frame.form.cue.takes and key[found[0]] == "ب" and not own_letter(key, found):
        return False
    return not (action(key, found) or thing(key, found, frame.form.tag))  # «أعلنت فيه تمكن الفريق من»


def _framed_by_comma(key: str, intro: Intro, found: Range) -> bool:
    """«أوصى المؤتمر في ختام أعماله …، بالتوسع»: an adverbial stands between, and a comma closes it."""
    return key[intro.start - 2 : intro.start].strip() == "," and STOP.match(key, found[1] + 1) is not None


def _taken(key: str, frame: Frame, place: Place, intro: Intro, found: Range) -> bool:
    """Take the phrase behind the verb as its subject when they agree and the verb is read as one."""
    tag, head = frame.form.tag, head_of(key, found)
    fits = agrees(tag, head if TOKEN.search(key, *found) else "", before=False)
    if fits is False and "whom" in frame.flags and place.match.clitic:
        # «وحث الدول على»: those spoken to stand behind the verb
        return (goes_on(place) or spoke_before(place)) and subject_before(key, frame, place)
    if fits is False:
        if "3fs" in tag and woman(key, found):
            fits = None  # «ذكرت مسؤول اللجنة زكية البحري أن»
        elif known(head) and ("3fs" in tag or "strict" in frame.flags) and not _its_own(key, tag, intro):
            return False
    if fits is False:
        frame.doubt(0.25, "verb and subject differ in gender")
    frame.source = found
    frame.mention = _of_the_verb(tag, _another(key, place, mention(key, found)))
    if goes_on(place) and after_an(key, place):  # «قال سالم إنه سيعود بعد أن أعلن المدير»: not who speaks around
        frame.mention = _somebody_else(frame.mention)
    if not _is_verb(key, frame, place, intro, found):
        return False
    frame.breaks = break_of(key, place)
    return True


def _of_the_verb(tag: str, read: Mention) -> Mention:
    """A person by the gender of the verb: «وأضافت منصور», «أفادت عضو المجلس» are said of a woman."""
    if not tag.endswith("3fs") or read.type != "person":
        return read
    return replace(read, feminine=True)


def _its_own(key: str, tag: str, intro: Intro) -> bool:
    """«كشفت مستشفى الضفة أنها نقلت»: the pronoun of the content agrees with the verb where the noun does not."""
    return tag.endswith("3fs") and intro.kind == "that" and key.startswith(("انها ", "بانها "), intro.content)


def _is_verb(key: str, frame: Frame, place: Place, intro: Intro, found: Range) -> bool:
    """Whether a word of other senses («بين»، «ذكر»، «أمر») stands as the verb of a clause here."""
    if "strict" in frame.flags and not (place.opens or framed(key, place) or _had_said(key, place, intro)):
        return False
    apart = for_his_part(key, place) or (bool(place.gap.strip()) and framed(key, place))
    if "clausal" in frame.flags and not clausal(place) and not apart:
        return False
    if frame.cue_class in ("belief", "perception") and place.before in RELATIVES:
        return False
    alone = frame.form.cue.lemma == "أمر" and " " not in key[slice(*found)]
    doubtful = frame.cue_class == "perception" or "wish" in frame.flags or alone
    return not doubtful or surely_noun(key, found)  # «أمر جيد أن»


def _nobody_behind(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """The subject of a verb with none behind it: in a clause before, before the verb, or who spoke last."""
    match = place.match
    told_apart = intro.kind == "prep" or (intro.kind == "that" and "strict" in frame.flags)
    apart = told_apart and key.find(", و", match.end, intro.start) >= 0
    if apart and not STOP.match(key, match.end + 1, intro.start):
        return False  # another clause: «وأفاد من الوثائق، وقام بالزيارات»
    if "whom" not in frame.flags and not no_noun(key, match.end, intro.start):
        return False
    if did_before(key, frame, place):
        return True
    if IN_IT.match(key, match.end) and place.before and not match.clitic:
        inside = _in_speech(key, frame, place, intro)
        if inside is not None:
            return inside
    if _described_doer(key, frame, place) or _clause_around(key, frame, place, intro):
        return True
    return clause_before(key, frame, place) or subject_before(key, frame, place) or paper_speaks(key, frame, place)


def _in_speech(key: str, frame: Frame, place: Place, intro: Intro) -> bool | None:
    """«كلمة … قال فيها»: whose speech it is; None when the words before do not decide it."""
    if speech_of(key, frame, place):
        return True
    if not place.gap.strip(" ,") and of_clause(key, frame, place):
        return True
    if intro.kind in ("colon", "quote") and place.before not in RELATIVES:
        frame.carry = "unnamed"  # «كلمة في الحفل قال فيها: …»
        frame.doubt(0.3, "nobody named for the speech")
        return True
    return None if place.gap.strip() else False


def _described_doer(key: str, frame: Frame, place: Place) -> bool:
    """«المدرب سالم الحلو الذي رفض المقارنة حينما قال: «…»»: whom the relative clause around describes."""
    if not in_time_clause(key, place):
        return False
    found = of_relative(key, place.sentence[0], place.cue, frame.form.tag)
    if found is None or mention(key, found).name is None:
        return False
    frame.spoken_by(key, found)
    frame.doubt(0.2, "source is the noun before a relative clause")
    return True


def _clause_around(key: str, frame: Frame, place: Place, intro: Intro) -> bool:
    """The subject of the clause that the verb's own clause belongs to or goes on from."""
    if goes_on(place):
        return False
    tag, last = frame.form.tag, place.last
    told = intro.kind in ("that", "colon", "quote") and last is None and not place.zone.number
    fresh = place.match.clitic == "و" and (frame.form.cue.lemma in _FRESH or told) and tag[-3:] in ("3ms", "3fs")
    # «عزز المدرب الفرضية عندما قال: «…»»؛ «لم تكشف الوزارة السبب، لكنها قالت إن»
    when = in_time_clause(key, place) or place.before in BUT
    found = actor(key, place, tag.endswith("3fs"), tag.endswith("3mp"))
    if not (fresh or when) and not (found and _did_and_said(key, frame, place, found)):
        return False
    if found is None or not (when or place.cue - found[1] < 150):  # «يهز الحاج عوض رأسه ويقول: «…»»
        return False
    frame.spoken_by(key, found)
    frame.breaks = place.cue
    frame.doubt(0.15, "subject of the clause before")
    return True


def _did_and_said(key: str, frame: Frame, place: Place, found: Range) -> bool:
    """«ودأب الوزير سالم الحلو على النقد وزعم أن»: a named person opens the sentence and goes on in it; who only adds
    («وأضاف») is who spoke before."""
    if place.match.clitic != "و" or frame.form.cue.lemma in _ADDS or not frame.form.tag.startswith("past.3"):
        return False
    who = mention(key, found)
    return who.type == "person" and who.name is not None


def _had_said(key: str, place: Place, intro: Intro) -> bool:
    """«وسبق أن لمح المدير إلى أن»."""
    return intro.kind != "obj" and after_an(key, place)


def _another(key: str, place: Place, who: Mention) -> Mention:
    """«من جهته قال الرئيس»: somebody else than who spoke before, so that an office alone stands for itself."""
    return _somebody_else(who) if for_his_part(key, place) else who


def _somebody_else(who: Mention) -> Mention:
    return replace(who, refers="name") if who.refers == "description" else who


_ADDS = frozenset(("أضاف", "تابع", "أردف", "استطرد", "زاد", "واصل", "أكمل", "استدرك", "أتبع", "ختم", "اختتم"))
_FRESH = frozenset(("قال", "صاح", "صرخ", "هتف", "همس", "سأل"))  # «أضاف» continues who spoke before
