"""What Hunch is, which version, and on whose work it stands."""

from __future__ import annotations

from app.pages.about.page import AboutPage

__all__ = ["AboutPage"]
