from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import apsw
import pytest

from indexer.errors import KnownError
from indexer.store import chunks, connection, files, maintenance, roots, vectors
from indexer.store.chunks import Reading
from tests.helpers.made_up_index import fill, passages

ROOT = Path(__file__).resolve().parents[3]


def test_the_writer_is_set_up_as_promised(index: apsw.Connection) -> None:
    assert index.pragma("journal_mode") == "wal"
    assert index.pragma("auto_vacuum") == 2
    assert index.pragma("foreign_keys") == 1
    assert index.pragma("synchronous") == 1
    assert index.pragma("trusted_schema") == 0
    assert index.execute("SELECT vec_version()").get.startswith("v")
    with pytest.raises(apsw.Error, match="not authorized"):
        index.execute("SELECT load_extension('anything')").fetchall()


def test_the_reader_sees_commits_and_cannot_write(index: apsw.Connection, tmp_path: Path) -> None:
    reader = connection.open_reader(tmp_path / "index.db")
    fill(index, {"/r/a.txt": ["one two"]})
    assert reader.execute("SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH 'two'").get == 1
    with pytest.raises(apsw.ReadOnlyError):
        reader.execute("DELETE FROM file")
    reader.close()


def test_a_reader_needs_an_index_that_is_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    with pytest.raises(KnownError) as caught:
        connection.open_reader(path)
    assert caught.value.code == "not_indexed"
    path.touch()
    with pytest.raises(KnownError) as caught:
        connection.open_reader(path)
    assert caught.value.code == "index_busy"


def test_a_transaction_is_all_or_nothing(index: apsw.Connection) -> None:
    def half() -> None:
        with connection.transaction(index):
            index.execute("INSERT INTO root (path) VALUES ('/x')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert roots.roots(index) == []
    assert not index.in_transaction


def test_a_second_writer_is_told_to_wait(
    index: apsw.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 1)
    second = connection.open_writer(tmp_path / "index.db")
    with connection.transaction(index), pytest.raises(KnownError) as caught, connection.transaction(second):
        pass
    second.close()
    assert caught.value.code == "index_busy"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        connection.open_writer(tmp_path / "absent" / "index.db")
    assert caught.value.code == "read_only"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed index with texts and vectors, for copies to be damaged."""
    path = tmp_path_factory.mktemp("sound") / "index.db"
    opened = connection.open_writer(path)
    fill(opened, {f"/r/f{n}.txt": [f"text {n} {m} " + "lorem ipsum " * 30 for m in range(4)] for n in range(40)})
    connection.close_writer(opened)
    return path


def use_all(path: Path) -> None:
    """Open, check, read and write everything."""
    opened = connection.open_writer(path)
    try:
        with connection.known_errors(path):
            maintenance.integrity(opened, full=True)
            for table in ("root", "file", "chunk", "embedding", "code", "space", "chunk_words", "embedding_due"):
                opened.execute(f"SELECT * FROM {table}").fetchall()
            opened.execute("SELECT * FROM chunk_fts WHERE chunk_fts MATCH 'lorem'").fetchall()
            space = vectors.active_space(opened, "text")
            if space:
                vectors.load_codes(opened, space.id)
            for root in roots.roots(opened):
                roots.remove_root(opened, root.id)
    finally:
        opened.close()


DAMAGE = (
    "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
    "from indexer.errors import KnownError; from tests.indexer.store.test_store_connection import use_all\n"
    "for path in sorted(Path(sys.argv[1]).glob('*.db')):\n"
    "    try: use_all(path); print(path.name, 'usable')\n"
    "    except KnownError as error: print(path.name, error.code)\n"
)


def test_any_damage_ends_in_plain_words_never_in_a_crash(sound: Path, tmp_path: Path) -> None:
    """In a child, so that a crash of the library itself would be seen."""
    whole = sound.read_bytes()
    chance = random.Random(7)
    for number in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 10, 400))):
            damaged[chance.randrange(len(whole))] = chance.randrange(256)
        (tmp_path / f"flip{number:02}.db").write_bytes(damaged)
    for number in range(20):
        (tmp_path / f"short{number:02}.db").write_bytes(whole[: chance.randrange(1, len(whole) - 1)])
    (tmp_path / "text.db").write_bytes(b"not a database at all, but long enough to have a header\n" * 100)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", DAMAGE, str(tmp_path), str(ROOT)],
        capture_output=True, text=True, timeout=300, check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    outcome = dict(line.split() for line in done.stdout.splitlines())
    assert len(outcome) == 81
    assert set(outcome.values()) <= {"usable", "index_damaged", "index_newer"}
    assert {outcome[name] for name in outcome if name.startswith("short")} == {"index_damaged"}
    assert outcome["text.db"] == "index_damaged"
    assert "index_damaged" in {outcome[name] for name in outcome if name.startswith("flip")}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = shutil.which("mount") and hasattr(os, "geteuid") and os.geteuid() == 0 and (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode == 0
    )
    if not mounted:
        pytest.skip("mounting a small file system needs root")
    try:
        yield folder
    finally:
        # Lazily: a test that failed may still hold a file open in it.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_named_and_what_was_indexed_stays(small_disk: Path) -> None:
    path = small_disk / "index.db"
    opened = connection.open_writer(path)
    ids = fill(opened, {"/r/a.txt": ["kept"], "/r/b.txt": ["old words"]})
    chance = random.Random(1)
    big = ["".join(chance.choices("abcdefgh ", k=2000)) for _ in range(2000)]
    with pytest.raises(KnownError) as caught:
        chunks.replace(opened, ids["/r/b.txt"], passages(big), Reading(b"h", 1))
    assert caught.value.code == "disk_full"
    assert opened.execute("SELECT text FROM chunk ORDER BY id").fetchall() == [("kept",), ("old words",)]
    assert maintenance.integrity(opened) == []
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass
    connection.close_writer(opened)
    with pytest.raises(KnownError) as caught:
        connection.open_writer(small_disk / "other.db")
    assert caught.value.code == "disk_full"
    filler.unlink()
    again = connection.open_writer(path)
    assert again.execute("SELECT count(*) FROM chunk").get == 2
    again.close()


WRITER = (
    "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
    "from indexer.store import connection; from tests.helpers.made_up_index import fill\n"
    "opened = connection.open_writer(Path(sys.argv[1]))\n"
    "version = 0\n"
    "while True:\n"
    "    version += 1\n"
    "    fill(opened, {f'/r/f{n}.txt': [f'v{version} part {m} ' + 'word ' * 50 for m in range(5)] for n in range(4)})\n"
    "    print(version, flush=True)\n"
)


def test_a_killed_writer_leaves_each_file_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    chance = random.Random(3)
    for _ in range(8):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(ROOT)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        assert child.stdout.readline(), "the writer ended"
        time.sleep(chance.random() * 0.1)
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        child.wait(timeout=20)
        child.stdout.close()
        opened = connection.open_writer(path)
        assert maintenance.integrity(opened, full=True) == []
        for file_id, state in opened.execute("SELECT id, state FROM file").fetchall():
            texts = opened.execute("SELECT text FROM chunk WHERE file_id = ? ORDER BY seq", (file_id,)).fetchall()
            versions = {text.split()[0] for (text,) in cast("list[tuple[str]]", texts)}
            assert (len(texts), len(versions)) in ({(5, 1)} if state == "ready" else {(5, 1), (0, 0)})
        assert files.fail_exhausted(opened, 1) == 0
        connection.close_writer(opened)
