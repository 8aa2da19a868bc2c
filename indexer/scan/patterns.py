"""Lines of gitignore syntax (``git help ignore``), compiled to say what they say about one file or folder.

A pattern speaks of the entry it matches and never of what lies below it: a folder that is ignored is not entered,
so its contents are never asked about. That is git's own rule, and what makes ``*`` with ``!*/`` work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WILD = re.compile(r"[*?\[\\]")
_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": r" \t", "cntrl": r"\x00-\x1f\x7f", "digit": "0-9",
    "graph": r"\x21-\x7e", "lower": "a-z", "print": r"\x20-\x7e", "punct": r"!-/:-@\[-`{-~",
    "space": r" \t\n\r\f\v", "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}


@dataclass(frozen=True, slots=True)
class _Rule:
    place: int
    negated: bool
    folders_only: bool
    matcher: re.Pattern[str]


class Patterns:
    """The patterns of one ignore file; the last one that matches decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._negated: list[bool] = []
        self._plain: dict[str, list[tuple[int, bool]]] = {}
        self._names: list[_Rule] = []
        self._paths: list[_Rule] = []
        for line in self._lines:
            self._add(line)
        # One expression over all name patterns: most names match none, and are done after one step.
        joined = "|".join(rule.matcher.pattern for rule in self._names)
        self._any_name = re.compile(joined, re.DOTALL) if joined else None
        self._names.reverse()
        self._paths.reverse()

    def __bool__(self) -> bool:
        return bool(self._negated)

    def verdict(self, path: str, name: str, is_folder: bool) -> bool | None:
        """Whether the entry is ignored, or None when no pattern speaks of it.

        Args:
            path: relative to the folder of the ignore file, with ``/`` between names.
            name: last part of ``path``.
        """
        last = -1
        for place, folders_only in self._plain.get(name, ()):
            if is_folder or not folders_only:
                last = place
        if self._any_name is not None and self._any_name.fullmatch(name):
            last = _last_match(self._names, name, is_folder, last)
        last = _last_match(self._paths, path, is_folder, last)
        return None if last < 0 else not self._negated[last]

    def deciding(self, path: str, name: str, is_folder: bool) -> tuple[int, str] | None:
        """Number, from 1, and text of the line that ``verdict`` goes by; None when no line speaks of the entry."""
        for number in range(len(self._lines), 0, -1):
            line = self._lines[number - 1]
            if Patterns([line]).verdict(path, name, is_folder) is not None:
                return number, line.strip("\r\n")
        return None

    def _add(self, line: str) -> None:
        pattern = _without_trailing_spaces(line.removesuffix("\n").removesuffix("\r"))
        if not pattern or pattern.startswith("#"):
            return
        negated = pattern.startswith("!")
        pattern = pattern.removeprefix("!")
        folders_only = pattern.endswith("/")
        pattern = pattern.removesuffix("/")
        if not pattern:
            return
        place = len(self._negated)
        self._negated.append(negated)
        if "/" not in pattern and not _WILD.search(pattern):
            self._plain.setdefault(pattern, []).append((place, folders_only))
            return
        whole = "/" in pattern
        expression = _path_expression(pattern.removeprefix("/")) if whole else _expression(pattern)
        if expression is not None:
            rule = _Rule(place, negated, folders_only, re.compile(expression, re.DOTALL))
            (self._paths if whole else self._names).append(rule)


def _last_match(rules: list[_Rule], text: str, is_folder: bool, last: int) -> int:
    for rule in rules:
        if rule.place <= last:
            break
        if (is_folder or not rule.folders_only) and rule.matcher.fullmatch(text):
            return rule.place
    return last


def _without_trailing_spaces(line: str) -> str:
    """Spaces at the end do not count unless a backslash stands before them."""
    end = len(line.rstrip(" "))
    backslashes = len(line[:end]) - len(line[:end].rstrip("\\"))
    return line[: end + 1] if backslashes % 2 and end < len(line) else line[:end]


def _path_expression(pattern: str) -> str | None:
    """Expression for a pattern with slashes, where ``**`` between slashes spans folders.

    What stands between two ``**`` is taken where it first fits and not moved again (an atomic group): the second
    ``**`` makes up for it, and without that a hostile pattern would take forever.
    """
    runs: list[list[str]] = [[]]
    parts = pattern.split("/")
    for part in parts:
        if part == "**":
            runs.append([])
            continue
        piece = _expression(part)
        if piece is None:
            return None
        runs[-1].append(piece)
    if len(runs) == 1:
        return "/".join(runs[0])
    start = "".join(f"{piece}/" for piece in runs[0])
    middle = "".join(f"(?>(?:[^/]+/)*?{'/'.join(run)}/)" for run in runs[1:-1] if run)
    if parts[-1] == "**":
        return start + middle + (".*" if len(parts) == 1 else ".+")
    return f"{start}{middle}(?:[^/]+/)*{'/'.join(runs[-1])}"


def _expression(glob: str) -> str | None:
    """Expression for a pattern without slashes; None when it can match nothing."""
    pieces, at = [""], 0
    while at < len(glob):
        character = glob[at]
        at += 1
        if character == "*":
            pieces.append("")
        elif character == "?":
            pieces[-1] += "[^/]"
        elif character == "[":
            bracket = _bracket(glob, at)
            if bracket is None:
                return None
            pieces[-1] += bracket[0]
            at = bracket[1]
        elif character == "\\":
            if at == len(glob):
                return None
            pieces[-1] += re.escape(glob[at])
            at += 1
        else:
            pieces[-1] += re.escape(character)
    if len(pieces) == 1:
        return pieces[0]
    # As for "**" above: only what follows the last star has to be sought.
    middle = "".join(f"(?>[^/]*?{piece})" for piece in pieces[1:-1] if piece)
    return f"{pieces[0]}{middle}[^/]*{pieces[-1]}"


def _bracket(glob: str, at: int) -> tuple[str, int] | None:
    """Expression of the class whose ``[`` stands before ``at``, and where it ends; None when it never does."""
    negated = glob[at : at + 1] in ("!", "^")
    at += negated
    body, first = "", True
    while at < len(glob) and (glob[at] != "]" or first):
        first = False
        named = re.compile(r"\[:(\w*):\]").match(glob, at)
        if named:
            if named[1] not in _CLASSES:
                return None
            body += _CLASSES[named[1]]
            at = named.end()
            continue
        low, at = _member(glob, at)
        high = low
        if glob[at : at + 1] == "-" and glob[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(glob, at + 1)
        if low and high and low <= high:
            body += f"{re.escape(low)}-{re.escape(high)}"
    if at >= len(glob):
        return None
    inside = f"[{body}]" if body else "(?!)"
    return (f"(?!{inside})[^/]" if negated else f"(?!/){inside}"), at + 1


def _member(glob: str, at: int) -> tuple[str, int]:
    """One character of a class, a backslash taking the next one as it is."""
    if glob[at] == "\\" and at + 1 < len(glob):
        at += 1
    return glob[at], at + 1
