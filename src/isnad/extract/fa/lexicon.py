"""The word lists of `lang/fa` as sets and expressions over the folded key, built once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from isnad.lang.cues import load_words
from isnad.lang.tables import words
from isnad.text.fold import fold_key
from isnad.text.trie import no_letter, trie_pattern

LETTER = "\u0621-\u06ff"


def _folded(table: str) -> dict[str, dict[str, str]]:
    """The rows of a word list by key; ZWNJ is dropped in keys, so its spelling with a space is added."""
    rows = load_words("fa", table)
    written = [(word, row) for word, row in rows.items()]
    written += [(word.replace("\u200c", " "), row) for word, row in rows.items() if "\u200c" in word]
    keys = fold_key("\n".join(word for word, _ in written)).split("\n")
    out: dict[str, dict[str, str]] = {}
    for key, (_, row) in zip(keys, written, strict=True):
        out.setdefault(key, row)
    return out


def _sets() -> dict[str, list[str]]:
    """The words of each set of `sets.tsv`, as keys."""
    out: dict[str, list[str]] = {}
    for word, row in _folded("sets").items():
        for name in words(row["set"]):
            out.setdefault(name, []).append(word)
    return out


_SETS = _sets()


def words_of(name: str) -> list[str]:
    """The words of one set of `sets.tsv`, as keys."""
    return _SETS[name]


def _trie(words: Iterable[str]) -> str:
    return trie_pattern(list(words))


ROLES = _folded("roles")
NOUNS = _folded("nouns")
TITLES = _folded("titles")
PRONOUNS = _folded("pronouns")
PLACES = _folded("places")
FIRST_NAMES = _folded("firstnames")
_FUNCTION = {word: row["class"] for word, row in _folded("function").items()}
_FOLDED_MONTH = re.compile(r"(?:فروردين|ارديبهشت|خرداد|تير|مرداد|شهريور|مهر|ابان|اذر|دي|بهمن|اسفند)(?: ?ماه)?")
_VERBS = _folded("verbs")

# One letter a class: p preposition, a adverb, t time, s subordinator, k «که», w «و», r «را», l licensed, v verb.
_LETTERS = {"prep": "p", "adv": "a", "time": "t", "conj": "s", "licensed": "l"}
CLASS: dict[str, str] = dict.fromkeys(_VERBS, "v") | {word: _LETTERS[name] for word, name in _FUNCTION.items()}
CLASS.update(
    {"كه": "k", "و": "w", "يا": "w", "را": "r", ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "("}
)

_ORDINALS = words_of("ordinal")
_MONTHS = [word for word, name in _FUNCTION.items() if name == "time" and _FOLDED_MONTH.fullmatch(word)]
CLASS.update({f"{ordinal} {month}": "t" for ordinal in _ORDINALS for month in _MONTHS})

# Present and imperfect: «می‌رود», «نمی شد», «می‌کنم».
_NO_VERB = r"دل|كرو|لاد\b|عاد\b|رداماد|رمحمد|رحميد|رسعيد|رسليم|رقاسم|ركاظم|رابراهيم|ركريم|رهاشم|ليارد|ثم\b"
_FINITE = rf"ن?مي ?(?!{_NO_VERB})[{LETTER}]+[دتم]"
FUNCTION = re.compile(
    rf"(?<!\w)(?:{_trie(w for w in CLASS if len(w) > 1 or w.isalpha())}|{_FINITE})\b|[,;:?!]|\.(?!\d)|\([^()]{{0,80}}\)"
)


BUT = frozenset({"ولي", "اما"})


def _border_words() -> str:
    """The words at which clauses end and begin, verbs and conjunctions, and those that hide one of them («چنان كه»
    hides «كه»)."""
    borders = {word for word, letter in CLASS.items() if letter in "vwks"} | BUT
    heads = {word.partition(" ")[0] for word in borders}
    finite = re.compile(_FINITE)

    def hides(word: str) -> bool:
        return bool(finite.match(word)) or any(w in heads or finite.match(w) for w in word.split(" ")[1:])

    kept = _trie(w for w in CLASS if w[0].isalpha() and (w in borders or hides(w)))
    return rf"(?:{kept}|{_FINITE})\b"


_BORDER_WORD = re.compile(rf"(?<!\w){_border_words()}")
# What stands before a word is matched with it: only the beginnings of words are tried.
_BORDER = re.compile(
    rf"{no_letter(low_line=False)}(?:(?<=\()[^()]{{0,80}}(?=\))|({_border_words()})|(?<=[,;?!.])(?<!\.(?=\d)))"
)


def borders(key: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words and marks between clauses in ``key[start:end]`` outside of brackets, each with its range, as
    `FUNCTION` finds them."""
    first = _BORDER_WORD.match(key, start, end)
    out = [(first.group(), *first.span())] if first else []
    for found in _BORDER.finditer(key, first.end() if first else start, end):
        word, (at, stop) = found[1], found.span()
        if key[at] in ",;.?!":
            out.append((key[at], at, at + 1))
        if word:
            out.append((word, at + 1, stop))
    return out


def class_of(match: re.Match[str]) -> str:
    """The class letter of a function word that `FUNCTION` found."""
    word = match.group()
    return CLASS.get(word) or ("(" if word[0] == "(" else "v")


def first_word(key: str, start: int, end: int) -> str:
    """The word at ``start``, with the punctuation that is written to it: asked before a costly pattern is tried."""
    space = key.find(" ", start, end)
    return key[start : space if space >= 0 else end]


_TIME = _trie(w for w, c in CLASS.items() if c == "t")
_AFTER_TIME = (
    rf"{_TIME}|\d+ (?:دي|تير|مهر|اذر)|\d+|گذشته|جاري|قبل|پيش|بعد|اينده|نخست|اول|پاياني|ابتدايي|اخير|\([^()]{{0,30}}\)"
)
_ADVERB = _trie(w for w, c in CLASS.items() if c == "a")
_KIND = _trie(words_of("settingkind"))
_SHORT_PHRASE = rf"(?:در|به|از|با|پس از|پيش از|بعد از) (?:اين|ان|همين|همان) [{LETTER}]+(?: (?:{_KIND})(?= (?!را\b)))*"
# «در ادامه این نشست نادر پارسا …», but «در ادامه | این مقام …»
_DURING = (
    r"در (?:ادامه|پايان|ابتداي|حاشيه|جريان|خلال|بخشي از|بخش ديگري از) (?:اين|ان|همين) "
    rf"(?!(?:{_trie(ROLES)})\b)[{LETTER}]+(?: (?:{_KIND})(?= (?!را\b)))*"
)
_WHILE_AFTER = r"(?:ساعاتي|ساعتي|دقايقي|لحظاتي|روزهايي|اندكي|مدتي|كمي|چندي) (?=(?:پس|بعد|پيش|قبل) از )"
_HOW_MANY = r"(?:\d+|يك|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|چند|چندين)"
_ABOUT = r"(?:بيش از|كمتر از|حدود|نزديك به)"
_MUTES = _trie(_folded("mute"))
# «در ادامه، دلیر …», but «در ادامه نشست …»
_OF_EVENT = rf"در (?:ادامه|پايان|ابتدا) (?:{_MUTES})\b"
# What may stand before the subject without being part of it.
_LEADS = (
    rf"{_SHORT_PHRASE}(?=,)|{_DURING}(?=[ ,])|{_WHILE_AFTER}",
    rf"(?!{_OF_EVENT}|(?:پس|بعد) از (?!اين\b|ان\b)|(?:زماني|وقتي|هنگامي|حالا) كه\b)(?:{_ADVERB})\b",
    rf"(?:در )?(?:(?:{_ABOUT} )?{_HOW_MANY} )?(?:{_TIME})\b(?: (?:{_AFTER_TIME})\b)*",
    r"\d+:\d+|\d+\)|\[\d+\]|\([^()]{0,30}\)",
    r"(?:و|كه)\b",
    rf"{_SHORT_PHRASE}(?= )",
    r"[ ,;.»\n/|*\-]|\"(?=[ ,;.])",
)
LEAD = re.compile(f"(?:{'|'.join(_LEADS)})+")


def _words_in(pattern: str) -> frozenset[str]:
    """The words that an expression is written with."""
    return frozenset(re.findall(f"[{LETTER}]+", pattern))


# Every word that a lead, a preposition or a subordinator can begin with, and some more.
OPENING = frozenset(w.partition(" ")[0] for w, c in CLASS.items() if c in "atsp").union(
    *map(_words_in, (_SHORT_PHRASE, _WHILE_AFTER, _HOW_MANY, _ABOUT, *_LEADS[3:5])), ("در",)
)
PREPOSITION = re.compile(rf"(?:{_trie(w for w, c in CLASS.items() if c == 'p')})\b")
SUBORDINATOR = re.compile(rf"(?:{_trie(w for w, c in CLASS.items() if c == 's' and w not in ('را',))})\b")
ROLE = re.compile(rf"(?:{_trie(ROLES)})(?:ي|ش|شان|يي)?\b")
NOUN = re.compile(rf"(?:{_trie(NOUNS)})(?:ي|اي|يي|ش)?\b")
TITLE = re.compile(rf"(?:{_trie(TITLES)})\b ")


def noun_type(word: str) -> str:
    """The type of a noun with or without «ی» («گزارشی», «ویدئویی»); empty for other words."""
    row = NOUNS.get(word) or NOUNS.get(word[:-1]) or NOUNS.get(word[:-2])
    return row["type"] if row else ""


PRONOUN = re.compile(rf"(?:{_trie(PRONOUNS)})\b")
PLACE = re.compile(rf"(?:{_trie(PLACES)})\b")
FIRST_NAME = re.compile(rf"(?:{_trie(FIRST_NAMES)})\b")
QUANTIFIER = re.compile(
    r"(?:(?:يكي|بعضي|برخي|تعدادي|شماري|گروهي|جمعي|بسياري|بخشي|بخشهايي|تني چند|دو تن|سه تن|دو نفر|عدهاي|عده اي"
    r"|هيچ يك|هر يك|هريك|هر (?:دو|سه|چهار))(?: ديگر)?(?: از)?"
    r"|(?:(?:بيش از|كمتر از|نزديك به|حدود|دستكم|دست كم|تعداد) )?(?:\d[\d.,]*|يكصد|هزاران|صدها|دهها|ده ها)"
    r"(?: (?:هزار|ميليون))?(?: (?:نفر|تن))?(?: از)?"
    r"|يك|چند|چندين|دو|سه|اولين|نخستين|دومين|اخرين|تازهترين|تازه ترين|جديدترين|همه|تمام|ساير|ديگر|اكثر|اغلب|بيشتر) "
)
DEMONSTRATIVE = re.compile(r"(?:اين|ان|همين|همان) ")
# Every word that a pronoun, «این» or a quantity can begin with, and some more.
POINTING = frozenset(word.partition(" ")[0] for word in PRONOUNS) | _words_in(
    DEMONSTRATIVE.pattern + QUANTIFIER.pattern
)
# Words that stand for a speaker whatever follows.
SPEAKING = frozenset((*PRONOUNS, *ROLES, *NOUNS, *PLACES, *FIRST_NAMES)) - POINTING
_SPEAKERS = (PRONOUN, ROLE, NOUN, TITLE, PLACE, FIRST_NAME)


def speaks(key: str, start: int, end: int) -> bool:
    """Whether somebody who can speak stands at ``start``, after «این» and «برخی از» too."""
    word = first_word(key, start, end)
    if word in SPEAKING:
        return True
    if word in POINTING or not word.isalpha():
        for pointing in (DEMONSTRATIVE, QUANTIFIER):
            pointed = pointing.match(key, start, end)
            start = pointed.end() if pointed else start
    return any(speaker.match(key, start, end) for speaker in _SPEAKERS)


# A role anywhere behind the start of a phrase.
ROLE_INSIDE = re.compile(rf"[\s,;:.?()«»\"](?:{ROLE.pattern})")
# «وزیران پیمان، متشکل از هفت کشور»: what begins a description of who stands before the comma.
APPOSED = re.compile(rf"(?:{_trie(words_of('apposed'))}) (?!\d|بيش از|چند)")
NEAR_TO = frozenset(word.partition(" ")[0] for word in words_of("apposed") if " " in word) - CLASS.keys()
OWNER = re.compile(rf"(?:{_trie(words_of('owner'))})\b")
# «دادستان این کشور», «رئیس کل این بانک»: the body whose office it is.
OWN_BODY = re.compile(rf" (?:اين|ان|همين) (?:{_trie(words_of('ownbody'))})\b")
LABEL = re.compile(rf"(?:{_trie(words_of('label'))})\b")
_STANCE = rf"(?:{_trie(words_of('stance'))})(?:هاي)?\b(?: [^\s,]+)?(?: و [^\s,]+)?"
# «نگرانی عمیق خود را از …»: what somebody feels or holds, and then says. `OWN_STANCE` ends a subject, `STANCE` begins
# an object.
OWN_STANCE = re.compile(rf" {_STANCE}(?: خود|(?= ?خود را\b))")
STANCE = re.compile(rf"{_STANCE} خود\b")
# «در بیانیه‌ای مشترک», «در یک پیام توییتری», «در گفت‌وگو با «موج»»: in what somebody says something, before what he says.
SETTING = re.compile(
    r"(?:در|طي) (?:يك )?(?:گفت ?و ?گو|مصاحبه|گفتگو)(?:يي|اي)? با (?:«[^»]{2,40}»|\"[^\"]{2,40}\"),? |"
    rf"(?:در|طي|با انتشار|با صدور) (?:يك )?(?:{_trie(words_of('setting'))})(?: هايي| ?اي|ي)?+"
    rf"(?: (?:{_trie(words_of('settingkind'))}))*+"
    r"(?: با (?:خبرنگاران|رسانهها|اصحاب رسانه))?+(?: در (?:تويتر|توييتر|اينستاگرام|تلگرام))?+"
    r",? (?!(?:با|به|در|از|و|درباره|كه) )"
)
# «سخنگوی دولت | در نشستی …»: words of a setting, which «در» cannot join to an office.
SETTING_WORDS = frozenset((*words_of("setting"), *words_of("settingkind"), "يك", "اين", "ان", "همين"))
# «رسمی», «موجود»: what figures and reports are called, so that no name follows their cue.
DOCUMENT_KIND = re.compile(rf"(?:{_trie(words_of('documentkind'))})\b")
# «گفتنی است …», «در این نشست …»: how a report goes on in its own voice.
NARRATION = re.compile(rf"[\s\-*]*(?:{_trie(words_of('narration'))})\b")
# «از مردم خواست», «از این بانک خواست», but «از این رو خواست»: before whom something is asked of.
OF_WHOM = r"\bاز (?!هر|جمله|سوي|طريق|اينكه|اين (?:رو|پس|پيش|جهت|نظر|بابت|طريق|ميان|حيث|منظر|كه)\b)"
# `OBJECTS`: «ارتش دلتا | پیام …»; `TELLERS`: «بنا بر منابع امنیتی»: heads that report as documents do.
OBJECTS = frozenset(words_of("object"))
TELLERS = frozenset(words_of("teller"))
OPEN_VERBS = frozenset(words_of("openverb"))
NO_NAME = frozenset(words_of("noname"))
CRAFT = frozenset(words_of("craft"))
OUTLET_END = frozenset(words_of("outletend"))
DESK_HEAD = frozenset(words_of("deskhead"))
CORRESPONDENT = frozenset(words_of("correspondent"))
WHOLE = frozenset(words_of("whole"))
# «ایرنا», «رویترز»: names of agencies, not nouns that a name follows («خبرگزاری موج»).
WHOLE_NAMES = frozenset(w for w, r in NOUNS.items() if r["type"] == "agency") - frozenset(words_of("agencyhead"))
PLACED = re.compile(rf"(?:{_trie(words_of('placed'))})")
# Nouns for what happens or is said: they do not speak themselves («هشدار شورا … را اعلام کرد»).
MUTE = re.compile(rf"(?:(?:اين|ان|همين|هرگونه|هر گونه) )?(?:{_MUTES})(?:ي|هاي|ها| ها| هاي)?\b")
_MUTE_HEAD = rf"(?:{_trie(_folded('mute_heads'))})(?:هاي|ها| هاي| ها|ش|شان)?\b"
SILENT = re.compile(f"{MUTE.pattern}|{_MUTE_HEAD}")
WORD = re.compile(r"[^\s,;:.?()«»\"]+")
