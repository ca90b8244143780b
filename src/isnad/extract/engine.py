"""The rule engine: folds a text, finds cues and quotes, asks the grammar of each language, and makes statements."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from itertools import chain, repeat
from typing import cast

from isnad.extract.base import Block, Candidate, Grammar, Range, View
from isnad.extract.described import Resolved
from isnad.extract.interviews import find_answers
from isnad.extract.nesting import shallow
from isnad.extract.quotes import find_quotes
from isnad.extract.speakers import resolve
from isnad.lang import LANGUAGES
from isnad.model import Segment, Span, Speaker, Statement, Text
from isnad.model.ids import statement_id
from isnad.text.fold import Folded, fold

SKIPPED = frozenset({"boilerplate", "related_link", "repeat", "pull_quote", "question"})


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, built on first use."""
    return cast(Grammar, import_module(f"isnad.extract.{language}.grammar").GRAMMAR)


@cache
def _joined(languages: frozenset[str]) -> frozenset[str]:
    """Cue words of these languages that may be broken by dots against filters."""
    written_so = languages & {"ar", "fa"}
    return frozenset(form for language in written_so for form in grammar(language).cues.forms if " " not in form)


def extract_by_rules(text: Text) -> tuple[Statement, ...]:
    """The statements of ``text``, in order of their cues, nested ones with their parent."""
    folded = fold(_unwrapped(text), _joined(frozenset(segment.language for segment in text.segments)))
    segments = [segment for segment in text.segments if segment.kind not in SKIPPED]
    out: list[Statement] = []
    for language in LANGUAGES:
        of_language = [segment for segment in segments if segment.language == language]
        if of_language:
            view = _view(folded, of_language, text, grammar(language))
            candidates = _with_answers(view, grammar(language).candidates(view))
            out.extend(_statements(text, view, candidates, language))
    out.sort(key=lambda s: (s.cue.start, s.content[0].start, s.id))
    return tuple(out)


def _unwrapped(text: Text) -> str:
    """The clean text with the line wraps inside a segment as spaces (the same length)."""
    clean = text.clean
    parts: list[str] = []
    at = 0
    for segment in text.segments:
        if "\n" in clean[segment.start : segment.end]:
            parts += [clean[at : segment.start], clean[segment.start : segment.end].replace("\n", " ")]
            at = segment.end
    return "".join([*parts, clean[at:]]) if parts else clean


def _view(folded: Folded, segments: list[Segment], text: Text, reader: Grammar) -> View:
    borders = folded.to_keys([position for s in segments for position in (s.start, s.end)])
    blocks = [
        Block(borders[2 * i], borders[2 * i + 1], segment.kind, segment.language, i)
        for i, segment in enumerate(segments)
    ]
    flat = folded.to_keys(list(chain.from_iterable(text.sentences)))
    sentences = list(zip(flat[::2], flat[1::2], strict=True))
    if len(blocks) != len(text.segments):
        sentences = _inside(sentences, blocks)
    ranges = [(block.start, block.end) for block in blocks]
    return View(folded, blocks, sentences, find_quotes(folded.key, ranges), reader.cues.find(folded.key, ranges))


def _inside(sentences: list[Range], blocks: list[Block]) -> list[Range]:
    out: list[Range] = []
    at = 0
    for start, end in sentences:
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        if at < len(blocks) and blocks[at].start <= start:
            out.append((start, end))
    return out


def _with_answers(view: View, candidates: list[Candidate]) -> list[Candidate]:
    """The grammar's candidates and the answers of an interview, whose labels are no statements of another kind."""
    answers = find_answers(view, candidates)
    labels = {answer.cue[1] for answer in answers}
    return (
        sorted([*answers, *(c for c in candidates if c.cue[1] not in labels)], key=lambda c: c.cue)
        if answers
        else candidates
    )


def _statements(text: Text, view: View, candidates: list[Candidate], language: str) -> list[Statement]:
    candidates, above = shallow(candidates)
    resolved = resolve(view, candidates, above)
    spans = _spans(text, view.folded, candidates, resolved)
    cues = [spans[candidate.cue] for candidate in candidates]
    sources = [spans[candidate.source] if candidate.source else None for candidate in candidates]
    contents = [tuple([spans[part] for part in candidate.content]) for candidate in candidates]
    ids = list(map(statement_id, repeat(text.document), cues, contents, sources))
    return [
        Statement(
            id=ids[i],
            document=text.document,
            kind=candidate.kind,
            cue=cues[i],
            source=sources[i],
            content=contents[i],
            speaker=_speaker(spans, who),
            parent=None if parent is None else ids[parent],
            confidence=round(max(0.05, candidate.confidence - who.doubt), 2),
            reasons=candidate.reasons + who.reasons,
            cue_class=candidate.cue_class,
            language=language,
        )
        for i, (candidate, who, parent) in enumerate(zip(candidates, resolved, above, strict=True))
    ]


def _spans(text: Text, folded: Folded, candidates: list[Candidate], resolved: list[Resolved]) -> dict[Range, Span]:
    """The spans of all ranges of the key; a source and its speaker are often one range."""
    ranges = {candidate.cue for candidate in candidates}.union(*[candidate.content for candidate in candidates])
    ranges.update(candidate.source for candidate in candidates if candidate.source)
    ranges.update(who.name for who in resolved if who.name)
    filled = [where for where in ranges if where[0] < where[1]]
    places = zip(filled, folded.text_ranges([start for start, _ in filled], [end for _, end in filled]), strict=True)
    spans = {where: Span(start, end, text.clean[start:end]) for where, (start, end) in places}
    for where in ranges.difference(filled):
        start, end = folded.text_range(*where)
        spans[where] = Span(start, end, "")
    return spans


def _speaker(spans: dict[Range, Span], who: Resolved) -> Speaker:
    if who.name is None:
        return Speaker(None, "unnamed", nameless=who.nameless, again=who.again)
    mention = spans[who.name]
    return Speaker(_unquoted(mention.text), who.type, mention)


def _unquoted(name: str) -> str:
    """A name without the quotation marks around it; marks around a part of it («سایت «موج»») stay."""
    bare = name.strip("«»“”\"' ")
    whole = bare.count("«") == bare.count("»") and bare.count("“") == bare.count("”") and not bare.count('"') % 2
    return bare if whole else name.strip()
