"""What a report is called in a line: its outlet, else its headline, else its file."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.dossier.case import case
from isnad.dossier.html import render
from isnad.dossier.latin import Latin
from isnad.dossier.markdown import render as render_markdown
from isnad.dossier.reported import called_by_headline
from isnad.dossier.words import Words
from isnad.model import Analysis, Dossier

from .cases import small

HEAD = "العبّارة «سلوى» تعود إلى الميناء بعد ليلة طويلة في عرض البحر"


def nowhere(*, title: str | None) -> Dossier:
    """The small case, with a first report of which no outlet is known."""
    built = small()
    first = built.analyses[0]
    text = replace(first.text, segments=tuple(one for one in first.text.segments if one.kind != "headline"))
    chains = tuple(
        replace(chain, links=(replace(chain.links[0], name=None, outlet_id=None), *chain.links[1:]))
        for chain in first.chains
    )
    document = replace(first.document, outlet=None, title=title)
    accounts = tuple(
        replace(account, outlet=None) if account.document == document.id else account
        for account in built.comparison.accounts
    )
    analysis: Analysis = replace(first, document=document, text=text, chains=chains)
    return replace(
        built,
        analyses=(analysis, *built.analyses[1:]),
        comparison=replace(built.comparison, accounts=accounts),
    )


def test_without_an_outlet_a_report_is_called_by_its_headline() -> None:
    dossier = nowhere(title=HEAD)
    (first, *_) = case(dossier).reports
    assert first.shown.startswith("“العبّارة") and first.shown.endswith("…”") and len(first.shown) < len(HEAD)
    assert first.label == dossier.analyses[0].document.name
    assert first.shown in render_markdown(dossier, "en")


def test_a_headline_in_the_text_will_do() -> None:
    (analysis, *_) = small().analyses
    headed = replace(analysis, document=replace(analysis.document, title=None))
    heads = [one for one in headed.text.segments if one.kind == "headline"]
    assert heads and called_by_headline(headed).startswith("“")


def test_without_a_headline_the_file_has_to_do() -> None:
    dossier = nowhere(title=None)
    assert case(dossier).reports[0].shown == dossier.analyses[0].document.name


def test_a_headline_is_not_spelt_in_other_letters() -> None:
    words = Words("en", Latin(()))
    assert words.spelt(f"“{HEAD}”") is None and words.spelt(HEAD) is not None
    assert case(nowhere(title=HEAD)).reports[0].shown in render(nowhere(title=HEAD), "en")
