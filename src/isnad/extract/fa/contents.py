"""The content of a cue: the clause, quotation or list after it, or the phrase before it."""

from __future__ import annotations

import re

import msgspec

from isnad.extract.base import Range
from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.context import Context, Unit
from isnad.extract.fa.from_whom import FROM, which_from
from isnad.extract.fa.opened import behind_setting
from isnad.extract.fa.phrases import trimmed
from isnad.extract.quotes import Quote
from isnad.model.statement import StatementKind

_QUOTE_MARKS = '«"'
_OPENING = re.compile(r"[ \n]*(?:(?:اين|ان) است )?(?:(كه|تا)\b ?)?[ \n]*(?:([:;])[ \n]*)?(?:(كه)\b ?)?")
_MARKED = re.compile(r"[ \n]*(?:[:«\"]|كه\b|تا\b)")
_INTRODUCES = frozenset("pra")
_LIST_KINDS = frozenset({"list_item"})


class Content(msgspec.Struct, frozen=True, gc=False):
    """The spans of a content, how it is said, and by what it was introduced (``shape``: colon, ke, ta, quote, bare,
    before); ``floor`` is where another cue of the same sentence may begin to look."""

    spans: tuple[Range, ...]
    kind: StatementKind
    shape: str
    floor: int


def kind_of(context: Context, start: int, end: int, default: StatementKind = "indirect") -> StatementKind:
    """Indirect, or mixed when a part of it stands in quotation marks."""
    key = context.key
    for mark in _QUOTE_MARKS:
        at = key.find(mark, start, end)
        while at >= 0:
            quote = context.quote_at(at)
            if quote and (key.count(" ", quote.inner_start, quote.inner_end) >= 2 or _quoted_word(key, start, quote)):
                return "mixed"
            at = key.find(mark, at + 1, end)
    return default


def _quoted_word(key: str, start: int, quote: Quote) -> bool:
    """One or two words in marks are quoted when no noun stands before them, as it does before a name («کشتی «موج»»)."""
    before = key[start : quote.start].rstrip(" ,")
    if quote.repair:
        return False
    if not before:
        return True
    return lx.CLASS.get(before.rsplit(" ", 1)[-1], "") in _INTRODUCES and quote.inner_end - quote.inner_start > 3


def marked(context: Context, unit: Unit, cue_end: int) -> bool:
    """Whether «که», a colon or a quotation mark stands right after the cue."""
    return _MARKED.match(context.key, cue_end, unit.end) is not None


_PAUSE = re.compile(r", ?(?!و\b|اما\b|ولي\b|از جمله|به\b|در\b|با\b|كه\b)[^,]{12}")


def after(context: Context, unit: Unit, cue_end: int, strict: bool, wish: bool = False) -> Content | None:
    """The content that follows the cue."""
    key = context.key
    opening = _OPENING.match(key, cue_end, unit.end)
    at = opening.end() if opening else cue_end
    linked = (opening[1] or opening[3] or "") if opening else ""
    if linked == "تا" and not wish and opening:
        at, linked = opening.start(1), ""  # «گفت تا پاییز …»: part of what is said
    colon = bool(opening and opening[2] and not (strict and opening[2] == ";"))
    if colon and at >= unit.end:
        return next_blocks(context, unit, at)
    quoted = _quoted(context, unit, at)
    if quoted:
        return quoted
    paused = at < unit.end and key[at] == ","
    if paused and (wish or not strict) and _PAUSE.match(key, at, unit.end):
        at += 1 + (key[at + 1 : at + 2] == " ")
    if at >= unit.end or (not linked and not colon and (strict or not _can_begin(key, at, unit.end))):
        return None
    limit = context.quote_end(cue_end, unit.end)
    end = context.trim_end(at, limit)
    if not colon:
        end = tail_cut(key, at, end)
    if key.count(" ", at, end) < (1 if colon or linked or wish else 2):
        return None
    if colon:
        return Content(((at, end),), "direct", "colon", unit.end)
    shape = {"كه": "ke", "تا": "ta"}.get(linked, "bare")
    return Content(((at, end),), kind_of(context, at, end), shape, unit.end)


_TAIL = re.compile(
    r"[;,] ?(?:موضوعي|امري|مسيلهاي|مسالهاي|اقدامي|رخدادي|رويدادي"
    r"|ادعايي|اتهامي|اتهاماتي|خبري|روايتي|اظهاراتي|گفتهاي|سخني|سخناني|شايعهاي)(?: را)? كه "
    r"|[;,] ?(?:اما|ولي|هرچند|هر چند|گرچه|اگرچه)\b[^.;«»]{0,70}?"
    r"(?:حاضر(?: [^\s,.;]+){0,8} نشد|خودداري كرد|سر باز زد|امتناع كرد"
    r"|(?:جزييات|توضيح|توضيحات|توضيحي|اشاره|اشارهاي|پاسخ|پاسخي|نام|نامي)"
    r"(?: [^\s,.;]+){0,4} (?:نكرد|نداد|نبرد|نكرده|نداده|نبرده))"
)


# «… و این در حالی است که …»: the report sets something of its own beside what is said
_MEANWHILE = re.compile(r"[,;]?(?: و)? اين در ?(?:حالي|صورتي|شرايطي) ?(?:است|بود)[^«»]*$")


def tail_cut(key: str, start: int, end: int) -> int:
    """The end of a content without what the report adds: «…؛ ادعایی که …», «…، اما حاضر به توضیح بیشتر نشد»."""
    aside = _MEANWHILE.search(key, start + 12, end) if key.find(" اين در", start, end) >= 0 else None
    end = aside.start() if aside else end
    if key.find(",", start, end) < 0 and key.find(";", start, end) < 0:
        return end
    tail = _TAIL.search(key, start + 12, end)
    return tail.start() if tail and key.count("«", start, tail.start()) == key.count("»", start, tail.start()) else end


_GOES_ON = re.compile(r"(?:و|يا|اما|ولي|است|بود|شد|هم(?! اكنون)|نيز|كرد)\b")
_AND = re.compile(r"(?:و|اما|ولي)\b")


def _can_begin(key: str, at: int, end: int) -> bool:
    """Whether a clause without «که» can begin here: «و», a comma or another end of the clause means none follows."""
    if key[at] in ",.;)!?»/|،" or at >= end:
        return False
    return _GOES_ON.match(key, at, end) is None


def _quoted(context: Context, unit: Unit, at: int) -> Content | None:
    """A quotation that is the whole content: closed by the end of the clause, and more than a word in marks."""
    key = context.key
    if at < len(key) and key[at] == "," and key[at + 1 : at + 3].strip()[:1] in _QUOTE_MARKS:
        at += 1
    while at < unit.end and key[at] == " ":
        at += 1
    quote = context.quote_at(at)
    if quote is None:
        return None
    rest = quote.end
    while rest < unit.end and key[rest] in " .,;!?\n":
        rest += 1
    ended = rest >= unit.end or key[rest - 1] in ".!?" or _AND.match(key, rest) is not None
    words = key.count(" ", quote.inner_start, quote.inner_end)
    closed = quote.end < len(key) and key[quote.end] in ".,;!?"
    if not (ended or (closed and words >= 2) or words >= 8):
        return None
    return Content(_parts(context, quote.inner_start, quote.inner_end, unit), "direct", "quote", max(quote.end, at))


def _parts(context: Context, start: int, end: int, unit: Unit) -> tuple[Range, ...]:
    """The quotation, with the paragraphs that go on with it when each opens with a mark again."""
    quote = context.quote_at(start - 1)
    letter = _letter(context, start - 1) if quote and quote.repair == "unclosed" else None
    if letter:
        return (letter,)
    spans = [(start, context.trim_end(start, end))]
    number = unit.block
    while quote and quote.repair == "continued" and number + 1 < len(context.blocks):
        number += 1
        quote = context.quote_at(context.blocks[number].start)
        if quote is None:
            break
        spans.append((quote.inner_start, context.trim_end(quote.inner_start, quote.inner_end)))
    return tuple(spans)


_MARKS = re.compile('[«»"]')
_LETTER = 12_000


def _letter(context: Context, opened: int) -> Range | None:
    """What stands in a quotation over several paragraphs that has a mark before the first of them only («متن پیام
    چنین است: «…»); None when no mark at the end of a paragraph closes it."""
    key, depth = context.key, 0
    if key[opened] not in _QUOTE_MARKS:
        return None
    for mark in _MARKS.finditer(key, opened, opened + _LETTER):
        depth += -1 if mark.group() == "»" or (depth and mark.group() == '"') else 1
        if not depth:
            if key[mark.end() : mark.end() + 3].lstrip(" .")[:1] not in ("", "\n"):
                return None
            context.letters.append((opened + 1, mark.start()))
            return opened + 1, context.trim_end(opened + 1, mark.start())
    return None


def next_blocks(context: Context, unit: Unit, at: int) -> Content | None:
    """A colon that ends a paragraph: the list items that follow, or the next paragraph when it is a quotation."""
    blocks = context.blocks
    if at < blocks[unit.block].end or unit.block + 1 >= len(blocks):
        return None
    number = unit.block + 1
    items: list[Range] = []
    while number < len(blocks) and blocks[number].kind in _LIST_KINDS:
        items.append(trimmed(context.key, blocks[number].start, blocks[number].end))
        number += 1
    if items:
        return Content(tuple(items), "direct", "list", at)
    following = blocks[unit.block + 1]
    first = at
    while first < following.start and context.key[first] in " \n":
        first += 1
    letter = _letter(context, first) if first < following.start else None
    if letter:  # its first paragraph is in another language: «بسم الله …»
        return Content((letter,), "direct", "quote", at)
    quote = context.quote_at(following.start)
    if quote:
        inside = Unit(following.start, following.end, unit.block + 1, [])
        return Content(_parts(context, quote.inner_start, quote.inner_end, inside), "direct", "quote", at)
    return None


_PREFIXES = {
    "be": re.compile(
        r"(?<!اشاره )(?<!توجه )(?<!نسبت )(?<!راجع )(?<!پاسخ )(?<!خطاب )\bبه "
        r"(?!صراحت|شدت|طور|عنوان|همراه|خوبي|درستي|روشني|ويژه|رغم)"
    ),
    "bar": re.compile(r"(?<!تاكيد )(?<!علاوه )(?<!بنا )\bبر (?!اساس|خلاف|سر )"),
    "az": FROM,
    "nesbat": re.compile(r"\bنسبت به "),
    "dar": re.compile(r"\b(?:درباره|در مورد|در خصوص|درخصوص|در باره|پيرامون) "),
}
DUMMY = re.compile(r"(?:اين|همين|ان) ?(?:نكته|موضوع|مطلب|مساله|مسيله|امر|ادعا|خبر|باره|باور|واقعيت|سخن)?(?: هم| نيز)?$")


_THAT = re.compile(r"(?:اينكه|اين كه) ")


def complement(context: Context, takes: frozenset[str], start: int, end: int) -> Content | None:
    """The noun phrase with the cue's preposition that stands before it: «به … اشاره کرد»."""
    key = context.key
    for name in ("nesbat", "bar", "be", "az", "dar"):
        if name not in takes:
            continue
        found = _PREFIXES[name].search(key, start, end)
        if not found:
            continue
        if name == "az":
            found = which_from(key, start, found, end)
        left, right = trimmed(key, found.end(), end)
        clause = _THAT.match(key, left, right)
        left = clause.end() if clause else left
        if right - left < 5 or " " not in key[left:right]:
            continue
        return Content(((left, right),), kind_of(context, left, right), "before", end)
    return None


_OBJECT = re.compile(r" را\b")


def predicate(context: Context, start: int, end: int, whole: bool) -> Content | None:
    """What stands before the cue: «این خبر را بی‌پایه» (``whole``) or only the object of «رد کرد»."""
    key = context.key
    marker = _OBJECT.search(key, start, end)
    if marker is None:
        return None
    # Phrases before the object that a comma closes are the setting, not the content.
    comma = key.rfind(",", start, marker.start())
    while comma >= 0 and not _setting(key, start, comma):
        comma = key.rfind(",", start, comma)
    left, right = trimmed(key, comma + 1 if comma >= 0 else start, end if whole else marker.start())
    left = _after_adverbs(key, left, right)
    stance = lx.STANCE.search(key, left, marker.end()) if lx.PREPOSITION.match(key, left) else None
    left = stance.start() if stance and key[stance.start() - 1] == " " else left
    left = behind_setting(key, left, marker.start()) if key.find(",", left, marker.start()) < 0 else left
    told = lx.SETTING.match(key, left, marker.start())
    left = told.end() if told and told.end() + 2 < marker.start() else left
    if right - left < 3 or (whole and right <= marker.end()):
        return None
    return Content(((left, right),), kind_of(context, left, right), "before", end)


def _setting(key: str, start: int, comma: int) -> bool:
    at = _after_adverbs(key, start, comma)
    return at >= comma or lx.PREPOSITION.match(key, at, comma) is not None


def _after_adverbs(key: str, start: int, end: int) -> int:
    lead = lx.LEAD.match(key, start, end)
    return lead.end() if lead and lead.end() < end else start
