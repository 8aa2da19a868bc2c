"""The progress bar of ``hunch index``."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from indexer.answers import Snapshot
from indexer.paths import display

_WORDS = {"scan": "Looking for changes", "read": "Reading", "embed": "Learning meanings", "look": "Looking at pictures",
          "ocr": "Reading text in pictures"}


class ProgressBar:
    """Shows the phase at work as one line; prints nothing where there is no terminal."""

    def __init__(self, console: Console) -> None:
        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            TextColumn("[dim]{task.fields[current]}", markup=True), console=console, transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> ProgressBar:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def show(self, snapshot: Snapshot) -> None:
        """Draw one snapshot."""
        if snapshot.phase not in self._tasks:
            for finished in self._tasks.values():
                self._bar.update(finished, visible=False)
            self._tasks[snapshot.phase] = self._bar.add_task(_WORDS[snapshot.phase], total=None, current="")
        self._bar.update(
            self._tasks[snapshot.phase], completed=snapshot.done, total=snapshot.total,
            current=escape(display(Path(snapshot.current or "").name)[:40]),
        )
