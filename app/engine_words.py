"""What the engine says in English, said in the person's language and in the window's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app import words
from app.file_reasons import REASONS
from indexer.errors import TITLES

COMPLETIONS: tuple[object, ...] = (
    # fields
    QT_TRANSLATE_NOOP("Words", "kind of file"),
    QT_TRANSLATE_NOOP("Words", "ending of the name"),
    QT_TRANSLATE_NOOP("Words", "folder"),
    QT_TRANSLATE_NOOP("Words", "changed since"),
    QT_TRANSLATE_NOOP("Words", "changed before"),
    QT_TRANSLATE_NOOP("Words", "changed in"),
    QT_TRANSLATE_NOOP("Words", "size of the file"),
    QT_TRANSLATE_NOOP("Words", "part of the name"),
    QT_TRANSLATE_NOOP("Words", "like this file"),
    # kinds
    QT_TRANSLATE_NOOP("Words", "PDF, Word, OpenDocument, books"),
    QT_TRANSLATE_NOOP("Words", "PDF"),
    QT_TRANSLATE_NOOP("Words", "Word, OpenDocument, RTF"),
    QT_TRANSLATE_NOOP("Words", "photos, scans, drawings"),
    QT_TRANSLATE_NOOP("Words", "Excel, OpenDocument, CSV"),
    QT_TRANSLATE_NOOP("Words", "PowerPoint, OpenDocument"),
    QT_TRANSLATE_NOOP("Words", "saved mail"),
    QT_TRANSLATE_NOOP("Words", "plain text, Markdown"),
    QT_TRANSLATE_NOOP("Words", "EPUB"),
    QT_TRANSLATE_NOOP("Words", "saved web pages"),
    QT_TRANSLATE_NOOP("Words", "programs and scripts"),
    QT_TRANSLATE_NOOP("Words", "CSV, JSON, XML"),
    QT_TRANSLATE_NOOP("Words", "Jupyter"),
    QT_TRANSLATE_NOOP("Words", "ZIP and the like"),
    QT_TRANSLATE_NOOP("Words", "all other kinds"),
    # endings
    QT_TRANSLATE_NOOP("Words", "Word"),
    QT_TRANSLATE_NOOP("Words", "Excel"),
    QT_TRANSLATE_NOOP("Words", "PowerPoint"),
    QT_TRANSLATE_NOOP("Words", "plain text"),
    QT_TRANSLATE_NOOP("Words", "Markdown"),
    QT_TRANSLATE_NOOP("Words", "photo"),
    QT_TRANSLATE_NOOP("Words", "picture"),
    QT_TRANSLATE_NOOP("Words", "table"),
    QT_TRANSLATE_NOOP("Words", "web page"),
    # times
    QT_TRANSLATE_NOOP("Words", "one day"),
    QT_TRANSLATE_NOOP("Words", "from Monday"),
    QT_TRANSLATE_NOOP("Words", "Monday to Sunday"),
    QT_TRANSLATE_NOOP("Words", "up to today"),
    QT_TRANSLATE_NOOP("Words", "the whole month"),
    QT_TRANSLATE_NOOP("Words", "the whole year"),
    QT_TRANSLATE_NOOP("Words", "the latest one"),
    QT_TRANSLATE_NOOP("Words", "day first"),
    QT_TRANSLATE_NOOP("Words", "month first"),
    # sizes
    QT_TRANSLATE_NOOP("Words", "larger"),
    QT_TRANSLATE_NOOP("Words", "smaller"),
    QT_TRANSLATE_NOOP("Words", "between"),
)
"""What explains an ``indexer.query.Completion``, but for paths of folders."""

MODELS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Words", "English"),
    QT_TRANSLATE_NOOP("Words", "over 100 languages"),
    QT_TRANSLATE_NOOP("Words", "over 200 languages"),
    QT_TRANSLATE_NOOP("Words", "Gemma terms of use"),
    QT_TRANSLATE_NOOP("Words", "Demonstration (drawn objects only)"),
    QT_TRANSLATE_NOOP("Words", "The smallest and fastest; right for most laptops and for documents in English."),
    QT_TRANSLATE_NOOP("Words", "As small as MiniLM and better at questions; a good first upgrade for English."),
    QT_TRANSLATE_NOOP("Words", "Half the speed of the smallest models, somewhat better results in English."),
    QT_TRANSLATE_NOOP(
        "Words", "Clearly better results in English for those who can leave the laptop indexing overnight."
    ),
    QT_TRANSLATE_NOOP("Words", "A well-tried small model for English with longer passages than MiniLM reads at once."),
    QT_TRANSLATE_NOOP(
        "Words", "A well-tried middle-sized model for English; several times slower than the small ones."
    ),
    QT_TRANSLATE_NOOP("Words", "The one to pick when documents or questions are in several languages."),
    QT_TRANSLATE_NOOP("Words", "Reads long passages whole; vectors can be cut short to keep a large index small."),
    QT_TRANSLATE_NOOP(
        "Words", "Strong in many languages; needs a fast laptop, and its licence has conditions to read first."
    ),
    QT_TRANSLATE_NOOP(
        "Words", "The best results and by far the slowest; for workstations and small collections."
    ),
    QT_TRANSLATE_NOOP("Words", "The fastest, and good at everyday photos; right for most laptops."),
    QT_TRANSLATE_NOOP(
        "Words", "Sees smaller things than B/32 and finds a little more; takes some four times as long."
    ),
    QT_TRANSLATE_NOOP("Words", "The best results for descriptions in English; as slow as CLIP B/16."),
    QT_TRANSLATE_NOOP(
        "Words", "The one to pick when pictures are described in several languages; needs 2 GB of disk."
    ),
    QT_TRANSLATE_NOOP("Words", "The first CLIP, for comparison; the default finds more."),
    QT_TRANSLATE_NOOP(
        "Words", "For trying Hunch on its sample library: it knows plain shapes and drawn objects, and no photos."
    ),
)
"""What the catalogues of ``models`` say of theirs."""

NOTICES: tuple[object, ...] = (
    # of a search
    QT_TRANSLATE_NOOP("Words", "Nothing holds {} word by word; these come closest."),
    QT_TRANSLATE_NOOP("Words", "No folder here is called “{}”; all were searched."),
    QT_TRANSLATE_NOOP("Words", "No file here is called “{}”; its name was searched for as words."),
    QT_TRANSLATE_NOOP("Words", "No model has read it yet, so nothing can be said to be like it."),
    QT_TRANSLATE_NOOP("Words", "Nothing here matches; these come closest."),
    # of the work
    QT_TRANSLATE_NOOP("Words", "Preparing {} for this machine. This is done once and takes a moment."),
    QT_TRANSLATE_NOOP("Words", "{} has read everything and answers from now on."),
    QT_TRANSLATE_NOOP("Words", "{} is indexed already, and this with it."),
    QT_TRANSLATE_NOOP("Words", "{} is no longer indexed. Its files were not touched."),
    QT_TRANSLATE_NOOP("Words", "{} is not there now. What is known of its files stays findable."),
    QT_TRANSLATE_NOOP("Words", "{} is part of it now and is not read again."),
    QT_TRANSLATE_NOOP("Words", "It was kept as {}; a new index is built from your files."),
    QT_TRANSLATE_NOOP("Words", "It was kept as {}; the folders are taken from the index."),
)
"""The engine's sentences that suit the window as they are. ``{}`` stands for what the engine puts there."""

REWORDED: dict[str, object] = {
    "Searched by names and words only: no text model is in use. hunch models lists those to choose from.":
        QT_TRANSLATE_NOOP(
            "Words", "Searched by names and words only. With a model from the Models page Hunch finds by meaning, too."
        ),
    "Searched by names and words only: the text model has not read the files yet. hunch index lets it.":
        QT_TRANSLATE_NOOP("Words", "Searched by names and words only. The model has not read the files yet."),
    "Searched by names and words only:": QT_TRANSLATE_NOOP("Words", "Searched by names and words only."),
    "Pictures were not looked at:": QT_TRANSLATE_NOOP("Words", "Pictures were not looked at."),
    "No model for pictures is in use. Without --mode pictures they are found by name, date and the text in them; to "
    "find them by what they show: hunch models fetch clip": QT_TRANSLATE_NOOP(
        "Words", "Pictures are found by name, date and the text in them. With a picture model from the Models page "
        "they are found by what they show, too."
    ),
    "Until {} is on this machine, files are found by names and words: hunch models fetch {}": QT_TRANSLATE_NOOP(
        "Words", "Until {0} is on this computer, files are found by names and words. Get it on the Models page."
    ),
    "There are more folders than this system lets a program watch, so changes are looked for every ten minutes. To "
    "have them noticed at once, raise the limit: {}": QT_TRANSLATE_NOOP(
        "Words", "There are more folders than this system lets a program watch, so changes are looked for every ten "
        "minutes. To have them noticed at once, raise the limit: {}"
    ),
    "The engine stopped. It was tried {} times.": QT_TRANSLATE_NOOP(
        "Words", "Hunch’s engine stopped again and again. Its log says more."
    ),
}
"""The engine's sentences that speak of the terminal, and what the window says instead."""

def told(text: str) -> str:
    """What the engine said, one sentence or several, in the person's language.

    What is not known stays as it is. An error with a reason that is not known gets the window's usual advice.
    """
    said: list[str] = []
    while text:
        found = _next(text)
        if found is None:
            said.append(text)
            break
        match, source = found
        of, *values = match.groups()
        text = text[match.end() :].lstrip("; ")
        if source is not None:
            sentence = QCoreApplication.translate("Words", source).format(*values)
        else:
            code = _codes()[values[0]]
            of = words.name_of(of) if of else None
            if _next(text) is None:
                sentence, text = words.explained(code), ""
            else:
                sentence = QCoreApplication.translate("Words", "{what}.").format(what=words.explain(code)[0])
        if of:
            sentence = QCoreApplication.translate("Words", "{name}: {told}").format(name=of, told=sentence)
        said.append(sentence)
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """``source``: what is translated; None for the title of an error, which is then its only value."""

    pattern: re.Pattern[str]
    engine: str
    source: str | None

    def rank(self, match: re.Match[str]) -> tuple[int, int]:
        """The one whose own words come first, and of these the one that has most of them, is least."""
        return match.end(2 if self.engine.startswith("{}") else 1), -len(self.engine)


def _next(text: str) -> tuple[re.Match[str], str | None] | None:
    """The known sentence that ``text`` begins with, and its source."""
    found = [(one.rank(match), match, one.source) for one in _sentences() if (match := one.pattern.match(text))]
    return min(found, key=itemgetter(0))[1:] if found else None


@cache
def _sentences() -> list[_Sentence]:
    """All that are known, each perhaps behind the name of what it is said of."""
    known = {str(one): str(one) for one in (*NOTICES, *REASONS)} | {key: str(one) for key, one in REWORDED.items()}
    return [
        *(_Sentence(_pattern(re.escape(one).replace(r"\{\}", "(.+?)")), one, source) for one, source in known.items()),
        *(_Sentence(_pattern(rf"({re.escape(title)})\."), title, None) for title in _codes()),
    ]


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(.+?): )?{body}(?=[; ]|$)", re.DOTALL)


@cache
def _codes() -> dict[str, str]:
    return {title: code for code, title in TITLES.items()}
