"""What holds for every text, whatever the bytes."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.errors import ReadError
from isnad.model import Document, Text
from isnad.text import make_text, original_range

ARABIC = ["قال", "المدير", "إن", "الميناء", "گفت", "که", "بندر", "د.", "؟", "«", "»", "اترك تعليقاً", "المصدر: ساحل"]
OTHER = ["the", "harbour", "opened", ".", "?", ":", "“", "…", "-", "*", "◀", "1)", "3.5", "\n", "\n\n", "\r\n", "  "]
WORDS = st.sampled_from([*ARABIC, *OTHER])
PLAIN = st.lists(WORDS, max_size=120).map(" ".join) | st.text(max_size=300)
ELEMENTS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<h1>",
    "</h1>",
    "<a>",
    "</a>",
    "<ul><li>",
    "</ul>",
]
BROKEN = ["<script>", "</script>", "<!--", "-->", "<", ">", "<p hidden>", '<i x="']
TAGS = st.sampled_from([*ELEMENTS, *BROKEN, "&amp;", "&#1575;", "&nbsp", "&nbsp;", "&bogus;"])
HTML = st.lists(TAGS | WORDS | st.text(max_size=8), max_size=80).map("".join)


def check(text: Text) -> None:
    position = original = 0
    for piece in text.pieces:
        assert piece.start == position < piece.end
        assert original <= piece.original_start <= piece.original_end <= len(text.original)
        if piece.verbatim:
            assert text.clean[piece.start : piece.end] == text.original[piece.original_start : piece.original_end]
        position, original = piece.end, piece.original_end
    assert position == len(text.clean)
    position = 0
    for segment in text.segments:
        assert position <= segment.start < segment.end <= len(text.clean)
        assert not text.clean[position : segment.start].strip()
        assert segment.repeats is None or 0 <= segment.repeats < len(text.segments)
        position = segment.end
    assert not text.clean[position:].strip()
    check_sentences(text)


def check_sentences(text: Text) -> None:
    position = 0
    for start, end in text.sentences:
        assert position <= start < end
        assert not text.clean[position:start].strip()
        home = max((s for s in text.segments if s.start <= start), key=lambda s: s.start)
        assert end <= home.end
        assert text.clean[start:end].strip() == text.clean[start:end]
        position = end
    assert not text.clean[position:].strip()
    assert bool(text.segments) == bool(text.sentences)


def make(data: bytes, media_type: str) -> Text:
    return make_text(Document("doc:0", "a", "", media_type, len(data)), data)


@given(PLAIN)
@settings(max_examples=300, deadline=None)
def test_plain_text(source: str) -> None:
    try:
        text = make(source.encode("utf-8", "replace"), "text/plain")
    except ReadError:
        return
    assert text.clean == text.original
    check(text)


@given(HTML)
@settings(max_examples=300, deadline=None)
def test_pages(source: str) -> None:
    try:
        text = make(source.encode("utf-8", "replace"), "text/html")
    except ReadError:
        return
    check(text)
    for segment in text.segments:
        low, high = original_range(text, segment.start, segment.end)
        assert 0 <= low < high <= len(text.original)


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/html"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_text_or_a_read_error(data: bytes, media_type: str) -> None:
    try:
        text = make(data, media_type)
    except ReadError as error:
        assert "save it as UTF-8" in str(error)
        return
    check(text)


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = "import sys, isnad.text; print([m for m in ('lingua', 'trafilatura', 'lxml', 'numpy') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
