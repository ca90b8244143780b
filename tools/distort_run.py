"""Two texts through every step, as two reports of two outlets."""

from __future__ import annotations

from functools import lru_cache

from isnad.chain import chain
from isnad.claim import claims, resolve
from isnad.claim.entities import find_mentions
from isnad.claim.values import read_values
from isnad.compare import compare
from isnad.extract import extract
from isnad.lang.outlets import OutletTable
from isnad.model import Analysis, Comparison, Document
from isnad.model.ids import document_id
from isnad.pipeline.resolved import resolved
from isnad.text import make_text
from isnad.text.fold import fold_key
from isnad.text.trie import trie_pattern

OUTLETS = OutletTable((), fold_key, trie_pattern)
PUBLISHED = "2024-05-06"


@lru_cache(maxsize=256)
def analysis(name: str, content: str) -> Analysis:
    """A plain text of the outlet "Outlet a", or b, with everything the per-document steps find in it."""
    data = content.encode()
    document = Document(
        document_id(name, data), name, "0" * 64, "text/plain", len(data), outlet=f"Outlet {name}", date=PUBLISHED
    )
    text = make_text(document, data)
    statements = extract(text)
    credits, chains = chain(document, text, statements, OUTLETS)
    values = read_values(text, PUBLISHED)
    mentions = tuple(find_mentions(text, statements, OUTLETS))
    told = claims(text, statements, mentions, values)
    return Analysis(document, text, statements, credits, chains, told, values, mentions)


def compared(a: str, b: str) -> Comparison:
    """What comparing two texts finds, as reports ``a`` and ``b``."""
    both = (analysis("a", a), analysis("b", b))
    resolution = resolve(both, OUTLETS)
    return compare(resolved(both, resolution), OUTLETS, resolution)
