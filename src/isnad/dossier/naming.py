"""What concepts, events, details and entities are called in the interface language."""

from __future__ import annotations

import re
from functools import cache

from isnad.dossier.who import Who
from isnad.dossier.words import Words
from isnad.lang.concepts import load_concepts, load_events
from isnad.lang.tables import ROOT, read_table
from isnad.lang.tables import words as split_cell
from isnad.model import Dossier, Entity, Event, Finding
from isnad.text.fold import fold_key
from isnad.text.romanise import has_arabic, language_of

_PERSIAN = re.compile("[پچژگکی]")
# Letters and an article that Persian names of countries do not have.
_ARABIC_ONLY = re.compile("^ال|[ةيكىأإؤ]")


@cache
def _concepts() -> dict[str, dict[str, tuple[str, ...]]]:
    return {concept.id: concept.lemmas for concept in load_concepts()}


def concept_name(words: Words, concept: str) -> str:
    """A concept by its first lemma in the interface language; a type of event by its name, else the id."""
    if words.language == "en":
        return concept
    lemmas = _concepts().get(concept, {}).get(words.language, ())
    return lemmas[0] if lemmas else load_events().get(concept, {}).get(words.language) or concept


def known_concept(concept: str) -> bool:
    """Whether the lexicon has a concept of this id."""
    return concept in _concepts()


@cache
def happening_concepts() -> frozenset[str]:
    """The concepts that are happenings and deeds, which a date can be the date of."""
    return frozenset(concept.id for concept in load_concepts() if concept.type == "event")


def event_name(words: Words, event: str) -> str:
    """A type of event, as a noun; types newer than the words by the table's own word."""
    key = f"event.{event}"
    if words.has(key):
        return words.template(key)
    return load_events().get(event, {}).get(words.language, event) if words.language != "en" else event


def detail_name(words: Words, finding: Finding) -> str | None:
    """What a finding is about, in the interface language («كم دام: اجتماع»), with its mood where all readings have one
    (planned, denied); None where only its own words say it."""
    if not words.has(f"aspect.{finding.aspect}"):
        return None
    named = words.template(f"aspect.{finding.aspect}")
    what = concept_name(words, finding.concept) if finding.concept else None
    if what is None and finding.event_type:
        what = event_name(words, finding.event_type)
    if what is not None:
        named = words.template("concept.all").replace("{aspect}", named).replace("{concept}", what)
    moods = {reading.modality for reading in finding.readings}
    mood = moods.pop() if len(moods) == 1 else "actual"
    return named if mood == "actual" else f"{named} ({words.template(f'modality.{mood}')})"


@cache
def _lemmas() -> dict[str, str]:
    return {lemma: concept for concept, forms in _concepts().items() for some in forms.values() for lemma in some}


def event_title(words: Words, event: Event) -> str | None:
    """What an event is called in the interface language: the concept that its name is a word for, else its type."""
    concept = _lemmas().get(event.name.strip().removeprefix("ال").lower()) or _lemmas().get(event.name.strip().lower())
    if concept:
        return concept_name(words, concept)
    return event_name(words, event.types[0]) if event.types else None


def role_name(words: Words, role: str) -> str | None:
    """The office that a role is, by the noun at its head («قائد القوات»: commander); None where the lexicon has
    no person of that noun, and for «نائب رئيس», whose first noun says another thing before a second one."""
    nouns = role.split(" of ")[0].split()[::-1] if role.isascii() else role.split()
    offices = [_person(noun) for noun in nouns[:2]]
    return concept_name(words, offices[0]) if offices and offices[0] and not any(offices[1:]) else None


def _person(noun: str) -> str | None:
    word = noun.removeprefix("ال").lower()
    concept = _lemmas().get(word) or _lemmas().get(word.removesuffix("ة"))
    return concept if concept in _people() else None


@cache
def _people() -> frozenset[str]:
    return frozenset(concept.id for concept in load_concepts() if concept.type == "person")


def names_concept(text: str, concept: str | None) -> bool:
    """Whether a text is nothing but a word for a concept: then it need not stand beside the concept's name."""
    return concept is not None and _lemmas().get(text.strip().lower(), text.strip().lower()) == concept


def entity_name(words: Words, entity: Entity) -> str:
    """An entity in the interface language's form where the case or, for a place, the table has one, else as its
    reports write it."""
    return bare(entity.names.get(words.language) or _place_name(words, entity) or entity.name)


def _place_name(words: Words, entity: Entity) -> str | None:
    """The name of a country in the interface language, of every other place in English only: the table does not tell
    Arabic names from Persian ones."""
    if entity.place is None:
        return None
    if entity.place.kind == "country":
        return _countries().get(entity.place.country, {}).get(words.language)
    return entity.place.name if words.language == "en" else None


def own_language(entity: Entity) -> str | None:
    """The language that the fullest form of its name is in."""
    return next((language for language, name in sorted(entity.names.items()) if name == entity.name), None)


def readable(words: Words, name: str, language: str | None = None) -> str:
    """A name as plain text in a script that the reader knows, for the labels of a drawing."""
    return words.spelt(name, language) or name


def reads(words: Words, text: str) -> bool:
    """Whether a text is in the language of the interface, as far as its letters tell."""
    if not has_arabic(text):
        return words.language == "en"
    return words.language == language_of(text)


def bare(name: str) -> str:
    """A name without quotation marks that open or close nothing in it («صحيفة «المرفأ» cut from a sentence)."""
    kept = name
    for opening, closing in ("«»", "“”", "()"):
        if kept.count(opening) != kept.count(closing):
            kept = kept.replace(opening, "").replace(closing, "")
    return " ".join(kept.split()) or name


def other_names(words: Words, entity: Entity) -> list[tuple[str, str]]:
    """Its names in the other languages, (language, name), none said twice in another spelling of the same letters."""
    shown = entity_name(words, entity)
    seen = {fold_key(shown)} if words.spelt(shown) is None else set()
    found: list[tuple[str, str]] = []
    for language in sorted(entity.names):
        name = bare(entity.names[language])
        if fold_key(name) not in seen:
            seen.add(fold_key(name))
            found.append((language, name))
    return found


def outlet_name(dossier: Dossier, who: Who, language: str, outlet: str | None) -> str | None:
    """An outlet in the interface language, if the outlet table or the reports of the case have it; else None."""
    if outlet is None:
        return None
    named = dossier.outlets.get(outlet, {}).get(language)
    if named:
        return named
    entity = who.outlets.get(outlet)
    return bare(entity.names[language]) if entity is not None and language in entity.names else None


@cache
def _countries() -> dict[str, dict[str, str]]:
    """Countries by code in each interface language: the first name in the place table in that language's spelling."""
    found: dict[str, dict[str, str]] = {}
    for row in read_table(ROOT / "places.tsv", ("id", "name_en", "kind", "country", "names")):
        if row["kind"] == "country":
            arabic = [one for one in split_cell(row["names"]) if not one.isascii()]
            # The first name of a row is Arabic, and some are Persian too.
            persian = [one for one in arabic[1:] + arabic[:1] if not _ARABIC_ONLY.search(one)] or arabic
            found[row["country"]] = {
                "en": row["name_en"],
                "ar": next((one for one in arabic if not _PERSIAN.search(one)), row["name_en"]),
                "fa": persian[0] if persian else row["name_en"],
            }
    return found


def place_country(words: Words, entity: Entity) -> str:
    """The country that a place lies in, in the interface language; nothing where the table does not know it."""
    code = entity.place.country if entity.place else ""
    if not code or (entity.place and entity.place.kind == "country"):
        return ""
    return _countries().get(code, {}).get(words.language, code)
