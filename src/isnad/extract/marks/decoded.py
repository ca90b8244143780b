"""JSON into typed values, with the place of what is wrong."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from isnad.extract.marks.base import fail

T = TypeVar("T")
_BYTE = re.compile(r"\(byte (\d+)\)")
_AT = re.compile(r" - at `(\$[^`]*)`")


def decoded(text: str, wanted: type[T], label: str, line: int | None = None) -> T:
    """``text`` as ``wanted``; ``DataError`` with the line if it is no JSON, with the path of the field if it is other
    than wanted. ``line`` is the line that ``text`` is, where it is one."""
    try:
        return msgspec.json.decode(text.encode("utf-8", "surrogatepass"), type=wanted)
    except msgspec.ValidationError as error:
        where = label if line is None else f"{label}:{line}"
        place = _AT.search(str(error))
        what = _AT.sub("", str(error))
        if place and place[1] != "$":
            where += f": {place[1].removeprefix('$').removeprefix('.')}"
        fail(where, f"{what[:1].lower()}{what[1:]}; correct it")
    except msgspec.DecodeError as error:
        byte = _BYTE.search(str(error))
        at = text.encode()[: int(byte[1])].count(b"\n") + 1 if byte else 1
        fail(f"{label}:{line or at}", f"is no JSON ({error}); mend it")
    except RecursionError:
        fail(label if line is None else f"{label}:{line}", "its JSON is nested too deep; give a plain export")
