from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.chunk import CHARACTERS, CONTEXT_CHARACTERS, TARGET, chunk
from indexer.extract.document import Block, BlockKind, Document, Passage
from indexer.extract.sentences import word_weight

WORDS = st.sampled_from(["boiler", "lease.", "Dr.", "a", "漢字。", "x" * 130, "42", "\n", "\n\n", "--", "|", "é!", "ก"])
TEXTS = st.lists(WORDS, min_size=1, max_size=250).map(" ".join)
LOCATORS = st.fixed_dictionaries(
    {}, optional={"page": st.integers(1, 2), "line": st.integers(1, 9), "member": st.sampled_from(["a", "b"])}
)
BODY = st.builds(Block, text=TEXTS, kind=st.sampled_from(["paragraph", "list", "code"]), locator=LOCATORS)
HEADINGS = st.builds(
    Block, text=TEXTS.map(lambda t: t[:200]), kind=st.just("heading"), level=st.integers(1, 6), locator=LOCATORS
)
ANY = st.builds(Block, text=TEXTS, kind=st.sampled_from(get_args(BlockKind)), level=st.integers(0, 6))


def squeeze(text: str) -> str:
    return "".join(text.split())


def assert_covers(passages: list[Passage], blocks: list[Block]) -> None:
    """The texts hold the blocks' characters in order, each passage at most repeating the end of what came before."""
    wanted = squeeze("".join(block.text for block in blocks))
    reached = 0
    for passage in passages:
        text = squeeze(passage.text)
        new = next(
            (k for k in range(len(text) + 1) if wanted.startswith(text[k:], reached) and text[k:]),
            None,
        )
        assert new is not None, "text that is not in the document"
        assert squeeze(text[:new]) in wanted[:reached]
        reached += len(text) - new
    assert reached == len(wanted)


@given(st.lists(BODY, max_size=6))
def test_nothing_is_lost_or_invented(blocks: list[Block]) -> None:
    assert_covers(chunk(Document(blocks)), blocks)


@given(st.lists(BODY | HEADINGS, max_size=8), st.none() | TEXTS)
def test_headings_are_in_a_context_or_a_text(blocks: list[Block], title: str | None) -> None:
    passages = chunk(Document(blocks, title=title))
    everything = squeeze("".join(f"{passage.context}|{passage.text}|" for passage in passages)).casefold()
    for block in blocks:
        if block.kind == "heading":
            whole = squeeze(block.text).casefold()
            assert whole in everything or all(word.casefold() in everything for word in block.text.split())
    body = [block for block in blocks if block.kind != "heading"]
    assert sum(map(len, (squeeze(p.text) for p in passages))) >= sum(len(squeeze(b.text)) for b in body)


@given(st.lists(ANY, max_size=6), st.none() | TEXTS)
def test_bounds_and_determinism(blocks: list[Block], title: str | None) -> None:
    document = Document(blocks, title=title)
    passages = chunk(document)
    assert passages == chunk(document)
    assert bool(passages) == any(block.text.strip() for block in blocks)
    for passage in passages:
        assert passage.text.strip()
        assert len(passage.text) <= CHARACTERS
        assert len(passage.context) <= CONTEXT_CHARACTERS
        assert word_weight(passage.text) <= TARGET * 1.5


def test_heading_path_is_the_context() -> None:
    document = Document(
        [
            Block("Lease", "heading", 1),
            Block("Opening."),
            Block("Heating", "heading", 2),
            Block("The boiler."),
            Block("Deposit", "heading", 2),
            Block("Three months."),
            Block("Signatures", "heading", 1),
            Block("Signed."),
        ],
        title="Flat 4",
    )
    assert [(p.context, p.text) for p in chunk(document)] == [
        ("Flat 4 › Lease", "Opening."),
        ("Flat 4 › Lease › Heating", "The boiler."),
        ("Flat 4 › Lease › Deposit", "Three months."),
        ("Flat 4 › Signatures", "Signed."),
    ]


def test_a_title_that_is_the_first_heading_is_said_once() -> None:
    passages = chunk(Document([Block("The  Lease", "heading", 1), Block("Text.")], title="the lease"))
    assert [p.context for p in passages] == ["the lease"]


def test_headings_alone_are_passages() -> None:
    blocks = [Block("A", "heading", 1), Block("B", "heading", 2), Block("C", "heading", 2)]
    assert [(p.context, p.text) for p in chunk(Document(blocks))] == [("A", "B\nC")]
    assert [p.text for p in chunk(Document([Block("Only", "heading", 1)]))] == ["Only"]


def test_a_heading_too_long_for_the_context_is_text() -> None:
    long = "word " * 60
    passages = chunk(Document([Block(long, "heading", 1), Block("Body.")]))
    assert passages[0].text.startswith(long.strip())
    assert "Body." in passages[0].text


def test_paragraphs_are_packed_and_repeat_one_sentence() -> None:
    blocks = [Block(f"Paragraph {i} says something. " * 6) for i in range(30)]
    passages = chunk(Document(blocks))
    assert all(0.4 * TARGET < word_weight(p.text) <= TARGET * 1.2 for p in passages)
    assert_covers(passages, blocks)
    for before, after in pairwise(passages):
        assert after.text.startswith(before.text.rsplit(". ", 1)[-1])


def test_places_are_not_mixed() -> None:
    blocks = [Block(f"On {name} {n}.", locator={name: n}) for name in ("slide", "sheet", "member") for n in (1, 2)]
    assert [dict(p.locator) for p in chunk(Document(blocks))] == [dict(b.locator) for b in blocks]


def test_headings_do_not_reach_into_the_next_slide() -> None:
    blocks = [
        Block("First", "heading", 1, {"slide": 1}),
        Block("One.", locator={"slide": 1}),
        Block("Two.", locator={"slide": 2}),
    ]
    assert [p.context for p in chunk(Document(blocks))] == ["First", ""]


def test_a_sentence_over_a_page_break_is_whole_in_one_passage() -> None:
    blocks = [
        Block("word " * 50 + "ends. The boiler must be", locator={"page": 1}),
        Block("replaced by May. " + "word " * 50, locator={"page": 2}),
    ]
    passages = chunk(Document(blocks))
    assert [p.locator["page"] for p in passages] == [1, 2]
    assert passages[1].text.startswith("The boiler must be\n\nreplaced by May.")


def test_a_nearly_empty_page_joins_the_next() -> None:
    blocks = [Block("Cover.", locator={"page": 1}), Block("Text.", locator={"page": 2})]
    assert [(p.text, dict(p.locator)) for p in chunk(Document(blocks))] == [("Cover.\n\nText.", {"page": 1})]


def test_table_header_is_repeated_and_the_cell_follows() -> None:
    rows = [f"item {i} | {i * 7} | some words about it" for i in range(200)]
    block = Block("\n".join(["name | price | note", *rows]), "table", locator={"sheet": "Stock", "cell": "B3"})
    passages = chunk(Document([block]))
    assert len(passages) > 3
    assert all(p.text.startswith("name | price | note\n") for p in passages)
    for passage in passages[1:]:
        first = int(passage.text.splitlines()[1].split()[1])
        assert passage.locator == {"sheet": "Stock", "cell": f"B{3 + 1 + first}"}
    body = "\n".join(p.text.removeprefix("name | price | note\n") for p in passages)
    assert body.splitlines() == rows


def test_code_is_cut_at_blank_lines_with_line_numbers() -> None:
    functions = [f"    def f{i}(self):\n        return compute(self.value, {i})" for i in range(60)]
    source = "\n" + "\n\n\n".join(functions)
    lines = source.split("\n")
    passages = chunk(Document([Block(source, "code", locator={"line": 10})]))
    assert len(passages) > 3
    for passage in passages:
        assert passage.text.startswith("    def f")
        line = passage.locator["line"]
        assert isinstance(line, int)
        assert lines[line - 10] == passage.text.split("\n")[0]


@pytest.mark.parametrize("kind", get_args(BlockKind))
@pytest.mark.parametrize("unit", ["a", " \n", "漢", "| ", "\n", "a\n", "a. ", "x " + " " * 5000])
def test_megabytes_of_one_thing(kind: BlockKind, unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "z"
    passages = chunk(Document([Block(text, kind, 1)]))
    assert all(len(p.text) <= CHARACTERS for p in passages)
    if kind != "table":
        assert sum(len(squeeze(p.text)) for p in passages) >= len(squeeze(text))
