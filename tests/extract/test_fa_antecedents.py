"""Bare offices in Persian reports: who «وزیر نیرو» is, and who it is not."""

from __future__ import annotations

import pytest

from isnad.extract.examples import extract_example

TEXTS = [
    # The lead names the office, the report the person.
    (
        "وزیر نیرو گفت: سد تا پاییز آماده می‌شود.\n\nبه گزارش خبرگزاری موج، نادر پارسا افزود: آب شهر پایدار است.",
        ["نادر پارسا", "خبرگزاری موج", "نادر پارسا"],
    ),
    # The office of a person named before, in a shorter form.
    (
        "نادر پارسا، سخنگوی وزارت راه دلتا، گفت: راه باز است. سخنگوی وزارت راه افزود: پل هم باز می‌شود.",
        ["نادر پارسا", "نادر پارسا"],
    ),
    # Another office is another speaker.
    (
        "نادر پارسا، سخنگوی وزارت راه، گفت که راه باز است. استاندار دلتا هشدار داد که رود بالا آمده است.",
        ["نادر پارسا", "استاندار دلتا"],
    ),
    # «این» means who spoke last.
    (
        "کمال دلیر گفت که راه باز است. به گفته سخنگوی بندر، آب بالاست. این مقام افزود: پل هم باز می‌شود.",
        ["کمال دلیر", "سخنگوی بندر", "سخنگوی بندر"],
    ),
    # A rank before a surname is that person, not who spoke last.
    (
        "کاپیتان بهروز پارسا گفت که اسکله پر است. "
        "کمال دلیر گفت که جا هست و خالی است. کاپیتان پارسا افزود که اسکله پر است.",
        ["بهروز پارسا", "کمال دلیر", "بهروز پارسا"],
    ),
    # An office that the report has tied to a name keeps it.
    (
        "دبیرکل اتحادیه گفت: راه باز است. نادر پارسا افزود: پل بسته است. دبیرکل اتحادیه تاکید کرد: بندر بسته است.",
        ["نادر پارسا", "نادر پارسا", "نادر پارسا"],
    ),
    # «او» behind an unnamed official is the official, until somebody is named again.
    (
        "نادر پارسا گفت که پل بسته است. یک مقام ارشد بندر گفت که اسکله پر است. او افزود که کشتی‌ها در راه‌اند. "
        "نادر پارسا گفت که راه باز است. وی افزود که پل هم باز است.",
        ["None", "None", "نادر پارسا", "نادر پارسا", "نادر پارسا"],
    ),
    # A verb whose subject was not read is not the last speaker's.
    (
        "کمال دلیر گفت: راه باز است. در واکنش به سیل نیلاب باشگاه ماهی‌گیران گفت: پل ماه دیگر باز می‌شود.",
        ["None", "کمال دلیر"],
    ),
    # A person does not speak in the plural; people do.
    ("کمال دلیر گفت که راه باز است. می‌گویند که پل بسته است.", ["None", "کمال دلیر"]),
    # The desk stands for its agency, a news site is an outlet.
    ("به گزارش گروه اقتصادی خبرگزاری موج، نان ارزان شد.", ["خبرگزاری موج"]),
    # The correspondent stands for the outlet.
    ("به گزارش خبرنگار سیاسی خبرگزاری موج، پل نیلاب دیروز باز شد.", ["خبرگزاری موج"]),
]


@pytest.mark.parametrize(("text", "speakers"), TEXTS)
def test_offices(text: str, speakers: list[str]) -> None:
    assert sorted(str(s.speaker.name) for s in extract_example(text)) == sorted(speakers)
