"""Word classes that the neighbours decide: noun or verb («claims», «support»), participle or past, 's or is."""

from __future__ import annotations

import re

from isnad.extract.en.lexicon import FLOATING, HEADS, INFO, PLURALS, PRONOMINAL
from isnad.extract.en.words import Words

_SPEAKING = frozenset(["document", "person", "unnamed"])
_SHARES = frozenset(["percent", "%"])
_UNSURE = re.compile("[AZeP'B]")
# «the two both said», «Moss himself knew»: beside the subject, with the verb after it.
_FLOATS = re.compile("(?<=[NnSpW])(?:[do](?=[aehbmvPAZ])|p(?=[aevAZ]))")
# «has since said»
_SINCE = re.compile("(?<=h)u(?=[aeP])")
_NAMED_TIME = re.compile("(?<=N)T(?=N)")
# «at least 40 dockers»
_PREPOSITIONAL = frozenset(["according", "thanks", "due"])
_AT_LEAST = re.compile("i[nd](?=#)")
_LEAST = frozenset(["least", "most"])
_APPOSED = re.compile("[dr]?[nNSj']+,[drnNSjfi'#()]+,")
_VERBAL = tuple("vebmhDP")
_CLAUSE_OBJECT = "drtpoqNQ567#"


def decided(words: Words, raw: str, title: bool) -> str:
    """The classes with noun/verb forms decided by their neighbours, left to right."""
    for match in _FLOATS.finditer(raw):
        if words.word(match.start()) in FLOATING:
            raw = raw[: match.start()] + "a" + raw[match.end() :]
    raw = _SINCE.sub("a", raw)
    for match in _NAMED_TIME.finditer(raw):  # «the Northern Morning Post»
        if words.cased[words.starts[match.start()]].isupper():
            raw = raw[: match.start()] + "N" + raw[match.end() :]
    for match in _AT_LEAST.finditer(raw):
        if words.word(match.start() + 1) in _LEAST:
            raw = raw[: match.start()] + "dd" + raw[match.end() :]
    tags = list(raw)
    size = len(tags)
    for match in _UNSURE.finditer(raw):
        i = match.start()
        tag = raw[i]
        before = tags[i - 1] if i else "."
        j = i - 1
        while j > 0 and tags[j] in "ax":
            j -= 1
        seen = tags[j] if j >= 0 else "."
        after = raw[i + 1] if i + 1 < size else "."
        if tag == "A":
            headed = title and before in "NS" and after in "NnSdrpQ567A" and not any(t in "vebm" for t in tags[:i])
            agrees = _agrees(words, tags, i, after) or (before == "S" and _closes(words, raw, i))
            tags[i] = "v" if headed or agrees or _of_percent(words, i, after) else _plain(before, seen, after)
            if tags[i] == "B" and before == "2" and _noun_after(words, i):
                tags[i] = "n"
        elif tag == "Z":
            quoting = after == "," and raw[i + 2 : i + 3] in ("5", "6", "7", "Q") and before in "Nn"
            headed = title and before in "NnS" and after in "NnSdrpQ567tA2ig" and not any(t in "vebm" for t in tags[:i])
            agrees = before in "nN" and _closes(words, raw, i)
            if after == "t" and raw[i + 2 : i + 3] in _VERBAL:
                tags[i] = "S"  # «the changes that were made»
                continue
            agrees = agrees or (before == "N" and after in "if2" and _leads(words, tags, i))
            agrees = agrees or (before == "," and after in "drpoqNQ567" and _is_awaited(tags, i))
            tags[i] = "v" if quoting or headed or agrees else _third(before, seen, after)
            if tags[i] == "v" and before != "p" and words.word(i) in PLURALS and words.word(i - 1) not in HEADS:
                tags[i] = "S"
        elif tag == "e" or tag == "P":
            tags[i] = _participle(tag, before, seen, after)
            if before == "d" and after not in "nNSA#" and words.word(i - 1) in PRONOMINAL:
                tags[i] = "e"  # «another said»
        elif tag == "B":
            if after == "n" and before in "ndj" and seen == before:
                tags[i] = "n"  # «a liberal think tank»
            elif seen in "pSW" or (seen in "N#y" and before == seen):
                tags[i] = "v"  # «the dockers say»
        elif tag == "'" and words.word(i) in ("'s", "’s"):
            tags[i] = "b" if before in "pWqty" or (after in "axgd2" and before in "NnS" and after != "d") else "'"
    return "".join(tags)


def _closes(words: Words, raw: str, i: int) -> bool:
    """Whether a form is the verb of an attribution between commas or at the end («…, port records show.»)."""
    after = raw[i + 1] if i + 1 < len(raw) else "."
    head = HEADS.get(words.word(i - 1))
    if head is None or head["type"] not in _SPEAKING or words.word(i) in PLURALS:
        return False
    if after in _CLAUSE_OBJECT:
        return True
    info = INFO.get(words.word(i))
    ends = after in ",.;" or (after in "nS" and head["type"] == "document")  # «polls show voters …»
    return ends and info is not None and "that" in info.verb


def _agrees(words: Words, tags: list[str], i: int, after: str) -> bool:
    """Whether a plain form has a plural subject that its class hides: «Many fear X», «Dockers back X», «polls that
    show X»."""
    if i == 0 or after not in _CLAUSE_OBJECT:
        return False
    before = tags[i - 1]
    if before == "N":
        return (i == 1 or tags[i - 2] in ".67|") and words.word(i - 1).endswith("s")
    if before == "t":
        return i > 1 and tags[i - 2] == "S"
    return before == "d" and after in "tpoNdr" and words.word(i - 1) in PRONOMINAL


def _is_awaited(tags: list[str], i: int) -> bool:
    """Whether a noun phrase and an apposition begin the sentence, and no verb yet («Moss, a docker, calls …»)."""
    so_far = "".join(tags[:i]).rpartition(".")[2]
    return _APPOSED.fullmatch(so_far) is not None


def _leads(words: Words, tags: list[str], i: int) -> bool:
    """Whether a name that opens a clause stands before a cue of two words («Moss calls for …»)."""
    if words.key[words.starts[i] : words.ends[i + 1]] not in INFO:
        return False
    j = i - 1
    while j >= 0 and tags[j] in "Nn":
        j -= 1
    return j < 0 or tags[j] in ".,:;-|ts"


def _of_percent(words: Words, i: int, after: str) -> bool:
    """«64 percent support the plan»"""
    return i > 0 and after in _CLAUSE_OBJECT and words.word(i - 1) in _SHARES


def _plain(before: str, seen: str, after: str) -> str:
    """A form that is a plain verb or a noun («support»)."""
    if seen in "m2D":
        return "B"
    if seen in "pWT" and before not in "dr#":
        return "v" if seen != "T" or before == "a" else "n"
    if before in "Sy" and after in "drtpoqNQ5672#":
        return "v"
    if before in "Sa" and seen in "SpW" and after in "fi":
        return "n" if before == "S" and after == "f" else "v"
    if before == "a" and seen in "SpW#" and (after in _CLAUSE_OBJECT or after == "2"):
        return "v"
    return "n"


def _third(before: str, seen: str, after: str) -> str:
    """A form that is a verb in the third person or a plural («claims»)."""
    if seen in "pWy" and before != "r":
        return "v"
    if before in "N)n" and after in "drtpoqNQ5672":
        return "v"
    if (before == "T" and after in "t#") or (before == "N" and after == "g"):
        return "v"
    if before in ",a" and after in "drtpoqQ":
        return "v" if before == "a" or after == "t" else "S"
    if before == "a" and seen in "pWNSn" and after in "NnS25":
        return "v"
    if before == "N" and after in ".,":
        return "v"
    if before == "N" and after in "na:":
        return "v" if after in "a:" else "S"
    return "S"


def _noun_after(words: Words, i: int) -> bool:
    """Whether «to» before a form is no infinitive's («according to campaign records»)."""
    return i > 1 and words.word(i - 2) in _PREPOSITIONAL


def _participle(tag: str, before: str, seen: str, after: str) -> str:
    if seen in "bh":
        return "P"
    if seen in "m2D":
        return "B"
    if before in "dr'fi#":
        return "n" if after in "nNSA#" else "P" if before in "dr" and after not in "ptd5" else tag
    return tag
