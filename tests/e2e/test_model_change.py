"""Another text model takes over only when it has read everything; until then the old one answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalogue import DEFAULT_TEXT_MODEL, spec_of
from models.sources import from_package
from tests.helpers.command import Hunch

OTHER = "snowflake-arctic-embed-xs"


@pytest.fixture
def indexed(hunch: Hunch, tmp_path: Path) -> Hunch:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "otters.txt").write_text("Otters hold hands while they sleep in the water.", encoding="utf-8")
    (folder / "boiler.txt").write_text("The landlord pays for the new boiler.", encoding="utf-8")
    hunch.run("index", folder)
    return hunch


@pytest.fixture
def weights() -> Path:
    """The default model's weights: of the same architecture as the other's, so that they can stand in for them."""
    source = from_package(spec_of(DEFAULT_TEXT_MODEL))
    assert source is not None
    return source.path


def test_the_old_model_answers_until_the_new_one_has_read_everything(indexed: Hunch, weights: Path) -> None:
    indexed.run("models", "import", OTHER, weights)
    indexed.run("models", "use", OTHER)
    assert _active(indexed) == [DEFAULT_TEXT_MODEL]
    assert _meaning(indexed) is not None
    assert f"{OTHER} has read everything" in indexed.run("index").stderr
    assert _active(indexed) == [OTHER]
    assert len(indexed.json("status")["spaces"]) == 1
    assert _meaning(indexed) is not None
    assert [row["id"] for row in indexed.json("models", "list") if row["active"]] == [OTHER]


def test_a_model_that_is_gone_leaves_words_and_says_so(indexed: Hunch) -> None:
    indexed.run("models", "remove", DEFAULT_TEXT_MODEL)
    answer = indexed.json("search", "landlord")
    assert Path(answer["hits"][0]["path"]).name == "boiler.txt"
    assert "names and words only" in answer["notice"]


def test_another_file_of_the_same_model_is_a_space_of_its_own(indexed: Hunch, tmp_path: Path, weights: Path) -> None:
    from models.convert import convert_bert

    other = tmp_path / "minilm-f32.gguf"
    convert_bert(weights, other, "f32", "mean", "MiniLM")
    indexed.run("models", "import", DEFAULT_TEXT_MODEL, other)
    assert "names and words only" in indexed.json("search", "landlord")["notice"]
    indexed.run("index")
    assert len(indexed.json("status")["spaces"]) == 1
    assert _meaning(indexed) is not None


def test_a_damaged_model_is_named_with_what_to_do(indexed: Hunch) -> None:
    (blob,) = (indexed.data_dir / "models" / "blobs").iterdir()
    data = blob.read_bytes()
    blob.unlink()
    blob.write_bytes(data[:-1000] + bytes(1000))
    assert "hunch models" in indexed.run("models", "verify", expect=1).stderr
    blob.write_bytes(data[: len(data) // 2])
    assert "models fetch" in indexed.json("search", "landlord")["notice"]


def _active(hunch: Hunch) -> list[str]:
    return [space["model"] for space in hunch.json("status")["spaces"] if space["active"]]


def _meaning(hunch: Hunch) -> float | None:
    answer = hunch.json("search", "animals asleep", "--mode", "meaning")
    assert Path(answer["hits"][0]["path"]).name == "otters.txt"
    found: float | None = answer["hits"][0]["why"]["meaning"]
    return found
