from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from indexer.errors import KnownError
from indexer.extract import limits, ocr
from indexer.extract.ocr_layout import Corner, TextLine, box_of, in_reading_order, passages
from indexer.extract.source import Source
from indexer.extractor import OcrReader
from indexer.paths import to_text
from tests.helpers.outcome import outcome

SIZE = (1000, 1400)
NOTE = ("Total due 318.50", "Please pay by 8 May 2024")


def line(text: str, left: float, top: float, width: float = 300, height: float = 20, turn: float = 0.0) -> TextLine:
    """A line as the recogniser gives it; ``turn`` is in degrees around the page's corner."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(x: float, y: float) -> Corner:
        return x * cosine - y * sine, x * sine + y * cosine

    right, bottom = left + width, top + height
    return TextLine(text, (at(left, top), at(right, top), at(right, bottom), at(left, bottom)), 0.9)


def test_a_page_on_its_head_is_read_from_its_own_top() -> None:
    lines = [line(f"line {n}", -900, -1000 + 30 * n, turn=180.0) for n in range(4)]
    assert order(lines) == ["line 0", "line 1", "line 2", "line 3"]


def order(lines: list[TextLine]) -> list[str]:
    return [each.text for rows in in_reading_order(lines) for row in rows for each in row]


@pytest.mark.parametrize("turn", [-3.0, 0.0, 2.0])
def test_rows_are_read_from_left_to_right_also_on_a_page_askew(turn: float) -> None:
    lines = [
        line("Item", 100, 300, 100, turn=turn), line("Amount", 800, 300, 120, turn=turn),
        line("Call-out", 100, 330, 140, turn=turn), line("65.00", 800, 330, 100, turn=turn),
        line("Hose", 100, 360, 90, turn=turn), line("31.20", 800, 360, 100, turn=turn),
    ]  # fmt: skip
    assert order(lines[::-1]) == ["Item", "Amount", "Call-out", "65.00", "Hose", "31.20"]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    heading = line("A heading over both", 100, 40, 800, 40)
    left = [line(f"left {n}", 100, 120 + 28 * n, 380) for n in range(6)]
    right = [line(f"right {n}", 540, 121 + 28 * n, 380) for n in range(6)]
    wanted = [each.text for each in (heading, *left, *right)]
    assert order([*right, *left, heading]) == wanted


def test_paragraphs_and_their_boxes() -> None:
    lines = [line("The boiler was ser-", 100, 100), line("viced in spring.", 100, 128), line("Signed", 700, 1200, 100)]
    (passage,) = passages(lines, SIZE, 3)
    assert passage.text.split("\n\n") == ["The boiler was serviced in spring.", "Signed"]
    assert passage.locator == {"page": 3, "box": "100,71,700,800"}
    assert passages([], SIZE, None) == []


def test_a_long_page_becomes_passages_with_boxes_of_their_own() -> None:
    lines = [line("some words that stand on a page of a book " * 2, 100, 40 + 30 * n, 800) for n in range(20)]
    lines += [line("other words that stand further down on it " * 2, 100, 740 + 30 * n, 800) for n in range(20)]
    found = passages(lines, SIZE, None)
    assert len(found) > 2
    tops = [int(str(passage.locator["box"]).split(",")[1]) for passage in found]
    assert tops == sorted(tops)
    assert tops[0] == 29
    assert 529 <= tops[-1] < 1000


lines_anywhere = st.lists(
    st.builds(
        line, st.text(min_size=1, max_size=8).filter(str.strip), st.floats(-50, 1050), st.floats(-50, 1450),
        st.floats(1, 900), st.floats(1, 80), st.floats(-180, 180),
    ),
    max_size=40,
)  # fmt: skip


@given(lines_anywhere)
def test_every_line_is_read_once_and_every_box_is_inside(lines: list[TextLine]) -> None:
    assert sorted(order(lines)) == sorted(each.text for each in lines)
    for each in lines:
        x, y, width, height = box_of(each, SIZE)
        assert 0 <= x <= x + width <= 1.000001
        assert 0 <= y <= y + height <= 1.000001
    for passage in passages(lines, SIZE, 1):
        parts = [int(part) for part in str(passage.locator["box"]).split(",")]
        assert len(parts) == 4
        assert all(0 <= part <= 1000 for part in parts)


def written(texts: tuple[str, ...] = NOTE, size: tuple[int, int] = (800, 300)) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    for number, text in enumerate(texts):
        draw.text((60, 60 + 70 * number), text, font=ImageFont.load_default(36), fill="black")
    return picture


@pytest.fixture(scope="module")
def reader() -> Iterator[OcrReader]:
    reader = OcrReader(120, 2048)
    yield reader
    reader.close()


def test_a_note_in_a_picture_is_read_where_it_stands(reader: OcrReader, tmp_path: Path) -> None:
    written().save(tmp_path / "note.png")
    found = reader.read(to_text(str(tmp_path / "note.png")), "picture")
    assert [each.text for each in found.lines] == list(NOTE)
    (x, y, width, height), score = found.lines[0].box, found.lines[0].score
    assert (abs(x - 60 / 800) < 0.03, abs(y - 65 / 300) < 0.06, 0.2 < width < 0.6, height < 0.3) == (True,) * 4
    assert score > 0.8
    (passage,) = found.passages
    assert passage.text.split() == " ".join(NOTE).split()
    assert set(passage.locator) == {"box"}


def test_orientation_is_heeded(reader: OcrReader, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    written().transpose(Image.Transpose.ROTATE_90).save(tmp_path / "turned.jpg", exif=exif, quality=95)
    found = reader.read(to_text(str(tmp_path / "turned.jpg")), "picture")
    assert [each.text for each in found.lines] == list(NOTE)


def test_a_picture_upside_down_is_read_too(reader: OcrReader, tmp_path: Path) -> None:
    written().transpose(Image.Transpose.ROTATE_180).save(tmp_path / "turned.png")
    found = reader.read(to_text(str(tmp_path / "turned.png")), "picture")
    assert [each.text for each in found.lines] == list(NOTE)
    assert found.lines[0].box[1] > 0.6


def test_pages_of_a_scanned_pdf_and_of_a_tiff(reader: OcrReader, tmp_path: Path) -> None:
    first, second = written(("First page here",)), written(("Second page here",))
    first.save(tmp_path / "scan.tif", save_all=True, append_images=[second])
    first.save(tmp_path / "scan.pdf", save_all=True, append_images=[second], resolution=150)
    found = reader.read(to_text(str(tmp_path / "scan.pdf")), "pdf", 2)
    assert [each.text for each in found.lines] == ["Second page here"]
    assert found.passages[0].locator["page"] == 2
    found = reader.read(to_text(str(tmp_path / "scan.tif")), "picture", 2)
    assert [each.text for each in found.lines] == ["Second page here"]


def test_pictures_without_text_and_files_that_cannot_be_read(reader: OcrReader, tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "grey").save(tmp_path / "blank.png")
    found = reader.read(to_text(str(tmp_path / "blank.png")), "picture")
    assert (found.lines, found.passages) == ((), ())
    (tmp_path / "broken.png").write_bytes((tmp_path / "blank.png").read_bytes()[:60])
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 nothing")
    for name, kind, code in (
        ("missing.png", "picture", "vanished"), ("broken.png", "picture", "damaged"), ("a.txt", "text", "unsupported"),
        ("a.pdf", "pdf", "damaged"),
    ):  # fmt: skip
        with pytest.raises(KnownError) as error:
            reader.read(to_text(str(tmp_path / name)), kind)
        assert error.value.code == code
    assert outcome(lambda: reader.read(to_text(str(tmp_path / "blank.png")), "picture", 7)) == "damaged"


def test_the_recogniser_does_not_run_without_text(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[tuple[int, int]] = []

    def directions(picture: Image.Image) -> list[str]:
        looked_at.append(picture.size)
        return []

    monkeypatch.setattr(ocr, "_directions", directions)
    monkeypatch.setattr(ocr, "_recognised", lambda picture: pytest.fail("the recogniser ran"))
    assert ocr.find_lines(Image.new("RGB", (3000, 2000))) == []
    assert looked_at == [(limits.OCR_GLANCE_SIDE, 667)]


def test_missing_models_are_told_and_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_MODELS", {"Det": "not-there.onnx"})
    ocr._engine.cache_clear()
    with pytest.raises(KnownError) as error:
        ocr._engine()
    assert error.value.code == "model_missing"
    assert "not-there.onnx" in error.value.message


def test_requests_that_make_no_sense() -> None:
    for request in ({}, {"path": 3}, {"path": "/x", "kind": "pdf", "page": "1"}):
        assert ocr.answer(request)[0]["error"]["code"] == "io_error"


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    written().save(tmp_path / "note.png")
    reader = OcrReader(0.05, 2048)
    assert outcome(lambda: reader.read(to_text(str(tmp_path / "note.png")), "picture")) == "timed_out"
    reader.close()


def test_large_pictures_are_scaled_down_before(tmp_path: Path) -> None:
    Image.new("RGB", (5000, 1000)).save(tmp_path / "wide.png")
    assert ocr._picture(Source.of_file(tmp_path / "wide.png"), 1).size == (limits.OCR_SIDE, 400)
