"""Why one file is, or is not, among the results of a query, and what would bring it up."""

from indexer.why.explain import Library, explain

__all__ = ["Library", "explain"]
