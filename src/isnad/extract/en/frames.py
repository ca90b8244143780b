"""The frames of finite cue verbs: what stands after the verb, and before it when the content comes first."""

from __future__ import annotations

import re

from isnad.extract.en.clauses import Subject, governing, group_start, inverted, subject
from isnad.extract.en.contents import clause_end, object_end, trimmed_end, without_time
from isnad.extract.en.phrases import FINITE, base_back, clause_starts, phrase_forward
from isnad.extract.en.scene import Draft, Part, Scene, Spot
from isnad.model.statement import StatementKind

_ANNOUNCES = re.compile(r"[^.;567QvmbhDp]{0,24}:")
_LOOSE_TO_QUOTE = re.compile(r"[^.;:vbmhDWqt567Qge]{0,24}[,:](?=[567Q])")
Found = tuple[tuple[Part, ...], StatementKind, str]
"""Contents, their kind, and the frame that was read."""
# Prepositions that open a reported clause («said in Iowa he …» is rare, «said after the vote …» too).
_FRONTED = frozenset("about over around despite like unlike if once since in for with under after before at by".split())
_TELLS = re.compile("tell|told|promis|warn")
_LIGHT = frozenset(
    "went go goes going continued continue continues proceeded tried tries try managed began begin begins started used came".split()
)


def forward_content(scene: Scene, takes: frozenset[str], at: int) -> Found | None:
    """The content after a cue that ends before word ``at``, its kind and the frame that was read."""
    tags, high = scene.tags, scene.high
    stop = trimmed_end(tags, at, high)
    if at >= stop:
        return None
    if "addressee" in takes:
        found = _after_addressee(scene, takes, at, stop)
        if found:
            return found
    if "quote" in takes or "that" in takes:
        quoted = _quoted(scene, at, "object" in takes)
        if quoted:
            return quoted
    if "that" in takes:
        that = skip_adjuncts(tags, at, stop)
        while that + 1 < stop and tags[that] == ",":
            that = skip_adjuncts(tags, that + 1, stop)
        if that < stop and tags[that] == "t" and any(tag in "vemhbDQ567" for tag in tags[that:stop]):
            return _clause(scene, that, stop)
    first = tags[at]
    if "to" in takes:
        to = at
        while to < stop and tags[to] in "Tjad":
            to += 1
        if to + 1 < stop and tags[to] == "2" and tags[to + 1] in "Babh":
            return _object(scene, to, stop, "to")
    if "small" in takes and (first in "drnNSpoQjA#yq567"):
        return _object(scene, at, stop, "small")
    if "question" in takes and (first in "qyWs"):
        return _clause(scene, at, stop)
    if "that" in takes and (clause := _bare(scene, at, stop, "object" in takes)):
        return clause
    if "object" in takes and first in "drnNSpoQjA#q567gZTtPe'" and not (first == "t" and at + 1 == stop):
        return _object(scene, at, stop, "object")
    return None


def _clause(scene: Scene, at: int, stop: int) -> Found:
    end = clause_end(scene.tags, at, stop, scene.cue_at, scene.contrasts, scene.tags[scene.low] in "si")
    return ((at, end),), _kind(scene, at, end), "that"


def _object(scene: Scene, at: int, stop: int, frame: str) -> Found:
    if frame == "to":
        end = object_end(scene.tags, at, stop, scene.cue_at, scene.contrasts)
    else:
        end = without_time(
            scene.tags, at, object_end(scene.tags, at, stop, scene.cue_at, scene.contrasts, scene.occasion)
        )
    return ((at, end),), _kind(scene, at, end), frame


def skip_adjuncts(tags: str, at: int, stop: int) -> int:
    """The word after the time words, adverbs and prepositional phrases that begin at ``at``."""
    while at < stop:
        tag = tags[at]
        if tag in "aT" or (tag in "#dj" and "T" in tags[at + 1 : at + 3] and tags[at + 1] in "T#j"):
            at += 1
        elif tag in "i2" or (tag == "u" and not clause_starts(tags, at + 1, stop)):
            end = phrase_forward(tags, at + 1, stop, "f")
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
        return _clause(scene, start, stop) if clause_starts(tags, start, stop) else None
    rest = tags[start:stop]
    if start == at and tags[at] in "iuTa2" and not (
        scene.words.word(at) in _FRONTED and any(tag in "vemhbD" for tag in rest)
    ) and not clause_starts(tags, at, stop):
        return None
    if stop - start < 4 and not any(tag in "vemhbDQ567" for tag in rest):
        return None
    if tags[start] not in "pdrnNSA#sqQTjtiayWBgxZ5":
        return None
    return _clause(scene, start, stop)


def _quoted(scene: Scene, at: int, near: bool = False) -> Found | None:
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
    if tags[start] in "Q5" and end < high and tags[end] not in ",.;:c-)" and tags[end] not in "gs":
        stop = clause_end(tags, start, trimmed_end(tags, start, high), scene.cue_at, scene.contrasts)
        return ((start, stop),), "mixed", "quote"
    while end < high and tags[end] in "567Q":
        end += 1
    return ((start, end),), "direct", "quote"


def _after_addressee(
    scene: Scene, takes: frozenset[str], at: int, stop: int
) -> Found | None:
    tags = scene.tags
    end = phrase_forward(tags, at, stop, "f")
    if end <= at:
        return None
    rest = takes - {"addressee", "small"}
    if end < stop and tags[end] == "2" and "to" in rest:
        return _object(scene, end if "order" not in scene.words.word(at - 1) and _TELLS.match(scene.words.word(at - 1)) else at, stop, "to")
    if "quote" in rest or "that" in rest:
        quoted = _quoted(scene, end)
        if quoted:
            return quoted
        that = skip_adjuncts(tags, end, stop)
        if that < stop and tags[that] in "W":
            that = tags.find("t", that, stop)
        if that < stop and that >= 0 and tags[that] == "t":
            return _clause(scene, that, stop)
    if "that" in rest and end + 1 < stop and tags[end] == "," and clause_starts(tags, end + 1, stop):
        return _clause(scene, end + 1, stop)
    if "question" in rest and end < stop and tags[end] in "qsWi":
        return _clause(scene, end, stop)
    if "that" in rest and end < stop and tags[end] in "pdrTia,":
        return _bare(scene, end, stop, False)
    return None


def _kind(scene: Scene, start: int, end: int) -> StatementKind:
    part = scene.tags[start:end]
    quoted = any(tag in "567Q" for tag in part)
    if quoted and not part.strip("567Q,.;"):
        return "direct"
    return "mixed" if quoted else "indirect"


def backward_content(scene: Scene, at: int) -> tuple[Part, StatementKind, str] | None:
    """The content that stands before word ``at`` in the sentence: «…,» or a clause with its comma."""
    tags, low = scene.tags, scene.low
    end = at
    while end > low and tags[end - 1] in "ck":
        end -= 1
    if end <= low:
        return None
    last = tags[end - 1]
    start = low
    while start < end and tags[start] in "-":
        start += 1
    if last in "567" or (last in "Q" and end - 1 == start):
        colon = tags.rfind(":", start, end - 1)
        if colon >= 0 and not tags[colon + 1 : end].strip("567Q"):
            start = colon + 1
        if tags[start:end].strip("567Q,.;-"):
            return (_after_connective(tags, start, end), end), "mixed", "quote"
        return (start, end), "direct", "quote"
    if last == "," and end - start >= 4 and any(tag in FINITE for tag in tags[start : end - 1]):
        start = _after_connective(tags, start, end)
        return (start, end - 1), _kind(scene, start, end - 1), "clause"
    if last in ",-" and tags[end - 2 : end - 1] == "Q":
        return (start, end - 1), _kind(scene, start, end - 1), "quote"
    return None


_CONNECTIVE = re.compile(r"[kc]?(?:a+|in),")


def _after_connective(tags: str, start: int, end: int) -> int:
    """The word after «In fact,», «Still,»: the reporter's link, not the speaker's word."""
    match = _CONNECTIVE.match(tags, start, end)
    return match.end() if match else start


def finite(scene: Scene, spot: Spot) -> Draft | None:
    """A statement by a finite cue verb, or None when its frame is not there."""
    tags, low = scene.tags, scene.low
    takes = spot.info.verb
    group = group_start(tags, spot.start, low)
    group = _light_chain(scene, group)
    who = subject(tags, group, low)
    reasons: tuple[str, ...] = ()
    confidence = 1.0
    after = spot.end
    if who is None or (who.how == "plain" and tags[group - 1] in "567Q"):
        turned = _turned(scene, spot, group, takes)
        if turned:
            return turned
    if who is None and group > low and tags[group - 1] in "ck,":
        who = governing(tags, group - 1, low)
        confidence, reasons = 0.85, ("subject shared with an earlier verb",)
    if who is None:
        return None
    if (
        who.start > low + 1
        and tags[who.start - 1] == ","
        and after + 1 < scene.high
        and tags[after] == ","
        and ("that" in takes)
        and who.how != "relative"
        and (drafted := _parenthesis(scene, spot, group, who))
    ):
        return drafted
    forward = forward_content(scene, takes, after)
    before = None
    if ("quote" in takes or "that" in takes) and who.how not in ("relative", "governing"):
        before = backward_content(scene, who.start)
    if before and forward and forward[2] == "object" and "addressee" in takes:
        forward = None
    if before and before[2] == "clause" and forward:
        before = None
    if before and (forward is None or forward[2] == "quote" or before[2] == "quote"):
        parts = [before[0]]
        kind = before[1]
        if forward and forward[2] == "quote":
            parts.extend(forward[0])
        return Draft((group, spot.end), who, tuple(parts), kind, spot.info.cue_class, "", confidence, reasons)
    if forward is None and "quote" in takes and before is None and _ANNOUNCES.fullmatch(tags, after, scene.high):
        if scene.high == len(tags):  # the words follow in the next paragraph
            return Draft((group, spot.end), who, (), "direct", spot.info.cue_class, "", confidence, reasons)
    if forward is None or _is_naming(tags, spot, group, who, forward):
        return None
    return Draft((group, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", confidence, reasons)


def _belongs(front: str, rest: str) -> bool:
    """Whether what stands before «he said,» is part of the content that goes on after it."""
    if rest in FINITE:
        return True
    bare = front.lstrip("kc")
    if not bare.strip("aT#") or bare[0] in "egP" or (bare[0] in "iu" and "T" in bare and len(bare) < 6):
        return False
    if rest in "567Q":
        return bare[0] in "su" and any(tag in "vembhD" for tag in bare)
    return any(tag in "vembhD" for tag in bare) or bare[0] in "iu"


def _is_naming(tags: str, spot: Spot, group: int, who: Subject, forward: Found) -> bool:
    """«a group called X»: a name, not an opinion."""
    part = tags[forward[0][0][0] : forward[0][-1][1]]
    return (
        forward[2] == "small" and group == spot.start and tags[spot.start] == "e" and not part.strip("NQ5'")
        and tags[who.end - 1] in "nS"
    )  # fmt: skip


def _parenthesis(scene: Scene, spot: Spot, group: int, who: Subject) -> Draft | None:
    """«A comic tone, she said, would help»: the content stands on both sides."""
    tags, low = scene.tags, scene.low
    front = (low, who.start - 1)
    stop = trimmed_end(tags, spot.end + 1, scene.high)
    if stop <= spot.end + 1 or front[0] >= front[1] or tags[front[1] - 1] in "567":
        return None
    rest = (spot.end + 1, stop)
    parts = (front, rest) if _belongs(tags[front[0] : front[1]], tags[rest[0]]) else (rest,)
    kind = _kind(scene, front[0], stop)
    return Draft((group, spot.end), who, parts, kind, spot.info.cue_class, "", 0.95, ())


def _light_chain(scene: Scene, group: int) -> int:
    """«went on to say»: the light verb belongs to the cue."""
    tags, low = scene.tags, scene.low
    if group - 1 <= low or tags[group - 1] != "2":
        return group
    i = group - 2
    while i > low and tags[i] in "iaT":
        i -= 1
    if tags[i] in "veBgP" and scene.words.word(i) in _LIGHT:
        return group_start(tags, i, low)
    return group


def _turned(scene: Scene, spot: Spot, group: int, takes: frozenset[str]) -> Draft | None:
    """«…,» said X."""
    tags, low = scene.tags, scene.low
    if group <= low or "quote" not in takes or group != spot.start:
        return None
    if tags[group - 1] not in "567Q,":
        return None
    before = backward_content(scene, group)
    if before is None:
        return None
    who = inverted(tags, spot.end, trimmed_end(tags, spot.end, scene.high))
    if who is None or (who.end < scene.high and tags[who.end] in FINITE):
        return None
    parts = [before[0]]
    tail = _quoted(scene, who.end) if who.end < scene.high else None
    if tail:
        parts.extend(tail[0])
    return Draft((group, spot.end), who, tuple(parts), before[1], spot.info.cue_class, "", 1.0, ())


def participle(scene: Scene, spot: Spot) -> Draft | None:
    """«…, saying that …»: the governing subject; «the group backing X»: the noun before."""
    tags, low = scene.tags, scene.low
    i = spot.start
    while i > low and tags[i - 1] in "ax":
        i -= 1
    before = tags[i - 1] if i > low else "."
    if before in "if2drq'j" or (before in "n" and "that" not in spot.info.verb):
        return None
    forward = forward_content(scene, spot.info.verb, spot.end)
    if forward is None:
        return None
    if before in "NS)":
        end = next((j for j in range(forward[0][0][0] + 1, forward[0][-1][1]) if tags[j] in "vbmhD"), 0)
        if end and forward[2] == "object":
            forward = (((forward[0][0][0], trimmed_end(tags, forward[0][0][0], end)),), forward[1], forward[2])
        start = base_back(tags, i, low)
        who: Subject | None = subject(tags, i, low) if start < i else None
        doubt = 0.8
    else:
        who = governing(tags, i, low)
        doubt = 0.9
    if who is None:
        return None
    return Draft((i, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", doubt, ("participle",))


def infinitive(scene: Scene, spot: Spot) -> Draft | None:
    """«more likely to say that …»: only with a clause or a quotation, by the governing subject."""
    if not {"that", "quote"} <= spot.info.verb or spot.info.cue_class != "speech":
        return finite(scene, spot)
    light = finite(scene, spot)
    if light:
        return light
    forward = forward_content(scene, spot.info.verb & {"that", "quote", "addressee"}, spot.end)
    who = governing(scene.tags, spot.start - 1, scene.low)
    if forward is None or who is None:
        return None
    return Draft((spot.start, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", 0.7, ("infinitive",))
