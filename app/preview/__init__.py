"""The selected file as it looks, at the place that was found."""

from __future__ import annotations

from app.preview.pane import PreviewPane

__all__ = ["PreviewPane"]
