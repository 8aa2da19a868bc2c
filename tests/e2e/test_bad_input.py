"""Files and folders that do harm elsewhere: each has its code and plain words, and everything else is indexed."""

from __future__ import annotations

import os
import socket
import stat
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from tests.helpers.command import Hunch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes FIFOs, devices and names that Windows has not")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "good.txt").write_text("The boiler was serviced by Mr Aldous in March.", encoding="utf-8")
    (folder / "empty.md").touch()
    (folder / "nul.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "cut.docx").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    (folder / "loop.pdf").write_bytes(_PDF_LOOP)
    _encrypted_pdf(folder / "secret.pdf")
    _office(folder / "entities.docx", _BILLION_LAUGHS)
    _bomb(folder / "bomb.zip")
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(500 << 20)
    (folder / "inside").mkdir()
    (folder / "inside" / "self").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket.txt"))
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("A name that is not UTF-8, about lighthouses.", encoding="utf-8")
    return folder


def test_each_has_its_code_and_the_rest_is_indexed(folder: Path, hunch: Hunch) -> None:
    hunch.run("index", folder)
    found = {Path(problem["path"]).name: problem for problem in hunch.json("problems")}
    codes = {name: problem["code"] for name, problem in found.items()}
    assert codes == {
        "empty.md": "empty", "nul.txt": "binary", "cut.docx": "damaged", "loop.pdf": codes.get("loop.pdf"),
        "secret.pdf": "encrypted", "entities.docx": "hostile", "bomb.zip": "hostile", "huge.txt": "too_large",
        "self": "link", "dangling.txt": "link", "pipe.txt": "special", "socket.txt": "special",
        "caf\udce9.txt": "bad_name",
    }
    assert codes["loop.pdf"] in ("damaged", "no_text")
    assert all(problem["title"] for problem in found.values())
    assert hunch.names("boiler service")[0] == "good.txt"
    assert hunch.names("lighthouses")[:1] == ["caf\udce9.txt"]
    shown = hunch.run("problems").stdout
    assert "secret.pdf" in shown
    assert "password" in shown


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make devices")
def test_a_device_is_never_opened(tmp_path: Path, hunch: Hunch) -> None:
    folder = tmp_path / "devices"
    folder.mkdir()
    os.mknod(folder / "zero.txt", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    hunch.run("index", folder)
    assert [problem["code"] for problem in hunch.json("problems")] == ["special"]


def test_a_second_run_touches_only_what_changed(folder: Path, hunch: Hunch) -> None:
    long_ago = time.time() - 100
    for path in folder.iterdir():
        if path.is_file() and not path.is_symlink():
            os.utime(path, (long_ago, long_ago))
    hunch.run("index", folder)
    before = _attempts(hunch)
    (folder / "good.txt").write_text("Now about otters.", encoding="utf-8")
    hunch.run("index", folder)
    after = _attempts(hunch)
    assert {name for name in after if after[name] != before[name]} == {"good.txt"}
    assert hunch.names("otters")[0] == "good.txt"
    assert "boiler" not in hunch.json("search", "boiler")["hits"][0]["snippet"]


def test_what_is_deleted_is_forgotten_and_what_moves_is_not_read_again(folder: Path, hunch: Hunch) -> None:
    hunch.run("index", folder)
    (folder / "inside" / "deep").mkdir()
    (folder / "good.txt").rename(folder / "inside" / "deep" / "renamed.txt")
    (folder / "empty.md").unlink()
    before = _attempts(hunch)["good.txt"]
    hunch.run("index")
    after = _attempts(hunch)
    assert after["renamed.txt"] == before
    assert "empty.md" not in after
    assert hunch.names("boiler")[0] == "renamed.txt"


def test_a_missing_folder_keeps_its_files(folder: Path, hunch: Hunch) -> None:
    hunch.run("index", folder)
    folder.rename(folder.with_name("unplugged"))
    told = hunch.run("index").stderr
    assert "not there" in told
    assert hunch.names("boiler")[0] == "good.txt"
    assert hunch.json("status")["roots"][0]["missing"] is True
    folder.with_name("unplugged").rename(folder)
    hunch.run("index")
    assert hunch.json("status")["roots"][0]["missing"] is False


@pytest.mark.parametrize("damage", ["garbage", "truncated", "newer", "foreign"])
def test_an_index_that_cannot_be_used_is_put_aside_and_built_again(damage: str, folder: Path, hunch: Hunch) -> None:
    hunch.run("index", folder)
    _damage(hunch.index_db, damage)
    kept = hunch.index_db.read_bytes()
    told = hunch.run("index").stderr
    (aside,) = hunch.data_dir.glob("index.damaged-*.db")
    assert aside.name in told
    assert aside.read_bytes() == kept
    assert hunch.names("boiler")[0] == "good.txt"


def test_a_damaged_list_of_folders_is_made_again_from_the_index(folder: Path, hunch: Hunch) -> None:
    hunch.run("index", folder)
    user_db = hunch.data_dir / "user.db"
    user_db.write_bytes(b"no database at all" * 1000)
    assert "user.damaged-" in hunch.run("index").stderr
    hunch.index_db.unlink()
    hunch.run("index")
    assert hunch.names("boiler")[0] == "good.txt"


def _attempts(hunch: Hunch) -> dict[str, Any]:
    """By file name: how often it was tried, and when last."""
    from indexer.store.connection import open_reader

    connection = open_reader(hunch.index_db)
    try:
        return {str(name): rest for name, *rest in connection.execute("SELECT name, attempts, tried_ns, id FROM file")}
    finally:
        connection.close()


def _damage(path: Path, how: str) -> None:
    if how == "garbage":
        path.write_bytes(b"no database at all" * 1000)
    elif how == "truncated":
        os.truncate(path, path.stat().st_size // 3)
    else:
        import apsw

        connection = apsw.Connection(str(path))
        connection.pragma("user_version" if how == "newer" else "application_id", 99)
        connection.pragma("wal_checkpoint(TRUNCATE)")
        connection.close()


def _encrypted_pdf(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("sesame")
    writer.write(path)


def _office(path: Path, document: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
                         b'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
        archive.writestr("word/document.xml", document)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * (200 << 20))


_BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;</w:t>
</w:r></w:p></w:body></w:document>"""
_PDF_LOOP = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >> endobj
trailer << /Root 1 0 R /Size 3 >>
%%EOF
"""
