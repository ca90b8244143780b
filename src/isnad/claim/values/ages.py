"""Ages: «32 عاما» after a name, «عمره», «۳۵ ساله», "aged 34", "Haddar, 67, retired", «في التاسعة عشرة من عمره»."""

from __future__ import annotations

from isnad.claim.values.amount import Amount
from isnad.claim.values.draft import Draft
from isnad.claim.values.line import Line
from isnad.claim.values.marks import far
from isnad.claim.values.ordinals import read_ordinal
from isnad.claim.values.things import is_pronoun, thing_at

_OLDEST = 125
_HOURS = 12
_THEY = frozenset({"هم", "من", "ممن", "هن", "لمن"})
_MOST = frozenset({"oldest", "youngest", "eldest"})
_FAR_BACK = 20
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "my", "our", "and"})
_AGE_NEAR, _AGE_BEFORE = far("age_near"), far("age_before")


def is_age(line: Line, amount: Amount) -> bool:
    """Whether an amount of years (or months, days of a child) is somebody's age."""
    assert amount.unit is not None
    most = amount.high if amount.high is not None else amount.low
    if most is None or (most > _OLDEST and amount.unit.name == "year"):
        return False
    if amount.unit.name not in ("year", "month", "week", "day"):
        return False
    if _said_before(line, amount.outer) or _age_before_bend(line, amount) or line.has(amount.end, "age_after"):
        return True
    if amount.unit.name == "year" and _age_nearby(line, amount.start):
        return True
    if line.texts[amount.outer - 1] == "عن" and any(
        line.has(j, "died") for j in range(max(0, amount.outer - 9), amount.outer)
    ):
        return True
    if line.language == "en":
        return (line.texts[amount.end] == "-" and line.texts[amount.end + 1] in ("old", "olds")) or line.texts[
            amount.end
        ] == "old"
    if line.language == "fa" and amount.adjective and amount.unit.name in ("month", "day", "week"):
        person = thing_at(line, amount.start - 1)
        return person is not None and person.type == "person"
    if amount.unit.name != "year":
        return False
    if line.language == "ar" and _reached(line, amount):
        return True
    if line.language == "fa" and line.texts[amount.start - 1] in ("زير", "بالاي"):
        person = thing_at(line, amount.start - 2)  # «افراد زیر ۱۸ سال»
        return person is not None and person.type == "person"
    if line.language == "fa" and not amount.adjective and line.has(amount.end, "hasyears"):
        return True
    if line.language == "fa" and amount.adjective:
        return not any(line.has(j, "lasted") for j in range(max(0, amount.start - 3), amount.start)) and not line.has(
            amount.end, "lasted"
        )
    return _set_apart(line, amount)


def _age_nearby(line: Line, start: int) -> bool:
    """«رفعت سن الزواج إلى 16 عاما»: the word for age a few words before, in the same clause."""
    if not line.near(start - 6, start, _AGE_NEAR):
        return False
    for j in range(start - 1, max(-1, start - 7), -1):
        if line.texts[j] in ",;:.()" or line.breaks(j):
            return False
        if line.has(j, "age_near") and not _is_year(line, j):
            return True
    return False


def _said_before(line: Line, i: int) -> bool:
    """Whether a word for age ends just before ``i``."""
    return line.before(i, "age_before") is not None and not _is_year(line, i - 1)


def _is_year(line: Line, i: int) -> bool:
    """«سنة» (a year) is spelt like «سنه» (his age) in the key."""
    return line.texts[i].endswith("سنه") and not is_pronoun(line.original(i))


def age_end(line: Line, amount: Amount) -> int:
    """The index after "-old" and "old", which belong to the age."""
    end = amount.end
    if line.language == "en":
        end += line.texts[end] == "-" and line.texts[end + 1] in ("old", "olds")
        end += line.texts[end] in ("old", "olds")
    return end


def _age_before_bend(line: Line, amount: Amount) -> bool:
    if not line.near(amount.start - _FAR_BACK, amount.start, _AGE_BEFORE):
        return False
    at = amount.start
    for _ in range(3):
        if _said_before(line, at):
            return True
        bent = line.before(at, "bend_before") or line.before(at, "between", 3) or line.before(at, "from", 2)
        if bent is None:
            at -= line.texts[at - 1] in ("علي", "عن", "من", "ال", "ب", "ل", ":")
            if _said_before(line, at):
                return True
            break
        at = bent[1]
    return False


def _reached(line: Line, amount: Amount) -> bool:
    """«سيدة تبلغ 73 عاما»: years that a person reaches; «مهلة تبلغ عامين» lasts."""
    verb = amount.outer - 1
    if not line.has(verb, "reach"):
        return False
    thing = thing_at(line, verb - 1 - (line.texts[verb - 1] in ("و", "الذي", "التي")))
    return thing is not None and thing.type == "person"


def _set_apart(line: Line, amount: Amount) -> bool:
    """«سليم الهدار (32 عاما)», «…، 32 عاما، …»: alone between brackets or commas."""
    before, after = line.texts[amount.outer - 1], line.texts[amount.end]
    if before == "(" and (after == ")" or after == ","):
        return line.texts[amount.outer - 2][:1].isalpha()
    return before == "," and after == "," and amount.digits


def bare_age(line: Line, amount: Amount) -> int | None:
    """The end of an age that is said without "years"."""
    high = amount.high if amount.high is not None else amount.low
    if not isinstance(high, int) or not 0 < high <= _OLDEST or amount.fraction:
        return None
    at = amount.end
    english = line.language == "en"
    if not english and line.silent(at):
        return None
    after = line.at(at, "age_after")
    if after:
        return after[1]
    if (english or _phrase_ends(line, at)) and _age_before_bend(line, amount):
        return at
    told = english and (_younger(line, amount) or _after_name(line, amount) or _was(line, amount) or _of(line, amount))
    return at if told else None


def _phrase_ends(line: Line, i: int) -> bool:
    """Whether no noun follows at ``i`` that the number before could count: a mark or a small word."""
    return not line.texts[i][:1].isalnum() or line.has(i, "stop")


def _of(line: Line, amount: Amount) -> bool:
    """ "a girl of six"; "a crew of six" is counted."""
    person = amount.start - 2
    if line.texts[person + 1] != "of" or not line.has(person, "person") or not _one_person(line, person):
        return False
    return _phrase_ends(line, amount.end)


def _after_name(line: Line, amount: Amount) -> bool:
    """ "Haddar, 67, retired", "Haddar (67)"."""
    i, at = amount.start, amount.end
    if at - i != 1 or amount.outer != i:
        return False
    if not amount.digits:
        return line.texts[i - 1] == "," and line.texts[at] == "," and _one_person(line, i - 2)  # "the boy, six, …"
    before, after = line.texts[i - 1], line.texts[at]
    if not ((before == "," and after in (",", ".", ";")) or (before == "(" and after == ")")):
        return False
    if not isinstance(amount.low, int) or amount.low < 1 or line.has(i - 2, "month"):
        return False
    return line.capital(i - 2) or (before == "," and _one_person(line, i - 2))


def _one_person(line: Line, i: int) -> bool:
    """ "The driver", "his son": a single person; "the detainees", "the wounded" are counted."""
    thing = thing_at(line, i)
    if thing is None or thing.type != "person" or line.texts[i].endswith(("s", "ed", "en", "dead", "people")):
        return False
    return any(line.texts[j] in _DETERMINERS for j in range(max(0, i - 3), i))


def _younger(line: Line, amount: Amount) -> bool:
    """ "people under 30"."""
    bent = line.before(amount.start, "bend_before", 1)
    if bent is None or line.texts[bent[1]] not in ("under", "over"):
        return False
    thing = thing_at(line, bent[1] - 1)
    people = (thing is not None and thing.type == "person") or line.has(bent[1] - 1, "anybody")
    return people and _phrase_ends(line, amount.end)


def _was(line: Line, amount: Amount) -> bool:
    """ "the youngest was 19", "she is 34"."""
    i = amount.start
    if line.texts[i - 1] == "at" and any(line.has(j, "died") for j in range(max(0, i - 8), i)):
        return _phrase_ends(line, amount.end)  # "died in 1947, at 81"
    if line.texts[i - 1] not in ("was", "is", "am", "were", "just", "only"):
        return False
    if any(line.texts[j] in _MOST for j in range(max(0, i - 5), i - 2)) and "of" in line.texts[max(0, i - 5) : i]:
        return _phrase_ends(line, amount.end)  # "the oldest of the women is 92"
    return line.has(i - 2, "person") and _phrase_ends(line, amount.end)


def age_of_ordinal(line: Line, i: int) -> Draft | None:
    """«في التاسعة عشرة من عمره», «في سن التاسعة عشرة» (19), «في العقد الثالث من العمر» (20 to 29), "in his sixties"."""
    if line.language == "en":
        return _sixties(line, i)
    decade = line.at(i, "agedecade")
    ordinal = read_ordinal(line, decade[1] if decade else i)
    if ordinal is not None:
        after = line.at(ordinal[1], "age_after")
        if after and decade:
            low = 10 * (ordinal[0] - 1)
            return Draft(i, after[1], "age", low=low, high=low + 9, unit="year", approximate=True)
        if after:
            return Draft(i, after[1], "age", low=ordinal[0], high=ordinal[0], unit="year")
        if decade is None and _years_lived(line, i):
            return Draft(i, ordinal[1], "age", low=ordinal[0], high=ordinal[0], unit="year")
    tens = line.at(i, "decade") if line.language == "ar" or line.before(i, "mark_decade", 2) else None
    after = line.at(tens[1], "age_after") if tens else None  # «دهه بیست سالگی», but «بیست سالگی» is twenty
    if tens and after:
        return Draft(i, after[1], "age", low=tens[0], high=tens[0] + 9, unit="year", approximate=True)
    return None


def age_of_person(line: Line, i: int) -> Draft | None:
    """«رجل في الخمسين», «شابة في الخامسة والعشرين»: behind one person, higher than an hour, and before no noun."""
    if line.language != "ar" or not line.texts[i].startswith("ال"):
        return None
    if line.texts[i - 1] == "دون" and line.texts[i - 2] in _THEY:
        old = read_ordinal(line, i)
        return Draft(i, old[1], "age", high=old[0], unit="year") if old and old[0] > _HOURS else None
    if line.texts[i - 1] != "في":
        return None
    ordinal, person = read_ordinal(line, i), thing_at(line, i - 2)
    if ordinal is None or ordinal[0] <= _HOURS or person is None or person.type != "person":
        return None
    many = line.texts[i - 2].endswith(("ين", "ون", "ات"))
    if many or not line.texts[i].endswith(("ه", "ين")) or not _phrase_ends(line, ordinal[1]):
        return None
    return Draft(i, ordinal[1], "age", low=ordinal[0], high=ordinal[0], unit="year")


def _years_lived(line: Line, i: int) -> bool:
    """«في سن الخامسة والثلاثين»: the years are feminine; «السنة الثالثة» and «عمر الثاني» are no ages."""
    if not line.texts[i].endswith(("ه", "اولي")) or line.texts[i - 1].endswith("ه"):
        return False
    return line.before(i, "age_before", 2) is not None


def _sixties(line: Line, i: int) -> Draft | None:
    if line.texts[i - 1] not in ("his", "her", "their", "my", "early", "late", "mid", "-"):
        return None
    if not any(line.texts[j] in ("his", "her", "their", "my") for j in (i - 1, i - 2, i - 3)):
        return None
    tens = line.at(i, "decade")
    if tens:
        return Draft(i, tens[1], "age", low=tens[0], high=tens[0] + 9, unit="year", approximate=True)
    text = line.texts[i]
    if line.digits(i) and len(text) == 2 and text[1] == "0" and line.texts[i + 1] == "s" and line.glued(i):
        return Draft(i, i + 2, "age", low=int(text), high=int(text) + 9, unit="year", approximate=True)
    return None


def age_in_tens(line: Line, i: int) -> Draft | None:
    """«شاب عشريني», «السيدة الأربعينية»: an adjective of tens of years behind a person."""
    found = line.at(i, "agetens")
    person = thing_at(line, i - 1)
    if found is None or person is None or person.type != "person":
        return None
    return Draft(i, found[1], "age", low=found[0], high=found[0] + 9, unit="year", approximate=True)
