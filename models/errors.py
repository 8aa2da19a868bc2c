"""The one error this package raises for failures a person can act on."""

from __future__ import annotations


class ModelError(Exception):
    """A model could not be found, installed or run.

    Attributes:
        code: ``model_unknown``, ``model_missing``, ``model_damaged``, ``model_mismatch``, ``model_failed``,
            ``download_failed``, ``disk_full`` or ``read_only``.
        message: which file, why, and what to do, in plain words.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message
