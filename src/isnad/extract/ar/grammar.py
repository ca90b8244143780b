"""The Arabic grammar: reads each block cue by cue, then gives contents their ends."""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.extract.ar.according import read_according
from isnad.extract.ar.adjacent import joined
from isnad.extract.ar.before import governed
from isnad.extract.ar.content import ends, kind_of
from isnad.extract.ar.doers import take_doer
from isnad.extract.ar.frame import Frame
from isnad.extract.ar.headline import read_headline
from isnad.extract.ar.intro import Introducers
from isnad.extract.ar.lists import read_lists
from isnad.extract.ar.nominal import read_document, read_nominal, read_passive, read_raw, read_relay
from isnad.extract.ar.participles import read_participle
from isnad.extract.ar.place import IN_IT, Place
from isnad.extract.ar.relations import settle
from isnad.extract.ar.unclosed import ended
from isnad.extract.ar.verbs import read_verb
from isnad.extract.ar.words import GIVEN, ROLES, governing, known
from isnad.extract.ar.zones import is_long, sentence_of, zone_of, zones_of
from isnad.extract.base import Block, Candidate, CueMatch, Range, View
from isnad.extract.cues import CueIndex
from isnad.extract.quotes import Quote
from isnad.lang.cues import Form
from isnad.text.fold import Folded

LEAST = 0.3
"""Candidates with less confidence than this are not returned."""


class ArabicGrammar:
    """Implements `isnad.extract.base.Grammar`."""

    language = "ar"

    def __init__(self) -> None:
        self.cues = CueIndex("ar", clitics="وف")

    def candidates(self, view: View) -> list[Candidate]:
        """All statements of the view, outer ones before those in their direct speech."""
        key = view.folded.key
        spoken = ended(key, view.quotes, view.cues)
        longs = {quote.start for quote in spoken if is_long(key, quote)}
        finder = Introducers(view.folded, spoken, longs)
        starts = [cue.start for cue in view.cues]
        out: list[Candidate] = []
        last: Frame | None = None
        above: list[Range] = []
        title = 0
        for number, block in enumerate(view.blocks):
            low, high = bisect_left(starts, block.start), bisect_left(starts, block.end)
            headline = block.kind == "headline" or (number == 0 and block.end - block.start < 150)
            if low == high and not headline:
                above = _between(view.sentences, block.start, block.end)
                continue
            frames, last = self._block(view, block, view.cues[low:high], finder, headline, last, (above, title))
            title = block.end if headline else title
            above = [] if frames or headline else _between(view.sentences, block.start, block.end)
            read_lists(key, frames, view.blocks, number, finder.quotes)
            out.extend(_candidate(key, frame, finder) for frame in frames if frame.content)
        return [candidate for candidate in out if candidate.confidence >= LEAST]

    def _block(
        self,
        view: View,
        block: Block,
        cues: list[CueMatch],
        finder: Introducers,
        headline: bool,
        last: Frame | None,
        told: tuple[list[Range], int],
    ) -> tuple[list[Frame], Frame | None]:
        key = view.folded.key
        quotes = finder.between(block.start, block.end)
        ends_here = _between(view.sentences, block.start, block.end)
        zones = zones_of(view, block, quotes, ends_here)
        frames: list[Frame] = []
        taken: set[int] = set()
        if headline:
            titled = read_headline(key, block, [cue.start for cue in cues])
            if titled:
                return [titled], titled
        names = [quote for quote in quotes if _a_name(key, quote)]
        cues = joined(
            key, [cue for cue in cues if cue.clitic or cue.forms[0].tag != "past.3ms" or not _published(key, cue)]
        )
        for cue, limit in zip(cues, _limits(key, cues), strict=True):
            if cue.clitic and (_noun(key[cue.start - 1 : cue.end]) or key[cue.start - 3 : cue.start - 2].isdigit()):
                continue  # «950 فرد»
            if key[cue.start - 2].isdigit() and key[cue.start : cue.end].removesuffix("ا") in ROLES:
                continue  # «431 متهماً»
            if names and any(name.start < cue.start < name.end for name in names):
                continue
            zone = zone_of(zones, cue.start)
            spoke = _last_of(key, frames, zone.number, cue.forms[0].tag) or last
            place = Place(key, cue, zone, sentence_of(zone, cue.start), spoke, limit)
            if cue.clitic and not place.gap.strip() and _stem(place.before) == _stem(key[cue.start : cue.end]):
                continue  # «ألف طالب وطالبة»: the other gender of the noun before
            for form in cue.forms:
                if not _spelled(finder.folded, cue, form):
                    continue
                frame = self._read(key, finder, form, place, frames, taken)
                if frame is not None:
                    take_doer(key, frame, place, *told)
                    frames.append(frame)
                    break
        ends(key, frames, zones, finder.quotes)
        frames = settle(key, frames)
        spoken = [frame for frame in frames if frame.zone == 0 and frame.content]
        return frames, spoken[-1] if spoken else last

    def _read(
        self, key: str, finder: Introducers, form: Form, place: Place, frames: list[Frame], taken: set[int]
    ) -> Frame | None:
        kind, flags = form.cue.cue_class, form.cue.flags
        if kind == "outlet" or "never" in flags:
            return None
        if kind == "according":
            return read_according(key, form, place, frames)
        if kind == "nominal":
            return read_nominal(key, finder, form, place)
        if "raw" in form.cue.takes:
            return read_raw(key, form, place)
        if "docin" in form.cue.takes:
            return read_document(key, form, place)
        if kind == "passive":
            return read_passive(finder, form, place)
        if form.tag.startswith("part.") or "participle" in flags:
            return read_participle(key, finder, form, place, frames)
        if kind == "relay":
            return read_relay(key, form, place)
        return read_verb(key, finder, form, place, taken)


def _spelled(folded: Folded, cue: CueMatch, form: Form) -> bool:
    """Whether a verb is written as one where the key spells another word alike: its pronoun («طالبه», not «طالبة»),
    its hamza («هنّأ», not «هنا»)."""
    if ".obj" not in form.tag and not (form.tag == "past.3ms" and form.cue.lemma.endswith("أ")):
        return True
    end = cue.end - 1
    last = folded.text[folded.to_text(end)]
    return last != ("ة" if ".obj" in form.tag else "ا")


_BUT = (" لكنه ", " لكنها ", " لكنهم ", " ثم ", " اذ ", " حيث ", " فيما ", " بينما ")
_BUT_ENDS = frozenset("هامذث")


def _a_name(key: str, quote: Quote) -> bool:
    """Whether a short quotation is a name, whose words are no cues («صحيفة «فسر نت» المحلية»)."""
    if key[quote.start - 1] != " " or key.count(" ", quote.start, quote.end) > 3:
        return False
    before = key[max(0, quote.start - 24) : quote.start].split()[-1:]
    return bool(before) and governing(before[0]) and _BROKEN.search(key, quote.start, quote.end) is None


_BROKEN = re.compile(r"[.:,]")
_MEDIUM = re.compile(r" (?:علي|في|عبر) ")


def _published(key: str, cue: CueMatch) -> bool:
    """«وقال المتحدث في بيان، نشر على موقعه، إن»: where the words stand, read in the passive."""
    form = cue.forms[0]
    if "strict" not in form.cue.flags:
        return False
    if key[cue.start - 2] != "," and not key.endswith((" الذي ", " التي "), 0, cue.start):
        return False
    where = _MEDIUM.match(key, cue.end)
    return where is not None and form.cue.takes.isdisjoint(("على", "في")) and form.cue.cue_class == "speech"


def _noun(word: str) -> bool:
    return known(word) is not None or word in GIVEN


def _limits(key: str, cues: list[CueMatch]) -> list[int]:
    """For each cue where the next one begins that can open a clause of its own: a cue reads no further."""
    limit = 1 << 60
    out = [limit] * len(cues)
    for at in range(len(cues) - 1, -1, -1):
        out[at] = limit
        cue = cues[at]
        if _opens_clause(key, cue):
            limit = cue.start - len(cue.clitic)
    return out


def _opens_clause(key: str, cue: CueMatch) -> bool:
    form = cue.forms[0]
    if cue.clitic and known(key[cue.start - 1 : cue.end]):
        return False  # «وزارة» is no «و» + «زاره»
    if cue.clitic:
        return "construct" not in form.cue.flags
    finite = form.tag.startswith(("past.3", "pres.3"))
    if finite and key[cue.end + 1 : cue.end + 2] in "فخعم" and IN_IT.match(key, cue.end):
        return True  # «نشر اللاعب تغريدة قال فيها إن»
    if finite and key[cue.start - 2] in _BUT_ENDS and key.endswith(_BUT, 0, cue.start):
        return True  # «أكدت الشركة الحريق، لكنها قالت إن»
    low = max(0, cue.start - 60)
    if form.tag.startswith("past.3") and key.find(", و", low, cue.start) >= 0 and _FRAMED.search(key, low, cue.start):
        return "say" in form.cue.takes  # «شهد المركز حفلاً، وحول هذا قالت المديرة: «…»»
    part = form.tag.startswith("part.") and (
        form.tag != "part.fs" or key[cue.start - 2] in ",;" or form.cue.lemma == "قال"
    )
    if part and (key[cue.end : cue.end + 2].strip()[:1] == "," or form.cue.cue_class == "topic"):
        return False  # «وقال X معقباً، إن …»، «وقال X متحدثاً عن …: …»
    if "construct" in form.cue.flags:
        return False
    if "relayed" in form.cue.flags and not _RELAYED.search(key, max(0, cue.start - 160), cue.start):
        return False  # «أكمل المدير قوله: «…»»
    if part or form.cue.cue_class == "nominal" or ("docin" in form.cue.takes and "pron" in form.cue.flags):
        return True
    return key[cue.start - 2] in ",?" and form.tag.startswith("past.3") and "clausal" not in form.cue.flags


_FRAMED = re.compile(r", و(?:في|عن|حول|بعد|خلال|عقب|ردا|تعليقا|بشان|بدوره|بدورها|من) [^.,;:«»]{2,45} $")
_RELAYED = re.compile(r"\b(?:عن|علي لسان|الي) ")


def _stem(noun: str) -> str:
    return noun.rstrip("اه")


def _last_of(key: str, frames: list[Frame], zone: int, tag: str) -> Frame | None:
    """Who spoke last in the zone. Who only did something (a topic) must agree with the verb that goes on, and not be
    told of behind أن («أضافت الصحيفة أن اللاعب تحدث مع زملائه وكشفت»)."""
    for frame in reversed(frames):
        if frame.zone != zone:
            continue
        if frame.cue_class == "topic":
            gender = frame.mention.feminine if frame.mention else None
            agrees = gender is None or not tag.endswith(("3ms", "3fs")) or gender == tag.endswith("3fs")
            if agrees and not (frame.source and governed(key, frame.source[0])):
                return frame
        elif frame.breaks is not None:
            return frame
    return None


def _between(sentences: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    low = bisect_left(sentences, (start, 0))
    high = bisect_left(sentences, (end, 0))
    return sentences[low:high]


def _candidate(key: str, frame: Frame, finder: Introducers) -> Candidate:
    return Candidate(
        cue=frame.cue,
        source=frame.source,
        content=tuple(frame.content),
        kind=kind_of(key, frame, finder.between(frame.content[0][0], frame.content[-1][1])),
        cue_class=frame.cue_class,
        carry=frame.carry,  # type: ignore[arg-type]
        confidence=round(max(frame.confidence, 0.05), 2),
        reasons=tuple(frame.reasons),
        mention=frame.mention,
        level=frame.level,
    )


GRAMMAR = ArabicGrammar()
