"""Whether a thing failed: what was cut off or faulty in one report and not in another."""

from __future__ import annotations

import pytest
from compare.reports import told

from isnad.model import Comparison, Finding

FERRY = (
    "The ferry Nilufar lay in the bay of Orle all night with the skipper Salim al-Badri and the mayor Nadir al-Shami. "
)
FERRY_AR = "بقيت العبّارة نيلوفر في خليج أورل طوال الليل ومعها القبطان سليم البدري والعمدة نادر الشامي. "
FERRY_FA = "کشتی نیلوفر همه شب در خلیج اورل ماند و ناخدا سلیم بدری و شهردار نادر شامی در آن بودند. "


def failures(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if (finding.concept or "").endswith("failure")]


@pytest.mark.parametrize(
    ("failed", "worked", "concept"),
    [
        (
            FERRY + "The skipper Salim al-Badri said that the heating went off at ten.",
            FERRY_AR + "قال العمدة نادر الشامي إن التدفئة لم تُقطع عن الركاب.",
            "heating failure",
        ),
        (
            FERRY_FA + "ناخدا سلیم بدری گفت پمپ آب خراب شد.",
            FERRY + "The mayor Nadir al-Shami said there was nothing wrong with the pump.",
            "pump failure",
        ),
        (
            FERRY_AR + "قال القبطان سليم البدري إن الرادار تعطّل في منتصف الليل.",
            FERRY_FA + "شهردار نادر شامی گفت رادار تا صبح کار می‌کرد.",
            "radar failure",
        ),
    ],
)
def test_a_thing_failed_or_did_not(failed: str, worked: str, concept: str) -> None:
    (found,) = failures(told(failed, worked))
    assert (found.kind, found.concept, found.independent_roots) == ("conflict", concept, 2)
    assert {reading.polarity: reading.documents for reading in found.readings} == {
        "positive": ("a",),
        "negative": ("b",),
    }


@pytest.mark.parametrize(
    "other",
    [
        # Another thing did not fail.
        "The mayor Nadir al-Shami said there was nothing wrong with the radar.",
        # Another part of the sentence is negated.
        "The mayor Nadir al-Shami said that nobody slept, and the heating went off.",
        # It is to fail, and has not.
        "The mayor Nadir al-Shami said that the heating would not be cut off next year.",
    ],
)
def test_what_denies_no_failure(other: str) -> None:
    assert not failures(told(FERRY + "The skipper Salim al-Badri said that the heating went off.", FERRY + other))
