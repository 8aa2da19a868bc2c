"""Lines and their places from a page of PDFium, with what PDFium gets wrong put right."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.extract import limits
from indexer.extract.pdf_layout import Line

_PAGE_LINES = 5_000
"""Lines of one page whose place is looked up."""
_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
_SCRIPTS_TOUCH = re.compile("(?<=[A-Za-z])(?=[\u0620-\u064a\u06a9-\u06cc])")


def page_lines(text_page: Any) -> list[Line]:
    """The lines of a ``pypdfium2.PdfTextPage`` in reading order, up to ``limits.PDF_PAGE_CHARACTERS``."""
    count = min(text_page.count_chars(), limits.PDF_PAGE_CHARACTERS)
    if count <= 0:
        return []
    text = _whole_ligatures(text_page, text_page.get_text_range(0, count))
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            first = start + len(raw) - len(raw.lstrip())
            placed = len(lines) < _PAGE_LINES
            lines.append(_place(text_page, _spaced(stripped), first, first + len(stripped) - 1, placed))
        start += len(raw) + 1
    return lines


def _place(text_page: Any, text: str, first: int, last: int, placed: bool) -> Line:
    if placed:
        try:
            left, bottom, _, top = text_page.get_charbox(_char_index(text_page, first), loose=True)
            _, _, right, _ = text_page.get_charbox(_char_index(text_page, last), loose=True)
            return Line(text, left, right, bottom, abs(top - bottom))
        except pypdfium2.PdfiumError:
            pass
    return Line(text, 0.0, 0.0, 0.0, 0.0)


def _char_index(text_page: Any, text_index: int) -> int:
    index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, text_index)
    return index if index >= 0 else text_index


def _whole_ligatures(text_page: Any, text: str) -> str:
    """Lam-alef in the right order: PDFium takes the ligature apart and reverses it with the line."""
    swapped = list(text)
    for match in _ALEF_LAM.finditer(text):
        first = match.start()
        try:
            place = text_page.get_charbox(_char_index(text_page, first))
            together = place == text_page.get_charbox(_char_index(text_page, first + 1))
        except pypdfium2.PdfiumError:
            continue
        # Two letters in one place are one ligature; the article, alef and lam side by side, is left alone.
        if together:
            swapped[first], swapped[first + 1] = text[first + 1], text[first]
    return "".join(swapped)


def _spaced(text: str) -> str:
    """A space between Latin and Arabic letters, where the turn of direction has swallowed it."""
    return _SCRIPTS_TOUCH.sub(" ", text)
