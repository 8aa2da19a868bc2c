"""Words as the index sees them: the index's own tokenizer, and FTS5 expressions in which every text is quoted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

import apsw

from indexer.store.bigrams import bigrams, pairs, words_only

TOKENIZER = ("porter", ("unicode61", "remove_diacritics", "2", "categories", "L* N* Co M*"))
"""As in the definition of ``chunk_fts``."""

MAX_TERMS = 256

Token = tuple[int, int, str]
Tokenise = Callable[[str], list[Token]]
"""Text to (start, end, term): positions in characters, ``term`` folded and stemmed as the index keeps it."""
Forms = Callable[[str], list[str]]
"""Text to the terms alone, several times faster."""


Kind = Literal["same", "compound", "part"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Variant:
    """A word found in place of another: the same in another form, a compound with it, or a part of it.

    ``weight``: what one of it counts, below 1.
    """

    expression: str
    form: str
    weight: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for. Terms are equal whatever variants are known of them.

    Attributes:
        expression: of FTS5, for the term alone.
        form: as it stands in a text.
        is_pair: two characters side by side.
        word: as typed; empty for a pair.
        variants: found in its place, for less.
        parts: words for each part of a compound; all parts together, in any order, stand for the term.
    """

    expression: str
    form: str
    is_pair: bool = False
    word: str = field(default="", compare=False)
    variants: tuple[Variant, ...] = field(default=(), compare=False)
    parts: tuple[tuple[Variant, ...], ...] = field(default=(), compare=False)

    def expressions(self, kinds: Collection[Kind] = KINDS) -> list[str]:
        """Of FTS5, for the term and what is found in its place; all its parts together are like a compound."""
        found = [self.expression, *(one.expression for one in self.variants if one.kind in kinds)]
        if self.parts and "compound" in kinds:
            found.append(" AND ".join(f"({' OR '.join(one.expression for one in part)})" for part in self.parts))
        return [f"({one})" for one in found]

    @property
    def forms(self) -> frozenset[str]:
        """Every form in a text that speaks for the term."""
        spread = (*self.variants, *(one for part in self.parts for one in part))
        return frozenset((self.form, *(one.form for one in spread)))


def tokeniser(connection: apsw.Connection) -> Tokenise:
    """The index's tokenizer, bound to a connection and used in its thread only."""
    name, arguments = TOKENIZER
    tokenizer = connection.fts5_tokenizer(name, list(arguments))

    def tokenise(text: str) -> list[Token]:
        untrusted = words_only(text).encode("utf-8", "replace")
        tokens = cast(list[Token], tokenizer(untrusted, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False))
        if text.isascii():
            return tokens
        return list(_by_character(untrusted, tokens))

    return tokenise


def forms_of(connection: apsw.Connection) -> Forms:
    """As ``tokeniser``, without positions."""
    name, arguments = TOKENIZER
    tokenizer = connection.fts5_tokenizer(name, list(arguments))

    def forms(text: str) -> list[str]:
        untrusted = words_only(text).encode("utf-8", "replace")
        found = tokenizer(
            untrusted, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False, include_colocated=False
        )
        return cast(list[str], found)

    return forms


def terms_of(tokenise: Tokenise, text: str) -> tuple[Term, ...]:
    """The distinct terms of a query, in order; runs of scripts without spaces, and Korean, as pairs of characters."""
    terms: dict[str, Term] = {}
    for pair in pairs(text):
        terms.setdefault(pair, _pair_term(pair))
    plain = words_only(text)
    for start, end, form in tokenise(text):
        word = plain[start:end]
        terms.setdefault(form, Term(quoted(word), form, word=word))
    return tuple(terms.values())[:MAX_TERMS]


def phrase_expression(connection: apsw.Connection, phrase: str) -> str:
    """FTS5 expression for texts in which ``phrase`` stands word by word; empty when it holds no word."""
    indexed = bigrams(phrase).split()
    # What follows the phrase may go on where its last run ends.
    if len(indexed) > 1 and len(indexed[-2]) > 1:
        indexed.pop()
    plain = words_only(phrase)
    words = [plain[start:end] for start, end, _ in tokeniser(connection)(phrase)]
    parts = [quoted(" ".join(words))] if words else []
    if indexed:
        parts.append(f"bigrams : {quoted(' '.join(indexed))}{'*' if len(indexed[-1]) == 1 else ''}")
    return " AND ".join(f"({part})" for part in parts)


def quoted(text: str) -> str:
    """``text`` as an FTS5 string: nothing in it is an operator."""
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'


def _pair_term(pair: str) -> Term:
    # A lone character is looked for as the first of any pair.
    return Term(f"bigrams : {quoted(pair)}{'*' if len(pair) == 1 else ''}", pair, is_pair=True)


def _by_character(encoded: bytes, tokens: list[Token]) -> Iterator[Token]:
    """Tokens in byte positions of a UTF-8 text, in order, as tokens in characters."""
    byte = character = 0
    for start, end, term in tokens:
        character += len(encoded[byte:start].decode())
        length = len(encoded[start:end].decode())
        yield character, character + length, term
        byte, character = end, character + length
