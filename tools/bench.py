"""`make bench`: speeds as ratios, measured side by side in one run on one core.

- text → statements in characters per second beside spaCy's blank tokenizer and sentencizer of the same language
- ten times the text against the time
- `isnad --help` beside ``import spacy``
- copies: words joined per second, 1, 2 and 4 times the reports

Nothing here is a test: machines are noisy.  Every figure is the best of several rounds taken in turn.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from isnad.extract import extract
from isnad.model import Document, Text
from isnad.read import Raw, read_paths
from isnad.text import make_text

ROUNDS = 5
CASES = sorted(path.parent for path in Path("examples").glob("*/truth.json"))


def best(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The shortest time of each action, all actions taken in turn in every round."""
    times = [float("inf")] * len(actions)
    for _ in range(rounds):
        for i, action in enumerate(actions):
            start = time.perf_counter()
            action()
            times[i] = min(times[i], time.perf_counter() - start)
    return times


def as_text(content: str) -> Text:
    """The text of a plain report with this content."""
    data = content.encode()
    return make_text(Document("doc:bench", "bench.txt", "0", "text/plain", len(data)), data)


def statements_beside_spacy(language: str, reports: list[str]) -> None:
    """Print the two speeds and their ratio for one language."""
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    characters = sum(map(len, reports))

    def ours() -> None:
        for report in reports:
            extract(as_text(report))

    def theirs() -> None:
        for report in reports:
            nlp(report)

    ours()
    mine, spacys = best(ours, theirs)
    print(
        f"{language}: isnad {characters / mine / 1e6:.2f} Mchar/s, spaCy {characters / spacys / 1e6:.2f} Mchar/s, "
        f"ratio {spacys / mine:.2f}"
    )


def growth(language: str, report: str) -> None:
    """Print how time grows from a text to one ten times as long."""
    small, large = "\n\n".join([report] * 4), "\n\n".join([report] * 40)
    one, ten = best(lambda: extract(as_text(small)), lambda: extract(as_text(large)))
    print(f"{language}: 10 times the text takes {ten / one:.1f} times the time")


def start_up() -> None:
    """Print how long `isnad --help` takes beside ``import spacy``."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    ours, theirs = best(run("-m", "isnad", "--help"), run("-c", "import spacy"))
    print(f"isnad --help {ours:.3f} s, import spacy {theirs:.3f} s, ratio {ours / theirs:.2f}")


def main() -> None:
    """Run every measurement over the example cases."""
    texts = [make_text(raw.document, raw.data) for raw in read_paths(CASES) if isinstance(raw, Raw)]
    for language in ("ar", "fa", "en"):
        reports = [body(text) for text in texts if text.language == language]
        statements_beside_spacy(language, reports * 8)
        growth(language, reports[0])
    start_up()


def body(text: Text) -> str:
    """The paragraphs of a report without page remains."""
    kept = [text.clean[s.start : s.end] for s in text.segments if s.kind not in ("boilerplate", "related_link")]
    return "\n\n".join(kept)


if __name__ == "__main__":
    main()
