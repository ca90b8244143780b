"""What looks like an Arabic verb in the future, and what only begins like one."""

import pytest

from isnad.text.fold import fold_key
from isnad.text.future import is_future


@pytest.mark.parametrize("word", ["سيجتمع", "وستعلن", "فسيكون", "سنواصل", "سيؤدي", "ستودعه"])
def test_a_verb_in_the_future(word: str) -> None:
    assert is_future(fold_key(word))


@pytest.mark.parametrize("word", ["سيارة", "سنتين", "سيلفي", "وسيارة", "سناتور", "ستوديو", "سعيد", "سيف"])
def test_a_noun_or_name_that_begins_like_one(word: str) -> None:
    assert not is_future(fold_key(word))
