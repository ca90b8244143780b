"""Findings and events in Markdown: what is disputed, agreed, hangs on one root, goes in a circle."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.dossier.case import Case, Report
from isnad.dossier.markdown.escape import escape, filled, isolated, say, table
from isnad.dossier.markdown.names import called, document_name, entity_text, remark, report_name, root_name
from isnad.dossier.naming import concept_name, entity_name, event_title, known_concept
from isnad.dossier.readings import Numbered, copying, groups, letter, reading_text, title_of, wordings
from isnad.dossier.who import name_key
from isnad.dossier.words import Words
from isnad.model import Event, Finding, Reading

_GIVERS = 2
_WORDINGS = 6
_COLUMNS = 6
_EVENTS = 40
_LONGEST = 300


def disputes(case: Case, words: Words) -> list[str]:
    """Details that reports tell differently."""
    return _findings(case, words, groups(case).disputes)


def agreed(case: Case, words: Words) -> list[str]:
    """Details that reports with different roots tell alike."""
    return _findings(case, words, groups(case).agreed)


def hanging(case: Case, words: Words) -> list[str]:
    """Details that go back to one root."""
    found = groups(case)
    lines: list[str] = []
    for key, some in (("named", found.named), ("nameless", found.nameless), ("alone", found.alone)):
        if some:
            title = f"### {words.template(f'hanging.{key}')} ({words.number(len(some))})"
            lines += [title, "", *_findings(case, words, some), ""]
    return lines[:-1]


def circles(case: Case, words: Words) -> list[str]:
    """Details for which reports cite each other."""
    return _findings(case, words, groups(case).circles)


def _findings(case: Case, words: Words, findings: Sequence[Numbered]) -> list[str]:
    return [line for _, finding in findings for line in _finding(case, words, finding)]


def _finding(case: Case, words: Words, finding: Finding) -> list[str]:
    title, foreign = title_of(case, words, finding)
    head = isolated(title) if foreign else escape(title)
    known = case.event(finding.event_id)
    concept = known_concept(finding.event)
    told = escape(concept_name(words, finding.event)) if concept else isolated(finding.event)
    done_to = case.who.by_name(name_key(finding.event)) if finding.aspect == "agent" else None
    about = _event_name(words, known[1]) if known else told
    about = entity_text(words, done_to) if done_to else about
    lines = [f"- **{head}** {about} · {standing(case, words, finding)}"]
    for index, reading in enumerate(finding.readings):
        lines += _reading(case, words, finding, index, reading)
    if finding.reason:
        lines.append(f"  - {words.template('finding.why')} {remark(case, words, finding.reason)}")
    return lines


def standing(case: Case, words: Words, finding: Finding) -> str:
    """How many reports, how many independent roots, the common link, who copied whom."""
    reports = words.count("count.reports", finding.accounts)
    roots = words.count("count.independent_of", finding.independent_roots)
    key = "finding.rest" if finding.independent_roots else "finding.rest_none"
    parts = [say(words, key, reports=reports, roots=roots)]
    if finding.common_link:
        parts.append(say(words, "finding.common", name=root_name(case, words, finding.common_link)))
    for giver, count in copying(case, finding)[:_GIVERS]:
        parts.append(filled(words.count("reading.copying", count), giver=_giver(words, giver)))
    return " ".join(parts)


def _giver(words: Words, giver: Report | str) -> str:
    return called(words, giver) if isinstance(giver, str) else report_name(giver, words)


def value_of(case: Case, words: Words, finding: Finding, reading: Reading) -> str:
    """A reading in the interface language with its marks."""
    shown = reading_text(case, words, reading, finding.aspect)
    marks = "".join(f" ({words.template(mark)})" for mark in shown.marks)
    if shown.name:
        return called(words, shown.text) + marks
    return (isolated(shown.text) if shown.foreign else escape(shown.text)) + marks


def _reading(case: Case, words: Words, finding: Finding, index: int, reading: Reading) -> list[str]:
    mark = f"{letter(words, index)}. " if len(finding.readings) > 1 else ""
    documents = ", ".join(document_name(case, words, document) for document in reading.documents)
    roots = ", ".join(root_name(case, words, root) for root in reading.roots) or words.template("reading.nobody")
    value = value_of(case, words, finding, reading)
    lines = [f"  - {mark}**{value}**: {documents} ({words.template('finding.roots')}: {roots})"]
    groups_ = wordings(reading.spans)
    for group in groups_[:_WORDINGS]:
        text = group[0].text if len(group[0].text) <= _LONGEST else group[0].text[:_LONGEST] + " […]"
        where = ", ".join(document_name(case, words, one) for one in dict.fromkeys(span.document for span in group))
        lines.append(f"    - “{isolated(text)}” {where}")
    if len(groups_) > _WORDINGS:
        lines.append(f"    - {words.count('reading.further_words', len(groups_) - _WORDINGS)}")
    return lines


def _event_name(words: Words, event: Event) -> str:
    title = event_title(words, event)
    quoted = isolated(event.name)
    return quoted if title is None or title == event.name else f"{escape(title)} {quoted}"


def events(case: Case, words: Words) -> list[str]:
    """The accounts of each event side by side."""
    details: dict[str, list[Finding]] = {}
    for finding in case.dossier.comparison.findings:
        if finding.event_id:
            details.setdefault(finding.event_id, []).append(finding)
    order = sorted(
        case.dossier.comparison.events, key=lambda one: (-len(details.get(one.id, ())), -len(one.documents), one.id)
    )
    lines: list[str] = []
    for event in order[:_EVENTS]:
        lines += [f"### {_event_name(words, event)}", ""]
        involved = [entity_name(words, case.who.entities[one]) for one in event.entities if one in case.who.entities]
        if involved:
            lines += [" · ".join(called(words, one) for one in involved), ""]
        lines += [*_matrix(case, words, event, details.get(event.id, [])[:_COLUMNS]), ""]
    if len(order) > _EVENTS:
        lines += [words.count("count.not_shown", len(order) - _EVENTS), ""]
    return lines[:-1]


def _matrix(case: Case, words: Words, event: Event, details: list[Finding]) -> list[str]:
    reports = [report for document in event.documents if (report := case.report(document))]
    if not details:
        return [", ".join(report_name(report, words) for report in reports) or "–"]
    titles = [title_of(case, words, finding) for finding in details]
    head = [words.template("events.report")]
    head += [isolated(title) if foreign else escape(title) for title, foreign in titles]
    rows = [[report_name(report, words), *(_cell(case, words, report, one) for one in details)] for report in reports]
    return table(head, rows)


def _cell(case: Case, words: Words, report: Report, finding: Finding) -> str:
    shown = []
    for index, reading in enumerate(finding.readings):
        if any(case.report(document) is report for document in reading.documents):
            mark = f"{letter(words, index)}. " if len(finding.readings) > 1 else ""
            shown.append(mark + value_of(case, words, finding, reading))
    return ", ".join(shown) or "·"
