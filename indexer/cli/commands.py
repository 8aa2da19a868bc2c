"""The commands: parse, ask the engine, print. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path

import click
from click.shell_completion import get_completion_class
from rich.console import Console

from indexer.answers import Results
from indexer.cli import output
from indexer.cli.engine_commands import engine, pause, quit_engine, resume, settings
from indexer.cli.model_commands import models
from indexer.cli.progress import ProgressBar
from indexer.cli.prompt import ask
from indexer.cli.report_commands import duplicates, evaluate, why
from indexer.cli.session import Session, pass_session, print_json, real, stop_on_interrupt, typed
from indexer.errors import KnownError
from indexer.extract import KINDS
from indexer.paths import display
from indexer.search import MODES

_PAUSE_LOOK_S = 1.0


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), envvar="HUNCH_DATA_DIR",
              help="Keep index, settings and models here.")
@click.option("-v", "--verbose", is_flag=True, help="Log what the engine does to stderr.")
@click.version_option(version("hunch"), "--version", message="hunch %(version)s")
@click.pass_context
def hunch(context: click.Context, data_dir: Path | None, verbose: bool) -> None:
    """Finds a file from what you remember of it: offline, by meaning and by words.

    Without a command the window opens, or where there is no display a prompt. hunch toggle shows or hides the quick
    search of the window, and can be bound to any key; hunch --hidden starts without showing a window.
    """
    context.obj = session = Session(data_dir, verbose)
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        if sys.stdin.isatty():
            ask(session.engine, session.out)
        else:
            click.echo(context.get_help())


@hunch.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@pass_session
def add(session: Session, paths: tuple[str, ...]) -> None:
    """Keep folders indexed from now on. The engine reads them in the background; it is started if it does not run."""
    engine = session.start_engine()
    for path in paths:
        engine.add(typed(path))


@hunch.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@pass_session
def remove(session: Session, paths: tuple[str, ...]) -> None:
    """Stop indexing folders and forget what was read from them. The files themselves stay."""
    for path in paths:
        session.engine.remove(typed(path))


@hunch.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--wait", is_flag=True, help="Wait also while indexing is paused.")
@pass_session
def index(session: Session, paths: tuple[str, ...], wait: bool) -> None:
    """Bring the index up to date; a PATH that is in no indexed folder yet is added."""
    with stop_on_interrupt() as stop, ProgressBar(session.err) as bar:
        while True:
            try:
                session.engine.index([typed(path) for path in paths], bar.show, stop)
                break
            except KnownError as error:
                if error.code != "paused" or not wait or stop.wait(_PAUSE_LOOK_S):
                    raise
    status = session.engine.status()
    output.print_status(session.err, status)
    if stop.is_set():
        session.tell("Interrupted. Nothing is lost: hunch index goes on from here.")
    sys.exit(1 if stop.is_set() or status["files"]["pending"] else 0)


@hunch.command()
@click.argument("query", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a query on stdout, nothing else.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Files to show.")
@click.option("--mode", type=click.Choice(MODES), default="all", show_default=True)
@click.option("--type", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these kinds of file.")
@click.option("--in", "folder", type=click.Path(), help="Only files below this folder.")
@pass_session
def search(session: Session, query: str | None, as_json: bool, limit: int, mode: str, kinds: tuple[str, ...],
           folder: str | None) -> None:
    """Find files by what you remember of them.

    A QUERY may hold filters: type:pdf in:Invoices after:2024 size:>1mb name:draft like:FILE, each also with a minus,
    a "phrase in quotes", and -words that must not occur. Filters alone list the newest files.

    QUERY "-" reads one query a line from stdin; without a QUERY a prompt opens.
    """
    if query is None:
        if as_json or not sys.stdin.isatty():
            raise click.UsageError('Say what to look for, or "-" for queries from stdin.')
        ask(session.engine, session.out)
        return

    def answer(text: str) -> Results:
        return session.engine.search(text, limit=limit, mode=mode, kinds=frozenset(kinds) or None,
                                     folder=real(folder) if folder else None)

    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for text in sys.stdin if query == "-" else [query]:
        text = text.strip()
        if not text and query == "-":
            continue
        if as_json:
            print_json(answer(text).to_json())
        else:
            if query == "-":
                session.out.rule(display(text), align="left", style="dim")
            output.print_results(session.out, answer(text))


@hunch.command()
@click.argument("path", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, nothing else.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Files to show.")
@pass_session
def similar(session: Session, path: str, as_json: bool, limit: int) -> None:
    """Find files whose content is like that of the file at PATH."""
    found = session.engine.similar(real(path), limit=limit)
    if as_json:
        print_json(found.to_json())
    else:
        output.print_results(session.out, found)


@hunch.command()
@click.option("--json", "as_json", is_flag=True)
@pass_session
def status(session: Session, as_json: bool) -> None:
    """How much is indexed, and what waits."""
    found = session.engine.status()
    if as_json:
        print_json(found)
    else:
        output.print_status(session.out, found)


@hunch.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--json", "as_json", is_flag=True)
@click.option("--retry", is_flag=True, help="Read the failed files again: all, or those at or below PATHS.")
@pass_session
def problems(session: Session, paths: tuple[str, ...], as_json: bool, retry: bool) -> None:
    """Files that could not be read or were skipped, and why."""
    if retry:
        count = session.engine.retry([real(path) for path in paths])
        session.tell(f"{count:,} will be read again." if session.running_engine else
                     f"{count:,} will be read again at the next hunch index.")
        return
    if paths:
        raise click.UsageError("PATHS go with --retry.")
    found = session.engine.problems()
    if as_json:
        print_json([output.problem_json(problem) for problem in found])
    else:
        output.print_problems(session.out, found)


@hunch.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell; source it in the shell's start file."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"No completion for {shell}.")
    click.echo(kind(hunch, {}, "hunch", "_HUNCH_COMPLETE").source())


for command in (why, evaluate, duplicates, engine, quit_engine, pause, resume, settings, models):
    hunch.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 0 ok, 1 failed, 2 usage."""
    try:
        hunch.main(args=list(arguments) if arguments is not None else None, prog_name="hunch", standalone_mode=False)
    except click.UsageError as error:
        error.show()
        return 2
    except KnownError as error:
        output.print_error(Console(stderr=True), error)
        return 1
    except (click.Abort, KeyboardInterrupt):
        return 1
    except BrokenPipeError:
        # The reader of our output went away (head, less): point stdout elsewhere so that exit stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except SystemExit as end:
        return int(end.code or 0)
    return 0
