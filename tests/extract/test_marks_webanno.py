"""WebAnno TSV 3: layers, numbers, stacks, relations and groups; UTF-16 offsets; what is malformed."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import text as made_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.errors import DataError
from isnad.extract.marks import FORMATS, MarksEngine, Names, WebAnnoTsv
from isnad.model import Speaker, Statement, Text
from isnad.plugins import Registry

HEAD = "#FORMAT=WebAnno TSV 3.3\n"
ROLES = "#T_SP=webanno.custom.Attribution|role\n"
LINKS = "#T_RL=webanno.custom.Link|BT_webanno.custom.Attribution\n"
GROUPS = "#T_SP=webanno.custom.Attribution|group|role\n"


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def rows(sentence: str, cells: dict[str, str], empty: str, number: int = 1, begin: int = 0, width=utf16) -> str:  # type: ignore[no-untyped-def]
    """A sentence whose tokens are its words; ``cells`` by token."""
    lines, at = [f"#Text={sentence}"], 0
    for index, word in enumerate(sentence.split(), 1):
        start = sentence.index(word, at)
        at = start + len(word)
        place = begin + width(sentence[:start])
        lines.append(f"{number}-{index}\t{place}-{place + width(word)}\t{word}\t{cells.get(word, empty)}\t")
    return "\n".join(lines) + "\n"


def read(folder: Path, marks: str, text: Text | str, names: Names | None = None) -> tuple[Statement, ...]:
    path = folder / "report.tsv"
    path.write_bytes(marks.encode())
    formats = FORMATS
    if names:
        formats = Registry("marks format", {})
        formats.register("webanno-tsv", WebAnnoTsv(names))
    return MarksEngine([path], formats=formats)(made_text(text) if isinstance(text, str) else text)


def told(statements: tuple[Statement, ...]) -> list[tuple[str | None, str, list[str]]]:
    return [(s.source.text if s.source else None, s.cue.text, [part.text for part in s.content]) for s in statements]


SAILOR = "Kapitän Rosa 😊 sagt , der 🐟 Hafen friert ."
RELATED = {
    "Kapitän": "source[1]\t_",
    "Rosa": "source[1]\t_",
    "😊": "source[1]\t_",
    "sagt": "cue\t1-1[1_0]",
    "der": "content[2]\t1-4[0_2]",
    "🐟": "content[2]\t_",
    "Hafen": "content[2]\t_",
    "friert": "content[2]\t_",
}
EXPECTED = [("Kapitän Rosa 😊", "sagt", ["der 🐟 Hafen friert"])]


def test_relations_hold_a_statement_together(tmp_path: Path) -> None:
    marks = HEAD + ROLES + LINKS + "\n\n" + rows(SAILOR, RELATED, "_\t_")
    found = read(tmp_path, marks, SAILOR)
    assert told(found) == EXPECTED
    assert found[0].engine == "marks:webanno-tsv" and found[0].confidence == 1.0
    assert read(tmp_path, marks.replace("\n", "\r\n"), SAILOR) == found


def test_offsets_of_programs_that_count_code_points(tmp_path: Path) -> None:
    marks = HEAD + ROLES + LINKS + "\n\n" + rows(SAILOR, RELATED, "_\t_", width=len)
    assert told(read(tmp_path, marks, SAILOR)) == EXPECTED


def test_groups_hold_statements_together_over_sentences(tmp_path: Path) -> None:
    first, second = "Tamo sagte vieles .", "Regen kommt , meint Tamo laut Ida ."
    cells = [
        {"Tamo": "1\tsource", "sagte": "1\tcue", "vieles": "1\tcontent"},
        {
            "Regen": "2[5]|3[6]\tcontent[5]|CONTENT[6]",
            "kommt": "2[5]|3[6]\tcontent[5]|CONTENT[6]",
            ",": "3[6]\tCONTENT[6]",
            "meint": "2[7]|3[6]\tCue[7]|CONTENT[6]",
            "Tamo": "2[8]|3[6]\tSource[8]|CONTENT[6]",
            "laut": "3\tcue",
            "Ida": "3\tsource",
        },
    ]
    body = rows(first, cells[0], "_\t_") + "\n" + rows(second, cells[1], "_\t_", 2, len(first) + 1)
    found = read(tmp_path, HEAD + GROUPS + "\n\n" + body, f"{first}\n{second}")
    assert told(found) == [
        ("Tamo", "sagte", ["vieles"]),
        ("Tamo", "meint", ["Regen kommt"]),
        ("Ida", "laut", ["Regen kommt , meint Tamo"]),
    ]
    assert found[1].parent == found[2].id


def test_a_span_may_belong_to_several_groups(tmp_path: Path) -> None:
    sentence = "Ida sagt ja und ruft nein ."
    cells = {"Ida": "1, 2\tsource", "sagt": "1\tcue", "ja": "1\tcontent", "ruft": "2\tcue", "nein": "2\tcontent"}
    found = read(tmp_path, HEAD + GROUPS + "\n\n" + rows(sentence, cells, "_\t_"), sentence)
    assert told(found) == [("Ida", "sagt", ["ja"]), ("Ida", "ruft", ["nein"])]


def test_other_names_and_features(tmp_path: Path) -> None:
    layer = "#T_SP=custom.Zitat|Art|Nummer|wer|kind|speaker_type\n"
    sentence = "Ida sagt »ja« ."
    cells = {
        "Ida": "WER\t1\tIda\\_M. \\[Amt\\]\t*\tcollective",
        "sagt": "wie\t1\t*\t*\t*",
        "»ja«": "was\t1\t*\tDirect\t*",
    }
    names = Names(source=("Wer",), cue=("wie",), content=("was",), group=("nummer",), speaker=("WER",))
    (found,) = read(tmp_path, HEAD + layer + "\n\n" + rows(sentence, cells, "_\t_\t_\t_\t_"), sentence, names)
    assert found.kind == "direct"
    assert found.speaker == Speaker("Ida_M. [Amt]", "collective", None)


def test_layers_named_like_roles_and_relations_round_about(tmp_path: Path) -> None:
    """Three layers without features; the source is related to the content, not to the cue; sub-tokens."""
    header = (
        "#T_SP=custom.Source|\n#T_SP=custom.Cue|\n#T_SP=custom.Content|\n#T_RL=custom.Of|why|BT_custom.Content\n\n\n"
    )
    body = (
        "#Text=«Ja»\\tsagt Ida\n#Text=heute\n"
        "1-1\t0-4\t«Ja»\t_\t_\t_\t_\t_\t\n"
        "1-1.1\t1-3\tJa\t_\t_\t*[1]\t*|*\t1-2[0_1]|1-3[0_1]\t\n"
        "1-2\t5-9\tsagt\t_\t*\t_\t_\t_\t\n"
        "1-3\t10-13\tIda\t*\t_\t_\t_\t_\t\n"
        "1-4\t14-19\theute\t_\t_\t_\t_\t_\t\n"
    )
    (found,) = read(tmp_path, HEAD + header + body, "«Ja»\tsagt Ida\nheute")
    assert told((found,)) == [("Ida", "sagt", ["Ja"])]
    assert found.kind == "direct"


def test_a_source_related_to_a_source_names_it(tmp_path: Path) -> None:
    sentence = "Ida Voss kam . Sie sagt ja ."
    cells = {
        "Ida": "source[1]\t_",
        "Voss": "source[1]\t_",
        "Sie": "source\t1-1[1_0]",
        "sagt": "cue\t1-5",
        "ja": "content\t1-6",
    }
    (found,) = read(tmp_path, HEAD + ROLES + LINKS + "\n\n" + rows(sentence, cells, "_\t_"), sentence)
    assert told((found,)) == [("Sie", "sagt", ["ja"])]
    assert found.speaker.name == "Ida Voss"


def test_old_escapes_and_layers_of_no_concern(tmp_path: Path) -> None:
    header = (
        "#FORMAT=WebAnno TSV 3.1\n#T_SP=x.POS|PosValue\n#T_SP=x.Frame|ROLE_x.Frame:args_x.Link|uima.tcas.Annotation\n"
        + GROUPS
        + "#T_CH=x.CoreferenceLink|referenceType|referenceRelation\n\n"
    )
    body = (
        "#Sentence.id=s1\n#Text=\\u0642\\u0627\\u0644 \\ud83d\\ude0a \\u0646\\u0639\\u0645\n"
        "1-1\t0-3\tقال\tV|W\targ;arg\t1-2;1-3[4]\t1\tcue\tpr[1]\tcoref->1-1\n"
        "1-2\t4-6\t😊\t_\t_\t_\t1\tsource\t_\t_\n"
        "1-3\t7-10\tنعم\tN\t_\t_\t1\tcontent\tpr[1]\t*->1-2\n"
    )
    (found,) = read(tmp_path, header + body, "قال 😊 نعم")
    assert told((found,)) == [("😊", "قال", ["نعم"])]


def test_white_space_between_sentences_may_be_any(tmp_path: Path) -> None:
    first, second = "Ida sagt", "ja und nein ."
    body = rows(first, {"Ida": "1\tsource", "sagt": "1\tcue"}, "_\t_") + "\n"
    body += rows(second, {"ja": "1\tcontent"}, "_\t_", 2, len(first) + 4)
    found = read(tmp_path, HEAD + GROUPS + "\n\n" + body, f"{first} \n \n{second}")
    assert told(found) == [("Ida", "sagt", ["ja"])]
    assert told(read(tmp_path, HEAD + GROUPS + "\n\n" + body, f"News\n{first} {second}")) == told(found)


GOOD = (
    HEAD + GROUPS + "\n\n" + rows("Ida sagt ja .", {"Ida": "1\tsource", "sagt": "1\tcue", "ja": "1\tcontent"}, "_\t_")
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("TSV 3.3\n", "TSV 3.3 or so\n", "report.tsv:1: does not say"),
        ("#T_SP=webanno.custom.Attribution", "#T_SP=", "report.tsv:2: names no layer"),
        ("#Text=Ida sagt ja .\n", "", "report.tsv:5: a token stands before"),
        ("\tsagt\t1\tcue\t", "\tsagt\t1", "report.tsv:7: has 4 cells, the header declares 5"),
        ("1-2\t", "1-zwei\t", "report.tsv:7: «1-zwei» is no token number"),
        ("4-8", "4", "report.tsv:7: «4» is no begin-end"),
        ("4-8", "8-4", "report.tsv:7: «8-4» is no begin-end"),
        ("4-8", "4-9", "report.tsv:7: says «sagt», but at 4-9"),
        ("4-8", "4-999999999", "report.tsv:7: says «sagt»"),
        ("0-3\tIda", "999999999-999999999\t", "report.tsv:6: the sentence begins at 999999999"),
        ("1\tcue", "_\tcue", "report.tsv:6: group 1: has no cue"),
        ("1\tcontent", "_\tcontent", "report.tsv:8: the content «ja» is linked to no cue"),
        ("1\tsource", "_\tsource", "report.tsv:6: the source «Ida» is linked to no cue"),
        ("1\tcontent", "1\tsource", "report.tsv:7: group 1: has no content"),
        ("|group|", "|nummer|", "report.tsv: nothing says which spans belong together"),
    ],
)
def test_a_malformed_file_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert told(read(tmp_path, GOOD, "Ida sagt ja .")) == [("Ida", "sagt", ["ja"])]
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        read(tmp_path, GOOD.replace(old, new), "Ida sagt ja .")
    assert said in str(caught.value)


def test_a_kind_that_is_none_is_told(tmp_path: Path) -> None:
    marks = GOOD.replace("|group|", "|group|kind|").replace("\t_\t_\t", "\t_\t_\t_\t")
    marks = marks.replace("1\tsource", "1\t*\tsource").replace("1\tcue", "1\tsung\tcue").replace("1\tcon", "1\t*\tcon")
    with pytest.raises(DataError, match=r"report\.tsv:7: kind «sung» is none of direct, indirect, mixed"):
        read(tmp_path, marks, "Ida sagt ja .")


def test_half_a_surrogate_pair_is_told(tmp_path: Path) -> None:
    marks = HEAD + ROLES + "\n\n#Text=😊 ja\n1-1\t0-1\t😊\tcue\t\n1-2\t3-5\tja\t_\t\n"
    with pytest.raises(DataError, match=r"report\.tsv:6: says «😊», but at 0-1"):
        read(tmp_path, marks, "😊 ja")


def test_a_mark_that_covers_nothing_is_told(tmp_path: Path) -> None:
    marks = HEAD + GROUPS + "\n\n#Text=ja\n1-1\t0-2\tja\t_\t_\t\n1-1.1\t2-2\t\t1\tcue\t\n"
    with pytest.raises(DataError, match=r"report\.tsv:7: a cue covers no text"):
        read(tmp_path, marks, "ja")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_in_a_table_crashes_the_engine(tmp_path: Path, data: st.DataObject) -> None:
    """Cells and lines of a good file exchanged for others: statements, or one error that names the file."""
    marks = HEAD + ROLES + LINKS + "\n\n" + rows(SAILOR, RELATED, "_\t_")
    lines = [line.split("\t") for line in marks.split("\n")]
    odd = ["", "_", "*", "|", "||", "\\", "[1]", "x[1_", "cue[1]|source[1]", "content[9]", "1-1[2_1]", "0-0", "1-1.1"]
    for _ in range(data.draw(st.integers(1, 4))):
        line = data.draw(st.sampled_from(lines))
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(st.sampled_from(odd) | st.text(max_size=5))
    changed = "\n".join("\t".join(line) for line in lines).encode("utf-8", "replace").decode()
    text = made_text(SAILOR)
    try:
        found = read(tmp_path, changed, text)
    except DataError as error:
        assert "report.tsv" in str(error)
        return
    for statement in found:
        for span in (statement.cue, *statement.content):
            assert span == text.span(span.start, span.end) and span.text
