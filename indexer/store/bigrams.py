"""Pairs of characters for scripts written without spaces, so that a word inside a run can be found.

Korean is among them: its words have particles behind them that a query has not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from indexer.languages.han import SIMPLIFIED

# Fixed code points, not Unicode properties: the word index holds what this function once returned, and a row can
# only be taken out of it again by the very same text. Changing a range needs a migration that rebuilds chunk_fts.
_UNSPACED = (
    "\u0e01-\u0e5b"  # Thai
    "\u0e81-\u0edf"  # Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Hiragana, Katakana and their marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"  # Han
    "\uac00-\ud7a3"  # Hangul
)
# Spaces without width stand between words in Thai, Khmer and Myanmar, but not in everybody's.
_RUN = re.compile(f"[{_UNSPACED}](?:\u200b*[{_UNSPACED}])*")
_SEVERAL = re.compile(
    "[\uff73\uff76-\uff84\uff8a-\uff8e]\uff9e|[\uff8a-\uff8e]\uff9f|[\uff66-\uff9f]|\u0e4d\u0e32|\u0e40\u0e40|\u200b+"
)
"""What is one character written as another or as several: half-width kana, sara am, sara ae; or as none."""
_NO_WORD = re.compile(f"[{_UNSPACED}\uff01-\uff5e]+")
_USUAL_WIDTH = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)}

Pair = tuple[int, int, str]
"""Start and end in the text, and the characters as indexed."""


def bigrams(text: str) -> str:
    """Overlapping pairs of every run of unspaced script, then the run's last character alone, joined by spaces.

    So every character begins something that a query for it alone finds. ``text`` is expected in NFC; text in other
    scripts gives ``""``. Chinese is indexed in its simplified form. SQL calls this ``hunch_bigrams``.
    """
    if text.isascii():
        return ""
    indexed: list[str] = []
    for match in _RUN.finditer(text):
        run = _folded(match.group())
        indexed.extend(run[at : at + 2] for at in range(len(run)))
    return " ".join(indexed)


def pairs(text: str) -> list[str]:
    """The pairs of a query: those of ``bigrams``, a run's last character only where the run is no longer."""
    if text.isascii():
        return []
    found: list[str] = []
    for match in _RUN.finditer(text):
        run = _folded(match.group())
        found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
    return found


def pairs_at(text: str) -> Iterator[Pair]:
    """What ``bigrams`` gives, with where it stands."""
    if text.isascii():
        return
    for match in _RUN.finditer(text):
        characters = list(_characters(match.group(), match.start()))
        for (start, _, one), (_, end, other) in pairwise((*characters, (0, characters[-1][1], ""))):
            yield start, end, one + other


def words_only(text: str) -> str:
    """``text`` with a space for each character of unspaced script, and Latin of full width in the usual one.

    As long as before: places stay. What stands beside such a run is a word of its own then. SQL: ``hunch_words``.
    """
    return text if text.isascii() else _NO_WORD.sub(_spaced, text)


def _spaced(match: re.Match[str]) -> str:
    return "".join(one if one.isascii() else " " for one in match.group().translate(_USUAL_WIDTH))


def _folded(run: str) -> str:
    if _SEVERAL.search(run):
        run = "".join(one for _, _, one in _characters(run, 0))
    return run.translate(SIMPLIFIED)


def _characters(run: str, offset: int) -> Iterator[Pair]:
    """Start, end and form as indexed of every character of a run that stands at ``offset``."""
    at = 0
    for match in (*_SEVERAL.finditer(run), None):
        until = match.start() if match else len(run)
        for place in range(at, until):
            yield offset + place, offset + place + 1, run[place].translate(SIMPLIFIED)
        if match and (one := _one(match.group())):
            yield offset + match.start(), offset + match.end(), one
        at = match.end() if match else until


def _one(several: str) -> str:
    match several:
        case "\u0e4d\u0e32":
            return "\u0e33"
        case "\u0e40\u0e40":
            return "\u0e41"
        case _:
            return unicodedata.normalize("NFKC", several.strip("\u200b"))
