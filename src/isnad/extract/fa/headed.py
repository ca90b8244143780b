"""Who speaks behind a heading that lost its line break: told by the date behind it, or found inside a word."""

from __future__ import annotations

import re

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import marked
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.opened import late_subject
from isnad.extract.fa.phrases import Phrase
from isnad.extract.fa.state import Sentence
from isnad.extract.fa.subjects import subject
from isnad.extract.fa.vetting import can_speak, first_subject, surnames
from isnad.lang.cues import Form

_GLUED_REACH = 220
_ELSEWHERE = 20_000
_STEM = 3  # letters that are left of a word when a name is taken off its end
_WHOLE_WORDS = frozenset((*lx.ROLES, *lx.NOUNS, *lx.PLACES, *lx.FIRST_NAMES, *lx.CLASS))
_TITLE_WORDS = frozenset(title.partition(" ")[0] for title in lx.TITLES if " " in title)  # «حجت | الاسلام»
_BEGINNINGS = frozenset((*lx.ROLES, *lx.NOUNS, *lx.FIRST_NAMES, *lx.TITLES, *_TITLE_WORDS, "وي"))
_WORD = re.compile(r"(?<![^\s(«])[\u0621-\u06ff]{5,}(?= )")
_FINITE = re.compile(r"ن?مي\w{2,}[دتم]|\w{2,}(?:يم|ند)|[بن]\w{2,}د")


def instead(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> Phrase | None:
    """Who speaks when ``phrase``, which was read as the subject, cannot: somebody behind a heading, or the person whom
    the sentence begins with."""
    if nearer := _nearer(sentence, cue, form, phrase):
        return nearer
    found = behind_heading(sentence, cue, form, phrase) or behind_glue(sentence, cue, form)
    found = found or behind_headline(sentence, cue, form, phrase)
    told = form.cue.cue_class == "speech" and sentence.via is None
    if found is None and told and marked(sentence.context, sentence.unit, cue.end):
        found = first_subject(sentence, cue, form)
        if found is not None and sentence.key.find(":", found.end, cue.start) >= 0:
            found = None  # the words of a heading («دلیر: …»)
    return found


def _nearer(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> Phrase | None:
    """«بندر یکی از کانون‌هاست و ماهیگیرها معتقدند …»: who stands between the last finished clause and the verb."""
    key, plural = sentence.key, form.tag.endswith("3p")
    if sentence.clause <= phrase.rest or "ra" in form.cue.takes:
        return None
    found = subject(key, sentence.clause, cue.start, plural)
    if found is None or found.end < cue.start - 1 or not can_speak(key, found.start, found.end, plural, not plural):
        return None
    return found


def behind_heading(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> Phrase | None:
    """«تأیید حکم بندر روز شنبه ۱۸ آذر، نادر پارسا گفت که …»: a heading that lost its line break, told by the date
    behind it; the subject is who stands behind the date, when it is plainly a speaker."""
    key = sentence.key
    if form.cue.cue_class != "speech" or not marked(sentence.context, sentence.unit, cue.end):
        return None
    tokens = [(lx.class_of(token), token.start()) for token in lx.FUNCTION.finditer(key, phrase.start, cue.start)]
    date = next((at for letter, at in tokens if letter == "t"), None)
    if date is None or any(letter == "v" for letter, _ in tokens):
        return None
    found = subject(key, date, cue.start, form.tag.endswith("3p"))
    if found is None or found.end < cue.start - 1 or not lx.speaks(key, found.start, found.end):
        return None
    if not any(letter.isdigit() for letter in key[date : found.start]):
        return None  # «چهارشنبه مجلس»: no date
    return found if plausible(key, found.start, found.end) else None


def behind_headline(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> Phrase | None:
    """«ساخت سه پل در نیلاب نادر پارسا در نشستی گفت: …»: a heading that lost its line break, with a phrase that cannot
    govern who stands behind it."""
    key = sentence.key
    if form.cue.cue_class != "speech" or phrase.stop != "p" or not _told(sentence, cue):
        return None
    found = late_subject(key, phrase.rest, cue.start, form.tag.endswith("3p"))
    person = found and (lx.TITLE.match(key, found.start, found.end) or lx.FIRST_NAME.match(key, found.start, found.end))
    return found if found and person and not lx.MUTE.match(key, found.start) else None


def may_be_glued(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase) -> bool:
    """Whether a phrase that was read as the subject is worth a look inside its words: it begins with nobody known."""
    key = sentence.key
    if form.cue.cue_class != "speech" or form.tag.endswith("3p") or not _told(sentence, cue):
        return False
    if plausible(key, phrase.start, phrase.end):
        return False
    # A name that the text has more than once is one.
    return cue.start - phrase.end >= _STEM or not _stands_elsewhere(key, phrase)


def _stands_elsewhere(key: str, phrase: Phrase) -> bool:
    name, near = key[phrase.start : phrase.end], max(0, phrase.start - _ELSEWHERE)
    return key.find(name, near, phrase.start) >= 0 or key.find(name, phrase.end, phrase.end + _ELSEWHERE) >= 0


def behind_glue(sentence: Sentence, cue: CueMatch, form: Form) -> Phrase | None:
    """«پل بسته استنادر پارسا در نشستی گفت: …», «… راه تازهوی افزود: …»: a heading with neither a line break nor a space
    behind it: the subject begins inside a word. None when no known word is left of it, or no known name begins there.
    """
    key = sentence.key
    if form.cue.cue_class != "speech" or form.tag.endswith("3p") or not _told(sentence, cue):
        return None
    begin = max(sentence.unit.start, sentence.floor, cue.start - _GLUED_REACH)
    known = surnames(sentence)
    for word in reversed(list(_WORD.finditer(key, begin, cue.start))):
        at = _name_inside(key, word, cue.start, known)
        if at:
            found = subject(key, at, cue.start)
            return found if found and found.start == at else None
    return None


def _told(sentence: Sentence, cue: CueMatch) -> bool:
    """A colon or a quotation mark behind the verb."""
    return sentence.key[cue.end : cue.end + 2].strip()[:1] in (":", "«", '"')


def _name_inside(key: str, word: re.Match[str], end: int, known: set[str]) -> int:
    """Where a name, an office or «وی» begins inside a word of its own letters; 0 when the word is one word."""
    letters = word.group()
    if letters in _WHOLE_WORDS or letters in known:
        return 0
    for cut in range(2, len(letters) - 1):
        head, tail = letters[:cut], letters[cut:]
        if (
            (tail in _BEGINNINGS or tail in known)
            and _begins_speaker(key, tail, word, end, known)
            and _is_word(key, head)
        ):
            return word.start() + cut
    return 0


def _begins_speaker(key: str, tail: str, word: re.Match[str], end: int, known: set[str]) -> bool:
    """Whether ``tail`` is a title or a first name with a name behind it, an office, a speaker's surname, or «وی»."""
    if tail == "وي":
        return word.end() >= end - 1
    if tail in known:
        return True
    if tail in _TITLE_WORDS and tail not in lx.TITLES and tail not in lx.ROLES:
        return lx.TITLE.match(key, word.end() - len(tail), end) is not None
    if len(tail) >= _STEM and (tail in lx.FIRST_NAMES or tail in lx.TITLES):
        following = lx.WORD.match(key, word.end() + 1, end)
        return following is not None and following.group() not in lx.CLASS
    if (lx.NOUNS.get(tail) or {}).get("type") == "outlet" and len(tail) > _STEM:
        return True
    role = lx.ROLES.get(tail)
    return role is not None and len(tail) > _STEM and role.get("number") == "s"


def _is_word(key: str, head: str) -> bool:
    """A verb, or a word that the text has elsewhere; not the first part of a compound («علی‌رضا»، «هم‌پیمان»)."""
    if lx.CLASS.get(head) == "v" or _FINITE.fullmatch(head):
        return True
    compound = head in lx.FIRST_NAMES or head in lx.TITLES or head in lx.CLASS or head in lx.ROLES
    return len(head) >= _STEM and not compound and f" {head} " in key
