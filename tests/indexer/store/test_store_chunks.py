from __future__ import annotations

from pathlib import Path
from typing import cast

import apsw
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.paths import fold
from indexer.store import chunks, connection, files, maintenance, vectors
from indexer.store.chunks import Reading
from tests.helpers.made_up_index import DIM, add, embed_all, fill, passages, seen, vector_of

READ = Reading(b"h", 1)


def stored(index: apsw.Connection, file_id: int) -> list[tuple[str, str]]:
    return [tuple(row) for row in index.execute(
        "SELECT text, locator FROM chunk WHERE file_id = ? ORDER BY seq", (file_id,)
    )]


def found(index: apsw.Connection, word: str) -> list[str]:
    rows = index.execute(
        "SELECT chunk.text FROM chunk_fts JOIN chunk ON chunk.id = chunk_fts.rowid WHERE chunk_fts MATCH ? ORDER BY 1",
        (f'"{word}"',),
    )
    return [text for (text,) in rows]


def test_a_file_becomes_findable_at_once_with_all_that_was_read(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.txt"))["/r/a.txt"]
    reading = Reading(b"hash", 3, "Title", "Author", "2024-01-02", 7, "partial", "page 3")
    assert chunks.replace(index, number, passages(["one fish", "two fish"], "Title"), reading) == 2
    row = files.by_id(index, number)
    assert row is not None
    assert (row.state, row.content_hash, row.reader_version, row.title, row.author, row.created, row.pages) == (
        "ready", b"hash", 3, "Title", "Author", "2024-01-02", 7,
    )
    assert (row.error_code, row.error_detail) == ("partial", "page 3")
    assert stored(index, number) == [("one fish", '{"line":1}'), ("two fish", '{"line":2}')]
    assert found(index, "fish") == ["one fish", "two fish"]


def test_a_file_that_has_gone_meanwhile_is_left_alone(index: apsw.Connection) -> None:
    assert chunks.replace(index, 99, passages(["x"]), READ) == 0
    assert index.execute("SELECT count(*) FROM chunk").get == 0


def test_passages_that_stay_keep_their_row_and_vectors_wherever_they_stand(index: apsw.Connection) -> None:
    number = fill(index, {"/r/a.txt": ["one", "two", "two", "three"]})["/r/a.txt"]
    ids = dict(cast("list[tuple[int, int]]", index.execute("SELECT seq, id FROM chunk").fetchall()))
    assert chunks.replace(index, number, passages(["new", "three", "two", "one"]), READ) == 1
    after = index.execute("SELECT id FROM chunk ORDER BY seq").fetchall()
    assert [row[0] for row in after[1:]] == [ids[3], ids[1], ids[0]]
    assert [locator for _, locator in stored(index, number)] == [f'{{"line":{line}}}' for line in (1, 2, 3, 4)]
    assert embed_all(index, 1) == ["new"]


def test_equal_texts_under_another_heading_are_other_passages(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.txt"))["/r/a.txt"]
    chunks.replace(index, number, passages(["a\nb"]), READ)
    assert chunks.replace(index, number, passages(["b"], "a"), READ) == 1
    assert index.execute("SELECT context, text FROM chunk").get == ("a", "b")
    assert chunks.text_hash("a", "b") == chunks.text_hash("", "a\nb")


def test_a_passage_known_anywhere_gets_its_vector_at_once_in_every_space(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["shared"], "/r/b.txt": ["own"]})
    second = vectors.ensure_space(index, "second", "text", "other", DIM)
    embed_all(index, second.id)
    number = add(index, seen("/r/c.txt"))["/r/c.txt"]
    chunks.replace(index, number, passages(["shared", "fresh"]), READ)
    for space_id in (1, second.id):
        assert vectors.pending_count(index, space_id) == 1
        twins = index.execute(
            "SELECT vector, code FROM chunk JOIN embedding ON embedding.chunk_id = id"
            " JOIN code ON code.chunk_id = id AND code.space_id = embedding.space_id"
            " WHERE text = 'shared' AND embedding.space_id = ?", (space_id,)
        ).fetchall()
        assert len(twins) == 2
        assert twins[0] == twins[1]
    own = "SELECT DISTINCT code.file_id FROM code JOIN chunk ON id = chunk_id WHERE chunk.file_id = ?"
    owner = index.execute(own, (number,)).get
    assert owner == number


def test_two_files_with_the_same_new_text_cost_one_embedding(index: apsw.Connection) -> None:
    vectors.ensure_space(index, "first", "text", "model", DIM)
    ids = add(index, seen("/r/a.txt"), seen("/r/b.txt"))
    for number in ids.values():
        chunks.replace(index, number, passages(["twin", "twin"]), READ)
    assert vectors.pending_count(index, 1) == 4
    assert embed_all(index, 1) == ["twin"]
    assert index.execute("SELECT count(*) FROM embedding").get == 4


def test_chinese_is_found_inside_a_run(index: apsw.Connection) -> None:
    fill(index, {"/r/a.txt": ["我们使用全文检索技术", "nothing of the kind"]})
    assert found(index, "全文 文检 检索") == ["我们使用全文检索技术"]


words = st.sampled_from(["apple", "boat", "Ünïcödé", "検索する", "x", "", "apple boat", "ไทย"])
texts = st.lists(words, max_size=5)
step = st.one_of(
    st.tuples(st.just("replace"), st.integers(0, 3), texts),
    st.tuples(st.just("gone"), st.integers(0, 3), texts),
    st.tuples(st.just("rename"), st.integers(0, 3), texts),
    st.tuples(st.just("skip"), st.integers(0, 3), texts),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=14))
def test_words_names_and_vectors_fit_the_texts_whatever_happens(steps: list[tuple[str, int, list[str]]]) -> None:
    index = connection.open_writer(Path(":memory:"))
    space = vectors.ensure_space(index, "first", "text", "model", DIM)
    expected: dict[str, list[str]] = {}
    for round_, (what, place, parts) in enumerate(steps):
        path = f"/r/f{place}.txt"
        row = files.by_path(index, path)
        if what == "replace":
            number = add(index, seen(path, size=round_))[path]
            chunks.replace(index, number, passages(parts, "Title" if place % 2 else ""), READ)
            expected[path] = parts
        elif row is None:
            continue
        elif what == "gone":
            with connection.transaction(index):
                files.mark_gone(index, [row.id])
            del expected[path]
        elif what == "rename":
            target = f"/r/f{place} renamed {round_}.txt"
            add(index, seen(target))
            found_at = files.by_path(index, target)
            assert found_at is not None
            with connection.transaction(index):
                files.rename(index, row.id, found_at)
            expected[target] = expected.pop(path)
        else:
            files.set_skipped(index, row.id, "binary", "", 1)
            expected[path] = []
        if round_ % 3 == 0:
            embed_all(index, space.id)
    embed_all(index, space.id)
    assert maintenance.integrity(index, full=True) == []
    for path, parts in expected.items():
        row = files.by_path(index, path)
        assert row is not None
        assert [text for text, _ in stored(index, row.id)] == parts
    for name, in index.execute("SELECT name FROM file").fetchall():
        assert index.execute("SELECT count(*) FROM name_fts WHERE name_fts MATCH ?", (f'"{fold(str(name))}"',)).get == 1
    every = index.execute("SELECT id, context, text FROM chunk").fetchall()
    for number, context, text in cast("list[tuple[int, str, str]]", every):
        cosine = vectors.cosines(index, space.id, [number], vector_of(chunks.embedding_text(context, text)))
        assert cosine[number] > 0.999
    index.close()
