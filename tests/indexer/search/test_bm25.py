"""The scores computed here are those of FTS5, so that candidates of all channels share one scale."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract.document import Passage
from indexer.search import words
from indexer.search.scope import Scope
from indexer.search.terms import forms_of, terms_of, tokeniser
from indexer.search.words import WordIndex
from indexer.store import chunks
from indexer.store.connection import open_writer
from tests.helpers.made_up_index import add, seen

EVERYWHERE = Scope("", ())
VOCABULARY = ["boiler", "boilers", "lease", "Café", "cafe", "the", "x1", "人工智能", "人工", "猫", "東京の猫", "ABC猫",
              "한국어를", "ﾎﾞｲﾗｰ"]
texts = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(texts, texts | st.just("")), min_size=1, max_size=12), texts)
def test_equal_to_fts5(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], query: str) -> None:
    connection = open_writer(tmp_path_factory.mktemp("index") / "index.db")
    number = add(connection, seen("/r/a"))["/r/a"]
    passages = [Passage(text, context, {}) for text, context in rows]
    chunks.replace(connection, number, passages, chunks.Reading(b"h", 1))
    index = WordIndex(connection, forms_of(connection))
    terms = index.weigh(terms_of(tokeniser(connection), query))
    by_fts5 = {key: found.score for key, found in index.best(terms, EVERYWHERE, 100).items()}
    every = [key for (key,) in connection.execute("SELECT id FROM chunk")]
    own = {key: score for key, score in index.score(every, terms).items() if score > 0}
    connection.close()
    assert own == pytest.approx(by_fts5, rel=1e-9)


def test_common_terms_do_not_choose_but_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = open_writer(tmp_path / "index.db")
    number = add(connection, seen("/r/a"))["/r/a"]
    every = [f"plain filler number {n}" + " boiler" * (n % 3) + " lease" * (n in (7, 11)) for n in range(40)]
    chunks.replace(connection, number, [Passage(text, "", {}) for text in every], chunks.Reading(b"h", 1))
    index = WordIndex(connection, forms_of(connection))
    terms = index.weigh(terms_of(tokeniser(connection), "boiler lease"))
    whole = index.best(terms, EVERYWHERE, 100)
    monkeypatch.setattr(words, "ROW_BUDGET", 3)
    chosen = index.best(terms, EVERYWHERE, 100)
    connection.close()
    assert len(whole) > len(chosen) == 2
    assert {key: found.score for key, found in chosen.items()} == pytest.approx(
        {key: whole[key].score for key in chosen}
    )
