"""OpenDocument (odt, ods, odp, odg and the flat forms): text, sheets, slides, notes, comments (ISO/IEC 26300)."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import Document, Note
from indexer.extract.picture_inside import Gallery
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import Budget, SafeZip, Source, open_zip
from indexer.extract.xlsx import letters
from indexer.extract.xml_walk import attribute, find_all, text_of, walk

_SKIPPED = frozenset(
    ("tracked-changes", "note-citation", "binary-data", "scripts", "font-face-decls", "automatic-styles", "styles",
     "master-styles", "settings", "meta", "forms", "index-title-template", "sequence-decls", "event-listeners",
     "thumbnail", "creator-initials", "label-ranges")
)  # fmt: skip
_UNSHOWN = frozenset(("tracked-changes", "styles", "master-styles", "automatic-styles"))
_REPEATS = 20
"""Times a cell with text is repeated at most; empty ones only move the place."""
_LAYOUT_CELL = 400
"""Characters of a table cell beyond which the table is taken for a way to lay out a page."""


@dataclass(slots=True)
class _Table:
    name: str
    row: int = 1
    first_row: int = 0
    rows: list[list[str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def read_odf(source: Source, budget: Budget) -> Document:
    """Locators: ``section`` (text), ``sheet`` and ``cell``, ``slide`` (from 1); of views, ``member`` or ``slide``.

    Raises KnownError ``encrypted``, ``damaged``, ``hostile``, ``too_large``.
    """
    document = Document()
    if source.head(2) == b"PK":
        with open_zip(source, budget) as archive:
            names = archive.names()
            if "META-INF/manifest.xml" in names:
                manifest = archive.read("META-INF/manifest.xml")
                if b"encryption-data" in manifest:
                    raise KnownError("encrypted", "Save a copy without a password to have it found by its content.")
            root = parse_xml(archive.read("content.xml"), allow_doctype=True)
            meta = parse_xml(archive.read("meta.xml"), allow_doctype=True) if "meta.xml" in names else None
            _add_pictures(document, archive, root)
    else:
        root = meta = parse_xml(source.read(limits.XML_BYTES), allow_doctype=True)
    if meta is not None:
        _read_meta(document, meta)
    reader = _Reader(Blocks(budget))
    reader.read(root)
    document.blocks = reader.blocks
    document.pages = reader.slide or None
    document.title = document.title or reader.title
    return document


def _add_pictures(document: Document, archive: SafeZip, root: Element) -> None:
    """Views of the pictures shown: at their slide, else under their own names."""
    gallery, names, slide = Gallery(document), frozenset(archive.names()), 0
    for begins, name, element in walk(root, _UNSHOWN):
        if begins and name == "page":
            slide += 1
        path = (attribute(element, "href") or "").removeprefix("./") if begins and name == "image" else ""
        if path in names and gallery.wants(path):
            try:
                gallery.add_file(path, archive.read(path), {"slide": slide} if slide else {"member": path})
            except KnownError as error:
                if error.code not in ("damaged", "encrypted", "too_large"):
                    raise
                document.notes.append(Note("partial", f"{path}: {error.message}"))


def _read_meta(document: Document, root: Element) -> None:
    meta = next(find_all(root, "meta"), None)
    if meta is None:
        return
    document.title = flat(text_of(meta, "title")) or None
    document.author = flat(text_of(meta, "initial-creator") or text_of(meta, "creator")) or None
    document.created = text_of(meta, "creation-date")[:10] or None


class _Reader:
    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.title: str | None = None
        self.slide = 0
        self._section = ""
        self._sheets = False
        self._paragraphs: list[list[str]] = []
        self._tables: list[_Table] = []
        self._lists = 0
        self._title_frame = False

    def read(self, root: Element) -> None:
        for begins, name, element in walk(root, _SKIPPED):
            if begins:
                self._begin(name, element)
            else:
                self._end(name, element)
            if self.blocks.full:
                return

    def _begin(self, name: str, element: Element) -> None:
        if name in ("p", "h"):
            self._paragraphs.append([element.text or ""])
        elif name == "table":
            self._tables.append(_Table(attribute(element, "name") or ""))
            if self._sheets and len(self._tables) == 1:
                self.blocks.add(self._tables[0].name, "heading", 1, {"sheet": self._tables[0].name, "cell": "A1"})
        elif name == "table-cell" or name == "covered-table-cell":
            if self._tables:
                self._tables[-1].lines = []
        elif name == "spreadsheet":
            self._sheets = True
        elif name == "page":
            self.slide += 1
        elif name == "list":
            self._lists += 1
        elif name == "frame":
            self._title_frame = attribute(element, "class") == "title"
        elif self._paragraphs:
            self._in_paragraph(name, element)

    def _in_paragraph(self, name: str, element: Element) -> None:
        text = self._paragraphs[-1]
        if name == "s":
            count = attribute(element, "c") or "1"
            text.append(" " * min(int(count), 20) if count.isdigit() else " ")
        elif name == "tab":
            text.append("\t")
        elif name == "line-break":
            text.append("\n")
        elif element.text and name not in ("creator", "date", "author-name"):
            text.append(element.text)

    def _end(self, name: str, element: Element) -> None:
        if name in ("p", "h") and self._paragraphs:
            self._end_paragraph(name, element, "".join(self._paragraphs.pop()).strip())
        elif name == "list":
            self._lists -= 1
        elif name == "frame":
            self._title_frame = False
        elif self._tables:
            if name in ("table-cell", "covered-table-cell"):
                self._end_cell(self._tables[-1], element)
            elif name == "table-row":
                self._end_row(self._tables[-1], element)
            elif name == "table":
                self._end_run(self._tables[-1])
                self._tables.pop()
        # What follows an element inside a paragraph still belongs to that paragraph.
        if self._paragraphs and element.tail:
            self._paragraphs[-1].append(element.tail)

    def _end_paragraph(self, name: str, element: Element, text: str) -> None:
        if not text:
            return
        if self._tables:
            self._tables[-1].lines.append(text)
        elif name == "h" or self._title_frame:
            level = attribute(element, "outline-level") or "1"
            self._section = "" if self.slide else flat(text)[:120]
            self.title = self.title or flat(text)
            self.blocks.add(flat(text), "heading", int(level) if level.isdigit() else 1, self._locator())
        elif self._lists:
            self.blocks.add(f"- {text}", "list", locator=self._locator())
        else:
            self.blocks.add(text, locator=self._locator())

    def _end_cell(self, table: _Table, element: Element) -> None:
        text = "\n".join(table.lines) or self._value(element)
        table.lines = []
        repeat = _count(element, "number-columns-repeated")
        if text:
            table.cells.extend([text] * min(repeat, _REPEATS))
        elif len(table.cells) < limits.SHEET_COLUMNS:
            table.cells.extend([""] * min(repeat, limits.SHEET_COLUMNS - len(table.cells)))

    def _value(self, element: Element) -> str:
        return attribute(element, "date-value") or attribute(element, "value") or ""

    def _end_row(self, table: _Table, element: Element) -> None:
        repeat = _count(element, "number-rows-repeated")
        if not any(table.cells):
            self._end_run(table)
        elif len(table.rows) < limits.SHEET_ROWS:
            if not table.rows:
                table.first_row = table.row
            table.rows.extend([table.cells] * min(repeat, _REPEATS))
        table.cells = []
        table.row += repeat

    def _end_run(self, table: _Table) -> None:
        """Add the rows gathered so far; in a sheet an empty row ends them, so that cells keep their places."""
        rows, table.rows = table.rows, []
        if not rows:
            return
        if len(self._tables) > 1:
            self._tables[-2].lines.append(table_text(rows))
        elif self._sheets:
            left = min(next(i for i, cell in enumerate(row) if cell) for row in rows)
            cell = f"{letters(left + 1)}{table.first_row}"
            self.blocks.add(
                table_text(row[left:] for row in rows), "table", locator={"sheet": table.name, "cell": cell}
            )
        elif all(len(row) < 2 for row in rows) or any(len(cell) > _LAYOUT_CELL for row in rows for cell in row):
            for text in (cell for row in rows for cell in row):
                self.blocks.add(text, locator=self._locator())
        else:
            self.blocks.add(table_text(rows), "table", locator=self._locator())

    def _locator(self) -> dict[str, int | str]:
        if self.slide:
            return {"slide": self.slide}
        return {"section": self._section} if self._section else {}


def _count(element: Element, name: str) -> int:
    value = attribute(element, name) or "1"
    return max(1, int(value)) if value.isdigit() and len(value) < 10 else 1
