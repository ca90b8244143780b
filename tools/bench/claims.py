"""Mentions, values and claims beside the extraction of statements: document by document, as the pipeline takes them.

The steps of one document run after each other, so that each finds the processor's caches as the others left them; the
shortest time of each step is taken for every document.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from isnad.claim import claims
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values
from isnad.extract import extract
from isnad.model import Text
from isnad.text.outlets import load_outlets
from tools.bench.statements import LANGUAGES, as_text, own_articles, real_articles
from tools.bench.timing import ROUNDS

STEPS = ("statements", "mentions", "values", "claims")
_T = TypeVar("_T")
PUBLISHED = "2022-03-14"
_MOST = 120


def step_times(text: Text) -> list[float]:
    """The seconds of each of `STEPS` on one text."""
    times: list[float] = []

    def timed(action: Callable[[], _T]) -> _T:
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
        return result

    outlets = load_outlets()
    statements = timed(lambda: extract(text))
    mentions = timed(lambda: find_mentions(text, statements, outlets))
    values = timed(lambda: read_values(text, PUBLISHED))
    timed(lambda: claims(text, statements, mentions, values))
    return times


def beside_extraction(what: str, language: str, articles: list[str]) -> None:
    """Print what each step takes for one of extraction."""
    texts = [as_text(article) for article in articles[:_MOST]]
    rounds = [[step_times(text) for text in texts] for _ in range(ROUNDS)]
    shortest = [[min(times) for times in zip(*found, strict=True)] for found in zip(*rounds, strict=True)]
    extraction, mentions, values, told = (sum(times) for times in zip(*shortest, strict=True))
    print(
        f"{language}, {what}: mentions {mentions / extraction:.2f}, values {values / extraction:.2f} (together "
        f"{(mentions + values) / extraction:.2f}), claims {told / extraction:.2f} times as long as extraction"
    )


def main() -> None:
    """Run the measurements of mentions, values and claims."""
    own, real = own_articles(), real_articles()
    for language in LANGUAGES:
        if language in real:
            beside_extraction("real news", language, real[language])
        beside_extraction("our own articles", language, own[language])
