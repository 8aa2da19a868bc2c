from __future__ import annotations

import errno
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.safe_xml import parse_xml
from indexer.extract.source import Budget, Source, open_zip, read_bounded

BOMB_XML = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


def code(error: pytest.ExceptionInfo[KnownError]) -> str:
    return error.value.code


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read_one(data: bytes, name: str, budget: Budget | None = None, limit: int = limits.MEMBER_BYTES) -> bytes:
    with open_zip(Source.of_bytes("a.zip", data), budget or Budget()) as archive:
        return archive.read(name, limit)


def test_a_file_and_a_member_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0123456789")
    for source in (Source.of_file(path), Source.of_bytes("folder\\sub/a.txt", b"0123456789")):
        assert (source.name, source.size) == ("a.txt", 10)
        assert source.read(10) == b"0123456789"
        assert source.head(4) == b"0123"
        with source.open() as stream:
            stream.seek(8)
            assert stream.read() == b"89"
        with pytest.raises(KnownError) as error:
            source.read(9)
        assert code(error) == "too_large"


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "fifo")
    for name, expected in (("link", "link"), ("fifo", "special"), (".", "special")):
        with pytest.raises(KnownError) as error:
            Source.of_file(tmp_path / name)
        assert code(error) == expected
    with pytest.raises(FileNotFoundError):
        Source.of_file(tmp_path / "missing")


def test_a_socket_is_special(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENXIO, "no such device")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(KnownError) as error:
        Source.of_file(tmp_path / "socket")
    assert code(error) == "special"


def test_a_change_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    source = Source.of_file(path)
    source.check_unchanged()
    path.write_text("after, longer")
    with pytest.raises(KnownError) as error:
        source.check_unchanged()
    assert code(error) == "changing"
    path.unlink()
    with pytest.raises(KnownError) as error:
        source.check_unchanged()
    assert code(error) == "vanished"


def test_another_file_in_its_place_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    source = Source.of_file(path)
    (tmp_path / "b.txt").write_text("not mine")
    (tmp_path / "b.txt").replace(path)
    with pytest.raises(KnownError) as error:
        source.open()
    assert code(error) == "changing"


def test_the_budget_is_shared_with_members_and_ends_in_depth() -> None:
    budget = Budget.of(depth=2, members=2, characters=10)
    inner = budget.deeper()
    assert inner.take_text("abcdef") == "abcdef"
    assert not budget.full
    assert budget.take_text("ghijkl") == "ghij"
    assert budget.full
    assert inner.full
    inner.take_member()
    budget.take_member()
    with pytest.raises(KnownError) as error:
        inner.take_member()
    assert code(error) == "too_large"
    with pytest.raises(KnownError) as error:
        inner.deeper().deeper()
    assert code(error) == "hostile"


def test_time_fills_the_budget() -> None:
    assert Budget.of(seconds=-1).full
    assert not Budget.of(seconds=60).full


def test_zip_names_and_members() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("folder/", "")
        archive.writestr("folder/a.txt", "one")
        archive.writestr("/word\\b.txt", "two")
    source = Source.of_bytes("a.zip", buffer.getvalue())
    with open_zip(source, Budget()) as archive:
        assert archive.names() == ["folder/a.txt", "word/b.txt"]
        assert archive.read("word/b.txt") == b"two"
        with pytest.raises(KnownError) as error:
            archive.read("missing")
    assert code(error) == "damaged"


def test_a_name_in_utf_8_without_the_flag_is_read() -> None:
    data = zipped(**{"AAA.txt": b"x"})
    with open_zip(Source.of_bytes("a.zip", data.replace(b"AAA", "é!".encode())), Budget()) as archive:
        assert archive.names() == ["é!.txt"]


def test_a_bomb_is_refused_by_its_ratio() -> None:
    data = zipped(**{"bomb.txt": b"\x00" * (limits.RATIO_FLOOR_BYTES + limits.MIB)})
    with pytest.raises(KnownError) as error:
        read_one(data, "bomb.txt")
    assert code(error) == "hostile"


def test_a_false_size_in_the_header_does_not_help() -> None:
    size = limits.RATIO_FLOOR_BYTES + limits.MIB
    data = zipped(**{"bomb.txt": b"\x00" * size}).replace(struct.pack("<I", size), struct.pack("<I", 10))
    with pytest.raises(KnownError) as error:
        read_one(data, "bomb.txt")
    # Either the bytes are counted or the size disagrees with the content; never are they all unpacked.
    assert code(error) in ("hostile", "damaged")


def test_all_members_together_are_bounded() -> None:
    budget = Budget.of(unpacked=15)
    data = zipped(a=b"0123456789", b=b"0123456789")
    assert read_one(data, "a", budget) == b"0123456789"
    with pytest.raises(KnownError) as error:
        read_one(data, "b", budget)
    assert code(error) == "too_large"
    assert budget.full
    with pytest.raises(KnownError) as error:
        read_one(data, "a", limit=9)
    assert code(error) == "too_large"


def test_encrypted_truncated_and_broken_zips() -> None:
    data = zipped(a=b"hello " * 100)
    encrypted = bytearray(data)
    encrypted[data.index(b"PK\x01\x02") + 8] |= 1
    broken = bytearray(data)
    broken[35:45] = b"\xff" * 10
    for bad, expected in ((bytes(encrypted), "encrypted"), (data[:-30], "damaged"), (bytes(broken), "damaged")):
        with pytest.raises(KnownError) as error:
            read_one(bad, "a")
        assert code(error) == expected


def test_an_unknown_packing_method() -> None:
    data = bytearray(zipped(a=b"hello " * 100))
    data[8:10] = b"\x63\x00"
    data[data.index(b"PK\x01\x02") + 10 : data.index(b"PK\x01\x02") + 12] = b"\x63\x00"
    with pytest.raises(KnownError) as error:
        read_one(bytes(data), "a")
    assert code(error) == "unsupported"


def test_read_bounded_without_a_packed_size_has_no_ratio() -> None:
    size = limits.RATIO_FLOOR_BYTES + limits.MIB
    assert len(read_bounded(io.BytesIO(b"\x00" * size), Budget(), packed=None)) == size


def test_xml_without_entities() -> None:
    assert parse_xml(b"<a><b>x</b></a>").findtext("b") == "x"
    assert parse_xml('<!DOCTYPE a SYSTEM "a.dtd"><a/>', allow_doctype=True).tag == "a"
    for bad, expected in (
        (BOMB_XML, "hostile"),
        (b'<!DOCTYPE a SYSTEM "a.dtd"><a/>', "hostile"),
        (b"<a><b></a>", "damaged"),
        (b"", "damaged"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "damaged"),
        (b"<a>\xff</a>", "damaged"),
    ):
        with pytest.raises(KnownError) as error:
            parse_xml(bad)
        assert code(error) == expected, bad
    with pytest.raises(KnownError) as error:
        parse_xml(BOMB_XML, allow_doctype=True)
    assert code(error) == "hostile"
