"""HTML and XHTML: the visible text with headings, lists, tables and preformatted parts. Walks without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from indexer.extract import limits
from indexer.extract.blocks import Blocks, flat, table_text
from indexer.extract.document import Block, BlockKind, Document, Locator, Note
from indexer.extract.encoding import decode
from indexer.extract.source import Budget, Source

_DEPTH = 1_000
"""Elements open at once; the parser's time grows with their square, and real pages stay below a few hundred."""
_CELL_CHARACTERS = 400
"""Characters of a table cell beyond which the table is taken for a way to lay out a page."""
_HEADING_CHARACTERS = 300
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?\b(?:charset|encoding)\s{0,20}=\s{0,20}[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_STRIPPED = re.compile(r"<[^<>]*+>?")
# What browsers read where old pages name something narrower.
_ENCODINGS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
              "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
              "iso-8859-9": "cp1254", "euc-kr": "cp949", "ks_c_5601-1987": "cp949"}  # fmt: skip

_SKIPPED_TAGS = "script style template noscript svg iframe object embed canvas audio video rp annotation head"
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_SELF_CLOSING_TAGS = "p li td th tr dt dd option thead tbody tfoot colgroup rt rp"
_BLOCK_TAGS = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form header hgroup hr html legend li main menu nav ol option p section summary table title ul button "
    "pre listing xmp textarea h1 h2 h3 h4 h5 h6"
)
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_UNCOUNTED = frozenset(f"{_VOID_TAGS} {_SELF_CLOSING_TAGS}".split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "textarea"))


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)
    outer: list[str] = field(default_factory=list)


def read_html(source: Source, budget: Budget) -> Document:
    """Raises KnownError ``binary``. What stands in ``nav`` elements comes last."""
    data = source.head(limits.XML_BYTES)
    declared = _DECLARED.search(data, 0, 4096)
    name = declared[1].decode("ascii").lower() if declared else None
    document = parse_html(decode(data, _ENCODINGS.get(name, name) if name else None), budget)
    if source.size > len(data):
        document.notes.append(Note("cut_short", f"Only the first {limits.XML_BYTES // limits.MIB} MB were read."))
    return document


def parse_html(text: str, budget: Budget, locator: Locator | None = None) -> Document:
    """The document in ``text``; every block gets ``locator``."""
    document = Document()
    text = text.replace("\x00", "")
    if _too_deep(text):
        document.blocks = blocks = Blocks(budget)
        for part in unescape(_STRIPPED.sub(" ", text)).split("\n\n"):
            blocks.add(part, locator=locator)
        return document
    parser = LexborHTMLParser(text)
    document.title = _title(parser)
    document.author = _meta(parser, "author", "dc.creator", "article:author")
    document.created = _meta(parser, "date", "dc.date", "dcterms.created", "article:published_time")
    root = parser.body or parser.root
    if root is not None:
        document.blocks = _Walk(budget, locator or {}).run(root)
    return document


def _too_deep(text: str) -> bool:
    depth = deepest = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _UNCOUNTED:
            continue
        depth += -1 if match[1] and depth else 0 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest > _DEPTH


def _title(parser: LexborHTMLParser) -> str | None:
    node = parser.css_first("head title") or parser.css_first("h1")
    title = flat(node.text(deep=True)) if node else ""
    return title or _meta(parser, "og:title", "dc.title")


def _meta(parser: LexborHTMLParser, *names: str) -> str | None:
    for node in parser.css("meta[content]"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        content = flat(node.attributes.get("content") or "")
        if name in names and content:
            return content
    return None


class _Walk:
    """Visits nodes in document order; ``_inline`` holds the text of the block, or of the table cell, in the making."""

    def __init__(self, budget: Budget, locator: Locator) -> None:
        self._blocks = Blocks(budget)
        self._later = Blocks(budget)
        self._locator = locator
        self._inline: list[str] = []
        self._tables: list[_Table] = []
        self._pre = 0
        self._nav = 0
        self._level = 0
        self._kind: BlockKind = "paragraph"
        self._prefix = ""

    def run(self, root: LexborNode) -> list[Block]:
        node: LexborNode | None = root
        depth = 0
        while node is not None and not self._blocks.full:
            seen = self._enter(node)
            if seen and node.child is not None:
                depth += 1
                node = node.child
                continue
            while node is not None:
                if seen:
                    self._leave(node)
                seen = True
                if depth == 0:
                    node = None
                elif node.next is not None:
                    node = node.next
                    break
                else:
                    node = node.parent
                    depth -= 1
        while self._tables:
            self._end_table()
        self._flush()
        return [*self._blocks, *self._later]

    def _enter(self, node: LexborNode) -> bool:
        """Begin ``node``; False when its children are not to be seen."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag in _SKIPPED or "hidden" in node.attributes:
            return False
        if tag == "br":
            self._inline.append("\n")
        elif tag in ("img", "area"):
            self._text(f" {node.attributes.get('alt') or ''} ")
        elif tag in _BLOCKS:
            self._flush()
        if tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        elif tag in _PREFORMATTED:
            self._pre += 1
        elif tag in ("li", "dt", "dd", "option"):
            self._kind, self._prefix = "list", "- " if tag == "li" else ""
        elif tag == "nav":
            self._nav += 1
        elif tag == "table":
            self._tables.append(_Table(outer=self._inline))
            self._inline = []
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._inline = []
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _PREFORMATTED:
            self._flush()
            self._pre = max(0, self._pre - 1)
        elif tag in ("td", "th") and self._tables:
            rows = self._tables[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append("".join(self._inline).strip())
            self._inline = []
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag == "caption" and self._tables:
            self._tables[-1].rows.append(["".join(self._inline)])
            self._inline = []
        elif tag in _BLOCKS:
            self._flush()
            if tag in _HEADINGS:
                self._level = 0
            elif tag == "nav":
                self._nav -= 1

    def _text(self, text: str) -> None:
        if self._pre:
            self._inline.append(text)
        elif text:
            words = " ".join(text.split())
            before = " " if text[0].isspace() else ""
            after = " " if words and text[-1].isspace() else ""
            self._inline.append(f"{before}{words}{after}")

    def _end_table(self) -> None:
        table = self._tables.pop()
        # Text that stands in the table but in no cell.
        table.rows.append(["".join(self._inline)])
        self._inline = table.outer
        rows = [row for row in table.rows if any(cell.strip() for cell in row)]
        layout = any(len(cell) > _CELL_CHARACTERS for row in rows for cell in row) or all(len(row) < 2 for row in rows)
        if layout:
            for row in rows:
                for cell in row:
                    self._add(_tidy(cell), "paragraph")
        else:
            self._add(table_text(rows), "table")

    def _flush(self) -> None:
        """End the block in the making. Inside a table cell that is no more than a line break."""
        if self._tables:
            self._inline.append("\n")
            return
        text = "".join(self._inline)
        self._inline = []
        if not text.strip():
            return
        if self._pre:
            self._add(text, "code")
        elif self._level and len(text) <= _HEADING_CHARACTERS:
            self._add(flat(text), "heading", self._level)
        else:
            self._add(self._prefix + _tidy(text), self._kind)
        self._kind, self._prefix = "paragraph", ""

    def _add(self, text: str, kind: BlockKind, level: int = 0) -> None:
        (self._later if self._nav else self._blocks).add(text, kind, level, self._locator)


def _tidy(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
