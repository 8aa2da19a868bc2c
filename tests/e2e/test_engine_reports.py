"""Why, duplicates and the judging of search, asked of an engine that runs: the same as without one."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from indexer.errors import KnownError
from indexer.paths import to_text
from tests.helpers.command import Hunch
from tests.helpers.engine import running_engine

TEXTS = {
    "boiler letter.md": "# Boiler\n\nThe landlord sends somebody to mend the boiler of the kitchen before winter.",
    "kayak trip.md": "# Kayak\n\nWe paddled a red kayak along the rocky coast and slept beside a quiet beach.",
    "otters.txt": "Otters hold hands while they sleep in the cold water of the river near our village.",
}


def test_an_engine_explains_judges_and_lists_what_is_there_twice(tmp_path: Path, hunch: Hunch) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(folder / "otters.txt", folder / "otters copy.txt")
    with running_engine(hunch) as engine:
        client = engine.client
        client.add(to_text(str(folder)))
        engine.settle()
        path = to_text(str(folder / "kayak trip.md"))
        found = client.why(path, "boat on the sea in:Nowhere")
        assert found.place == 1
        assert found.known is not None
        assert found.standing is not None
        assert hunch.json("why", folder / "kayak trip.md", "boat on the sea in:Nowhere") == found.to_json()
        left_out = client.why(to_text(str(folder / "node_modules" / "a.txt")), "boat")
        assert [advice.code for advice in left_out.advice] == ["vanished"]
        twice = client.duplicates()
        assert [[Path(file.path).name for file in group.files] for group in twice.groups] == [
            ["otters copy.txt", "otters.txt"]
        ]
        steps: list[tuple[int, int]] = []
        judged = client.evaluate(
            8, ["words"], 0, lambda done, total: steps.append((done, total)), threading.Event()
        )
        assert {one.mode for one in judged.figures} == {"words"}
        assert judged.models == {"text": "all-MiniLM-L6-v2"}
        assert steps
        stop = threading.Event()
        with pytest.raises(KnownError) as caught:
            client.evaluate(1_000, ["all"], 0, lambda done, total: stop.set(), stop)
        assert caught.value.code == "cancelled"
        assert engine.names("kayak") == ["kayak trip.md"]
    assert hunch.json("why", folder / "kayak trip.md", "boat on the sea in:Nowhere")["place"] == 1
