"""The second half of the Markdown: statements, copies, reports, failures, provenance."""

from __future__ import annotations

from isnad.dossier.case import Case, Quote, Report, Voice, chain_entity
from isnad.dossier.figures import ranked_copies
from isnad.dossier.markdown.escape import escape, isolated, say, table
from isnad.dossier.markdown.names import called, document_name, entity_text, remark, report_name
from isnad.dossier.nameless import is_unnamed
from isnad.dossier.naming import entity_name, outlet_name
from isnad.dossier.words import Words, level_of
from isnad.model import Copy

# Pairs told; the JSON has them all.
_COPIES = 200
_PASSAGE = 300


def speakers(case: Case, words: Words) -> list[str]:
    """Statements by speaker."""
    return _voices(case, case.speakers, words)


def unnamed(case: Case, words: Words) -> list[str]:
    """Statements of unnamed sources, by outlet."""
    return _voices(case, case.unnamed, words)


def _voices(case: Case, voices: tuple[Voice, ...], words: Words) -> list[str]:
    lines: list[str] = []
    for voice in voices:
        title = _title(case, voice, words)
        lines += [f"### {title} ({words.number(len(voice.quotes))})", ""]
        lines += [_quote(case, quote, words) for quote in voice.quotes if quote.certain]
        unsure = [quote for quote in voice.quotes if not quote.certain]
        if unsure:
            lines += [f"- *{words.count('count.less_certain', len(unsure))}*"]
            lines += [f"  {_quote(case, quote, words)}" for quote in unsure]
        lines.append("")
    return lines[:-1]


def _title(case: Case, voice: Voice, words: Words) -> str:
    if voice.entity is not None:
        return entity_text(words, voice.entity)
    if voice.name:
        return called(words, voice.name)
    return say(words, voice.nameless, owner=called(words, case.called(voice.owner or "")))


def _quote(case: Case, quote: Quote, words: Words) -> str:
    statement = quote.statement
    content = " […] ".join(span.text for span in statement.content)
    source = f"{isolated(statement.source.text)} · " if statement.source else ""
    level = words.template(f"confidence.{level_of(statement.confidence)}")
    facts = [words.template(f"kind.{statement.kind}"), say(words, "quote.confidence", level=level)]
    if quote.parent:
        facts.append(say(words, "quote.within", n=words.digits(f"{quote.report.number}.{quote.parent}")))
    said = f"{source}*{isolated(statement.cue.text)}*: {isolated(content)}"
    return f"- **{words.digits(quote.reference)}** {_chain(case, quote, words)}: {said} ({' · '.join(facts)})"


def _chain(case: Case, quote: Quote, words: Words) -> str:
    names = []
    for position, link in enumerate(quote.links):
        nameless = words.template(f"nameless.{link.kind}" if is_unnamed(link) else "voice.unknown")
        entity = chain_entity(case, quote, position)
        shown = entity_name(words, entity) if entity else link.name
        shown = outlet_name(case.dossier, case.who, words.language, link.outlet_id) or shown
        shown = shown or (quote.report.shown if not position else "")
        names.append(called(words, shown) if shown else nameless)
    return " ‹ ".join(names) or words.template("chain.unknown")


def copies(case: Case, words: Words) -> list[str]:
    """The pairs with their shared passages."""
    order = ranked_copies(case)
    lines: list[str] = []
    for copy in order[:_COPIES]:
        lines += _copy(case, words, copy)
    if len(order) > _COPIES:
        lines += ["", words.count("copies.left", len(order) - _COPIES)]
    return lines


def _copy(case: Case, words: Words, copy: Copy) -> list[str]:
    a, b = document_name(case, words, copy.a), document_name(case, words, copy.b)
    share_a, share_b = words.percent(copy.contained_a), words.percent(copy.contained_b)
    shares = say(words, "copies.shares", a=a, b=b, share_a=share_a, share_b=share_b)
    lines = [f"- **{say(words, f'copies.{copy.direction}', a=a, b=b)}** {shares}"]
    if copy.reason:
        lines.append(f"  - {words.template('finding.why')} {remark(case, words, copy.reason)}")
    for passage in copy.passages:
        kind = words.template(f"passage.{passage.kind}")
        sides = [isolated(_short(passage.a.text))]
        if passage.kind != "verbatim":
            sides.append(isolated(_short(passage.b.text)))
        lines.append(f"  - {kind}: {' / '.join(sides)}")
    return lines


def _short(text: str) -> str:
    return text if len(text) <= _PASSAGE else text[:_PASSAGE].rpartition(" ")[0] + " […]"


def reports(case: Case, words: Words) -> list[str]:
    """Where each report comes from and what was noticed about it; its text is in the HTML and JSON."""
    return [line for report in case.reports for line in _report(case, report, words)]


def _report(case: Case, report: Report, words: Words) -> list[str]:
    document, text = report.analysis.document, report.analysis.text
    lines = [f"- **{report_name(report, words)}** {isolated(report.title if report.outlet else report.label)}"]
    facts = (
        ("file", document.name),
        ("date", document.date),
        ("author", document.author),
        ("url", document.url),
        ("format", f"{document.media_type}, {text.encoding}, {document.size}"),
        ("hash", document.sha256),
    )
    lines += [f"  - {words.template(f'meta.{key}')}: {isolated(value)}" for key, value in facts if value]
    credits_ = ", ".join(isolated(credit.name) for credit in report.analysis.credits)
    if credits_:
        lines.append(f"  - {words.template('meta.credits')}: {credits_}")
    noted = words.template("reports.notices")
    lines += [f"  - {noted} {isolated(notice.code)} {remark(case, words, notice.message)}" for notice in text.warnings]
    return lines


def failures(case: Case, words: Words) -> list[str]:
    """The documents that a step failed on."""
    rows = [
        [isolated(one.document), escape(one.step), remark(case, words, one.reason)] for one in case.dossier.failures
    ]
    head = [words.template(f"failures.{column}") for column in ("document", "step", "reason")]
    return table(head, rows) if rows else []


def made(case: Case, words: Words) -> list[str]:
    """How the dossier was made."""
    provenance = case.dossier.provenance
    options = ", ".join(f"{key} = {value}" for key, value in sorted(provenance.options.items()))
    steps = ", ".join(f"{key} = {value}" for key, value in sorted(provenance.steps.items()))
    facts = (
        ("version", provenance.version),
        ("inputs", provenance.inputs_hash),
        ("resources", provenance.resources_hash),
        ("options", options),
        ("steps", steps),
    )
    return [f"- {words.template(f'made.{key}')}: {isolated(value)}" for key, value in facts]
