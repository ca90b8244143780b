"""What holds for statements from marks of every format: spans, ids, parents, speakers, kinds, and the way back."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import msgspec
import pytest
from factory import text as made_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.cli.rows import span_row, statement_rows
from isnad.errors import DataError, IsnadError
from isnad.extract.marks import MarksEngine
from isnad.extract.marks.statements import REASON
from isnad.model import Analysis, Document, Span, Speaker, Statement, Text
from isnad.model.ids import statement_id
from isnad.model.statement import SpeakerType, StatementKind
from isnad.pipeline.places import spans_in, wrong_span
from isnad.pipeline.references import wrong_statements

REPORT = (
    "قال مدير مرصد الواحة سليم النهري إن «البئر الشرقية جفت». وأضاف أن حارس البئر أبلغه بأن الماء غاب منذ أسبوع.\n\n"
    "Mira Tal said that the well 😊 was “dry as a bone”. “We dug,” she added, “for nine days.”\n\n"
    "به گفته‌ی نگهبان چاه، آب از هفته‌ی پیش رفته است."
)
TEXT = made_text(REPORT)


def at(words: str, text: Text = TEXT) -> Span:
    start = text.clean.index(words)
    return text.span(start, start + len(words))


def made(
    cue: str,
    source: str | None,
    content: tuple[str, ...],
    kind: StatementKind,
    speaker: str | None,
    mention: str | None = None,
    *,
    speaker_type: SpeakerType = "person",
    parent: str | None = None,
    language: str = "ar",
    engine: str = "marks:isnad-json",
) -> Statement:
    cue_span, contents = at(cue), tuple(at(part) for part in content)
    source_span = at(source) if source else None
    named = (
        Speaker(speaker, speaker_type, at(mention or speaker))
        if speaker
        else Speaker(None, "unnamed", nameless="unknown")
    )
    return Statement(
        statement_id(TEXT.document, cue_span, contents, source_span, engine),
        TEXT.document,
        kind,
        cue_span,
        source_span,
        contents,
        named,
        parent,
        1.0,
        (REASON,),
        language=language,
        engine=engine,
    )


def by_hand(engine: str = "marks:isnad-json") -> tuple[Statement, ...]:
    source = "مدير مرصد الواحة سليم النهري"
    first = made("قال", source, ("«البئر الشرقية جفت»",), "direct", "سليم النهري", engine=engine)
    outer = made("أضاف", None, ("حارس البئر أبلغه بأن الماء غاب منذ أسبوع",), "indirect", "سليم النهري", engine=engine)
    inner = made(
        "أبلغه",
        "حارس البئر",
        ("الماء غاب منذ أسبوع",),
        "indirect",
        "حارس البئر",
        parent=outer.id,
        engine=engine,
    )
    english = made(
        "said", "Mira Tal", ("the well 😊 was “dry as a bone”",), "mixed", "Mira Tal", language="en", engine=engine
    )
    pieces = made("added", "she", ("“We dug,”", "“for nine days.”"), "direct", "Mira Tal", language="en", engine=engine)
    persian = made(
        "به گفته‌ی", "نگهبان چاه", ("آب از هفته‌ی پیش رفته است",), "indirect", None, language="fa", engine=engine
    )
    return first, outer, inner, english, pieces, persian


def exported(statements: tuple[Statement, ...]) -> str:
    """What ``isnad statements --json`` prints."""
    document = Document("doc:0", TEXT.document, "0", "text/plain", 0)
    rows = statement_rows(Analysis(document, TEXT, statements, (), (), ()))
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"


def read(path: Path, content: str, text: Text = TEXT) -> tuple[Statement, ...]:
    path.write_text(content, encoding="utf-8")
    return MarksEngine([path])(text)


def test_an_export_read_back_gives_the_same_statements(tmp_path: Path) -> None:
    statements = by_hand()
    assert read(tmp_path / "corrected.jsonl", exported(statements)) == statements


def test_an_export_of_another_engine_comes_back_with_its_places_and_reasons(tmp_path: Path) -> None:
    rules = tuple(
        msgspec.structs.replace(one, confidence=0.7, reasons=("doubtful",)) for one in by_hand(engine="rules")
    )
    back = read(tmp_path / "corrected.jsonl", exported(rules))
    for one, again in zip(rules, back, strict=True):
        assert again.id != one.id and again.engine == "marks:isnad-json"
        assert (again.confidence, again.reasons) == (0.7, ("doubtful", REASON))
        assert msgspec.structs.replace(again, id=one.id, parent=one.parent, engine="rules", reasons=one.reasons) == one
    assert back[2].parent == back[1].id


def test_every_statement_proves_itself(tmp_path: Path) -> None:
    found = read(tmp_path / "corrected.jsonl", exported(by_hand()))
    assert [wrong_span(span, TEXT) for _, span in spans_in(found, None)] == [None] * len(list(spans_in(found, None)))
    assert list(wrong_statements(found, TEXT.document)) == []


def bare(statement: Statement) -> dict[str, object]:
    """A line with nothing but what must be there."""
    return {
        "document": statement.document,
        "cue": span_row(statement.cue),
        "source": span_row(statement.source),
        "content": [span_row(part) for part in statement.content],
    }


def test_what_a_line_leaves_out_is_found_in_the_text(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(bare(one)) for one in by_hand())
    found = read(tmp_path / "bare.json", lines)
    assert [one.kind for one in found] == ["direct", "indirect", "indirect", "mixed", "direct", "indirect"]
    assert [one.language for one in found] == ["ar", "ar", "ar", "en", "en", "fa"]
    assert found[2].parent == found[1].id
    assert [one.parent for one in found if one is not found[2]] == [None] * 5
    assert found[3].speaker == Speaker("Mira Tal", "person", at("Mira Tal"))
    # A pronoun names nobody, and a missing source neither.
    assert found[4].speaker == found[1].speaker == Speaker(None, "unnamed", nameless="unknown")


def test_quotation_marks_around_the_cue_are_another_speakers(tmp_path: Path) -> None:
    text = made_text('Lena wrote: "Omar says that the bridge is closed, but nobody went there to look."')
    words = [("Omar", "says", "the bridge is closed")]
    line = {
        "document": text.document,
        "source": span_row(at(words[0][0], text)),
        "cue": span_row(at(words[0][1], text)),
        "content": [span_row(at(words[0][2], text))],
    }
    assert read(tmp_path / "quoted.jsonl", json.dumps(line), text)[0].kind == "indirect"


def edited(line: int, **changes: object) -> str:
    rows = [json.loads(row) for row in exported(by_hand()).splitlines()]
    rows[line - 1].update(changes)
    return "\n".join(json.dumps(row) for row in rows)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cue": None}, "corrected.jsonl:2: has no cue"),
        ({"content": []}, "corrected.jsonl:2: has no content"),
        ({"content": [{"start": 5, "end": 4, "text": ""}]}, "corrected.jsonl:2: content: 5–4 is no stretch of text"),
        ({"cue": {"start": 0, "end": 3, "text": "long words"}}, "corrected.jsonl:2: cue: 0–3 has 3 characters"),
        ({"cue": {"start": -1, "end": 2, "text": "abc"}}, "is no stretch of text"),
        ({"cue": {"start": 1, "end": 2, "text": " "}}, "only white space"),
        ({"cue": {"start": 9**30, "end": 9**30 + 3, "text": "قال"}}, "corrected.jsonl:2"),
        ({"cue": {"start": 3, "end": 3 + 10**30, "text": "قال"}}, "far too many characters"),
        (
            {"cue": {"start": 3, "end": 11, "text": "absentia"}},
            "corrected.jsonl:2: cue: «absentia» does not stand at 3",
        ),
        ({"cue": {"start": "3", "end": 6, "text": "قال"}}, "corrected.jsonl:2: cue.start"),
        ({"kind": "shouted"}, "corrected.jsonl:2: kind"),
        ({"speaker_type": "parrot"}, "corrected.jsonl:2: speaker_type"),
        ({"confidence": 1.5}, "a confidence of 1.5"),
        ({"id": "st:same"}, None),
        ({"document": 7}, "corrected.jsonl:2: document"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, changes: dict[str, object], said: str | None) -> None:
    if said is None:
        read(tmp_path / "corrected.jsonl", edited(2, **changes))
        return
    with pytest.raises(DataError) as caught:
        read(tmp_path / "corrected.jsonl", edited(2, **changes))
    assert said in str(caught.value)


def test_two_lines_with_one_id_are_told(tmp_path: Path) -> None:
    lines = exported(by_hand()).splitlines()
    with pytest.raises(DataError, match=r"corrected\.jsonl:7: has the id of line 1"):
        read(tmp_path / "corrected.jsonl", "\n".join([*lines, lines[0]]))


def test_a_statement_inside_itself_is_told(tmp_path: Path) -> None:
    first, outer, *_ = by_hand()
    with pytest.raises(DataError, match="is inside itself"):
        read(tmp_path / "corrected.jsonl", edited(1, parent=first.id))
    with pytest.raises(DataError, match="is inside itself"):
        read(tmp_path / "corrected.jsonl", edited(2, parent=by_hand()[2].id))
    assert outer.parent is None


def test_a_statement_whose_parent_was_deleted_is_placed_by_its_words(tmp_path: Path) -> None:
    lines = exported(by_hand()).splitlines()
    found = read(tmp_path / "corrected.jsonl", "\n".join([lines[0], *lines[2:]]))
    assert [one.parent for one in found] == [None] * 5


def test_what_is_marked_twice_is_one_statement(tmp_path: Path) -> None:
    line = json.dumps(bare(by_hand()[0]))
    assert len(read(tmp_path / "twice.jsonl", f"{line}\n\n{line}\n")) == 1


def test_a_copy_of_the_engine_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "corrected.jsonl"
    path.write_text(exported(by_hand()), encoding="utf-8")
    engine = MarksEngine([path])
    again = pickle.loads(pickle.dumps(engine))
    assert again(TEXT) == engine(TEXT) and again.signature == engine.signature


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["document", "cue", "content", "quotes", "text", "start", "end", "sources", "parent"]),
            inner,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(JSON.map(json.dumps), st.binary(max_size=60), st.text(max_size=60)),
    suffix=st.sampled_from([".json", ".jsonl", ".tsv"]),
)
def test_nothing_in_a_file_crashes_the_engine(tmp_path: Path, content: str | bytes, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    try:
        MarksEngine([path])(TEXT)
    except IsnadError as error:
        assert path.name in str(error)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_marks_anywhere_slice_the_text_or_are_told(tmp_path: Path, data: st.DataObject) -> None:
    """Lines with changed offsets and words: statements that prove themselves, or one error that names the file."""
    rows = [json.loads(row) for row in exported(by_hand()).splitlines()]
    numbers = st.integers(-5, len(REPORT) + 50)
    for row in rows:
        for span in (row["cue"], *row["content"]):
            if data.draw(st.booleans()):
                span["start"] = data.draw(numbers)
                span["end"] = span["start"] + data.draw(st.integers(-1, 40))
                span["text"] = data.draw(st.sampled_from([REPORT[max(0, span["start"]) : span["end"]], span["text"]]))
    try:
        found = read(tmp_path / "changed.jsonl", "\n".join(map(json.dumps, rows)))
    except DataError as error:
        assert "changed.jsonl:" in str(error)
        return
    assert [wrong for _, span in spans_in(found, None) if (wrong := wrong_span(span, TEXT))] == []
    assert list(wrong_statements(found, TEXT.document)) == []
