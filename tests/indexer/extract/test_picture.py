from __future__ import annotations

import base64
import gzip
import io
import random
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.document import Document, View
from indexer.extract.picture import read_picture
from indexer.extract.picture_open import fitting
from indexer.extract.picture_view import differing_bits, make_view, perceptual_hash
from indexer.extract.readers import read_any
from indexer.extract.sniff import true_kind
from indexer.extract.source import Budget, Source
from indexer.extractor import Extractor
from indexer.paths import to_text
from tests.helpers.outcome import outcome

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def halves(width: int = 400, height: int = 300) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def scene(seed: int, size: tuple[int, int] = (400, 300)) -> Image.Image:
    chance = random.Random(seed)
    picture = Image.new("RGB", size, tuple(chance.randrange(256) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(8):
        x, y = chance.random() * size[0], chance.random() * size[1]
        color = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((x, y, x + size[0] / 3, y + size[1] / 3), fill=color)
    return picture


HALVES_HEIC = (Path(__file__).resolve().parents[2] / "data" / "halves.heic").read_bytes()
"""``halves()`` in a format that can be read here, not written."""


def saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def read(data: bytes, name: str = "a.png") -> Document:
    return read_picture(Source.of_bytes(name, data), Budget())


def shown(view: View) -> Image.Image:
    with Image.open(io.BytesIO(view.webp)) as picture:
        return picture.convert("RGB")


def failure(data: bytes, name: str = "a.png") -> str:
    with pytest.raises(KnownError) as error:
        read_any(Source.of_bytes(name, data), Budget())
    assert error.value.message
    return error.value.code


def near(found: Any, wanted: tuple[int, ...], room: int = 24) -> bool:
    return all(abs(a - b) <= room for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.tif", "TIFF"), ("a.bmp", "BMP"),
        ("a.avif", "AVIF"), ("a.ppm", "PPM"), ("a.jp2", "JPEG2000"), ("a.tga", "TGA"),
        ("a.pcx", "PCX"),
    ],
)  # fmt: skip
def test_formats(name: str, form: str) -> None:
    assert_halves(name, saved(halves(), form))


def test_a_photo_of_a_telephone() -> None:
    assert_halves("a.heic", HALVES_HEIC)


def assert_halves(name: str, data: bytes) -> None:
    document = read_any(Source.of_bytes(name, data), Budget())
    (view,) = document.views
    assert (view.width, view.height, view.locator) == (400, 300, {})
    assert (document.scans, document.pages, document.blocks) == ([], None, [])
    picture = shown(view)
    assert picture.size == (384, 288)
    assert near(picture.getpixel((50, 150)), RED)
    assert near(picture.getpixel((330, 150)), BLUE)


def test_an_icon_is_shown_in_its_largest_size() -> None:
    (view,) = read(saved(halves(128, 128), "ICO", sizes=[(16, 16), (128, 128)]), "a.ico").views
    assert shown(view).size == (128, 128)


def of_mode(mode: str) -> Image.Image:
    """White on the left, black on the right, white where it is transparent below."""
    left = np.zeros((40, 40), dtype=np.uint8)
    left[:, :20] = 255
    if mode in ("I;16", "I"):
        return Image.fromarray((left.astype(np.uint16) * 257) if mode == "I;16" else left.astype(np.int32) * 257)
    if mode == "F":
        return Image.fromarray(left.astype(np.float32) / 255)
    picture = Image.fromarray(left)
    if mode in ("LA", "RGBA"):
        picture = picture.convert(mode)
        alpha = Image.new("L", picture.size, 255)
        alpha.paste(0, (0, 30, 40, 40))
        picture.putalpha(alpha)
        return picture
    return picture.convert(mode)


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("1", "PNG"), ("L", "PNG"), ("P", "PNG"), ("LA", "PNG"), ("RGBA", "PNG"), ("CMYK", "TIFF"), ("CMYK", "JPEG"),
        ("YCbCr", "TIFF"), ("I;16", "PNG"), ("I;16", "TIFF"), ("I", "TIFF"), ("F", "TIFF"), ("LAB", "TIFF"),
    ],
)  # fmt: skip
def test_every_mode_becomes_plain_colours_on_white(mode: str, form: str) -> None:
    picture = of_mode("L").convert("RGB").convert(mode) if mode in ("CMYK", "YCbCr") else None
    if mode == "LAB":
        picture = Image.merge("LAB", (of_mode("L"), Image.new("L", (40, 40)), Image.new("L", (40, 40))))
    (view,) = read(saved(picture or of_mode(mode), form)).views
    seen = shown(view)
    assert near(seen.getpixel((8, 10)), WHITE)
    assert near(seen.getpixel((30, 10)), (0, 0, 0), 40)
    if mode in ("LA", "RGBA"):
        assert near(seen.getpixel((30, 36)), WHITE, 40)


def test_palette_with_transparency_and_numbers_of_other_ranges() -> None:
    palette = Image.new("P", (40, 40), 0)
    palette.putpalette([255, 0, 0, 0, 0, 255])
    palette.paste(1, (20, 0, 40, 40))
    seen = shown(read(saved(palette, "PNG", transparency=0)).views[0])
    assert near(seen.getpixel((8, 20)), WHITE)
    assert near(seen.getpixel((32, 20)), BLUE)
    twelve_bits = Image.fromarray(np.full((40, 40), 4095, dtype=np.uint16))
    assert near(shown(read(saved(twelve_bits, "TIFF")).views[0]).getpixel((20, 20)), WHITE)
    odd = np.full((40, 40), np.nan, dtype=np.float32)
    odd[:, 20:] = 1e9
    seen = shown(read(saved(Image.fromarray(odd), "TIFF")).views[0])
    assert near(seen.getpixel((8, 20)), (0, 0, 0))
    assert near(seen.getpixel((32, 20)), WHITE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_set_upright(form: str, orientation: int) -> None:
    turns = {
        1: [], 2: [Image.Transpose.FLIP_LEFT_RIGHT], 3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM], 5: [Image.Transpose.TRANSPOSE], 6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE], 8: [Image.Transpose.ROTATE_270],
    }  # fmt: skip
    picture = upright = scene(1)
    for turn in turns[orientation]:
        picture = picture.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    (view,) = read(saved(picture, form, exif=exif)).views
    assert (view.width, view.height) == (400, 300)
    wanted = upright.resize((384, 288))
    assert np.abs(np.asarray(shown(view), dtype=int) - np.asarray(wanted, dtype=int)).mean() < 8


@pytest.mark.parametrize(
    ("size", "seen"),
    [
        ((1000, 500), (576, 288)), ((50, 20), (50, 20)), ((3000, 100), (1152, 38)), ((1, 1), (1, 1)),
        ((4000, 1), (1152, 1)),
    ],
)
def test_views_keep_the_shape_and_are_never_enlarged(size: tuple[int, int], seen: tuple[int, int]) -> None:
    (view,) = read(saved(Image.new("RGB", size), "PNG")).views
    assert ((view.width, view.height), shown(view).size) == (size, seen)


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_fitting(width: int, height: int) -> None:
    found = fitting((width, height), limits.VIEW_SIDE, limits.VIEW_LONG_SIDE)
    assert 1 <= found[0] <= width
    assert 1 <= found[1] <= height
    assert max(found) <= limits.VIEW_LONG_SIDE
    assert min(found) <= limits.VIEW_SIDE


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_frames_that_are_plainly_other_become_views(form: str) -> None:
    frames = [scene(1), scene(1), scene(2), scene(3), scene(3)]
    data = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=50)
    views = read(data).views
    assert len(views) == 3
    assert views[0].locator == {"frame": 1}
    assert [view.locator["frame"] for view in views] == sorted(view.locator["frame"] for view in views)
    assert len({view.webp for view in views}) == 3


def test_frames_are_bounded() -> None:
    frames = [scene(seed, (120, 90)) for seed in range(12)]
    assert len(read(saved(frames[0], "GIF", save_all=True, append_images=frames[1:])).views) == limits.FRAMES


def test_pages_of_a_tiff(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [scene(1), scene(2, (300, 500)), scene(3)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    document = read(data, "a.tif")
    assert [(view.locator, view.width) for view in document.views] == [
        ({"page": 1}, 400), ({"page": 2}, 300), ({"page": 3}, 400),
    ]  # fmt: skip
    assert (document.pages, document.scans, document.notes) == (3, [1, 2, 3], [])
    monkeypatch.setattr(limits, "PICTURE_PAGES", 2)
    document = read(data, "a.tif")
    assert (document.scans, [note.code for note in document.notes]) == ([1, 2], ["cut_short"])


def test_hashes_of_copies_are_near_and_of_other_pictures_far() -> None:
    whole = make_view(scene(1, (1200, 900)), (1200, 900), {})
    assert whole.phash < 1 << 64
    for copy in (scene(1, (1200, 900)).resize((300, 225)), scene(1, (1200, 900)).convert("L").convert("RGB")):
        assert differing_bits(perceptual_hash(copy), whole.phash) <= 4
    assert min(differing_bits(perceptual_hash(scene(seed)), whole.phash) for seed in range(2, 12)) > 12
    assert perceptual_hash(Image.new("RGB", (9, 9), RED)) == perceptual_hash(Image.new("RGB", (80, 90), RED))


def test_what_is_no_picture_or_a_broken_one() -> None:
    png = saved(scene(1), "PNG")
    assert failure(png[: len(png) // 2]) == "damaged"
    assert failure(png[:30]) == "damaged"
    assert failure(saved(scene(1), "JPEG")[:900], "a.jpg") == "damaged"
    assert failure(bytes(range(256)), "a.jpg") == "damaged"
    assert failure(b"\xff\x0a" + bytes(range(200)), "a.jxl") == "unsupported"
    assert failure(b"", "a.png") == "empty"
    no_pixels = png[:16] + struct.pack(">II", 0, 5) + png[24:29] + struct.pack(">I", zlib.crc32(
        png[12:16] + struct.pack(">II", 0, 5) + png[24:29])) + png[33:]  # fmt: skip
    assert failure(no_pixels) == "damaged"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", saved(halves(), "JPEG"), "picture"),
        ("a.docx", saved(halves(), "PNG"), "picture"),
        ("notes.txt", saved(halves(), "GIF"), "picture"),
        ("unknown", saved(halves(), "WEBP"), "picture"),
        ("unknown", HALVES_HEIC, "picture"),
        ("unknown", saved(halves(), "BMP"), "picture"),
        ("a.png", b"<html><head><title>Not found</title></head><body>x</body></html>", "html"),
        ("a.jpg", b"%PDF-1.7\n%", "pdf"),
        ("a.jpg", b"just words, no picture at all\n", "text"),
        ("a.pbm", b"P1\n2 2\n1 0 0 1\n", "picture"),
        ("a.xml", b'<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', "picture"),
        ("a.xml", b"<?xml version='1.0'?><book><svg/></book>", "xml"),
        ("a.txt", b"BM is short for something else entirely", "text"),
    ],
)
def test_the_content_tells_a_picture(name: str, data: bytes, kind: str) -> None:
    assert true_kind(Source.of_bytes(name, data), kind_of(name)) == kind


def test_a_prologue_without_end_is_looked_at_once() -> None:
    head = b"<!--x-->" * 500
    assert true_kind(Source.of_bytes("a.xml", head), "xml") == "xml"


def claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size and that holds hardly anything."""
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(b"\0" * 100)) + part(b"IEND", b"")


def test_too_many_pixels_are_refused_before_any_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert failure(claiming(20_000, 20_000)) == "too_large"
    assert failure(claiming(2_000_000, 2_000_000)) == "too_large"
    monkeypatch.setattr(limits, "memory_bytes", lambda: 200_000)
    assert failure(saved(halves(), "PNG")) == "too_large"
    assert read(saved(halves(), "JPEG"), "a.jpg").views, "a JPEG is decoded at the size that is needed"
    assert failure(saved(halves(), "JPEG", progressive=True), "a.jpg") == "too_large"
    monkeypatch.setattr(limits, "memory_bytes", lambda: 800_000)
    assert read(saved(halves(), "JPEG", progressive=True), "a.jpg").views, "three bytes a pixel, coarse colours"
    assert failure(saved(halves(), "JPEG", progressive=True, subsampling=0), "a.jpg") == "too_large"


@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "ICO", "JPEG2000"]), st.binary(max_size=60),
       st.integers(0, 1500))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_damage_anywhere_is_a_view_or_a_known_error(form: str, noise: bytes, at: int) -> None:
    whole = saved(scene(1, (60, 45)), form)
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert outcome(lambda: read(damaged)) in ("ok", "damaged", "too_large", "unsupported")


def svg(inner: str, size: str = 'width="400" height="200"') -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>{inner}</svg>'
    ).encode()


def test_a_drawing_is_rendered_and_its_text_is_read() -> None:
    data = svg('<title>Floor plan</title><rect width="200" height="200" fill="red"/><text x="250" y="90">Bath</text>')
    for name, content in (("a.svg", data), ("a.svgz", gzip.compress(data))):
        document = read_any(Source.of_bytes(name, content), Budget())
        (view,) = document.views
        assert (view.width, view.height) == (400, 200)
        assert shown(view).size == (576, 288)
        assert near(shown(view).getpixel((100, 100)), RED)
        assert near(shown(view).getpixel((540, 20)), WHITE)
        assert (document.title, document.blocks[0].text) == ("Floor plan", "Floor plan\nBath")


def test_the_size_of_a_drawing() -> None:
    for size, wanted in (('viewBox="0 0 30 60"', (30, 60)), ('width="100%"', (300, 150)), ('width="2cm"', (300, 150))):
        (view,) = read(svg("<rect/>", size), "a.svg").views
        assert (view.width, view.height) == wanted
    assert failure(svg("<rect/>", 'viewBox="0 0 0 5"'), "a.svg") == "damaged"


def test_a_drawing_never_reaches_for_another_file(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(saved(Image.new("RGB", (50, 50), RED), "PNG"))
    embedded = base64.b64encode(saved(Image.new("RGB", (50, 50), BLUE), "PNG")).decode()
    inner = base64.b64encode(svg('<rect width="400" height="200" fill="red"/>')).decode()
    for link, seen in (
        (str(tmp_path / "secret.png"), WHITE), ((tmp_path / "secret.png").as_uri(), WHITE),
        (f"data:image/svg+xml;base64,{inner}", WHITE), (f"data:image/png;base64,{embedded}", BLUE),
        ("data:image/png;base64,AAAA", WHITE),
    ):  # fmt: skip
        shape = 'width="400" height="200" preserveAspectRatio="none"'
        (view,) = read(svg(f'<image {shape} xlink:href="{link}"/>'), "a.svg").views
        assert near(shown(view).getpixel((100, 100)), seen), link


def test_drawings_that_are_traps() -> None:
    levels = range(12)
    again = "".join(f'<g id="g{n + 1}">' + f'<use xlink:href="#g{n}"/>' * 10 + "</g>" for n in levels)
    patterns = "".join(f'<pattern id="p{n + 1}">' + f'<rect fill="url(#p{n})"/>' * 10 + "</pattern>" for n in levels)
    assert failure(svg(f'<defs><g id="g0"><rect/></g>{again}</defs><use xlink:href="#g12"/>'), "a.svg") == "hostile"
    assert failure(svg(f'<defs>{patterns}</defs><rect fill="url(#p12)"/>'), "a.svg") == "hostile"
    circle = '<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'
    assert failure(svg(circle), "a.svg") == "hostile"
    assert failure(svg("<g>" * 5_000 + "</g>" * 5_000), "a.svg") == "hostile"
    entity = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>")
    assert failure(entity, "a.svg") == "hostile"
    assert failure(svg("<rect>"), "a.svg") == "damaged"
    assert failure(gzip.compress(b"\0" * (20 << 20)), "a.svgz") in ("hostile", "too_large")


def raw_file(preview: bytes, orientation: int) -> bytes:
    """A TIFF with EXIF and, further on, a small and a large JPEG and one without loss, as cameras write them."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110] = orientation, "Example", "Raw 1"
    exif.get_ifd(0x8769)[0x9003] = "2023:07:01 12:00:00"
    tiff = exif.tobytes().removeprefix(b"Exif\0\0")
    lossless = b"\xff\xd8\xff\xc3\x00\x0b\x08\x20\x00\x20\x00\x01\x01\x11\x00"
    small = saved(scene(9, (90, 60)), "JPEG")
    return tiff + b"\0" * 100 + small + lossless + b"\xff\xd8\xff junk" + preview + b"\0" * 500


@pytest.mark.parametrize("name", ["a.nef", "b.CR2", "c.dng"])
def test_a_raw_file_is_seen_by_its_largest_preview(name: str, tmp_path: Path) -> None:
    preview = saved(scene(4, (600, 400)), "JPEG")
    path = tmp_path / name
    path.write_bytes(raw_file(preview, 6))
    for source in (Source.of_file(path), Source.of_bytes(name, path.read_bytes())):
        document = read_any(source, Budget())
        (view,) = document.views
        assert (view.width, view.height) == (400, 600)
        assert document.shot
        assert (document.shot.camera, document.shot.taken_at) == ("Example Raw 1", "2023-07-01T12:00:00")
        wanted = scene(4, (600, 400)).transpose(Image.Transpose.ROTATE_270)
        assert differing_bits(view.phash, perceptual_hash(wanted)) <= 6
    path.write_bytes(raw_file(b"", 1)[:150])
    assert failure(path.read_bytes(), name) == "unsupported"


def test_views_cross_to_the_parent(tmp_path: Path) -> None:
    pages = [scene(1), scene(2)]
    path = tmp_path / "a.tif"
    path.write_bytes(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    extractor = Extractor(60, 1024)
    try:
        found = extractor.read(to_text(str(path)), "picture")
        (tmp_path / "b.png").write_bytes(claiming(30_000, 30_000))
        assert outcome(lambda: extractor.read(to_text(str(tmp_path / "b.png")), "picture")) == "too_large"
    finally:
        extractor.close()
    assert found.passages == ()
    assert (found.scans, found.pages) == ((1, 2), 2)
    assert found.shot
    assert (found.shot.width, found.shot.height) == (400, 300)
    own = read(path.read_bytes(), "a.tif").views
    assert [(v.webp, v.phash, v.locator) for v in found.views] == [(v.webp, v.phash, v.locator) for v in own]


@pytest.mark.corpus
def test_every_shared_picture_ends_in_a_view_or_a_reason(shared_data: Path) -> None:
    extractor = Extractor(limits.KILL_SECONDS, limits.MEMORY_MB)
    outcomes: dict[str, list[str]] = {}
    marks: dict[str, list[int]] = {}
    try:
        for path in sorted((shared_data / "pictures").rglob("*")):
            if not path.is_file() or kind_of(path.name) != "picture":
                continue
            try:
                found = extractor.read(to_text(str(path)), "picture")
            except KnownError as error:
                outcomes.setdefault(error.code, []).append(path.name)
            else:
                outcomes.setdefault("ok", []).append(path.name)
                if path.parent.name == "exif-orientation":
                    assert (found.views[0].width > found.views[0].height) == path.name.startswith("Landscape")
                    marks.setdefault(path.name.partition("_")[0], []).append(found.views[0].phash)
    finally:
        extractor.close()
    assert outcomes.keys() <= {"ok", "damaged", "too_large", "unsupported", "empty"}, outcomes
    assert len(outcomes["ok"]) > 0.9 * sum(map(len, outcomes.values()))
    for family in marks.values():
        assert max(differing_bits(family[0], other) for other in family) <= 12
