"""Draw the pictures of the sample library.

    python -m resources.make_pictures

The names say nothing of what is drawn, as the names of photographs do. Same seeds, same pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from resources.draw_scenes import draw
from resources.draw_words import Scene, Thing

PICTURES = Path(__file__).resolve().parent / "library" / "pictures"
DATE_TAKEN, CAMERA, ORIENTATION = 0x9003, 0x0110, 0x0112
CAMERA_FACTS = 0x8769


@dataclass(frozen=True)
class Drawn:
    """``taken`` goes into the EXIF data of a JPEG; ``turned`` stores it on its side, as a phone does."""

    name: str
    scene: Scene
    seed: int
    size: tuple[int, int] = (480, 360)
    taken: str | None = None
    turned: bool = False


DRAWN = (
    Drawn("IMG_0412.jpg", Scene((Thing("canoe", "red"),), place="lake"), 3, taken="2024:07:14 10:22:05"),
    Drawn("IMG_0413.jpg", Scene((Thing("canoe", "red"),), place="lake"), 8, (400, 400), "2024:07:14 10:22:41"),
    Drawn("IMG_0431.jpg", Scene((Thing("dog"), Thing("football")), "left", "meadow"), 5, (360, 480),
          "2024:08:02 17:40:12", turned=True),
    Drawn("DSC00127.jpg", Scene((Thing("birthday cake"), Thing("balloon", count=3)), place="room"), 2, (400, 400),
          "2024:10:19 15:03:30"),
    Drawn("IMG_0455.png", Scene((Thing("penguin", count=2),), place="snow"), 4),
    Drawn("P1040233.webp", Scene((Thing("sun"), Thing("sailing boat")), "above", "beach"), 6, (400, 400)),
    Drawn("DSC00131.jpg", Scene((Thing("camel"), Thing("palm tree")), place="desert"), 7, taken="2025:02:11 12:55:48"),
    Drawn("IMG_0502.png", Scene((Thing("moon"), Thing("tent")), "above", "night"), 9, (400, 400)),
    Drawn("PXL_20250118_091544.webp", Scene((Thing("car", "blue"),), place="road"), 10),
    Drawn("IMG_0519.jpg", Scene((Thing("cat"), Thing("potted plant")), "left", "room"), 11, (400, 400),
          "2025:03:02 08:11:19"),
    Drawn("DSC00140.png", Scene((Thing("bicycle", "green"), Thing("tree")), place="meadow"), 12, (400, 400)),
    Drawn("IMG_0533.webp", Scene((Thing("circle", "yellow", 4),)), 13, (320, 320)),
)  # fmt: skip

RECEIPT = (
    ("HARBOUR PAINT & TOOLS", ""),
    ("14 Quay Street", ""),
    ("8 March 2025  16:42", ""),
    ("", ""),
    ("Eggshell paint, 2.5 l", "38.90"),
    ("Roller set", "12.75"),
    ("Masking tape", "4.20"),
    ("Sanding sheets", "6.60"),
    ("Ladder hire, one day", "24.00"),
    ("", ""),
    ("TOTAL DUE", "86.45"),
    ("Paid by card", "86.45"),
)
SLIDE_TITLE = "Choir tour: what is settled"
SLIDE_POINTS = (
    "Three concerts: Ghent, Lille and Bruges",
    "Rehearsals every Thursday from 8 January",
    "The coach leaves at 07:15 from the old brewery",
    "Singers pay 140 each, the choir pays the rest",
)


def write(drawn: Drawn) -> None:
    image = draw(drawn.scene, Random(drawn.seed), drawn.size)
    exif = Image.Exif()
    if drawn.taken:
        exif[CAMERA] = "Drawn for Hunch"
        exif.get_ifd(CAMERA_FACTS)[DATE_TAKEN] = drawn.taken
    if drawn.turned:
        image = image.transpose(Image.Transpose.ROTATE_90)
        exif[ORIENTATION] = 6
    if drawn.name.endswith(".png"):
        image = image.quantize(128)
    image.save(PICTURES / drawn.name, quality=86, exif=exif)


def write_receipt() -> None:
    """Grey and a little crooked, as a scan is."""
    paper = Image.new("L", (460, 620), 250)
    canvas = ImageDraw.Draw(paper)
    y = 40
    for text, amount in RECEIPT:
        font = ImageFont.load_default(30 if text.isupper() else 25)
        canvas.text((40, y), text, 30, font)
        canvas.text((420, y), amount, 30, font, anchor="ra")
        y += 46
    scan = Image.new("L", (520, 680), 205)
    scan.paste(paper, (30, 30))
    scan.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=205).save(PICTURES / "scan_0007.png")


def write_slide() -> None:
    slide = Image.new("RGB", (800, 450), (250, 250, 246))
    canvas = ImageDraw.Draw(slide)
    canvas.rectangle((0, 0, 800, 90), fill=(30, 66, 110))
    canvas.text((40, 24), SLIDE_TITLE, (255, 255, 255), ImageFont.load_default(38))
    for line, point in enumerate(SLIDE_POINTS):
        y = 130 + 68 * line
        canvas.ellipse((44, y + 10, 56, y + 22), fill=(200, 90, 40))
        canvas.text((76, y), point, (30, 30, 34), ImageFont.load_default(28))
    slide.save(PICTURES / "Screenshot_2025-11-03.png")


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for drawn in DRAWN:
        write(drawn)
    write_receipt()
    write_slide()
