"""Who speaks, in English: names without their ranks, and pronouns that never mean the wrong kind of speaker."""

from __future__ import annotations

import pytest

from isnad.extract.examples import extract_example

TEXTS = (
    ("Rear Adm. Samir al-Haddow said the pier was old. Haddow said it would go.", ["Samir al-Haddow"] * 2),
    ("Northern Foreign Minister Greta Moss said the pier was old.", ["Greta Moss"]),
    ("Calder & Fell said the pier was old.", ["Calder & Fell"]),
    ("Mara Fell said the pier was old. It said the bridge would go.", ["Mara Fell", None]),
    ("Mara Fell said the pier was old. They said the bridge would go.", ["Mara Fell", None]),
    ("Mara Fell said the pier was old. I think the bridge is safe.", ["Mara Fell", None]),
    (
        "Boats were found, Mara Fell said, adding that nobody was hurt. The 48-year-old said it was late.",
        ["Mara Fell"] * 3,
    ),
)


@pytest.mark.parametrize(("text", "speakers"), TEXTS)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [s.speaker.name for s in extract_example(text)] == speakers
