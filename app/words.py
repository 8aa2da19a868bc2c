"""Numbers, dates, places and reasons as a person says them, in the person's language."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale

from app.counted import Counted
from app.explained import EXPLAINED, OTHERWISE
from indexer.answers import Locator, Why
from indexer.paths import display, separator_of, to_text

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_LATEST = 253_402_300_799
_SEPARATOR = " › "
_BESIDE = " · "
_DISKS = ("/run/media/*/", "/media/*/", "/Volumes/", "/mnt/")

_KINDS = {
    "text": QT_TRANSLATE_NOOP("Words", "Text"),
    "markdown": QT_TRANSLATE_NOOP("Words", "Markdown text"),
    "rst": QT_TRANSLATE_NOOP("Words", "reStructuredText"),
    "html": QT_TRANSLATE_NOOP("Words", "Web page"),
    "csv": QT_TRANSLATE_NOOP("Words", "Table of values"),
    "json": QT_TRANSLATE_NOOP("Words", "JSON data"),
    "code": QT_TRANSLATE_NOOP("Words", "Source code"),
    "pdf": QT_TRANSLATE_NOOP("Words", "PDF document"),
    "docx": QT_TRANSLATE_NOOP("Words", "Word document"),
    "doc": QT_TRANSLATE_NOOP("Words", "Word document"),
    "odt": QT_TRANSLATE_NOOP("Words", "OpenDocument text"),
    "rtf": QT_TRANSLATE_NOOP("Words", "Rich text"),
    "pptx": QT_TRANSLATE_NOOP("Words", "PowerPoint slides"),
    "ppt": QT_TRANSLATE_NOOP("Words", "PowerPoint slides"),
    "odp": QT_TRANSLATE_NOOP("Words", "OpenDocument slides"),
    "xlsx": QT_TRANSLATE_NOOP("Words", "Excel workbook"),
    "xls": QT_TRANSLATE_NOOP("Words", "Excel workbook"),
    "ods": QT_TRANSLATE_NOOP("Words", "OpenDocument spreadsheet"),
    "epub": QT_TRANSLATE_NOOP("Words", "Electronic book"),
    "eml": QT_TRANSLATE_NOOP("Words", "Mail"),
    "msg": QT_TRANSLATE_NOOP("Words", "Mail"),
    "mbox": QT_TRANSLATE_NOOP("Words", "Mailbox"),
    "ipynb": QT_TRANSLATE_NOOP("Words", "Notebook"),
    "archive": QT_TRANSLATE_NOOP("Words", "Archive"),
    "xml": QT_TRANSLATE_NOOP("Words", "XML data"),
    "picture": QT_TRANSLATE_NOOP("Words", "Picture"),
    "other": QT_TRANSLATE_NOOP("Words", "File"),
}


def count(number: int) -> str:
    """A number with the separators of the person's language."""
    return QLocale().toString(number)


def size(number: int) -> str:
    """So many bytes, as file managers tell it: 4.2 MB, a million bytes being one MB."""
    precision = 0 if number < 1_000_000 else 1
    return QLocale().formattedDataSize(number, precision, QLocale.DataSizeFormat.DataSizeSIFormat)


def when(seconds: float) -> str:
    """A moment in seconds since 1970: the time today, yesterday, the weekday within a week, else the date.

    Empty for a moment that no file really has.
    """
    if not 0 < seconds <= _LATEST:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    days = moment.date().daysTo(QDateTime.fromSecsSinceEpoch(int(time.time())).date())
    if days == 0:
        return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if days == 1:
        return QCoreApplication.translate("Words", "yesterday")
    if 1 < days < 7:
        return QLocale().standaloneDayName(moment.date().dayOfWeek())
    return date(moment.date())


def date(day: QDate) -> str:
    """A day, short: 12 Mar 23."""
    return QLocale().toString(day, QCoreApplication.translate("Words", "d MMM yy", "date format of Qt: day month year"))


def duration(seconds: float) -> str:
    """How long something takes, as people say it: about 12 minutes."""
    if seconds < _MINUTE:
        return QCoreApplication.translate("Words", "less than a minute")
    if seconds < 1.5 * _HOUR:
        return Counted().minutes(round(seconds / _MINUTE))
    if seconds < 1.5 * _DAY:
        return Counted().hours(round(seconds / _HOUR))
    return Counted().days(round(seconds / _DAY))


def kind_name(kind: str) -> str:
    """What a file of ``kind`` is called."""
    return QCoreApplication.translate("Words", str(_KINDS.get(kind, _KINDS["other"])))


def place(locator: Locator) -> str:
    """Where in a file: page 12. Empty where nothing is known."""
    said: list[str] = []
    if "member" in locator:
        said.append(display(str(locator["member"])))
    for key, text in (
        ("page", QCoreApplication.translate("Words", "page {number}")),
        ("slide", QCoreApplication.translate("Words", "slide {number}")),
        ("frame", QCoreApplication.translate("Words", "frame {number}")),
        ("line", QCoreApplication.translate("Words", "line {number}")),
    ):
        if key in locator:
            said.append(text.format(number=count(int(locator[key]))))
    for key, text in (
        ("sheet", QCoreApplication.translate("Words", "sheet {name}")),
        ("cell", QCoreApplication.translate("Words", "cell {name}")),
    ):
        if key in locator:
            said.append(text.format(name=display(str(locator[key]))))
    if not said and "section" in locator:
        said.append(display(str(locator["section"])))
    return _BESIDE.join(said)


def reasons(why: Why, kind: str) -> list[str]:
    """Why a file of ``kind`` came up, the plainest reason first."""
    said: list[str] = []
    if why.name is not None:
        said.append(QCoreApplication.translate("Words", "name"))
    if kind == "picture" and (why.words is not None or why.meaning is not None):
        said.append(QCoreApplication.translate("Words", "text in picture"))
    elif kind != "picture":
        if why.words is not None:
            said.append(QCoreApplication.translate("Words", "words"))
        if why.meaning is not None:
            said.append(QCoreApplication.translate("Words", "meaning"))
    if why.picture is not None:
        said.append(QCoreApplication.translate("Words", "looks like it"))
    return said


def folder(path: str, roots: Sequence[str] = ()) -> str:
    """A folder, given by its database path: Documents › Flat.

    The way to it begins inside the home folder, at the disk, or else at the one of ``roots`` that holds it.
    """
    parts = _parts(path, roots)
    return _SEPARATOR.join(_isolated(part) for part in parts)


def folder_of(path: str, roots: Sequence[str] = ()) -> str:
    """The folder that holds the file at ``path``, as ``folder`` says it."""
    slashed = _slashed(path)
    above = slashed.rpartition("/")[0]
    return folder(above or "/", roots)


def name_of(path: str) -> str:
    """The name of the file or folder at a database path."""
    return display(_slashed(path).rstrip("/").rpartition("/")[2]) or display(path)


def explain(code: str) -> tuple[str, str]:
    """What happened, and what to do about it."""
    what, remedy = EXPLAINED.get(code, OTHERWISE)
    return QCoreApplication.translate("Words", str(what)), QCoreApplication.translate("Words", str(remedy))


def explained(code: str) -> str:
    """What happened and what to do about it, in one text."""
    what, remedy = explain(code)
    return QCoreApplication.translate("Words", "{what}. {remedy}").format(what=what, remedy=remedy)


def rate(status: Mapping[str, Any]) -> str:
    """What the engine is doing and how long it takes, from a status; empty before the first."""
    if not status:
        return ""
    if status["state"] == "paused":
        return _waiting(status.get("waiting"))
    doing = _doing(status)
    if status["state"] == "idle" or doing is None:
        return QCoreApplication.translate("Words", "Everything is up to date")
    said = [doing]
    if status.get("rate"):
        said.append(QCoreApplication.translate("Words", "{count}/min").format(count=count(round(status["rate"]))))
    if status.get("eta_s") is not None:
        said.append(QCoreApplication.translate("Words", "{duration} left").format(duration=duration(status["eta_s"])))
    return _BESIDE.join(said)


def _doing(status: Mapping[str, Any]) -> str | None:
    phase, current = status.get("phase"), status.get("current")
    if phase == "scan" and current:
        return QCoreApplication.translate("Words", "Looking for changes in {folder}").format(folder=name_of(current))
    if phase == "read" and current:
        name = name_of(_slashed(current).rpartition("/")[0] or current)
        return QCoreApplication.translate("Words", "Indexing {folder}").format(folder=name)
    return {
        "scan": QCoreApplication.translate("Words", "Looking for changes"),
        "read": QCoreApplication.translate("Words", "Indexing"),
        "embed": QCoreApplication.translate("Words", "Preparing search by meaning"),
        "look": QCoreApplication.translate("Words", "Looking at pictures"),
        "ocr": QCoreApplication.translate("Words", "Reading text in pictures"),
        "wait": QCoreApplication.translate("Words", "Waiting"),
    }.get(str(phase))


def _waiting(waiting: Mapping[str, Any] | None) -> str:
    if waiting is None:
        return explain("paused")[0]
    if waiting.get("code") == "paused" and waiting.get("until"):
        until = QDateTime.fromSecsSinceEpoch(int(waiting["until"]))
        moment = QLocale().toString(until.time(), QLocale.FormatType.ShortFormat)
        if until.date() == QDateTime.fromSecsSinceEpoch(int(time.time())).date():
            return QCoreApplication.translate("Words", "Paused until {time}").format(time=moment)
        return QCoreApplication.translate("Words", "Paused until tomorrow, {time}").format(time=moment)
    return explain(str(waiting.get("code")))[0]


def _parts(path: str, roots: Sequence[str]) -> list[str]:
    whole = _slashed(path).rstrip("/") or "/"
    home = _slashed(to_text(str(Path.home()))).rstrip("/")
    if whole == home:
        return [QCoreApplication.translate("Words", "Home")]
    if whole.startswith(f"{home}/"):
        return whole[len(home) + 1 :].split("/")
    for root in sorted((_slashed(root).rstrip("/") for root in roots), key=len, reverse=True):
        if root and (whole == root or whole.startswith(f"{root}/")):
            return [root.rpartition("/")[2], *whole[len(root) + 1 :].split("/")] if whole != root else [name_of(root)]
    return _from_disk(whole)


def _from_disk(whole: str) -> list[str]:
    parts = [part for part in whole.split("/") if part]
    for pattern in _DISKS:
        head = [part for part in pattern.split("/") if part]
        is_under = len(parts) > len(head) and all(h in ("*", p) for h, p in zip(head, parts, strict=False))
        if whole.startswith("/") and is_under:
            return parts[len(head) :]
    return parts or ["/"]


def _slashed(path: str) -> str:
    """With slashes also where the system writes backslashes, which elsewhere are letters of a name."""
    return path.replace(separator_of(path), "/")


def _isolated(name: str) -> str:
    """Fit to stand among names that are written in the other direction."""
    shown = display(name)
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown):
        return f"\N{FIRST STRONG ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}"
    return shown
