"""``make_text``: the one way from bytes to ``Text``."""

from __future__ import annotations

from isnad.model import Document, Notice, OffsetPiece, Segment, Text
from isnad.text.decode import Decoded, decode
from isnad.text.draft import Draft
from isnad.text.headlines import mark_top
from isnad.text.language import languages
from isnad.text.lines import split_lines
from isnad.text.remains import mark_remains
from isnad.text.repeats import join_columns, mark_repeats
from isnad.text.sentences import sentences
from isnad.text.structure import mark_structure

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def make_text(document: Document, data: bytes) -> Text:
    """The clean text of ``data`` with segments, languages and sentences.

    For plain text the clean text is the decoded file; for HTML it is all visible text, block by block.  Raises
    ``ReadError`` when the bytes are no text.
    """
    decoded = decode(data, document.name)
    notices = _notices(decoded)
    title = document.title
    if document.media_type in HTML_TYPES:
        from isnad.text.html.page import read_page

        page = read_page(decoded.text)
        clean, pieces, drafts = page.clean, page.pieces, page.drafts
        notices += page.notices
        title = title or page.title
    else:
        clean, drafts = decoded.text, split_lines(decoded.text)
        pieces = (OffsetPiece(0, len(clean), 0, len(clean), True),) if clean else ()
    if not drafts:
        notices += (Notice("no-text", f"{document.name}: there is no visible text in it"),)
    drafts = _decided(drafts, clean, title, document.author)
    segments, language = _segments(drafts)
    return Text(
        document=document.name,
        original=decoded.text,
        clean=clean,
        encoding=decoded.encoding,
        language=language,
        pieces=pieces,
        segments=segments,
        sentences=tuple(sentences(clean, [(draft.start, draft.end) for draft in drafts])),
        warnings=notices,
    )


def _notices(decoded: Decoded) -> tuple[Notice, ...]:
    if decoded.guess is None:
        return ()
    return (Notice("encoding-guessed", f"read as {decoded.encoding}: {decoded.guess}"),)


def _decided(drafts: list[Draft], clean: str, title: str | None, author: str | None) -> list[Draft]:
    """The drafts after every pass has claimed what it knows."""
    mark_remains(drafts)
    drafts = join_columns(drafts, clean)
    mark_top(drafts, title, author)
    mark_repeats(drafts, clean)
    mark_structure(drafts)
    return drafts


def _segments(drafts: list[Draft]) -> tuple[tuple[Segment, ...], str]:
    found, _ = languages([draft.text for draft in drafts])
    index = {id(draft): position for position, draft in enumerate(drafts)}
    segments = tuple(
        Segment(
            draft.start,
            draft.end,
            draft.kind or "body",
            language,
            index.get(id(draft.repeats)) if draft.repeats is not None else None,
            draft.reason,
        )
        for draft, language in zip(drafts, found, strict=True)
    )
    return segments, _whole(segments)


def _whole(segments: tuple[Segment, ...]) -> str:
    """The language of most characters, web remains aside; of everything when there is nothing else."""
    sizes: dict[str, int] = {}
    for remains in (False, True):
        for segment in segments:
            if segment.language != "und" and (remains or segment.kind not in ("boilerplate", "related_link")):
                sizes[segment.language] = sizes.get(segment.language, 0) + segment.end - segment.start
        if sizes:
            break
    return min(sizes, key=lambda language: (-sizes[language], language)) if sizes else "und"
