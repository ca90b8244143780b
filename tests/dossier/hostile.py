"""A case in which every foreign string tries to break out of the page."""

from __future__ import annotations

from typing import Any

import msgspec

from isnad.model import Dossier

from .cases import small

HOSTILE = (
    "</script><script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "' onmouseover='document.title=1' x='",
    "javascript:document.title='owned'",
    "</style><style>body{display:none}</style>",
    "</title></head><body onload=alert(1)>",
    "<!-- --><svg/onload=alert(1)>",
    "\u202egnp.exe\u2066 \u2069\u202d",
    "\x00\x07\x1b[31m\ud800\ufffe",
    "&lt;b&gt;&#106;avascript",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> www.evil.example",
    "# head\n\n---\n| a | b |\n\n1. item\n\n    code\n```\n",
)

# Fields that are codes of the model, keys that join records, or texts whose spans must stay true.
_KEPT = frozenset(
    {
        "id",
        "document",
        "documents",
        "statement",
        "statements",
        "parent",
        "kind",
        "type",
        "language",
        "direction",
        "a",
        "b",
        "clean",
        "original",
        "text",
        "polarity",
        "modality",
        "nameless",
        "copied_from",
        "sha256",
        "aspect",
        "edtf",
        "calendar",
        "unit",
        "script",
        "gender",
        "event_id",
        "entity",
        "entities",
        "speakers",
        "person",
        "organisation",
        "role",
        "root",
        "event_type",
        "common_link",
    }
)


class _Poisoner:
    def __init__(self) -> None:
        self._next = 0

    def poison(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self.poison(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.poison(item, key) for item in value]
        if isinstance(value, str) and key not in _KEPT:
            self._next += 1
            return value + HOSTILE[self._next % len(HOSTILE)]
        return value


def hostile() -> Dossier:
    """The small case with hostile strings in every name, title, reason, address, option, and in the texts."""
    built = msgspec.to_builtins(small())
    return msgspec.convert(_Poisoner().poison(_poisoned_texts(built)), Dossier)


def _poisoned_texts(built: dict[str, Any]) -> dict[str, Any]:
    """Texts can take hostile strings behind their last segment without moving a span."""
    for analysis in built["analyses"]:
        text = analysis["text"]
        tail = "\n" + "\n".join(HOSTILE)
        start = len(text["clean"]) + 1
        text["clean"] += tail
        text["original"] = text["clean"]
        text["pieces"] = [[0, len(text["clean"]), 0, len(text["clean"]), True]]
        added = {"start": start, "end": len(text["clean"]), "kind": "body", "language": "und"}
        text["segments"] = [*text["segments"], added]
        for statement in analysis["statements"][:1]:
            whole = {"start": start, "end": len(text["clean"]), "text": text["clean"][start:]}
            statement["content"] = [*statement["content"], whole]
    return built
