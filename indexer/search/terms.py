"""Words as the index sees them: the index's own tokenizer, and FTS5 expressions in which every text is quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

import apsw

from indexer.store.bigrams import bigrams

TOKENIZER = ("porter", ("unicode61", "remove_diacritics", "2"))
"""As in the definition of ``chunk_fts``."""

MAX_TERMS = 256

Token = tuple[int, int, str]
Tokenise = Callable[[str], list[Token]]
"""Text to (start, end, term): positions in characters, ``term`` folded and stemmed as the index keeps it."""
Forms = Callable[[str], list[str]]
"""Text to the terms alone, several times faster."""


@dataclass(frozen=True, slots=True)
class Term:
    """Something to look for: its FTS5 expression, and its form in a text (``is_pair``: two characters side by side)."""

    expression: str
    form: str
    is_pair: bool = False


def tokeniser(connection: apsw.Connection) -> Tokenise:
    """The index's tokenizer, bound to a connection and used in its thread only."""
    name, arguments = TOKENIZER
    tokenizer = connection.fts5_tokenizer(name, list(arguments))

    def tokenise(text: str) -> list[Token]:
        untrusted = text.encode("utf-8", "replace")
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
        untrusted = text.encode("utf-8", "replace")
        found = tokenizer(
            untrusted, apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False, include_colocated=False
        )
        return cast(list[str], found)

    return forms


def terms_of(tokenise: Tokenise, text: str) -> tuple[Term, ...]:
    """The distinct terms of a query, in order; runs of Chinese, Japanese or Korean as pairs of characters."""
    terms: dict[str, Term] = {}
    for pair in bigrams(text).split():
        terms.setdefault(pair, _pair_term(pair))
    for start, end, form in tokenise(text):
        word = text[start:end]
        if not bigrams(word):
            terms.setdefault(form, Term(quoted(word), form))
    return tuple(terms.values())[:MAX_TERMS]


def phrase_expression(connection: apsw.Connection, phrase: str) -> str:
    """FTS5 expression for texts in which ``phrase`` stands word by word; empty when it holds no word."""
    pairs = bigrams(phrase)
    words = [phrase[start:end] for start, end, _ in tokeniser(connection)(phrase)]
    plain = [word for word in words if not bigrams(word)]
    parts = [quoted(" ".join(plain))] if plain else []
    if pairs:
        parts.append(f"bigrams : {quoted(pairs)}{'*' if len(pairs) == 1 else ''}")
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
