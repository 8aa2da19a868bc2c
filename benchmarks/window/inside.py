"""The window as it is, with a watch on its main thread: ``python -m benchmarks.window.inside DATA_DIR``.

Lines of JSON on stdout, moments as of ``time.monotonic``: ``{"query", "final", "hits", "at"}`` when the answer to a
query, of so many hits, is on the screen, and ``{"late", "used", "where", "at"}`` when the main thread heard nothing for
long: milliseconds it was late, processor time it used itself meanwhile, and the place in the program, if it was seen.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from app import application
from app.main_window import MainWindow
from app.search.view import SearchView
from app.start import start
from indexer.answers import Results

_BEAT_MS = 5
_LATE_MS = 10.0
_LOOK_S = 0.01
_STEPS = 4
_APP = Path(application.__file__).parent


class Heart(QObject):
    """Beats on the main thread as long as that does nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._beaten = time.monotonic()
        self._used = time.thread_time()
        self._where = ""
        self._main = threading.get_ident()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        threading.Thread(target=self._look, daemon=True).start()

    def _beat(self) -> None:
        now, used = time.monotonic(), time.thread_time()
        late = (now - self._beaten) * 1_000 - _BEAT_MS
        if late > _LATE_MS:
            tell(late=late, used=(used - self._used) * 1_000, where=self._where, at=now)
        self._beaten, self._used, self._where = now, used, ""

    def _look(self) -> None:
        """In a thread: where the main thread is while it is late."""
        while True:
            time.sleep(_LOOK_S)
            frame = sys._current_frames().get(self._main)
            if frame is not None and (time.monotonic() - self._beaten) * 1_000 > _BEAT_MS + _LATE_MS:
                steps = [step for step in traceback.extract_stack(frame) if Path(step.filename).is_relative_to(_APP)]
                self._where = " > ".join(f"{Path(step.filename).name}:{step.lineno}" for step in steps[-_STEPS:])


class Watch:
    """Follows answers from the model to the screen."""

    def __init__(self) -> None:
        self._heart: Heart | None = None
        self._unpainted: list[tuple[str, bool, int]] = []

    def begin(self) -> None:
        """Before the window is made."""
        do, show = application.Hunch.do, SearchView._show

        def doing(hunch: application.Hunch, wish: Any) -> None:
            self._heart = self._heart or Heart()
            do(hunch, wish)

        def showing(view: SearchView, results: Results, final: bool) -> None:
            show(view, results, final)
            # An answer that changes nothing is painted too, so that there is a moment to tell.
            view._found.view.viewport().update()
            self._unpainted.append((results.query, final, len(results.hits)))

        def event(window: MainWindow, event: QEvent) -> bool:
            done = QMainWindow.event(window, event)
            # All that was due is painted by then, and with the display.
            if event.type() == QEvent.Type.UpdateRequest:
                self._painted()
            return done

        application.Hunch.do = doing  # type: ignore[method-assign, assignment]
        SearchView._show = showing  # type: ignore[method-assign, assignment]
        MainWindow.event = event  # type: ignore[method-assign, assignment]

    def _painted(self) -> None:
        now = time.monotonic()
        for query, final, hits in self._unpainted:
            tell(query=query, final=final, hits=hits, at=now)
        self._unpainted.clear()


def tell(**facts: Any) -> None:
    """Write a line."""
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    Watch().begin()
    sys.exit(start("show", sys.argv[1]))
