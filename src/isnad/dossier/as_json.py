"""The dossier as JSON: the structs as they are, in the shape of ``docs/dossier-schema.json``."""

from __future__ import annotations

import json
import re

import msgspec

from isnad.dossier.words import check_language
from isnad.model import Dossier

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(dossier: Dossier, language: str) -> str:
    """The dossier as indented JSON. The interface language is checked and changes nothing: names are a contract."""
    check_language(language)
    try:
        encoded = msgspec.json.encode(dossier, order="deterministic")
    except UnicodeEncodeError:
        return _with_surrogates(dossier)
    return msgspec.json.format(encoded, indent=1).decode() + "\n"


def _with_surrogates(dossier: Dossier) -> str:
    """File names that are not UTF-8 reach Python as lone surrogates; JSON can hold them as escapes only."""
    text = json.dumps(msgspec.to_builtins(dossier, order="deterministic"), ensure_ascii=False, indent=1)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"
