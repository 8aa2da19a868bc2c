"""Asking the questions in every mode, and what comes of it. No question and no answer is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import apsw
import numpy as np

from indexer.answers import Mode, Results
from indexer.errors import KnownError
from indexer.evaluate.items import KINDS, PICTURE, Item, known_items
from indexer.evaluate.measures import figure, hit_at, reciprocal
from indexer.families import group
from indexer.reports import Evaluation, Figures, Pace
from indexer.store import vectors

DEPTH = 10
"""Results among which the answer is looked for."""
ENOUGH = 100
"""Files below which figures say little."""

_SPACES: dict[Mode, str] = {"meaning": "text", "pictures": "image"}
_NO_MODEL: dict[Mode, str] = {
    "meaning": "No text model is in use.", "pictures": "No model for pictures is in use.",
}

Ask = Callable[[str, Mode], Results]


@dataclass(slots=True)
class _Asked:
    """What one mode answered: the place of the answer and the milliseconds of each question."""

    kinds: list[str] = field(default_factory=list)
    places: list[int | None] = field(default_factory=list)
    took_ms: list[float] = field(default_factory=list)


def evaluate(
    connection: apsw.Connection, ask: Ask, modes: Sequence[Mode], count: int, seed: int,
    report: Callable[[int, int], None], stop: Callable[[], bool],
) -> Evaluation:
    """Ask about ``count`` questions made from the index behind ``connection``, each in every one of ``modes``.

    Args:
        ask: the search that is judged; its results may be cut after ten.
        report: gets the number of questions done, and of all.
        stop: asked before each question.

    Raises:
        KnownError: cancelled when ``stop`` says so; what ``ask`` raises.
    """
    spaces = {space.kind: space for space in vectors.spaces(connection) if space.is_active}
    items = known_items(connection, count, seed, _kinds(modes), stop)
    asked: dict[Mode, _Asked] = {}
    skipped: dict[str, str] = {}
    plan = {mode: [item for item in items if (item.kind == PICTURE) == (mode == "pictures")] for mode in modes}
    total = sum(map(len, plan.values()))
    done = 0
    for mode, own in plan.items():
        reason = _NO_MODEL.get(mode, "") if _SPACES.get(mode) not in (None, *spaces) else _cannot(mode, own, ask)
        if reason:
            skipped[mode] = reason
            done += len(own)
            continue
        asked[mode] = _Asked()
        for item in own:
            report(done, total)
            if stop():
                raise KnownError("cancelled", "It was called off.")
            _put(connection, ask, mode, item, asked[mode])
            done += 1
    report(done, total)
    made = {item.kind for item in items}
    if set(modes) - {"pictures"}:
        skipped |= {kind: "Nothing here to make such a question from." for kind in KINDS if kind not in made}
    return Evaluation(
        seed, len({item.file_id for item in items}), {kind: space.model_id for kind, space in spaces.items()},
        tuple(one for mode, answers in asked.items() for one in _figures(mode, answers, seed)),
        tuple(_pace(mode, answers) for mode, answers in asked.items()), skipped,
        _notice(connection, [item for mode in asked for item in plan[mode]], spaces.values()),
    )


def _kinds(modes: Sequence[Mode]) -> tuple[str, ...]:
    texts = KINDS if set(modes) - {"pictures"} else ()
    return (*texts, PICTURE) if "pictures" in modes else texts


def _cannot(mode: Mode, items: Sequence[Item], ask: Ask) -> str:
    """Why nothing can be said of a mode. Asks a question beforehand, so that the first one waits for no model."""
    if not items:
        return "No picture here has a name that says what it shows." if mode == "pictures" else (
            "There is too little text here to make questions from.")
    tried = ask(items[0].query, mode)
    is_deaf = mode in ("meaning", "pictures") and not tried.hits
    return tried.notice or "" if is_deaf else ""


def _put(connection: apsw.Connection, ask: Ask, mode: Mode, item: Item, asked: _Asked) -> None:
    began = time.perf_counter()
    results = ask(item.query, mode)
    asked.took_ms.append((time.perf_counter() - began) * 1_000)
    asked.kinds.append(item.kind)
    asked.places.append(_place(connection, item, [hit.file_id for hit in results.hits]))


def _place(connection: apsw.Connection, item: Item, found: Sequence[int]) -> int | None:
    """Where the file is, or another version of it."""
    same = next(own for own in group(connection, [item.file_id, *found]) if item.file_id in own)
    return next((place for place, file_id in enumerate(found[:DEPTH], 1) if file_id in same), None)


def _figures(mode: Mode, asked: _Asked, seed: int) -> list[Figures]:
    """Of all questions, then of each kind."""
    told = []
    for kind in (None, *dict.fromkeys(asked.kinds)):
        places = [place for place, own in zip(asked.places, asked.kinds, strict=True) if kind in (None, own)]
        told.append(Figures(
            mode, kind, len(places), figure(hit_at(places, 1), seed), figure(hit_at(places, 5), seed),
            figure(reciprocal(places), seed),
        ))
    return told


def _pace(mode: Mode, asked: _Asked) -> Pace:
    p50, p95 = np.percentile(asked.took_ms, (50, 95))
    return Pace(mode, float(p50), float(p95))


def _notice(connection: apsw.Connection, asked: Sequence[Item], spaces: Iterable[vectors.Space]) -> str | None:
    files = len({item.file_id for item in asked})
    told = []
    if not files:
        told.append("No question could be made: too few files with text in them can be searched.")
    elif files < ENOUGH:
        told.append(f"The questions are about {files:,} files only; figures from so few say little.")
    due = sum(vectors.pending_count(connection, space.id) for space in spaces)
    if due:
        told.append(f"Not everything is found by meaning yet ({due:,} passages or pictures wait); figures will change.")
    return " ".join(told) or None
