"""hunch why, eval, duplicates: what the index can say of itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import cast, get_args

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from indexer.answers import Mode
from indexer.cli import report_output
from indexer.cli.session import Session, pass_session, print_json, stop_on_interrupt
from indexer.paths import to_text
from indexer.reports import Alike
from indexer.search import MODES

_KINDS: dict[str, Alike] = dict(zip(("same", "text", "version", "picture"), get_args(Alike), strict=True))


@click.command()
@click.argument("file", type=click.Path())
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, nothing else.")
@pass_session
def why(session: Session, file: str, query: str, as_json: bool) -> None:
    """Why FILE is, or is not, among the results of QUERY, and what would bring it up.

    FILE is a path, or the name of a file that is indexed. It need not be indexed, nor be there any more.
    """
    found = session.engine.why(placed(file), query)
    if as_json:
        print_json(found.to_json())
    else:
        report_output.print_explanation(session.out, found)


@click.command("eval")
@click.option("--queries", type=click.IntRange(1, 10_000), default=200, show_default=True, help="Questions to ask.")
@click.option("--mode", "modes", multiple=True, type=click.Choice(MODES), help="Judge only these modes of search.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Another seed, other questions.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, nothing else.")
@pass_session
def evaluate(session: Session, queries: int, modes: tuple[str, ...], seed: int, as_json: bool) -> None:
    """Judge how well your own files are found.

    Questions whose answer is known are made from names, titles, headings, sentences and numbers of your files, and
    asked in every mode. Nothing of them is kept or shown. With the same seed the same questions are asked, so that a
    model or a setting can be compared with another.
    """
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=session.err,
        transient=True, disable=not session.err.is_terminal,
    )
    wanted = cast("tuple[Mode, ...]", modes or ("words", "meaning", "all", "pictures"))
    with stop_on_interrupt() as stop, bar:
        task = bar.add_task("Asking", total=None)
        found = session.engine.evaluate(
            queries, wanted, seed, lambda done, total: bar.update(task, completed=done, total=total), stop
        )
    if as_json:
        print_json(found.to_json())
    else:
        report_output.print_evaluation(session.out, found)
    if not found.figures:
        sys.exit(1)


@click.command()
@click.option("--kind", type=click.Choice([*_KINDS]),
              help="Only files with the same content, nearly the same text, other versions, or the same picture.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Groups to show.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, nothing else.")
@pass_session
def duplicates(session: Session, kind: str | None, limit: int, as_json: bool) -> None:
    """List files that are there more than once, or in several versions, with the space they take. Deletes nothing."""
    found = session.engine.duplicates(_KINDS[kind] if kind else None, limit)
    if as_json:
        print_json(found.to_json())
    else:
        report_output.print_duplicates(session.out, found)


def placed(path: str) -> str:
    """Database path of a path as typed, links above it followed, itself as it is: it may be a link."""
    above, name = os.path.split(Path(path).expanduser().absolute())
    whole = os.path.join(os.path.realpath(above), name)  # noqa: PTH118
    return to_text(os.path.realpath(whole) if name == ".." else whole)
