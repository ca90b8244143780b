"""Bytes to text: decoding, clean text with the way back, segments, languages, sentences."""

from isnad.text.make import make_text
from isnad.text.offsets import original_range

__all__ = ["make_text", "original_range"]
