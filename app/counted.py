"""What is said with a number by code that is no QObject."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counted(QObject):
    """Each says it in the plural form of its number. lupdate finds these forms in ``tr`` alone."""

    def minutes(self, number: int) -> str:
        """How long something takes."""
        return self.tr("about %n minute(s)", "", number)

    def hours(self, number: int) -> str:
        """How long something takes."""
        return self.tr("about %n hour(s)", "", number)

    def days(self, number: int) -> str:
        """How long something takes."""
        return self.tr("about %n day(s)", "", number)

    def files(self, number: int) -> str:
        """How many files there are."""
        return self.tr("%Ln file(s)", "", number)

    def unread_files(self, number: int) -> str:
        """How many files cannot be found by what is in them so far."""
        return self.tr("%Ln file(s) are still to be read; what is in them will be found then.", "", number)

    def versions(self, number: int) -> str:
        """How many other versions of a file were found."""
        return self.tr("%Ln more version(s)", "", number)
