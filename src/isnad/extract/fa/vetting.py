"""Whether a noun phrase can speak at all: what is no person, body or document is no source, whatever verb follows."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.phrases import Phrase, skip_lead
from isnad.extract.fa.state import Sentence
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form

_FIRST_PERSON = re.compile(r"(?:من|ما|تو|شما|اينجانب(?:ان)?)\b")
_PERFECT = re.compile(r"\w{2,}[دت]ه ?(?:اند|ايم|ايد)\b")  # «وقتی پرسیده‌اند خارجی هم بود، جواب داده»
_COUNTED = re.compile(r"(?:\d|(?:يك|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|صد|هزار|چند|چندين) )")
_NO_NAME_MARK = re.compile(r"[#/|>=\[\]]|^(?:com|org|net|ir)$")
_CUT = re.compile(r"\w{3,}هاي")  # an ezāfe without what follows it: «مرزهای | خود را»
_HEAD_END = re.compile(r"[,:(]| كه\b")
_PLURAL = re.compile(r"\b\w{2,}(?:ان|ين|ون|ها|هاي|هايي|ات|اني)\b| و |\b\w+ ها(?:ي|يي)?\b")
_PLURAL_THINGS = re.compile(r"\w+ها(?:يي)?\b|\w+ ها(?:ي|يي)?\b")
# «این خودروساز», «این حقوق‌دان‌ها»: agent nouns by their last part
_AGENTIVE = re.compile(r"(?:اين|ان|همين) \w+(?:ساز|شناس|پرداز|نويس|نگار|گذار|خواه|قوقدان)(?:ها|ان)?\b")
_MODAL = re.compile(r"\b(?:ن?مي ?توان|نبايد|بايد)\b")
_MAX_WORDS = 5
_FEW = 4
_BEHIND_THAT = re.compile(r"\b(?:كه|تا)(?: [^\s,]+){0,2} $")
_THAT_REACH = 32
_RECENT = 12
_REMEMBERED = 4096


def can_speak(key: str, start: int, end: int, plural: bool, single: bool = False) -> bool:
    """False for acts, matters and the first person, and for phrases without a known head that are no bare name:
    too long, counted, with a word that names do not hold, or of another number than the verb (``plural``)."""
    return _can_speak(key[start:end], plural, single)


@lru_cache(maxsize=_REMEMBERED)
def _can_speak(key: str, plural: bool, single: bool) -> bool:
    start, end = 0, len(key)
    if _mute(key, start, end) or _FIRST_PERSON.match(key, start, end) or _PERFECT.match(key, start, end):
        return False
    if plausible(key, start, end) or _AGENTIVE.match(key, start, end):
        return not (single and _many(key, start, end))
    quantified = lx.QUANTIFIER.match(key, start, end)
    if _COUNTED.match(key, start, end):
        return False
    stop = _HEAD_END.search(key, start, end)
    head = key[start : stop.start() if stop else end]
    if _NO_NAME_MARK.search(head) or _CUT.fullmatch(head):
        return False
    if head.count(" ") >= _MAX_WORDS or any(word in lx.NO_NAME for word in head.split()):
        return False
    if plural:
        return quantified is not None or _PLURAL.search(head) is not None
    return _PLURAL_THINGS.match(head) is None


def may_speak(key: str, start: int, end: int) -> bool:
    """`can_speak` where no verb tells the number, and «این معترض», «یکی از این معترضان» are somebody."""
    counted = lx.QUANTIFIER.match(key, start, end)
    at = counted.end() if counted else start
    pointed = lx.DEMONSTRATIVE.match(key, at, end)
    if (
        pointed
        and pointed.group() != "همين "
        and key.count(" ", at, end) <= _MAX_WORDS
        and not _PLURAL_THINGS.match(key, pointed.end(), end)
    ):
        return not _mute(key, at, end)
    return can_speak(key, start, end, False) or can_speak(key, start, end, True)


def goes_on(sentence: Sentence, start: int, cue: CueMatch, form: Form) -> bool:
    """Whether a verb without a subject is the last speaker's: nothing stands before it in its sentence but what may
    lead a clause («در ادامه»، «به وی»), and who spoke is one or several as the verb says."""
    key = sentence.key
    if start > sentence.after_statement(cue, False) and key[:start].rstrip()[-1:] not in (".", "!"):
        return False  # behind another clause or a question, whose subject it may have
    at, opened = skip_lead(key, start, cue.start)
    if at < cue.start and not (opened and key.count(" ", at, cue.start) <= _FEW):
        return False
    return not form.tag.endswith("3p") or _several(sentence)


def first_subject(sentence: Sentence, cue: CueMatch, form: Form) -> Phrase | None:
    """«دلیر در نشستی که دیروز برپا شد، گفت»: the person whom the sentence begins with, behind other clauses;
    None when the verb is in a clause of its own («… بود که گفت»)."""
    key, begin = sentence.key, sentence.after_statement(cue, False)
    if form.tag.endswith("3p") or _BEHIND_THAT.search(key, max(begin, cue.start - _THAT_REACH), cue.start):
        return None
    found = subject(key, begin, cue.start)
    if found is None or found.stop == "v" or not can_speak(key, found.start, found.end, False, True):
        return None
    who = mention(key, found.start, found.end)
    personal = who.type == "person" and who.refers != "pronoun"
    known = lx.speaks(key, found.start, found.end) or key[found.start : found.end] in surnames(sentence)
    return found if personal and known else None


def of_inner_clause(sentence: Sentence, cue: CueMatch, start: int, phrase: Phrase) -> bool:
    """«دلیر در پاسخ به اینکه پل بسته است، گفت»: what was read as the subject is that of the clause behind «که»."""
    key = sentence.key
    if sentence.ended <= phrase.rest or not key.endswith("كه ", 0, start + 1):
        return False
    return key[sentence.ended : cue.start].strip() == "," and key.find(" كه ", phrase.rest, cue.start) < 0


def second_object(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> bool:
    """«دلیر این خبر را رد کرد و آن حمله‌ها را نادرست خواند», «…، بر ضرورت صلح، آرامش … تأکید کرد»: what stands there is
    an object, not another subject."""
    key = sentence.key
    if "bar" in form.cue.takes and sentence.source is not None:
        begin = sentence.after_statement(cue, False)
        if key.startswith((", بر ", " بر ", "بر "), begin) and phrase.start > begin:
            return True
    if "ra" not in form.cue.takes or sentence.source is None or key.find(" را ", phrase.start, cue.start) < 0:
        return False
    # behind «و», or right behind «ضمن انکار …،»
    return key.endswith(" و ", sentence.floor, phrase.start) or key[sentence.floor : phrase.start] == ", "


def surnames(sentence: Sentence) -> set[str]:
    """The last words of the names of who spoke before."""
    out = set()
    for candidate in islice(reversed(sentence.out), _RECENT):
        who = candidate.mention
        if who is not None and who.name is not None and who.type == "person":
            out.add(sentence.key[slice(*who.name)].rsplit(" ", 1)[-1])
    return out


def _several(sentence: Sentence) -> bool:
    """Whether who spoke last can take a verb in the plural: people, a body, a country."""
    for candidate in islice(reversed(sentence.out), _RECENT):
        who = candidate.mention
        if who is not None and who.refers != "pronoun":
            return who.plural is True or who.type in ("organisation", "collective")
        if who is not None:
            return who.plural is True
    return False


_SEVERAL = re.compile(r"(?:مردم|\w+(?:ان|ين|ات|ها|هاي))$")
_ONE_BODY = frozenset({"طالبان"})


def _many(key: str, start: int, end: int) -> bool:
    """«مردم …»: people in the plural, who take no verb in the singular."""
    role = lx.ROLE.match(key, start, end)
    if role is None or role.group() in _ONE_BODY or not _SEVERAL.match(role.group()):
        return False
    return (lx.ROLES.get(role.group()) or {}).get("number") == "p"


_DOERS = re.compile(r" (?:كننده|دهنده|گذار)(?:گان|ان)?\b| (?:كنندگان|دهندگان|گذاران)\b")


def _mute(key: str, start: int, end: int) -> bool:
    """An act or a matter, with or without a quantity, unless it is a first name («امید رضایی»)."""
    word = lx.first_word(key, start, end)
    counted = lx.QUANTIFIER.match(key, start, end) if word in lx.POINTING or not word.isalpha() else None
    start = counted.end() if counted else start  # «شماری از کارگران» are no number
    silent = lx.SILENT.match(key, start, end)
    if silent is None or _DOERS.match(key, silent.end(), end):
        return False
    first = lx.FIRST_NAME.match(key, start, end)
    return first is None or first.end() == end


def modal_governs(key: str, start: int, end: int) -> bool:
    """Whether a modal before the verb is its own («می‌توان … دانست»: nobody in particular), and not that of a clause
    inside its object («کار او را کمک به کسی که باید می‌رفت توصیف کرد»)."""
    if key.find("توان", start, end) < 0 and key.find("بايد", start, end) < 0:
        return False
    modal = list(_MODAL.finditer(key, start, end))[-1:]
    if not modal or key.find(" را ", start, modal[0].start()) < 0 or key.find(" كه ", start, modal[0].start()) < 0:
        return bool(modal)
    return not any(lx.class_of(token) == "v" for token in lx.FUNCTION.finditer(key, modal[0].end(), end))
