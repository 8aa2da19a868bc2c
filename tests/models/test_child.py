from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np
import pytest

from models.catalogue import DEFAULT_TEXT_MODEL
from models.frames import FrameError, Header, read_frame, write_frame
from models.store import ModelStore
from tests.models.conftest import Reference

ROOT = Path(__file__).resolve().parent.parent.parent


class Talk:
    def __init__(self, arguments: list[str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=ROOT, env={**os.environ, "HF_HUB_OFFLINE": "0"},
        )
        self.requests = cast(BinaryIO, self.process.stdin)
        self.replies = cast(BinaryIO, self.process.stdout)

    def ask(self, header: Header) -> tuple[Header, bytes]:
        write_frame(self.requests, header)
        return self.read()

    def read(self) -> tuple[Header, bytes]:
        reply = read_frame(self.replies)
        assert reply is not None
        return reply

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.replies, cast(BinaryIO, self.process.stderr)):
            stream.close()
        with contextlib.suppress(BrokenPipeError):
            self.requests.close()


@pytest.fixture
def command(models_folder: Path) -> list[str]:
    return ModelStore(models_folder).command(DEFAULT_TEXT_MODEL)


@pytest.fixture
def talk(command: list[str]) -> Iterator[Talk]:
    talk = Talk(command)
    yield talk
    talk.end()


def _vectors(reply: tuple[Header, bytes]) -> Any:
    header, payload = reply
    return np.frombuffer(payload, dtype=np.float32).reshape(header["ok"]["rows"], header["ok"]["dim"])


def test_answers_with_the_reference_vectors(talk: Talk, reference: Reference) -> None:
    found = _vectors(talk.ask({"op": "embed", "role": "document", "texts": reference.texts}))
    assert np.einsum("ij,ij->i", found, reference.vectors).min() >= 0.999


def test_many_texts_in_one_request(talk: Talk) -> None:
    found = _vectors(talk.ask({"op": "embed", "role": "document", "texts": [f"note {n}" for n in range(1000)]}))
    assert found.shape == (1000, 384)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)


def test_no_texts_and_info(talk: Talk) -> None:
    assert _vectors(talk.ask({"op": "embed", "role": "query", "texts": []})).shape == (0, 384)
    assert talk.ask({"op": "info"})[0]["ok"] == {
        "model": DEFAULT_TEXT_MODEL, "dim": 384, "pid": talk.process.pid, "runs_on": "llama.cpp",
    }


@pytest.mark.parametrize("request_", [
    {}, {"op": "dance"}, {"op": "embed"}, {"op": "embed", "role": "reader", "texts": []},
    {"op": "embed", "role": "query", "texts": "boiler"}, {"op": "embed", "role": "query", "texts": ["boiler", 3]},
    {"op": "embed", "role": "query", "texts": [""] * 200_000},
], ids=["empty", "op", "bare", "role", "texts", "number", "too many"])
def test_a_bad_request_is_answered_and_the_child_goes_on(talk: Talk, request_: Header) -> None:
    assert talk.ask(request_)[0]["error"]["code"] == "model_failed"
    assert talk.ask({"op": "info"})[0]["ok"]["dim"] == 384


def test_a_bad_header_is_answered_and_the_child_goes_on(talk: Talk) -> None:
    talk.requests.write(struct.pack("<II", 4, 3) + b"nonsabc")
    talk.requests.flush()
    assert talk.read()[0]["error"]["code"] == "model_failed"
    assert talk.ask({"op": "info"})[0]["ok"]["dim"] == 384


def test_a_stream_of_garbage_is_answered_and_ends_the_child(talk: Talk) -> None:
    talk.requests.write(b"\xff" * 64)
    talk.requests.flush()
    assert "over the limit" in talk.read()[0]["error"]["message"]
    assert talk.process.wait(20) == 0


def test_the_end_of_its_input_ends_the_child(talk: Talk) -> None:
    talk.ask({"op": "info"})
    talk.requests.close()
    assert talk.process.wait(20) == 0
    assert talk.replies.read() == b""


def test_killed_in_the_middle_the_stream_ends(talk: Talk) -> None:
    talk.ask({"op": "info"})
    write_frame(talk.requests, {"op": "embed", "role": "document", "texts": ["boiler " * 200] * 400})
    os.kill(talk.process.pid, signal.SIGKILL)
    try:
        assert read_frame(talk.replies) is None
    except FrameError:
        pytest.fail("half an answer")
    assert talk.process.wait(20) == -signal.SIGKILL


def test_a_missing_file_is_answered_at_every_request(tmp_path: Path) -> None:
    talk = Talk(["-m", "models", "--gguf", str(tmp_path / "none.gguf"), "--model", DEFAULT_TEXT_MODEL])
    try:
        for _ in range(2):
            error = talk.ask({"op": "info"})[0]["error"]
            assert error["code"] == "model_failed"
            assert "none.gguf" in error["message"]
    finally:
        talk.end()


def test_what_native_code_prints_does_not_reach_the_replies(command: list[str]) -> None:
    program = (
        "import os, sys; sys.argv = sys.argv[1:]\n"
        "import models.__main__ as child\n"
        "load = child._Child._loaded\n"
        "def noisy(self):\n"
        "    os.write(1, b'native noise'); print('python noise', flush=True)\n"
        "    return load(self)\n"
        "child._Child._loaded = noisy\n"
        "child.main()\n"
    )
    talk = Talk(["-c", program, "models", *command[2:]])
    try:
        assert talk.ask({"op": "info"})[0]["ok"]["dim"] == 384
        talk.requests.close()
        assert talk.process.wait(20) == 0
        noise = cast(BinaryIO, talk.process.stderr).read()
        assert b"native noise" in noise
        assert b"python noise" in noise
    finally:
        talk.end()
