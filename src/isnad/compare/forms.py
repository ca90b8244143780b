"""Forms filled in anew: yesterday's market report and today's share their sentences and none of their numbers."""

from __future__ import annotations

import re
from collections import Counter

from isnad.model import Passage

_NUMBER = re.compile(r"\d+")

FEWEST = 4
"""Numbers on either side below which nothing is said: one or two changed numbers are a distorted copy, which must
stay one."""
SHARED = 1 / 3
"""Share of the numbers that both sides of a copy have at least."""


def is_form(passage: Passage) -> bool:
    """Whether both sides of an edited passage give about as many numbers, and hardly any of them is the same."""
    if passage.kind != "edited":
        return False
    a, b = (Counter(map(int, _NUMBER.findall(span.text))) for span in (passage.a, passage.b))
    fewer, more = sorted((a.total(), b.total()))
    return fewer >= FEWEST and more <= 2 * fewer and (a & b).total() <= SHARED * more
