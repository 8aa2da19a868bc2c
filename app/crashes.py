"""What went wrong in the window itself, kept without a word of what the person searches or has.

A report names types, places in our code and versions. The text of an exception, local variables and paths of files
are left out: they may quote documents.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Literal

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from app.versions import report_text
from indexer.errors import KnownError
from indexer.runtime import Places

_ROOT = Path(__file__).resolve().parent.parent
_OURS = ("app", "indexer", "models")
_LOG_BYTES = 256 * 1024
_REPORTS = 50
_NATIVE_BYTES = 64 * 1024
_NATIVE_PLACE = re.compile(r'File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')
_QUOTED = re.compile(r"""["'`«“].*["'`»”]|\S*[/\\].*""", re.DOTALL)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")


@dataclass(frozen=True, slots=True)
class Report:
    """``native``: the last run died of it. ``text``: what a person may send; ``log``: where it is kept."""

    kind: Literal["exception", "native"]
    text: str
    log: Path


class Crashes(QObject):
    """Keeps what nobody caught. One per process, made on the main thread once no other window has this data folder.

    Attributes:
        earlier: what ended the last run of the window, or None.

    Signals:
        crashed: the first ``Report`` of this run; emitted in the thread where it happened.
    """

    crashed = Signal(object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_path = places.logs / "crashes.log"
        self._native_path = places.logs / "crash.native"
        self._native: IO[bytes] | None = None
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self.earlier = self._find_earlier()
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable
        self._qt_before = qInstallMessageHandler(_from_qt)
        self._watch_native()

    def close(self) -> None:
        """Put everything back as it was: the window ends as it should."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native_path.unlink(missing_ok=True)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._keep(f"Uncaught on the main thread: {_told(error, trace)}", is_loud=True)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is None or issubclass(args.exc_type, SystemExit):
            return
        name = args.thread.name if args.thread is not None else "?"
        self._keep(f"Uncaught in thread {name}: {_told(args.exc_value, args.exc_traceback)}", is_loud=True)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._keep(f"Ignored: {_told(args.exc_value, args.exc_traceback)}", is_loud=False)

    def _keep(self, what: str, *, is_loud: bool) -> None:
        """Each report once: what fails while painting fails again and again."""
        with self._lock:
            if what in self._known or len(self._known) == _REPORTS:
                return
            is_first = is_loud and not any(one.startswith("Uncaught") for one in self._known)
            self._known.add(what)
        text = f"{what}\n\n{report_text()}"
        log.error("%s", what)
        self._write(text)
        with suppress(OSError, ValueError):
            print(f"{text}\n\n{self.log_path}", file=sys.stderr)
        if is_first:
            self.crashed.emit(Report("exception", text, self.log_path))

    def _write(self, text: str) -> None:
        try:
            if self.log_path.exists() and self.log_path.stat().st_size > _LOG_BYTES:
                self.log_path.replace(self.log_path.with_suffix(".log.1"))
            handle = os.open(self.log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as file:
                file.write(f"== {time.strftime('%Y-%m-%d %H:%M:%S')}\n{text}\n\n")
        except OSError as error:
            log.warning("the report could not be written (errno %s)", error.errno)

    def _watch_native(self) -> None:
        try:
            self._native = self._native_path.open("wb", buffering=0)
            faulthandler.enable(self._native)
        except OSError as error:
            log.warning("crashes of libraries are not noted (errno %s)", error.errno)

    def _find_earlier(self) -> Report | None:
        """A file with something in it was not taken away by ``close``."""
        try:
            with self._native_path.open("rb") as file:
                left = file.read(_NATIVE_BYTES).decode("utf-8", "replace")
        except OSError:
            return None
        if not left.strip():
            return None
        text = f"The last run ended: {_native_told(left)}\n\n{report_text()}"
        self._write(text)
        return Report("native", text, self.log_path)


def _told(error: BaseException, trace: TracebackType | None) -> str:
    """Type and places of an exception and of those that led to it; never its text."""
    lines = [_named(error), *_places(trace)]
    seen = {id(error)}
    cause = error.__cause__ or error.__context__
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += [f"after {_named(cause)}", *_places(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _named(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return f"{name} ({error.code}: {error.title})" if isinstance(error, KnownError) else name


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        if place := _ours(code.co_filename):
            yield f"  {place}:{trace.tb_lineno} in {code.co_qualname}"
        trace = trace.tb_next


def _ours(file: str) -> str | None:
    """The file's place below our code, or None where it is not ours."""
    path = Path(file)
    try:
        # In a frozen application code knows its file below the root only.
        path = path.relative_to(_ROOT) if path.is_absolute() else path
    except ValueError:
        return None
    return path.as_posix() if path.parts and path.parts[0] in _OURS else None


def _native_told(left: str) -> str:
    """What faulthandler wrote, without the places outside our code."""
    lines = []
    for line in left.splitlines():
        found = _NATIVE_PLACE.search(line)
        if found is None:
            if line.startswith(("Fatal", "Windows fatal", "Current thread", "Thread")):
                lines.append(_without_quotes(line))
        elif place := _ours(found["file"]):
            lines.append(f"  {place}:{found['line']} in {found['name']}")
    return "\n".join(lines)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    qt_log.log(_LEVELS[kind], "%s: %s", context.category, _without_quotes(message))


def _without_quotes(message: str) -> str:
    """What Qt quotes may be a name or a text of the person's, and so may anything with a slash."""
    return _QUOTED.sub("…", message)
