"""Whether a word behind a first name is an ordinary word («هادي تسيطر», «توفیق چندانی») and no family name."""

from __future__ import annotations

from functools import lru_cache

from isnad.claim.entities.words import common_words, given_names, marks, stops

_CLITICS = "وفبلك"
_ENDINGS = ("", "ا", "ه", "ات", "ين", "ون", "ان", "تها", "ها", "هم", "هما", "ني", "نا", "وا", "ت")
_FEMININE_ADJECTIVE = "يه"
_LEAST = 3
_PRESENT = frozenset("يتن")


@lru_cache(maxsize=50_000)
def is_ordinary(word: str) -> bool:
    """Whether a key without article is a listed noun or verb, inflected or with what Arabic writes to it."""
    if word in given_names("ar"):
        return False
    return _listed(word) or _present(word) or (len(word) > _LEAST and word[0] in _CLITICS and _after_clitic(word))


def _after_clitic(word: str) -> bool:
    rest = word[1:]
    # «ويقوم», «وراح»: hardly a family begins with this letter and does not end in -i.
    if word[0] == "و" and not word.endswith("ي"):
        return True
    return _listed(rest) or _present(rest) or rest in stops("ar")


def _listed(word: str) -> bool:
    found = common_words("ar")
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if len(stem) >= _LEAST and (stem in found or (ending and stem + "ه" in found)) and (stem != word or not ending):
            return True
    return False


def _present(word: str) -> bool:
    """A present tense: its stem is a listed past tense or noun, or an object is written to it («تسألني»)."""
    if word[0] == "س" and word[1:2] in _PRESENT and len(word) > _LEAST + 1:
        word = word[1:]  # «سيصدر»
    if word[0] not in _PRESENT or len(word) <= _LEAST:
        return False
    return _listed(word[1:]) or (word[0] in "يت" and word.endswith("ني") and len(word) > 5)


@lru_cache(maxsize=50_000)
def is_ordinary_definite(word: str) -> bool:
    """As `is_ordinary` for a word with the article: also feminine adjectives («العالمية»), which no man is named by."""
    bare = word[2:] if word.startswith("ال") else word
    if bare in given_names("ar") or word in given_names("ar") or word.endswith("ي"):
        return False
    return word.endswith(_FEMININE_ADJECTIVE) or _listed(bare)


_PERSIAN_ENDINGS = ("ها", "هاي", "هايي", "تر", "ترين", "اند", "ست", "\u200cاند", "يم")


@lru_cache(maxsize=50_000)
def is_ordinary_persian(word: str, sure: bool) -> bool:
    """Whether a Persian key is a listed word; behind a ``sure`` first name one that ends in -i may be a family's
    name all the same («اسلامی»), behind a word that is more often no name («هدایت نقدینگی») hardly."""
    if word in given_names("fa") or word in marks("family_end", "fa"):
        return False
    if word.endswith(("ي", "ی")):
        return not sure and (word in common_words("fa") or word[:-1] in common_words("fa"))
    return word in common_words("fa") or (not sure and word.endswith(_PERSIAN_ENDINGS))
