"""The page in a real browser: opens offline, runs nothing, fits, can be used by keyboard, prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from isnad.dossier.words import LANGUAGES

from .conftest import page_of
from .test_page import SECTIONS

_BOXES = """() => [...document.querySelectorAll('#chains .graph svg .node')].map(node => {
    const box = one => { const b = one.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height]; };
    return {shape: box(node.querySelector('.shape')), texts: [...node.querySelectorAll('text')].map(box)};
})"""
_WRONG_WAY = """() => [...document.querySelectorAll('blockquote, bdi, .seg, h1')].filter(element => {
    const count = pattern => (element.textContent.match(pattern) || []).length;
    const arabic = count(/[\\u0621-\\u06ff]/g), latin = count(/[A-Za-z]/g);
    const way = getComputedStyle(element).direction;
    return arabic !== latin && way !== (arabic > latin ? 'rtl' : 'ltr');
}).map(element => element.textContent.slice(0, 60))"""


@dataclass
class Opened:
    """A page with what it said and asked for while loading."""

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@dataclass
class Opener:
    """Writes a rendered case to a file and opens it from there."""

    browser: Browser
    folder: Path
    pages: list[Page] = field(default_factory=list)

    def __call__(self, name: str, language: str, width: int = 1280) -> Opened:
        path = self.folder / f"{name}-{language}.html"
        path.write_text(page_of(name, language), encoding="utf-8")
        page = self.browser.new_page(viewport={"width": width, "height": 900})
        self.pages.append(page)
        opened = Opened(page)
        page.on("console", lambda message: opened.messages.append(message.text))
        page.on("pageerror", lambda error: opened.messages.append(str(error)))
        page.on("dialog", lambda dialog: opened.messages.append(dialog.message))
        page.on("request", lambda request: opened.requests.append(request.url))
        page.goto(path.as_uri())
        return opened


@pytest.fixture
def open_case(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens cases by name and closes them afterwards."""
    opener = Opener(browser, tmp_path)
    yield opener
    for page in opener.pages:
        page.close()


def unfold(page: Page) -> None:
    """Open every ``<details>``."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@pytest.mark.parametrize("name", ["small", "hostile", "empty", "mid"])
def test_it_loads_nothing_but_itself_and_says_nothing(open_case: Opener, name: str) -> None:
    opened = open_case(name, "en")
    unfold(opened.page)
    assert opened.messages == []
    assert len(opened.requests) == 1 and opened.requests[0].startswith("file:///")
    assert opened.page.evaluate("document.scripts.length") == 0
    assert "owned" not in opened.page.title() or "document.title" in opened.page.title()
    # The sheet's hash is right: its rules hold.
    assert opened.page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


@pytest.mark.parametrize("name", ["small", "hostile", "empty", "mid"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_sideways(open_case: Opener, name: str, language: str, width: int) -> None:
    page = open_case(name, language, width).page
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wider = """width => [...document.querySelectorAll('body *')].filter(one => {
        if (one.closest('.graph') || one.closest('.skip') || one.closest('thead')) return false;
        const box = one.getBoundingClientRect();
        return box.width && (box.right > width + 1 || box.left < -1);
    }).map(one => one.outerHTML.slice(0, 90))"""
    assert page.evaluate(wider, width) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_run_in_their_own_direction(open_case: Opener, language: str) -> None:
    page = open_case("small", language).page
    unfold(page)
    assert page.evaluate(_WRONG_WAY) == []
    assert page.evaluate("getComputedStyle(document.body).direction") == ("ltr" if language == "en" else "rtl")


@pytest.mark.parametrize("name", ["small", "mid", "hostile"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_the_graph_stay_in_their_boxes_and_apart(open_case: Opener, name: str, language: str) -> None:
    nodes = open_case(name, language).page.evaluate(_BOXES)
    assert nodes
    for node in nodes:
        left, top, right, bottom = node["shape"]
        for text in node["texts"]:
            assert left <= text[0] and text[2] <= right and top - 1 <= text[1] and text[3] <= bottom + 1
        *label, count = node["texts"]
        assert not any(_overlap(line, count) for line in label)
    shapes = [node["shape"] for node in nodes]
    assert not any(_overlap(a, b) for number, a in enumerate(shapes) for b in shapes[:number])


def _overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_the_keyboard_reaches_skip_link_contents_and_graph(open_case: Opener) -> None:
    page = open_case("small", "en").page
    reached = []
    for _ in range(22):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached[:19] == ["#main", *(f"#{section}" for section in SECTIONS)]
    page.focus(".graph")
    assert page.evaluate("document.activeElement.className") == "graph"


def test_a_link_to_a_statement_unfolds_its_report_and_back(open_case: Opener) -> None:
    page = open_case("small", "en").page
    page.click("a[href='#s-1-3']")
    assert page.evaluate("document.querySelector('#r-1').open")
    assert page.evaluate("document.querySelector('#s-1-3').getBoundingClientRect().height") > 0
    page.click("#s-1-3")
    assert page.evaluate("location.hash") == "#q-1-3"


def _comes_true(page: Page, condition: str, argument: str | None = None) -> bool:
    """Whether a condition holds at a later frame, with which a change of media or of the page takes effect; the page's
    own policy forbids Playwright's waiting scripts."""
    for _ in range(200):
        if page.evaluate(condition, argument):
            return True
        page.wait_for_timeout(50)
    return False


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_with_everything_unfolded(open_case: Opener, language: str) -> None:
    page = open_case("small", language).page
    page.emulate_media(media="print")
    unfolded = """(() => { const text = document.querySelector('#r-1 .text');
        return text.checkVisibility({contentVisibilityAuto: true}) && text.getBoundingClientRect().height > 100; })()"""
    assert _comes_true(page, unfolded)
    printed = page.pdf(format="A4", print_background=True)
    assert printed.startswith(b"%PDF-") and len(printed) > 20_000


def test_a_larger_case_prints_what_is_open(open_case: Opener) -> None:
    page = open_case("mid", "en").page
    page.emulate_media(media="print")
    shown = "id => document.getElementById(id).checkVisibility({contentVisibilityAuto: true})"
    body = page.evaluate("document.querySelector('.voice .quote').id")
    page.wait_for_timeout(200)
    assert not page.evaluate(shown, body)
    page.evaluate("document.querySelector('.voice').open = true")
    assert _comes_true(page, shown, body)


def test_contrast_is_good(open_case: Opener) -> None:
    """At least 4.5 to 1 for every text against white or the nearest background."""
    page = open_case("small", "en").page
    unfold(page)
    weak = """() => {
        const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 :
            ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = one => { for (let e = one; e; e = e.parentElement) {
            const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; }
            return [255, 255, 255]; };
        return [...document.querySelectorAll('main *, header *, nav *')].filter(one => {
            if (one.closest('svg') || ![...one.childNodes].some(n => n.nodeType === 3 && n.data.trim())) return false;
            const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05) < 4.5;
        }).map(one => one.outerHTML.slice(0, 80));
    }"""
    assert page.evaluate(weak) == []


def test_a_large_case_opens_fast(open_case: Opener) -> None:
    page = open_case("large", "en").page
    loading = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    assert page.evaluate(loading) < 15_000
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
