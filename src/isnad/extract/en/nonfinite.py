"""Participles and infinitives as cues: «…, saying that …», «took the floor to say that …»."""

from __future__ import annotations

from isnad.extract.en.clauses import Subject, governing, group_start, subject
from isnad.extract.en.contents import trimmed_end
from isnad.extract.en.following import forward_content
from isnad.extract.en.frames import finite, light_chain
from isnad.extract.en.phrases import base_back
from isnad.extract.en.scene import Draft, Scene, Spot


def participle(scene: Scene, spot: Spot) -> Draft | None:
    """«…, saying that …»: the governing subject; «the group backing X»: the noun before."""
    tags, low = scene.tags, scene.low
    i = spot.start
    while i > low and tags[i - 1] in "ax":
        i -= 1
    before = tags[i - 1] if i > low else "."
    if before in "fdrq'j" or (before in "n" and "that" not in spot.info.verb):
        return None
    forward = forward_content(scene, spot.info.verb, spot.end)
    if forward is None or (before in "iu2" and forward[2] not in ("that", "quote")):
        return None
    if before in "NS)":
        end = next((j for j in range(forward[0][0][0] + 1, forward[0][-1][1]) if tags[j] in "vbmhD"), 0)
        if end and forward[2] == "object":
            forward = (((forward[0][0][0], trimmed_end(tags, forward[0][0][0], end)),), forward[1], forward[2])
        start = base_back(tags, i, low)
        if start - 1 > low and tags[start - 1] == "i" and tags[start] == "d" and forward[2] == "that":
            return None  # «at a media briefing that …» is a noun
        who: Subject | None = subject(tags, i, low) if start < i else None
        doubt = 0.8
    else:
        who = _speaking(scene, i) or governing(tags, i, low)
        doubt = 0.9
    if who is None:
        return None
    return Draft((i, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", doubt, ("participle",))


def _speaking(scene: Scene, at: int) -> Subject | None:
    """Who speaks in «…, he said, adding that …»: the subject of the cue right before the comma."""
    verb = at - 2
    if verb <= scene.low or scene.tags[verb + 1] != "," or "that" not in scene.cue_at(verb):
        return None
    found = subject(scene.tags, group_start(scene.tags, verb, scene.low), scene.low)
    return found._replace(how="governing") if found and found.how == "plain" else None


def infinitive(scene: Scene, spot: Spot) -> Draft | None:
    """«more likely to say that …»: only with a clause or a quotation, by the governing subject."""
    group = group_start(scene.tags, spot.start, scene.low)
    if light_chain(scene, group) < group:
        return finite(scene, spot)
    if not {"that", "quote"} <= spot.info.verb or spot.info.cue_class != "speech":
        return None
    forward = forward_content(scene, spot.info.verb & {"that", "quote", "addressee"}, spot.end)
    who = governing(scene.tags, spot.start - 1, scene.low)
    if forward is None or who is None:
        return None
    return Draft((spot.start, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", 0.7, ("infinitive",))
