"""Known pictures and sentences on which compiled towers are compared with open_clip. Drawn in code, always the same."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw, ImageFilter

_COUNT = 24
_SIZES = ((288, 288), (384, 288), (288, 512), (1152, 288), (97, 61), (224, 224), (640, 480), (31, 200))
_COLOURS = ("red", "green", "blue", "yellow", "black", "white", "orange", "purple", "grey", "brown")
_SHAPES = ("circle", "square", "triangle", "line")

SENTENCES = (
    "", "dog", "a photo of a dog", "red kayak at the lake", "two green circles left of a star", "Total due 318.50",
    "a person riding a bicycle in the rain", "birthday cake with candles", "screenshot of an error message",
    "the view from our hotel room in Lisbon", "handwritten notes about photosynthesis", "a map", "sunset over the sea",
    "ein Hund spielt mit einem Ball", "les enfants au musée", "赤いカヤック", "диаграмма продаж",
    "grandmother's garden",
    "a very long sentence about nothing in particular that goes on until the last token of the shortest context",
    "bar chart of quarterly revenue", "cat asleep on a keyboard", "snow-covered mountains", "receipt from a bakery",
    "black and white portrait",
)


def sample_pictures() -> list[Image.Image]:
    """RGB pictures of many shapes: coloured figures on plain, shaded and noisy grounds."""
    source = random.Random(7)
    return [_draw(source, _SIZES[index % len(_SIZES)]) for index in range(_COUNT)]


def _draw(source: random.Random, size: tuple[int, int]) -> Image.Image:
    picture = _ground(source, size)
    pen = ImageDraw.Draw(picture)
    for _ in range(source.randint(1, 5)):
        reach = source.uniform(0.1, 0.5) * min(size)
        x, y = source.uniform(0, size[0] - reach), source.uniform(0, size[1] - reach)
        colour, box = source.choice(_COLOURS), (x, y, x + reach, y + reach)
        match source.choice(_SHAPES):
            case "circle":
                pen.ellipse(box, fill=colour)
            case "square":
                pen.rectangle(box, fill=colour)
            case "triangle":
                pen.polygon([(x, y + reach), (x + reach, y + reach), (x + reach / 2, y)], fill=colour)
            case _:
                pen.line(box, fill=colour, width=max(1, int(reach / 10)))
    return picture


def _ground(source: random.Random, size: tuple[int, int]) -> Image.Image:
    kind = source.choice(("plain", "shaded", "noisy"))
    colour = source.choice(_COLOURS)
    if kind == "plain":
        return Image.new("RGB", size, colour)
    if kind == "shaded":
        shade = Image.linear_gradient("L").resize(size)
        return Image.composite(Image.new("RGB", size, colour), Image.new("RGB", size, source.choice(_COLOURS)), shade)
    noise = Image.frombytes("RGB", (32, 32), source.randbytes(32 * 32 * 3)).resize(size)
    return Image.blend(noise.filter(ImageFilter.GaussianBlur(1)), Image.new("RGB", size, colour), 0.4)
