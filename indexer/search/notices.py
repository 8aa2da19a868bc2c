"""What a search says beside its hits: what limited it, and what of the query could not be used."""

from __future__ import annotations

from collections.abc import Sequence

NO_MODEL = "Searched by names and words only: no text model is in use. hunch models lists those to choose from."
NO_PICTURE_MODEL = (
    "No model for pictures is in use. Without --mode pictures they are found by name, date and the text in them; to "
    "find them by what they show: hunch models fetch clip"
)
NO_VECTORS = "Searched by names and words only: the text model has not read the files yet. hunch index lets it."
NO_PHRASE = "Nothing holds {} word by word; these come closest."
NO_FOLDER = "No folder here is called “{}”; all were searched."
NO_FILE = "No file here is called “{}”; its name was searched for as words."
UNREAD = "No model has read it yet, so nothing can be said to be like it."
NOTHING = "Nothing here matches; these come closest."
MODEL_REFUSES = "Searched by names and words only: {}"
PICTURE_MODEL_REFUSES = "Pictures were not looked at: {}"


def told(notices: Sequence[str | None]) -> str | None:
    """The notices in one text, None when there is none."""
    return " ".join(one for one in notices if one) or None
