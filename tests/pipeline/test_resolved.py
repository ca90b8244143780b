"""What the case tells, put into the analyses: roots and dates."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.model import (
    Analysis,
    Chain,
    Claim,
    Document,
    Entity,
    Join,
    Link,
    Mention,
    OffsetPiece,
    Resolution,
    Span,
    Text,
    Value,
)
from isnad.pipeline.resolved import resolved

CLEAN = "The third anniversary, said Huda."
TEXT = Text("a.txt", CLEAN, CLEAN, "utf-8", "en", (OffsetPiece(0, 33, 0, 33, True),), (), ())
DATE = Value("a.txt", TEXT.span(4, 21), "date", 3, 3, "anniversary", of="fire")
CHAINS = (
    Chain("st:1", "a.txt", (Link("Huda", "speech", TEXT.span(28, 32)),), "huda", "Huda", False),
    Chain("st:2", "a.txt", (Link(None, "unnamed", None),), "unnamed:a.txt", "unnamed source of a.txt", True),
)
CLAIM = Claim("cl:1", "a.txt", "st:1", (Span(0, 21, CLEAN[:21]),), "positive", "actual", time=DATE, values=(DATE,))
ANALYSIS = Analysis(Document("doc:1", "a.txt", "0", "text/plain", 33), TEXT, (), (), CHAINS, (CLAIM,), (DATE,))
HUDA = Mention("a.txt", TEXT.span(28, 32), "person", TEXT.span(28, 32), "en", "latin")
ENTITY = Entity("en:1", "person", "Huda al-Sari", {"en": "Huda al-Sari"}, (Join(HUDA, "name", 1.0),))


def test_a_chain_gets_the_root_of_its_entity_and_others_keep_theirs() -> None:
    (found,) = resolved([ANALYSIS], Resolution((ENTITY,), (), {"st:1": "en:1"}))
    assert found.chains == (replace(CHAINS[0], root="en:1", root_label="Huda al-Sari"), CHAINS[1])
    assert found.claims == ANALYSIS.claims


def test_a_speaker_that_is_no_entity_changes_nothing() -> None:
    assert resolved([ANALYSIS], Resolution((ENTITY,), (), {"st:1": "en:9"})) == (ANALYSIS,)
    assert resolved([ANALYSIS], Resolution()) == (ANALYSIS,)


def test_a_date_is_put_into_values_and_claims_of_its_document_only() -> None:
    dated = replace(DATE, edtf="2022-03-14")
    other = replace(ANALYSIS, document=replace(ANALYSIS.document, name="b.txt"))
    found, untouched = resolved([ANALYSIS, other], Resolution(dates=(dated,)))
    assert found.values == (dated,)
    assert found.claims == (replace(CLAIM, time=dated, values=(dated,)),)
    assert untouched == other
