"""The English word lists as compiled tables: what each word can be, and what each cue form takes."""

from __future__ import annotations

import msgspec

from isnad.extract.cues import CueIndex
from isnad.lang.cues import Form, expand, load_cues, load_paradigms, load_words
from isnad.lang.tables import ROOT, read_table
from isnad.text.fold import fold_key

CUES = CueIndex("en")

# How the inflected forms of a verb are written in a string of word classes; see tagger.py.
_VERB_CLASS = {"base": "A", "s": "Z", "ed": "e", "past": "v", "pp": "P", "ing": "g"}


class CueInfo(msgspec.Struct, frozen=True, gc=False):
    """What a cue form can be: the frames of its verb readings, and of its noun and adjective readings."""

    verb: frozenset[str]
    noun: frozenset[str]
    adjective: frozenset[str]
    cue_class: str
    tags: frozenset[str]


def _info(forms: tuple[Form, ...]) -> CueInfo:
    verb: set[str] = set()
    noun: set[str] = set()
    adjective: set[str] = set()
    tags: set[str] = set()
    verb_class = ""
    for form in forms:
        takes = form.cue.takes
        if "noun" in form.cue.flags:
            noun |= takes
        elif "adjective" in form.cue.flags:
            adjective |= takes
            verb_class = verb_class or form.cue.cue_class
        else:
            verb |= takes
            tags.add(form.tag)
            verb_class = verb_class or form.cue.cue_class
    return CueInfo(frozenset(verb), frozenset(noun), frozenset(adjective), verb_class or "nominal", frozenset(tags))


def _verb_classes() -> dict[str, str]:
    """Word → class letter for every form of every verb of the two verb lists."""
    found: dict[str, set[str]] = {}
    for written, form in load_cues("en"):
        if form.tag and " " not in written:
            found.setdefault(fold_key(written), set()).add(form.tag)
    paradigms = load_paradigms(ROOT / "en")
    for row in load_words("en", "verbs").values():
        for tag, written in expand(row, paradigms):
            found.setdefault(fold_key(written), set()).add(tag)
    return {word: _verb_class(tags) for word, tags in found.items()}


def _verb_class(tags: set[str]) -> str:
    if tags >= {"past", "base"} or tags >= {"past", "pp"} or "ed" in tags:
        return "e"
    for tag in ("past", "s", "ing", "base", "pp"):
        if tag in tags:
            return _VERB_CLASS[tag]
    return "e"


def _word_classes() -> dict[str, str]:
    table = _verb_classes()
    for word in load_words("en", "nouns"):
        table[word] = load_words("en", "nouns")[word]["tag"] or "n"
    for word, row in load_words("en", "words").items():
        table[word] = row["tag"]
    for word in load_words("en", "pure_verbs"):
        if table.get(word) in ("A", "Z"):
            table[word] = "B" if table[word] == "A" else "v"
    table.update({word.replace("'", "’"): tag for word, tag in table.items() if "'" in word})
    return {fold_key(word): tag for word, tag in table.items()}


INFO: dict[str, CueInfo] = {key: _info(forms) for key, forms in CUES.forms.items()}
CLASSES: dict[str, str] = _word_classes()
TITLES: frozenset[str] = frozenset(load_words("en", "titles"))
# Titles and nouns that tell the gender of who has them: m or f.
TITLED: dict[str, str] = {w: row["gender"] for w, row in load_words("en", "titles").items() if row["gender"]}
GENDERED: dict[str, bool] = {word: row["gender"] == "f" for word, row in load_words("en", "gendered").items()}
SHORTENED: frozenset[str] = frozenset(load_words("en", "shortened"))
PARTICLES: frozenset[str] = frozenset(load_words("en", "particles"))
HEADS: dict[str, dict[str, str]] = {fold_key(word): row for word, row in load_words("en", "heads").items()}
PRONOUNS: dict[str, dict[str, str]] = load_words("en", "pronouns")
RELATIVES = frozenset(("who", "whom", "which", "that"))
FIRST_PERSON = frozenset(("i", "we"))
"""Sources that are whoever the words around them are said by."""
PERSONAL = frozenset(word for word, row in PRONOUNS.items() if row["type"] == "person")
# What stands before a colon without being a speaker, and nouns that may speak there («Poll: …»).
LABELS: frozenset[str] = frozenset(fold_key(word) for word in load_words("en", "labels"))
OPINIONS: frozenset[str] = frozenset(w for w, row in HEADS.items() if row["type"] in ("document", "outlet", "person"))


def _set(table: str, kind: str) -> frozenset[str]:
    rows = read_table(ROOT / "en" / f"{table}.tsv", ("word", "kind"))  # a word may be of several kinds
    return frozenset(fold_key(row["word"]) for row in rows if row["kind"] == kind)


PROPOSITIONS: frozenset[str] = frozenset(load_words("en", "propositions"))
INDEFINITE: frozenset[str] = frozenset(load_words("en", "indefinite"))
# See the heads of the two data files for what each set is.
OCCASIONS, OCCASION_NOUNS, CONTRASTS = (
    _set("occasions", "word"),
    _set("occasions", "noun"),
    _set("occasions", "contrast"),
)
CONDITIONS, UNNAMED_ACTS, NOBODY = (_set("occasions", kind) for kind in ("condition", "refusal", "nobody"))
LIGHT, FRONTED = _set("verb_sets", "light"), _set("verb_sets", "fronted")
SURVEYS, ADDITIVES = _set("occasions", "survey"), _set("occasions", "additive")
GERUNDS, NAMING = _set("verb_sets", "gerund"), _set("verb_sets", "naming")
PRESENT = _set("verb_sets", "present")
LINKING, TELLING = _set("verb_sets", "linking"), _set("verb_sets", "telling")
DUTY, PLURALS = _set("verb_sets", "duty"), _set("verb_sets", "plural")
FLOATING, PRONOMINAL = _set("verb_sets", "floating"), _set("verb_sets", "pronominal")
