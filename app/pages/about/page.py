"""The page about Hunch itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.bridge import Bridge
from app.controls import Button, Label, PageTitle
from app.pages.about.licence_list import LicenceList
from app.theme import XL, XS, L, M, application_icon
from app.versions import report_text, versions

_ICON = 64
_VERSION_ROWS = 3


class AboutPage(QWidget):
    """Versions and licences are read in the background."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._version = Label(role="ink-muted")
        names = QVBoxLayout()
        names.setSpacing(XS)
        names.addWidget(PageTitle("Hunch"))
        names.addWidget(self._version)
        names.addWidget(Label(self.tr("Finds a file from what you remember of it, by its words and by what it is "
                                      "about, on this computer alone."), wrap=True))
        names.addWidget(Label(self.tr("Nothing leaves this computer: no file, no search, no count. Hunch uses the "
                                      "network only to download a model, when you ask for it."), wrap=True))
        top = QHBoxLayout()
        top.setSpacing(L)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)

        self._versions = QGridLayout()
        self._versions.setHorizontalSpacing(L)
        self._versions.setVerticalSpacing(XS)
        self._versions.setColumnStretch(1, 1)
        self._versions.setColumnStretch(3, 2)
        copy = Button(self.tr("Copy"), icon="copy")
        copy.setAccessibleName(self.tr("Copy the versions"))
        copy.setToolTip(self.tr("For a report of a fault. It names no person and no folder."))
        copy.clicked.connect(self._copy)
        self._copied = Label(role="ink-muted")
        beside = QHBoxLayout()
        beside.setSpacing(M)
        beside.addWidget(Label(self.tr("Versions"), "title", strong=True))
        beside.addStretch()
        beside.addWidget(self._copied)
        beside.addWidget(copy)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, XL, XL, XL)
        layout.setSpacing(M)
        layout.addLayout(top)
        layout.addSpacing(M)
        layout.addLayout(beside)
        layout.addLayout(self._versions)
        layout.addSpacing(M)
        layout.addWidget(Label(self.tr("Licences"), "title", strong=True))
        layout.addWidget(Label(self.tr("Hunch is free software under the Apache License 2.0. It stands on the work of "
                                       "many others:"), wrap=True))
        licences = LicenceList(bridge)
        layout.addWidget(licences, 1)
        self.setFocusProxy(licences)
        bridge.work(self, versions, self._show_versions)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._copied.setText("")
        # Drawn for the screen it is on.
        self._icon.setPixmap(application_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))

    def _show_versions(self, found: list[tuple[str, str]]) -> None:
        self._version.setText(self.tr("Version {number}").format(number=dict(found)["Hunch"]))
        for at, (name, what) in enumerate(found[1:]):
            # Libraries beside what the computer is.
            row, column = at % _VERSION_ROWS, at // _VERSION_ROWS * 2
            self._versions.addWidget(Label(name, role="ink-muted"), row, column)
            self._versions.addWidget(Label(what), row, column + 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(report_text())
        self._copied.setText(self.tr("Copied"))
