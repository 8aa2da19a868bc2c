"""What in a text names one thing: numbers of things, codes, addresses, symbols of programs; and the keys they are
found by, however they were typed or read.

``key`` is a text's letters and digits alone, what OCR and people confuse folded into one; ``keys`` are those a text is
indexed by, through the SQL function ``hunch_identifiers``. A key begins at every part of an identifier and runs on over
the parts that follow, up to ``LENGTH`` characters, so that a query is found as the key itself or as its beginning.
Pure. The index holds what ``keys`` once returned: changing that needs a migration that fills its tables anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LENGTH = 16
"""Characters of a key that are kept; what follows is compared in the text itself."""
LEAST = 4
"""Characters below which a key names nothing."""
TAIL = 8
"""Last digits of a telephone number, by which it is found with and without the code of its country."""

CONFUSED = {"0": "OQD", "1": "IL", "2": "Z", "5": "S", "6": "G", "8": "B"}
"""Letters taken for a digit, in either case. No two digits are one: numbers of a series differ in a single digit."""
JOINED = {"RN": "M", "VV": "W"}
"""Letters that together are taken for another one."""

# Cyrillic and Greek capitals that look like Latin ones: in codes nobody can tell which was typed.
_ALIKE = dict(zip("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJSABEZHIKMNOPTYX", strict=True))
_PLAIN = str.maketrans(_ALIKE | {small.lower(): latin.lower() for small, latin in _ALIKE.items()})
_FOLDED = str.maketrans({letter: digit for digit, letters in CONFUSED.items() for letter in letters})

# Latin, Greek, Cyrillic, Hebrew and Arabic letters; those of scripts without spaces end an identifier.
_ATOM = re.compile("[0-9A-Za-z\u0370-\u06ff]+")
_NOT_KEY = re.compile("[^0-9A-Z\u0370-\u06ff]+")
_RUN = re.compile(
    r"[^ \n]*?[0-9][^ \n]*"
    r"(?: (?:[-–—/] )?(?:[^ \n]*?[0-9][^ \n]*|[OQDIlLSBZG|]{1,3}(?![^ \n])|[A-Z]{1,4}(?= [^ \n]*?[0-9])))*"
)
"""Words with a digit, side by side, with what may stand between them."""
_BEFORE = re.compile(r"(?<![^ \n])\(?[A-Z]{1,5}(?:-[A-Z]{1,4})? \Z")
_BEFORE_LENGTH = 13
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+|[A-Za-z][a-z0-9]*(?:[A-Z]+[a-z0-9]+){2,}[A-Z]*")
_SPECIAL = re.compile(r"[A-Z_@](?:(?<=[a-z0-9][A-Z])|(?<=[_@]))")
"""A hump, an underscore or an at sign."""
_TIGHT = re.compile(r"[-‐‑–—_./\\:,'’+*#&@=~|]")
_LOOSE = re.compile(r"[ )(/–—-]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile("[0-9]")
_WORD = re.compile(r"[^ \n]+")
_FOREIGN = re.compile("[^\x00-\x7f]+")
_LEAST_DIGITS = 3
_OPENING = " )("
_TELEPHONE = range(9, 16)
_TAIL_MARK = "L"
"""No key with a digit holds this letter, which is folded."""


def plain(text: str) -> str:
    """Latin letters without accents, digits of all scripts as 0-9, letters that look Latin as Latin."""
    return text if text.isascii() else _FOREIGN.sub(_plain, text)


def _plain(part: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", part.group())
    letters = (c for c in decomposed if not unicodedata.combining(c))
    return "".join(str(unicodedata.decimal(c, c)) for c in letters).translate(_PLAIN)


def key(text: str) -> str:
    """The key of a whole identifier, uncut; of a symbol, which has no digit and is no address, nothing is folded."""
    flat = plain(text)
    letters = _NOT_KEY.sub("", flat.upper())
    if "@" not in flat and not _DIGIT.search(letters):
        return letters
    for pair, single in JOINED.items():
        letters = letters.replace(pair, single)
    return letters.translate(_FOLDED)


def tail_key(text: str) -> str | None:
    """The key all ways to write a telephone number have in common; None when ``text`` is none."""
    flat = plain(text).strip("( ")
    digits = _NOT_KEY.sub("", flat.upper()).translate(_FOLDED)
    if len(digits) not in _TELEPHONE or not digits.isdigit() or not flat.startswith(("+", "0", "O", "o")):
        return None
    return _TAIL_MARK + digits[-TAIL:]


def keys(text: str) -> str:
    """The keys of everything in ``text`` that may name one thing, each once, joined by spaces."""
    flat = plain(text)
    for space in "\t\r\f\v":
        flat = flat.replace(space, "\n")
    found: dict[str, None] = {}
    for run in _runs(flat):
        found.update(dict.fromkeys(_of_run(run)))
    for word in _words_with(_SPECIAL, flat):
        for name in (_ADDRESS if "@" in word else _SYMBOL).findall(word):
            found[key(name)[:LENGTH]] = None
    return " ".join(found)


def _runs(text: str) -> Iterator[str]:
    end = 0
    while digit := _DIGIT.search(text, end):
        start = _start_of_word(text, digit.start())
        run = _RUN.match(text, start)
        assert run is not None
        before = _BEFORE.search(text, max(end, start - _BEFORE_LENGTH), start)
        yield text[before.start() if before else start : run.end()]
        end = run.end()


def _words_with(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    end = 0
    while found := pattern.search(text, end):
        word = _WORD.match(text, _start_of_word(text, found.start()))
        assert word is not None
        yield word.group()
        end = word.end()


def _start_of_word(text: str, inside: int) -> int:
    return max(text.rfind(" ", 0, inside), text.rfind("\n", 0, inside)) + 1


def _of_run(run: str) -> Iterator[str]:
    atoms = list(_ATOM.finditer(run))
    start = 0
    for end in range(1, len(atoms) + 1):
        between = run[atoms[end - 1].end() : atoms[end].start()] if end < len(atoms) else "\n"
        if not (_TIGHT.fullmatch(between) or _LOOSE.fullmatch(between)):
            yield from _of_parts(run, atoms[start:end])
            start = end


def _of_parts(run: str, atoms: list[re.Match[str]]) -> Iterator[str]:
    """Keys from each part on: up to the first space, and on over spaces as far as a key is kept."""
    texts = [atom.group() for atom in atoms]
    opens = [run[max(0, atom.start() - 1)] in _OPENING or atom is atoms[0] for atom in atoms]
    for first, text in enumerate(texts):
        end = next((at for at in range(first + 1, len(atoms)) if opens[at]), len(atoms))
        word = "".join(texts[first:end])
        if not _DIGIT.search("".join(texts[first : end + 1 if opens[first] else first + 2])):
            continue
        whole = "".join(texts[first : first + 2 * LENGTH])
        for one in dict.fromkeys((word, whole[: 2 * LENGTH])):
            if _names_something(folded := key(one)):
                yield folded[:LENGTH]
        if text[0] in "0O" or run[max(0, atoms[first].start() - 1)] == "+":
            tail = tail_key(f"+{whole}")
            if tail is not None:
                yield tail


def _names_something(folded: str) -> bool:
    return (
        len(folded) >= LEAST
        and sum(map(str.isdigit, folded)) >= _LEAST_DIGITS
        and not _YEAR.fullmatch(folded)
    )
