"""Where sentences end, and where not."""

from __future__ import annotations

import pytest

from isnad.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, [(0, len(text))])]


@pytest.mark.parametrize(
    "parts",
    [
        ["وصلت السفينة صباحاً.", "ولم يصعد إليها أحد؟", "نعم!"],
        ["قال د. سالم البحري إن الرصيف جاهز، وأضاف: «نبدأ غداً.»", "ثم انصرف."],
        ["قال محلل في شركة إل.بي.تي إن السوق هادئة.", "وأغلقت مساء."],
        ["نقلت أ. ف. ب. عن المدير قوله إن العمل انتهى.", "ولم تذكر متى."],
        ["بلغ الوزن 3.5 طن عند الساعة 10.30 صباحاً.", "انتهى."],
        ["كشتی صبح رسید.", "آیا کسی سوار شد؟", "نه."],
        ["بُنيت القلعة عام 950 م.", "وهُدمت بعد قرن."],
        ["Dr. Nadia Seaman met J. R. Hull at 10 a.m. on Monday.", "They left."],
        ["The U.S. envoy stayed in the U.S. embassy.", "He left in the U.S.", "The rest stayed."],
        ['"Is it open?" he asked.', '"It is."', "Nobody moved."],
        ["See www.harbour.example/a.b for more.", "Thanks."],
        ["He waited…", "Then he left."],
    ],
)
@pytest.mark.parametrize("space", [" ", "   ", "\n"])
def test_sentences(parts: list[str], space: str) -> None:
    assert split(space.join(parts)) == parts


def test_a_lost_space_after_the_full_stop() -> None:
    assert split("نامه را همان شب نوشت.به گزارش ساحل، نامه رسید.") == [
        "نامه را همان شب نوشت.",
        "به گزارش ساحل، نامه رسید.",
    ]


def test_a_dot_inside_a_broken_word_is_no_end() -> None:
    assert split("قـ.ـال إن أ.د سالم حضر") == ["قـ.ـال إن أ.د سالم حضر"]


def test_semicolon_and_colon_do_not_end() -> None:
    text = "قال المدير: نعم؛ لكنه لم يحدد موعداً، ثم خرج"
    assert split(text) == [text]


def test_a_sentence_never_crosses_a_segment() -> None:
    text = "أول السطر\nثاني السطر. ثالث"
    assert sentences(text, [(0, 9), (10, len(text))]) == [(0, 9), (10, 21), (22, 26)]


def test_list_numbers_are_no_sentences() -> None:
    assert split("1. The first item is long.") == ["1. The first item is long."]
