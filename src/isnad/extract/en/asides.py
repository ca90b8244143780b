"""Attributions inside or beside the clause they report: «…, as X noted», «The pier, she said, would go»."""

from __future__ import annotations

from isnad.extract.en.clauses import Subject
from isnad.extract.en.contents import trimmed_end
from isnad.extract.en.following import kind_of, skip_adjuncts
from isnad.extract.en.phrases import FINITE, clause_starts, phrase_forward
from isnad.extract.en.scene import Draft, Part, Scene, Spot


def as_said(scene: Scene, spot: Spot, group: int, who: Subject) -> Draft | None:
    """«As X noted, …», «…, as X noted» and «The pier, as X noted, was …»: the main clause is the content."""
    tags, low = scene.tags, scene.low
    stop = trimmed_end(tags, spot.end, scene.high)
    at = skip_adjuncts(tags, spot.end, scene.high)
    opens = who.start - 1 <= low + 1 or tags[who.start - 2] in "ck;"
    behind = who.start - 2 > low and tags[who.start - 2] == ","
    if opens and at < stop and tags[at] == ",":
        contents: tuple[Part, ...] = ((at + 1, stop),)
    elif behind and (at >= stop or (tags[at] == "," and tags[at + 1] in "ck")):  # «…, as X noted, and …»
        contents = ((low, who.start - 2),)
    elif behind and _goes_round(scene, spot, low, who.start - 2, at):
        contents = ((low, who.start - 2), (at + 1, stop))
    else:
        return None
    kind = kind_of(scene, contents[0][0], contents[-1][1])
    return Draft((group, spot.end), who, contents, kind, spot.info.cue_class, "", 0.95, ())


def _goes_round(scene: Scene, spot: Spot, low: int, front: int, at: int) -> bool:
    """Whether the subject of what is said stands before «, as X says,» and its verb right behind."""
    if spot.info.cue_class != "speech" or any(tag in "yWqs" for tag in scene.tags[low:front]):
        return False
    return at + 1 < scene.high and scene.tags[at] == "," and scene.words.opening(at + 1) in FINITE


def _belongs(front: str, rest: str) -> bool:
    """Whether what stands before «he said,» is part of the content that goes on after it."""
    bare = front.lstrip("kc")
    if not bare:
        return False  # «But, he said, …»: the reporter's link
    if rest in FINITE:
        return True
    if not bare.strip("T#") or bare[0] in "egP":
        return False
    return rest not in "567Q"


def parenthesis(scene: Scene, spot: Spot, group: int, who: Subject) -> Draft | None:
    """«A comic tone, she said, would help»: the content stands on both sides."""
    tags, low = scene.tags, scene.low
    front = (low, who.start - 1)
    at = phrase_forward(tags, spot.end, scene.high) if "addressee" in spot.info.verb else spot.end
    stop = trimmed_end(tags, at + 1, scene.high)
    if tags[at : at + 1] != "," or stop <= at + 1 or front[0] >= front[1] or tags[front[1] - 1] in "567":
        return None
    if at > spot.end and tags[at + 1] not in FINITE:
        return None
    rest = (at + 1, stop)
    if tags[rest[0]] == "g":  # «…, he said, adding that …»
        parts: tuple[Part, ...] = (front,)
    else:
        parts = (front, rest) if _belongs(tags[slice(*front)], scene.words.opening(rest[0])) else (rest,)
    kind = kind_of(scene, front[0], stop)
    return Draft((group, spot.end), who, parts, kind, spot.info.cue_class, "", 0.95, ())


def around(scene: Scene, spot: Spot, group: int, who: Subject) -> Draft | None:
    """«The pier, said X, was closed»: the content stands on both sides."""
    tags, at = scene.tags, who.end + 1
    stop = trimmed_end(tags, at, scene.high)
    if tags[group - 1] != "," or at >= stop or tags[who.end] != ",":
        return None
    if any(tag in FINITE for tag in tags[scene.low : group]):
        return None
    if (tags[at] not in FINITE or tags[at] == "e") and not clause_starts(tags, at, stop):
        return None
    parts = ((scene.low, group - 1), (at, stop))
    kind = kind_of(scene, scene.low, stop)
    return Draft((group, spot.end), who, parts, kind, spot.info.cue_class, "", 0.95, ())
