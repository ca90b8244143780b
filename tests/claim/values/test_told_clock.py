"""Clock times that the words around an hour tell, and hours that only count something."""

import pytest
from factory import text

from isnad.claim.values import read_values


def clocks(content: str) -> list[tuple[str | None, bool]]:
    return [(value.clock, value.approximate) for value in read_values(text(content)) if value.clock]


@pytest.mark.parametrize(
    ("content", "clock", "about"),
    [
        ("The ferry came at ten minutes to one and left again.", "00:50", False),
        ("The lamps were lit at twenty past four.", "04:20", False),
        ("It had just gone nine when they heard the bell.", "09", True),
        ("The lamps went out a little after ten, she said.", "10", True),
        ("وصلت العبارة عند الواحدة إلا عشر دقائق وغادرت من جديد.", "00:50", False),
        ("انطفأت المصابيح بعد التاسعة بربع ساعة في الميناء.", "09:15", False),
        ("انطفأت المصابيح بعد العاشرة بقليل في الميناء.", "10", True),
        ("جاء الضيوف إلى الميناء قرابة الثامنة، ثم غادروا.", "08", True),
        ("وصلت العبارة عند الواحدة و55 دقيقة فجراً وغادرت.", "01:55", False),
        ("ده دقیقه به یک بود که قایق به اسکله رسید.", "00:50", False),
        ("کمی از نه گذشته چراغ‌های اسکله خاموش شد.", "09", True),
        ("چراغ‌های اسکله یک ربع بعد از نه خاموش شد.", "09:15", False),
        ("هشت شب به اسکله رسیدیم و برگشتیم.", "20", False),
        ("از ده شب چراغ‌های اسکله را بستند.", "22", False),
        ("ساعت دو شب به اسکله رسیدیم.", "02", False),
        ("ساعت ۱۲ شب به اسکله رسیدیم.", "00", False),
        ("یک ربع به هشت شب به اسکله رسیدیم.", "19:45", False),
        ("وصلنا إلى الميناء عند الثانية ليلا.", "02", False),
        ("وصلنا إلى الميناء في الساعة الثانية عشرة ليلا.", "00", False),
        ("وصلنا إلى الميناء بعد منتصف الليل بقليل.", "00:00", True),
        ("We reached the port shortly after midnight.", "00:00", True),
        ("We reached the port at 8:15 and slept.", "08:15", False),
    ],
)
def test_hours(content: str, clock: str, about: bool) -> None:
    assert clocks(content) == [(clock, about)]


@pytest.mark.parametrize(
    "content",
    [
        "Shortly after nine people had come, the ferry left.",
        "Five minutes to go, the master said on the ferry.",
        "They left ten minutes after the start of the storm.",
        "أصدرت اللجنة بياناً بعد الثامنة من جلساتها في الميناء.",
        "سه شب در اسکله ماندند و برگشتند.",
        "کمی از نه کیلومتر جاده گذشته بودند که باران آمد.",
    ],
)
def test_what_is_no_hour(content: str) -> None:
    assert clocks(content) == []
