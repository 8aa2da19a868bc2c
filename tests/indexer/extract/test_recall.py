"""How much of what a good extraction contains is in ours, over documents with a reference beside them."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source

pytestmark = pytest.mark.corpus

_WORD = re.compile(r"\w+")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def reference_words(markdown: str) -> Counter[str]:
    """Words of a reference, without what only its Markdown form needs."""
    text = _COMMENT.sub(" ", _LINK_TARGET.sub("]", markdown))
    return words(html.unescape(text.replace("\\", "")))


def recall(document: Document, reference: str) -> float:
    """The share of the reference's words, each as often as it stands there, that the document has too."""
    wanted = reference_words(reference)
    found = words(" ".join([document.title or "", *(block.text for block in document.blocks)]))
    return 1 - (wanted - found).total() / max(1, wanted.total())


@pytest.mark.parametrize(
    ("folder", "suffix", "least"),
    [
        ("docx", "docx", 0.95),
        ("pptx", "pptx", 0.95),
        ("html", "html", 0.95),
        ("md", "md", 0.95),
        ("asciidoc", "asciidoc", 0.95),
        ("csv", "csv", 0.95),
        ("odf", "odt", 0.95),
        ("odf", "ods", 0.95),
        ("odf", "odp", 0.85),
        ("latex", "tex", 0.9),
        ("webvtt", "vtt", 0.95),
        # The reference prints merged cells and the numbers behind charts several times over.
        ("xlsx", "xlsx", 0.75),
    ],
)
def test_recall(shared_data: Path, folder: str, suffix: str, least: float) -> None:
    base = shared_data / "documents" / "docling" / folder
    found: dict[str, float] = {}
    for reference in sorted((base / "groundtruth").glob(f"*.{suffix}.md")):
        source = base / "sources" / reference.name.removesuffix(".md")
        text = reference.read_text(encoding="utf-8")
        if source.exists() and reference_words(text):
            found[source.name] = recall(read_any(Source.of_file(source), Budget()), text)
    assert found
    assert median(found.values()) >= least, sorted(found.items(), key=lambda item: item[1])
