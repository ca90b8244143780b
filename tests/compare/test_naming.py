"""An outlet named beside a passage: a certain name anywhere, an ordinary word only as an outlet's name."""

import pytest
from factory import outlet, table, text

from isnad.compare.naming import REACH, Naming

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
