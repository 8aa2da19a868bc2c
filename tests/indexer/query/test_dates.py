from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query.dates import Days, days_named, readings

FRIDAY = date(2024, 3, 15)


def span(text: str, today: date = FRIDAY) -> tuple[str, str] | None:
    """First and last day, as text."""
    days = days_named(text, today)
    if days is None or days.start is None or days.end is None:
        return None
    return str(days.start), str(days.end - timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-3-5", "2024-03-05", "2024-03-05"),
        ("2024/03/05", "2024-03-05", "2024-03-05"),
        ("5.3.2024", "2024-03-05", "2024-03-05"),
        ("05.03.24", "2024-03-05", "2024-03-05"),
        ("5.3.99", "1999-03-05", "1999-03-05"),
        ("5-3-2024", "2024-03-05", "2024-03-05"),
        ("25/03/2024", "2024-03-25", "2024-03-25"),
        ("03/25/2024", "2024-03-25", "2024-03-25"),
        ("05/05/2024", "2024-05-05", "2024-05-05"),
        ("03/2024", "2024-03-01", "2024-03-31"),
        ("2024年", "2024-01-01", "2024-12-31"),
        ("2024年3月", "2024-03-01", "2024-03-31"),
        ("2024年3月5日", "2024-03-05", "2024-03-05"),
        ("today", "2024-03-15", "2024-03-15"),
        ("Yesterday", "2024-03-14", "2024-03-14"),
        ("gestern", "2024-03-14", "2024-03-14"),
        ("昨天", "2024-03-14", "2024-03-14"),
        ("monday", "2024-03-11", "2024-03-11"),
        ("friday", "2024-03-15", "2024-03-15"),
        ("last friday", "2024-03-08", "2024-03-08"),
        ("this week", "2024-03-11", "2024-03-17"),
        ("last week", "2024-03-04", "2024-03-10"),
        ("last-week", "2024-03-04", "2024-03-10"),
        ("letzte_Woche", "2024-03-04", "2024-03-10"),
        ("上周", "2024-03-04", "2024-03-10"),
        ("this month", "2024-03-01", "2024-03-31"),
        ("last month", "2024-02-01", "2024-02-29"),
        ("this year", "2024-01-01", "2024-12-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("letztes Jahr", "2023-01-01", "2023-12-31"),
        ("last 7 days", "2024-03-08", "2024-03-15"),
        ("past 2 weeks", "2024-03-01", "2024-03-15"),
        ("last 3 months", "2023-12-15", "2024-03-15"),
        ("3 days ago", "2024-03-12", "2024-03-12"),
        ("vor 3 Tagen", "2024-03-12", "2024-03-12"),
        ("2 weeks ago", "2024-02-26", "2024-03-03"),
        ("2 months ago", "2024-01-01", "2024-01-31"),
        ("1 year ago", "2023-01-01", "2023-12-31"),
        ("january", "2024-01-01", "2024-01-31"),
        ("march", "2024-03-01", "2024-03-31"),
        ("last march", "2023-03-01", "2023-03-31"),
        ("December", "2023-12-01", "2023-12-31"),
        ("march 2023", "2023-03-01", "2023-03-31"),
        ("März-2023", "2023-03-01", "2023-03-31"),
        ("2023 mar", "2023-03-01", "2023-03-31"),
        ("5 march 2023", "2023-03-05", "2023-03-05"),
        ("March 5th, 2023", "2023-03-05", "2023-03-05"),
        ("5. März 2023", "2023-03-05", "2023-03-05"),
        ("3 april", "2023-04-03", "2023-04-03"),
        ("2022..2023", "2022-01-01", "2023-12-31"),
        ("2024-03-05..yesterday", "2024-03-05", "2024-03-14"),
    ],
)
def test_as_people_write_them(text: str, first: str, last: str) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "blah", "20", "202", "20245", "1899", "2200", "2024-13", "2024-02-30", "31.2.2024", "05/03/2024",
        "..", "2024..blah", "last", "3 ago", "99999999999999 days ago", "999999 years ago", "last 99999 months",
        "30 february", "9" * 5_000, "5 march 2", "２０",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert days_named(text, FRIDAY) is None


def test_half_open_ranges() -> None:
    assert days_named("2023..", FRIDAY) == Days(date(2023, 1, 1), None)
    assert days_named("..2023", FRIDAY) == Days(None, date(2024, 1, 1))


def test_last_month_of_a_year_and_the_end_of_february() -> None:
    assert span("last month", date(2024, 1, 31)) == ("2023-12-01", "2023-12-31")
    assert span("last 1 month", date(2023, 3, 31)) == ("2023-02-28", "2023-03-31")
    assert span("last 1 year", date(2024, 2, 29)) == ("2023-02-28", "2024-02-29")


def test_slashes_that_may_be_read_in_two_ways() -> None:
    assert readings("05/03/2024") == (date(2024, 3, 5), date(2024, 5, 3))
    assert readings("25/03/2024") == readings("05.03.2024") == readings("05/05/2024") == readings("99/99/2024") == ()


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1971, 1, 1), date(2100, 1, 1)))
def test_a_day_is_itself_in_every_form(day: date, today: date) -> None:
    whole = Days(day, day + timedelta(days=1))
    forms = (
        day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day.year}/{day.month}/{day.day}",
        f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day} {day.year}", f"{day.year}年{day.month}月{day.day}日",
    )
    for form in forms:
        assert days_named(form, today) == whole, form


_WORDS = st.sampled_from(
    [
        "last", "this", "ago", "week", "days", "month", "year", "march", "monday", "of", "3", "12", "2024", "today",
        "vor", "..",
    ]
)


@given(st.lists(_WORDS, max_size=5).map(" ".join) | st.text(max_size=20), st.dates(date(1971, 1, 1), date(2100, 1, 1)))
def test_a_span_has_days_or_is_none(text: str, today: date) -> None:
    days = days_named(text, today)
    if days is not None and ".." not in text:
        assert days.start is not None
        assert days.end is not None
        assert days.start < days.end
