"""The case in plain words, and how to read the file."""

from __future__ import annotations

from isnad.dossier.case import Case
from isnad.dossier.figures import figures, mostly_copied, statements_of_nobody, top_root
from isnad.dossier.html.build import Child, Html, el, say
from isnad.dossier.html.kit import more, root_name, section
from isnad.dossier.words import Words


def summary(case: Case, words: Words) -> Html:
    """The opening: one sentence, the numbers, how to read; the findings themselves follow as sections."""
    lines = main_facts(case, words)
    told = el("ul", [el("li", line) for line in lines], class_="told") if lines else None
    limits = el("p", words.template("summary.not_truth"), class_="limits")
    return section(words, "summary", _lead(case, words), _numbers(case, words), told, limits, _how(words), note=False)


def _lead(case: Case, words: Words) -> Html:
    counted = figures(case)
    if not counted.reports:
        return el("p", words.template("reports.none"), class_="opening")
    sentence = say(
        words,
        "summary.lead",
        reports=words.count("count.reports", counted.reports),
        outlets=words.count("count.outlets", counted.outlets),
        languages=words.count("count.languages", counted.languages),
        statements=words.count("count.statements", counted.statements),
        speakers=words.count("count.speakers", counted.speakers),
        roots=words.count("count.roots_of", counted.roots),
    )
    return el("p", sentence, class_="opening")


def _numbers(case: Case, words: Words) -> Html:
    targets = {
        "reports": "reports",
        "outlets": "accounts",
        "languages": "accounts",
        "statements": "speakers",
        "speakers": "speakers",
        "roots": "chains",
        "unnamed": "unnamed",
        "copies": "copies",
        "failures": "failures",
    }
    cells = [
        el(
            "div",
            el("dt", el("a", words.template(f"figure.{key}"), href=f"#{targets[key]}")),
            el("dd", words.number(number)),
            class_="zero" if not number else None,
        )
        for key, number in figures(case).items()
        if number or key != "failures"
    ]
    return el("dl", cells, class_="figures")


def main_facts(case: Case, words: Words) -> list[Html]:
    """One sentence for each fact about the case as a whole."""
    lines: list[Html] = []
    top = top_root(case)
    if top:
        reports = words.count("count.reports_of", top.reports)
        lines.append(say(words, "summary.top_root", reports=reports, name=root_name(case, words, top.key)))
    return lines + _counts(case, words)


def _counts(case: Case, words: Words) -> list[Html]:
    lines: list[Html] = []
    copied, nobody = mostly_copied(case), statements_of_nobody(case)
    if copied:
        lines.append(say(words, "summary.copied", reports=words.count("count.reports", copied)))
    if nobody:
        statements = words.count("count.statements", nobody)
        lines.append(say(words, "summary.nobody", statements=statements))
    if case.dossier.failures:
        documents = words.count("count.documents", len(case.dossier.failures))
        lines.append(say(words, "summary.failed", documents=documents))
    return lines


def _how(words: Words) -> Html:
    keys = ("numbers", "chain", "root", "marks", "names", "certain")
    points: list[Child] = [el("li", words.template(f"how.{key}")) for key in keys]
    return more(words.template("how.title"), el("ul", points), class_="how-to")
