"""The host with an honest stand-in for the model child: its vector of a text is the text's length and first letter."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from indexer.errors import KnownError
from indexer.model_host import ModelHost

_STAND_IN = """
import os, sys, time
import numpy as np
from models.serve import serve
log, pause = sys.argv[1], float(sys.argv[2])
def answer(header):
    texts = header["texts"]
    with open(log, "a") as f: f.write(header["role"] + "\\n")
    time.sleep(pause)
    if any("poison" in t for t in texts): os._exit(9)
    if any("refused" in t for t in texts): return {"error": {"code": "model_failed", "message": "no"}}, b""
    rows = np.array([[len(t), ord(t[0])] for t in texts], dtype=np.float32)
    return {"ok": {"rows": len(texts), "dim": 2}}, rows.tobytes()
serve(answer)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "asked"


@pytest.fixture
def host(log: Path) -> Iterator[ModelHost]:
    host = ModelHost(["-c", _STAND_IN, str(log), "0.05"])
    yield host
    host.close()


def test_vectors_come_back_in_the_order_of_the_texts(host: ModelHost) -> None:
    texts = ["b" * 5000, "a", "c" * 3000, "d" * 10]
    assert host.embed_documents(texts).tolist() == [[len(t), ord(t[0])] for t in texts]


def test_no_texts_no_vectors(host: ModelHost) -> None:
    assert len(host.embed_documents([])) == 0


def test_a_query_goes_between_two_slices_of_a_batch(host: ModelHost, log: Path) -> None:
    host.embed_query("warm")
    batch = threading.Thread(target=host.embed_documents, args=([f"{n:04d}" * 1500 for n in range(20)],))
    batch.start()
    while log.read_text().count("document") < 2:
        time.sleep(0.01)
    assert host.embed_query("now").shape == (2,)
    batch.join()
    asked = log.read_text().split()
    assert asked.index("query", 1) < len(asked) - 10


def test_many_clients_at_once(host: ModelHost) -> None:
    found: dict[int, np.ndarray] = {}

    def query(n: int) -> None:
        found[n] = host.embed_query("x" * n)

    threads = [threading.Thread(target=query, args=(n,)) for n in range(1, 13)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {n: int(v[0]) for n, v in found.items()} == {n: n for n in range(1, 13)}


def test_a_killed_model_comes_back(host: ModelHost) -> None:
    host.embed_query("one")
    psutil.Process(host.pid).kill()
    assert host.embed_query("two")[0] == 3


def test_a_text_that_ends_the_model_is_an_error_and_the_next_goes_on(host: ModelHost) -> None:
    with pytest.raises(KnownError) as caught:
        host.embed_documents(["poison"])
    assert caught.value.code == "model_failed"
    assert len(host.embed_documents(["fine"])) == 1


def test_the_models_own_refusal_is_passed_on(host: ModelHost) -> None:
    with pytest.raises(KnownError, match="no"):
        host.embed_documents(["refused"])


def test_an_idle_model_is_ended_and_returns_for_a_query(log: Path) -> None:
    host = ModelHost(["-c", _STAND_IN, str(log), "0"], idle_s=lambda: 0.3)
    host.embed_query("one")
    pid = host.pid
    assert pid is not None
    while psutil.pid_exists(pid):
        time.sleep(0.05)
    assert host.embed_query("four")[0] == 4
    host.close()


def test_nothing_runs_after_close(host: ModelHost) -> None:
    host.embed_query("one")
    pid = host.pid
    host.close()
    assert pid is not None
    assert not psutil.pid_exists(pid)
    with pytest.raises(KnownError):
        host.embed_query("late")
