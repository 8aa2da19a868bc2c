"""The codec and the frames, without a socket."""

from __future__ import annotations

import json
import math
import stat
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.answers import Hit, HitPassage, Mode, Problem, Results, Snapshot, Why
from indexer.errors import KnownError
from indexer.protocol import frames
from indexer.protocol import messages as m
from indexer.protocol.card import Card, new_key, read_key
from indexer.protocol.codec import MalformedError, from_bytes, to_bytes, typed
from indexer.runtime import Places
from indexer.search import MODES

# Lone surrogates too: what a name or an argument that is no UTF-8 looks like.
odd = st.characters(min_codepoint=0xDC80, max_codepoint=0xDCFF, categories=["Cs"])
texts = st.text(st.characters(codec="utf-8") | odd, max_size=20)
scores = st.none() | st.floats(allow_nan=False, allow_infinity=False)
whys = st.builds(Why, scores, scores, scores, scores)
spans = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
locators = st.dictionaries(texts, st.integers(0, 99) | texts, max_size=2)
indices = st.integers(0, 9)
numbers = st.floats(allow_nan=False, allow_infinity=False)
passages = st.lists(st.builds(HitPassage, texts, spans, locators, numbers, whys), max_size=2).map(tuple)
hits = st.builds(Hit, texts, texts, st.none() | texts, numbers, texts, spans, locators, whys, passages, indices)
results = st.builds(Results, texts, numbers, st.lists(hits, max_size=2).map(tuple), st.none() | texts)


@given(results)
def test_results_survive_both_ways(found: Results) -> None:
    answer = frames.decode_answer(frames.encode_answer(5, found))
    assert answer.id == 5
    assert typed(Results, answer.value, "answer") == found
    event = frames.decode_answer(frames.encode_event(6, m.Found(found)))
    assert event.event == m.Found(found)


@pytest.mark.parametrize(
    "request_",
    [
        m.Search("a\udce9b", 3, "words", frozenset({"pdf", "text"}), "/d\udc80", True), m.Similar("/a"), m.WarmUp(),
        m.GetStatus(), m.GetProblems(), m.Retry(("/a", "/b")), m.GetModels(), m.Add("/a"), m.Remove("/\uf7ff"),
        m.Index(()), m.Pause(15), m.Pause(None), m.Resume(), m.GetSettings(), m.FetchModel("m"),
        m.ImportModel("m", "/p"), m.UseModel("m"), m.RemoveModel("m"), m.VerifyModels(None), m.Subscribe(),
        m.Unsubscribe(), m.Cancel(3), m.Quit(), m.GetDetails("/a\uf7ff"), m.GetViews(("ab", "cd")),
        m.GetPage("/a", 3, 800, "a passage"), m.GetRecent(5), m.GetFolders("a\udce9", 5), m.Measure("/a"),
        m.Explain("/a\uf7ff", "a\udce9b"), m.GetDuplicates("same picture", 3), m.GetDuplicates(),
        m.Evaluate(5, ("words",), 7), m.Evaluate(),
        m.CountHidden(("*.log", "!a")), m.ChangeSettings({"ignore": ["*.log"], "workers": 2, "hidden": True}),
    ],
)
def test_requests_survive(request_: m.Request) -> None:
    frame = frames.encode_request(9, request_)
    assert frame.isascii()
    assert frames.decode_request(frame) == (9, request_)


def test_every_request_is_tried_above_and_has_its_name() -> None:
    assert {kind.op for kind in m.Request.__subclasses__()} == set(m.REQUESTS)
    assert len(m.REQUESTS) == 33


def test_the_modes_are_those_of_the_search() -> None:
    assert get_args(Mode) == MODES


@pytest.mark.parametrize(
    ("frame", "id", "code"),
    [
        (b"", None, "protocol"),
        (b"\xff\xfe\x00garbage", None, "protocol"),
        (b"[" * 100_000, None, "protocol"),
        (b"1" * 10_000, None, "protocol"),
        (b"[]", None, "protocol"),
        (b'{"op": "status"}', None, "protocol"),
        (b'{"id": true, "op": "status"}', None, "protocol"),
        (b'{"id": -1, "op": "status"}', None, "protocol"),
        (b'{"id": 1.0, "op": "status"}', None, "protocol"),
        (b'{"id": 99999999999999999999, "op": "status"}', None, "protocol"),
        (b'{"id": 4}', 4, "protocol"),
        (b'{"id": 4, "op": 7}', 4, "protocol"),
        (b'{"id": 4, "op": "format_disk"}', 4, "protocol"),
        (b'{"id": 4, "op": "status", "more": 1}', 4, "protocol"),
        (b'{"id": 4, "op": "search"}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": 3}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": "a", "limit": true}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": "a", "limit": 100000}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": "a", "mode": "magic"}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": "a", "kinds": ["a", 3]}', 4, "protocol"),
        (b'{"id": 4, "op": "search", "query": "' + b"a" * 10_001 + b'"}', 4, "bad_query"),
        (b'{"id": 4, "op": "add", "path": "' + b"a" * 40_000 + b'"}', 4, "protocol"),
        (b'{"id": 4, "op": "pause", "minutes": NaN}', None, "protocol"),
        (b'{"id": 4, "op": "pause", "minutes": 1e999}', 4, "protocol"),
        (b'{"id": 4, "op": "pause", "minutes": -1}', 4, "protocol"),
    ],
)
def test_what_is_no_request_is_refused(frame: bytes, id: int | None, code: str) -> None:
    with pytest.raises(frames.BadRequestError) as caught:
        frames.decode_request(frame)
    assert (caught.value.id, caught.value.error.code) == (id, code)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_understood(data: bytes) -> None:
    with pytest.raises(frames.BadRequestError):
        frames.decode_request(data)
    with pytest.raises(MalformedError):
        frames.decode_answer(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=6,
)
fields = st.dictionaries(st.sampled_from(["query", "limit", "mode", "kinds", "path", "paths", "target"]), json_values)


@given(st.sampled_from(sorted(m.REQUESTS)), fields)
def test_fields_of_any_kind_are_refused_or_of_the_right_type(op: str, values: dict[str, Any]) -> None:
    frame = json.dumps({"id": 1, "op": op, **values}).encode()
    try:
        _, request = frames.decode_request(frame)
    except frames.BadRequestError:
        return
    assert frames.decode_request(frames.encode_request(1, request))[1] == request


def test_an_error_keeps_code_message_and_path() -> None:
    error = KnownError("not_indexed", "It is not.", "/a\udce9")
    assert frames.decode_answer(frames.encode_error(3, error)).error == error


def test_an_error_from_a_later_version_is_still_one() -> None:
    frame = b'{"id": 1, "error": {"code": "from_the_future", "message": "Sorry.", "path": null}}'
    error = frames.decode_answer(frame).error
    assert error is not None
    assert (error.code, error.message) == ("engine_failed", "Sorry.")


@pytest.mark.parametrize("frame", [b"{}", b'{"id": 1}', b'{"id": null, "ok": 1}', b'{"id": 1, "event": {"kind": "x"}}',
                                   b'{"id": 1, "event": {"kind": "step", "snapshot": 3}}', b'{"id": 1, "error": {}}'])
def test_what_is_no_answer_is_refused(frame: bytes) -> None:
    with pytest.raises(MalformedError):
        frames.decode_answer(frame)


@pytest.mark.parametrize(
    "event",
    [
        m.Step(Snapshot("scan", 3, None, "/a")), m.Fetched(1, 2), m.Asked(3, 4), m.Notice("Hello"),
        m.Changed({"a": [1, None]}),
    ],
)
def test_events_survive(event: m.Event) -> None:
    assert frames.decode_answer(frames.encode_event(1, event)).event == event


def test_what_is_too_large_is_an_error_not_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KnownError) as caught:
        frames.encode_request(1, m.Retry(("a" * 30_000,) * 40))
    assert caught.value.code == "too_large"
    monkeypatch.setattr(frames, "REPLY_BYTES", 1_000)
    answer = frames.decode_answer(frames.encode_answer(1, ["a" * 1_000]))
    assert answer.error is not None
    assert answer.error.code == "too_large"


def test_no_number_that_json_has_not_is_sent() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_bytes({"a": math.nan})


def test_problems_are_checked_on_arrival() -> None:
    sent = [Problem("/a", None, "damaged", ""), Problem("/b", "failed", "empty", "x")]
    assert typed(list[Problem], from_bytes(to_bytes(sent)), "answer") == sent
    with pytest.raises(MalformedError, match="state"):
        typed(list[Problem], [{"path": "/a", "state": "odd", "code": "damaged", "detail": ""}], "answer")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX")
def test_the_key_is_its_owners_only_and_new_each_time(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    first = new_key(places)
    assert stat.S_IMODE(places.engine_key.stat().st_mode) == 0o600
    assert read_key(places) == first
    assert len(first) == 32
    places.engine_key.chmod(0o644)
    assert new_key(places) != first
    assert stat.S_IMODE(places.engine_key.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["engine.key"]


def test_a_card_survives_and_a_damaged_one_is_none(tmp_path: Path) -> None:
    places = Places.find(tmp_path)
    assert Card.read(places) is None
    card = Card("/run/a\udce9.sock", 7, "0.1", 1)
    card.write(places)
    assert Card.read(places) == card
    for damaged in (b"", b"{", b'{"address": ["localhost", 80], "pid": 1, "version": "1", "protocol": 1}', b"\xff"):
        places.engine_json.write_bytes(damaged)
        assert Card.read(places) is None
