from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

from models.machine import machine_key, most_threads
from models.tune import LEAST_AGREEMENT, PACK_TOKENS, agreement, choose_settings, choose_weight_type, fastest
from tests.models.conftest import MINILM


class Clock:
    """Time that passes only when a job says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def job(self, *seconds: float) -> Callable[[], None]:
        left = iter(seconds * 9)

        def run() -> None:
            self.now += next(left)

        return run


def test_the_fastest_wins_by_its_best_round() -> None:
    clock = Clock()
    assert fastest({"slow": clock.job(2), "fast": clock.job(9, 1, 9), "middle": clock.job(1.5)}, clock) == "fast"


def test_a_near_tie_goes_to_the_first() -> None:
    clock = Clock()
    assert fastest({"first": clock.job(1.0), "second": clock.job(0.98)}, clock) == "first"


def test_agreement_is_the_median_cosine() -> None:
    rows = np.eye(3, dtype=np.float32)
    assert agreement(rows, rows) == 1
    assert agreement(rows, rows[[0, 2, 1]]) == 0


def test_a_type_that_changes_the_vectors_is_never_chosen(minilm_files: dict[str, Path]) -> None:
    files = {kind: minilm_files[kind] for kind in ("q4_0", "f32")}
    chosen, agrees = choose_weight_type(files, MINILM)
    assert chosen == "f32"
    assert agrees >= LEAST_AGREEMENT


def test_settings_are_within_what_the_machine_has(minilm_files: dict[str, Path]) -> None:
    settings = choose_settings(minilm_files["f16"], MINILM)
    assert 1 <= settings.threads <= most_threads() <= (os.cpu_count() or 1)
    assert settings.pack_tokens in PACK_TOKENS


def test_the_machine_has_a_name() -> None:
    assert f"{most_threads()} cores; llama-cpp-python " in machine_key()
