"""Statements: speeds as ratios, measured side by side in one run on one core.

- text → statements in characters per second beside spaCy's blank tokenizer and sentencizer of the same language, on
  texts that both see for the first time: on real news where `../shared/bench` is present, and on our own articles,
  which hold two to three times as many attributions as news does
- ten times the text against the time
- `isnad --help` beside ``import spacy``
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from isnad.extract import extract
from tools.bench.corpora import LANGUAGES, as_text
from tools.bench.first import OWN, REAL, articles, first_pass
from tools.bench.timing import best


def statements_beside_spacy(corpus: str, language: str) -> None:
    """Print the two speeds and their ratio for one language."""
    contents = articles(corpus, language)
    characters = sum(map(len, contents))
    found = sum(len(extract(as_text(content))) for content in contents)
    ours, making, theirs = first_pass("statements", corpus, language)
    whole = ours + making
    print(
        f"{language}, {corpus} ({characters // max(1, found)} characters a statement), first pass: text to statements "
        f"{characters / ours / 1e6:.2f} Mchar/s, spaCy {characters / theirs / 1e6:.2f}, ratio {theirs / ours:.2f}; "
        f"with decoding, segments and sentences {characters / whole / 1e6:.2f}, ratio {theirs / whole:.2f}",
        flush=True,
    )


def growth(language: str, contents: list[str]) -> None:
    """Print how time grows from a text to one ten times as long; every paragraph is another one."""
    # Every tenth article, not the first tenth: the two texts must hold statements equally densely.
    chosen = contents[:60]
    small, large = as_text("\n\n".join(chosen[::10])), as_text("\n\n".join(chosen))
    times, statements = len(large.clean) / len(small.clean), len(extract(large)) / len(extract(small))
    one, ten = best(lambda: extract(small), lambda: extract(large))
    print(
        f"{language}, one document: {times:.1f} times the text with {statements:.1f} times the statements takes "
        f"{ten / one:.1f} times the time"
    )


def start_up() -> None:
    """Print how long `isnad --help` takes beside ``import spacy``."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    ours, theirs = best(run("-m", "isnad", "--help"), run("-c", "import spacy"))
    print(f"isnad --help {ours:.3f} s, import spacy {theirs:.3f} s, ratio {ours / theirs:.2f}")


def main() -> None:
    """Run the measurements of statements."""
    for language in LANGUAGES:
        present = [corpus for corpus in (REAL, OWN) if articles(corpus, language)]
        for corpus in present:
            statements_beside_spacy(corpus, language)
        growth(language, articles(present[0], language))
    start_up()
