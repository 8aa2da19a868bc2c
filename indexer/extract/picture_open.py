"""Opens pictures with Pillow: known formats, their cost weighed before decoding, upright and in plain RGB after."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import numpy as np
import pi_heif
from PIL import Image, UnidentifiedImageError

from indexer.errors import KnownError
from indexer.extract import limits

pi_heif.register_heif_opener(thumbnails=False)
# A last net, at a byte a pixel; Pillow fails at twice this. ``weigh`` knows what a format needs, but a GIF may grow.
Image.MAX_IMAGE_PIXELS = int(limits.PICTURE_MEMORY * limits.memory_bytes()) // 2

_FORMATS = (
    "JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "DIB", "AVIF", "HEIF", "ICO", "CUR", "PPM", "JPEG2000", "PSD",
    "PCX",
)  # fmt: skip
_DECODED_BYTES = {"WEBP": 12, "AVIF": 12, "HEIF": 12, "JPEG2000": 20, "PSD": 8}
"""Bytes a decoder takes for one pixel, of those that take more than the picture itself."""
_MODE_BYTES = {"1": 1, "L": 1, "P": 8, "LA": 8, "PA": 12, "RGBA": 8, "RGBa": 8, "I;16": 8, "I;16B": 8, "I": 8, "F": 8}
"""Bytes one pixel takes with the copy made on the way to RGB; 4 for every other mode."""
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
_ORIENTATION = 0x0112
_FULL_SCALES = (1.0, 255.0, 4095.0, 65535.0)
"""What white may be in a picture of numbers: the smallest that holds its highest value is taken."""


@contextmanager
def open_picture(stream: IO[bytes], name: str) -> Iterator[Image.Image]:
    """The picture in ``stream`` with its header read, no pixel decoded.

    Raises KnownError ``damaged`` (also from inside the block, for whatever Pillow raises on broken data),
    ``unsupported``, ``too_large`` (more pixels than memory allows).
    """
    formats = (*_FORMATS, "TGA") if name.lower().endswith(".tga") else _FORMATS
    with warnings.catch_warnings():
        # Pillow warns of every tag it does not like.
        warnings.simplefilter("ignore")
        try:
            with Image.open(stream, formats=formats) as image:
                weigh(image)
                yield image
        except (KnownError, MemoryError):
            raise
        except Image.DecompressionBombError as error:
            raise KnownError("too_large", "It claims more pixels than fit into memory.") from error
        except UnidentifiedImageError as error:
            raise _unknown(stream) from error
        except OSError as error:
            # Pillow reports bad data as an OSError without a number; the disk's errors have one.
            if error.errno is not None:
                raise
            raise KnownError("damaged", "The picture is broken or not complete.") from error
        except Exception as error:
            # Its plugins raise nearly anything on data they did not expect.
            raise KnownError("damaged", "The picture is broken or not complete.") from error


def upright_size(image: Image.Image) -> tuple[int, int]:
    """(width, height) of an opened picture as it is meant to be seen."""
    width, height = image.size
    # Pillow turns a TIFF by itself and tells the size it will have.
    turned = image.format != "TIFF" and _orientation(image) >= 5
    return (height, width) if turned else (width, height)


def upright(image: Image.Image, short: int, long: int) -> Image.Image:
    """The current frame, upright, in RGB, white where it is transparent; never enlarged.

    It is scaled down to ``short`` pixels on its shorter and at most ``long`` on its longer side. Raises as
    ``open_picture`` describes, inside its block.
    """
    size = fitting(image.size, short, long)
    image.draft(None, (2 * size[0], 2 * size[1]))
    image.load()
    turn = _UPRIGHT.get(_orientation(image))
    small = _plain(_shrunk(image, size))
    small = scaled(small, size)
    return small.transpose(turn) if turn is not None else small


def fitting(size: tuple[int, int], short: int, long: int) -> tuple[int, int]:
    """(width, height) of the same shape within ``short`` and ``long`` pixels, never larger than ``size``."""
    scale = min(1.0, short / min(size), long / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """An RGB picture in another size."""
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def exif_of(image: Image.Image) -> Image.Exif:
    """EXIF of an opened picture, empty where it is broken."""
    try:
        return image.getexif()
    except (OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, struct.error):
        return Image.Exif()


def weigh(image: Image.Image) -> None:
    """Raise KnownError when the current frame cannot be decoded; see ``open_picture``, which does it for the first."""
    width, height = image.size
    if width <= 0 or height <= 0:
        raise KnownError("damaged", "It is a picture without a single pixel.")
    if image.format in ("JPEG", "MPO"):
        # Decoded at an eighth where that will do; but a progressive one is kept whole as coefficients.
        each = _coefficient_bytes(image) if image.info.get("progressive") else 0.25
    else:
        each = max(_MODE_BYTES.get(image.mode, 4), _DECODED_BYTES.get(image.format or "", 0))
    if width * height * each > limits.PICTURE_MEMORY * limits.memory_bytes():
        raise KnownError("too_large", f"Its {width} x {height} pixels need more memory than one file may take.")


def _coefficient_bytes(image: Image.Image) -> float:
    """Bytes of coefficients for one pixel: two in the fullest layer, fewer where colours are sampled coarsely."""
    samples: list[int] = [across * down for _, across, down, _ in getattr(image, "layer", [])]
    return 2 * sum(samples) / max(samples, default=1)


def _unknown(stream: IO[bytes]) -> KnownError:
    stream.seek(0)
    head = stream.read(12)
    if head.startswith(b"\xff\x0a") or head == b"\x00\x00\x00\x0cJXL \r\n\x87\n":
        return KnownError("unsupported", "Hunch does not read JPEG XL. Save it as JPEG or PNG to have it found.")
    return KnownError("damaged", "It is not a picture of a known kind, or its beginning is broken.")


def _orientation(image: Image.Image) -> int:
    found = exif_of(image).get(_ORIENTATION, 1)
    return found if found in _UPRIGHT else 1


def _shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Brought near ``size`` before its copies are made, where its mode allows to mix pixels."""
    if image.mode in ("P", "PA", "1") or image.mode.startswith("I;16"):
        return image
    factor = min(image.width // (2 * size[0]), image.height // (2 * size[1]))
    return image.reduce(factor) if factor > 1 else image


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return _grey(image)
    if image.mode == "LAB":
        return image.getchannel("L").convert("RGB")
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info:
        covered = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(covered, mask=covered.getchannel("A"))
        return white
    return image.convert("RGB")


def _grey(image: Image.Image) -> Image.Image:
    values = np.nan_to_num(np.asarray(image, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    highest = float(values.max())
    scale = next((full for full in _FULL_SCALES if highest <= full), highest)
    return Image.fromarray((values.clip(0, scale) * (255 / scale)).astype(np.uint8)).convert("RGB")
