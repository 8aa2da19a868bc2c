from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping

import pytest
from PIL import Image
from pypdf import PdfWriter

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.helpers.officefiles import docx, paragraph, pptx, relations, shape, zipped


def picture(seed: int, size: tuple[int, int] = (300, 200), form: str = "PNG") -> bytes:
    chance = random.Random(seed)
    drawn = Image.new("RGB", size)
    for left in range(0, size[0], 20):
        color = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        drawn.paste(color, (left, 0, left + 20, size[1]))
    out = io.BytesIO()
    drawn.save(out, form)
    return out.getvalue()


def adding(archive: bytes, parts: Mapping[str, bytes | str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as whole:
        return zipped({name: whole.read(name) for name in whole.namelist()} | dict(parts))


def read(name: str, data: bytes) -> Document:
    return read_any(Source.of_bytes(name, data), Budget())


def with_pictures(*pictures: bytes) -> bytes:
    names = [f"media/image{number}.png" for number in range(len(pictures))]
    data = docx(paragraph("text"), parts=[("image", name, "") for name in names])
    return adding(data, {f"word/{name}": picture for name, picture in zip(names, pictures, strict=True)})


def test_word() -> None:
    document = read("a.docx", with_pictures(picture(1), picture(2, form="JPEG")))
    assert [(view.locator, view.width) for view in document.views] == [
        ({"member": "word/media/image0.png"}, 300), ({"member": "word/media/image1.png"}, 300),
    ]  # fmt: skip
    assert document.blocks[0].text == "text"


def test_logos_repetitions_and_broken_ones_are_left_out() -> None:
    broken = picture(3)[:90]
    document = read("a.docx", with_pictures(picture(1), picture(1), picture(2, (60, 300)), broken, b"\1\0\0\0 EMF"))
    assert len(document.views) == 1
    assert [note.code for note in document.notes] == ["partial", "partial"]
    assert "image3.png" in document.notes[0].detail


def test_views_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "VIEWS", 3)
    assert len(read("a.docx", with_pictures(*map(picture, range(6)))).views) == 3
    monkeypatch.setattr(limits, "VIEWS_BYTES", 1)
    assert len(read("a.docx", with_pictures(*map(picture, range(6)))).views) == 1


def test_powerpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    data = adding(pptx([shape("one"), shape("two")]), {
        "ppt/slides/_rels/slide2.xml.rels": relations([("image", f"../media/i{n}.png") for n in range(3)]),
        **{f"ppt/media/i{n}.png": picture(n) for n in range(3)},
    })  # fmt: skip
    assert [view.locator for view in read("a.pptx", data).views] == [{"slide": 2}] * 3
    monkeypatch.setattr(limits, "PAGE_VIEWS", 2)
    assert len(read("a.pptx", data).views) == 2


def test_epub() -> None:
    package = (
        '<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="i" href="img/a.png" media-type="image/png"/><item id="m" href="gone.png" media-type="image/png"/>'
        '</manifest><spine><itemref idref="c"/></spine></package>'
    )
    data = zipped({
        "mimetype": "application/epub+zip", "OEBPS/book.opf": package, "OEBPS/c.xhtml": "<p>hello</p>",
        "META-INF/container.xml": '<container><rootfile full-path="OEBPS/book.opf"/></container>',
        "OEBPS/img/a.png": picture(1),
    })  # fmt: skip
    assert [view.locator for view in read("a.epub", data).views] == [{"member": "OEBPS/img/a.png"}]


@pytest.mark.parametrize(("kind", "place"), [("text", {"member": "Pictures/a.png"}), ("presentation", {"slide": 2})])
def test_opendocument(kind: str, place: dict[str, int | str]) -> None:
    shown = '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    body = f"<text:p>hi{shown}</text:p>" if kind == "text" else f"<draw:page/><draw:page>{shown}</draw:page>"
    names = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "text", "draw", "xlink"))
    data = zipped({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {names}><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>",
        "Pictures/a.png": picture(1), "Pictures/unused.png": picture(2),
    })  # fmt: skip
    assert [view.locator for view in read("a.odt", data).views] == [place]


def scanned(*pages: bytes) -> bytes:
    opened = [Image.open(io.BytesIO(page)) for page in pages]
    out = io.BytesIO()
    opened[0].save(out, "PDF", save_all=True, append_images=opened[1:], resolution=72)
    return out.getvalue()


def test_a_scanned_pdf_is_views_and_pages_to_be_read() -> None:
    document = read("a.pdf", scanned(picture(1, (600, 800)), picture(2, (600, 800))))
    assert (document.scans, document.blocks, document.notes) == ([1, 2], [], [])
    assert [(view.locator, view.width, view.height) for view in document.views] == [
        ({"page": 1}, 600, 800), ({"page": 2}, 600, 800),
    ]  # fmt: skip
    with Image.open(io.BytesIO(document.views[0].webp)) as view:
        assert view.size == (288, 384)


def test_a_page_without_anything_is_no_scan() -> None:
    writer = PdfWriter()
    writer.append(io.BytesIO(scanned(picture(1, (600, 800)))))
    writer.add_blank_page(600, 800)
    out = io.BytesIO()
    writer.write(out)
    assert read("a.pdf", out.getvalue()).scans == [1]
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(KnownError) as error:
        read("a.pdf", out.getvalue())
    assert error.value.code == "no_text"


def test_a_picture_on_a_page_with_text() -> None:
    from tests.indexer.extract.test_pdf import lines, pdf

    page = PdfWriter(clone_from=io.BytesIO(pdf(lines(*["Words that stand on this page beside a picture."] * 4))))
    stamp = PdfWriter(clone_from=io.BytesIO(scanned(picture(1, (200, 150)))))
    page.pages[0].merge_page(stamp.pages[0])
    out = io.BytesIO()
    page.write(out)
    document = read("a.pdf", out.getvalue())
    assert document.scans == []
    (view,) = document.views
    assert ((view.width, view.height), view.locator) == ((200, 150), {"page": 1})
    with Image.open(io.BytesIO(view.webp)) as seen, Image.open(io.BytesIO(picture(1, (200, 150)))) as wanted:
        found, true = (each.convert("RGB").resize((200, 150)).getpixel((50, 75)) for each in (seen, wanted))
    assert isinstance(found, tuple)
    assert isinstance(true, tuple)
    assert all(abs(a - b) < 40 for a, b in zip(found, true, strict=True))
