"""What pages say of themselves, and dates."""

from __future__ import annotations

import pytest

from isnad.read.dates import iso_date
from isnad.read.page import page_metadata

META = """<head><title>Quay opens &amp; ships come</title>
<meta property="og:site_name" content="Harbour News"><meta name="author" content="Nadia Seaman">
<meta property="article:published_time" content="2024-03-05T10:15:00+02:00">
<link rel="canonical" href="https://h.example/quay"></head>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Wrong"},
{"@type": ["NewsArticle"], "headline": "From data", "datePublished": "2024-03-04", "publisher": {"name": "Coast"},
"author": [{"name": "A. Hull"}, "B. Keel"]}]}</script>"""


def test_meta() -> None:
    found = page_metadata(META)
    assert found.outlet == "Harbour News"
    assert found.author == "Nadia Seaman"
    assert found.date == "2024-03-05T10:15:00+02:00"
    assert found.url == "https://h.example/quay"
    assert found.title == "Quay opens & ships come"


def test_linked_data_comes_first() -> None:
    found = page_metadata(META + LINKED)
    assert (found.outlet, found.date, found.author) == ("Coast", "2024-03-04", "A. Hull, B. Keel")
    assert (found.title, found.url) == ("From data", "https://h.example/quay")


@pytest.mark.parametrize(
    "script",
    ["{broken", "[" * 100_000, '{"@type": "NewsArticle", "publisher": 3, "author": {"name": []}}', '"text"', "[[[1]]]"],
)
def test_bad_data_is_passed_over(script: str) -> None:
    found = page_metadata(f'{META}<script type="application/ld+json">{script}</script>')
    assert found.outlet == "Harbour News"


def test_a_profile_address_is_no_author() -> None:
    assert page_metadata('<meta name="author" content="https://h.example/people/1">').author is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("2015-07-21 02:51:32", "2015-07-21T02:51:32"),
        ("2024-03-05T10:15Z", "2024-03-05T10:15Z"),
        ("1398/10/13", None),
        ("05/03/2024", None),
        ("2024-13-05", None),
        ("March 5, 2024", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_never_guessed(given: str | None, expected: str | None) -> None:
    assert iso_date(given) == expected
