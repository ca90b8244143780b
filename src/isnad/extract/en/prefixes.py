"""«Name: content»: headlines, interview transcripts and dialogue, where the colon is the cue."""

from __future__ import annotations

import re

from isnad.extract.base import Block, Candidate, Range
from isnad.extract.en.lexicon import HEADS, LABELS, OPINIONS, TITLES
from isnad.extract.en.mentions import mention
from isnad.extract.en.tagger import read_words
from isnad.extract.en.words import Words

_LEFT = re.compile(r"[-*• ]*([^:.!?«»\"\n]{2,70}?) ?:(?= |\n|['’«\"])")
_NAME = re.compile(r"[nNSA'-]*N[nNS'-]*(?:i[nNS]+)?|[nNS]*[nNS]")
_HEADLINE_LENGTH = 180
_HEADLINE = "headline with a colon"
_FACT_BOX = 3
"""Labels in capitals, each of them once, from which they are the points of a fact box."""


def speaker_lines(key: str, cased: str, blocks: list[Block]) -> dict[int, Candidate]:
    """Block number (its place in the list) → the statement of its «Name: …», for headlines and transcripts."""
    found: list[tuple[int, Words, Range, int]] = []
    counts: dict[str, int] = {}
    for number, block in enumerate(blocks):
        colon = key.find(":", block.start, min(block.end, block.start + 74))
        if colon < 0:
            continue
        match = _LEFT.match(key, block.start, block.end)
        if match is None or match.end() >= block.end or key[match.start(1) : match.end(1)] in LABELS:
            continue
        words = read_words(key, cased, match.start(1), match.end(1), [])
        if len(words.tags) > 9 or not _speaks(words, cased[match.start(1) : match.end(1)]):
            continue
        name = key[match.start(1) : match.end(1)]
        counts[name] = counts.get(name, 0) + 1
        found.append((number, words, (match.start(1), match.end(1)), match.end()))
    out: dict[int, Candidate] = {}
    shouted = [key[slice(*place)] for _, _, place, _ in found if cased[slice(*place)].isupper()]
    # Speakers of a transcript have several turns; a fact box has a label for each of its points («THE DEAD: …»).
    labelled = len(shouted) >= _FACT_BOX and len(set(shouted)) == len(shouted)
    for number, words, place, after in found:
        block = blocks[number]
        left = cased[place[0] : place[1]]
        if labelled and left.isupper():
            continue
        headline = block.kind == "headline" or (number < 3 and block.end - block.start < _HEADLINE_LENGTH)
        turns = counts[left.lower()] > 1 and len(words.tags) <= 4
        if (headline and block.end - block.start < _HEADLINE_LENGTH) or left.isupper() or turns:
            out[number] = _statement(key, block, words, place, after, headline)
    return out


def without_topics(key: str, found: list[Candidate]) -> list[Candidate]:
    """Without «Londonderry: Three held»: a name before a headline's colon is a topic where the text below lets others
    speak and never the one who is named so."""
    if not any(_HEADLINE in c.reasons for c in found):
        return found
    speaking = [
        key[slice(*c.mention.name)] for c in found if c.mention and c.mention.name and c.reasons != (_HEADLINE,)
    ]
    known = {word for name in speaking for word in name.split()}
    return [c for c in found if c.reasons != (_HEADLINE,) or not speaking or _may_speak(key, c, known)]


def _may_speak(key: str, headline: Candidate, known: set[str]) -> bool:
    named = headline.mention
    if named is None or named.name is None or named.type != "person":
        return True
    name = key[slice(*named.name)].split()
    return headline.source != named.name or name[-1] in known or len(name) > 1


def _speaks(words: Words, cased: str) -> bool:
    if cased.isupper():
        return len(words.tags) <= 4
    if not _NAME.fullmatch(words.tags):
        return False
    plain = [words.word(i) for i, tag in enumerate(words.tags) if tag in "nSA"]
    known = all(word in HEADS or word.rstrip(".") in TITLES for word in plain)
    return known and ("N" in words.tags or plain[-1] in OPINIONS)


def _statement(key: str, block: Block, words: Words, name: Range, after: int, headline: bool) -> Candidate:
    start, end = after, block.end
    while start < end and key[start] in " \n":
        start += 1
    while end > start and key[end - 1] in " \n.":
        end -= 1
    return Candidate(
        cue=(after - 1, after),
        source=name,
        content=((start, end),),
        kind="direct" if not headline or key[start] in "«\"'’" else "indirect",
        cue_class="speech",
        carry="",
        confidence=0.75 if headline else 0.9,
        reasons=(_HEADLINE,) if headline else ("speaker's name with a colon",),
        mention=mention(words, 0, len(words.tags)),
    )
