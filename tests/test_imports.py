"""The rule of docs/architecture.md: who may import whom, how long a file may be, and who prints and exits.

Imports inside functions and under ``TYPE_CHECKING`` count: a dependency is a dependency.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "isnad"
LONGEST_FILE = 300

_STEP = frozenset({"errors", "model", "plugins", "lang", "text"})
_STEPS = ("read", "extract", "chain", "claim", "compare", "dossier")
ALLOWED: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "model": frozenset({"errors"}),
    "plugins": frozenset({"errors"}),
    "lang": frozenset({"errors", "model"}),
    "text": frozenset({"errors", "model", "lang"}),
    **dict.fromkeys(_STEPS, _STEP),
    "store": frozenset({"errors", "model", "plugins"}),
    "pipeline": _STEP | {*_STEPS, "store"},
}
ALL = frozenset((*ALLOWED, "evaluate", "cli"))
ALLOWED["evaluate"] = ALL - {"cli"}
ALLOWED["cli"] = ALL
# ``python -m isnad`` is the command line by another name.
ALLOWED["__main__"] = frozenset({"cli"})
# Only the version, which every room may name.
ALLOWED["__init__"] = frozenset()

FILES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Every module that is imported anywhere in ``tree``, by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def named(tree: ast.AST) -> Iterator[str]:
    """The modules in strings that ``Registry`` and ``import_module`` turn into imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            module = node.value.partition(":")[0]
            if module.startswith("isnad.") and module.replace(".", "").replace("_", "").isalnum():
                yield module


def _rooms(modules: Iterable[str]) -> set[str]:
    return {module.split(".")[1] for module in modules if module.startswith("isnad.")} & (ALL | {"__main__"})


def imported_rooms(path: Path) -> set[str]:
    package = ("isnad", *path.relative_to(SOURCE).parts[:-1])
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return _rooms((*imports(tree, package), *named(tree)))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    room = room_of(path)
    assert room in ALLOWED, f"a new room: say in docs/architecture.md and here what {room} may import"
    assert imported_rooms(path) <= ALLOWED[room] | {room}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_command_line_puts_off_imports_of_other_rooms(path: Path) -> None:
    """A room may put off a large library, or its own file that needs one: plain text never waits for an HTML parser."""
    if room_of(path) == "cli":
        return
    package = ("isnad", *path.relative_to(SOURCE).parts[:-1])
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert _rooms(imports(function, package)) <= {room_of(path)}, f"{function.name} imports another room"


@pytest.mark.parametrize(
    "path", sorted(p for top in ("src", "tests", "tools") for p in (ROOT / top).rglob("*.py")), ids=lambda p: p.name
)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


PRINTS = frozenset({"print", "exit", "quit"})
ENDS = frozenset({"sys.exit", "sys.stdout", "sys.stderr", "os._exit", "os.abort"})


def exits_and_prints(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PRINTS
        named = isinstance(node, ast.Attribute) and ast.unparse(node) in ENDS
        if called or named or (isinstance(node, ast.Name) and node.id == "SystemExit"):
            assert isinstance(node, ast.expr)
            yield node.lineno


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if room_of(path) != "cli":
        assert list(exits_and_prints(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("import isnad.store.base", {"isnad.store.base"}),
        ("def f():\n    from isnad.chain import chain", {"isnad.chain", "isnad.chain.chain"}),
        ("if TYPE_CHECKING:\n    import isnad.cli", {"isnad.cli"}),
        ("from . import fold", {"isnad.text", "isnad.text.fold"}),
        ("from ..store import base", {"isnad.store", "isnad.store.base"}),
        ("T = {'html': 'isnad.dossier.html:render'}", {"isnad.dossier.html"}),
    ],
)
def test_the_test_sees_every_kind_of_import(source: str, rooms: set[str]) -> None:
    tree = ast.parse(source)
    assert {*imports(tree, ("isnad", "text")), *named(tree)} == rooms
