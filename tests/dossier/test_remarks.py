"""What the steps remark, in the words of the interface: every sentence of theirs has a row, and is told by it."""

from __future__ import annotations

import re

import pytest

from isnad.dossier.remarks import SLOT, remark_pieces, remark_text
from isnad.dossier.words import LANGUAGES, Words, remark_rows

from .sentences import SLOT as HOLE
from .sentences import sentences

_COUNTED = re.compile(r"\{\w+:(count\.\w+)\}")
_LATIN = re.compile("[A-Za-z]{2,}")
# Codes, formats and names of programs are Latin in every language.
_CODES = re.compile(r"UTF-\d+|HTML|JSON|CSV|ISO|reports\.csv|trafilatura|\b(text|content|file)\b")


def spoken(sentence: str) -> list[str]:
    """The words that stand between what the source fills in; numbers and their nouns are one slot of a row."""
    return [part.strip() for part in sentence.split(HOLE) if part.strip()]


def recognised(sentence: str) -> bool:
    """Whether a row has the words of a sentence in their order, or the sentence as it stands."""
    if HOLE not in sentence:
        return remark_pieces(Words("en"), sentence)[0].kind != "english"
    parts = spoken(sentence)
    for row in remark_rows():
        at = 0
        told = _COUNTED.sub(lambda slot: Words("en").template(f"{slot[1]}.other"), row["en"])
        for part in parts:
            at = told.find(part, at)
            if at < 0:
                break
            at += len(part)
        else:
            return True
    return False


# Sentences that the source puts together from pieces: every piece is said in one of these, which are told below.
BUILT = """
3 accounts, 1 root: Ada Lind (Harbour Post, 2022-03-14); 2 of them copy Harbour Post; 1 of them copies Quay Wire
2 accounts, 0 roots: Harbour Post cites Quay Wire, Quay Wire cites Harbour Post
9 accounts, 8 roots: A B, C D (Harbour Post), E F and 2 more; Harbour Post, Quay Wire belong to one owner (Quay Trust)
01.txt and 02.txt share this passage, but one has “seven; or more” and the other planned “17, at least”
01.txt copies 02.txt and changes “7” to planned “17”
01.txt and 02.txt share this passage, but how sure or how real it is differs
01.txt copies 02.txt and changes a negation
Ada Lind is quoted with different values: “7, or 8” in 01.txt, planned “17” in 02.txt
01.txt and 02.txt both have Ada Lind, 2022-03-14, fire, length of fire, agent of order, whether
family name of one person in the same document
first name of one person in the case
3 people in the case have this name
office of one person in the same document
the same words, taken over or said again by one root; an unnamed source is at most one witness
names that mean the same; one language has several of them
reports.csv is no ISO date (and 2 more) and is not taken; write it as 2022-03-14 or leave it empty
read as cp1256: its zero bytes lie as those of UTF-16 do
1,200 files are more than 1,000; split the archive
12.5 MB is more than the limit of 10 MB; split it into smaller files
RuntimeError: out of paper (this is a bug, please report it)
the only coerce en:1234 that these reports tell of
passive
participle
""".strip().split("\n")


def test_every_sentence_of_the_steps_has_a_row() -> None:
    found = list(sentences())
    assert len(found) > 120
    said = [spoken(line) for line in BUILT]
    built = ["".join(parts) for parts in said]
    missing = [
        f"{file}: {text.replace(HOLE, '…')}"
        for file, text in found
        if not recognised(text) and not any(all(part in line for part in spoken(text)) for line in built)
    ]
    assert missing == [], "add a row to dossier/words/remarks.tsv"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", BUILT)
def test_sentences_put_together_are_told(language: str, text: str) -> None:
    pieces = remark_pieces(Words(language), text)
    assert not any(piece.kind == "english" for piece in pieces)
    if language != "en":
        assert not _LATIN.search(_CODES.sub("", "".join(piece.text for piece in pieces if piece.kind == "words")))


@pytest.mark.parametrize("row", remark_rows(), ids=lambda row: row["en"][:40])
def test_rows_agree_and_are_in_their_language(row: dict[str, str]) -> None:
    slots = sorted(name for name, _ in SLOT.findall(row["en"]))
    for language in ("ar", "fa"):
        assert sorted(name for name, _ in SLOT.findall(row[language])) == slots
        words = SLOT.sub("", row[language])
        assert not _LATIN.search(_CODES.sub("", words))
        assert "پ" not in words or language == "fa"


def test_numbers_agree_with_their_nouns() -> None:
    arabic, persian = Words("ar"), Words("fa")
    told = {n: remark_text(arabic, f"{n} accounts, 0 roots; each of these reports has it from another of them")
            for n in (2, 3, 11, 100)}  # fmt: skip
    assert [told[n].split("،")[0] for n in told] == ["روايتان", "3 روايات", "11 رواية", "100 رواية"]
    assert remark_text(arabic, "2 of them copy A").startswith("اثنتان منها منسوختان عن")
    assert remark_text(arabic, "12 people in the case have this name") == "هذا الاسم لـ12 شخصًا في القضية"
    assert remark_text(persian, "12 people hold this office") == "۱۲ نفر این سمت را دارند"
    assert remark_text(Words("en"), "1 account, 2 roots: A") == "1 account, 2 roots: A"


def test_names_and_quotations_stay_what_they_are() -> None:
    pieces = remark_pieces(Words("fa"), "01.txt copies وكالة ساحل and changes “7; or so” to planned “سبعة عشر”")
    assert [piece.text for piece in pieces if piece.kind == "name"] == ["01.txt", "وكالة ساحل"]
    assert [piece.text for piece in pieces if piece.kind == "foreign"] == ["7; or so", "سبعة عشر"]
    assert "قرار بود" in "".join(piece.text for piece in pieces)


def test_a_root_keeps_the_place_where_it_was_told() -> None:
    told = remark_text(Words("en"), "4 accounts, 2 roots: Ada Lind (Harbour Post, 2022-03-14), unnamed source of B")
    assert told == "4 accounts, 2 roots: Ada Lind (Harbour Post, 14 March 2022), unnamed source of B"


@pytest.mark.parametrize("text", ["", "gibberish; passive", "no sentence of ours", "3 accounts"])
def test_what_no_row_recognises_stays(text: str) -> None:
    pieces = remark_pieces(Words("ar"), text)
    assert "".join(piece.text for piece in pieces) == text
    assert {piece.kind for piece in pieces} == {"english"}
