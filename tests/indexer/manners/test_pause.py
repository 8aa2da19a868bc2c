from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.manners import Pause, Paused

NOON = 1_700_000_000.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pause.json"


def test_until_resumed_over_restarts(path: Path) -> None:
    assert Pause(path).state(NOON) is None
    Pause(path).pause(None, NOON)
    pause = Pause(path)
    assert pause.state(NOON + 1e8) == Paused(NOON, None)
    pause.resume()
    assert pause.state(NOON) is None
    assert Pause(path).state(NOON) is None
    assert list(path.parent.iterdir()) == []


def test_for_a_time_over_restarts(path: Path) -> None:
    pause = Pause(path)
    pause.pause(30, NOON)
    assert pause.state(NOON + 1799) == Pause(path).state(NOON + 1799) == Paused(NOON, NOON + 1800)
    assert Pause(path).state(NOON + 1800) is None
    assert not path.exists()
    assert pause.state(NOON + 1800) is None


def test_the_last_word_counts(path: Path) -> None:
    pause = Pause(path)
    pause.pause(None, NOON)
    pause.pause(1, NOON + 5)
    assert pause.state(NOON + 6) == Paused(NOON + 5, NOON + 65)


@pytest.mark.parametrize("minutes", [0, -1, math.nan])
def test_no_time_is_refused(path: Path, minutes: float) -> None:
    with pytest.raises(ValueError, match="no time"):
        Pause(path).pause(minutes, NOON)
    assert not path.exists()


def test_a_very_long_pause_ends_after_a_year(path: Path) -> None:
    Pause(path).pause(math.inf, NOON)
    state = Pause(path).state(NOON)
    assert state is not None
    assert state.until is not None
    assert state.until - NOON < 367 * 86_400


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0.1, 600), st.lists(st.tuples(st.floats(-5000, 5000), st.booleans()), max_size=12))
def test_a_clock_that_moves_never_lengthens_it(
    path: Path, minutes: float, moves: list[tuple[float, bool]]
) -> None:
    pause, now = Pause(path), NOON
    pause.pause(minutes, now)
    forward = 0.0
    for move, restarted in moves:
        now += move
        forward = forward + move if move > 0 else 0.0
        pause = Pause(path) if restarted else pause
        state = pause.state(now)
        if state is None:
            break
        assert state.until is not None
        assert now < state.until <= now + minutes * 60 + 1e-3
        assert forward < minutes * 60 + 1e-3
    assert pause.state(now + minutes * 60 + 1) is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=40)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.just(10**400),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["since", "seconds", "x"]), inner, max_size=3),
        max_leaves=4,
    ).map(lambda value: json.dumps(value).encode())
)
def test_whatever_the_file_holds_it_is_read_as_a_pause_or_none(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    state = Pause(path).state(NOON)
    assert state is None or math.isfinite(state.since)


@pytest.mark.parametrize(
    "content",
    ["", "[" * 990, "null", '{"since": 5}', '{"since": "x", "seconds": null}', '{"since": 5, "seconds": -1}',
     '{"since": 5, "seconds": Infinity}', '{"since": NaN, "seconds": null}', '{"since": 5, "seconds": nul'],
)
def test_a_damaged_file_is_no_pause_and_logged(
    path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_text(content)
    assert Pause(path).state(NOON) is None
    assert "damaged" in caplog.text


def test_where_it_cannot_be_kept_it_holds_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    pause = Pause(tmp_path / "gone" / "pause.json")
    pause.pause(None, NOON)
    assert "will not outlast" in caplog.text
    assert pause.state(NOON) == Paused(NOON, None)
    pause.resume()
    assert pause.state(NOON) is None
