"""Which encoding bytes are read with."""

from __future__ import annotations

import codecs

import pytest

from isnad.errors import ReadError
from isnad.text.decode import decode, is_binary

ARABIC = (
    "أعلن مدير الميناء الشمالي أن العمل على الرصيف الجديد سيبدأ في الربيع المقبل، وقال إن السفن الكبيرة "
    "ستتمكن من الدخول بعد أن تنتهي أعمال الحفر التي بدأت قبل عامين."
)
PERSIAN = (
    "مدیر بندر گفت که کار ساخت اسکله تازه در بهار آینده آغاز می شود "
    "و کشتی های بزرگ پس از پایان لایروبی می توانند در آن پهلو بگیرند"
)
ENGLISH = "The harbour master said that the new quay would be opened in spring, and that the café on it was “ready”."


@pytest.mark.parametrize("text", [ARABIC, PERSIAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_a_mark_is_no_part_of_the_text() -> None:
    decoded = decode(codecs.BOM_UTF8 + ARABIC.encode(), "a.txt")
    assert decoded.text == ARABIC
    assert decoded.guess is None


def test_windows_1256_is_guessed_and_said() -> None:
    decoded = decode(ARABIC.encode("cp1256"), "a.txt")
    assert (decoded.text, decoded.encoding) == (ARABIC, "cp1256")
    assert decoded.guess


def test_persian_in_windows_1256() -> None:
    # The code page has no Persian ye and ke as such; typists used the Arabic ones.
    text = PERSIAN.replace("ی", "ي").replace("ک", "ك")
    assert "گ" in text
    assert decode(text.encode("cp1256"), "a.txt").text == text


def test_iso_8859_6() -> None:
    decoded = decode(ARABIC.encode("iso8859_6"), "a.txt")
    assert (decoded.text, decoded.encoding) == (ARABIC, "iso8859_6")


def test_the_declared_charset_is_no_guess() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    decoded = decode(page.encode("cp1256"), "a.html")
    assert (decoded.text, decoded.guess) == (page, None)


def test_a_wrong_declaration_does_not_win() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    assert decode(page.encode("utf-8"), "a.html").text == page


def test_a_codec_that_is_no_charset_is_not_taken_from_a_page() -> None:
    page = f'<meta charset="unicode_escape"><p>{ARABIC}</p>'
    assert decode(page.encode("cp1256"), "a.html").encoding == "cp1256"


def test_a_cut_letter_does_not_change_the_encoding() -> None:
    decoded = decode((ARABIC * 3).encode()[:-2], "a.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(ARABIC)
    assert decoded.guess


def test_noise_is_an_error_with_advice() -> None:
    with pytest.raises(ReadError, match=r"noise\.txt: .*save it as UTF-8"):
        decode(bytes(range(256)) * 20, "noise.txt")


def test_binary_is_recognised_and_text_is_not() -> None:
    assert is_binary(b"\x7fELF\x00\x00\x01\x02" * 50)
    assert not is_binary(ARABIC.encode("cp1256"))
    assert not is_binary(ENGLISH.encode("utf-16-le"))
