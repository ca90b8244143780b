"""Quotation marks: paired, nested, turned round, never closed, never opened, over several paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.extract.quotes import find_quotes
from isnad.text.fold import fold_key


def inner(*paragraphs: str) -> list[tuple[str, str]]:
    key = "\n".join(fold_key(p) for p in paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        length = len(fold_key(paragraph))
        blocks.append((at, at + length))
        at += length + 1
    return [(key[q.inner_start : q.inner_end], q.repair) for q in find_quotes(key, blocks)]


def test_plain_pairs() -> None:
    assert inner("قال: «سنبقى هنا» ثم خرج") == [("سنبقي هنا", "")]
    assert inner('He said "we stay" and "we go".') == [("we stay", ""), ("we go", "")]


def test_glued_to_the_next_word() -> None:
    assert inner("قال«سنبقى»ثم خرج") == [("سنبقي", "")]


def test_the_next_sentence_written_to_the_closing_mark() -> None:
    assert inner("گفت: «پل باز است.»وی افزود: «راه بسته است.»") == [("پل باز است.", ""), ("راه بسته است.", "")]


def test_marks_turned_round() -> None:
    assert inner("العربات ” المعلقة “ في الجبل") == [(" المعلقه ", "")]


def test_quotes_in_quotes() -> None:
    assert inner("قال: «سمعت من يقول «نعم» ثم صمت»") == [("سمعت من يقول «نعم» ثم صمت", ""), ("نعم", "")]


def test_never_closed_ends_with_the_paragraph() -> None:
    assert inner("قال: «لم يكن سهلا.", "ثم خرج.") == [("لم يكن سهلا.", "unclosed")]


def test_never_closed_ends_before_the_next_speech() -> None:
    assert inner('قال: "الأول سهل. وأضاف: "الثاني صعب".') == [("الاول سهل.", "unclosed"), ("الثاني صعب", "")]
    assert inner("قال: «الأول سهل. وأضاف: «الثاني صعب».") == [("الاول سهل.", "unclosed"), ("الثاني صعب", "")]
    assert inner("قال: «سمعته. ثم قال: «نعم» وصمت».")[0] == ("سمعته. ثم قال: «نعم» وصمت", "")


def test_a_mark_before_a_full_stop_opens_nothing() -> None:
    assert inner('طالب بحلول جذرية". وأضاف: "الملعب صغير".') == [("الملعب صغير", "")]


def test_goes_on_when_the_next_paragraph_opens_again() -> None:
    found = inner("قال: «الأول.", "«الثاني».")
    assert found[0] == ("الاول.", "continued")
    assert found[1] == ("الثاني", "")


def test_never_opened_begins_after_the_colon() -> None:
    assert inner("قال المدير: وصلنا متأخرين جدا.»") == [("وصلنا متاخرين جدا.", "unopened")]


@given(st.lists(st.text(alphabet='«»" \nقا:.', max_size=30), min_size=1, max_size=4))
def test_any_marks_give_ordered_ranges(paragraphs: list[str]) -> None:
    paragraphs = [p.replace("\n", " ") for p in paragraphs]
    key = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    for quote in find_quotes(key, blocks):
        assert 0 <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(key)
