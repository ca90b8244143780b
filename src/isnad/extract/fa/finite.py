"""Finite verbs as cues, active and passive: subject … content … verb, or subject … verb + content."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import Content, marked
from isnad.extract.fa.elsewhere import antecedent, behind_object, known_name
from isnad.extract.fa.headed import behind_glue, instead, may_be_glued
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.phrases import Phrase, clause_end, read
from isnad.extract.fa.pointing import behind_pointer
from isnad.extract.fa.said import content_of, is_meanwhile, own_view, told_start
from isnad.extract.fa.state import Sentence, Source
from isnad.extract.fa.subjects import subject
from isnad.extract.fa.vetting import can_speak, first_subject, goes_on, modal_governs, of_inner_clause, second_object
from isnad.lang.cues import Form

SPOKEN = frozenset(
    {f"{tense}.{person}" for tense in ("past", "perf", "plup", "pres", "impf") for person in ("3s", "3p")}
)
SPOKEN = SPOKEN | {"part", ""}
VERBAL = frozenset({"ke", "ta", "ra", "be", "bar", "az", "nesbat", "dar", "whole"})
_MAIN = VERBAL | {"split"}
_SPEAKING_TYPES = ("document", "organisation", "outlet", "agency")
_BUT = (" ولي", " اما")
_GAP = 80
_OWN_REACH = 200  # how far before «ابراز کرد» a stance may begin
_RELATIVE_REACH = 60
_LEAD_REACH = 24
_LONG = 8  # so many words are a clause, cut off by the page perhaps

_INSIDE = re.compile(r"\bدر (?:(?:بخشي|بخش ديگري|بخشهايي|قسمتي|جايي) از |ادامه |پايان |متن |ابتداي )?")
_AFTER = re.compile(
    r"\b(?:(?:پس|بعد|پيش|قبل) از (?:ان|اين) ?كه|با (?:وجودي|(?:وجود )?(?:ان|اين)) ?كه|(?:زماني|هنگامي) ?كه) "
)
_WHILE = re.compile(r"(?:^|(?<=[.\n»])|(?<=\bو)) ?(?:در ?حالي|در شرايطي) ?كه ")  # at the head of a sentence only
_ASKED = re.compile(rf"(?<!پس )(?<!بعد )(?<!پيش )(?<!قبل )(?<!بيش ){lx.OF_WHOM}")
_WHETHER = re.compile(r"\bايا (?:[^\s,]+ ){1,4}$")
_DUMMY_OBJECT = re.compile(r"\b(?:اين|ان|همين)(?: \S+)? را $")
_OTHER_VERB = re.compile(
    r"\b(?:در|بر|باز|فرا)(?:ا?ي)\w*(?:د|م|ند)\b|\b(?:ن?مي ?|ب|ن)\w{2,}(?:م|يم|د|ند|يد)\b|(?:م|يم|ند)\b"
)
# Each begins with its letter, so that only places with such a letter are tried.
CONDITION = re.compile(r"(?:ا(?<=\bا)(?:گر(?! ?چه)|يا)|چ(?<=\bچ)نانچه|م(?<=\bم)(?:بادا|مكن است)|ش(?<=\bش)ايد)\b")


# «همبستگی خود را اعلام و از آنان حمایت کرد»: the light verb that closes the clause
_LIGHT = re.compile(r"[^.,;:«»]{3,60}? (?:كرد|كردند|كرده است|كرده ?اند|نمود|نمودند)\b")


def is_finite(cue: CueMatch) -> bool:
    """Whether the cue can be the verb of a main clause."""
    return any(form.tag in SPOKEN and form.cue.takes & _MAIN for form in cue.forms)


def read_verb(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """The statement of an active verb, if it is one."""
    key, plural = sentence.key, form.tag.endswith("3p")
    if "own" in form.cue.flags and not _has_stance(key, cue):
        return False
    nested = sentence.encloses(cue, form)
    start, phrase = _subject(sentence, cue, form, nested)
    if phrase is not None and not can_speak(key, phrase.start, phrase.end, plural, form.tag.endswith("3s")):
        joined = second_object(sentence, cue, form, phrase)
        phrase = None if joined else instead(sentence, cue, form, phrase)
        if phrase is None and not joined:
            return False
        start = phrase.start if phrase else start
    elif phrase is not None and may_be_glued(sentence, cue, form, phrase):
        phrase = behind_glue(sentence, cue, form) or phrase
    content = content_of(sentence, cue, form, phrase, start)
    if content is None or _no_statement(key, start, cue, form, content, phrase):
        return False
    source = source_of(key, phrase, plural, form)
    if source is None and not nested:
        shared = sentence.source
        shows = form.cue.cue_class == "document" and "colon" not in form.cue.flags
        source = None if shared and shows and shared.mention.type == "person" else shared
    if source is None and nested:
        source = sentence.participle_source(cue)
    if source is None and (nested or form.cue.cue_class == "document" or content.shape == "before"):
        return False  # nobody to ascribe it to, or subject and object cannot be told apart
    border = _relative_border(sentence, cue, phrase, content) or _subordinate_border(sentence, start, cue, content)
    border = border or (own_view(key, content, form) if "3" in form.tag else 0)
    if border:
        content = replace(content, spans=((content.spans[0][0], border),))
    doubts = _doubts(key, source, content, form)
    unread = source is None and not goes_on(sentence, start, cue, form)
    first = (behind_glue(sentence, cue, form) or first_subject(sentence, cue, form)) if unread else None
    if first:
        source, doubts = source_of(key, first, plural, form), (0.7, ("subject of the sentence",))
    elif unread:
        doubts = 0.5, ("subject not read",)
    sentence.add((cue.start, cue.end), source, content, form, doubts, nested, "unknown" if unread else "same")
    if border:
        sentence.open, sentence.floor = None, border
    return True


def _has_stance(key: str, cue: CueMatch) -> bool:
    """«نگرانی خود را …» somewhere before the cue: asked before its clause is looked at."""
    start = max(0, cue.start - _OWN_REACH)
    return key.find(" خود", start, cue.start) >= 0 and lx.OWN_STANCE.search(key, start, cue.start) is not None


def _relative_border(sentence: Sentence, cue: CueMatch, phrase: Phrase | None, content: Content) -> int:
    """«دلیر که گفته بود می‌ماند، … گفت»: a content inside a relative clause ends at the comma that closes it."""
    if phrase is None or phrase.stop != "k" or content.shape not in ("ke", "bare"):
        return 0
    main = next((other for other in sentence.unit.cues if other.start > cue.end and is_finite(other)), None)
    return clause_end(sentence.key, content.spans[0][0], main.start if main else content.spans[-1][1])


def _subordinate_border(sentence: Sentence, start: int, cue: CueMatch, content: Content) -> int:
    """«پس از آنکه دلیر گفت می‌رود، همه رفتند»: the content ends with the subordinate clause; 0 outside of one."""
    if content.shape not in ("ke", "bare"):
        return 0
    first = sentence.after_statement(cue, False)  # the conjunction may stand before the clause
    begin = min(first, start)
    opened = [found.end() for found in _AFTER.finditer(sentence.key, begin, cue.start)]
    opened += [found.end() for found in _WHILE.finditer(sentence.key, begin, cue.start) if not opened]
    if not opened or clause_end(sentence.key, opened[-1], cue.start):
        return 0
    return clause_end(sentence.key, content.spans[0][0], content.spans[-1][1])


def read_gapped(sentence: Sentence, cue: CueMatch, following: CueMatch | None, form: Form) -> bool:
    """«… را رد و … خواند»: the light verb is left out before «و»."""
    near = following is not None and following.start - cue.end <= _GAP and is_finite(following)
    if not near and not ("own" in form.cue.flags and _LIGHT.match(sentence.key, cue.end)):
        return False
    return read_verb(sentence, replace(cue, end=cue.end - 2), form)


def _subject(sentence: Sentence, cue: CueMatch, form: Form, nested: bool) -> tuple[int, Phrase | None]:
    """Where the clause begins and its subject; the nearer clause wins when its subject is plainly a speaker."""
    key = sentence.key
    start = sentence.clause_start(cue, nested)
    start = told_start(key, start, cue.start) or start
    reverses, plural = "object" in form.cue.flags, form.tag.endswith("3p")
    if not reverses and key.find(" را ", start, cue.start) >= 0:
        start = behind_pointer(key, start, cue.start)
    objects = "ra" in form.cue.takes and not marked(sentence.context, sentence.unit, cue.end)
    phrase = document_of(key, start, cue, form) or subject(key, start, cue.start, plural, objects)
    if phrase is not None and sentence.via is not None and phrase.start == sentence.via.range[0]:
        phrase = subject(key, sentence.via.range[1], cue.start, plural, objects)  # «به نقل از سپیده، او گفت»
    if phrase is not None and key.startswith(" كه ", phrase.end) and key.find(" را ", phrase.end, cue.start) < 0:
        inner = subject(key, phrase.end + 4, cue.start, plural)  # «آماری که کارشناسان معتقدند نادرست است»
        speaks = inner and lx.speaks(key, inner.start, inner.end)
        if inner and speaks and inner.end >= cue.start - 1 and not lx.PRONOUN.match(key, inner.start, inner.end):
            return inner.start, inner
    split = objects and key.find(" را ", sentence.clause, cue.start) < 0 < key.find(" را ", start, cue.start)
    if phrase is not None and sentence.clause > phrase.rest and not split:
        nearer = subject(key, sentence.clause, cue.start, plural, objects)
        beside = nearer and plural and nearer.end >= cue.start - 1 and can_speak(key, nearer.start, nearer.end, True)
        if nearer and (beside or plausible(key, nearer.start, nearer.end)):
            return sentence.clause, nearer
    if (
        phrase is not None
        and phrase.rest < sentence.ended
        and not nested
        and of_inner_clause(sentence, cue, start, phrase)
    ):
        return start, first_subject(sentence, cue, form)
    unmarked = unmarked_clause(sentence, cue, phrase, plural, objects) if sentence.ended else None
    if unmarked:
        return sentence.ended, unmarked
    if phrase is None and sentence.before >= 0 and (nested or _behind_but(key, start, cue)):
        shared = subject(key, sentence.before, start - 1, plural)  # «متهمان دستگیر شدند و به … اعتراف کردند»
        told = shared is not None and mention(key, shared.start, shared.end).type != "document"
        if shared and told and plausible(key, shared.start, shared.end):
            return start, replace(shared, rest=start)
    if reverses and objects and (phrase is None or key.startswith(" را ", phrase.end)):
        phrase = behind_object(key, start, cue.start, plural) or phrase
    if objects and (phrase is None or phrase.stop not in ",a"):
        phrase = known_name(sentence, start, cue.start) or phrase
    return start, antecedent(sentence, cue, form, start, nested) if phrase is None else phrase


def _behind_but(key: str, start: int, cue: CueMatch) -> bool:
    """«دلیر نشان داد … ولی هشدار داد که …»: one subject for both, with no other verb between."""
    if not key.endswith(_BUT, 0, start):
        return False
    return not any(lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, start, cue.start))


def unmarked_clause(
    sentence: Sentence, cue: CueMatch, phrase: Phrase | None, plural: bool = False, objects: bool = False
) -> Phrase | None:
    """«شهردار: پل بسته است نادر پارسا گفت …»: a speaker right after a finished verb begins a sentence of its own, as in
    headlines that lost their full stop; None when there is none, or when a relative clause may go on."""
    key, ended = sentence.key, sentence.ended
    if not ended or (phrase is not None and (phrase.rest >= ended or phrase.stop == "k")) or ended >= cue.start - 3:
        return None
    if key[ended] != " " or key.find(" كه ", max(ended - _RELATIVE_REACH, 0), ended) >= 0:
        return None
    found = subject(key, ended, cue.start, plural, objects)
    if found is None or found.start > ended + _LEAD_REACH or not lx.speaks(key, found.start, found.end):
        return None
    return None if lx.PRONOUN.match(key, found.start, found.end) else found


def _no_statement(key: str, start: int, cue: CueMatch, form: Form, content: Content, phrase: Phrase | None) -> bool:
    """Conditions, wishes, modals and clauses whose «که» belongs to something else."""
    if CONDITION.search(key, start, phrase.start + 5 if phrase else cue.start):
        return True
    if key.find("ايا ", start, cue.start) >= 0 and _WHETHER.search(key, start, cue.start):
        return True
    if key.endswith((" نه ", " نه"), start, cue.start):
        return True  # «نه تأیید کرد و نه تکذیب»
    if content.shape == "ke" and (is_meanwhile(key, start, cue) or _transitive(key, start, cue, form)):
        return True
    if "az" in form.cue.flags and not _asks(key, start, cue, form):
        return True  # without an addressee «خواست که» means "wanted"
    if form.tag == "past.3s" and modal_governs(key, start, cue.start):
        return True  # «می‌توان … دانست»: nobody in particular
    if content.shape != "bare":
        return False
    if form.tag == "part" and (phrase is None or not plausible(key, phrase.start, phrase.end)):
        return True
    return "ta" not in form.cue.takes and not has_verb(key, *content.spans[0])


def _asks(key: str, start: int, cue: CueMatch, form: Form) -> bool:
    """«از مردم خواست»; in the present the addressee must be somebody who stands right before the verb («از دولت
    می‌خواهد»), since «می‌خواهد» is "wants" mostly."""
    asked = _ASKED.search(key, start, cue.start)
    if asked is None or governed(key, cue.start):
        return False
    if not form.tag.startswith(("pres", "impf")):
        return True
    who = read(key, asked.end(), cue.start)
    return who is not None and who.rest >= cue.start - 1 and plausible(key, who.start, who.end)


def governed(key: str, at: int) -> bool:
    """«به خواست مردم», «از دستور بندر»: a noun, since a preposition stands right before it."""
    return lx.CLASS.get(key[max(0, at - 12) : at].rstrip().rpartition(" ")[2]) == "p"


def has_verb(key: str, start: int, end: int) -> bool:
    """A clause has a verb; without one, what follows the cue is no content."""
    if key.count(" ", start, end) >= _LONG or any(
        lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, start, end)
    ):
        return True
    return _OTHER_VERB.search(key, start, end) is not None


def _transitive(key: str, start: int, cue: CueMatch, form: Form) -> bool:
    """«داستانی را بیان می‌کند که …»: «که» belongs to the object."""
    if key[cue.start - 4 : cue.start] != " را " or "ra" in form.cue.takes:
        return False
    return _DUMMY_OBJECT.search(key, start, cue.start) is None


def _doubts(key: str, source: Source | None, content: Content, form: Form) -> tuple[float, tuple[str, ...]]:
    confidence = 1.0
    reasons: list[str] = []
    if source is None:
        confidence, reasons = 0.75, ["no subject in the sentence"]
    elif not plausible(key, *source.range):
        confidence, reasons = 0.85, ["source is no known kind of name"]
    if content.shape == "bare":
        confidence -= 0.1
        reasons.append("content without a marker")
    if "weak" in form.cue.flags:
        confidence -= 0.2
        reasons.append("cue is often no statement")
    return confidence, tuple(reasons)


def document_of(key: str, start: int, cue: CueMatch, form: Form) -> Phrase | None:
    """«در این گزارش آمده است»: the document stands after «در»."""
    if "doc" not in form.cue.flags and form.tag != "pass":
        return None
    found: Phrase | None = None
    for inside in _INSIDE.finditer(key, start, cue.start):
        phrase = read(key, inside.end(), cue.start)
        if phrase and mention(key, phrase.start, phrase.end).type in ("document", "outlet"):
            found = phrase
    return found


def source_of(key: str, phrase: Phrase | None, plural: bool, form: Form) -> Source | None:
    """The phrase as a source, unless the cue needs another kind of one."""
    if phrase is None:
        return None
    found = mention(key, phrase.start, phrase.end, plural)
    if "doc" in form.cue.flags and found.type not in _SPEAKING_TYPES:
        return None
    if form.cue.cue_class == "document" and found.type != "document" and "colon" not in form.cue.flags:
        return None
    return Source((phrase.start, phrase.end), found)
