"""Draw scenes from a sheet of small drawings.

The sheet ``clip-drawn/objects.webp`` is cut once from a font of colour emoji, so drawing needs no font:

    python -m resources.draw_scenes NotoColorEmoji.ttf
"""

from __future__ import annotations

import math
import sys
from functools import cache, lru_cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont, ImageOps

from resources.draw_words import COLOURS, SHAPES, Scene, Thing, read_objects

SHEET = Path(__file__).resolve().parent / "clip-drawn" / "objects.webp"
CELL = 96
COLUMNS = 24
GLYPH_SIZE = 109  # the only size Noto Color Emoji is drawn at

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]


@cache
def drawings() -> dict[str, list[Image.Image]]:
    """Name -> its drawings, RGBA, CELL x CELL pixels."""
    with Image.open(SHEET) as opened:
        sheet = opened.convert("RGBA")
    found: dict[str, list[Image.Image]] = {}
    at = 0
    for name, (characters, _) in read_objects().items():
        for _ in characters:
            left, top = at % COLUMNS * CELL, at // COLUMNS * CELL
            found.setdefault(name, []).append(sheet.crop((left, top, left + CELL, top + CELL)))
            at += 1
    for shape in SHAPES:
        found[shape] = [draw_shape(shape)]
    return found


def draw_shape(shape: str) -> Image.Image:
    """White with a grey rim, so that it can be tinted and is seen on its own colour too."""
    side = CELL * 4
    image = Image.new("RGBA", (side, side))
    canvas = ImageDraw.Draw(image)
    for colour, gap in (((70, 70, 70, 255), 8), ((150, 150, 150, 255), 26)):
        low, high, middle, reach = gap, side - gap, side / 2, side / 2 - gap
        if shape == "circle":
            canvas.ellipse((low, low, high, high), fill=colour)
        elif shape == "oval":
            canvas.ellipse((low, low + side // 4, high, high - side // 4), fill=colour)
        elif shape == "square":
            canvas.rectangle((low, low, high, high), fill=colour)
        elif shape == "cross":
            arm = side / 6 - gap / 2
            canvas.rectangle((low, middle - arm, high, middle + arm), fill=colour)
            canvas.rectangle((middle - arm, low, middle + arm, high), fill=colour)
        else:
            reaches = {"triangle": [1.0] * 3, "hexagon": [1.0] * 6, "star": [1.0, 0.42] * 5}[shape]
            turns = [2 * math.pi * step / len(reaches) - math.pi / 2 for step in range(len(reaches))]
            corners = [
                (middle + reach * far * math.cos(turn), middle + reach * far * math.sin(turn))
                for far, turn in zip(reaches, turns, strict=True)
            ]
            canvas.polygon(corners, fill=colour)
    return image.resize((CELL, CELL), Image.Resampling.LANCZOS)


@lru_cache(8192)
def sprite(name: str, which: int, colour: str | None) -> Image.Image:
    plain = drawings()[name][which]
    if colour is None:
        return plain
    red, green, blue = COLOURS[colour]
    dark = (red * 2 // 5, green * 2 // 5, blue * 2 // 5)
    if name in SHAPES:
        light: Colour = (red, green, blue)
    else:
        light = (128 + red // 2, 128 + green // 2, 128 + blue // 2)
    tinted = ImageOps.colorize(plain.convert("L"), dark, light, (red, green, blue), midpoint=140)
    tinted.putalpha(plain.getchannel("A"))
    return tinted


def draw(scene: Scene, random: Random, size: tuple[int, int]) -> Image.Image:
    """An RGB picture of the scene; positions, background and the choice of drawings are left to ``random``.

    Everything is put into the largest square in the middle, which is what image models look at.
    """
    image = background(scene.place, random, size)
    side = min(size)
    for thing, box in zip(scene.things, regions(scene, random), strict=True):
        which = random.randrange(len(drawings()[thing.name]))
        for cell in cells(thing.count, box):
            paste(image, thing, which, cell, random, side)
    return image


def regions(scene: Scene, random: Random) -> list[Box]:
    """One box a thing, in parts of the side of the square."""
    number = len(scene.things)
    if number == 1:
        return [(0, 0, 1, 1)]
    cut = random.uniform(0.44, 0.56)
    sideways = scene.relation == "left" or (scene.relation is None and random.random() < 0.5)
    first, rest = ((0, 0, cut, 1), (cut, 0, 1, 1)) if sideways else ((0, 0, 1, cut), (0, cut, 1, 1))
    boxes: list[Box] = [first, rest]
    if number == 3:
        left, top, right, bottom = rest
        middle = (top + bottom) / 2 if sideways else (left + right) / 2
        halves: list[Box] = (
            [(left, top, right, middle), (left, middle, right, bottom)]
            if sideways
            else [(left, top, middle, bottom), (middle, top, right, bottom)]
        )
        boxes = [first, *halves]
    if scene.relation is None:
        random.shuffle(boxes)
    return boxes


def cells(count: int, box: Box) -> list[Box]:
    left, top, right, bottom = box
    wide = right - left >= bottom - top
    if count == 1:
        return [box]
    if count == 2:
        columns, rows = (2, 1) if wide else (1, 2)
    elif count == 3 and (right - left) != (bottom - top):
        columns, rows = (3, 1) if wide else (1, 3)
    else:
        columns, rows = 2, 2
    across, down = (right - left) / columns, (bottom - top) / rows
    every = [
        (left + column * across, top + row * down, left + (column + 1) * across, top + (row + 1) * down)
        for row in range(rows)
        for column in range(columns)
    ]
    return every[:count]


def paste(image: Image.Image, thing: Thing, which: int, cell: Box, random: Random, side: int) -> None:
    left, top, right, bottom = (value * side for value in cell)
    room = min(right - left, bottom - top)
    if thing.size:
        share = random.uniform(0.22, 0.36) if thing.size == "small" else random.uniform(0.82, 0.97)
    else:
        share = random.uniform(0.45, 0.8) if thing.count == 1 and room == side else random.uniform(0.72, 0.96)
    length = max(6, round(room * share))
    drawn = sprite(thing.name, which, thing.colour).resize((length, length), Image.Resampling.BICUBIC)
    if random.random() < 0.5:
        drawn = ImageOps.mirror(drawn)
    if random.random() < 0.5:
        drawn = drawn.rotate(random.uniform(-14, 14), Image.Resampling.BILINEAR)
    x = left + random.uniform(0, right - left - length) + (image.width - side) / 2
    y = top + random.uniform(0, bottom - top - length) + (image.height - side) / 2
    image.paste(drawn, (round(x), round(y)), drawn)


def background(place: str | None, random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size

    def shade(red: int, green: int, blue: int, by: int = 16) -> Colour:
        shift = random.randint(-by, by)
        return (
            min(255, max(0, red + shift + random.randint(-6, 6))),
            min(255, max(0, green + shift + random.randint(-6, 6))),
            min(255, max(0, blue + shift + random.randint(-6, 6))),
        )

    if place is None:
        return plain_background(random, size)
    sky, ground = {
        "lake": ((190, 222, 246), (74, 140, 196)),
        "beach": ((168, 214, 244), (236, 214, 160)),
        "meadow": ((176, 216, 246), (116, 178, 84)),
        "night": ((18, 22, 58), (30, 36, 54)),
        "snow": ((204, 216, 230), (244, 247, 251)),
        "desert": ((246, 220, 172), (214, 164, 96)),
        "room": ((226, 210, 190), (150, 104, 66)),
        "road": ((198, 214, 226), (104, 106, 112)),
    }[place]
    image = Image.new("RGB", size, shade(*sky))
    canvas = ImageDraw.Draw(image)
    horizon = round(height * random.uniform(0.36, 0.6))
    canvas.rectangle((0, horizon, width, height), fill=shade(*ground))
    line = max(1, height // 64)
    if place == "lake":
        canvas.rectangle((0, horizon - 4 * line, width, horizon), fill=shade(70, 120, 70))
        for _ in range(9):
            x, y = random.uniform(0, width), random.uniform(horizon, height)
            canvas.line((x, y, x + width / 6, y), fill=shade(170, 208, 236), width=line)
    elif place == "beach":
        canvas.rectangle((0, horizon - 8 * line, width, horizon), fill=shade(62, 134, 190))
        canvas.rectangle((0, horizon, width, horizon + line), fill=(246, 250, 252))
    elif place == "meadow":
        for _ in range(24):
            x, y = random.uniform(0, width), random.uniform(horizon, height)
            canvas.line((x, y, x, y - 3 * line), fill=shade(76, 146, 56), width=line)
    elif place == "night":
        for _ in range(22):
            x, y = random.uniform(0, width), random.uniform(0, horizon)
            canvas.rectangle((int(x), int(y), int(x) + line - 1, int(y) + line - 1), fill=(250, 246, 214))
    elif place == "snow":
        for _ in range(26):
            x, y = random.uniform(0, width), random.uniform(0, height)
            canvas.ellipse((x, y, x + 2 * line, y + 2 * line), fill=(255, 255, 255))
    elif place == "desert":
        middle = random.uniform(0, width)
        canvas.ellipse((middle - width / 2, horizon - 5 * line, middle + width / 2, height), fill=shade(*ground))
    elif place == "room":
        canvas.rectangle((0, horizon, width, horizon + 2 * line), fill=shade(245, 240, 230, 6))
        for column in range(1, 6):
            canvas.line((width * column / 6, 0, width * column / 6, horizon), fill=shade(206, 188, 166), width=line)
    elif place == "road":
        middle = (horizon + height) // 2
        for step in range(0, width, max(1, width // 5)):
            canvas.rectangle((step, middle, step + width // 10, middle + line), fill=(248, 248, 240))
    return image


def plain_background(random: Random, size: tuple[int, int]) -> Image.Image:
    """One colour, a fade, stripes or blocks; mostly light, sometimes dark."""
    width, height = size
    low, high = (20, 90) if random.random() < 0.15 else (165, 255)

    def some() -> Colour:
        return (random.randint(low, high), random.randint(low, high), random.randint(low, high))

    first, second = some(), some()
    kind = random.choice(("flat", "flat", "fade", "stripes", "blocks"))
    if kind == "fade":
        mask = Image.linear_gradient("L").resize(size)
        if random.random() < 0.5:
            mask = mask.transpose(Image.Transpose.ROTATE_90).resize(size)
        return Image.composite(Image.new("RGB", size, first), Image.new("RGB", size, second), mask)
    image = Image.new("RGB", size, first)
    if kind == "flat":
        return image
    canvas = ImageDraw.Draw(image)
    parts = random.randint(4, 9)
    step = max(width, height) / parts
    for row in range(parts):
        for column in range(parts if kind == "blocks" else 1):
            if (row + column) % 2:
                right = (column + 1) * step if kind == "blocks" else width
                canvas.rectangle((column * step, row * step, right, (row + 1) * step), fill=second)
    return image


def cut_sheet(font_file: Path) -> None:
    """Write the sheet: every drawing of drawn_objects.txt, in its order."""
    font = ImageFont.truetype(font_file, GLYPH_SIZE)
    characters = "".join(characters for characters, _ in read_objects().values())
    sheet = Image.new("RGBA", (COLUMNS * CELL, -(-len(characters) // COLUMNS) * CELL))
    for at, character in enumerate(characters):
        glyph = Image.new("RGBA", (136, 128))
        ImageDraw.Draw(glyph).text((0, 0), character, font=font, embedded_color=True)
        glyph = ImageOps.pad(glyph.crop(glyph.getbbox()), (CELL, CELL), Image.Resampling.LANCZOS)
        sheet.paste(glyph, (at % COLUMNS * CELL, at // COLUMNS * CELL))
    sheet.save(SHEET, quality=80, alpha_quality=80, method=6)


if __name__ == "__main__":
    cut_sheet(Path(sys.argv[1]))
