"""Which reader reads what: by kind of name, corrected by what the first bytes say."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from indexer.errors import KnownError
from indexer.extract import kind_of
from indexer.extract.document import Document
from indexer.extract.sniff import true_kind
from indexer.extract.source import Budget, Source

Reader = Callable[[Source, Budget], Document]

READERS: dict[str, str] = {
    "text": "text:read_text",
    "csv": "data:read_csv",
    "json": "data:read_json",
    "code": "text:read_code",
    "ipynb": "notebook:read_ipynb",
    "markdown": "markdown:read_markdown",
    "rst": "rst:read_rst",
    "html": "html:read_html",
    "xml": "xml:read_xml",
    "docx": "docx:read_docx",
    "pptx": "pptx:read_pptx",
    "xlsx": "xlsx:read_xlsx",
    "xls": "xlsx:read_xlsx",
    "odt": "opendocument:read_odf",
    "ods": "opendocument:read_odf",
    "odp": "opendocument:read_odf",
    "epub": "epub:read_epub",
    "pdf": "pdf:read_pdf",
    "picture": "picture:read_picture",
    "eml": "mail:read_eml",
    "mbox": "mail:read_mbox",
    "msg": "msg:read_msg",
    "archive": "archive:read_archive",
    "rtf": "rtf:read_rtf",
    "doc": "legacy_doc:read_doc",
    "ppt": "legacy_ppt:read_ppt",
}


def read_any(source: Source, budget: Budget, kind: str | None = None) -> Document:
    """Read ``source`` with the reader for its true kind; ``kind`` is what its name says (found when None).

    Raises KnownError, and anything a reader raises on input nobody foresaw (the worker turns that into
    ``damaged``).
    """
    if source.size == 0:
        raise KnownError("empty", "There is nothing in it.")
    return _reader(true_kind(source, kind or kind_of(source.name)))(source, budget)


def _reader(kind: str) -> Reader:
    if kind not in READERS:
        raise KnownError("unsupported", "Hunch does not know this format.")
    module, function = READERS[kind].split(":")
    # Imported when first needed: a reader's library costs time and memory in every worker otherwise.
    reader: Reader = getattr(import_module(f"indexer.extract.{module}"), function)
    return reader
