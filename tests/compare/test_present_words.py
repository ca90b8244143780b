"""The phrases of `lang/presence.tsv`: at the table, elsewhere, not there."""

import pytest

from isnad.compare.present_words import answered_by, denies_of_self, marks_of_presence, phrase_of_presence, place_alone
from isnad.text.fold import fold_key


@pytest.mark.parametrize(
    ("text", "language", "there"),
    [
        ("the governor sat at the head of the table", "en", True),
        ("he was not in the control room", "en", False),
        ("she waited downstairs", "en", False),
        ("he was in Orle General Hospital", "en", False),
        ("he saw the colonel on the platform", "en", True),
        ("كان المحافظ جالساً إلى تلك الطاولة", "ar", True),
        ("إنه لم يكن في غرفة التحكم", "ar", False),
        ("أما القبطان فبقي عند الباب", "ar", False),
        ("وزیر در این نشست حضور نداشت", "fa", False),
        ("استاندار سر آن میز نشسته بود", "fa", True),
        ("من پای تلفن بودم", "fa", False),
    ],
)
def test_there_or_not(text: str, language: str, there: bool) -> None:
    found = phrase_of_presence(fold_key(text), language)
    assert found is not None and found.there is there
    assert marks_of_presence(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("he was not at the door", "en"),
        ("the table was old", "en"),
        ("كانت الطاولة قديمة", "ar"),
        ("میز کهنه بود", "fa"),
    ],
)
def test_no_phrase(text: str, language: str) -> None:
    assert phrase_of_presence(fold_key(text), language) is None


def test_answers() -> None:
    place = place_alone(fold_key("على كرسيه"), "ar")
    assert place is not None and place.there
    assert place_alone(fold_key("he sat on his chair"), "en") is None
    assert (answered_by("no, never", "en"), answered_by("yes", "en"), answered_by("perhaps", "en")) == (
        False,
        True,
        None,
    )
    assert denies_of_self("i did not.", "en") and not denies_of_self("i did not know.", "en")
