"""What a source phrase is: person, organisation, document, unnamed …, and the proper name inside it."""

from __future__ import annotations

from isnad.extract.base import Mention
from isnad.extract.en.lexicon import HEADS, PRONOUNS, TITLES
from isnad.extract.en.tagger import Words
from isnad.model.statement import SpeakerType

_STOPS = frozenset("if,(W-yt")


def mention(words: Words, start: int, end: int) -> Mention:
    """The reading of the source phrase ``words[start:end]``."""
    tags = words.tags
    first = words.word(start)
    pronoun = PRONOUNS.get(first) if end - start == 1 else None
    if pronoun:
        return Mention(
            "person" if pronoun["plural"] != "1" else "collective", None, "pronoun", "", _flag(pronoun["gender"]),
            pronoun["plural"] == "1",
        )  # fmt: skip
    head_end = start
    while head_end < end and tags[head_end] not in _STOPS:
        head_end += 1
    head = words.word(max(head_end - 1, start)) if head_end > start else first
    names = [i for i in range(start, max(head_end, start + 1)) if tags[i] == "N"]
    known = HEADS.get(head)
    if known and known["type"] == "unnamed" and not names:
        return Mention("unnamed", None, "unnamed", head)
    if not names:
        kind: SpeakerType = _type(known["type"]) if known else "person"
        return Mention(kind, None, "description", head, plural=tags[max(head_end - 1, start)] == "S")
    return _named(words, start, head_end, names, head)


def _named(words: Words, start: int, end: int, names: list[int], head: str) -> Mention:
    first = last = names[-1]
    while first - 1 >= start and words.tags[first - 1] == "N":
        first -= 1
    kinds = [HEADS[words.word(i)]["type"] for i in range(start, end) if words.word(i) in HEADS]
    titled = any(words.word(i).rstrip(".") in TITLES for i in range(start, last + 1))
    while first < last and words.word(first).rstrip(".") in TITLES:
        first += 1
    known = HEADS.get(head)
    kind: SpeakerType = "person"
    if known:
        kind = _type(known["type"])
    elif not titled and (words.tags[start] == "d" or (len(kinds) and first == last and kinds[-1] != "person")):
        kind = _type(kinds[-1]) if kinds else "organisation"
    if known and last < end - 1:
        return Mention(kind, None, "description", head)
    return Mention(kind, (words.starts[first], words.ends[last]), "name", head)


def _type(name: str) -> SpeakerType:
    table: dict[str, SpeakerType] = {
        "organisation": "organisation", "outlet": "outlet", "agency": "agency", "document": "document",
        "collective": "collective", "unnamed": "unnamed",
    }  # fmt: skip
    return table.get(name, "person")


def _flag(gender: str) -> bool | None:
    return {"f": True, "m": False}.get(gender)
