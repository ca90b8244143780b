"""Whose statements are whose: the name in the speaker's place, or a bare noun for the one body named before."""

from __future__ import annotations

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
