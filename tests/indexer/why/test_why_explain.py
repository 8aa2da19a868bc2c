"""Why a file is or is not among the results: from a folder on disk, an index and a query to sentences that hold."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import numpy as np
import pytest

from indexer.errors import KnownError
from indexer.extract import READER_VERSION
from indexer.extract.document import Passage
from indexer.paths import to_text
from indexer.reports import Explanation
from indexer.scan import Options, Start, add_folder, scan
from indexer.search import Searcher
from indexer.settings import Settings
from indexer.store import chunks, files, ocr, roots, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import close_writer, open_reader, open_writer, transaction
from indexer.why import Library, explain
from tests.helpers.made_up_index import DIM, embed_all, passages, vector_of

TEXTS = {
    "flat/lease.txt": ["The landlord services the boiler every year.", "Signed by Aldous Hartwell in Westbrook."],
    "flat/boiler.txt": ["The boiler is loud. A letter about the boiler."],
    "work/report.txt": ["The yearly report on heating, a final version."],
    **{f"work/note {number}.txt": [f"A letter about the boiler, number {number}."] for number in range(60)},
}
Explain = Callable[..., Explanation]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    top = tmp_path / "top"
    for name, texts in TEXTS.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("\n".join(texts), encoding="utf-8")
    return top


@pytest.fixture
def index(tmp_path: Path, top: Path) -> Iterator[apsw.Connection]:
    """``top`` scanned and read, each file with a vector."""
    opened = open_writer(tmp_path / "index.db")
    add_folder(opened, to_text(str(top)), Options())
    rescan(opened)
    space = vectors.ensure_space(opened, "first", "text", "model", DIM)
    for name, texts in TEXTS.items():
        read(opened, top / name, texts)
    embed_all(opened, space.id)
    yield opened
    close_writer(opened)


def rescan(index: apsw.Connection) -> None:
    scan(index, [Start(root) for root in roots.roots(index)], Options())


def row_of(index: apsw.Connection, path: Path) -> files.FileRow:
    row = files.by_path(index, to_text(str(path)))
    assert row is not None
    return row


def read(index: apsw.Connection, path: Path, texts: list[str], **more: Any) -> None:
    row = row_of(index, path)
    files.count_attempt(index, row.id)
    digest = hashlib.sha256(path.read_bytes()).digest()
    chunks.replace(index, row.id, passages(texts), replace(Reading(digest, READER_VERSION), **more))


@pytest.fixture
def why(index: apsw.Connection, top: Path, tmp_path: Path) -> Iterator[Explain]:
    searcher = Searcher(lambda: open_reader(tmp_path / "index.db"), vector_of)

    def ask(name: str, query: str, *, engine: bool = False, settings: Settings | None = None) -> Explanation:
        with_files = Library(index, searcher, Options(), settings or Settings(), engine)
        return explain(with_files, to_text(str(top / name)), query)

    yield ask
    searcher.close()


def told(found: Explanation) -> dict[str, str]:
    return {advice.code: advice.text for advice in found.advice}


def test_the_first_result(why: Explain) -> None:
    found = why("flat/boiler.txt", "loud boiler")
    assert (found.place, found.chance, found.folded_under) == (1, False, None)
    assert told(found) == {"first": "It is the first result."}
    assert found.known is not None
    assert (found.known.state, found.known.passages, found.known.characters) == ("ready", 1, 46)
    assert [(one.vectors, one.due, one.active) for one in found.known.spaces] == [(1, 0, True)]
    assert found.standing is not None
    assert found.standing.path == found.path


def test_a_filter_that_keeps_it_out_and_where_it_is_without(why: Explain) -> None:
    found = why("flat/boiler.txt", "loud boiler in:work size:<1kb")
    assert found.place is None
    assert [(one.text, one.met, one.excludes) for one in found.conditions] == [
        ("in:work", False, True), ("size:<1kb", True, False),
    ]
    assert told(found)["filter"] == "It does not meet in:work. Take that out."
    assert told(found)["without"] == "Asked for “loud boiler size:<1kb”, it is at place 1."


def test_words_that_are_missing_and_a_word_that_would_bring_it_up(why: Explain) -> None:
    query = "letter about the loud boiler zzyzx"
    found = why("flat/lease.txt", query)
    assert found.standing is not None
    missing = {word.word for word in found.standing.words if not word.in_file}
    assert missing == {"letter", "about", "loud", "zzyzx"}
    advice = told(found)
    assert "zzyzx" in advice["word_nowhere"]
    assert advice["word_missing"] == "The word “loud” does not stand in it."
    word = advice["add_word"].split("“")[1].split("”")[0]
    assert word in " ".join(TEXTS["flat/lease.txt"])
    again = why("flat/lease.txt", f"{query} {word}")
    assert f"place {again.place}" in advice["add_word"]
    assert again.place is not None
    assert again.place <= 3


def test_a_file_that_waits_has_changed_failed_or_was_skipped(why: Explain, index: apsw.Connection, top: Path) -> None:
    (top / "new.txt").write_text("boiler")
    unseen = why("new.txt", "boiler")
    assert unseen.known is None
    assert told(unseen) == {"not_seen": "It has not been looked at yet. hunch index does that now."}
    assert "engine" in told(why("new.txt", "boiler", engine=True))["not_seen"]
    rescan(index)
    assert next(iter(told(why("new.txt", "boiler")))) == "pending"
    later = time.time() + 60
    os.utime(top / "flat" / "boiler.txt", (later, later))
    changed = why("flat/boiler.txt", "loud boiler")
    assert changed.known is not None
    assert changed.known.changed
    assert list(told(changed)) == ["changed", "first"]
    files.set_failed(index, row_of(index, top / "flat/lease.txt").id, "encrypted", "Open it with its password.", 1)
    failed = told(why("flat/lease.txt", "boiler"))
    assert failed["encrypted"].startswith("It could not be read: Protected by a password. Open it with its password.")
    assert "hunch problems --retry" in failed["encrypted"]
    files.set_skipped(index, row_of(index, top / "work/report.txt").id, "empty", "", 1)
    assert "Empty file" in told(why("work/report.txt", "boiler"))["empty"]


def test_a_part_that_is_not_read_and_pictures_that_wait(why: Explain, index: apsw.Connection, top: Path) -> None:
    read(index, top / "flat/lease.txt", ["The lease."], note_code="cut_short", note_detail="Pages 1 to 500.")
    with transaction(index):
        ocr.want(index, row_of(index, top / "flat/lease.txt").id, [2, 5])
    found = why("flat/lease.txt", "boiler")
    assert found.known is not None
    assert found.known.pages_unread == 2
    assert [(one.vectors, one.due) for one in found.known.spaces] == [(0, 1)]
    advice = told(found)
    assert "Only the first part was read. Pages 1 to 500." in advice["cut_short"]
    assert advice["text_in_pictures"].startswith("2 of its pages may hold text in pictures")
    assert "1 of its passages" in advice["vectors_due"]
    off = told(why("flat/lease.txt", "boiler", settings=Settings(read_pictures=False)))
    assert "read_pictures = true" in off["text_in_pictures"]


def test_text_read_in_pictures_is_counted(why: Explain, index: apsw.Connection, top: Path) -> None:
    row = row_of(index, top / "flat/lease.txt")
    assert row.content_hash is not None
    chunks.append(index, row.id, row.content_hash, [Passage("A stamp", "", {"page": 2, "box": "1,2,3,4"})])
    found = why("flat/lease.txt", "stamp")
    assert found.known is not None
    assert (found.known.passages, found.known.passages_in_pictures) == (3, 1)
    assert found.standing is not None
    assert found.standing.locator == {"page": 2, "box": "1,2,3,4"}


def test_a_file_known_by_its_name_only(why: Explain, top: Path) -> None:
    assert why("elsewhere/lease.txt", "boiler").path == to_text(str(top / "flat" / "lease.txt"))
    assert why("lease", "boiler").path == to_text(str(top / "flat" / "lease.txt"))
    nothing = why("no such.pdf", "boiler")
    assert (nothing.known, nothing.standing, nothing.place) == (None, None, None)
    assert list(told(nothing)) == ["vanished"]


def test_of_two_files_of_a_name_the_one_whose_folder_agrees(why: Explain, index: apsw.Connection, top: Path) -> None:
    (top / "work" / "lease.txt").write_text("Another lease.")
    rescan(index)
    assert why("moved/flat/lease.txt", "boiler").path == to_text(str(top / "flat" / "lease.txt"))
    assert why("moved/work/lease.txt", "boiler").path == to_text(str(top / "work" / "lease.txt"))


def test_a_file_gone_from_disk_is_still_explained(why: Explain, top: Path) -> None:
    (top / "flat" / "boiler.txt").unlink()
    found = why("flat/boiler.txt", "loud boiler")
    assert (found.place, found.disk.size) == (1, None)
    assert list(told(found)) == ["vanished", "first"]


def test_a_version_that_is_folded_under_a_newer_one(why: Explain, index: apsw.Connection, top: Path) -> None:
    newer = top / "flat" / "boiler copy.txt"
    newer.write_text("the same")
    rescan(index)
    row, old = row_of(index, newer), row_of(index, top / "flat" / "boiler.txt")
    assert old.content_hash is not None
    chunks.replace(index, row.id, passages(TEXTS["flat/boiler.txt"]), Reading(old.content_hash, READER_VERSION))
    with transaction(index):
        index.execute("UPDATE file SET mtime_ns = mtime_ns + 1000000000 WHERE id = ?", (row.id,))
    found = why("flat/boiler.txt", "loud boiler")
    shown = why("flat/boiler copy.txt", "loud boiler")
    assert shown.place == found.place == 1
    assert shown.folded_under is None
    assert found.folded_under == to_text(str(newer))
    assert list(told(found)) == ["folded"]


@pytest.mark.parametrize(
    "query", ["", "   ", "type:pdf", "-boiler", "in:work", '"', "zzyzx", "☃", "a" * 5_000, "\0boiler"]
)
def test_any_query_is_answered(why: Explain, query: str) -> None:
    for name in ("flat/lease.txt", "no such file", "flat"):
        found = why(name, query)
        assert found.advice
        assert found.to_json()["query"] == query


def test_without_a_model_and_with_one_that_fails(index: apsw.Connection, top: Path, tmp_path: Path) -> None:
    def broken(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        raise KnownError("model_failed", "It ended.")

    for embed in (None, broken):
        searcher = Searcher(lambda: open_reader(tmp_path / "index.db"), embed)
        library = Library(index, searcher, Options(), Settings(), False)
        found = explain(library, to_text(str(top / "flat/lease.txt")), "landlord boiler")
        strange = explain(library, to_text(str(top / "flat/lease.txt")), "heating")
        searcher.close()
        assert list(told(strange))[:2] == ["nothing_in_common", "word_missing"]
        assert found.notice is not None
        assert found.place == 1
        assert found.standing is not None
        assert [one.channel for one in found.standing.channels] == ["name", "words", "together"]
