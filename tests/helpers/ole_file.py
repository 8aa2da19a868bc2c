"""Writes OLE compound files (version 3) for tests, after [MS-CFB]."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI = 512, 64
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_CUTOFF = 4096


@dataclass
class _Entry:
    name: str
    data: bytes | None = None
    children: list[int] = field(default_factory=list)
    start: int = _END
    size: int = 0


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file; ``/`` in a name makes a storage."""
    entries = [_Entry("Root Entry")]
    for path, data in streams.items():
        parent = 0
        *folders, name = path.split("/")
        for folder in folders:
            found = next((i for i in entries[parent].children if entries[i].name == folder), None)
            if found is None:
                found = len(entries)
                entries.append(_Entry(folder))
                entries[parent].children.append(found)
            parent = found
        entries[parent].children.append(len(entries))
        entries.append(_Entry(name, data))
    mini, sectors = bytearray(), bytearray()
    mini_fat: list[int] = []
    fat: list[int] = []
    for entry in entries:
        if entry.data is None:
            continue
        entry.size = len(entry.data)
        if not entry.data:
            continue
        if entry.size < _CUTOFF:
            entry.start = _append(mini, mini_fat, entry.data, _MINI)
        else:
            entry.start = _append(sectors, fat, entry.data, _SECTOR)
    if mini:
        entries[0].size = len(mini)
        entries[0].start = _append(sectors, fat, bytes(mini), _SECTOR)
    packed_mini_fat = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    packed_mini_fat += b"\xff" * (-len(packed_mini_fat) % _SECTOR)
    mini_fat_start = _append(sectors, fat, packed_mini_fat, _SECTOR) if mini_fat else _END
    directory = b"".join(_packed(entry, number, entries) for number, entry in enumerate(entries))
    directory_start = _append(sectors, fat, directory, _SECTOR)
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    first_fat = len(fat)
    fat += [_FAT] * count
    fat += [_FREE] * (count * 128 - len(fat))
    sectors += struct.pack(f"<{len(fat)}I", *fat)
    places = [first_fat + i for i in range(count)] + [_FREE] * (109 - count)
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory_start, 0, _CUTOFF, mini_fat_start, len(packed_mini_fat) // _SECTOR, _END, 0,
        *places,
    )  # fmt: skip
    return header + bytes(sectors)


def _append(area: bytearray, chain: list[int], data: bytes, unit: int) -> int:
    start = len(chain)
    area += data + b"\x00" * (-len(data) % unit)
    end = len(area) // unit
    chain += [*range(start + 1, end), _END]
    return start


def _packed(entry: _Entry, number: int, entries: list[_Entry]) -> bytes:
    siblings = next((each.children for each in entries if number in each.children), [])
    right = _FREE
    if number in siblings and siblings.index(number) + 1 < len(siblings):
        # A tree that is a list to the right: valid for a reader, if not balanced.
        right = siblings[siblings.index(number) + 1]
    name = entry.name.encode("utf-16-le")
    kind = 5 if number == 0 else 1 if entry.data is None else 2
    child = entry.children[0] if entry.children else _FREE
    return struct.pack(
        "<64sHBBIII16xI16xIQ",
        name, len(name) + 2, kind, 1, _FREE, right, child, 0, entry.start, entry.size,
    )  # fmt: skip
