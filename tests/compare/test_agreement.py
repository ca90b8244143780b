"""How many accounts, how many roots; circles of credit."""

from factory import analysis, outlet, statement, table, text

from isnad.compare import compare
from isnad.model import Analysis

TABLE = table(
    outlet("sahel", ar="وكالة ساحل", kind="agency", aliases="ساحل"),
    outlet("nahr", ar="جريدة النهر"),
    outlet("rasif", ar="موقع الرصيف", kind="website"),
)
CONTENT = "إن الجسر المعلق فوق الوادي سيفتح أمام المارة بعد سبعة أشهر من أعمال الصيانة الشاقة التي جرت فيه"


def report(name: str, outlet_name: str, speaker: str | None, cue: str = "قال", before: str = "") -> Analysis:
    source = speaker or "مصدر مطلع"
    made = text(f"خبر من {name}\n\n{before}{cue} {source} {CONTENT}.", name)
    return analysis(made, [statement(made, cue, source, CONTENT, speaker)], TABLE, outlet=outlet_name)


def test_two_outlets_on_one_speaker_are_one_root() -> None:
    found = compare([report("a", "جريدة النهر", "سالم الراوي"), report("b", "وكالة ساحل", "سالم الراوي")], TABLE)
    (finding,) = found.findings
    assert finding.kind == "single_root"
    assert (finding.accounts, finding.independent_roots, finding.common_link) == (2, 1, "سالم الراوي")


def test_a_copy_adds_no_witness_whatever_it_calls_the_speaker() -> None:
    found = compare([report("a", "جريدة النهر", "سالم الراوي"), report("b", "وكالة ساحل", "المهندس الراوي")], TABLE)
    (finding,) = found.findings
    assert (finding.kind, finding.independent_roots) == ("single_root", 1)


def test_an_unnamed_source_is_at_most_one_witness() -> None:
    found = compare([report("a", "جريدة النهر", None), report("b", "وكالة ساحل", None)], TABLE)
    assert found.findings[0].independent_roots == 1
    assert "at most one witness" in found.findings[0].reason


def test_circle() -> None:
    def cites(name: str, outlet_name: str, cited: str) -> Analysis:
        made = text(f"خبر {name}\n\nذكرت {cited} أن السفينة {name} غادرت الميناء قبل الفجر بقليل.", name)
        said = statement(made, "ذكرت", cited, f"أن السفينة {name} غادرت الميناء قبل الفجر بقليل", cited, "outlet")
        return analysis(made, [said], TABLE, outlet=outlet_name)

    found = compare([cites("a", "جريدة النهر", "موقع الرصيف"), cites("b", "موقع الرصيف", "جريدة النهر")], TABLE)
    (circle,) = [finding for finding in found.findings if finding.kind == "circular"]
    assert {reading.documents for reading in circle.readings} == {("a",), ("b",)}
    assert circle.independent_roots == 0


def test_accounts_say_how_much_was_copied() -> None:
    a = report("a", "جريدة النهر", "سالم الراوي")
    b = report("b", "وكالة ساحل", "سالم الراوي")
    accounts = compare([a, b], TABLE).accounts
    assert [account.document for account in accounts] == ["a", "b"]
    assert accounts[0].share_copied > 0.5 and accounts[0].copied_from == ("b",)
    assert accounts[0].roots == ("سالم الراوي",)
