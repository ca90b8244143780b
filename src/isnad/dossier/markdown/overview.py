"""The first half of the Markdown: numbers, reports as witnesses, chains."""

from __future__ import annotations

from collections import defaultdict

from isnad.dossier.case import Case, Report
from isnad.dossier.figures import figures, mostly_copied, statements_of_nobody, took_from, top_root
from isnad.dossier.graph import Node, graph
from isnad.dossier.markdown.escape import escape, isolated, say, table
from isnad.dossier.markdown.names import document_name, report_name, root_name
from isnad.dossier.naming import entity_name
from isnad.dossier.words import Words

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
        return say(words, node.nameless, owner=isolated(node.owner or ""))
    if node.entity is not None:
        return isolated(entity_name(words, node.entity))
    return isolated(node.label) or words.template("voice.unknown")
