"""Questions whose answer is known, made from the library (Azzopardi, de Rijke and Balog, SIGIR 2007).

A person remembers some words of what a file says, in another order, and few of the small ones. So every question
drops function words, leaves out a part of the others and never repeats a whole sentence. Of the words that are left
none is put in other words: the figures favour search by words, and serve to compare one setting with another.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar, cast

import apsw

from indexer.evaluate.vocabulary import Vocabulary
from indexer.extract.chunk import SEPARATOR
from indexer.extract.sentences import sentences
from indexer.families import group
from indexer.paths import fold
from indexer.query.texts import is_identifier
from indexer.search import words
from indexer.search.scope import EVERY_FILE
from indexer.search.terms import phrase_expression

KINDS = ("name", "title", "heading", "sentence", "identifier")
PICTURE = "picture"
"""Kind of a question for what a picture shows: a name that says it."""

_PASSAGES = 60
"""Passages of a file that are looked at."""
_PART = re.compile(r"[^\W_]+")
_NAMES_NOTHING = re.compile(
    r"^(img|dscn?|dcim|pxl|vid|mvi|pict?|photo|image|bild|foto|scan|screen ?shots?|whatsapp|signal|untitled)"
    r"(?![^\W\d_])", re.I
)
_BETWEEN = re.compile(r"[\s,;|=\[\](){}<>\"“”„]+")
_EDGES = ".:!?'‘’`*#-/"
_UNCUT = 100
"""Characters up to which a heading is kept whole."""
_MANY = 50
_SENTENCE = 5
"""Telling words of a sentence that a question is made from."""
_FEW_FILES = 3
_SIMILAR = 10
"""Files that may hold all of a question beside the one that is meant: of a name or title, of a sentence."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and the file that answers it."""

    kind: str
    query: str
    file_id: int


@dataclass(frozen=True, slots=True)
class _File:
    id: int
    name: str
    kind: str
    title: str | None
    content_hash: bytes


def known_items(
    connection: apsw.Connection, count: int, seed: int, kinds: Sequence[str] = (*KINDS, PICTURE),
    stop: Callable[[], bool] = lambda: False,
) -> list[Item]:
    """About ``count`` questions, as many of each kind as the library allows; the same for the same files and seed."""
    maker = _Maker(connection, seed)
    wanted = dict.fromkeys(kinds, -(-count // len(kinds)))
    found: list[Item] = []
    for file in _files(connection, seed):
        if stop() or not any(wanted.values()):
            break
        for kind, left in wanted.items():
            query = maker.query(kind, file) if left else ""
            if query:
                wanted[kind] -= 1
                found.append(Item(kind, query, file.id))
    return sorted(found, key=lambda item: list(kinds).index(item.kind))


def _files(connection: apsw.Connection, seed: int) -> Iterator[_File]:
    """Files whose content was read, each content once, in an order that the seed and their content decide."""
    rows = cast("list[tuple[bytes, str]]", connection.execute(
        "SELECT content_hash, min(path) FROM file WHERE state = 'ready' AND content_hash IS NOT NULL"
        " GROUP BY content_hash"
    ).fetchall())
    for digest, path in sorted(rows, key=lambda row: _scatter(seed, row[0])):
        found = connection.execute("SELECT id, name, kind, title FROM file WHERE path = ?", (path,))
        for number, name, kind, title in found:
            yield _File(number, name, kind, title, digest)


class _Maker:
    """Makes one question of a kind from a file, or none where the file does not lend itself to it."""

    def __init__(self, connection: apsw.Connection, seed: int) -> None:
        self._connection = connection
        self._seed = seed
        self._vocabulary = Vocabulary(connection)
        self._passages: tuple[int, list[tuple[str, str]]] = (0, [])

    def query(self, kind: str, file: _File) -> str:
        match kind:
            case "name":
                return self._from_name(file)
            case "title":
                return "" if file.title is None or _same(file.title, file.name) else self._from_phrase(file, file.title)
            case "heading":
                return self._from_heading(file)
            case "sentence":
                return self._from_sentence(file)
            case "identifier":
                return self._from_identifier(file)
            case _:
                return self._from_picture(file)

    def _from_name(self, file: _File) -> str:
        parts = list(dict.fromkeys(_PART.findall(fold(PurePath(file.name).stem))))
        if not any(part.isalpha() and len(part) > 2 for part in parts) or len(parts) < 2:
            return ""
        kept = self._some(parts, max(2, min(3, len(parts) - 1)), file)
        holding = " AND ".join(["instr(folded, ?)"] * len(kept))
        rows = self._connection.execute(f"SELECT id FROM file WHERE {holding} LIMIT {_MANY}", tuple(kept))
        return " ".join(kept) if self._others([number for (number,) in rows], file) <= _FEW_FILES else ""

    def _from_phrase(self, file: _File, phrase: str) -> str:
        told = self._vocabulary.telling(phrase)
        if len(told) < 2 or self._others(self._vocabulary.holding_all(told), file) > _FEW_FILES:
            return ""
        kept = self._some(told, max(2, min(4, len(told) - 1)), file)
        return " ".join(word.written for word in kept)

    def _from_heading(self, file: _File) -> str:
        headings = dict.fromkeys(_whole(context.split(SEPARATOR)[-1]) for context, _ in self._texts(file))
        of_its_own = [one for one in headings if one and not _same(one, file.title or "")]
        return next(filter(None, (self._from_phrase(file, one) for one in self._some(of_its_own, 5, file))), "")

    def _from_sentence(self, file: _File) -> str:
        made: list[tuple[float, str]] = []
        for _, text in self._some(self._texts(file), 6, file):
            for start, end in sentences(text):
                told = self._vocabulary.telling(text[start:end])
                # The rarest words would find it alone; what a person remembers is what could stand elsewhere too.
                common = sorted(told, key=lambda word: word.idf)[: -(-2 * len(told) // 3)]
                kept = self._some(common, max(3, min(4, len(told) // 2)), file, keep_order=False)
                if len(told) >= _SENTENCE and self._others(self._vocabulary.holding_all(kept), file) <= _SIMILAR:
                    made.append((sum(word.idf for word in told), " ".join(word.written for word in kept)))
        rarest = [query for _, query in sorted(made, reverse=True)[: max(1, len(made) // 4)]]
        return self._some(rarest, 1, file)[0] if rarest else ""

    def _from_identifier(self, file: _File) -> str:
        found = dict.fromkeys(
            word
            for _, text in self._texts(file)
            for piece in _BETWEEN.split(text)
            if is_identifier(word := piece.strip(_EDGES))
        )
        for word in self._some(list(found), 5, file):
            expression = phrase_expression(self._connection, word)
            holding = words.holding(self._connection, expression, EVERY_FILE, _MANY) if expression else {}
            if holding and not self._others(holding.values(), file):
                return word
        return ""

    def _from_picture(self, file: _File) -> str:
        parts = _PART.findall(PurePath(file.name).stem)
        said = [part for part in parts if part.isalpha() and len(part) > 2]
        if file.kind != "picture" or len(said) < 2 or _NAMES_NOTHING.match(" ".join(parts)):
            return ""
        return " ".join(said).lower()

    def _others(self, file_ids: Iterable[int], file: _File) -> int:
        """How many things these files are beside the one that the file is, in any of its versions."""
        families = group(self._connection, [file.id, *file_ids])
        return len(families) - 1

    def _texts(self, file: _File) -> list[tuple[str, str]]:
        """Context and text of passages of the file."""
        if self._passages[0] != file.id:
            rows = self._connection.execute(
                "SELECT context, text FROM chunk WHERE file_id = ? AND picture IS NULL ORDER BY seq LIMIT ?",
                (file.id, _PASSAGES),
            )
            self._passages = file.id, [(context, text) for context, text in rows]
        return self._passages[1]

    def _some(self, things: Sequence[_T], count: int, file: _File, *, keep_order: bool = True) -> list[_T]:
        """``count`` of the things, by the seed and the file's content."""
        chosen = sorted(range(len(things)), key=lambda place: _scatter(self._seed, file.content_hash, place))[:count]
        return [things[place] for place in (sorted(chosen) if keep_order else chosen)]


def _whole(heading: str) -> str:
    """A heading without its last word where that may be cut."""
    return heading.rpartition(" ")[0] if len(heading) > _UNCUT else heading


def _same(text: str, name: str) -> bool:
    """Whether a title says no more than a file's name, or another title."""
    return _PART.findall(fold(text)) in (_PART.findall(fold(name)), _PART.findall(fold(PurePath(name).stem)))


def _scatter(seed: int, content_hash: bytes, place: int = 0) -> bytes:
    """An order that is random to look at and always the same."""
    return hashlib.blake2b(b"%d %d " % (seed, place) + content_hash, digest_size=8).digest()
