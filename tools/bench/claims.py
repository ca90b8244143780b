"""Mentions, values and claims beside the extraction of statements, on texts that are seen for the first time."""

from __future__ import annotations

from tools.bench.corpora import LANGUAGES
from tools.bench.first import OWN, REAL, articles, first_pass


def beside_extraction(corpus: str, language: str) -> None:
    """Print what each step takes for one of extraction."""
    extraction, mentions, values, told = first_pass("steps", corpus, language)
    print(
        f"{language}, {corpus}, first pass: mentions {mentions / extraction:.2f}, values {values / extraction:.2f} "
        f"(together {(mentions + values) / extraction:.2f}), claims {told / extraction:.2f} times as long as "
        "extraction",
        flush=True,
    )


def main() -> None:
    """Run the measurements of mentions, values and claims."""
    for language in LANGUAGES:
        for corpus in (REAL, OWN):
            if articles(corpus, language):
                beside_extraction(corpus, language)
