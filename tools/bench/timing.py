"""Measuring time."""

from __future__ import annotations

import time
from collections.abc import Callable

ROUNDS = 4


def best(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The shortest time of each action, all actions taken in turn in every round."""
    times = [float("inf")] * len(actions)
    for _ in range(rounds):
        for i, action in enumerate(actions):
            start = time.perf_counter()
            action()
            times[i] = min(times[i], time.perf_counter() - start)
    return times
