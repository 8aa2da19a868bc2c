"""The searcher on a real store, with made-up vectors: filters, grouping, odd input, missing parts."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from indexer.answers import Results
from indexer.errors import KnownError
from indexer.search import MODES, Searcher
from indexer.search.notices import NO_MODEL, NO_VECTORS
from indexer.store import chunks, files, vectors
from indexer.store.connection import close_writer, open_reader, open_writer, transaction
from tests.helpers.made_up_index import DIM, add, embed_all, fill, passages, seen, vector_of

Vectors = NDArray[np.float32]

LIBRARY = {
    "/r/Letters/lease.txt": [
        "The lease of the flat says the boiler is inspected every year by the landlord.",
        "Rent is due on the first day of each month.",
        "The boiler in the cellar was replaced last winter.",
        "Whoever uses the boiler room closes the door.",
        "The boiler is loud.",
    ],
    "/r/Letters/boiler.txt": ["A manual."],
    "/r/Holidays/kayak.txt": ["We paddled a red kayak along the coast.", "It rained all day."],
    "/r/Work/Invoices/a.txt": ["Invoice INV-2023-0042 for repairing the heating of the office."],
    "/r/Work/Invoices/b.txt": ["Invoice INV-2023-0043 for repairing the heating of the office."],
    "/r/Work/Invoices/c.txt": ["Invoice INV-2023-0024 for repairing the heating of the office, and again the heating."],
    "/r/Work/研究.txt": ["我们研究人工智能在医学中的应用。", "天气很好。"],
    "/r/Work/cafe.txt": ["Les cafés étaient fermés."],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "index.db"
    connection = open_writer(path)
    fill(connection, LIBRARY)
    with transaction(connection):
        picture = seen("/r/Holidays/red kayak.jpg", skip="unsupported")
        files.upsert_seen(connection, 1, [picture._replace(kind="picture")])
    close_writer(connection)
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., Searcher]]:
    searchers: list[Searcher] = []

    def open_searcher(
        embed: Callable[[str], Vectors] | None = vector_of, embed_documents: Callable[..., Vectors] | None = None
    ) -> Searcher:
        searchers.append(Searcher(lambda: open_reader(path), embed, embed_documents))
        return searchers[-1]

    yield open_searcher
    for searcher in searchers:
        searcher.close()


@pytest.fixture
def searcher(opened: Callable[..., Searcher]) -> Searcher:
    return opened()


def paths(results: Results) -> list[str]:
    return [hit.path for hit in results.hits]


def test_passages_are_grouped_under_their_file(searcher: Searcher) -> None:
    hits = searcher.search("boiler lease", mode="words").hits
    lease = next(hit for hit in hits if hit.path.endswith("lease.txt"))
    assert paths(searcher.search("boiler lease", mode="words")).count(lease.path) == 1
    assert len(lease.passages) == 3
    assert [p.score for p in lease.passages] == sorted((p.score for p in lease.passages), reverse=True)
    assert lease.locator == {"line": 1}
    assert [lease.snippet[slice(*span)] for span in lease.highlights] == ["lease", "boiler"]


def test_the_name_is_on_top_of_words(searcher: Searcher) -> None:
    hits = searcher.search("boiler").hits
    assert hits[0].path == "/r/Letters/boiler.txt"
    assert hits[0].why.name is not None
    assert hits[0].snippet == "A manual."


def test_files_without_content_are_found_by_name(searcher: Searcher) -> None:
    hits = searcher.search("red kayak").hits
    assert hits[0].path == "/r/Holidays/red kayak.jpg"
    assert hits[0].kind == "picture"
    assert (hits[0].snippet, hits[0].passages) == ("", ())
    assert hits[0].why.words is None
    assert hits[1].path == "/r/Holidays/kayak.txt"


@pytest.mark.parametrize("name", ["ka", "aya", "研究", "RED KAYAK.jpg"])
def test_parts_of_names(searcher: Searcher, name: str) -> None:
    found = searcher.search(name, mode="words").hits
    assert any(hit.why.name for hit in found)


@pytest.mark.parametrize("mode", ["all", "words"])
@pytest.mark.parametrize("number", ["INV-2023-0042", "INV-2023-0043", "INV-2023-0024"])
def test_the_exact_number_wins(searcher: Searcher, mode: str, number: str) -> None:
    hits = searcher.search(f"invoice heating office {number}", mode=mode).hits
    assert number in hits[0].snippet


def test_chinese(searcher: Searcher) -> None:
    hits = searcher.search("人工智能", mode="words").hits
    assert paths(searcher.search("人工智能", mode="words")) == ["/r/Work/研究.txt"]
    assert [hits[0].snippet[slice(*span)] for span in hits[0].highlights] == ["人工智能"]
    assert len(hits[0].passages) == 1


def test_accents_do_not_matter(searcher: Searcher) -> None:
    assert "/r/Work/cafe.txt" in paths(searcher.search("etaient fermes", mode="words"))


def test_common_words_alone(searcher: Searcher) -> None:
    assert searcher.search("of the", mode="words").hits


def test_a_quoted_phrase_stands_in_every_hit(searcher: Searcher) -> None:
    results = searcher.search('"due on the first" boiler')
    assert paths(results) == ["/r/Letters/lease.txt"]
    assert results.hits[0].snippet.startswith("Rent is due on the first")
    assert results.notice is None


def test_a_phrase_that_stands_nowhere_is_said(searcher: Searcher) -> None:
    results = searcher.search('"boiler red first"')
    assert "“boiler red first”" in str(results.notice)
    assert "/r/Letters/lease.txt" in paths(results)


def test_a_chinese_phrase(searcher: Searcher) -> None:
    assert paths(searcher.search('"人工智能在医学"', mode="words")) == ["/r/Work/研究.txt"]


def test_exclusion(searcher: Searcher) -> None:
    found = paths(searcher.search("boiler -lease"))
    assert "/r/Letters/lease.txt" not in found
    assert "/r/Letters/boiler.txt" in found


@pytest.mark.parametrize("mode", MODES[:3])
@pytest.mark.parametrize(
    ("query", "options", "only"),
    [
        ("boiler in:invoices", {}, "/r/Work/Invoices/"),
        ("boiler in:Work/Invoices", {}, "/r/Work/Invoices/"),
        ("boiler", {"folder": "/r/Work/Invoices"}, "/r/Work/Invoices/"),
        ("boiler", {"folder": "/r/Work/Invoices/"}, "/r/Work/Invoices/"),
        ("heating boiler ext:txt in:Letters", {}, "/r/Letters/"),
    ],
)
def test_nothing_outside_a_filter(
    searcher: Searcher, query: str, options: dict[str, str], only: str, mode: str
) -> None:
    found = paths(searcher.search(query, mode=mode, **options))  # type: ignore[arg-type]
    assert all(path.startswith(only) for path in found)
    assert found or mode == "words"


def test_kinds(searcher: Searcher) -> None:
    assert paths(searcher.search("kayak", kinds=frozenset({"picture"}))) == ["/r/Holidays/red kayak.jpg"]
    assert paths(searcher.search("kayak type:image")) == ["/r/Holidays/red kayak.jpg"]
    assert paths(searcher.search("kayak type:text", kinds=frozenset({"picture"}))) == []


def test_a_sibling_folder_with_the_same_beginning_is_outside(path: Path, searcher: Searcher) -> None:
    connection = open_writer(path)
    fill(connection, {"/r/Letters2/x.txt": ["Another boiler."]})
    close_writer(connection)
    assert "/r/Letters2/x.txt" in paths(searcher.search("boiler"))
    assert "/r/Letters2/x.txt" not in paths(searcher.search("boiler", folder="/r/Letters"))


@pytest.mark.parametrize("mode", ["all", "words", "meaning"])
def test_a_narrow_filter_finds_what_is_far_down(path: Path, opened: Callable[..., Searcher], mode: str) -> None:
    connection = open_writer(path)
    crowd = {f"/r/crowd/{n}.txt": [f"zebra quagga zebra number {n}"] for n in range(1_500)}
    far = "A zebra, mentioned once in a long text about the weather of many a winter and a summer."
    fill(connection, {**crowd, "/r/far/only.txt": [far]})
    close_writer(connection)
    searcher = opened()
    assert paths(searcher.search("zebra quagga", mode=mode, folder="/r/far")) == ["/r/far/only.txt"]
    assert "/r/far/only.txt" not in paths(searcher.search("zebra quagga", mode=mode))


@pytest.mark.parametrize("mode", MODES[:3])
def test_a_long_file_does_not_crowd_out_the_others(path: Path, opened: Callable[..., Searcher], mode: str) -> None:
    connection = open_writer(path)
    book = [f"zebra quagga zebra quagga number {n}" for n in range(600)]
    subjects = ("weather", "garden", "kitchen", "holiday", "school", "harbour", "theatre", "railway", "dentist")
    letters = {f"/r/{one}.txt": [f"A zebra, mentioned in a {one} text about the {one} of {one}s."] for one in subjects}
    fill(connection, {"/r/book.txt": book, **letters})
    close_writer(connection)
    found = paths(opened().search("zebra quagga", mode=mode))
    assert found[0] == "/r/book.txt"
    assert len(found) == 10


def test_without_a_model(opened: Callable[..., Searcher]) -> None:
    searcher = opened(None)
    results = searcher.search("boiler lease")
    assert results.notice == NO_MODEL
    assert results.hits[0].why.meaning is None
    assert searcher.search("boiler", mode="meaning").hits == ()
    assert searcher.search("boiler", mode="words").notice is None


def test_a_model_that_fails(opened: Callable[..., Searcher]) -> None:
    def fail(_: str) -> Vectors:
        raise KnownError("model_failed", "It stopped.")

    results = opened(fail).search("boiler lease")
    assert results.hits
    assert "It stopped." in str(results.notice)


def test_words_before_vectors_and_both_after(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    connection = open_writer(path)
    ids = add(connection, seen("/r/a.txt"), seen("/r/b.txt"))
    searcher = Searcher(lambda: open_reader(path), vector_of)
    assert searcher.search("boiler").hits == ()
    chunks.replace(connection, ids["/r/a.txt"], passages(["The boiler leaks."]), chunks.Reading(b"h", 1))
    results = searcher.search("boiler")
    assert (paths(results), results.notice) == (["/r/a.txt"], NO_VECTORS)
    space = vectors.ensure_space(connection, "first", "text", "model", DIM)
    assert searcher.search("boiler").notice == NO_VECTORS
    embed_all(connection, space.id)
    assert searcher.search("reliob", mode="meaning").hits[0].path == "/r/a.txt"
    chunks.replace(connection, ids["/r/b.txt"], passages(["A boiler, new."]), chunks.Reading(b"b", 1))
    hits = searcher.search("boiler").hits
    assert {hit.path: hit.why.meaning is None for hit in hits} == {"/r/a.txt": False, "/r/b.txt": True}
    with transaction(connection):
        files.mark_gone(connection, [ids["/r/a.txt"]])
    assert paths(searcher.search("boiler")) == ["/r/b.txt"]
    searcher.close()
    close_writer(connection)


def test_a_word_looked_for_in_vain_is_found_once_it_is_there(path: Path, searcher: Searcher) -> None:
    assert searcher.search("zebroid", mode="words").hits == ()
    writer = open_writer(path)
    number = add(writer, seen("/r/late.txt"))["/r/late.txt"]
    chunks.replace(writer, number, passages(["A zebroid in the yard."]), chunks.Reading(str(number).encode(), 1))
    close_writer(writer)
    assert [Path(hit.path).name for hit in searcher.search("zebroid", mode="words").hits] == ["late.txt"]


def test_similar(searcher: Searcher) -> None:
    found = paths(searcher.similar("/r/Work/Invoices/a.txt"))
    assert found[:2] == ["/r/Work/Invoices/b.txt", "/r/Work/Invoices/c.txt"]
    with pytest.raises(KnownError) as error:
        searcher.similar("/r/nowhere.txt")
    assert error.value.code == "not_indexed"


def test_every_thread_gets_the_same_answer(searcher: Searcher) -> None:
    expected = paths(searcher.search("boiler heating"))
    found: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: found.append(paths(searcher.search("boiler heating")))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == [expected] * 4


def test_json_shape(searcher: Searcher) -> None:
    shape = json.loads(json.dumps(searcher.search("boiler lease", limit=2).to_json()))
    assert set(shape) == {"query", "took_ms", "notice", "chance_from", "hits"}
    assert len(shape["hits"]) == 2
    hit = shape["hits"][0]
    assert set(hit) == {
        "path", "kind", "title", "modified", "size", "picture", "width", "height", "offline", "score", "snippet",
        "highlights", "locator", "why", "passages", "others",
    }
    assert hit["modified"] == "1970-01-01T00:00:00Z"
    assert set(hit["why"]) == {"words", "meaning", "picture", "name"}


def test_an_unknown_mode_is_refused(searcher: Searcher) -> None:
    with pytest.raises(ValueError, match="mode"):
        searcher.search("boiler", mode="colours")


ODD = [
    "", " ", '"', '""', '"""', "'", "NEAR(a b)", "a AND", "OR", "NOT boiler", "*", "boiler*", ":", "text:boiler", "-",
    "--", "-boiler", "(", ")", "^boiler", "{a}", "+a", "😀", "\0", "a\0b", "\ud800", "%", "_", "\\", "type:", "in:",
    "ext:", "in:%", "in:\\", "type:pdf", 'in:"', "x" * 100_000, "boiler " * 20_000, "猫" * 50_000, "人",
    "é\u0301\u0301", "\u0e31", "ก", "\u202eabc", "1", "a" * 3, "\n\t", "SELECT * FROM file; --",
    "like:~nobody/x", "like:/nowhere/at all", "-like:x", "like:\0", "name:_", "name:%", "after:", "after:2024",
    "size:>0", "date:..", "in:~", "-in:/", 'name:"""', "type:,", "+", "+x -y", "+/", "like:/r/Letters/lease.txt boiler",
]


@pytest.mark.parametrize("mode", MODES)
def test_odd_queries(searcher: Searcher, mode: str) -> None:
    for query in ODD:
        json.dumps(searcher.search(query, mode=mode).to_json())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.lists(st.sampled_from(ODD[:36])).map(" ".join), st.sampled_from(MODES))
def test_any_query(searcher: Searcher, query: str, mode: str) -> None:
    for hit in searcher.search(query, mode=mode).hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.highlights)


def test_an_index_without_anything(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    close_writer(open_writer(path))
    searcher = Searcher(lambda: open_reader(path), vector_of)
    assert [searcher.search("boiler", mode=mode).hits for mode in MODES] == [(), (), (), ()]
    searcher.close()


def test_connections_are_closed(path: Path) -> None:
    opened: list[apsw.Connection] = []

    def connect() -> apsw.Connection:
        opened.append(open_reader(path))
        return opened[-1]

    searcher = Searcher(connect, vector_of)
    searcher.search("boiler")
    searcher.close()
    assert len(opened) == 3
    for connection in opened:
        with pytest.raises(apsw.ConnectionClosedError):
            connection.execute("SELECT 1")
