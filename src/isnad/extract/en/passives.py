"""Passives and verbs of impression: «X is expected to …», «it was reported that …», «X seemed to …»."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.extract.en.clauses import Subject, group_start, subject
from isnad.extract.en.contents import object_end, trimmed_end
from isnad.extract.en.following import forward_content, kind_of, skip_adjuncts
from isnad.extract.en.lexicon import DUTY, PRESENT
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
        begin = at
        if tags[at] == "u" and not agent and at + 1 < end:  # «is known as X»: the cue ends in «as»
            spot, begin = replace(spot, end=at + 1), at + 1
        contents: tuple[Part, ...] = ((who.start, who.end), (begin, end))
    elif agent:
        told = "addressee" in spot.info.verb and at < stop
        forward = forward_content(scene, spot.info.verb - {"addressee", "object"}, at) if told else None
        contents = forward[0] if forward else ((who.start, who.end),)
        if not forward and at < stop and scene.words.word(at) in ("of", "for"):  # «X was accused by Y of …»
            contents += ((at, object_end(tags, at, stop, scene.cue_at, scene.contrasts, scene.occasion)),)
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
            end = trimmed_end(tags, low, who.start)  # «…, a jury was told»; not «On Friday, the jury was told»
            if not any(tag in "vebmhD567Q" for tag in tags[low:end]):
                return None
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
    agent = None
    if at < stop and scene.words.word(at) == "by":  # «asked by a pilot whether …»
        end = phrase_forward(scene.tags, at + 1, stop, "f")
        agent, at = (Subject(at + 1, end, "agent"), end) if end > at + 1 else (None, at)
    takes = frozenset({"question", "to"})
    forward = forward_content(scene, takes, at) if at < stop else None
    if forward is None and (behind := skip_adjuncts(scene.tags, at, stop)) > at:  # «Asked on Friday why …»
        forward = forward_content(scene, takes, behind)
    if forward is None and spot.end - spot.start > 1 and at < stop:
        forward = forward_content(scene, frozenset({"object"}), at)
    if forward is None:
        return None
    end = next((i for i in range(at, forward[0][-1][1]) if scene.tags[i] in ",5"), forward[0][-1][1])
    part = (forward[0][0][0], max(end + (scene.tags[end : end + 1] == "5"), forward[0][0][0] + 1))
    if agent:
        return Draft((spot.start, spot.end), agent, (part,), forward[1], "speech", "", 0.85, ("passive",))
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
    if tags[spot.end] == "i" and scene.words.word(spot.end - 1) in PRESENT and scene.words.word(spot.end) != "like":
        return None  # «appeared on the radio»
    inner = scene.cues.get(spot.end + 1) if tags[spot.end] == "2" else None
    if inner and inner.info.verb and inner.info.cue_class == "speech":
        return None  # «seemed to imply that …» is by the one who implies
    end = object_end(tags, spot.end, stop, scene.cue_at, scene.contrasts, scene.occasion)
    # «it appeared that …», «it seems clear that …»
    clause = scene.words.word(who.start) == "it" and "t" in tags[spot.end : spot.end + 4]
    return Draft(
        (group, spot.end),
        None,
        ((spot.end, end),) if clause else ((who.start, who.end), (spot.end, end)),
        "indirect",
        "raising",
        "unnamed",
        0.7,
        ("impression",),
    )
