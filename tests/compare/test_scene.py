"""What a question asks about, where it names nothing itself."""

from compare.reports import report

from isnad.compare.facts import Fact, read_facts
from isnad.compare.scene import Scene

INTERVIEW = """The guard of the guest house Salim al-Badri remembers.

– Was there a meeting in Orle or was there none?
– There was. I cooked for them.
– {}
– They came late, that is nine hours.
– And who came?
– The mayor Nadir al-Shami.
"""


def lengths(question: str) -> list[Fact]:
    return [fact for fact in read_facts(0, Scene(report("a", INTERVIEW.format(question)))) if fact.aspect == "length"]


def test_a_question_that_names_nothing_asks_about_the_same() -> None:
    (fact,) = lengths("For how long?")
    assert (fact.event, fact.how) == ("meeting", "question")


def test_a_question_that_names_something_else_does_not() -> None:
    (fact,) = lengths("And the electricity?")
    assert fact.event is None
