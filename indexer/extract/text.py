"""Plain text and source code: lines grouped into paragraphs, with line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.extract import limits
from indexer.extract.blocks import Blocks
from indexer.extract.document import BlockKind, Document, Note
from indexer.extract.encoding import decode
from indexer.extract.source import Budget, Source

_HEADINGS = {
    "adoc": re.compile(r"(?P<mark>={1,6})[ \t]+(?P<text>\S.*)"),
    "org": re.compile(r"(?P<mark>\*{1,6})[ \t]+(?P<text>\S.*)"),
    "wiki": re.compile(r"(?P<mark>={1,6})[ \t]*(?P<text>[^=\s].*?)[ \t]*=+[ \t]*"),
    "tex": re.compile(
        r"[ \t]*\\(?P<command>part|chapter|section|subsection|subsubsection|paragraph)\*?\{(?P<text>[^{}]*)\}.*"
    ),
}
_SUFFIXES = {"asciidoc": "adoc", "asc": "adoc", "mediawiki": "wiki", "latex": "tex", "ltx": "tex"}
_TEX_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*")
_CUE_TIME = re.compile(r"[\d:.,]{5,} *--> *[\d:.,]{5,}.*")
_CUE_NUMBER = re.compile(r"\d{1,6}|WEBVTT.*")
_HEADING_CHARACTERS = 300
_WRAPPED_WIDTH = 120
"""Characters: lines longer than this were not broken to fit a width, so each is a paragraph of its own."""
_WRAPPED_LINES = 60


def read_text(source: Source, budget: Budget) -> Document:
    """Paragraphs between blank lines; headings of AsciiDoc, Org, wiki and TeX. Locator ``line``.

    Raises KnownError ``binary``.
    """
    document = Document()
    text = load_text(source, document)
    suffix = source.name.rpartition(".")[2].lower()
    lines = _without_cues(text) if suffix in ("srt", "vtt") else list(enumerate(text.split("\n"), start=1))
    document.blocks = blocks = Blocks(budget)
    add_text(blocks, lines, _HEADINGS.get(_SUFFIXES.get(suffix, suffix)))
    if blocks and blocks[0].kind == "heading":
        document.title = blocks[0].text
    return document


def read_code(source: Source, budget: Budget) -> Document:
    """Code blocks that begin at unindented lines after blank ones. Locator ``line``. Raises KnownError ``binary``."""
    document = Document()
    lines = load_text(source, document).split("\n")
    document.blocks = blocks = Blocks(budget)
    for start, end in _code_spans(lines):
        if blocks.full:
            break
        blocks.add("\n".join(lines[start:end]), "code", locator={"line": start + 1})
    return document


def load_text(source: Source, document: Document) -> str:
    """The decoded file with ``\\n`` line breaks; of a large one the first part, with a note on ``document``."""
    data = source.head(limits.TEXT_FILE_BYTES)
    if source.size > len(data):
        document.notes.append(Note("cut_short", f"Only the first {limits.TEXT_FILE_BYTES // limits.MIB} MB were read."))
    return decode(data).replace("\r\n", "\n").replace("\r", "\n")


def add_text(blocks: Blocks, lines: list[tuple[int, str]], heading: re.Pattern[str] | None = None) -> None:
    """Add numbered ``lines`` as paragraphs; a line that ``heading`` matches, or an underlined one, is a heading."""
    paragraph: list[str] = []
    first = 0

    def end_paragraph() -> None:
        if paragraph:
            blocks.add("\n".join(paragraph), _kind(paragraph), locator={"line": first})
            paragraph.clear()

    skip = False
    for index, (number, line) in enumerate(lines):
        if blocks.full:
            return
        if skip:
            skip = False
            continue
        match = heading.fullmatch(line) if heading and len(line) <= _HEADING_CHARACTERS else None
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        if match:
            end_paragraph()
            blocks.add(match["text"], "heading", _level(match), {"line": number})
        elif not paragraph and _is_underlined(line, following):
            blocks.add(line, "heading", 1 if following[0] == "=" else 2, {"line": number})
            skip = True
        elif line.strip():
            if not paragraph:
                first = number
            paragraph.append(line)
        else:
            end_paragraph()
    end_paragraph()


def _level(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return len(groups["mark"]) if "mark" in groups else _TEX_LEVELS[groups["command"]]


def _is_underlined(line: str, following: str) -> bool:
    length = len(line.strip())
    return 0 < length <= 100 and bool(_UNDERLINE.fullmatch(following)) and abs(len(following.rstrip()) - length) <= 3


def _kind(lines: list[str]) -> BlockKind:
    by_line = len(lines) > 1 and (len(lines) > _WRAPPED_LINES or max(map(len, lines)) > _WRAPPED_WIDTH)
    return "list" if by_line else "paragraph"


def _without_cues(text: str) -> list[tuple[int, str]]:
    return [
        (number, "" if _CUE_TIME.fullmatch(line.strip()) or _CUE_NUMBER.fullmatch(line.strip()) else line)
        for number, line in enumerate(text.split("\n"), start=1)
    ]


def _code_spans(lines: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(lines)):
        line = lines[index]
        if line and not line[0].isspace() and line[0] not in "})]" and not lines[index - 1].strip():
            yield start, index
            start = index
    yield start, len(lines)
