"""Files, folders and archives to documents. All reports are invented."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from isnad.errors import UsageError
from isnad.model import Failure
from isnad.model.ids import document_id
from isnad.read import Limits, Raw, list_files, read_paths

REPORT = "The harbour master said on Monday that the new quay would open in spring."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*paths: Path, limits: Limits | None = None) -> tuple[dict[str, Raw], dict[str, str]]:
    raws: dict[str, Raw] = {}
    failures: dict[str, str] = {}
    for found in read_paths(paths, limits or Limits()):
        if isinstance(found, Failure):
            failures[found.document] = found.reason
        else:
            raws[found.document.name] = found
    return raws, failures


def archive(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def test_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": REPORT}) / "a.txt"
    raws, failures = read(path)
    document = raws["a.txt"].document
    assert not failures
    assert raws["a.txt"].data == REPORT.encode()
    assert document.id == document_id("a.txt", REPORT.encode())
    assert document.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert (document.media_type, document.size, document.metadata_from) == ("text/plain", len(REPORT), None)


def test_a_folder_gives_reports_only_and_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": REPORT,
            "a.html": f"<p>{REPORT}</p>",
            "sub/c.md": REPORT,
            "README.md": "about",
            ".hidden.txt": "x",
            ".git/d.txt": "x",
            "marked/b.txt": "x",
            "truth.json": "{}",
            "outlets.tsv": "x",
            "photo.jpg": b"\xff\xd8",
        },
    )
    raws, failures = read(tmp_path)
    assert list(raws) == ["a.html", "b.txt", "sub/c.md"]
    assert not failures
    assert list_files([tmp_path]).ignored == 5


def test_files_given_are_always_tried(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": REPORT, "page": f"<!doctype html><p>{REPORT}</p>", "list.dat": '[{"text": "One."}]'})
    raws, _ = read(tmp_path / "README.md", tmp_path / "page", tmp_path / "list.dat")
    types = {name: raw.document.media_type for name, raw in raws.items()}
    assert types == {"README.md": "text/plain", "page": "text/html", "list.dat#1": "text/plain"}


def test_names_that_collide_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.txt": REPORT, "two/a.txt": REPORT, "two/b.txt": REPORT})
    raws, _ = read(tmp_path / "one" / "a.txt", tmp_path / "two")
    assert list(raws) == ["b.txt", "one/a.txt", "two/a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": REPORT})
    assert len(list(read_paths([tmp_path, tmp_path / "a.txt"]))) == 1


def test_a_missing_path_is_a_usage_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        read_paths([tmp_path / "nothing.txt"])


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": REPORT, "b.txt": REPORT})
    found = read_paths([tmp_path])
    assert isinstance(next(found), Raw)
    (tmp_path / "b.txt").unlink()
    second = next(found)
    assert isinstance(second, Failure)
    assert "b.txt: cannot be read" in second.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n ", "empty"),
        ("binary.txt", b"\x00\x01\x02\x03" * 100, "binary"),
        ("pdf.dat", b"%PDF-1.7 ....", "no format isnad reads"),
        ("broken.zip", b"PK\x03\x04 and no more", "broken archive"),
        ("broken.json", b"{'a': 1", "neither JSON nor JSON lines"),
        ("bare.json", b'{"a": 1}', "holds no article"),
        ("large.txt", b"x" * 2001, "more than the limit"),
    ],
)
def test_what_cannot_be_read_is_a_failure(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    write(tmp_path, {name: content, "good.txt": REPORT})
    raws, failures = read(tmp_path / name, tmp_path / "good.txt", limits=Limits(file=2000))
    assert list(raws) == ["good.txt"]
    assert list(failures) == [name]
    assert name in failures[name]
    assert reason in failures[name]


def test_pipes_loops_and_broken_links_are_failures(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder").symlink_to(tmp_path)
    raws, failures = read(tmp_path)
    assert not raws
    assert sorted(failures) == ["gone.txt", "loop.txt", "pipe.txt"]
    assert "no regular file" in failures["pipe.txt"]


def test_the_sidecar_wins_and_is_named(tmp_path: Path) -> None:
    page = '<html><head><meta property="og:site_name" content="Page Outlet"><title>T</title></head><p>Text.</p></html>'
    table = (
        "file,outlet,date,url,title,author\na.html,Harbour News,2024-03-05,,,Nadia Seaman\nsub/b.txt,Coast,2024,,,\n"
    )
    write(tmp_path, {"a.html": page, "sub/b.txt": REPORT, "reports.csv": "\ufeff" + table})
    raws, _ = read(tmp_path)
    first, second = raws["a.html"].document, raws["sub/b.txt"].document
    assert (first.outlet, first.date, first.author, first.title) == ("Harbour News", "2024-03-05", "Nadia Seaman", "T")
    assert (second.outlet, second.date, second.metadata_from) == ("Coast", "2024", "reports.csv")
    assert first.metadata_from == "reports.csv"


def test_a_bad_sidecar_is_a_failure_and_the_reports_are_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": REPORT, "reports.csv": "name;date\na.txt;2024\n"})
    raws, failures = read(tmp_path)
    assert list(raws) == ["a.txt"]
    assert "column file is missing" in failures["reports.csv"]


def test_json_lines_and_arrays(tmp_path: Path) -> None:
    record = {"source": "harbour", "url": "http://h.example/1", "date_extracted": "2015-07-21 02:51:32"}
    record |= {"title": "Quay opens", "author": "N. Seaman", "content": REPORT}
    lines = "\n".join([json.dumps(record), "", json.dumps({"title": "no text"}), "{broken"])
    write(tmp_path, {"a.jsonl": lines, "b.json": json.dumps([record | {"content": f"Quay opens\n{REPORT}"}])})
    raws, failures = read(tmp_path)
    first = raws["a.jsonl#1"]
    assert first.data.decode() == f"Quay opens\n\n{REPORT}"
    assert first.document.date == "2015-07-21T02:51:32"
    assert (first.document.outlet, first.document.author) == ("harbour", "N. Seaman")
    assert first.document.metadata_from == "record"
    assert raws["b.json#1"].data.decode() == f"Quay opens\n{REPORT}"
    assert set(failures) == {"a.jsonl", "a.jsonl#4"}
    assert "1 of 3 records" in failures["a.jsonl"]


def test_an_archive(tmp_path: Path) -> None:
    data = archive(
        {
            "b.txt": REPORT,
            "../../evil.txt": REPORT,
            "sub/a.json": json.dumps([{"text": REPORT}]),
            "inner.zip": archive({"x.txt": REPORT}),
            "photo.jpg": b"x",
            "__MACOSX/b.txt": "x",
            "reports.csv": "file,outlet\nb.txt,Coast\n",
        }
    )
    raws, failures = read(write(tmp_path, {"case.zip": data}))
    assert sorted(raws) == ["case.zip/b.txt", "case.zip/evil.txt", "case.zip/sub/a.json#1"]
    assert raws["case.zip/b.txt"].document.outlet == "Coast"
    assert "archive in an archive" in failures["case.zip/inner.zip"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["case.zip"]


def test_archive_bombs_are_refused(tmp_path: Path) -> None:
    data = archive({"a.txt": "x" * 100_000, "b.txt": REPORT})
    path = write(tmp_path, {"case.zip": data}) / "case.zip"
    raws, failures = read(path, limits=Limits(file=50_000))
    assert list(raws) == ["case.zip/b.txt"]
    assert "more than the limit" in failures["case.zip/a.txt"]
    assert "unpacked" in read(path, limits=Limits(unpacked=1000))[1]["case.zip"]
    assert "split the archive" in read(path, limits=Limits(members=1))[1]["case.zip"]


def test_a_member_whose_size_lies_is_cut_at_the_limit(tmp_path: Path) -> None:
    data = bytearray(archive({"a.txt": "x" * 100_000}))
    size = (100_000).to_bytes(4, "little")
    # The size stands in the member's own header and in the directory.
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (10).to_bytes(4, "little")
    _, failures = read(write(tmp_path, {"case.zip": bytes(data)}), limits=Limits(file=50_000))
    assert list(failures) == ["case.zip/a.txt"]


def test_a_saved_page(tmp_path: Path) -> None:
    page = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: http://h.example/quay\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>{REPORT}</p>\r\n--B--\r\n"
    )
    raws, _ = read(write(tmp_path, {"a.mhtml": page}))
    document = raws["a.mhtml"].document
    assert (document.media_type, document.url) == ("text/html", "http://h.example/quay")
