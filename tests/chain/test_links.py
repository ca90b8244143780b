"""Chains from the outlet to the root."""

from factory import analysis, outlet, statement, table, text
from msgspec.structs import replace

from isnad.model import Chain, Speaker

TABLE = table(
    outlet("sahel", ar="وكالة ساحل", kind="agency", aliases="ساحل", owner="Coast Holding"),
    outlet("nahr", ar="النهر", ambiguous="النهر", owner="Coast Holding", domain="nahr.example"),
)
CONTENT = "أن الجسر سيفتح أمام المارة بعد أسبوع"


def names(chain: Chain) -> list[tuple[str | None, str]]:
    return [(link.name, link.kind) for link in chain.links]


def test_outlet_agency_speaker() -> None:
    made = text(f"افتتاح الجسر\n\nالمرسى - ساحل: قال المهندس سالم الراوي {CONTENT}.")
    said = statement(made, "قال", "المهندس سالم الراوي", CONTENT, "سالم الراوي")
    chain = analysis(made, [said], TABLE, outlet="النهر").chains[0]
    assert names(chain) == [("النهر", "outlet"), ("ساحل", "credit"), ("سالم الراوي", "speech")]
    assert chain.links[1].owner == chain.links[0].owner == "Coast Holding"
    assert chain.root_label == "سالم الراوي" and not chain.root_unnamed


def test_the_agency_is_the_one_that_the_report_is_credited_to() -> None:
    made = text(f"افتتاح الجسر\n\nالمرسى - ساحل: نقلت الوكالة عن المهندس سالم الراوي قوله {CONTENT}.")
    outer = statement(made, "نقلت", "الوكالة", f"قوله {CONTENT}", "الوكالة", "agency")
    inner = statement(made, "قوله", "المهندس سالم الراوي", CONTENT, "سالم الراوي", parent=outer.id)
    chains = analysis(made, [outer, inner], TABLE, outlet="النهر").chains
    assert names(chains[0]) == [("النهر", "outlet"), ("ساحل", "credit")]
    assert names(chains[1]) == [("النهر", "outlet"), ("ساحل", "credit"), ("سالم الراوي", "speech")]
    alone = text(f"افتتاح الجسر\n\nنقلت الوكالة {CONTENT}.")
    said = statement(alone, "نقلت", "الوكالة", CONTENT, "الوكالة", "agency")
    assert names(analysis(alone, [said], TABLE, outlet="النهر").chains[0])[-1] == ("الوكالة", "citation")


def test_two_links_not_one() -> None:
    made = text(f"افتتاح الجسر\n\nبحسب وكالة ساحل، أشار سالم الراوي إلى {CONTENT}.")
    outer = statement(made, "بحسب", "وكالة ساحل", f"أشار سالم الراوي إلى {CONTENT}", "وكالة ساحل", "agency")
    inner = statement(made, "أشار", "سالم الراوي", CONTENT, "سالم الراوي", parent=outer.id)
    chains = analysis(made, [outer, inner], TABLE, outlet="النهر").chains
    assert names(chains[0]) == [("النهر", "outlet"), ("وكالة ساحل", "citation")]
    assert names(chains[1]) == [("النهر", "outlet"), ("وكالة ساحل", "citation"), ("سالم الراوي", "speech")]


def test_unnamed_source_of_a_named_outlet() -> None:
    made = text(f"افتتاح الجسر\n\nكشفت مصادر خاصة لـ«ساحل» {CONTENT}.")
    said = statement(made, "كشفت", "مصادر خاصة لـ«ساحل»", CONTENT)
    chain = analysis(made, [said], TABLE, outlet="النهر").chains[0]
    assert names(chain) == [("النهر", "outlet"), ("ساحل", "citation"), (None, "unnamed")]
    assert chain.root == "unnamed:sahel" and chain.root_unnamed


def test_an_unnamed_source_that_goes_on_spoke_to_the_same() -> None:
    made = text(
        f"افتتاح الجسر\n\nكشفت مصادر خاصة لـ«ساحل» {CONTENT}. وقالت المصادر إن الحفل تأجل. وقال مسؤول إنه ألغي."
    )
    said = [
        replace(
            statement(made, cue, source, content), speaker=Speaker(None, "unnamed", nameless="unnamed", again=again)
        )
        for again, cue, source, content in (
            (False, "كشفت", "مصادر خاصة لـ«ساحل»", CONTENT),
            (True, "وقالت", "المصادر", "إن الحفل تأجل"),
            (False, "وقال ", "مسؤول", "إنه ألغي"),
        )
    ]
    chains = analysis(made, said, TABLE, outlet="النهر").chains
    assert [chain.root for chain in chains] == ["unnamed:sahel", "unnamed:sahel", "unnamed:nahr"]


def test_why_nobody_is_named() -> None:
    made = text("سأل الحارس عن المفتاح. قال إنه في الدرج. وقيل إن الباب مفتوح.")
    spoken = statement(made, "قال", None, "إنه في الدرج")
    kinds = []
    for nameless in ("unnamed", "impersonal", "unknown"):
        said = replace(spoken, speaker=Speaker(None, "unnamed", nameless=nameless))
        kinds.append(analysis(made, [said], TABLE, outlet="النهر").chains[0].links[-1].kind)
    assert kinds == ["unnamed", "hearsay", "unknown"]


def test_a_word_of_a_quotation_is_no_outlet() -> None:
    quoted = "«وصلت القوارب إلى النهر من باب الميناء»"
    made = text(f"افتتاح الجسر\n\nقال سالم الراوي {quoted}، موضحاً {CONTENT}.")
    said = statement(made, "موضحاً", "سالم الراوي", CONTENT, "سالم الراوي")
    assert names(analysis(made, [said], TABLE, outlet="ساحل").chains[0]) == [
        ("ساحل", "outlet"),
        ("سالم الراوي", "speech"),
    ]


def test_the_article_of_the_outlet_swallowed_by_its_preposition() -> None:
    made = text(f"افتتاح الجسر\n\nكشفت مصادر خاصة للنهر {CONTENT}.")
    said = statement(made, "كشفت", "مصادر خاصة للنهر", CONTENT)
    chain = analysis(made, [said], TABLE, outlet="ساحل").chains[0]
    assert names(chain)[1:] == [("النهر", "citation"), (None, "unnamed")]
    assert chain.root == "unnamed:nahr"


def test_unnamed_sources_of_two_outlets_are_two_roots() -> None:
    made = text(f"افتتاح الجسر\n\nقالت مصادر مطلعة {CONTENT}.")
    said = statement(made, "قالت", "مصادر مطلعة", CONTENT)
    roots = {analysis(made, [said], TABLE, outlet=name).chains[0].root for name in ("النهر", "ساحل")}
    assert len(roots) == 2


def test_an_outlet_does_not_credit_itself() -> None:
    made = text(f"افتتاح الجسر\n\nالمرسى - ساحل: قال سالم الراوي {CONTENT}.")
    said = statement(made, "قال", "سالم الراوي", CONTENT, "سالم الراوي")
    assert names(analysis(made, [said], TABLE, outlet="وكالة ساحل").chains[0])[1:] == [("سالم الراوي", "speech")]


def test_the_outlet_is_known_by_its_domain() -> None:
    made = text(f"افتتاح الجسر\n\nقال سالم الراوي {CONTENT}.")
    said = statement(made, "قال", "سالم الراوي", CONTENT, "سالم الراوي")
    chain = analysis(made, [said], TABLE, url="https://www.nahr.example/1").chains[0]
    assert chain.links[0].outlet_id == "nahr"


def test_who_was_not_made_out_is_no_unnamed_source_but_the_same_root() -> None:
    made = text("قالت مصادر مطلعة إن الجسر سيغلق. قال إنه في الدرج.")
    unnamed = statement(made, "قالت", "مصادر مطلعة", "إن الجسر سيغلق")
    unnamed = replace(unnamed, speaker=Speaker(None, "unnamed", nameless="unnamed"))
    unknown = statement(made, "قال ", None, "إنه في الدرج")
    unknown = replace(unknown, speaker=Speaker(None, "unnamed", nameless="unknown"))
    chains = analysis(made, [unnamed, unknown], TABLE, outlet="النهر").chains
    assert [chain.root_label for chain in chains] == [
        "unnamed source of النهر",
        "unidentified speaker in the words of النهر",
    ]
    assert len({chain.root for chain in chains}) == 1 and all(chain.root_unnamed for chain in chains)


def test_some_letter_of_two_outlets_is_not_known_to_be_one() -> None:
    for source, same in (("رسالة", False), ("رسالة سرية", False), ("التقرير", True), ("تقرير لجنة السدود", True)):
        made = text(f"كتب الحارس {source} إلى المدير، جاء فيها {CONTENT}.")
        said = statement(made, "جاء فيها", source, CONTENT, source, "document")
        roots = {analysis(made, [said], TABLE, outlet=name).chains[0].root for name in ("النهر", "ساحل")}
        assert (len(roots) == 1) is same, source


def test_an_outlet_read_as_somebody_is_cited() -> None:
    for name, kind in (("وكالة ساحل", "citation"), ("النهر", "speech"), ("سالم الراوي", "speech")):
        made = text(f"افتتاح الجسر\n\nكتب {name} {CONTENT}.")
        said = statement(made, "كتب", name, CONTENT, name)
        assert analysis(made, [said], TABLE, outlet="الضفة").chains[0].links[-1].kind == kind, name
