"""Small office files written by hand, so that tests say exactly what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "meta", "presentation")
) + (' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relations(targets: Sequence[tuple[str, str]]) -> str:
    """A relations part; ids are rId1, rId2, ... in order of the (kind, target) given."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def paragraph(text: str, style: str = "", properties: str = "") -> str:
    """A Word paragraph."""
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style_xml}{properties}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(
    body: str,
    *,
    styles: str = "",
    parts: Sequence[tuple[str, str, str]] = (),
    title: str = "",
    strict: bool = False,
    parts_raw: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file. ``parts`` are (kind of relation, file name, inner XML) beside the document."""
    namespace = (
        f'xmlns:w="{_W_STRICT if strict else _W}" xmlns:r="{_RELATIONS}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations([("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")]),
        "docProps/core.xml": _CORE.format(title=escape(title), author="Ada"),
        "word/document.xml": f"<w:document {namespace}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {namespace}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": relations([("styles", "styles.xml"), *((k, n) for k, n, _ in parts)]),
    }
    members |= {f"word/{name}": f"<w:part {namespace}>{inner}</w:part>" for _, name, inner in parts}
    return zipped(members | dict(parts_raw or {}))


def pptx(slides: Sequence[str], notes: Mapping[int, str] | None = None, order: Sequence[int] | None = None) -> bytes:
    """A presentation; a slide is the XML inside its shape tree, ``order`` the numbers (from 1) as shown."""
    namespace = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_RELATIONS}"'
    )
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in order or range(1, len(slides) + 1))
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": f"<p:presentation {namespace}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            [("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
        ),
    }
    for number, slide in enumerate(slides, start=1):
        members[f"ppt/slides/slide{number}.xml"] = f"<p:sld {namespace}><p:spTree>{slide}</p:spTree></p:sld>"
    for number, text in (notes or {}).items():
        members[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations([("notesSlide", "../notesSlides/notes.xml")])
        members["ppt/notesSlides/notes.xml"] = f"<p:notes {namespace}>{shape(text, 'body')}</p:notes>"
    return zipped(members)


def shape(text: str, placeholder: str = "") -> str:
    """A shape with a paragraph for each line of ``text``."""
    ph = f'<p:nvSpPr><p:nvPr><p:ph type="{placeholder}"/></p:nvPr></p:nvSpPr>' if placeholder else ""
    lines = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f"<p:sp>{ph}<p:txBody>{lines}</p:txBody></p:sp>"


def xlsx(sheets: Mapping[str, str], styles: str = "") -> bytes:
    """A workbook; a sheet is the XML inside its ``sheetData``."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, start=1)
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    for number, data in enumerate(sheets.values(), start=1):
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'
        )
    return zipped(members)


def row(number: int, *cells: tuple[str, str | float]) -> str:
    """A sheet's row of (column, value)."""
    parts = [
        f'<c r="{column}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        if isinstance(value, str)
        else f'<c r="{column}{number}"><v>{value}</v></c>'
        for column, value in cells
    ]
    return f'<row r="{number}">{"".join(parts)}</row>'


def odf(kind: str, body: str, *, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument file of ``kind`` text, spreadsheet or presentation."""
    content = (
        f"<office:document-content {_ODF}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "meta.xml": f"<office:document-meta {_ODF}><office:meta><dc:title>A title</dc:title>"
            "<meta:initial-creator>Ada</meta:initial-creator><meta:creation-date>2024-03-05T10:00:00</meta:creation-date>"
            "</office:meta></office:document-meta>",
            "META-INF/manifest.xml": manifest,
        }
    )


def flat_odf(kind: str, body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_ODF}><office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document>"
    ).encode()


def epub(
    chapters: Mapping[str, str], *, spine: Sequence[str] | None = None, more: Mapping[str, str] | None = None
) -> bytes:
    """A book; ``chapters`` are the bodies by file name, ``spine`` their order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    order = "".join(f'<itemref idref="i{list(chapters).index(name)}"/>' for name in spine or chapters)
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        "OEBPS/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>A Book</dc:title><dc:creator>Ada</dc:creator><dc:creator>Bob</dc:creator></metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/{name}"] = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    return zipped(members | dict(more or {}))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
    + "]><b>&a8;</b>"
)
"""An XML document that would grow to hundreds of megabytes."""
