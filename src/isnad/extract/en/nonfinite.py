"""Participles and infinitives as cues: «…, saying that …», «took the floor to say that …»."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.extract.en.clauses import Subject, governing, group_start, inverted, subject
from isnad.extract.en.contents import trimmed_end
from isnad.extract.en.following import forward_content
from isnad.extract.en.frames import finite, light_chain
from isnad.extract.en.lexicon import GERUNDS, HEADS
from isnad.extract.en.phrases import FINITE, base_back, phrase_back, phrase_forward
from isnad.extract.en.scene import Draft, Scene, Spot

_FAR = 10
"""Words from a participle back to the cue whose subject speaks."""


def participle(scene: Scene, spot: Spot) -> Draft | None:
    """«…, saying that …»: the governing subject; «the group backing X»: the noun before."""
    tags, low = scene.tags, scene.low
    i = spot.start
    while i > low and tags[i - 1] in "ax":
        i -= 1
    before = tags[i - 1] if i > low else "."
    if before in "fdrq'j" or (before in "n" and not _modifies(scene, i, spot)):
        return None
    forward = forward_content(scene, spot.info.verb, spot.end)
    circumstance = before in "iu2" and scene.words.word(i - 1) not in GERUNDS
    if forward is None or (circumstance and forward[2] not in ("that", "quote")):
        return None
    if before in "NnSo" and (attending := _attending(scene, i)):
        who: Subject | None = attending
        doubt = 0.9
    elif before in "NS)" or (before == "n" and "that" not in spot.info.verb):
        end = next((j for j in range(forward[0][0][0] + 1, forward[0][-1][1]) if tags[j] in "vbmhD"), 0)
        if end and forward[2] == "object":
            forward = (((forward[0][0][0], trimmed_end(tags, forward[0][0][0], end)),), forward[1], forward[2])
        start = base_back(tags, i, low)
        if start - 1 > low and tags[start - 1] == "i" and tags[start] == "d" and forward[2] == "that":
            return None  # «at a media briefing that …» is a noun
        who = subject(tags, i, low) if start < i else None
        doubt = 0.8
    else:
        who = _speaking(scene, i) or governing(tags, i, low) or _own(scene, i, forward[0][-1][1])
        doubt = 0.9
    if who is None:
        return None
    return Draft((i, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", doubt, ("participle",))


def _attending(scene: Scene, at: int) -> Subject | None:
    """Who speaks in «…, with half of them saying that …»."""
    start = phrase_back(scene.tags, at, scene.low)
    if start >= at or start <= scene.low or scene.words.word(start - 1) != "with":
        return None
    return Subject(start, at, "governing")


def _own(scene: Scene, at: int, end: int) -> Subject | None:
    """Who speaks in «X, citing Y, said …» and «Citing Y, X said …»: the subject whose verb is still to come."""
    tags, low = scene.tags, scene.low
    if at > low + 1 and tags[at - 1] == ",":
        start = phrase_back(tags, at - 1, low)
        if start < at - 1 and (start == low or tags[start - 1] in ".,;:ckts"):
            return Subject(start, at - 1, "governing")
    close = end - (tags[end - 1] == "5")
    if at - low > 1 or (tags[close : close + 1] != "," and close == end):
        return None
    after = phrase_forward(tags, end + (close == end), scene.high, "f")
    if after <= end or after >= scene.high or tags[after] not in FINITE:
        return None
    return Subject(end + (close == end), after, "governing")


def _modifies(scene: Scene, at: int, spot: Spot) -> bool:
    """Whether a participle after a plain noun can belong to it («a group backing Moss»)."""
    return "that" in spot.info.verb or (spot.info.cue_class == "belief" and scene.words.word(at - 1) in HEADS)


def _speaking(scene: Scene, at: int) -> Subject | None:
    """Who speaks in «…, he said, adding that …», «…, he told the court on Friday, rejecting …»: the subject of the cue
    that nothing but whom, when and where stands between and the comma."""
    verb = at - 2
    while verb > scene.low and at - verb < _FAR and scene.tags[verb] in "TidnNS#ja":
        verb -= 1
    if verb <= scene.low or scene.tags[at - 1] != ",":
        return None
    if scene.tags[verb] not in "vePbhmDg" or "that" not in scene.cue_at(verb):
        return _turned_before(scene, at)
    found = subject(scene.tags, group_start(scene.tags, verb, scene.low), scene.low)
    return replace(found, how="governing") if found and found.how == "plain" else None


def _turned_before(scene: Scene, at: int) -> Subject | None:
    """Who speaks in «“…,” said X, the chairman of Y, citing …»."""
    tags = scene.tags
    for i in range(scene.low + 1, at - 2):
        if tags[i - 1] in "567" and "quote" in scene.cue_at(i):
            found = inverted(tags, scene.cues[i].end, at - 1)
            return replace(found, how="governing") if found and found.end == at - 1 else None
    return None


def infinitive(scene: Scene, spot: Spot) -> Draft | None:
    """«more likely to say that …»: only with a clause or a quotation, by the governing subject."""
    group = group_start(scene.tags, spot.start, scene.low)
    if light_chain(scene, group) < group:
        return finite(scene, spot)
    if spot.info.cue_class != "speech":
        return None
    if not {"that", "quote"} <= spot.info.verb:
        return None
    forward = forward_content(scene, spot.info.verb & {"that", "quote", "addressee"}, spot.end)
    who = governing(scene.tags, spot.start - 1, scene.low)
    if forward is None or who is None:
        return None
    return Draft((spot.start, spot.end), who, forward[0], forward[1], spot.info.cue_class, "", 0.7, ("infinitive",))
