"""What stands after a cue: quotation, clause, infinitive, object, perhaps after an addressee and adjuncts."""

from __future__ import annotations

import re

from isnad.extract.en.contents import clause_end, object_end, trimmed_end, without_time
from isnad.extract.en.lexicon import FRONTED, TELLING
from isnad.extract.en.phrases import FINITE, clause_starts, phrase_forward
from isnad.extract.en.scene import Part, Scene
from isnad.model.statement import StatementKind

_LOOSE_TO_QUOTE = re.compile(r"[^.;:vbmhDWqt567Qge]{0,24}[,:](?=[567Q])")
_MARK = re.compile("[567Q]")
# Between an addressee and «that»: places, times («told a town hall in X, Y on Monday that …»).  A participle behind a
# comma tells something of its own («…, he said on Sunday, rejecting the claim that …»), or closes with another comma.
_FAR_THAT = re.compile(r"(?:(?!,g)[if2,dnNST#ja'g]|,g[if2dnNST#ja']{0,12},(?=t)){1,20}t")
_INSERTED = re.compile(r"i[dr]?[jnS#]{0,2}[nNST](?=[2q])|T+(?=q)")
Found = tuple[tuple[Part, ...], StatementKind, str]
"""Contents, their kind, and the frame that was read."""


# Verbs that take these may have a noun phrase alone after them: a clause must be seen at once.
_NEAR = frozenset({"object", "addressee", "near"})


def forward_content(scene: Scene, takes: frozenset[str], at: int) -> Found | None:
    """The content after a cue that ends before word ``at``, its kind and the frame that was read."""
    tags, high = scene.tags, scene.high
    stop = trimmed_end(tags, at, high)
    if at >= stop or _only_time(tags, at, stop):
        return None
    if "addressee" in takes:
        found = _after_addressee(scene, takes, at, stop)
        if found:
            return found
    if "quote" in takes or "that" in takes:
        direct = quoted(scene, at, "object" in takes)
        if direct:
            return direct
    if "that" in takes:
        that = skip_adjuncts(tags, at, stop)
        while that + 1 < stop and tags[that] == ",":
            that = skip_adjuncts(tags, that + 1, stop)
        if that < stop and tags[that] != "t" and tags[at] in "iTu" and (far := _FAR_THAT.match(tags, at, stop)):
            that = far.end() - 1
        if that < stop and tags[that] == "t" and any(tag in "vemhbDQ567" for tag in tags[that:stop]):
            return _clause(scene, that, stop)
        if tags[at] == "," and tags[at + 1] == "s" and _fronted(tags, at + 1, stop):  # «said, if elected, he would»
            return _clause(scene, at + 1, stop)
    first = tags[at]
    if first == ":" and "quote" in takes and at + 1 < stop and tags[at + 1] not in "567Q":  # «asked: Did they …?»
        return ((at + 1, stop),), kind_of(scene, at + 1, stop), "quote"
    if "to" in takes:
        to = at
        while to < stop and tags[to] in "Tjadx":
            to += 1
        if inserted := _INSERTED.match(tags, to, stop):  # «decided in the end to sell»
            to = inserted.end()
        if to + 1 < stop and tags[to] == "2" and tags[to + 1] in "Babhn567Q":
            return _object(scene, to - (tags[to - 1] == "x"), stop, "to")
    if "small" in takes and (first in "drnNSpoQjA#yq567"):
        return _object(scene, at, stop, "small")
    inserted = _INSERTED.match(tags, at, stop) if "question" in takes and first in "iT" else None
    if inserted and tags[inserted.end() : inserted.end() + 1] == "q":  # «questioned in recent days whether …»
        return _clause(scene, inserted.end(), stop)
    if "question" in takes and (first in "qyWs" or (first == "a" and tags[at + 1 : at + 2] == "q")):
        colon = tags.rfind(":", at, high)  # «asked who had come: “Nobody.”»: that is the answer
        return _clause(scene, at, colon if colon > 0 and tags[colon + 1 : colon + 2] in tuple("567Q") else stop)
    if "that" in takes and (clause := _bare(scene, at, stop, not takes.isdisjoint(_NEAR))):
        return clause
    if "object" in takes and first in "drnNSpoQjA#q567gZTtPe'" and not (first == "t" and at + 1 == stop):
        return _object(scene, at, stop, "object")
    if "object" in takes and first in "iT,":  # «noted on the radio the change»
        behind = skip_adjuncts(tags, at + (first == ","), stop)
        behind += first == "," and tags[behind : behind + 1] == ","
        if at < behind < stop and tags[behind] in "dr" and tags[behind - 1] not in "if2":
            return _object(scene, behind, stop, "object")
    return None


def _only_time(tags: str, at: int, stop: int) -> bool:
    """Whether nothing but a time follows («announced Friday», «noted this week»)."""
    end = at
    while end < stop and tags[end] in "dT#j":
        end += 1
    return "T" in tags[at:end] and (end == stop or tags[end] in ",;-")


def _clause(scene: Scene, at: int, stop: int) -> Found:
    if _in_relative(scene, at, "") and not _in_relative(scene, at):
        stop = _before_second_verb(scene.tags, at, stop)
    end = clause_end(
        scene.tags,
        at,
        stop,
        scene.cue_at,
        scene.contrasts,
        scene.told_in,
        scene.tags[scene.low] in "su",
        _in_relative(scene, at),
    )
    if end == at + 1 and scene.tags[at] in "qWyst":  # «recounted how, …»
        end = stop
    return ((at, end),), kind_of(scene, at, end), "that"


def _in_relative(scene: Scene, at: int, mark: str = ",") -> bool:
    """Whether the cue before word ``at`` is the verb of a relative clause («…, who said …»)."""
    i = at - 1
    while i > scene.low and scene.tags[i - 1] in "mbhDaxPve":
        i -= 1
    return i > scene.low + 1 and scene.tags[i - 1] in "Wy" and (not mark or scene.tags[i - 2] == mark)


def before_main_verb(tags: str, at: int, stop: int) -> int:
    """Where the verb of the main clause follows the object of a relative clause («those who back X are …»)."""
    for i in range(at + 1, stop):
        if tags[i] in "sqWyt,;:":
            return stop
        if tags[i] in FINITE and tags[i - 1] in "nNSo)" and (tags[i] != "e" or tags[i + 1 : i + 2] in tuple("dpNr")):
            return i
    return stop


def _before_second_verb(tags: str, at: int, stop: int) -> int:
    """Where the verb of the main clause follows what is said in a relative clause («those who say it is old are …»)."""
    verbs = 0
    for i in range(at + 1, stop):
        if tags[i] in "sqWyc,;:-567Q" or (tags[i] == "t" and verbs):
            return stop
        if tags[i] in "vbmhD" and tags[i - 1] not in "vbmhDaxp2":
            verbs += 1
            if verbs > 1:
                return i
    return stop


def _object(scene: Scene, at: int, stop: int, frame: str) -> Found:
    if frame == "to":
        end = object_end(scene.tags, at, stop, scene.cue_at, scene.contrasts, None, scene.adds)
    else:
        if _in_relative(scene, at, ""):
            stop = before_main_verb(scene.tags, at, stop)
        end = without_time(
            scene.tags, at, object_end(scene.tags, at, stop, scene.cue_at, scene.contrasts, scene.occasion, scene.adds)
        )
    return ((at, end),), kind_of(scene, at, end), frame


def skip_adjuncts(tags: str, at: int, stop: int) -> int:
    """The word after the time words, adverbs and prepositional phrases that begin at ``at``."""
    while at < stop:
        tag = tags[at]
        if tag in "aT" or (tag in "#dj" and "T" in tags[at + 1 : at + 4] and tags[at + 1] in "T#jd"):
            at += 1
        elif tag in "if2" or (tag == "u" and not clause_starts(tags, at + 1, stop)):
            end = phrase_forward(tags, at + 1, stop, "f")
            if end <= at + 1 and at + 1 < stop and tags[at + 1] == "g":
                end = at + 2
            if end <= at + 1:
                while at + 1 < stop and tags[at + 1] in "#jdT":
                    end = at = at + 1
                if end <= at:
                    return at
            at = max(end, at + 1)
        else:
            break
    return at


def _bare(scene: Scene, at: int, stop: int, near: bool) -> Found | None:
    """A clause without «that»: a noun phrase and a finite verb, perhaps after adjuncts of the cue."""
    tags = scene.tags
    start = at
    skipped = skip_adjuncts(tags, at, stop)
    if at < skipped < stop:
        if tags[skipped] == "," and skipped + 1 < stop:
            skipped += 1
        if tags[skipped] in "pdrN" and clause_starts(tags, skipped, stop):
            start = skipped
    if near:
        led = clause_starts(tags, start, stop) or (tags[start] == "s" and _fronted(tags, start, stop))
        return _clause(scene, start, stop) if led else None
    rest = tags[start:stop]
    if (
        start == at
        and tags[at] in "iuTa2"
        and not (scene.words.word(at) in FRONTED and _fronted(tags, at, stop))
        and not clause_starts(tags, at, stop)
    ):
        return None
    if stop - start < 4 and not any(tag in "vemhbDQ567" for tag in rest):
        return None
    if tags[start] not in "pdrnNSA#sqQTjtiayWBgxZ5":
        return None
    return _clause(scene, start, stop)


def _fronted(tags: str, at: int, stop: int) -> bool:
    """Whether a phrase with its comma and then a clause begin at ``at`` («despite the storm, the ferry sailed»)."""
    comma = tags.find(",", at, stop)
    return (comma > 0 and clause_starts(tags, comma + 1, stop)) or clause_starts(
        tags, skip_adjuncts(tags, at, stop), stop
    )


def quoted(scene: Scene, at: int, near: bool = False) -> Found | None:
    tags, high = scene.tags, scene.high
    start = skip_adjuncts(tags, at, high)
    if start < high and tags[start] in ",:":
        start += 1
    if start >= high or tags[start] not in "567Q" or (start > at and tags[start - 1] in "drjnN'if"):
        match = None if near else _LOOSE_TO_QUOTE.match(tags, at, high)
        if not match:
            return None
        start = match.end()
    end = start + 1
    if (
        tags[start] in "Q5"
        and end < high
        and not (tags[start] == "5" and tags[end] in "dn")
        and tags[end] not in ",.;:c-)"
        and tags[end] not in "gs"
    ):
        stop = clause_end(tags, start, trimmed_end(tags, start, high), scene.cue_at, scene.contrasts, scene.told_in)
        return ((start, stop),), kind_of(scene, start, stop), "quote"
    while end < high and tags[end] in "567Q":
        end += 1
    joined = end + (tags[end : end + 1] == ",")
    if tags[joined : joined + 1] == "c" and tags[joined + 1 : joined + 2] in ("5", "6", "7", "Q"):
        return ((start, joined + 2),), "mixed", "quote"  # «chanted “Go home” and “Stay out”»
    return ((start, end),), "direct", "quote"


def _after_addressee(scene: Scene, takes: frozenset[str], at: int, stop: int) -> Found | None:
    tags = scene.tags
    end = phrase_forward(tags, at, stop, "f")
    if end <= at:
        return None
    rest = takes - {"addressee", "small"}
    to = end + (tags[end : end + 2] == "x2")  # «told the crew not to wait»
    verbs = "Babhn567Q" if tags[at] in "drpoN" else "Babh567Q"  # not «promised universal access to medication»
    if to + 1 < stop and tags[to] == "2" and "to" in rest and tags[to + 1] in verbs:
        return _object(scene, end if scene.words.word(at - 1) in TELLING else at, stop, "to")
    if "quote" in rest or "that" in rest:
        direct = quoted(scene, end)
        if direct:
            return direct
        that = skip_adjuncts(tags, end, stop)
        if that < stop and tags[that] in "W":
            that = tags.find("t", that, stop)
        elif that < stop and tags[that] != "t" and (far := _FAR_THAT.match(tags, end, stop)):
            that = far.end() - 1
        if that < stop and that >= 0 and tags[that] == "t":
            return _clause(scene, that, stop)
    if "that" in rest and end + 1 < stop and tags[end] == "," and clause_starts(tags, end + 1, stop):
        return _clause(scene, end + 1, stop)
    if "question" in rest and end < stop and tags[end] in "qsWi":
        return _clause(scene, end, stop)
    if "that" in rest and end < stop and tags[end] in "pdrTia,":
        return _bare(scene, end, stop, False)
    return None


def after_clause(scene: Scene, at: int, addressee: bool) -> Found | None:
    """«X answered when he was asked why: “…”»: a quotation at the end, with a clause before its colon."""
    tags, high = scene.tags, scene.high
    colon = tags.rfind(":", at, high)
    if colon < 0 or tags[colon + 1 : high].strip("567Q.") or scene.cue_at(colon - 1):
        return None
    begin = skip_adjuncts(tags, phrase_forward(tags, at, colon) if addressee else at, colon)
    if begin >= colon or tags[begin] not in "squ" or colon + 1 >= high:
        return None
    return ((colon + 1, trimmed_end(tags, colon + 1, high)),), "direct", "quote"


def kind_of(scene: Scene, start: int, end: int) -> StatementKind:
    if not _MARK.search(scene.tags, start, end):
        return "indirect"
    return "mixed" if scene.tags[start:end].strip("567Q,.;") else "direct"
