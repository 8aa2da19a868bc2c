"""What a person may want otherwise."""

from __future__ import annotations

from app.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
