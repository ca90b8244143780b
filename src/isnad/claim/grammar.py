"""What the words of a stretch do: small words, finite verbs, verbs of events, concepts, and where clauses may begin."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from isnad.claim.scan import Scan, Stretch
from isnad.claim.words import CUT, MOOD, PREPOSITION, Sense, Use, Verb, phrases_at

VerbAt = tuple[int, int, Verb]
"""First word, end, verb."""

_FINITE = Use.VERB | Use.ACTIVE | Use.PASSIVE
_MARKS = Use.HARD | Use.SOFT
_NOUN_FORMS = frozenset({"base", "s"})
_OPENS = Use.NEGATIVE | Use.VERB | CUT
_BEFORE_A_VERB = frozenset({"لم", "ولم", "فلم", "لن", "ولن", "فلن"})
"""Arabic negations that stand before finite verbs only, known or not."""
_NOUN_PLACE = Use.IN | Use.ON | Use.OTHER | Use.BY | Use.WITH | Use.BETWEEN | Use.PASSIVE


class Grammar(msgspec.Struct, frozen=True, gc=False):
    """What was found in a stretch, each in order of the text. ``uses``: word → `Use` bits; ``moods`` those that colour;
    ``cuts``: where a clause may begin, and whether one must; ``concepts``: words that may begin a concept's name."""

    uses: dict[int, int]
    verbs: list[VerbAt]
    finite: list[int]
    moods: list[tuple[int, int]]
    cuts: list[tuple[int, bool]]
    concepts: list[int]


def read_grammar(scan: Scan, stretch: Stretch) -> Grammar:
    """Reads the words of a stretch, each once."""
    uses: dict[int, int] = {}
    verbs: list[VerbAt] = []
    finite = [first for first, _ in stretch.cues if first >= stretch.first]
    moods: list[tuple[int, int]] = []
    cuts: list[tuple[int, bool]] = []
    concepts: list[int] = []
    free = inside = idiom = stretch.first
    senses = scan.senses
    hits, first = scan.hits, stretch.first
    for at in hits[bisect_left(hits, first) : bisect_left(hits, stretch.end)]:
        sense = senses[at]
        assert sense is not None
        if sense.quiet:
            if at >= idiom:
                concepts.append(at)
            continue
        use, end, verb, border = sense.uses, at + 1, None, at + 1
        if sense.phrases:
            use, end, verb, border = _with_phrases(scan, sense, at, stretch.end)
        if use & Use.IDIOM:
            idiom = max(idiom, border)
        if (sense.concept or sense.longer) and at >= idiom:
            concepts.append(at)
        if at < inside:
            use &= ~(CUT | MOOD)  # «در حالی که» begins one clause, not two; «لا غير» denies nothing
        inside = max(inside, border)
        if use:
            uses[at] = use
            if use & MOOD:
                moods.append((at, use & MOOD))
            if use & _MARKS:
                _mark(scan, stretch, at, use, cuts)
                continue
        is_finite = False
        if at >= free and at >= idiom:
            if verb is None and sense.verbs and _is_verb(scan, stretch, sense, at, uses):
                verb, end = _choose(sense.verbs, uses.get(at - 1, 0), stretch.language), at + 1
            if verb is not None:
                verbs.append((at, end, verb))
                free = end
                is_finite = verb.form != "ing"
            else:
                is_finite = bool(use & _FINITE) or scan.texts[at] in _BEFORE_A_VERB
            if is_finite:
                finite.append(at)
        if at > first and (use & CUT or (use & Use.JOINED and (is_finite or use & _OPENS))):
            cuts.append((at, False))
    if stretch.cues:
        finite.sort()
    return Grammar(uses, verbs, finite, moods, cuts, concepts)


def _mark(scan: Scan, stretch: Stretch, at: int, use: int, cuts: list[tuple[int, bool]]) -> None:
    """Signs: a semicolon ends a clause, a comma may; «10:30» and "post-war" are words."""
    if use & Use.HARD:
        if scan.texts[at] != ":" or at + 1 >= stretch.end or scan.ends[at] < scan.starts[at + 1]:
            cuts.append((at + 1, True))
    elif at > stretch.first and (scan.texts[at] != "-" or scan.ends[at - 1] < scan.starts[at]):
        cuts.append((at, False))


def _with_phrases(scan: Scan, sense: Sense, at: int, stop: int) -> tuple[int, int, Verb | None, int]:
    """The uses of the word at ``at`` and of the phrases it begins, the first verb of several words among them, and the
    end of the longest phrase that begins a clause or colours it."""
    use, end, longest = sense.uses, at + 1, at + 1
    verb: Verb | None = None
    for phrase in phrases_at(sense, scan.texts, at, stop):
        after = at + 1 + len(phrase.rest)
        if not use & Use.NONE:
            # A longer phrase that colours nothing («لم تكن آخر») holds the shorter one that would («لم تكن»).
            use = phrase.uses if phrase.uses & Use.NONE else use | phrase.uses
        longest = max(longest, after if phrase.uses & (CUT | MOOD | Use.IDIOM) else at + 1)
        if phrase.verb is not None and verb is None:
            verb, end = phrase.verb, after
    return use, end, verb, longest


def _choose(verbs: tuple[Verb, ...], before: int, language: str) -> Verb:
    """The reading of a spelling that may be several forms."""
    if language == "en" and before & Use.PASSIVE:
        for verb in verbs:
            if verb.form in ("pp", "ed"):
                return verb
    return verbs[0]


def _is_verb(scan: Scan, stretch: Stretch, sense: Sense, at: int, uses: dict[int, int]) -> bool:
    """Whether a word that may also be a noun is a verb here."""
    before = uses.get(at - 1, 0)
    if stretch.language == "en":
        return _english_verb(scan, stretch, sense, at, before)
    if stretch.language == "ar" and sense.concept is not None:
        # «قتل» is killing and killed: behind a preposition, or as the second part of a noun, it is the noun.
        if before & _NOUN_PLACE:
            return False
        if scan.texts[at].endswith("ه") and scan.ends_in_ta(at):
            return False  # «قادة» are leaders and not "led him"
        if scan.texts[at].endswith("وا"):
            return True  # «ضباط اجتمعوا»: no noun ends so
        previous = scan.senses[at - 1] if at > stretch.first else None
        return not (previous is not None and previous.concept is not None and not sense.uses & Use.JOINED)
    return True


def _english_verb(scan: Scan, stretch: Stretch, sense: Sense, at: int, before: int) -> bool:
    forms = {verb.form for verb in sense.verbs}
    if before & Use.VERB_BEFORE:
        return True
    if before & Use.NOUN_BEFORE:
        return False
    if forms <= _NOUN_FORMS and sense.concept is not None:
        if scan.texts[at - 1].endswith(("'s", "’s")):
            return False
        # "attacks" is a verb behind a name or a pronoun, and a noun elsewhere.
        return bool(before & Use.SUBJECT) or (
            at > stretch.first and scan.folded.cased[scan.starts[at - 1]].isupper() and not before
        )
    if "ing" in forms:
        return bool(before & Use.PASSIVE) or sense.concept is None or _takes_object(scan, stretch, at + 1)
    if forms & {"ed", "pp", "past"} and at > stretch.first and not before:
        return not _adjective(scan, stretch, at)
    return True


def _takes_object(scan: Scan, stretch: Stretch, at: int) -> bool:
    """ "shelling the harbour": an article, a number or a name follows; "shelling of the harbour" is a noun."""
    if at >= stretch.end:
        return False
    word, sense = scan.texts[at], scan.senses[at]
    if word[0].isdecimal() or word in ("the", "a", "an", "his", "her", "their", "its"):
        return True
    return scan.folded.cased[scan.starts[at]].isupper() and (sense is None or not sense.uses & PREPOSITION)


def _adjective(scan: Scan, stretch: Stretch, at: int) -> bool:
    """ "two injured dockers": a participle between a number and a noun."""
    if scan.texts[at - 1][0].isdecimal() and at + 1 < stretch.end:
        after = scan.senses[at + 1]
        return after is not None and after.concept is not None
    return False
