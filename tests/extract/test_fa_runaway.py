"""A quotation that is never closed takes no other statements with it."""

from __future__ import annotations

from isnad.extract.examples import extract_example

CLAUSE = "نادر پارسا درباره «اسکله کهنه» گفت: «راه بندر باز است و کشتی‌ها می‌آیند». "


def said(text: str) -> list[tuple[str, str]]:
    return [(s.source.text if s.source else "", s.content[0].text) for s in extract_example(text)]


def test_a_mark_far_behind_closes_nothing() -> None:
    text = "کیوان دلیر از «طرح «موج تازه» در شورا گفت‌وگو کرد. " + CLAUSE * 40 + "پایان نشست» اعلام شد."
    assert len(text) > 2500
    assert said(text).count(("نادر پارسا", "راه بندر باز است و کشتی‌ها می‌آیند")) == 40


def test_a_long_quotation_with_few_others_in_it_stands() -> None:
    words = "ما کار را زود تمام می‌کنیم و کسی بی‌کار نمی‌شود. " * 60
    assert said(f"نادر پارسا گفت: «{words}«موج» باز است».")[0][1].startswith("ما کار را")
    assert len(said(f"نادر پارسا گفت: «{words}«موج» باز است».")[0][1]) > 2500


def test_never_closed_ends_before_the_next_report() -> None:
    words = "بندر باز است و بار می‌رسد. " * 10
    first, second = said(f"نادر پارسا گفت: «{words}وی افزود که پل تازه تا پاییز باز می‌شود.")
    assert first == ("نادر پارسا", words.strip().rstrip("."))
    assert second == ("وی", "پل تازه تا پاییز باز می‌شود")


def test_never_closed_without_another_report_ends_with_the_paragraph() -> None:
    words = "بندر باز است و بار می‌رسد. " * 10
    assert said(f"نادر پارسا گفت: «{words}کار تمام است.") == [("نادر پارسا", f"{words}کار تمام است")]
