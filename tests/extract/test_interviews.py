"""Answers of an interview: labels with a name, labels that only say "answer", answers over two paragraphs."""

from isnad.extract.examples import extract_example

NAMED = """نوارة الساحلي: الجسر لنا جميعاً

تفتح مهندسة الجسور نوارة الساحلي دفاتر المشروع بعد عشرين عاماً من العمل فيه.

س: متى بدأ العمل في الجسر؟

الساحلي: بدأنا في الربيع، وكنا تسعة مهندسين لا غير.

س: ومن دفع ثمن الحجارة؟

الساحلي: أهل الوادي جمعوا المال بيتاً بيتاً.

ولم يسألنا أحد عن وصل.

س: وماذا بقي؟

الساحلي: بقيت الذكرى، وهي تكفي."""


def test_named_labels() -> None:
    answers = [s for s in extract_example(NAMED) if "answer of an interview" in s.reasons]
    assert [s.source.text for s in answers if s.source] == ["الساحلي"] * 3
    assert all(s.cue.text == ":" and s.kind == "direct" for s in answers)
    assert answers[1].content[-1].text.endswith("عن وصل.")


def test_signs_for_answer_name_nobody() -> None:
    signed = NAMED.replace("الساحلي: ب", "ج: ب").replace("الساحلي: أ", "ج: أ")
    answers = [s for s in extract_example(signed) if "answer of an interview" in s.reasons]
    assert [s.source for s in answers] == [None] * 3
    assert {s.cue.text for s in answers} == {"ج:"}


def test_a_question_says_nothing() -> None:
    assert not [s for s in extract_example(NAMED) if s.cue.start < NAMED.index("الساحلي: ب") and s.cue.text != ":"]


def test_a_sentence_with_a_cue_is_no_label() -> None:
    spoken = NAMED.replace("الساحلي: بدأنا", "قالت الساحلي: بدأنا")
    assert all(s.cue.text != ":" for s in extract_example(spoken) if "بدأنا" in s.content[0].text)


ASKED = """The pier and the night

{lead} He is no relation of the ministry's spokeswoman, Nora Quill.

Q: What did you see?

A: Smoke, and men in the water.

Q: Who came later?

A: Nobody came."""


def test_who_was_asked_answers() -> None:
    leads = {
        "The Courier put two questions to Samir Quill, master of the tug.": "Samir Quill",
        "We had an interview with the harbour master. Samir Quill was there.": None,
        "This is an interview with retired captain Samir Quill.": "Samir Quill",
        "We spoke to Samir Quill and had an interview with Karim Wells.": None,
    }
    for lead, name in leads.items():
        answers = [s for s in extract_example(ASKED.format(lead=lead)) if "answer of an interview" in s.reasons]
        assert [s.speaker.name for s in answers] == [name, name], lead


CLIPPING = """مدت‌ها کنار رودخانه کار کردیم و هر روز صبح آب را اندازه می‌گرفتیم و شب‌ها نتیجه را می‌نوشتیم.

◀ آیا خاطره‌ای از سال سیل دارید؟

آن سال آب تا پنجره‌ها بالا آمد و ما سه شب روی بام ماندیم و کسی از ما نپرسید چه می‌خواهیم.

◀ پس از سیل چه کردید؟

دیوارها را دوباره ساختیم و راه تازه‌ای به آسیاب کشیدیم که هنوز هم هست.

هنوز هم هر بهار به آنجا می‌رویم."""


def test_in_a_clipping_who_answers_is_unnamed() -> None:
    answers = [s for s in extract_example(CLIPPING) if "answer of an interview" in s.reasons]
    assert [(s.cue.text, s.speaker.name, s.speaker.nameless) for s in answers] == [("؟", None, "unnamed")] * 2
    assert answers[0].content[-1].text.endswith("چه می‌خواهیم.")


def test_under_a_headline_somebody_may_be_named() -> None:
    headed = f"گفت‌وگو با مهندس سدها\n\n{CLIPPING}"
    assert not [s for s in extract_example(headed) if "answer of an interview" in s.reasons]


def test_who_was_asked_answers_without_labels() -> None:
    headed = f"سال سیل\n\nاین گفت‌وگو با نادر پارسا، مهندس سدها، انجام شده است.\n\n{CLIPPING.split(chr(10), 2)[2]}"
    answers = [s for s in extract_example(headed) if "answer of an interview" in s.reasons]
    assert [s.speaker.name for s in answers] == ["نادر پارسا"] * 2


BEFORE = "answer of an interview without its question"


def test_a_paragraph_in_the_first_person_without_its_question() -> None:
    found = extract_example(CLIPPING)
    rest = [s for s in found if BEFORE in s.reasons]
    assert [(s.cue.text, s.speaker.nameless, s.kind) for s in rest] == [("کردیم", "unnamed", "direct")]
    assert rest[0].content[0].text.startswith("مدت‌ها")
    assert rest[0].confidence < 0.85


def test_who_is_quoted_in_such_a_paragraph_stands_inside_it() -> None:
    quoted = CLIPPING.replace("مدت‌ها", "به تعبیر یکی از همکاران، رودخانه مانند اسبی رمیده بود. مدت‌ها", 1)
    rest, inner = (
        next(s for s in extract_example(quoted) if (BEFORE in s.reasons) is before) for before in (True, False)
    )
    assert inner.cue.text.startswith("به تعبیر")
    assert inner.parent == rest.id


def test_what_nobody_tells_of_himself_has_no_teller() -> None:
    told = CLIPPING.replace("کار کردیم", "کار کردند").replace("می‌گرفتیم", "می‌گرفتند").replace("می‌نوشتیم", "می‌نوشتند")
    assert not [s for s in extract_example(told) if BEFORE in s.reasons]
    headed = f"سال سیل\n\n{CLIPPING}"
    assert not [s for s in extract_example(headed) if BEFORE in s.reasons]
    introduced = CLIPPING.replace("مدت‌ها", "پیش از مصاحبه با او مدت‌ها", 1)
    assert not [s for s in extract_example(introduced) if BEFORE in s.reasons]


CUT_SHORT = {
    "ar": """كنا ننزل إلى النهر كل صباح، ولدينا دفتر نكتب فيه ارتفاع الماء، ولم يسألنا أحد عنه منا أو من غيرنا.

◀ هل تذكرون سنة السيل؟

بلغ الماء النوافذ في تلك السنة وبقينا ثلاث ليال على السطح حتى جاءت القوارب.""",
    "en": """We went down to the river every morning, and in our book we wrote how high it stood, and nobody asked us.

◀ Do you remember the year of the flood?

The water reached the windows that year and we stayed on the roof for three nights until the boats came.""",
}


def test_the_other_languages() -> None:
    for language, text in CUT_SHORT.items():
        rest = [s for s in extract_example(text) if BEFORE in s.reasons]
        assert [s.speaker.nameless for s in rest] == ["unnamed"], language


INTRODUCED = """شب آسیاب

{lead}

◀ آن شب چه دیدید؟

آب تا سنگ زیرین آسیاب آمد و چرخ بزرگ تا صبح از کار ایستاد.

◀ بعد از آن چه شد؟

سه نفر با فانوس از پل پایین آمدند و دور انبار گشتند.

◀ خودتان کجا بودید؟

من پشت در انبار ماندم و تا سپیده از جا تکان نخوردم."""


def test_whom_the_text_introduces_answers() -> None:
    leads = {
        "نادر پارسا سی سال آسیابان بود و زمستان گذشته بازنشسته شد.": "نادر پارسا",
        "سی سال آسیابان بود و زمستان گذشته بازنشسته شد.": None,
        "نادر پارسا سی سال آسیابان بود.\n\nمریم پارسا خواهر او است.": None,
    }
    for lead, name in leads.items():
        answers = [s for s in extract_example(INTRODUCED.format(lead=lead)) if "answer of an interview" in s.reasons]
        assert [s.speaker.name for s in answers] == [name] * 3 if name else not answers, lead


GUEST = """على الدرج

ضيفة الحلقة سلمى الناعورة، التي أدارت الطاحونة عشرين عاماً.

– متى جاؤوا إلى الطاحونة؟

– جاؤوا مع الغروب ومعهم ثلاث عربات وفانوس واحد.

– من أغلق باب المخزن؟

– أنا أغلقته بيدي ثم صعدت إلى السطح وانتظرت.

– وماذا رأيت من هناك؟

– رأيت رجالاً ينقلون الأكياس إلى النهر حتى الفجر."""


def test_the_guest_answers_behind_a_dash() -> None:
    answers = [s for s in extract_example(GUEST) if "answer of an interview" in s.reasons]
    assert [s.speaker.name for s in answers] == ["سلمى الناعورة"] * 3
