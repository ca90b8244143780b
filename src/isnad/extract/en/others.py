"""Cues that are no active verbs: «according to», nouns, adjectives, passives, raising verbs."""

from __future__ import annotations

from isnad.extract.en.clauses import Subject, group_start, inverted, subject
from isnad.extract.en.contents import object_end, trimmed_end
from isnad.extract.en.following import forward_content, skip_adjuncts
from isnad.extract.en.lexicon import LINKING, SURVEYS
from isnad.extract.en.phrases import FINITE, base_back, clause_starts, phrase_forward
from isnad.extract.en.scene import Draft, Scene, Spot


def according(scene: Scene, spot: Spot) -> Draft | None:
    """«According to X, …» in front, and «…, according to X» at the end or in the middle."""
    tags, low, high = scene.tags, scene.low, scene.high
    stop = trimmed_end(tags, spot.end, high)
    who = inverted(tags, spot.end, stop)
    if who is None:
        return None
    start = spot.start
    lead = start
    while lead > low and tags[lead - 1] in "acbk,":
        lead -= 1
    if lead <= low:
        colon = tags.find(":", spot.end, stop)
        if 0 < colon < stop - 1 and tags[colon + 1] in "567Q":
            source = Subject(spot.end, colon, "according")
            return Draft((spot.start, spot.end), source, ((colon + 1, stop),), "direct", "according", "", 1.0, ())
        at = tags.find(",", spot.end, stop)
        while at != -1 and not clause_starts(tags, at + 1, stop):
            at = tags.find(",", at + 1, stop)
        if at < 0:
            at = tags.find(",", spot.end, stop)
        if at < 0:
            return None
        source = Subject(spot.end, at, "according")
        return Draft((spot.start, spot.end), source, ((at + 1, stop),), "indirect", "according", "", 1.0, ())
    end = trimmed_end(tags, low, start)
    parts = [(low, end)]
    if who.end < stop and tags[who.end] == "," and stop - who.end > 3:
        parts.append((who.end + 1, stop))
    return Draft((spot.start, spot.end), who, tuple(parts), "indirect", "according", "", 1.0, ())


def surveyed(scene: Scene) -> Draft | None:
    """«In a poll of dockers, most chose X»: what the sentence tells is what the survey found."""
    tags, low = scene.tags, scene.low
    if scene.high - low < 8 or scene.words.word(low) != "in":
        return None
    stop = trimmed_end(tags, low, scene.high)
    end = phrase_forward(tags, low + 1, stop, "")
    comma = tags.find(",", end, min(stop, end + 14))
    if (
        end <= low + 1
        or scene.words.word(end - 1) not in SURVEYS
        or comma < 0
        or any(t in FINITE for t in tags[end:comma] if t != "e")
    ):
        return None
    if not clause_starts(tags, comma + 1, stop):
        return None
    source = Subject(low + 1, comma, "according")
    return Draft((low, low + 1), source, ((comma + 1, stop),), "indirect", "according", "", 0.85, ("survey",))


def nominal(scene: Scene, spot: Spot) -> Draft | None:
    """«X's claim that …», «her support for …»."""
    tags, low = scene.tags, scene.low
    takes = spot.info.noun
    start = spot.start
    while start > low and tags[start - 1] in "njea":
        start -= 1
    if start <= low:
        return None
    before = tags[start - 1]
    if before == "r":
        who = Subject(start - 1, start, "possessive")
    elif before == "'":
        left = base_back(tags, start, low)
        if left >= start:
            return None
        who = Subject(left, start, "possessive")
    else:
        return None
    stop = trimmed_end(tags, spot.end, scene.high)
    at = spot.end
    if at >= stop:
        return None
    if "that" in takes and tags[at] in "iT":  # «her statement on Friday that …»
        behind = skip_adjuncts(tags, at, stop)
        at = behind if behind < stop and tags[behind] == "t" else at
    if (
        ("that" in takes and tags[at] == "t")
        or ("to" in takes and tags[at : at + 1] == "2")
        or ("object" in takes and tags[at] in "drnNSpojA#qg")
    ):
        end = object_end(tags, at, stop, scene.cue_at, scene.contrasts)
        verb = next((j for j in range(at, end) if tags[j] in "vbmhD"), end)
        if tags[at] not in "tq":
            end = trimmed_end(tags, at, verb)
        if end <= at:
            return None
        return Draft((start, spot.end), who, ((at, end),), "indirect", "nominal", "", 0.85, ("nominal cue",))
    return None


def adjective(scene: Scene, spot: Spot) -> Draft | None:
    """«X is sure that …»."""
    tags, low = scene.tags, scene.low
    linked = spot.start > low and scene.words.word(spot.start - 1) in LINKING
    group = group_start(tags, spot.start - linked, low)
    if "b" not in tags[group : spot.start] and not linked:
        return None
    who = subject(tags, group, low)
    if who is None:
        return None
    forward = forward_content(scene, spot.info.adjective, spot.end)
    if forward is None:
        return None
    return Draft((group, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", 0.9, ())
