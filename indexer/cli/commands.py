"""The commands: parse, ask the engine, print. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import Any

import click
from click.shell_completion import get_completion_class
from rich.console import Console

from indexer.answers import Results
from indexer.cli import output
from indexer.cli.engine_commands import engine, pause, quit_engine, resume, settings
from indexer.cli.model_commands import models
from indexer.cli.progress import ProgressBar
from indexer.cli.prompt import ask
from indexer.client import Client
from indexer.engine import Engine
from indexer.errors import KnownError
from indexer.extract import KINDS
from indexer.face import Face
from indexer.paths import display, to_text
from indexer.runtime import Places, start_logging
from indexer.search import MODES

_PAUSE_LOOK_S = 1.0


class Session:
    """What every command shares: the consoles and the engine, reached or opened on first use."""

    def __init__(self, data_dir: Path | None, verbose: bool) -> None:
        self.out = Console(highlight=False)
        self.err = Console(stderr=True, highlight=False)
        self.places = Places.find(data_dir)
        self._verbose = verbose
        self._logs = False
        self._engine: Face | None = None

    @property
    def engine(self) -> Face:
        """The engine that runs, or one in this process for as long as the command takes."""
        if self._engine is None:
            self.start_log()
            self._engine = Client.connect(self.places, self.tell) or Engine(self.places, self.tell)
        return self._engine

    @property
    def running_engine(self) -> Client | None:
        """The engine that runs in the background, if one does."""
        return self.engine if isinstance(self.engine, Client) else None

    def start_engine(self) -> Client:
        """The engine that runs in the background, started if none does. Raises KnownError."""
        if not isinstance(self._engine, Client):
            self.close()
            self.start_log()
            client = Client.connect(self.places, self.tell, start=True)
            assert client is not None
            self._engine = client
        return self._engine

    def start_log(self) -> None:
        """Make the data folder and write the log there from now on."""
        if not self._logs:
            self.places.create()
            start_logging(self.places, verbose=self._verbose)
            self._logs = True

    def tell(self, message: str) -> None:
        """Something the person should know that is not the answer."""
        self.err.print(message, markup=False, soft_wrap=True)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


pass_session = click.make_pass_decorator(Session)


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


for command in (engine, quit_engine, pause, resume, settings, models):
    hunch.add_command(command)


def typed(path: str) -> str:
    """Database path of a path as typed: absolute, with ~ replaced."""
    return to_text(str(Path(path).expanduser().absolute()))


def real(path: str) -> str:
    """The same without links, as the index has it."""
    return to_text(str(Path(path).expanduser().resolve()))


def print_json(value: Any) -> None:
    """One JSON value as one line of UTF-8; a byte of a name that is no text stays a JSON escape."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


@contextmanager
def stop_on_interrupt() -> Iterator[threading.Event]:
    """Ctrl+C and SIGTERM set the event, so that the work in hand ends cleanly; a second one ends at once."""
    stop = threading.Event()

    def request(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, request) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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
