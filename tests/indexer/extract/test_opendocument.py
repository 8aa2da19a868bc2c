from __future__ import annotations

import pytest

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.helpers import officefiles

TEXT = (
    "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
    '<text:h text:outline-level="2">Heating</text:h>'
    '<text:p>The <text:span>boiler</text:span> is<text:s text:c="2"/>old<text:note><text:note-citation>1'
    "</text:note-citation><text:note-body><text:p>See law.</text:p></text:note-body></text:note>, really.</text:p>"
    "<text:list><text:list-item><text:p>Milk</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
)


def read(name: str, data: bytes) -> Document:
    return read_any(Source.of_bytes(name, data), Budget())


@pytest.mark.parametrize(
    ("name", "data"), [("a.odt", officefiles.odf("text", TEXT)), ("a.fodt", officefiles.flat_odf("text", TEXT))]
)
def test_text(name: str, data: bytes) -> None:
    document = read(name, data)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 2, "Heating"),
        ("paragraph", 0, "See law."),
        ("paragraph", 0, "The boiler is  old, really."),
        ("list", 0, "- Milk"),
        ("table", 0, "a | b"),
    ]
    assert document.blocks[2].locator == {"section": "Heating"}
    expected = ("A title", "Ada", "2024-03-05") if name == "a.odt" else ("Heating", None, None)
    assert (document.title, document.author, document.created) == expected


def test_sheets_with_repeated_rows_and_cells() -> None:
    body = (
        '<table:table table:name="Stock">'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row><table:table-cell/><table:table-cell office:value="7"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
        'table:number-columns-repeated="999999999"><text:p>bomb</text:p></table:table-cell></table:table-row>'
        "</table:table>"
    )
    document = read("a.ods", officefiles.odf("spreadsheet", body))
    assert [(b.kind, b.text, dict(b.locator)) for b in document.blocks[:2]] == [
        ("heading", "Stock", {"sheet": "Stock", "cell": "A1"}),
        ("table", "x | x\n7", {"sheet": "Stock", "cell": "B3"}),
    ]
    assert document.blocks[2].locator == {"sheet": "Stock", "cell": "A1048005"}
    assert sum(len(block.text) for block in document.blocks) < 5_000


def test_slides_with_titles_and_notes() -> None:
    body = "".join(
        f'<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Title {n}</text:p></draw:text-box>'
        f"</draw:frame><draw:frame><draw:text-box><text:p>Text {n}</text:p></draw:text-box></draw:frame>"
        f"<presentation:notes><draw:frame><text:p>Note {n}</text:p></draw:frame></presentation:notes></draw:page>"
        for n in (1, 2)
    )
    document = read("a.odp", officefiles.odf("presentation", body))
    assert [(b.kind, b.text, dict(b.locator)) for b in document.blocks] == [
        item
        for n in (1, 2)
        for item in (
            ("heading", f"Title {n}", {"slide": n}),
            ("paragraph", f"Text {n}", {"slide": n}),
            ("paragraph", f"Note {n}", {"slide": n}),
        )
    ]
    assert document.pages == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (officefiles.odf("text", "", manifest="<m><encryption-data/></m>"), "encrypted"),
        (officefiles.odf("text", TEXT)[:-60], "damaged"),
        (officefiles.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
        (
            officefiles.zipped(
                {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": officefiles.BOMB}
            ),
            "hostile",
        ),
    ],
)
def test_bad_files(data: bytes, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        read("a.odt", data)
    assert caught.value.code == code


def test_deep_nesting_is_read() -> None:
    body = "<text:section>" * 20_000 + "<text:p>deep</text:p>" + "</text:section>" * 20_000
    assert [block.text for block in read("a.odt", officefiles.odf("text", body)).blocks] == ["deep"]
