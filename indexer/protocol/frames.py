"""Requests, answers and events as frames.

A client sends ``{"id", "op", ...}`` with an id of its choosing, not in use by another request of its own. The server
sends ``{"id", "event": {"kind", ...}}`` any number of times, then ``{"id", "ok"}`` or ``{"id", "error"}`` once. The
id of an error is null when that of the request could not be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, cast

from indexer.errors import TITLES, KnownError
from indexer.protocol.codec import MalformedError, Within, from_bytes, plain, to_bytes, typed
from indexer.protocol.messages import EVENTS, REQUESTS, Event, Request

REQUEST_BYTES = 1 << 20
REPLY_BYTES = 64 << 20
_LAST_ID = (1 << 53) - 1
_KINDS = {kind: name for name, kind in EVENTS.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sent: of ``value`` (``ok``), ``error`` and ``event`` the one that is meant."""

    id: int | None
    value: Any = None
    error: KnownError | None = None
    event: Event | None = None


class BadRequestError(Exception):
    """A sound frame with a request that is none. ``id`` is that of the request if it could be read."""

    def __init__(self, id: int | None, error: KnownError) -> None:
        super().__init__(str(error))
        self.id = id
        self.error = error


def encode_request(id: int, request: Request) -> bytes:
    """Raises KnownError too_large."""
    data = to_bytes({"id": id, "op": request.op, **plain(request)})
    if len(data) > REQUEST_BYTES:
        raise KnownError("too_large", f"A request may have {REQUEST_BYTES >> 20} MB; name fewer files at a time.")
    return data


def decode_request(data: bytes) -> tuple[int, Request]:
    """Raises BadRequestError."""
    id: int | None = None
    try:
        message = from_bytes(data)
        if not isinstance(message, dict):
            raise MalformedError("the request must be an object")
        id = _id(message.pop("id", None))
        kind = REQUESTS.get(typed(str, message.pop("op", None), "op"))
        if kind is None:
            raise MalformedError("there is no such request")
        return id, cast(Request, typed(kind, message, kind.op))
    except MalformedError as error:
        raise BadRequestError(id, KnownError(error.code, f"The request was not understood: {error}.")) from error


def encode_answer(id: int, value: object) -> bytes:
    """The last word on a request that was done, or an error when it is larger than may be sent."""
    data = to_bytes({"id": id, "ok": value})
    if len(data) > REPLY_BYTES:
        return encode_error(id, KnownError("too_large", f"The answer has more than {REPLY_BYTES >> 20} MB."))
    return data


def encode_error(id: int | None, error: KnownError) -> bytes:
    """The last word on a request that failed."""
    return to_bytes({"id": id, "error": {"code": error.code, "message": error.message, "path": error.path}})


def encode_event(id: int, event: Event) -> bytes:
    """Something in between."""
    return to_bytes({"id": id, "event": {"kind": _KINDS[type(event)], **plain(event)}})


def decode_answer(data: bytes) -> Answer:
    """What ``ok`` holds is left as JSON: ``typed`` with the request's ``answer`` is next. Raises MalformedError."""
    match from_bytes(data):
        case {"id": id, "ok": value}:
            return Answer(_id(id), value=value)
        case {"id": id, "error": {"code": str(code), "message": str(message), "path": str() | None as path}}:
            known = code if code in TITLES else "engine_failed"
            return Answer(None if id is None else _id(id), error=KnownError(known, message, path))
        case {"id": id, "event": {"kind": str(name), **rest}} if name in EVENTS:
            return Answer(_id(id), event=typed(EVENTS[name], rest, name))
        case _:
            raise MalformedError("neither answer, error nor event")


def _id(value: Any) -> int:
    found: int = typed(Annotated[int, Within(0, _LAST_ID)], value, "id")
    return found
