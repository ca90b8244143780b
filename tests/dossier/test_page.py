"""The page as a document: policy, landmarks, headings, tables, links, directions."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import lxml.html
import pytest
from msgspec import structs

from isnad.dossier import EXPORTERS
from isnad.dossier.html.copies import DETAILED
from isnad.dossier.words import LANGUAGES
from isnad.model import DocumentSpan

from .conftest import dossier_of, page_of

CASES = ("small", "empty", "hostile", "mid")
SECTIONS = (
    *("summary", "disputes", "agreed", "hanging", "circles", "chains", "events", "copies", "accounts", "entities"),
    *("timeline", "map", "values", "speakers", "unnamed", "reports", "failures", "made"),
)
_ARABIC = re.compile(r"[\u0621-\u06ff]")
_LATIN = re.compile(r"[A-Za-z]")


@pytest.mark.parametrize("name", CASES)
def test_the_policy_allows_the_one_style_sheet_and_nothing_else(name: str) -> None:
    tree = lxml.html.document_fromstring(page_of(name, "en"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    sheet = tree.find(".//style").text
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in sheet and "@import" not in sheet
    assert not tree.xpath("//script | //link | //img | //*[@style]")
    # Markup inside of these would be shown as text, or would end the drawing.
    assert not tree.xpath("//title/* | //text/*")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_and_every_link_inside_has_its_place(name: str, language: str) -> None:
    tree = lxml.html.document_fromstring(page_of(name, language))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert targets - set(ids) == set()


@pytest.mark.parametrize("name", CASES)
def test_landmarks_headings_and_tables(name: str) -> None:
    tree = lxml.html.document_fromstring(page_of(name, "en"))
    body = tree.find("body")
    assert [child.tag for child in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].get("href") == "#main"
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") in {"col", "row"} for head in table.iter("th"))
    assert [section.get("id") for section in tree.findall(".//section")] == list(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_has_its_direction(language: str) -> None:
    tree = lxml.html.document_fromstring(page_of("small", language))
    assert tree.get("lang") == language
    assert tree.get("dir") == ("ltr" if language == "en" else "rtl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_quoted_texts_and_names_have_direction_and_language(language: str) -> None:
    tree = lxml.html.document_fromstring(page_of("small", language))
    for element in tree.xpath("//blockquote | //bdi | //*[contains(@class, 'seg')]"):
        text = element.text_content()
        arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
        # An isolated name without ``dir`` goes by its first letter.
        first = next((match.group() for match in re.finditer(f"{_ARABIC.pattern}|{_LATIN.pattern}", text)), "")
        own = ("rtl" if _ARABIC.match(first) else "ltr") if element.tag == "bdi" else None
        if arabic > latin:
            assert element.get("dir", own) == "rtl", text
        elif latin > arabic:
            assert element.get("dir", own) == "ltr", text
    for element in tree.xpath("//blockquote[@dir='rtl'] | //*[contains(@class, 'seg')][@dir='rtl']"):
        assert element.get("lang") in {"ar", "fa"}


def test_an_empty_case_says_so_in_every_section() -> None:
    tree = lxml.html.document_fromstring(page_of("empty", "en"))
    assert len(tree.xpath("//*[contains(@class, 'none')]")) == 16


def test_weak_statements_and_unsearched_segments_are_folded() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    weak = tree.xpath("//details[contains(@class, 'weak')]")
    assert [one.find("summary").text_content() for one in weak] == ["Less certain: 1 statement"] * 2
    asides = tree.xpath("//details[@class='aside']/summary")
    assert asides[0].text_content() == "Not searched: 1 related link · 2 blocks of page remains"
    assert len(asides) == 3
    assert "اشترك في النشرة البريدية" in asides[0].getparent().text_content()


def test_unnamed_sources_stand_apart_under_their_outlet() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    titles = [title.text_content() for title in tree.xpath("//section[@id='unnamed']//h3")]
    assert "unnamed source of Sahifat al-Marfa" in titles
    assert not tree.xpath("//section[@id='speakers']//h3[contains(., 'unnamed')]")


def test_a_dispute_tells_roots_readings_and_the_words_with_their_place() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    conflict = tree.get_element_by_id("f-1")
    assert conflict.find(".//h3").text_content() == "How long: meeting"
    assert "Told in 5 reports, resting on 2 independent roots." in conflict.text_content()
    assert (
        "2 of them took their text from 1 Sahifat al-Marfa. 1 of them took its text from Nowhere Post."
        in conflict.text_content()
    )
    readings = [head.text_content() for head in conflict.xpath(".//ol[contains(@class, 'readings')]/li/h4")]
    assert readings == ["A5 hours", "B45 minutes planned"]
    link = conflict.xpath(".//blockquote/a/@href")[0][1:]
    # The value within the linked words is a place of its own, so they are marked in two pieces.
    marked = tree.get_element_by_id(link).xpath("self::mark | following-sibling::mark")[:2]
    assert "".join(mark.text_content() for mark in marked) == "استمر خمس ساعات"
    single = tree.get_element_by_id("f-3").text_content()
    assert "resting on 1 independent root. Common link: Leila al-Hakim ليلى الحكيم." in single
    assert tree.get_element_by_id("hanging").xpath(".//*[@id='f-5']")


def test_what_one_report_alone_tells_names_it_once_and_has_a_link_for_each_place() -> None:
    dossier = dossier_of("small")
    alone = dossier.comparison.findings[4]
    report = next(one for one in dossier.analyses if one.document.id == alone.readings[0].spans[0].document)
    first = alone.readings[0].spans[0]
    again = DocumentSpan(first.document, 0, 4, report.text.clean[:4])
    reading = structs.replace(alone.readings[0], spans=(first, again), roots=(first.document,))
    findings = (*dossier.comparison.findings[:4], structs.replace(alone, readings=(reading,)))
    changed = structs.replace(dossier, comparison=structs.replace(dossier.comparison, findings=findings))
    row = lxml.html.document_fromstring(EXPORTERS.get("html")(changed, "en")).xpath("//div[@class='alone']//li")[0]
    links = row.xpath(".//a[@class='rep']")
    assert len(links) == 2 and len({link.get("href") for link in links}) == 2
    named, numbered = (link.text_content() for link in links)
    assert len(named) > len(numbered) and numbered.isdigit() and named.startswith(numbered)
    assert "told by the report itself" in row.text_content()


def test_values_are_told_in_the_language_of_the_interface() -> None:
    heads = {
        language: lxml.html.document_fromstring(page_of("small", language)).xpath(
            "//*[@id='f-1']//h3 | //*[@id='f-1']//h4"
        )
        for language in LANGUAGES
    }
    assert [head.text_content() for head in heads["ar"]] == ["كم دام: اجتماع", "أ5 ساعات", "ب45 دقيقة كان مقررًا"]
    assert [head.text_content() for head in heads["fa"]] == ["چه مدت: جلسه", "الف۵ ساعت", "ب۴۵ دقیقه قرار بود"]


def test_readings_of_one_quantity_stand_on_one_scale() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    bars = tree.xpath("//*[@id='f-1']//svg[@class='scale']//rect[contains(@class, 'bar')]")
    wide = [float(bar.get("width")) for bar in bars]
    assert len(wide) == 2 and wide[0] / wide[1] == pytest.approx(300 / 45, rel=0.01)
    assert tree.xpath("//*[@id='f-4']//svg[@class='ring']//g[@class='cites']")
    assert not tree.xpath("//*[@id='f-2']//svg")


def test_an_entity_has_its_names_roles_mentions_and_statements() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    entry = tree.xpath("//*[@id='e-1']/ancestor::details")[0].text_content()
    assert "لیلا حکیم" in entry and "مديرة ميناء نهرين" in entry and "named 4 times · 7 statements" in entry
    body = tree.get_element_by_id("e-1").text_content()
    assert "3.1" in body and "speaks for" in body and "names that mean the same in two languages" in body
    suggested = tree.xpath("//*[@class='suggestions']//li")
    assert len(suggested) == 1 and "عماد السروجي" in suggested[0].text_content()


def test_speakers_are_grouped_by_who_they_are() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "fa"))
    titles = [title.text_content() for title in tree.xpath("//section[@id='speakers']//h3")]
    assert titles[0] == "لیلا حکیم ليلى الحكيم"
    assert sum("حكيم" in title or "حکیم" in title for title in titles) == 1


def test_the_timeline_draws_precision_and_lists_what_has_no_place() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    picture = tree.xpath("//svg[contains(@class, 'timeline')]")[0]
    dots = picture.xpath(".//g[@class='dates']//circle")
    stretches = picture.xpath(".//g[@class='dates']//rect")
    assert len(dots) == 1 and len(stretches) == 1
    assert stretches[0].getparent().xpath("./path[@class='end']")
    assert "2 March 2031 · 3 reports: قبل يومين / دو روز پیش" in dots[0].getparent().text_content()
    assert len(picture.xpath(".//g[@class='published']//rect")) == 5
    assert "three in the afternoon" in tree.xpath("//*[@class='unresolved']")[0].text_content()


def test_the_map_shows_places_with_a_position_and_their_source() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    section = tree.get_element_by_id("map")
    assert len(section.xpath(".//circle[@class='site']")) == 2
    assert "GeoNames" in section.text_content() and "CC BY 4.0" in section.text_content()
    empty = lxml.html.document_fromstring(page_of("empty", "en")).get_element_by_id("map")
    assert "there is no map" in empty.text_content() and not empty.xpath(".//svg")


def test_every_value_stands_in_the_table_with_its_words() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    rows = {
        row.find("th").text_content(): row.find("td").text_content()
        for row in tree.xpath("//table[@class='values']//tbody/tr")
    }
    assert rows["5 hours"] == "خمس ساعات 1 2پنج ساعت 3 5"
    assert "45 minutes planned" in rows and "at least 180" in rows and "no number to be checked" in rows


def test_accounts_of_an_event_stand_side_by_side() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    table = tree.xpath("//*[@id='ev-1']//table")[0]
    assert [head.text_content() for head in table.xpath(".//thead//th")] == [
        "Report",
        "How long: meeting",
        "How many: passenger",
        "Who did it: meeting",
    ]
    rows = table.xpath(".//tbody/tr")
    assert len(rows) == 5
    assert [cell.text_content() for cell in rows[3].xpath("./td")] == ["B45 minutes planned", "214", "·"]


def test_a_large_case_shows_some_and_folds_the_rest() -> None:
    tree = lxml.html.document_fromstring(page_of("large", "en"))
    assert len(tree.xpath("//details[@class='copy']")) == DETAILED
    assert len(tree.xpath("//details[@class='report']")) == 500
    open_reports = tree.xpath("//details[@class='report'][@open]")
    assert not open_reports
    dossier = dossier_of("large")
    conflicts = tree.get_element_by_id("disputes")
    assert len(conflicts.xpath("./div/article")) == 6
    assert len(conflicts.xpath(".//article")) == sum(one.kind == "conflict" for one in dossier.comparison.findings)
    assert tree.find("body").get("class") is None


def test_a_report_text_stands_in_the_page_once() -> None:
    filler = "Unrepeated harbour chronicle sentence"
    dossier = dossier_of("large")
    text = dossier.analyses[2].text.clean
    assert filler not in text
    size = len(page_of("large", "en").encode())
    texts = sum(len(analysis.text.clean.encode()) for analysis in dossier.analyses)
    statements = sum(len(analysis.statements) for analysis in dossier.analyses)
    assert size < 2 * texts + 3200 * statements


def test_what_two_reports_share_is_not_called_a_copy_of_either_without_a_direction() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    cells = [cell.text_content() for cell in tree.xpath("//td[contains(@class, 'col-copied_from')]")]
    assert cells[1] == "1 Sahifat al-Marfa"
    assert cells[2] == "5 Khabargozari Nilufar1 Sahifat al-Marfa (direction not known)"


def test_names_that_no_report_writes_in_latin_letters_are_spelt_by_us_and_marked_as_that() -> None:
    tree = lxml.html.document_fromstring(page_of("small", "en"))
    entry = tree.xpath("//*[@id='e-1']/ancestor::details/summary")[0]
    spelt = entry.xpath(".//h4/bdi[@class='tr']")[0]
    assert spelt.text == "Leila al-Hakim" and spelt.get("title") == "our transliteration of ليلى الحكيم"
    assert entry.xpath(".//span[@class='orig']/bdi[text()='ليلى الحكيم']")
    assert not tree.xpath("//blockquote//*[@class='tr'] | //mark//*[@class='tr']")
    assert 'class="tr"' not in page_of("small", "ar") + page_of("small", "fa")


_QUOTED = {"bdi", "code", "blockquote", "q", "mark", "style", "title", "h1"}
# Names of this program, of file formats and of a hash, which stand so in every language.
_NAMES = re.compile("isnad|JSON|SHA-256|GeoNames|geonames.org|CC BY|trafilatura|reports.csv|HTML|UTF-8|WebAnno|Citron")


@pytest.mark.parametrize("language", ["ar", "fa"])
@pytest.mark.parametrize("name", ["small", "empty", "mid"])
def test_no_word_of_the_interface_stays_english(name: str, language: str) -> None:
    """Text outside of originals (which have their own language or direction), names and codes; titles too."""
    tree = lxml.html.document_fromstring(page_of(name, language))
    left: list[str] = []
    for element in tree.body.iter():
        own = [
            one for one in (element, *element.iterancestors()) if one.tag in _QUOTED or "text" in one.get("class", "")
        ]
        texts = [] if own or element.tag == "text" else [element.text]
        texts += [] if any(one is not element for one in own) else [element.tail]
        texts += [element.get("aria-label")]
        left += [text for text in texts if text and re.search("[A-Za-z]{2,}", _NAMES.sub("", text))]
    assert left == []
