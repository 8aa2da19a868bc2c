"""Text in pictures: read last of all, page after page, once for each content."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import apsw

from indexer.answers import Snapshot
from indexer.embedding import Meanwhile, awaited, nothing_else
from indexer.errors import KnownError
from indexer.extract import READER_VERSION
from indexer.extract.document import Passage
from indexer.extractor import OcrReader
from indexer.paths import from_text
from indexer.pipeline import Pace, Report
from indexer.store import chunks, files, ocr

log = logging.getLogger(__name__)

_TRIES = 2


class PictureText:
    """Reads what ``store.ocr`` says is unread. The only user of the writer connection while it runs.

    Args:
        stop, pace, meanwhile: as for ``embedding.Embedder``.
    """

    def __init__(
        self, connection: apsw.Connection, reader: OcrReader, report: Report, stop: threading.Event,
        pace: Pace = lambda: True, meanwhile: Meanwhile = nothing_else,
    ) -> None:
        self._connection = connection
        self._reader = reader
        self._report = report
        self._stop = stop
        self._pace = pace
        self._meanwhile = meanwhile

    def read_due(self) -> int:
        """Work through what is unread, or until ``pace`` or ``stop`` says so; returns how many files were read.

        Raises KnownError model_missing when the recogniser cannot run here.
        """
        done = 0
        with ThreadPoolExecutor(1, "hunch-ocr") as pool:
            while not self._stop.is_set() and self._pace():
                due = ocr.next_due(self._connection, 1)
                if not due:
                    break
                total = done + ocr.due_count(self._connection)
                self._report(Snapshot("ocr", done, total, due[0].path))
                if self._read(pool, due[0]):
                    done += 1
        return done

    def _read(self, pool: ThreadPoolExecutor, due: ocr.Due) -> bool:
        """Read the pages of a file; false when that was cut short."""
        for page in due.pages:
            if ocr.known(self._connection, due.content_hash, [page]) is not None:
                continue
            try:
                found = self._read_page(pool, due, page)
            except KnownError as error:
                if self._stop.is_set():
                    return False
                if error.code == "model_missing":
                    raise
                if error.code in files.PASSING:
                    self._put_off(due, error)
                    return False
                log.info("no text was read in a picture: %s", error.code)
                found = ()
            if not self._is_as_known(due):
                self._put_off(due, KnownError("changing", "It changed before the text in it was read."))
                return False
            ocr.remember(self._connection, due.content_hash, page, [(one.text, one.locator) for one in found])
            if not self._pace():
                return False
        known = ocr.known(self._connection, due.content_hash, due.pages)
        chunks.append(self._connection, due.file_id, due.content_hash, known or [])
        # A file that is to be read again has not taken the text: reading it says anew which pages are due.
        ocr.done(self._connection, due.file_id)
        return True

    def _is_as_known(self, due: ocr.Due) -> bool:
        """Whether the file is still the one whose content the index knows, so that what was read belongs to that."""
        row = files.by_id(self._connection, due.file_id)
        try:
            now = os.stat(from_text(due.path))  # noqa: PTH116
        except OSError:
            return False
        return row is not None and (row.path, row.size, row.mtime_ns) == (due.path, now.st_size, now.st_mtime_ns)

    def _put_off(self, due: ocr.Due, error: KnownError) -> None:
        """Leave the file to the next scan, which has it read again where it finds it."""
        row = files.by_id(self._connection, due.file_id)
        if row is None or row.path != due.path:
            # It was found elsewhere meanwhile and is offered again from there.
            return
        ocr.done(self._connection, due.file_id)
        if row.state == "ready":
            files.set_failed(self._connection, due.file_id, error.code, error.message, READER_VERSION)

    def _read_page(self, pool: ThreadPoolExecutor, due: ocr.Due, page: int) -> Sequence[Passage]:
        number = None if page == ocr.PICTURE else page
        for left in reversed(range(_TRIES)):
            future = pool.submit(self._reader.read, due.path, due.kind, number)
            try:
                return awaited(future, self._stop, self._reader.kill, self._meanwhile).passages
            except KnownError as error:
                # A child that was ended from outside says nothing about the picture.
                if error.code != "crashed" or not left or self._stop.is_set():
                    raise
        raise AssertionError("unreachable")
