"""The Arabic word lists as sets of matching keys and compiled expressions, built once at import of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable

from isnad.lang.cues import load_cues, load_words
from isnad.lang.events import event_verbs
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern


def _table(name: str) -> dict[str, dict[str, str]]:
    return {fold_key(word): row for word, row in load_words("ar", name).items()}


def alternatives(keys: Iterable[str]) -> str:
    """An expression for any of ``keys``, longest first."""
    return trie_pattern(sorted(keys))


TITLES = _table("titles")
ROLES = _table("roles")
ORGANISATIONS = _table("organisations")
OUTLETS = _table("outlets")
DOCUMENTS = _table("documents")
COLLECTIVES = _table("collectives")
WITHHELD = re.compile(rf"(?<!\w)(?:{alternatives(_table('withheld'))})(?!\w)")
ANONYMOUS = _table("anonymous")
PRONOUNS = _table("pronouns")
GIVEN = frozenset(_table("given_names"))
FEMALE = frozenset(key for key, row in _table("given_names").items() if row["gender"] == "f")
RULES = frozenset(_table("rules"))
LISTENERS = frozenset(_table("listeners"))
RELATIONS = frozenset(_table("relations"))
RANKS = frozenset(_table("ranks"))
NAMED_AFTER = frozenset(_table("named_after"))
COMPANIONS = frozenset(_table("companions"))
MANNERS = frozenset(_table("manners"))
ABILITIES = frozenset(_table("abilities"))
INTRANSITIVES = frozenset(_table("intransitives"))
MEETINGS = frozenset(form for key in _table("meetings") for form in (key, f"{key}ت", f"{key[:-1]}ت"))
_GOVERNORS = _table("governors")
GOVERNORS = frozenset(_GOVERNORS)
LABELS = frozenset(_table("labels"))
WEEKDAYS = frozenset(
    fold_key(form)
    for row in read_table(ROOT / "ar" / "weekdays.tsv", ("day", "forms"))
    for form in row["forms"].split("|")
)
PLACES = frozenset(_table("places"))
_CONNECTORS = [(fold_key(word), row["kind"].split("|")) for word, row in load_words("ar", "connectors").items()]
_ADVERBIALS = _table("adverbials")
ADVERBIALS = frozenset(_ADVERBIALS)
TIMES = frozenset(key for key, row in _ADVERBIALS.items() if row["kind"] == "time")
HOW = frozenset(key for key, row in _ADVERBIALS.items() if row["kind"] == "manner" and key[0] == "ب")
OBJECTS = frozenset(_table("objects"))
_NATIVES = _table("natives")
NATIVE = frozenset(key for key, row in _NATIVES.items() if row["kind"] == "native")
INSIDE = frozenset(key for key, row in _NATIVES.items() if row["kind"] == "inside")
SHORT = frozenset(key for key, row in _NATIVES.items() if row["kind"] == "short")


VERBS = frozenset(
    fold_key(written)
    for written, form in load_cues("ar")
    if form.tag.startswith(("past.3", "pres.3")) and ".obj" not in form.tag
)
"""Finite cue forms: no subject begins with one, unless it is also a noun."""

RELAYED = frozenset(fold_key(written) for written, form in load_cues("ar") if "relayed" in form.cue.flags)
"""Nouns of saying with the pronoun of who said it («قوله», «تحذيره»)."""

EVENTS = frozenset(
    fold_key(written) for verb in event_verbs("ar") for tag, written in verb.forms if tag.startswith("past.3")
)
"""Past forms of the verbs that tell an event: a clause begins with one."""


def _kind(*kinds: str) -> frozenset[str]:
    return frozenset(key for key, found in _CONNECTORS if not set(kinds).isdisjoint(found))


NEGATIONS = _kind("negation")
HYPOTHETICAL = _kind("hypothetical")
PREPOSITIONS = _kind("preposition")
OPENERS = _kind("opener")
NOT_SUBJECT = PREPOSITIONS | _kind("negation", "hypothetical", "opener", "particle")

# A phrase between verb and content that is no part of the source: everything from it on is cut off.
# «ولي» and «وله» are words of their own («ولي العهد»), so a pronoun behind ل takes no conjunction here.
_TO_HIM = {word for word in ADVERBIALS if len(word) == 2 and word[0] == "ل"}
_STOP = rf"(?:(?:و?(?:{alternatives(ADVERBIALS - _TO_HIM)})|{alternatives(_TO_HIM)})\b|ل ?(?=[«»\"(])|- |/ )"
STOP = re.compile(rf"(?<![\w«\"(]){_STOP}")
_STOP_INSIDE = re.compile(rf"[^\w«\"(]{_STOP}")  # tried only behind such a character: four times as fast
# Verbal nouns by their shape (تفعيل، استفعال، افتعال، انفعال، تفاعل), and those listed with or without a pronoun.
_SHAPES = r"ت\w\wي\w|است\w\wا\w|است\w\w\wه|ا\wت\wا\w|ان\w\wا\w|ت\wا\w[^ه\W]"
_WITH_PRONOUN = {*OBJECTS, *(word[:-1] + "ت" for word in OBJECTS if word.endswith("ه"))}  # «رغبة»، «رغبتها»
_OBJECT = rf"(?:(?:{alternatives(_WITH_PRONOUN)})(?:ه|ها|هم|هما|نا|ي)?\b|(?P<shape>{_SHAPES})(?= (?:ال|لل)?\w))"
OBJECT = re.compile(rf"(?<= ){_OBJECT}")
OBJECT_INSIDE = re.compile(rf" {_OBJECT}")
"""The same with the space before it matched: for searches from a word's end on."""
COMPLEMENT = r"\bب?ان(?:ه|ها|هم|هما|هن|ني|نا|ي|ك|كم)?\b"
NOT_COMPLEMENT = _kind("before_an")
COMMA = re.compile(r"[,;](?:(?<!\d[,;])|(?!\d))")
TOKEN = re.compile(r"[^\s,;:.()\[\]«»\"/\-]+")


def stop_in(key: str, start: int, end: int) -> int:
    """Where the first adverbial of ``key[start:end]`` begins, or -1."""
    if STOP.match(key, start, end):
        return start
    found = _STOP_INSIDE.search(key, start, end)
    return found.start() + 1 if found else -1


def bare(word: str) -> str:
    """A noun without article and without the preposition ل before it («للوزارة» → «وزاره»)."""
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word


def governing(word: str) -> bool:
    """Whether a bare noun, also behind a preposition («لمديرية»), governs the word after it."""
    if definite(word):
        return False
    stem = word[1:] if len(word) > 3 and word[0] in "لبو" and not known(word) else word
    if stem.endswith("ون") and (stem in COLLECTIVES or (known(stem) or {}).get("number") == "pl"):
        return False  # «مزارعون تراجع المحصول»: a sound plural governs without its ن
    return stem not in GIVEN and stem not in TITLES and stem not in PLACES and known(stem) is not None


def governs(word: str, preposition: str) -> bool:
    """Whether the word takes the preposition («المشرف على»), so that it begins no content."""
    row = _GOVERNORS.get(word)
    return row is not None and (not row["prepositions"] or preposition in row["prepositions"].split("|"))


def definite(word: str) -> bool:
    """Whether the word has the article, also behind a conjunction or preposition («والاعلام», «للشؤون»)."""
    if len(word) < 4 or not word.startswith(("ال", "لل", "وال", "بال", "ولل")):
        return False
    return word[0] != "و" or known(word) is None  # «والد»


def _nouns() -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for table in (ANONYMOUS, ROLES, ORGANISATIONS, OUTLETS, DOCUMENTS, COLLECTIVES, TITLES):
        for key, row in table.items():
            out.setdefault(key, row)
            if not key.startswith("ال") and len(key) > 2:
                out.setdefault("ال" + key, row)
                out.setdefault("لل" + key, row)
            if key.endswith("ه") and len(key) > 3:  # «وزارتا النقل والمالية»
                out.setdefault(key[:-1] + "تا", {**row, "number": "pl"})
    return out


_NOUNS = _nouns()
known = _NOUNS.get
"""The row of a noun that can head a source, with or without its article, whichever list it is in."""


_FEMALE_PAST = re.compile(r"(?!و)\w{2,}[^ايو\W]ت")


def finite(word: str) -> bool:
    """Whether a word is surely a past or a verb of saying, and no noun that can head a source."""
    event = word in EVENTS and (word[-1] != "ا" or word.endswith("وا"))  # «صنعا» is a town, not a dual
    verb = event or word in VERBS or _FEMALE_PAST.fullmatch(word) is not None
    noun = known(word) is not None or word in GIVEN or word in OBJECTS or word in PLACES
    return verb and not noun


def feminine(word: str) -> bool | None:
    """Whether a verb about this head noun is feminine; None when its form does not tell."""
    row = known(word)
    if row and row.get("gender"):
        return row["gender"] == "f"
    if word in GIVEN:
        return word in FEMALE
    if definite(word) and word.endswith(("ه", "ات")):
        return True
    if definite(word) and word.endswith("ون"):
        return False
    return None


def titled_before(key: str, word: str, at: int) -> bool:
    """Whether the text has named somebody by this word behind a title or a first name («الرئيس برافي … فكر برافي»)."""
    found = key.find(f" {word}", 0, at)
    while found > 0:
        before = key[key.rfind(" ", 0, found) + 1 : found]
        if not key[found + len(word) + 1].isalpha() and (before in GIVEN or _title_ends(key, found)):
            return True
        found = key.find(f" {word}", found + 1, at)
    return False


def _title_ends(key: str, end: int) -> bool:
    """Whether a title ends there, its country behind it («الوزير», «الوزير الكوني»)."""
    words = key[max(0, end - 40) : end].split()[-2:]
    country = words[-1].startswith("ال") and words[-1].endswith(("ي", "يه"))
    return words[-1] in TITLES or (country and words[0].removeprefix("و") in TITLES)


def named_before(key: str, word: str, at: int) -> bool:
    """Whether the text has named somebody by this word before («سالم العاصمي … بحسب العاصمي»)."""
    found = key.find(f" {word} ", 0, at)
    while found > 0:
        before = key.rfind(" ", 0, found)
        if key[before + 1 : found] in GIVEN:
            return True
        found = key.find(f" {word} ", found + 1, at)
    return False
