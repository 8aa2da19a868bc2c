"""Bytes of a text file to text, whatever encoding a program once chose."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

from indexer.errors import KnownError

_SAMPLE_BYTES = 64 * 1024
"""Bytes looked at to tell text from data and to guess an encoding."""
_GUESS_BYTES = 16 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "mac_roman", "cp437", "cp850")
_GUESSED = [
    *_WESTERN, "cp1251", "cp1253", "cp1255", "cp1256", "cp874", "koi8_r", "cp866",
    "cp932", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_NUL_RUN = re.compile(rb"\x00{16,}")
_ISO_2022 = re.compile(rb"\x1b(?:\$[@B]|\([BJ])")
_CONTROL_SHARE = 0.05
_UPPER_BYTES_SHARE = 0.9
_NOT_ASCII = re.compile(rb"[\x80-\xff]++")
_AROUND = 100
"""Bytes kept on each side of one that is not ASCII."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; bytes that mean nothing become U+FFFD, a character cut off at the end is left out.

    Tried in order: byte order mark, strict UTF-8, ``declared`` (by the file itself), UTF-16 and UTF-32 by the place
    of their NULs, a guess over a sample, cp1252 and at last latin-1. Raises KnownError ``binary``.
    """
    for bom, marked in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(marked, "replace")
    sample = data[:_SAMPLE_BYTES]
    wide = _wide_without_bom(sample)
    if wide:
        return data.decode(wide, "replace")
    if _is_binary(sample):
        raise KnownError("binary", "It holds data of a program, not text.")
    if b"\x1b" in sample and _ISO_2022.search(sample):
        return data.decode("iso2022_jp_2", "replace")
    text = _utf_8(data)
    if text is not None:
        return text
    for name in (declared, _guess(data), "cp1252"):
        text = _strict(data, name)
        if text is not None:
            return text
    return data.decode("latin-1")


def _utf_8(data: bytes) -> str | None:
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A few stray bytes in a large UTF-8 file must not garble all of it.
    bad = text.count("\ufffd")
    good = len(data) - len(text)
    return text if good > 20 * bad else None


def _wide_without_bom(sample: bytes) -> str | None:
    sample = sample[: len(sample) // 4 * 4]
    quarter = len(sample) // 4
    if not quarter or b"\x00" not in sample:
        return None
    zeros = [sample[place::4].count(0) / quarter for place in range(4)]
    if min(zeros[2:]) > 0.95 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:2]) > 0.95 and zeros[3] < 0.1:
        return "utf-32-be"
    odd, even = _upper_byte_score(sample[1::2]), _upper_byte_score(sample[::2])
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(odd, even)[0] < _UPPER_BYTES_SHARE:
        return None
    # Tables of 16-bit numbers look alike, but hold many control characters.
    text = sample.decode(name, "replace")
    controls = sum(not (c.isprintable() or c in "\t\n\r\x0c") for c in text)
    return name if controls <= _CONTROL_SHARE * len(text) else None


def _upper_byte_score(data: bytes) -> tuple[float, int]:
    """Upper bytes of UTF-16 are few: the alphabet's, and zero for spaces and marks."""
    counts = Counter(data)
    return sum(count for _, count in counts.most_common(3)) / len(data), counts[0]


def _is_binary(sample: bytes) -> bool:
    # Logs are padded with NULs after a crash; that alone does not make them data.
    kept = _NUL_RUN.sub(b"", sample)
    return (bool(sample) and not kept) or len(_CONTROL.findall(kept)) > 2 + _CONTROL_SHARE * len(kept)


def _guess(data: bytes) -> str | None:
    # ASCII lines say nothing about the encoding; the few others may stand anywhere.
    lines: list[bytes] = []
    size = end = 0
    for match in _NOT_ASCII.finditer(data, 0, 16 * _SAMPLE_BYTES):
        if match.start() < end:
            continue
        end = match.end() + _AROUND
        # From line break to line break: cutting a two-byte character in half would mislead.
        start = max(data.rfind(b"\n", 0, match.start()) + 1, match.start() - 10 * _AROUND)
        end = data.find(b"\n", end, end + 10 * _AROUND) if b"\n" in data[end : end + 10 * _AROUND] else end
        lines.append(data[start:end])
        size += end - start
        if size > _GUESS_BYTES:
            break
    matches = from_bytes(b"\n".join(lines), cp_isolation=_GUESSED, steps=5, chunk_size=512)
    best = matches.best()
    if best is None:
        return None
    if best.encoding not in _WESTERN:
        return best.encoding
    # On a short text these look equally good; the commonest is the likeliest.
    alike = {match.encoding for match in matches if match.chaos <= best.chaos and match.coherence >= best.coherence}
    return next(name for name in _WESTERN if name in alike)


def _strict(data: bytes, name: str | None) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)().decode(data) if name else None
    except (UnicodeError, LookupError, ValueError):
        return None
