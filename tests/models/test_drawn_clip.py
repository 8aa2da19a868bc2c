"""The project's own small CLIP, on scenes it was not trained on: each figure is the measured one with a margin."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageOps

from models.base import Vectors
from models.image import ImageModel
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.store import ModelStore
from resources.draw_scenes import draw
from resources.draw_words import NAMES, PLACES, TINTS, Scene, Thing, caption, make_scene

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SCENES = 150
SIZE = (224, 224)  # pictures come to a model larger than it looks at them


class Clip:
    """The demonstration model as the product runs it: compiled towers, pictures encoded. Rows of length one."""

    def __init__(self, model: ImageModel) -> None:
        self._model = model

    @property
    def runs_on(self) -> str:
        return self._model.runs_on

    def embed_pictures(self, pictures: Sequence[Image.Image]) -> Vectors:
        vectors, unreadable = self._model.embed_images([_png(picture) for picture in pictures])
        assert not unreadable
        return vectors

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        return self._model.embed_texts(texts, "query")


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clip]:
    installed = ModelStore(tmp_path_factory.mktemp("models")).obtain_offline(DRAWN_IMAGE_MODEL)
    assert installed is not None
    model = ImageModel(installed.path.parent, installed.spec, threads=2)
    yield Clip(model)
    model.close()


def test_it_runs_as_it_ships(clip: Clip) -> None:
    assert clip.runs_on == "onnxruntime"


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    """Different scenes whose combination of things never occurred in training."""
    random = Random(7)
    found: dict[Scene, None] = {}
    while len(found) < SCENES:
        scene = make_scene(random)
        if scene.held_out:
            found[scene] = None
    return list(found)


@pytest.fixture(scope="module")
def pictures(clip: Clip, scenes: list[Scene]) -> Vectors:
    random = Random(8)
    return clip.embed_pictures([draw(scene, random, SIZE) for scene in scenes])


def recall(queries: Vectors, candidates: Vectors, first: int) -> float:
    """Share of queries whose candidate, the one in the same row, is among the ``first`` best."""
    scores = queries @ candidates.T
    ahead = (scores > np.diagonal(scores)[:, None]).sum(axis=1)
    return float((ahead < first).mean())


def test_a_text_finds_its_picture(clip: Clip, scenes: list[Scene], pictures: Vectors) -> None:
    random = Random(9)
    texts = clip.embed_texts([caption(scene, random) for scene in scenes])
    assert recall(texts, pictures, 1) >= 0.84
    assert recall(texts, pictures, 5) >= 0.96


def test_a_picture_finds_the_same_scene_drawn_differently(clip: Clip, scenes: list[Scene], pictures: Vectors) -> None:
    random = Random(10)
    again = clip.embed_pictures([draw(scene, random, SIZE) for scene in scenes])
    assert recall(again, pictures, 1) >= 0.76
    assert recall(again, pictures, 5) >= 0.95


def test_a_thing_taken_away_and_another_added_by_text(clip: Clip) -> None:
    """Picture of A and B, minus the text A, plus the text C: the picture of C and B, among all of both kinds."""
    random = Random(11)
    given: list[Image.Image] = []
    wanted: list[Image.Image] = []
    less: list[str] = []
    more: list[str] = []
    while len(given) < 100:
        first, kept, other = (Thing(name) for name in random.sample(tuple(NAMES), 3))
        scene = Scene((first, kept))
        if scene.held_out:
            given.append(draw(scene, random, SIZE))
            wanted.append(draw(replace(scene, things=(other, kept)), random, SIZE))
            less.append(caption(Scene((first,)), random))
            more.append(caption(Scene((other,)), random))
    from_pictures, to_pictures = clip.embed_pictures(given), clip.embed_pictures(wanted)
    queries = from_pictures - clip.embed_texts(less) + clip.embed_texts(more)
    scores = queries @ np.concatenate((to_pictures, from_pictures)).T
    own = np.arange(len(given))
    scores[own, len(given) + own] = -np.inf  # the picture asked with is not an answer
    ahead = (scores > scores[own, own][:, None]).sum(axis=1)
    assert float((ahead < 1).mean()) >= 0.36
    assert float((ahead < 5).mean()) >= 0.6


def other_colour(random: Random) -> tuple[Scene, Scene]:
    name, (colour, other) = random.choice(tuple(NAMES)), random.sample(TINTS, 2)
    return Scene((Thing(name, colour),)), Scene((Thing(name, other),))


def exchanged_colours(random: Random) -> tuple[Scene, Scene]:
    (name, beside), (colour, other) = random.sample(tuple(NAMES), 2), random.sample(TINTS, 2)
    return Scene((Thing(name, colour), Thing(beside, other))), Scene((Thing(name, other), Thing(beside, colour)))


def other_count(random: Random) -> tuple[Scene, Scene]:
    name, (count, other) = random.choice(tuple(NAMES)), random.sample((1, 2, 3, 4), 2)
    return Scene((Thing(name, None, count),)), Scene((Thing(name, None, other),))


def other_place(random: Random) -> tuple[Scene, Scene]:
    things, (place, other) = (Thing(random.choice(tuple(NAMES))),), random.sample(tuple(PLACES), 2)
    return Scene(things, None, place), Scene(things, None, other)


@pytest.mark.parametrize(
    ("change", "share"),
    [(other_colour, 0.95), (exchanged_colours, 0.65), (other_count, 0.6), (other_place, 0.95)],
)
def test_a_text_wrong_in_one_thing_is_further_away(
    clip: Clip, change: Callable[[Random], tuple[Scene, Scene]], share: float
) -> None:
    """Half of them would be by chance."""
    random = Random(12)
    pairs = [change(random) for _ in range(200)]
    pictures = clip.embed_pictures([draw(scene, random, SIZE) for scene, _ in pairs])
    right = clip.embed_texts([caption(scene, random) for scene, _ in pairs])
    wrong = clip.embed_texts([caption(other, random) for _, other in pairs])
    assert float(((pictures * (right - wrong)).sum(axis=1) > 0).mean()) >= share


def test_the_sample_pictures_are_found(clip: Clip) -> None:
    files = sorted((RESOURCES / "library" / "pictures").iterdir())
    opened = []
    for file in files:
        with Image.open(file) as image:
            opened.append(ImageOps.exif_transpose(image).convert("RGB"))
    vectors = clip.embed_pictures(opened)
    names = [f"pictures/{file.name}" for file in files]
    for answer in json.loads((RESOURCES / "sample_pictures.json").read_text(encoding="utf-8")):
        if answer["by"] != "picture":
            continue
        if like := answer.get("like"):
            scores = vectors @ vectors[names.index(like)]
            scores[names.index(like)] = -np.inf
        else:
            scores = vectors @ clip.embed_texts([answer["query"]])[0]
        assert names[int(scores.argmax())] in answer["files"], answer
