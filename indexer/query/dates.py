"""Dates as people write them, each a span of whole days. Pure; local dates, weeks begin on Monday.

English, and the common words of German and Chinese.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from indexer.paths import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199

_DAY = timedelta(days=1)
_MONTHS = (
    "jan january januar", "feb february februar", "mar march marz maerz", "apr april", "may mai", "jun june juni",
    "jul july juli", "aug august", "sep sept september", "oct october okt oktober", "nov november",
    "dec december dez dezember",
)
_WEEKDAYS = (
    "mon monday montag", "tue tuesday dienstag", "wed wednesday mittwoch", "thu thursday donnerstag",
    "fri friday freitag", "sat saturday samstag sonnabend", "sun sunday sonntag",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
_UNIT = {
    name: unit
    for unit, names in {
        "day": "day days tag tage tagen", "week": "week weeks woche wochen",
        "month": "month months monat monate monaten", "year": "year years jahr jahre jahren",
    }.items()
    for name in names.split()
}
_THIS = frozenset({"this", "current", "dieser", "diese", "dieses", "diesen"})
_LAST = frozenset({"last", "past", "previous", "letzter", "letzte", "letztes", "letzten"})
_FILLING = frozenset({"the", "of", "st", "nd", "rd", "th", "der", "die", "das", "am", "im", "in"})
_CHINESE = {
    "今天": "today", "昨天": "yesterday", "本周": "this week", "这周": "this week", "上周": "last week",
    "本月": "this month", "这个月": "this month", "上月": "last month", "上个月": "last month", "今年": "this year",
    "去年": "last year",
}
_DAY_NAMES = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1, "vorgestern": 2}

_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?[-/.]?")
_CHINESE_DATE = re.compile(r"(\d{4})\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./-](\d{4})")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Days:
    """The days in [start, end); None: no limit."""

    start: date | None
    end: date | None


def days_named(text: str, today: date) -> Days | None:
    """The days meant, None when it cannot be told.

    ``2024``, ``2024-03``, ``5.3.2024``, ``yesterday``, ``last week``, ``march 2023``, ``3 days ago``, ``last 7 days``,
    ``2022..2023``; words may be joined with dashes or underscores. ``05/03/2024`` is not told: see ``readings``.
    """
    if ".." in text:
        first, _, last = text.partition("..")
        start = days_named(first, today) if first.strip() else Days(None, None)
        end = days_named(last, today) if last.strip() else Days(None, None)
        if start is None or end is None or not (start.start or end.end):
            return None
        return Days(start.start, end.end)
    wanted = fold(text).strip()
    wanted = _CHINESE.get(wanted, wanted)
    try:
        return _numeric(wanted, today) or _worded(_TOKEN.findall(wanted), today)
    except (ValueError, OverflowError):
        return None


def readings(text: str) -> tuple[date, ...]:
    """The two days that ``05/03/2024`` may mean, day first; empty where there is only one, or none."""
    found = _DAY_FIRST.fullmatch(text.strip())
    if not found or found[2] != "/" or len(found[4]) != 4:
        return ()
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    if one == other or not (1 <= one <= 12 and 1 <= other <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return ()
    return date(year, other, one), date(year, one, other)


def _numeric(wanted: str, today: date) -> Days | None:
    """Raises ValueError for what looks like a date but is none."""
    found = _YEAR_FIRST.fullmatch(wanted)
    if found:
        return _calendar(int(found[1]), found[3], found[4])
    chinese = _CHINESE_DATE.fullmatch(wanted)
    if chinese:
        return _calendar(int(chinese[1]), chinese[2], chinese[3])
    found = _MONTH_FIRST.fullmatch(wanted)
    if found:
        return _calendar(int(found[2]), found[1], None)
    found = _DAY_FIRST.fullmatch(wanted)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), _full_year(found[4], today)
    if found[2] != "/":
        return _calendar(year, second, first)
    # With slashes some put the month first; only where that cannot be is it told.
    if first <= 12 and second <= 12 and first != second:
        return None
    return _calendar(year, second, first) if second <= 12 else _calendar(year, first, second)


def _worded(tokens: list[str], today: date) -> Days | None:
    words = [token for token in tokens if token not in _FILLING]
    match words:
        case [name] if name in _DAY_NAMES:
            return _one(today - _DAY * _DAY_NAMES[name])
        case [name] if name in _WEEKDAY:
            return _one(today - _DAY * ((today.weekday() - _WEEKDAY[name]) % 7))
        case [last, name] if last in _LAST and name in _WEEKDAY:
            return _one(today - _DAY * ((today.weekday() - _WEEKDAY[name] - 1) % 7 + 1))
        case [this, unit] if this in _THIS and unit in _UNIT:
            return _back(today, 0, _UNIT[unit])
        case [last, unit] if last in _LAST and unit in _UNIT:
            return _back(today, 1, _UNIT[unit])
        case [last, count, unit] if last in _LAST and count.isdecimal() and unit in _UNIT:
            return Days(_same_day(today, int(count), _UNIT[unit]), today + _DAY)
        case [count, unit, "ago"] | ["vor", count, unit] if count.isdecimal() and unit in _UNIT:
            return _back(today, int(count), _UNIT[unit])
        case _:
            return _with_month(words, today)


def _with_month(words: list[str], today: date) -> Days | None:
    """A month by its name, maybe with a day and a year in any order. Raises ValueError."""
    months = [_MONTH[word] for word in words if word in _MONTH]
    numbers = sorted((word for word in words if word.isdecimal()), key=len)
    others = [word for word in words if word not in _MONTH and not word.isdecimal()]
    is_last = len(others) == 1 and others[0] in _LAST and not numbers
    if len(months) != 1 or (others and not is_last):
        return None
    month = months[0]
    match numbers:
        case []:
            past = month < today.month if is_last else month <= today.month
            return _calendar(today.year - (not past), month, None)
        case [day] if len(day) <= 2:
            found = date(today.year, month, int(day))
            return _one(found if found <= today else found.replace(year=today.year - 1))
        case [year] if len(year) == 4:
            return _calendar(int(year), month, None)
        case [day, year] if len(year) == 4:
            return _calendar(int(year), month, day)
        case _:
            return None


def _calendar(year: int, month: str | int | None, day: str | int | None) -> Days:
    """A year, month or day. Raises ValueError."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is no year of a file")
    if month is None:
        return Days(date(year, 1, 1), date(year + 1, 1, 1))
    if day is not None:
        return _one(date(year, int(month), int(day)))
    start = date(year, int(month), 1)
    return Days(start, _months_back(start, -1))


def _back(today: date, count: int, unit: str) -> Days:
    """The day, week, month or year that lies ``count`` of them back."""
    if unit == "day":
        return _one(today - _DAY * count)
    if unit == "week":
        monday = today - _DAY * (today.weekday() + 7 * count)
        return Days(monday, monday + 7 * _DAY)
    if unit == "month":
        start = _months_back(today.replace(day=1), count)
        return Days(start, _months_back(start, -1))
    return _calendar(today.year - count, None, None)


def _same_day(today: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today - _DAY * (count if unit == "day" else 7 * count)
    return _months_back(today, count if unit == "month" else 12 * count)


def _months_back(day: date, count: int) -> date:
    """The same day of an earlier month, or its last one."""
    months = day.year * 12 + day.month - 1 - count
    year, month = divmod(months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR + 1:
        raise ValueError(f"{year} is no year of a file")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    if len(digits) != 2:
        raise ValueError(f"{digits} is no year")
    year = 2000 + int(digits)
    return year if year <= today.year + 1 else year - 100


def _one(day: date) -> Days:
    return Days(day, day + _DAY)
