"""How Hunch looks: colours by role, fonts by style, drawings by name. Light and dark, as the system is or as asked."""

from __future__ import annotations

from app.theme.fonts import Style
from app.theme.theme import Mode, Theme, TrayState, application_icon, theme
from app.theme.tokens import CARD_RADIUS, CONTROL_RADIUS, XL, XS, XXL, L, M, Role, S

__all__ = [
    "CARD_RADIUS", "CONTROL_RADIUS", "XL", "XS", "XXL", "L", "M", "Mode", "Role", "S", "Style",
    "Theme", "TrayState", "application_icon", "theme",
]
