from __future__ import annotations

import random
from pathlib import Path
from typing import cast

import apsw
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.store import chunks, connection, files, maintenance, migrate, sketches
from indexer.store.chunks import Reading
from indexer.store.sketches import MINIMA, NOTHING, SKETCH, Sketcher
from tests.helpers.made_up_index import add, passages, seen

WORDS = [f"w{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(400)]


def of(*texts: str) -> np.void:
    sketcher = Sketcher()
    for text in texts:
        sketcher.step("", text)
    made = sketcher.final()
    assert made is not None
    return np.void(sketches.parse([made])[0])


def in_common(first: np.void, second: np.void) -> float:
    return float((first["minima"] == second["minima"]).mean())


def test_the_share_of_shingles_in_common_is_told_to_within_its_error() -> None:
    chance = random.Random(1)
    for kept in (0.0, 0.3, 0.6, 0.9, 1.0):
        one = [chance.choice(WORDS) for _ in range(900)]
        other = one[: int(900 * kept)] + [chance.choice(WORDS) for _ in range(900 - int(900 * kept))]
        sets = [{tuple(text[at : at + 3]) for at in range(len(text) - 2)} for text in (one, other)]
        true = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
        told = in_common(of(" ".join(one)), of(" ".join(other)))
        assert abs(told - true) < 4 * (0.25 / MINIMA) ** 0.5
        assert int(of(" ".join(one))["shingles"]) == len(sets[0])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.randoms())
def test_the_order_and_repetition_of_passages_do_not_matter(texts: list[str], chance: random.Random) -> None:
    shuffled = [*texts, chance.choice(texts)]
    chance.shuffle(shuffled)
    one, other = Sketcher(), Sketcher()
    for text in texts:
        one.step("", text)
    for text in shuffled:
        other.step("", text)
    assert one.final() == other.final()


def test_case_accents_punctuation_and_line_breaks_do_not_matter() -> None:
    plain = of("the cafe in the old town is open on mondays")
    same = of("The Café, in\nthe old  TOWN, is open on Mondays!")
    assert in_common(plain, same) == 1


def test_numbers_and_names_are_kept_by_themselves() -> None:
    one = of("Invoice 2024-0417 for Anna Lind: total 1,250.00, page 3")
    other = of("invoice 20240417 for Lind, see Anna Berg: total 1250.00; page 4")
    assert one["numbers"] == other["numbers"] == 2
    assert one["least_numbers"].tolist() == other["least_numbers"].tolist()
    assert sorted(one["least_numbers"][:2]) == one["least_numbers"][:2].tolist()
    assert (one["least_numbers"][2:] == NOTHING).all()
    assert (one["names"], other["names"]) == (2, 3)
    assert set(one["least_names"][:2]) < set(other["least_names"][:3])


def test_scripts_without_spaces_have_shingles_of_characters() -> None:
    text = "我们使用全文检索技术来查找文件"
    assert of(text)["shingles"] > 8
    assert in_common(of(text), of(text + "吧")) > 0.7


@pytest.mark.parametrize("texts", [(), ("",), (" \n - ",)])
def test_no_words_no_sketch(texts: tuple[str, ...]) -> None:
    sketcher = Sketcher()
    for text in texts:
        sketcher.step("", text)
    assert sketcher.final() is None


def kept(index: apsw.Connection) -> dict[str, bytes]:
    rows = index.execute("SELECT path, sketch FROM sketch JOIN file ON file.id = file_id").fetchall()
    return dict(cast("list[tuple[str, bytes]]", rows))


def made(*texts: str, context: str = "") -> bytes | None:
    sketcher = Sketcher()
    for text in texts:
        sketcher.step(context, text)
    return sketcher.final()


def test_a_sketch_follows_the_passages_of_its_file(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.txt"))["/r/a.txt"]
    chunks.replace(index, number, passages(["one fish here", "two fish there"], "Title"), Reading(b"h", 1))
    assert kept(index) == {"/r/a.txt": made("one fish here", "two fish there", context="Title")}
    chunks.replace(index, number, passages(["one fish here"], "Title"), Reading(b"h", 1))
    assert kept(index) == {"/r/a.txt": made("one fish here", context="Title")}
    chunks.append(index, number, b"h", passages(["read in a picture"]))
    both = Sketcher()
    both.step("Title", "one fish here")
    both.step("", "read in a picture")
    assert kept(index) == {"/r/a.txt": both.final()}
    chunks.replace(index, number, [], Reading(b"h", 1))
    assert kept(index) == {}


def test_a_sketch_goes_with_what_is_forgotten_and_stays_with_what_is_not(index: apsw.Connection) -> None:
    ids = add(index, seen("/r/a.txt"), seen("/r/b.txt"), seen("/r/c.txt"))
    for number in ids.values():
        chunks.replace(index, number, passages(["one fish here"]), Reading(b"h", 1))
    files.set_failed(index, ids["/r/a.txt"], "damaged", "", 1)
    files.set_failed(index, ids["/r/b.txt"], "unreadable", "", 1)
    with connection.transaction(index):
        files.mark_gone(index, [ids["/r/c.txt"]])
    assert kept(index).keys() == {"/r/b.txt"}


def test_an_older_index_gets_the_sketches_of_what_it_holds(tmp_path: Path) -> None:
    before = tmp_path / "m"
    before.mkdir()
    for script in sorted(migrate.FOLDER.glob("*.sql"))[:4]:
        (before / script.name).write_bytes(script.read_bytes())
    path = tmp_path / "index.db"
    old = connection.open_writer(path, before)
    old.execute("INSERT INTO root (path) VALUES ('/r')")
    for number, texts in enumerate((["one fish here", "two fish there"], [], ["-"]), 1):
        old.execute(
            "INSERT INTO file (id, root_id, path, folder, name, kind, size, mtime_ns, inode, state, content_hash)"
            " VALUES (?1, 1, '/r/' || ?1, '/r', ?1, 'text', 1, 1, 1, 'ready', x'00')", (number,),
        )
        old.executemany(
            "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash) VALUES (?, ?, ?, 'Top', '{}', x'00')"
            if texts != ["-"] else
            "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash) VALUES (?, ?, ?, '', '{}', x'00')",
            ((number, seq, text) for seq, text in enumerate(texts)),
        )
    connection.close_writer(old)
    opened = connection.open_writer(path)
    assert kept(opened) == {"/r/1": made("one fish here", "two fish there", context="Top")}
    assert maintenance.integrity(opened, full=True) == []
    opened.execute("UPDATE sketch SET sketch = x'00'")
    assert maintenance.integrity(opened) == ["1 sketches of the wrong length"]
    connection.close_writer(opened)


def test_a_damaged_sketch_is_told_as_a_damaged_index() -> None:
    assert len(sketches.parse([])) == 0
    with pytest.raises(KnownError, match="sketch"):
        sketches.parse([bytes(SKETCH.itemsize - 1)])
