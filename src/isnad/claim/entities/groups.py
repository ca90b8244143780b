"""Groups of mentions that grow together, with the reason why each member is in its group."""

from __future__ import annotations


class Groups:
    """Disjoint groups of numbers; a group is known by its first member."""

    def __init__(self) -> None:
        self._leader: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self.reasons: dict[int, tuple[str, float]] = {}

    def known(self, i: int) -> bool:
        """Whether ``i`` is in a group."""
        return i in self._leader

    def leader(self, i: int) -> int:
        """The number that stands for the group of ``i``."""
        return self._leader[i]

    def members(self, i: int) -> list[int]:
        """The members of the group of ``i``."""
        return self._members[self._leader[i]]

    def same(self, a: int, b: int) -> bool:
        """Whether both are in one group."""
        return self._leader[a] == self._leader[b]

    def add(self, i: int, reason: str, score: float) -> None:
        """A group of its own for ``i``, unless it is in one."""
        if i not in self._leader:
            self._leader[i] = i
            self._members[i] = [i]
            self.reasons[i] = (reason, score)

    def attach(self, i: int, owner: int, reason: str, score: float) -> None:
        """Put ``i``, which is in no group, into the group of ``owner``."""
        if i in self._leader:
            return
        leader = self._leader[owner]
        self._leader[i] = leader
        self._members[leader].append(i)
        self.reasons[i] = (reason, score)

    def merge(self, a: int, b: int, reason: str, score: float) -> None:
        """Join two groups; the smaller one's members get the reason if they had only their own."""
        first, second = self._leader[a], self._leader[b]
        if first == second:
            return
        if (len(self._members[first]), -first) < (len(self._members[second]), -second):
            first, second = second, first
        for i in self._members.pop(second):
            self._leader[i] = first
            self._members[first].append(i)
            if self.reasons[i][1] > score or i == second:
                self.reasons[i] = (reason, score)

    def all(self) -> list[list[int]]:
        """Every group with its members in order."""
        return [sorted(members) for _, members in sorted(self._members.items())]
