"""Copied passages: verbatim, edited, respelt; furniture of a site; direction with its reason."""

from factory import analysis, outlet, table, text
from hypothesis import given
from hypothesis import strategies as st

from isnad.compare.copies import find_copies
from isnad.compare.direction import sides
from isnad.compare.naming import Naming
from isnad.model import Analysis, Copy

TABLE = table(outlet("sahel", ar="وكالة ساحل", kind="agency", aliases="ساحل"), outlet("nahr", ar="جريدة النهر"))
STORY = (
    "أعلنت بلدية المرسى صباح اليوم أن الجسر المعلق فوق الوادي سيفتح أمام المارة بعد انتهاء أعمال الصيانة التي "
    "استمرت سبعة أشهر وشارك فيها أربعون عاملا من أبناء المدينة والقرى المجاورة لها"
)
OTHER = "نظمت مكتبة الحي القديم أمسية شعرية حضرها عدد كبير من الطلاب وقرأ فيها ثلاثة من الشعراء الشباب قصائد جديدة"


def report(name: str, content: str, **known: str) -> Analysis:
    return analysis(text(content, name), [], TABLE, **known)


def found_in(reports: list[Analysis]) -> tuple[Copy, ...]:
    found = sides(reports, TABLE)
    return find_copies(reports, found, Naming(TABLE, {side.outlet for side in found}))


def test_verbatim_copy_with_new_lead() -> None:
    a = report("a.txt", f"خبر\n\n{STORY}.", outlet="ساحل", date="2021-05-01")
    b = report("b.txt", f"خبر آخر\n\n{OTHER}.\n\n{STORY}.", outlet="جريدة النهر", date="2021-05-02")
    (copy,) = found_in([a, b])
    (passage,) = copy.passages
    assert passage.kind == "verbatim"
    assert passage.a.text == passage.b.text == STORY
    assert a.text.clean[passage.a.start : passage.a.end] == passage.a.text
    assert copy.direction == "b_from_a" and "2021-05-01" in copy.reason
    assert copy.contained_a > 0.9 > copy.contained_b > 0.4


def test_a_credit_outweighs_time() -> None:
    a = report("a.txt", f"خبر\n\nالمرسى - ساحل: {STORY}.", outlet="جريدة النهر", date="2021-05-01")
    b = report("b.txt", f"خبر\n\n{STORY}.", outlet="ساحل", date="2021-05-02")
    (copy,) = found_in([a, b])
    assert copy.direction == "a_from_b" and "credits" in copy.reason


def test_a_name_beside_the_passage_outweighs_time() -> None:
    a = report("a.txt", f"خبر\n\nوكتب في مقاله في جريدة النهر أمس: {STORY}.", outlet="وكالة ساحل", date="2021-05-01")
    b = report("b.txt", f"خبر\n\n{STORY}.", outlet="جريدة النهر", date="2021-05-02")
    (copy,) = found_in([a, b])
    assert copy.direction == "a_from_b" and "names" in copy.reason


def test_a_report_with_other_numbers_is_a_form_filled_in_anew() -> None:
    form = (
        "أغلق سوق السمك في المرسى اليوم عند {} صندوقا بعد أن خسر نحو {} صندوقا وبلغ سعر الصندوق {} ليرة بينما بيع "
        "في السوق الصغير {} صندوقا وبلغ عدد القوارب العائدة {} قاربا"
    )
    old = report("a.txt", f"خبر\n\n{form.format(802, 71, 45, 130, 35)}.", outlet="جريدة النهر")
    new = report("b.txt", f"خبر\n\n{form.format(731, 19, 52, 144, 28)}.", outlet="جريدة النهر")
    assert found_in([old, new]) == ()
    one_changed = report("b.txt", f"خبر\n\n{form.format(802, 71, 45, 130, 53)}.", outlet="جريدة النهر")
    assert len(found_in([old, one_changed])) == 1


def test_respelt_copy() -> None:
    respelt = STORY.replace("أ", "ا").replace("ة", "ه").replace("ي", "ی").replace("المعلق", "المعـلق")
    (copy,) = found_in([report("a.txt", f"خبر\n\n{STORY}."), report("b.txt", f"خبر\n\n{respelt}.")])
    assert copy.contained_a > 0.9


def test_edited_copy() -> None:
    words = STORY.split()
    edited = " ".join(word for i, word in enumerate(words) if i % 9 != 4)
    (copy,) = found_in([report("a.txt", f"خبر\n\n{STORY}."), report("b.txt", f"خبر\n\n{edited}.")])
    assert copy.passages[0].kind == "edited"
    assert copy.contained_a > 0.8


def test_different_reports_share_nothing() -> None:
    assert found_in([report("a.txt", f"خبر\n\n{STORY}."), report("b.txt", f"خبر\n\n{OTHER}.")]) == ()


def test_a_line_on_every_page_of_one_outlet_is_no_copy() -> None:
    line = "جميع الحقوق محفوظة لجريدتنا ويسمح بالنقل مع ذكر الاسم الكامل والرابط المباشر إلى صفحة الخبر الأصلي فقط"
    pages = [
        report(f"{i}.txt", f"خبر {i}\n\n{' '.join(f'كلمة{i}{j}' for j in range(40))}.\n\n{line}.", outlet="جريدة النهر")
        for i in range(4)
    ]
    assert found_in(pages) == ()


@given(st.lists(st.sampled_from([*STORY.split(), *OTHER.split(), "\n\n"]), max_size=120), st.integers(0, 60))
def test_every_passage_is_a_slice(words: list[str], at: int) -> None:
    a = report("a.txt", f"{STORY}. {OTHER}.")
    b = report("b.txt", " ".join([*words[:at], STORY, *words[at:]]))
    for copy in found_in([a, b]):
        assert 0 < copy.contained_a <= 1 and 0 < copy.contained_b <= 1
        for passage in copy.passages:
            assert a.text.clean[passage.a.start : passage.a.end] == passage.a.text
            assert b.text.clean[passage.b.start : passage.b.end] == passage.b.text
