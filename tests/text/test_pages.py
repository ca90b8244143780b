"""HTML pages: blocks, offsets, and which of them are the article."""

from __future__ import annotations

import time

import pytest

from isnad.model import Document, Text
from isnad.text import make_text, original_range

BODY = [
    "The harbour master said on Monday that the new quay would open in spring, after three years of work on it.",
    "He added that large ships would enter the basin once the dredging was done, and that wages would be paid.",
    "The office did not give the cost of the project, but pointed to an old loan that has not been paid back.",
    "The old quay was closed three years ago after a storm that damaged it badly, and it was never repaired.",
]
PAGE = f"""<!DOCTYPE html><html><head><title>Quay to open in spring | Harbour News</title>
<style>p {{ color: red }}</style><script>var a = "<p>never shown</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Quay to open &amp; ships to come</h1><div class="byline">By Nadia Seaman</div>
<p>{BODY[0].replace("three", "<b>thr&#101;e</b>")}</p>
<p>{BODY[1]}
</p><p><a href="/x">Fish market burns: council opens the files</a></p>
<h2>An old loan</h2><p>{BODY[2]}</p><ul><li>The quay is ready, officials say in their report.</li>
<li>The dredging has not begun, the union says.</li></ul><p>{BODY[3]}</p></article>
<div class="comments"><h3>Leave a comment</h3><form><label>Name</label></form></div>
<p hidden>Nobody sees this.</p><footer><p>All rights reserved, Harbour News.</p></footer></body></html>"""


def read(page: str | bytes) -> Text:
    data = page.encode() if isinstance(page, str) else page
    return make_text(Document("doc:0", "a.html", "", "text/html", len(data)), data)


def by_kind(text: Text, kind: str) -> list[str]:
    return [text.clean[s.start : s.end] for s in text.segments if s.kind == kind]


def test_the_blocks_of_a_page() -> None:
    text = read(PAGE)
    assert by_kind(text, "headline") == ["Quay to open & ships to come"]
    assert by_kind(text, "byline") == ["By Nadia Seaman"]
    assert by_kind(text, "lead") + by_kind(text, "body") == BODY
    assert by_kind(text, "related_link") == ["Fish market burns: council opens the files"]
    assert by_kind(text, "subhead") == ["An old loan"]
    assert len(by_kind(text, "list_item")) == 2
    assert by_kind(text, "boilerplate") == [
        "Home World",
        "Leave a comment",
        "Name",
        "All rights reserved, Harbour News.",
    ]


def test_what_nobody_sees_is_not_there() -> None:
    text = read(PAGE)
    assert "never shown" not in text.clean
    assert "Nobody sees" not in text.clean
    assert "color" not in text.clean


def test_every_place_leads_back_to_the_source() -> None:
    text = read(PAGE)
    start = text.clean.index("three years of work")
    low, high = original_range(text, start, start + 5)
    assert text.original[low:high] == "thr&#101;e"
    start = text.clean.index("&")
    assert text.original[slice(*original_range(text, start, start + 1))] == "&amp;"
    start = text.clean.index("harbour master")
    assert text.original[slice(*original_range(text, start, start + 14))] == "harbour master"


def test_a_range_outside_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the clean text"):
        original_range(read(PAGE), 5, 10**9)


def test_no_article_falls_back_to_own_rules() -> None:
    text = read(f"<p>{BODY[0]}")
    assert by_kind(text, "body") + by_kind(text, "lead") == [BODY[0]]


def test_deep_nesting_falls_back_to_own_rules() -> None:
    text = read("<div>" * 5000 + "".join(f"<p>{line}</p>" for line in BODY))
    assert by_kind(text, "body") == BODY
    assert [notice.code for notice in text.warnings] == ["article-by-own-rules"]


def test_an_article_that_only_scripts_show_is_read() -> None:
    page = '<div style="display: none">' + "".join(f"<p>{line}</p>" for line in BODY * 3) + "</div>"
    assert BODY[0] in read(page).clean


def test_whitespace_and_breaks() -> None:
    text = read("<p>one\n   two<b> three</b>&nbsp;four<br>five</p>\n\n<p> six </p>")
    assert text.clean == "one two three\u00a0four\nfive\nsix"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20000 + "x",
        "<div><p>" * 5000 + "</i></div>" * 5000,
        "<" * 50000,
        '<a x="' * 20000,
        "<a x='\" >" * 20000,
        "<!--" * 50000,
        "<script>" * 20000,
        "&" * 50000 + "&#" + "9" * 50000,
        "<p style='" + "a" * 500000 + "'>text</p>",
        "<p>" + "word " * 50000,
        "<p>a\x00b</p>" + "text " * 100,
    ],
    ids=range(11),
)
def test_hostile_pages_cost_little_and_never_fail(page: str) -> None:
    started = time.perf_counter()
    read(page)
    assert time.perf_counter() - started < 5
