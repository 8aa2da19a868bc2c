"""Pictures, asked for as a person would: by what they show, by what is written in them, and by one like them."""

from __future__ import annotations

import json
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from indexer.store.connection import open_reader
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.store import ModelStore
from tests.helpers.command import Hunch
from tests.helpers.engine import attempts, running_engine, until_equal
from tests.helpers.tiny_clip import write_tiny_clip

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LIBRARY = RESOURCES / "library"
DRAWN = LIBRARY / "pictures"
ASKED: list[dict[str, Any]] = json.loads((RESOURCES / "sample_pictures.json").read_text(encoding="utf-8"))
BY_SIGHT = [ask for ask in ASKED if ask["by"] == "picture" and "query" in ask]
BY_WORDS = [ask for ask in ASKED if ask["by"] == "words"]
DOCUMENTS: list[dict[str, Any]] = json.loads((RESOURCES / "sample_answers.json").read_text(encoding="utf-8"))
_SETTINGS = f'picture_model = "{DRAWN_IMAGE_MODEL}"\nwait_when_busy = false\n'


@pytest.fixture(scope="module")
def seeing_models(models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with the text model and the demonstration model. Read only."""
    folder = tmp_path_factory.mktemp("seeing") / "models"
    shutil.copytree(models_folder, folder, copy_function=os.link)
    ModelStore(folder).obtain_offline(DRAWN_IMAGE_MODEL)
    return folder


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures that do harm elsewhere, some beside them that are fine, and a scanned document."""
    folder = tmp_path_factory.mktemp("odd")
    good = (DRAWN / "IMG_0455.png").read_bytes()
    (folder / "suffix.jpg").write_bytes(good)
    (folder / "bomb.png").write_bytes(_png_header(60_000, 60_000))
    (folder / "flat.png").write_bytes(_png_header(0, 40))
    (folder / "cut.png").write_bytes(good[:40])
    (folder / "nothing.jpg").touch()
    (folder / "words.gif").write_text("These are words and no picture at all.", encoding="utf-8")
    (folder / "loop.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"><use href="#a"/></g></svg>',
        encoding="utf-8",
    )
    first, second = _page("Minutes of the tenants meeting", "The lift stays closed"), _page("Present: Ada Okafor")
    first.save(folder / "scanned.pdf", save_all=True, append_images=[second], resolution=100)
    return folder


@pytest.fixture(scope="module")
def indexed(seeing_models: Path, odd: Path, tmp_path_factory: pytest.TempPathFactory) -> Hunch:
    """The sample library and ``odd``, indexed by one command."""
    hunch = _on(seeing_models, tmp_path_factory.mktemp("pictures") / "data")
    hunch.run("index", LIBRARY, odd)
    return hunch


@pytest.fixture
def seeing(seeing_models: Path, tmp_path: Path) -> Iterator[Hunch]:
    """The command on an empty data folder of its own."""
    hunch = _on(seeing_models, tmp_path / "data")
    yield hunch
    hunch.end_engine()


def test_every_picture_is_looked_at_and_read(indexed: Hunch) -> None:
    status = indexed.json("status")
    assert (status["state"], status["unread_pictures"], status["files"]["pending"]) == ("idle", 0, 0)
    spaces = {(space["kind"], space["model"]): space["due"] for space in status["spaces"]}
    assert spaces == {("text", "all-MiniLM-L6-v2"): 0, ("image", DRAWN_IMAGE_MODEL): 0}


def test_pictures_are_found_by_what_they_show(indexed: Hunch) -> None:
    answers = _answers(indexed, [ask["query"] for ask in BY_SIGHT], "--in", str(LIBRARY), "--mode", "pictures")
    ranks = {ask["query"]: _rank(hits, ask["files"]) for ask, hits in zip(BY_SIGHT, answers, strict=True)}
    assert max(ranks.values()) <= 2, ranks
    assert len([rank for rank in ranks.values() if rank > 1]) <= 1, ranks
    for hits in answers:
        assert all(hit["why"]["picture"] is not None and hit["passages"][0]["picture"] for hit in hits)
    assert "looks like it" in indexed.run("search", BY_SIGHT[0]["query"], "--mode", "pictures").stdout


def test_pictures_stand_among_documents(indexed: Hunch) -> None:
    answers = _answers(indexed, [ask["query"] for ask in BY_SIGHT], "--in", str(LIBRARY))
    ranks = {ask["query"]: _rank(hits, ask["files"]) for ask, hits in zip(BY_SIGHT, answers, strict=True)}
    assert len([rank for rank in ranks.values() if rank > 3]) <= 3, ranks


def test_pictures_do_not_stand_in_the_way_of_documents(indexed: Hunch) -> None:
    answers = _answers(indexed, [ask["query"] for ask in DOCUMENTS], "--in", str(LIBRARY))
    ranks = {ask["query"]: _rank(hits, [ask["file"]]) for ask, hits in zip(DOCUMENTS, answers, strict=True)}
    assert max(ranks.values()) <= 3, ranks
    assert len([rank for rank in ranks.values() if rank > 1]) <= 4, ranks


@pytest.mark.parametrize("mode", ["all", "words"])
def test_text_in_pictures_is_found_with_its_box(mode: str, indexed: Hunch) -> None:
    answers = _answers(indexed, [ask["query"] for ask in BY_WORDS], "--in", str(LIBRARY), "--mode", mode)
    for ask, hits in zip(BY_WORDS, answers, strict=True):
        assert _rank(hits, ask["files"]) == 1, ask
        assert hits[0]["why"]["words"]
        _assert_box(hits[0]["locator"])


def test_a_scanned_document_is_found_with_page_and_box(indexed: Hunch) -> None:
    for query, page in (("tenants meeting lift closed", 1), ("Ada Okafor", 2)):
        hit = indexed.json("search", query)["hits"][0]
        assert (Path(hit["path"]).name, hit["locator"]["page"]) == ("scanned.pdf", page)
        _assert_box(hit["locator"])
    assert "text in picture" in indexed.run("search", "Ada Okafor").stdout


def test_like_a_picture(indexed: Hunch, tmp_path: Path) -> None:
    for ask in (ask for ask in ASKED if "like" in ask):
        assert _rank(indexed.json("similar", LIBRARY / ask["like"])["hits"], ask["files"]) == 1
    outside = tmp_path / "sent by a friend.webp"
    with Image.open(DRAWN / "DSC00131.jpg") as picture:
        picture.convert("RGB").resize((300, 220)).save(outside, quality=60)
    first = indexed.json("similar", outside)["hits"][0]
    assert first["path"] == str(DRAWN / "DSC00131.jpg")
    assert first["why"]["picture"] > 0.8
    assert indexed.json("status")["files"]["pending"] == 0


def test_a_picture_that_cannot_be_read_is_told_and_the_next_goes_on(indexed: Hunch, odd: Path) -> None:
    problems = {Path(problem["path"]).name: problem for problem in indexed.json("problems")}
    assert {name: problem["code"] for name, problem in problems.items()} == {
        "bomb.png": "too_large", "flat.png": "damaged", "cut.png": "damaged", "nothing.jpg": "empty",
        "loop.svg": "hostile",
    }
    assert all(problem["title"] and problem["message"] for problem in problems.values() if problem["code"] != "empty")
    assert "memory" in problems["bomb.png"]["message"]
    # A wrong suffix does no harm: what is in a file decides.
    found = indexed.names("two penguins in the snow", "--mode", "pictures", "--in", str(odd))
    assert found[0] == "suffix.jpg"
    assert set(found) <= {"suffix.jpg", "scanned.pdf"}
    assert indexed.names("these are words", "--in", str(odd))[0] == "words.gif"


def test_what_was_seen_and_read_once_is_not_seen_and_read_again(seeing: Hunch, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "new").mkdir(parents=True)
    for name in ("scan_0007.png", "IMG_0412.jpg", "IMG_0431.jpg"):
        shutil.copy(DRAWN / name, folder / name)
        # A file that changed only just now is looked into once more.
        os.utime(folder / name, (0, 1_000_000))
    seeing.run("index", folder)
    before, vectors = attempts(seeing), _picture_vectors(seeing)
    assert len(vectors) == 3
    (folder / "scan_0007.png").rename(folder / "new" / "moved.png")
    (folder / "IMG_0412.jpg").rename(folder / "new" / "boat.jpg")
    # Neither model nor recogniser is there any more: whatever is found was known before.
    (seeing.data_dir / "settings.toml").write_text("read_pictures = false\nwait_when_busy = false\n", encoding="utf-8")
    shutil.copy(folder / "new" / "moved.png", folder / "copy.png")
    shutil.copy(folder / "new" / "boat.jpg", folder / "copy.jpg")
    seeing.run("index")
    after = attempts(seeing)
    assert after[str(folder / "new" / "moved.png")] == before[str(folder / "scan_0007.png")]
    assert after[str(folder / "new" / "boat.jpg")] == before[str(folder / "IMG_0412.jpg")]
    assert vectors.items() <= _picture_vectors(seeing).items()
    assert set(seeing.names("eggshell paint", "--mode", "words")) == {"moved.png", "copy.png"}
    assert set(seeing.names("red kayak at the lake", "--mode", "pictures")[:2]) == {"boat.jpg", "copy.jpg"}
    status = seeing.json("status")
    assert (status["unread_pictures"], [space["due"] for space in status["spaces"]]) == (0, [0, 0])


def test_a_damaged_picture_model_leaves_the_text_in_pictures_to_be_read(hunch: Hunch, tmp_path: Path) -> None:
    (hunch.data_dir / "settings.toml").write_text(_SETTINGS, encoding="utf-8")
    folder = tmp_path / "scans"
    folder.mkdir()
    hunch.run("index", folder)
    (weights,) = (hunch.data_dir / "models" / "blobs").glob("*/open_clip_model.safetensors")
    os.truncate(weights, weights.stat().st_size // 2)
    shutil.copy(LIBRARY / "pictures" / "scan_0007.png", folder)
    assert "The model file is damaged" in hunch.run("index", folder, expect=1).stderr
    assert hunch.names("total due 86.45") == ["scan_0007.png"]
    assert hunch.json("status")["unread_pictures"] == 0


def test_another_model_of_the_same_name_looks_at_everything_anew(seeing: Hunch, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("IMG_0412.jpg", "IMG_0431.jpg"):
        shutil.copy(DRAWN / name, folder / name)
    seeing.run("index", folder)
    before = _picture_vectors(seeing)
    seeing.run("models", "import", DRAWN_IMAGE_MODEL, write_tiny_clip(tmp_path / "tiny"))
    notice = seeing.json("search", "red kayak", "--mode", "pictures")["notice"]
    assert "hunch index" in notice, notice
    seeing.run("index")
    after = _picture_vectors(seeing)
    assert len(after) == len(before) == 2
    assert not set(after.values()) & set(before.values())
    answer = seeing.json("search", "red kayak", "--mode", "pictures")
    assert (answer["notice"], [space["kind"] for space in seeing.json("status")["spaces"]]) == (None, ["text", "image"])


def test_the_engine_finds_pictures_by_sight_and_by_their_text(seeing: Hunch, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    shutil.copy(DRAWN / "DSC00131.jpg", folder / "DSC00131.jpg")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut off")
    with running_engine(seeing) as engine:
        engine.client.add(str(folder))
        until_equal(lambda: engine.names("a camel in the desert", "pictures")[:1], ["DSC00131.jpg"])
        shutil.copy(DRAWN / "scan_0007.png", folder / "scan_0007.png")
        until_equal(lambda: engine.names("eggshell paint"), ["scan_0007.png"])
        engine.settle()
        _assert_box(engine.hits("eggshell paint")[0].locator)
        assert set(engine.names("a camel in the desert", "pictures")) == {"DSC00131.jpg", "scan_0007.png"}
        assert [Path(problem.path).name for problem in engine.client.problems()] == ["broken.jpg"]
        status = engine.status()
        assert (status["unread_pictures"], {space["kind"]: space["due"] for space in status["spaces"]}) == (
            0, {"text": 0, "image": 0},
        )
        (folder / "DSC00131.jpg").unlink()
        until_equal(lambda: engine.names("a camel in the desert", "pictures"), ["scan_0007.png"])


def _on(models: Path, data_dir: Path) -> Hunch:
    shutil.copytree(models, data_dir / "models", copy_function=os.link)
    (data_dir / "settings.toml").write_text(_SETTINGS, encoding="utf-8")
    return Hunch(data_dir)


def _answers(hunch: Hunch, queries: list[str], *options: str) -> list[list[dict[str, Any]]]:
    """The hits of each query, from one process."""
    done = hunch.run("search", "-", "--json", *options, stdin="".join(f"{query}\n" for query in queries))
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["query"] for result in results] == queries
    return [result["hits"] for result in results]


def _rank(hits: list[dict[str, Any]], files: list[str]) -> int:
    """Place, from 1, of the first of ``files`` among the hits; far down when there is none."""
    wanted = {str(LIBRARY / file) for file in files}
    found = [hit["path"] in wanted for hit in hits]
    return found.index(True) + 1 if True in found else 1_000


def _assert_box(locator: Any) -> None:
    left, top, width, height = map(int, str(locator["box"]).split(","))
    assert 0 <= left < left + width <= 1000
    assert 0 <= top < top + height <= 1000


def _picture_vectors(hunch: Hunch) -> dict[int, bytes]:
    """By passage, the vectors of all pictures."""
    with closing(open_reader(hunch.index_db)) as index:
        rows = index.execute(
            "SELECT chunk_id, vector FROM embedding JOIN space ON space.id = space_id WHERE kind = 'image'"
        ).fetchall()
    return {int(str(number)): bytes(vector) for number, vector in rows if isinstance(vector, bytes)}


def _png_header(width: int, height: int) -> bytes:
    """A picture that claims this size and holds a few bytes."""

    def part(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(bytes(99))) + part(b"IEND", b"")


def _page(*lines: str) -> Image.Image:
    """A scanned page: a picture of text, as a scanner makes it at 100 dots an inch."""
    page = Image.new("RGB", (827, 1169), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(page).text((80, 90 + 60 * number), line, font=ImageFont.load_default(32), fill="black")
    return page
