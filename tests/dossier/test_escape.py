"""Nothing foreign is read as markup, and nothing disturbs the order of the page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.dossier import EXPORTERS
from isnad.dossier.html.build import Html, el, escape, say, web_address
from isnad.dossier.markdown.escape import escape as md_escape
from isnad.dossier.markdown.escape import isolated
from isnad.dossier.visible import DISTURBING, direction, visible
from isnad.dossier.words import LANGUAGES, Words

from .conftest import dossier_of, page_of
from .hostile import HOSTILE

any_text = st.one_of(st.text(), st.sampled_from(HOSTILE), st.text(alphabet="<>&\"'`=/ \u202e\u2066\x00\ud800a"))


class _Reader(HTMLParser):
    """Collects what a parser sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


@given(any_text)
def test_escaped_text_reads_back_as_itself(text: str) -> None:
    made = el("p", text, title=text)
    reader = _Reader()
    reader.feed(made)
    reader.close()
    assert reader.tags[0] == "p" and set(reader.tags[1:]) <= {"span"}
    assert reader.text == visible(text)
    assert reader.values[0] == visible(text)


@given(any_text)
def test_escaped_text_has_nothing_that_acts(text: str) -> None:
    for made in (escape(text), md_escape(text), isolated(text).strip("\u2068\u2069")):
        assert not DISTURBING.search(made)
        assert not set(made) & set("<>")
        made.encode("utf-8")


@given(any_text)
def test_only_markup_made_here_is_left_as_it_is(text: str) -> None:
    assert escape(escape(text)) == escape(text)
    assert isinstance(escape(text), Html)
    assert not isinstance(escape(text) + text, Html)
    assert not isinstance(f"{escape(text)}", Html)


@given(any_text)
def test_parameters_of_sentences_are_escaped(text: str) -> None:
    assert escape(text) in re.sub(
        r'<span class="ctl">(.*?)</span>', r"\1", say(Words("en"), "finding.common", name=text)
    )


@given(any_text)
def test_markdown_is_one_line_without_markup(text: str) -> None:
    for made in (md_escape(text), isolated(text)):
        assert "\n" not in made and "\r" not in made
        assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|]", made)
        assert not re.search(r"(?i)https?://|www\.", made)
    assert not re.match(r"[#+\-=:]|\d+[.)]", md_escape(text))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil",
        "http://",
        "https://a\u202eb",
        "http://a b",
        "http://[",
        None,
    ],
)
def test_addresses_that_no_link_is_made_of(address: str | None) -> None:
    assert web_address(address) is None


def test_web_addresses() -> None:
    assert web_address("https://quay.example/a?b=c#d") == "https://quay.example/a?b=c#d"


def test_direction_follows_the_letters() -> None:
    assert direction("نهرين said") == "rtl"
    assert direction("The «نهر» Gazette") == "ltr"
    assert direction("2031", "fa") == "rtl"
    assert direction("", None) == "ltr"
    assert direction("plain English", "ar") == "ltr"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_case_gives_a_harmless_page(language: str) -> None:
    page = page_of("hostile", language)
    assert not DISTURBING.search(page)
    page.encode("utf-8")
    tree = lxml.html.document_fromstring(page)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "input"}
    assert len(tree.findall(".//style")) == 1
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in {"style", "src", "srcset", "action"}
            assert name != "href" or value.startswith(("#", "https://", "http://"))


def test_hostile_strings_stay_readable() -> None:
    text = lxml.html.document_fromstring(page_of("hostile", "en")).text_content()
    for one in HOSTILE:
        shown = " ".join(visible(one).split())
        assert shown in " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_case_gives_harmless_markdown(language: str) -> None:
    made = EXPORTERS.get("md")(dossier_of("hostile"), language)
    assert "<" not in made
    assert not re.search(r"(?<!\\)\[", made)
    assert not re.search(r"[\u202a-\u202e\u2066\u2067]", made)
    # Isolates are ours, and each one is closed in its line.
    assert all(line.count("\u2068") == line.count("\u2069") for line in made.splitlines())
    headings = [line for line in made.splitlines() if line.startswith("#")]
    assert headings == [line for line in headings if re.match(r"#{1,3} \S", line)]
    made.encode("utf-8")
