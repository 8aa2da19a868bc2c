"""EPUB 2 and 3: the chapters of the spine in reading order, through the HTML reader."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from indexer.errors import KnownError
from indexer.extract.blocks import flat
from indexer.extract.document import Document, Note
from indexer.extract.encoding import decode
from indexer.extract.html import parse_html
from indexer.extract.picture_inside import Gallery
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import Budget, SafeZip, Source, open_zip
from indexer.extract.xml_walk import attribute, find_all, text_of

# Fonts are scrambled in many books that anyone may read.
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXT_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_ENCRYPTION = "META-INF/encryption.xml"


def read_epub(source: Source, budget: Budget) -> Document:
    """Locator ``section``: the chapter's first heading, or its number in the spine; of views, ``member``.

    Raises KnownError ``encrypted`` (copy protection), ``damaged``, ``hostile``, ``too_large``.
    """
    document = Document()
    with open_zip(source, budget) as archive:
        names = archive.names()
        protected = _protected(archive) if _ENCRYPTION in names else frozenset()
        name = _package_name(archive)
        package = parse_xml(archive.read(name), allow_doctype=True)
        _read_metadata(document, package)
        chapters = _chapters(package, posixpath.dirname(name), frozenset(names))
        if chapters and all(chapter in protected for chapter in chapters):
            raise KnownError("encrypted", "The book is copy-protected; only its own reading program can open it.")
        for number, chapter in enumerate(chapters, start=1):
            if budget.full:
                break
            try:
                text = decode(archive.read(chapter))
            except KnownError as error:
                if error.code not in ("damaged", "binary", "encrypted"):
                    raise
                document.notes.append(Note("partial", f"{chapter}: {error.message}"))
                continue
            _add_chapter(document, text, number, budget)
        _add_pictures(document, archive, package, posixpath.dirname(name), protected)
    return document


def _add_pictures(
    document: Document, archive: SafeZip, package: Element, folder: str, protected: frozenset[str]
) -> None:
    gallery, names = Gallery(document), frozenset(archive.names())
    for path, media_type in _manifest(package, folder).values():
        if media_type.startswith("image/") and path in names and path not in protected and gallery.wants(path):
            try:
                gallery.add_file(path, archive.read(path), {"member": path})
            except KnownError as error:
                if error.code not in ("damaged", "encrypted", "too_large"):
                    raise
                document.notes.append(Note("partial", f"{path}: {error.message}"))


def _add_chapter(document: Document, text: str, number: int, budget: Budget) -> None:
    blocks = parse_html(text, budget).blocks
    heading = next((block.text for block in blocks if block.kind == "heading"), f"part {number}")
    document.blocks.extend(replace(block, locator={"section": flat(heading)[:120]}) for block in blocks)


def _package_name(archive: SafeZip) -> str:
    names = archive.names()
    if "META-INF/container.xml" in names:
        for element in find_all(parse_xml(archive.read("META-INF/container.xml")), "rootfile"):
            path = element.get("full-path", "")
            if path in names:
                return path
    found = next((name for name in names if name.lower().endswith(".opf")), None)
    if found is None:
        raise KnownError("damaged", "The list of its chapters is missing.")
    return found


def _read_metadata(document: Document, package: Element) -> None:
    metadata = next(find_all(package, "metadata"), package)
    document.title = flat(text_of(metadata, "title")) or None
    authors = [flat("".join(element.itertext())) for element in find_all(metadata, "creator")]
    document.author = ", ".join(filter(None, authors)) or None
    document.created = text_of(metadata, "date")[:10] or None


def _manifest(package: Element, folder: str) -> dict[str, tuple[str, str]]:
    """Id to (path, media type) of the parts of the book."""
    manifest: dict[str, tuple[str, str]] = {}
    for element in find_all(package, "item"):
        path = posixpath.normpath(posixpath.join(folder, unquote(element.get("href", ""))))
        manifest[element.get("id", "")] = (path, element.get("media-type", ""))
    return manifest


def _chapters(package: Element, folder: str, names: frozenset[str]) -> list[str]:
    manifest = _manifest(package, folder)
    spine = [attribute(element, "idref") or "" for element in find_all(package, "itemref")]
    # A spine that leads nowhere: the order of the manifest is better than nothing.
    order = [name for name in spine if name in manifest] or list(manifest)
    paths = [manifest[name][0] for name in order if manifest[name][1] in _TEXT_TYPES]
    return [path for path in dict.fromkeys(paths) if path in names]


def _protected(archive: SafeZip) -> frozenset[str]:
    found: set[str] = set()
    for element in find_all(parse_xml(archive.read(_ENCRYPTION)), "EncryptedData"):
        method = next(find_all(element, "EncryptionMethod"), None)
        if method is not None and method.get("Algorithm") in _FONT_ALGORITHMS:
            continue
        found.update(unquote(reference.get("URI", "")) for reference in find_all(element, "CipherReference"))
    return frozenset(found)
