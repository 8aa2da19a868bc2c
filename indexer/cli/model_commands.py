"""hunch models: what is installed, and getting, choosing and checking models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

from indexer.cli import output
from indexer.paths import to_text

if TYPE_CHECKING:
    from indexer.cli.session import Session


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """The models that understand texts and pictures: list, fetch, import, use, remove, verify."""
    if context.invoked_subcommand is None:
        context.invoke(list_models)


@models.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def list_models(session: Session, as_json: bool = False) -> None:
    """All models of the catalogue, which are installed, and which is in use."""
    rows = session.engine.models()
    if as_json:
        click.echo(json.dumps(rows))
    else:
        output.print_models(session.out, rows)


@models.command()
@click.argument("model_id")
@click.pass_obj
def fetch(session: Session, model_id: str) -> None:
    """Download a model. This is the only command that uses the network."""
    with _transfer(session) as bar:
        task = bar.add_task(model_id, total=None)
        session.engine.fetch_model(model_id, lambda done, total: bar.update(task, completed=done, total=total))
    session.tell(f"{model_id} is installed. To use it: hunch models use {model_id}")


@models.command("import")
@click.argument("model_id")
@click.argument("path", type=click.Path(exists=True))
@click.pass_obj
def import_model(session: Session, model_id: str, path: str) -> None:
    """Install a model that is already on this machine: a GGUF file, or a folder or file of safetensors."""
    session.engine.import_model(model_id, to_text(str(Path(path).absolute())))
    session.tell(f"{model_id} is installed. To use it: hunch models use {model_id}")


@models.command()
@click.argument("model_id")
@click.pass_obj
def use(session: Session, model_id: str) -> None:
    """Search with this model from now on; the one in use serves until the new one has read everything."""
    session.engine.use_model(model_id)
    session.tell(f"{model_id} takes over when hunch index has read everything with it.")


@models.command()
@click.argument("model_id")
@click.pass_obj
def remove(session: Session, model_id: str) -> None:
    """Delete a model's file from this machine."""
    session.engine.remove_model(model_id)
    session.tell(f"{model_id} is removed.")


@models.command()
@click.argument("model_id", required=False)
@click.pass_obj
def verify(session: Session, model_id: str | None) -> None:
    """Check the files of installed models against their hashes."""
    for name in session.engine.verify_models(model_id):
        session.tell(f"{name} is sound.")


def _transfer(session: Session) -> Progress:
    return Progress("{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn(), console=session.err,
                    transient=True, disable=not session.err.is_terminal)
