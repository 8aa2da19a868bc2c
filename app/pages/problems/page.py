"""The page of what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app import words
from app.bridge import Bridge, Ticket
from app.controls import Button, Card, ClearAction, EmptyState, Label, PageTitle
from app.desktop.open import open_file, reveal
from app.pages.leaving_out import pattern_for
from app.pages.problems.chosen import ChosenProblem
from app.pages.problems.list_view import ProblemsView
from app.pages.problems.table import Column, ProblemsTable
from app.shortcuts import shortcut
from app.theme import XL, M, S, theme
from indexer.answers import Problem, State
from indexer.errors import KnownError
from indexer.face import Face
from indexer.paths import display, from_text

_SEARCH = 280
# A request has a largest size, a path a longest length.
_AT_ONCE = 200
# While a hundred files a second are read their number changes all the time.
_REST_MS = 1_000


class ProblemsPage(QWidget):
    """A table of all problems; asks for them when it is shown and when their number is another."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._counts: object = None
        self._table = ProblemsTable(self)
        self._view = ProblemsView()
        self._actions = self._make_actions()
        self._text = QLineEdit()
        self._reason = QComboBox()
        self._title = PageTitle(self.tr("Problems"))
        self._said = Label(role="ink-muted", wrap=True)
        self._retry = Button("", icon="refresh")
        self._copy = Button(self.tr("Copy list"), icon="copy")
        self._chosen = ChosenProblem(
            [self._actions[name] for name in ("retry", "open", "reveal")],
            [self._actions[name] for name in ("leave_file", "leave_folder")],
        )
        self._asking: Ticket | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._empty = EmptyState(
            "good", self.tr("Everything could be read"),
            self.tr("Files that cannot be read are listed here, with the reason and what to do about it."),
        )
        self._nothing = EmptyState(
            "filter", self.tr("No problem fits"), self.tr("None of the problems has this in its name and folder."),
            self.tr("Show all"),
        )
        self._set_up()
        self._lay_out()
        bridge.status_changed.connect(self._told)
        theme().changed.connect(self._view.viewport().update)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ask()

    def _set_up(self) -> None:
        self._view.setModel(self._table)
        self._view.sortByColumn(Column.REASON, Qt.SortOrder.AscendingOrder)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._view.activated.connect(lambda _: self._actions["open"].trigger())
        self._view.selectionModel().selectionChanged.connect(self._look)
        self._view.addActions(list(self._actions.values()))
        self._text.setPlaceholderText(self.tr("Name or folder"))
        self._text.setAccessibleName(self.tr("Search the problems"))
        ClearAction(self._text)
        self._text.textChanged.connect(self._narrow)
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.currentIndexChanged.connect(self._narrow)
        self._retry.clicked.connect(self._read_shown_again)
        self._copy.clicked.connect(self._copy_list)
        self._nothing.acted.connect(self._show_all)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        head.addWidget(self._retry)
        narrow = QHBoxLayout()
        narrow.setSpacing(S)
        self._text.setMaximumWidth(_SEARCH)
        self._text.setMinimumHeight(self._reason.sizeHint().height())
        narrow.addWidget(self._text, 1)
        narrow.addWidget(self._reason)
        narrow.addStretch()
        self._narrowing = QWidget()
        self._narrowing.setLayout(narrow)
        narrow.setContentsMargins(0, 0, 0, 0)
        self._sheet = Card()
        self._sheet.body.setContentsMargins(S, S, S, S)
        self._sheet.body.addWidget(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self._narrowing)
        for face in (self._sheet, self._empty, self._nothing):
            column.addWidget(face, 1)
        column.addWidget(self._chosen)

    def _make_actions(self) -> dict[str, QAction]:
        """What can be done with the selected rows, by name."""
        actions: dict[str, QAction] = {}
        for name, text, act, keys in (
            ("retry", self.tr("Read again"), self._read_again, None),
            ("open", self.tr("Open"), self._open, None),
            ("reveal", self.tr("Show in folder"), self._reveal, shortcut("open_folder")),
            ("copy", self.tr("Copy the path"), self._copy_paths, shortcut("copy_path")),
            ("leave_file", self.tr("Leave this file out"), self._leave_file, None),
            ("leave_folder", self.tr("Leave its folder out"), self._leave_folder, None),
        ):
            action = actions[name] = QAction(text, self)
            action.triggered.connect(act)
            if keys is not None:
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return actions

    def _told(self, status: dict[str, Any]) -> None:
        files = status.get("files", {})
        counts = files.get("failed"), files.get("skipped"), files.get("ready")
        if counts != self._counts:
            self._counts = counts
            self._rest.start()

    def _ask(self) -> None:
        if self.isVisible() and self._asking is None:
            self._asking = self._bridge.ask(self, lambda face: face.problems(), self._took, self._failed)

    def _took(self, problems: list[Problem]) -> None:
        self._asking = None
        selected = {problem.path for problem in self._selected()}
        place = self._view.verticalScrollBar().value()
        self._table.fill(problems)
        self._list_reasons()
        self._select(selected)
        self._view.verticalScrollBar().setValue(place)
        self._look()

    def _failed(self, error: KnownError) -> None:
        # Whatever keeps the engine from answering is told above the pages.
        self._asking = None

    def _list_reasons(self) -> None:
        code = self._reason.currentData()
        self._reason.blockSignals(True)
        self._reason.clear()
        self._reason.addItem(self.tr("All reasons ({count})").format(count=words.count(self._table.whole)), None)
        for one, count in self._table.reasons:
            text = self.tr("{reason} ({count})").format(reason=words.explain(one)[0], count=words.count(count))
            self._reason.addItem(text, one)
        self._reason.setCurrentIndex(max(0, self._reason.findData(code)))
        self._reason.blockSignals(False)
        self._narrow()

    def _narrow(self) -> None:
        selected = {problem.path for problem in self._selected()}
        self._table.narrow(self._text.text(), self._reason.currentData())
        self._select(selected)
        self._look()

    def _show_all(self) -> None:
        self._text.clear()
        self._reason.setCurrentIndex(0)

    def _selected(self) -> list[Problem]:
        return [self._table.shown[row] for row in self._view.selected_rows()]

    def _select(self, paths: set[str]) -> None:
        self._view.select_rows([row for row, problem in enumerate(self._table.shown) if problem.path in paths])

    def _look(self) -> None:
        """Show what fits what is listed and selected."""
        whole, shown, selected = self._table.whole, self._table.shown, self._selected()
        self._sheet.setVisible(bool(shown))
        self._empty.setVisible(not whole)
        self._nothing.setVisible(whole > 0 and not shown)
        for widget in (self._narrowing, self._said, self._copy, self._retry):
            widget.setVisible(whole > 0)
        self._said.setText(self._summary(self._table.states))
        again = sum(problem.state == "failed" for problem in shown)
        self._retry.setText(self.tr("Read %Ln file(s) again", "", again) if again else self.tr("Read again"))
        self._retry.setEnabled(again > 0)
        one = len(selected) == 1
        self._actions["retry"].setEnabled(any(problem.state == "failed" for problem in selected))
        for name in ("open", "reveal"):
            self._actions[name].setEnabled(one)
        for name, is_folder in (("leave_file", False), ("leave_folder", True)):
            self._actions[name].setEnabled(one and self._pattern(selected[0], is_folder=is_folder) is not None)
        self._chosen.setVisible(bool(selected))
        if selected:
            self._chosen.show_problems(selected)

    def _show_menu(self, place: QPoint) -> None:
        if self._selected():
            menu = QMenu(self._view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name, action in self._actions.items():
                if name in ("copy", "leave_file"):
                    menu.addSeparator()
                menu.addAction(action)
            menu.popup(self._view.viewport().mapToGlobal(place))

    def _read_shown_again(self) -> None:
        is_all = len(self._table.shown) == self._table.whole
        self._retry_paths(None if is_all else [p.path for p in self._table.shown if p.state == "failed"])

    def _read_again(self) -> None:
        self._retry_paths([problem.path for problem in self._selected() if problem.state == "failed"])

    def _retry_paths(self, paths: Sequence[str] | None) -> None:
        """Have these read again, or all for None."""
        def call(face: Face) -> int:
            if paths is None:
                return face.retry(())
            return sum(face.retry(paths[start : start + _AT_ONCE]) for start in range(0, len(paths), _AT_ONCE))

        self._bridge.ask(
            self, call, lambda count: self._bridge.noticed.emit(self.tr("%Ln file(s) will be read again", "", count)),
            lane="change",
        )

    def _open(self) -> None:
        self._do(lambda path: open_file(path, {}), self.tr("{name} could not be opened"))

    def _reveal(self) -> None:
        self._do(reveal, self.tr("The folder of {name} could not be shown"))

    def _do(self, act: Callable[[str], None], otherwise: str) -> None:
        path = self._selected()[0].path
        text = otherwise.format(name=words.name_of(path))
        self._bridge.work(self, lambda: act(path), failed=lambda error: self._bridge.noticed.emit(text))

    def _copy_paths(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(display(problem.path) for problem in self._selected()))

    def _copy_list(self) -> None:
        """As a table for a spreadsheet or a mail."""
        lines = ("\t".join((display(p.path), *words.explain(p.code))) for p in self._table.shown)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._bridge.noticed.emit(self.tr("%Ln line(s) copied", "", len(self._table.shown)))

    def _pattern(self, problem: Problem, *, is_folder: bool) -> str | None:
        path = from_text(problem.path)
        roots = [root["path"] for root in self._bridge.status.get("roots", ())]
        if is_folder and problem.state is not None:
            path = path[: max(path.rfind("/"), path.rfind("\\"))]
        return pattern_for(path, roots, is_folder=is_folder or problem.state is None)

    def _leave_file(self) -> None:
        self._leave_out(self._pattern(self._selected()[0], is_folder=False))

    def _leave_folder(self) -> None:
        self._leave_out(self._pattern(self._selected()[0], is_folder=True))

    def _leave_out(self, pattern: str | None) -> None:
        if pattern is None:
            return

        def change(face: Face) -> None:
            patterns = face.settings_in_force()["ignore"]
            face.change_settings({"ignore": [*(one for one in patterns if one != pattern), pattern]})

        self._bridge.ask(
            self, change, lambda _: self._bridge.noticed.emit(
                self.tr("Left out. The Folders page lists all patterns, and takes this one back.")
            ), lane="change",
        )

    def _summary(self, states: Mapping[State | None, int]) -> str:
        said = []
        if count := states.get("failed", 0) + states.get(None, 0):
            said.append(self.tr("%Ln could not be read", "", count))
        if count := states.get("ready", 0):
            said.append(self.tr("%Ln are read but for a part", "", count))
        if count := states.get("skipped", 0):
            said.append(self.tr("%Ln are found by name only", "", count))
        return " · ".join(said)
