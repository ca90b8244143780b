"""Things joined into classes (disjoint sets, Tarjan 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Classes(Generic[T]):
    """Joins things pair by pair; the one seen first stands for its class."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}
        self._order: dict[T, int] = {}

    def add(self, one: T) -> T:
        """Make ``one`` known; what stands for its class."""
        if one not in self._above:
            self._above[one] = one
            self._order[one] = len(self._order)
        return self.top(one)

    def __contains__(self, one: object) -> bool:
        """Whether ``one`` is known."""
        return one in self._above

    def top(self, one: T) -> T:
        """What stands for the class of ``one``; itself when it was never joined."""
        above = self._above
        if one not in above:
            return one
        root = one
        while above[root] != root:
            root = above[root]
        while above[one] != root:
            above[one], one = root, above[one]
        return root

    def join(self, one: T, other: T) -> None:
        """Make the two classes one."""
        a, b = self.add(one), self.add(other)
        if a != b:
            first, second = (a, b) if self._order[a] <= self._order[b] else (b, a)
            self._above[second] = first

    def together(self, one: T, other: T) -> bool:
        """Whether both are in one class."""
        return self.top(one) == self.top(other)

    def groups(self, things: Iterable[T]) -> dict[T, list[T]]:
        """The things by class, in their order."""
        found: dict[T, list[T]] = {}
        for one in things:
            found.setdefault(self.top(one), []).append(one)
        return found
