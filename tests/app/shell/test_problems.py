from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import app.pages.problems.page
from app.bridge import Bridge
from app.pages.problems.page import ProblemsPage
from app.pages.problems.table import Column, ProblemsTable
from indexer.answers import Problem, State
from indexer.errors import KnownError
from tests.helpers.fake_engine import FakeConnection, FakeEngine

ROOT = "/home/mia/Documents"
PROBLEMS = [
    Problem(f"{ROOT}/a locked.pdf", "failed", "encrypted", "It asks for a password."),
    Problem(f"{ROOT}/Bank/b.doc", "skipped", "unsupported", ""),
    Problem(f"{ROOT}/Bank/c.pdf", "failed", "damaged", ""),
    Problem(f"{ROOT}/Closed", None, "unreadable", ""),
    Problem(f"{ROOT}/d.zip", "ready", "partial", ""),
]


def many(count: int, state: State = "failed") -> list[Problem]:
    codes = ("encrypted", "damaged", "timed_out")
    return [Problem(f"{ROOT}/{i % 97}/{'n' * 200} {i}.pdf", state, codes[i % 3], "") for i in range(count)]


def names(table: ProblemsTable) -> list[str]:
    return [table.index(row, Column.FILE).data() for row in range(table.rowCount())]


class TestTable:
    @pytest.fixture
    def table(self) -> ProblemsTable:
        table = ProblemsTable()
        table.fill(PROBLEMS)
        return table

    def test_it_is_a_sound_model(self, table: ProblemsTable, themed: object, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(table)  # type: ignore[no-untyped-call]

    def test_what_matters_most_comes_first(self, table: ProblemsTable) -> None:
        assert names(table) == ["c.pdf", "a locked.pdf", "Closed", "d.zip", "b.doc"]

    def test_it_speaks_plainly(self, table: ProblemsTable) -> None:
        texts = " ".join(str(table.index(0, column).data()) for column in Column)
        assert "damaged" in texts
        assert "Bank" in texts

    def test_sorting_and_narrowing(self, table: ProblemsTable) -> None:
        table.sort(Column.FILE, Qt.SortOrder.DescendingOrder)
        assert names(table) == ["d.zip", "Closed", "c.pdf", "b.doc", "a locked.pdf"]
        table.narrow("BANK", None)
        assert names(table) == ["c.pdf", "b.doc"]
        table.narrow("bank", "damaged")
        assert names(table) == ["c.pdf"]
        table.narrow("", None)
        table.sort(Column.FOLDER)
        assert names(table)[-2:] == ["b.doc", "c.pdf"]

    def test_counts(self, table: ProblemsTable) -> None:
        assert table.whole == 5
        assert dict(table.reasons)["damaged"] == 1
        assert table.states == {"failed": 2, "skipped": 1, None: 1, "ready": 1}

    def test_thousands_are_no_wait(self, themed: object) -> None:
        table = ProblemsTable()
        began = time.perf_counter()
        table.fill(many(10_000))
        for column in Column:
            table.sort(column, Qt.SortOrder.DescendingOrder)
        table.narrow("12", None)
        assert time.perf_counter() - began < 1.0
        assert table.rowCount() > 100


@pytest.fixture
def page(bridge: Bridge, engine: FakeEngine, qtbot: QtBot) -> ProblemsPage:
    engine.problem_list = list(PROBLEMS)
    page = ProblemsPage(bridge)
    page._rest.setInterval(10)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.waitUntil(lambda: page._table.whole == 5)
    return page


def select(page: ProblemsPage, *names_: str) -> None:
    page._select({problem.path for problem in page._table.shown if problem.path.endswith(names_)})


def test_nothing_wrong_says_so(bridge: Bridge, qtbot: QtBot) -> None:
    page = ProblemsPage(bridge)
    qtbot.addWidget(page)
    page.show()
    assert page._empty.isVisible()
    assert not page._retry.isVisible()


def test_the_page_sums_up(page: ProblemsPage) -> None:
    assert "3 could not be read" in page._said.text()
    assert page._reason.count() == 6
    assert page._reason.itemText(0).endswith("(5)")


def test_a_reason_can_be_chosen(page: ProblemsPage) -> None:
    page._reason.setCurrentIndex(page._reason.findData("damaged"))
    assert names(page._table) == ["c.pdf"]
    page._text.setText("nowhere")
    assert page._nothing.isVisible()
    page._nothing.acted.emit()
    assert len(names(page._table)) == 5


def test_all_shown_are_read_again(page: ProblemsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    assert "2" in page._retry.text()
    page._retry.click()
    qtbot.waitUntil(lambda: ("retry", ()) in engine.asked)
    page._text.setText("c.pdf")
    page._retry.click()
    qtbot.waitUntil(lambda: ("retry", (f"{ROOT}/Bank/c.pdf",)) in engine.asked)
    page._text.setText("d.zip")
    assert not page._retry.isEnabled()


def test_many_are_asked_for_in_parts(page: ProblemsPage, engine: FakeEngine, qtbot: QtBot) -> None:
    engine.problem_list = [*PROBLEMS, *many(500)]
    page._ask()
    qtbot.waitUntil(lambda: page._table.whole == 505)
    page._text.setText("nnn")
    told: list[str] = []
    page._bridge.noticed.connect(told.append)
    page._retry.click()
    qtbot.waitUntil(lambda: bool(told))
    assert [len(paths) for method, paths in engine.asked if method == "retry"] == [200, 200, 100]
    assert "500" in told[0]


def test_the_selected_one_says_all_there_is_to_say(page: ProblemsPage) -> None:
    assert not page._chosen.isVisible()
    select(page, "a locked.pdf")
    assert page._chosen.isVisible()
    assert "password" in page._chosen._what.text()
    assert page._chosen._detail.text() == "It asks for a password."
    assert page._actions["retry"].isEnabled()
    select(page, "d.zip")
    assert not page._actions["retry"].isEnabled()
    select(page, ".pdf")
    assert "2" in page._chosen._name.text()
    assert not page._actions["open"].isEnabled()
    assert page._actions["retry"].isEnabled()


def test_open_and_show_in_folder(page: ProblemsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, str]] = []

    def gone(path: str) -> None:
        done.append(("reveal", path))
        raise FileNotFoundError(path)

    monkeypatch.setattr(app.pages.problems.page, "open_file", lambda path, locator: done.append(("open", path)))
    monkeypatch.setattr(app.pages.problems.page, "reveal", gone)
    select(page, "c.pdf")
    page._actions["open"].trigger()
    qtbot.waitUntil(lambda: done == [("open", f"{ROOT}/Bank/c.pdf")])
    with qtbot.waitSignal(page._bridge.noticed) as told:
        page._actions["reveal"].trigger()
    assert "c.pdf" in told.args[0]


@pytest.mark.parametrize(
    ("name", "action", "pattern"),
    [
        ("c.pdf", "leave_file", "/Bank/c.pdf"), ("c.pdf", "leave_folder", "/Bank/"),
        ("Closed", "leave_folder", "/Closed/"),
    ],
)
def test_what_cannot_be_read_can_be_left_out(
    page: ProblemsPage, engine: FakeEngine, qtbot: QtBot, name: str, action: str, pattern: str
) -> None:
    engine.settings["ignore"] = ("*.log", pattern)
    select(page, name)
    page._actions[action].trigger()
    qtbot.waitUntil(lambda: engine.settings["ignore"] == ["*.log", pattern])


def test_a_chosen_folder_itself_cannot_be_left_out(page: ProblemsPage) -> None:
    select(page, "d.zip")
    assert page._actions["leave_file"].isEnabled()
    assert not page._actions["leave_folder"].isEnabled()


def test_the_list_can_be_copied(page: ProblemsPage) -> None:
    page._text.setText("locked")
    page._copy.click()
    assert QGuiApplication.clipboard().text().startswith(f"{ROOT}/a locked.pdf\tThe file is protected")
    select(page, "a locked.pdf")
    page._actions["copy"].trigger()
    assert QGuiApplication.clipboard().text() == f"{ROOT}/a locked.pdf"


def test_it_follows_the_counts_and_keeps_the_selection(
    page: ProblemsPage, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot
) -> None:
    select(page, "c.pdf")
    asked = [method for method, _ in engine.asked].count("problems")
    connection.set_status(rate=1.0)
    connection.set_status(rate=2.0)
    engine.problem_list = [*PROBLEMS[1:], *many(3)]
    connection.set_status(files={"ready": 1, "pending": 0, "failed": 4, "skipped": 1})
    qtbot.waitUntil(lambda: page._table.whole == 7)
    assert [method for method, _ in engine.asked].count("problems") == asked + 1
    assert [problem.path for problem in page._selected()] == [f"{ROOT}/Bank/c.pdf"]


def test_a_lost_engine_leaves_the_list(
    page: ProblemsPage, connection: FakeConnection, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.errors["problems"] = KnownError("engine_gone", "It is being started again.")
    page._ask()
    qtbot.waitUntil(lambda: page._asking is None)
    assert page._table.whole == 5
    del engine.errors["problems"]
    page._ask()
    assert page._asking is not None


def test_what_to_do_leaves_a_narrow_table(page: ProblemsPage) -> None:
    assert not page._view.isColumnHidden(Column.REMEDY)
    page.resize(640, 600)
    assert page._view.isColumnHidden(Column.REMEDY)


def test_ten_thousand_selected_rows_are_no_wait(page: ProblemsPage) -> None:
    problems = many(10_000)
    page._took(problems)
    page._view.selectAll()
    began = time.perf_counter()
    page._took(problems[1:])
    assert time.perf_counter() - began < 1.0
    assert len(page._selected()) == 9_999
