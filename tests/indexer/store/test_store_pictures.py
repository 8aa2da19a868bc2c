from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import apsw
import numpy as np

from indexer.store import chunks, files, maintenance, ocr, vectors
from indexer.store.chunks import Reading
from indexer.store.connection import transaction
from tests.helpers.made_up_index import add, passages, seen


@dataclass(frozen=True)
class View:
    webp: bytes
    phash: int = 1
    locator: Mapping[str, int | str] = field(default_factory=dict)


def views(index: apsw.Connection) -> list[bytes]:
    return [webp for (webp,) in index.execute("SELECT webp FROM view ORDER BY webp")]


def test_a_picture_is_due_in_the_image_space_only(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.jpg"))["/r/a.jpg"]
    text = vectors.ensure_space(index, "t", "text", "m", 8)
    image = vectors.ensure_space(index, "i", "image", "c", 4)
    assert chunks.replace(index, number, passages(["a caption"]), Reading(b"h", 1), [View(b"one"), View(b"two")]) == 3
    assert [row[2] for row in vectors.pending_chunks(index, text.id, 10)] == ["a caption"]
    assert [webp for _, webp in vectors.pending_views(index, image.id, 10)] == [b"one", b"two"]
    late = vectors.ensure_space(index, "j", "image", "d", 4)
    assert vectors.pending_count(index, late.id) == 2
    assert index.execute("SELECT count(*) FROM chunk_fts_docsize").get == 1
    assert maintenance.integrity(index, full=True) == []


def test_equal_pictures_share_view_and_vector(index: apsw.Connection) -> None:
    ids = add(index, seen("/r/a.jpg"), seen("/r/b.jpg"))
    image = vectors.ensure_space(index, "i", "image", "c", 4)
    chunks.replace(index, ids["/r/a.jpg"], [], Reading(b"h", 1), [View(b"same")])
    (due,) = vectors.pending_views(index, image.id, 10)
    vectors.put(index, image.id, [due[0]], np.array([[1, 2, 3, 4]], dtype=np.float32))
    chunks.replace(index, ids["/r/b.jpg"], [], Reading(b"h", 1), [View(b"same")])
    assert vectors.pending_count(index, image.id) == 0
    assert views(index) == [b"same"]
    found = vectors.vectors_of(index, image.id, [due[0]])
    assert np.allclose(found[due[0]], np.array([1, 2, 3, 4]) / np.sqrt(30), atol=0.01)


def test_a_view_goes_with_its_last_picture(index: apsw.Connection) -> None:
    ids = add(index, seen("/r/a.jpg"), seen("/r/b.jpg"))
    for number in ids.values():
        chunks.replace(index, number, [], Reading(b"h", 1), [View(b"same"), View(str(number).encode())])
    with transaction(index):
        files.mark_gone(index, [ids["/r/a.jpg"]])
    assert views(index) == sorted([b"same", str(ids["/r/b.jpg"]).encode()])
    chunks.replace(index, ids["/r/b.jpg"], [], Reading(b"h", 1))
    assert views(index) == []


def test_a_picture_that_stays_keeps_its_row(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.gif"))["/r/a.gif"]
    chunks.replace(index, number, [], Reading(b"h", 1), [View(b"one"), View(b"two")])
    before = index.execute("SELECT id FROM chunk WHERE picture = ?", (hashlib.sha256(b"two").digest(),)).get
    assert chunks.replace(index, number, passages(["x"]), Reading(b"i", 1), [View(b"two", locator={"frame": 3})]) == 1
    row = index.execute("SELECT id, locator FROM chunk WHERE picture IS NOT NULL").fetchall()
    assert row == [(before, '{"frame":3}')]


def test_text_in_pictures_is_read_once_for_each_content(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a.jpg"))["/r/a.jpg"]
    chunks.replace(index, number, [], Reading(b"h", 1, width=3, height=2, camera="Box", taken_at="2021-07-01T10:00:00"))
    row = files.by_id(index, number)
    assert row is not None
    assert (row.width, row.height, row.camera, row.taken_at) == (3, 2, "Box", "2021-07-01T10:00:00")
    with transaction(index):
        ocr.want(index, number, [ocr.PICTURE])
    assert [(due.file_id, due.pages) for due in ocr.next_due(index, 5)] == [(number, (ocr.PICTURE,))]
    assert ocr.known(index, b"h", [ocr.PICTURE]) is None
    ocr.remember(index, b"h", ocr.PICTURE, [("TOTAL 318.50", {"box": "1,2,3,4"})])
    ocr.done(index, number)
    assert ocr.due_count(index) == 0
    (kept,) = ocr.known(index, b"h", [ocr.PICTURE]) or []
    assert (kept.text, dict(kept.locator)) == ("TOTAL 318.50", {"box": "1,2,3,4"})
