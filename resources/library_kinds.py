"""One maker for each kind of document in the sample library: a text in, the bytes of the file out."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

import docx
import pptx
import xlsxwriter
from odf import dc, meta, opendocument, style, table, text
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from resources.library_markup import Block, Source, as_number, read_source

TEXTS = Path(__file__).resolve().parent / "library_text"


def pack(files: dict[str, bytes], date: datetime) -> bytes:
    """A zip whose entries all carry ``date``; a file called mimetype is stored as it is, as the formats ask."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def repack(content: bytes, date: datetime) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()}, date)


def make_txt(source: Source) -> bytes:
    return source.body.encode(source.head["encoding"])


def make_docx(source: Source) -> bytes:
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = source.title, source.author, source.language
    properties.created = properties.modified = source.date
    for block in source.blocks:
        if block.kind in ("h1", "h2"):
            document.add_heading(block.text, level=int(block.kind[1]))
        elif block.kind == "li":
            document.add_paragraph(block.text, style="List Bullet")
        elif block.kind == "page":
            document.add_page_break()
        elif block.kind == "table":
            grid = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
            for row, cells in zip(grid.rows, block.rows, strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
        else:
            document.add_paragraph(block.text)
    buffer = io.BytesIO()
    document.save(buffer)
    return repack(buffer.getvalue(), source.date)


def make_pptx(source: Source) -> bytes:
    """One slide a heading; a paragraph that begins with "Note: " goes to the speaker's notes."""
    show = pptx.Presentation()
    properties = show.core_properties
    properties.title, properties.author, properties.language = source.title, source.author, source.language
    properties.created = properties.modified = source.date
    slide, body = None, None
    for block in source.blocks:
        if block.kind in ("h1", "h2"):
            slide = show.slides.add_slide(show.slide_layouts[0 if block.kind == "h1" else 1])
            slide.shapes.title.text = block.text
            body = slide.placeholders[1].text_frame
        elif block.text.startswith("Note: "):
            slide.notes_slide.notes_text_frame.text = block.text.removeprefix("Note: ")
        elif not body.text:
            body.text = block.text
        else:
            body.add_paragraph().text = block.text
    buffer = io.BytesIO()
    show.save(buffer)
    return repack(buffer.getvalue(), source.date)


def make_xlsx(source: Source) -> bytes:
    """One sheet a heading; a cell ``=formula :: value`` keeps the formula and its last value."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": source.title, "author": source.author, "created": source.date})
    bold = book.add_format({"bold": True})
    sheet, line = None, 0
    for block in source.blocks:
        if block.kind == "h1":
            sheet, line = book.add_worksheet(block.text), 0
            sheet.set_column(0, 0, 34)
            sheet.set_column(1, 6, 18)
            continue
        for cells in block.rows or ((block.text,),):
            for column, cell in enumerate(cells):
                formula, _, value = cell.partition(" :: ")
                if formula.startswith("="):
                    sheet.write_formula(line, column, formula, bold, as_number(value))
                elif cell:
                    sheet.write(line, column, as_number(cell), bold if line == 0 else None)
            line += 1
    book.close()
    return repack(buffer.getvalue(), source.date)


def odf_properties(document: opendocument.OpenDocument, source: Source) -> None:
    stamp = source.date.strftime("%Y-%m-%dT%H:%M:%S")
    for kind, value in (
        (dc.Title, source.title),
        (meta.InitialCreator, source.author),
        (dc.Language, source.language),
        (meta.CreationDate, stamp),
        (dc.Date, stamp),
    ):
        document.meta.addElement(kind(text=value))


def odf_bytes(document: opendocument.OpenDocument, source: Source) -> bytes:
    buffer = io.BytesIO()
    document.write(buffer)
    return repack(buffer.getvalue(), source.date)


def odf_table(name: str, rows: tuple[tuple[str, ...], ...]) -> table.Table:
    grid = table.Table(name=name)
    grid.addElement(table.TableColumn(numbercolumnsrepeated=len(rows[0])))
    for cells in rows:
        row = table.TableRow()
        for cell in cells:
            value = as_number(cell)
            typed = {"valuetype": "float", "value": str(value)} if isinstance(value, float) else {"valuetype": "string"}
            element = table.TableCell(**typed)
            element.addElement(text.P(text=cell))
            row.addElement(element)
        grid.addElement(row)
    return grid


def make_odt(source: Source) -> bytes:
    document = opendocument.OpenDocumentText()
    odf_properties(document, source)
    big = style.Style(name="Heading", family="paragraph")
    big.addElement(style.TextProperties(fontsize="15pt", fontweight="bold"))
    document.styles.addElement(big)
    bullets: text.List | None = None
    for number, block in enumerate(source.blocks):
        if block.kind != "li":
            bullets = None
        if block.kind in ("h1", "h2"):
            document.text.addElement(text.H(outlinelevel=int(block.kind[1]), stylename=big, text=block.text))
        elif block.kind == "table":
            document.text.addElement(odf_table(f"Table{number}", block.rows))
        elif block.kind == "li":
            if bullets is None:
                bullets = text.List()
                document.text.addElement(bullets)
            item = text.ListItem()
            item.addElement(text.P(text=block.text))
            bullets.addElement(item)
        else:
            paragraph = text.P()
            for index, line in enumerate(block.text.split("\n")):
                if index:
                    paragraph.addElement(text.LineBreak())
                paragraph.addText(line)
            document.text.addElement(paragraph)
    return odf_bytes(document, source)


def make_ods(source: Source) -> bytes:
    document = opendocument.OpenDocumentSpreadsheet()
    odf_properties(document, source)
    name = source.title
    for block in source.blocks:
        if block.kind == "h1":
            name = block.text
        else:
            document.spreadsheet.addElement(odf_table(name, block.rows))
    return odf_bytes(document, source)


def make_pdf(source: Source) -> bytes:
    """Western European texts only: the fonts every PDF reader has hold no others."""
    styles = {
        kind: ParagraphStyle(kind, fontName=font, fontSize=size, leading=size * 1.4, spaceAfter=gap)
        for kind, font, size, gap in (
            ("h1", "Helvetica-Bold", 16, 10),
            ("h2", "Helvetica-Bold", 12, 6),
            ("p", "Helvetica", 10.5, 8),
            ("li", "Helvetica", 10.5, 4),
        )
    }
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "grey"), ("FONTNAME", (0, 0), (-1, -1), "Helvetica")])
    story: list[object] = []
    for block in source.blocks:
        if block.kind == "page":
            story.append(PageBreak())
        elif block.kind == "table":
            story += [Table(block.rows, style=grid, hAlign="LEFT"), Spacer(0, 4 * mm)]
        else:
            bullet = "•" if block.kind == "li" else None
            markup = escape(block.text).replace("\n", "<br/>")
            story.append(Paragraph(markup, styles[block.kind], bulletText=bullet))
    buffer = io.BytesIO()

    def number(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(A4[0] / 2, 12 * mm, str(canvas.getPageNumber()))

    page = BaseDocTemplate(
        buffer, pagesize=A4, title=source.title, author=source.author, lang=source.language, invariant=1
    )
    frame = Frame(page.leftMargin, page.bottomMargin, page.width, page.height)
    page.addPageTemplates(PageTemplate("page", [frame], onPageEnd=number))
    page.build(story)
    return buffer.getvalue()


def make_rtf(source: Source) -> bytes:
    def quote(words: str) -> str:
        out = []
        for char in words:
            if char in "\\{}":
                out.append("\\" + char)
            elif char == "\n":
                out.append("\\line ")
            elif ord(char) < 128:
                out.append(char)
            else:
                units = char.encode("utf-16-le")
                pairs = (units[low : low + 2] for low in range(0, len(units), 2))
                out.extend(f"\\u{int.from_bytes(pair, 'little', signed=True)}?" for pair in pairs)
        return "".join(out)

    looks = {"h1": r"\b\fs32 ", "h2": r"\b\fs26 ", "p": r"\fs22 ", "li": r"\fs22 \bullet  "}
    date = source.date
    lines = [
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fswiss Helvetica;}}",
        rf"{{\info{{\title {quote(source.title)}}}{{\author {quote(source.author)}}}"
        rf"{{\creatim\yr{date.year}\mo{date.month}\dy{date.day}}}}}",
    ]
    for block in source.blocks:
        if block.kind == "table":
            lines += [rf"{{\pard\fs22 {quote(' | '.join(row))}\par}}" for row in block.rows]
        else:
            lines.append(rf"{{\pard\sa160{looks[block.kind]}{quote(block.text)}\par}}")
    return ("\n".join(lines) + "\n}\n").encode("ascii")


def html_blocks(blocks: list[Block]) -> str:
    return "\n".join(f"<{b.kind}>{escape(b.text)}</{b.kind}>" for b in blocks)


def make_epub(source: Source) -> bytes:
    """One chapter a heading."""
    chapters: list[list[Block]] = []
    for block in source.blocks:
        if block.kind == "h1":
            chapters.append([])
        chapters[-1].append(block)
    names = [f"chapter{number}.xhtml" for number in range(1, len(chapters) + 1)]
    title, language = escape(source.title), source.language
    page = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        ' xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{language}">'
        "<head><title>{title}</title></head>\n<body>\n{body}\n</body></html>\n"
    )
    contents = "\n".join(
        f'<li><a href="{name}">{escape(chapter[0].text)}</a></li>'
        for name, chapter in zip(names, chapters, strict=True)
    )
    items = "\n".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(names)))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<?xml version="1.0"?>\n<container version="1.0" '
        'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        'full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n',
        "OEBPS/content.opf": '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" '
        'version="3.0" unique-identifier="id">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">hunch-sample-{source.date:%Y%m%d}</dc:identifier><dc:title>{title}</dc:title>'
        f"<dc:creator>{escape(source.author)}</dc:creator><dc:language>{language}</dc:language>"
        f'<meta property="dcterms:modified">{source.date:%Y-%m-%dT%H:%M:%SZ}</meta></metadata>\n<manifest>'
        f'<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n{items}'
        f"</manifest>\n<spine>{spine}</spine>\n</package>\n",
        "OEBPS/nav.xhtml": page.format(
            language=language, title=title, body=f'<nav epub:type="toc"><ol>\n{contents}\n</ol></nav>'
        ),
    }
    for name, chapter in zip(names, chapters, strict=True):
        body = html_blocks(chapter)
        files[f"OEBPS/{name}"] = page.format(language=language, title=escape(chapter[0].text), body=body)
    return pack({name: content.encode() for name, content in files.items()}, source.date)


def make_ipynb(source: Source) -> bytes:
    """Code between fences becomes a code cell, an ``output`` fence its printed output, the rest Markdown."""
    cells: list[dict[str, object]] = []
    marks = {"h1": "# ", "h2": "## ", "li": "- "}
    for block in source.blocks:
        lines = (marks.get(block.kind, "") + block.text).splitlines(keepends=True)
        if block.kind == "output":
            cells[-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": lines}]
        elif block.kind == "code":
            count = 1 + sum(cell["cell_type"] == "code" for cell in cells)
            cells.append(
                {"cell_type": "code", "execution_count": count, "metadata": {}, "outputs": [], "source": lines}
            )
        elif cells and cells[-1]["cell_type"] == "markdown":
            cells[-1]["source"] += ["\n\n", *lines]
        else:
            cells.append({"cell_type": "markdown", "metadata": {}, "source": lines})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 4}
    return (json.dumps(book, ensure_ascii=False, indent=1) + "\n").encode()


def make_eml(source: Source) -> bytes:
    """A message; ``attach`` names a document of the library that travels with it, kept in ``attachments/``."""
    message = EmailMessage()
    for key in ("from", "to", "subject", "message-id", "in-reply-to"):
        if key in source.head:
            message[key.title()] = source.head[key]
    message["Date"] = format_datetime(source.date.replace(tzinfo=UTC))
    message.set_content(source.body, cte="quoted-printable")
    name = source.head["attach"]
    content = make_document(TEXTS / "attachments" / f"{name}.md")
    message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    message.set_boundary("=_hunch_" + base64.b16encode(name.encode()).decode()[:24])
    return message.as_bytes()


MAKERS: dict[str, Callable[[Source], bytes]] = {
    ".txt": make_txt,
    ".docx": make_docx,
    ".pptx": make_pptx,
    ".xlsx": make_xlsx,
    ".odt": make_odt,
    ".ods": make_ods,
    ".pdf": make_pdf,
    ".rtf": make_rtf,
    ".epub": make_epub,
    ".ipynb": make_ipynb,
    ".eml": make_eml,
}


def make_document(path: Path) -> bytes:
    """The document made from one text."""
    return MAKERS[Path(path.stem).suffix](read_source(path))
