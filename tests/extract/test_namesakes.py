"""Two people of one surname, and bodies and documents of one noun: never the wrong one."""

from __future__ import annotations

import pytest

from isnad.extract.examples import extract_example
from isnad.extract.namesakes import Namesakes, title_before
from isnad.text.fold import fold

PEOPLE = (
    # A title and a surname are who bears that title in the text, though only a namesake has spoken.
    (
        "نسرین پارسا، که با کاپیتان بهروز پارسا نسبتی ندارد، گفت که اسکله پر است. "
        "کاپیتان پارسا تأکید کرد که اسکله خالی بود و جا داشت.",
        ["نسرین پارسا", "بهروز پارسا"],
    ),
    (
        "Nora Quill, who is no relation of Capt. Samir Quill, said the pier was old. Capt. Quill said it was new.",
        ["Nora Quill", "Samir Quill"],
    ),
    (
        "قالت نور الحداد إن الرصيف قديم. ووصل العقيد سالم الحداد إلى المكان. وقال العقيد الحداد إن الرصيف جديد.",
        ["نور الحداد", "سالم الحداد"],
    ),
    # Nobody bears the title, or the gender is another: the short form stands for itself.
    ("Colonel Samir Quill said the pier was old. Dr. Quill said it was new.", ["Samir Quill", "Quill"]),
    ("Samir Quill said the pier was old. Mrs. Quill said it was new.", ["Samir Quill", "Quill"]),
    # Two candidates: the short form stands for itself.
    ("Samir Quill met Karim Quill and said the pier was old. Quill said it was new.", ["Samir Quill", "Quill"]),
    # A title alone is who bears it in the text, not who spoke last; between two bearers it stands for itself.
    (
        "أكد مدير الشركة رشيد الوادي أن المخزن خال. وتقاعد اللواء سليم الحداد في تموز. وقال اللواء إن المخزن ممتلئ.",
        ["رشيد الوادي", "سليم الحداد"],
    ),
    (
        "أكد اللواء رشيد الوادي أن المخزن خال. وتقاعد اللواء سليم الحداد في تموز. وقال اللواء إن المخزن ممتلئ.",
        ["رشيد الوادي", "اللواء"],
    ),
    (
        "Director Karim Wells said the gate was shut. Admiral Samir Quill retired. The admiral said it was open.",
        ["Karim Wells", "Samir Quill"],
    ),
    (
        "کریم پارسا، مدیر شرکت، گفت که در بسته بود. سردار سلیم وفایی بازنشسته شد. سردار گفت که در باز بود.",
        ["کریم پارسا", "سلیم وفایی"],
    ),
    # A title that says no more than the gender, and one person: the fuller name.
    ("Colonel Samir Quill said the pier was old. Mr. Quill said it was new.", ["Samir Quill"] * 2),
)

BODIES = (
    ("The Orle court said it was late. The Delme court said it was early.", ["The Orle court", "The Delme court"]),
    (
        "The army said it was late. The Delmian army said it was early. The army said it had gone.",
        ["The army", "The Delmian army", "The army"],
    ),
    (
        "The Foreign Ministry said it was late. The Ministry of Foreign Affairs of Delme said it was early.",
        ["Foreign Ministry", "Ministry of Foreign Affairs of Delme"],
    ),
    (
        "The Delmian Foreign Ministry said it was early. The Foreign Ministry said it was late.",
        ["Delmian Foreign Ministry", "Foreign Ministry"],
    ),
    (
        "وزارت خارجه دلتا گفت که نامه رسیده است. وزارت خارجه اعلام کرد که نامه فرستاده شده است.",
        ["وزارت خارجه دلتا", "وزارت خارجه"],
    ),
    (
        "The Pilot's own report said the ship was late. The harbour company's last annual report states it was early.",
        ["The Pilot's own report", "The harbour company's last annual report"],
    ),
    # The same body again, in fewer words.
    ("The Orle court said it was late. The court said it would go on.", ["The Orle court"] * 2),
)

WOMEN: tuple[tuple[str, list[str | None]], ...] = (
    # Of two people with one surname the verb's gender tells which; a pronoun before a name is no part of it.
    (
        "نفت المتحدثة باسم الوزارة ليلى منصور أن يكون الجسر قد انهار.\n\nوأضافت منصور أن الطريق مغلق.\n\n"
        "وأكد عادل فوزي أن الناجيين هما حسن منصور وسعيد الراعي.",
        ["ليلى منصور", "ليلى منصور", "عادل فوزي"],
    ),
)

DESCRIPTIONS: tuple[tuple[str, list[str | None]], ...] = (
    # Who is described is the source just introduced, who stays unnamed.
    (
        "یک مقام وزارت بنادر که نخواست نامش فاش شود می‌گوید این جلسه دو ساعت طول کشید. "
        "این مقام تأکید کرد که «آن شب کسی به سوی بندر تیراندازی نکرد».",
        [None, None],
    ),
    ("The former commander said he gave no order that night.", [None]),
    # What is claimed is no source.
    ("The claim that Samir Quill sank the boat shows that the case is weak.", []),
    ("The idea that the pier was old misled the town and said nothing.", []),
)


@pytest.mark.parametrize(("text", "speakers"), PEOPLE + WOMEN + BODIES + DESCRIPTIONS)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [statement.speaker.name for statement in extract_example(text)] == speakers


def test_full_names_are_read_from_the_whole_text() -> None:
    people = Namesakes(fold("Capt. Samir al-Quill met Sarah Quill; she had said Quill was late.")).of("quill")
    assert [(person.first, person.title) for person in people] == [("samir", "capt"), ("sarah", "")]


def test_a_name_written_often_is_one_person() -> None:
    assert len(Namesakes(fold("Capt. Samir Quill went. " * 50)).of("quill")) == 1


def test_the_title_stands_right_before() -> None:
    key = fold("الليل\nالعقيد حداد").key
    assert title_before(key, key.index("حداد")) == fold("عقيد").key
    assert title_before(key, key.index("العقيد")) == ""


def test_every_name_is_read_once_however_many_surnames_are_asked_for() -> None:
    people = Namesakes(fold("Karim Sami Haddad met Sami al-Noor. " * 3))
    assert [person.first for person in people.of("haddad")] == ["karim"]
    assert [person.first for person in people.of("noor")] == ["sami"]
    assert people.of("met") == []


def test_a_name_may_end_the_text() -> None:
    assert [person.first for person in Namesakes(fold("said Sami al")).of("al")] == ["sami"]


def test_a_long_text_is_indexed_and_tells_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = fold("التقى كريم سامي الحداد والعقيد سامي الحداد. Capt. Samir al-Quill met Sarah Quill; she was late.")
    searched = Namesakes(text).of("حداد"), Namesakes(text).of("quill")
    monkeypatch.setattr("isnad.extract.namesakes._MANY", 0)
    assert (Namesakes(text).of("حداد"), Namesakes(text).of("quill")) == searched
    assert len(searched[0]) == len(searched[1]) == 2
