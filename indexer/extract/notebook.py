"""Jupyter notebooks (nbformat 3 and 4): Markdown, code and the text of small outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks
from indexer.extract.document import Document
from indexer.extract.encoding import decode
from indexer.extract.markdown import add_markdown
from indexer.extract.source import Budget, Source

_OUTPUT_CHARACTERS = 2_000
"""Characters of one output; longer ones are logs and dumps."""


def read_ipynb(source: Source, budget: Budget) -> Document:
    """Locator ``cell``: its number from 1, as text. Raises KnownError ``damaged``, ``binary``, ``too_large``."""
    try:
        notebook = json.loads(decode(source.read(limits.DOCUMENT_BYTES)), parse_int=str)
    except (ValueError, RecursionError) as error:
        raise KnownError("damaged", "It is not a complete notebook.") from error
    document = Document()
    document.blocks = blocks = Blocks(budget)
    for number, cell in enumerate(_cells(notebook), start=1):
        if blocks.full:
            break
        locator: dict[str, int | str] = {"cell": str(number)}
        text = _joined(cell.get("source", cell.get("input")))
        kind = cell.get("cell_type")
        if kind == "markdown":
            add_markdown(blocks, text.split("\n"), locator)
        elif kind == "heading":
            level = str(cell.get("level", "1"))
            blocks.add(text, "heading", int(level) if level in "123456" else 1, locator)
        else:
            blocks.add(text, "code" if kind == "code" else "paragraph", locator=locator)
        for output in _outputs(cell):
            blocks.add(output, "code", locator=locator)
    document.title = next((block.text for block in blocks if block.kind == "heading"), None)
    return document


def _cells(notebook: object) -> Iterator[dict[str, object]]:
    if not isinstance(notebook, dict):
        raise KnownError("damaged", "It is not a notebook.")
    sheets = notebook.get("worksheets")
    holders = [notebook, *(sheets if isinstance(sheets, list) else [])]
    for holder in holders:
        cells = holder.get("cells") if isinstance(holder, dict) else None
        yield from (cell for cell in (cells if isinstance(cells, list) else []) if isinstance(cell, dict))


def _outputs(cell: dict[str, object]) -> Iterator[str]:
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else []:
        if not isinstance(output, dict):
            continue
        data = output.get("data")
        plain = data.get("text/plain") if isinstance(data, dict) else None
        text = _joined(output.get("text") or plain)
        if output.get("ename"):
            text = f"{output['ename']}: {_joined(output.get('evalue'))}"
        if len(text) <= _OUTPUT_CHARACTERS:
            yield text


def _joined(value: object) -> str:
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""
