"""Links of a chain without a name, and whose unnamed source they are said to be."""

from __future__ import annotations

from isnad.model import Link

UNNAMED = "voice.unnamed_of"
UNIDENTIFIED = "voice.unidentified_in"
_LABELS = {"unnamed source of ": UNNAMED, "unidentified speaker in the words of ": UNIDENTIFIED}


def is_unnamed(link: Link) -> bool:
    """Whether a link stands for someone whom the text does not name. An outlet without a name is just not known."""
    return link.kind == "unnamed" or (link.name is None and link.kind != "outlet")


def nameless_words(link: Link) -> str:
    """The entry of the interface's words that says whose the link's somebody is: a source that is kept unnamed, or a
    speaker who is meant and was not made out."""
    return UNIDENTIFIED if link.kind == "unknown" else UNNAMED


def nameless_of(label: str) -> tuple[str, str] | None:
    """The same entry and the owner for the label of a root; None where it names somebody."""
    found = ((words, label.removeprefix(start)) for start, words in _LABELS.items() if label.startswith(start))
    return next(found, None)
