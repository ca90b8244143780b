"""Finite cue verbs with their subject and content: before, after, around the cue, and turned («…,» said X)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.extract.en.asides import around, as_said, parenthesis
from isnad.extract.en.clauses import Subject, governing, group_start, inverted, subject
from isnad.extract.en.contents import trimmed_end
from isnad.extract.en.following import (
    Found,
    after_clause,
    before_main_verb,
    forward_content,
    kind_of,
    quoted,
    skip_adjuncts,
)
from isnad.extract.en.lexicon import LIGHT, NAMING, PERSONAL
from isnad.extract.en.phrases import FINITE, base_back, base_forward, clause_starts
from isnad.extract.en.scene import Draft, Part, Scene, Spot
from isnad.model.statement import StatementKind

_ANNOUNCES = re.compile(r"[^.;567QvmbhDp]{0,24}:")
_QUOTE_ONLY = frozenset({"quote"})
_REFLEXIVE = ("self", "selves")
_ARTICLES = frozenset({"a", "an"})
_RELATIVES = frozenset({"what", "which", "whom", "who"})
_STATING = frozenset({"that", "quote"})
_CONNECTIVE = re.compile(r"[kc]?(?:a+|in),")


def backward_content(scene: Scene, at: int) -> tuple[Part, StatementKind, str] | None:
    """The content that stands before word ``at`` in the sentence: «…,» or a clause with its comma."""
    tags, low = scene.tags, scene.low
    end = at
    if end <= low:
        return None
    last = tags[end - 1]  # after «…, but he warned X» nothing is taken: what stands before is another clause
    start = low
    while start < end and tags[start] in "-(":
        start += 1
    if last in "567" or (last in "Q" and end - 1 == start):
        colon = tags.rfind(":", start, end - 1)
        if colon >= 0 and not tags[colon + 1 : end].strip("567Q"):
            start = colon + 1
        start = _own_quotation(tags, start, end)
        if tags[start:end].strip("567Q,.;-"):
            return (_after_connective(tags, start, end), end), "mixed", "quote"
        return (start, end), "direct", "quote"
    if last == "," and end - start >= 4 and _is_whole(tags, start, end - 1):
        start = _after_connective(tags, start, end)
        return (start, end - 1), kind_of(scene, start, end - 1), "clause"
    if last in ",-" and tags[end - 2 : end - 1] == "Q":
        return (start, end - 1), kind_of(scene, start, end - 1), "quote"
    return None


def _own_quotation(tags: str, start: int, end: int) -> int:
    """Where a quotation begins that follows a clause and a dash or bracket («He will go - “I must,” he said»)."""
    at = end - 1
    while at > start and tags[at - 1] in "567Q":
        at -= 1
    return at if at > start + 2 and tags[at - 1] in "(-" else start


def _is_whole(tags: str, start: int, end: int) -> bool:
    """Whether a finite verb stands there, and not only in a clause that leads to another («As the day began, …»)."""
    if not any(tag in FINITE or tag in "Q567" for tag in tags[start:end]):
        return False
    after = skip_adjuncts(tags, start, end)
    if tags[start] not in "su" and not (start < after < end and tags[after] in "ve"):
        return True
    return any(tags[i] in ",p" and clause_starts(tags, i + (tags[i] == ","), end) for i in range(start + 2, end))


def _after_connective(tags: str, start: int, end: int) -> int:
    """The word after «In fact,», «Still,»: the reporter's link, not the speaker's word."""
    match = _CONNECTIVE.match(tags, start, end)
    return match.end() if match else start


def finite(scene: Scene, spot: Spot) -> Draft | None:
    """A statement by a finite cue verb, or None when its frame is not there."""
    tags, low = scene.tags, scene.low
    takes = spot.info.verb
    group = group_start(tags, spot.start, low)
    group = light_chain(scene, group)
    who = subject(tags, group, low)
    reasons: tuple[str, ...] = ()
    confidence = 1.0
    after = spot.end
    if who is None or (who.how == "plain" and tags[group - 1] in "567Q"):
        turned = _turned(scene, spot, group, takes)
        if turned:
            return turned
    if group == spot.start == low and "quote" in takes:
        return _leading(scene, spot)
    if who is None and group > low and tags[group - 1] in "ck,":
        who = _beside(tags, group, low) or governing(tags, group - 1, low) or _before_and(tags, group, low)
        confidence, reasons = 0.85, ("subject shared with an earlier verb",)
    if who is None or _is_asked(scene, who, spot):
        return None
    if (
        who.start > low + 1
        and tags[who.start - 1] == ","
        and after + 1 < scene.high
        and ("that" in takes)
        and who.how != "relative"
        and (drafted := parenthesis(scene, spot, group, who))
    ):
        return drafted
    if (
        who.start > low
        and scene.words.word(who.start - 1) == "as"
        and takes & _STATING
        and (said := as_said(scene, spot, group, who))
    ):
        return said
    forward = _gapped(scene, takes, who, after) or forward_content(scene, takes, after)
    before = None
    if ("quote" in takes or "that" in takes) and who.how not in ("relative", "governing"):
        before = backward_content(scene, who.start)
        if before and before[2] == "clause" and (takes == _QUOTE_ONLY or spot.info.cue_class == "belief"):
            before = None
    if forward is None and before is None and "quote" in takes:
        forward = after_clause(scene, after, "addressee" in takes)
    heard = before and forward is None and scene.words.word(spot.end - 1) == "told" and _ends(scene, after)
    if before and heard and tags[who.start] != "p":
        # «…, inquiry told»: nobody is told, so the one named is who heard it.
        return Draft(
            (group, spot.end), None, (before[0],), before[1], spot.info.cue_class, "unnamed", 0.8, ("passive",)
        )
    announces = forward is None and "quote" in takes and scene.high == len(tags)
    if announces and (before is None or before[2] == "clause") and _ANNOUNCES.fullmatch(tags, after, scene.high):
        # The words follow in the next paragraph.
        return Draft((group, spot.end), who, (), "direct", spot.info.cue_class, "", confidence, reasons)
    if before and forward and forward[2] == "object" and "addressee" in takes:
        forward = None
    if before and forward and (before[2] == "clause" or (before[1] == "mixed" and forward[2] != "quote")):
        before = None  # «In her book “Tides,” she said that …»
    if before and (forward is None or forward[2] == "quote" or before[2] == "quote"):
        parts = [before[0]]
        kind = before[1]
        if forward and forward[2] == "quote":
            parts.extend(forward[0])
        return Draft((group, spot.end), who, tuple(parts), kind, spot.info.cue_class, "", confidence, reasons)
    if forward is None and spot.info.cue_class == "speech" and who.start > low and tags[who.start - 1] == "5":
        quotation = backward_content(scene, who.start)  # «…,» he mocks: any act of speech may follow a quotation
        if quotation and quotation[2] == "quote":
            return Draft((group, spot.end), who, (quotation[0],), quotation[1], spot.info.cue_class, "", 0.9, reasons)
    if forward is not None and forward[1] == "indirect" and takes == _QUOTE_ONLY:
        return None
    if forward and spot.info.cue_class == "document" and not _shows(scene, who, forward, after):
        return None
    if forward is None or _is_naming(scene, spot, group, who, forward) or _rings(scene, spot, forward):
        return None
    contents = _with_relative(scene, spot, who, forward)
    return Draft((group, spot.end), who, contents, forward[1], spot.info.cue_class, "", confidence, reasons)


def _ends(scene: Scene, at: int) -> bool:
    """Whether nothing but marks stands from word ``at`` to the end of the sentence."""
    return trimmed_end(scene.tags, at, scene.high) <= at


def _beside(tags: str, group: int, low: int) -> Subject | None:
    """«anyone who saw or heard it»: the relative word that is the subject of the verb before «or»."""
    if tags[group - 1] != "c" or group - 2 <= low or tags[group - 2] not in "veP":
        return None
    found = subject(tags, group_start(tags, group - 2, low), low)
    return found if found and found.how == "relative" else None


def _before_and(tags: str, group: int, low: int) -> Subject | None:
    """«When Moss spoke of it and said …»: the subject of the verb before «and» in a clause that is not the main one."""
    if tags[group - 1] not in "ck":
        return None
    for i in range(group - 2, low, -1):
        if tags[i] in ",.;:-567tWyqs":
            return None
        if tags[i] in "vemhbD":
            found = subject(tags, group_start(tags, i, low), low)
            return replace(found, how="governing") if found and found.how == "plain" else None
    return None


def _is_asked(scene: Scene, who: Subject, spot: Spot) -> bool:
    """«Where would they say the money is?» asks what they say."""
    before = scene.tags[who.start - 1] if who.start > scene.low and spot.start > who.start else "."
    return before in "mD" and scene.words.word(scene.high - 1) == "?"


def _gapped(scene: Scene, takes: frozenset[str], who: Subject, at: int) -> Found | None:
    """«which officials said will open in May»: the relative word before the source is the subject of what is said."""
    tags, i = scene.tags, who.start - 1
    relative = i >= scene.low and (tags[i] in "ytWq" or scene.words.word(i) == "whom")
    if not relative or at + 1 >= scene.high or who.how != "plain":
        return None
    described = "small" in takes and scene.words.word(at) == "as"  # «whom she described as “a friend”»
    if not described and ("that" not in takes or tags[at] not in "vmbhDe"):
        return None
    comma = tags.find(",", at, scene.high)
    end = trimmed_end(tags, at, comma if comma > 0 else scene.high)
    return ((i, i + 1), (at, end)), kind_of(scene, at, end), "that"


def _with_relative(scene: Scene, spot: Spot, who: Subject, forward: Found) -> tuple[Part, ...]:
    """«what she called a farce», «which he said was closed»: the relative word is part of what was said."""
    i = who.start - 1
    at, end = forward[0][0]
    if len(forward[0]) > 1 or i < scene.low or (word := scene.words.word(i)) not in _RELATIVES:
        return forward[0]
    gap = scene.words.opening(at) in "vmbh2" or ("small" in spot.info.verb and scene.tags[at] not in "por")
    if not gap or (word != "what" and i > scene.low and scene.tags[i - 1] in "if2u"):
        return forward[0]
    if scene.tags[at] in "567":
        end = at + 1
    elif scene.tags[at] in "dnrNQS":
        end = trimmed_end(scene.tags, at, before_main_verb(scene.tags, at, end))
    return (i, i + 1), (at, end)


def _leading(scene: Scene, spot: Spot) -> Draft | None:
    """Said X: «…»."""
    who = inverted(scene.tags, spot.end, trimmed_end(scene.tags, spot.end, scene.high))
    if who is None or who.end >= scene.high or scene.tags[spot.end] == "p":
        return None
    at = who.end
    found = quoted(scene, at)
    if found is None:
        return None
    return Draft((spot.start, spot.end), who, found[0], found[1], spot.info.cue_class, "", 0.9, ())


def _is_naming(scene: Scene, spot: Spot, group: int, who: Subject, forward: Found) -> bool:
    """«a group called X», «a play called “X”»: a name, not an opinion."""
    tags = scene.tags
    if tags[spot.start] != "e" or group != spot.start or "small" not in spot.info.verb:
        return False
    unnamed = tags[who.start] in "dr" and "N" not in tags[who.start : who.end]
    at = tags[forward[0][0][0]]
    kind = scene.words.word(base_back(tags, group, scene.low))
    return (unnamed and at == "N") or (at in "567Q" and kind in _ARTICLES)


def _shows(scene: Scene, who: Subject, forward: Found, after: int) -> bool:
    """Whether what a source shows or finds can be a finding: not «found himself in the water», «she found a job»."""
    if scene.words.word(after).endswith(_REFLEXIVE):
        return False
    alone = who.end - who.start == 1 and forward[2] == "object"
    return not (alone and scene.words.word(who.start) in PERSONAL)


def _rings(scene: Scene, spot: Spot, forward: Found) -> bool:
    """«Moss called Nora Quill»: without a complement a name is no opinion, but a telephone call or what a thing is
    called."""
    at, end = forward[0][0]
    if scene.words.word(spot.end - 1) not in NAMING or any(tag in "567Q" for tag in scene.tags[at:end]):
        return False
    return base_forward(scene.tags, at, end) == end


def light_chain(scene: Scene, group: int) -> int:
    """«went on to say»: the light verb belongs to the cue."""
    tags, low = scene.tags, scene.low
    if group - 1 <= low or tags[group - 1] != "2":
        return group
    i = group - 2
    while i > low and tags[i] in "iaT":
        i -= 1
    if tags[i] in "veBgP" and scene.words.word(i) in LIGHT:
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
    who = inverted(tags, spot.end, trimmed_end(tags, spot.end, scene.high))
    if who is None or (who.end < scene.high and tags[who.end] in FINITE):
        return None
    if before is None or before[2] == "clause":
        both = around(scene, spot, group, who)
        if both or before is None:
            return both
    parts = [before[0]]
    tail = quoted(scene, who.end) if who.end < scene.high else None
    if tail:
        parts.extend(tail[0])
    return Draft((group, spot.end), who, tuple(parts), before[1], spot.info.cue_class, "", 1.0, ())
