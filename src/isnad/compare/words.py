"""A detail in words, in English: the dossier says it in other languages from aspect and concept."""

from __future__ import annotations

from typing import Literal

from isnad.model.finding import Aspect

What = Aspect | Literal["time"]
"""An aspect, or ``time`` for a date that is told as an hour."""

_WORDS: dict[What, str] = {
    "length": "length of the {}",
    "date": "date of the {}",
    "time": "time of the {}",
    "place": "place of the {}",
    "count": "number of {}",
    "price": "price per {}",
    "share": "share of {}",
    "distance": "distance of {}",
    "age": "age of {}",
    "agent": "who did the {}",
    "patient": "to whom the {} was done",
    "partner": "with whom the {} was",
    "whether": "whether the {} happened",
    "presence": "whether {} was present",
    "words": "what was said",
    "credit": "who cites whom",
}
_NUMBER: dict[What, str] = {"length": "length", "count": "number", "price": "price", "share": "share"}


def detail_words(aspect: What, concept: str | None, mood: str, whole: bool, event: str | None = None) -> str:
    """The name of a detail: "planned length of the meeting", "number of containers"."""
    if aspect == "agent":
        return f"who did it: {concept}" if event is None else f"who did it: {concept} ({event})"
    said = _WORDS[aspect].format(concept) if concept else _NUMBER.get(aspect, aspect)
    said = said if whole else f"part of the {said}"
    return f"planned {said}" if mood == "planned" else said
