"""Passives and verbs of impression: «X is expected to …», «it was reported that …», «X seemed to …»."""

from __future__ import annotations

from isnad.extract.en.clauses import Subject, group_start, subject
from isnad.extract.en.contents import object_end, trimmed_end
from isnad.extract.en.following import forward_content, kind_of
from isnad.extract.en.lexicon import DUTY
from isnad.extract.en.phrases import phrase_forward
from isnad.extract.en.scene import Draft, Part, Scene, Spot

_NOBODY = ("speech", "unnamed", 0.8, ("passive",))


def passive(scene: Scene, spot: Spot) -> Draft | None:
    """«X is expected to …», «it was reported that …», «X was praised by Y»."""
    tags, low = scene.tags, scene.low
    group = group_start(tags, spot.start, low)
    who = subject(tags, group, low)
    if who is None or who.how == "relative" or scene.words.word(who.start) == "there":
        return None
    stop = trimmed_end(tags, spot.end, scene.high)
    at = spot.end
    agent = None
    if at < stop and scene.words.word(at) == "by":
        end = phrase_forward(tags, at + 1, stop, "f")
        if end > at + 1:
            agent = Subject(at + 1, end, "agent")
            at = end
    if at < stop and tags[at] == "2" and scene.words.word(at - 1) in DUTY:
        return None
    if at < stop and (tags[at] in "2" or (tags[at] == "u" and scene.words.word(at) == "as")):
        end = object_end(tags, at, stop, scene.cue_at, scene.contrasts)
        contents: tuple[Part, ...] = ((who.start, who.end), (at, end))
    elif agent:
        contents = ((who.start, who.end),)
        return Draft(
            (group, at - (agent.end - agent.start)),
            agent,
            contents,
            "indirect",
            spot.info.cue_class,
            "",
            0.85,
            ("passive",),
        )
    else:
        told = "addressee" in spot.info.verb
        takes = spot.info.verb - {"addressee"} if told else spot.info.verb & {"that", "small", "question", "quote"}
        if told and at >= stop and who.start - 2 > low and tags[who.start - 1] in ",5":
            end = trimmed_end(tags, low, who.start)  # «…, a jury was told»
            return Draft((group, spot.end), None, ((low, end),), kind_of(scene, low, end), *_NOBODY)
        forward = forward_content(scene, takes, at)
        if forward is None or _amount(tags, at):
            return None
        if told or (tags[who.start : who.end] == "p" and scene.words.word(who.start) == "it"):
            contents = forward[0]
        else:
            contents = ((who.start, who.end), *forward[0])
    return Draft(
        (group, spot.end),
        agent,
        contents,
        "indirect",
        spot.info.cue_class,
        "" if agent else "unnamed",
        0.8,
        ("passive",),
    )


def _amount(tags: str, at: int) -> bool:
    """Whether a number begins at ``at``: «viewed more than four million times» says how often, not what."""
    return tags[at : at + 4].lstrip("anjdui").startswith("#")


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
    return Draft(
        (spot.start, spot.end), None, (part,), forward[1], "speech", "unnamed", 0.8, ("nobody named as asking",)
    )


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
        (group, spot.end),
        None,
        ((who.start, who.end), (spot.end, end)),
        "indirect",
        "raising",
        "unnamed",
        0.7,
        ("impression",),
    )
