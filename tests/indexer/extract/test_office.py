from __future__ import annotations

import pytest

from indexer.errors import KnownError
from indexer.extract.chunk import chunk
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.helpers import officefiles
from tests.helpers.officefiles import paragraph, row, shape


def read(name: str, data: bytes) -> Document:
    return read_any(Source.of_bytes(name, data), Budget())


def texts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


STYLES = (
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Eigen"><w:name w:val="My Head"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
)


@pytest.mark.parametrize("strict", [False, True])
def test_docx_structure(strict: bool) -> None:
    body = (
        paragraph("The lease", "Titel")
        + paragraph("Heating", "berschrift2")
        + paragraph("The boiler is old.", "Loop")
        + paragraph("Costs", "Eigen")
        + paragraph("Outlined", properties='<w:outlineLvl w:val="2"/>')
        + paragraph("Milk", properties="<w:numPr/>")
    )
    document = read("a.docx", officefiles.docx(body, styles=STYLES, strict=strict))
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "The lease"),
        ("heading", 2, "Heating"),
        ("paragraph", 0, "The boiler is old."),
        ("heading", 2, "Costs"),
        ("heading", 3, "Outlined"),
        ("list", 0, "- Milk"),
    ]
    assert (document.title, document.author, document.created) == ("The lease", "Ada", "2024-03-05")
    assert document.blocks[2].locator == {"section": "Heating"}


def test_docx_leaves_out_what_was_deleted_and_takes_text_boxes_once() -> None:
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>added</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
        + paragraph("in a box")
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        + paragraph("in a box")
        + "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>"
        "<w:p><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p>"
    )
    document = read("a.docx", officefiles.docx(body))
    assert [block.text for block in document.blocks] == ["kept added\tx\ny", "in a box", "around", "E=mc"]


def test_docx_tables() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in cells) for cells in rows]
        return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in cells) + "</w:tbl>"

    inner = table((paragraph("c"), paragraph("d")))
    body = table((paragraph("a"), paragraph("b") + paragraph("b2")), (inner, paragraph("e")))
    body += table((paragraph("only one cell"),))
    document = read("a.docx", officefiles.docx(body))
    assert texts(document) == [("table", "a | b b2\nc | d | e"), ("paragraph", "only one cell")]


def test_docx_notes_comments_headers_come_once_at_the_end() -> None:
    separator = f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote>'
    note = f"{separator}<w:footnote>{paragraph('See law.')}</w:footnote>"
    parts = [
        ("footnotes", "footnotes.xml", note),
        ("comments", "comments.xml", f"<w:comment>{paragraph('Really?')}</w:comment>"),
        ("header", "header1.xml", paragraph("Lease 2024")),
        ("header", "header2.xml", paragraph("Lease 2024")),
    ]
    document = read("a.docx", officefiles.docx(paragraph("Body."), parts=parts))
    assert [block.text for block in document.blocks] == ["Body.", "See law.", "Comment: Really?", "Lease 2024"]


def test_docx_reads_embedded_html() -> None:
    data = officefiles.docx(paragraph("Body."), parts=[("aFChunk", "part.html", "")])
    parts = {"word/part.html": "<html><body><h1>Inside</h1></body></html>"}
    document = read("a.docx", officefiles.docx("", parts=[("aFChunk", "part.html", "")], parts_raw=parts))
    assert texts(document) == [("heading", "Inside")]
    assert texts(read("a.docx", data)) == [("paragraph", "Body.")]


def test_deeply_nested_xml_is_read() -> None:
    depth = 20_000
    body = "<w:sdt>" * depth + paragraph("deep") + "</w:sdt>" * depth
    assert texts(read("a.docx", officefiles.docx(body))) == [("paragraph", "deep")]


def test_a_broken_side_part_is_a_note() -> None:
    data = officefiles.docx(paragraph("Body."), parts=[("comments", "comments.xml", "<w:open>")])
    document = read("a.docx", data)
    assert texts(document) == [("paragraph", "Body.")]
    assert [note.code for note in document.notes] == ["partial"]


def test_pptx_slides_in_shown_order() -> None:
    table = (
        "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>x</a:t></a:r></a:p></a:txBody></a:tc>"
        "<a:tc><a:txBody><a:p><a:r><a:t>y</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>"
    )
    slides = [shape("Second", "title") + shape("7", "sldNum"), shape("one\ntwo") + shape("First", "ctrTitle") + table]
    document = read("a.pptx", officefiles.pptx(slides, notes={2: "Say hello."}, order=[2, 1]))
    assert [(b.kind, b.text, dict(b.locator)) for b in document.blocks] == [
        ("heading", "First", {"slide": 1}),
        ("list", "one\ntwo", {"slide": 1}),
        ("table", "x | y", {"slide": 1}),
        ("paragraph", "Say hello.", {"slide": 1}),
        ("heading", "Second", {"slide": 2}),
    ]
    assert (document.title, document.pages) == ("First", 2)


def test_pptx_with_a_broken_slide_keeps_the_others() -> None:
    document = read("a.pptx", officefiles.pptx(["<broken", shape("fine")]))
    assert texts(document) == [("paragraph", "fine")]
    assert [note.code for note in document.notes] == ["partial"]


def test_xlsx_sheets_cells_and_numbers() -> None:
    data = officefiles.xlsx(
        {
            "Stock": row(2, ("B", "name"), ("C", "price"))
            + row(3, ("B", "boiler"), ("C", 1200.0))
            + row(6, ("D", 0.1), ("E", 3)),
            "Empty": "",
        }
    )
    document = read("a.xlsx", data)
    assert [(b.kind, b.text, dict(b.locator)) for b in document.blocks] == [
        ("heading", "Stock", {"sheet": "Stock", "cell": "B2"}),
        ("table", "name | price\nboiler | 1200", {"sheet": "Stock", "cell": "B2"}),
        ("table", "0.1 | 3", {"sheet": "Stock", "cell": "D6"}),
    ]
    assert chunk(document)[0].context == "Stock"


def test_xlsx_dates() -> None:
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    data = officefiles.xlsx({"S": '<row r="1"><c r="A1" s="1"><v>45356</v></c></row>'}, styles)
    assert texts(read("a.xlsx", data))[1:] == [("table", "2024-03-05")]


def test_xlsx_whose_two_cells_span_billions_is_refused() -> None:
    data = officefiles.xlsx({"S": row(1, ("A", "a")) + row(1_048_576, ("XFD", "z"))})
    with pytest.raises(KnownError) as caught:
        read("a.xlsx", data)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("name", ["a.docx", "a.pptx", "a.xlsx"])
def test_truncated_files_are_damaged(name: str) -> None:
    make = {
        "a.docx": officefiles.docx("x" * 9),
        "a.pptx": officefiles.pptx([""]),
        "a.xlsx": officefiles.xlsx({"S": ""}),
    }
    with pytest.raises(KnownError) as caught:
        read(name, make[name][:-40])
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("name", ["a.docx", "a.pptx", "a.xlsx"])
def test_xml_bombs_are_refused(name: str) -> None:
    folder, part = {"a.docx": ("word", "document"), "a.pptx": ("ppt", "presentation"), "a.xlsx": ("xl", "workbook")}[
        name
    ]
    members = {
        "[Content_Types].xml": "<Types/>",
        "docProps/core.xml": officefiles.BOMB,
        f"{folder}/{part}.xml": officefiles.BOMB,
    }
    with pytest.raises(KnownError) as caught:
        read(name, officefiles.zipped(members))
    assert caught.value.code == "hostile"


def test_a_zip_bomb_is_refused() -> None:
    members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * (64 << 20)}
    with pytest.raises(KnownError) as caught:
        read("a.docx", officefiles.zipped(members))
    assert caught.value.code == "hostile"
