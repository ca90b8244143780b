"""Cues that are no active verbs: «according to», nouns, adjectives, passives, raising verbs."""

from __future__ import annotations

from isnad.extract.en.clauses import Subject, group_start, inverted, subject
from isnad.extract.en.contents import object_end, trimmed_end
from isnad.extract.en.frames import forward_content
from isnad.extract.en.phrases import base_back, clause_starts, phrase_forward
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
    if ("that" in takes and tags[at] == "t") or ("to" in takes and tags[at : at + 1] == "2") or (
        "object" in takes and tags[at] in "drnNSpojA#qg"
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
    group = group_start(tags, spot.start, low)
    if "b" not in tags[group : spot.start] and not (
        group > low and scene.words.word(spot.start - 1) in ("seemed", "seems", "appeared", "became", "remained", "feels", "felt")
    ):
        return None
    who = subject(tags, group, low)
    if who is None:
        return None
    forward = forward_content(scene, spot.info.adjective, spot.end)
    if forward is None:
        return None
    return Draft((group, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", 0.9, ())


def passive(scene: Scene, spot: Spot) -> Draft | None:
    """«X is expected to …», «it was reported that …», «X was praised by Y»."""
    tags, low = scene.tags, scene.low
    group = group_start(tags, spot.start, low)
    who = subject(tags, group, low)
    if who is None:
        return None
    stop = trimmed_end(tags, spot.end, scene.high)
    at = spot.end
    agent = None
    if at < stop and scene.words.word(at) == "by":
        end = phrase_forward(tags, at + 1, stop, "f")
        if end > at + 1:
            agent = Subject(at + 1, end, "agent")
            at = end
    if at < stop and (tags[at] in "2" or (tags[at] == "i" and scene.words.word(at) == "as")):
        end = object_end(tags, at, stop, scene.cue_at, scene.contrasts)
        contents = ((who.start, who.end), (at, end))
    elif agent:
        contents = ((who.start, who.end),)
        return Draft((group, at - (agent.end - agent.start)), agent, contents, "indirect", spot.info.cue_class, "", 0.85, ("passive",))
    else:
        told = "addressee" in spot.info.verb
        forward = forward_content(scene, (spot.info.verb & {"that", "small", "question", "quote"}) if not told else spot.info.verb - {"addressee"}, at)
        if forward is None:
            return None
        if told or tags[who.start : who.end] == "p" and scene.words.word(who.start) == "it":
            contents = forward[0]
        else:
            contents = ((who.start, who.end), *forward[0])
    return Draft((group, spot.end), agent, contents, "indirect", spot.info.cue_class, "" if agent else "unnamed", 0.8, ("passive",))


def questioned(scene: Scene, spot: Spot) -> Draft | None:
    """«when asked whether …», «Asked about …, X said»: nobody is named as the one who asks."""
    at = spot.end
    stop = trimmed_end(scene.tags, at, scene.high)
    forward = forward_content(scene, frozenset({"question", "to"}), at) if at < stop else None
    if forward is None and spot.end - spot.start > 1 and at < stop:
        forward = forward_content(scene, frozenset({"object"}), at)
    if forward is None:
        return None
    end = next((i for i in range(at, forward[0][-1][1]) if scene.tags[i] in ",5"), forward[0][-1][1])
    part = (forward[0][0][0], max(end + (scene.tags[end : end + 1] == "5"), forward[0][0][0] + 1))
    return Draft((spot.start, spot.end), None, (part,), forward[1], "speech", "unnamed", 0.8, ("nobody named as asking",))


def raising(scene: Scene, spot: Spot) -> Draft | None:
    """«X seemed to …»: nobody is named as the one to whom it seems."""
    tags, low = scene.tags, scene.low
    group = group_start(tags, spot.start, low)
    who = subject(tags, group, low)
    if who is None or who.how == "relative":
        return None
    stop = trimmed_end(tags, spot.end, scene.high)
    if spot.end >= stop or tags[spot.end] not in "2aneiPSjtd":
        return None
    end = object_end(tags, spot.end, stop, scene.cue_at, scene.contrasts)
    return Draft(
        (group, spot.end), None, ((who.start, who.end), (spot.end, end)), "indirect", "raising", "unnamed", 0.7, ("impression",)
    )
