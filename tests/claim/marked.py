"""Marked sentences: texts, mentions and statements made from them, and what must be found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from factory import text

from isnad.claim import claims
from isnad.claim.values import read_values
from isnad.lang.tables import read_table
from isnad.model import Claim, Mention, Span, Speaker, Statement, Text
from isnad.model.entity import MentionKind
from isnad.model.ids import statement_id

FOLDER = Path(__file__).parent / "examples"
COLUMNS = ("marked", "event", "polarity", "modality")
_MARK = re.compile(r"\{(\w+)(?:/(\w))?:|\}")
_KINDS: dict[str | None, MentionKind] = {None: "person", "o": "organisation", "p": "place"}
ROLES = ("agent", "patient", "partner", "other")


@dataclass
class Marked:
    """A sentence without its marks, and the places of the marks: (name, kind letter, start, end)."""

    words: str = ""
    marks: list[tuple[str, str | None, int, int]] = field(default_factory=list)

    def place(self, name: str) -> tuple[int, int] | None:
        """Where the first mark of a name stands."""
        return next(((start, end) for mark, _, start, end in self.marks if mark == name), None)


def unmarked(marked: str) -> Marked:
    """Takes the marks out of a sentence; they may nest."""
    found = Marked()
    parts: list[str] = []
    open_marks: list[tuple[str, str | None, int]] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        piece = marked[at : match.start()]
        parts.append(piece)
        length += len(piece)
        at = match.end()
        if match.group() == "}":
            name, kind, start = open_marks.pop()
            found.marks.append((name, kind, start, length))
        else:
            open_marks.append((match[1], match[2], length))
    found.words = "".join([*parts, marked[at:]])
    found.marks.sort(key=lambda mark: mark[2])
    return found


def mentions_of(of: Text, found: Marked, language: str) -> tuple[Mention, ...]:
    """The names among the marks."""
    script = "latin" if language == "en" else "arabic"
    out = []
    for name, kind, start, end in found.marks:
        if name in (*ROLES, "place"):
            span = of.span(start, end)
            out.append(Mention(of.document, span, _KINDS[kind], span, language, script))  # type: ignore[arg-type]
    return tuple(out)


def statements_of(of: Text, found: Marked, language: str) -> tuple[Statement, ...]:
    """The statement of the marks ``cue`` and ``said``, if there is one."""
    cue, said = found.place("cue"), found.place("said")
    if cue is None or said is None:
        return ()
    cue_span, content = of.span(*cue), (of.span(*said),)
    name = statement_id(of.document, cue_span, content, None)
    return (
        Statement(
            name, of.document, "indirect", cue_span, None, content, Speaker(None, "unnamed"), None, 1.0, (),
            language=language,
        ),
    )  # fmt: skip


def read(marked: str, language: str) -> tuple[Marked, tuple[Claim, ...]]:
    """The claims of a marked sentence."""
    found = unmarked(marked)
    of = text(found.words)
    mentions = mentions_of(of, found, language)
    return found, claims(of, statements_of(of, found, language), mentions, read_values(of, None))


def _spans(found: Marked, name: str) -> list[str]:
    return sorted(found.words[start:end] for mark, _, start, end in found.marks if mark == name)


def _texts(spans: list[Span]) -> list[str]:
    return sorted(span.text for span in spans)


def faults(language: str) -> list[str]:
    """Every example of a language that is read otherwise than it is marked."""
    out = []
    for row in read_table(FOLDER / f"{language}.tsv", COLUMNS):
        wrong = _wrong(row, language)
        if wrong:
            out.append(f"{row['@']} {unmarked(row['marked']).words}\n  " + "\n  ".join(wrong))
    return out


def _wrong(row: dict[str, str], language: str) -> list[str]:
    found, got = read(row["marked"], language)
    word = _spans(found, "event")
    fitting = [claim for claim in got if (claim.event_span.text if claim.event_span else None) in (word or (None,))]
    if not fitting or (row["event"] and not word):
        told = [(claim.event, claim.event_span and claim.event_span.text) for claim in got]
        return [f"event: wanted {row['event']!r} at {word}, found {told}"]
    claim = fitting[0]
    wanted = {"event": row["event"], "polarity": row["polarity"], "modality": row["modality"]}
    have = {"event": claim.event or "", "polarity": claim.polarity, "modality": claim.modality}
    out = [f"{name}: wanted {wanted[name]!r}, found {have[name]!r}" for name in wanted if wanted[name] != have[name]]
    for role in ROLES:
        names = _texts([who.span for who in claim.participants if who.role == role])
        if names != _spans(found, role):
            out.append(f"{role}: wanted {_spans(found, role)}, found {names}")
    place, time = found.place("place"), found.place("time")
    if (claim.place.text if claim.place else None) != (found.words[slice(*place)] if place else None):
        out.append(f"place: wanted {place and found.words[slice(*place)]}, found {claim.place and claim.place.text}")
    if time and (claim.time is None or found.words[slice(*time)] not in claim.time.span.text):
        out.append(f"time: wanted {found.words[slice(*time)]}, found {claim.time and claim.time.span.text}")
    return out
