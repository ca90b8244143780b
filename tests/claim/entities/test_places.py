"""Places: the table's names in context, and words that only look like them."""

from __future__ import annotations

import pytest

from isnad.claim.entities.places import find_place, gazetteer, place_rows
from isnad.lang.tables import ROOT


def places(mentions, content: str) -> list[str]:  # type: ignore[no-untyped-def]
    return [m.name.text for m in mentions(content) if m.kind == "place" and m.name is not None]


@pytest.mark.parametrize(
    "content",
    [
        "كان خبر الحريق قد انتشر بين العمال على الرصيف منذ أيام.",
        "له دور كبير في هذا الملف، ووصل إلى باب الغرفة وان طال الوقت.",
        "كان الاتحاد قد أعلن الخبر في بيان له يوم الخميس، على أمل أن ينتهي الإضراب.",
        "در سال گذشته دو خبر درباره میدان تازه منتشر شد و آب به جامعه رسید.",
        "او روز دوشنبه به آستانه در رسید و بیان کرد که نور کم بود.",
        "Reading the report over a bath was nice, said most of us.",
    ],
)
def test_homographs_are_no_places(mentions, content: str) -> None:  # type: ignore[no-untyped-def]
    assert places(mentions, content) == []


@pytest.mark.parametrize(
    ("content", "name", "place"),
    [
        ("وصل الوفد إلى مدينة كان الفرنسية أمس.", "كان", "Cannes"),
        ("قال مسؤول في بغداد إن الطريق مفتوح.", "بغداد", "Baghdad"),
        ("وسافر لفرنسا ثم عاد إلى الرياض.", "فرنسا", "France"),
        ("این مراسم در شهر ری برگزار شد.", "ری", "Rey"),
        ("هیئتی از تهران به دمشق رفت.", "دمشق", "Damascus"),
        ("The convoy left Baghdad for Damascus on Monday.", "Damascus", "Damascus"),
        ("He flew to New York in the morning.", "New York", "New York"),
    ],
)
def test_places_in_context(mentions, content: str, name: str, place: str) -> None:  # type: ignore[no-untyped-def]
    found = [m for m in mentions(content) if m.kind == "place" and m.name is not None and m.name.text.endswith(name)]
    assert found, places(mentions, content)
    row = find_place(name) if found[0].place is None else place_rows()[found[0].place]
    if place in ("Cannes", "Rey"):  # not every town is in the small table; the noun before it makes it a place
        return
    assert row is not None
    assert row.name == place


def test_a_place_named_with_its_noun_is_known_in_the_rest_of_the_report(mentions) -> None:  # type: ignore[no-untyped-def]
    assert places(mentions, "زار الوزير قرية الدويرة أمس.\n\nوتقع الدويرة على تل مرتفع.") == ["قرية الدويرة", "الدويرة"]


def test_the_table_is_whole_and_attributed() -> None:
    head = (ROOT / "places.tsv").read_text(encoding="utf-8").split("\nid\t")[0]
    assert "GeoNames" in head
    assert "CC BY 4.0" in head
    rows = place_rows()
    assert 4000 <= len(rows) <= 6000
    assert all(-90 <= row.latitude <= 90 and -180 <= row.longitude <= 180 for row in rows.values())
    assert all(len(gazetteer(language).names) > 5000 for language in ("ar", "fa", "en"))


@pytest.mark.parametrize(
    "name", ["العراق", "عراق", "Iraq", "ایران", "إيران", "Yemen", "سوريا", "سوریه", "خوزستان", "عسير"]
)
def test_countries_and_provinces_are_found_under_each_name(name: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.kind in ("country", "province")
