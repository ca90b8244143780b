"""Credit lines in their five places, in three languages."""

import pytest
from factory import outlet, statement, table, text

from isnad.chain.credits import find_credits, whole_report
from isnad.extract import extract
from isnad.lang.outlets import OutletTable
from isnad.text.fold import fold

TABLE = table(
    outlet("sahel", ar="ساحل", fa="ساحل", en="Sahel Agency", kind="agency", aliases="Sahel", ambiguous="ساحل"),
    outlet("dba", ar="د ب ق", kind="agency", aliases="دبق"),
    outlet("mowj", fa="موج‌نیوز", en="Mowj News"),
    outlet("nahr", ar="صحيفة النهر الجديد", aliases="النهر الجديد"),
)


def credits(
    content: str, *cues: tuple[str, str, str], outlets: OutletTable = TABLE
) -> list[tuple[str, str | None, str]]:
    made = text(content)
    statements = [statement(made, cue, source, said, source, "agency") for cue, source, said in cues]
    return [(c.name, c.outlet_id, c.kind) for c in find_credits(made, fold(made.clean), statements, outlets)]


BODY = "أعلنت بلدية المرسى أن الجسر سيفتح أمام المارة بعد أسبوع من انتهاء أعمال الصيانة فيه."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"افتتاح الجسر\n\nالمرسى - ساحل - {BODY}", ("ساحل", "sahel", "dateline")),
        (f"افتتاح الجسر\n\nالمرسى (د ب ق) - {BODY}", ("د ب ق", "dba", "dateline")),
        (f"افتتاح الجسر\n\n{BODY} (د ب ق)", ("د ب ق", "dba", "tail")),
        (f"افتتاح الجسر\n\n{BODY} /ساحل/", ("ساحل", "sahel", "tail")),
        (f"افتتاح الجسر\n\n{BODY}\n\nالمصدر: النهر الجديد", ("النهر الجديد", "nahr", "source_line")),
        (f"افتتاح الجسر\n\n{BODY}\n\nالمصدر: مجلة الرصيف", ("مجلة الرصيف", None, "source_line")),
        (
            "گشایش پل مرسا\n\nمرسا- موج‌نیوز- شهرداری مرسا گفت پل تازه هفته آینده باز می‌شود.",
            ("موج‌نیوز", "mowj", "dateline"),
        ),
        (
            "Bridge to open\n\nMARSA (Sahel) - The city said on Monday that the bridge would open within a week.",
            ("Sahel", "sahel", "dateline"),
        ),
    ],
)
def test_places(content: str, expected: tuple[str, str | None, str]) -> None:
    assert expected in credits(content)


def test_an_ordinary_word_in_the_text_is_no_credit() -> None:
    assert credits(f"افتتاح الجسر\n\n{BODY} ويمتد الجسر على طول ساحل المدينة القديمة حتى الميناء.") == []


def test_an_attribution_to_an_agency_is_a_credit() -> None:
    content = "افتتاح الجسر\n\nوذكرت وكالة ساحل أن الجسر سيفتح أمام المارة بعد أسبوع."
    said = ("ذكرت", "وكالة ساحل", "أن الجسر سيفتح أمام المارة بعد أسبوع")
    assert credits(content, said) == [("وكالة ساحل", "sahel", "phrase")]


LEDES = (
    ("به گزارش خبرگزاری ساحل، پل تازه هفته آینده باز می‌شود.", "خبرگزاری ساحل", True),
    # A channel in the first sentence is cited for that sentence; so is an agency that is the subject of a verb, and
    # one that does not open the report.
    ("به گزارش کانال موج‌نیوز، پل تازه هفته آینده باز می‌شود.", "کانال موج‌نیوز", False),
    ("خبرگزاری ساحل گزارش داد که پل تازه هفته آینده باز می‌شود.", "خبرگزاری ساحل", False),
    ("پل مرسا بسته است. به گزارش خبرگزاری ساحل، پل تازه هفته آینده باز می‌شود.", "خبرگزاری ساحل", False),
)


@pytest.mark.parametrize(("lede", "name", "whole"), LEDES)
def test_a_phrase_is_the_credit_of_the_whole_report_only_in_agency_style(lede: str, name: str, whole: bool) -> None:
    made = text(f"گشایش پل مرسا\n\n{lede}\n\nشهردار مرسا گفت که پل دیگر هم سال آینده باز می‌شود.")
    statements = extract(made)
    found = [c for c in find_credits(made, fold(made.clean), statements, TABLE) if c.kind == "phrase"]
    assert [c.name for c in found] == [name]
    assert whole_report(found[0], made.segments, statements) is whole


def test_a_month_and_a_first_name_are_no_outlets() -> None:
    outlets = table(outlet("october", ar="تشرين", en="Petra"))
    assert not credits(f"افتتاح الجسر\n\nالثلاثاء 8 تشرين الثاني 2022\n\n{BODY}", outlets=outlets)
    opened = "The bridge of Marsa opens next week, the town hall said on Monday in a short note."
    assert not credits(f"Bridge opens\n\nBy Petra Holm\n\n{opened}", outlets=outlets)
    assert credits(f"Bridge opens\n\nBy Mara Fell, Petra\n\n{opened}", outlets=outlets)
