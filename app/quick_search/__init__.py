"""The pop-up for one quick question."""

from app.quick_search.popup import QuickSearch

__all__ = ["QuickSearch"]
