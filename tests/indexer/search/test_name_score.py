"""How well a query fits a file name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.names import EXACT, name_score


def test_order_of_fits() -> None:
    query = "lease boiler"
    names = [
        "lease boiler",
        "Lease_Boiler.pdf",
        "lease boiler 2019 letter.pdf",
        "2019 boiler and lease.pdf",
        "subleases of boilers.pdf",
        "boiler manual.pdf",
        "holiday.pdf",
    ]
    fits = [name_score(name, query) for name in names]
    assert fits == sorted(fits, reverse=True)
    assert len(set(fits)) == len(fits)
    assert fits[1] >= EXACT > fits[2]
    assert fits[-1] == 0


def test_full_name_with_ending_is_exact() -> None:
    assert name_score("Q3 report.xlsx", "q3 report.xlsx") == 1.0


def test_accents_and_case() -> None:
    assert name_score("Résumé.PDF", "resume") >= EXACT


def test_a_question_that_mentions_a_word_of_the_name_is_a_weak_fit() -> None:
    assert 0 < name_score("boiler.pdf", "where is the letter about the boiler") < 0.5


def test_short_words_of_a_question_do_not_count() -> None:
    assert name_score("of.txt", "history of science") == 0


@given(st.text(), st.text())
def test_between_zero_and_one(name: str, query: str) -> None:
    assert 0.0 <= name_score(name, query) <= 1.0


@given(st.text(alphabet=st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=20))
def test_the_name_itself_is_exact(name: str) -> None:
    assert name_score(f"{name}.txt", name) >= EXACT
    assert name_score(f"{name}.txt", f"{name}.txt") >= EXACT
