"""What would bring a file up, in sentences. Pure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.paths import display
from indexer.reports import Advice, ChannelPlace, Condition, Known, Obstacle, OnDisk, Standing, WordPlace
from indexer.scan.rules import GIT_FILE, OWN_FILE
from indexer.settings import Settings

_GOOD = 3
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """Where the file stands with ``word`` added to what may be asked for it; ``place`` None: not among the results.

    An empty ``word``: without what of the query keeps the file out.
    """

    word: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Fields as in ``reports.Explanation``; ``engine``: one runs, which reads by itself what is to be read."""

    path: str
    query: str
    place: int | None
    chance: bool
    folded_under: str | None
    disk: OnDisk
    known: Known | None
    conditions: tuple[Condition, ...]
    standing: Standing | None
    trials: tuple[Trial, ...]
    settings: Settings
    engine: bool


def advise(facts: Facts) -> tuple[Advice, ...]:
    """The reasons that count, the most decisive first."""
    return tuple(_advice(facts))


def _advice(facts: Facts) -> Iterator[Advice]:
    if facts.disk.obstacle is not None:
        yield Advice(facts.disk.obstacle.code, _way_round(facts.disk.obstacle, facts))
    if facts.known is None:
        if facts.disk.obstacle is None:
            yield Advice("not_seen", f"It has not been looked at yet. {_soon(facts)}")
        return
    yield from _about_reading(facts, facts.known)
    excluding = [one for one in facts.conditions if one.excludes]
    yield from _about_conditions(excluding, facts)
    if facts.standing is not None:
        yield from _about_standing(facts, facts.standing, excluded=bool(excluding))
    elif not excluding and facts.place is None:
        yield Advice("no_words", "Nothing is asked for by words. Filters alone list the files that changed last.")


def _way_round(obstacle: Obstacle, facts: Facts) -> str:
    at = display(obstacle.at)
    match obstacle.code:
        case "not_chosen":
            folder = _typed(os.path.dirname(facts.path))  # noqa: PTH120
            return f"It is in no folder that is indexed. To have its folder indexed: hunch add {folder}"
        case "vanished" if facts.known is None:
            return "There is no such file, and none of this name in the index. Check the name."
        case "vanished":
            return f"{at} is not there any more. The index forgets it when it looks for changes."
        case "root_missing":
            still = "It stays findable" if facts.known else "Nothing is known of it"
            return f"{at} is not there now: perhaps its disk is not connected. {still} until it is back."
        case "folder":
            return "It is a folder. Ask for a file in it."
        case "ignored":
            return f"{_rule(obstacle)} leaves {at} out. {_kept_in(obstacle, facts)}"
        case "hidden":
            every = "set hidden = true in settings.toml for all hidden files, or "
            return f"{at} is hidden, and hidden files are left out. To have it, {every}{_own_rule(obstacle, facts)}."
        case "own_data":
            return f"{at} belongs to Hunch itself or to the system, which is never indexed."
        case "link":
            leads = f" Ask for the file it leads to: {_typed(obstacle.leads_to)}" if obstacle.leads_to else ""
            return f"{at} is a link, and links are not followed.{leads}"
        case "special":
            return f"{at} is a device or a pipe, not a file with anything to read."
        case "placeholder":
            return "It is kept in the cloud only and is never fetched. Keep it on this computer, and it is read."
        case "too_large":
            return (f"It is larger than {facts.settings.max_file_mb:,} MB and was not read. Raise max_file_mb in "
                    "settings.toml.")
        case _:
            return f"{at} could not be looked at. {obstacle.detail}"


def _rule(obstacle: Obstacle) -> str:
    pattern = display(obstacle.pattern or "")
    match obstacle.source:
        case "settings":
            return f"The pattern {pattern} of the setting ignore"
        case "default":
            return f"A rule that always holds ({pattern})"
        case _:
            return f"Line {obstacle.line} of {display(obstacle.file or '')} ({pattern})"


def _kept_in(obstacle: Obstacle, facts: Facts) -> str:
    if obstacle.source == "settings":
        return "Take the pattern out in settings.toml."
    if obstacle.source == OWN_FILE:
        return "Take the line out."
    whose = "That line is there for other programs. " if obstacle.source == GIT_FILE else ""
    return f"{whose}To have it all the same, {_own_rule(obstacle, facts)}."


def _own_rule(obstacle: Obstacle, facts: Facts) -> str:
    """The line that brings an entry back, and the file it goes into."""
    above, name = os.path.split(obstacle.at)
    escaped = "".join("\\" + c if c in "\\*?[" else c for c in name)
    spaces = len(escaped) - len(escaped.rstrip(" "))
    escaped = escaped.rstrip(" ") + "\\ " * spaces
    is_folder = obstacle.at != facts.path
    return f"write !/{escaped}{'/' if is_folder else ''} into {display(os.path.join(above, OWN_FILE))}"  # noqa: PTH118


def _about_reading(facts: Facts, known: Known) -> Iterator[Advice]:
    if known.state == "pending":
        yield Advice("pending", f"It has not been read yet. {_soon(facts)}")
    elif known.changed and facts.disk.obstacle is None:
        yield Advice("changed", f"It has changed since it was read. {_soon(facts)}")
    if known.state == "failed":
        again = f"To try again: hunch problems --retry {_typed(facts.path)}"
        yield Advice(known.code or "failed", f"It could not be read: {known.problem} {again}")
    elif known.state == "skipped" and facts.disk.obstacle is None:
        text = f"There is nothing to be read in it: {known.problem} It is found by its name."
        yield Advice(known.code or "skipped", text)
    elif known.state == "ready" and known.code:
        yield Advice(known.code, f"A part of it is not in the index: {known.problem}")
    if known.pages_unread:
        what = "It may hold text in a picture" if known.pages_unread == 1 else (
            f"{known.pages_unread:,} of its pages may hold text in pictures")
        if facts.settings.read_pictures:
            yield Advice("text_in_pictures", f"{what} that has not been read yet. {_soon(facts)}")
        else:
            yield Advice("text_in_pictures", f"{what}, which is not read: set read_pictures = true in settings.toml.")
    for share in known.spaces:
        if share.active and share.due:
            what = "passages are found by their words only, not yet by meaning" if share.kind == "text" else (
                "pictures are not yet found by what they show")
            yield Advice("vectors_due", f"{share.due:,} of its {what}. {_soon(facts)}", share.kind)


def _about_conditions(excluding: list[Condition], facts: Facts) -> Iterator[Advice]:
    for one in excluding:
        match one.kind:
            case "filter":
                yield Advice("filter", f"It does not meet {one.text}. Take that out.", one.text)
            case "phrase":
                text = f"The words {one.text} do not stand side by side in it. Take the quotes off."
                yield Advice("phrase", text, one.text)
            case "unwanted":
                yield Advice("unwanted", f"What {one.text} leaves out stands in it. Take that out.", one.text)
    bare = next((trial for trial in facts.trials if not trial.word), None)
    if bare is not None and facts.standing is not None:
        then = "still not among the results" if bare.place is None else f"at place {bare.place}"
        text = f"Asked for “{facts.standing.query}”, it is {then}."
        yield Advice("without", text, facts.standing.query, bare.place)


def _about_standing(facts: Facts, standing: Standing, *, excluded: bool) -> Iterator[Advice]:
    if facts.folded_under is not None:
        under = f"It is shown under {display(facts.folded_under)}, another version of it."
        yield Advice("folded", f"{under} That list holds all versions, the newest first.")
        return
    place = next((trial.place for trial in facts.trials if not trial.word), None) if excluded else facts.place
    if place == 1:
        if not excluded:
            yield Advice("first", "It is the first result.")
        return
    if facts.chance:
        yield Advice("chance", "It stands below the line: chance would bring files as near as this one.")
    if all(one.place is None for one in standing.channels):
        yield Advice("nothing_in_common", "Nothing of the query is in it, neither in its name nor in its text.")
    yield from _about_words(standing.words)
    by = {one.channel: one for one in standing.channels}
    if (meaning := by.get("meaning")) is not None and meaning.place is not None and (place is None or place > _GOOD):
        yield Advice("meaning", f"By meaning it is at {_in_words(meaning)}.")
    if (picture := by.get("picture")) is not None and picture.place is not None and place is None:
        yield Advice("picture", f"By what it shows it is at {_in_words(picture)}.")
    for trial in facts.trials:
        if trial.word:
            text = f"With “{trial.word}” added to the query it is at place {trial.place}."
            yield Advice("add_word", text, trial.word, trial.place)


def _about_words(words: tuple[WordPlace, ...]) -> Iterator[Advice]:
    """The rarest words that are missing; a word that says next to nothing is not missed."""
    most = max((word.idf for word in words), default=0.0)
    missing = [word for word in words if not word.in_passage and word.idf > most / 4][:_WORDS]
    for cost, word in enumerate(missing):
        if not word.passages:
            text = f"“{word.word}” stands in no file here. Check its spelling, or leave it out."
            yield Advice("word_nowhere", text, word.word)
        elif word.in_file:
            text = f"“{word.word}” stands in it, but in another place than the other words."
            yield Advice("word_elsewhere", text, word.word)
        else:
            dear = " That costs it the most." if cost == 0 and len(missing) > 1 else ""
            yield Advice("word_missing", f"The word “{word.word}” does not stand in it.{dear}", word.word)


def _in_words(place: ChannelPlace) -> str:
    return f"place {place.place:,}{' or below' if place.beyond else ''} of {place.of:,}"


def _soon(facts: Facts) -> str:
    return "The engine does that by itself, as soon as it can." if facts.engine else "hunch index does that now."


def _typed(path: str) -> str:
    """A path as it can be typed after a command."""
    shown = display(path)
    return f'"{shown}"' if any(c.isspace() or c in "&;()'$" for c in shown) else shown
