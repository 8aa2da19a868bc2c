"""Why a file is not where a person looks for it, in words, and what the window can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject

from app import words
from app.engine_words import told
from app.pages.leaving_out import pattern_for
from indexer.paths import display, separator_of
from indexer.query import parse, without_filter
from indexer.reports import Advice, Explanation, Known, Obstacle, Standing

Do = Literal["add", "search", "retry", "page", "reveal", "explain"]

_OWN_FILE = ".hunchignore"
_EXCLUDING = ("filter", "phrase", "unwanted")


@dataclass(frozen=True, slots=True)
class Step:
    """What a button does that says ``text``.

    Attributes:
        value: the folder to add, text to search for, file to read again, page to go to, file to show in its folder, or
            file to explain.
    """

    do: Do
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """``matter``: what is so; ``remedy``: what would help, empty where nothing would."""

    matter: str
    remedy: str = ""
    step: Step | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return _both(self.matter, self.remedy) if self.matter and self.remedy else self.matter or self.remedy


class MissingWords(QObject):
    """Says what an ``Explanation`` holds. Main thread only."""

    def headline(self, found: Explanation) -> str:
        """What is the matter, in a sentence."""
        if found.place == 1 and found.folded_under is None:
            return self.tr("It is the first result.")
        if found.place is not None:
            return self.tr("It is at place {place} of the results.").format(place=words.count(found.place))
        reasons = self._all(found)
        if reasons:
            return reasons[0].matter
        return self.tr("It is not among the first {count} results.").format(count=words.count(found.looked_at))

    def reasons(self, found: Explanation) -> list[Reason]:
        """What counts beside the headline, the most decisive first."""
        reasons = self._all(found)
        if reasons and found.place is None:
            first, *rest = reasons
            return [Reason("", first.remedy, first.step), *rest] if first.remedy else rest
        return reasons

    def _all(self, found: Explanation) -> list[Reason]:
        reasons: list[Reason] = []
        excluding = [one for one in found.advice if one.code in _EXCLUDING]
        for number, one in enumerate(found.advice):
            if number == 0 and found.disk.obstacle is not None:
                reasons.append(self._about_obstacle(found.disk.obstacle, found))
            elif one.code in _EXCLUDING:
                if one is excluding[0]:
                    reasons.append(self._about_query(found, excluding))
            elif one.code not in ("first", "without"):
                reasons.append(self._about(one, found))
        return reasons

    def _about(self, one: Advice, found: Explanation) -> Reason:
        known, standing = found.known, found.standing
        if known is not None and one.code in (known.code, known.state) and one.code != "pending":
            return self._about_reading(known, found.path)
        match one.code:
            case "not_seen":
                return Reason(self.tr("It has not been looked at yet."), self._soon())
            case "pending":
                return Reason(self.tr("It has not been read yet."), self._soon())
            case "changed":
                return Reason(self.tr("It has changed since it was read."), self._soon())
            case "text_in_pictures":
                return Reason(
                    self.tr("It may hold text in pictures that has not been read yet."),
                    self.tr("Hunch does that by itself where reading text in pictures is turned on."),
                    Step("page", "settings", self.tr("Look at the settings")),
                )
            case "vectors_due":
                matter = self.tr("It is found by its words only, not by meaning yet.") if one.about == "text" else (
                    self.tr("It is not found by what it shows yet."))
                return Reason(matter, self._soon())
            case "folded":
                under = words.name_of(found.folded_under or "")
                return Reason(self.tr("It is shown under {name}, another version of it.").format(name=under))
            case "chance":
                return Reason(self.tr("It is below the line: chance would bring files as near as this one."))
            case "no_words":
                return Reason(self.tr("Nothing is asked for by words."),
                              self.tr("Filters alone list the files changed last."))
            case "nothing_in_common":
                return Reason(self.tr("Nothing of the search is in it, neither in its name nor in its text."),
                              self.tr("Search for what is in it, or for its name."))
            case "add_word":
                return self._with_word(one, found)
            case _ if one.code.startswith("word_"):
                return self._about_word(one)
            case _ if standing is not None and one.code in ("meaning", "picture"):
                return self._by_vector(one.code, standing)
        return Reason(told(one.text))

    def _about_obstacle(self, obstacle: Obstacle, found: Explanation) -> Reason:
        what, remedy = words.explain(obstacle.code)
        inside = obstacle.at != found.path
        name = words.name_of(obstacle.at)
        settings = Step("page", "settings", self.tr("Look at the settings"))
        match obstacle.code:
            case "not_chosen":
                step = Step("add", _folder(found.path), self.tr("Add its folder…"))
                return Reason(self.tr("Its folder is not searched."),
                              self.tr("Add the folder, and what is in it is found."), step)
            case "vanished" if found.known is None:
                return Reason(self.tr("There is no such file, and none of this name is known."),
                              self.tr("Look whether the name is right."))
            case "vanished":
                return Reason(self.tr("The file is not there any more."),
                              self.tr("It was moved or deleted. Hunch forgets it when it looks for changes."))
            case "root_missing":
                return Reason(self.tr("The folder {name} is not there now.").format(name=name),
                              self.tr("Connect the disk it is on. What is known of its files stays findable."))
            case "folder":
                return Reason(self.tr("This is a folder."), self.tr("Choose a file in it."))
            case "hidden":
                matter = self.tr("The folder {name} is hidden, and hidden ones are left out.") if inside else (
                    self.tr("It is hidden, and hidden files are left out."))
                return Reason(matter.format(name=name), self.tr("Turn on reading hidden files in Settings."), settings)
            case "ignored":
                return self._about_rule(obstacle, is_folder=inside)
            case "own_data":
                return Reason(self.tr("It belongs to Hunch itself or to the system, and is never searched."))
            case "link":
                leads_to = obstacle.leads_to
                return Reason(self.tr("It is a link, and links are not followed."),
                              self.tr("Ask for the file it leads to."),
                              Step("explain", leads_to, self.tr("Look at that file")) if leads_to else None)
            case "too_large":
                return Reason(_sentence(what), remedy, settings)
        return Reason(_sentence(what), remedy)

    def _about_rule(self, obstacle: Obstacle, *, is_folder: bool) -> Reason:
        pattern, name = display(obstacle.pattern or ""), words.name_of(obstacle.at)
        what = self.tr("the folder {name}").format(name=name) if is_folder else self.tr("it")
        own = self._own_rule(obstacle, is_folder=is_folder)
        match obstacle.source:
            case "settings":
                return Reason(
                    self.tr("The pattern {pattern} leaves {what} out.").format(pattern=pattern, what=what),
                    self.tr("The Folders page lists all patterns, and takes this one back."),
                    Step("page", "folders", self.tr("Look at the folders")),
                )
            case "default":
                matter = self.tr("A rule that always holds leaves {what} out: {pattern}")
                return Reason(matter.format(what=what, pattern=pattern), own,
                              Step("reveal", obstacle.at, self.tr("Show in folder")))
        matter = self.tr("Line {line} of {file} leaves {what} out: {pattern}").format(
            line=words.count(obstacle.line or 0), file=display(obstacle.source or ""), what=what, pattern=pattern
        )
        step = Step("reveal", obstacle.file or obstacle.at, self.tr("Show that file"))
        if obstacle.source == _OWN_FILE:
            return Reason(matter, self.tr("Take that line out."), step)
        return Reason(matter, _both(self.tr("The line is there for other programs."), own), step)

    def _own_rule(self, obstacle: Obstacle, *, is_folder: bool) -> str:
        folder = _folder(obstacle.at)
        line = f"!{pattern_for(obstacle.at, [folder], is_folder=is_folder)}"
        told_how = self.tr("To have it all the same, write {line} into a file {file} in {folder}.")
        return told_how.format(line=display(line), file=_OWN_FILE, folder=words.folder(folder))

    def _about_reading(self, known: Known, path: str) -> Reason:
        what, remedy = words.explain(known.code or "")
        step = Step("retry", path, self.tr("Read again")) if known.state == "failed" else None
        return Reason(_sentence(what), remedy, step)

    def _about_query(self, found: Explanation, excluding: list[Advice]) -> Reason:
        """What of the query keeps the file out; the query without that is searched for."""
        quoted = self.tr("“{part}”")
        parts = ", ".join(quoted.format(part=display(one.about)) for one in excluding)
        matter = self.tr("It is left out by {parts} in what you typed.").format(parts=parts)
        tried = next((one for one in found.advice if one.code == "without"), None)
        if tried is None:
            left = found.query
            for one in reversed(parse(left).filters):
                if left[one.start : one.end] in {other.about for other in excluding}:
                    left = without_filter(left, one)
            return Reason(matter, self.tr("Search without that."),
                          Step("search", left, self.tr("Search without")) if left else None)
        step = Step("search", tried.about, self.tr("Search without"))
        if tried.place is None:
            return Reason(matter, self.tr("Without that it is still not among the first results."), step)
        place = words.count(tried.place)
        return Reason(matter, self.tr("Without that it is at place {place}.").format(place=place), step)

    def _about_word(self, one: Advice) -> Reason:
        word = display(one.about)
        match one.code:
            case "word_nowhere":
                return Reason(self.tr("“{word}” stands in no file here.").format(word=word),
                              self.tr("Look at its spelling, or leave it out."))
            case "word_elsewhere":
                matter = self.tr("“{word}” stands in it, but in another place than the other words.")
                return Reason(matter.format(word=word))
        return Reason(self.tr("“{word}” does not stand in it.").format(word=word))

    def _with_word(self, one: Advice, found: Explanation) -> Reason:
        asked = found.standing.query if found.standing is not None else found.query
        matter = self.tr("With “{word}” added it is at place {place}.").format(
            word=display(one.about), place=words.count(one.place or 1)
        )
        return Reason(matter, "", Step("search", f"{asked} {one.about}", self.tr("Search with it")))

    def _by_vector(self, code: str, standing: Standing) -> Reason:
        there = next(one for one in standing.channels if one.channel == code)
        said = self.tr("By meaning it is at place {place} of {count}.") if code == "meaning" else (
            self.tr("By what it shows it is at place {place} of {count}."))
        return Reason(said.format(place=words.count(there.place or 0), count=words.count(there.of)))

    def _soon(self) -> str:
        return self.tr("Hunch does that by itself, as soon as it can.")


def _folder(path: str) -> str:
    separator = separator_of(path)
    return path.rpartition(separator)[0] or separator


def _both(first: str, second: str) -> str:
    """Two sentences after one another."""
    return QCoreApplication.translate("Words", "{first} {second}").format(first=first, second=second)


def _sentence(what: str) -> str:
    return QCoreApplication.translate("Words", "{what}.").format(what=what)
