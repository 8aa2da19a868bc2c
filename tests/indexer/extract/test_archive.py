from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.archive import read_archive
from indexer.extract.document import Document
from indexer.extract.source import Budget, Source

RTF = b"{\\rtf1 warm water}"


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: dict[str, bytes], *special: tarfile.TarInfo) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for info in special:
            archive.addfile(info)
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def read(name: str, data: bytes, budget: Budget | None = None) -> Document:
    return read_archive(Source.of_bytes(name, data), budget or Budget())


def failure(name: str, data: bytes, budget: Budget | None = None) -> str:
    with pytest.raises(KnownError) as error:
        read(name, data, budget)
    return error.value.code


def places(document: Document) -> list[tuple[str, object]]:
    return [(block.text, block.locator.get("member")) for block in document.blocks]


TAR = tarred({"notes/a.rtf": RTF})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"notes/a.rtf": RTF})),
        ("a.tar", TAR),
        ("a.tar.gz", gzip.compress(TAR)),
        ("a.tgz", gzip.compress(TAR)),
        ("a.tar.bz2", bz2.compress(TAR)),
        ("a.tar.xz", lzma.compress(TAR)),
        ("no-suffix", gzip.compress(TAR)),
    ],
)
def test_members_are_read_in_every_packing(name: str, data: bytes) -> None:
    document = read(name, data)
    assert places(document) == [("a.rtf", "notes/a.rtf"), ("warm water", "notes/a.rtf")]
    assert document.blocks[0].kind == "heading"


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_single_packed_file(suffix: str, pack: object) -> None:
    assert callable(pack)
    assert places(read(f"a.rtf.{suffix}", pack(RTF)))[1] == ("warm water", "a.rtf")


def test_archives_in_archives_up_to_a_depth() -> None:
    data, name = RTF, "a.rtf"
    for _ in range(limits.DEPTH):
        data, name = zipped({name: data}), "in.zip"
    blocks = read("a.zip", data).blocks
    assert blocks[-1].text == "warm water"
    assert blocks[-1].locator["member"] == "in.zip/in.zip/in.zip/a.rtf"
    deeper = zipped({"in.zip": zipped({"in.zip": data})})
    document = read("a.zip", deeper)
    assert "warm water" not in [block.text for block in document.blocks]
    assert "hostile" in [note.code for note in document.notes]


def test_an_archive_that_holds_many_copies_of_a_bomb() -> None:
    bomb = zipped({"zeros.txt": b"\x00" * (limits.RATIO_FLOOR_BYTES + limits.MIB)})
    document = read("a.zip", zipped({"1.zip": bomb, "2.zip": bomb, "good.rtf": RTF}))
    assert "warm water" in [block.text for block in document.blocks]
    assert [note.code for note in document.notes] == ["hostile", "hostile"]
    assert failure("a.zip", bomb) == "hostile"
    assert failure("a.gz", gzip.compress(b"\x00" * (limits.RATIO_FLOOR_BYTES + limits.MIB))) == "hostile"
    tar = tarred({"zeros.png": b"\x00" * (limits.RATIO_FLOOR_BYTES + limits.MIB)})
    assert failure("a.tgz", gzip.compress(tar)) == "hostile"


def test_many_members_are_bounded() -> None:
    many = {f"{index}.rtf": RTF for index in range(20)}
    for name, data in (("a.zip", zipped(many)), ("a.tar", tarred(many))):
        budget = Budget.of(members=10)
        document = read(name, data, budget)
        assert sum(block.text == "warm water" for block in document.blocks) <= 10
        assert {note.code for note in document.notes} == {"too_large"}
        assert budget.full


def test_what_fits_of_a_large_archive_is_read() -> None:
    members = {"a.rtf": RTF, "b.txt": b"0123456789" * 100}
    for name, data in (
        ("a.zip", zipped(members)),
        ("a.tar", tarred(members)),
        ("a.tgz", gzip.compress(tarred(members))),
    ):
        budget = Budget.of(unpacked=200)
        assert ("warm water", "a.rtf") in places(read(name, data, budget))
        assert budget.full


def test_links_devices_and_absolute_names_of_a_tar() -> None:
    link = tarfile.TarInfo("link.rtf")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard = tarfile.TarInfo("hard.rtf")
    hard.type, hard.linkname = tarfile.LNKTYPE, "../../etc/passwd"
    device = tarfile.TarInfo("device.rtf")
    device.type = tarfile.CHRTYPE
    fifo = tarfile.TarInfo("fifo.rtf")
    fifo.type = tarfile.FIFOTYPE
    document = read("a.tar", tarred({"/abs/a.rtf": RTF, "../up.rtf": RTF}, link, hard, device, fifo))
    assert [member for _, member in places(document)] == ["abs/a.rtf", "abs/a.rtf", "../up.rtf", "../up.rtf"]


def test_encrypted_members() -> None:
    data = bytearray(zipped({"a.rtf": RTF, "b.rtf": RTF}))
    first = data.index(b"PK\x01\x02")
    data[first + 8] |= 1
    document = read("a.zip", bytes(data))
    assert ("warm water", "b.rtf") in places(document)
    assert [note.code for note in document.notes] == ["encrypted"]
    assert document.blocks[-1].text == "a.rtf"
    data[data.index(b"PK\x01\x02", first + 4) + 8] |= 1
    assert failure("a.zip", bytes(data)) == "encrypted"


def test_names_of_members_without_text_are_listed() -> None:
    document = read("a.zip", zipped({"photos/lake.jpg": b"x", "tool.exe": b"MZ\x00", "__MACOSX/._a": b"x"}))
    assert places(document) == [("photos/lake.jpg\ntool.exe", None)]
    assert document.notes == []


def test_damaged_archives() -> None:
    whole = zipped({"a.rtf": RTF})
    assert failure("a.zip", whole[:-30]) == "damaged"
    assert failure("a.gz", gzip.compress(RTF * 1000)[:-10]) == "damaged"
    assert failure("a.bz2", b"BZh9" + b"\x00" * 100) == "damaged"
    assert failure("a.xz", b"\xfd7zXZ\x00" + b"\x00" * 100) == "damaged"
    assert failure("a.tar", b"\x01" * 2000) == "damaged"
    assert failure("a.zip", b"nothing of the kind") == "damaged"
    assert failure("a.zip", zipped({})) == "empty"
    cut = tarred({"a.rtf": RTF, "b.rtf": RTF * 1000})[:3000]
    document = read("a.tar", cut)
    assert ("warm water", "a.rtf") in places(document)
    assert "damaged" in [note.code for note in document.notes]


def test_archives_hunch_does_not_open() -> None:
    assert failure("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\x00" * 30) == "unsupported"
    assert failure("a.rar", b"Rar!\x1a\x07\x00" + b"\x00" * 30) == "unsupported"


def test_a_full_budget_ends_the_reading() -> None:
    budget = Budget.of(characters=30)
    document = read("a.zip", zipped({f"{index}.rtf": RTF for index in range(100)}), budget)
    assert budget.full
    assert sum(len(block.text) for block in document.blocks) == 30
