"""What to say, and what to do next, where nothing was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from app.counted import Counted
from indexer.answers import Mode
from indexer.query import parse

Step = Literal["folders", "filters", "everything"]


@dataclass(frozen=True, slots=True)
class Advice:
    """``step``: what the button does that is called ``action``; None where there is none."""

    icon: str
    title: str
    text: str
    action: str | None = None
    step: Step | None = None


def advice(text: str, mode: Mode, status: Mapping[str, Any]) -> Advice:
    """For a search for ``text`` that found nothing, with the engine's last known ``status``."""
    translate = QCoreApplication.translate
    if status and not status.get("roots"):
        return Advice(
            "folder-add", translate("Words", "No folder is chosen yet"),
            translate("Words", "Choose the folders you want to search. What is in them stays on this computer."),
            translate("Words", "Choose folders"), "folders",
        )
    title = translate("Words", "Nothing here matches")
    pending = status.get("files", {}).get("pending", 0)
    waiting = Counted().unread_files(pending)
    if parse(text).filters:
        told = translate("Words", "No file fits all the filters and words together.")
        action = translate("Words", "Remove the filters")
        return Advice("filter", title, waiting if pending else told, action, "filters")
    if mode != "all":
        told = translate("Words", "Only one way of searching was tried.")
        action = translate("Words", "Search everything")
        return Advice("search", title, waiting if pending else told, action, "everything")
    if pending:
        return Advice("clock", translate("Words", "Nothing found so far"), waiting)
    told = translate(
        "Words", "Try fewer words, or others: what was it about? A folder that is not chosen is not searched."
    )
    return Advice("search", title, told, translate("Words", "Look at the folders"), "folders")
