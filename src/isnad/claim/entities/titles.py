"""What titles and offices of two mentions have in common, across languages."""

from __future__ import annotations

from functools import cache

from isnad.claim.entities.words import fold_keys
from isnad.lang import LANGUAGES
from isnad.lang.tables import ROOT, read_table, words
from isnad.model.entity import Mention
from isnad.text.fold import fold_key


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(ROOT / "names_title_classes.tsv", ("class", *LANGUAGES)):
        for language in LANGUAGES:
            for key in fold_keys(words(row[language])):
                found.setdefault(key, set()).add(row["class"])
    return {key: frozenset(classes) for key, classes in found.items()}


@cache
def _full() -> dict[str, str]:
    rows = read_table(ROOT / "en" / "names_short.tsv", ("short", "full"))
    return {row["short"]: row["full"] for row in rows}


@cache
def head_key(head: str) -> str:
    """The key of a title or role noun, without article, in full ("Capt" is "captain")."""
    key = fold_key(head).strip(" .")
    key = key.removeprefix("ال") if len(key) > 4 else key
    if key.endswith(("وي", "اي")):  # «سخنگوی» before an ezāfe is «سخنگو»
        key = key[:-1]
    return _full().get(key, key)


def title_classes(mention: Mention) -> frozenset[str]:
    """The classes of a mention's title and role, across languages; an unlisted noun is a class of its own."""
    return _head_classes(mention.heads)


@cache
def office_key(head: str) -> str:
    """The class of an office's noun where it has one («الناطقة» and «المتحدثة» are one), else the noun's key."""
    key = head_key(head)
    classes = _classes().get(key)
    return min(classes) if classes else key


@cache
def _head_classes(heads: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for head in heads:
        key = fold_key(head).removeprefix("ال")
        full = head_key(head)
        found |= _classes().get(key, frozenset()) | _classes().get(full, frozenset((full,)))
    return frozenset(found)
