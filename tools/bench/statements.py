"""Statements: speeds as ratios, measured side by side in one run on one core.

- text → statements in characters per second beside spaCy's blank tokenizer and sentencizer of the same language: on
  real news where `../shared/bench` is present (a text of its own for every document, as in use), and on our own
  articles, which hold two to three times as many attributions as news does and few different words
- ten times the text against the time
- `isnad --help` beside ``import spacy``
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable

from isnad.extract import extract
from isnad.extract.examples import parse_example
from isnad.model import Document, Text
from isnad.read import Raw, read_paths
from isnad.text import make_text
from tools.bench.corpora import ROOT, SHARED, saudinewsnet
from tools.bench.timing import best

LANGUAGES = ("ar", "fa", "en")


def as_text(content: str) -> Text:
    """The text of a plain report with this content."""
    data = content.encode()
    return make_text(Document("doc:bench", "bench.txt", "0", "text/plain", len(data)), data)


def own_articles() -> dict[str, list[str]]:
    """The example case's reports without page remains, and the held-out articles, by language."""
    out: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for raw in read_paths([path.parent for path in ROOT.glob("examples/*/truth.json")]):
        if isinstance(raw, Raw):
            text = make_text(raw.document, raw.data)
            kept = [text.clean[s.start : s.end] for s in text.segments if s.kind not in ("boilerplate", "related_link")]
            out[text.language].append("\n\n".join(kept))
    for language in LANGUAGES:
        lines = (ROOT / "tests" / "quality" / "gold" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        out[language] += [parse_example(json.loads(line)["marked"])[0] for line in lines]
    return out


def real_articles() -> dict[str, list[str]]:
    """Some hundred real articles by language, where they are present."""
    out: dict[str, list[str]] = {}
    news = saudinewsnet(files=1)
    if news:
        out["ar"] = random.Random(1).sample([row["content"] for row in news if row["content"]], 400)
    for language, name, field in (("fa", "farexstance_dev", "content"), ("en", "gold_en_dev", "text")):
        path = SHARED / f"{name}.jsonl"
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()[:200]
            out[language] = [text for line in lines if (text := json.loads(line)[field])]
    return out


def statements_beside_spacy(what: str, language: str, articles: list[str]) -> None:
    """Print the two speeds and their ratio for one language."""
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    characters = sum(map(len, articles))
    texts = [as_text(article) for article in articles]
    found = sum(len(extract(text)) for text in texts)

    ours, whole, theirs = best(
        lambda: [extract(text) for text in texts],
        lambda: [extract(as_text(article)) for article in articles],
        lambda: [nlp(article) for article in articles],
    )
    print(
        f"{language}, {what} ({characters // max(1, found)} characters a statement): text to statements "
        f"{characters / ours / 1e6:.2f} Mchar/s, spaCy {characters / theirs / 1e6:.2f}, ratio {theirs / ours:.2f}; "
        f"with decoding, segments and sentences {characters / whole / 1e6:.2f}, ratio {theirs / whole:.2f}"
    )


def growth(language: str, articles: list[str]) -> None:
    """Print how time grows from a text to one ten times as long; every paragraph is another one."""
    # Every tenth article, not the first tenth: the two texts must hold statements equally densely.
    chosen = articles[:60]
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
    own, real = own_articles(), real_articles()
    for language in LANGUAGES:
        if language in real:
            statements_beside_spacy("real news", language, real[language])
        statements_beside_spacy("our own articles", language, own[language])
        growth(language, real.get(language, own[language]))
    start_up()
