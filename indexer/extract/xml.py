"""XML of any vocabulary: prose as paragraphs, titles as headings, records as ``name: value`` lines."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Document, Note
from indexer.extract.html import read_html
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import Budget, Source
from indexer.extract.xml_walk import local, walk

_SKIPPED = frozenset(("script", "style", "binary", "thumbnail", "annotation"))
_TITLES = frozenset(("title", "head", "heading", "label", "h1", "h2", "h3", "subtitle", "shorttitle", "chaptitle"))
_PROSE = frozenset(("p", "para", "simpara", "text", "tspan", "description", "desc", "summary", "content", "abstract",
                    "li", "td", "th", "note", "comment", "body", "v", "string"))  # fmt: skip
_UNPARSED_ENTITY = re.compile(rb"<!ENTITY\s{1,20}[^\s%<>]{1,200}\s{1,20}(?:SYSTEM|PUBLIC)\b[^<>]{1,500}\bNDATA\b")
_LABELLED_CHARACTERS = 300
"""Characters of a value that is shown with the name of its element; longer ones are prose."""


def read_xml(source: Source, budget: Budget) -> Document:
    """Raises KnownError ``hostile``, ``too_large``, ``binary``. What is not well-formed is read as HTML is."""
    try:
        root = parse_xml(source.read(limits.XML_BYTES), allow_doctype=True)
    except KnownError as error:
        harmless = error.code == "hostile" and _names_pictures_only(source)
        if error.code != "damaged" and not harmless:
            raise
        document = read_html(source, budget)
        if harmless:
            return document
        document.notes.append(Note("partial", "Its XML is not well-formed; what looks like text was kept."))
        return document
    if local(str(root.tag)).lower() == "html":
        return read_html(source, budget)
    document = Document()
    document.blocks = blocks = Blocks(budget)
    _add_elements(blocks, root)
    document.title = next((block.text for block in blocks if block.kind == "heading"), None)
    return document


def _names_pictures_only(source: Source) -> bool:
    """True when all entities declared are names of files that no parser puts into the text."""
    data = source.read(limits.XML_BYTES)
    return data.count(b"<!ENTITY") == len(_UNPARSED_ENTITY.findall(data)) > 0


def _add_elements(blocks: Blocks, root: Element) -> None:
    """Records are gathered until prose, a heading or the end of their parent."""
    records: list[str] = []
    depth = 0
    within: Element | None = None
    for begins, name, element in walk(root, _SKIPPED):
        depth += 1 if begins else -1
        if blocks.full:
            return
        if not begins:
            if element is within:
                within = None
            elif within is None and len(element):
                blocks.add("\n".join(records), "list")
                records = []
            continue
        if within is not None or not _holds_text(element):
            if within is None and not len(element):
                records.extend(_attributes(name, element))
            continue
        within = element
        text = flat("".join(element.itertext()))
        if name.lower() in _TITLES:
            blocks.add("\n".join(records), "list")
            records = []
            blocks.add(text, "heading", depth)
        elif len(text) > _LABELLED_CHARACTERS or name.lower() in _PROSE or len(element):
            blocks.add("\n".join(records), "list")
            records = []
            blocks.add(text)
        else:
            records.append(f"{name}: {text}")
    blocks.add("\n".join(records), "list")


def _holds_text(element: Element) -> bool:
    """True when the element has text of its own, so that its children are part of a sentence."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _attributes(name: str, element: Element) -> list[str]:
    shown = [value for value in element.attrib.values() if any(c.isalpha() for c in value) and "://" not in value]
    return [f"{name}: {', '.join(shown)}"] if shown else []
