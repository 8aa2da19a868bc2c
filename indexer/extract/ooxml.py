"""What Word, PowerPoint and Excel files have in common: packages, relations, properties, drawings (ECMA-376)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract.blocks import flat
from indexer.extract.document import Document, Locator, Note
from indexer.extract.picture_inside import Gallery
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import SafeZip
from indexer.extract.xml_walk import text_of, walk

# Titles that programs fill in by themselves.
_NO_TITLES = frozenset(
    ("powerpoint presentation", "powerpoint-präsentation", "présentation powerpoint", "presentation", "slide 1",
     "untitled", "word document", "document", "microsoft word document", "title", "blank", "pptx", "docx")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind`` is the last part of the relation's type, such as ``slide``; ``target`` a member's name."""

    kind: str
    target: str


class Package:
    """An open OOXML file: parts as trees, found by relations. Parts that cannot be read become notes."""

    def __init__(self, archive: SafeZip, document: Document) -> None:
        self._archive = archive
        self._document = document
        # Names are compared without regard to case: writers do not agree.
        self._names = {name.lower(): name for name in archive.names()}

    def add_pictures(self, gallery: Gallery, part: str, locator: Locator | None = None) -> None:
        """Add the pictures ``part`` shows, at ``locator``; at their own names where it is None."""
        for relation in self.relations(part).values():
            name = self._names.get(relation.target.lower())
            if relation.kind == "image" and name is not None and gallery.wants(name):
                try:
                    gallery.add_file(name, self._archive.read(name), locator or {"member": name})
                except KnownError as error:
                    if error.code not in ("damaged", "too_large"):
                        raise
                    self._document.notes.append(Note("partial", f"{name}: {error.message}"))

    def names(self) -> list[str]:
        return list(self._names.values())

    def main_part(self, fallback: str) -> str:
        """The name of the main document part."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.lower() in self._names:
                return relation.target
        return fallback

    def tree(self, name: str) -> Element:
        """The part's root. Raises KnownError as ``SafeZip.read`` and ``parse_xml`` do."""
        return parse_xml(self._archive.read(self._names.get(name.lower(), name)))

    def optional_tree(self, name: str) -> Element | None:
        """The part's root, None when it is not there; a broken part is noted, a hostile one is raised."""
        if name.lower() not in self._names:
            return None
        try:
            return self.tree(name)
        except KnownError as error:
            if error.code not in ("damaged", "too_large"):
                raise
            self._document.notes.append(Note("partial", f"{name}: {error.message}"))
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """Relations inside the package from ``part`` (from the package itself when empty), by their id."""
        folder, base = posixpath.split(part)
        root = self.optional_tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            target = element.get("Target", "")
            if element.get("TargetMode") != "External" and target:
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], path)
        return found

    def read_properties(self) -> None:
        """Put title, author and date of the core properties on the document."""
        name = next((r.target for r in self.relations("").values() if r.kind == "core-properties"), "docProps/core.xml")
        root = self.optional_tree(name)
        if root is None:
            return
        title = flat(text_of(root, "title"))
        self._document.title = title if title and title.lower() not in _NO_TITLES else None
        self._document.author = flat(text_of(root, "creator")) or None
        self._document.created = text_of(root, "created")[:10] or None


def drawing_text(root: Element) -> list[str]:
    """Lines of a chart (its title, names of series and categories), a diagram (its boxes) or a sheet's comments."""
    lines: list[str] = []
    current: list[str] = []
    for begins, name, element in walk(root, frozenset({"numCache", "numLit", "externalData", "authors"})):
        if begins and name in ("t", "v", "text"):
            current.append(element.text or "")
        elif not begins and name in ("p", "v", "text"):
            lines.append("".join(current))
            current = []
    return list(dict.fromkeys(filter(None, map(flat, lines))))
