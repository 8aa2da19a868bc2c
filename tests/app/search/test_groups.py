from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.search.groups import Groups, grouped, paths_of
from indexer.answers import Hit, Version
from tests.helpers.fake_engine import hit

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


def version(name: str) -> Version:
    return Version(name, "text", 1.0, 2)


def family(names: str) -> Hit:
    """The first one found, the others under it."""
    return hit(names[0], others=tuple(map(version, names[1:])))


def rows(groups: Groups) -> str:
    return "".join(one.path for one in groups.rows)


def test_versions_stand_under_a_hit_that_is_open() -> None:
    hits = [family("abc"), family("d"), family("ef")]
    assert rows(grouped(hits)) == "ade"
    opened = grouped(hits, "a")
    assert rows(opened) == "abcde"
    assert opened.counts == {"a": 2, "e": 1}
    assert opened.starts == [0, 3, 4, 5]


def test_what_is_a_hit_is_no_version_and_what_was_taken_out_is_none() -> None:
    groups = grouped([family("abcd"), family("b")], "a", removed={"c"})
    assert rows(groups) == "adb"
    assert grouped([family("ab")], "a", removed={"b"}).counts == {}


def test_versions_that_are_settled_stay_while_their_hit_is_open() -> None:
    settled = grouped([family("abc")], "a").versions
    later = [family("axbc")]
    assert rows(grouped(later, "a", settled)) == "abc"
    assert rows(grouped(later, "a")) == "axbc"
    assert grouped(later, "", settled).counts == {"a": 3}, "folded, it says how many there will be"


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), NAMES), unique_by=lambda one: one[0]), NAMES, NAMES)
def test_no_file_is_there_twice(families: list[tuple[str, list[str]]], opened: list[str], removed: list[str]) -> None:
    hits = [hit(name, others=tuple(map(version, others))) for name, others in families]
    first = grouped(hits, opened)
    for groups in (first, grouped(hits[::-1], opened, first.versions, removed)):
        assert len(set(rows(groups))) == len(rows(groups))
        assert [one.path for one in groups.hits] == [groups.rows[start].path for start in groups.starts[:-1]]
        assert len(groups.rows) == groups.starts[-1]
        assert paths_of(groups.versions.values()).isdisjoint(one.path for one in groups.hits)
        assert all(len(those) == groups.counts[path] for path, those in groups.versions.items())
