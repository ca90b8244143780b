"""What is read as a name in one text, and what is not."""

from __future__ import annotations

from typing import Any

import pytest
from factory import text
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.claim.entities import find_mentions
from isnad.errors import ReadError
from isnad.extract import extract
from isnad.model import Document
from isnad.text import make_text
from isnad.text.outlets import load_outlets


def names(found: Any, kind: str) -> list[str]:
    return [m.name.text for m in found if m.kind == kind and m.name is not None]


@pytest.mark.parametrize(
    ("content", "kind", "wanted"),
    [
        (
            "قال العقيد محمد عبدالرحيم العاصمي إن الطريق مغلق.\n\nوأضاف العاصمي أن الأمطار مستمرة.",
            "person",
            ["محمد عبدالرحيم العاصمي", "العاصمي"],
        ),
        ("استقبل الوزير سامي الراوي السفير كمال بن سعيد القطان.", "person", ["سامي الراوي", "كمال بن سعيد القطان"]),
        # A speaker's family name may be a noun; what a title reads of him goes on to its end.
        ("قالت سميرة الميناء، رئيسة الرابطة، إن الباب مغلق.", "person", ["سميرة الميناء"]),
        ("وقال كريم النجار إن الباب مغلق.", "person", ["كريم النجار"]),
        ("وقال المهندس سالم الوادي إن الجسر قديم.", "person", ["سالم الوادي"]),
        # «فإن» is no «فان», and the second stands in foreign names.
        ("ووفقا للرائد سامر الحلو فإن الجهات المعنية تلقت بلاغا.", "person", ["سامر الحلو"]),
        ("وقال لويس فان باسل إن النادي خسر.", "person", ["لويس فان باسل"]),
        ("The claim was made by Transport Minister Fares al-Rawi.", "person", ["Fares al-Rawi"]),
        ("Supreme Court Justice Omar Daher resigned.", "person", ["Omar Daher"]),
        ("It hurt her Health Issues. Former Sawari Gov. Omar Daher left.", "person", ["Omar Daher"]),
        ("The Valley Post and the Sakhr Tribune reported it.", "place", []),
        ("The Valley Post reported it.", "organisation", ["Valley Post"]),
        ("سرهنگ گفت ترمز اتوبوس برید و در میانه راه ماند.", "place", []),
        ("لم يكن في الاتحاد ولا في الحي من يعرف.", "place", []),
        ("أكد المسؤول على أهمية الالتزام بالتعليمات على الطرق.", "person", []),
        ("أعلنت وزارة الشؤون الخارجية والتعاون أمس موعد الاجتماع.", "organisation", ["وزارة الشؤون الخارجية والتعاون"]),
        ("ناقش مجلس الإدارة خطة العمل مع إدارة النادي.", "organisation", []),
        ("نفى الجيش السوري الخبر.", "organisation", ["الجيش السوري"]),
        ("خسروا جبهة البحر الأحمر، ولم تكن لهم مصلحة مصر في البال.", "organisation", []),
        ("قالت مصلحة السجون إن الباب مفتوح.", "organisation", ["مصلحة السجون"]),
        ("تولى قيادة زحف النظام المصري، ثم عاد إلى قيادة الجيش المصري.", "organisation", ["قيادة الجيش المصري"]),
        ("حافظوا على الخطوط الأمامية، وسافروا على الخطوط الجوية المصرية.", "organisation", ["الخطوط الجوية المصرية"]),
        ("وصل قائد قوة القاهرة إلى الثكنة.", "organisation", ["قوة القاهرة"]),
        ("وصل قائد قوة القاهرة إلى الثكنة.", "place", []),
        ("تراجعت قوة مصر في السوق.", "organisation", []),
        ("حضر أبو ليث المهندس ورفاقه، وأبو سامر الطيار.", "person", ["أبو ليث المهندس", "أبو سامر الطيار"]),
        ("به وزارت خارجه کمکهای زیادی کرد و در وزارت خارجه جلساتی داشت.", "organisation", ["وزارت خارجه"] * 2),
        ("أعلنت رئاسة إقليم مرجان السبت موعد الافتتاح.", "organisation", ["رئاسة إقليم مرجان"]),
        ("در آن سال‌ها در وزارت ارتباطات بودیم.", "organisation", ["وزارت ارتباطات"]),
        ("أعلنت سفارة المملكة المتحدة ذلك.", "organisation", ["سفارة المملكة المتحدة"]),
        ("استاندار در اداره بنادر خراسان شمالی گفت باران می‌بارد.", "organisation", ["اداره بنادر خراسان شمالی"]),
        ("عادوا إلى البيت بعد صلاة المغرب.", "place", []),
        ("وصلوا إلى قرية سنبا وبقية القرى.", "place", ["قرية سنبا"]),
        ("سخنگوی ستاد انتخابات گفت باران می‌بارد.", "organisation", ["ستاد انتخابات"]),
        ("سافروا من المغرب إلى مصر.", "place", ["المغرب", "مصر"]),
        ("وصلت السفينة السعودية إلى عدن.", "place", ["عدن"]),
        ("وصلت السفينة إلى السعودية.", "place", ["السعودية"]),
        ("افتتحوا مركز تجاري قرب البحر، ومخيم صيفي للأطفال.", "place", []),
        ("سقط الثلج على جبل قنديل.", "place", ["جبل قنديل"]),
        ("تجاوزوا حاجز الـ10 آلاف.", "place", []),
        ("أكد صاحب المحل أن الباب كان مفتوحا. ثم غادر المحل.", "person", []),
        ("لم يشارك اللاعب فيصل درويش نظير إصابته.", "person", ["فيصل درويش"]),
        ("قال القائد البحري الأردني إن السفينة وصلت.", "person", []),
        ("قال محمد علي القطان إن الباب مغلق.", "person", ["محمد علي القطان"]),
        ("وأوضح محمد علي أهمية القرار.", "person", []),
        (
            "قال عبدالله أبو سنام إن الباب مغلق. وأضاف أبو سنام أن الطريق طويل.",
            "person",
            ["عبدالله أبو سنام", "أبو سنام"],
        ),
        ("سید نظام الدین کاظمی گفت باران می‌بارد.", "person", ["نظام الدین کاظمی"]),
        (
            "بهروز درویشان، کاپیتان بازنشسته، گفت که آن شب در بندر بود. درویشان افزود باران می‌آمد.",
            "person",
            ["بهروز درویشان", "درویشان"],
        ),
        ("سردار حسین پاکدل در جمع خبرنگاران حاضر شد.", "person", ["حسین پاکدل"]),
        ("سخنگوی وزارت نیرو اعلام کرد سد پر است.", "organisation", ["وزارت نیرو"]),
        ("شورای شهر زرین‌آباد امروز تشکیل جلسه داد.", "organisation", ["شورای شهر زرین‌آباد"]),
        (
            "Capt. Behrouz Darvishan, a retired pilot, spoke to Kamal al-Warraq. Warraq said no.",
            "person",
            ["Behrouz Darvishan", "Kamal al-Warraq", "Warraq"],
        ),
        (
            "The Ministry of Ports and the United Nations signed it.",
            "organisation",
            ["Ministry of Ports", "United Nations"],
        ),
        ("Officials said on Monday that Reading books helps.", "person", []),
        # A conjunction with a word of the lists is no family name, nor is the place behind a titled first name.
        ("حضر الرئيس برافي وكل الناس الحفل.", "person", ["برافي"]),
        ("زار الحاج نادر بغداد في الربيع.", "person", ["نادر"]),
        # The family name of two words stays whole where it stands alone.
        (
            "حضر العميد محمود دورغا بيلاني الحفل. ثم غادر دورغا بيلاني القاعة.",
            "person",
            ["محمود دورغا بيلاني", "دورغا بيلاني"],
        ),
        ("سردار نقدی دیپلماسی را می‌شناخت.", "person", ["نقدی"]),
        # What is marked as an adverb is no place.
        ("فكر الحارس ملياً بالأمر.", "place", []),
    ],
)
def test_names(mentions: Any, content: str, kind: str, wanted: list[str]) -> None:
    assert names(mentions(content), kind) == wanted


def test_title_role_and_alias(mentions: Any) -> None:
    found = mentions("اجتمع قائد خفر السواحل اللواء البحري سليم الهدار، المعروف بأبي ليث، بالعمال.")
    person = next(m for m in found if m.kind == "person" and m.name and m.name.text == "سليم الهدار")
    assert person.title is not None
    assert person.title.text == "اللواء البحري"
    assert person.role is not None
    assert person.role.text.startswith("قائد خفر السواحل")
    assert person.alias is not None
    assert person.alias.text == "أبي ليث"
    assert person.gender == "m"


def test_an_office_behind_and_is_the_next_persons(mentions: Any) -> None:
    found = mentions("حضر اللواء سليم الهدار، المعروف بأبي ليث، ورئيس نقابة العمال كمال الوراق، أمس.")
    roles = {one.name.text: one.role.text for one in found if one.kind == "person" and one.name and one.role}
    assert roles == {"كمال الوراق": "رئيس نقابة العمال"}


@pytest.mark.parametrize(
    ("content", "role"),
    [
        ("Hospital director Omar Daher came.", "Hospital director"),
        ("The foreign minister, Omar Daher, came.", "foreign minister"),
        ("Omar Daher, a former deputy transport minister, came.", "deputy transport minister"),
        ("The union's press secretary, Omar Daher, came.", "press secretary"),
    ],
)
def test_an_english_office_has_the_nouns_before_it(mentions: Any, content: str, role: str) -> None:
    assert [m.role.text for m in mentions(content) if m.name is not None and m.role is not None] == [role]


def test_who_is_accused_is_no_office_of_the_one_named_before(mentions: Any) -> None:
    found = mentions("أكد الأمين أن الناجيين حسن القطان وسعيد الراعي، متهماً صاحب المصنع رمزي نور.")
    roles = {m.name.text: m.role and m.role.text for m in found if m.name is not None}
    assert roles["سعيد الراعي"] is None


def test_an_office_alone_is_a_mention_without_a_name(mentions: Any) -> None:
    found = mentions("The admiral left early. The governor did not answer.")
    assert [(m.span.text, m.name) for m in found if m.kind == "person"] == [
        ("The admiral", None),
        ("The governor", None),
    ]


def test_weapons_and_works(mentions: Any) -> None:
    assert names(mentions("أطلق المسلحون صواريخ كاتيوشا على الميناء."), "weapon") == ["كاتيوشا"]
    assert names(mentions("They fired a Patriot missile; a true patriot watched."), "weapon") == ["Patriot"]
    assert names(mentions("غادرت القاطرة «ياقوت» الميناء، وصدر كتاب «ليل المرفأ» عنها."), "work") == [
        "ياقوت",
        "ليل المرفأ",
    ]


PIECES = st.sampled_from(
    [
        "محمد",
        "بن",
        "أبو",
        "ال",
        "الهدار",
        "اللواء",
        "وزير",
        "وزارة",
        "الخارجية",
        "مدينة",
        "بغداد",
        "«",
        "»",
        "(",
        ")",
        "،",
        "آقای",
        "علی",
        "سازمان",
        "ملل",
        "سخنگوی",
        "در",
        "شهر",
        "می‌گوید",
        "Capt.",
        "Salim",
        "al-",
        "Haddar",
        "Ministry",
        "of",
        "the",
        "admiral",
        "U.S.",
        "New",
        "York",
        "'s",
        "\u200c",
        "ـ",
        "ً",
        "\n",
        "\n\n",
        ".",
        "٣",
        "لل",
        "و",
        "İ",
        "😀",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
    )
)
def test_every_span_is_a_slice_and_nothing_crashes(content: str) -> None:
    data = content.encode("utf-8", "surrogatepass")
    try:
        text = make_text(Document("doc:h", "h.txt", "0", "text/plain", len(data)), data)
    except ReadError:  # control characters: no text
        return
    found = find_mentions(text, extract(text), load_outlets())
    for mention in found:
        for part in (mention.span, mention.name, mention.title, mention.role, mention.alias):
            if part is not None:
                assert part.text == text.clean[part.start : part.end]
                assert part.start < part.end
    assert list(found) == sorted(found, key=lambda m: (m.span.start, m.span.end)) or len(found) < 2


@pytest.mark.parametrize(
    "content",
    [
        "کشتی به خلیج می‌رسید و مردم را می‌برد.",
        "سازمان مأموریتی به آنها داد.",
        "سندیکا قایق‌هایی را خرید.",
        "فقد الرجل بصره في الحريق.",
    ],
)
def test_common_words_behind_a_noun_are_no_name(content: str) -> None:
    of = text(content)
    assert [m.span.text for m in find_mentions(of, (), load_outlets()) if m.kind in ("place", "organisation")] == []
