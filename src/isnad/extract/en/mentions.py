"""What a source phrase is: person, organisation, document, unnamed …, and the proper name inside it."""

from __future__ import annotations

import re

from isnad.extract.base import Mention, Range
from isnad.extract.en.lexicon import HEADS, INDEFINITE, PRONOUNS, TITLES
from isnad.extract.en.words import Words
from isnad.extract.namesakes import first_names, titles
from isnad.model.statement import SpeakerType

_STOPS = frozenset("if,(W-yt2u")
_TYPES: dict[str, SpeakerType] = {
    "person": "person", "organisation": "organisation", "outlet": "outlet", "agency": "agency",
    "document": "document", "collective": "collective", "unnamed": "unnamed",
}  # fmt: skip
# How a noun ends that means a person, where no list knows it («the rapper», «the 48-year-old»).
_PERSONS = ("er", "or", "ist", "ian", "man", "woman", "-year-old")
_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women", "-year-olds")
_GENDERS = {"f": True, "m": False}
# «the head of the Orle Port Company, Mara Fell»; without the article a place may stand there («of Orle, Ohio»).
_OFFICE = re.compile("fd[^,]*,(NN+)")


def mention(words: Words, start: int, end: int) -> Mention:
    """The reading of the source phrase ``words[start:end]``."""
    first = words.word(start)
    if end - start == 1 and (pronoun := PRONOUNS.get(first)):
        kind = _TYPES[pronoun["type"]]
        return Mention(kind, None, "pronoun", "", _GENDERS.get(pronoun["gender"]), pronoun["plural"] == "1")
    stop = start + 1
    while stop < end and words.tags[stop] not in _STOPS:
        stop += 1
    heads = [HEADS[word]["type"] for i in range(start, stop) if (word := words.word(i)) in HEADS]
    names = [i for i in range(start, stop) if words.tags[i] == "N"]
    if names and not all(words.word(i).rstrip(".") in TITLES for i in names):
        return _named(words, start, stop, names, heads)
    if stop + 1 < end and words.tags[stop] == "," and words.tags[stop + 1] == "N":
        return mention(words, stop + 1, end)  # «the expert, X of Y»
    if "person" in heads and (office := _OFFICE.fullmatch(words.tags, stop, end)):
        return mention(words, office.start(1), end)
    return _described(words, start, stop, heads)


def means_people(word: str) -> bool:
    """Whether a noun means somebody by its ending («docker», «scientists»)."""
    return word.endswith(_PERSONS) or word.endswith(_PEOPLE)


def _described(words: Words, start: int, stop: int, heads: list[str]) -> Mention:
    """A phrase without a name.  Only a definite person («the spokesman») may mean somebody who spoke before."""
    head, plural = words.word(stop - 1), words.tags[stop - 1] == "S"
    indefinite = words.word(start) in INDEFINITE or words.tags[start] == "#"
    if head in titles().classes and head not in HEADS:
        heads = []  # «a former ministry engineer» is no ministry
    if heads and heads[-1] in ("document", "outlet", "agency", "organisation"):
        return Mention(_TYPES[heads[-1]], None, "description", "" if indefinite else head, plural=plural)
    if "unnamed" in heads or (indefinite and not plural):
        return Mention("unnamed", None, "unnamed", head, plural=plural)
    if words.tags[start] == "#" or indefinite:
        return Mention("collective", None, "description", "", plural=True)
    titled = head.endswith(_PERSONS) or head in titles().classes
    if ((heads and heads[-1] == "person") or (not heads and titled)) and not plural:
        return Mention("person", None, "description", head, plural=False)
    return Mention("collective" if plural else "organisation", None, "description", head, plural=plural)


def _named(words: Words, start: int, stop: int, names: list[int], heads: list[str]) -> Mention:
    last = first = names[-1]
    head = words.word(stop - 1)
    body = head in HEADS and HEADS[head]["type"] == "organisation"
    while first > start and (words.tags[first - 1] == "N" or (body and words.tags[first - 2 : first] == "N'")):
        first -= 1  # «the Orle Coroner's Office»
    if "c" in words.tags[start:stop] and (joined := _joined(words, start, stop)) is not None:
        return Mention("collective", joined, "name", "", plural=True)
    known = HEADS.get(head)
    if known and last < stop - 1:  # «the Orle harbor spokesman»: the name is not the speaker's
        indefinite = words.word(start) in INDEFINITE
        if known["type"] in ("person", "unnamed") and (indefinite or known["type"] == "unnamed"):
            return Mention("unnamed", None, "unnamed", head)
        return Mention(_TYPES[known["type"]], None, "description", head)
    if last < stop - 1 and words.tags[last + 1] != "'":  # «Orle fishermen»: a kind of people, no name
        return _described(words, start, stop, heads)
    titled = any(words.word(i).rstrip(".") in TITLES for i in range(start, last + 1))
    first = max([first, *(i + 1 for i in range(first, last) if _is_rank(words.word(i)))])  # «British Prime Minister X»
    if words.word(start) in INDEFINITE and not titled and not heads:
        return Mention("unnamed", None, "unnamed", head)
    kind: SpeakerType = "person"
    if known and known["type"] != "person":
        kind = _TYPES[known["type"]]
    elif not titled and words.tags[start] == "d" and not heads and not _of_a_person(words, start, first, last):
        kind = "organisation"
    elif not titled and heads and heads[-1] not in ("person", "unnamed"):
        press = heads[-1] in ("outlet", "agency") and words.word(first - 1) in HEADS  # «the news site Orle Today»
        kind = _TYPES[heads[-1]] if first == last or press else kind
    end = last + 1 if last + 2 == stop and words.tags[last + 1] == "'" and words.tags[start] != "r" else last
    close = words.ends[_own(words, first, last, end, stop)]
    if kind == "organisation" and last == stop - 1:
        close = max(close, words.ends[_of_what(words, stop) - 1])
    return Mention(kind, (words.starts[first], close), "name", head)


def _of_a_person(words: Words, start: int, first: int, last: int) -> bool:
    """«the fisherman Omar Fell»: a name of two words behind a noun for people, or one that begins with a first name."""
    if first == last or first - 1 <= start or words.tags[first - 1] != "n":
        return False
    return words.word(first - 1).endswith(_PERSONS) or words.word(first) in first_names()


def _of_what(words: Words, stop: int) -> int:
    """Where the name of a body ends that «of» goes on: «the Ministry of Foreign Affairs of Jordan»."""
    found = _OF.match(words.tags, stop)
    return found.end() if found else stop


_OF = re.compile("(?:fd?N+)+")


_CONJOINED = re.compile("([nNS]*?)(N+)c[nNS]*N")


def _joined(words: Words, start: int, stop: int) -> Range | None:
    """«Mara Fell and Tomas Brook»: the range of two names, which no single person has."""
    found = _CONJOINED.fullmatch(words.tags, start, stop)
    if found is None or words.word(found.end(2)) == "&":
        return None
    first = next((i for i in range(*found.span(2)) if not _is_rank(words.word(i))), found.start(2))
    return (words.starts[first], words.ends[stop - 1])


def _is_rank(word: str) -> bool:
    return word.rstrip(".") in TITLES or (word in HEADS and HEADS[word]["type"] == "person")


def _own(words: Words, first: int, last: int, end: int, stop: int) -> int:
    """The last word of a name; a possessive at the very end belongs to it when a verb follows («Brook's said»)."""
    following = words.tags[stop] if stop < len(words.tags) else "."
    return end if end > last and following in "vebmhDa" and first <= last else last
