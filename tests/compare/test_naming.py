"""An outlet named beside a passage: a certain name anywhere, an ordinary word only as an outlet's name."""

import pytest
from factory import document, outlet, table, text

from isnad.compare.naming import REACH, Named, Naming
from isnad.model import Analysis, Passage

TABLE = table(
    outlet("nahr", ar="النهر", ambiguous="النهر"),
    outlet("shorouk", ar="الشروق الجديد"),
    outlet("harbour", en="Harbour Post"),
)
FILLING = "كلمة " * (REACH // 3)


@pytest.mark.parametrize(
    ("words", "outlet_id", "expected"),
    [
        ("في مقاله المنشور بصحيفة النهر أمس", "nahr", True),
        ("وذكرت جريدة «النهر» أمس", "nahr", True),
        ("وقال لـ«النهر» أمس", "nahr", True),
        ("على ضفة النهر الكبير", "nahr", False),
        ("يسمونه «النهر» هنا", "nahr", False),
        ("أوردته الشروق الجديد", "shorouk", True),
        ("أوردته الشروق", "shorouk", False),
        ("as the Harbour Post wrote", "harbour", True),
        ("في مقاله بصحيفة النهر", "unknown", False),
    ],
)
def test_what_names_an_outlet(words: str, outlet_id: str, expected: bool) -> None:
    of = text(f"{FILLING}{words}.")
    spans = [of.span(len(FILLING) + len(words), len(of.clean))]
    assert Naming(TABLE, ["nahr", "shorouk", "harbour", None]).names(of, outlet_id, spans) is expected


def test_only_in_the_head_or_beside_the_passage() -> None:
    named = "وذكرت صحيفة النهر"
    for content, expected in (
        (f"{named} {FILLING}{FILLING}", True),
        (f"{FILLING}{FILLING}{named} {FILLING}{FILLING}", False),
        (f"{FILLING}{FILLING}{FILLING}{named}", True),
    ):
        of = text(content)
        last = of.span(len(of.clean) - 1, len(of.clean))
        assert Naming(TABLE, ["nahr"]).names(of, "nahr", [last]) is expected


def test_how_near_and_how_much_stands_behind_the_name() -> None:
    of = text(f"{FILLING}وذكرت صحيفة النهر ما جرى. وقال شاهد لصحيفة النهر إنه رأى.")
    naming = Naming(TABLE, ["nahr"])
    first = of.clean.index("صحيفة")
    whole, before, after = of.span(first - 20, len(of.clean)), of.span(0, first - 9), of.span(first + 19, first + 24)
    assert naming.distance(of, "nahr", [whole]) == 0
    assert naming.distance(of, "nahr", [before]) == 10
    assert naming.distance(of, "nahr", [after], besides=[of.span(first, first + 5)]) == 7
    assert naming.distance(of, "shorouk", [whole]) is None
    one, other = (Analysis(document(name, b""), of, (), (), (), ()) for name in ("a.txt", "b.txt"))
    a, b = naming.both((one, other), ("nahr", "shorouk"), [Passage(whole, before, "edited")])
    assert a == Named(itself=True)
    assert b == Named(beside=True)
    _, b = naming.both((one, other), ("nahr", "shorouk"), [Passage(whole, whole, "edited")])
    assert b.within == pytest.approx((len(of.clean) - first) / (len(of.clean) - first + 20))
