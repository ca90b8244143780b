"""Matching keys: whatever is folded, every position leads back to the text."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.fold import fold, fold_key

LETTERS = 'قالوزيرةأإآكیيىؤئـًّ\u200c ۱٢3«»“”".،؛؟\n\u00a0AbİʼﷲﻼﻗA😀'


@given(st.text(alphabet=LETTERS, max_size=200))
def test_every_key_position_leads_to_the_text_and_back(text: str) -> None:
    folded = fold(text)
    places = [folded.to_text(i) for i in range(len(folded.key))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for i, place in enumerate(places):
        # A presentation form stands for several letters: the way back leads to the first of them.
        assert folded.to_key(place) <= i
        assert places[folded.to_key(place)] == place


@given(st.text(max_size=200))
def test_any_text_folds(text: str) -> None:
    folded = fold(text)
    assert len(folded.key) == len(folded.cased)
    assert folded.to_keys(list(range(len(text)))) == sorted(folded.to_keys(list(range(len(text)))))


# Without dots: a dot beside a tatweel inside a word is a dodge against filters and goes with it.
@given(st.text(alphabet=LETTERS + "Σİ\ufefb\ufeff\U0001f600\t\u00a0", max_size=80) | st.text(max_size=80))
def test_a_short_texts_key_is_the_key_of_its_folding(text: str) -> None:
    assert fold_key(text) == fold(text).key


@given(st.text(alphabet=LETTERS.replace(".", ""), max_size=80), st.text(alphabet="ـًٌٍَُِّْ", min_size=1, max_size=3))
def test_marks_and_tatweel_change_no_key(text: str, marks: str) -> None:
    spread = "".join(char + marks if "\u0621" <= char <= "\u064a" else char for char in text)
    assert fold_key(spread) == fold_key(text)


def test_letters_of_one_sound_have_one_key() -> None:
    assert fold_key("می‌گوید") == fold_key("ميگويد")
    assert fold_key("مسؤولة") == fold_key("مسوولة") != fold_key("مسوول")
    assert fold_key("۱۳۹۸") == fold_key("١٣٩٨") == "1398"


def test_a_word_broken_against_filters_is_joined() -> None:
    text = "قـ.ـال المدير"
    folded = fold(text)
    assert folded.key == "قال المدير"
    assert text[slice(*folded.text_range(0, 4))].strip() == "قـ.ـال"


def test_plain_dots_join_only_known_words() -> None:
    assert fold("قا.ل المدير", {"قال"}).key == "قال المدير"
    assert fold("نوشت.به گزارش", {"نوشت"}).key == "نوشت.به گزارش"
    assert fold("أ.ف.ب", {"قال"}).key == "ا.ف.ب"


def test_a_span_ends_with_the_marks_of_its_last_letter() -> None:
    text = "مؤكداً أن"
    folded = fold(text)
    assert text[slice(*folded.text_range(0, 5))] == "مؤكداً"


def test_doubled_spaces_are_one() -> None:
    text = "قال   الوزير"
    folded = fold(text)
    assert folded.key == "قال الوزير"
    assert text[slice(*folded.text_range(4, 10))] == "الوزير"


def test_empty() -> None:
    assert fold("").key == ""
    assert fold("").text_range(0, 0) == (0, 0)
