"""What a file really is: the first bytes outweigh the suffix, which is often wrong for office files."""

from __future__ import annotations

import re
import struct
import zipfile

from olefile import OleFileIO

from indexer.errors import KnownError
from indexer.extract.ole import open_ole, stream_bytes
from indexer.extract.source import Source

HEAD_BYTES = 4096

_FILE_PASS = 0x2F
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"]\x00\x00")
_TEXT_KINDS = frozenset({"text", "markdown", "rst", "html", "csv", "json", "code", "xml", "ipynb", "eml", "mbox"})
_UNPACKED_KINDS = _TEXT_KINDS | {"picture"}
"""Kinds whose readers see to packed content themselves: a drawing may be an .svgz."""
_ZIP_KINDS = frozenset({"docx", "pptx", "xlsx", "odt", "ods", "odp", "epub", "archive"})
_OLE_KINDS = frozenset({"doc", "xls", "ppt", "msg"})
_SHEET_KINDS = frozenset({"xls", "xlsx", "ods"})
_MIMETYPES = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.graphics": "odp",
}
_OOXML_FOLDERS = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}
_OLE_STREAMS = {
    "worddocument": "doc",
    "powerpoint document": "ppt",
    "pp40": "ppt",
    "workbook": "xls",
    "book": "xls",
    "__properties_version1.0": "msg",
}
_PICTURES = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"II+\0\x08\0", b"8BPS\0",
    b"\0\0\0\x0cjP  \r\n", b"\xff\x4f\xff\x51", b"\0\0\0\x0cJXL ",
)  # fmt: skip
_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis", b"crx "))
_BITMAP_HEADERS = frozenset((12, 40, 52, 56, 64, 108, 124))
_NETPBM = re.compile(rb"P[1-7]\s")
_PROLOGUE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DRAWING = re.compile(rb"<(?:\w+:)?svg[\s>]")
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|title)\b", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"^(return-path|received|message-id|mime-version|delivered-to|from|to|subject|date|content-type|x-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def true_kind(source: Source, kind: str) -> str:
    """``kind``, or a better one where the content is plainly something else.

    Raises KnownError: ``encrypted`` (an office file in an encrypted envelope), ``binary`` (an unknown name with
    something other than text inside), ``unsupported`` (an OLE file of no known program).
    """
    head = source.head(HEAD_BYTES)
    magic = _by_magic(source, head, kind)
    if magic is not None:
        return magic
    if kind in _TEXT_KINDS:
        return "odt" if kind == "xml" and b"<office:document" in head else kind
    if kind == "other":
        return _of_unknown(head)
    return _of_disguised(head, kind)


def is_drawing(head: bytes) -> bool:
    """True when ``head``, a file's beginning, is that of an SVG."""
    rest = head.removeprefix(_BOMS[0]).lstrip()
    while prologue := _PROLOGUE.match(rest):
        rest = rest[prologue.end() :].lstrip()
    return _DRAWING.match(rest) is not None


def _by_magic(source: Source, head: bytes, kind: str) -> str | None:
    if head.startswith(b"%PDF-") or (kind not in _TEXT_KINDS and b"%PDF-" in head[:1024]):
        return "pdf"
    if head.startswith(b"{\\rt"):
        return "rtf"
    if head.startswith(_OLE):
        return _of_ole(source)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04")):
        return _of_zip(source, kind)
    if head[257:262] == b"ustar" or (head.startswith(_PACKED) and kind not in _UNPACKED_KINDS):
        return "archive"
    if _is_picture(head) or (kind in ("xml", "other", "picture") and is_drawing(head)):
        return "picture"
    return None


def _is_picture(head: bytes) -> bool:
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return True
    if head[4:8] == b"ftyp":
        return head[8:12] in _BRANDS
    return head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS


def _of_ole(source: Source) -> str:
    with open_ole(source) as ole:
        # The first level only: an embedded spreadsheet does not make a letter a spreadsheet.
        streams = {entry[0].lower() for entry in ole.listdir() if len(entry) == 1}
        workbook = next((name for name in ("workbook", "book") if name in streams), None)
        encrypted = "encryptedpackage" in streams or (workbook is not None and _has_password(ole, workbook))
    if encrypted:
        raise KnownError("encrypted", "Save a copy without a password to have it found by its content.")
    for stream_name, kind in _OLE_STREAMS.items():
        if stream_name in streams:
            return kind
    raise KnownError("unsupported", "It is an older program's file of a kind Hunch does not know.")


def _has_password(ole: OleFileIO, workbook: str) -> bool:
    """Whether a FilePass record stands among the first ones of a workbook; [MS-XLS] 2.4.117."""
    data = stream_bytes(ole, workbook)[:HEAD_BYTES]
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == _FILE_PASS:
            return True
        at += 4 + size
    return False


def _of_zip(source: Source, kind: str) -> str:
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                mimetype = archive.read("mimetype").strip().removesuffix(b"-template")
                if mimetype in _MIMETYPES:
                    return _MIMETYPES[mimetype]
    except Exception:
        # Damaged: the reader for the promised kind says so.
        return kind if kind in _ZIP_KINDS else "archive"
    if "[Content_Types].xml" in names:
        lowered = [name.replace("\\", "/").lower() for name in names]
        found = {own for folder, own in _OOXML_FOLDERS.items() if any(n.startswith(folder) for n in lowered)}
        if kind in found:
            return kind
        if found:
            return min(found)
    # A program's own zip (.jar, .apk, .key) stays unknown; a wrong office suffix is a plain archive.
    return kind if kind in _ZIP_KINDS or kind == "other" else "archive"


def _of_unknown(head: bytes) -> str:
    if head.startswith(b"From ") and len(_MAIL_HEADER.findall(head)) >= 2:
        return "mbox"
    if len(set(_MAIL_HEADER.findall(head[:1024]))) >= 3:
        return "eml"
    if _looks_like_text(head):
        return "html" if _HTML.match(head.lstrip()) else "text"
    raise KnownError("binary", "It holds data of a program, not text.")


def _of_disguised(head: bytes, kind: str) -> str:
    start = head.removeprefix(_BOMS[0]).lstrip()
    if start.startswith(b"<"):
        if b"<office:document" in head:
            return kind if kind in ("odt", "ods", "odp") else "odt"
        if _HTML.search(head):
            return "html"
        if start.startswith(b"<?xml"):
            return "xml"
    if kind in ("pdf", "archive") or (kind == "picture" and (_NETPBM.match(head) or not _looks_like_text(head))):
        return kind
    if re.match(rb"mime-version:", start, re.IGNORECASE) or (kind == "msg" and _MAIL_HEADER.match(start)):
        return "eml"
    if _looks_like_text(head):
        return "csv" if kind in _SHEET_KINDS else "text"
    if kind in _OLE_KINDS:
        raise KnownError("unsupported", "It was written by a program older than Office 95, or by another one.")
    return kind


def _looks_like_text(head: bytes) -> bool:
    return head.startswith(_BOMS[1:]) or not _CONTROL.search(head)
