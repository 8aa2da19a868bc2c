"""Errors a person can act on, and the stable codes they are recorded under."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class KnownError(Exception):
    """A failure we foresaw, told in plain words.

    Attributes:
        code: stable identifier, one of the keys of ``TITLES``; this is what the database keeps.
        message: the reason and what to do, for the person who owns the file.
        path: the file or folder concerned, or None.
    """

    code: str
    message: str
    path: str | None = field(default=None)

    def __post_init__(self) -> None:
        if self.code not in TITLES:
            raise ValueError(f"unknown error code {self.code!r}")
        Exception.__init__(self, self.code, self.message, self.path)

    @property
    def title(self) -> str:
        """A few words naming the problem, without the file."""
        return TITLES[self.code]

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.title}. {self.message}"


TITLES: dict[str, str] = {
    # reading a file
    "vanished": "The file is gone",
    "unreadable": "No permission to read it",
    "io_error": "The disk could not be read",
    "changing": "The file changes while it is read",
    "link": "A link, not followed",
    "special": "Not a regular file",
    "placeholder": "Kept in the cloud only",
    "bad_name": "Name is not valid text",
    # understanding it
    "unsupported": "No reader for this kind of file",
    "binary": "No text inside",
    "empty": "Empty file",
    "encrypted": "Protected by a password",
    "damaged": "Damaged or incomplete",
    "hostile": "Refused as unsafe",
    "too_large": "Too large",
    "cut_short": "Only the first part was read",
    "timed_out": "Took too long",
    "out_of_memory": "Needed too much memory",
    "crashed": "The reader crashed",
    "no_text": "No text found",
    "partial": "Some parts could not be read",
    # the index
    "index_damaged": "The index was damaged",
    "index_newer": "The index is from a newer Hunch",
    "index_busy": "Another Hunch is writing",
    "disk_full": "The disk is full",
    "disk_low": "The disk is nearly full",
    "read_only": "The data folder cannot be written",
    # settings, folders
    "settings_invalid": "The settings file has a mistake",
    "not_a_folder": "Not a folder",
    "not_indexed": "Not in the index",
    "root_missing": "The folder is not there",
    # models
    "model_unknown": "No such model",
    "model_missing": "The model is not installed",
    "model_damaged": "The model file is damaged",
    "model_mismatch": "Not the expected model file",
    "model_failed": "The model could not be run",
    "download_failed": "The download did not finish",
    "bad_query": "The question cannot be used",
    # the engine and its clients
    "engine_gone": "The engine stopped",
    "engine_not_started": "The engine could not be started",
    "engine_busy": "The engine is busy",
    "engine_failed": "The engine made a mistake",
    "protocol": "The programs do not fit together",
    "cancelled": "Cancelled",
    "paused": "Indexing is paused",
    "data_gone": "The data folder is gone",
}
