"""What a window asks beside searching: of an engine in a process of its own, and in the process that asks."""

from __future__ import annotations

import base64
import io
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from indexer.answers import FileDetails
from indexer.engine import Engine
from indexer.errors import KnownError
from indexer.face import Face
from indexer.paths import to_text
from indexer.runtime import Places
from tests.helpers.command import Hunch
from tests.helpers.engine import RunningEngine, running_engine, until, until_equal

LIBRARY = Path(__file__).parents[2] / "resources" / "library"
LONG = "\n".join(f"Line {number} of a long letter about the boiler and its service." for number in range(300))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of files and a data folder with its index, without models. Read only."""
    top = tmp_path_factory.mktemp("window")
    files, data = top / "files", top / "data"
    files.mkdir()
    data.mkdir()
    settings = 'wait_when_busy = false\nread_pictures = false\ntext_model = "bge-small-en-v1.5"\n'
    (data / "settings.toml").write_text(settings, encoding="utf-8")
    for name in ("learning/laundry-moisture-study.pdf", "pictures/IMG_0412.jpg", "kitchen/猫咪照看.txt"):
        (files / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(LIBRARY / name, files / name)
    (files / "long.txt").write_text(LONG, encoding="utf-8")
    (files / "code.py").write_text("import boiler\n", encoding="utf-8")
    (files / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    (files / ("long name " * 23 + "é.txt")).write_text("a name of 255 bytes", encoding="utf-8")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(files) + b"/caf\xe9.txt")).write_text("a name that is no text", encoding="utf-8")
    engine = Engine(Places.find(data), lambda text: None)
    engine.add(to_text(str(files)))
    engine.index([], lambda step: None, threading.Event())
    engine.close()
    return files, data


@pytest.fixture
def copied(indexed: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Hunch]:
    files, data = indexed
    shutil.copytree(data, tmp_path / "data")
    return files, Hunch(tmp_path / "data")


@pytest.fixture(params=["in process", "over the socket"])
def face(request: pytest.FixtureRequest, copied: tuple[Path, Hunch]) -> Iterator[Face]:
    _, hunch = copied
    if request.param == "in process":
        engine = Engine(Places.find(hunch.data_dir), lambda text: None)
        yield engine
        engine.close()
    else:
        with running_engine(hunch) as running:
            yield running.client


def path_of(copied: tuple[Path, Hunch], name: str) -> str:
    return to_text(str(copied[0] / name))


def decoded(data: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(data)))


def code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


def test_a_file_is_told_with_its_text_and_its_places(face: Face, copied: tuple[Path, Hunch]) -> None:
    found = face.details(path_of(copied, "long.txt"))
    assert (found.kind, found.state, found.offline, found.cut, found.error) == ("text", "ready", False, False, None)
    assert found.text == LONG
    assert found.size == len(LONG)
    assert found.modified == pytest.approx((copied[0] / "long.txt").stat().st_mtime, abs=1e-3)
    for part in found.parts:
        assert found.text[part.start : part.end].startswith(f"Line {int(part.locator['line']) - 1} ")
    study = face.details(path_of(copied, "learning/laundry-moisture-study.pdf"))
    assert study.pages == 4
    assert [part.locator["page"] for part in study.parts] == sorted(int(part.locator["page"]) for part in study.parts)
    assert {part.locator["page"] for part in study.parts} == {1, 2, 3, 4}
    picture = face.details(path_of(copied, "pictures/IMG_0412.jpg"))
    assert (picture.kind, picture.width, picture.height) == ("picture", 480, 360)
    assert picture.parts[-1].picture is not None
    # An engine that has just started may look at files anew that were written shortly before.
    broken = until(lambda: _settled(face, path_of(copied, "broken.pdf")))
    assert (broken.state, broken.text, broken.parts) == ("failed", "", ())
    assert broken.error is not None
    assert broken.error.startswith("Damaged or incomplete. ")
    assert code(lambda: face.details(path_of(copied, "nowhere.txt"))) == "not_indexed"
    odd = [file.path for file in face.recent(50) if "caf" in file.path]
    assert all(face.details(path).text == "a name that is no text" for path in odd)


def _settled(face: Face, path: str) -> FileDetails | None:
    found = face.details(path)
    return None if found.state == "pending" else found


def test_hits_name_views_that_can_be_shown(face: Face, copied: tuple[Path, Hunch]) -> None:
    (hit,) = face.search("IMG_0412", mode="words").hits
    assert hit.picture is not None
    assert (hit.width, hit.height) == (480, 360)
    assert hit.size == (LIBRARY / "pictures" / "IMG_0412.jpg").stat().st_size
    found = face.views([hit.picture, "ab" * 32, "nothing"])
    assert list(found) == [hit.picture]
    assert decoded(found[hit.picture]).format == "WEBP"
    assert face.views([]) == {}
    assert code(lambda: face.views(["ab"] * 201)) == "too_large"


def test_the_page_of_a_hit_is_drawn_with_its_passage_marked(face: Face, copied: tuple[Path, Hunch]) -> None:
    path = path_of(copied, "learning/laundry-moisture-study.pdf")
    details = face.details(path)
    part = next(part for part in details.parts if part.locator["page"] == 2)
    page = face.page(path, 2, 700, details.text[part.start : part.end])
    assert (page.number, page.pages, page.width) == (2, 4, 700)
    assert decoded(page.png).size == (page.width, page.height)
    assert len(page.marks) > 3
    picture = face.page(path_of(copied, "pictures/IMG_0412.jpg"), 1, 4_000, "")
    assert (picture.width, picture.height, picture.pages, picture.marks) == (480, 360, 1, ())
    assert code(lambda: face.page(path, 9, 700, "")) == "damaged"
    assert code(lambda: face.page(path_of(copied, "broken.pdf"), 1, 700, "")) == "damaged"
    assert code(lambda: face.page(path_of(copied, "gone.pdf"), 1, 700, "")) == "vanished"
    assert code(lambda: face.page(path_of(copied, "long.txt"), 1, 700, "")) == "unsupported"


def test_recent_files_and_folders_are_told(face: Face, copied: tuple[Path, Hunch]) -> None:
    recent = face.recent(50)
    names = [Path(file.path).name for file in recent]
    assert "code.py" not in names
    assert "broken.pdf" not in names
    assert {"long.txt", "IMG_0412.jpg"} <= set(names)
    assert [file.modified for file in recent] == sorted((file.modified for file in recent), reverse=True)
    assert [file.picture is not None for file in recent] == [file.kind == "picture" for file in recent]
    assert len(face.recent(2)) == 2
    assert face.folders("LEARN") == [path_of(copied, "learning")]
    assert face.folders("") == [to_text(str(copied[0]))]


def test_folders_are_measured_and_patterns_tried(face: Face, copied: tuple[Path, Hunch], tmp_path: Path) -> None:
    files, _ = copied
    found = face.measure(path_of(copied, "learning"))
    assert (found.files, found.complete, found.chosen_above, found.problem) == (1, True, to_text(str(files)), None)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "a.txt").write_text("12345", encoding="utf-8")
    new = face.measure(str(tmp_path / "new"))
    assert (new.files, new.bytes, new.chosen_above, new.chosen_below) == (1, 5, None, ())
    assert face.measure(to_text(str(files.parent))).chosen_below == (to_text(str(files)),)
    assert face.measure(str(tmp_path / "no")).problem == "root_missing"
    assert face.hidden(["*.pdf"]) == 2
    assert face.hidden(["learning/", "*.pdf", "kitchen"]) == 3
    assert face.hidden([]) == 0


def test_settings_are_changed_and_checked(face: Face, copied: tuple[Path, Hunch]) -> None:
    found = face.change_settings({"ignore": ["*.bak"], "cpu_percent": 50})
    assert (list(found["ignore"]), found["cpu_percent"], found["hidden"]) == (["*.bak"], 50, False)
    again = face.settings_in_force()
    assert (list(again["ignore"]), again["cpu_percent"]) == (["*.bak"], 50)
    assert "read_pictures = false" in (copied[1].data_dir / "settings.toml").read_text(encoding="utf-8")
    for wrong in ({"cpu_percent": 5}, {"colour": "red"}, {"hidden": 1}, {"path": "/", "self": 1}):
        assert code(lambda wrong=wrong: face.change_settings(wrong)) == "settings_invalid"  # type: ignore[misc]
    assert face.settings_in_force()["cpu_percent"] == 50
    assert face.change_settings({}) == face.settings_in_force()


@pytest.fixture
def running(copied: tuple[Path, Hunch], tmp_path: Path) -> Iterator[tuple[Path, RunningEngine]]:
    """An engine with a folder of its own to change."""
    own = tmp_path / "own"
    own.mkdir()
    for name in ("one.txt", "two.log", ".three.txt"):
        (own / name).write_text(f"marker {name}", encoding="utf-8")
    with running_engine(copied[1]) as engine:
        engine.client.add(to_text(str(own)))
        until_equal(lambda: sorted(engine.names("marker")), ["one.txt", "two.log"])
        yield own, engine


def test_changed_settings_count_at_once(running: tuple[Path, RunningEngine]) -> None:
    _, engine = running
    assert engine.client.hidden(["*.log"]) == 1
    engine.client.change_settings({"ignore": ["*.log"], "hidden": True})
    until_equal(lambda: sorted(engine.names("marker")), [".three.txt", "one.txt"])
    engine.client.change_settings({"ignore": []})
    until_equal(lambda: sorted(engine.names("marker")), [".three.txt", "one.txt", "two.log"])


def test_the_status_tells_of_each_folder_what_a_page_of_folders_shows(running: tuple[Path, RunningEngine]) -> None:
    own, engine = running
    engine.settle()
    roots = {root["path"]: root for root in engine.status()["roots"]}
    assert roots[str(own)] == {
        "path": str(own), "paused": False, "missing": False,
        "files": {"ready": 2, "pending": 0, "failed": 0, "skipped": 0},
    }
    assert sum(root["files"]["failed"] for root in roots.values()) == 1
    own.rename(own.with_name("elsewhere"))
    engine.client.index([], lambda step: None, threading.Event())
    until(lambda: next(root for root in engine.status()["roots"] if root["path"] == str(own))["missing"])
    assert engine.client.details(to_text(str(own / "one.txt"))).offline
    assert not [file for file in engine.client.recent(50) if Path(file.path).parent == own]
