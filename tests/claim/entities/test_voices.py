"""Whose statements are whose: the name in the speaker's place, or a bare noun for the one body named before."""

from __future__ import annotations

import pytest
from factory import statement, text

from isnad.claim.entities.voices import Voices
from isnad.model import Analysis, Document, Entity, Join, Mention, Text

WORDS = "وصل وفد وزارة الموانئ. قالت الوزارة إن الميناء مغلق. وصل وفد وزارة المياه. قالت الوزارة إن السد مفتوح."


def _body(of: Text, name: str) -> Entity:
    start = of.clean.index(name)
    span = of.span(start, start + len(name))
    mention = Mention(of.document, span, "organisation", span, "ar", "arabic")
    return Entity(id=name, kind="organisation", name=name, names={"ar": name}, joins=(Join(mention, "name", 1.0),))


def test_a_bare_noun_is_the_only_body_named_before() -> None:
    of = text(WORDS)
    first = statement(of, "قالت", "الوزارة", "الميناء مغلق", "الوزارة", "organisation")
    bodies = [_body(of, "وزارة الموانئ"), _body(of, "وزارة المياه")]
    document = Document(id="doc:1", name=of.document, sha256="0" * 64, media_type="text/plain", size=1)
    analysis = Analysis(document=document, text=of, statements=(first,), credits=(), chains=(), claims=())
    assert Voices(bodies).speakers([analysis]) == {first.id: "وزارة الموانئ"}
    assert Voices(bodies[1:]).speakers([analysis]) == {}


@pytest.mark.parametrize(
    ("words", "source", "is_hers"),
    [
        (
            "The head of the guild, which Mara Fell founded, said it was late.",
            "The head of the guild, which Mara Fell",
            False,
        ),
        ("قالت رئيسة الرابطة التي أسسها كمال الوراق إن الجسر قديم.", "رئيسة الرابطة التي أسسها كمال الوراق", False),
        ("رئیس انجمنی که کمال وراق ساخت گفت پل کهنه است.", "رئیس انجمنی که کمال وراق ساخت", False),
        (
            "The head of the guild Mara Fell who founded it said it was late.",
            "The head of the guild Mara Fell who founded it",
            True,
        ),
    ],
)
def test_who_is_named_in_a_relative_clause_is_not_the_speaker(words: str, source: str, is_hers: bool) -> None:
    of = text(words)
    (name,) = [one for one in ("Mara Fell", "كمال الوراق", "کمال وراق") if one in words]
    said = statement(of, source.split()[0], source, source, source)
    start = of.clean.index(name)
    span = of.span(start, start + len(name))
    mention = Mention(of.document, span, "person", span, "en", "latin")
    person = Entity(id="p", kind="person", name=name, names={"en": name}, joins=(Join(mention, "name", 1.0),))
    document = Document(id="doc:1", name=of.document, sha256="0" * 64, media_type="text/plain", size=1)
    analysis = Analysis(document=document, text=of, statements=(said,), credits=(), chains=(), claims=())
    assert Voices([person]).speakers([analysis]) == ({said.id: "p"} if is_hers else {})
