"""Words as one letter each: a stretch of text becomes a string of word classes that expressions can read.

There is no statistical tagger: closed classes and verb forms come from data, the rest from capitals and endings,
and forms that can be noun or verb are decided by their neighbours.  A quotation is one letter, whatever it holds.

    u as, after, than: preposition or subordinator
    p pronoun subject   o pronoun object   r possessive   d determiner   # number     n noun or adjective
    S plural noun       N capitalised      T time word    i preposition  f of         2 to
    c and/or            k but/nor          s subordinator t that         W who        y which   q other wh-word
    m modal             b be               h have         D do           x not        a adverb
    v finite verb       e -ed form, finite P participle   g -ing form    B plain form after modal or to
    Q quotation         5 ends in a comma  6 in a full stop   7 in another mark that may end a sentence
    ' possessive        , ; : - ( ) .      | end of block
"""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.extract.en.lexicon import CLASSES, PARTICLES, SHORTENED
from isnad.extract.en.neighbours import decided
from isnad.extract.en.words import Words
from isnad.lang.cues import load_words

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[$£€#@]?\w+(?:(?:[.,](?=\d)|-(?=\w)|['’](?!(?:s|ll|re|ve|d|m)\b)(?=\w)|[&/@_.](?=\w))\w+)*%?"
    r"|['’](?:s|ll|re|ve|d|m)\b|[^\w\s]"
)
_CONTRACTED = {"ll": "m", "re": "b", "ve": "h", "d": "m", "m": "b"}
_PUNCTUATION = {
    ",": ",", ".": ".", ";": ";", ":": ":", "-": "-", "(": "(", ")": ")", "?": ".", "!": ".", "…": ",",
    "[": "(", "]": ")", "&": "c", "'": "'", "’": "'", "/": "c",
}  # fmt: skip
# A full stop before these ends no sentence («(D-Ga.)», «Jr.,»); nor does the one of «No. 2».
_INNER = frozenset("),;:")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBERED = re.compile(r"no\. \d")
# Before a number these belong to its phrase («about half of voters»).
_APPROXIMATE = frozenset(load_words("en", "approximate"))
# What stands behind a particle or «&» that belongs to a name («von der Mark», «Calder & Sons»).
_NAME_BEHIND = re.compile(rf" (?:(?:{'|'.join(sorted(PARTICLES))})[ -])*[A-Z]")
_NAME_JOINED = re.compile(rf"(?:{'|'.join(sorted(PARTICLES))})[-'’](?=[A-Z])")
_SMALL = frozenset("bpoWm")
# Words that keep their class in a headline, where capitals say nothing.
_IN_TITLES = frozenset("ZevBgPAai")
# Classes that the place decides (see `_classified`), each as one letter of its own, so that they are found at once.
_OPENED = {
    chr(letter) + mark: chr(0xE000 + 128 * number + letter)
    for number, mark in enumerate("?~+^")
    for letter in range(128)
}
_CLOSED = {one: both for both, one in _OPENED.items()}
_OPEN = re.compile("[\ue000-\ue1ff]")
_ADJECTIVE_ENDING = ("ous", "ive", "able", "ible", "ful", "less", "ical", "ish")
# «48-year-old», «10-point»
_COMPOUND = re.compile(r"[\d,.]+-[a-z]+")


def read_words(key: str, cased: str, start: int, end: int, quotes: list[tuple[int, int]], title: bool = False) -> Words:
    """The words of ``key[start:end]``; ``quotes`` (in order, not nested) become one word each.  ``title`` when
    capitals say nothing, as in a headline."""
    starts: list[int] = []
    ends: list[int] = []
    letters: list[str] = []
    at = start
    for opened, closed in quotes:
        _stretch(cased, at, opened, starts, ends, letters)
        starts.append(opened)
        ends.append(closed)
        letters.append(_quote_class(key, opened, closed))
        at = closed
    _stretch(cased, at, end, starts, ends, letters)
    _settle(key, cased, starts, ends, letters, title)
    raw = "".join(letters)
    words = Words(key, cased, starts, ends, raw)
    return Words(key, cased, starts, ends, raw, decided(words, raw, title))


def _quote_class(key: str, opened: int, closed: int) -> str:
    last = closed - 1
    while last > opened and key[last] in "\"»«'’ ":
        last -= 1
    return "5" if key[last] == "," else "6" if key[last] == "." else "7" if key[last] in "!?…-" else "Q"


def _stretch(cased: str, start: int, end: int, starts: list[int], ends: list[int], letters: list[str]) -> None:
    """Adds the words of ``cased[start:end]``, each by itself."""
    at = start
    for chunk in cased[start:end].split(" "):
        found = _known(chunk) if len(chunk) < _LONG else _tokens(chunk)
        if isinstance(found, str):  # one word, as nearly always
            starts.append(at)
            at += len(chunk)
            ends.append(at)
            letters.append(found)
        else:
            for low, high, tag in found:
                starts.append(at + low)
                ends.append(at + high)
                letters.append(tag)
            at += len(chunk)
        at += 1


def _settle(key: str, cased: str, starts: list[int], ends: list[int], letters: list[str], title: bool) -> None:
    """Decides the open classes by what stands before, and joins the full stop to an abbreviation."""
    joined: set[int] = set()
    for found in _OPEN.finditer("".join(letters)):
        i = found.start()
        tag = _CLOSED[found.group()]
        before = i - 1
        while before in joined:
            before -= 1
        if tag == ".?":
            if before >= 0 and ends[before] == starts[i] and _is_abbreviation(key, starts[before], starts[i], ends[i]):
                ends[before] = ends[i]
                joined.add(i)
        elif tag[1] == "~":
            if before >= 0 and key[starts[before] : ends[before]] in _APPROXIMATE:
                letters[before] = "d"
        elif tag[1] == "+":
            if _NAME_BEHIND.match(cased, ends[i]) and (tag[0] != "c" or (before >= 0 and letters[before] == "N")):
                tag = "N"
        elif before >= 0 and letters[before] not in ".:67-(" and not (title and tag[0] in _IN_TITLES):
            tag = "N"
        letters[i] = tag[0]
    if joined:
        kept = [i for i in range(len(starts)) if i not in joined]
        starts[:], ends[:] = [starts[i] for i in kept], [ends[i] for i in kept]
        letters[:] = [letters[i] for i in kept]


def _tokens(chunk: str) -> str | tuple[tuple[int, int, str], ...]:
    """What stands between two spaces: its class when it is one word, else where each word begins and ends in it, and
    its class by itself."""
    found = [(*match.span(), _classified(match.group())) for match in _TOKEN.finditer(chunk)]
    words = tuple([(low, high, _OPENED.get(tag, tag)) for low, high, tag in found])
    return words[0][2] if len(words) == 1 and words[0][1] - words[0][0] == len(chunk) else words


_known = lru_cache(maxsize=1 << 15)(_tokens)
_LONG = 64
"""What is longer is no word that comes again, and is not kept."""


def _is_abbreviation(key: str, word: int, stop: int, after: int) -> bool:
    following = key[after : after + 1]
    written = key[word:stop]
    return (
        (following in _INNER and (following != ")" or written not in CLASSES))  # not «(…, he said.)»
        or written in SHORTENED
        or (stop - word == 1 and _LETTER.match(written) is not None)
        or (key.startswith("no. ", stop - 2) and _NUMBERED.match(key, stop - 2) is not None)
    )


def _classified(cased: str) -> str:
    """The class of a word by itself. A second letter says that the place decides: «?» a full stop, «~» a number that
    takes «about» to itself, «^» a capitalised word that is its class at the start of a sentence and a name inside,
    «+» a small word that may be part of a name."""
    word = cased.lower()
    first = word[0]
    known = CLASSES.get(word)
    if cased in PARTICLES or cased == "&":
        return f"{known or 'n'}+" if cased != "&" else "c+"
    if not first.isalnum():
        if first in "'’" and len(word) > 1:
            return _CONTRACTED.get(word[1:], "'")
        if len(word) > 1:
            return "N" if first in "@#" else "#~"
        return ".?" if word == "." else _PUNCTUATION.get(first, "-")
    if first.isdigit() and _COMPOUND.match(word):
        return "n"
    if first.isdigit() or known == "#" or word == "half":
        return f"{known or '#'}~"
    if known and known in _SMALL and len(word) > 1 and cased.isupper():
        return "N"  # an abbreviation that looks like a small word («US», «AM», «WHO»)
    if cased[0].isupper() and (known is None or known in "nAZSegBvPaim"):
        return f"{known}^" if known else "N"
    return known or ("N" if _NAME_JOINED.match(cased) else _by_ending(word))


def _by_ending(word: str) -> str:
    if word.endswith("ly"):
        return "a"
    if "-" in word and word.endswith(("ing", "ed")):
        return "n"  # «a far-reaching plan», «a self-described poet»
    if word.endswith("ing") and len(word) > 5:
        return "g"
    if word.endswith("ed") and len(word) > 4:
        return "e"
    if word.endswith(_ADJECTIVE_ENDING):
        return "n"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return "S"
    return "n"
