"""Where sentences and words end, and how much a text weighs. Pure, light, linear in the length of any input."""

from __future__ import annotations

import re
from typing import NamedTuple

Span = tuple[int, int]

# Begins with one set of characters, not with alternatives: that is searched for several times as fast.
_END = re.compile(
    r"[.!?…。！？｡．\n](?:(?<=[.!?…])[.!?…]*+[\"'”’»)\]}]*+|(?<=[。！？｡．])[。！？｡．]*+[」』”’）】》]*+|(?<=\n)\s*+)"
)
_WIDE_END = frozenset("。！？｡．")
_BULLET = re.compile(r"[-*+•–—‣◦▪●·]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s")
_SPACE = re.compile(r"\s*+")
_SHORT_LINE = 45
"""Characters: a line shorter than this, before one that starts anew, was not broken to fit a width."""
_LOOK_BACK = 16
_ABBREVIATIONS = (
    "mr mrs ms dr prof rev hon sr jr st mt ft gen col capt lt sgt gov sen rep messrs mme mlle e.g i.e cf viz al "
    "vs ca approx resp esp incl excl eds inc ltd corp bros dept univ assn tel a.m p.m u.s u.k u.n d.c ph.d m.d "
    "b.a m.a b.sc m.sc z.b d.h u.a o.ä bzw usf evtl ggf str hr dipl ing bspw vgl inkl zzgl hrsg p.ex c.-à-d sra ud "
    "uds dott ecc jan feb aug sept oct nov dec"
)
_BEFORE_NUMBERS = (
    "fig figs eq eqs no nos nr vol vols pp p ch chap sec sect art tab app ex abs bd s pág núm ver apr jun jul sep mar"
)
_NEVER_LAST = frozenset(_ABBREVIATIONS.split(" "))
_THEN_NUMBER = frozenset(_BEFORE_NUMBERS.split(" "))

_WIDE = (
    "\u1100-\u11ff\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u312f\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003fffd"
)
_UNSPACED = "\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3\u1950-\u19df\u1a20-\u1aad"
_PIECE = re.compile(rf"[{_WIDE}{_UNSPACED}]|[^\s{_WIDE}{_UNSPACED}]{{1,48}}+")

_WIDE_RUN = re.compile(rf"[{_WIDE}]++")
_CLASS = re.compile(rf"(?P<a>[A-Za-z\u00c0-\u024f'’])|(?P<d>[0-9])|(?P<u>[{_UNSPACED}])|(?P<o>[^\W\d_])|(?P<space>\s)")
_KEPT_CLASSES = 50_000
"""Code points whose class is kept, some 5 MB of them."""


class _Classes(dict[int, str]):
    """For ``str.translate``: Latin letters are a, digits d, unspaced scripts u, other letters o, marks full stops."""

    def __missing__(self, code: int) -> str:
        match = _CLASS.match(chr(code))
        name = (match.lastgroup if match else None) or "."
        letter = " " if name == "space" else name
        if len(self) < _KEPT_CLASSES:
            self[code] = letter
        return letter


class _Run(NamedTuple):
    """What runs of one class weigh, in sixtieths of a word: ``weight``, and if one matches ``long``, ``each`` for
    every character of the match, less ``less``. ``begins`` and ``long`` start with the space before the run."""

    letter: bytes
    begins: bytes
    weight: int
    long: re.Pattern[bytes]
    each: int
    less: int
    alone: bytes


def _run(letter: bytes, weight: int, longest: int, each: int, less: int) -> _Run:
    alone = bytes(code if code == letter[0] else ord(" ") for code in range(256))
    return _Run(letter, b" " + letter, weight, re.compile(b" %b+" % (letter * (longest + 1))), each, less, alone)


_CLASSES = _Classes()
_ASCII_CLASSES = "".join(_CLASSES[code] for code in range(128)).encode().ljust(256)
_RUNS = (_run(b"a", 60, 7, 15, 120), _run(b"o", 60, 3, 20, 80), _run(b"d", 48, 1, 30, 78))


def sentences(text: str) -> list[Span]:
    """Spans (start, end) of the sentences of ``text``, in order, without the white space around them.

    Every character that is not white space lies in exactly one span. A blank line ends a sentence, and so does a
    line break before a list item or after a short line; other line breaks are taken as wrapping.
    """
    spans: list[Span] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.end() <= start or not _ends_sentence(text, match, start):
            continue
        # Not matched as white space before the line break: that would take quadratic time on a run of spaces.
        end = start + len(text[start : match.start()].rstrip()) if match.group()[0] == "\n" else match.end()
        if end > start:
            spans.append((start, end))
        start = _skip_space(text, match.end())
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def pieces(text: str, start: int, end: int) -> list[Span]:
    """Spans of words of ``text[start:end]``; scripts without spaces and very long words fall into smaller pieces."""
    return [match.span() for match in _PIECE.finditer(text, start, end)]


def word_weight(text: str) -> float:
    """About how many English words ``text`` amounts to for a reader of tokens, whatever its script.

    A Chinese or Japanese character is most of a word, long words and numbers count by their length, and marks
    count a little, so that code and tables weigh what they cost.
    """
    # Added up in sixtieths of a word, which are whole numbers: exact in any order.
    units = 0
    if text.isascii():
        classes = b" " + text.encode().translate(_ASCII_CLASSES)
    else:
        between = _WIDE_RUN.split(text)
        units = 42 * (len(text) - sum(map(len, between)))
        classes = b" " + " ".join(between).translate(_CLASSES).encode()
    units += 45 * classes.count(b".") + 24 * classes.count(b"u")
    # Runs are counted all at once: matched one by one, they would take most of the time that passages take.
    for letter, begins, weight, long, each, less, alone in _RUNS:
        if letter in classes:
            runs = classes.translate(alone)
            units += weight * runs.count(begins)
            if found := long.findall(runs):
                units += each * len(b"".join(found)) - less * len(found)
    return units / 60


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return _ends_at_line(text, match, start)
    if mark[0] in _WIDE_END:
        return True
    after = match.end()
    if after < len(text) and not text[after].isspace():
        return False
    if mark != ".":
        return True
    following = _skip_space(text, after)
    if following < len(text) and text[following].islower():
        return False
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()].split()
    word = before[-1].lstrip("(\"'“‘[").lower() if before else ""
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return following >= len(text)
    if word in _THEN_NUMBER:
        return following >= len(text) or not text[following].isdigit()
    # "3." at the start of a line numbers what follows.
    return not (word.isdigit() and match.start() - start == len(word))


def _ends_at_line(text: str, match: re.Match[str], start: int) -> bool:
    if match.group().count("\n") > 1:
        return True
    following = match.end()
    if following >= len(text) or _BULLET.match(text, following):
        return True
    line = max(start, text.rfind("\n", start, match.start()) + 1)
    return match.start() - line < _SHORT_LINE and not text[following].islower()


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
