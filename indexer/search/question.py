"""From a parsed query to a question whose examples are known: which are files, and what vectors these have."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from indexer.errors import KnownError
from indexer.extract import kind_of
from indexer.paths import to_text
from indexer.query import Query
from indexer.search.examples import AWAY, Example, Outside, file_named, mean_vector, name_in_words, names_file, unit
from indexer.search.meaning import CodeCache
from indexer.search.notices import NO_FILE, UNREAD


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose examples are known.

    Attributes:
        text: what is embedded.
        likes: paths of the files that others are to be like; they are no answer themselves.
        notices: what of the query could not be used.
    """

    query: Query
    text: str
    examples: tuple[Example, ...] = ()
    likes: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is looked for by its letters: the text and the words that are wanted beside it."""
        wanted = [one.words for one in self.examples if one.path is None and one.weight > 0]
        return " ".join(part for part in (self.text, *wanted) if part)

    @property
    def by_sight(self) -> bool:
        """Whether a picture is an example."""
        return any(one.seen is not None for one in self.examples)


class ExampleFiles:
    """Finds what files hold, as vectors. Used in the thread of the connection given.

    Args:
        read_outside: vectors of a file, given by its database path, that the index has none of. Raises KnownError.
    """

    def __init__(
        self, text: CodeCache, pictures: CodeCache, read_outside: Callable[[str], Outside] | None
    ) -> None:
        self._text = text
        self._pictures = pictures
        self._read_outside = read_outside

    def example(self, connection: apsw.Connection, path: str, weight: float = 1.0) -> Example:
        """A file as an example: by sight if it is a picture, or has nothing else; else by meaning.

        Raises KnownError: not_indexed when nothing is known of its content, or why it cannot be read.
        """
        held = Outside(
            mean_vector(connection, self._text.current(), path),
            mean_vector(connection, self._pictures.current(), path),
        )
        if held.text is None and held.picture is None and self._read_outside is not None:
            held = self._read_outside(path)
        if held.text is None and held.picture is None:
            raise KnownError("not_indexed", UNREAD, path)
        text, picture = (None if one is None else unit(one) for one in (held.text, held.picture))
        by_sight = picture is not None and (text is None or kind_of(path) == "picture")
        return Example(weight, path, path, text, picture, by_sight)

    def question(self, connection: apsw.Connection, parsed: Query, mode: str) -> Question:
        """The query with its examples; a file that is not known is words like others, and told of."""
        text, examples, likes, notices = parsed.text, [], [], []
        for one in parsed.filters:
            if one.field != "like":
                continue
            path = file_named(connection, one.value) or _path(one.value)
            try:
                if path is None:
                    raise KnownError("not_indexed", NO_FILE.format(one.value))
                examples.append(self.example(connection, path, AWAY if one.negative else 1.0))
                likes += [] if one.negative else [path]
            except KnownError as error:
                notices.append(error.message if path is None else str(error))
                text = f"{text} {'' if one.negative else name_in_words(one.value)}".strip()
        examples += [self._named(connection, typed, 1.0) or Example(1.0, typed) for typed in parsed.wanted]
        excluded: list[str] = []
        for typed in parsed.excluded:
            if file := self._named(connection, typed, AWAY):
                examples.append(file)
            elif mode == "pictures":
                examples.append(Example(AWAY, typed))
            else:
                excluded.append(typed)
        return Question(
            replace(parsed, excluded=tuple(excluded)), text, tuple(examples), tuple(likes), tuple(notices)
        )

    def _named(self, connection: apsw.Connection, typed: str, weight: float) -> Example | None:
        """The file of this name or path in the index, None where there is none or nothing is known of it."""
        path = file_named(connection, typed) if names_file(typed) else None
        if path is None:
            return None
        try:
            return self.example(connection, path, weight)
        except KnownError:
            return None


def _path(typed: str) -> str | None:
    """A database path typed in full, ~ for the home folder."""
    path = Path(typed)
    # Of a person this computer does not know there is no home folder.
    with suppress(RuntimeError):
        path = path.expanduser()
    return to_text(str(path)) if path.is_absolute() else None
