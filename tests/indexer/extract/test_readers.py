from __future__ import annotations

import io
import zipfile
from importlib import import_module

import pytest

from indexer.errors import KnownError
from indexer.extract import kind_of
from indexer.extract.readers import READERS, read_any
from indexer.extract.sniff import true_kind
from indexer.extract.source import Budget, Source
from tests.helpers.ole_file import compound_file

HTML = b"<html><head><title>x</title></head><body>hello</body></html>"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


DOCX = zipped(**{"[Content_Types].xml": b"<x/>", "word__document.xml": b"<x/>"})
XLSX = zipped(**{"[Content_Types].xml": b"<x/>", "xl__workbook.xml": b"<x/>"})
ODT = zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"})
EPUB = zipped(mimetype=b"application/epub+zip")
JAR = zipped(**{"META-INF__MANIFEST.MF": b"x"})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", "text"), ("README", "text"), ("Makefile", "code"), ("a.py", "code"), ("a.tar.gz", "archive"),
        ("b.docm", "docx"), ("a.xlsb", "xlsx"), ("a.xls", "xls"), ("a.jpeg", "picture"), ("a", "other"),
        ("a.b.exe", "other"), ("x.md", "markdown"), (".gitignore", "code"), ("a.mhtml", "eml"), ("a.svg", "picture"),
        ("a.fodt", "odt"), ("a.ndjson", "json"), ("a.tsv", "csv"), ("", "other"), ("pdf", "other"),
    ],
)  # fmt: skip
def test_kind_of(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.doc", b"{\\rtf1 hello}", "rtf"),
        ("a.doc", HTML, "html"),
        ("a.doc", DOCX, "docx"),
        ("a.doc", b"just some words", "text"),
        ("a.doc", b'<?xml version="1.0"?><w:wordDocument/>', "xml"),
        ("a.doc", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "eml"),
        ("a.doc", compound_file({"WordDocument": b"x", "ObjectPool/1/Workbook": b"x"}), "doc"),
        ("a.ppt", compound_file({"PowerPoint Document": b"x"}), "ppt"),
        ("a.doc", compound_file({"Workbook": b"x"}), "xls"),
        ("mail", compound_file({"__properties_version1.0": b"x"}), "msg"),
        ("a.xls", HTML.replace(b"body", b"table"), "html"),
        ("a.xls", b"a\tb\n1\t2\n", "csv"),
        ("a.xls", XLSX, "xlsx"),
        ("a.docx", XLSX, "xlsx"),
        ("a.docx", b"PK\x03\x04 cut off", "docx"),
        ("a.zip", DOCX, "docx"),
        ("a.zip", JAR, "archive"),
        ("a.bin", ODT, "odt"),
        ("a.odt", b'<?xml version="1.0"?><office:document xmlns:office="x"/>', "odt"),
        ("a.xml", b'<?xml version="1.0"?><office:document xmlns:office="x"/>', "odt"),
        ("a.zip", EPUB, "epub"),
        ("a.jar", JAR, "other"),
        ("unknown", b"%PDF-1.7 ...", "pdf"),
        ("a.pdf", b"\r\n junk %PDF-1.4", "pdf"),
        ("a.pdf", HTML, "html"),
        ("a.txt", b"see %PDF-1.4 for details", "text"),
        ("a.html", b"plain", "html"),
        ("unknown", b"\x1f\x8b\x08\x00", "archive"),
        ("unknown", b"x" * 257 + b"ustar\x0000", "archive"),
        ("Inbox", b"From a@b Thu Jan 1 00:00:00 1970\nFrom: a@b\nSubject: x\n\nhi", "mbox"),
        ("1234", b"Received: x\nFrom: a@b\nSubject: y\nDate: z\n\nhi", "eml"),
        ("notes", "Füße, fine".encode(), "text"),
        ("notes", "\ufefffine".encode("utf-16"), "text"),
        ("page", b"<!DOCTYPE html><p>x", "html"),
        ("a.msg", b"Received: by a\nFrom: x\n\nhi", "eml"),
        ("a.rtf", b"plain words", "text"),
    ],
)  # fmt: skip
def test_the_content_outweighs_the_name(name: str, data: bytes, kind: str) -> None:
    assert true_kind(Source.of_bytes(name, data), kind_of(name)) == kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", compound_file({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "encrypted"),
        ("a.xls", compound_file({"Workbook": b"\x09\x08\x02\x00\x00\x06\x2f\x00\x00\x00"}), "encrypted"),
        ("a.doc", compound_file({"Something": b"x"}), "unsupported"),
        ("a.doc", b"\xffWPC\x00\x01\x02", "unsupported"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "damaged"),
        ("a.exe", b"MZ\x90\x00\x03\x00", "binary"),
        ("a.png", PNG, "damaged"),
        ("a.jar", JAR, "unsupported"),
        ("a.txt", b"", "empty"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(KnownError) as error:
        read_any(Source.of_bytes(name, data), Budget())
    assert error.value.code == code
    assert error.value.message


def test_every_kind_of_the_table_has_its_reader() -> None:
    for place in READERS.values():
        module, function = place.split(":")
        assert callable(getattr(import_module(f"indexer.extract.{module}"), function)), place


def test_the_kind_given_is_used_for_the_name() -> None:
    document = read_any(Source.of_bytes("name-without-suffix", b"{\\rtf1 hello}"), Budget(), "rtf")
    assert document.blocks[0].text == "hello"
