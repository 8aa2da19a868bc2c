"""The person's choices, in ``settings.toml``: read with defaults, checked, written without losing comments."""

from __future__ import annotations

import errno
import os
import tempfile
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from indexer.errors import KnownError


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. The folders to index are not here: ``hunch add`` keeps them.

    Attributes:
        ignore: patterns in gitignore syntax, relative to each folder; they win over ignore files and defaults.
        hidden: also index hidden files and folders.
        max_file_mb: larger files are listed as too large and not read.
        text_model: id of the text model, see ``hunch models list``.
        text_dim: shorter vectors where the model allows it; 0 means the model's full length.
        extract_timeout_s: seconds one file may take to read.
        extract_memory_mb: megabytes one reader may use.
        workers: files read at the same time, each by a process of its own.
    """

    ignore: tuple[str, ...] = ()
    hidden: bool = False
    max_file_mb: int = 200
    text_model: str = "all-MiniLM-L6-v2"
    text_dim: int = 0
    extract_timeout_s: int = 60
    extract_memory_mb: int = 1024
    workers: int = 2


# Smallest and largest value of each number, in its own unit.
_RANGES = {
    "max_file_mb": (1, 100_000), "text_dim": (0, 8192), "extract_timeout_s": (1, 3600),
    "extract_memory_mb": (128, 65_536), "workers": (1, 64),
}


def load(path: Path) -> Settings:
    """Read the settings; a file that is not there means the defaults.

    Raises:
        KnownError: settings_invalid naming line or setting and reason; the file is left as it is. The caller goes
            on with ``Settings()``.
    """
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise _invalid(path, "It is not UTF-8 text.") from error
    except OSError as error:
        raise _invalid(path, f"It cannot be read ({error.strerror}).") from error
    except tomllib.TOMLDecodeError as error:
        raise _invalid(path, f"{error}.") from error
    known = {field.name for field in fields(Settings)}
    checked: dict[str, Any] = {}
    for name, value in values.items():
        where = _line_of(text, name)
        if name not in known:
            raise _invalid(path, f"{where}there is no setting named {name!r}.")
        checked[name] = _checked(path, where, name, value)
    return Settings(**checked)


def change(path: Path, **values: object) -> Settings:
    """Write some settings, keeping the rest of the file and its comments; returns all of them.

    Raises:
        KnownError: settings_invalid as ``load``, for the file or a value; read_only, disk_full.
    """
    load(path)
    for name, value in values.items():
        if name not in {field.name for field in fields(Settings)}:
            raise _invalid(path, f"There is no setting named {name!r}.")
        values[name] = _checked(path, "", name, value)
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        for name, value in values.items():
            document[name] = list(value) if isinstance(value, tuple) else value
        _replace(path, tomlkit.dumps(document))
    except TOMLKitError as error:
        raise _invalid(path, f"{error}.") from error
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "read_only"
        raise KnownError(code, f"The settings could not be written ({error.strerror}).", str(path)) from error
    return load(path)


def _checked(path: Path, where: str, name: str, value: object) -> object:
    default = getattr(Settings(), name)
    if isinstance(default, tuple):
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise _invalid(path, f"{where}{name} must be a list of texts, such as [\"*.log\"].")
        return tuple(value)
    # A bool is an int in Python, yet "workers = true" is a mistake.
    if type(value) is not type(default):
        wanted = {bool: "true or false", int: "a whole number", str: "a text in quotes"}[type(default)]
        raise _invalid(path, f"{where}{name} must be {wanted}.")
    if isinstance(value, int) and name in _RANGES:
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise _invalid(path, f"{where}{name} must be between {low} and {high}.")
    return value


def _invalid(path: Path, reason: str) -> KnownError:
    return KnownError("settings_invalid", f"{reason} Correct the file, or delete it to use the defaults.", str(path))


def _line_of(text: str, name: str) -> str:
    """``Line N: `` of a top-level key or table, or nothing where it is written in an unusual way."""
    for number, line in enumerate(text.splitlines(), 1):
        key = line.split("=")[0].strip().strip("[]\"' ")
        if key == name or key.startswith(f"{name}."):
            return f"Line {number}: "
    return ""


def _replace(path: Path, text: str) -> None:
    """Write the whole file or leave the old one."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
