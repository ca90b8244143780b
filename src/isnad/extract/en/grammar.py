"""The English grammar: paragraphs to words, words to sentences, sentences to statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from msgspec.structs import replace

from isnad.extract.base import Block, Candidate, CueMatch, Mention, Range, View
from isnad.extract.en.clauses import Subject
from isnad.extract.en.doubts import doubt
from isnad.extract.en.lexicon import CUES, FIRST_PERSON, INFO, RELATIVES
from isnad.extract.en.mentions import mention
from isnad.extract.en.phrases import phrase_back
from isnad.extract.en.prefixes import speaker_lines, without_topics
from isnad.extract.en.pronouns import with_antecedents
from isnad.extract.en.quotations import in_single, quotations
from isnad.extract.en.reading import REPORTED, drafts_of, reports
from isnad.extract.en.scene import Draft, Scene, Spot
from isnad.extract.en.sentences import sentences
from isnad.extract.en.tagger import read_words
from isnad.extract.en.words import Words

_REPORTING = frozenset({"that", "quote"})
_QUOTED = re.compile("[567Q]")
# «PORT CALDER, Sept. 4 (Meridian Press) -»: where a report was written, no part of its first sentence.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/-]*[A-Z]\.?(?: [A-Z][A-Z.'’/-]*)*(?:, [^()\n\"“”:;!?—–]{2,40}?)? ?(?:\([^()\n]{2,40}\))?"
    r"|(?:[A-Z][\w.'’-]*,? |\d+,? ){1,6}\((?![A-Z]-)[A-Z][^()\n]{1,40}\))(?: -+ ?| ?[—–]+ ?)(?=[^\W\d_]|[\"“'‘«])"
)


class English:
    """The grammar of English; stateless, built once."""

    language = "en"
    cues = CUES

    def candidates(self, view: View) -> list[Candidate]:
        """All statements of the view, in order of their cues."""
        out: list[Candidate] = []
        key, cased = view.folded.key, view.folded.cased
        outer = quotations(key, view.quotes, [(b.start, b.end) for b in view.blocks])
        cue_at = quote_at = 0
        lines = speaker_lines(key, cased, view.blocks)
        for number, block in enumerate(view.blocks):
            quotes: list[Range] = []
            while quote_at < len(outer) and outer[quote_at][0] < block.end:
                if outer[quote_at][0] >= block.start:
                    quotes.append((outer[quote_at][0], min(outer[quote_at][1], block.end)))
                quote_at += 1
            cues: list[CueMatch] = []
            while cue_at < len(view.cues) and view.cues[cue_at].start < block.end:
                cues.append(view.cues[cue_at])
                cue_at += 1
            if number and out and (quotes or not out[-1].content or block.kind == "list_item"):
                last = _reaching(out)
                out[last] = _going_on(key, out[last], quotes, block, view.blocks[number - 1])
                if not out[last].content:
                    del out[last]
            if number in lines:
                out.append(lines[number])
            elif cues:
                out.extend(_block(key, cased, block, quotes, cues))
        found = without_topics(key, [candidate for candidate in out if candidate.content])
        found.sort(key=lambda c: c.cue)
        return with_antecedents(view, found)


def _reaching(out: list[Candidate]) -> int:
    """Which of the last candidates may go on in the next paragraph: the last, or a quotation that holds on longer
    («“Never,” X told Y when asked why. “…»)."""
    last = len(out) - 1
    if last and out[last].content and out[last].kind == "indirect" and out[last - 1].kind == "direct":
        before = out[last - 1].content
        if before and before[-1][1] > out[last].content[-1][1]:
            return last - 1
    return last


def _only_quotes(key: str, block: Block, quotes: list[Range]) -> bool:
    """Whether a paragraph is quotations and nothing else."""
    at = block.start
    for start, end in quotes:
        if key[at:start].strip():
            return False
        at = end
    return not key[at : block.end].strip(" .\n")


def _other_marks(key: str, last: Candidate, quotation: Range) -> bool:
    """Whether a quotation in single marks follows words in double ones: a heading between paragraphs, not more."""
    return bool(last.content) and in_single(key, quotation[0]) and not in_single(key, last.content[-1][0])


def _going_on(key: str, last: Candidate, quotes: list[Range], block: Block, before: Block) -> Candidate:
    """A statement whose words go on in the paragraph after it: quotations, or what follows a colon."""
    colon = key[before.start : before.end].rstrip().endswith(":")
    reach = last.content[-1][1] if last.content else last.cue[1]
    if max(reach, last.cue[1]) < before.end - (200 if reach >= before.start else 0) and not colon:
        return last
    if last.cue[0] < before.start and reach <= before.start:
        return last
    if quotes and _only_quotes(key, block, quotes):
        if (last.kind == "indirect" and not colon) or _other_marks(key, last, quotes[0]):
            return last
        return replace(last, content=(*last.content, *quotes))
    if not last.content or (block.kind == "list_item" and (colon or before.kind == "list_item")):
        end = block.start + len(key[block.start : block.end].rstrip(" .\n"))
        if quotes and quotes[0][0] == block.start:
            end = quotes[0][1]
        return replace(last, content=(*last.content, (block.start, end)))
    return last


def _block(key: str, cased: str, block: Block, quotes: list[Range], cues: list[CueMatch]) -> list[Candidate]:
    dateline = _DATELINE.match(cased, block.start, block.end)
    start = dateline.end() if dateline else block.start
    words = read_words(key, cased, start, block.end, quotes, _is_title(cased, block))
    spots = _spots(words, cues)
    reporting = frozenset([i for i, spot in spots.items() if "quote" in spot.info.verb])
    out: list[Candidate] = []
    ranges = sentences(words, cased, reporting)
    places = list(spots)
    for number, (low, high) in enumerate(ranges):
        firsts = places[bisect_left(places, low) : bisect_left(places, high)]
        if not firsts and words.tags[low] != "i":
            continue  # without a cue only a survey («In a poll …») makes a statement
        drafts = drafts_of(Scene(words, low, high, spots, firsts))
        if block.kind == "answer":
            drafts = [d for d in drafts if not _witnessed(words, d)]
        out.extend([_candidate(words, _continued(words, draft, ranges, number)) for draft in drafts])
    for start, end in quotes:
        if inner := cues[bisect_right(cues, start, key=_start) : bisect_left(cues, end, key=_start)]:
            out.extend(_inside_quotation(key, cased, (start + 1, end - 1), inner))
    return out


_start = attrgetter("start")


def _witnessed(words: Words, draft: Draft) -> bool:
    """«I saw flares» in an answer: his own account, which the answer already is."""
    return (
        draft.cue_class == "perception" and draft.source is not None and words.word(draft.source.start) in FIRST_PERSON
    )


def _is_title(cased: str, block: Block) -> bool:
    """Whether a paragraph is written with Capitals as Headlines Are."""
    if block.end - block.start > 200 or (block.kind != "headline" and block.number > 2):
        return False
    long = [word for word in cased[block.start : block.end].split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _inside_quotation(key: str, cased: str, within: Range, cues: list[CueMatch]) -> list[Candidate]:
    """Statements that a speaker hands on inside his own words."""
    infos = [INFO[key[cue.start : cue.end]] for cue in cues]
    if REPORTED.isdisjoint(info.cue_class for info in infos) or all(info.verb.isdisjoint(_REPORTING) for info in infos):
        return []
    words = read_words(key, cased, *within, [])
    spots = _spots(words, cues)
    places = list(spots)
    out: list[Candidate] = []
    for low, high in sentences(words, cased, frozenset()):
        if firsts := places[bisect_left(places, low) : bisect_left(places, high)]:
            scene = Scene(words, low, high, spots, firsts)
            out.extend([_candidate(words, draft) for draft in drafts_of(scene) if reports(scene, draft)])
    return out


def _continued(words: Words, draft: Draft, ranges: list[tuple[int, int]], number: int) -> Draft:
    """With the sentences after it that are quotations and nothing else."""
    if draft.kind == "indirect" or not any(_QUOTED.search(words.tags, a, b) for a, b in draft.contents):
        return draft
    if draft.contents[-1][1] < ranges[number][1] - 1 and draft.cue[1] < ranges[number][1] - 40:
        return draft
    contents = list(draft.contents)
    for low, high in ranges[number + 1 :]:
        if words.tags[low:high].strip("567Q.,"):
            break
        contents.append((low, high))
    return replace(draft, contents=tuple(contents))


def _spots(words: Words, cues: list[CueMatch]) -> dict[int, Spot]:
    out: dict[int, Spot] = {}
    starts, ends = words.starts, words.ends
    start, size = 0, len(starts)
    for cue in cues:
        start = bisect_left(starts, cue.start, start)
        if start >= size or starts[start] != cue.start:
            continue
        end = start + 1
        while end < size and starts[end] < cue.end:
            end += 1
        if ends[end - 1] == cue.end:
            out[start] = Spot(start, end, INFO[words.key[cue.start : cue.end]])
    return out


def _candidate(words: Words, draft: Draft) -> Candidate:
    source = draft.source
    speaker = _mention(words, source) if source else None
    less, why = doubt(words, draft, speaker)
    own = source is not None and words.key[words.starts[source.start] : words.ends[source.end - 1]] in FIRST_PERSON
    return Candidate(
        cue=(words.starts[draft.cue[0]], words.ends[draft.cue[1] - 1]),
        source=(words.starts[source.start], words.ends[source.end - 1]) if source else None,
        content=tuple([(words.starts[a], words.ends[b - 1]) for a, b in draft.contents]),
        kind=draft.kind,
        cue_class=draft.cue_class,
        carry="unnamed" if draft.carry else "self" if own else "",
        confidence=draft.confidence - less,
        reasons=draft.reasons + why,
        mention=speaker,
    )


def _mention(words: Words, source: Subject) -> Mention:
    """The reading of a source; «who» is the noun phrase before it («Brook, who said …»)."""
    start, end = source.start, source.end
    if source.how == "relative" and words.word(start) in RELATIVES:
        end = start - (words.tags[start - 1 : start] == ",")
        start = phrase_back(words.tags, end, 0)
        if start >= end or words.tags[start:end] in ("d", "o", "p"):  # «those who said»
            return Mention("unnamed", None, "unnamed", plural=True)
        who = mention(words, start, end)
        phrase = (words.starts[start], words.ends[end - 1])
        return replace(who, phrase=phrase) if who.refers == "description" else who
    return mention(words, start, end)


GRAMMAR = English()
