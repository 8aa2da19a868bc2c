"""The person's choices, in ``settings.toml``: read with defaults, checked, written without losing comments."""

from __future__ import annotations

import errno
import threading
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from indexer.errors import KnownError
from indexer.runtime import replace_file


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. The folders to index are not here: ``hunch add`` keeps them.

    Attributes:
        ignore: patterns in gitignore syntax, relative to each folder; they win over ignore files and defaults.
        hidden: also index hidden files and folders.
        max_file_mb: larger files are listed as too large and not read.
        text_model: id of the text model, see ``hunch models list``.
        picture_model: id of the model for pictures; they are looked at once it is installed.
        read_pictures: also read the text in pictures and scanned pages, after everything else.
        text_dim: shorter vectors where the model allows it; 0 means the model's full length.
        extract_timeout_s: seconds one file may take to read.
        extract_memory_mb: megabytes one reader may use.
        workers: files read at the same time, each by a process of its own; 0 goes by the number of processors.
        battery_percent: on battery below this charge indexing waits; 0 never, 100 whenever on battery.
        wait_when_busy: indexing waits while other programs need the processors.
        wait_when_fullscreen: indexing waits while a full-screen application is in front.
        cpu_percent: share of the time in which indexing may work.
        scan_minutes: all folders are compared this often, even when no change was noticed.
        idle_minutes: models nobody asked for this long leave memory.
        least_free_mb: with less free space on the data folder's disk indexing stops.
    """

    ignore: tuple[str, ...] = ()
    hidden: bool = False
    max_file_mb: int = 200
    text_model: str = "all-MiniLM-L6-v2"
    picture_model: str = "clip-vit-b-32"
    read_pictures: bool = True
    text_dim: int = 0
    extract_timeout_s: int = 60
    extract_memory_mb: int = 1024
    workers: int = 0
    battery_percent: int = 30
    wait_when_busy: bool = True
    wait_when_fullscreen: bool = True
    cpu_percent: int = 100
    scan_minutes: int = 60
    idle_minutes: int = 5
    least_free_mb: int = 1024


# Smallest and largest value of each number, in its own unit.
_RANGES = {
    "max_file_mb": (1, 100_000), "text_dim": (0, 8192), "extract_timeout_s": (1, 3600),
    "extract_memory_mb": (128, 65_536), "workers": (0, 64), "battery_percent": (0, 100),
    "cpu_percent": (10, 100), "scan_minutes": (1, 1440), "idle_minutes": (1, 1440), "least_free_mb": (100, 1_000_000),
}
# An editor may empty or remove the file before it writes it anew; what lies there in between is not a choice.
_SETTLED_S = 1.0
# Time of the last change, size and inode; zeros where there is no file.
_Identity = tuple[int, int, int]


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


def change(path: Path, /, **values: object) -> Settings:
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
        replace_file(path, tomlkit.dumps(document).encode())
    except TOMLKitError as error:
        raise _invalid(path, f"{error}.") from error
    except OSError as error:
        code = "disk_full" if error.errno == errno.ENOSPC else "read_only"
        raise KnownError(code, f"The settings could not be written ({error.strerror}).", str(path)) from error
    return load(path)


class LiveSettings:
    """The settings in force while their file may change at any moment. Thread-safe.

    Read at once when made; what is wrong with the file then is in ``problem`` and the defaults are in force.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._now = Settings()
        self._problem: KnownError | None = None
        self._taken: _Identity | None = None
        self._seen: _Identity | None = None
        self._seen_at = 0.0
        self._read()

    @property
    def now(self) -> Settings:
        """The settings in force: the last that were free of mistakes."""
        return self._now

    @property
    def problem(self) -> KnownError | None:
        """What is wrong with the file as it is now, or None."""
        return self._problem

    def renew(self) -> bool:
        """Read the file again if it is another than before and has been left alone for a second.

        Costs one look at the file. True when ``now`` or ``problem`` changed.
        """
        with self._lock:
            found = _identity(self._path)
            if found == self._taken:
                self._seen = None
                return False
            if found != self._seen:
                self._seen, self._seen_at = found, self._clock()
                return False
            if self._clock() - self._seen_at < _SETTLED_S:
                return False
            self._taken = found
            return self._read()

    def change(self, /, **values: object) -> Settings:
        """Write some settings as ``settings.change`` does; they are in force at once. Raises KnownError as it does."""
        with self._lock:
            self._now, self._problem = change(self._path, **values), None
            return self._now

    def _read(self) -> bool:
        before = self._now, self._problem
        try:
            self._now, self._problem = load(self._path), None
        except KnownError as error:
            self._problem = error
        return (self._now, self._problem) != before


def _identity(path: Path) -> _Identity:
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


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
