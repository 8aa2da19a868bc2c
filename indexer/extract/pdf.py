"""PDF: PDFium for text, places, headings and metadata; pypdf as a second opinion where PDFium finds nothing."""

from __future__ import annotations

import ctypes
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Document, Note
from indexer.extract.members import add_member
from indexer.extract.pdf_layout import Line, body_size, paragraphs
from indexer.extract.pdf_pictures import add_pictures, is_scan
from indexer.extract.pdf_text import page_lines
from indexer.extract.picture_inside import Gallery
from indexer.extract.source import Budget, Source

_SAMPLE_PAGES = 30
"""Pages whose lines decide what the usual font height is."""
_ANNOTATIONS = 500
"""Notes and form fields read of one page."""
_ATTACHMENTS = 200
"""Files read that are attached to the document."""
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")


@dataclass(slots=True)
class _Page:
    number: int
    lines: list[Line]
    extra: list[str]


def read_pdf(source: Source, budget: Budget) -> Document:
    """Blocks and views with locator ``page`` (from 1); ``scans``: pages whose text is in a picture.

    Raises KnownError ``encrypted``, ``damaged``, ``no_text`` (pages, but neither text nor a picture on any of them).
    """
    try:
        document = _by_pdfium(source, budget)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise _encrypted() from error
        document = _by_pypdf(source, budget)
    else:
        if not document.blocks and not document.scans:
            _second_opinion(document, source, budget)
    if not document.blocks and not document.scans:
        raise KnownError("no_text", "Its pages are empty.")
    return document


def _by_pdfium(source: Source, budget: Budget) -> Document:
    with source.open() as stream, pypdfium2.PdfDocument(stream) as pdf:
        count = len(pdf)
        if count == 0:
            raise pypdfium2.PdfiumError("no pages")
        blocks = Blocks(budget)
        document = Document(blocks, pages=count)
        metadata = pdf.get_metadata_dict(skip_empty=True)
        document.title = _clean(metadata.get("Title"))
        document.author = _clean(metadata.get("Author"))
        document.created = iso_date(metadata.get("CreationDate"))
        outline = _outline(pdf)
        pages = _pages(pdf, document, budget)
        # The first pages are held back until it is known how large the running text is set.
        held = list(islice(pages, _SAMPLE_PAGES))
        body = body_size(line for page in held for line in page.lines)
        empty: list[int] = []
        for page in _chain(held, pages):
            _add_page(blocks, page, outline, body, empty)
            if budget.full:
                break
        _note_empty_pages(document, empty, count)
        _add_attachments(document, pdf, budget)
        return document


def _chain(held: list[_Page], rest: Iterator[_Page]) -> Iterator[_Page]:
    yield from held
    yield from rest


def _pages(pdf: Any, document: Document, budget: Budget) -> Iterator[_Page]:
    broken: list[int] = []
    gallery = Gallery(document)
    for index in range(min(len(pdf), limits.PDF_PAGES)):
        if budget.full:
            break
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            broken.append(index + 1)
            continue
        try:
            text_page = page.get_textpage()
            try:
                lines = page_lines(text_page)
            finally:
                text_page.close()
            extra = _annotations(page)
            if is_scan(page, sum(len(line.text) for line in lines)):
                document.scans.append(index + 1)
            if not gallery.full:
                add_pictures(gallery, page, index + 1)
        except pypdfium2.PdfiumError:
            broken.append(index + 1)
            continue
        finally:
            page.close()
        yield _Page(index + 1, lines, extra)
    if broken:
        document.notes.append(Note("partial", f"Pages that could not be read: {_numbers(broken)}."))
    if len(pdf) > limits.PDF_PAGES:
        document.notes.append(Note("cut_short", f"Only the first {limits.PDF_PAGES} of {len(pdf)} pages were read."))


def _annotations(page: Any) -> list[str]:
    """What people wrote into form fields and comments; the page's own text does not hold it."""
    found: list[str] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
            if subtype == pdfium.FPDF_ANNOT_POPUP:
                continue
            key = b"V" if subtype == pdfium.FPDF_ANNOT_WIDGET else b"Contents"
            text = _clean(_annotation_string(annotation, key))
            if text and text not in ("Off", "Yes", "On"):
                found.append(text)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _annotation_string(annotation: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= 2 * limits.PDF_PAGE_CHARACTERS:
        return ""
    # FPDF_WCHAR is UTF-16, little endian, with a closing NUL.
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\x00")


def _add_attachments(document: Document, pdf: Any, budget: Budget) -> None:
    for index in range(min(pdf.count_attachments(), _ATTACHMENTS)):
        if budget.full:
            return
        try:
            attachment = pdf.get_attachment(index)
            name, data = flat(attachment.get_name()), bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            document.notes.append(Note("partial", f"Attachment {index + 1} could not be read."))
            continue
        if data and kind_of(name) != "picture":
            budget.take_member()
            budget.take_unpacked(len(data))
            add_member(document, Source.of_bytes(name, data), name or f"attachment {index + 1}", budget)


def _outline(pdf: Any) -> dict[int, list[tuple[str, int]]]:
    """Page number (from 1) to its headings: (title, level from 1)."""
    outline: dict[int, list[tuple[str, int]]] = {}
    for bookmark in islice(pdf.get_toc(max_depth=6), limits.PDF_OUTLINE_ENTRIES):
        title = _clean(bookmark.get_title())
        destination = bookmark.get_dest()
        index = destination.get_index() if destination is not None else None
        if title and index is not None:
            outline.setdefault(index + 1, []).append((title, min(bookmark.level + 1, 6)))
    return outline


def _add_page(
    blocks: Blocks,
    page: _Page,
    outline: dict[int, list[tuple[str, int]]],
    body: float,
    empty: list[int],
) -> None:
    locator = {"page": page.number}
    found = paragraphs(page.lines, body)
    if not found and not page.extra:
        empty.append(page.number)
        return
    headings = {_key(title): level for title, level in outline.get(page.number, [])}
    on_page = {_key(paragraph.text) for paragraph in found}
    for title, level in outline.get(page.number, []):
        if _key(title) not in on_page:
            blocks.add(title, "heading", level, locator)
    for paragraph in found:
        # Where the file has an outline it is the truth; sizes guess only where there is none.
        level = headings.get(_key(paragraph.text), 0) if outline else paragraph.level
        blocks.add(paragraph.text, "heading" if level else "paragraph", level, locator)
    for text in page.extra:
        blocks.add(text, locator=locator)


def _key(text: str) -> str:
    """For comparing an outline's title with a line: letters only, without a chapter number in front."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def _note_empty_pages(document: Document, empty: list[int], count: int) -> None:
    blank = [number for number in empty if number not in document.scans]
    if blank and document.blocks:
        document.notes.append(Note("no_text", f"{len(blank)} of {count} pages are empty: {_numbers(blank)}."))


def _numbers(pages: list[int]) -> str:
    shown = ", ".join(str(page) for page in pages[:10])
    return f"{shown} and {len(pages) - 10} more" if len(pages) > 10 else shown


def _second_opinion(document: Document, source: Source, budget: Budget) -> None:
    try:
        document.blocks = _by_pypdf(source, budget).blocks
    except KnownError:
        # PDFium could open it and found nothing; that stays the answer.
        return


def _by_pypdf(source: Source, budget: Budget) -> Document:
    import pypdf

    blocks = Blocks(budget)
    document = Document(blocks)
    try:
        with source.open() as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(stream, strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise _encrypted()
            document.pages = len(reader.pages)
            for number, page in enumerate(islice(reader.pages, limits.PDF_PAGES), start=1):
                if budget.full:
                    break
                _add_pypdf_page(blocks, page, number)
            information = reader.metadata
            if information is not None:
                document.title = _clean(information.title)
                document.author = _clean(information.author)
    except (KnownError, MemoryError):
        raise
    except Exception as error:
        # pypdf fails in many ways on broken files; what was read before counts.
        if not document.blocks:
            raise KnownError("damaged", "It is not a complete PDF.") from error
        document.notes.append(Note("partial", "The end of the file could not be read."))
    return document


def _add_pypdf_page(blocks: Blocks, page: Any, number: int) -> None:
    text = page.extract_text()[: limits.PDF_PAGE_CHARACTERS]
    for part in re.split(r"\n\s*\n", text):
        blocks.add(part, locator={"page": number})


def _encrypted() -> KnownError:
    return KnownError("encrypted", "Save a copy without a password to have it found by its content.")


def _clean(text: object) -> str | None:
    return flat(str(text)) or None if text else None


def iso_date(text: str | None) -> str | None:
    """``D:20240131...`` as ``2024-01-31``, or as much of it as there is."""
    match = _DATE.match(text or "")
    if not match:
        return None
    return "-".join(part for part in match.groups() if part)
