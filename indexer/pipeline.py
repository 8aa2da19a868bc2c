"""From pending file to searchable file: read, and findable by its words. Its meaning follows: ``embedding``."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import fields

import apsw

from indexer.answers import Snapshot
from indexer.errors import KnownError
from indexer.extract import READER_VERSION
from indexer.extract.document import Note
from indexer.extractor import Extracted, Extractor
from indexer.store import chunks, files, ocr

log = logging.getLogger(__name__)

_FETCHED_FILES = 256
_STOP_CHECK_SECONDS = 0.2
_NOTE_CHARACTERS = 500
_SKIP_CODES = frozenset({"unsupported", "binary", "empty", "link", "special", "placeholder", "too_large", "no_text"})


Report = Callable[[Snapshot], None]
Pace = Callable[[], bool]
"""Called between two steps, in the pipeline's thread; may take its time. False: finish what is in hand and return."""


class Pipeline:
    """Works through what waits. The only user of the writer connection while it runs.

    Args:
        connection: the writer.
        stop: set by another thread to end the work; files in hand are given back as if never tried.
        pace: see ``Pace``; while it lets go on, everything that waits is worked through.
    """

    def __init__(
        self, connection: apsw.Connection, report: Report, stop: threading.Event, pace: Pace = lambda: True
    ) -> None:
        self._connection = connection
        self._report = report
        self._stop = stop
        self._pace = pace
        self._goes_on = True
        self._read = 0
        self._passages = 0

    def read_pending(self, extractors: Sequence[Extractor]) -> None:
        """Extract every pending file and make it findable by its words; each extractor has one file in hand."""
        files.fail_exhausted(self._connection, READER_VERSION)
        self._read = self._passages = 0
        free = list(extractors)
        with ThreadPoolExecutor(len(free)) as pool:
            self._may_go_on()
            while self._goes_on and (rows := files.next_pending(self._connection, _FETCHED_FILES)):
                self._read_rows(pool, free, deque(rows))
                files.fail_exhausted(self._connection, READER_VERSION)
        self._report(Snapshot("read", self._read, self._read + self._pending(), None, self._passages))

    def _pending(self) -> int:
        return files.pending_count(self._connection)

    def _may_go_on(self) -> bool:
        self._goes_on = not self._stop.is_set() and self._pace()
        return self._goes_on

    def _read_rows(self, pool: ThreadPoolExecutor, free: list[Extractor], waiting: deque[files.FileRow]) -> None:
        total = self._read + self._pending()
        in_hand: dict[Future[Extracted], tuple[files.FileRow, Extractor]] = {}
        while waiting or in_hand:
            if self._stop.is_set():
                self._goes_on = False
                waiting.clear()
                for _, extractor in in_hand.values():
                    extractor.kill()
            elif not self._goes_on or not self._may_go_on():
                waiting.clear()
            while waiting and free:
                row, extractor = waiting.popleft(), free.pop()
                files.count_attempt(self._connection, row.id)
                self._report(Snapshot("read", self._read, total, row.path, self._passages))
                in_hand[pool.submit(extractor.read, row.path, row.kind)] = row, extractor
            for future in wait(in_hand, _STOP_CHECK_SECONDS, FIRST_COMPLETED).done:
                row, extractor = in_hand.pop(future)
                free.append(extractor)
                self._settle(row, future)
                self._read += 1

    def _settle(self, row: files.FileRow, future: Future[Extracted]) -> None:
        now = files.by_id(self._connection, row.id)
        if now is None or (now.size, now.mtime_ns) != (row.size, row.mtime_ns):
            # Found changed or gone while it was read: the result is not that of the file as it is.
            return
        try:
            found = future.result()
        except KnownError as error:
            if self._stop.is_set() and error.code == "crashed":
                files.uncount_attempt(self._connection, row.id)
            elif error.code == "changing" and row.attempts + 1 < files.MAX_ATTEMPTS:
                log.info("a file changed while it was read; it is tried again")
            else:
                settle = files.set_skipped if error.code in _SKIP_CODES else files.set_failed
                settle(self._connection, row.id, error.code, error.message, READER_VERSION)
            return
        code, detail = _summary(found.notes)
        shot = found.shot
        # What was read in the pictures of this very content before is not read again.
        pages = found.scans or ((ocr.PICTURE,) if shot else ())
        known = ocr.known(self._connection, found.content_hash, pages)
        self._passages += chunks.replace(
            self._connection, row.id, [*found.passages, *(known or ())],
            chunks.Reading(
                content_hash=found.content_hash, reader_version=READER_VERSION, title=found.title,
                author=found.author, created=found.created, pages=found.pages, note_code=code, note_detail=detail,
                **({field.name: getattr(shot, field.name) for field in fields(shot)} if shot else {}),
            ),
            found.views, unread=pages if known is None else (),
        )


def _summary(notes: Sequence[Note]) -> tuple[str | None, str | None]:
    """One code and text for the parts of a file that could not be read."""
    if not notes:
        return None, None
    codes = {note.code for note in notes}
    code = codes.pop() if len(codes) == 1 else "partial"
    return code, "; ".join(dict.fromkeys(note.detail for note in notes))[:_NOTE_CHARACTERS]
