"""Excel (xlsx, xlsm, xlsb, xls) through calamine: sheets as tables, values as people see them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import ExitStack

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks, table_text
from indexer.extract.document import Document, Note
from indexer.extract.ooxml import Package, drawing_text
from indexer.extract.source import Budget, SafeZip, Source, open_zip

_CELLS = 20_000_000
"""Cells from a sheet's first used one to its last; calamine holds them all in memory, empty ones too."""
_CELL = re.compile(rb"<(?:\w+:)?c [^>]{0,200}?\br=\"([A-Z]{1,4})(\d{1,9})\"")
_DRAWINGS = ("xl/drawings/drawing", "xl/charts/chart", "xl/diagrams/data", "xl/comments", "xl/threadedcomments/")
_ENCRYPTED = "Save a copy without a password to have it found by its content."


def read_xlsx(source: Source, budget: Budget) -> Document:
    """A heading for each sheet and a table for each run of rows without an empty one. Locators ``sheet``, ``cell``.
    Text of drawings, charts and comments comes last, without a locator.

    Raises KnownError ``encrypted``, ``damaged``, ``hostile``, ``too_large``.
    """
    document = Document()
    document.blocks = blocks = Blocks(budget)
    with ExitStack() as stack:
        package = None
        if source.head(2) == b"PK":
            archive = stack.enter_context(open_zip(source, budget))
            _check_sizes(archive)
            package = Package(archive, document)
            package.read_properties()
        _add_sheets(source, document, blocks)
        if package is not None:
            _add_drawings(package, blocks)
    return document


def _add_sheets(source: Source, document: Document, blocks: Blocks) -> None:
    try:
        with source.open() as stream, CalamineWorkbook.from_filelike(stream) as workbook:
            for name in workbook.sheet_names:
                if blocks.full:
                    break
                try:
                    _add_sheet(document, blocks, workbook, name)
                except CalamineError as error:
                    document.notes.append(Note("partial", f"The sheet {name} could not be read ({error})."))
    except PasswordError as error:
        raise KnownError("encrypted", _ENCRYPTED) from error
    except CalamineError as error:
        raise KnownError("damaged", "It is not a complete workbook.") from error
    except BaseException as error:
        # A panic of calamine is not an Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise KnownError("damaged", "It is not a complete workbook.") from None


def _check_sizes(archive: SafeZip) -> None:
    """calamine unpacks without limits, so everything it will read is counted first."""
    for name in archive.names():
        lowered = name.lower()
        if not lowered.startswith("xl/") or not lowered.endswith((".xml", ".bin", ".rels")):
            continue
        data = archive.read(name)
        if "/worksheets/" not in lowered or not lowered.endswith(".xml"):
            continue
        cells = [(_column(match[1]), int(match[2])) for match in _CELL.finditer(data)]
        if cells:
            width, height = (max(numbers) - min(numbers) + 1 for numbers in zip(*cells, strict=True))
            if width * height > _CELLS:
                raise KnownError("too_large", f"One of its sheets spans more than {_CELLS // 1_000_000} million cells.")


def _add_drawings(package: Package, blocks: Blocks) -> None:
    for name in package.names():
        if blocks.full:
            return
        if name.lower().startswith(_DRAWINGS) and name.lower().endswith(".xml"):
            root = package.optional_tree(name)
            if root is not None:
                blocks.add("\n".join(drawing_text(root)), "list")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def letters(column: int) -> str:
    """A column (from 1) as ``A``, ``B``, ``AA``."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _add_sheet(document: Document, blocks: Blocks, workbook: CalamineWorkbook, name: str) -> None:
    sheet = workbook.get_sheet_by_name(name)
    start = sheet.start
    if start is None:
        return
    if sheet.height > limits.SHEET_ROWS or sheet.width > limits.SHEET_COLUMNS:
        document.notes.append(Note("cut_short", f"Only the first rows and columns of the sheet {name} were read."))
    blocks.add(name, "heading", 1, {"sheet": name, "cell": f"{letters(start[1] + 1)}{start[0] + 1}"})
    found = sheet.to_python(skip_empty_area=True, nrows=limits.SHEET_ROWS)
    rows = [[_shown(value) for value in row[: limits.SHEET_COLUMNS]] for row in found]
    for first, run in _runs(rows):
        if blocks.full:
            return
        left = min(next(i for i, cell in enumerate(row) if cell) for row in run)
        cell = f"{letters(start[1] + left + 1)}{start[0] + first + 1}"
        blocks.add(table_text(row[left:] for row in run), "table", locator={"sheet": name, "cell": cell})


def _runs(rows: list[list[str]]) -> Iterator[tuple[int, list[list[str]]]]:
    """(number of the first row, rows) for every run of rows without an empty one."""
    first = 0
    run: list[list[str]] = []
    for number, row in enumerate(rows):
        if any(row):
            if not run:
                first = number
            run.append(row)
        elif run:
            yield first, run
            run = []
    if run:
        yield first, run


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return format(value, ".0f") if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds")
    return str(value).strip()
