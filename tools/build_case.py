"""Build an example case from its marked sources: the reports, reports.csv, outlets.tsv, truth.json.

A marked source is ``marked/NN_name.(txt|html)``: lines ``key: value``, a line ``---``, then the report with marks.
Marks nest, have no width and vanish; offsets are counted after they are gone, so an offset cannot be wrong:

``⟦1s text⟧`` source of statement 1 · ``⟦1c text⟧`` content (repeat for fragments; it may run over paragraphs)
``⟦1q:i:WHO text⟧`` cue; kind d|i|m (direct, indirect, mixed); WHO is a name key of ``case.json``, ``?`` is unnamed;
``⟦1q:i:WHO:VIA text⟧`` the carriers between the outlet and WHO (``a+b``; ``-`` for none, not even the report's own)
``⟦=kind;low..high;unit;modality;of|text⟧`` value (``~``: approximate) · ``⟦=date;EDTF;calendar;modality;of|text⟧``
``⟦k:KEY text⟧`` credit · ``⟦? text⟧`` question · ``⟦b text⟧`` boilerplate · ``⟦p text⟧`` pull quote
"""

from __future__ import annotations

import argparse
import codecs
import csv
import io
import json
import re
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

OPEN = re.compile(r"⟦(?:=([^|⟧]*)\||(?:(\d+)([sc])|(\d+)q:([dim]):([^:\s]+)(?::(\S+))?|k:(\S+)|([b?p]))[ \n])")
ANY = re.compile(r"⟦=[^|⟧]*\||⟦\S+[ \n]|⟧")
KINDS = {"d": "direct", "i": "indirect", "m": "mixed"}
LANGS = {"en": 0, "ar": 1, "fa": 2}
BLOCKS = re.compile(
    "article|aside|blockquote|body|br|button|div|footer|form|h[1-6]|header|label|li|main|nav|ol|p|section|ul"
)
HIDDEN = frozenset(("head", "script", "style", "noscript", "template", "textarea"))
Json = dict[str, Any]
Span = tuple[int, int]


class Visible(HTMLParser):
    """Collects the visible text: one line per block element, inner whitespace collapsed."""

    def __init__(self) -> None:
        """Start with no text and nothing hidden."""
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Open a hidden element or break the line at a block."""
        self.hidden += [tag] if tag in HIDDEN else []
        self.parts += ["\n"] if BLOCKS.fullmatch(tag) else []

    def handle_endtag(self, tag: str) -> None:
        """Close a hidden element or break the line at a block."""
        self.hidden = self.hidden[:-1] if self.hidden[-1:] == [tag] else self.hidden
        self.parts += ["\n"] if BLOCKS.fullmatch(tag) else []

    def handle_data(self, data: str) -> None:
        """Keep text that is shown; a source line break is only a space."""
        self.parts += [] if self.hidden else [re.sub(r"\s+", " ", data)]


def visible(page: str) -> str:
    """Return the visible text of an HTML page: a line per block, spaces collapsed, no empty lines."""
    parser = Visible()
    parser.feed(page)
    parser.close()
    lines = (re.sub(r"[ \t\r]+", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class Cue(NamedTuple):
    """The cue of a statement with what its mark says about the speaker."""

    span: Span
    kind: str
    who: str
    via: str | None


@dataclass
class Parsed:
    """A report's clean text and everything its marks say, in offsets of that text."""

    text: str = ""
    cues: dict[int, Cue] = field(default_factory=dict)
    parts: dict[tuple[int, str], list[Span]] = field(default_factory=dict)
    values: list[tuple[str, Span]] = field(default_factory=list)
    others: list[tuple[str, str, Span]] = field(default_factory=list)


def parse(marked: str) -> Parsed:
    """Strip the marks of a clean text and collect them with their offsets."""
    out, stack, pos = Parsed(), list[tuple[re.Match[str], int]](), 0
    for token in re.finditer("[⟦⟧]", marked):
        out.text += marked[pos : token.start()]
        match = OPEN.match(marked, token.start())
        if match:
            stack.append((match, len(out.text)))
        elif token.group() == "⟧" and stack:
            file_mark(out, *stack.pop(), len(out.text))
        else:
            raise ValueError(f"bad mark: {marked[max(0, token.start() - 30) : token.start() + 30]!r}")
        pos = (match or token).end()
    out.text += marked[pos:]
    if stack:
        raise ValueError(f"mark never closed: {stack[-1][0].group()!r}")
    return out


def file_mark(out: Parsed, mark: re.Match[str], start: int, end: int) -> None:
    """Put one closed mark where it belongs."""
    value, num, role, cue, kind, who, via, credit, other = mark.groups()
    span = (start, end)
    if start >= end or (cue and int(cue) in out.cues):
        raise ValueError(f"empty mark or second cue: {mark.group()!r}")
    if num:
        out.parts.setdefault((int(num), role), []).append(span)
    elif cue:
        out.cues[int(cue)] = Cue(span, KINDS[kind], who, via)
    elif value:
        out.values.append((value, span))
    else:
        out.others.append((other or "k", credit or "", span))


def lines_around(text: str, spans: list[Span]) -> Span:
    """Return the range of the whole lines that cover all spans."""
    low, high = min(spans)[0], max(end for _, end in spans)
    return text.rfind("\n", 0, low) + 1, (text + "\n").index("\n", high)


def statements(name: str, doc: Parsed, head: dict[str, str], names: Json) -> list[Json]:
    """Make one report's statements, parents and chains from the nesting (unnamed after unnamed: two links)."""
    lang, rows = LANGS[head["lang"]], list[Json]()
    ids = sorted(doc.cues, key=lambda n: (doc.cues[n].span, n))
    if {n for n, _ in doc.parts} - set(ids) or any((n, "c") not in doc.parts for n in ids):
        raise ValueError(f"{name}: a statement lacks its cue or its content")

    parents: dict[int, int | None] = {}
    for n in ids:
        start, end = doc.cues[n].span
        around = [(e - s, m) for m in ids if m != n for s, e in doc.parts[m, "c"] if s <= start and end <= e]
        parents[n] = min(around)[1] if around else None

    def chain_of(n: int) -> list[str]:
        cue, parent = doc.cues[n], parents[n]
        base = chain_of(parent) if parent else [head["outlet"]]
        route = [] if cue.via == "-" else f"{'' if parent else head.get('via', '')}+{cue.via or ''}".split("+")
        keys = [*base, *filter(None, route), cue.who]
        return [k for i, k in enumerate(keys) if i == 0 or keys[i - 1] != k or names[k][0] == "unnamed"]

    for n in ids:
        cue, source = doc.cues[n], doc.parts.get((n, "s"), [])
        low, high = lines_around(doc.text, [cue.span, *source, *doc.parts[n, "c"]])
        passage, parent = doc.text[low:high], parents[n]
        if doc.text.count(passage) != 1 or len(source) > 1:
            raise ValueError(f"{name}: statement {n}: passage not unique, or two sources")
        rows.append({
            "id": f"{name[:2]}-s{n}", "document": name, "passage": passage,
            "cue": [cue.span[0] - low, cue.span[1] - low],
            "source": [source[0][0] - low, source[0][1] - low] if source else None,
            "content": [[s - low, e - low] for s, e in sorted(doc.parts[n, "c"])],
            "kind": cue.kind, "parent": f"{name[:2]}-s{parent}" if parent is not None else None,
            "who": names[cue.who][lang], "who_en": names[cue.who][0], "speaker_type": names[cue.who][3],
            "chain": [names[k][lang] for k in chain_of(n)],
        })  # fmt: skip
    return rows


def value_entry(name: str, doc: Parsed, spec: str, span: Span) -> Json:
    """Make one value entry from its mark."""
    kind, amount, unit, modality, of = spec.split(";")
    low, high = lines_around(doc.text, [span])
    entry: Json = {
        "document": name, "passage": doc.text[low:high], "text": doc.text[span[0] : span[1]], "kind": kind,
        "start": span[0] - low, "end": span[1] - low, "low": None, "high": None, "unit": None, "edtf": None,
        "calendar": None, "approximate": amount.startswith("~"), "modality": modality or "asserted", "of": of or None,
    }  # fmt: skip
    if kind == "date":
        return entry | {"edtf": amount.lstrip("~"), "calendar": unit}
    bounds = amount.lstrip("~").split("..")
    numbers = [(float(b) if "." in b else int(b)) if b else None for b in (bounds[0], bounds[-1])]
    return entry | {"low": numbers[0], "high": numbers[1], "unit": unit or None}


def build(folder: Path) -> dict[str, bytes]:
    """Return every output file of the case, by name."""
    case: Json = json.loads((folder / "marked" / "case.json").read_text("utf-8"))
    names, files, texts = case["names"], dict[str, bytes](), dict[str, str]()
    truth: Json = {"case": case["title"], "reports": [], "statements": [], "values": []}
    listing = [["file", "outlet", "date", "url", "title", "author"]]
    for path in sorted(p for p in (folder / "marked").iterdir() if p.suffix in (".txt", ".html")):
        header, body = path.read_text("utf-8").split("\n---\n", 1)
        head = dict(line.split(": ", 1) for line in header.splitlines())
        html, lang = path.suffix == ".html", LANGS[head["lang"]]
        outlet, marked = names[head["outlet"]], visible(body) if html else body.strip("\n")
        doc = parse(re.sub(r"\s+⟧", "⟧", re.sub(r"(⟦b)\s*\n\s*", r"\1 ", marked)))
        plain = ANY.sub("", body)
        encoding = head.get("encoding", "utf-8")
        files[path.name] = (codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b"") + plain.encode(encoding)
        if (visible(plain) if html else plain.strip("\n")) != doc.text:
            raise ValueError(f"{path.name}: the report's text is not the text the offsets were counted in")
        texts[path.name] = doc.text
        if not html:
            listing.append([path.name, outlet[lang], *(head.get(key, "") for key in listing[0][2:])])
        found = [(m, key, doc.text[s:e]) for m, key, (s, e) in sorted(doc.others, key=lambda o: o[2])]
        truth["reports"].append({
            "document": path.name, "language": head["lang"], "date": head["date"],
            "outlet": {"name": outlet[lang], "name_en": outlet[0], "language": head["lang"]},
            "credits": [{"name": names[key][lang], "text": t} for m, key, t in found if m == "k"],
            "boilerplate": [line for m, _, t in found if m == "b" for line in t.split("\n")],
            "questions": [t for m, _, t in found if m == "?"],
            "quote_passages": [t for m, _, t in found if m == "p"],
        })  # fmt: skip
        truth["statements"] += statements(path.name, doc, head, names)
        truth["values"] += [value_entry(path.name, doc, *v) for v in sorted(doc.values, key=lambda v: v[1])]
    full = {r["document"][:2]: r["document"] for r in truth["reports"]}
    truth["copies"] = [c | {"a": full[c["a"]], "b": full[c["b"]]} for c in case["copies"]]
    truth["changes"] = [c | {"document": full[c["document"]], "from": full[c["from"]]} for c in case["changes"]]
    lost = [c[text] for c in truth["changes"] for at, text in (("document", "now"), ("from", "was"))
            if c[text] not in texts[c[at]]]  # fmt: skip
    if lost:
        raise ValueError(f"changed words that stand in no report: {lost}")
    for reading in (r for d in case["details"] for r in d["readings"]):
        reading["documents"] = [full[n] for n in reading["documents"]]
    truth |= {"people": case["people"], "details": case["details"]}
    columns = ["name_en", "name_ar", "name_fa", "kind", "country", "owner", "aliases", "domain"]
    outlets = [columns, *([*names[key][:3], *row] for key, row in sorted(case["outlets"].items()))]
    files["outlets.tsv"] = "".join("\t".join(row) + "\n" for row in outlets).encode("utf-8")
    sidecar = io.StringIO()
    csv.writer(sidecar, lineterminator="\n").writerows(listing)
    files["reports.csv"] = sidecar.getvalue().encode("utf-8")
    files["truth.json"] = (json.dumps(truth, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return files


def main() -> int:
    """Build the case, or with ``--check`` only compare; return the exit code."""
    parser = argparse.ArgumentParser(description="Build an example case from its marked sources.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "examples" / "harbour")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file would change")
    options = parser.parse_args()
    try:
        files = build(options.folder)
    except (KeyError, ValueError, OSError) as error:
        sys.exit(f"build_case: {type(error).__name__}: {error}")
    stale = [n for n, b in files.items() if not (options.folder / n).exists() or (options.folder / n).read_bytes() != b]
    for name in stale if not options.check else ():
        (options.folder / name).write_bytes(files[name])
    print(f"{len(files)} files, {len(stale)} {'differ' if options.check else 'written'}", *stale)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
