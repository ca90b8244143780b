"""Citron's JSON, and marks whose text is not quite the document's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factory import text as made_text

from isnad.errors import DataError
from isnad.extract.marks import MarksEngine
from isnad.model import Speaker, Statement, Text

REPORT = (
    "Ferry halted\n\nHarbour master Ilse Brandt said the ferry “will not sail” on Friday. "
    "“The rudder is broken,” she said, “and nobody has the part.”\n\n"
    "A deckhand told Brandt that the captain knew in March."
)


def span(words: str, text: str = REPORT, nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def quote(text: str, cue: str, sources: list[str], contents: list[str], nth: int = 0, **more: Any) -> dict[str, Any]:
    return {
        "cue": span(cue, text, nth),
        "sources": [span(words, text) for words in sources],
        "contents": [span(words, text) for words in contents],
        **more,
    }


def citron(text: str = REPORT) -> dict[str, Any]:
    return {
        "text": text,
        "quotes": [
            quote(text, "said", ["Harbour master Ilse Brandt"], ["the ferry “will not sail” on Friday"]),
            quote(
                text, "said", ["she"], ["“The rudder is broken,”", "“and nobody has the part.”"], 1, confidence="0.8125"
            ),
            quote(text, "told", ["A deckhand"], ["the captain knew in March"], coreferences=None, id=3),
        ],
        "coreference_groups": [
            [span("Ilse Brandt", text), span("she", text), span("Harbour master Ilse Brandt", text)]
        ],
    }


def read(folder: Path, marks: Any, text: Text) -> tuple[Statement, ...]:
    path = folder / "report.json"
    path.write_text(marks if isinstance(marks, str) else json.dumps(marks), encoding="utf-8")
    return MarksEngine([path])(text)


def told(statements: tuple[Statement, ...]) -> list[tuple[str, str | None, list[str]]]:
    """The words of statements, white space aside."""
    return [
        (
            s.cue.text,
            " ".join(s.source.text.split()) if s.source else None,
            [" ".join(part.text.split()) for part in s.content],
        )
        for s in statements
    ]


def test_quotes_become_statements(tmp_path: Path) -> None:
    text = made_text(REPORT)
    first, second, third = read(tmp_path, citron(), text)
    assert first.cue.text == "said" and first.content[0].text == "the ferry “will not sail” on Friday"
    assert [one.kind for one in (first, second, third)] == ["mixed", "direct", "indirect"]
    assert [one.confidence for one in (first, second, third)] == [1.0, 0.8125, 1.0]
    assert {one.engine for one in (first, second, third)} == {"marks:citron-json"}
    assert all(one.reasons == ("marked by hand or another system",) for one in (first, second, third))


def test_a_pronoun_gets_the_name_of_its_group(tmp_path: Path) -> None:
    _, second, third = read(tmp_path, citron(), made_text(REPORT))
    assert second.source is not None and second.source.text == "she"
    assert second.speaker.name == "Ilse Brandt"
    assert second.speaker.mention is not None and second.speaker.mention.text == "Ilse Brandt"
    assert third.speaker.name == "A deckhand"


def test_several_sources_are_one_source(tmp_path: Path) -> None:
    report = "Ada Quill and Bo Finch said that the mill stopped."
    marks = {"text": report, "quotes": [quote(report, "said", ["Bo Finch", "Ada Quill"], ["the mill stopped"])]}
    (found,) = read(tmp_path, marks, made_text(report))
    assert found.source is not None and found.source.text == "Ada Quill and Bo Finch"


@pytest.mark.parametrize(
    "other",
    [
        REPORT.replace(" ", "  "),
        REPORT.replace(" ", "\n"),
        "\ufeff" + REPORT,
        REPORT.removeprefix("Ferry halted\n\n"),
        "Home | News | Weather\n\n" * 400 + REPORT + "\n\nHome | News",
        REPORT.replace("Brandt", "Bra\u200cndt"),
    ],
    ids=["spaced", "wrapped", "bom", "headline cut", "menu", "zwnj"],
)
def test_marks_of_another_rendering_are_placed_by_their_text(tmp_path: Path, other: str) -> None:
    expected = told(read(tmp_path, citron(), made_text(REPORT)))
    for marked, document in ((REPORT, other), (other, REPORT)):
        found = read(tmp_path, _moved(marked), made_text(document))
        assert [(c, s and s.replace("\u200c", ""), parts) for c, s, parts in told(found)] == expected


def _moved(text: str) -> dict[str, Any]:
    """The same marks in another rendering of the report."""
    places = [at for at, char in enumerate(text) if not char.isspace() and char not in "\ufeff\u200c"]
    squeezed = "".join(text[at] for at in places)
    own = "".join(REPORT.split())
    shift = squeezed.find(own) if own in squeezed else -own.find(squeezed)
    marks = citron()
    quotes = marks["quotes"]
    spans = [s for q in quotes for s in (q["cue"], *q["sources"], *q["contents"])]
    spans += [s for group in marks["coreference_groups"] for s in group]
    for one in spans:
        first = len("".join(REPORT[: one["start"]].split())) + shift
        last = len("".join(REPORT[: one["end"]].split())) + shift - 1
        one["start"], one["end"] = places[first], places[last] + 1
        one["text"] = text[one["start"] : one["end"]]
    return {**marks, "text": text}


def test_an_edited_document_keeps_what_still_stands_in_it(tmp_path: Path) -> None:
    edited = REPORT.replace("Ferry halted", "Island ferry halted again").replace("on Friday", "on  Friday")
    expected = told(read(tmp_path, citron(), made_text(REPORT)))
    assert told(read(tmp_path, citron(), made_text(edited))) == expected


def test_words_that_are_gone_are_told(tmp_path: Path) -> None:
    edited = made_text(REPORT.replace("The rudder is broken", "The rudder is bent"))
    with pytest.raises(
        DataError, match=r"report\.json: quotes\[1\]\.contents\[0\]: «“The rudder is broken,”» does not"
    ):
        read(tmp_path, citron(), edited)


def test_marks_outside_the_part_that_is_the_document_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"quotes\[2\].*not in the document"):
        read(tmp_path, citron(), made_text(REPORT.partition("\n\nA deckhand")[0]))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda marks: marks.pop("text"), "report.json: object missing required field `text`"),
        (lambda marks: marks.update(quotes={}), "report.json: quotes: expected `array"),
        (lambda marks: marks["quotes"][1].update(cue=None), "report.json: quotes[1]: has no cue"),
        (lambda marks: marks["quotes"][1].update(contents=[]), "quotes[1]: has no content"),
        (lambda marks: marks["quotes"][1]["cue"].update(end=9999), "quotes[1].cue: 1"),
        (lambda marks: marks["quotes"][0]["cue"].update(text="sang"), "quotes[0].cue: says «sang», but"),
        (lambda marks: marks["quotes"][0].update(confidence="high"), "quotes[0]: «high» is no confidence"),
        (lambda marks: marks["quotes"][0].update(confidence="nan"), "NaN is no confidence"),
        (lambda marks: marks["coreference_groups"][0][0].update(start=-1), "coreference_groups[0][0]: -1–"),
    ],
)
def test_a_malformed_file_is_told_with_the_place(tmp_path: Path, change: Any, said: str) -> None:
    marks = citron()
    change(marks)
    with pytest.raises(DataError) as caught:
        read(tmp_path, marks, made_text(REPORT))
    assert said in str(caught.value)


def test_broken_json_is_told_with_its_line(tmp_path: Path) -> None:
    broken = json.dumps(citron(), indent=1).replace('"quotes": [', '"quotes": [,')
    with pytest.raises(DataError, match=r"report\.json:3: is no JSON"):
        read(tmp_path, broken, made_text(REPORT))
    with pytest.raises(DataError, match="nested too deep"):
        read(tmp_path, '{"text": "x", "quotes": [], "more": ' + "[" * 100_000, made_text(REPORT))


def test_a_file_that_marks_nothing_says_that_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text('{"text": "", "quotes": []}', encoding="utf-8")
    one = Statement("st:x", "report.txt", "direct", _any(), None, (_any(),), Speaker(None, "unnamed"), None, 1.0, ())
    assert MarksEngine([path], fallback=lambda _: (one,))(made_text(REPORT)) == ()


def _any() -> Any:
    return made_text(REPORT).span(0, 1)
