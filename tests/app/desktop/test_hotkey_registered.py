from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.desktop.hotkey.base import RegisteredHotkey


class System(RegisteredHotkey):
    """A system with two keys, one of which another program has."""

    def __init__(self) -> None:
        super().__init__({"Space": 1, "J": 2}, {"Ctrl": 4, "Alt": 8, "Shift": 16, "Meta": 32})
        self.held: tuple[int, int] | None = None

    def close(self) -> None:
        self.held = None

    def _register(self, code: int, modifiers: int) -> bool:
        self.held = (code, modifiers) if code == 1 else None
        return code == 1


def test_the_state_tells_what_became_of_the_keys(qapp: QApplication) -> None:
    hotkey = System()
    heard: list[str] = []
    hotkey.changed.connect(lambda: heard.append(hotkey.state))
    for keys in ("Ctrl+Alt+Space", "Ctrl+J", "Ctrl+K", "Ctrl+J, Ctrl+J", "Meta+Space", ""):
        hotkey.set_keys(keys)
    assert heard == ["works", "taken", "unknown_key", "unknown_key", "works", "off"]


def test_new_keys_let_go_of_the_old_ones(qapp: QApplication) -> None:
    hotkey = System()
    hotkey.set_keys("Ctrl+Alt+Space")
    assert hotkey.held == (1, 12)
    hotkey.set_keys("Ctrl+K")
    assert hotkey.held is None
    assert hotkey.keys == "Ctrl+K"
