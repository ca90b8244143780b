"""Finite verbs as cues, active and passive: subject … content … verb, or subject … verb + content."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import DUMMY, Content, after, complement, marked, predicate
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.phrases import Phrase, clause_end, read, trimmed
from isnad.extract.fa.state import Sentence, Source
from isnad.extract.fa.subjects import subject
from isnad.extract.fa.vetting import can_speak
from isnad.lang.cues import Form

SPOKEN = frozenset(
    {f"{tense}.{person}" for tense in ("past", "perf", "plup", "pres", "impf") for person in ("3s", "3p")}
)
SPOKEN = SPOKEN | {"part", ""}
VERBAL = frozenset({"ke", "ta", "ra", "be", "bar", "az", "nesbat", "dar", "whole"})
_MAIN = VERBAL | {"split"}
_PREPOSITIONS = frozenset({"be", "bar", "az", "nesbat", "dar"})
_SPEAKING_TYPES = ("document", "organisation", "outlet", "agency")
_GAP = 80
_MEANWHILE_REACH = 56
_LONG = 8  # so many words are a clause, cut off by the page perhaps

_INSIDE = re.compile(r"\bدر (?:بخشي از |بخش ديگري از |ادامه |پايان |متن |ابتداي )?")
_MEANWHILE = re.compile(r"\b(?:در ?حالي|در شرايطي)\b[^,]{0,40}$")
_ASKED = re.compile(r"(?<!پس )(?<!بعد )(?<!پيش )(?<!قبل )(?<!بيش )\bاز (?!هر|جمله|اين|سوي)")
_DUMMY_OBJECT = re.compile(r"\b(?:اين|ان|همين)(?: \S+)? را $")
_OTHER_VERB = re.compile(r"\b(?:ن?مي ?|ب|ن)\w{2,}(?:م|يم|د|ند|يد)\b|(?:م|يم|ند)\b")
_MODAL = re.compile(r"\b(?:ن?مي ?توان|نبايد|بايد)\b")
# Each begins with its letter, so that only places with such a letter are tried.
CONDITION = re.compile(r"(?:ا(?<=\bا)(?:گر(?! ?چه)|يا)|چ(?<=\bچ)نانچه|م(?<=\bم)(?:بادا|مكن است)|ش(?<=\bش)ايد)\b")


def is_finite(cue: CueMatch) -> bool:
    """Whether the cue can be the verb of a main clause."""
    return any(form.tag in SPOKEN and form.cue.takes & _MAIN for form in cue.forms)


def read_verb(sentence: Sentence, cue: CueMatch, form: Form) -> bool:
    """The statement of an active verb, if it is one."""
    key = sentence.key
    nested = sentence.encloses(cue, form)
    start, phrase = _subject(sentence, cue, form, nested)
    if phrase is not None and not can_speak(
        key, phrase.start, phrase.end, form.tag.endswith("3p"), form.tag.endswith("3s")
    ):
        return False
    content = _content(sentence, cue, form, phrase, start)
    if content is None or _no_statement(key, start, cue, form, content, phrase):
        return False
    source = source_of(key, phrase, form.tag.endswith("3p"), form)
    if source is None and not nested:
        source = sentence.source
    if source is None and (nested or form.cue.cue_class == "document" or content.shape == "before"):
        return False  # nobody to ascribe it to, or subject and object cannot be told apart
    border = _relative_border(sentence, cue, phrase, content)
    if border:
        content = content._replace(spans=((content.spans[0][0], border),))
    sentence.add((cue.start, cue.end), source, content, form, _doubts(key, source, content, form), nested)
    if border:
        sentence.open, sentence.floor = None, border
    return True


def _relative_border(sentence: Sentence, cue: CueMatch, phrase: Phrase | None, content: Content) -> int:
    """«دلیر که گفته بود می‌ماند، … گفت»: a content inside a relative clause ends at the comma that closes it."""
    if phrase is None or phrase.stop != "k" or content.shape not in ("ke", "bare"):
        return 0
    main = next((other for other in sentence.unit.cues if other.start > cue.end and is_finite(other)), None)
    return clause_end(sentence.key, content.spans[0][0], main.start) if main else 0


def read_gapped(sentence: Sentence, cue: CueMatch, following: CueMatch | None, form: Form) -> bool:
    """«… را رد و … خواند»: the light verb is left out before «و»."""
    if following is None or following.start - cue.end > _GAP or not is_finite(following):
        return False
    return read_verb(sentence, cue._replace(end=cue.end - 2), form)


def _subject(sentence: Sentence, cue: CueMatch, form: Form, nested: bool) -> tuple[int, Phrase | None]:
    """Where the clause begins and its subject; the nearer clause wins when its subject is plainly a speaker."""
    key = sentence.key
    start = sentence.clause_start(cue, nested)
    plural = form.tag.endswith("3p")
    objects = "ra" in form.cue.takes and not marked(sentence.context, sentence.unit, cue.end)
    phrase = document_of(key, start, cue, form) or subject(key, start, cue.start, plural, objects)
    if phrase is not None and sentence.clause > phrase.rest:
        nearer = subject(key, sentence.clause, cue.start, plural, objects)
        if nearer and plausible(key, nearer.start, nearer.end):
            return sentence.clause, nearer
    if phrase is None and nested and sentence.before >= 0:
        shared = subject(key, sentence.before, start - 1, plural)  # «متهمان دستگیر شدند و به … اعتراف کردند»
        if shared and plausible(key, shared.start, shared.end) and mention(key, *shared[:2]).type != "document":
            return start, shared._replace(rest=start)
    return start, phrase


def _no_statement(key: str, start: int, cue: CueMatch, form: Form, content: Content, phrase: Phrase | None) -> bool:
    """Conditions, wishes, modals and clauses whose «که» belongs to something else."""
    if CONDITION.search(key, start, phrase.start + 5 if phrase else cue.start):
        return True
    if content.shape == "ke" and (is_meanwhile(key, start, cue) or _transitive(key, start, cue, form)):
        return True
    if "az" in form.cue.flags and not _ASKED.search(key, start, cue.start):
        return True  # without an addressee «خواست که» means "wanted"
    modal = form.tag == "past.3s" and (
        key.find("توان", start, cue.start) >= 0 or key.find("بايد", start, cue.start) >= 0
    )
    if modal and _MODAL.search(key, start, cue.start):
        return True  # «می‌توان … دانست»: nobody in particular
    if content.shape != "bare":
        return False
    if form.tag == "part" and (phrase is None or not plausible(key, phrase.start, phrase.end)):
        return True
    return "ta" not in form.cue.takes and not has_verb(key, *content.spans[0])


def has_verb(key: str, start: int, end: int) -> bool:
    """A clause has a verb; without one, what follows the cue is no content."""
    if key.count(" ", start, end) >= _LONG or any(
        lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, start, end)
    ):
        return True
    return _OTHER_VERB.search(key, start, end) is not None


def is_meanwhile(key: str, start: int, cue: CueMatch) -> bool:
    """«این در حالی اعلام شد که …»: «که» goes with «در حالی»."""
    return _MEANWHILE.search(key, max(start, cue.start - _MEANWHILE_REACH), cue.start) is not None


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


def _content(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase | None, start: int) -> Content | None:
    takes, flags, context = form.cue.takes, form.cue.flags, sentence.context
    begin = phrase.rest if phrase else start
    if sentence.via is not None:
        begin = max(begin, sentence.via.range[1])
    explicit = bool(takes & {"ke", "ta"}) and marked(context, sentence.unit, cue.end)
    found = _before(sentence, cue, form, begin, explicit)
    if found or form.tag == "gap":
        return found
    if takes & {"ke", "ta"}:
        paused = form.tag.startswith("pres") and sentence.key.startswith(",", cue.end)  # «می‌نویسد، …»
        strict = not paused and ("strict" in flags or "strictke" in flags)
        found = after(context, sentence.unit, cue.end, strict, "ta" in takes and form.tag != "part")
        if found and not ("colon" in flags and found.shape not in ("colon", "quote", "list")):
            return found
        return None if "weak" in flags else _quote_before(sentence, cue, phrase)
    if "whole" in takes:
        left, right = trimmed(sentence.key, begin, cue.start)
        return Content(((left, right),), "indirect", "before", cue.end) if right - left > 4 else None
    return None


def _before(sentence: Sentence, cue: CueMatch, form: Form, begin: int, explicit: bool) -> Content | None:
    """The object or the prepositional complement of the verb."""
    takes, flags, context = form.cue.takes, form.cue.flags, sentence.context
    if "ra" in takes and not explicit:
        found = predicate(context, begin, cue.start, "object" not in flags)
        if found:
            return found
    if not takes & _PREPOSITIONS or "nopres" in flags:
        return None
    found = complement(context, takes, begin, cue.start)
    if found is None or DUMMY.fullmatch(sentence.key, *found.spans[0]):
        return None
    return found if not explicit or _opens_relative(sentence.key, cue) else None


def _opens_relative(key: str, cue: CueMatch) -> bool:
    """«به مشکلاتی اشاره کرد که …»: «که» belongs to an indefinite noun before the cue."""
    return key[cue.start - 2 : cue.start] == "ي " and key.startswith(" كه", cue.end)


def _quote_before(sentence: Sentence, cue: CueMatch, phrase: Phrase | None) -> Content | None:
    """«…»، دلیر گفت."""
    left = phrase.start if phrase else cue.start
    for quote in sentence.context.outer:
        if quote.end > left:
            break
        unused = quote.start >= sentence.unit.start and quote.end >= sentence.floor
        if unused and left - quote.end < 4 and quote.end - quote.start > 12:
            return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", cue.end)
    return None
