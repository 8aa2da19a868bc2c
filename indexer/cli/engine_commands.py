"""hunch engine, quit, pause, resume, settings: the engine itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from indexer import daemon
from indexer.cli import output

if TYPE_CHECKING:
    from indexer.cli.session import Session


@click.command()
@click.pass_obj
def engine(session: Session) -> None:
    """Run the engine in the foreground; it ends with Ctrl+C or hunch quit."""
    session.start_log()
    daemon.run(session.places)


@click.command("quit")
@click.pass_obj
def quit_engine(session: Session) -> None:
    """End the engine that runs in the background."""
    running = session.running_engine
    if running is None:
        session.tell("No engine runs.")
    else:
        running.quit_engine()


@click.command()
@click.argument("minutes", required=False, type=click.FloatRange(min=0, min_open=True))
@click.pass_obj
def pause(session: Session, minutes: float | None) -> None:
    """Stop indexing for MINUTES, or until hunch resume. Questions are answered as before."""
    session.engine.pause(minutes)
    session.tell("Paused until hunch resume." if minutes is None else f"Paused for {minutes:g} minutes.")


@click.command()
@click.pass_obj
def resume(session: Session) -> None:
    """Go on indexing after hunch pause."""
    session.engine.resume()


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def settings(session: Session, as_json: bool) -> None:
    """All settings with the values in force; settings.toml in the data folder changes them."""
    found = session.engine.settings_in_force()
    if as_json:
        click.echo(json.dumps(found))
    else:
        output.print_settings(session.out, found, session.places.settings)
