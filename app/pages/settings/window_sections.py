"""The settings of the window, as sections of the page."""

from __future__ import annotations

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.bridge import Bridge
from app.choices import (
    APPEARANCE,
    CLOSE_TO_TRAY,
    DEFAULT_APPEARANCE,
    DEFAULT_CLOSE_TO_TRAY,
    DEFAULT_LANGUAGE,
    DEFAULT_QUIT_ENGINE,
    LANGUAGE,
    QUIT_ENGINE,
)
from app.controls import Button, Switch
from app.desktop import autostart
from app.desktop.hotkey import Hotkey
from app.memory import KEEP_SEARCHES, Memory
from app.pages.settings.inputs import Choice
from app.pages.settings.key_field import KeyField, how_keys_stand
from app.pages.settings.section import Section
from app.theme import Mode, theme


class SearchingSection(Section):
    """What is remembered of searches."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Searching"))
        self._memory = memory
        remembered(self, memory, KEEP_SEARCHES, True, self.tr("Remember searches"),
                   self.tr("They are offered while you type, and are kept on this computer only."))
        self._clear = Button(self.tr("Forget all"))
        self._clear.setAccessibleName(self.tr("Forget all earlier searches"))
        self._clear.clicked.connect(memory.forget_searches)
        self._row = self.add(self.tr("Earlier searches"), "", self._clear)
        memory.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        kept = len(self._memory.searches)
        self._row.form.set_explanation(
            self.tr("%n search(es) kept", "", kept) if kept else self.tr("Nothing is kept")
        )
        self._clear.setEnabled(bool(kept))


class AppearanceSection(Section):
    """How the window looks and speaks."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Appearance"))
        self._memory = memory
        colours = Choice([
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
        ])
        colours.show_value(memory.value(APPEARANCE, DEFAULT_APPEARANCE))
        colours.chosen.connect(self._set_mode)
        self.add(self.tr("Colours"), "", colours)
        # Each language by its own name, so that everybody finds theirs.
        language = Choice([
            ("system", self.tr("As the system")), ("en", "English"), ("de", "Deutsch"), ("zh_CN", "简体中文"),
        ])
        self._spoken = memory.value(LANGUAGE, DEFAULT_LANGUAGE)
        language.show_value(self._spoken)
        language.chosen.connect(self._set_language)
        self._language = self.add(self.tr("Language"), "", language)

    def _set_mode(self, mode: Mode) -> None:
        self._memory.set_value(APPEARANCE, mode)
        theme().set_mode(mode)

    def _set_language(self, chosen: str) -> None:
        self._memory.set_value(LANGUAGE, chosen)
        said = "" if chosen == self._spoken else self.tr("Hunch speaks it from the next start on.")
        self._language.note.say(said, "info")


class WindowSection(Section):
    """How Hunch is called up and put away."""

    def __init__(self, bridge: Bridge, memory: Memory, hotkey: Hotkey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Window and quick search"))
        self._bridge = bridge
        self._hotkey = hotkey
        self._keys = self.add(
            self.tr("Keys of the quick search"),
            self.tr("They work in every program. Go to the field and press the keys."), KeyField(hotkey, memory),
        )
        hotkey.changed.connect(self._show_keys)
        self._show_keys()
        self._autostart = Switch()
        self._autostart.setEnabled(False)
        self._autostart.clicked.connect(self._set_autostart)
        if autostart.is_supported():
            self._autostart_row = self.add(
                self.tr("Start with the system"), self.tr("Without a window; the quick search is then always there."),
                self._autostart,
            )
            self._look_autostart()
        if QSystemTrayIcon.isSystemTrayAvailable():
            remembered(self, memory, CLOSE_TO_TRAY, DEFAULT_CLOSE_TO_TRAY,
                       self.tr("Stay in the tray when the window is closed"),
                       self.tr("The quick search then comes up at once."))
        remembered(self, memory, QUIT_ENGINE, DEFAULT_QUIT_ENGINE, self.tr("Stop indexing when Hunch is quit"),
                   self.tr("Otherwise it goes on in the background, and the next search finds what is new."))

    def _show_keys(self) -> None:
        text, icon, role = how_keys_stand(self._hotkey.state, self._hotkey.shown)
        self._keys.note.say(text, icon, role)

    def _look_autostart(self) -> None:
        self._bridge.work(self, autostart.is_enabled, self._show_autostart)

    def _show_autostart(self, is_enabled: bool) -> None:
        self._autostart.setEnabled(True)
        self._autostart.setChecked(is_enabled)

    def _set_autostart(self, wanted: bool) -> None:
        self._autostart_row.note.say("")
        self._bridge.work(
            self, lambda: autostart.set_enabled(wanted), lambda _: self._look_autostart(), self._not_allowed
        )

    def _not_allowed(self, error: OSError) -> None:
        self._autostart_row.note.say(self.tr("The system did not allow it."), "error", "bad")
        self._look_autostart()


def remembered(section: Section, memory: Memory, name: str, usual: bool, label: str, explanation: str) -> None:
    """Add a switch for a value of ``memory``."""
    switch = Switch()
    switch.setChecked(memory.value(name, usual))
    switch.clicked.connect(lambda is_on: memory.set_value(name, is_on))
    section.add(label, explanation, switch)
