"""What a source phrase mentions: its type, the proper name in it, and how it points back."""

from __future__ import annotations

import re

from isnad.extract.ar.names import nisba, person_name
from isnad.extract.ar.words import (
    ANONYMOUS,
    COLLECTIVES,
    COMPANIONS,
    DOCUMENTS,
    GIVEN,
    LISTENERS,
    NAMED_AFTER,
    ORGANISATIONS,
    OUTLETS,
    PLACES,
    PRONOUNS,
    RELATIONS,
    ROLES,
    TITLES,
    TOKEN,
    WITHHELD,
    bare,
    definite,
    feminine,
    governing,
    known,
)
from isnad.extract.base import Mention, Range


def mention(key: str, where: Range) -> Mention:
    """What a source phrase mentions: type, proper name, and how it points back."""
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(key, *where)]
    if not tokens:
        return Mention("person", where, "name")
    at = 0
    while at + 1 < len(tokens) and tokens[at][0] in ("هذا", "هذه", "كل", "ذات", "نفس"):
        at += 2 if tokens[at][0] == "كل" and tokens[at + 1][0] == "من" else 1
    pointing = at > 0 and tokens[0][0] in ("هذا", "هذه", "ذات", "نفس")
    at = min(at, len(tokens) - 1)
    head = tokens[at][0]
    if head[0] == "ل" and len(head) > 3 and not known(head):
        # «وفقاً للوزارة»، «وفقاً لوزارة …»: the preposition is no part of the noun
        head = "ال" + head[2:] if head.startswith("لل") else head[1:]
    gender = feminine(head)
    noun = bare(head)
    if head.isdigit() and len(tokens) > at + 1:  # «35 شاباً»
        return Mention("collective", None, "name", tokens[at + 1][0], None, True)
    pronoun = PRONOUNS.get(head)
    if pronoun and len(tokens) == 1:
        return Mention("person", None, "pronoun", head, gender, pronoun["number"] == "pl")
    alone = len(tokens) == at + 1
    word = tokens[at]  # «علمت «المدينة» أن»: a name, whatever the word means
    quoted = alone and key[word[1] - 1] in '«"(' and key[word[2] : word[2] + 1] in ("»", '"', ")")
    media_name = key[tokens[at][1] : tokens[at + 1][2]] if noun == "وسايل" and len(tokens) > at + 1 else ""
    if media_name and (media := OUTLETS.get(media_name)):
        return Mention(media["kind"], where, "name", noun, gender)  # type: ignore[arg-type]  # «وسائل إعلام محلية»
    outlet = OUTLETS.get(noun) or OUTLETS.get(head)
    if outlet and not (noun in ROLES and not TITLES.keys().isdisjoint(token[0] for token in tokens)):
        kind = "agency" if outlet["kind"] == "agency" else "outlet"
        pair = len(tokens) == at + 2 and nisba(tokens[at + 1][0], 2)  # «المجلة الأمريكية»
        if (alone or pair) and noun != head and head not in OUTLETS and not quoted:
            return Mention(kind, None, "description", noun, gender)  # type: ignore[arg-type]
        return Mention(kind, _outlet_name(key, where, tokens, at), "name", noun, gender)  # type: ignore[arg-type]
    if quoted and noun not in ROLES and head not in TITLES:
        return Mention("organisation", (word[1], word[2]), "name", noun, gender)
    if noun in DOCUMENTS or head in DOCUMENTS:
        return Mention("document", None, "description" if alone and noun != head else "name", noun, gender)
    anonymous = ANONYMOUS.get(noun)
    if anonymous and anonymous["kind"] == "plain":
        return Mention("unnamed", None, "unnamed", noun, gender, noun.endswith(("ون", "ين")))
    borne = noun in NAMED_AFTER and any(token[0] in TITLES for token in tokens[at + 1 : at + 2])
    if noun in ORGANISATIONS or head in ORGANISATIONS or borne:  # «مدينة الملك سالم للعلوم»
        if (alone and noun != head and head not in ORGANISATIONS) or pointing:
            return Mention("organisation", None, "description", noun, gender)
        return Mention("organisation", _organisation_name(key, where), "name", noun, gender)
    if (withheld := WITHHELD.search(key, *where)) and not any(
        word in GIVEN for word, _, end in tokens if end <= withheld.start()
    ):
        return Mention("unnamed", None, "unnamed", noun, gender)
    name = None if _related(tokens[at:]) else person_name(key, where[1], tokens[at:])
    apart = anonymous is not None and (anonymous["kind"] == "part" or not _in_construct(tokens[at + 1 : at + 2]))
    if name is None and apart and noun == head:
        return Mention("unnamed", None, "unnamed", noun, gender)
    if key.find(" و", *where) > 0 and _several(key, tokens[at:]):
        return Mention("collective", None, "name", noun, None, True)
    if noun in COLLECTIVES or (name is not None and head[0] == "م" and head.endswith("ون") and head not in GIVEN):
        return Mention("collective", None, "name", noun, gender, True)
    if name is not None:
        return Mention("person", name, "name", noun, gender)
    if noun == head and not alone and not pointing:
        return Mention("person", None, "name", noun, gender)  # «رئيس الجمعية»: an office, not whoever spoke before
    return Mention("person", None, "description", noun, gender)


def _related(tokens: list[tuple[str, int, int]]) -> bool:
    """Whether the phrase tells who somebody is to another («والد الطفل سالم»): the name is the other's."""
    words = [token[0] for token in tokens[:3]]
    if words[0] not in RELATIONS and " ".join(words[:2]) not in RELATIONS:
        return False
    behind = words[2:] if words[0] not in RELATIONS else words[1:]
    other = behind[0] if behind else ""
    return definite(other) or other in GIVEN or other in TITLES or known(other) is not None


def _several(key: str, tokens: list[tuple[str, int, int]]) -> bool:
    """Whether a person and somebody else speak together («سالم الدوري ونظيره», «الرئيس برافي وكل العالم»): the
    whole phrase is then who speaks. Offices of one person («رئيس الجمعية وعضو المجلس سالم …») are no others."""
    words = [token[0] for token in tokens]
    if words[0] in PRONOUNS and len(words) > 1 and words[1][0] == "و":
        return True  # «هو وخبراء آخرون»
    for i in range(1, len(words)):
        word, joined = words[i], words[i][1:]
        if word[0] != "و" or word in GIVEN or known(word):
            continue
        if joined in GIVEN or joined in COMPANIONS or (i == 1 and joined in LISTENERS):
            return True
        if joined in TITLES and i + 1 < len(words) and not GIVEN.isdisjoint(words[:i]):
            return not _two_offices(key, tokens, i)
        if words[0].endswith("ون") and joined.endswith("ون"):
            return True
    return False


def _two_offices(key: str, tokens: list[tuple[str, int, int]], joined: int) -> bool:
    """«سالم الدوري، الأمين العام والرئيس التنفيذي»: two offices behind a comma, and no second name."""
    apart = key.rfind(",", tokens[0][1], tokens[joined][1])
    office = next((word for word, start, _ in tokens if start > apart), "")
    return apart > 0 and bare(office) in ROLES and not any(token[0] in GIVEN for token in tokens[joined:])


def _in_construct(after: list[tuple[str, int, int]]) -> bool:
    """Whether the noun is made definite by the next («نائب مدير الجوازات»): one person, if without a name."""
    return (
        bool(after) and (definite(after[0][0]) or governing(after[0][0])) and not after[0][0].startswith(("لل", "بال"))
    )


def _outlet_name(key: str, where: Range, tokens: list[tuple[str, int, int]], at: int) -> Range:
    quoted = re.compile(r"«[^»]+»|\"[^\"]+\"|\([^)]+\)").search(key, *where)
    if quoted:
        return quoted.start() + 1, quoted.end() - 1
    described = at + 2 == len(tokens) and _ADJECTIVE.fullmatch(tokens[at + 1][0]) and tokens[at + 1][0] not in PLACES
    return (tokens[at + 1][1], where[1]) if at + 1 < len(tokens) and not described else (tokens[at][1], where[1])


_ADJECTIVE = re.compile(r"(?!ال)(?:\w{3,}يه|م\w{4,}ه)")  # «صحف محلية»، «مواقع متخصصة»: no name
_ORG_END = re.compile(r",| \(| ?-(?! ?\d)| التابع| المعني| الذي| التي| في بيان")


def _organisation_name(key: str, where: Range) -> Range:
    cut = _ORG_END.search(key, where[0] + 3, where[1])
    return where[0], cut.start() if cut else where[1]
