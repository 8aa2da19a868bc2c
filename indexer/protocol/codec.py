"""Dataclasses to JSON and back, checked field by field against their annotations."""

from __future__ import annotations

import json
import math
import types
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

_WHOLE = 1 << 63


@dataclass(frozen=True, slots=True)
class Longest:
    """Upper bound of a text, in characters; ``code`` is what to report of a longer one."""

    characters: int
    code: str = "protocol"


@dataclass(frozen=True, slots=True)
class Within:
    """Bounds of a number, both included."""

    low: float
    high: float


class MalformedError(Exception):
    """Not what the annotations say. ``code`` is a key of ``errors.TITLES``."""

    def __init__(self, message: str, code: str = "protocol") -> None:
        super().__init__(message)
        self.code = code


def to_bytes(value: object) -> bytes:
    """ASCII JSON; a lone surrogate stays an escape, so that any text survives."""
    return json.dumps(plain(value), allow_nan=False, separators=(",", ":")).encode("ascii")


def from_bytes(data: bytes) -> Any:
    """The JSON value in ``data``. Raises MalformedError."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        # UnicodeDecodeError and JSONDecodeError are ValueErrors; the reason would quote what was sent.
        raise MalformedError("not JSON text") from error


def plain(value: Any) -> Any:
    """``value`` in lists, dicts, texts, numbers and None only."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(plain(item) for item in value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def typed(kind: Any, value: Any, where: str) -> Any:
    """``value``, as ``from_bytes`` gives it, in the type ``kind``. Raises MalformedError naming ``where``."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return value
    if kind is None or kind is type(None):
        return value if value is None else _wrong(where, "null")
    if origin is Annotated:
        return _bounded(typed(arguments[0], value, where), arguments[1:], where)
    if origin in (Union, types.UnionType):
        return _one_of(arguments, value, where)
    if origin is Literal:
        if not isinstance(value, str) or value not in arguments:
            _wrong(where, "one of " + ", ".join(arguments))
        return value
    if is_dataclass(kind):
        return _object(kind, value, where)
    if origin is not None:
        return _collection(origin, arguments, value, where)
    return _single(kind, value, where)


def _single(kind: Any, value: Any, where: str) -> Any:
    # A bool is an int in Python, yet true is no number.
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is float and number and math.isfinite(value):
        return float(value)
    if kind is int and type(value) is int and -_WHOLE <= value < _WHOLE:
        return value
    if kind in (str, bool) and type(value) is kind:
        return value
    return _wrong(where, {float: "a number", int: "a whole number", str: "a text", bool: "true or false"}[kind])


def _collection(origin: Any, arguments: tuple[Any, ...], value: Any, where: str) -> Any:
    if issubclass(origin, Mapping):
        if not isinstance(value, dict):
            _wrong(where, "an object")
        return {key: typed(arguments[1], item, where) for key, item in value.items()}
    if not isinstance(value, list):
        _wrong(where, "a list")
    if origin is tuple and arguments[-1] is not Ellipsis:
        if len(value) != len(arguments):
            _wrong(where, f"a list of {len(arguments)}")
        return tuple(typed(kind, item, where) for kind, item in zip(arguments, value, strict=True))
    return origin(typed(arguments[0], item, where) for item in value)


def _object(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        _wrong(where, "an object")
    known = _fields(kind)
    for name in value.keys() - known.keys():
        raise MalformedError(f"{where} has an unknown field {name[:40]!r}")
    found = {}
    for name, (field, annotation) in known.items():
        if name in value:
            found[name] = typed(annotation, value[name], f"{where}.{name}")
        elif field.default is MISSING:
            raise MalformedError(f"{where} lacks the field {name!r}")
    return kind(**found)


@cache
def _fields(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: (field, hints[field.name]) for field in fields(kind)}


def _one_of(kinds: tuple[Any, ...], value: Any, where: str) -> Any:
    last: MalformedError | None = None
    for kind in kinds:
        try:
            return typed(kind, value, where)
        except MalformedError as error:
            # Null is never what somebody meant by a value that is there.
            if kind is not type(None):
                last = error
    raise last or MalformedError(f"{where} is of no known kind")


def _bounded(value: Any, bounds: tuple[Any, ...], where: str) -> Any:
    for bound in bounds:
        match bound:
            case Longest(characters, code) if len(value) > characters:
                raise MalformedError(f"{where} is longer than {characters:,} characters", code)
            case Within(low, high) if not low <= value <= high:
                _wrong(where, f"between {low:,} and {high:,}")
    return value


def _wrong(where: str, wanted: str) -> NoReturn:
    raise MalformedError(f"{where} must be {wanted}")


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
