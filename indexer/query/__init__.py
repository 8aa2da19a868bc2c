"""The language of the search field, as docs/query.md tells it. Pure: text in, plain data out."""

from __future__ import annotations

from indexer.query.complete import Completion, complete
from indexer.query.edit import FileExample, file_examples, steered, with_filter, without_filter
from indexer.query.language import Field, Filter, Query, parse

__all__ = [
    "Completion", "Field", "FileExample", "Filter", "Query", "complete", "file_examples", "parse", "steered",
    "with_filter", "without_filter",
]
