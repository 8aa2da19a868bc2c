"""The keyboard help: all shortcuts, and how to ask more exactly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.controls import Button, Hairline, Label, PageTitle
from app.shortcuts import SHORTCUTS, Group, group_title
from app.theme import CONTROL_RADIUS, XL, XS, L, M, S, theme

_WIDTH, _HEIGHT = 940, 680
_COLUMNS: tuple[tuple[Group, ...], ...] = (("search", "result", "preview"), ("window", "quick"))


class KeyboardHelp(QDialog):
    """An overview; closed with Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard and search help"))
        columns = QHBoxLayout()
        columns.setSpacing(XL + L)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(L)
            for group in groups:
                column.addLayout(_group(group))
            column.addStretch()
            columns.addLayout(column, 1)

        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(XL, XL, XL, XL)
        inside.setSpacing(L)
        inside.addWidget(PageTitle(self.tr("Keyboard")))
        inside.addLayout(columns)
        inside.addWidget(Hairline())
        inside.addWidget(PageTitle(self.tr("Asking more exactly")))
        inside.addWidget(Label(self.tr("Write what you remember, in your own words. Add any of these where you know "
                                       "more; they can be combined."), wrap=True))
        inside.addLayout(_language())
        inside.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.windowTitle())

        close = Button(self.tr("Close"), primary=True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(XL, M, XL, M)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(Hairline())
        layout.addLayout(foot)
        self.resize(_WIDTH, _HEIGHT)
        # The arrow keys then scroll at once.
        scroll.setFocus()


class KeyCap(QLabel):
    """Keys as they are written on a keyboard of this system."""

    def __init__(self, keys: QKeySequence) -> None:
        super().__init__(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme().font("caption", strong=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        look = theme()
        self.setStyleSheet(
            f"background: {look.color('surface').name()}; color: {look.color('ink').name()};"
            f"border: 1px solid {look.color('line').name()}; border-radius: {CONTROL_RADIUS - 2}px;"
            f"padding: 1px {XS + 2}px;"
        )


def _group(group: Group) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(S)
    layout.addWidget(Label(group_title(group), strong=True))
    # What does the same in the end is one row.
    told: dict[str, list[QKeySequence]] = {}
    for one in SHORTCUTS:
        if one.group == group:
            told.setdefault(one.label, []).extend(one.told)
    for label, sequences in told.items():
        row = QHBoxLayout()
        row.setSpacing(XS)
        row.addWidget(Label(label, wrap=True), 1)
        row.addSpacing(M)
        for sequence in sequences:
            row.addWidget(KeyCap(sequence))
        layout.addLayout(row)
    return layout


def _language() -> QGridLayout:
    rows = QGridLayout()
    rows.setHorizontalSpacing(L)
    rows.setVerticalSpacing(S)
    rows.setColumnStretch(1, 1)
    for at, (example, meaning) in enumerate(examples()):
        typed = Label(example, "mono")
        typed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(typed, at, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(Label(meaning, wrap=True), at, 1)
    return rows


def examples() -> list[tuple[str, str]]:
    """What can be typed, and what it means."""
    translate = QCoreApplication.translate
    return [
        (translate("Words", '"heating costs"'), translate("Words", "these words, in this order")),
        (translate("Words", "boiler -gas"), translate("Words", "without this word")),
        ("type:pdf", translate("Words", "one kind: pdf, picture, document, table, slides, mail, code …")),
        ("ext:docx", translate("Words", "files whose names end so")),
        (translate("Words", "in:Invoices"), translate("Words", "in folders of this name")),
        (translate("Words", "name:lease"), translate("Words", "this in the file's name")),
        ("after:2024-03", translate("Words", "changed in or after March 2024; before:2023 likewise")),
        ("size:>10mb", translate("Words", "larger than ten megabytes; size:<100kb likewise")),
        (translate("Words", "like:photo.jpg"), translate("Words", "files that are like this one")),
        (translate("Words", "beach +sunset -people"), translate("Words", "nearer to one thing, further from another")),
    ]
