"""What statements of one sentence have to do with each other, once their contents are known."""

from __future__ import annotations

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.words import known
from isnad.extract.base import Range

_NOBODY = ("unnamed", "unknown")


def settle(key: str, frames: list[Frame]) -> list[Frame]:
    """Drop what turned out to be no statement, merge doubled attributions, and order outer before inner."""
    kept = [frame for frame in frames if _stands(frame, frames)]
    _front_frames(key, kept)
    return sorted(kept, key=_order)


def _order(frame: Frame) -> tuple[int, int]:
    start = frame.content[0][0] if frame.content else frame.cue[0]
    return min(start, frame.cue[0]), frame.zone


def _stands(frame: Frame, frames: list[Frame]) -> bool:
    if frame.cue_class == "topic":
        return False
    if not frame.content:  # a colon at the end of its block: a list may follow
        return frame.intro == "colon" and frame.breaks is not None
    if frame.intro != "turn" and any(end - start < 3 for start, end in frame.content):
        return False
    if "1" in frame.form.tag or (frame.mention is not None and frame.mention.head in ("انا", "نحن")):
        return any(_speaks(other, frame.cue) for other in frames if other is not frame)
    return True


def _speaks(other: Frame, cue: Range) -> bool:
    """Whether the cue stands in the other's direct speech."""
    direct = other.intro in ("colon", "quote", "before", "that")
    return direct and any(start <= cue[0] and cue[1] <= end for start, end in other.content)


def _front_frames(key: str, frames: list[Frame]) -> None:
    """«ووفقاً لمصادر … فقد أكدت أن»: one statement; «بحسب وكالة X، قال Y»: the agency's holds the speaker's."""
    for frame in list(frames):
        if frame.intro != "front" or frame not in frames:
            continue
        inside = [
            other
            for other in frames
            if other is not frame and frame.content[0][0] <= other.cue[0] < frame.content[-1][1]
        ]
        if not inside:
            continue
        first = min(inside, key=lambda other: other.cue[0])
        gap = key[frame.content[0][0] : first.cue[0]].strip()
        if first.source in (None, frame.source) and gap in ("", "فقد", "قد") and first.carry not in _NOBODY:
            plain = _without_preposition(key, frame)
            for other in inside:
                if other.source in (None, frame.source) and other.carry not in _NOBODY:
                    other.source, other.mention, other.carry = plain, frame.mention, ""
            frames.remove(frame)
            continue
        for other in inside:
            other.level = max(other.level, 1)


def _without_preposition(key: str, frame: Frame) -> Range | None:
    """The source of «وفقاً لمصادر …» without the preposition written with it."""
    source = frame.source
    if source and key[source[0]] == "ل" and known(key[source[0] + 1 : source[1]].split()[0]):
        return source[0] + 1, source[1]
    return source
