"""The inside of a report: list items, questions and answers, subheads, headlines of other stories, lead."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from isnad.text.draft import MARKER, QUESTION_SIGN, Draft, unclaimed

_QUESTION_MARK = ("؟", "?")
_LONGEST_QUESTION = 420
_LEAST_STARRED = 2
_LEAST_TURNS = 3
_LABEL = re.compile(r"([^\W\d][^:\n.!?؟«»\"“”()]{0,29}?)\s?:\s")
_LEAST_PLAIN = 3
_DASHES = ("-", "–", "—", "ـ")
_MOSTLY = 0.75
"""Share of the turns of who asks that end in a question mark."""
# «(واس)», "— Harbour Wire" on the last line
_TAIL_CREDIT = re.compile(
    r"[(\[][^()\[\]\d.؟?!: ]{2,30}(?: [^()\[\]\d.؟?!: ]+){0,2}[)\]]\.?|[—–]{1,2}\s?[^\d.؟?!:،,«»“”\"]{2,40}"
)
_SUBHEAD_WORDS = 8
_LINK_WORDS = 22
_LONG_PARAGRAPH = 15
_INNER_STOP = re.compile(r"[.!؟?](?=\s+\S)")
# Words that continue a story and begin no headline.
_CONTINUES = re.compile(r"(?:و[^\W\d_]{2,}|ف[^\W\d_]{3,}|كما|لكن|ثم|إذ|حيث|وی|او|همچنین|اما|But|And|He|She|They|It)\b")
_HEADLINE_SIGN = re.compile(r"\w\s?(?:…|\.\.+|\|)\s?\S")


def mark_structure(drafts: list[Draft]) -> None:
    """Claims list items, interview questions with their answers, subheads, foreign headlines and the lead."""
    _mark_tail_credit(drafts)
    _mark_transcript(drafts)
    _mark_dialogue(drafts)
    _mark_interview(drafts)
    _mark_lists(drafts)
    _mark_inner(drafts)
    _mark_lead(drafts)


def _mark_tail_credit(drafts: list[Draft]) -> None:
    """The agency in brackets or behind a dash, alone on the last line of the text."""
    open_drafts = unclaimed(drafts)
    if len(open_drafts) < 2:
        return
    last, before = open_drafts[-1], open_drafts[-2]
    if last.words <= 5 and before.words >= 10 and _TAIL_CREDIT.fullmatch(last.text):
        last.mark("credit", "a name in brackets or behind a dash on the last line")


def _mark_lists(drafts: list[Draft]) -> None:
    """Lines with a marker; a single one counts only below a line that announces a list."""
    items = [draft for draft in unclaimed(drafts) if MARKER.match(draft.text)]
    if not items:
        return
    before: dict[int, Draft] = {id(draft): previous for previous, draft in pairwise(drafts)}
    for draft in items:
        previous = before.get(id(draft))
        announced = previous is not None and previous.text.endswith(":")
        if len(items) > 1 or announced:
            draft.mark("list_item", "starts with a list marker")


def _is_question(draft: Draft) -> bool:
    """One question to somebody: no prose with a question at its end, no quotation."""
    if not draft.text.endswith(_QUESTION_MARK) or len(draft.text) > _LONGEST_QUESTION:
        return False
    if _CONTINUES.match(draft.text) or MARKER.match(draft.text) or draft.text[0] in '«“"':
        return False
    return len(_INNER_STOP.findall(draft.text)) <= 2 and draft.words >= 3


def _mark_transcript(drafts: list[Draft]) -> None:
    """Questions and answers that each begin with who speaks («قنديل: …؟», «الشلبي: …»): two labels that take turns, and
    the first of them asks."""
    open_drafts = unclaimed(drafts)
    labelled = [(draft, match[1]) for draft in open_drafts if (match := _LABEL.match(draft.text))]
    if any(QUESTION_SIGN.match(draft.text) for draft, _ in labelled):
        return
    turns = Counter(label for _, label in labelled)
    if len(turns) < 2:
        return
    (first, _), (second, less) = turns.most_common(2)
    asked = {
        label: sum(draft.text.endswith(_QUESTION_MARK) for draft, own in labelled if own == label)
        for label in (first, second)
    }
    asker, told = max(asked, key=lambda label: asked[label]), min(asked, key=lambda label: asked[label])
    order = [label for _, label in labelled if label in asked]
    turned = sum(a != b for a, b in pairwise(order))
    if less < _LEAST_TURNS or asker == told or 2 * asked[asker] <= turns[asker] or turned < 0.8 * (len(order) - 1):
        return
    own = {id(draft): label for draft, label in labelled}
    last = max(draft.start for draft, label in labelled if label == told)
    answering = False
    for draft in open_drafts:
        label = own.get(id(draft), "")
        if label == asker:
            draft.mark("question", "begins with the name of who asks")
            answering = False
        elif label == told or (answering and not label and draft.start < last):
            draft.mark("answer", "begins with the name of who answers, or goes on")
            answering = True


def _mark_dialogue(drafts: list[Draft]) -> None:
    """Turns that each begin with a dash («– كم كانوا؟», «– أربعة.»): the first asks, the second answers, and so on."""
    lines = [draft for draft in unclaimed(drafts) if draft.text[:1] in _DASHES]
    first = next((n for n, draft in enumerate(lines) if draft.text.endswith(_QUESTION_MARK)), len(lines))
    asked, told = lines[first::2], lines[first + 1 :: 2]
    questions, others = (sum(draft.text.endswith(_QUESTION_MARK) for draft in own) for own in (asked, told))
    if len(told) < _LEAST_TURNS or questions < _MOSTLY * len(asked) or others > (1 - _MOSTLY) * len(told):
        return
    for draft in asked:
        draft.mark("question", "the turn of who asks, behind a dash")
    for draft in told:
        draft.mark("answer", "the turn of who answers, behind a dash")


def _mark_interview(drafts: list[Draft]) -> None:
    """Questions to somebody and what follows them, where the document has the shape of an interview."""
    open_drafts = unclaimed(drafts)
    questions = _questions(open_drafts)
    if not questions:
        return
    last = max(draft.start for draft in questions)
    asked = {id(draft) for draft in questions}
    answering = False
    for draft in open_drafts:
        if id(draft) in asked:
            draft.mark("question", "a question with an answer below it")
            answering = True
        elif answering and (draft.words > _SUBHEAD_WORDS or draft.is_final()):
            draft.mark("answer", "follows a question")
            # Behind the last answer the report goes on in its own words.
            answering = draft.start < last


def _questions(drafts: list[Draft]) -> list[Draft]:
    asking = {id(draft) for draft in drafts if draft.text.endswith(_QUESTION_MARK)}
    if not asking:
        return []
    signed = [draft for draft in drafts if id(draft) in asking and QUESTION_SIGN.match(draft.text)]
    pairs = [(draft, after) for draft, after in pairwise(drafts) if id(draft) in asking]
    starred = [draft for draft, after in pairs if _is_starred(draft, after)]
    plain = [d for d, after in pairs if _is_question(d) and not _is_question(after) and after.words > _SUBHEAD_WORDS]
    if not signed:
        # An essay asks now and then; only who asks again and again is interviewing somebody.
        starred = starred if len(starred) >= _LEAST_STARRED else []
        plain = plain if len(plain) >= _LEAST_PLAIN or starred else []
    return [*signed, *starred, *plain]


def _is_starred(draft: Draft, after: Draft) -> bool:
    """«* …؟» with «- …» or a plain paragraph below it."""
    return bool(MARKER.match(draft.text)) and draft.text[0] != after.text[0] and not after.text.endswith(_QUESTION_MARK)


def _mark_inner(drafts: list[Draft]) -> None:
    """Short lines without a full stop between two paragraphs: subheads, and headlines of other stories."""
    inner = [draft for draft in drafts if draft.kind in (None, "answer", "list_item", "headline", "subhead")]
    long = [draft for draft in inner if draft.words >= _LONG_PARAGRAPH]
    closed = sum(draft.is_final() for draft in long)
    tidy = len(long) >= 4 and closed >= 0.8 * len(long)
    for previous, draft, after in zip(inner, inner[1:], inner[2:], strict=False):
        if draft.kind is not None or not _could_head(draft) or after.words < 10:
            continue
        if draft.words <= _SUBHEAD_WORDS and (previous.is_final() or previous.kind == "headline"):
            draft.mark("subhead", "a short line without a full stop between two paragraphs")
        elif tidy and previous.is_final() and previous.words >= 12 and _is_foreign(draft, after):
            draft.mark("related_link", "a line shaped as a headline between two paragraphs of the text")


def _could_head(draft: Draft) -> bool:
    if not 2 <= draft.words <= _LINK_WORDS or len(draft.text) > 140 or draft.is_final():
        return False
    return not draft.text.endswith((":", "،", ",", "؛", ";")) and draft.text.count("«") == draft.text.count("»")


def _is_foreign(draft: Draft, after: Draft) -> bool:
    """Whether it is another story's headline and not a sentence that lost its full stop."""
    if _CONTINUES.match(draft.text) or after.words < 12:
        return False
    return bool(_HEADLINE_SIGN.search(draft.text))


def _mark_lead(drafts: list[Draft]) -> None:
    """The first paragraph under a headline."""
    if not any(draft.kind == "headline" for draft in drafts):
        return
    for draft in drafts:
        if draft.kind in ("list_item", "question"):
            return
        if draft.kind is None and draft.words >= 10:
            draft.mark("lead", "the first paragraph under the headline")
            return
