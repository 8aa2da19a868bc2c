from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.search.advice import advice
from indexer.answers import Mode
from tests.helpers.fake_engine import IDLE

pytestmark = pytest.mark.usefixtures("qapp")

NO_FOLDER = {**IDLE, "roots": []}
READING = {**IDLE, "files": {**IDLE["files"], "pending": 320}}


@pytest.mark.parametrize(
    ("text", "mode", "status", "step", "said"),
    [
        ("boiler", "all", IDLE, "folders", "fewer words"),
        ("boiler", "all", NO_FOLDER, "folders", "Choose the folders"),
        ("boiler type:pdf", "words", NO_FOLDER, "folders", "Choose the folders"),
        ("boiler type:pdf", "all", IDLE, "filters", "filters"),
        ("boiler type:pdf", "all", READING, "filters", "320"),
        ("boiler", "pictures", IDLE, "everything", "Only one way"),
        ("boiler", "all", READING, None, "320"),
        ("boiler", "all", {}, "folders", "fewer words"),
    ],
)
def test_it_says_why_and_what_to_do(
    qapp: QApplication, text: str, mode: Mode, status: dict[str, Any], step: str | None, said: str
) -> None:
    told = advice(text, mode, status)
    assert told.step == step
    assert (told.action is None) == (step is None)
    assert said in told.text
