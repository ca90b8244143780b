"""The subject of a clause: told from adverbs, leading phrases, datelines, and from the object that follows it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.fa import lexicon as lx
from isnad.extract.fa.mentions import plausible
from isnad.extract.fa.opened import late_subject, of_place
from isnad.extract.fa.phrases import Phrase, read, skip_lead, trimmed, unhung

_PLACES = re.compile(rf"{lx.PLACE.pattern}(?:, {lx.PLACE.pattern})*(?:,? و {lx.PLACE.pattern})?")
_OWN_REACH = 8  # «خود را» ends the phrase before it
_POINTED = re.compile(r"(?:(?:اين|ان) [^ ,]+ |(?:بسياري|برخي|بعضي) (?=(?:اين|ان) ))")
_SOME_AND = re.compile(r"(بسياري|برخي|بعضي|عدهاي|گروهي|جمعي) (?:او|وي|انها|انان|من|ما|ايشان)\b")
_OPENED = re.compile(r' [«"]')
_QUOTED_OBJECT = re.compile(r' (?:«[^»]{6,90}»|"[^"]{6,90}") را ')
_QUOTED_NAME = re.compile(r' (?:«[^»]{2,30}»|"[^"]{2,30}")(?= (?!را\b|و\b|,)[^\s«"])')
# «نادر پارسا شهردار نیلاب | بدتر شدن …»
_INFINITIVE = re.compile(r" [^\s,]+ (?:شدن|كردن|بودن|ماندن|داشتن|دادن|گرفتن)(?= |$)")
_SUPERLATIVE = re.compile(r" [^\s,]+ترين ")
_NEW_PHRASE = re.compile(r" (?:اين|ان|همين|برخي|بعضي|هرگونه|هر گونه|هر|هيچ|چنين|يك|\d[\d.,]*|[^\s,]+ترين)(?: |$)")


def split_object(key: str, start: int, end: int) -> int:
    """Where the subject ends when the object follows it without a comma: «ایران | این خبر را رد کرد»; 0 if unsure."""
    for known in (lx.PRONOUN, _PLACES):
        found = known.match(key, start, end)
        if found and found.end() < end and key[found.end()] == " ":
            return found.end()
    some = _SOME_AND.match(key, start, end)
    if some:
        return some.end(1)
    shown = _SHOWN.search(key, start, end) if key.endswith(_TEXT_ENDS, start, end) else None
    if shown and plausible(key, start, shown.start()):
        return shown.start()
    own = lx.OWN_STANCE.search(key, start, end + _OWN_REACH) if key.find("خود", start, end + _OWN_REACH) >= 0 else None
    if own and own.start() < end:
        best = _SUPERLATIVE.search(key, start, own.start() + 1)
        return best.start() if best and best.end() == own.start() + 1 else own.start()
    pointed = _POINTED.match(key, start, end)
    if pointed and pointed.end() < end:
        return _with_adjectives(key, start, pointed.end(), end)
    opened = _OPENED.search(key, start, end)
    if opened and plausible(key, start, opened.start()):
        mark = opened.start()
        named = _QUOTED_NAME.match(key, mark, end)
        if _QUOTED_OBJECT.match(key, mark) and key.count(" ", start, mark) < 3:
            return mark
        if named and not lx.APPOSED.match(key, named.end() + 1):
            return named.end()
    at, many = start, 0
    title = lx.TITLE.match(key, at, end)
    while title:
        at = title.end()
        title = lx.TITLE.match(key, at, end)
    first = lx.FIRST_NAME.match(key, at, end)
    if at > start or first:
        name = lx.WORD.match(key, first.end() + 1 if first else at, end)
        after = lx.WORD.match(key, name.end() + 1, end) if name else None
        office = lx.ROLE.match(key, after.start(), end) if after else None
        if name and after and after.group() != "و" and (office is None or _many(office)):
            return name.end()
    mute = _mute_object(key, start, end)
    infinitive = _INFINITIVE.search(key, start, mute or end)
    if infinitive and plausible(key, start, infinitive.start()) and not _is_text(key, start, end):
        return infinitive.start()
    if mute:
        return mute
    some = lx.QUANTIFIER.match(key, start, end)
    base = some.end() if some else start
    base = base if lx.NOUN.match(key, base, end) or lx.ROLE.match(key, base, end) else start
    if lx.NOUN.match(key, base, end) or lx.ROLE.match(key, base, end):
        for word in lx.WORD.finditer(key, base, end):
            role = lx.ROLES.get(word.group())
            if role and role.get("number") == "p" and word.start() == base and word.end() < end:
                owner = lx.PRONOUN.match(key, word.end() + 1, end)
                many = owner.end() if owner else word.end()
            place = lx.PLACE.match(key, word.start(), end)
            if place and place.end() < end and word.start() > start and not key.startswith(" و ", place.end()):
                return place.end() + (key[place.end()] == "»")
    new = _NEW_PHRASE.search(key, some.end() - 1 if some else start, end)
    if new:
        last = key.rfind(" ", start, new.start()) + 1 or start
        plain = key[new.start() + 1].isdigit() or new.group().rstrip().endswith("ترين")
        plain = plain or key.endswith("ها", start, new.start())  # a plural without ezāfe has no more to it
        if (
            (last > start or plain)
            and not key.endswith(" و", start, new.start())
            and not lx.ROLE.match(key, last, new.start())
            and not lx.NOUN.match(key, last, new.start())
        ):
            return new.start()
    described = _DESCRIBED.match(key, many, end) if many else None
    return described.end() if described else many or _people_object(key, start, end)


_PEOPLE_WORDS = 3


def _people_object(key: str, start: int, end: int) -> int:
    """«ناخدا | همه را فراخواند», «اتحادیه ماهیگیران | مردم نیلاب را …»: people right before «را» are the object when
    what stands before them is a whole source; 0 otherwise."""
    if not key.startswith(" را", end):
        return 0
    words = list(lx.WORD.finditer(key, start, end))
    for word in reversed(words[1:][-_PEOPLE_WORDS:]):
        if lx.CLASS.get(key[start : word.start()].rstrip().rpartition(" ")[2]) in ("p", "w"):
            continue
        role = lx.ROLES.get(word.group())
        many = _SIDES.search(key, start, word.end()) if word.group() in _SIDE else None
        if many or word.group() in _ALL or (role and role.get("number") == "p"):
            left = trimmed(key, start, many.start() if many else word.start())[1]
            whole = left > words[0].end() or words[0].group() in lx.WHOLE
            return left if whole and plausible(key, start, left) else 0
    return 0


_ALL = frozenset({"همه", "همگان", "مردم", "عموم", "طرفين", "طرفها"})
_SIDE = frozenset({"طرف", "كشور", "تن", "نفر"})
_SIDES = re.compile(r" (?:هر )?(?:دو|سه|چهار|چند) [^\s]+$")


_ADJECTIVE = re.compile(r"(?:[^\s,]{2,}[^\s,اوه]ي|مسيول|ارشد|اگاه|سابق|محترم|برجسته|مستقل|بازنشسته|زن|جوان|كشور)(?= )")


# «شاهدان عینی | آتش …»: an adjective of origin or kind behind a plural
_KIND = (
    r"(?:(?!بسياري|برخي|تعدادي|زيادي|بازي|كمي|سعي|راي|نفي|تمامي)[^\s,]{2,}[^\s,اوه]ي"
    r"|اگاه|مطلع|موثق|مسيول|ارشد|مستقل|حاضر|مسلح|ناشناس|معترض|خشمگين)(?= |$)"
)
_DESCRIBED = re.compile(rf" {_KIND}(?: (?:و )?{_KIND})*(?: {lx.PLACE.pattern})?")


def _with_adjectives(key: str, start: int, at: int, end: int) -> int:
    """The end of «این مقام انتظامی», «این نماینده مجلس» before an object: the noun with what describes it."""
    head = lx.DEMONSTRATIVE.match(key, start, end)
    if not head or not (lx.ROLE.match(key, head.end(), end) or lx.NOUN.match(key, head.end(), end)):
        return at - 1
    for _ in range(2):
        body = lx.NOUN.match(key, at, end)
        kind = (lx.NOUNS.get(body.group()) or {}).get("type") if body else ""
        word = (
            body
            if kind == "organisation"
            else None
            if body or lx.MUTE.match(key, at, end)
            else _ADJECTIVE.match(key, at, end)
        )
        if word is None or word.end() >= end or key[word.end()] != " ":
            break
        at = word.end() + 1
    return at - 1


def _many(role: re.Match[str]) -> bool:
    """A noun for several people, which is no apposition of one name: «نادر پارسا | مأموران …»."""
    return (lx.ROLES.get(role.group()) or {}).get("number") == "p"


# «تهران - موج -» before the first sentence of an agency report
_DATELINE = re.compile(
    rf"(?:(?:{lx.PLACE.pattern}|{lx.NOUN.pattern}) ?[-/] ?"
    rf"(?:(?:{lx.PLACE.pattern}|{lx.NOUN.pattern})(?: ?- ?| )|[^\s-]+- ?)|[^\s,:;.«\"-]+-[^\s,:;.«\"-]+- ?"
    r"|(?:[^\s,:;.«\"-]+(?: [^\s,:;.«\"-]+){0,4}(?: - ?|- |/ | \| ?)){1,3}(?:[^\s,:;.«\"-]+ ?: )?)"
)


_DASH = re.compile("[-/|]")
_FIRST = 24  # how far into the sentence «موج/نیلاب» can begin
_THIS = re.compile(r" (?:اين|ان|همين|هر|برخي|بعضي|همه|تمام|تمامي|چند|چندين)(?: از)? $")


# The verbs that make a compound with the noun before them: «رو کرد», «شرط گذاشت», «وارد شد».
_LIGHT = re.compile(r"ن?(?:مي ?)?(?:كرد|كن|شد|شو|داد|ده|زد|زن|گرفت|گير|داشت|دار|خورد|كشيد|گذاشت|گذار|يافت|بست)")


def _without_preverb(key: str, found: Phrase) -> Phrase | None:
    """«ابولیث | شرط کرد … و گفت»: the noun of a compound verb is no part of the subject; None if nothing is left."""
    if not _LIGHT.match(key, found.rest):
        return found
    last = key.rfind(" ", found.start, found.end)
    if last < 0:
        return None
    return replace(found, end=last)


def _is_text(key: str, start: int, end: int) -> bool:
    """A document or a law: «خبر غرق شدن کشتی را …»."""
    noun = lx.NOUN.match(key, start, end)
    return noun is not None and (lx.NOUNS.get(noun.group()) or {}).get("type") in ("document", "law")


def _mute_object(key: str, start: int, end: int) -> int:
    """«سخنگوی بندر | خبر غرق شدن کشتی را …»: a noun that cannot speak begins the object."""
    last = start
    if lx.MUTE.match(key, start, end) and not lx.FIRST_NAME.match(key, start, end):
        return 0  # «عدم توافق را …»: all of it is the object
    headed = lx.ROLE.match(key, start, end) is not None or lx.NOUN.match(key, start, end) is not None
    for word in lx.WORD.finditer(key, start, end):
        if (
            last > start
            and not (key[word.start() - 2] == "," and _listed(key, start, word.start()))
            and (lx.MUTE.match(key, word.start(), end) or word.group() in lx.OBJECTS)
        ):
            pointed = _THIS.search(key, start, word.start()) or _SUPERLATIVE.search(key, start, word.start())
            return pointed.start() if pointed else trimmed(key, start, word.start())[1]
        # «ستاد انتخابات» is one name, «پلیس | بازداشت دو نفر» is not: only some heads are whole sources.
        if word.start() > start or not headed or word.group() in lx.WHOLE:
            last = word.end()
    return 0


def _listed(key: str, start: int, at: int) -> bool:
    """«مدیرکل سیاسی، | انتخابات و آمار»: the word behind the comma belongs to an office of several fields."""
    return lx.ROLE.match(key, start, at) is not None or lx.ROLE_INSIDE.search(key, start, at) is not None


def _page(key: str, found: Phrase) -> bool:
    noun = lx.NOUN.match(key, found.start, found.end)
    if lx.LABEL.match(key, found.start, found.end):
        return True
    return noun is not None and (lx.NOUNS.get(noun.group()) or {}).get("type") in ("agency", "outlet")


_SOME = re.compile(r"(?:برخي|بعضي|بسياري|عدهاي|عده اي|گروهي|شماري|جمعي|خيلي)$")


def _counted(key: str, found: Phrase, plural: bool) -> bool:
    """A quantifier alone is no subject, but «بسیاری می‌گویند» is."""
    counted = lx.QUANTIFIER.match(key, found.start)
    if counted is None or counted.end() < found.end or not lx.QUANTIFIER.fullmatch(key[found.start : found.end] + " "):
        return False
    return not (plural and _SOME.match(key, found.start, found.end))


def _without_text(key: str, found: Phrase) -> Phrase:
    """«نادر پارسا | تصویری از پل منتشر کرد», «سپیده | گزارشی منتشر و …»: an indefinite noun for what is shown or
    written is the object."""
    shown = _SHOWN.search(key, found.start, found.end)
    return replace(found, end=shown.start()) if shown and plausible(key, found.start, shown.start()) else found


_SHOWN = re.compile(
    r" (?:تصوير|عكس|ويديو|ويدي|فيلم|پيام|نامه|بيانيه|گزارش|سند|فهرست|متن|يادداشت|اطلاعيه)(?:ي|اي|يي)"
    r"(?: (?:منتشر|صادر|ارسال|تهيه))?(?= ?$)"
)
_TEXT_ENDS = ("ي", "منتشر", "صادر", "ارسال", "تهيه")
_THESE = re.compile(r",[^,]{2,30}? (?:اين|ان|همين) [^,]*? و ")


def _before_object(key: str, found: Phrase) -> Phrase | None:
    """«نادر پارسا، شهردار نیلاب، احکام را …»: the object stands behind the last comma."""
    comma = key.rfind(",", found.start, found.end)
    role = lx.ROLE.match(key, comma + 2, found.end)
    if comma < 0 or (role and (found.stop == "r" or not _many(role))):
        return None
    if " و " in key[comma : found.end] and not _THESE.match(key, comma, found.end):
        return None  # a list: «آمریکا، بریتانیا و …»
    return Phrase(found.start, comma, comma, ",") if plausible(key, found.start, comma) else None


def _dashed(key: str, start: int, end: int) -> bool:
    if _DASH.search(key, start, end) is None:
        return False
    marks = (("-", end), ("/ ", end), ("/", min(end, start + _FIRST)), ("|", end))
    return any(key.find(mark, start, stop) >= 0 for mark, stop in marks)


def subject(key: str, start: int, end: int, plural: bool = False, objects: bool = False) -> Phrase | None:
    """The subject of the clause ``key[start:end]`` that a cue ends; None when the clause names none. ``objects``:
    the cue takes an object with «را», which may follow the subject without a comma."""
    dateline = _DATELINE.match(key, start, end) if _dashed(key, start, end) else None
    at, opened = skip_lead(key, dateline.end() if dateline else start, end)
    if at >= end:
        return None
    if opened:
        return late_subject(key, at, end, plural)
    found = read(key, at, end, plural)
    if found is not None and found.stop == "v":
        found = _without_preverb(key, found)
    if found is not None and found.stop == ":" and _page(key, found):  # «سپیده: شهردار … گفت»: it names itself
        return subject(key, found.rest + 1, end, plural, objects)
    if found is not None and found.stop == ";":  # «نیلاب؛ نادر پارسا گفت»: a label, or a heading without a line break
        return subject(key, found.rest + 1, end, plural, objects)
    if found is None or found.end - found.start < 2 or _counted(key, found, plural):
        return None
    if found.stop in ("p", "w") and key.endswith(_TEXT_ENDS, found.start, found.end):
        found = _without_text(key, found)
    beside = found.stop == "p" and objects and key.find(" را ", found.rest, end) >= 0
    listed = _before_object(key, found) if found.stop == "r" or beside else None
    if listed:
        return listed
    if found.stop == "r" or (objects and found.stop not in ",a"):
        cut = split_object(key, found.start, found.end)
        if cut and (found.stop == "r" or not of_place(key, cut, found.end)):
            return unhung(key, Phrase(found.start, cut, cut, "r"))
    return None if found.stop == "r" else found
