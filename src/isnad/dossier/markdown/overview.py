"""The first half of the Markdown: numbers, findings, reports as witnesses, chains."""

from __future__ import annotations

from collections import defaultdict

from isnad.dossier.case import Case, Report
from isnad.dossier.figures import figures, findings_by_kind, mostly_copied, statements_of_nobody, took_from, top_root
from isnad.dossier.graph import Node, graph
from isnad.dossier.markdown.escape import escape, isolated, say, table
from isnad.dossier.words import Words
from isnad.model import Finding

# Takers told for one giver in the list of chains.
_TAKERS = 12


def summary(case: Case, words: Words) -> list[str]:
    """Numbers, main findings, what isnad does not do."""
    rows = [[words.template(f"figure.{key}"), words.number(number)] for key, number in figures(case).items()]
    numbers = table([row[0] for row in rows], [[row[1] for row in rows]])
    told = [f"- {line}" for line in _main(case, words)]
    return [*numbers, "", *told, *([""] if told else []), f"> {words.template('summary.not_truth')}"]


def _main(case: Case, words: Words) -> list[str]:
    lines = []
    top = top_root(case)
    if top:
        reports = words.count("count.reports_of", top.reports)
        lines.append(say(words, "summary.top_root", reports=reports, name=root_name(case, words, top.key)))
    copied, nobody, failed = mostly_copied(case), statements_of_nobody(case), len(case.dossier.failures)
    if copied:
        lines.append(say(words, "summary.copied", reports=words.count("count.reports", copied)))
    if nobody:
        lines.append(say(words, "summary.nobody", statements=words.count("count.statements", nobody)))
    if failed:
        lines.append(say(words, "summary.failed", documents=words.count("count.documents", failed)))
    return lines


def root_name(case: Case, words: Words, key: str) -> str:
    """What a root is called."""
    root = case.root(key)
    if root.owner is None:
        return isolated(root.label)
    return say(words, "voice.unnamed_of", owner=isolated(root.owner))


def report_name(report: Report, words: Words) -> str:
    """Number and outlet of a report."""
    return f"\\[{words.number(report.number)}\\] {isolated(report.label)}"


def document_name(case: Case, words: Words, document: str) -> str:
    """Number and outlet of a document's report, else its name."""
    report = case.report(document)
    return report_name(report, words) if report else isolated(document)


def findings(case: Case, words: Words) -> list[str]:
    """The findings by kind."""
    lines: list[str] = []
    for kind, group in findings_by_kind(case):
        lines += [f"### {words.template(f'finding.{kind}')} ({words.number(len(group))})", ""]
        lines += [words.template(f"finding.{kind}_note"), ""]
        for _, finding in group:
            lines += [*_finding(case, words, finding), ""]
    return lines[:-1]


def _finding(case: Case, words: Words, finding: Finding) -> list[str]:
    rest = say(
        words,
        "finding.rest",
        reports=words.count("count.reports", finding.accounts),
        roots=words.count("count.independent_of", finding.independent_roots),
    )
    if finding.common_link:
        rest += " " + say(words, "finding.common", name=root_name(case, words, finding.common_link))
    lines = [f"- **{isolated(finding.detail)}** {isolated(finding.event)} · {rest}"]
    for reading in finding.readings:
        documents = ", ".join(document_name(case, words, document) for document in reading.documents)
        roots = ", ".join(root_name(case, words, root) for root in reading.roots)
        lines.append(f"  - {isolated(reading.value)}: {documents} ({words.template('finding.roots')}: {roots or '–'})")
        lines += [
            f"    - “{isolated(span.text)}” {document_name(case, words, span.document)}" for span in reading.spans
        ]
    if finding.reason:
        lines.append(f"  - {words.template('finding.why')} {isolated(finding.reason)}")
    return lines


def accounts(case: Case, words: Words) -> list[str]:
    """The table of accounts."""
    columns = ("report", "date", "language", "credited", "roots", "statements", "copied", "copied_from")
    rows = [_account(case, words, report) for report in case.reports]
    return table([words.template(f"accounts.{column}") for column in columns], rows) if rows else []


def _account(case: Case, words: Words, report: Report) -> list[str]:
    account = report.account
    key = f"language.{account.language}"
    return [
        report_name(report, words),
        escape(account.date[:10]) if account.date else "–",
        words.template(key) if words.has(key) else escape(account.language),
        ", ".join(isolated(credit) for credit in account.credited) or "–",
        ", ".join(root_name(case, words, root) for root in account.roots) or "–",
        words.number(account.statements),
        words.percent(account.share_copied),
        ", ".join(_copied_from(case, words, report)) or "–",
    ]


def _copied_from(case: Case, words: Words, report: Report) -> list[str]:
    own, unsure = report.analysis.document, f" ({words.template('accounts.unsure')})"
    return [
        document_name(case, words, document) + ("" if took_from(case, own, document) else unsure)
        for document in report.account.copied_from
    ]


def chains(case: Case, words: Words) -> list[str]:
    """Every giver with those who have words from it."""
    whole = graph(case)
    nodes = {node.key: node for node in whole.nodes}
    takers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for edge in whole.edges:
        takers[edge.giver].append((edge.count, edge.taker))
    return [f"- {_giver(words, node, takers[node.key], nodes)}" for node in whole.nodes if takers[node.key]]


def _giver(words: Words, node: Node, takers: list[tuple[int, str]], nodes: dict[str, Node]) -> str:
    order = sorted(takers, key=lambda pair: (-pair[0], pair[1]))
    parts = [f"{_node(words, nodes[key])} ({words.number(count)})" for count, key in order[:_TAKERS]]
    if len(order) > _TAKERS:
        parts.append(words.count("count.further", len(order) - _TAKERS))
    head = say(words, "graph.giver", name=_node(words, node), kind=words.template(f"node.{node.kind}"))
    return f"{head} {' · '.join(parts)}"


def _node(words: Words, node: Node) -> str:
    if node.kind == "unnamed":
        return say(words, "voice.unnamed_of", owner=isolated(node.owner or ""))
    return isolated(node.label) or words.template("voice.unknown")
