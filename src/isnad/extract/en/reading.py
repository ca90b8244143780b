"""From the words of a stretch of text to drafts: each cue by the reading that its place asks for, then what stands."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.extract.en.clauses import group_start
from isnad.extract.en.frames import finite
from isnad.extract.en.lexicon import CONDITIONS, HEADS, INFO, NOBODY, PROPOSITIONS, UNNAMED_ACTS
from isnad.extract.en.nonfinite import infinitive, participle
from isnad.extract.en.others import according, adjective, nominal, surveyed
from isnad.extract.en.passives import passive, questioned, raising
from isnad.extract.en.phrases import clause_starts, phrase_forward
from isnad.extract.en.scene import Draft, Scene, Spot
from isnad.extract.en.words import Words

_SPOKEN = frozenset({"speech", "document"})
REPORTED = frozenset({"speech", "document", "according"})
"""The classes of cues that hand on what somebody else said."""
_CONTRACTED = frozenset({"'s", "’s"})
_SUBJECTS = frozenset(["i", "he", "she", "we", "they"])
_TWO_OBJECTS = frozenset({"small", "addressee"})
_OWN = frozenset(["i", "you", "we"])


def drafts_of(scene: Scene) -> list[Draft]:
    """The statements of one sentence, nested ones with a deeper level."""
    read = [draft for i in scene.firsts if (draft := _read(scene, scene.cues[i])) is not None]
    if scene.tags[scene.low] == "i" and (survey := surveyed(scene)):
        read.insert(0, survey)
    found = [draft for draft in read if _is_said(scene, draft)]
    if len(found) < len(read):  # what was not said holds no statement either («did not say whether he knew …»)
        unsaid = [d for d in read if d not in found and not any(_names(e, d) for e in found)]
        found = [draft for draft in found if not any(_holds(outer, draft) for outer in unsaid)]
    return _layered(scene, found) if len(found) > 1 else found


def _read(scene: Scene, spot: Spot) -> Draft | None:
    spot = _without_addressee(scene, spot)
    info = spot.info
    tag = scene.tags[spot.start]
    if info.cue_class == "according":
        return according(scene, spot)
    if info.adjective and (draft := adjective(scene, spot)):
        return draft
    if info.noun and tag in "gneP" and spot.start > scene.low and scene.tags[spot.start - 1] in "'r":
        return nominal(scene, spot)
    if info.verb and (tag in "veBPg" or (tag == "h" and spot.end - spot.start > 1)):
        return _verb(scene, spot, tag)
    return nominal(scene, spot) if info.noun else None


def _without_addressee(scene: Scene, spot: Spot) -> Spot:
    """The verb alone in «admitted to Moss that …», «argued for years that …»: the content is what «that» opens."""
    words, tags, at = scene.words, scene.tags, spot.end
    if spot.end - spot.start != 2 or tags[at - 1] not in "i2" or at >= scene.high:
        return spot
    alone = INFO.get(words.word(spot.start))
    if alone is None or "that" not in alone.verb:
        return spot
    end = phrase_forward(tags, at, scene.high, "f")
    while end < scene.high and tags[end] == "T":
        end += 1
    if not at < end < scene.high or tags[end] != "t" or tags[end - 1] not in "NToS":
        return spot
    told = tags[end - 1] != "S" or words.word(end - 1) in HEADS
    return Spot(spot.start, at - 1, alone) if told else spot


def _verb(scene: Scene, spot: Spot, tag: str) -> Draft | None:
    tags, low = scene.tags, scene.low
    group = group_start(tags, spot.start, low)
    auxiliaries = tags[group : spot.start]
    if spot.info.cue_class == "raising":
        return raising(scene, spot)
    if tag == "g":
        return finite(scene, spot) if "b" in auxiliaries else participle(scene, spot)
    if tag in "eP" and "b" in auxiliaries and not auxiliaries.rstrip("ax").endswith("h"):
        return _has_said(scene, spot, group) or passive(scene, spot)
    opening = spot.start == low or tags[spot.start - 1] in "s,"
    if tag in "eP" and not auxiliaries and opening and {"question", "addressee"} <= spot.info.verb:
        return questioned(scene, spot) or finite(scene, spot)
    if tag in "eP" and not auxiliaries.strip("ax") and (tag == "P" or "x" in auxiliaries):
        return None  # «a claim not recognized abroad», «often known as X»
    if tag == "B" and group > low and tags[group - 1] == "2":
        return infinitive(scene, spot)
    return finite(scene, spot)


def _has_said(scene: Scene, spot: Spot, group: int) -> Draft | None:
    """«he's said that …»: the contraction is «has» where a clause or a quotation follows a verb of speech."""
    auxiliaries = [i for i in range(group, spot.start) if scene.tags[i] in "bmh"]
    if len(auxiliaries) > 1 or scene.words.word(auxiliaries[0]) not in _CONTRACTED:
        return None
    if scene.tags[spot.end : spot.end + 1] in tuple("drop#") and not _TWO_OBJECTS.intersection(spot.info.verb):
        return finite(scene, spot)  # «he's praised the plan»: no passive has an object
    if spot.info.cue_class != "speech":
        return None
    found = finite(scene, spot)
    return found if found and found.contents[0][0] >= spot.end and _said_so(scene, found) else None


def _said_so(scene: Scene, draft: Draft) -> bool:
    at, end = draft.contents[0]
    return scene.tags[at] in "t567Q" or clause_starts(scene.tags, at, end)


def _is_said(scene: Scene, draft: Draft) -> bool:
    """Not «did not say», «if he says», «refused to comment»: what was not said is no statement."""
    words = scene.words
    start, end = draft.cue
    if draft.source and (first := words.word(draft.source.start)) and (first == "there" or first in NOBODY):
        return False
    if draft.contents and words.word(end - 1) in UNNAMED_ACTS:
        at = draft.contents[0][0]
        verb = at + 2 if scene.tags[at : at + 2] == "2b" else at + 1  # «declined to be named»
        if scene.tags[at] == "2" and (info := INFO.get(words.word(verb))) and info.cue_class == "speech":
            return False
    source = draft.source
    if source and not _can_speak(scene, source.start, source.end):
        return False
    if source and source.start > scene.low and words.word(source.start - 1) in CONDITIONS:
        return False
    if draft.cue_class not in _SPOKEN:
        return True
    written = words.key[words.starts[start] : words.ends[end - 1]]
    if "x" in scene.tags[start:end]:
        return False
    return not (("n't" in written or "n’t" in written) and _contracts_not(words, start, end))


def _contracts_not(words: Words, start: int, end: int) -> bool:
    return any(words.word(i).endswith(("n't", "n’t")) for i in range(start, end))


def _can_speak(scene: Scene, start: int, end: int) -> bool:
    """Not «the claim that X called the meeting»: what is held is nobody who speaks, nor does anybody speak in it."""
    words = scene.words
    first = max(scene.low + 1, start - 1)
    said = words.key.find("that", words.starts[first], words.ends[end - 1]) if first < end else -1
    return said < 0 or not any(words.word(i) == "that" and words.word(i - 1) in PROPOSITIONS for i in range(first, end))


def _layered(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Without those inside another's content, unless they report what somebody else said there."""
    drafts = [_own_subject(scene, d, drafts) for d in drafts]
    own = [d for d in drafts if _said_aside(scene, d) or not any(_names(e, d) for e in drafts)]
    return [d for d in own if reports(scene, d) or not any(_holds(e, d) for e in own if e is not d)]


def _own_subject(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    """With a source that does not reach over the cue before it: in «X said Y agreed to …» Y agrees."""
    source = draft.source
    if source is None:
        return draft
    for other in drafts:
        if other.source is None or not other.contents:
            continue
        at, end = other.contents[0]
        if other.source.how == "relative" and scene.words.word(at) not in _SUBJECTS:
            continue
        if source.start < other.cue[1] <= at < source.end and draft.cue[1] <= end and other.cue[1] == at:
            return replace(draft, source=replace(source, start=at))
    return draft


def _said_aside(scene: Scene, draft: Draft) -> bool:
    """«X, who says the pier is safe, told …»: more than a name for X."""
    source = draft.source
    if source is None or source.how != "relative" or draft.cue_class != "speech" or source.start - 1 <= scene.low:
        return False
    return scene.tags[source.start - 1] == "," and _said_so(scene, draft)


def _names(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft only says who the source of the outer one is («people who saw the letter»)."""
    source = outer.source
    return source is not None and source.start <= inner.cue[0] and inner.cue[1] <= source.end


def _holds(outer: Draft, inner: Draft) -> bool:
    start, end = inner.cue
    if not any(a <= start and end <= b for a, b in outer.contents):
        return False
    return not any(a <= outer.cue[0] and outer.cue[1] <= b for a, b in inner.contents)


def reports(scene: Scene, draft: Draft) -> bool:
    """Whether a draft stands as a statement of its own inside the words of another: a third person says something in
    a clause.  What the speaker himself thinks or wants is already his statement."""
    if draft.source is None or not draft.contents or draft.cue_class not in REPORTED or draft.confidence < 0.9:
        return False  # a third person's knowledge is what the speaker claims, not another voice
    if draft.source.how in ("possessive", "relative", "governing", "agent"):
        return False
    if scene.words.word(draft.source.start) in _OWN:
        return False
    if draft.cue_class == "according":
        return True
    at, end = draft.contents[0]
    if scene.tags[at] == "t" or draft.kind == "direct":
        return True
    behind = phrase_forward(scene.tags, at, end)
    return (behind < end and scene.tags[behind] in "567Q") or clause_starts(scene.tags, at, end)
