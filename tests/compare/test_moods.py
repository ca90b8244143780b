"""Negation and mood in the words that a copy changed."""

import pytest

from isnad.compare.moods import moods_differ
from isnad.text.fold import fold_key


@pytest.mark.parametrize(
    ("a", "b", "language", "negation", "expected"),
    [
        ("was", "was not", "en", True, True),
        ("was", "will be", "en", True, False),
        ("was", "will be", "en", False, True),
        ("was not", "never was", "en", True, False),
        ("not only", "only", "en", True, True),
        ("کردند", "نکردند", "fa", True, True),
        ("آمد", "هرگز آمد", "fa", True, True),
        ("قرار است بسازند", "ساختند", "fa", False, True),
        ("وصل", "ولم يصل", "ar", True, True),
        ("بنى", "سيبني", "ar", False, True),
        ("صورة معه", "صورة سيلفي معه", "ar", False, False),
        ("في سيارة", "", "ar", False, False),
        ("بأمر الملك", "بأمر من الملك", "ar", True, False),
        ("", "لن", "ar", True, True),
    ],
)
def test_which_words_change_a_mood(a: str, b: str, language: str, negation: bool, expected: bool) -> None:
    left, right = fold_key(a).split(), fold_key(b).split()
    assert moods_differ(left, right, language, negation) is expected
    assert moods_differ(right, left, language, negation) is expected
