"""Pictures of every page: ``python -m tests.helpers.screenshots FOLDER [FILTER]``.

The real window and engine on the sample library, drawn without a screen: light and dark, 100 % and 200 %, English and
Chinese. A filter such as ``en-light-100`` makes only the pictures whose names hold it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.helpers.text_model import prepared_models

ROOT = Path(__file__).resolve().parents[2]
_QUESTIONS = {
    "search": "the landlord pays for the boiler", "pdf": "total due 318.50", "pictures": "red kayak at the lake",
    "nothing": "type:pdf zzxqv",
}
_MISSING = "boiler service type:docx", "flat/heating-service-2025.pdf"
_COPIES = {
    "flat/heating-service-2025.pdf": "scans/heating-service-2025 (copy).pdf", "pictures/IMG_0412.jpg": "camp/kayak.jpg",
    "work/minutes-2025-03-06.docx": "work/old/minutes-2025-03-06.docx",
}
_EARLIER = 1_700_000_000
_SIZE = 1100, 720


def main() -> int:
    """Make the pictures, each kind of screen in a process of its own."""
    target, wanted = Path(sys.argv[1]).resolve(), (sys.argv[2] if len(sys.argv) > 2 else "")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "mia"
        shutil.copytree(ROOT / "resources" / "library", home / "Documents")
        for original, copy in _COPIES.items():
            made = home / "Documents" / copy
            made.parent.mkdir(exist_ok=True)
            shutil.copy(home / "Documents" / original, made)
            os.utime(made, (_EARLIER, _EARLIER))
        data = home / "data"
        shutil.copytree(prepared_models(ROOT), data / "models")
        (data / "settings.toml").write_text('picture_model = "clip-drawn"\nwait_when_busy = false\n')
        environment = {
            **os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "HUNCH_DATA_DIR": str(data),
            "LC_ALL": "C.UTF-8",
        }
        command = [sys.executable, "-m", "app"]
        subprocess.run([*command, "index", str(home / "Documents")], env=environment, check=True, cwd=ROOT)
        try:
            for language in ("en", "zh_CN"):
                for mode in ("light", "dark"):
                    for scale in (100, 200):
                        name = f"{language}-{mode}-{scale}"
                        if wanted in name:
                            subprocess.run(
                                [sys.executable, "-m", "tests.helpers.screenshots", "--draw", str(target), name],
                                env={**environment, "QT_SCALE_FACTOR": str(scale / 100)}, check=True, cwd=ROOT,
                            )
        finally:
            subprocess.run([*command, "quit"], env=environment, check=False, cwd=ROOT)
    return 0


def draw(target: Path, name: str) -> int:
    """All pages in one language, colour and scale."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from app.application import speak
    from app.bridge import Bridge
    from app.desktop import hotkey
    from app.main_window import FIRST_RUN_DONE, MainWindow
    from app.memory import Memory
    from app.quick_search import QuickSearch
    from app.rail import PAGES
    from app.search.missing import MissingDialog
    from app.theme import Theme
    from indexer.client import KeptClient
    from indexer.paths import to_text
    from indexer.runtime import Places

    language, mode, _ = name.rsplit("-", 2)
    places = Places.find()
    app = QApplication([])
    speak(app, language)
    Theme.install(app, mode="dark" if mode == "dark" else "light")
    memory = Memory(places, app)
    key = hotkey.install(app)
    bridge = Bridge(partial(KeptClient, places), app)

    def settle(condition: Callable[[], object] = lambda: True, quiet_ms: int = 1_200) -> None:
        for _ in range(200):
            app.processEvents()
            if condition():
                break
            wait(50)
        wait(quiet_ms)

    def wait(milliseconds: int) -> None:
        done: list[bool] = []
        QTimer.singleShot(milliseconds, lambda: done.append(True))
        while not done:
            app.processEvents()

    def keep(widget: QWidget, page: str) -> None:
        widget.grab().save(str(target / f"{page}-{name}.png"))

    settle(lambda: bridge.status.get("files"))
    memory.set_value(FIRST_RUN_DONE, False)
    first = MainWindow(bridge, memory, places)
    first.resize(*_SIZE)
    first.show()
    settle(quiet_ms=2_000)
    keep(first, "first-run")
    first.hide()
    memory.set_value(FIRST_RUN_DONE, True)
    window = MainWindow(bridge, memory, places)
    window.resize(*_SIZE)
    window.show()
    settle()
    keep(window, "start")
    for page, question in _QUESTIONS.items():
        window.search(question)
        settle(quiet_ms=2_500)
        keep(window, page)
    missing = MissingDialog(bridge, _MISSING[0], window)
    missing.show()
    missing.explain(to_text(str(Path.home() / "Documents" / _MISSING[1])))
    settle(lambda: missing.explained is not None)
    keep(missing, "missing")
    missing.reject()
    for one in PAGES[1:]:
        window.show_page(one)
        settle()
        keep(window, one)
    popup = QuickSearch(bridge, memory, key)
    popup.toggle()
    settle()
    keep(popup, "quick-empty")
    popup._field.setText("boiler")
    settle(quiet_ms=2_000)
    keep(popup, "quick")
    popup.hide()
    window.hide()
    bridge.close()
    return 0


if __name__ == "__main__":
    sys.exit(draw(Path(sys.argv[2]), sys.argv[3]) if sys.argv[1] == "--draw" else main())
