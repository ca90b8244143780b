"""A value of nothing that is known is known again by a report that tells what it is of."""

from isnad.compare.classes import Classes
from isnad.compare.echoes import Key, echoes
from isnad.compare.facts import Fact
from isnad.compare.intervals import Amount
from isnad.model import Claim, Span, Value

KNOWN: Key = ("length", "stop")


def length(document: int, hours: int) -> Fact:
    claim = Claim(f"c{document}", str(document), None, (Span(0, 1, "x"),), "positive", "actual")
    value = Value(str(document), Span(0, 1, "x"), "duration", hours, hours, "hour")
    amount = Amount("duration", hours, hours, 1.0)
    return Fact(document, claim, None, None, "length", None, None, "report", "actual", value.span, amount, value)


def pairs(facts: list[Fact], keys: list[Key | None], *, akin: bool = True) -> list[tuple[int, int]]:
    stories: Classes[int] = Classes()
    for fact in facts:
        stories.join(0, fact.document)
    return list(echoes(facts, keys, stories, lambda *_: akin))


def test_one_value_told_twice_is_of_one_thing() -> None:
    assert pairs([length(0, 5), length(1, 5), length(2, 6)], [KNOWN, None, None]) == [(1, 0)]


def test_reports_of_two_stories_are_not_put_together() -> None:
    assert not pairs([length(0, 5), length(1, 5)], [KNOWN, None], akin=False)


def test_two_things_of_one_value_tell_nothing() -> None:
    facts = [length(0, 5), length(1, 5), length(2, 5)]
    assert not pairs(facts, [KNOWN, ("length", "meeting"), None])


def test_a_small_number_tells_nothing() -> None:
    assert not pairs([length(0, 2), length(1, 2)], [KNOWN, None])


def families(document: int, number: int, *, about: bool = False) -> Fact:
    value = Value(str(document), Span(0, 1, "x"), "count", number, number)
    amount = Amount("count", number, number, 1.0, about)
    return length(document, 1)._replace(aspect="count", concept="family", amount=amount, value=value)


def test_about_a_number_is_known_again_by_the_exact_one() -> None:
    keys: list[Key | None] = [KNOWN, None]
    assert pairs([families(0, 310), families(1, 300, about=True)], keys) == [(1, 0)]
    assert not pairs([families(0, 310), families(1, 305)], keys)
    assert not pairs([families(0, 310), families(1, 200, about=True)], keys)


def test_an_answer_is_about_what_was_asked() -> None:
    stop = length(0, 5)._replace(event="stop", concept="stop")
    keys: list[Key | None] = [KNOWN, None]
    assert pairs([stop, length(1, 5)._replace(asked=frozenset({"stop", "train"}))], keys) == [(1, 0)]
    assert not pairs([stop, length(1, 5)._replace(asked=frozenset({"lamp"}))], keys)


def test_a_day_is_known_again_by_way_of_a_third_report() -> None:
    def day(document: int, *, known: bool = False) -> Fact:
        amount = Amount("date", 736347, 736347, 1.0)
        return length(document, 1)._replace(aspect="date", amount=amount, event="stop" if known else None)

    facts = [day(0, known=True), day(1), day(2)]
    stories: Classes[int] = Classes()
    for fact in facts:
        stories.join(0, fact.document)
    akin = {(1, 0), (2, 1)}
    keys: list[Key | None] = [KNOWN, None, None]
    assert list(echoes(facts, keys, stories, lambda a, b: (a, b) in akin)) == [(1, 0), (2, 1)]
