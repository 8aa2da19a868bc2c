"""Like this, not like that: a query for pictures with examples that pull it or push it away.

Vectors of one space can be added and subtracted (Mikolov et al., arXiv 1301.3781, for words; it holds for CLIP's).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

AWAY = -0.7
"""Weight of what is not wanted. As heavy as what is, it would leave little of a query of one word."""

_EXAMPLE = re.compile(r"""(?<!\S)(?P<sign>[+-])(?:["“”„](?P<quoted>[^"“”„]+)["“”„]?|(?P<plain>[^\s"“”„]+))""")


@dataclass(frozen=True, slots=True)
class Examples:
    """``text``: what is left of the query, maybe nothing; ``signed``: words or files with their weight."""

    text: str
    signed: tuple[tuple[float, str], ...]


def examples(query: str) -> Examples:
    """Take the examples out of a query: ``+sunset``, ``-"a red car"``, ``+IMG_0412.jpg``. Never fails."""
    signed = tuple(
        (1.0 if found["sign"] == "+" else AWAY, (found["quoted"] or found["plain"]).strip())
        for found in _EXAMPLE.finditer(query)
    )
    return Examples(" ".join(_EXAMPLE.sub(" ", query).split()), tuple(one for one in signed if one[1]))
