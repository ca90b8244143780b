"""The same words in two reports: one wording, one root; accounts; circles of credit."""

import pytest
from factory import analysis, outlet, statement, table, text

from isnad.compare import compare
from isnad.compare.agreement import one_wording
from isnad.model import Analysis, Comparison, Resolution

TABLE = table(
    outlet("sahel", ar="وكالة ساحل", kind="agency", aliases="ساحل"),
    outlet("nahr", ar="جريدة النهر"),
    outlet("rasif", ar="موقع الرصيف", kind="website"),
)
CONTENT = "إن الجسر المعلق فوق الوادي سيفتح أمام المارة بعد انتهاء أعمال الصيانة الشاقة التي جرت فيه"


def report(name: str, outlet_name: str, speaker: str | None, cue: str = "قال", before: str = "") -> Analysis:
    source = speaker or "مصدر مطلع"
    made = text(f"خبر من {name}\n\n{before}{cue} {source} {CONTENT}.", name)
    return analysis(made, [statement(made, cue, source, CONTENT, speaker)], TABLE, outlet=outlet_name)


def found(*reports: Analysis) -> Comparison:
    return compare(reports, TABLE, Resolution())


def test_two_outlets_on_one_speaker_are_one_root() -> None:
    (finding,) = found(report("a", "جريدة النهر", "سالم الراوي"), report("b", "وكالة ساحل", "سالم الراوي")).findings
    assert finding.kind == "single_root"
    assert (finding.accounts, finding.independent_roots, finding.common_link) == (2, 1, "سالم الراوي")


def test_a_copy_adds_no_witness_whatever_it_calls_the_speaker() -> None:
    (finding,) = found(report("a", "جريدة النهر", "سالم الراوي"), report("b", "وكالة ساحل", "المهندس الراوي")).findings
    assert (finding.kind, finding.independent_roots) == ("single_root", 1)


def test_an_unnamed_source_is_at_most_one_witness() -> None:
    (finding,) = found(report("a", "جريدة النهر", None), report("b", "وكالة ساحل", None)).findings
    assert finding.independent_roots == 1
    assert "at most one witness" in finding.reason


def test_circle() -> None:
    def cites(name: str, outlet_name: str, cited: str) -> Analysis:
        made = text(f"خبر {name}\n\nذكرت {cited} أن السفينة {name} غادرت الميناء قبل الفجر بقليل.", name)
        said = statement(made, "ذكرت", cited, f"أن السفينة {name} غادرت الميناء قبل الفجر بقليل", cited, "outlet")
        return analysis(made, [said], TABLE, outlet=outlet_name)

    both = found(cites("a", "جريدة النهر", "موقع الرصيف"), cites("b", "موقع الرصيف", "جريدة النهر"))
    (circle,) = [finding for finding in both.findings if finding.kind == "circular"]
    assert {document for reading in circle.readings for document in reading.documents} == {"a", "b"}
    assert circle.independent_roots == 0


def test_accounts_say_how_much_was_copied() -> None:
    accounts = found(report("a", "جريدة النهر", "سالم الراوي"), report("b", "وكالة ساحل", "سالم الراوي")).accounts
    assert [account.document for account in accounts] == ["a", "b"]
    assert accounts[0].share_copied > 0.5 and accounts[0].copied_from == ("b",)
    assert accounts[0].roots == ("سالم الراوي",)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("the old bridge will open again in spring", "the old bridge will open again in spring", True),
        ("that the old bridge will open again in spring", "the old bridge will open again in spring", True),
        ("the old bridge will open again in spring", "the old bridge will not open again in spring", False),
        ("the old bridge will open again in spring", "the new bridge will open again in spring", False),
        ("the old bridge will open again in spring after a long winter", "the old bridge will open again", True),
        ("the old bridge will open again never", "the old bridge will open again", False),
        ("the", "of", False),
    ],
)
def test_one_wording(a: str, b: str, one: bool) -> None:
    assert one_wording(a.split(), b.split()) is one
    assert one_wording(b.split(), a.split()) is one
