"""A picture as the numbers an image model looks at: open_clip's own transform in Pillow and numpy.

Source: ``open_clip.transform.image_transform`` and the torchvision operations it is made of.
"""

from __future__ import annotations

import io
import warnings

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.base import ImageFacts

_FORMATS = ("WEBP", "JPEG", "PNG")
_MOST_PIXELS = 64_000_000


def pixels_of(picture: Image.Image, facts: ImageFacts) -> NDArray[np.float32]:
    """The upright ``picture`` as (1, 3, size, size) float32, normalised."""
    size = facts.size
    rgb = picture if picture.mode == "RGB" else picture.convert("RGB")
    if facts.resize == "squash":
        square = rgb.resize((size, size), Image.Resampling.BICUBIC)
    else:
        width, height = rgb.size
        short = min(width, height)
        # whole numbers rounded down, as torchvision does
        scaled = (int(size * width / short), int(size * height / short))
        resized = rgb if scaled == rgb.size else rgb.resize(scaled, Image.Resampling.BICUBIC)
        left, top = round((scaled[0] - size) / 2), round((scaled[1] - size) / 2)
        square = resized.crop((left, top, left + size, top + size))
    mean, std = (np.asarray(numbers, dtype=np.float32) for numbers in (facts.mean, facts.std))
    values = (np.asarray(square, dtype=np.float32) / np.float32(255) - mean) / std
    return np.ascontiguousarray(values.transpose(2, 0, 1))[None]


def decode(data: bytes) -> Image.Image:
    """The picture in ``data``: WEBP, JPEG or PNG. Raises ValueError with the reason when there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            if picture.width * picture.height > _MOST_PIXELS:
                raise ValueError(f"{picture.width} x {picture.height} pixels are too many")
            return picture.convert("RGB")
    except ValueError:
        raise
    except Exception as error:  # Pillow meets a damaged file with many kinds of exceptions
        raise ValueError(f"the picture could not be read ({type(error).__name__})") from error
