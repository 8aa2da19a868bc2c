"""Other forms, compounds and spellings are found, after the words themselves, and only in languages that have them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import apsw
import pytest

from indexer.search.scope import EVERY_FILE
from indexer.search.snippets import around_words
from indexer.search.terms import forms_of, phrase_expression, terms_of, tokeniser
from indexer.search.words import Weighted, WordIndex, holding
from indexer.store import chunks
from indexer.store.connection import open_writer
from tests.helpers.made_up_index import add, passages, seen

FILLER = "Das ist nicht von Belang und steht hier nur für die Länge"


class Library:
    """Passages of one file, found by their words."""

    def __init__(self, connection: apsw.Connection, texts: Sequence[str]) -> None:
        self.connection = connection
        number = add(connection, seen("/r/a"))["/r/a"]
        chunks.replace(connection, number, passages(texts), chunks.Reading(b"h", 1))
        self.index = WordIndex(connection, forms_of(connection))

    def weighed(self, query: str) -> list[Weighted]:
        return self.index.weigh(terms_of(tokeniser(self.connection), query))

    def found(self, query: str) -> list[str]:
        best = self.index.best(self.weighed(query), EVERY_FILE, 100)
        order = sorted(best, key=lambda number: -best[number].score)
        return [str(self.connection.execute("SELECT text FROM chunk WHERE id = ?", (number,)).get) for number in order]


@pytest.fixture
def index(tmp_path: Path) -> apsw.Connection:
    return open_writer(tmp_path / "index.db")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Vertrag", "Die Verträge sind nicht unterschrieben"),
        ("Wartung", "Die Heizungswartung ist für den Mai geplant"),
        ("Heizung", "Die Heizungswartung ist für den Mai geplant"),
        ("Heizungswartung", "Die Wartung der Heizung ist für den Mai geplant"),
        ("Mietvertragskündigung", "Die Kündigung von einem Mietvertrag ist nicht schwer"),
        ("Strassen", "In der Straße ist es nicht laut"),
        ("Muenchen", "Die Fahrt nach München ist nicht weit"),
        ("München", "Fahrplan Muenchen"),
        ("Kobenhavn", "København"),
        ("oeuvre", "L’œuvre est dans la vitrine"),
        ("payer", "Vous avez payé la facture"),
        ("елка", "Где стоит ёлка"),
        ("ανθρωποι", "Ο άνθρωπος"),
        ("كتاب", "هذا هو الكِتَابُ"),
        ("שלום", "שָׁלוֹם"),
        ("isitma", "Isıtma ve ısıtma"),
        ("किताब", "किताबें यहाँ हैं"),
        ("ABC", "ＡＢＣの検索"),
        ("ﾎﾞｲﾗｰ", "ボイラーの点検"),
        ("锅炉", "鍋爐維修"),
        ("猫", "予防接種を受けた猫。"),
        ("보일러", "보일러를 점검"),
        ("น้ำ", "น\u0e49\u0e4d\u0e32"),
        ("boilers", "the boiler"),
    ],
)
def test_found(index: apsw.Connection, query: str, text: str) -> None:
    library = Library(index, [text, *(f"{FILLER} {number}" for number in range(5))])
    assert library.found(query)[:1] == [text]
    terms = [one.term for one in library.weighed(query)]
    assert around_words(text, terms, {}, tokeniser(index)).highlights != ()
    index.close()


def test_the_word_itself_comes_first(index: apsw.Connection) -> None:
    exact, form, compound = (f"{FILLER} {word}" for word in ("Wartung", "Wartungen", "Heizungswartung"))
    # The form is rare, and must not count for more on that account.
    library = Library(index, [compound, form, *[exact] * 8, *[FILLER] * 40])
    found = library.found("Wartung")
    assert found == [*[exact] * 8, form, compound]
    index.close()


def test_all_parts_come_before_one(index: apsw.Connection) -> None:
    both, one = f"{FILLER} Wartung Heizung", f"{FILLER} Wartung Wartung"
    assert Library(index, [one, both, *[FILLER] * 9]).found("Heizungswartung") == [both, one]
    index.close()


def test_english_words_are_left_alone_in_a_library_of_many_languages(index: apsw.Connection) -> None:
    english = "The notes are on the table and they are not mine"
    library = Library(index, [english, "La nota de la señora no es para usted", "Die Noten sind nicht in der Mappe"])
    assert library.found("notes table") == [english]
    index.close()


@pytest.mark.parametrize("query", ["Rat", "Erde", "Reis", "Kunde"])
def test_letters_inside_a_word_are_no_part_of_it(index: apsw.Connection, query: str) -> None:
    words = ("Heirat", "Apparat", "Pferde", "Beschwerde", "Preis", "Kreis", "Sekunde")
    library = Library(index, [f"Die {word} ist nicht hier" for word in words])
    assert library.found(query) == []
    index.close()


def test_a_quoted_phrase_is_meant_to_the_letter(index: apsw.Connection) -> None:
    Library(index, ["Die Wartungen sind nicht hier", "全文検索の本", "検索 全文"])

    def held(phrase: str) -> int:
        return len(holding(index, phrase_expression(index, phrase), EVERY_FILE, 10))

    assert [held(phrase) for phrase in ("die wartung", "die wartungen", "文検", "検索の", "検索 全", "全文 検索")] == [
        0, 1, 1, 1, 1, 0,
    ]
    index.close()


def test_a_term_has_few_variants_of_its_own_language(index: apsw.Connection) -> None:
    firsts, seconds = ("Kessel", "Pumpen", "Dach", "Fenster", "Tor", "Rohr"), ("haus", "keller", "bau", "werk", "hof")
    every = " ".join(f"{first}{second}wartung" for first in firsts for second in seconds)
    library = Library(index, [f"Die {every} Wartungen sind nicht in der Liste", "Die Wartung ist nicht in der Liste"])
    (term,) = library.weighed("Wartung")
    assert len(term.term.variants) == 30
    assert term.term.variants[0].form == "wartungen"
    assert term.wide_idf <= term.idf
    index.close()


def test_word_that_stands_nearly_everywhere_is_taken_as_it_is(index: apsw.Connection) -> None:
    often = [f"Die Wartung ist nicht in der Liste {number}" for number in range(60)]
    library = Library(index, [*often, "Die Wartungen sind es nicht"])
    (term,) = library.weighed("Wartung")
    assert term.term.variants == ()
    index.close()
