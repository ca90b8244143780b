"""Whether words that no list knows look like a name, or like a verb."""

from __future__ import annotations

from isnad.extract.ar.words import GIVEN, NOT_SUBJECT, PRONOUNS, VERBS, definite, known

AL_VERBS = frozenset(("القي", "القت", "التقي", "التقت", "الغي", "الغت", "التحق", "التحقت"))
"""Verbs that begin like the article."""

BEING = frozenset(("كانت", "ليست", "باتت", "ظلت", "مازالت", "لازالت"))
"""Verbs of being, which may stand between a subject and its verb («الشركة كانت أعلنت»)."""


def accusative_noun(word: str) -> bool:
    """«لكن مصدراً في البلدية قال»: an indefinite known noun with the ending that لكن and أن give it."""
    return word.endswith("ا") and word[-2:-1] != "ه" and known(word) is None and known(word[:-1]) is not None


def finite_like(word: str) -> bool:
    """Whether an unknown word looks like a present verb."""
    return len(word) > 3 and word[0] in "تي" and not (known(word) or word in GIVEN)


def namelike(words: list[str]) -> bool:
    if any(word in NOT_SUBJECT for word in words):
        return False
    if words[0].startswith(("ي", "سي", "ست")) or (words[0][0] == "و" and words[0][-1] == "ت"):
        return False
    return len(words) >= 2 and any(word in GIVEN or known(word) for word in words[1:])


def unknown_name(words: list[str], before: str) -> bool:
    """Whether the words can be a name that no list knows («كينياتا»): no particle, no verb, no definite noun. Behind
    أن a verb may stand, which begins with ي or ت or ن; behind لكن it hardly does."""
    first = words[0]
    if len(words) > 3 or first in VERBS or len(first) < 3 or (first[0] in "يتن" and before != "لكن "):
        return False
    if first[0] in "بلو" and (known(first[1:]) or definite(first[1:]) or first[1:] in GIVEN):
        return False
    return not any(word in NOT_SUBJECT or word in PRONOUNS or definite(word) for word in words)
