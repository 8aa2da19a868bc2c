"""Questions made from a library: they come from their file, repeat none of its sentences, and are the same again."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import apsw
import pytest

from indexer.evaluate import KINDS, Item, known_items
from indexer.extract.document import Passage
from indexer.paths import fold
from indexer.store import chunks, files
from indexer.store.chunks import Reading
from indexer.store.connection import open_writer
from tests.helpers.made_up_index import add, seen

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnrst" for vowel in "aeo"]
FUNCTION_WORDS = ("the", "of", "and", "in", "to", "was", "for", "with", "by", "on")
FILES = 40


def invented(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def write(index: apsw.Connection, path: str, texts: Sequence[tuple[str, str]], title: str | None = None) -> None:
    ids = add(index, seen(path))
    digest = path.encode().ljust(32, b".")[-32:]
    chunks.replace(
        index, ids[path], [Passage(text, context, {}) for context, text in texts], Reading(digest, 1, title=title)
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> apsw.Connection:
    """Files of invented words between function words, with headings, titles and numbers of their own."""
    chance = random.Random(11)
    index = open_writer(tmp_path_factory.mktemp("items") / "index.db")
    for number in range(FILES):
        own = [invented(chance) for _ in range(40)]
        sentences = []
        for _ in range(6):
            picked = chance.sample(own, 8)
            sentences.append(" ".join(f"{chance.choice(FUNCTION_WORDS)} {word}" for word in picked).capitalize() + ".")
        heading, title = " ".join(own[:3]), f"The {own[3]} of {own[4]}"
        texts = [(f"{title} › The {heading}", " ".join(sentences[:3])),
                 ("", " ".join(sentences[3:]) + f" Number RX-{number:04}-{number * 7:04}.")]
        write(index, f"/r/{own[5]} {own[6]} {number}.txt", texts, title)
    write(index, "/r/empty.txt", [])
    write(index, "/r/IMG_2210.jpg", [("", "Taken on 3 May.")])
    return index


def whole(index: apsw.Connection, item: Item) -> str:
    row = files.by_id(index, item.file_id)
    assert row is not None
    rows = index.execute("SELECT context, text FROM chunk WHERE file_id = ?", (item.file_id,))
    return "\n".join([row.name, row.title or "", *(part for texts in rows for part in texts)])


def test_each_kind_gets_its_share_and_every_word_is_from_the_file(index: apsw.Connection) -> None:
    items = known_items(index, 100, 0)
    for kind in KINDS:
        assert 15 <= sum(item.kind == kind for item in items) <= 17, kind
    for item in items:
        text = fold(whole(index, item))
        assert all(part in text for part in re.findall(r"[^\W_]+", fold(item.query))), item


def test_no_function_word_no_whole_sentence_and_not_the_order_of_the_text(index: apsw.Connection) -> None:
    asked = [item for item in known_items(index, 400, 0) if item.kind == "sentence"]
    assert len(asked) > 20
    in_order = 0
    for item in asked:
        words = item.query.lower().split()
        assert 3 <= len(words) <= 5
        assert not set(words) & set(FUNCTION_WORDS)
        sentence = next(
            one for one in re.split(r"[.\n]", whole(index, item).lower()) if all(word in one for word in words)
        )
        content = [word for word in sentence.split() if word not in FUNCTION_WORDS]
        assert len(words) < len(content)
        in_order += sorted(words, key=sentence.index) == words
    assert in_order < len(asked) / 2


def test_titles_headings_and_names_lose_a_part(index: apsw.Connection) -> None:
    for item in known_items(index, 400, 0):
        if item.kind in ("name", "heading"):
            assert len(item.query.split()) == 2, item
        if item.kind == "identifier":
            assert re.fullmatch(r"RX-\d{4}-\d{4}", item.query), item


def test_the_same_seed_asks_the_same_and_another_something_else(index: apsw.Connection, tmp_path: Path) -> None:
    first = [(item.kind, item.query) for item in known_items(index, 60, 5)]
    assert first == [(item.kind, item.query) for item in known_items(index, 60, 5)]
    assert first != [(item.kind, item.query) for item in known_items(index, 60, 6)]


def test_what_many_files_say_alike_is_not_asked_for(tmp_path: Path) -> None:
    index = open_writer(tmp_path / "index.db")
    for number in range(30):
        texts = [("", f"Payment within thirty days without any deduction whatsoever please. {number} {'x' * number}")]
        write(index, f"/r/invoice {number}.txt", texts, "Invoice Payment")
    items = known_items(index, 50, 0)
    index.close()
    assert [item for item in items if item.kind != "name"] == []


def test_pictures_are_asked_for_by_names_that_say_what_they_show(tmp_path: Path) -> None:
    index = open_writer(tmp_path / "index.db")
    names = ("red-kayak on a lake.jpg", "IMG_2210.jpg", "DSC00127 copy new.jpg", "screenshot of something.png",
             "cat.jpg", "Screen Shot of a Window.png", "old barn.png", "WhatsApp Image today evening.jpg")
    for name in names:
        ids = add(index, seen(f"/r/{name}")._replace(kind="picture"))
        chunks.replace(index, ids[f"/r/{name}"], [], Reading(name.encode().ljust(32), 1))
    items = known_items(index, 50, 0, ["picture"])
    index.close()
    assert sorted(item.query for item in items) == ["old barn", "red kayak lake"]


def test_scripts_without_spaces_are_asked_for_in_pairs(tmp_path: Path) -> None:
    index = open_writer(tmp_path / "index.db")
    texts = ("我们公寓的锅炉每年由房东检查一次。", "昨天他在湖上划红色皮划艇很开心。", "税务申报截止日期定在五月底。",
             "面包需要面粉酵母和温水揉成团。", "吉他老师教学生弹奏民谣和弦。", "花园里种植番茄黄瓜向日葵。",
             "医院门诊部预约电话已经更改。", "火车晚点导致乘客错过转机。")
    for number, text in enumerate(texts):
        write(index, f"/r/{number}.txt", [("", text)])
    items = [item for item in known_items(index, 50, 0) if item.kind == "sentence"]
    index.close()
    assert items
    for item in items:
        assert all(len(word) == 2 for word in item.query.split()), item.query
