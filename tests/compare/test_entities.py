"""Entities that may be one: suggested to be, or of one given name and never named in one language."""

from isnad.compare.entities import unsure_pairs
from isnad.model import Entity, Resolution


def person(number: str, **names: str) -> Entity:
    return Entity(number, "person", next(iter(names.values())), names, ())


def test_unsure_pairs() -> None:
    one = person("1", en="Edmund Farthing")
    two = person("2", ar="إدموند فارذنغو")
    other = person("3", ar="كريم البدري")
    same_language = person("4", en="Edmund Holloway")
    pairs = unsure_pairs(Resolution(entities=(one, two, other, same_language)))
    assert frozenset({"1", "2"}) in pairs
    assert not {frozenset({"1", "3"}), frozenset({"1", "4"})} & pairs
