"""What is no dispute: values told together, shares, forms filled in anew."""

from compare.reports import report

from isnad.compare.affinity import Affinity
from isnad.compare.carry import Carried
from isnad.compare.disputes import LEAST_ANEW, Kin, disputed, forms_of, of_one_scene, spread_of
from isnad.compare.facts import Fact
from isnad.compare.intervals import Amount
from isnad.model import Chain, Claim, Copy, Span
from isnad.model.finding import Aspect

ALIKE = Affinity([report(name, "Salim al-Badri met Walid al-Jabri in Marsa Nuwar.") for name in "abc"], {})
COPY = Copy("a", "b", 0.5, 0.5, "unknown", "", ())


STRANGE = Affinity(
    [
        report("a", "Salim al-Badri met Walid al-Jabri in Marsa Nuwar. They spoke of fish."),
        report("b", "The miller Hadi al-Rumi of Tell Qasr sold a horse in Orle."),
    ],
    {},
)
"""Two reports that have nothing in common."""


def fact(document: int, number: float, root: str, aspect: Aspect = "count") -> Fact:
    claim = Claim(f"c{document}", str(document), None, (Span(0, 1, "x"),), "positive", "actual")
    chain = Chain("s", str(document), (), root, root, False)
    amount = Amount("count", number, number, 1.0)
    return Fact(document, claim, None, chain, aspect, "gate", None, "report", "actual", claim.text[0], amount)


def is_disputed(*groups: list[Fact], pairs: tuple[tuple[int, int], ...] = ()) -> bool:
    facts = [one for group in groups for one in group]
    numbers, at = [], 0
    for group in groups:
        numbers.append(list(range(at, at + len(group))))
        at += len(group)
    carried = [Carried(a, b, False, COPY) for a, b in pairs]
    taken = {i: [pair for pair in carried if i in (pair.a, pair.b)] for i in range(len(facts))}
    return disputed(numbers, Kin(facts, taken, ALIKE, spread_of(facts), forms_of(facts, carried)))


def test_two_voices_with_two_numbers() -> None:
    assert is_disputed([fact(0, 3, "x")], [fact(1, 5, "y")])


def test_numbers_that_one_voice_gives_together_answer_nobody() -> None:
    together = [fact(0, 3, "x")], [fact(0, 4, "x")], [fact(1, 5, "y")], [fact(1, 6, "y")]
    assert not is_disputed(*together)


def test_what_a_voice_gives_alone_elsewhere_is_disputed() -> None:
    assert is_disputed([fact(0, 3, "x"), fact(2, 3, "x")], [fact(0, 4, "x")], [fact(1, 5, "y")])


def test_shares_of_two_roots_are_shares_of_two_things() -> None:
    assert not is_disputed([fact(0, 3, "x", "share")], [fact(1, 5, "y", "share")])
    assert is_disputed([fact(0, 3, "x", "share")], [fact(1, 5, "x", "share")])


def test_a_form_is_told_by_its_many_changed_numbers() -> None:
    facts = [fact(document, number, "x") for number in range(LEAST_ANEW) for document in (0, 1)]
    pairs = [Carried(2 * n, 2 * n + 1, False, COPY) for n in range(LEAST_ANEW)]
    assert forms_of(facts, pairs) == {(0, 1)}
    assert not forms_of(facts, pairs[1:])


def test_reports_that_are_not_of_one_story_differ_only_over_one_scene() -> None:
    def one(document: int, number: float, *names: str) -> Fact:
        return fact(document, number, f"root {document}")._replace(
            event="fire", how="clause", parties=frozenset(names), places=frozenset({"en:orle"})
        )

    alike = [one(0, 3, "en:badri"), one(1, 5, "en:badri")]
    other = [one(0, 3, "en:badri"), one(1, 5, "en:jabri")]
    kin = [Kin(facts, {}, STRANGE, spread_of(facts)) for facts in (alike, other)]
    assert not STRANGE.one_story(0, 1)
    assert [of_one_scene(0, 1, one) for one in kin] == [True, False]
