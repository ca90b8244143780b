"""What values promise beyond single phrases: spans, dates from the report's day, bad input, one pass."""

from __future__ import annotations

import time

import pytest
from factory import text
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.claim.values import read_values, value_row
from isnad.model import Text

PUBLISHED = "2022-03-14"  # a Monday, 23 Esfand 1400


def edtf(words: str, published: str | None = PUBLISHED) -> list[str | None]:
    """The dates of a phrase."""
    return [value.edtf for value in read_values(text(words), published) if value.kind == "date"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He denied it on Monday.", "2022-03-14"),
        ("She said so on Sunday.", "2022-03-13"),
        ("They met last Monday.", "2022-03-07"),
        ("They will meet next Tuesday.", "2022-03-15"),
        ("It happened yesterday.", "2022-03-13"),
        ("It happened last month.", "2022-02"),
        ("It happened last year.", "2021"),
        ("قال ذلك أمس أمام الصحفيين", "2022-03-13"),
        ("وصل الوفد أول من أمس إلى العاصمة", "2022-03-12"),
        ("تجتمع اللجنة غدا في المدينة", "2022-03-15"),
        ("اجتمعت اللجنة في المدينة يوم الجمعة الماضي", "2022-03-11"),
        ("سافر الوزير إلى العاصمة الشهر الماضي", "2022-02"),
        ("سافر الوزير إلى العاصمة في مارس الماضي", "2021-03"),
        ("او دیروز به خبرنگاران گفت", "2022-03-13"),
        ("خانواده‌ها روز پنجشنبه گرد هم می‌آیند", "2022-03-10"),
        ("این سازمان ماه گذشته گزارش داد", "2022-01-21/2022-02-19"),
        ("سال گذشته چنین نبود که می‌گویند", "2020-03-20/2021-03-20"),
    ],
)
def test_words_that_point_from_the_report(words: str, expected: str) -> None:
    assert edtf(words) == [expected]
    assert edtf(words, None) == [None]


@pytest.mark.parametrize(
    ("words", "expected", "open_"),
    [
        ("It burnt on 3 May this year.", "2022-05-03", "XXXX-05-03"),
        ("It burnt on May 3 last year.", "2021-05-03", "XXXX-05-03"),
        ("It burnt in April last year.", "2021-04", None),
        ("It burnt on the 7th of this month.", "2022-03-07", None),
        ("وقع الاتفاق في 12 كانون الثاني من العام الجاري", "2022-01-12", "XXXX-01-12"),
        ("افتتح المعرض في 3 آذار الماضي", "2022-03-03", "XXXX-03-03"),
        ("افتتح المعرض في 23 آذار الماضي", "2021-03-23", "XXXX-03-23"),
        ("يفتتح المعرض في 23 آذار المقبل", "2022-03-23", "XXXX-03-23"),
        ("اندلع الحريق في نيسان من العام الماضي", "2021-04", "XXXX-04"),
        ("زار الوفد المدينة في السابع من الشهر الجاري", "2022-03-07", None),
        ("زار الوفد المدينة يوم 7 من هذا الشهر", "2022-03-07", None),
        ("قرارداد ۱۲ فروردین امسال امضا شد", "2021-04-01", None),
        ("در خرداد سال گذشته امضا شد", "2020-05-21/2020-06-20", None),
        ("پنجم همین ماه امضا شد", "2022-02-24", None),
        ("شنبه‌شب امضا شد", "2022-03-12", None),
    ],
)
def test_a_day_of_a_month_or_year_that_is_pointed_to(words: str, expected: str, open_: str | None) -> None:
    assert edtf(words) == [expected]
    assert edtf(words, None)[0] == open_


def test_a_part_of_the_day_is_no_direction() -> None:
    assert edtf("۱۲ آبان پیش از ظهر") == [None]


def test_a_year_is_never_filled_in() -> None:
    assert edtf("The fire of 14 March was the third.") == ["XXXX-03-14"]
    assert edtf("In March 2015 the port was closed.") == ["2015-03"]


def test_a_dateline_is_of_the_reports_year() -> None:
    assert edtf("PORT SAKHR, March 14 (Harbour Wire) - The admiral denied it.") == ["2022-03-14"]


def test_a_publication_date_that_is_no_day() -> None:
    assert edtf("It happened yesterday.", "2022-03") == [None]
    assert edtf("It happened yesterday.", "soon") == [None]


def test_a_clock_time_takes_the_day_beside_it_only() -> None:
    assert edtf("On March 14, 2019 at 14:08 the radar failed.") == ["2019-03-14", "2019-03-14T14:08"]
    assert edtf("At 14:08 the radar failed.") == [None]


def test_planned_is_not_actual() -> None:
    values = read_values(text("كان المقرر 45 دقيقة، لكن الاجتماع امتد خمس ساعات."))
    assert [(value.low, value.unit, value.modality) for value in values] == [
        (45, "minute", "planned"),
        (5, "hour", "actual"),
    ]


def test_the_row_has_the_fields_of_the_contract() -> None:
    (value,) = read_values(text("They paid 200 million toman each."))
    row = value_row(value)
    assert row["text"] == "200 million toman each" and row["start"] == 10 and row["end"] == 32
    assert (row["kind"], row["low"], row["unit"], row["per"]) == ("money", 200_000_000, "toman", "each")
    wanted = {"document", "start", "end", "text", "kind", "low", "high", "unit", "edtf", "calendar", "approximate"}
    assert wanted | {"modality", "of"} <= row.keys()


def _sound(of: Text) -> None:
    last = 0
    for value in read_values(of, PUBLISHED):
        assert value.span.text == of.clean[value.span.start : value.span.end] != ""
        assert value.span.start >= last
        last = value.span.end
        if value.of_span:
            assert value.of_span.text == of.clean[value.of_span.start : value.of_span.end]
        if value.low is not None and value.high is not None:
            assert value.low <= value.high


WORDS = """
14 5 1397 2019 ٣ ۶۱ 1,5 - / : . ، ( ) $ % ٪ ' و من إلى بين عام سنة ثلاث خمسة عشر عشرين ألف آلاف مليون مليونا نصف ونصف
ساعة ساعتين يوم أيام الاثنين آذار رجب هـ م القرن التاسع الذكرى الثالثة نحو أكثر على الأقل دولار لكل واحدة قتيل جنديان در
تا سال دهه سه سی چهل هزار میلیون نیم ساعت نفر ساله اسفند ۲۳ تومان هر کدام درصد سالگرد سومین دیروز March Monday the of in
at pm half a an hour two hundred third quarter century dozen million years old each early between and to aged from
anniversary yesterday last year's 1980 s BC AD Q3 ـ
"""
PIECES = st.sampled_from([*WORDS.split(), "\u200c", "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=24).map(" ".join))
def test_any_order_of_value_words(words: str) -> None:
    _sound(text("x " + words + " x"))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text(words: str) -> None:
    _sound(text("x" + words))


@pytest.mark.parametrize(
    "piece", ["7", "1.", "1,", "12 ", "123 ", "1-", "1/", "1:", "five and ", "وخمسة ", "۵ تا ", "half a "]
)
def test_long_bad_input_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        of = text("x " + piece * (size // len(piece)))
        start = time.process_time()
        read_values(of)
        return time.process_time() - start

    seconds(4_000)
    assert seconds(32_000) < 40 * max(seconds(4_000), 0.03)


def test_a_million_digits() -> None:
    assert read_values(text("The key is " + "7" * 1_000_000)) == ()


@pytest.mark.parametrize(
    ("words", "unit"), [("a 1,200-year rule", "year"), ("a 2.5-year term", "year"), ("4,200-foot peaks", "foot")]
)
def test_a_number_with_a_mark_before_a_hyphen(words: str, unit: str) -> None:
    assert [value.unit for value in read_values(text(words))] == [unit]


def test_bad_dates_are_no_dates() -> None:
    for words in ("٢٥:٧٠", "32/13/2019", "1399/13/01", "on 31 June 2019", "۳۱ مهر ۱۴۰۰", "32 March 2019", "14/14/2014"):
        assert all(value.edtf is None for value in read_values(text(words)))


@pytest.mark.parametrize("words", ["لامس الطفل الجدار بيده", "ولامس الحارس الباب", "لامسنا ذلك في كل المدن"])
def test_to_touch_is_not_yesterday(words: str) -> None:
    assert edtf(words) == []


@pytest.mark.parametrize("words", ["It opens tomorrow.", "It opens next Tuesday.", "يفتح غدا", "فردا باز می‌شود"])
def test_the_day_after_the_last_day_is_no_date(words: str) -> None:
    assert [value.edtf for value in read_values(text(words), "9999-12-31")] in ([], [None])


@pytest.mark.parametrize(
    "words",
    [
        "قال مصدر طلب عدم الكشف عن هويته انتظرنا ساعتين",
        "An official who requested anonymity waited two hours.",
    ],
)
def test_the_wish_to_stay_unnamed_does_not_last(words: str) -> None:
    (value,) = read_values(text(words))
    assert (value.kind, value.low, value.of) == ("duration", 2, None)


@pytest.mark.parametrize(("words", "unsure"), [("in 2011/12", True), ("in 2011/03", False)])
def test_two_years_joined_may_be_a_month(words: str, unsure: bool) -> None:
    (value,) = read_values(text(words))
    assert value.uncertain is unsure


def test_a_part_of_what_was_counted_shows_what_that_was() -> None:
    whole, part = read_values(text("وعدوا بعشر خيام، ثم سلموا خمسا فقط"))
    assert part.of_span == whole.of_span
