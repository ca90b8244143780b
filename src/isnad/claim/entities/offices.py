"""Offices without a name («وزير الخارجية», "the admiral"): whose they are, when the case says who holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from isnad.claim.entities.groups import Groups
from isnad.claim.entities.titles import head_key, office_key
from isnad.claim.entities.words import marks, nouns, stops
from isnad.model.entity import Mention
from isnad.text.fold import fold_key

_MOST_SUGGESTED = 3
Holder = tuple[frozenset[str], int]
"""The words of an office beside its head, and the group that holds it."""


def join_offices(
    mentions: Sequence[Mention], numbers: Sequence[int], groups: Groups
) -> list[tuple[int, int, float, str]]:
    """Attach every office in ``numbers`` that one person of the case holds; conflicting holders become suggestions,
    offices that nobody holds stay out."""
    here: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    known: dict[str, list[Holder]] = defaultdict(list)
    named: dict[str, dict[int, int]] = defaultdict(dict)
    anywhere: dict[tuple[str, frozenset[str]], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for i, mention in enumerate(mentions):
        if mention.kind != "person" or mention.name is None or not groups.known(i):
            continue
        named[mention.document].setdefault(groups.leader(i), mention.span.start)
        for head, rest in _offices(mention):
            here[mention.document, head].append((rest, groups.leader(i)))
            if rest or mention.title is not None:
                known[head].append((rest, groups.leader(i)))
            if rest and not (mention.role and _former(mention.role.text)):
                anywhere[head, rest][groups.leader(i)].add(mention.document)
    suggestions = []
    open_here: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for i in numbers:
        mention = mentions[i]
        assert mention.role is not None
        head, rest = _office(mention.role.text, mention.language, mention.heads[-1] if mention.heads else "")
        if not rest and _no_office(mention):
            continue
        local = _holders(here[mention.document, head], rest)
        # An office alone points back: also to whom this report names before, and another one calls so.
        before = {one for one, at in named[mention.document].items() if at < mention.span.start}
        if len(local) != 1:
            called = [(words, one) for words, one in known[head] if rest or not words]
            local = (local & before) or local or (_holders(called, rest) & before)
        # In the whole case, where time and place may differ, only the very same office will do, given twice.
        holders = anywhere.get((head, rest), {})
        owners = local or set(holders)
        # «رئيس لجنة الصيد …. وقال رئيس اللجنة»: whom nobody names may be meant as well.
        nameless = open_here[mention.document, head]
        rival = any(rest < words for words in nameless)
        if len(owners) == 1 and not rival and (local or len(holders[min(owners)]) > 1):
            where = "in the same document" if local else "in the case"
            groups.attach(i, owners.pop(), f"office of one person {where}", 0.85 if local else 0.8)
            continue
        nameless.append(rest)
        if len(owners) <= _MOST_SUGGESTED:
            alone = "the one report that says who holds this office is another"
            several = f"{len(owners)} people hold this office"
            reason = "somebody else may be meant" if rival else alone if len(owners) == 1 else several
            suggestions += [(i, owner, 0.4, reason) for owner in sorted(owners)]
    return suggestions


def _holders(holders: list[Holder], rest: frozenset[str]) -> set[int]:
    """Who holds an office: all whose office has every word of it."""
    if not rest:
        return {owner for _, owner in holders}
    # «رئيس اللجنة» is not whoever is called «الرئيس»: every further word must be in the office that he holds.
    return {owner for words, owner in holders if words and rest <= words}


def _offices(mention: Mention) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    if mention.title is not None:
        found.append((office_key(mention.title.text), frozenset()))
        found += [(office_key(head), frozenset()) for head in mention.heads]
    if mention.role is not None:
        found.append(_office(mention.role.text, mention.language, ""))
    return list(dict.fromkeys(found))


def _no_office(mention: Mention) -> bool:
    """Whether a role is no office or, alone, more often a thing («الحكم», «المعارضة», «الرجل»)."""
    words = fold_key(mention.role.text).split() if mention.role is not None else []
    return bool(words) and (words[-1] in marks("no_office") or words[-1].removeprefix("ال") in marks("no_office"))


@cache
def _office(role: str, language: str, head: str) -> tuple[str, frozenset[str]]:
    """The head of an office and its further words (keys without article)."""
    words = [word for word in fold_key(role).replace("'", " ").split() if word not in marks("pointing")]
    keys = [head_key(word.strip(",.-")) for word in words]
    if not keys:
        return head, frozenset()
    at = _english_head(keys) if language == "en" else 0
    noun = office_key(keys[at])
    if at and keys[at - 1] in marks("office_rank"):
        noun = f"{keys[at - 1]} {noun}"  # "the prime minister" is not whom "the minister" means
    return noun, frozenset(key for key in keys[:at] + keys[at + 1 :] if key and key not in _empty())


def _english_head(keys: list[str]) -> int:
    """The noun of an English office: the last before "of" and the like ("hospital director", "head of the union")."""
    links = [at for at, key in enumerate(keys) if key in marks("office_link")]
    return max(links[0] - 1, 0) if links else len(keys) - 1


@cache
def _former(role: str) -> bool:
    """Whether the words say that the office was held once («سابق», "former")."""
    return any(word.removeprefix("ال") in marks("former") for word in fold_key(role).split())


@cache
def _empty() -> frozenset[str]:
    """Words that say nothing of an office: function words, "former".  Nouns stay, «لجنة» says which head is meant, and
    so do nationalities."""
    return frozenset(
        word
        for language in ("ar", "fa", "en")
        for word, kind in stops(language).items()
        if kind in ("word", "time", "verb", "loose") and word not in nouns(language)
    ) | frozenset(("of", "the", "for", "retired", "متقاعد", "بازنشسته")).union(marks("former"))
