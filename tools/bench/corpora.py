"""The texts to measure on: our own articles, and real news where it is present beside the project."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path
from typing import Any

from isnad.extract.examples import parse_example
from isnad.model import Document, Text
from isnad.read import Raw, read_paths
from isnad.text import make_text

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared" / "bench"
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


def saudinewsnet(files: int | None = None) -> list[dict[str, Any]]:
    """The articles of SaudiNewsNet (Alhagri 2015), of the first files or of all; none where it is not present."""
    rows: list[dict[str, Any]] = []
    for path in sorted((SHARED / "saudinewsnet").glob("*.zip"))[:files]:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    rows += json.loads(archive.read(name))
    return rows
