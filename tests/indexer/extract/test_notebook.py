from __future__ import annotations

import json

import pytest

from indexer.errors import KnownError
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source


def read(data: object) -> Document:
    return read_any(Source.of_bytes("a.ipynb", json.dumps(data).encode()), Budget())


CELLS = [
    {"cell_type": "markdown", "source": ["# Boilers\n", "Some *text*."]},
    {
        "cell_type": "code",
        "source": "print('hot')",
        "outputs": [
            {"output_type": "stream", "text": ["hot\n"]},
            {"output_type": "execute_result", "data": {"text/plain": "42", "image/png": "iVBOR"}},
            {"output_type": "stream", "text": "x" * 5000},
            {"output_type": "error", "ename": "ValueError", "evalue": "too hot"},
        ],
    },
    {"cell_type": "raw", "source": "raw"},
]


def shown(document: Document) -> list[tuple[str, str, int | str]]:
    return [(block.kind, block.text, block.locator["cell"]) for block in document.blocks]


def test_version_4() -> None:
    document = read({"nbformat": 4, "cells": CELLS})
    assert shown(document) == [
        ("heading", "Boilers", "1"),
        ("paragraph", "Some text.", "1"),
        ("code", "print('hot')", "2"),
        ("code", "hot", "2"),
        ("code", "42", "2"),
        ("code", "ValueError: too hot", "2"),
        ("paragraph", "raw", "3"),
    ]
    assert document.title == "Boilers"


def test_version_3() -> None:
    cells = [
        {"cell_type": "heading", "level": 2, "source": "Boilers"},
        {"cell_type": "code", "input": ["a = 1\n", "b"]},
    ]
    document = read({"nbformat": 3, "worksheets": [{"cells": cells}]})
    assert shown(document) == [("heading", "Boilers", "1"), ("code", "a = 1\nb", "2")]


@pytest.mark.parametrize("data", [b"{", b"[1]", b"[" * 100_000])
def test_what_is_no_notebook_is_damaged(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        read_any(Source.of_bytes("a.ipynb", data), Budget())
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    "data", [{}, {"cells": 3}, {"cells": [1, None, {"outputs": [None, {"data": 3}]}]}, {"worksheets": [None]}]
)
def test_odd_shapes_hold_nothing(data: object) -> None:
    assert read(data).blocks == []
