"""PowerPoint (pptx, pptm, ppsx): slides in their order with titles, tables, charts, diagrams, notes and comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import Document, Note
from indexer.extract.ooxml import Package, drawing_text
from indexer.extract.picture_inside import Gallery
from indexer.extract.source import Budget, Source, open_zip
from indexer.extract.xml_walk import attribute, find_all, walk

_SKIPPED = frozenset(
    ("Fallback", "rPr", "pPr", "endParaRPr", "lstStyle", "bodyPr", "spPr", "tblPr", "tcPr", "custDataLst")
)
_REPEATED = frozenset(("sldNum", "dt", "ftr", "hdr", "sldImg"))
"""Placeholders that say the same on every slide."""
_TITLES = frozenset(("title", "ctrTitle"))


@dataclass(slots=True)
class _Shape:
    placeholder: str = ""
    lines: list[str] = field(default_factory=list)


def read_pptx(source: Source, budget: Budget) -> Document:
    """Locator ``slide`` (from 1). Raises KnownError ``damaged``, ``hostile``, ``too_large``."""
    document = Document()
    document.blocks = blocks = Blocks(budget)
    with open_zip(source, budget) as archive:
        package = Package(archive, document)
        package.read_properties()
        main = package.main_part("ppt/presentation.xml")
        relations = package.relations(main)
        root = package.tree(main)
        ids = [_relation_id(element) for element in find_all(root, "sldId")]
        slides = [relations[i].target for i in ids if i in relations]
        document.pages = len(slides)
        gallery = Gallery(document)
        for number, name in enumerate(slides, start=1):
            if budget.full:
                break
            try:
                title = _add_slide(package, blocks, name, number)
                package.add_pictures(gallery, name, {"slide": number})
            except KnownError as error:
                if error.code != "damaged":
                    raise
                document.notes.append(Note("partial", f"Slide {number}: {error.message}"))
                continue
            document.title = document.title or title
    return document


def _relation_id(element: Element) -> str:
    # A slide also has an id of its own, without a namespace.
    return next((value for key, value in element.attrib.items() if key.startswith("{") and key.endswith("}id")), "")


def _add_slide(package: Package, blocks: Blocks, name: str, number: int) -> str | None:
    locator = {"slide": number}
    shapes, tables = _shapes(package.tree(name))
    title = next((flat(" ".join(shape.lines)) for shape in shapes if shape.placeholder in _TITLES), "")
    blocks.add(title, "heading", 1, locator)
    for shape in shapes:
        text = "\n".join(shape.lines)
        if shape.placeholder not in _REPEATED and not (shape.placeholder in _TITLES and flat(text) == title):
            blocks.add(text, "list" if len(shape.lines) > 1 else "paragraph", locator=locator)
    for rows in tables:
        blocks.add(table_text(rows), "table", locator=locator)
    for relation in package.relations(name).values():
        if relation.kind not in ("chart", "diagramData", "notesSlide", "comments"):
            continue
        root = package.optional_tree(relation.target)
        if root is None:
            continue
        if relation.kind in ("chart", "diagramData"):
            blocks.add("\n".join(drawing_text(root)), "list", locator=locator)
        elif relation.kind == "notesSlide":
            for shape in _shapes(root)[0]:
                if shape.placeholder not in _REPEATED:
                    blocks.add("\n".join(shape.lines), locator=locator)
        else:
            for comment in _comments(root):
                blocks.add(f"Comment: {comment}", locator=locator)
    return title or None


def _comments(root: Element) -> list[str]:
    # The old form has a ``text`` element; the threaded one has paragraphs as in a shape.
    plain = ["".join(element.itertext()) for element in find_all(root, "text")]
    threaded = ["".join(element.itertext()) for element in find_all(root, "txBody")]
    return [text for text in plain + threaded if text.strip()]


def _shapes(root: Element) -> tuple[list[_Shape], list[list[list[str]]]]:
    """The shapes with text, and the tables as rows of cells, of a slide or a notes page."""
    shapes: list[_Shape] = []
    tables: list[list[list[str]]] = []
    shape = _Shape()
    line: list[str] = []
    cell: list[str] | None = None
    field_type = ""
    for begins, name, element in walk(root, _SKIPPED):
        if begins:
            if name in ("sp", "cxnSp", "pic", "graphicFrame"):
                shape = _Shape()
                shapes.append(shape)
            elif name == "ph":
                shape.placeholder = element.get("type", "body")
            elif name == "tbl":
                tables.append([])
            elif name == "tr" and tables:
                tables[-1].append([])
            elif name == "tc":
                cell = []
            elif name == "fld":
                field_type = element.get("type", "")
            elif name == "t" and field_type != "slidenum":
                line.append(element.text or "")
            elif name == "br":
                line.append("\n")
            elif name == "cNvPr":
                alt = attribute(element, "descr")
                if alt:
                    shape.lines.append(alt)
        elif name == "fld":
            field_type = ""
        elif name == "p":
            text = "".join(line).strip()
            line = []
            if text:
                (shape.lines if cell is None else cell).append(text)
        elif name == "tc" and cell is not None:
            if tables and tables[-1]:
                tables[-1][-1].append(" ".join(cell))
            cell = None
    return [shape for shape in shapes if shape.lines], tables
