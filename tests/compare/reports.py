"""Small fictional reports through every step, as the pipeline would hand them on."""

from __future__ import annotations

from factory import document, outlet, table

from isnad.chain import chain
from isnad.claim import claims, resolve
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values
from isnad.compare import compare
from isnad.extract import extract
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Comparison, Finding
from isnad.pipeline.resolved import resolved
from isnad.text import make_text

TABLE = table(
    outlet("rasif", ar="موقع الرصيف", en="Rasif", kind="website"),
    outlet("nahr", ar="جريدة النهر", en="Nahr Daily"),
    outlet("mada", ar="قناة المدى", en="Mada Television", kind="broadcaster"),
    outlet("sahm", ar="وكالة سهم", fa="خبرگزاری سهم", en="Sahm News Agency", kind="agency"),
)


def report(name: str, content: str, outlets: OutletTable = TABLE, **known: str) -> Analysis:
    """A plain report with everything the per-document steps find in it."""
    about = document(name, content.encode(), **known)
    text = make_text(about, content.encode())
    statements = extract(text)
    credits, chains = chain(about, text, statements, outlets)
    values = read_values(text, about.date)
    mentions = tuple(find_mentions(text, statements, outlets))
    told = claims(text, statements, mentions, values)
    return Analysis(about, text, statements, credits, chains, told, values, mentions)


def compared(*reports: Analysis, outlets: OutletTable = TABLE) -> Comparison:
    """What comparing the reports of a case finds."""
    resolution = resolve(reports, outlets)
    return compare(resolved(reports, resolution), outlets, resolution)


def told(*texts: str) -> Comparison:
    """What comparing texts of as many outlets finds; the first is ``a``, the next ``b`` …"""
    return compared(
        *(report(name, text, outlet=f"outlet {name}") for name, text in zip("abcdefgh", texts, strict=False))
    )


def of(comparison: Comparison, aspect: str, mood: str = "actual") -> Finding:
    """The one finding over an aspect."""
    (found,) = [f for f in comparison.findings if f.aspect == aspect and f.readings[0].modality == mood]
    return found
