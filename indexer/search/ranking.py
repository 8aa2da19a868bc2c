"""From candidates of the channels to files in order. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from indexer.answers import Why
from indexer.search.fuse import NAME_WEIGHT, fuse, normalised
from indexer.search.identifiers import NONE, IdentifierHits
from indexer.search.names import AS_TYPED, EXACT, HELD, TELLING, NameScore
from indexer.search.pictures import PictureHit
from indexer.search.words import Found

SHOWN_PASSAGES = 3

PICTURE_WEIGHT = 0.7
"""Weight of what a picture shows: a picture that clearly shows it stands beside a passage that clearly means it."""
_TIE = 0.001
EXACTLY_NAMED = 3.0
"""What it adds that the query is the file's name: it means that file, whatever other files say."""
NAMED = 1.0
"""What a name adds that holds every part of the query, where at most ``FEW`` do: that is then what was typed."""
SIDE_BY_SIDE = 1.5
"""The same where the name begins with the query or holds all of it side by side."""
FEW = 5
IDENTIFIED = 1.0
"""What holding an identifier of the query adds, times its strength: more than all that is vague."""
NOTHING_ELSE = 100.0
"""The same where the query is nothing else: a step in strength outweighs what words, meaning and name say."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Ids of passages that hold every quoted phrase, or one of the identifiers, of the query to the letter."""

    phrases: Set[int] = frozenset()
    identifiers: Set[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage with its fused score."""

    chunk_id: int
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class RankedFile:
    """A file with its best passages, best first; none when only its name was found.

    ``others``: ids of other versions of it that were found too, newest first.
    """

    file_id: int
    score: float
    why: Why
    passages: tuple[RankedPassage, ...]
    others: tuple[int, ...] = ()


def rank(
    words: Mapping[int, Found],
    meaning: Mapping[int, tuple[int, float]],
    names: Sequence[NameScore],
    literal: Literal,
    limit: int,
    pictures: Mapping[int, PictureHit] | None = None,
    identified: IdentifierHits = NONE,
    few: float | None = None,
) -> list[RankedFile]:
    """The best ``limit`` files.

    Args:
        words: by chunk id.
        meaning: chunk id to (file id, cosine).
        literal: a file shows those with a phrase first.
        pictures: by chunk id; passages that are pictures, which have no words.
        few: as for ``fuse``.
        identified: what holds an identifier of the query, candidates whatever they score otherwise.
    """
    weight = NOTHING_ELSE if identified.alone else IDENTIFIED
    held = {chunk_id: weight * strength for chunk_id, (_, strength) in identified.passages.items()}
    borne = {file_id: weight * strength for file_id, strength in identified.names.items()}
    borne |= {found.file_id: weight for found in names if identified.alone and found.score >= EXACT}
    owners = {chunk_id: found.file_id for chunk_id, found in words.items()}
    owners.update({chunk_id: file_id for chunk_id, (file_id, _) in meaning.items()})
    owners.update({chunk_id: file_id for chunk_id, (file_id, _) in identified.passages.items()})
    chunk_ids = list(owners)
    bm25 = np.array([words[i].score if i in words else 0.0 for i in chunk_ids], dtype=np.float64)
    cosine = np.array([meaning[i][1] if i in meaning else np.nan for i in chunk_ids], dtype=np.float64)
    fused, word_parts = fuse(bm25, cosine, few).tolist(), normalised(bm25).tolist()
    by_file: dict[int, list[RankedPassage]] = {}
    for index, chunk_id in enumerate(chunk_ids):
        why = Why(
            words=word_parts[index] or None, meaning=meaning[chunk_id][1] if chunk_id in meaning else None
        )
        score = fused[index] + max(held.get(chunk_id, 0.0), borne.get(owners[chunk_id], 0.0))
        by_file.setdefault(owners[chunk_id], []).append(RankedPassage(chunk_id, score, why))
    for chunk_id, hit in (pictures or {}).items():
        # The cosine orders pictures that are equally close, as those are that nothing speaks for.
        score = PICTURE_WEIGHT * hit.closeness + _TIE * hit.cosine + borne.get(hit.file_id, 0.0)
        seen = RankedPassage(chunk_id, score, Why(picture=hit.cosine))
        by_file.setdefault(hit.file_id, []).append(seen)
    by_name = {found.file_id: found.score for found in names}
    # Where what is typed is a word nowhere, any part of a name tells.
    levels = (TELLING if words else HELD, AS_TYPED)
    telling = next((level for level in levels if sum(found.score >= level for found in names) <= FEW), EXACT)
    ranked = [
        _file(file_id, by_file.get(file_id, []), by_name.get(file_id), literal.phrases, telling, borne.get(file_id))
        for file_id in by_file.keys() | by_name.keys() | borne.keys()
    ]
    return sorted(ranked, key=lambda file: (-file.score, file.file_id))[:limit]


def _file(
    file_id: int, passages: list[RankedPassage], name: float | None, phrased: Set[int], telling: float,
    borne: float | None,
) -> RankedFile:
    """``telling``: scores of names from here on tell. ``borne``: what an identifier in the name counts for, which is in
    the score of the passages already."""
    passages.sort(key=lambda passage: (passage.chunk_id not in phrased, -passage.score, passage.chunk_id))
    best = passages[0] if passages else None
    score = max((passage.score for passage in passages), default=borne or 0.0)
    if name is not None:
        score += NAME_WEIGHT * name
        if name >= EXACT:
            score += EXACTLY_NAMED
        elif name >= telling:
            score += SIDE_BY_SIDE if name >= AS_TYPED else NAMED
    if borne is not None or (name is not None and name >= telling):
        name = max(name or 0.0, TELLING)
    shown = max((passage.why.picture for passage in passages if passage.why.picture is not None), default=None)
    why = Why(
        words=best.why.words if best else None, meaning=best.why.meaning if best else None, name=name,
        picture=shown if best and best.why.picture is not None else None,
    )
    return RankedFile(file_id, score, why, tuple(passages[:SHOWN_PASSAGES]))
