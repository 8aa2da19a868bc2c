"""reStructuredText: headings, directives, literal blocks and tables, read line by line; marks taken out."""

from __future__ import annotations

import re

from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import BlockKind, Document
from indexer.extract.source import Budget, Source
from indexer.extract.text import load_text

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*")
_DIRECTIVE = re.compile(r"\.\. (?:\|[^|]{1,100}\| )?([\w:+.-]{1,80})::(?:[ \t]+(.*))?")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]|$)")
_OPTION = re.compile(r":[\w -]{1,60}:")
_FIELD = re.compile(r":([^:\n]{1,80}):[ \t]+(.*)")
_GRID = re.compile(r"\+[-=+]{3,}\+?[ \t]*")
_SIMPLE_TABLE = re.compile(r"={2,}(?: +={2,})+[ \t]*")
_CELLS = {True: re.compile(r"\|"), False: re.compile(r"  +")}
_CODE_DIRECTIVES = frozenset(
    ("code", "code-block", "sourcecode", "literalinclude", "highlight", "parsed-literal", "math")
)
_SILENT_DIRECTIVES = frozenset(
    ("image", "figure", "include", "toctree", "contents", "highlight", "raw", "meta", "index")
)
_ROLE = re.compile(r":[\w:+.-]{1,60}:`([^`\n]{1,500})`")
_LITERAL = re.compile(r"``([^`\n]{1,500})``")
_LINK = re.compile(r"`([^`<>\n]{1,500})<[^<>\n]{1,1000}>`_{0,2}")
_INTERPRETED = re.compile(r"`([^`\n]{1,500})`_{0,2}")
_TARGET = re.compile(r"([^<>\n]{1,500})<[^<>\n]{1,500}>")
_STRONG = re.compile(r"(?<!\w)\*{1,2}(?=[^\s*])|(?<=[^\s*])\*{1,2}(?!\w)")
_REFERENCE = re.compile(r"(?<=\w)_{1,2}(?!\w)")


def read_rst(source: Source, budget: Budget) -> Document:
    """Locator ``line``. Raises KnownError ``binary``."""
    document = Document()
    lines = load_text(source, document).expandtabs(8).split("\n")
    document.blocks = blocks = Blocks(budget)
    reader = _Reader(blocks, lines)
    reader.run()
    document.title = next((block.text for block in blocks if block.kind == "heading"), None)
    document.author = reader.fields.get("author")
    document.created = reader.fields.get("date")
    return document


def plain(text: str) -> str:
    """``text`` without inline marks; of links and roles their text stays."""
    parts: list[str] = []
    end = 0
    for match in _LITERAL.finditer(text):
        parts += [_without_marks(text[end : match.start()]), match[1]]
        end = match.end()
    return "".join([*parts, _without_marks(text[end:])])


def _without_marks(text: str) -> str:
    text = _ROLE.sub(lambda match: _TARGET.sub(_first_trimmed, match[1]), text)
    text = _INTERPRETED.sub(r"\1", _LINK.sub(_first_trimmed, text))
    return _REFERENCE.sub("", _STRONG.sub("", text)).replace("\\ ", "")


def _first_trimmed(match: re.Match[str]) -> str:
    return match[1].rstrip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class _Reader:
    def __init__(self, blocks: Blocks, lines: list[str]) -> None:
        self.fields: dict[str, str] = {}
        self._blocks = blocks
        self._lines = lines
        self._levels: list[str] = []

    def run(self) -> None:
        index = 0
        while index < len(self._lines) and not self._blocks.full:
            index = self._take(index) if self._lines[index].strip() else index + 1

    def _line(self, index: int) -> str:
        return self._lines[index] if index < len(self._lines) else ""

    def _take(self, index: int) -> int:
        """Read the block at line ``index``, which is not blank; returns the index after it."""
        line = self._lines[index]
        if _GRID.fullmatch(line) or _SIMPLE_TABLE.fullmatch(line):
            return self._take_table(index)
        over, text, under = line, self._line(index + 1), self._line(index + 2)
        if _ADORNMENT.fullmatch(over) and text.strip() and under.rstrip() == over.rstrip():
            self._add_heading(text, over[0] * 2, index + 1)
            return index + 3
        if self._is_heading(line, text):
            self._add_heading(line, text[0], index)
            return index + 2
        if _ADORNMENT.fullmatch(line):
            return index + 1
        if _EXPLICIT.match(line):
            return self._take_explicit(index)
        return self._take_paragraph(index)

    def _is_heading(self, line: str, following: str) -> bool:
        short_enough = len(following.rstrip()) + 2 >= len(line.rstrip())
        return not line[0].isspace() and bool(_ADORNMENT.fullmatch(following)) and short_enough

    def _add_heading(self, text: str, mark: str, index: int) -> None:
        # Levels are in the order in which a file first uses its marks.
        if mark not in self._levels:
            self._levels.append(mark)
        self._blocks.add(flat(plain(text)), "heading", self._levels.index(mark) + 1, {"line": index + 1})

    def _take_table(self, index: int) -> int:
        end = index
        while self._line(end).strip():
            end += 1
        grid = self._lines[index].startswith("+")
        rows = [_CELLS[grid].split(line.strip(" |")) for line in self._lines[index:end] if line.strip(" |+-=")]
        self._add(plain(table_text(rows)), "table", index)
        return end

    def _take_explicit(self, index: int) -> int:
        line = self._lines[index]
        end = self._end_of_indented(index + 1, 1)
        directive = _DIRECTIVE.match(line)
        if directive is None:
            # Footnotes and citations are text; comments, targets and substitutions are not.
            if line.startswith(".. ["):
                body = " ".join([line.partition("]")[2], *self._lines[index + 1 : end]])
                self._add(plain(flat(body)), "paragraph", index)
            return end
        name = directive[1].lower().rpartition(":")[2]
        first = index + 1
        while first < end and _OPTION.match(self._lines[first].strip()):
            first += 1
        if name in _CODE_DIRECTIVES:
            self._add("\n".join(self._lines[first:end]), "code", first)
            return end
        if directive[2] and name not in _SILENT_DIRECTIVES:
            self._add(plain(directive[2]), "paragraph", index)
        # What the directive holds is read like the rest.
        return end if name in ("raw", "toctree") else first

    def _end_of_indented(self, index: int, least: int) -> int:
        end = index
        last = index
        while end < len(self._lines) and (not self._lines[end].strip() or _indent(self._lines[end]) >= least):
            end += 1
            if self._lines[end - 1].strip():
                last = end
        return max(last, index)

    def _take_paragraph(self, index: int) -> int:
        end = index
        while self._line(end).strip() and (end == index or not self._is_heading(self._line(end), self._line(end + 1))):
            end += 1
        lines = [line.strip() for line in self._lines[index:end]]
        field = _FIELD.fullmatch(lines[0])
        if field:
            for line in lines:
                match = _FIELD.fullmatch(line)
                if match:
                    self.fields.setdefault(match[1].lower(), flat(match[2]))
        literal = lines[-1].endswith("::")
        if literal:
            lines[-1] = lines[-1].removesuffix("::").rstrip() + (":" if len(lines[-1]) > 2 else "")
        items = re.match(r"(?:[-*+•]|\(?(?:\d+|#|[a-zA-Z])[.)])[ \t]", lines[0])
        self._add(plain("\n".join(lines)), "list" if items or field else "paragraph", index)
        if not literal:
            return end
        after = self._end_of_indented(end, _indent(self._lines[index]) + 1)
        self._add("\n".join(self._lines[end:after]), "code", end)
        return max(after, end)

    def _add(self, text: str, kind: BlockKind, index: int) -> None:
        while index < len(self._lines) and not self._lines[index].strip():
            index += 1
        self._blocks.add(text, kind, locator={"line": index + 1})
