"""The words of passages, by what they have in common with those of a query."""

from __future__ import annotations

from pathlib import Path

import apsw
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.document import Passage
from indexer.store import chunks, connection, migrate
from indexer.store.maintenance import integrity
from indexer.store.variants import Words
from tests.helpers.made_up_index import add, passages, seen


def rows(*texts: str) -> set[tuple[str, str]]:
    words = Words()
    for text in texts:
        words.step("", text)
    return words.rows()


def kept(index: apsw.Connection) -> set[tuple[str, str]]:
    return {(str(key), str(word)) for key, word in index.execute("SELECT key, word FROM variant")}


def test_words_stand_under_stem_and_reversed_head() -> None:
    found = rows("Die Heizungswartungen sind nicht in der Miete enthalten")
    assert ("de:heizungswart", "heizungswartungen") in found
    assert ("de<gnutrawsgnuzieh", "heizungswartungen") in found
    assert not any(word in ("die", "nicht", "der") for _, word in found)


def test_english_has_none() -> None:
    assert rows("The heating is not included in the rent, please see the contract of 12 May") == set()


def test_spellings_stand_under_the_plain_one_in_any_language() -> None:
    assert rows("Øresund ＡＢＣ café Müller ёлка") == {
        ("=oresund", "øresund"), ("=oeresund", "øresund"), ("=mueller", "müller"), ("=елка", "ёлка"),
    }


def test_a_passage_that_does_not_tell_has_the_language_of_the_others() -> None:
    assert ("de:dichtung", "dichtungen") in rows("Die Rechnung ist bitte bis Montag zu zahlen", "Dichtungen 4711")


def test_passages_added_and_read_in_pictures_are_kept(index: apsw.Connection) -> None:
    number = add(index, seen("/r/a"))["/r/a"]
    chunks.replace(index, number, passages(["Die Wohnungen sind nicht frei"]), chunks.Reading(b"h", 1))
    chunks.append(index, number, b"h", [Passage("Der Vertrag mit den Mietern ist nicht hier", "", {})])
    assert {("de:wohnung", "wohnungen"), ("de:miet", "mietern")} <= kept(index)


def test_an_older_index_gets_what_a_new_one_has(tmp_path: Path) -> None:
    texts = ["Die Mietverträge sind nicht hier", "検索の本 ＡＢＣ", "Le contrat n'est pas signé", "한국어를", "किताबें हैं"]
    folder = tmp_path / "m"
    folder.mkdir()
    for script in sorted(migrate.FOLDER.glob("*.sql"))[:3]:
        (folder / script.name).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    old = connection.open_writer(tmp_path / "old.db", folder)
    old.execute("INSERT INTO root (path) VALUES ('/r')")
    old.execute(
        "INSERT INTO file (root_id, path, folder, name, folded, kind, size, mtime_ns, inode, state)"
        " VALUES (1, '/r/a', '/r', 'a', 'a', 'text', 1, 1, 1, 'ready')"
    )
    old.executemany(
        "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash) VALUES (1, ?, ?, 'Titel', '{}', ?)",
        ((seq, text, chunks.text_hash("Titel", text)) for seq, text in enumerate(texts)),
    )
    connection.close_writer(old)
    migrated = connection.open_writer(tmp_path / "old.db")
    new = connection.open_writer(tmp_path / "new.db")
    number = add(new, seen("/r/a"))["/r/a"]
    chunks.replace(new, number, passages(texts, "Titel"), chunks.Reading(b"h", 1))
    assert kept(migrated) == kept(new) != set()
    assert integrity(migrated, full=True) == []
    for word in ("ABC", "किताबें", "bigrams : 국어", "bigrams : 本*"):
        assert migrated.execute("SELECT count(*) FROM chunk_fts WHERE chunk_fts MATCH ?", (word,)).get == 1, word
    connection.close_writer(migrated)
    connection.close_writer(new)


@given(st.lists(st.text(max_size=200), max_size=3))
def test_any_text(texts: list[str]) -> None:
    for key, word in rows(*texts):
        assert key[0] == "=" or key[2] in ":<"
        assert 2 <= len(word) <= 40
