"""Characters that act on a page without being seen, made visible.

Explicit bidirectional controls (embeddings, overrides, isolates) in a text can reorder whatever stands after it
on the page; control characters and lone surrogates cannot be written into a valid file at all.  Both are shown as
``⟨U+202E⟩``, so a reader sees that they are there and the page stays in order.  The marks U+200E, U+200F, U+061C
and the joiners U+200C, U+200D act on their neighbours only, belong to ordinary spelling, and stay.
"""

from __future__ import annotations

import re

DISTURBING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")

_LETTER = re.compile(f"{_RTL.pattern}|{_LTR.pattern}")

# How much of a text is looked at to tell its direction: enough for a headline with a foreign name in it.
_SAMPLE = 400


def visible(text: str) -> str:
    """``text`` with every disturbing character replaced by its code point in angle brackets."""
    return DISTURBING.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text)


def begins(text: str) -> str | None:
    """The direction of the first letter, by which a browser sets an isolated text; None without a letter."""
    first = _LETTER.search(text)
    return None if first is None else "rtl" if _RTL.match(first.group()) else "ltr"


def direction(text: str, language: str | None = None) -> str:
    """``rtl`` or ``ltr``: what most letters of the text are, and only without letters what the language is.

    The letters decide because a language is guessed upstream and may be wrong; they cannot be.
    """
    sample = text[:_SAMPLE]
    right, left = len(_RTL.findall(sample)), len(_LTR.findall(sample))
    if right != left:
        return "rtl" if right > left else "ltr"
    return "rtl" if language in {"ar", "fa"} else "ltr"
