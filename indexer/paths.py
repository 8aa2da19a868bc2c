"""File names as the database and a person see them.

A POSIX name is bytes; Python shows the ones that are not UTF-8 as lone surrogates (PEP 383), which SQLite's TEXT
cannot hold. Such a byte is kept as one private-use character, U+F700 plus the byte; those characters, where a
name really holds them, are kept byte by byte in the same way, so the mapping is reversible.
"""

from __future__ import annotations

import unicodedata

_BASE = 0xF700
_FIRST, _LAST = _BASE + 0x80, _BASE + 0xFF


def to_text(path: str) -> str:
    """The path as valid Unicode for the database and for messages. Inverse of ``from_text``."""
    if path.isascii():
        return path
    return "".join(_escape(character) for character in path)


def from_text(text: str) -> str:
    """The path the operating system knows, with surrogate escapes where the name is not UTF-8."""
    if text.isascii():
        return text
    raw = b"".join(
        bytes([ord(character) - _BASE]) if _FIRST <= ord(character) <= _LAST else character.encode()
        for character in text
    )
    return raw.decode("utf-8", "surrogateescape")


def is_plain(path: str) -> bool:
    """Whether the name is valid text, so that every program shows it alike."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def display(text: str) -> str:
    """A database path for a terminal or window: bytes that are no text become U+FFFD, control characters too."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if _FIRST <= ord(c) <= _LAST or not c.isprintable() else c for c in text
    )


def separator_of(path: str) -> str:
    """What stands between the parts of an absolute path, which may be of another system than ours."""
    return "\\" if path[1:3] == ":\\" or path.startswith("\\\\") else "/"


def fold(text: str) -> str:
    """Text for comparing as people do: without case, accents or compatibility forms."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _escape(character: str) -> str:
    point = ord(character)
    if 0xDC80 <= point <= 0xDCFF:
        return chr(point - 0xDC00 + _BASE)
    if _FIRST <= point <= _LAST:
        return "".join(chr(_BASE + byte) for byte in character.encode())
    return character
