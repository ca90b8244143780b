"""Who a source is: short names, surnames shared by two, speakers who go on, descriptions."""

from isnad.extract.base import Candidate, Mention, View
from isnad.extract.nesting import parents
from isnad.extract.speakers import resolve
from isnad.text.fold import fold

KEY = "قال سالم حداد كلام اول واضاف كلام ثان قال حداد كلام ثالث قالت نور حداد كلام رابع قال حداد كلام خامس"


def view(key: str = KEY) -> View:
    return View(fold(key), [], [], [], [])


def said(words: str, content: str, refers: str = "name", key: str = KEY, nth: int = 0, head: str = "") -> Candidate:
    at = -1
    for _ in range(nth + 1):
        at = key.index(words, at + 1)
    source = (at, at + len(words))
    cut = key.index(content)
    name = source if refers == "name" else None
    mention = Mention("person", name, refers, head)  # type: ignore[arg-type]
    return Candidate((at - 2, at - 1), source, ((cut, cut + len(content)),), "indirect", "speech", "", 1.0, (), mention)


def goes_on(words: str, content: str, key: str = KEY) -> Candidate:
    at, cut = key.index(words), key.index(content)
    where = ((cut, cut + len(content)),)
    return Candidate((at, at + len(words)), None, where, "indirect", "speech", "same", 1.0, (), None)


def names(candidates: list[Candidate], key: str = KEY) -> list[str | None]:
    resolved = resolve(view(key), candidates, parents(candidates))
    return [key[slice(*one.name)] if one.name else None for one in resolved]


def test_a_surname_stands_for_the_one_fuller_name() -> None:
    assert names([said("سالم حداد", "كلام اول"), said("حداد", "كلام ثالث", nth=1)]) == ["سالم حداد", "سالم حداد"]


def test_a_surname_of_two_people_stands_for_itself() -> None:
    candidates = [
        said("سالم حداد", "كلام اول"),
        said("نور حداد", "كلام رابع"),
        said("حداد", "كلام خامس", nth=3),
    ]
    assert names(candidates)[2] == "حداد"


def test_a_speaker_goes_on() -> None:
    assert names([said("سالم حداد", "كلام اول"), goes_on("واضاف", "كلام ثان")]) == ["سالم حداد", "سالم حداد"]


def test_nobody_before() -> None:
    candidates = [goes_on("واضاف", "كلام ثان")]
    (found,) = resolve(view(), candidates, parents(candidates))
    assert found.name is None and found.doubt > 0


def test_who_spoke_inside_a_quotation_does_not_go_on_outside() -> None:
    key = "قال سالم « قال نور نعم » واضاف كلام ثان"
    outer = said("سالم", "قال نور نعم", key=key)
    inner = said("نور", "نعم", key=key)
    after = goes_on("واضاف", "كلام ثان", key=key)
    assert names([outer, inner, after], key) == ["سالم", "نور", "سالم"]


def test_a_description_is_the_earlier_source_of_its_noun() -> None:
    key = "قال المتحدث سالم كلام اول وقالت نور كلام ثان وقال المتحدث كلام ثالث"
    first = said("سالم", "كلام اول", key=key, head="متحدث")
    other = said("نور", "كلام ثان", key=key)
    again = said("المتحدث", "كلام ثالث", "description", key=key, nth=1, head="متحدث")
    assert names([first, other, again], key) == ["سالم", "نور", "سالم"]
