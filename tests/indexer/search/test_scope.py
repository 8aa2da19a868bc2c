"""Every filter against a plain predicate over a made-up set of files, and in every channel before it takes its best."""

from __future__ import annotations

import posixpath
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.paths import fold
from indexer.query import Field, Filter, parse, with_filter
from indexer.query.dates import Days
from indexer.query.sizes import Bytes
from indexer.search import Searcher
from indexer.search.notices import NO_FOLDER
from indexer.search.scope import scope_of
from indexer.store import chunks
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_reader, open_writer
from tests.helpers.made_up_index import add, fill, passages, seen, vector_of

TODAY = date(2024, 3, 15)
MODES = ("all", "words", "meaning")


@dataclass(frozen=True)
class File:
    path: str
    kind: str
    size: int
    changed: datetime
    taken: str | None

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.path)

    @property
    def name(self) -> str:
        return posixpath.basename(self.path)


FOLDERS = ["/r", "/r/Work", "/r/Work/Invoices", "/r/Home/Invoices", "/r/Tax 2023", "/r/Müller/old", "/r/invoices2"]
NAMES = ["lease", "Lease boiler", "IMG_2210", "Über_Straße", "研究", "a", "final v3.1", "100%", "x.tar"]
ENDINGS = {
    "pdf": "pdf", "docx": "docx", "txt": "text", "jpg": "picture", "PNG": "picture", "gz": "archive", "xlsx": "xlsx",
}
TIMES = [
    datetime(2024, 3, 15), datetime(2024, 3, 14, 23, 59, 59), datetime(2024, 2, 29, 12), datetime(2024, 1, 1),
    datetime(2023, 12, 31, 23, 59, 59, 999_000), datetime(2023, 3, 26, 2, 30), datetime(2022, 6, 1),
    datetime(1999, 5, 5),
]


def made_up_files() -> list[File]:
    choose = random.Random(5)
    files: dict[str, File] = {}
    for _ in range(400):
        ending, kind = choose.choice(list(ENDINGS.items()))
        path = f"{choose.choice(FOLDERS)}/{choose.choice(NAMES)}.{ending}"
        taken = choose.choice([None, "2024-03-14T23:30:00+09:00", "2023-01-01T00:00:00"]) if kind == "picture" else None
        size = choose.choice([0, 1, 999, 1_000, 50_000, 1_000_000, 9_600_000, 10_000_000, 10_000_001, 3_000_000_000])
        files[path] = File(path, kind, size, choose.choice(TIMES), taken)
    return list(files.values())


FILES = made_up_files()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[apsw.Connection]:
    with pytest.MonkeyPatch.context() as patch:
        # A place with summer time, where local days and UTC's differ.
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        path = tmp_path_factory.mktemp("scope") / "index.db"
        writer = open_writer(path)
        for file in FILES:
            mtime_ns = int(file.changed.timestamp() * 1_000) * 1_000_000
            row = seen(file.path, size=file.size, mtime_ns=mtime_ns)._replace(kind=file.kind)
            number = add(writer, row)[file.path]
            words = ["draft"] if "v3" in file.name else ["done"]
            chunks.replace(writer, number, passages(words), Reading(str(number).encode(), 1, taken_at=file.taken))
        close_writer(writer)
        reader = open_reader(path)
        yield reader
        reader.close()
    time.tzset()


def within(days: Days, file: File) -> bool:
    day = date.fromisoformat(file.taken[:10]) if file.taken else file.changed.date()
    return (days.start is None or days.start <= day) and (days.end is None or day < days.end)


def in_folder(name: str, folder: str) -> bool:
    """Bearing the name, or below one that does; where none does, beginning with it."""
    parts = fold(name).strip("~/").split("/")

    def held(folder: str, begins: bool) -> bool:
        own = fold(folder).strip("/").split("/")
        for start in range(len(own) - len(parts) + 1):
            *above, last = own[start : start + len(parts)]
            if above == parts[:-1] and (last.startswith(parts[-1]) if begins else last == parts[-1]):
                return True
        return False

    return held(folder, begins=not any(held(other, False) for other in FOLDERS))


def holds(one: Filter, file: File) -> bool:
    meaning = one.meaning
    match one.field, meaning:
        case "type", frozenset():
            return file.kind in meaning
        case "ext", frozenset():
            return any(file.name.lower().endswith(f".{ending}") for ending in meaning)
        case "in", str():
            return in_folder(meaning, file.folder)
        case "after", Days():
            return within(Days(meaning.start, None), file)
        case "before", Days():
            return within(Days(None, meaning.start), file)
        case "date", Days():
            return within(meaning, file)
        case "size", Bytes():
            return (meaning.least is None or file.size >= meaning.least) and (
                meaning.below is None or file.size < meaning.below
            )
        case "name", str():
            return fold(meaning).strip() in fold(file.name)
    raise AssertionError(one)


def expected(typed: str) -> set[str]:
    found = parse(typed, TODAY).filters
    either: dict[str, list[Filter]] = {}
    for one in found:
        if one.field in ("type", "ext", "in", "date") and not one.negative:
            either.setdefault(one.field, []).append(one)
    return {
        file.path
        for file in FILES
        if all(any(holds(one, file) for one in group) for group in either.values())
        and all(holds(one, file) != one.negative for one in found if one.negative or one.field not in either)
    }


def inside(index: apsw.Connection, typed: str) -> set[str]:
    scope = scope_of(index, parse(typed, TODAY), None, None)
    where = scope.condition or "1"
    return {str(path) for (path,) in index.execute(f"SELECT f.path FROM file f WHERE {where}", scope.parameters)}


EACH = [
    "type:pdf", "type:document", "type:photo,archive", "type:pdf type:text", "-type:picture", "ext:png", "ext:tar.gz",
    "ext:pdf,docx", "-ext:pdf", "in:invoices", "in:Work/Invoices", 'in:"Tax 2023"', "in:muller", "in:Inv in:Home",
    "in:wor", "-in:Work", "in:/r/Home", "in:~/Work/", "after:2024", "after:2024-02-29", "after:2024-03-15",
    "before:2024", "before:2023",
    "date:2023", "date:2024-03-14", "date:2023-03-26", "date:yesterday", "date:2022 date:2024", "date:2022..2023",
    "after:2023 before:2024", "-date:2024", "size:>10mb", "size:10mb", "size:<1k", "size:0", "size:1kb..1mb",
    "-size:>1mb", "name:lea", "name:STRASSE", "name:uber", "name:研", "name:研究", 'name:"lease b"', "name:%", "name:a",
    "name:v3 name:final", "-name:img",
]


@pytest.mark.parametrize("typed", EACH)
def test_each_filter(index: apsw.Connection, typed: str) -> None:
    wanted = expected(typed)
    assert inside(index, typed) == wanted
    assert 0 < len(wanted) < len(FILES)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EACH), max_size=4).map(" ".join))
def test_filters_together(index: apsw.Connection, typed: str) -> None:
    assert inside(index, typed) == expected(typed)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["in", "name"]), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8))
def test_any_folder_or_name(index: apsw.Connection, field: Field, value: str) -> None:
    typed = with_filter("", field, value)
    if fold(value).strip("~/\\ \n"):
        assert inside(index, typed) == expected(typed)


def test_a_picture_counts_for_the_day_it_was_taken_by_the_clock_where_that_was(index: apsw.Connection) -> None:
    taken = {file.path for file in FILES if file.taken and file.taken.startswith("2024-03-14")}
    assert taken
    assert taken <= inside(index, "date:2024-03-14")
    assert not taken & inside(index, "date:2024-03-15")


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    path = tmp_path_factory.mktemp("far") / "index.db"
    writer = open_writer(path)
    crowd = {f"/r/crowd/{n}.txt": [f"zebra quagga zebra number {n}"] for n in range(1_500)}
    far = "A zebra, mentioned once in a long text about the weather of many a winter and a summer."
    fill(writer, {**crowd, "/r/far/only.md": [far], "/r/far/newest.md": ["Nothing of it."]})
    for name, kind, size, day in (("only", "markdown", 20_000_000, 2), ("newest", "markdown", 7, 9)):
        writer.execute(
            "UPDATE file SET kind = ?, size = ?, mtime_ns = ? WHERE name = ?",
            (kind, size, int(datetime(2024, 5, day, 12).timestamp()) * 10**9, f"{name}.md"),
        )
    close_writer(writer)
    opened = Searcher(lambda: open_reader(path), vector_of)
    yield opened
    opened.close()


def names_of(searcher: Searcher, query: str, **options: str) -> list[str]:
    return [Path(hit.path).name for hit in searcher.search(query, **options).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "narrow",
    [
        "ext:md", "type:markdown", "in:far", "after:2024-05", "date:2024-05-02", "size:>10mb", "name:onl", "-in:crowd",
    ],
)
def test_a_narrow_filter_finds_what_is_far_down(searcher: Searcher, mode: str, narrow: str) -> None:
    found = names_of(searcher, f"zebra quagga {narrow}", mode=mode)
    assert found[0] == "only.md"
    assert set(found) <= {"only.md", "newest.md"}


def test_filters_alone_list_the_newest(searcher: Searcher) -> None:
    assert names_of(searcher, "type:markdown after:2024") == ["newest.md", "only.md"]
    assert names_of(searcher, "type:markdown after:2024", mode="words") == ["newest.md", "only.md"]
    assert names_of(searcher, "type:text,markdown")[:2] == ["newest.md", "only.md"]
    assert names_of(searcher, "type:markdown -nothing") == ["only.md"]
    (first, _) = searcher.search("type:markdown").hits
    assert (first.score, first.why.words, first.snippet) == (0.0, None, "Nothing of it.")
    assert names_of(searcher, "type:markdown", mode="pictures") == []


def test_a_folder_that_is_nowhere_is_said_and_everything_searched(searcher: Searcher) -> None:
    results = searcher.search("weather in:nowhere type:markdown")
    assert results.notice == NO_FOLDER.format("nowhere")
    assert Path(results.hits[0].path).name == "only.md"


@pytest.mark.parametrize("typed", ["after:blah zebra weather", "size:> weather winter", "type:nonsense weather winter"])
def test_a_wrong_filter_is_a_word_like_others(searcher: Searcher, typed: str) -> None:
    assert "only.md" in names_of(searcher, typed)
