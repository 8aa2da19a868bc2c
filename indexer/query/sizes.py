"""Sizes as people write them: ``>10mb``, ``<1k``, ``1mb..5mb``, ``2.5 GB``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_BINARY = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}
_LARGEST = 2**62
"""Of what the database can compare."""
_SIZE = re.compile(r"(\d{1,15})(?:[.,](\d{1,6}))?([kmgt]?)(i?)b?")
_LIMITED = re.compile(r"(<=|>=|<|>|≤|≥)(.+)")


@dataclass(frozen=True, slots=True)
class Bytes:
    """Sizes in [least, below) bytes; None: no limit."""

    least: int | None
    below: int | None


def size_named(text: str) -> Bytes | None:
    """The sizes meant, None when it cannot be told. A size alone means what is rounded to it: 10mb is 9.5 to 10.5."""
    wanted = "".join(text.lower().split())
    first, dots, last = wanted.partition("..")
    if dots:
        least, most = _size(first), _size(last)
        if (first and not least) or (last and not most) or not (first or last):
            return None
        return Bytes(least[0] if least else None, most[0] + 1 if most else None)
    limited = _LIMITED.fullmatch(wanted)
    found = _size(limited[2] if limited else wanted)
    if found is None:
        return None
    size, half = found
    match limited and limited[1]:
        case ">":
            return Bytes(size + 1, None)
        case ">=" | "≥":
            return Bytes(size, None)
        case "<":
            return Bytes(None, size)
        case "<=" | "≤":
            return Bytes(None, size + 1)
        case _:
            return Bytes(size - half, size + half + 1)


def _size(text: str) -> tuple[int, int] | None:
    """Bytes, and half of the last digit's worth."""
    found = _SIZE.fullmatch(text)
    if found is None:
        return None
    whole, fraction, unit, binary = found.groups(default="")
    factor = (_BINARY if binary else _UNITS)[unit]
    scale = 10 ** len(fraction)
    size = min(int(whole + fraction) * factor // scale, _LARGEST)
    return size, 0 if size == 0 else factor // scale // 2
