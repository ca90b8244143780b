"""Which values are a part of what they seem to measure."""

import pytest
from compare.reports import report

from isnad.compare.parts import is_part
from isnad.compare.scene import Scene


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Eight of the injured were taken to the clinic.", True),
        ("A further 12 people were hurt at the mill.", True),
        ("About 30 people were hurt at the mill.", False),
        ("Dozens of the dead were farmers.", False),
        ("ثمانية من الجرحى نقلوا إلى المستوصف.", True),
        ("توفي ثلاثة عمال وأصيب 58 آخرين في المطحنة.", False),
        ("وسقط عشرات من القتلى في المطحنة.", False),
        ("ثلاثة من العمال وصلوا إلى المطحنة.", False),
        ("هشت نفر از مجروحان به درمانگاه رفتند.", True),
        ("سه نفر از کارگران به درمانگاه رفتند.", False),
    ],
)
def test_a_part_is_told_from_the_whole(words: str, part: bool) -> None:
    scene = Scene(report("a", words))
    values = [value for value in scene.analysis.values if value.kind == "count"]
    assert values
    assert is_part(values[-1], scene) is part
