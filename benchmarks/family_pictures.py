"""Pictures in several versions, as people and programs make them, among pictures that only look alike."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from random import Random

from PIL import Image, ImageDraw, ImageEnhance, ImageFont

from benchmarks.data import ROOT, SHARED
from resources.draw_scenes import draw
from resources.draw_words import make_scene

_PHOTOS = (
    SHARED / "clip-known-answers" / "clip-retrieval" / "tests" / "test_clip_inference" / "test_images",
    SHARED / "clip-known-answers" / "rclip-e2e" / "tests" / "e2e" / "images",
    ROOT / "resources" / "library" / "pictures",
)
_WINDOW = (1280, 800)

Picture = Image.Image


def versions(random: Random) -> dict[str, Callable[[Picture], tuple[Picture, str, int]]]:
    """By name, what makes a version: the picture, the ending of its file, and the quality it is saved with."""

    def cropped(picture: Picture) -> Picture:
        left, top, right, bottom = (random.uniform(0, 0.04) for _ in range(4))
        width, height = picture.size
        box = round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height)
        return picture.crop(box)

    def resized(picture: Picture) -> Picture:
        factor = random.choice((0.25, 0.5, 0.75))
        return picture.resize((round(picture.width * factor), round(picture.height * factor)))

    return {
        "resized": lambda picture: (resized(picture), ".jpg", 90),
        "encoded anew": lambda picture: (picture, random.choice((".jpg", ".webp")), random.choice((30, 50, 70))),
        "other format": lambda picture: (picture, ".png", 90),
        "cropped": lambda picture: (cropped(picture), ".jpg", 90),
        "brightened": lambda picture: (
            ImageEnhance.Brightness(picture).enhance(random.uniform(0.8, 1.25)), ".jpg", 90
        ),
        "resized and encoded": lambda picture: (resized(picture), ".jpg", 60),
    }  # fmt: skip


def encoded(picture: Picture, ending: str, quality: int) -> bytes:
    """The bytes of a picture's file."""
    out = io.BytesIO()
    picture.save(out, {".jpg": "JPEG", ".webp": "WEBP", ".png": "PNG"}[ending], quality=quality)
    return out.getvalue()


def originals(random: Random, scenes: int) -> Iterator[tuple[str, Picture]]:
    """Pictures that have nothing to do with each other, by kind: drawn scenes, photos, screenshots, pages.

    Each scene comes twice, drawn differently: two pictures of one subject.
    """
    for _ in range(scenes):
        scene, size = make_scene(random), random.choice(((640, 480), (480, 640), (600, 600)))
        yield "scene", draw(scene, random, size)
        yield "scene", draw(scene, random, size)
    seen = set()
    for folder in _PHOTOS:
        for path in sorted(folder.glob("*")):
            # The sample library and the collections hold some pictures twice.
            if path.suffix in (".jpg", ".png", ".webp") and path.stem.lower() not in seen:
                seen.add(path.stem.lower())
                yield "photo", Image.open(path).convert("RGB")
    words = (ROOT / "resources" / "library" / "garden" / "compost-notes.txt").read_text(encoding="utf-8").split()
    for _ in range(scenes // 2):
        yield "screenshot", _screenshot(random, words)
        yield "page", _page(random, words)


def _screenshot(random: Random, words: list[str]) -> Picture:
    """A window of one program, always with the same bars, and with other text each time."""
    picture = Image.new("RGB", _WINDOW, (248, 248, 250))
    canvas, font = ImageDraw.Draw(picture), ImageFont.load_default(18)
    canvas.rectangle((0, 0, 1280, 44), fill=(52, 66, 92))
    canvas.rectangle((0, 44, 260, 800), fill=(228, 232, 240))
    for row in range(9):
        canvas.text((24, 70 + 44 * row), ("Inbox", "Sent", "Drafts", "Archive")[row % 4], (60, 60, 70), font)
    chosen = 64 + 44 * random.randrange(9)
    canvas.rectangle((0, chosen, 260, chosen + 38), outline=(120, 140, 200))
    for row in range(random.randint(8, 24)):
        line = " ".join(random.choices(words, k=random.randint(4, 11)))
        canvas.text((290, 80 + 28 * row), line, (30, 30, 30), font)
    return picture


def _page(random: Random, words: list[str]) -> Picture:
    """A scanned letter."""
    picture = Image.new("RGB", (820, 1160), (252, 251, 247))
    canvas, font = ImageDraw.Draw(picture), ImageFont.load_default(20)
    canvas.text((80, 80), " ".join(random.choices(words, k=3)), (20, 20, 20), ImageFont.load_default(30))
    y = 170
    for _ in range(random.randint(3, 6)):
        for _ in range(random.randint(2, 6)):
            canvas.text((80, y), " ".join(random.choices(words, k=random.randint(6, 9))), (20, 20, 20), font)
            y += 27
        y += 26
    return picture
