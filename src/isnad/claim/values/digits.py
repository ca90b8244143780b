"""Numbers written in digits: separators of thousands and decimals, and what is an id rather than a number."""

from __future__ import annotations

import re

from isnad.claim.values.line import Line

_MOST_GROUPS = 4
MOST_DIGITS = 15
"""Longer numbers are account numbers, keys or noise."""

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$")
_CLITICS = frozenset(
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "ولل", "وبال", "فال", "کال", "ولال"]
)
_MONEY = frozenset(
    [
        "$",
        "€",
        "£",
        "¥",
        "₪",
        "₹",
        "₽",
        "﷼",
        "us",
        "usd",
        "eur",
        "gbp",
        "rs",
        "aed",
        "sar",
        "a",
        "c",
        "ca",
        "au",
        "nz",
        "hk",
    ]
)
_APART = frozenset("-/.,:+*=×x_\\#^")


def read_digits(text: str, language: str) -> tuple[float | int, bool] | None:
    """The number that a run of digits and separators stands for, and whether that is unsure."""
    if len(text) > 2 * MOST_DIGITS:
        return None
    if text.isdecimal():
        return (int(text), False) if len(text) <= MOST_DIGITS else None
    if _THOUSANDS.match(text):
        mark = "," if text.find(",") in range(1, 4) else "."
        return _plain(text.replace(mark, "").replace(",", ".")), False
    if text.count(",") + text.count(".") != 1:
        return None
    whole, _, rest = text.replace(",", ".").partition(".")
    if "," in text and language == "en":
        return None  # «3,5» is a list in English
    if language != "en" and len(rest) == 3 and whole != "0" and len(whole) <= 3:
        return int(whole + rest), True
    return _plain(f"{whole}.{rest}"), False


def _plain(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() and "." not in text else number


def spaced_thousands(line: Line, i: int) -> int:
    """The index after a number whose thousands are set apart by spaces (10 000); ``i + 1`` for others."""
    end = i + 1
    if not 1 <= len(line.texts[i]) <= 3 or not line.texts[i].isdecimal() or line.texts[i][0] == "0":
        return end
    while (
        end < min(line.n, i + _MOST_GROUPS + 1)
        and len(line.texts[end]) == 3
        and line.texts[end].isdecimal()
        and line.starts[end] == line.ends[end - 1] + 1
        and line.key[line.ends[end - 1]] == " "
    ):
        end += 1
    return end if end <= i + _MOST_GROUPS else i + 1


def slash_decimal(line: Line, i: int) -> str | None:
    """«۳/۵ درصد»: Persian typing has a slash for the decimal mark, before a unit or a scale."""
    if line.language != "fa" or line.texts[i + 1] != "/" or not line.digits(i + 2):
        return None
    if not (line.glued(i) and line.glued(i + 1)) or len(line.texts[i + 2]) > 2 or not line.texts[i].isdecimal():
        return None
    if not (line.has(i + 3, "unit") or line.has(i + 3, "num")):
        return None
    return f"{line.texts[i]}.{line.texts[i + 2]}"


_TURNED = re.compile(r"(\d+)[.,][\u200e\u200f](\d+)$")


def turned_decimal(line: Line, i: int) -> tuple[str, int] | None:
    """A decimal that stands the wrong way round, and the index after it: typed from right to left, 54.2 is stored as
    «2.54» with a mark of direction within it, or as «2ر54»."""
    if line.language == "en":
        return None
    if "." in line.texts[i] or "," in line.texts[i]:
        turned = _TURNED.match(line.original(i))
        return (f"{turned[2]}.{turned[1]}", i + 1) if turned else None
    behind = line.texts[i + 1]
    end = i + 2
    if behind == "ر" and line.glued(i + 1):
        behind, end = behind + line.texts[i + 2], i + 3
    whole = behind.removeprefix("ر")
    if not (line.glued(i) and whole != behind and whole.isdecimal() and line.texts[i].isdecimal()):
        return None
    return (f"{whole}.{line.texts[i]}", end) if len(whole) + len(line.texts[i]) <= MOST_DIGITS else None


def is_number(line: Line, i: int, end: int) -> bool:
    """Whether digits are a number rather than a part of an id, a model name, a telephone number or a score."""
    text = line.texts[i]
    if len(text) > 1 and text[0] == "0" and text[1].isdecimal():
        return False
    if i > 1 and line.texts[i - 2] == "-" and len(line.texts[i - 1]) <= 2 and line.glued(i - 2) and line.glued(i - 3):
        return False  # «سكود-سي 300»
    return _free_before(line, i) and _free_after(line, end)


def _free_before(line: Line, i: int) -> bool:
    if i == 0 or not line.glued(i - 1):
        return True
    before = line.texts[i - 1]
    if before in _MONEY or (before in _CLITICS and line.language != "en" and not line.glued(i - 2)):
        return True
    if before == "-":
        # mid-2015, between 5-7: only after a word of time or number; AK-47 is a name.
        return (
            i < 2
            or not line.glued(i - 2)
            or line.has(i - 2, "part")
            or line.digits(i - 2)
            or line.texts[i - 2] in '%٪$€£([«"“'
        )
    if before in "~≈<>±(«\"'[»)":
        return line.texts[i - 2] != "=" or not line.glued(i - 2)  # id="42"
    if before in _APART:
        return not line.glued(i - 2) and before not in "#+*=×x"
    if before[0].isalpha():
        return line.has(i - 1, "unit") and not before[0].isascii()
    return True


def _free_after(line: Line, end: int) -> bool:
    if end >= line.n or not line.glued(end - 1):
        return True
    after = line.texts[end]
    if after in "/\\*=×_#^:+":
        return (
            (after == "/" and not line.digits(end + 1)) or (after == "+" and not line.digits(end + 1)) or after == ":"
        )
    if after == "-":
        return not (line.digits(end + 1) and line.texts[end + 2] == "-" and line.glued(end + 1))
    if after[0].isalpha() and after[0].isascii():
        return any(
            line.has(end, category) for category in ("unit", "num", "ordsuffix", "ampm", "decade_s")
        ) or after in ("s", "th", "st", "nd", "rd", "am", "pm", "ad", "bc", "ah")
    return True
