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
    # «he» and «she» agree with the antecedent, or are nobody.
    ("Thomas Brook said the pier was old. She said the bridge would go.", ["Thomas Brook", None]),
    ("Mr. Brook said the pier was old. “It will go,” she said.", ["Brook", None]),
    (
        "Mary Voss said it was old. Paul Brook said no one came. She added that it would go.",
        ["Mary Voss", "Paul Brook", "Mary Voss"],
    ),
    ("The mayor met Mrs. Pell. Pell said the pier was old. He said the bridge would go.", ["Pell", None]),
    ("Sarah Moss came. Moss said the pier was old. He said the bridge would go.", ["Sarah Moss", None]),
    ("Mary Voss said it was old. An official said no one came. He added that it would go.", ["Mary Voss", None, None]),
    (
        "Mary Voss said it was old. The council said no one came. She added that it would go.",
        ["Mary Voss", "The council", "Mary Voss"],
    ),
    ("Mara Fell and Tomas Brook said the pier was old. He said it would go.", ["Mara Fell and Tomas Brook", None]),
    ("Mara Fell and Tomas Brook said the pier was old. They said it would go.", ["Mara Fell and Tomas Brook"] * 2),
    # A name behind an office is who holds it; without the article a place may stand there («of Orle, Ohio»).
    (
        "Mara Fell said it was old. The bridge is safe, the spokeswoman of the Orle Port Company, Nora Quill, said.",
        ["Mara Fell", "Nora Quill"],
    ),
    # A relative clause tells of the name before it, and nobody goes on from there.
    ("Tomas Brook criticized Nora Quill, who said the pier was old.", ["Tomas Brook", "Nora Quill"]),
    ("Tomas Brook named Nora Quill, who said it was old. He added that it would go.", ["Nora Quill", None]),
    (
        "Boats were found, Mara Fell said, adding that nobody was hurt. The 48-year-old said it was late.",
        ["Mara Fell"] * 3,
    ),
    # Whom the sentence before tells about, not who spoke before him.
    (
        "Ri Tarn told the council that the north had waited. President Brook took another view in his speech. "
        "“We are doing great,” he said.",
        ["Ri Tarn", "Brook"],
    ),
    (
        "Tomas Reed said it was late. Sarah Holt had a question for the mayor. “My son died there,” she said.",
        ["Tomas Reed", "Sarah Holt"],
    ),
    # A person of whom nothing tells whether the pronoun can mean her: nobody is better than somebody else.
    (
        "Mike Tull said the team was well. Jalo Quarn trains alone. On Friday, Quarn was asked. “I rest,” he said.",
        ["Mike Tull", None],
    ),
    # A relative clause or an age tells that it is a person.
    (
        "Tomas Brook said it was late. Jalo Quarn, who ran the mill, gave another account. “I rest,” she said.",
        ["Tomas Brook", "Jalo Quarn"],
    ),
    # Who was "he" is no "she"; whoever comes with a relative clause before is.
    (
        "The colonel said it was dark. He said it was late. Dr Jalo Quarn, who sat in the train, "
        "remembers otherwise. “Two,” she said.",
        ["The colonel", "The colonel", "Jalo Quarn"],
    ),
    ("The colonel said it was dark. He said it was late. “Two,” she said.", ["The colonel", "The colonel", None]),
    ("Mara Fell said it was dark. There were ten of them, according to her.", ["Mara Fell", "Mara Fell"]),
    ("A former ministry engineer, who gave no name, said it was late.", [None]),
    # A place is not told about as a person.
    (
        "Samir Haddow said the pier was old. Norway waited for him. He said it was shut.",
        ["Samir Haddow", "Samir Haddow"],
    ),
    # The president is no judge.
    ("Judge Brad Kell said he was ready. The President said that the people saw it.", ["Brad Kell", "The President"]),
    # Whoever the relative word stands for.
    ("The dockers who said that it was late were sacked.", ["The dockers"]),
)


@pytest.mark.parametrize(("text", "speakers"), TEXTS)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [s.speaker.name for s in extract_example(text)] == speakers
