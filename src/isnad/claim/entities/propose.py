"""Which names are worth comparing: those whose coarse consonants agree but for one; the comparison itself decides.

Every name is put under a few keys, and only names of one key, or of one that lacks a consonant of it, are compared, so
that the work grows with the number of names and not with its square (deletion keys, as in Garbe's SymSpell).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from isnad.claim.entities.parts import Name
from isnad.claim.entities.sounds import consonants
from isnad.claim.entities.spellings import usual

LEAST = 4
"""Fewest consonants of a key of which one may be left out; shorter ones would agree with everything."""
WINDOW = 60
"""With how many of its neighbours under one key, in order of their forms, a name is compared at most."""


def proposed(names: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of name forms that may be one person's, each once, in order."""
    forms = list(names)
    keys = [sorted(_keys(names[form])) for form in forms]
    exact: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(forms)), key=lambda number: forms[number]):
        for key in keys[number]:
            exact[key].append(number)
    seen: set[tuple[int, int]] = set()
    for members in exact.values():
        for i, a in enumerate(members):
            seen.update((min(a, b), max(a, b)) for b in members[i + 1 : i + 1 + WINDOW])
    for a, own in enumerate(keys):
        for shorter in {less for key in own if len(key) >= LEAST for less in _less_one(key)}:
            seen.update((min(a, b), max(a, b)) for b in exact.get(shorter, ())[:WINDOW] if a != b)
    for a, b in sorted(seen):
        yield forms[a], forms[b]


def _keys(name: Name) -> set[str]:
    """The consonants of first and last part, of the whole name, of its first two parts, and of the name without its
    first part («محمد باقر» is called «باقر»)."""
    found: set[str] = set()
    for one in (name, name.glued) if name.patronymic else (name,):
        parts = (one.kunya, *one.parts) if one.kunya else one.parts
        voicings = (False, True) if any("th" in part for part in parts) else (False,)
        for spelt, voiced in product({parts, tuple(map(usual, parts))}, voicings):
            heard = [consonants(part, voiced) for part in spelt]
            found |= {heard[0] + heard[-1] if len(heard) > 1 else "".join(heard), consonants("".join(spelt), voiced)}
            if len(heard) > 2:
                found |= {heard[0] + heard[1], heard[1] + heard[-1]}
    return found - {""}


def _less_one(key: str) -> set[str]:
    return {key[:i] + key[i + 1 :] for i in range(len(key))}
