"""Families in a real index: what belongs together, what does not, and how it is told."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import numpy as np
import pytest

from indexer.extract.chunk import chunk
from indexer.extract.document import Block, Document
from indexer.families import Family, families_of_library, group
from indexer.store import chunks, files, ocr, vectors
from indexer.store.connection import close_writer, open_writer, transaction
from tests.helpers.made_up_index import add, seen

_BOOK = (Path(__file__).parents[3] / "resources" / "library" / "learning" / "thermodynamics.rst").read_text("utf-8")
LETTER = (
    "Dear Ms Okafor,\n\nthe boiler in the cellar of the house was serviced on 4 March 2024 by Peter Novak, and we"
    " found that the pump has to be replaced before the winter. The price is 412.50 with the work of two hours. Please"
    " tell us by 18 April 2024 whether we may order it, since the maker needs three weeks to deliver. Until then the"
    " heating can be used as usual, but the water should not be hotter than 55 degrees. Should it go out, press the red"
    " button once and wait for a minute.\n\nWith kind regards, Hanna Kowalska, telephone 0117 555 0182"
)
INVOICE = (
    "Hartwell Property Services, VAT 284 1120 93\n\nInvoice {n}-{a} of {d} March 2024 for {who} in {town}\n\nGutter"
    " cleaning, 2 hours at {a}.50, together {b}.00\nLadder hire {c}.25\nTotal due {e}.75\n\nPlease pay within 14 days"
    " to sort code 20-45-77, account 83920114, and give the number as the reference. Goods remain our property until"
    " they are paid for in full. Questions are answered by our accounts team on 0117 555 0182 on weekdays from 9 to 5."
)
NOTICE = (
    "锅炉已经在三月由维修公司检查过，我们发现水泵必须在冬天之前更换。"
    "请在四月十八日之前告诉我们是否可以订购，因为制造商需要三周才能交货。"
)


@dataclass(frozen=True)
class Picture:
    webp: bytes
    phash: int
    locator: dict[str, int | str] = field(default_factory=dict)


class Shelf:
    """An index that files are put into."""

    def __init__(self, index: apsw.Connection) -> None:
        self.index = index
        self._clock = 0

    def put(
        self, path: str, text: str = "", *, kind: str = "text", content: bytes | None = None, size: int = 100,
        picture: Picture | None = None, mtime: int = 0,
    ) -> int:
        self._clock += 1
        number = add(self.index, seen(path, size=size, mtime_ns=mtime or self._clock))[path]
        self.index.execute("UPDATE file SET kind = ? WHERE id = ?", (kind, number))
        passages = chunk(Document([Block(part) for part in text.split("\n\n")])) if text else []
        digest = hashlib.sha256(content or path.encode()).digest()
        chunks.replace(self.index, number, passages, chunks.Reading(digest, 1), [picture] if picture else [])
        return number

    def put_picture(self, path: str, phash: int, text: str = "") -> int:
        return self.put(path, text, kind="picture", picture=Picture(path.encode(), phash))

    def families(self) -> list[Family]:
        return list(families_of_library(self.index))

    def together(self) -> list[set[str]]:
        return [{member.path.rpartition("/")[2] for member in family.members} for family in self.families()]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    index = open_writer(tmp_path / "index.db")
    yield Shelf(index)
    close_writer(index)


def as_scanned(text: str, share: float = 0.02) -> str:
    chance = random.Random(5)
    return "".join(chance.choice("lI1oe") if chance.random() < share and c.isalnum() else c for c in text)


def invoice(number: int) -> str:
    chance = random.Random(number)
    numbers = {key: chance.randint(100, 999) for key in "nabce"}
    who = chance.choice(("Anna Lind", "Tom Hart", "Priya Raman", "Jonas Weber", "Maria Costa"))
    return INVOICE.format(**numbers, d=chance.randint(1, 28), who=who, town=chance.choice(("Leeds", "Exeter", "Perth")))


def test_a_letter_its_scan_its_draft_and_its_longer_form_are_one_family(shelf: Shelf) -> None:
    draft = LETTER.replace("with the work of two hours", "and the work takes half a day").replace("red", "green")
    shelf.put("/r/letter draft.docx", draft)
    shelf.put("/r/letter.docx", LETTER)
    shelf.put("/r/letter final.docx", f"{LETTER}\n\nP.S. The offer holds until the end of the month, as we agreed.")
    shelf.put("/r/Scan_0012.pdf", as_scanned(LETTER))
    shelf.put("/r/other.docx", _BOOK[:1_500])
    assert shelf.together() == [{"letter draft.docx", "letter.docx", "letter final.docx", "Scan_0012.pdf"}]


def test_forms_filled_in_anew_are_no_versions_whatever_they_are_called(shelf: Shelf) -> None:
    for number in range(12):
        shelf.put(f"/r/INV-{number + 4400}.pdf", invoice(number))
        shelf.put(f"/r/{number}/invoice.pdf", invoice(number + 100))
    assert shelf.together() == []


def test_the_copy_and_the_scan_of_an_invoice_are_found_among_its_like(shelf: Shelf) -> None:
    for number in range(12):
        shelf.put(f"/r/INV-{number + 4400}.pdf", invoice(number))
    shelf.put("/r/INV-4403 (1).docx", invoice(3))
    shelf.put("/r/Scan_0007.pdf", as_scanned(invoice(3), 0.01))
    assert shelf.together() == [{"INV-4403.pdf", "INV-4403 (1).docx", "Scan_0007.pdf"}]


def test_chapters_and_mails_that_quote_each_other_are_no_versions(shelf: Shelf) -> None:
    third = len(_BOOK) // 3
    for number in range(3):
        shelf.put(f"/r/chapter {number}.md", _BOOK[number * third : (number + 1) * third])
    shelf.put("/r/boiler.eml", LETTER, kind="eml")
    shelf.put("/r/Re boiler.eml", f"Yes, please order it. Ms Okafor will be at home.\n\n{LETTER}", kind="eml")
    assert shelf.together() == []


def test_tiny_notes_are_versions_only_when_they_are_called_so(shelf: Shelf) -> None:
    for name in ("a.txt", "b.txt", "list.txt", "list (2).txt"):
        shelf.put(f"/r/{name}", "Milk, bread, eggs and tea." if "list" in name else "See you there.")
    assert shelf.together() == [{"list.txt", "list (2).txt"}]


def test_text_without_spaces_is_compared_too(shelf: Shelf) -> None:
    shelf.put("/r/通知.docx", NOTICE)
    shelf.put("/r/通知 最终版.docx", NOTICE.replace("三周", "五周"))
    shelf.put("/r/别的.docx", "本周末我们去山里散步，请带上雨衣、午饭和足够的水，早上八点在车站集合。")
    assert shelf.together() == [{"通知.docx", "通知 最终版.docx"}]


def test_what_a_member_is_to_the_newest_and_the_space_it_takes(shelf: Shelf) -> None:
    shelf.put("/r/letter draft.docx", LETTER[:400], size=30)
    shelf.put("/r/letter v2.docx", LETTER.replace("kind", "best"), size=20)
    shelf.put("/r/copy/letter.docx", LETTER, content=b"same", size=10)
    newest = shelf.put("/r/letter.docx", LETTER, content=b"same", size=10)
    shelf.put("/r/big.bin", content=b"big", size=1_000)
    shelf.put("/r/big (1).bin", content=b"big", size=1_000)
    first, second = shelf.families()
    assert (first.space, [member.path for member in first.members]) == (1_000, ["/r/big (1).bin", "/r/big.bin"])
    assert [member.alike for member in first.members] == [None, "same content"]
    assert (second.members[0].file_id, second.space) == (newest, 60)
    assert [(member.path, member.alike) for member in second.members] == [
        ("/r/letter.docx", None), ("/r/copy/letter.docx", "same content"),
        ("/r/letter v2.docx", "nearly the same text"), ("/r/letter draft.docx", "other version"),
    ]


def test_results_are_grouped_in_order_of_appearance_with_the_newest_first(shelf: Shelf) -> None:
    old = shelf.put("/r/letter.docx", LETTER)
    book = shelf.put("/r/book.txt", _BOOK)
    new = shelf.put("/r/letter v2.docx", LETTER)
    assert group(shelf.index, [old, book, new]) == [[new, old], [book]]
    assert group(shelf.index, [book, new]) == [[book], [new]]
    assert group(shelf.index, [new, 4711, new, old]) == [[new, old], [4711]]
    assert group(shelf.index, []) == []


def test_a_file_whose_content_changed_or_was_forgotten_leaves_its_family(shelf: Shelf) -> None:
    one, other = shelf.put("/r/letter.docx", LETTER), shelf.put("/r/letter v2.docx", LETTER)
    assert len(group(shelf.index, [one, other])) == 1
    shelf.put("/r/letter v2.docx", _BOOK)
    assert len(group(shelf.index, [one, other])) == 2
    shelf.put("/r/letter v2.docx", LETTER, content=b"2")
    assert len(group(shelf.index, [one, other])) == 1
    files.set_failed(shelf.index, other, "damaged", "", 1)
    assert len(group(shelf.index, [one, other])) == 2
    assert shelf.families() == []


def test_text_read_in_a_scan_later_joins_it_to_its_document(shelf: Shelf) -> None:
    shelf.put("/r/letter.docx", LETTER)
    number = shelf.put("/r/scan.pdf", kind="pdf", content=b"scan")
    assert shelf.together() == []
    read = ocr.OcrPassage(as_scanned(LETTER, 0.01), {"page": 1, "box": "1 2 3 4"})
    chunks.append(shelf.index, number, hashlib.sha256(b"scan").digest(), [read])
    assert shelf.together() == [{"letter.docx", "scan.pdf"}]


PHASH = 0x5A3C_96F0_0F69_C3A5


def flipped(bits: int) -> int:
    return PHASH ^ sum(1 << 7 * bit for bit in range(bits))


def see(shelf: Shelf, cosine: Callable[[int], float], numbers: Sequence[int]) -> None:
    """Give each picture a vector with this cosine to that of the first."""
    space = vectors.ensure_space(shelf.index, "seen", "image", "clip", 2)
    for number in numbers:
        view = shelf.index.execute("SELECT id FROM chunk WHERE file_id = ? AND picture IS NOT NULL", (number,)).get
        near = cosine(number)
        vectors.put(shelf.index, space.id, [view], np.array([[near, (1 - near**2) ** 0.5]], dtype=np.float32))


@pytest.mark.parametrize(("bits", "cosine", "same"), [
    (0, None, True), (4, None, True), (5, None, False), (4, 0.8, True), (4, 0.5, False), (8, 0.95, True),
    (8, 0.8, False), (9, 1.0, False),
])
def test_pictures_are_one_by_hash_and_vector(shelf: Shelf, bits: int, cosine: float | None, same: bool) -> None:
    one, other = shelf.put_picture("/r/a.jpg", PHASH), shelf.put_picture("/r/b.png", flipped(bits))
    if cosine is not None:
        see(shelf, lambda number: 1.0 if number == one else cosine, [one, other])
    assert shelf.together() == ([{"a.jpg", "b.png"}] if same else [])
    assert group(shelf.index, [one, other]) == ([[other, one]] if same else [[one], [other]])
    if same:
        assert [member.alike for member in shelf.families()[0].members] == [None, "same picture"]


def test_screenshots_that_look_alike_are_told_apart_by_the_text_in_them(shelf: Shelf) -> None:
    one = shelf.put_picture("/r/1.png", PHASH, "Inbox of Anna: the boiler is serviced on Monday, please be at home")
    other = shelf.put_picture("/r/2.png", PHASH, "Draft to Peter: the tickets for the ferry are paid, see you there")
    assert len(group(shelf.index, [one, other])) == 2
    shelf.put_picture("/r/2.png", flipped(1), "Inbox of Anna: the boiler is serviced on Monday, please be at home")
    assert len(group(shelf.index, [one, other])) == 1


def test_pictures_whose_text_is_unread_must_look_more_alike(shelf: Shelf) -> None:
    one, other = shelf.put_picture("/r/a.jpg", PHASH), shelf.put_picture("/r/b.jpg", flipped(6))
    see(shelf, lambda number: 1.0, [one, other])
    assert len(group(shelf.index, [one, other])) == 1
    with transaction(shelf.index):
        ocr.want(shelf.index, other, (ocr.PICTURE,))
    assert len(group(shelf.index, [one, other])) == 2


def test_blank_pictures_are_one_only_when_they_are_equal_files(shelf: Shelf) -> None:
    for name in ("a.png", "b.png"):
        shelf.put_picture(f"/r/{name}", 0)
    assert shelf.together() == []
