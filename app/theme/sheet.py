"""One style sheet for the widgets Qt draws, made of the tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import cast

import resources
from app.theme.tokens import CONTROL_RADIUS, Role

_IMAGE = re.compile(r"\$image\(([\w-]+),([\w-]+)\)")
_VALUE = re.compile(r"\$([\w-]+)")


def sheet(colors: Mapping[str, str], image: Callable[[str, Role], str]) -> str:
    """The style sheet.

    Args:
        colors: by role, and those named accent-hover, accent-pressed and thumb.
        image: path of a drawing, given its name and the role that tints it.
    """
    values = {**colors, "radius": f"{CONTROL_RADIUS}px"}
    drawn = _IMAGE.sub(lambda found: image(found[1], cast(Role, found[2])), _text())
    return _VALUE.sub(lambda found: values[found[1]], drawn)


@cache
def _text() -> str:
    return (Path(resources.__file__).parent / "style.qss").read_text("utf-8")
