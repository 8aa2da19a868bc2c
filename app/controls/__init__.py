"""The widgets all pages share. They follow the theme by themselves."""

from __future__ import annotations

from app.controls.banner import Banner, BannerKind
from app.controls.buttons import Button, QuietButton
from app.controls.chip import Chip
from app.controls.clearing import ClearAction
from app.controls.empty import EmptyState
from app.controls.form import FormRow
from app.controls.progress import ThinProgress
from app.controls.surfaces import Card, Hairline
from app.controls.switch import Switch
from app.controls.texts import ElidedLabel, Label, PageTitle
from app.controls.toast import Toast

__all__ = [
    "Banner", "BannerKind", "Button", "Card", "Chip", "ClearAction", "ElidedLabel", "EmptyState", "FormRow", "Hairline",
    "Label", "PageTitle", "QuietButton", "Switch", "ThinProgress", "Toast",
]
