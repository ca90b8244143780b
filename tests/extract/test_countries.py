"""A country that promises something is nobody's «he», and who is quoted by a paper goes on, not the paper."""

from __future__ import annotations

import pytest

from isnad.extract.countries import Countries
from isnad.extract.examples import extract_example
from isnad.text.fold import fold_key


def test_a_word_is_a_country_by_its_use() -> None:
    for language, text, word in (
        ("en", "They met in Orland.", "orland"),
        ("en", "Seventeen Orlandi fishermen came.", "orland"),
        ("ar", "عاد الصياد الاورلاني إلى بيته.", "اورلان"),
        ("fa", "ماهیگیران اورلانی آمدند.", "اورلان"),
    ):
        countries = Countries(fold_key(text), language)
        assert countries.has(word) and not countries.has("voss")
    assert not Countries("in orland", "und").has("orland")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sir Edmund Lark said the two sides met in Orland. Orland promised to open the dam. “Not a cent,” he said.",
            ["Edmund Lark", "Orland", "Edmund Lark"],
        ),
        (
            "Sir Edmund Lark said the two sides met in Orland. Orland promised to open the dam. “My house,” she said.",
            ["Edmund Lark", "Orland", None],
        ),
        (
            "Greta Voss said the pier was shut. Voss promised to open it. “Not a cent,” she said.",
            ["Greta Voss"] * 3,
        ),
        (
            "سر ادموند لارک گفت: «کار من بود». به گفتهٔ او، اورلان متعهد شد ده میلیون دلار بپردازد. او گفت: «نداد.»",
            ["ادموند لارک", "ادموند لارک", "اورلان", "ادموند لارک"],
        ),
        (
            "نقلت وكالة سهم عن الوزير نادر الحلو قوله إن الجسر قديم. وأضاف أن العمل سيبدأ غدا.",
            ["سهم", "نادر الحلو", "نادر الحلو"],
        ),
        (
            "ونقلت الصحيفة عن السائق سالم الدوري قوله «وصلنا مساء إلى الميناء». وقال «خرجنا منه فجرا».",
            ["الصحيفة", "سالم الدوري", "سالم الدوري"],
        ),
        (
            "قال سالم الدوري، مرشد السفن، إن الباب مغلق. وقال نادر الحلو إن الطريق طويل. وقال المرشد إن العمل انتهى.",
            ["سالم الدوري", "نادر الحلو", "سالم الدوري"],
        ),
        ("وقال أحد الصيادين إن الموج عال، وبحسب إحدى الحاضرات كان الباب مغلقا.", [None, None]),
        (
            "نادیا خواص گفته است: «در خانهٔ من بود.» و وقتی پرسیده‌اند خارجی هم بود، جواب داده: «نه، نبود.»",
            ["نادیا خواص"],
        ),
        ("به نوشتهٔ سایت «پنجرهٔ موج»، هیئت صندوقی به شهردار پیشکش کرده است.", ["سایت «پنجرهٔ موج»"]),
    ],
)
def test_who_goes_on(text: str, names: list[str | None]) -> None:
    assert [statement.speaker.name for statement in extract_example(text)] == names
