"""The measures and colours of Hunch. Sizes in logical pixels, colours by the part they play."""

from __future__ import annotations

from typing import Literal, get_args

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
CONTROL_RADIUS = 6
CARD_RADIUS = 10

Role = Literal[
    "canvas", "surface", "raised", "hover", "ink", "ink-muted", "line", "edge", "accent", "accent-soft", "mark", "good",
    "warn", "bad", "on-accent",
]
"""What a colour is for.

canvas: the window; surface: lists, fields and pages on it; raised: menus, cards and the pop-up; hover: what the
pointer is over. ink and ink-muted: text. line: hairlines; edge: the outline of what can be typed in or switched.
accent: what is asked or selected; accent-soft: the ground of the selected; mark: the ground of found words.
on-accent: text on accent, good, warn and bad.
"""
ROLES: tuple[Role, ...] = get_args(Role)

LIGHT: dict[Role, str] = {
    "canvas": "#F5F6F4",
    "surface": "#FFFFFF",
    "raised": "#FFFFFF",
    "hover": "#F0F2F0",
    "ink": "#1B1F20",
    "ink-muted": "#586063",
    "line": "#E1E4E1",
    "edge": "#868E90",
    "accent": "#0F766E",
    "accent-soft": "#DCF1EE",
    "mark": "#FFEDB8",
    "good": "#18703C",
    "warn": "#855000",
    "bad": "#B3261E",
    "on-accent": "#FFFFFF",
}
DARK: dict[Role, str] = {
    "canvas": "#151819",
    "surface": "#1B1F20",
    "raised": "#24292A",
    "hover": "#252A2B",
    "ink": "#E9ECEB",
    "ink-muted": "#A9B1B2",
    "line": "#31383A",
    "edge": "#727B7D",
    "accent": "#2DD4BF",
    "accent-soft": "#143A37",
    "mark": "#4F3D0C",
    "good": "#6FD39A",
    "warn": "#F0B75E",
    "bad": "#FF9E95",
    "on-accent": "#06211E",
}

Family = Literal["writing", "page", "table", "slides", "code", "web", "book", "mail", "archive", "picture", "other"]
"""Kinds of file that look alike."""

FAMILY_LIGHT: dict[Family, str] = {
    "writing": "#3A5F8F",
    "page": "#A23B3B",
    "table": "#2B6E4A",
    "slides": "#94511C",
    "code": "#565E73",
    "web": "#2B6A86",
    "book": "#6E4F8C",
    "mail": "#7A5A12",
    "archive": "#6B5B4F",
    "picture": "#8B3F74",
    "other": "#586063",
}
FAMILY_DARK: dict[Family, str] = {
    "writing": "#9DBDE8",
    "page": "#F0A3A0",
    "table": "#8FD0AC",
    "slides": "#EDB486",
    "code": "#B8C0D4",
    "web": "#8ECBE4",
    "book": "#CBB0E6",
    "mail": "#E2C47C",
    "archive": "#CDBBAB",
    "picture": "#E8A8D3",
    "other": "#A9B1B2",
}
