"""Tables and trees kept as text: CSV and its kin, JSON and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from indexer.extract import limits
from indexer.extract.blocks import Blocks, table_text
from indexer.extract.document import Document
from indexer.extract.source import Budget, Source
from indexer.extract.text import add_text, load_text

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_FIELD_CHARACTERS = 100_000
"""Characters of one field: beyond that a quotation mark was never closed."""
_FLAT_ARRAY = 16
"""Numbers of an array that are kept; longer ones are coordinates, samples or vectors."""

csv.field_size_limit(_FIELD_CHARACTERS)


def read_csv(source: Source, budget: Budget) -> Document:
    """One table block; locator ``line`` is the record's number. Raises KnownError ``binary``."""
    document = Document()
    text = load_text(source, document)
    # Excel's own first line, which names the delimiter and is no record.
    first, _, rest = text.partition("\n")
    named = first[4] if first.startswith("sep=") and len(first.strip()) == 5 else ""
    if named:
        text = rest
    delimiter = named or _delimiter(text, source.name)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = list(csv.reader(text.splitlines(), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    document.blocks = blocks = Blocks(budget)
    blocks.add(table_text(rows), "table", locator={"line": 1})
    return document


def read_json(source: Source, budget: Budget) -> Document:
    """A line ``path: value`` for every value; a block for every element of the outermost level, or every line.

    What is not JSON (comments, a cut end, absurd nesting) is read as plain text. Raises KnownError ``binary``.
    """
    document = Document()
    text = load_text(source, document)
    document.blocks = blocks = Blocks(budget)
    whole = _parse(text)
    if whole is not None:
        for key, value in _elements(whole):
            if blocks.full:
                break
            blocks.add("\n".join(_flatten(key, value)), "list")
        return document
    lines = list(enumerate(text.split("\n"), start=1))
    head = [line for _, line in lines[:_SAMPLE_ROWS] if line.strip()]
    if sum(_parse(line) is not None for line in head) * 2 < len(head) or not head:
        add_text(blocks, lines)
        return document
    for number, line in lines:
        if blocks.full:
            break
        value = _parse(line)
        blocks.add(line if value is None else "\n".join(_flatten("", value)), "list", locator={"line": number})
    return document


def _delimiter(text: str, name: str) -> str:
    """The delimiter that cuts the first rows into the most even and numerous columns."""
    suffix = name.lower().rpartition(".")[2]
    likely = {"tsv": "\t", "tab": "\t", "psv": "|"}.get(suffix, ",")
    sample = text[: limits.KIB * 64].split("\n")[:_SAMPLE_ROWS]
    best, best_score = likely, 0.0
    for delimiter in sorted(_DELIMITERS, key=lambda d: d != likely):
        try:
            counts = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            continue
        width = max(counts, key=counts.count, default=1)
        score = counts.count(width) / len(counts) if counts and width > 1 else 0.0
        if score > best_score + 0.1:
            best, best_score = delimiter, score
    return best


def _parse(text: str) -> object | None:
    try:
        # Numbers stay as written: a number of a million digits would take minutes to convert.
        value: object = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    return value


def _elements(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from (("", item) for item in value)
    else:
        yield "", value


def _flatten(key: str, value: object) -> Iterator[str]:
    """Lines ``path: value`` in document order, without recursion."""
    stack: list[tuple[str, object, bool]] = [(key, value, False)]
    while stack:
        path, value, in_array = stack.pop()
        prefix = f"{path}: " if path else ""
        if isinstance(value, dict):
            if not value and path:
                yield path
            parts = [(f"{path}.{name}" if path else str(name), item, False) for name, item in value.items()]
            stack.extend(reversed(parts))
        elif isinstance(value, list):
            if all(not isinstance(item, dict | list) for item in value):
                numbers = in_array or len(value) > _FLAT_ARRAY
                kept = [_scalar(item) for item in value if not (numbers and _is_number(item))]
                if kept:
                    yield prefix + ", ".join(kept)
            else:
                stack.extend((path, item, True) for item in reversed(value))
        else:
            yield prefix + _scalar(value)


def _scalar(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value[:1] in "-0123456789" and value.replace("-", "").replace(".", "").isdigit()
