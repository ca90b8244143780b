"""First pass: what a step takes for texts that it has not seen, as in use.

Every text is taken once, in a process of its own: in a second round its words and phrases would be remembered, by us
and by spaCy alike. Before the clock starts, articles of every language have been read that are not measured, so that
what is loaded once for a process counts for neither. ``MEASUREMENT CORPUS LANGUAGE`` prints the seconds as JSON.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

from isnad.claim import claims
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values
from isnad.cli.main import GARBAGE
from isnad.extract import extract
from isnad.model import Text
from isnad.text.outlets import load_outlets
from tools.bench.corpora import LANGUAGES, as_text, own_articles, real_articles
from tools.bench.timing import ROUNDS

REAL, OWN = "real news", "our own articles"
_WARM = 10  # of our own articles in every language, read before the clock starts
_MOST = 120  # texts whose steps are measured
_PUBLISHED = "2022-03-14"
Seconds = list[float]


def first_pass(measurement: str, corpus: str, language: str) -> Seconds:
    """The shortest times of several processes, each of which takes every text once."""
    command = [sys.executable, "-m", "tools.bench.first", measurement, corpus, language]
    rounds = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def articles(corpus: str, language: str) -> list[str]:
    """The articles that are measured; none where real news is not present."""
    return own_articles()[language][_WARM:] if corpus == OWN else real_articles().get(language, [])


def statements(language: str, contents: list[str]) -> Seconds:
    """Seconds of extraction, of making the texts, and of spaCy's blank pipeline."""
    nlp = _spacy(language)
    texts: list[Text] = []
    made = _timed(lambda: texts.extend(map(as_text, contents)))
    return [_timed(lambda: [extract(text) for text in texts]), made, _timed(lambda: [nlp(text) for text in contents])]


def steps(_language: str, contents: list[str]) -> Seconds:
    """Seconds of statements, mentions, values and claims, document by document as the pipeline takes them: each finds
    the processor's caches as the others left them."""
    times = [_step_times(as_text(content)) for content in contents[:_MOST]]
    return [sum(step) for step in zip(*times, strict=True)]


MEASUREMENTS: dict[str, Callable[[str, list[str]], Seconds]] = {"statements": statements, "steps": steps}


def _step_times(text: Text) -> Seconds:
    outlets, clock = load_outlets(), [time.process_time()]
    found = extract(text)
    clock.append(time.process_time())
    mentions = find_mentions(text, found, outlets)
    clock.append(time.process_time())
    values = read_values(text, _PUBLISHED)
    clock.append(time.process_time())
    claims(text, found, mentions, values)
    clock.append(time.process_time())
    return [end - start for start, end in pairwise(clock)]


def _timed(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


@cache
def _spacy(language: str) -> Any:
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("sentencizer")
    return nlp


def main(measurement: str, corpus: str, language: str) -> None:
    """Measure in this process, with garbage collected as the command line does it."""
    gc.set_threshold(*GARBAGE)
    own, measure = own_articles(), MEASUREMENTS[measurement]
    for each in LANGUAGES:
        measure(each, own[each][:_WARM])
    print(json.dumps(measure(language, articles(corpus, language))))


if __name__ == "__main__":
    main(*sys.argv[1:])
