"""What a finite verb says: its object, its complement, the clause after it, or the quotation before it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.base import CueMatch
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.contents import DUMMY, Content, after, complement, marked, predicate
from isnad.extract.fa.mentions import mention
from isnad.extract.fa.phrases import Phrase, trimmed
from isnad.extract.fa.pointing import told_before
from isnad.extract.fa.state import Sentence
from isnad.lang.cues import Form

_CLAUSE, _CLAUSE_OR_OBJECT = frozenset({"ke", "ta"}), frozenset({"ke", "ra"})
_UNSAID = frozenset({"weak", "object"})
_STRICT = frozenset({"strict", "strictke"})
_PREPOSITIONS = frozenset({"be", "bar", "az", "nesbat", "dar"})
_MEANWHILE_REACH = 160
_AS_REACH = 16
_WISH_REACH = 220
_PAUSES = ',.;:!?»«"'
_MEANWHILE = re.compile(r"\b(?:در ?حالي|در شرايطي)\b(?! (?:كه|است|بود))[^,]{0,140}$")
_AS = re.compile(r"\b(?:ان ?گونه|ان ?طور|همان ?گونه|همان ?طور|چنان|ان ?چنان|همچنان)$")
_LIKE_THAT = re.compile(r"(?:گونه|طور|چنان)( ?كه )")
_AT_THE_END = re.compile(r"در (?:ادامه|پايان|ابتدا|اين|همين) ?[^,]{0,24}, ")
_NAMING = re.compile(r" (?:با عنوان|به عنوان|بعنوان|با نام|به نام) ")


def content_of(sentence: Sentence, cue: CueMatch, form: Form, phrase: Phrase | None, start: int) -> Content | None:
    """What the verb at ``cue`` says, with ``phrase`` as its subject in the clause that begins at ``start``; None when
    nothing is said."""
    takes, flags, context = form.cue.takes, form.cue.flags, sentence.context
    if not takes.isdisjoint(_CLAUSE_OR_OBJECT) and flags.isdisjoint(_UNSAID):
        pointed = told_before(sentence, phrase, cue)
        if pointed:
            return pointed
    begin = phrase.rest if phrase else start
    if sentence.via is not None:
        begin = max(begin, sentence.via.range[1])
    if "doc" in flags and sentence.key.startswith(" تا ", cue.end):
        return None  # «به مرخصی آمده تا درمان شود»
    clause = not takes.isdisjoint(_CLAUSE)
    explicit = clause and marked(context, sentence.unit, cue.end) and not is_meanwhile(sentence.key, start, cue)
    found = _before(sentence, cue, form, begin, explicit)
    if found or form.tag == "gap":
        return found
    paused = sentence.key[cue.end : cue.end + 1] == ","
    if clause and not (paused and _in_relative(sentence.key, cue)):
        strict = not flags.isdisjoint(_STRICT) and not (
            _pauses(sentence.key, start, cue, form)
            or _shows(sentence.key, cue, form, phrase)
            or _asks_of(sentence.key, begin, cue, form)
            or (
                "pledge" in flags
                and not paused
                and _PLEDGED.search(sentence.key, cue.end, cue.end + _WISH_REACH) is not None
            )
        )
        found = after(context, sentence.unit, cue.end, strict, "ta" in takes and form.tag != "part")
        if found and not ("colon" in flags and found.shape not in ("colon", "quote", "list")):
            return found
        return None if "weak" in flags else _quote_before(sentence, cue, phrase)
    if "whole" in takes:
        left, right = trimmed(sentence.key, begin, cue.start)
        ended = _AT_THE_END.match(sentence.key, left, right)  # «در پایان، …»
        left = ended.end() if ended else left
        return Content(((left, right),), "indirect", "before", cue.end) if right - left > 4 else None
    return None


_RELATIVE = re.compile(r"[^\s,](?<!طور)(?<!گونه)(?:ي|هاي|اي) كه [^.,;:]{0,90}$")


def _in_relative(key: str, cue: CueMatch) -> bool:
    """«طرحی که دلیر پیشنهاد کرده است، …»: a comma that closes a relative clause opens no content."""
    that = _RELATIVE.search(key, max(0, cue.start - _MEANWHILE_REACH), cue.start)
    inside = that.group().partition(" كه ")[2].split() if that else []
    return bool(inside) and not any(lx.CLASS.get(word) == "v" for word in inside)


def _pauses(key: str, start: int, cue: CueMatch, form: Form) -> bool:
    """«می‌نویسد، …», «آن‌گونه که موج گزارش کرده، …»: a comma does for «که»."""
    if not key.startswith(",", cue.end):
        return False
    return form.tag.startswith("pres") or told_start(key, max(0, start - _AS_REACH), cue.start) > 0


def told_start(key: str, start: int, end: int) -> int:
    """Where the clause behind «آن‌گونه که» begins, when a pause stands before it; 0 otherwise."""
    found = 0
    if key.find("كه ", start, end) < 0:
        return found
    for like in _LIKE_THAT.finditer(key, start, end):
        told = _AS.search(key, max(start, like.start(1) - _AS_REACH), like.start(1))
        if told:
            before = key[max(0, told.start() - 3) : told.start()].rstrip()
            found = like.end() if not before or before[-1] in _PAUSES else found
    return found


def _shows(key: str, cue: CueMatch, form: Form, phrase: Phrase | None) -> bool:
    """«نظرسنجی تازه نشان می‌دهد مردم …»: a document shows a clause without «که», unless it has an object."""
    if form.cue.cue_class != "document" or phrase is None or key.startswith(" را ", cue.start - 4):
        return False
    return mention(key, phrase.start, phrase.end).type == "document"


_OF_SOMEBODY = re.compile(lx.OF_WHOM)
_WISHED = re.compile(r"\b(?:كند|كنند|شود|شوند|دهد|دهند|باشد|باشند|ب[^\s,.]{2,}ند)\b")


# «دستمزدها را بپردازد»: a present that begins with «ب», or a light verb in the subjunctive
_PLEDGED = re.compile(
    r"(?:\bب(?!لند|ايد|هبود|ازديد|رخورد|نياد|يداد|هداد)[^\s,.]{2,}ن?د"
    r"|\b(?:كند|كنند|شود|شوند|دهد|دهند|گيرد|گيرند))(?= ?[.,]| ?$)"
)


def _asks_of(key: str, start: int, cue: CueMatch, form: Form) -> bool:
    """«از مردم دعوت کرد در نشست حاضر شوند»: who is asked, and the wish, do for «که»."""
    if form.cue.cue_class != "order" or _OF_SOMEBODY.search(key, start, cue.start) is None:
        return False
    return _WISHED.search(key, cue.end, cue.end + _WISH_REACH) is not None


def _before(sentence: Sentence, cue: CueMatch, form: Form, begin: int, explicit: bool) -> Content | None:
    """The object or the prepositional complement of the verb."""
    takes, flags, context = form.cue.takes, form.cue.flags, sentence.context
    if "ra" in takes and (not explicit or _said_of(sentence.key, begin, cue, form)):
        found = _object(sentence, cue, flags, begin)
        if found:
            return found
    if not takes & _PREPOSITIONS or "nopres" in flags:
        return None
    found = complement(context, takes, begin, cue.start)
    if found is None or DUMMY.fullmatch(sentence.key, *found.spans[0]):
        return None
    if "named" in flags:
        named = _NAMING.search(sentence.key, *found.spans[0])
        if named is None:
            return None
        if DUMMY.fullmatch(sentence.key, found.spans[0][0], named.start()):  # «از آن با عنوان … یاد کرد»
            found = replace(found, spans=((named.end(), found.spans[0][1]),))
    return found if not explicit or _opens_relative(sentence.key, cue) else None


def _object(sentence: Sentence, cue: CueMatch, flags: frozenset[str], begin: int) -> Content | None:
    """The object with what is said of it, or alone; with ``own`` a stance («نگرانی خود را …», «حمایت خود از … را»)."""
    start = _joined(sentence, begin, cue)
    found = predicate(sentence.context, start, cue.start, "object" not in flags)
    if "own" not in flags:
        return found
    found = found or predicate(sentence.context, start, cue.start, False)
    # «درباره طرح آب | مخالفت خود را»: no comma closes what stands before the stance
    stance = lx.STANCE.search(sentence.key, *found.spans[0]) if found else None
    if found is None or stance is None or sentence.key[stance.start() - 1] not in " ,":
        return None
    return replace(found, spans=((stance.start(), found.spans[0][1]),))


def _joined(sentence: Sentence, begin: int, cue: CueMatch) -> int:
    """Where the object can begin: behind «و» when another verb of the same subject stands before it («از داور انتقاد
    کرد و او را مقصر دانست»)."""
    key, clause = sentence.key, sentence.clause
    if begin < clause < cue.start and key.startswith(" و", clause - 2) and key.find(" را ", clause, cue.start) >= 0:
        return clause
    for other in reversed(sentence.unit.cues[: sentence.number]):  # «خبر را رد و سند را جعلی خواند»
        if other.end <= begin:
            break
        if any(gapped.tag == "gap" for gapped in other.forms) and key.find(" را ", other.end, cue.start) >= 0:
            return other.end
    return begin


def _said_of(key: str, begin: int, cue: CueMatch, form: Form) -> bool:
    """«آنان را به حمله‌ای متهم کرد که …»: what is said stands between «را» and the cue, and «که» belongs to it."""
    if "strictke" not in form.cue.flags or "object" in form.cue.flags:
        return False
    marker = key.rfind(" را ", begin, cue.start)
    return marker >= 0 and marker + 4 < cue.start and key.startswith(" كه", cue.end)


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


def is_meanwhile(key: str, start: int, cue: CueMatch) -> bool:
    """«این در حالی اعلام شد که …»: «که» goes with «در حالی»."""
    if key.find("حالي", start, cue.start) < 0 and key.find("شرايطي", start, cue.start) < 0:
        return False
    return _MEANWHILE.search(key, max(start, cue.start - _MEANWHILE_REACH), cue.start) is not None


_OWN_VIEW = re.compile(
    r"; ?(?:(?:و|اما|ولي|ليكن) )?(?:من|بنده|خودم|ما)\b[^;.«»]{0,120}?"
    r"\b(?:ن[^\s,;.«»]{2,}|قبول ندارم|باور ندارم|مطميين نيستم|شك دارم)(?:م|يم)(?: ?[.;]| ?$)"
)


# «آن‌ها معتقدند … و لذا به نظر من …»: a conclusion of the narrator's own.
_MY_VIEW = re.compile(
    r"[,;]? (?:و|اما|ولي) (?:(?:لذا|بنابراين|از اين رو|به همين دليل) )?(?:در اين \w+ )?"
    r"به (?:نظر|باور|عقيده|گمان|اعتقاد) (?:من|بنده|ما)\b"
)


def own_view(key: str, content: Content, form: Form) -> int:
    """Where what others say or believe ends because the narrator sets himself against it («بعضی‌ها می‌گویند …؛ من
    نشنیدم») or concludes from it («معتقد بودند … و به نظر من …»); 0 where he does not."""
    start, end = content.spans[0]
    mine = _MY_VIEW.search(key, start + 8, end) if form.cue.cue_class == "belief" else None
    if mine or not form.tag.endswith("3p"):
        return mine.start() if mine else 0
    if content.shape != "bare" or key.find(";", start, end) < 0:
        return 0
    own = _OWN_VIEW.search(key, start + 8, end)
    return own.start() if own else 0
