"""The ``hunch`` command in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Hunch:
    """Runs commands on one data folder."""

    data_dir: Path

    @property
    def index_db(self) -> Path:
        return self.data_dir / "index.db"

    def arguments(self, *arguments: str | Path) -> list[str]:
        return [sys.executable, "-m", "app", "--data-dir", str(self.data_dir), *map(str, arguments)]

    def run(
        self, *arguments: str | Path, stdin: str | None = None, expect: int = 0
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end and check the exit code."""
        done = subprocess.run(
            self.arguments(*arguments), input=stdin, stdin=None if stdin is not None else subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=300, check=False,
        )
        assert done.returncode == expect, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def json(self, *arguments: str | Path) -> Any:
        """Run with --json and return the one JSON value on stdout."""
        done = self.run(*arguments, "--json")
        assert done.stdout.count("\n") == 1, done.stdout
        return json.loads(done.stdout)

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Start in a session of its own, for tests that end it early."""
        return subprocess.Popen(
            self.arguments(*arguments), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=dict(os.environ), start_new_session=True,
        )

    def end_engine(self) -> None:
        """End the engine, if one runs."""
        if (self.data_dir / "engine.json").exists():
            self.run("quit")

    def names(self, query: str, *options: str) -> list[str]:
        """File names of a search's hits, best first; those of other versions right behind the hit they stand under."""
        hits = self.json("search", query, *options)["hits"]
        return [Path(one["path"]).name for hit in hits for one in (hit, *hit["others"])]
