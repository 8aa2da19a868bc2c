"""The small markup in which the texts of the sample library are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Block:
    """One piece of a text: ``kind`` is h1, h2, p, li, page, code or table."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Source:
    """A text with the lines above it: title, author, date, and what else a kind asks for."""

    head: dict[str, str]
    body: str

    @property
    def title(self) -> str:
        return self.head["title"]

    @property
    def author(self) -> str:
        return self.head["author"]

    @property
    def language(self) -> str:
        return self.head.get("language", "en")

    @property
    def date(self) -> datetime:
        return datetime.fromisoformat(self.head["date"])

    @property
    def blocks(self) -> list[Block]:
        return list(parse_blocks(self.body))


def read_source(path: Path) -> Source:
    head_text, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head = dict(line.split(": ", 1) for line in head_text.splitlines())
    return Source(head, body.strip("\n") + "\n")


def parse_blocks(body: str) -> list[Block]:
    """Split the small markup of the texts. A line ending in a backslash keeps its line break."""
    blocks: list[Block] = []
    lines = iter([*body.splitlines(), ""])
    paragraph: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in lines:
        if paragraph and (not line or line.startswith(("#", "- ", "|", "```"))):
            joined = " ".join(paragraph).replace("\\ ", "\n")
            blocks.append(Block("p", joined))
            paragraph = []
        if rows and not line.startswith("|"):
            blocks.append(Block("table", rows=tuple(rows)))
            rows = []
        if line.startswith("```"):
            code: list[str] = []
            for inner in lines:
                if inner == "```":
                    break
                code.append(inner)
            blocks.append(Block("output" if line == "```output" else "code", "\n".join(code)))
        elif line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
        elif line == "***":
            blocks.append(Block("page"))
        elif line.startswith("## "):
            blocks.append(Block("h2", line[3:]))
        elif line.startswith("# "):
            blocks.append(Block("h1", line[2:]))
        elif line.startswith("- "):
            blocks.append(Block("li", line[2:]))
        elif line:
            paragraph.append(line)
    return blocks


def as_number(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell
