"""«به گزارش X»، «به گفتهٔ X»، «به نقل از X»: the source follows its cue."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from isnad.extract.base import CueMatch, Mention, Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.agents import bounds, may_be_apposed, with_place
from isnad.extract.fa.contents import Content, kind_of, next_blocks, tail_cut
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.mentions import mention, plausible
from isnad.extract.fa.phrases import Phrase, clause_end, read, trimmed
from isnad.extract.fa.subjects import subject
from isnad.lang.cues import Form
from isnad.text.trie import trie_pattern

_AGENCIES = (word for word, row in lx.NOUNS.items() if row["type"] in ("agency", "outlet"))
_OUTLET = re.compile(rf"\b(?:{trie_pattern(_AGENCIES)})\b(?! (?:سياسي|خبري)\b)")
_MAX_WORDS = 14
_BODIES = ("agency", "outlet", "organisation")
_BASED_ON = re.compile(r"((?:بر ?اساس|طبق|بنا ?بر|بنا ?به|مطابق(?: با)?|بر ?پايه|به استناد)) (?=\S)")
_MANY = re.compile(r"ها(?=[ ,])")  # «گزارش ها», the plural written apart
_RECENT = re.compile(r"(?:تازه|جديد|اخير) ")  # «به گزارش تازه سازمان آب»
_NUMBER = re.compile(r"شماره [^\s,]+ ")  # «بر اساس اطلاعیه شماره هفت ستاد بحران»
_NEAR = 40
_FAR = 220
_NAME_WORDS = 5
_ONE = "يك "
_MARK = ("", "«", '"')


class Agent(msgspec.Struct, frozen=True, gc=False):
    """The source of such a frame with its content; ``content`` is None when a verb of saying still follows."""

    cue: Range
    range: Range
    mention: Mention
    content: Content | None
    confidence: float
    reasons: tuple[str, ...]
    floor: int


def agent_frame(
    context: Context, unit: Unit, cue: CueMatch, form: Form, floor: int, names: Callable[[], set[str]]
) -> Agent | None:
    """The agent after the cue and the content it is responsible for; ``names`` gives the surnames of speakers."""
    key = context.key
    start = cue.end
    lead = lx.LEAD.match(key, start, unit.end)
    start = lead.end() if lead else start
    recent = _RECENT.match(key, start, unit.end) if "report" in form.cue.flags else _NUMBER.match(key, start, unit.end)
    start = recent.end() if recent else start
    if start >= unit.end or _MANY.match(key, start, unit.end):
        return _reports_alone(context, unit, cue)
    if described := _described(context, unit, cue, start, floor):
        return described
    flags = form.cue.flags
    if "one" in flags and not key.startswith("يكي از ", start):
        return None
    if "report" not in flags and not _begins_clause(key, cue, floor):
        return None
    limit = next((other.start for other in unit.cues if other.start > start and _limits(other)), unit.end)
    apposed = may_be_apposed(key, start, limit, "report" in flags)
    phrase = _quoted_name(context, start, limit) or read(key, start, limit, apposed=apposed)
    if phrase is None or phrase.start > start + 2 or key.startswith("اي ", phrase.start):
        return None
    left, right, sure = bounds(key, with_place(key, phrase, limit), limit, names)
    if not right:
        return None
    found = mention(key, left, right)
    if found.type == "document" and (made := _FROM.match(key, right, unit.end)):
        right, sure = made.end() - 1, True  # «بر اساس گزارشی از سازمان آب، …»
    where = (cue.start, cue.end)
    if found.name and lx.DOCUMENT_KIND.match(key, left, right):
        inner = _BASED_ON.match(key, cue.start, cue.end)
        if inner is None:
            return None
        where, left = (cue.start, inner.end(1)), inner.end()  # «بر اساس آمار رسمی»: the figures are the source
        found = Mention("document", None, "name", head=key[left : cue.end])
    if found.type == "document" and (shown := _WHERE.match(key, right, unit.end)):
        right, sure = shown.end() - 1, True  # «تصاویر منتشره در شبکه‌های اجتماعی، …»
    if "doconly" in flags and found.head not in lx.TELLERS and (found.type != "document" or _is_law(found.head)):
        return None
    known = plausible(key, left, right) or sure or key.count(" ", left, right) < 3
    if key.count(" ", left, right) > _MAX_WORDS or not known:
        return None
    if "weak" in flags and not plausible(key, left, right):
        return None
    confidence, reasons = (0.95, ()) if sure else (0.85, ("no comma after the source",))
    if "report" in flags:
        known = sure or found.type in ("agency", "outlet") or found.head in lx.CORRESPONDENT
        if not known and _follows_noun(key, cue.start, floor):
            return None
        if found.head in lx.CORRESPONDENT:
            found = _outlet_of(key, left, right, found)
        elif found.head in lx.DESK_HEAD and (body := _OUTLET.search(key, left, right)):
            found = Mention("agency", (body.start(), right), "name", head=found.head)
        else:
            found = _unknown(key, left, found)
    if "via" in flags and cue.start > unit.start and not key[floor : cue.start].strip(" ,-;"):
        found = _unknown(key, left, found)  # «به گزارش موج، به نقل از کرانه‌پرس، …»
    if "via" in flags and _verb_follows(key, unit, right, _FAR if _told_on(key, floor, cue) else _NEAR):
        return Agent(where, (left, right), found, None, confidence, reasons, right)
    content = _content(context, unit, cue, right, floor)
    if content is None:
        return None
    return Agent(where, (left, right), found, content, confidence, reasons, right)


def _reports_alone(context: Context, unit: Unit, cue: CueMatch) -> Agent | None:
    """«بر اساس گزارش ها، …»: the reports themselves are the source; None when nothing follows."""
    key = context.key
    based, many = _BASED_ON.match(key, cue.start, cue.end), _MANY.match(key, cue.end + 1, unit.end)
    if based is None or many is None:
        return None
    content = _content(context, unit, cue, many.end(), unit.start)
    found = Mention("document", None, "description", head=key[based.end() : cue.end])
    where = (cue.start, based.end(1))
    return Agent(where, (based.end(), many.end()), found, content, 0.85, (), many.end()) if content else None


# «گزارشی که سازمان آب منتشر کرد، …», «خبرهای رسیده از نیلاب، …»: a document with what is told of it
_THAT = re.compile(r"[^\s,]+(?: [^\s,]+){0,3}?(?:ي|اي) كه ")
_MADE = re.compile(
    r"(?:[^\s,]+ ){0,3}?(?:منتشر ?شده|رسيده|ارايه ?شده|صادر ?شده|اعلام ?شده|دريافتي|واصله|به ?دست ?امده|حاصل|برامده)"
    r"(?: (?:از|به|در|توسط) [^,:;]{2,60}?)?"
    r"(?:(?=,)| ?\([^()]{0,30}\))"
)


_DESCRIBING = (" كه ", "شده", "رسيده", "دريافتي", "واصله", "امده", "حاصل")
_DESCRIBED_REACH = 80


def _described(context: Context, unit: Unit, cue: CueMatch, start: int, floor: int) -> Agent | None:
    """A document as the source with the clause or the participle that describes it, up to its comma."""
    key = context.key
    if all(key.find(word, start, start + _DESCRIBED_REACH) < 0 for word in _DESCRIBING):
        return None
    based = _BASED_ON.match(key, cue.start)
    that = _THAT.match(key, start, unit.end) if based else None
    end = clause_end(key, that.end(), unit.end) if that else 0
    if based and not end and (made := _MADE.match(key, start, unit.end)):
        end = made.end()
    left = based.end() if based else start
    found = mention(key, left, end) if end else None
    if based is None or found is None or found.type != "document" or _is_law(found.head):
        return None
    content = _content(context, unit, cue, end, floor)
    return Agent((cue.start, based.end(1)), (left, end), found, content, 0.95, (), end) if content else None


def _quoted_name(context: Context, start: int, limit: int) -> Phrase | None:
    """«به گزارش «سپیده» …»: a name in marks is the whole source."""
    one = context.key.startswith(_ONE, start)
    quote = context.quote_at(start + len(_ONE) * one)  # «یک «مقام آگاه در بندر»»
    if quote is None or quote.repair or quote.end > limit or context.key.count(" ", start, quote.end) > _NAME_WORDS:
        return None
    comma = context.key[quote.end : quote.end + 2].strip().startswith(",")
    return Phrase(start, quote.end, quote.end, "," if comma else "»")


def _follows_noun(key: str, start: int, floor: int) -> bool:
    """«رسیدگی به گزارش کمیسیون», «اعتماد به گزارش وی»: what is read or trusted, when a noun stands before it."""
    before = key[max(floor, start - 24) : start].rstrip(" ")
    if not before or not before[-1].isalpha():
        return False
    last = lx.FUNCTION.match(before, before.rfind(" ") + 1)
    return last is None or last.end() < len(before)


def _unknown(key: str, left: int, found: Mention) -> Mention:
    """«به گزارش موج‌نیوز»: who is reported from without a title, a first name or a role is an outlet, not a person."""
    if found.type != "person" or found.refers != "name" or found.name is None or key[left : found.name[0]] not in _MARK:
        return found
    if any(known.match(key, found.name[0], found.name[1]) for known in (lx.TITLE, lx.FIRST_NAME, lx.ROLE)):
        return found
    return Mention("agency", found.name, "name")


def _is_law(head: str) -> bool:
    """«بر اساس قانون» follows a rule; it reports no words."""
    return lx.noun_type(head) == "law"


def _begins_clause(key: str, cue: CueMatch, floor: int) -> bool:
    """«به نظر او …» opens a clause; «احترام به نظر او» does not."""
    before = key[max(0, cue.start - 5) : cue.start].rstrip()
    if not before or cue.start - floor < 3 or not before[-1].isalnum():
        return True
    word = before.rsplit(" ", 1)[-1]
    if lx.CLASS.get(word, "") in ("v", "a", "t"):
        return True  # «قرار است به گفتهٔ دلیر، …», «همچنین به گفتهٔ دلیر، …»
    return word in ("و", "كه", "ولي", "اما", "زيرا", "نيز", "هم") or any("via" in f.cue.flags for f in cue.forms)


def _told_on(key: str, floor: int, cue: CueMatch) -> bool:
    """«خبرگزاری موج به نقل از ناخدا از … خبر داد»: a known body before «به نقل از» is the subject of a later verb."""
    own = subject(key, floor, cue.start)
    if own is None or own.end < cue.start - 1:
        return False
    return mention(key, own.start, own.end).type in _BODIES or plausible(key, own.start, own.end)


def _verb_follows(key: str, unit: Unit, end: int, reach: int) -> bool:
    """Whether a verb of saying comes after the source of «به نقل از», without a subject of its own."""
    for other in unit.cues:
        if other.start >= end:
            if other.start - end > reach or not _says(other):
                return False
            own = subject(key, end, other.start) if key.startswith(",", end) else None
            return own is None or not plausible(key, own.start, own.end)
    return False


def _outlet_of(key: str, left: int, right: int, found: Mention) -> Mention:
    """«به گزارش خبرنگار سپیده»: the outlet reports, by its correspondent; «خبرنگار ما» names nobody."""
    at = left + len(found.head) + 1
    if at >= right or lx.FIRST_NAME.match(key, at, right) or lx.TITLE.match(key, at, right):
        return found
    if found.name is not None:
        return found
    if lx.PRONOUN.match(key, at, right):
        return Mention("unnamed", None, "unnamed", head=found.head)
    body = _OUTLET.search(key, at, right)  # «خبرنگار سیاسی خبرگزاری موج»
    at = body.start() if body else at
    return Mention("agency", (at, right), "name", head=found.head)


def _limits(cue: CueMatch) -> bool:
    """A verb of saying, or the next source: «به گزارش موج طبق گفته ناخدا، …»."""
    return _says(cue) or any("np" in form.cue.takes and "via" not in form.cue.flags for form in cue.forms)


def _says(cue: CueMatch) -> bool:
    return any(
        form.tag.startswith(("past", "perf", "pres", "plup"))
        or (not form.tag and form.cue.cue_class == "speech" and "ke" in form.cue.takes)
        for form in cue.forms
    )


_WHERE = re.compile(
    r"(?: (?:منتشرشده|منتشر شده|منتشره|موجود|منتشر))?"
    r" (?:در|توسط|از سوي) (?!سال|ماه|روز|هفته|ساعت|پي|حال)[^\s,;.:\d]+(?: [^\s,;.:\d]+){0,3},"
)
# «به گزارش موج از نیلاب، …»: where the report comes from is no part of it.
_FROM = re.compile(r" از (?!فردا|امروز|ديروز|سال|ماه|روز|هفته|ساعت|ابتداي|اول)[^\s,;.:]+(?: [^\s,;.:]+){0,5} ?,")


_RELATIVE = re.compile(r"([^\s,.;:«»]+) كه $")


def _in_relative(key: str, cue: CueMatch) -> bool:
    """«قراردادهایی که به گفتهٔ دلیر باطل است، …»: an aside in a relative clause, which a comma ends; «گفت که به گفتهٔ …»
    begins the words themselves."""
    before = _RELATIVE.search(key, max(0, cue.start - 32), cue.start)
    if before is None:
        return False
    token = lx.FUNCTION.match(before[1])
    return token is None or token.end() < len(before[1])


def _reports(cue: CueMatch) -> bool:
    return any(form.cue.flags & {"report", "via"} for form in cue.forms)


def _content(context: Context, unit: Unit, cue: CueMatch, right: int, floor: int) -> Content | None:
    key = context.key
    from_place = _FROM.match(key, right, unit.end) if _reports(cue) else None
    at = from_place.end() if from_place else right
    while at < unit.end and key[at] in " ,;:»":
        at += 1
    if key.startswith("كه ", at):
        at += 3
    listed = next_blocks(context, unit, unit.end) if key[unit.start : unit.end].rstrip().endswith(":") else None
    if listed and at < unit.end:
        return listed
    aside = clause_end(key, at, unit.end) if _in_relative(key, cue) else 0
    end = aside or tail_cut(key, at, context.trim_end(at, unit.end))
    if end - at > 3:
        quote = context.quote_at(at)
        if quote and quote.end >= end:
            return Content(((quote.inner_start, quote.inner_end),), "direct", "quote", at)
        return Content(((at, end),), kind_of(context, at, end), "according", at)
    left, stop = trimmed(key, max(floor, unit.start), cue.start)
    if stop - left < 12:
        return None
    return Content(((left, stop),), kind_of(context, left, stop), "before", at)
