"""Names in English: runs of capitalised words, and by what a run is known for a person, a body or a place."""

from __future__ import annotations

from isnad.claim.entities.found import Found
from isnad.claim.entities.listed import names_from
from isnad.claim.entities.lookup import Word, tables
from isnad.claim.entities.places import gazetteer, known_bodies
from isnad.claim.entities.scene import Block, Scene
from isnad.claim.entities.words import marks
from isnad.model.entity import MentionKind

_LONGEST = 9
_INNER = frozenset({"article", "son", "middle", "father", "servant"})
_TITLE_GAPS = frozenset({" ", ". ", "-"})


def capital(scene: Scene, i: int) -> bool:
    """Whether token ``i`` begins with a capital letter."""
    return scene.cased[scene.starts[i]].isupper()


def read_english(scene: Scene, block: Block, i: int) -> Found | None:
    """The name that begins at token ``i``; None where nothing says what the capitals stand for."""
    word = scene.words[i]
    if word.stop == "word" and not (word.given or word.title):
        return _of_two_words(scene, block, i) if (word.place or word.body) and capital(scene, i) else None
    if not capital(scene, i) and not (word.particle in ("article", "father") and _joins(scene, block, i)):
        return None
    found = (_known_body(scene, block, i) if word.body else None) or (_titled(scene, block, i) if word.title else None)
    if found is not None:
        return found
    end = _run(scene, block, i)
    place = _place(scene, block, i) if word.place else None
    if place is not None and (place.last >= end or not (word.given or _organisation(scene.words[end]))):
        return _headed(scene, block, i, end, place)
    body = _settled(scene, block, i, end) or _body(scene, block, i, end)
    found = body or _headed(scene, block, i, end, None)
    if found is None and end > i:
        found = _person(scene, block, i, end)
    return found or place


def _of_two_words(scene: Scene, block: Block, i: int) -> Found | None:
    """A listed name that opens with an ordinary word: "New York", "the Pacific" without its "the"."""
    found = _known_body(scene, block, i) or _place(scene, block, i)
    return found if found is not None and found.last > i and scene.words[i].core != "the" else None


def _run(scene: Scene, block: Block, i: int) -> int:
    """The last token of the capitalised run from ``i``: particles inside are lower case, initials have a stop."""
    end, at = i, i + 1
    while at < min(block.end, i + _LONGEST):
        initial = scene.ends[at - 1] - scene.starts[at - 1] == 1
        if not (scene.glued[at - 1] or (initial and scene.gap(at - 1) == ". ")):
            break
        word = scene.words[at]
        if capital(scene, at):
            inside = word.given or word.particle or word.core == "new" or word.core in marks("press", "en")
            if word.stop == "word" and not inside:
                break
            end = at
        elif word.particle not in _INNER or not _joins(scene, block, at):
            break
        at += 1
    return end


def _joins(scene: Scene, block: Block, at: int) -> bool:
    """Whether a lower-case particle is followed by a capital (or another particle and a capital)."""
    if scene.words[at].core in marks("article_too") and scene.gap(at) != "-":
        return False
    for after in (at + 1, at + 2):
        if after >= block.end or not scene.glued[after - 1]:
            return False
        if capital(scene, after):
            return True
        if scene.words[after].particle not in _INNER:
            return False
    return False


def _known_body(scene: Scene, block: Block, i: int) -> Found | None:
    found = names_from(scene.words[i].body, scene.words, i, block.end)
    if not found:
        return None
    last, row = found[-1]
    if last == i and scene.words[i].core in known_bodies("en").acronyms and not scene.case(i).isupper():
        return None
    return Found(i, last, "organisation", (i, last), "well-known name", body=row)


def _titled(scene: Scene, block: Block, i: int) -> Found | None:
    known = tables("en")
    at = i
    gender = None
    while at < block.end and scene.words[at].title:
        size = _title_size(scene, block, at)
        if not size or at + size >= block.end or scene.gap(at + size - 1) not in _TITLE_GAPS:
            break
        key = " ".join(word.core for word in scene.words[at : at + size])
        gender = gender or known.titles[key]
        at += size
    if at == i or at >= block.end or not (capital(scene, at) or _joins(scene, block, at)):
        return None
    word = scene.words[at]
    if scene.words[at - 1].core in marks("never_last") and not word.given:
        return None
    if (word.stop in ("word", "adjective") or word.head or word.title or word.role) and not word.given:
        return None
    end = _shortened(scene, block, at, _run(scene, block, at))
    gender = gender or (word.given.gender if word.given else None)
    heads = (" ".join(w.core for w in scene.words[i:at]),)
    return Found(i, end, "person", (at, end), "title", 0, (i, at - 1), heads=heads, gender=gender)


def _shortened(scene: Scene, block: Block, at: int, end: int) -> int:
    """The end of a person's name: in a headline every word has a capital, so two words have to do there."""
    if block.kind != "headline":
        return end
    last, parts = at, 0
    for i in range(at, end + 1):
        last = i
        parts += scene.words[i].particle not in _INNER
        if parts == 2:
            break
    return last


def _title_size(scene: Scene, block: Block, at: int) -> int:
    known, key, found = tables("en"), "", 0
    for size in range(1, min(known.longest_title, block.end - at) + 1):
        key = f"{key} {scene.words[at + size - 1].core}".strip()
        found = size if key in known.titles else found
        if scene.gap(at + size - 1) not in _TITLE_GAPS:
            break
    return found


def _place(scene: Scene, block: Block, i: int) -> Found | None:
    """The longest name of the place table at ``i`` that needs no more context than it has."""
    found = names_from(scene.words[i].place, scene.words, i, block.end)
    for last, named in reversed(found):
        if not capital(scene, last):
            continue
        if last == i and len(scene.words[i].core) < 4 and not scene.case(i).replace(".", "").isupper():
            return None  # "us"
        before = scene.words[i - 1].core if i > block.first and scene.gap(i - 1) == " " else ""
        if named.needs == "head" or (named.needs == "in" and before not in marks("place_preposition", "en")):
            return None
        return Found(i, last, "place", (i, last), "place table", place=gazetteer("en").rows[named.row].id)
    return None


def _headed(scene: Scene, block: Block, i: int, end: int, place: Found | None) -> Found | None:
    """A place by its noun: "Port Sakhr", "Sawari province"; the table's place as it is when no noun is there."""
    words = scene.words
    last = place.last if place else end
    row = place.place if place else None
    after = words[last + 1] if last + 1 < block.end and scene.gap(last) == " " else None
    if (
        after is not None
        and after.core in marks("place_behind")
        and words[i].stop == ""
        and not capital(scene, last + 1)
    ):
        return Found(i, last, "place", (i, last), "noun for a place", heads=(after.core,), place=row)
    press = words[end].core in marks("press", "en")  # "The Valley Post"
    head = None if press else next((w for w in (words[i], words[end]) if w.head and w.head.kind == "place"), None)
    if head is not None and end > i and not words[i].given:
        evidence = "noun for a place"
        return Found(i, end, "place", (i, end), evidence, heads=(head.core,), place=row if last == end else None)
    if place is not None and end > last and _organisation(words[end]):
        return None
    return place


def _organisation(word: Word) -> bool:
    return word.head is not None and word.head.kind == "organisation"


def _settled(scene: Scene, block: Block, i: int, end: int) -> Found | None:
    """ "the village of Tel Zahra": capitals behind a noun for a place and "of"."""
    if i - 2 < block.first or scene.words[i - 1].core != "of" or not (scene.glued[i - 1] and scene.glued[i - 2]):
        return None
    noun = scene.words[i - 2].core
    return (
        Found(i, end, "place", (i, end), "noun for a place", heads=(noun,)) if noun in marks("place_behind") else None
    )


def _body(scene: Scene, block: Block, i: int, end: int) -> Found | None:
    """A body by the noun in its name; "Ministry of Ports and Fisheries" goes on over "of" and "and"."""
    heads = [at for at in range(i, end + 1) if _organisation(scene.words[at])]
    if not heads and end > i and scene.words[end].core in marks("press", "en"):
        heads = [end]
    if not heads:
        return _acronym(scene, block, i, end)
    if any(_is_office(scene.words[at]) for at in range(heads[-1] + 1, end)):
        return None  # "University President Karim Aziz"
    last = end
    if heads[-1] == end:
        last = _after_of(scene, block, end)
    if last == end and (end == i or (scene.words[i].given and heads[-1] != end)):
        return None
    kind: MentionKind = "organisation"
    return Found(i, last, kind, (i, last), "noun in the name", heads=(scene.words[heads[-1]].core,))


def _after_of(scene: Scene, block: Block, end: int) -> int:
    at = end + 1
    if at + 1 >= block.end or scene.gap(end) != " " or scene.words[at].core not in ("of", "for"):
        return end
    at += 1
    if scene.words[at].core == "the" and at + 1 < block.end:
        at += 1
    if not capital(scene, at):
        return end
    last = _run(scene, block, at)
    if last + 2 < block.end and scene.words[last + 1].core == "and" and capital(scene, last + 2):
        return _run(scene, block, last + 2)
    return last


def _acronym(scene: Scene, block: Block, i: int, end: int) -> Found | None:
    text = scene.case(i)
    if end != i or not (2 < len(text) < 6 and text.isupper() and text.isalpha()) or scene.gap(i)[:1] == ":":
        return None
    beside = [scene.case(at) for at in (i - 1, i + 1) if block.first <= at < block.end]
    if any(len(word) > 1 and word.isupper() for word in beside):
        return None  # a heading in capitals
    return Found(i, i, "organisation", (i, i), "acronym")


def _person(scene: Scene, block: Block, i: int, end: int) -> Found | None:
    word = scene.words[i]
    if word.stop == "adjective" or word.head:
        return None
    office = next((at for at in range(end - 1, i - 1, -1) if _is_office(scene.words[at])), None)
    if office is not None:
        return _behind_office(scene, block, i, office, end)
    kunya = word.particle == "father"
    particle = any(scene.words[at].particle in ("article", "son") for at in range(i + 1, end))
    end = _shortened(scene, block, i, end)
    if particle and not (kunya or word.given) and _somewhere(scene, block, i, end):
        return Found(i, end, "place", (i, end), "where a place stands")
    if kunya and end > i:
        return Found(i, end, "person", (i, end), "kunya")
    if end > i and ((word.given and word.given.sure) or particle):
        gender = word.given.gender if word.given else None
        return Found(i, end, "person", (i, end), "first name", gender=gender)
    if end > i and end - i < 4 and _beside_role(scene, block, i, end):
        gender = word.given.gender if word.given else None
        return Found(i, end, "person", (i, end), "role beside it", gender=gender)
    return None


def _somewhere(scene: Scene, block: Block, i: int, end: int) -> bool:
    """Whether a name of which nothing but its article speaks for a person stands where a place does: "at Ras
    al-Awsaj", "the colonel of Ras al-Awsaj", "RAS AL-AWSAJ, Nov. 9 (Agency)"."""
    if i == block.first:
        return scene.gap(end)[:1] == "," and all(scene.case(at).isupper() for at in range(i, end + 1))
    before = scene.words[i - 1].core if scene.gap(i - 1) == " " else ""
    office = i - 2 >= block.first and (scene.words[i - 2].role or _is_office(scene.words[i - 2]))
    return before in marks("place_within", "en") or (before == "of" and bool(office))


def _is_office(word: Word) -> bool:
    return (word.role or word.core in tables("en").titles) and not word.given


def _behind_office(scene: Scene, block: Block, i: int, office: int, end: int) -> Found | None:
    """ "Transport Minister Fares al-Ali": the name behind the office that it begins with."""
    first = office + 1
    word = scene.words[first]
    if ((word.stop or word.head or first == end) and not word.given) or _is_office(scene.words[end]):
        return None
    end = _shortened(scene, block, first, end)
    gender = word.given.gender if word.given else None
    ranked = office > i and scene.words[office - 1].core in marks("office_rank")
    heads = (" ".join(w.core for w in scene.words[office - ranked : office + 1]),)
    return Found(i, end, "person", (first, end), "title", 0, (i, office), heads=heads, gender=gender)


def _beside_role(scene: Scene, block: Block, i: int, end: int) -> bool:
    """Whether a role stands right before the run, or behind it and a comma ("Owen Tallis, a ship chandler")."""
    if i > block.first and scene.words[i - 1].role and scene.gap(i - 1) in (" ", ", "):
        return True
    if end + 1 >= block.end or scene.gap(end) != ", ":
        return False
    at = end + 1
    while at < min(block.end - 1, end + 6) and scene.gap(at) in (" ", "-"):
        if scene.words[at].role:
            return True
        if scene.words[at].stop == "verb":
            return False
        at += 1
    return scene.words[at].role
