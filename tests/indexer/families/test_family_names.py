from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.families.names import NOTHING, SERIES, VERSION, told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("report.docx", "report.pdf"),
        ("report.docx", "report_final_v3.docx"),
        ("Copy of Report.docx", "report (2).docx"),
        ("Brief.docx", "Brief - Kopie.docx"),
        ("Angebot alt.docx", "Überarbeitet Angebot.docx"),
        ("plan.odt", "plan 2024-03-12.odt"),
        ("plan.odt", "20240312_plan.odt"),
        ("notes.txt", "notes.v1.1.txt"),
        ("方案.docx", "方案 最终版2.docx"),
        ("レポート.docx", "レポート コピー.docx"),
        ("보고서.hwp", "보고서 최종본.hwp"),
        ("thesis.tex", "thesis.tex~"),
    ],
)
def test_marks_of_versions_and_endings_tell_nothing_apart(first: str, second: str) -> None:
    assert told(first, second) == told(second, first) == VERSION


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("INV-4417.pdf", "INV-4471.pdf"),
        ("chapter 1.md", "chapter 2.md"),
        ("Energy report March 2024.docx", "Energy report April 2024.pdf"),
        ("IMG_0412.jpg", "IMG_0413.jpg"),
        ("results Q1.xlsx", "results Q2.xlsx"),
    ],
)
def test_numbers_and_months_tell_one_of_a_series_from_the_next(first: str, second: str) -> None:
    assert told(first, second) == told(second, first) == SERIES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("report.docx", "letter.docx"),
        ("thesis_20240101.tex", "thesis_20240202.tex"),
        ("final.docx", "draft.docx"),
        ("Finland.docx", "land.docx"),
        ("scan.pdf", "Scan (2).pdf"),
        ("", ""),
    ],
)
def test_the_rest_says_nothing(first: str, second: str) -> None:
    assert told(first, second) == told(second, first) == NOTHING


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_are_told_something_whichever_comes_first(first: str, second: str) -> None:
    assert told(first, second) == told(second, first)
    assert told(first, second) in (VERSION, NOTHING, SERIES)
