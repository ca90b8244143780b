"""The dossier as JSON: the structs as they are, in the shape of ``docs/dossier-schema.json``."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from isnad.dossier.words import check_language
from isnad.model import Dossier

_SURROGATE = re.compile("[\ud800-\udfff]")
# How far the structs are laid out; below, an item (a report, a finding, an entity) is a line.
_DEPTH = 2


def render(dossier: Dossier, language: str) -> str:
    """The dossier as JSON, a line for each report, finding, copy, entity: for people to search and compare line by
    line, at two thirds of the size of indented JSON. The interface language is checked and changes nothing: names are a
    contract."""
    check_language(language)
    return _laid_out(dossier, _DEPTH) + "\n"


def _laid_out(value: Any, depth: int) -> str:
    if depth and isinstance(value, msgspec.Struct):
        fields = sorted(value.__struct_fields__)
        inner = (f"{json.dumps(name)}: {_laid_out(getattr(value, name), depth - 1)}" for name in fields)
        return "{\n" + ",\n".join(inner) + "\n}"
    if isinstance(value, tuple) and value and depth < _DEPTH:
        return "[\n" + ",\n".join(_line(item) for item in value) + "\n]"
    return _line(value)


def _line(value: Any) -> str:
    try:
        return msgspec.json.encode(value, order="deterministic").decode()
    except UnicodeEncodeError:
        # File names that are not UTF-8 reach Python as lone surrogates; JSON can hold them as escapes only.
        text = json.dumps(msgspec.to_builtins(value, order="deterministic"), ensure_ascii=False)
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
