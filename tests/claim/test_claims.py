"""What claims promise: whose they are, that every span fits, bad input, one pass."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from factory import statement, text
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from isnad.claim import claims
from isnad.claim.entities import find_mentions
from isnad.claim.ids import claim_id
from isnad.claim.values import read_values
from isnad.extract import extract
from isnad.model import Claim, Span, Statement, Text
from isnad.text.outlets import load_outlets

OUTLETS = load_outlets()


def read(of: Text, statements: Sequence[Statement] | None = None) -> tuple[Claim, ...]:
    """The claims of a text with everything that is read before them."""
    said = extract(of) if statements is None else tuple(statements)
    return claims(of, said, find_mentions(of, said, OUTLETS), read_values(of, "2022-03-14"))


def spans(claim: Claim) -> list[Span]:
    """Every span that a claim holds."""
    found = [*claim.text, *(topic.span for topic in claim.topics), *(who.span for who in claim.participants)]
    found += [value.span for value in claim.values]
    return found + [one for one in (claim.event_span, claim.place, claim.time and claim.time.span) if one]


def sound(of: Text, found: Sequence[Claim]) -> None:
    """Spans are slices, ids are unique and made of the place, what stands in a clause stands in it."""
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        for span in spans(claim):
            assert of.clean[span.start : span.end] == span.text
        assert claim.id == claim_id(of.document, claim.statement, claim.text)
        assert claim.text and all(part.text for part in claim.text)
        if claim.event_span:
            assert any(part.covers(claim.event_span) for part in claim.text)
            assert any(topic.span == claim.event_span for topic in claim.topics)
        assert (claim.event is None) == (claim.event_span is None)
        assert claim.time is None or claim.time in claim.values


NESTED = "According to Sahel News, Mara Fell said the mayor had arrested Adel Sari. The fire lasted two hours."


def test_a_clause_belongs_to_the_innermost_statement() -> None:
    of = text(NESTED)
    outer = statement(
        of, "According to", "Sahel News", "Mara Fell said the mayor had arrested Adel Sari", language="en"
    )
    inner = statement(of, "said", "Mara Fell", "the mayor had arrested Adel Sari", language="en")
    found = read(of, [outer, replace(inner, parent=outer.id)])
    owners = {claim.text[-1].text: claim.statement for claim in found}
    assert owners["the mayor had arrested Adel Sari"] == inner.id
    assert outer.id not in owners.values()
    assert owners["The fire lasted two hours."] is None


def test_narration_that_tells_nothing_makes_no_claim() -> None:
    assert read(text("And so it went on and on, here and there."), []) == ()


def test_a_content_without_an_event_is_still_a_claim() -> None:
    of = text("Mara Fell said it was not so.")
    (claim,) = read(of, [statement(of, "said", "Mara Fell", "it was not so", language="en")])
    assert (claim.event, claim.polarity, claim.text[0].text) == (None, "negative", "it was not so")


@pytest.mark.parametrize(
    ("cue", "words", "language"),
    [
        ("denied", "Mara Fell denied that the council had met.", "en"),
        ("نفت", "نفت مرام الحلو أن المجلس اجتمع.", "ar"),
        ("تکذیب کرد", "سخنگو تکذیب کرد که شورا دیدار کرده است.", "fa"),
    ],
)
def test_what_is_denied(cue: str, words: str, language: str) -> None:
    of = text(words)
    content = words.split(cue)[1].strip(" .")
    found = read(of, [statement(of, cue, None, content, language=language)])
    assert [claim.modality for claim in found if claim.statement] == ["denied"]


def test_a_direct_quotation_is_asserted_whatever_its_cue() -> None:
    of = text("“The council met on Monday,” Mara Fell denied.")
    said = replace(statement(of, "denied", "Mara Fell", "“The council met on Monday,”", language="en"), kind="direct")
    assert [claim.modality for claim in read(of, [said]) if claim.statement] == ["actual"]


@pytest.mark.parametrize(
    "words",
    [
        "The ministry condemned the attack on Wednesday.",
        "Police announced the arrest of three men on Wednesday.",
        "سلیم حداد چهارشنبه از حمله به بندر خبر داد.",
        "وأفاد سليم الهدار أمس، باندلاع اشتباكات في الميناء.",
    ],
)
def test_the_date_of_a_saying_dates_nothing_that_is_said(words: str) -> None:
    found = read(text(words))
    assert any(claim.statement and claim.event for claim in found)
    assert [value.of for claim in found for value in claim.values if value.kind == "date"] == [None]


def test_a_date_within_a_content_dates_what_is_said() -> None:
    found = read(text("The army attacked the port on Monday, a spokesman said on Wednesday."))
    assert [claim.time and claim.time.of for claim in found] == ["attack", None]


def test_an_inserted_relative_clause() -> None:
    of = text("Kamal Warraq, who met Adel Sari on Monday, resigned.")
    found = {claim.event: claim for claim in read(of, [])}
    assert [part.text for part in found["yield"].text] == ["Kamal Warraq", "resigned."]
    assert [(who.role, who.span.text) for who in found["yield"].participants] == [("agent", "Kamal Warraq")]
    assert ("partner", "Adel Sari") in [(who.role, who.span.text) for who in found["meet"].participants]


def test_the_first_person_is_the_speaker() -> None:
    of = text("Kamal Warraq said: “I arranged the meeting.”")
    said = statement(of, "said", "Kamal Warraq", "“I arranged the meeting.”", "Kamal Warraq", language="en")
    (claim,) = [claim for claim in read(of, [replace(said, kind="direct")]) if claim.event == "arrange"]
    assert [(who.role, who.span.text) for who in claim.participants] == [("agent", "Kamal Warraq")]


def test_what_follows_on_a_condition_is_no_plan() -> None:
    of = text("If the council meets, the strike will end.")
    assert {claim.modality for claim in read(of, [])} == {"conditional"}


def test_the_same_text_gives_the_same_claims() -> None:
    assert read(text(NESTED)) == read(text(NESTED))


REPORTS = (
    "قالت مرام الحلو إن المجلس اجتمع يوم الاثنين، ولم يحضر سليم الهدار. احترقت 240 حاوية في طرفة.",
    "مرام حلو گفت شورا روز دوشنبه دیدار کرد و سلیم هدار نیامد. ۲۴۰ کانتینر در بندر سوخت.",
    "Mara Fell said the council had met on Monday, but Adel Sari did not attend. 240 containers burned.",
)


@pytest.mark.parametrize("words", REPORTS)
def test_reports_of_each_language(words: str) -> None:
    of = text(words)
    found = read(of)
    sound(of, found)
    assert {"meet", "disaster"} <= {claim.event for claim in found}
    assert any(claim.statement for claim in found) and any(claim.statement is None for claim in found)


WORDS = """
who which that and , ; : . ( ) - « » " if not was were by with between in on of to will planned denied met arrested
killed the meeting Kamal Warraq Adel Sari Tarfa 14 March 2019 seven men said 's ’ لم لن أن إن الذي التي و مع بين من
قبل على في ب اجتمع التقى اعتقل قُتل تم جرى اعتقال لقاء سليم الهدار وكمال لكمال حريق ساعتين كان مقررا نفى يزعم لا غير
که را با توسط به در دیدار بازداشت کرد شد نکرد خواهد قرار بود اگر کشت سلیم هدار آتش‌سوزی نه ، ؛ ؟
"""
PIECES = st.sampled_from([*WORDS.split(), "\u200c", "\u064f", "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_any_order_of_clause_words(words: str) -> None:
    of = text("x " + words + " x")
    sound(of, read(of))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_any_text(words: str) -> None:
    of = text("x" + words)
    sound(of, read(of))


def test_mentions_and_values_that_fit_nothing() -> None:
    of = text("")
    other = text("Kamal Warraq met Adel Sari on 14 March 2019.")
    assert claims(of, (), find_mentions(other, (), OUTLETS), read_values(other)) == ()


def test_a_statement_inside_itself() -> None:
    of = text("Mara Fell said the council met.")
    said = statement(of, "said", "Mara Fell", "the council met", language="en")
    found = read(of, [replace(said, parent=said.id)])
    assert [claim.statement for claim in found if claim.event == "meet"] == [said.id]


@pytest.mark.parametrize(
    "piece", ["met, and ", "who was ", "اجتمع و", "لم ", "دیدار کرد که ", "Kamal Warraq met ", "the ", ", ", "if "]
)
def test_long_bad_input_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        of = text("x " + piece * (size // len(piece)))
        mentions, values = find_mentions(of, (), OUTLETS), read_values(of)
        start = time.process_time()
        claims(of, (), mentions, values)
        return time.process_time() - start

    seconds(4_000)
    assert seconds(32_000) < 40 * max(seconds(4_000), 0.03)


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        ("The minister said that ", "the fire lasted three hours and killed seven people and "),
        ("قال الوزير إن ", "الحريق استمر ثلاث ساعات وقتل سبعة أشخاص و"),
        ("وزیر گفت که ", "آتش‌سوزی سه ساعت طول کشید و هفت نفر کشته شدند و "),
    ],
)
def test_one_very_long_sentence_takes_linear_time(start: str, piece: str) -> None:
    def seconds(count: int) -> float:
        of = text(start + piece * count)
        values = read_values(of)
        begin = time.process_time()
        claims(of, (), (), values)
        return time.process_time() - begin

    seconds(500)
    assert seconds(8_000) < 12 * max(seconds(2_000), 0.03)
