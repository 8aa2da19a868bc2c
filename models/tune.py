"""Short measurements on this machine: which weight type, how many lanes, flash attention, pack size.

Times are processor seconds of one lane, so that another program running at the same moment does not decide; only the
number of lanes is judged by the clock. Runs in the preparing child.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from models.base import ModelSpec, Vectors
from models.machine import RunSettings, most_threads
from models.text import TextModel

LEAST_AGREEMENT = 0.999
"""Median cosine to the f32 weights on ``SAMPLE`` below which a weight type is not considered."""

PACK_TOKENS = (256, 512)
_ROUNDS = 3
_WORTH_A_CHANGE = 1.05

_SAMPLE_SENTENCES = (
    "The landlord shall keep the boiler in good repair and have it inspected once a year.",
    "Invoice 2024-117: twelve hours of consulting, payable within thirty days of receipt.",
    "We measured the recall of the coarse stage against an exact scan over a million vectors.",
    "def read_frame(stream): return None if not stream.peek(1) else parse(stream.read(8))",
    "Dear Anna, the red kayak is still in the shed behind the house; take it whenever you like.",
    "Les élèves ont visité le musée, puis ils ont pique-niqué près de la rivière.",
    "Patients were randomly assigned to receive either the vaccine or a placebo at week zero.",
    "Simmer the lentils with garlic, cumin and a bay leaf for twenty-five minutes, then add salt.",
)
_PARAGRAPH = " ".join(_SAMPLE_SENTENCES)
_LONG = (_PARAGRAPH,)
SAMPLE = (*_SAMPLE_SENTENCES, _PARAGRAPH, " ".join(reversed(_SAMPLE_SENTENCES)))
"""Known texts: eight of some 20 tokens, two of some 190."""


def agreement(vectors: Vectors, reference: Vectors) -> float:
    """Median cosine of rows of unit length."""
    return float(np.median(np.einsum("ij,ij->i", vectors, reference)))


def choose_weight_type(files: dict[str, Path], spec: ModelSpec) -> tuple[str, float]:
    """The fastest of ``files`` (weight type -> GGUF, "f32" among them) whose vectors agree with those of f32.

    Returns the type and its agreement. A type that wins by under 5 % over an earlier one of ``files`` does not win.
    """
    models = {kind: TextModel(path, spec) for kind, path in files.items()}
    try:
        reference = models["f32"].embed_texts(SAMPLE, "document")
        agreements = {kind: agreement(model.embed_texts(SAMPLE, "document"), reference)
                      for kind, model in models.items()}
        jobs = {kind: _job(model, _LONG) for kind, model in models.items() if agreements[kind] >= LEAST_AGREEMENT}
        best = fastest(jobs, time.process_time)
        return best, agreements[best]
    finally:
        for model in models.values():
            model.close()


def choose_settings(gguf: Path, spec: ModelSpec) -> RunSettings:
    """The settings under which ``gguf`` embeds a mixture of long and short texts fastest on this machine."""
    flash = {attention: TextModel(gguf, spec, flash_attention=attention) for attention in (True, False)}
    try:
        attention = fastest({key: _job(model, _LONG) for key, model in flash.items()}, time.process_time)
    finally:
        for model in flash.values():
            model.close()
    packs = {size: TextModel(gguf, spec, flash_attention=attention, pack_tokens=size) for size in PACK_TOKENS}
    try:
        pack = fastest({key: _job(model, SAMPLE[:9]) for key, model in packs.items()},
                        time.process_time)
    finally:
        for model in packs.values():
            model.close()
    most = most_threads()
    counts = sorted({most, max(1, most // 2)}, reverse=True)
    crews = {n: TextModel(gguf, spec, threads=n, flash_attention=attention, pack_tokens=pack) for n in counts}
    try:
        threads = fastest({key: _job(model, _LONG * most) for key, model in crews.items()}, time.perf_counter)
    finally:
        for model in crews.values():
            model.close()
    return RunSettings(threads, attention, pack)


def _job(model: TextModel, texts: Sequence[str]) -> Callable[[], object]:
    return lambda: model.embed_texts(texts, "document")


_Key = TypeVar("_Key")


def fastest(jobs: dict[_Key, Callable[[], object]], clock: Callable[[], float]) -> _Key:
    """The key of the job with the least time: interleaved rounds, best of each; earlier keys win near ties."""
    times = dict.fromkeys(jobs, float("inf"))
    for _ in range(_ROUNDS):
        for key, job in jobs.items():
            start = clock()
            job()
            times[key] = min(times[key], clock() - start)
    best = next(iter(jobs))
    for key in jobs:
        if times[key] * _WORTH_A_CHANGE < times[best]:
            best = key
    return best
