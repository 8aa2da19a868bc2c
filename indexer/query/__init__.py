"""The language of the search field, as docs/query.md tells it. Pure: text in, plain data out."""

from __future__ import annotations

from indexer.query.complete import Completion, complete
from indexer.query.edit import with_filter, without_filter
from indexer.query.language import Field, Filter, Query, parse

__all__ = ["Completion", "Field", "Filter", "Query", "complete", "parse", "with_filter", "without_filter"]
