"""Markdown (CommonMark with tables and front matter) through markdown-it: blocks with line numbers, no marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token
from markdown_it.utils import EnvType

from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import BlockKind, Document, Locator
from indexer.extract.html import parse_html
from indexer.extract.source import Budget, Source
from indexer.extract.text import load_text

# The parser takes linear time but cannot be stopped, and its tokens take hundreds of bytes for each character of a
# hostile file. So it gets a part at a time. A line longer than a part, a paragraph too long to look for marks in, and
# a part nested too deeply are kept as plain text with their marks: nothing of them is lost, so there is no note.
_PART_CHARACTERS = 200_000
_INLINE_CHARACTERS = 50_000
_NESTING = 100
"""Block elements open at once; a list takes two for each of its levels."""
_FRONT_LINES = 200

_FRONT_FIELD = re.compile(r"(title|author|date)[ \t]*[:=][ \t]*(.+)", re.IGNORECASE)
_EMBEDDED = re.compile(r"\bdata:[\w.+-]{1,60}/[\w.+;=-]{1,100}+,[\w%+/=-]*+")
_FOOTNOTE = re.compile(r"^\[\^[^\]\s]{1,100}\]:[ \t]*", re.MULTILINE)
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def read_markdown(source: Source, budget: Budget) -> Document:
    """Locator ``line``. Title, author and date of the front matter. Raises KnownError ``binary``."""
    document = Document()
    lines = load_text(source, document).split("\n")
    start = _front_matter(lines, document)
    document.blocks = blocks = Blocks(budget)
    add_markdown(blocks, lines[start:], {"line": start + 1})
    if document.title is None:
        document.title = next((block.text for block in blocks if block.kind == "heading"), None)
    return document


def add_markdown(blocks: Blocks, lines: list[str], locator: Locator) -> None:
    """Add the blocks of ``lines``. A ``line`` in ``locator`` is that of the first of them."""
    # A picture within the text can be longer than all of the text. A carriage return would be counted as a line.
    lines = [_EMBEDDED.sub("#", line).replace("\r", "") for line in lines]
    env: EnvType = {}
    first = 0
    while first < len(lines) and not blocks.full:
        end, length = first, 0
        while end < len(lines) and (end == first or length + len(lines[end]) < _PART_CHARACTERS):
            length += len(lines[end]) + 1
            end += 1
        first += _add_part(_Walk(blocks, locator, first, env), "\n".join(lines[first:end]), end == len(lines))


def _add_part(walk: _Walk, text: str, last: bool) -> int:
    """Add the blocks of ``text`` but for one that may go on after it; returns how many lines were read."""
    lines = text.count("\n") + 1
    tokens = _BLOCKS.parse(text, walk.env) if len(text) <= _PART_CHARACTERS else None
    if tokens is None or any(token.level >= _NESTING - 1 and token.nesting == 1 for token in tokens):
        walk.add(text, "paragraph", 0)
        return lines
    if not last:
        outermost = [index for index, token in enumerate(tokens) if token.level == 0 and token.nesting >= 0]
        start = _lines_of(tokens[outermost[-1]])[0] if outermost else 0
        if start > 0:
            tokens, lines = tokens[: outermost[-1]], start
    walk.run(tokens)
    return lines


def _front_matter(lines: list[str], document: Document) -> int:
    """The number of lines of YAML or TOML at the start, read for the title, author and date."""
    fence = lines[0].rstrip()
    if fence not in ("---", "+++"):
        return 0
    for index, line in enumerate(lines[1:_FRONT_LINES], start=1):
        if line.rstrip() in (fence, "..."):
            return index + 1
        match = _FRONT_FIELD.fullmatch(line.strip())
        if match:
            value = flat(match[2].strip("\"' "))
            if match[1].lower() == "title":
                document.title = value or None
            elif match[1].lower() == "author":
                document.author = value or None
            else:
                document.created = value[:10] or None
    document.title = document.author = document.created = None
    return 0


def _lines_of(token: Token) -> tuple[int, int]:
    first, end = token.map or (0, 0)
    return first, end


def _reference_but_no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    footnote = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not footnote and reference(state, start, end, silent)


def _inline(text: str, env: EnvType) -> str:
    if len(text) > _INLINE_CHARACTERS:
        return text
    return _shown(_INLINES.inline.parse(text, _INLINES, env, []))


def _shown(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "html_inline":
            parts.append("\n" if _BREAK.match(token.content) else "")
        else:
            parts.append(_shown(token.children) if token.children else token.content)
    return "".join(parts)


class _Walk:
    """Turns the tokens of one part into blocks. The lines of a list are gathered until a gap between them."""

    def __init__(self, blocks: Blocks, locator: Locator, first: int, env: EnvType) -> None:
        self.env = env
        self._blocks = blocks
        self._locator = locator
        self._first = first
        self._lists = 0
        self._item = False
        self._gathered: list[str] = []
        self._gathered_lines = (0, 0)
        self._rows: list[list[str]] | None = None
        self._table_line = 0
        self._heading = 0

    def run(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if self._blocks.full:
                return
            self._take(token)

    def add(self, text: str, kind: BlockKind, index: int, level: int = 0) -> None:
        """Add a block that begins at line ``index`` of the part."""
        self._blocks.add(text, kind, level, self._place(index))

    def _take(self, token: Token) -> None:
        first, end = _lines_of(token)
        if token.type == "inline":
            self._take_inline(token, first, end)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
            if self._lists == 0:
                self._end_list()
        elif token.type == "list_item_open":
            self._item = True
        elif token.type in ("heading_open", "heading_close"):
            self._heading = int(token.tag[1:]) if token.nesting == 1 else 0
        elif token.type == "table_open":
            self._rows = []
            self._table_line = first
        elif token.type == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif token.type == "table_close" and self._rows is not None:
            self._end_list()
            self.add(table_text(self._rows), "table", self._table_line)
            self._rows = None
        elif token.type in ("fence", "code_block"):
            self._end_list()
            self.add(token.content, "code", first + (token.type == "fence"))
        elif token.type == "html_block":
            self._end_list()
            self._blocks.extend(parse_html(token.content, self._blocks.budget, self._place(first)).blocks)

    def _take_inline(self, token: Token, first: int, end: int) -> None:
        text = token.content if self._rows is not None or self._heading else _FOOTNOTE.sub("", token.content)
        if self._item:
            text = _TASK.sub("", text, count=1) if _TASK.match(text) else text
        text = _inline(text, self.env)
        if self._rows is not None:
            self._rows[-1].append(text)
        elif self._lists:
            self._gather(text, first, end)
        elif self._heading:
            self.add(text, "heading", first, self._heading)
        else:
            self.add(text, "paragraph", first)

    def _gather(self, text: str, first: int, end: int) -> None:
        if first != self._gathered_lines[1]:
            self._end_list()
        if not self._gathered:
            self._gathered_lines = (first, end)
        self._gathered.append(f"- {text}" if self._item else text)
        self._gathered_lines = (self._gathered_lines[0], end)
        self._item = False

    def _end_list(self) -> None:
        if self._gathered:
            self.add("\n".join(self._gathered), "list", self._gathered_lines[0])
        self._gathered = []

    def _place(self, index: int) -> Locator:
        line = self._locator.get("line")
        return {**self._locator, "line": line + self._first + index} if isinstance(line, int) else self._locator


_BLOCKS = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable("inline")
_BLOCKS.block.ruler.at("reference", _reference_but_no_footnote)
_INLINES = MarkdownIt("commonmark").enable("strikethrough")
