"""What the commands print for a person, on a terminal or into a file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from indexer.answers import Hit, Problem, Results
from indexer.errors import TITLES, KnownError
from indexer.paths import display, from_text

FOUND = "black on #fde68a"
QUIET = "dim"
_EXAMPLES_PER_REASON = 3
_DOING = {"scan": "Looking for changes", "read": "Reading", "embed": "Learning meanings", "look": "Looking at pictures",
          "ocr": "Reading text in pictures"}
_PLACES = {"page": "page {}", "slide": "slide {}", "line": "line {}", "sheet": "sheet {}", "cell": "cell {}",
           "section": "{}", "chapter": "{}", "row": "row {}", "frame": "frame {}"}


def print_results(console: Console, results: Results) -> None:
    """The hits of one search, best first."""
    if results.notice:
        console.print(f"[{QUIET}]{escape(results.notice)}[/]")
    if not results.hits:
        console.print("Nothing found. Fewer or other words may help; hunch status shows what is indexed.")
    for hit in results.hits:
        _print_hit(console, hit)


def _print_hit(console: Console, hit: Hit) -> None:
    name = display(Path(hit.path).name)
    title = Text(display(hit.title) if hit.title else name, style="bold")
    place = describe_place(hit.locator)
    if place and place != hit.title:
        title.append(f"  {place}", style=QUIET)
    console.print(title, soft_wrap=True)
    offline = "  (its disk is not there now)" if hit.offline else ""
    console.print(Text("  " + home_relative(hit.path) + offline, style=QUIET), soft_wrap=True)
    if hit.snippet:
        # One character for one, so that the highlight positions stay true.
        snippet = Text("".join(character if character.isprintable() else " " for character in hit.snippet))
        for start, end in hit.highlights:
            snippet.stylize(FOUND, start, end)
        console.print(Padding(snippet, (0, 0, 0, 2)))
    if reasons := describe_why(hit):
        console.print(Text("  " + reasons, style="cyan"))
    console.print()


def describe_place(locator: Mapping[str, int | str]) -> str:
    """A locator in words: "page 12", "letters.zip: note.txt, line 3"."""
    parts = [_PLACES[key].format(display(str(value))) for key, value in locator.items() if key in _PLACES]
    inside = f"in {display(str(locator['member']))}" if "member" in locator else ""
    return ", ".join(part for part in (inside, *parts) if part)


def describe_why(hit: Hit) -> str:
    """The channels that brought a hit up, in words; empty for a file that only filters let through."""
    why = hit.why
    reasons = [("name", why.name), ("words", why.words), ("meaning", why.meaning), ("looks like it", why.picture)]
    told = " + ".join(word for word, score in reasons if score is not None)
    return f"{told} (text in picture)" if "box" in hit.locator and not why.picture else told


def home_relative(path: str) -> str:
    """A database path for people, the home folder shortened to ~."""
    home = str(Path.home())
    real = from_text(path)
    return display("~" + path[len(home):] if real.startswith(home + os.sep) else path)


def print_status(console: Console, status: Mapping[str, Any]) -> None:
    """The answer of ``hunch status``."""
    files = status["files"]
    console.print(
        f"[bold]{files['ready']:,}[/] files can be searched, {status['chunks']:,} passages. "
        f"{files['pending']:,} wait, {files['failed']:,} could not be read, {files['skipped']:,} skipped."
    )
    if activity := describe_activity(status):
        console.print(escape(activity))
    for space in status["spaces"]:
        if space["due"] and space["kind"] == "text":
            console.print(f"{space['due']:,} passages are found by their words only, not yet by meaning.")
        elif space["due"]:
            console.print(f"{space['due']:,} pictures are not yet found by what they show.")
    if status["pictures"] and not any(space["kind"] == "image" for space in status["spaces"]):
        console.print(
            f"{status['pictures']:,} pictures are found by name, date and the text in them. To find them by what they "
            "show: hunch models fetch clip"
        )
    if status["unread_pictures"]:
        console.print(f"{status['unread_pictures']:,} files may hold text in pictures that is not read yet.")
    if not status["roots"]:
        console.print("No folder is indexed yet. Add one: hunch add FOLDER")
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("Folder", "ready", "waiting", "not read", "skipped"):
        table.add_column(heading, justify="left" if heading == "Folder" else "right")
    for root in status["roots"]:
        note = "  (not there now; its files stay findable)" if root["missing"] else ""
        counts = [f"{root['files'][state]:,}" for state in ("ready", "pending", "failed", "skipped")]
        table.add_row(Text(home_relative(root["path"]) + note), *counts)
    console.print(table)


def describe_activity(status: Mapping[str, Any]) -> str:
    """What goes on and how long it takes, or why it waits; empty when there is nothing to say."""
    if status["waiting"]:
        return f"Waiting: {status['waiting']['message']}"
    if status["state"] != "indexing":
        return "Paused. hunch resume goes on." if status["state"] == "paused" else ""
    doing = _DOING.get(status["phase"])
    parts = [doing or "Indexing"]
    if status["current"]:
        parts[0] += f" {display(Path(status['current']).name)}"
    if status["rate"]:
        parts.append(f"{status['rate']:,.0f} a minute")
    if status["eta_s"]:
        parts.append(f"{describe_duration(status['eta_s'])} left")
    return ", ".join(parts)


def describe_duration(seconds: float) -> str:
    """A time as people say it: "about 12 minutes"."""
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds >= 1.5 * size or (unit == "minute" and seconds >= 50):
            count = round(seconds / size)
            return f"about {count} {unit}{'s' if count != 1 else ''}"
    return "less than a minute"


def print_settings(console: Console, settings: Mapping[str, Any], path: Path) -> None:
    """The answer of ``hunch settings``: lines that can stand in the file just so."""
    console.print(f"[dim]# {escape(display(str(path)))}[/]", soft_wrap=True)
    for name, value in settings.items():
        shown = list(value) if isinstance(value, tuple) else value
        console.print(f"{name} = {tomlkit.item(shown).as_string()}", markup=False, soft_wrap=True)


def print_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Files that failed, each with its reason; skipped ones counted by reason with a few examples."""
    if not problems:
        console.print("No problems.")
        return
    for problem in problems:
        if problem.state != "skipped":
            still = " [dim](the rest is indexed)[/]" if problem.state == "ready" else ""
            console.print(Text(home_relative(problem.path), style="bold"), soft_wrap=True)
            console.print(f"  {TITLES[problem.code]}{still}. {escape(display(problem.detail))}", soft_wrap=True)
    skipped = [problem for problem in problems if problem.state == "skipped"]
    for code, count in Counter(problem.code for problem in skipped).most_common():
        examples = [home_relative(p.path) for p in skipped if p.code == code][:_EXAMPLES_PER_REASON]
        console.print(f"[bold]{count:,} skipped:[/] {TITLES[code].lower()}")
        for example in examples:
            console.print(Text("  " + example, style=QUIET), soft_wrap=True)


def problem_json(problem: Problem) -> dict[str, Any]:
    """One entry of ``hunch problems --json``. ``state`` is null for a folder."""
    return {
        "path": from_text(problem.path), "state": problem.state, "code": problem.code,
        "title": TITLES[problem.code], "message": problem.detail,
    }


def print_models(console: Console, rows: Iterable[Mapping[str, Any]]) -> None:
    """The answer of ``hunch models``."""
    for row in rows:
        mark = "in use" if row["active"] else "installed" if row["installed"] else ""
        size = f", {row['size'] / 1e6:,.0f} MB" if row["size"] else ""
        console.print(f"[bold]{row['id']}[/]  [green]{mark}[/]")
        console.print(f"  {escape(row['advice'])}")
        console.print(f"  [dim]{escape(row['languages'])}; {escape(row['licence'])}; {row['dim']} dimensions{size}[/]")


def print_error(console: Console, error: KnownError) -> None:
    """One known error: which file, what, why."""
    where = f"{display(error.path)}: " if error.path else ""
    console.print(Text(f"{where}{error.title}. {error.message}"), soft_wrap=True)
