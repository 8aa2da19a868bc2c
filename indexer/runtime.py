"""Where things are kept, who may write, and the log."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

import platformdirs

from indexer.errors import KnownError

DATA_DIR_VARIABLE = "HUNCH_DATA_DIR"
_LOG_BYTES = 2 << 20
_LOG_FILES = 3
_LOCK_TRIES = 5
_LOCK_PAUSE_S = 0.05


@dataclass(frozen=True, slots=True)
class Places:
    """Everything Hunch keeps, below one folder."""

    data: Path

    @classmethod
    def find(cls, data_dir: str | Path | None = None) -> Places:
        """``data_dir`` if given, else ``HUNCH_DATA_DIR``, else the folder the system foresees for it."""
        chosen = data_dir or os.environ.get(DATA_DIR_VARIABLE)
        folder = Path(chosen) if chosen else platformdirs.user_data_path("hunch", appauthor=False)
        return cls(folder.expanduser().absolute())

    def create(self) -> None:
        """Make the folder, open to its owner only. Raises KnownError read_only or not_a_folder."""
        try:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.logs.mkdir(mode=0o700, exist_ok=True)
            if sys.platform != "win32" and self.data.stat().st_uid == os.geteuid():
                self.data.chmod(0o700)
        except FileExistsError as error:
            raise KnownError("not_a_folder", "Choose another data folder.", str(self.data)) from error
        except OSError as error:
            raise KnownError(
                "read_only", f"Choose another data folder ({error.strerror}).", str(self.data)
            ) from error

    @property
    def index_db(self) -> Path:
        """The index; it can always be built again from the files."""
        return self.data / "index.db"

    @property
    def user_db(self) -> Path:
        """What can not be built again."""
        return self.data / "user.db"

    @property
    def settings(self) -> Path:
        return self.data / "settings.toml"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def lock(self) -> Path:
        return self.data / "writer.lock"

    @property
    def pause(self) -> Path:
        """The person's pause, while there is one."""
        return self.data / "pause.json"

    @property
    def engine_key(self) -> Path:
        """What a client must know to be let in."""
        return self.data / "engine.key"

    @property
    def engine_json(self) -> Path:
        """Where the running engine is met."""
        return self.data / "engine.json"


class WriterLock:
    """Held by the one process that writes to a data folder. A context manager.

    The operating system keeps the lock and ends it with the process, however that dies. The number of the process
    in the file is for messages only.
    """

    def __init__(self, places: Places) -> None:
        self._path = places.lock
        self._file: IO[bytes] | None = None

    @staticmethod
    def is_held(places: Places) -> bool:
        """Whether some process holds it now."""
        lock = WriterLock(places)
        try:
            with lock:
                return False
        except KnownError as error:
            return error.code == "index_busy"

    @staticmethod
    def holder(places: Places) -> int | None:
        """Number of the process that holds it now, None when nobody does."""
        if not WriterLock.is_held(places):
            return None
        try:
            with places.lock.open("rb") as file:
                return _holder(file)
        except OSError:
            return None

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is locked is still the one others would try: false once the folder was deleted."""
        try:
            return self._file is not None and os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except OSError:
            return False

    def __enter__(self) -> WriterLock:
        """Raises KnownError index_busy when another process holds it, read_only when it cannot be written."""
        try:
            file = self._path.open("a+b", buffering=0)
        except OSError as error:
            raise KnownError(
                "read_only", f"Make the data folder writable ({error.strerror}).", str(self._path.parent)
            ) from error
        try:
            for left in reversed(range(_LOCK_TRIES)):
                try:
                    _lock(file)
                    break
                except OSError:
                    # Somebody may only be asking whether it is held.
                    if not left:
                        raise
                    time.sleep(_LOCK_PAUSE_S)
        except OSError as error:
            holder = _holder(file)
            file.close()
            who = f"process {holder}" if holder else "another process"
            raise KnownError(
                "index_busy", f"Wait until {who} is done, or end it.", str(self._path.parent)
            ) from error
        except BaseException:
            file.close()
            raise
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        self._file = file
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            # Closing ends the lock. The file stays: a lock on a deleted file would keep nobody out.
            self._file.truncate(0)
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 30

    def _lock(file: IO[bytes]) -> None:
        # A byte far behind the text, since nobody else could read a locked one.
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(file: IO[bytes]) -> int | None:
    file.seek(0)
    number = file.read(20).strip()
    return int(number) if number.isdigit() else None


def replace_file(path: Path, content: bytes) -> None:
    """Write the whole file, readable by its owner only, or leave the old one. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def start_logging(places: Places, *, verbose: bool = False, name: str = "hunch") -> None:
    """Write what happens to ``logs/NAME.log``, and to stderr when ``verbose``. Never what documents say.

    Each program has a file of its own: two that turn over the same one lose what the other wrote.
    """
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    layout = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    handlers: list[logging.Handler] = [logging.handlers.RotatingFileHandler(
        places.logs / f"{name}.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
    )]
    if verbose:
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(layout)
        root.addHandler(handler)
