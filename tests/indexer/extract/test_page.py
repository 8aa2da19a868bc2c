"""Pages and pictures as the drawing child draws them."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from indexer.extract import page
from indexer.extract.page import Drawer
from indexer.paths import to_text
from tests.indexer.extract.test_pdf import lines, pdf
from tests.indexer.extract.test_picture import BLUE, HALVES_HEIC, RED, WHITE, halves, saved

BLACK_LEFT = "0 0 300 800 re f\n"


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.close()


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def ask(drawer: Drawer, path: Path, number: int = 1, width: int = 300, passage: str = "") -> tuple[Any, Image.Image]:
    header, png = drawer.answer({"path": to_text(str(path)), "number": number, "width": width, "passage": passage})
    assert "error" not in header, header
    picture = Image.open(io.BytesIO(png))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    assert picture.size == (header["ok"]["width"], header["ok"]["height"])
    return header["ok"], picture


def code(drawer: Drawer, path: Path, number: int = 1) -> str:
    header, png = drawer.answer({"path": to_text(str(path)), "number": number, "width": 300, "passage": "a"})
    assert png == b""
    found: str = header["error"]["code"]
    return found


def darkest(picture: Image.Image) -> int:
    return min(picture.tobytes())


def near(color: Any, expected: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(color, expected, strict=True))


def test_a_page_is_drawn_as_wide_as_asked_for_with_its_passage_marked(drawer: Drawer, write: Any) -> None:
    path = write("a.pdf", pdf(BLACK_LEFT, lines("The boiler is serviced")))
    found, picture = ask(drawer, path)
    assert (picture.size, found["pages"], found["marks"]) == ((300, 400), 2, [])
    assert picture.getpixel((10, 10)) == (0, 0, 0)
    assert picture.getpixel((290, 10)) == WHITE
    found, picture = ask(drawer, path, 2, 1200, "the boiler is serviced")
    assert picture.size == (1200, 1600)
    ((left, top, width, height),) = found["marks"]
    inside = picture.crop((int(left), int(top), int(left + width), int(top + height))).convert("L")
    assert darkest(inside) < 100
    picture.paste(WHITE, (int(left) - 1, int(top) - 1, int(left + width) + 2, int(top + height) + 2))
    assert darkest(picture.convert("L")) == 255


@pytest.mark.parametrize("width", [16, 299, 700, 1001, 4000])
def test_the_width_is_the_one_asked_for(drawer: Drawer, write: Any, width: int) -> None:
    data = pdf("").replace(b"[0 0 600 800]", b"[0 0 595.27559 841.88976]")
    assert ask(drawer, write("a.pdf", data), width=width)[1].width == width


def test_a_page_on_its_side_is_turned(drawer: Drawer, write: Any) -> None:
    turned = pdf(BLACK_LEFT).replace(b"/MediaBox [0 0 600 800]", b"/Rotate 90 /MediaBox [0 0 600 800]")
    _, picture = ask(drawer, write("a.pdf", turned), width=400)
    assert picture.size == (400, 300)
    assert picture.getpixel((200, 10)) == (0, 0, 0)
    assert picture.getpixel((200, 290)) == WHITE


def test_what_was_filled_into_a_form_is_drawn(drawer: Drawer, write: Any) -> None:
    form = (
        "/AcroForm << /Fields [20 0 R] /DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 3 0 R >> >> >>"
    )
    plain = pdf("", extra=form)
    field = (
        b"20 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Mia) /Rect [100 600 500 700] /F 4"
        b" /DA (/Helv 40 Tf 0 g) /MK << /BG [1 0 0] >> /P 5 0 R >>\nendobj\n"
    )
    # Readers find objects that the table leaves out when there is no table.
    data = plain.replace(b"/Type /Page /Parent", b"/Type /Page /Annots [20 0 R] /Parent")
    data = data.partition(b"xref\n")[0] + field
    _, picture = ask(drawer, write("a.pdf", data + b"trailer << /Root 1 0 R /Size 21 >>\n%%EOF"), width=600)
    assert darkest(picture.crop((100, 100, 500, 200)).convert("L")) < 200


def test_the_document_stays_open_until_it_changes_or_another_is_asked_for(
    drawer: Drawer, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    real = pypdfium2.PdfDocument

    def count(stream: Any) -> Any:
        opened.append(stream)
        return real(stream)

    monkeypatch.setattr(pypdfium2, "PdfDocument", count)
    first, second = write("a.pdf", pdf(BLACK_LEFT, "")), write("b.pdf", pdf(""))
    ask(drawer, first)
    ask(drawer, first, 2)
    assert len(opened) == 1
    first.write_bytes(pdf("", BLACK_LEFT, ""))
    found, picture = ask(drawer, first)
    assert found["pages"] == 3
    assert picture.getpixel((10, 10)) == WHITE
    ask(drawer, second)
    assert len(opened) == 3
    assert all(getattr(stream, "closed", False) for stream in opened[:2])
    monkeypatch.setattr(page, "_KEEPS_OPEN", False)
    ask(drawer, second)
    assert all(getattr(stream, "closed", False) for stream in opened)


def test_a_picture_is_upright_fits_and_is_never_enlarged(drawer: Drawer, write: Any) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = write("a.jpg", saved(halves(), "JPEG", exif=exif, quality=95))
    found, picture = ask(drawer, path, width=150)
    assert (picture.size, found["pages"], found["marks"]) == ((150, 200), 1, [])
    assert near(picture.getpixel((75, 20)), RED)
    assert near(picture.getpixel((75, 180)), BLUE)
    assert ask(drawer, path, width=4_000)[1].size == (300, 400)


@pytest.mark.parametrize("name", ["a.heic", "a.png", "a.gif", "a.bmp", "a.webp", "a.psd", "a.jp2", "wrong.txt"])
def test_other_formats_need_no_decoder_of_the_window(name: str, drawer: Drawer, write: Any) -> None:
    forms = {"a.png": "PNG", "a.gif": "GIF", "a.bmp": "BMP", "a.webp": "WEBP", "a.jp2": "JPEG2000", "wrong.txt": "PNG"}
    if name == "a.psd":
        header = b"8BPS\0\1" + bytes(6) + (3).to_bytes(2, "big") + (300).to_bytes(4, "big") + (400).to_bytes(4, "big")
        planes = b"".join(bytes([color] * 400 * 300) for color in (255, 0, 0))
        data = header + b"\0\x08\0\3" + bytes(12) + bytes(2) + planes
    else:
        data = HALVES_HEIC if name == "a.heic" else saved(halves(), forms[name])
    _, picture = ask(drawer, write(name, data), width=200)
    assert picture.size == (200, 150)
    assert near(picture.getpixel((20, 75)), RED)


def test_a_drawing_is_sharp_at_any_width(drawer: Drawer, write: Any) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="20" height="20"/></svg>'
    found, picture = ask(drawer, write("a.svg", drawing), width=800)
    assert (picture.size, found["pages"]) == ((800, 400), 1)
    assert picture.getpixel((398, 200)) == (0, 0, 0)
    assert picture.getpixel((402, 200)) == WHITE


def test_pages_of_a_tiff_and_pictures_of_an_animation_have_numbers(drawer: Drawer, write: Any) -> None:
    red, blue = Image.new("RGB", (60, 40), RED), Image.new("RGB", (60, 80), BLUE)
    tiff = write("a.tiff", saved(red, "TIFF", save_all=True, append_images=[blue]))
    found, picture = ask(drawer, tiff, 2)
    assert (found["pages"], picture.size) == (2, (60, 80))
    assert near(picture.getpixel((5, 5)), BLUE)
    gif = write("a.gif", saved(red, "GIF", save_all=True, append_images=[Image.new("RGB", (60, 40), BLUE)]))
    found, picture = ask(drawer, gif, 2)
    assert found["pages"] == 2
    assert near(picture.getpixel((5, 5)), BLUE)
    assert code(drawer, tiff, 3) == "damaged"


def test_a_tiff_whose_end_is_broken_shows_its_beginning(drawer: Drawer, write: Any) -> None:
    red = Image.new("RGB", (60, 40), RED)
    data = saved(red, "TIFF", save_all=True, append_images=[red, red])
    found, picture = ask(drawer, write("a.tiff", data[: len(data) * 2 // 3]))
    assert near(picture.getpixel((5, 5)), RED)
    assert found["pages"] >= 1


def test_what_is_very_long_is_drawn_smaller(drawer: Drawer, write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_PIXELS", 40_000)
    assert ask(drawer, write("a.png", saved(Image.new("RGB", (100, 4_000)), "PNG")))[1].size == (32, 1265)
    roll = pdf("").replace(b"[0 0 600 800]", b"[0 0 100 9000]")
    size = ask(drawer, write("a.pdf", roll))[1].size
    assert size[0] * size[1] <= 42_000
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="4000"/>'
    assert ask(drawer, write("a.svg", drawing))[1].size == (32, 1265)


def test_what_cannot_be_drawn_is_told_as_reading_tells_it(drawer: Drawer, write: Any, tmp_path: Path) -> None:
    locked = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("", ""))))
    locked.encrypt("secret")
    out = io.BytesIO()
    locked.write(out)
    assert code(drawer, write("locked.pdf", out.getvalue())) == "encrypted"
    assert code(drawer, write("short.pdf", b"%PDF-1.4\nnothing")) == "damaged"
    assert code(drawer, write("a.pdf", pdf("")), 2) == "damaged"
    assert code(drawer, write("a.jpg", saved(halves(), "JPEG")[:100])) == "damaged"
    assert code(drawer, write("a.txt", b"plain words")) == "unsupported"
    assert code(drawer, tmp_path / "gone.pdf") == "vanished"
    assert code(drawer, tmp_path) == "special"
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    assert code(drawer, tmp_path / "link.pdf") == "link"
    header, _ = drawer.answer({"path": "a", "number": 0, "width": 3, "passage": ""})
    assert header["error"]["code"] == "io_error"


def test_a_name_that_is_no_text_is_opened(drawer: Drawer, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf")
    Path(path).write_bytes(pdf(""))
    assert ask(drawer, Path(path))[0]["pages"] == 1


def test_the_next_page_of_a_long_document_is_there_at_once(drawer: Drawer, write: Any) -> None:
    path = write("a.pdf", pdf(*[lines(*[f"Line {n} of page {page}" for n in range(40)]) for page in range(300)]))
    ask(drawer, path)
    began = time.perf_counter()
    ask(drawer, path, 250, 900, "Line 3 of page 249 Line 4 of page 249")
    assert time.perf_counter() - began < 1
