"""What a person is told after a fault of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.bridge import Bridge
from app.controls import Button, ElidedLabel, Label
from app.crashes import Crashes, Report
from app.desktop.open import reveal
from app.theme import XL, L, M, S, theme
from indexer.paths import display, to_text

_WIDTH, _HEIGHT = 560, 440
_ICON = 24


def show_crashes(crashes: Crashes, bridge: Bridge) -> None:
    """Show what ended the last run, now, and the first fault of this one when it comes."""
    _Shower(crashes, bridge)


class CrashDialog(QDialog):
    """Tells of one report; does not block, and is deleted when closed."""

    def __init__(self, report: Report, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        self._bridge = bridge
        log = to_text(str(report.log))
        if report.kind == "native":
            title = self.tr("Hunch closed by itself last time")
            what = self.tr("A part of the program failed and took the window with it. Your files and your index are as "
                           "they were.")
        else:
            title = self.tr("Something in this window went wrong")
            what = self.tr("You can go on. If something looks odd from here on, quit and open Hunch again. Your files "
                           "and your index are as they were.")
        self.setWindowTitle(title)
        self._icon = QLabel()
        heading = Label(title, "title", strong=True, wrap=True)
        promise = Label(self.tr("The report names places in the program and versions: nothing you searched for, and "
                                 "nothing from your files. It goes nowhere unless you send it."), wrap=True)
        self._kept = ElidedLabel(
            self.tr("It is kept in {file}").format(file=display(log)), Qt.TextElideMode.ElideMiddle, "caption",
            "ink-muted",
        )
        text = QPlainTextEdit(report.text)
        text.setReadOnly(True)
        text.setFont(theme().font("mono"))
        text.setAccessibleName(self.tr("Report"))
        text.setTabChangesFocus(True)

        copy = Button(self.tr("Copy report"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        folder = Button(self.tr("Show in folder"), icon="reveal")
        folder.clicked.connect(lambda: bridge.work(self, lambda: reveal(log), failed=self._not_shown))
        go_on = Button(self.tr("Continue"), primary=True)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(copy)
        buttons.addWidget(folder)
        buttons.addStretch()
        if report.kind == "exception":
            leave = Button(self.tr("Quit"))
            leave.clicked.connect(QApplication.quit)
            buttons.addWidget(leave)
        buttons.addWidget(go_on)

        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self._icon)
        top.addWidget(heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, XL, XL, L)
        layout.setSpacing(M)
        layout.addLayout(top)
        for part in (Label(what, wrap=True), promise, text, self._kept):
            layout.addWidget(part, 1 if part is text else 0)
        layout.addSpacing(S)
        layout.addLayout(buttons)
        self.resize(_WIDTH, _HEIGHT)
        go_on.setFocus()
        self._dress()
        theme().changed.connect(self._dress)

    def _not_shown(self, error: OSError) -> None:
        self._kept.setText(self.tr("The folder could not be opened. The report is in {file}.").format(
            file=display(to_text(str(self._report.log)))
        ))

    def _dress(self) -> None:
        self._icon.setPixmap(theme().pixmap("warning", "warn", _ICON, self.devicePixelRatioF()))


class _Shower(QObject):
    """Lives on the main thread, whichever thread the fault was in."""

    def __init__(self, crashes: Crashes, bridge: Bridge) -> None:
        super().__init__(crashes)
        self._bridge = bridge
        self._dialog: CrashDialog | None = None
        crashes.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        if crashes.earlier is not None:
            self._show(crashes.earlier)

    @Slot(object)
    def _show(self, report: Report) -> None:
        if QCoreApplication.closingDown():
            return
        # Without a parent nothing else keeps it.
        self._dialog = CrashDialog(report, self._bridge, QApplication.activeWindow())
        self._dialog.open()
