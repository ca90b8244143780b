"""What failed, and how the dossier was made."""

from __future__ import annotations

from isnad.dossier.case import Case
from isnad.dossier.html.build import Child, Html, el
from isnad.dossier.html.kit import name, nothing, remark, section
from isnad.dossier.words import Words


def failures(case: Case, words: Words) -> Html:
    """The section of documents that a step failed on."""
    failed = case.dossier.failures
    if not failed:
        return section(words, "failures", nothing(words, "failures"), note=False)
    columns = ("document", "step", "reason")
    head = [el("th", words.template(f"failures.{column}"), scope="col", role="columnheader") for column in columns]
    rows = [
        el(
            "tr",
            el("th", name(failure.document), scope="row", role="rowheader"),
            el("td", el("code", failure.step, dir="ltr"), role="cell", data_label=words.template("failures.step")),
            el("td", remark(case, words, failure.reason), role="cell", data_label=words.template("failures.reason")),
            role="row",
        )
        for failure in failed
    ]
    table = el(
        "table",
        el("caption", words.template("failures.caption")),
        el("thead", el("tr", head, role="row"), role="rowgroup"),
        el("tbody", rows, role="rowgroup"),
        class_="failed",
        role="table",
    )
    return section(words, "failures", table)


def made(case: Case, words: Words) -> Html:
    """The section that lets someone else make the same dossier again."""
    provenance = case.dossier.provenance
    rows: list[tuple[str, Child]] = [
        (words.template("made.version"), _code(provenance.version)),
        (words.template("made.inputs"), _code(provenance.inputs_hash)),
        (words.template("made.resources"), _code(provenance.resources_hash)),
        (words.template("made.options"), _pairs(provenance.options)),
        (words.template("made.steps"), _pairs(provenance.steps)),
    ]
    return section(
        words, "made", el("dl", [el("div", el("dt", key), el("dd", value)) for key, value in rows], class_="meta-list")
    )


def _code(text: str) -> Html:
    return el("code", text, dir="ltr")


def _pairs(values: dict[str, str]) -> Child:
    if not values:
        return "–"
    return el("ul", [el("li", _code(f"{key} = {values[key]}")) for key in sorted(values)], class_="cell")
