"""Segments of plain text: what is claimed as what. All texts are invented."""

from __future__ import annotations

from isnad.model import Document, Text
from isnad.text import make_text

PARAGRAPH = (
    "أعلنت إدارة ميناء الرمال أن العمل على الرصيف الجديد سيبدأ في الربيع المقبل، "
    "وقالت إن السفن الكبيرة ستدخل الحوض بعد انتهاء أعمال الحفر."
)
SECOND = (
    "وأضاف مديرها سالم البحري أن العمال سيحصلون على أجورهم كاملة قبل نهاية الشهر، وأن المخازن ستُفتح لهم طوال العام."
)
THIRD = "ولم تذكر الإدارة كلفة المشروع، لكنها أشارت إلى قرض قديم من صندوق الموانئ لم يُسدد بعد، وإلى خلاف مع المقاول."
FOURTH = "وكان الرصيف القديم قد أُغلق قبل ثلاثة أعوام بعد عاصفة ألحقت به أضراراً كبيرة ولم تُصلح إلى اليوم لأسباب مالية."


def read(text: str, title: str | None = None, author: str | None = None) -> Text:
    data = text.encode()
    return make_text(Document("doc:0", "a.txt", "", "text/plain", len(data), title=title, author=author), data)


def kinds(text: Text) -> list[str]:
    return [segment.kind for segment in text.segments]


def test_the_clean_text_is_the_file() -> None:
    source = f"  عنوان الخبر هنا اليوم\r\n\r\n{PARAGRAPH}\r\n"
    text = read(source)
    assert text.clean == text.original == source
    assert [(piece.start, piece.end, piece.verbatim) for piece in text.pieces] == [(0, len(source), True)]
    assert kinds(text) == ["headline", "lead"]


def test_headline_byline_lead_and_credit() -> None:
    text = read(f"الميناء يستعد للربيع\nسالم النوري / مرفأ نيوز\n{PARAGRAPH}\n{SECOND}\nالمصدر: وكالة الساحل")
    assert kinds(text) == ["headline", "byline", "lead", "body", "credit"]


def test_the_agency_alone_on_the_last_line_is_a_credit() -> None:
    assert kinds(read(f"{PARAGRAPH}\n\n{SECOND}\n\n(ساحل)"))[-1] == "credit"
    english = "The quay will be opened in spring, the harbour master said in a letter to the dockers on Monday."
    assert kinds(read(f"{english}\n\n{english[:-1]} too.\n\n— Coast Wire"))[-1] == "credit"


def test_what_stands_above_a_repeated_headline_is_the_site() -> None:
    headline = "الميناء يستعد للربيع القادم"
    text = read(f"تجمع أهل الساحل والبحر\n\n{headline}\n\n{headline}\n\n{headline}: {PARAGRAPH}\n\n{SECOND}")
    assert kinds(text) == ["boilerplate", "headline", "repeat", "lead", "body"]
    assert text.segments[2].repeats == 1


def test_the_title_of_the_document_names_the_headline() -> None:
    text = read(f"صحيفة المرفأ\n\nالميناء يفتح في الربيع.\n\n{PARAGRAPH}", title="الميناء يفتح في الربيع")
    assert kinds(text)[1] == "headline"


def test_a_teaser_repeats_the_text_below_it() -> None:
    teaser = PARAGRAPH[:90].rsplit(" ", 1)[0] + "…"
    text = read(f"الميناء يستعد للربيع\n\n{teaser}\n\nمرفأ نيوز: {PARAGRAPH}\n\n{SECOND}")
    assert kinds(text) == ["headline", "repeat", "lead", "body"]
    assert text.segments[1].repeats == 2


def test_a_narrow_column_that_repeats_the_text_is_one_pull_quote() -> None:
    words = PARAGRAPH.split()
    column = "\n".join(" ".join(words[i : i + 3]) for i in range(0, 18, 3))
    text = read(f"{column}\n\n{SECOND}\n\n{PARAGRAPH}")
    assert kinds(text) == ["pull_quote", "body", "body"]
    assert text.segments[0].repeats == 2
    assert "\n" in text.clean[text.segments[0].start : text.segments[0].end]


def test_short_lines_that_repeat_nothing_stay() -> None:
    poem = "\n".join(["يا بحر قف هنا", "والريح من بعيد", "تحمل لي خبراً", "عن سفن النوم", "وعن ليل طويل", "لا ينام فيه"])
    assert "pull_quote" not in kinds(read(f"{poem}\n\n{PARAGRAPH}"))


def test_a_pull_quote_in_one_line() -> None:
    quote = "السفن الكبيرة ستدخل الحوض بعد انتهاء أعمال الحفر"
    text = read(f"{PARAGRAPH}\n\n{SECOND}\n\n{quote}\n\n{THIRD}")
    assert kinds(text) == ["body", "body", "pull_quote", "body"]
    assert text.segments[2].repeats == 0


def test_the_headline_of_another_story_between_paragraphs() -> None:
    link = "حريق في سوق السمك القديم… البلدية تفتح ملف المخازن وتعد بالتعويض"
    text = read("\n\n".join([PARAGRAPH, SECOND, link, THIRD, FOURTH]))
    assert kinds(text) == ["body", "body", "related_link", "body", "body"]
    assert text.segments[2].reason


def test_a_sentence_that_lost_its_full_stop_stays() -> None:
    line = "وقال رئيس النقابة إن العمال لن يعودوا إلى الرصيف قبل دفع أجورهم المتأخرة"
    assert "related_link" not in kinds(read("\n\n".join([PARAGRAPH, SECOND, line, THIRD, FOURTH])))


def test_links_under_their_heading() -> None:
    link = "مرحلة جديدة في تاريخ الصيد، نهاية الشباك القديمة"
    text = read("\n\n".join([PARAGRAPH, "اقرؤوا المزيد", link, SECOND, THIRD]))
    assert kinds(text) == ["body", "boilerplate", "related_link", "body", "body"]


def test_the_tail_of_a_page() -> None:
    tail = [
        "تابع مرفأ نيوز على التلغرام",
        "مقالات ذات صلة",
        "اترك تعليقاً",
        "الاسم",
        "ستة × 2 =",
        "زر الذهاب إلى الأعلى",
    ]
    text = read("\n\n".join([PARAGRAPH, SECOND, *tail]))
    assert kinds(text)[:2] == ["body", "body"]
    assert set(kinds(text)[2:]) <= {"boilerplate", "related_link"}


def test_subheads_stay_readable() -> None:
    text = read("\n\n".join([PARAGRAPH, "خلاف مع المقاول", THIRD]))
    assert kinds(text) == ["body", "subhead", "body"]


def test_list_items() -> None:
    text = read(
        f"{PARAGRAPH}\nكشفت مصادر المرفأ ما يلي:\n_ الرصيف جاهز منذ عام.\n_الحفر لم يبدأ بعد.\n1) المال غير متوفر."
    )
    assert kinds(text)[-3:] == ["list_item"] * 3


def test_a_dash_alone_is_no_list() -> None:
    assert "list_item" not in kinds(read(f"{PARAGRAPH}\n\n- نعم، قال المدير، ثم خرج من القاعة.\n\n{SECOND}"))


def test_interview_with_a_signed_and_an_unsigned_question() -> None:
    answer = "آن سال کشتی های زیادی به بندر می آمدند و ما شب و روز کار می کردیم تا بارها را خالی کنیم."
    second = "مدیران آن روزها دریا را خوب می شناختند و با ملوانان بسیار خوب رفتار می کردند و حق همه را می دادند."
    unsigned = "کدام کشتی آن زمستان زودتر از همه به اسکله رسید و چه کسی بار آن را تحویل گرفت؟"
    text = read(f"◀ از آن سال چه به یاد دارید؟\n\n{answer}\n\n{unsigned}\n{second}")
    assert kinds(text) == ["question", "answer", "question", "answer"]
    assert text.language == "fa"


def test_one_rhetorical_question_makes_no_interview() -> None:
    text = read(f"{PARAGRAPH}\n\nفمن يدفع ثمن كل هذا التأخير الطويل؟\n\n{SECOND}")
    assert not {"question", "answer"} & set(kinds(text))


def test_wrapped_lines_are_one_paragraph() -> None:
    words = (" ".join([PARAGRAPH, SECOND])).split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 60:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = read("\n".join([*lines, line]) + "\n\n" + THIRD)
    assert len(text.segments) == 2


def test_lines_that_an_author_ended_are_paragraphs() -> None:
    text = read("\n".join([PARAGRAPH, SECOND, THIRD, FOURTH]))
    assert len(text.segments) == 4


def test_the_guess_of_an_encoding_is_noticed() -> None:
    data = PARAGRAPH.encode("cp1256")
    text = make_text(Document("doc:0", "a.txt", "", "text/plain", len(data)), data)
    assert [notice.code for notice in text.warnings] == ["encoding-guessed"]


def test_nothing_to_read_is_noticed() -> None:
    text = read(" \n \n")
    assert text.segments == ()
    assert [notice.code for notice in text.warnings] == ["no-text"]


def test_a_place_and_agency_alone_under_the_headline() -> None:
    text = read(f"الميناء يستعد للربيع\nميناء الرمال 20 مايو أيار (الساحل) -\n{PARAGRAPH}\n{SECOND}")
    assert kinds(text) == ["headline", "dateline", "lead", "body"]


def test_an_interview_with_stars_and_dashes() -> None:
    pairs = [f"* متى يبدأ العمل في الحوض رقم {n}؟\n- {PARAGRAPH.replace('الجديد', str(n))}" for n in (1, 2, 3)]
    assert kinds(read("\n".join([SECOND, *pairs]))) == ["body", *["question", "answer"] * 3]


TRANSCRIPT = """مرشد الميناء يتكلم

فتح لنا مرشد الميناء سالم البحري دفاتره القديمة وصب القهوة ولم ينتظر السؤال الأول منا.

الرصيف: كم سفينة دخلت؟

البحري: خمس سفن.

وكنت أعدها واحدة واحدة من شباك البرج.

الرصيف: ومن رآها معك؟

البحري: لا أحد.

الرصيف: ومتى خرجت؟

البحري: قبل الفجر بقليل.

ولم ترد إدارة الميناء على أسئلتنا حتى ساعة النشر.
"""


def test_a_transcript_is_told_by_two_labels_that_take_turns() -> None:
    kinds = [segment.kind for segment in read(TRANSCRIPT).segments]
    assert kinds.count("question") == 3 and kinds.count("answer") == 4
    assert kinds[-1] == "body"


def test_labels_that_ask_nothing_are_no_transcript() -> None:
    assert not {"question", "answer"} & {s.kind for s in read(TRANSCRIPT.replace("؟", ".")).segments}


DIALOGUE = """ليلى النجار تستذكر ليلة الميناء.

– متى وصلتم إلى الرصيف؟
– قرابة الثامنة.
– وكم كنتم؟
– خمسة.
– يقولون إن الحارس كان نائماً.
– لا، كان واقفاً عند البوابة.
– ومن فتحها؟
– فتحها الحارس.
"""


def test_turns_behind_dashes_ask_and_answer_by_turns() -> None:
    kinds = [segment.kind for segment in read(DIALOGUE).segments]
    assert kinds[-8:] == ["question", "answer"] * 4


def test_a_list_that_asks_once_is_no_dialogue() -> None:
    kinds = {segment.kind for segment in read(DIALOGUE.replace("؟", ".").replace("الرصيف.", "الرصيف؟")).segments}
    assert not {"question", "answer"} & kinds
