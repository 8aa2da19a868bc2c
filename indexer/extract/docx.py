"""Word (docx, docm, dotx): body, tables, text boxes, notes, comments, headers and footers; no deleted text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import Document, Note
from indexer.extract.ooxml import Package, drawing_text
from indexer.extract.picture_inside import Gallery
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, SafeZip, Source, open_zip
from indexer.extract.xml_walk import attribute, find_all, local, walk

_SKIPPED = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "sectPr", "tabs", "rPr", "pPrChange",
     "rPrChange", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "binData", "ctrlPr")
)  # fmt: skip
_HEADING_NAME = re.compile(r"heading ?([1-9])")
_NOTE_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_LAYOUT_CELL = 400
"""Characters of a table cell beyond which the table is taken for a way to lay out a page."""
_STYLE_CHAIN = 20


@dataclass(frozen=True, slots=True)
class _Style:
    level: int
    is_list: bool
    parent: str


@dataclass(slots=True)
class _Paragraph:
    text: list[str] = field(default_factory=list)
    level: int = 0
    is_list: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[list[list[str]]] = field(default_factory=list)


def read_docx(source: Source, budget: Budget) -> Document:
    """Locator ``section``: the nearest heading above; of views, ``member``.

    Raises KnownError ``damaged``, ``hostile``, ``too_large``.
    """
    document = Document()
    document.blocks = blocks = Blocks(budget)
    with open_zip(source, budget) as archive:
        package = Package(archive, document)
        package.read_properties()
        main = package.main_part("word/document.xml")
        relations = package.relations(main).values()
        by_kind: dict[str, list[str]] = {}
        for relation in relations:
            by_kind.setdefault(relation.kind, []).append(relation.target)
        reader = _Reader(blocks, _styles(package, by_kind.get("styles", [])))
        reader.read(package.tree(main))
        for kind in ("footnotes", "endnotes", "comments", "header", "footer"):
            for name in dict.fromkeys(by_kind.get(kind, [])):
                root = package.optional_tree(name)
                if root is not None:
                    reader.read_aside(root, "Comment: " if kind == "comments" else "")
        for kind in ("chart", "diagramData"):
            for name in dict.fromkeys(by_kind.get(kind, [])):
                root = package.optional_tree(name)
                if root is not None:
                    blocks.add("\n".join(drawing_text(root)), "list")
        for name in by_kind.get("aFChunk", []):
            _add_embedded(document, archive, name, budget)
        package.add_pictures(Gallery(document), main)
    document.title = document.title or reader.title
    return document


def _add_embedded(document: Document, archive: SafeZip, name: str, budget: Budget) -> None:
    """Add a part that is a document of another kind (HTML, RTF, mail archive) which Word shows as its own text."""
    try:
        part = read_any(Source.of_bytes(name, archive.read(name)), budget.deeper())
    except KnownError as error:
        document.notes.append(Note("partial", f"{name}: {error.message}"))
        return
    document.blocks.extend(replace(block, locator={}) for block in part.blocks)
    document.notes.extend(part.notes)


def _styles(package: Package, names: list[str]) -> dict[str, _Style]:
    styles: dict[str, _Style] = {}
    root = package.optional_tree(names[0] if names else "word/styles.xml")
    for element in find_all(root, "style") if root is not None else ():
        name, parent, level, is_list = "", "", 0, False
        for child in element.iter():
            tag = local(child.tag)
            value = attribute(child, "val") or ""
            if tag == "name":
                name = value.lower()
            elif tag == "basedOn":
                parent = value
            elif tag == "outlineLvl" and value.isdigit() and int(value) < 9:
                level = int(value) + 1
            elif tag == "numPr":
                is_list = True
        match = _HEADING_NAME.fullmatch(name)
        level = int(match[1]) if match else {"title": 1, "subtitle": 2}.get(name, level)
        styles[attribute(element, "styleId") or ""] = _Style(level, is_list or name.startswith("list "), parent)
    return styles


class _Reader:
    def __init__(self, blocks: Blocks, styles: dict[str, _Style]) -> None:
        self.title: str | None = None
        self._blocks = blocks
        self._styles = styles
        self._section = ""
        self._seen_asides: set[str] = set()
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[_Table] = []

    def read(self, root: Element) -> None:
        """Add the blocks of a body. Text boxes come before the paragraph they are anchored in."""
        self._paragraphs, self._tables = [], []
        for begins, name, element in walk(root, _SKIPPED):
            if begins:
                self._begin(name, element)
            else:
                self._end(name)
            if self._blocks.full:
                return

    def read_aside(self, root: Element, prefix: str) -> None:
        """Add notes, comments, a header or a footer as paragraphs, each text once."""
        notes = [e for e in root if local(e.tag) in ("footnote", "endnote", "comment")] or [root]
        for note in notes:
            if attribute(note, "type") in _NOTE_SEPARATORS:
                continue
            own = Blocks(self._blocks.budget)
            inner = _Reader(own, {})
            inner.read(note)
            text = "\n".join(block.text for block in own)
            # A footer that is only a page number says nothing.
            if text and not text.isdigit() and text not in self._seen_asides:
                self._seen_asides.add(text)
                self._blocks.add(prefix + text, locator=self._locator())

    def _begin(self, name: str, element: Element) -> None:
        if name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "tbl":
            self._tables.append(_Table())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif name == "tc" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])
        elif self._paragraphs:
            self._in_paragraph(self._paragraphs[-1], name, element)

    def _in_paragraph(self, paragraph: _Paragraph, name: str, element: Element) -> None:
        if name == "t":
            paragraph.text.append(element.text or "")
        elif name in ("tab", "ptab"):
            paragraph.text.append("\t")
        elif name in ("br", "cr"):
            paragraph.text.append("\n")
        elif name == "noBreakHyphen":
            paragraph.text.append("-")
        elif name == "pStyle":
            self._apply_style(paragraph, attribute(element, "val") or "")
        elif name == "numPr":
            paragraph.is_list = True
        elif name == "outlineLvl":
            value = attribute(element, "val") or ""
            paragraph.level = int(value) + 1 if value.isdigit() and int(value) < 9 else 0
        elif name == "docPr":
            paragraph.text.append(f" {attribute(element, 'descr') or ''} ")

    def _apply_style(self, paragraph: _Paragraph, name: str) -> None:
        if name not in self._styles:
            match = _HEADING_NAME.fullmatch(name.lower())
            paragraph.level = int(match[1]) if match else 0
            return
        for _ in range(_STYLE_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            paragraph.level = paragraph.level or style.level
            paragraph.is_list = paragraph.is_list or style.is_list
            name = style.parent

    def _end(self, name: str) -> None:
        if name == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "tbl" and self._tables:
            self._end_table(self._tables.pop())

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.text).strip()
        if not text:
            return
        if self._tables:
            if self._tables[-1].rows and self._tables[-1].rows[-1]:
                self._tables[-1].rows[-1][-1].append(text)
        elif paragraph.level:
            self._section = flat(text)[:120]
            self.title = self.title or self._section
            self._blocks.add(flat(text), "heading", paragraph.level, self._locator())
        elif paragraph.is_list:
            self._blocks.add(f"- {text}", "list", locator=self._locator())
        else:
            self._blocks.add(text, locator=self._locator())

    def _end_table(self, table: _Table) -> None:
        rows = [["\n".join(cell) for cell in row] for row in table.rows]
        rows = [row for row in rows if any(row)]
        if self._tables:
            # A table inside a cell: its rows are lines of that cell.
            outer = self._tables[-1].rows
            if outer and outer[-1] and rows:
                outer[-1][-1].append(table_text(rows))
        elif all(len(row) < 2 for row in rows) or any(len(cell) > _LAYOUT_CELL for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    self._blocks.add(cell, locator=self._locator())
        else:
            self._blocks.add(table_text(rows), "table", locator=self._locator())

    def _locator(self) -> dict[str, int | str]:
        return {"section": self._section} if self._section else {}
