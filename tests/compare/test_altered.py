"""What a copy altered comes out as a conflict and never as a second account."""

import pytest
from compare.reports import compared, report

from isnad.model import Comparison

BODY = (
    "Engineer Louay al-Faris said the new bridge over the Wadi river {was} closed to all heavy trucks after the flood "
    "carried away {number} of its stone pillars, and that {who} would pay for the repair of the road before the winter."
)
TRUE = {"was": "was", "number": "14", "who": "Basil al-Haddad"}


def both(**changed: str) -> Comparison:
    a = report("a", BODY.format(**TRUE), outlet="Nahr Daily", date="2021-05-01")
    b = report("b", BODY.format(**{**TRUE, **changed}), outlet="Rasif", date="2021-05-02")
    return compared(a, b)


def test_an_unaltered_copy_is_one_root() -> None:
    found = both()
    assert not [finding for finding in found.findings if finding.kind in ("conflict", "agreement")]
    assert all(finding.independent_roots <= 1 for finding in found.findings)


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"number": "40"}, "changes"), ({"was": "was not"}, "negation"), ({"who": "Peter Calder"}, "name")],
)
def test_an_alteration_is_a_conflict_of_one_root(changed: dict[str, str], words: str) -> None:
    conflicts = [finding for finding in both(**changed).findings if finding.kind == "conflict"]
    assert conflicts
    assert all(finding.independent_roots == 1 for finding in conflicts)
    assert any(words in finding.reason for finding in conflicts)
    altered = [finding for finding in both(**changed).findings for r in finding.readings if len(r.documents) > 1]
    assert not [finding for finding in altered if finding.aspect == "words"]


def test_a_form_that_each_fills_in_is_no_conflict() -> None:
    form = (
        "The port office said the wind over the gulf will blow at {n} knots tonight and the waves on the open sea will "
        "reach {m} metres before they fall again along the coast in the early hours of the morning."
    )
    filled = [(12, 2), (17, 3), (22, 4), (31, 6)]
    reports = [
        report(f"r{i}", form.format(n=n, m=m), outlet=f"Paper {i}", date=f"2021-05-0{i + 1}")
        for i, (n, m) in enumerate(filled)
    ]
    assert not [finding for finding in compared(*reports).findings if finding.kind == "conflict"]


@pytest.mark.parametrize(
    "changed",
    [{"who": "Basil al-Hadad"}, {"number": "14 or so"}, {"who": "Basil al-Haddad, God willing, no doubt,"}],
)
def test_spellings_and_what_is_said_more_closely_are_no_alteration(changed: dict[str, str]) -> None:
    assert not [finding for finding in both(**changed).findings if finding.kind == "conflict"]


def test_actors_put_for_each_other_are_told() -> None:
    said = "{} struck {} with a stick at the gate of the harbour, said the porter of the old customs house in town."
    a = report("a", said.format("Basil al-Haddad", "Peter Calder"), outlet="Nahr Daily", date="2021-05-01")
    b = report("b", said.format("Peter Calder", "Basil al-Haddad"), outlet="Rasif", date="2021-05-02")
    (conflict,) = [finding for finding in compared(a, b).findings if finding.kind == "conflict"]
    assert "changes a name" in conflict.reason


def test_a_telegram_to_somebody_else_is_no_alteration() -> None:
    wire = (
        "The president sent a cable of congratulation to {} on the {} of {} and wished the {} people lasting peace and "
        "prosperity."
    )
    a = report("a", wire.format("Basil al-Haddad", "national day", "Morjan", "Morjani"), outlet="Nahr Daily")
    b = report("b", wire.format("Peter Calder", "coronation", "Keswater", "brave"), outlet="Rasif")
    assert not [finding for finding in compared(a, b).findings if finding.kind == "conflict"]
