from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.search.result_model import AWAY, GONE, HIT, IS_OPEN, IS_VERSION, PICTURE, VERSIONS, ResultModel
from indexer.answers import Hit, Results, Version
from indexer.paths import to_text
from tests.helpers.fake_engine import hit

pytestmark = pytest.mark.usefixtures("qapp")


def results(names: str, query: str = "q", chance_from: int | None = None) -> Results:
    """One file for each letter."""
    return Results(query, 1.0, tuple(hit(f"/docs/{name}.txt") for name in names), None, chance_from)


def names(model: ResultModel) -> str:
    return "".join(one.path.rpartition("/")[2][0] for one in model.hits)


@pytest.fixture
def model(qapp: QApplication) -> ResultModel:
    model = ResultModel(list)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_another_question_replaces_everything(model: ResultModel) -> None:
    model.show(results("abc"), final=True, keep=None)
    model.show(results("cx", "other"), final=False, keep=2)
    assert names(model) == "cx"


def test_the_full_answer_is_merged_and_nothing_above_the_kept_row_moves(model: ResultModel) -> None:
    model.show(results("abcd"), final=False, keep=None)
    selected = QPersistentModelIndex(model.index(1))
    model.show(results("dxbca"), final=True, keep=1)
    assert names(model) == "abdxc"
    assert selected.row() == 1


def test_before_anything_is_touched_the_best_order_is_shown(model: ResultModel) -> None:
    model.show(results("abcd"), final=False, keep=None)
    selected = QPersistentModelIndex(model.index(3))
    model.show(results("dxba"), final=True, keep=None)
    assert names(model) == "dxba"
    assert selected.row() == 0, "a selection stays with its file"


def test_the_answer_by_words_is_passed_over_when_the_full_one_is_there(model: ResultModel) -> None:
    model.show(results("abc"), final=True, keep=None)
    model.show(results("ca"), final=False, keep=None)
    assert names(model) == "abc"


def test_a_kept_row_that_is_no_hit_any_more_stays_and_tells_what_it_told(model: ResultModel) -> None:
    model.show(results("abc"), final=False, keep=None)
    model.show(results("cb"), final=True, keep=0)
    assert names(model) == "acb"
    assert model.index(0).data(HIT).path == "/docs/a.txt"


def test_a_kept_row_tells_what_is_known_of_it_by_now(model: ResultModel) -> None:
    model.show(results("ab"), final=False, keep=None)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    better = Results("q", 1.0, (hit("/docs/b.txt"), hit("/docs/a.txt", snippet="the best sentence")))
    model.show(better, final=True, keep=1)
    assert model.hit(0).snippet == "the best sentence"
    assert changed == [0]


def test_more_of_the_same_only_adds_rows(model: ResultModel) -> None:
    model.show(results("abc"), final=True, keep=None)
    inserted: list[tuple[int, int]] = []
    touched: list[str] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.rowsRemoved.connect(lambda *_: touched.append("removed"))
    model.modelReset.connect(lambda: touched.append("reset"))
    model.show(results("abcdef"), final=True, keep=2)
    assert (inserted, touched) == ([(3, 5)], [])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.one_of(st.none(), st.integers(0, 9)), st.one_of(st.none(), st.integers(0, 9)),
)
def test_any_two_answers_merge(first: list[str], second: list[str], keep: int | None, chance: int | None) -> None:
    model = ResultModel(list)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(results("".join(first)), final=False, keep=None)
    model.show(results("".join(second), chance_from=chance), final=True, keep=keep)
    held = first[: keep + 1] if keep is not None else []
    assert names(model) == "".join(held + [name for name in second if name not in held])
    if model.chance_row is not None:
        chances = set(second[chance:])
        assert set(names(model)[model.chance_row :]) <= chances


def test_the_line_is_drawn_before_what_is_no_better_than_chance(model: ResultModel) -> None:
    model.show(results("abcd", chance_from=2), final=True, keep=None)
    assert model.chance_row == 2
    model.show(results("abcd", "other"), final=True, keep=None)
    assert model.chance_row is None
    model.show(results("abcd", "third", chance_from=4), final=True, keep=None)
    assert model.chance_row is None
    model.show(results("abcd", "fourth", chance_from=0), final=True, keep=None)
    assert model.chance_row == 0


def test_the_line_stands_below_everything_that_is_better_though_rows_were_kept(model: ResultModel) -> None:
    model.show(results("ab"), final=False, keep=None)
    model.show(results("bcda", chance_from=2), final=True, keep=0)
    assert names(model) == "abcd"
    assert model.chance_row == 3


def test_a_file_that_is_gone_says_so_and_the_others_do_not(model: ResultModel) -> None:
    model.show(results("ab"), final=True, keep=None)
    model.mark_gone("/docs/b.txt")
    assert [model.index(row).data(GONE) for row in range(2)] == [False, True]
    assert "no longer there" in model.index(1).data(11)


def test_what_is_taken_out_does_not_come_back_with_the_same_question(model: ResultModel) -> None:
    model.show(results("abcd", chance_from=3), final=False, keep=None)
    model.remove("/docs/b.txt")
    assert (names(model), model.chance_row) == ("acd", 2)
    model.remove("/docs/d.txt")
    assert (names(model), model.chance_row) == ("ac", None)
    model.show(results("abce"), final=True, keep=None)
    assert names(model) == "ace"
    model.show(results("b", "other"), final=True, keep=None)
    assert names(model) == "b"


def test_rows_are_dragged_as_files_whatever_their_names(model: ResultModel) -> None:
    paths = ["/docs/a b #1%.txt", "/docs/עברית.pdf", "/docs/" + "n" * 255, to_text("/docs/caf\udce9.txt")]
    model.show(Results("q", 1.0, tuple(hit(path) for path in paths)), final=True, keep=None)
    urls = model.mimeData([model.index(row) for row in range(len(paths))]).urls()
    assert [bytes(url.toEncoded().data()).decode() for url in urls] == [
        "file:///docs/a%20b%20%231%25.txt", "file:///docs/%D7%A2%D7%91%D7%A8%D7%99%D7%AA.pdf",
        "file:///docs/" + "n" * 255, "file:///docs/caf%E9.txt",
    ]


def test_a_picture_in_a_document_is_its_row_s_picture(model: ResultModel) -> None:
    from indexer.answers import HitPassage, Why

    inside = HitPassage("", (), {"page": 2}, 0.5, Why(picture=0.3), "view")
    shown: list[Hit] = [hit("/a.jpg", picture="own"), hit("/b.pdf", passages=(inside,)), hit("/c.txt")]
    model.show(Results("q", 1.0, tuple(shown)), final=True, keep=None)
    assert [model.index(row).data(PICTURE) for row in range(3)] == ["own", "view", None]


def test_a_tool_tip_shows_markup_in_a_name_as_it_is(model: ResultModel) -> None:
    model.show(Results("q", 1.0, (hit("/docs/<b>bold</b>.txt"),)), final=True, keep=None)
    assert "&lt;b&gt;bold" in model.index(0).data(3)


def families(*groups: str, query: str = "q", chance_from: int | None = None) -> Results:
    """Of each the first letter is a hit, and the others are its other versions."""
    hits = tuple(
        hit(f"/docs/{group[0]}.txt", others=tuple(Version(f"/docs/{name}.txt", "text", 1.0, 2) for name in group[1:]))
        for group in groups
    )
    return Results(query, 1.0, hits, None, chance_from)


def seen(model: ResultModel) -> str:
    """All rows, versions as capitals."""
    told = [(model.index(row).data(0)[0], model.index(row).data(IS_VERSION)) for row in range(model.rowCount())]
    return "".join(name.upper() if is_version else name for name, is_version in told)


def test_versions_are_rows_while_their_hit_is_open_and_the_selection_stays(model: ResultModel) -> None:
    model.show(families("abc", "d", "ef"), final=True, keep=None)
    assert [model.index(row).data(VERSIONS) for row in range(3)] == [2, 0, 1]
    selected = QPersistentModelIndex(model.index(1))
    model.open(0)
    assert (seen(model), selected.row(), model.index(0).data(IS_OPEN)) == ("aBCde", 3, True)
    assert [model.owner(row) for row in range(5)] == [0, 0, 0, 3, 4]
    model.close(0)
    assert (seen(model), selected.row()) == ("ade", 1)
    model.open(0)
    model.open(4)
    model.close_all()
    assert seen(model) == "ade"


def test_a_version_is_told_of_and_dragged_like_a_hit(model: ResultModel) -> None:
    model.show(families("ab"), final=True, keep=None)
    assert "1 more version" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.open(0)
    assert "another version" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert [url.path() for url in model.mimeData([model.index(1)]).urls()] == ["/docs/b.txt"]
    model.mark_gone("/docs/b.txt")
    assert model.index(1).data(GONE)


def test_open_versions_stay_as_they_are_above_the_kept_row_and_come_along_below_it(model: ResultModel) -> None:
    model.show(families("ab", "c", "de"), final=False, keep=None)
    model.open(0)
    model.open(3)
    assert seen(model) == "aBcdE"
    model.show(families("dfe", "c", "axb"), final=True, keep=1)
    assert seen(model) == "aBdFEc"
    assert model.index(0).data(VERSIONS) == 1
    model.close(0)
    assert model.index(0).data(VERSIONS) == 2


def test_a_version_that_is_a_hit_by_now_stands_once(model: ResultModel) -> None:
    model.show(families("ab", "c"), final=False, keep=None)
    model.open(0)
    model.show(families("c", "ba"), final=True, keep=1)
    assert seen(model) == "aBc"
    model.show(families("c", "ba"), final=True, keep=None)
    assert seen(model) == "cb"


def test_the_line_of_chance_is_counted_in_rows(model: ResultModel) -> None:
    model.show(families("abc", "d", "e", chance_from=1), final=True, keep=None)
    model.open(0)
    assert model.chance_row == 3
    model.close(0)
    assert model.chance_row == 1


def test_a_version_can_be_taken_out_and_a_hit_with_its_versions(model: ResultModel) -> None:
    model.show(families("abc", "d"), final=True, keep=None)
    model.open(0)
    model.remove("/docs/b.txt")
    assert (seen(model), model.index(0).data(VERSIONS)) == ("aCd", 1)
    model.remove("/docs/a.txt")
    assert seen(model) == "d"


def test_a_file_the_question_names_is_marked(model: ResultModel) -> None:
    model.show(families("a", "b", "c", query='q +"/docs/a.txt" -"/docs/c.txt"'), final=True, keep=None)
    assert [model.index(row).data(AWAY) for row in range(3)] == [False, None, True]
    assert "more like this" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_usual_row_is_the_first_or_that_of_the_file_to_stay_with(model: ResultModel) -> None:
    model.show(results("abc"), final=True, keep=None)
    model.stay_with("/docs/c.txt", "other")
    assert model.usual_row == 0
    model.show(results("abc", "other"), final=True, keep=None)
    assert model.usual_row == 2
    model.show(results("ab", "other"), final=True, keep=None)
    assert model.usual_row == 0


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.permutations("abcdefgh"), min_size=2, max_size=4), st.lists(st.integers(0, 7)),
    st.one_of(st.none(), st.integers(0, 9)), st.integers(1, 7),
)
def test_rows_up_to_the_kept_one_never_move(
    orders: list[list[str]], toggled: list[int], keep: int | None, cut: int
) -> None:
    model = ResultModel(list)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for order in orders:
        held = [one.path for one in model.rows[: keep + 1]] if keep is not None else []
        model.show(families("".join(order[:cut]), *order[cut:]), final=True, keep=keep)
        assert [one.path for one in model.rows[: len(held)]] == held
        for row in toggled:
            if row < model.rowCount() and model.index(row).data(VERSIONS):
                (model.close if model.index(row).data(IS_OPEN) else model.open)(row)
        assert len({one.path for one in model.rows}) == model.rowCount()
