"""From an upright picture to the view that is kept of it."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from indexer.extract import limits
from indexer.extract.document import Locator, View
from indexer.extract.picture_open import fitting, scaled

_QUALITY = 80
_METHOD = 4
_HASH_PIXELS = 32
_HASH_WAVES = 8
_steps = np.arange(_HASH_PIXELS)
_COSINES = np.cos(np.pi * np.outer(np.arange(_HASH_WAVES), 2 * _steps + 1) / (2 * _HASH_PIXELS))
"""The first rows of the discrete cosine transform (DCT-II), shape (waves, pixels)."""


def make_view(image: Image.Image, size: tuple[int, int], locator: Locator) -> View:
    """The view of an upright RGB picture; ``size`` is that of the original, (width, height)."""
    small = scaled(image, fitting(image.size, limits.VIEW_SIDE, limits.VIEW_LONG_SIDE))
    out = io.BytesIO()
    small.save(out, "WEBP", quality=_QUALITY, method=_METHOD)
    return View(out.getvalue(), *size, locator, perceptual_hash(small))


def perceptual_hash(image: Image.Image) -> int:
    """64 bits: which of the 64 slowest waves of the picture's brightness are above their median."""
    small = image.convert("L").resize((_HASH_PIXELS, _HASH_PIXELS), Image.Resampling.BOX)
    waves = _COSINES @ np.asarray(small, dtype=np.float64) @ _COSINES.T
    # What rounding leaves of a wave that is not there must not decide a bit.
    above = waves > np.median(waves) + 1e-6 * np.abs(waves).max()
    return int.from_bytes(np.packbits(above.ravel()).tobytes(), "big")


def differing_bits(first: int, second: int) -> int:
    """In how many of their 64 bits two hashes differ."""
    return (first ^ second).bit_count()
