"""Who speaks in Arabic texts: the name in a source phrase, and who a verb without a subject goes on with."""

from __future__ import annotations

import pytest

from isnad.extract.examples import extract_example


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأوضحت مستشارة الوزير (هند السروجي) أن العمل بدأ.", "هند السروجي"),
        ("يقول الكاتب الساخر (سامر الحلو): «عاد الطريق إلى أهله جميعاً».", "سامر الحلو"),
        ("وقال المدعي العام سامر الحلو إن الملف أغلق.", "سامر الحلو"),
        ("كشف مسؤول الرقابة عن الجودة سالم الحلو أن العينات سليمة.", "سالم الحلو"),
        ("أكد صانع ألعاب فريق الضفة ياسر الدوري أن المباراة صعبة.", "ياسر الدوري"),
        ("أكد المتحدث باسم حركة الضفة «سالم الدوري» أن الجسر مغلق.", "سالم الدوري"),
        ("قال والد الطفل سالم الدوري إن ابنه بخير.", "والد الطفل سالم الدوري"),
        ("أكد وكيل أعمال اللاعب ياسر الدوري أن العقد وقع.", "وكيل أعمال اللاعب ياسر الدوري"),
        ("قال المقدم ركن طيار سعود الدوري إن الرحلة طويلة.", "سعود الدوري"),
        ("أكد الملحق الثقافي في السفارة الدكتور محمد الدوري أن الحفل نجح.", "محمد الدوري"),
        ("وقال نائب الوزير حسين أمير عبد الكافي إن الحفل نجح.", "حسين أمير عبد الكافي"),
        ("وقال الرئيس برافي وكل العالم إن الحفل نجح.", "الرئيس برافي وكل العالم"),
        ("وقال المدير سالم الحلو ونظيره فادي الدوري إن الحفل نجح.", "المدير سالم الحلو ونظيره فادي الدوري"),
        ("وقال رئيس الجمعية وعضو المجلس سالم الحلو إن الحفل نجح.", "سالم الحلو"),
        ("وأفاد المتحدث الرسمي لمركز الأمير عادل للإغاثة رأفت الدوري أن المواد وصلت.", "رأفت الدوري"),
        ("وأوضح مدير جامعة الملك سالم بن فهد الدكتور نادر الحلو أن الكتب وصلت.", "نادر الحلو"),
        ("قالت د. سلمى الدوري إن العيادة مجانية.", "سلمى الدوري"),
        ("وقالت «سارة فينلي» الباحثة في المعهد: «الناس تنسى الماء في الصيف».", "سارة فينلي"),
        ("وأوضح المشرف على مهرجان التمور جعفر الحلو أن الزوار بالآلاف.", "جعفر الحلو"),
        ("وأكد المتحدث باسم المرفأ علي بن موسى الحلو أن العمل بدأ.", "علي بن موسى الحلو"),
        ("وقال المشرف على العروض المرئية مضحي الحلو إن المعرض نجح.", "مضحي الحلو"),
        ("وأبان المشرف على الكرسي د. عودة الحلو أن الحملة بدأت.", "عودة الحلو"),
        ("وأصر سامر الحلو ذو الشهرة الواسعة على أن التهمة باطلة.", "سامر الحلو"),
    ],
)
def test_name_in_the_source(text: str, name: str) -> None:
    assert [statement.speaker.name for statement in extract_example(text)] == [name]


def test_a_quoted_outlet_is_nobody_who_spoke_before() -> None:
    found = extract_example("قال المدير سامر الحلو إن الجسر قديم. وعلمت «المدينة» أن الترميم بدأ.")
    assert [statement.speaker.name for statement in found] == ["سامر الحلو", "المدينة"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An office that stood in somebody's own phrase is his.
        (
            "كشف الكابتن سالم الدوري، مرشد السفن المتقاعد، أن اللقاء عقد ليلاً. وقال رئيس النقابة فادي الحلو إن الباب "
            "مغلق. وذكر مرشد السفن أن المقرر ساعة.",
            ["سالم الدوري", "فادي الحلو", "سالم الدوري"],
        ),
        # «وأضافت» goes on with who spoke last, if she can have the office.
        (
            "قالت سميرة الوادي: «تجمعت العائلات». وأضافت رئيسة الرابطة الأهلية، التي أسسها كمال الحلو، أن الإضراب بدأ.",
            ["سميرة الوادي", "سميرة الوادي"],
        ),
        (
            "قال سالم الوادي: «تجمعت العائلات». وأضافت رئيسة الرابطة الأهلية أن الإضراب بدأ.",
            ["سالم الوادي", "رئيسة الرابطة الأهلية"],
        ),
        (
            "قال المحافظ سالم الوادي: «تجمعت العائلات». وأضاف رئيس البلدية أن الإضراب بدأ.",
            ["سالم الوادي", "رئيس البلدية"],
        ),
    ],
)
def test_an_office_without_a_name(text: str, names: list[str]) -> None:
    assert [statement.speaker.name for statement in extract_example(text)] == names


def test_for_his_part_somebody_else_speaks() -> None:
    found = extract_example("قال رئيس الاتحاد سامر الحلو إن السباق مهم. من جهته، قال الرئيس: «الحوض جاهز للسباق غداً».")
    assert [statement.speaker.name for statement in found] == ["سامر الحلو", "الرئيس"]


def test_a_prayer_is_nobody() -> None:
    found = extract_example("قال الأمير خالد الدوري إن الجسر قديم. وأشاد – حفظه الله – بجهود العمال.")
    assert [statement.speaker.name for statement in found] == ["خالد الدوري", "خالد الدوري"]


def test_some_of_them_are_nobody_who_spoke_before() -> None:
    found = extract_example("قال الوزير سامر الحلو إن الجسر آمن. وقال بعضهم إن الخطر قائم.")
    assert [statement.speaker.name for statement in found] == ["سامر الحلو", None]


def test_a_preposition_is_no_first_name() -> None:
    (statement,) = extract_example("واعتبر أحد المدونين على الشبكة أن اللوحة نادرة.")
    assert statement.speaker.name != "على الشبكة"


def test_an_adjective_is_no_name() -> None:
    (statement,) = extract_example("وأصر الفنان ذو الشهرة الواسعة على أن التهمة باطلة.")
    assert statement.speaker.name != "ذو الشهرة الواسعة"


def test_a_plural_verb_does_not_go_on_with_one_speaker() -> None:
    found = extract_example("قال المدير سامر الحلو إن الجسر قديم. وأضاف أنه سيرمم. وأضافوا أن الهدف هو السوق.")
    assert [statement.speaker.name for statement in found] == ["سامر الحلو", "سامر الحلو", None]


def test_an_inner_clause_does_not_take_the_speaker_over() -> None:
    found = extract_example(
        "أوضح المتحدث سامر الحلو أن الجسر آمن، وأن الجانب الشمالي أبدى استعداده لإرسال العمال، مضيفاً أن الترميم بدأ."
    )
    assert found[-1].cue is not None and found[-1].cue.text == "مضيفاً"
    assert found[-1].speaker.name == "سامر الحلو"


@pytest.mark.parametrize(
    ("text", "nameless"),
    [
        ("وقيل إن الجسر أغلق أمس.", "impersonal"),
        ("وكشف لاحقا أن الجسر أغلق أمس.", "impersonal"),
        ("وقالوا إن الجسر أغلق أمس.", "unknown"),
        ("وأضافت مصادر في البلدية أن الجسر أغلق. وأوضحت أن العمل بدأ.", "unnamed"),
    ],
)
def test_why_nobody_is_named(text: str, nameless: str) -> None:
    assert {statement.speaker.nameless for statement in extract_example(text)} == {nameless}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A bare family name is the one full name of the text, also where it is no source there.
        ("زار إبراهيم الدوري الميناء. وقال الدوري إن العمل بدأ.", ["إبراهيم الدوري"]),
        # A title and a first name: the family name stands behind a title elsewhere.
        ("زار الفريق إبراهيم برافي الميناء مع اللواء برافي. وقال الحاج إبراهيم إن العمل بدأ.", ["إبراهيم برافي"]),
        ("زار الفريق سامر الميناء. وقال الحاج سامر إن العمل بدأ.", ["سامر"]),
        # «على» is not Ali.
        ("سلم المدير على الدوري. وقال الدوري إن العمل بدأ.", ["الدوري"]),
        # One description is not another, but «this man» may be who spoke last.
        ("قال الطبيب إن الجرح بسيط. وقال المريض إن الألم خف.", ["الطبيب", "المريض"]),
    ],
)
def test_who_is_meant(text: str, names: list[str]) -> None:
    assert [statement.speaker.name for statement in extract_example(text)] == names
