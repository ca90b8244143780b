"""Bytes to characters: marks at the start, UTF-8, UTF-16, what the page declares, and a scored guess."""

from __future__ import annotations

import codecs
import re

import msgspec

from isnad.errors import ReadError
from isnad.text.plausible import plausibility

# Only these are taken from a page's own word: Python also knows codecs that are no character sets.
_DECLARABLE = {
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-6": "iso8859_6",
    "iso-8859-6-e": "iso8859_6",
    "iso-8859-6-i": "iso8859_6",
    "asmo-708": "iso8859_6",
    "arabic": "iso8859_6",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("cp1256", "iso8859_6", "cp1252")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_HEAD = 4096
_SAMPLE = 60_000
# Below this a guess is noise: real texts of one paragraph score 0.9 and more, random bytes 0.4 and less.
_PLAUSIBLE = 0.6
_MOST_CONTROLS = 0.01
# Bytes that happen to be valid UTF-8 beyond ASCII are UTF-8, even where an editor left control characters.
_MOST_CONTROLS_UTF8 = 0.1


class Decoded(msgspec.Struct, frozen=True):
    """The characters of a file, the codec they were read with, and why it was chosen when it was a guess."""

    text: str
    encoding: str
    guess: str | None = None


def decode(data: bytes, name: str) -> Decoded:
    """The text of ``data``; ``ReadError`` when no known encoding makes text of it.

    Order: byte order mark, UTF-16 by its pattern of zero bytes, UTF-8, the charset that the page declares, and
    last the most plausible of Windows-1256, ISO-8859-6 and Windows-1252.
    """
    decoded = _marked(data) or _wide(data) or _utf8(data) or _declared(data) or _guessed(data)
    if decoded is None:
        raise ReadError(
            f"{name}: the bytes are no text in any known encoding (UTF-8, UTF-16, Windows-1256, ISO-8859-6); "
            "if it is text, save it as UTF-8"
        )
    return decoded


def is_binary(data: bytes) -> bool:
    """Whether the first bytes of a file look like a program, picture or archive rather than text."""
    head = data[:_HEAD]
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return False
    controls = sum(head.count(bytes((code,))) for code in (*range(9), *range(14, 27), *range(28, 32)))
    return controls > max(1, len(head) * 0.02) and not _wide(head[: len(head) & ~1])


def _is_text(text: str, most: float = _MOST_CONTROLS) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) <= len(sample) * most


def _try(data: bytes, encoding: str, guess: str | None = None) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text, encoding, guess) if _is_text(text) else None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high bytes of one side are nearly all those of Latin, Arabic and punctuation."""
    if len(data) < 4 or len(data) % 2:
        return None
    head = data[:_HEAD]
    for side, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[side::2]
        usual = high.count(0) + high.count(6) + high.count(0x20)
        low = head[1 - side :: 2]
        # Low bytes of text vary; a run of zeros on both sides is a picture, not a text.
        if high.count(0) + high.count(6) >= len(high) * 0.9 and usual and low.count(0) < len(low) * 0.1:
            return _try(data, encoding, "its zero bytes lie as those of UTF-16 do")
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data)
    most = _MOST_CONTROLS if text.isascii() else _MOST_CONTROLS_UTF8
    return Decoded(text, "utf-8") if _is_text(text, most) else None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (a file cut in the middle of a letter) is still UTF-8, not Windows-1256."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = (len(data) - len(text)) // 2
    if broken * 50 > wide or not _is_text(text):
        return None
    return Decoded(text, "utf-8", f"{broken} broken bytes were replaced by \ufffd, the rest is UTF-8")


def _declared(data: bytes) -> Decoded | None:
    match = _CHARSET.search(data[:_HEAD])
    encoding = _DECLARABLE.get(match.group(1).decode("ascii").lower()) if match else None
    decoded = _try(data, encoding) if encoding else None
    if decoded is None or plausibility(decoded.text[:_SAMPLE]) < _PLAUSIBLE:
        return None
    return decoded


def _guessed(data: bytes) -> Decoded | None:
    best: tuple[float, Decoded] | None = None
    for encoding in _GUESSES:
        decoded = _try(data, encoding, "no encoding is declared; its words are most plausible in this one")
        if decoded is None:
            continue
        score = plausibility(decoded.text[:_SAMPLE])
        if score >= _PLAUSIBLE and (best is None or score > best[0]):
            best = score, decoded
    return best[1] if best else None
