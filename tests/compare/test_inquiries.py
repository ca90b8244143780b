"""A commission of inquiry, its report and its head are one root; other committees are not."""

import pytest
from compare.reports import of, told

from isnad.compare.inquiries import heads_inquiry, is_inquiry


@pytest.mark.parametrize(
    "name",
    [
        "the commission",
        "The inquiry led by Judge Mara Fell",
        "لجنة التحقيق في حريق المخزن",
        "تقرير اللجنة",
        "کمیته تحقیق مرسا",
    ],
)
def test_names_of_an_inquiry(name: str) -> None:
    assert is_inquiry(name)


@pytest.mark.parametrize(
    "name", ["the families’ committee", "لجنة الأهالي", "کمیته خانواده‌ها", "Harbour Office", "report"]
)
def test_other_bodies(name: str) -> None:
    assert not is_inquiry(name)


@pytest.mark.parametrize("role", ["رئيسة اللجنة", "رئیس این کمیته", "chairman of the commission", "رئيس لجنة التحقيق"])
def test_heads(role: str) -> None:
    assert heads_inquiry(role)


@pytest.mark.parametrize(
    "role", ["رئيس لجنة الشؤون المالية", "chairman of the harbour board", "member of the commission", "رئیس پلیس"]
)
def test_other_offices(role: str) -> None:
    assert not heads_inquiry(role)


def test_an_inquiry_and_its_head_are_one_witness() -> None:
    found = told(
        "قالت لجنة التحقيق في حريق مرسى نوار إن حريق مرسى نوار استمر خمس ساعات وإن سالم البدري كان في الميناء.",
        "Hala al-Jabri, chairwoman of the commission, said the fire of Marsa Nuwar went on for five hours.",
        "ولید رملی، ماهیگیر، گفت آتش‌سوزی مرسی نوار هشت ساعت طول کشید و سالم بدری آنجا بود.",
    )
    assert of(found, "length").independent_roots == 2
