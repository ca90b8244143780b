"""Extension by name: one short registry used for readers, engines and exporters.

A room makes a ``Registry``, its built-in implementations register themselves through the same door as any
other, and the caller asks by name.  Nothing is imported or looked up until it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Generic, TypeVar

from isnad.errors import UsageError

T = TypeVar("T")


class Registry(Generic[T]):
    """Implementations of one shape, by name.

    ``targets`` maps a name to ``"module:attribute"``; the module is imported on first use.  ``register`` adds an
    object directly (tests, embedding programs).
    """

    def __init__(self, kind: str, targets: dict[str, str]) -> None:
        self.kind = kind
        self._targets: dict[str, str | T] = dict(targets)

    def register(self, name: str, implementation: T) -> None:
        """Add or replace an implementation under ``name``."""
        self._targets[name] = implementation

    def get(self, name: str) -> T:
        """The implementation called ``name``; ``UsageError`` lists the known names otherwise."""
        try:
            target = self._targets[name]
        except KeyError:
            known = ", ".join(sorted(self._targets))
            raise UsageError(f"no {self.kind} is called {name!r}; known: {known}") from None
        if isinstance(target, str):
            module, _, attribute = target.partition(":")
            loaded: T = getattr(import_module(module), attribute)
            self._targets[name] = loaded
            return loaded
        return target

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._targets))

    def __contains__(self, name: str) -> bool:
        return name in self._targets
