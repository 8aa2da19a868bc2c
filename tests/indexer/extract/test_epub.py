from __future__ import annotations

import pytest

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.helpers import officefiles

CHAPTERS = {"b%20b.xhtml": "<h1>Two</h1><p>Later.</p>", "a.xhtml": "<p>Before any heading.</p>"}


def read(data: bytes) -> Document:
    return read_any(Source.of_bytes("book.epub", data), Budget())


def encryption(algorithm: str, *names: str) -> dict[str, str]:
    items = "".join(
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData>'
        f'<e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData>'
        for name in names
    )
    return {"META-INF/encryption.xml": f'<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">{items}</encryption>'}


def test_chapters_in_spine_order() -> None:
    # The manifest escapes the space that the member's name holds.
    more = {"OEBPS/b b.xhtml": CHAPTERS["b%20b.xhtml"]}
    data = officefiles.epub(CHAPTERS, spine=["a.xhtml", "b%20b.xhtml"], more=more)
    document = read(data)
    assert [(b.kind, b.text, dict(b.locator)) for b in document.blocks] == [
        ("paragraph", "Before any heading.", {"section": "part 1"}),
        ("heading", "Two", {"section": "Two"}),
        ("paragraph", "Later.", {"section": "Two"}),
    ]
    assert (document.title, document.author) == ("A Book", "Ada, Bob")


def test_copy_protection_is_told_from_scrambled_fonts() -> None:
    chapter = {"a.xhtml": "<p>Text.</p>"}
    fonts = encryption("http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml")
    assert len(read(officefiles.epub(chapter, more=fonts)).blocks) == 1
    with pytest.raises(KnownError) as caught:
        read(officefiles.epub(chapter, more=encryption("http://ns.adobe.com/adept", "OEBPS/a.xhtml")))
    assert caught.value.code == "encrypted"


def test_a_book_without_its_chapter_list_is_damaged() -> None:
    with pytest.raises(KnownError) as caught:
        read(officefiles.zipped({"mimetype": "application/epub+zip", "a.xhtml": "<p>Text.</p>"}))
    assert caught.value.code == "damaged"


def test_a_bomb_for_a_chapter_list_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        read(officefiles.zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": officefiles.BOMB}))
    assert caught.value.code == "hostile"


def test_a_chapter_that_is_no_text_is_a_note() -> None:
    data = officefiles.epub(
        CHAPTERS | {"c.xhtml": ""}, spine=["c.xhtml", "a.xhtml"], more={"OEBPS/c.xhtml": "\x01\x02" * 99}
    )
    document = read(data)
    assert [block.text for block in document.blocks] == ["Before any heading."]
    assert [note.code for note in document.notes] == ["partial"]
