"""Subjects that stand before their verb: «وكان X قد قال», «X قال», «X الذي قال», and relative clauses."""

from __future__ import annotations

import re

from isnad.extract.ar.clause_start import clause_start
from isnad.extract.ar.namelike import AL_VERBS, BEING, accusative_noun, finite_like, namelike, unknown_name
from isnad.extract.ar.phrase import can_head, trimmed
from isnad.extract.ar.prepositions import called_ali
from isnad.extract.ar.stops import own_stop
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    EVENTS,
    GIVEN,
    NOT_SUBJECT,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    TITLES,
    TOKEN,
    VERBS,
    bare,
    definite,
    feminine,
    finite,
    governing,
    known,
    stop_in,
)
from isnad.extract.base import Range

WAS = re.compile(r"(?:^\s*|(?<=[,.;:] )|(?<=[.,]))(?:و|ف)?كان(?:ت|وا|ا)? ")
# Verbs of beginning and going on, before a present («مضى المدير يقول»).
_WENT_ON = re.compile(
    r"(?:^\s*|[,.;:] ?)(?:و|ف)?(?:ثم )?(?:مضي|مضت|راح|راحت|ظل|ظلت|بات|باتت|اخذ|اخذت|عاد|عادت|بدا|بدات) "
)
_PARTS = re.compile(r", ف|\b(?:فان|ان|لكن|حيث|قبل ان|بعد ان)\b")
_HAD = re.compile(
    r" ?(?:(?<!^)(?<![.,;:] )كان(?:ت|وا)?(?: قد)?|[وف]?قد|ايضا|بدوره|بدورها|من جانبه|من جانبها|سبق و?ان|سابقا"
    r"|مرارا)? ?$"
)
_RELATIVE = re.compile(r"(?:^|[ ,])و?(?:الذي|التي|الذين|اللذان|اللتان) (?:كانت? )?(?:قد |سبق ان |بدوره |بدورها )?$")


# Also of women («صرحت عضو المجلس»), or of whatever stands behind («ذكرت بعض الصحف»).
_EITHER = frozenset(("عضو", "العضو", "بعض", "معظم", "اغلب", "جميع", "كل", "عدد", "غالبيه", "احد", "سائر"))


def agrees(tag: str, head: str, before: bool) -> bool | None:
    """Whether a verb form agrees with a head noun; None when the noun does not show its gender. A verb before its
    subject may stay masculine only for people, so a feminine noun of its own is a mismatch either way."""
    gender = feminine(head)
    if gender is None or not tag or head in _EITHER:
        return None
    if tag.endswith(("3fs", "3fd", ".fs", ".fd", "3fs.obj")):
        return gender
    if tag.endswith(("3mp", ".mp", "3md")):
        return not gender if before else None
    return not gender


def before_verb(key: str, start: int, cue: int, tag: str) -> tuple[Range, float, str] | None:
    """The subject before a verb at ``cue`` in a sentence from ``start``: range, doubt and its reason."""
    low = max(start, cue - 240)
    text = key[low:cue]
    tail = max(0, len(text) - 60)
    relative = _RELATIVE.search(text[tail:]) if " " in text[-1:] else None
    if relative and disagree(relative[0], tag):
        return None  # «الغرامات التي توقع على العامل»
    if relative:
        found = antecedent(key, low, low + tail + relative.start(), tag)
        return (found, 0.2, "source is the noun before a relative clause") if found else None
    if low == start and text.rstrip().endswith("-") and text.count("-") == 1:
        return None  # «الميناء (وكالة الضفاف) - أعلنت»: where the report was written
    tail = max(0, len(text) - 40)
    edge = _HAD.search(text[tail:])
    if edge and "فقد" in edge.group() and "اما " not in text:
        return None  # «ووفقاً لمصادر …، فقد أكدت»: only «أما X فقد» sets the subject before
    text = text[: tail + edge.start()] if edge else text
    was = None
    if "كان" in text:
        for was in WAS.finditer(text):  # noqa: B007
            pass
    elif tag.startswith("pres"):
        was = _WENT_ON.search(text)
    if was and not _PARTS.search(text, was.end()):
        had = edge is not None and "قد" in edge.group()
        found = checked(key, low + was.end(), low + len(text), tag, had, accusative=tag.startswith("past"))
        if found:
            return found, 0.0, ""
    if text.rstrip(" ").endswith(","):
        found = _apposed(key, low, text, tag)
        if found:
            return found, 0.1, "subject before its verb"
    if tag == "past.3mp" and text.rstrip(" ").endswith(","):
        people = _people_before(key, low, text)
        return (people, 0.2, "noun before the verb") if people else None
    segment = clause_start(text)
    if segment is None or (segment == 0 and low > start) or _VERB_NEXT.search(text, 0, segment):
        return None
    if text.rstrip(" ").endswith(",") and _THEN_FINITE.search(text, segment) and not _RELATIVE_IN.search(text, segment):
        return None  # «أشار إلى أن الترميم سيطول، شدد على»: a clause of its own
    if tag.endswith(("3mp", "3md", "3fd")) and text.endswith(_THAT, 0, segment):
        oblique = _OBLIQUE.fullmatch(text, segment)
        if oblique:  # «أوضح البيان أن المتهمين اعترفا»: behind أن the subject stands in the accusative
            return (low + segment, low + oblique.end(1)), 0.1, "subject before its verb"
    # In a title the subject stands before a present verb («برافي يطالب بـ»).
    open_to_names = _ACCUSATIVE.search(text, max(0, segment - 16), segment) is not None or (
        tag.startswith("pres") and low + segment < 40 and not key[: low + segment].strip()
    )
    found = checked(key, low + segment, low + len(text), tag, accusative=open_to_names)
    return (found, 0.1, "subject before its verb") if found else None


def disagree(pronoun: str, tag: str) -> bool:
    """Whether a relative pronoun and the verb behind it differ in gender or number."""
    if "الذين" in pronoun:
        return tag.endswith(("3ms", "3fs"))
    if tag.endswith("3mp"):
        return "الذي " in pronoun  # «الأمير الذي وصفوا قراره»: others described it
    return ("التي" in pronoun and tag.endswith("3ms")) or ("الذي" in pronoun and tag.endswith("3fs"))


def _apposed(key: str, low: int, text: str, tag: str) -> Range | None:
    """«أن المستشار المالي، نادر الصباغ، لمّح»: the phrase before the commas is the subject's head."""
    inner = text.rstrip(" ,").rfind(",")
    if inner < 0 or len(text) - inner > 90:
        return None
    begin = clause_start(text[:inner])
    if begin is None or (begin == 0 and low > 0 and not text.startswith(" ")):
        return None
    head = checked(key, low + begin, low + inner, tag)
    first = TOKEN.search(key, *head) if head else None
    if head is None or first is None or head[1] != low + len(text[:inner].rstrip(" ,")):
        return None
    if not (known(first.group()) or first.group() in TITLES or first.group() in GIVEN):
        return None
    aside = TOKEN.search(key, low + inner + 1, low + len(text))
    if aside is not None and aside.group() in ("وهو", "وهي"):
        return head  # «أن المدير سامي الحلو، وهو غير الوزير، أبلغه»
    if aside is None or aside.group() in NOT_SUBJECT or stop_in(key, aside.start(), low + len(text)) >= 0:
        return None
    return trimmed(key, head[0], low + len(text))


_THEN_FINITE = re.compile(r" (?:س[يت]\w{3,}|[يت]\w{3,}|لم|لن|لا|قد|كان|كانت|ليس|ليست)[ ,]")
_RELATIVE_IN = re.compile(r" (?:الذي|التي|الذين) ")
_THAT = (" ان ", " بان ", " وان ")
_VERB_NEXT = re.compile(r"\b(?:بعد|قبل|منذ|دون) ان $")  # «بعد أن فكر المريض، رأى»: a verb stands first
# أن stands before a noun, unless what comes before it asks for a verb («بعد أن صدر أمر»).
_ACCUSATIVE = re.compile(r"(?:^| )و?لكن $|(?<! بعد| قبل| منذ| دون| سبق)(?: غير| الا| بيد)? و?ب?ان $")
_OBLIQUE = re.compile(r"(ال\w{3,}ين) ?")
_RELATIVES = frozenset(("الذي", "التي", "الذين"))


def checked(key: str, start: int, end: int, tag: str, sure: bool = False, accusative: bool = False) -> Range | None:
    """The phrase as subject of a verb that stands behind it; ``sure`` when the words around it leave no other
    reading («وكان X قد قال»), so that an unknown name is taken too; ``accusative`` behind أن and لكن, which need a
    noun («لكن X قال»)."""
    start, end = trimmed(key, start, end)
    if not 2 < end - start <= (230 if sure else 180):
        return None
    first = TOKEN.match(key, start, end)
    someone = accusative and first is not None and accusative_noun(first.group())
    stop = own_stop(key, first.end() if someone and first else start, end)
    if stop == start:
        return None  # «وفور ذلك وجّه»
    if stop > start:
        start, end = trimmed(key, start, stop)
    words = [match.group() for match in TOKEN.finditer(key, start, end)]
    if not (someone or can_head(key, start, end)) or key.find(" قد ", start, end) > 0:
        return None
    relative = not _RELATIVES.isdisjoint(words)
    if not words or words[0] in AL_VERBS or len(words) > (22 if sure else 16 if relative else 9):
        return None
    if finite_like(words[0]) and len(words) > 1 and not sure and tag.endswith(("3fs", "3ms")):
        return None  # «كانت تقطن …»: a verb
    verb = words[0].removeprefix("و")
    if len(words) > 1 and not sure and not known(words[0]) and (verb in EVENTS or (verb != words[0] and verb in VERBS)):
        return None  # «واجتمع المدرب باللاعبين أكد على»، «وذكر تقرير نشر في»
    if words[0].startswith("و") and (known(words[0][1:]) or definite(words[0])):
        start, words[0] = start + 1, words[0][1:]
    if _joined(key, start, words[0]):
        start, words[0] = start + 1, words[0][1:]  # «فالمدير قال»
    if not relative and any(finite(word) and word not in BEING for word in words[1:7]):
        return None  # «الشركة أكدت توقعاتها حيث أفادت»
    head = words[0] if words[0] not in ("هذا", "هذه", "ذلك", "تلك", "ذات", "نفس") or len(words) == 1 else words[1]
    head = head[:-1] if someone else head
    fits = agrees(tag, head, before=True)
    if fits is False:
        return None
    if tag.endswith(("3md", "3fd")) and not head.endswith(("ان", "ا")) and " و" not in key[start:end]:
        return None  # «سجل المنتج طلباً»: no dual
    if sure and words[0] not in VERBS and len(words[0]) > 2:
        return start, end
    noun = known(head) or head in GIVEN or definite(head) or key[start] in '«"'
    if noun or (fits is None and namelike(words)):
        return start, end
    return (start, end) if accusative and stop < 0 and unknown_name(words, key[start - 4 : start]) else None


def _people_before(key: str, low: int, text: str) -> Range | None:
    """«استقطب المعرض عدداً من الزوار، أبدوا إعجابهم»: the plural noun right before a verb set apart."""
    end = low + len(text.rstrip(" ,"))
    start = key.rfind(" ", low, end) + 1
    word = key[start:end]
    return (start, end) if definite(word) and _many(word) and (known(word) or word.endswith("ين")) else None


def _joined(key: str, start: int, word: str) -> bool:
    """Whether the word has ف before it («فالمدير قال»), which never stands behind أن: there it is the word's own."""
    if (
        not word.startswith("ف")
        or not key[:start].strip()
        or known(word)
        or word in GIVEN
        or key.endswith((" ان ", " بان "), 0, start)
    ):
        return False
    return known(word[1:]) is not None or definite(word[1:])


def _held(preposition: str, noun: str) -> bool:
    """«في مجالات الصحة»: a bare noun behind a preposition governs what follows, which is not the antecedent."""
    bare_noun = noun not in NOT_SUBJECT and noun not in PRONOUNS and noun not in TITLES and not definite(noun)
    return preposition in PREPOSITIONS and bare_noun


_ACCORDING = frozenset(("بحسب", "حسب", "وفق", "وفقا"))
_HOLDS = frozenset(("في", "عليه", "عليها", "فيها"))
_ASIDE = re.compile(r" [لب]\w{4,}(?:ه|ها)\b")


def _nearer(tokens: list[re.Match[str]], first: int, tag: str) -> int:
    """The next noun behind ``first`` that no noun governs and that surely agrees with the verb, or ``first``."""
    for i in range(first + 1, len(tokens)):
        word, before = tokens[i].group(), tokens[i - 1].group()
        if known(word) and not definite(word) and not governing(before) and agrees(tag, word, before=True):
            return i
    return first


def _many(word: str) -> bool:
    """Whether a noun means several people."""
    noun = bare(word)
    row = known(word) or {}
    several = noun in COLLECTIVES or noun in ANONYMOUS or word in GIVEN or row.get("number") == "pl"
    return several or word.endswith(("ين", "ون", "ان", "اء")) or word in TITLES


def antecedent(key: str, start: int, end: int, tag: str) -> Range | None:
    """The noun phrase that ends at ``end``: back over names, titles and definite nouns to its head."""
    start, end = trimmed(key, max(start, end - 160), end)
    tokens = list(TOKEN.finditer(key, start, end))
    first, joined = None, 0
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].group()
        after = tokens[i + 1].start() if i + 1 < len(tokens) else end
        if any(mark in key[tokens[i].end() : after] for mark in ",;:") and first is not None:
            break
        if word in _HOLDS and first is None and i:
            continue  # «القائمون عليها، الذين …»
        if word in _ACCORDING and first is None and i + 1 < len(tokens):
            first = i + 1  # «، بحسب الساري، التي أشارت»
            break
        if (word in NOT_SUBJECT and not called_ali(key, tokens[i].start(), end)) or len(tokens) - i > 14:
            break
        clitic = word.startswith("و") and known(word[1:]) is not None
        clitic = clitic or (word[0] == "ل" and word[1:] in ROLES)  # «نشر تصريحاً لرئيس النادي الذي أعلن»
        if known(word) or word in TITLES or word in GIVEN:
            first = i
        if clitic:
            first, joined = i, 1
            break
    if first is None or (first > 1 and _held(tokens[first - 2].group(), tokens[first - 1].group())):
        return None
    if agrees(tag, tokens[first].group(), before=True) is False:
        first = _nearer(tokens, first, tag)  # «التقى الوفد مستشارة الوزير التي أوضحت»
    if tag.endswith("3mp") and not _many(key[tokens[first].start() + joined : tokens[first].end()]):
        return None  # «أعداء الأمن، الذين يدعون أن»
    begin = tokens[first].start() + joined
    stop = stop_in(key, begin, end)
    if stop > begin:
        end = stop
    aside = _ASIDE.search(key, begin, end)
    begin, end = trimmed(key, begin, aside.start() if aside else end)
    return (begin, end) if agrees(tag, tokens[first].group(), before=True) is not False else None
