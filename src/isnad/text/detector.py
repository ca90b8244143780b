"""lingua behind one function, loaded on first use: only lines without evidence of their own come here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    known = (Language.ARABIC, Language.PERSIAN, Language.ENGLISH, Language.URDU)
    return LanguageDetectorBuilder.from_languages(*known).with_low_accuracy_mode().build()


def detect(text: str) -> str:
    """``ar``, ``fa``, ``en``, or ``und`` when the detector says Urdu or nothing."""
    found = _detector().detect_language_of(text)
    code = found.iso_code_639_1.name.lower() if found else "und"
    return code if code in ("ar", "fa", "en") else "und"
