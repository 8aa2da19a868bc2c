"""Pairs of characters for scripts written without spaces, so that a word inside a run can be found."""

from __future__ import annotations

import re

# Fixed code points, not Unicode properties: the word index holds what this function once returned, and a row can
# only be taken out of it again by the very same text. Changing a range needs a migration that rebuilds chunk_fts.
_UNSPACED = (
    "\u0e01-\u0e5b"  # Thai
    "\u0e81-\u0edf"  # Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Hiragana, Katakana and their marks
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"  # Han
)
_RUN = re.compile(f"[{_UNSPACED}]+")


def bigrams(text: str) -> str:
    """Overlapping pairs of every run of unspaced script, joined by spaces; a run of one character stays itself.

    ``text`` is expected in NFC. Text in other scripts gives ``""``. The same function serves documents (through
    the SQL function ``hunch_bigrams``) and queries, so both are cut alike.
    """
    if text.isascii():
        return ""
    pairs: list[str] = []
    for match in _RUN.finditer(text):
        run = match.group()
        if len(run) == 1:
            pairs.append(run)
        else:
            pairs.extend(run[at : at + 2] for at in range(len(run) - 1))
    return " ".join(pairs)
