"""What hunch why, eval and duplicates print for a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from indexer.cli.output import FOUND, QUIET, describe_place, home_relative
from indexer.paths import display
from indexer.reports import Duplicates, Evaluation, Explanation, Known, OnDisk, Standing

_CHANNELS = {"name": "name", "identifier": "number or code", "words": "words", "meaning": "meaning",
             "picture": "looks like it", "together": "together"}
_STATES = {"ready": "read", "pending": "waits to be read", "failed": "could not be read", "skipped": "not read"}


def print_explanation(console: Console, found: Explanation) -> None:
    """The answer of ``hunch why``: where the file stands, what is known of it, what would bring it up."""
    console.print(Text(display(Path(found.path).name), style="bold"), soft_wrap=True)
    if found.path != found.asked:
        console.print(Text("  Taken to be " + home_relative(found.path), style=QUIET), soft_wrap=True)
    else:
        console.print(Text("  " + home_relative(found.path), style=QUIET), soft_wrap=True)
    console.print(Text("  " + _outcome(found), style="cyan"), soft_wrap=True)
    if found.notice:
        console.print(Text("  " + found.notice, style=QUIET))
    console.print()
    facts = _table()
    for name, told in _facts(found):
        facts.add_row(Text(name, style=QUIET), Text(told))
    console.print(facts)
    if found.standing is not None:
        _print_standing(console, found, found.standing)
    if found.advice:
        console.print("\n[bold]What counts[/]")
        for advice in found.advice:
            console.print(Padding(Text(advice.text), (0, 0, 0, 2)))


def _outcome(found: Explanation) -> str:
    query = f"for “{display(found.query)}”"
    if found.place is not None:
        line = ", below the line where chance begins" if found.chance else ""
        under = f", as another version of {home_relative(found.folded_under)}" if found.folded_under else ""
        return f"Place {found.place} {query}{under}{line}"
    return f"Not among the first {found.looked_at} results {query}"


def _facts(found: Explanation) -> Iterator[tuple[str, str]]:
    yield "on disk", _on_disk(found.disk)
    if found.disk.root is not None:
        yield "folder", home_relative(found.disk.root) + (", not there now" if found.disk.offline else ", indexed")
    if found.known is None:
        yield "index", "nothing is known of it"
        return
    yield "index", _reading(found.known)
    yield "text", _text(found.known)
    for share in found.known.spaces:
        what = "meaning" if share.kind == "text" else "looks"
        total = share.vectors + share.due
        if total:
            rest = "" if share.active else ", not in use yet"
            yield what, f"{share.vectors:,} of {total:,} {'passages' if share.kind == 'text' else 'pictures'}, " \
                        f"{share.model}{rest}"
    for one in found.conditions:
        missed = "not met, and this keeps it out" if one.excludes else "not met, but this does not count"
        yield display(one.text), "met" if one.met else missed


def _on_disk(disk: OnDisk) -> str:
    if disk.size is None or disk.modified is None:
        return "not there"
    return f"{describe_size(disk.size)}, changed {describe_time(disk.modified)}"


def _reading(known: Known) -> str:
    told = _STATES[known.state]
    if known.tried is not None:
        told += f", last looked at {describe_time(known.tried)}"
    if known.attempts > 1:
        told += f", {known.attempts} of {known.most_attempts} tries"
    return told


def _text(known: Known) -> str:
    parts = [f"{_count(known.passages, 'passage')}, {_count(known.characters, 'character')}"]
    if known.pages:
        parts.append(_count(known.pages, "page"))
    if known.pictures:
        parts.append(_count(known.pictures, "picture"))
    if known.passages_in_pictures:
        parts.append(f"{_count(known.passages_in_pictures, 'passage')} read in pictures")
    if known.pages_unread:
        parts.append(f"{_count(known.pages_unread, 'picture')} not read for text yet")
    return ", ".join(parts)


def _print_standing(console: Console, found: Explanation, standing: Standing) -> None:
    others = standing.path is not None and standing.path != found.path
    if standing.channels:
        table = _table("", "place", "of", "this file", *(["the first"] if others else []))
        for one in standing.channels:
            place = "-" if one.place is None else f"{one.place:,}{' or below' if one.beyond else ''}"
            first = [_score(one.first)] if others else []
            table.add_row(_CHANNELS[one.channel], place, f"{one.of:,}", _score(one.score), *first)
        console.print()
        console.print(table)
    if standing.query != found.query:
        console.print(Text(f"Asked for “{display(standing.query)}”, without what keeps it out.", style=QUIET))
    if others and standing.path is not None:
        console.print(Text("The first is " + home_relative(standing.path), style=QUIET), soft_wrap=True)
    if standing.words:
        table = _table("word", "this file", *(["the first"] if others else []), "passages with it")
        for word in standing.words:
            own = _score(word.share) if word.in_passage else "elsewhere in it" if word.in_file else "-"
            first = [_score(word.first or None)] if others else []
            table.add_row(Text(display(word.word)), own, *first, f"{word.passages:,}")
        console.print()
        console.print(table)
    if standing.snippet:
        place = describe_place(standing.locator or {})
        console.print(f"\n[bold]Best passage[/]{', ' + place if place else ''}", markup=True)
        snippet = Text("".join(character if character.isprintable() else " " for character in standing.snippet))
        for start, end in standing.highlights:
            snippet.stylize(FOUND, start, end)
        console.print(Padding(snippet, (0, 0, 0, 2)))


def print_evaluation(console: Console, found: Evaluation) -> None:
    """The answer of ``hunch eval``."""
    if found.notice:
        console.print(Text(found.notice, style=QUIET))
    if found.figures:
        table = _table("mode", "from", "asked", "first", "among 5", "mean 1/place", left=2)
        for one in found.figures:
            shown = [f"{mean:.2f} ({low:.2f}-{high:.2f})" for mean, low, high in (one.hit_1, one.hit_5, one.mrr)]
            whole = one.kind is None
            row = [one.mode if whole else "", one.kind or "everything", f"{one.queries:,}", *shown]
            table.add_row(*row, style="bold" if whole else "")
        console.print(table)
        console.print(Text("In brackets: where the true figure lies in 95 of 100 cases.", style=QUIET))
        console.print()
        table = _table("mode", "median", "95 of 100 within")
        for pace in found.paces:
            table.add_row(pace.mode, f"{pace.p50_ms:,.0f} ms", f"{pace.p95_ms:,.0f} ms")
        console.print(table)
    for what, reason in found.skipped.items():
        console.print(Text(f"No figures for {what}: {reason}"))
    if found.models:
        console.print(Text(f"Models: {', '.join(found.models.values())}. Files asked for: {found.files:,}. "
                           f"Seed: {found.seed}.", style=QUIET))


def print_duplicates(console: Console, found: Duplicates) -> None:
    """The answer of ``hunch duplicates``: the newest of each group, the others below it."""
    if not found.total_groups:
        console.print("Nothing is there more than once.")
        return
    for group in found.groups:
        newest, *others = group.files
        console.print(Text(display(Path(newest.path).name), style="bold"), soft_wrap=True)
        console.print(Text("  " + home_relative(newest.path), style=QUIET), soft_wrap=True)
        console.print(Text(f"  newest, {describe_size(newest.size)}, {describe_time(newest.modified)}"))
        for file in others:
            parts = [str(file.alike), describe_size(file.size), describe_time(file.modified)]
            parts += ["its disk is not there now"] if file.offline else []
            console.print(Text("    " + home_relative(file.path)), soft_wrap=True)
            console.print(Text("      " + ", ".join(filter(None, parts)), style=QUIET))
        console.print()
    rest = found.total_groups - len(found.groups)
    if rest:
        console.print(Text(f"{_count(rest, 'more group')}: --limit {found.total_groups} shows all.", style=QUIET))
    console.print(f"[bold]{_count(found.total_files, 'file')}[/] in {_count(found.total_groups, 'group')}; all but the "
                  f"newest of each take {describe_size(found.total_space)}.")


def describe_size(size: int) -> str:
    """Bytes as file managers show them: "4.2 MB"."""
    value, unit = float(size), "bytes"
    for larger in ("KB", "MB", "GB", "TB"):
        if value < 1_000:
            break
        value, unit = value / 1_000, larger
    return f"{value:,.0f} {unit}" if unit == "bytes" or value >= 100 else f"{value:.1f} {unit}"


def describe_time(seconds: float) -> str:
    """A moment on the clock of this computer, empty for one that no calendar has."""
    try:
        return f"{datetime.fromtimestamp(seconds):%d %b %Y %H:%M}"
    except (OverflowError, OSError, ValueError):
        return ""


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{score:.2f}"


def _table(*headings: str, left: int = 1) -> Table:
    """``left`` columns of words, then numbers."""
    table = Table(box=None, pad_edge=False, show_header=bool(headings), header_style=QUIET)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="left" if place < left else "right", no_wrap=True)
    return table
