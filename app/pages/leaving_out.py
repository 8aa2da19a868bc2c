"""Patterns that leave a file or folder out of the index, in gitignore syntax."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.paths import separator_of

_SPECIAL = "\\*?["


def pattern_for(path: str, roots: Sequence[str], *, is_folder: bool) -> str | None:
    """The pattern that matches nothing but ``path`` below the chosen folder that holds it.

    All paths are of one form. Letters that do not fit into a line of text stand as ``?``, which matches any one. None
    for a path that is in no chosen folder, or is one.
    """
    separator = separator_of(path)
    holding = [root.rstrip(separator) + separator for root in roots]
    inside = max((root for root in holding if path.startswith(root)), key=len, default=None)
    if inside is None or path == inside:
        return None
    names = path[len(inside) :].rstrip(separator).split(separator)
    return "/" + "/".join(map(_escaped, names)) + ("/" if is_folder else "")


def _escaped(name: str) -> str:
    said = "".join(f"\\{letter}" if letter in _SPECIAL else letter if letter.isprintable() else "?" for letter in name)
    # Blanks at the end of a pattern do not count unless they are escaped.
    kept = said.rstrip(" ")
    return kept + "\\ " * (len(said) - len(kept))
