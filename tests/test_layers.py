"""Who may import whom, as drawn in docs/architecture.md."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("app", "indexer", "models")

PLAN = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LIGHT_MODELS = set(re.findall(r"`(\w+)`", PLAN.partition("imports of `models` only")[2].partition("and never")[0]))
FOR_THE_WINDOW = {
    "indexer": {"answers", "client", "errors", "face", "paths", "protocol", "query", "reports", "runtime",
                "settings"},
    "models": {"catalogue", "image_catalogue"},
}
THE_COMMAND = "app.__main__"
"""Hands what is not for the window to the command line."""
FORBIDDEN = {
    "models": {"indexer", "app", "PySide6"},
    "indexer": {"app", "PySide6", "torch", "llama_cpp", "open_clip", "onnxruntime"},
    "app": {"apsw", "sqlite3", "torch", "llama_cpp", "open_clip", "onnxruntime"},
}


def drawn() -> dict[str, int]:
    """Rooms of the engine by the number of their line; each may import the lines above it."""
    block = PLAN.partition("Inside `indexer`, each line may import those above it:")[2].split("```")[1]
    lines = re.sub(r"\(.*?\)", "", block).strip().splitlines()
    return {room: level for level, line in enumerate(lines) for room in re.split(r"[,\s]+", line.strip())}


LEVEL = drawn()


def imports(source: str, module: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, relative imports resolved, wherever it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # "from indexer import store" imports a module too, so each name is taken as one.
            yield from ((node.lineno, f"{base}.{name.name}") for name in node.names)


def offences(source: str, module: str, where: str) -> list[str]:
    """Each import of ``module`` (``indexer.store.files``) that crosses a line, as ``file:line: reason``."""
    package, _, rest = module.partition(".")
    room = rest.split(".")[0]
    found = []
    for line, name in imports(source, module):
        top, _, inner = name.partition(".")
        target = inner.split(".")[0]
        reason = None
        if top in FORBIDDEN[package]:
            reason = f"{package} must not import {top}"
        elif package == "app" and top in FOR_THE_WINDOW and target not in FOR_THE_WINDOW[top]:
            if (module, name.split(".")[:2]) != (THE_COMMAND, ["indexer", "cli"]):
                rooms = ", ".join(sorted(FOR_THE_WINDOW[top]))
                reason = f"app may import of {top} only {rooms}, not {target or 'all of it'}"
        elif package == "indexer" and top == "models" and target not in LIGHT_MODELS:
            reason = f"indexer may import of models only {', '.join(sorted(LIGHT_MODELS))}, not {target}"
        elif package == top == "indexer" and target in LEVEL and target != room and LEVEL[target] >= LEVEL[room]:
            reason = f"{room} must not import {target}: only what stands above it"
        if reason:
            found.append(f"{where}:{line}: {reason}")
    return found


def modules() -> list[tuple[str, Path]]:
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            # An __init__ keeps its name, so that a relative import in it resolves like one in its neighbours.
            found.append((".".join(parts), path))
    return found


def test_no_import_crosses_a_line() -> None:
    found = [
        offence
        for module, path in modules()
        for offence in offences(path.read_text(encoding="utf-8"), module, str(path.relative_to(ROOT)))
    ]
    assert not found, "\n" + "\n".join(found)


def test_every_room_of_the_engine_has_its_line() -> None:
    rooms = {module.split(".")[1] for module, _ in modules() if module.startswith("indexer.")} - {"__init__"}
    assert len(LEVEL) > 10
    assert {"base", "catalogue"} <= LIGHT_MODELS
    assert rooms <= set(LEVEL), f"not drawn in docs/architecture.md: {sorted(rooms - set(LEVEL))}"


@pytest.mark.parametrize(
    ("module", "source", "line"),
    [
        ("models.text", "import os\nfrom indexer.errors import KnownError\n", 2),
        ("models.text", "import app.window\n", 1),
        ("indexer.engine", "def late():\n    import llama_cpp\n", 2),
        ("indexer.engine", "from models.text import Backend\n", 1),
        ("indexer.engine", "from models import text\n", 1),
        ("indexer.store.files", "\nfrom indexer.scan import scan\n", 2),
        ("indexer.store.files", "from indexer import engine\n", 1),
        ("indexer.store.files", "from ..search import words\n", 1),
        ("indexer.store.__init__", "from ..search import words\n", 1),
        ("indexer.scan.walk", "from indexer.search import words\n", 1),
        ("indexer.store.chunks", "from indexer.extract.document import Passage\n", 1),
        ("indexer.errors", "from indexer.paths import display\n", 1),
        ("app.window", "import apsw\n", 1),
        ("app.window", "from indexer.client import Link\nfrom indexer.store import files\n", 2),
        ("app.window", "def late():\n    from indexer import engine\n", 2),
        ("app.pages.models", "\n\nimport models.store\n", 3),
        ("app.window", "import indexer\n", 1),
        ("app.start", "from indexer.cli import main\n", 1),
    ],
)
def test_an_import_across_a_line_is_found_where_it_stands(module: str, source: str, line: int) -> None:
    (offence,) = offences(source, module, "made_up.py")
    assert offence.startswith(f"made_up.py:{line}: ")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("indexer.scan.walk", "from indexer.scan.rules import Rules\nfrom indexer.store import files\nimport os\n"),
        ("indexer.engine", "from models import catalogue\nfrom models.base import ModelSpec\nimport numpy\n"),
        ("indexer.store.files", "from . import connection\nfrom ..errors import KnownError\n"),
        ("models.text", "import llama_cpp\nfrom models.base import ModelSpec\n"),
        ("app.window", "from indexer import paths\nfrom indexer.client import Link\nfrom models import catalogue\n"),
        ("app.__main__", "from indexer.cli import main\n"),
    ],
)
def test_what_is_allowed_is_let_through(module: str, source: str) -> None:
    assert offences(source, module, "made_up.py") == []


def test_the_engine_loads_without_a_model_runtime() -> None:
    code = (
        "import sys, indexer.engine; heavy = {'torch', 'llama_cpp', 'open_clip', 'onnxruntime', 'PySide6', 'gguf'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_rooms_of_the_window_are_drawn() -> None:
    assert FOR_THE_WINDOW["indexer"] <= set(LEVEL)
