"""Dates in the words of three languages."""

from __future__ import annotations

import pytest

from isnad.dossier.spelled import short, spelled
from isnad.dossier.words import Words


@pytest.mark.parametrize(
    ("edtf", "calendar", "en", "ar", "fa"),
    [
        ("2019-03-14", None, "14 March 2019", "14 آذار/مارس 2019", "۲۳ اسفند ۱۳۹۷ خورشیدی (۱۴ مارس ۲۰۱۹)"),
        ("2015-03", None, "March 2015", "آذار/مارس 2015", "مارس ۲۰۱۵"),
        ("2015", None, "2015", "2015", "۲۰۱۵"),
        ("2015~", None, "about 2015", "2015 تقريبًا", "حدود ۲۰۱۵"),
        ("2015/..", None, "from 2015 on", "منذ 2015", "از ۲۰۱۵ به بعد"),
        ("../2015", None, "until 2015", "حتى 2015", "تا ۲۰۱۵"),
        ("2022-03-14/2022-03-20", None, "14 to 20 March 2022", "من 14 إلى 20 آذار/مارس 2022", "۱۴ تا ۲۰ مارس ۲۰۲۲"),
        ("198X", None, "the 1980s", "عقد 1980", "دههٔ ۱۹۸۰"),
        ("18XX", None, "century 19", "القرن 19", "سدهٔ ۱۹"),
        ("2015-21", None, "spring 2015", "ربيع 2015", "بهار ۲۰۱۵"),
        ("XXXX-03-14", None, "14 March, no year given", "14 آذار/مارس من دون ذكر السنة", "۱۴ مارس، بی ذکر سال"),
        ("{2019-03,2019-05}", None, "March 2019 and May 2019", "آذار/مارس 2019 وأيار/مايو 2019", "مارس ۲۰۱۹ و مهٔ ۲۰۱۹"),
    ],
)
def test_a_date_is_spelt_out_as_precisely_as_it_is(edtf: str, calendar: str, en: str, ar: str, fa: str) -> None:
    assert [spelled(Words(language), edtf, calendar) for language in ("en", "ar", "fa")] == [en, ar, fa]


def test_a_year_of_the_iranian_calendar_keeps_its_name_only_where_the_text_reckons_so() -> None:
    year = "2010-03-21/2011-03-20"
    assert spelled(Words("en"), year, "jalali") == "1389 in the Iranian calendar (21 March 2010 to 20 March 2011)"
    assert spelled(Words("en"), year, "gregorian") == "21 March 2010 to 20 March 2011"
    assert short(Words("fa"), year, "jalali") == "۱۳۸۹ خورشیدی"
    assert short(Words("fa"), "2019-03-21/2019-04-20", "jalali") == "فروردین ۱۳۹۸ خورشیدی"


@pytest.mark.parametrize("edtf", ["2019-02-30", "soon", "2019-99", "{2019,soon}"])
def test_what_is_not_understood_is_not_said(edtf: str) -> None:
    assert spelled(Words("ar"), edtf) is None
