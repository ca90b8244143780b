"""The language of segments."""

from __future__ import annotations

import pytest

from isnad.text.language import languages


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("أعلنت إدارة الميناء أن العمل على الرصيف الجديد سيبدأ في الربيع المقبل", "ar"),
        ("مدیر بندر گفت که کار ساخت اسکله تازه در بهار آینده آغاز می‌شود", "fa"),
        ("مدير بندر گفت كه كار ساخت اسكله تازه در بهار آينده آغاز ميشود", "fa"),
        ("كشتي هاي بزرگ پس از پايان كار مي توانند وارد شوند", "fa"),
        ("The harbour master said that the new quay would open in spring", "en"),
        ("بندرگاہ کے سربراہ نے کہا ہے کہ نیا گھاٹ اگلے سال تک کھول دیا جائے گا اور اس پر کام جاری ہے", "und"),
        (
            "Der Hafenmeister erklärte gestern, dass die neue Kaimauer erst nächstes Jahr fertig werden könne",
            "und",
        ),
    ],
)
def test_long_pieces_speak_for_themselves(piece: str, expected: str) -> None:
    assert languages([piece]) == ([expected], expected)


def test_short_lines_inherit() -> None:
    body = "أعلنت إدارة الميناء أن العمل على الرصيف الجديد سيبدأ في الربيع المقبل"
    assert languages([body, "سالم البحري", "***", "12"])[0] == ["ar", "ar", "ar", "ar"]


def test_a_foreign_passage_keeps_its_own_language() -> None:
    body = "أعلنت إدارة الميناء أن العمل على الرصيف الجديد سيبدأ في الربيع المقبل، وقالت إنها مستعدة"
    found, whole = languages([body, "The quay will be opened in the spring, it said", body])
    assert (found, whole) == (["ar", "en", "ar"], "ar")


def test_nothing_is_unknown() -> None:
    assert languages([]) == ([], "und")
