"""What a word may be an inflected form of: light stemming of three languages, the least stripped form first.

A form is taken only when the lexicon has it, so stripping may be generous here; it never makes a stem of its own.
Arabic: conjunction, preposition and article in front, plural, gender and pronoun endings behind (Larkey, Ballesteros
and Connell, "Improving stemming for Arabic information retrieval", 2002, call it light stemming).  Persian: plural,
indefinite and possessive endings, ezafe, degree, prefix and person of verbs.  English: the regular endings.
"""

from __future__ import annotations

from functools import lru_cache

_AR_FRONT = (
    "وبال",
    "وكال",
    "ولل",
    "وال",
    "فال",
    "بال",
    "كال",
    "لل",
    "ال",
    "وب",
    "ول",
    "وس",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
)
_AR_BACK = (
    *("هما", "كما", "اتها", "اته", "اتهم", "يين", "يون", "يات", "تين", "تان", "ات", "ون", "ين", "ان", "وا", "يه"),
    *("ها", "هم", "هن", "نا", "ه", "ي", "ا", "ت"),
)
_AR_VERB = ("ي", "ت", "ن", "ا")
_FA_FRONT = ("نمي", "مي", "ن", "ب")
_FA_BACK = (
    *("هايشان", "هايمان", "هايش", "هايي", "هاي", "ها", "ترين", "تري", "تر", "شان", "مان", "گان", "يان", "ان", "ات"),
    *("اند", "ند", "يم", "يد", "ست", "اي", "اش", "ي", "ش", "م", "ه", "د", "ت", "ا"),
)
_EN_BACK = (
    *(
        ("'s", ""),
        ("’s", ""),
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("es", "e"),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
    ),
    *(("ed", ""), ("ed", "e"), ("ers", ""), ("er", ""), ("er", "e"), ("ly", ""), ("est", ""), ("n't", "")),
)
_LEAST = 3


@lru_cache(maxsize=1 << 16)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The folded lower-case ``word`` and what it may be a form of, from the least stripped to the most."""
    if word[0] < "\u0250":
        return _english(word)
    return _persian(word) if language == "fa" else _arabic(word)


def _english(word: str) -> tuple[str, ...]:
    out = [word]
    for ending, instead in _EN_BACK:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: -len(ending)]
            out.append(stem + instead)
            if not instead and ending[0] in "ie" and stem[-1] == stem[-2]:
                out.append(stem[:-1])
    return tuple(dict.fromkeys(out))


def _arabic(word: str) -> tuple[str, ...]:
    fronts = [word, *(word[len(f) :] for f in _AR_FRONT if word.startswith(f) and len(word) - len(f) >= _LEAST)]
    out = list(fronts)
    for stem in fronts:
        # What stood before a possessive is a ta in the text and a ha in the lexicon: حكومتها, حكومة.
        for ending in _AR_BACK:
            if stem.endswith(ending) and len(stem) - len(ending) >= _LEAST:
                bare = stem[: -len(ending)]
                out.extend((bare, bare[:-1] + "ه") if bare.endswith("ت") and len(ending) < 4 else (bare, bare + "ه"))
    # A verb's person prefix, then the past is its look-up form: يعلن, اعلن; تؤكد, اكد.
    for stem in out[: len(fronts) + 12]:
        if stem[0] in _AR_VERB and len(stem) > _LEAST:
            out.extend((stem[1:], "ا" + stem[1:]))
    return tuple(dict.fromkeys(out))


def _persian(word: str) -> tuple[str, ...]:
    fronts = [word, *(word[len(f) :] for f in _FA_FRONT if word.startswith(f) and len(word) - len(f) >= 2)]
    out = list(fronts)
    for stem in fronts:
        for ending in _FA_BACK:
            if stem.endswith(ending) and len(stem) - len(ending) >= 2:
                bare = stem[: -len(ending)]
                out.append(bare)
                if ending == "گان":
                    out.append(bare + "ه")
    for stem in out[1 : len(fronts) + 12]:
        out.extend(
            stem[: -len(e)] for e in ("هاي", "ها", "ان", "ي", "ه") if stem.endswith(e) and len(stem) - len(e) > 2
        )
    return tuple(dict.fromkeys(out))


_SOFT = str.maketrans("", "", "اويىءه")


def root(word: str) -> str:
    """The strong consonants of an Arabic word without article and endings: قتلى and قتل and يقتل share قتل."""
    for front in ("وال", "بال", "لل", "ال", "و"):
        if word.startswith(front) and len(word) - len(front) >= _LEAST:
            word = word[len(front) :]
            break
    for ending in ("ات", "ون", "ين", "ان", "وا", "ها", "هم", "ت"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            break
    if word[0] in "يتن" and len(word) > 3:
        word = word[1:]
    return word.translate(_SOFT)
