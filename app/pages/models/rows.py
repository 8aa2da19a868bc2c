"""The models as the window shows them, and what is being done with them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.bridge import Bridge, Ticket
from indexer.client import Link
from indexer.errors import KnownError
from indexer.face import Face

Task = Literal["download", "import", "verify", "remove", "use"]
Kind = Literal["text", "image"]

_SETTING: dict[Kind, str] = {"text": "text_model", "image": "picture_model"}
_WHOLE: dict[Kind, str] = {"text": "chunks", "image": "pictures"}
_RATE_SECONDS = 0.5
_NEWEST_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Transfer:
    """Bytes here, bytes in all (0 is unknown), bytes a second (None is not known yet)."""

    done: int = 0
    total: int = 0
    rate: float | None = None


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model of the catalogue.

    Attributes:
        size: bytes of the file, None where nobody told it.
        active: questions are answered with it.
        chosen: it is the one to index with.
        alone: no other model of its kind answers.
        prepared: passages or pictures done and in all while it is made ready beside the one that answers, else None.
        task: what is being done with it on request, else None; ``transfer`` is how far a download is.
        error: why the last task failed, until the next one.
        verified: its files were found whole.
    """

    id: str
    kind: Kind
    title: str
    advice: str
    languages: str
    licence: str
    source: str
    dim: int
    weight_type: str | None
    size: int | None
    installed: bool
    active: bool
    chosen: bool
    alone: bool
    prepared: tuple[int, int] | None = None
    task: Task | None = None
    transfer: Transfer | None = None
    error: KnownError | None = None
    verified: bool = False

    @property
    def in_use(self) -> bool:
        """It answers, or will as soon as there is something to find."""
        return self.active or (self.chosen and self.installed and self.alone)


class ModelsModel(QObject):
    """Main thread only. Empty until the engine has answered; kept up to date from then on.

    Signals:
        loaded: the list is another; ``ids`` are to be asked for anew.
        changed: the row of this id is another.
    """

    loaded = Signal()
    changed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: dict[str, ModelRow] = {}
        self._downloads: dict[str, Ticket] = {}
        self._measured: dict[str, tuple[float, int]] = {}
        self._spaces: object = None
        bridge.link_changed.connect(self._linked)
        bridge.status_changed.connect(self._told)
        self.refresh()

    def ids(self, kind: Kind) -> list[str]:
        """Models of one kind in the order of the catalogue."""
        return [row.id for row in self._rows.values() if row.kind == kind]

    def row(self, model_id: str) -> ModelRow:
        """KeyError for a model that is not in the catalogue."""
        return self._rows[model_id]

    def refresh(self) -> None:
        """Ask the engine again."""
        self._bridge.ask(self, lambda face: (face.models(), face.settings_in_force()), self._took, lambda error: None)

    def use(self, model_id: str) -> None:
        """Index with this model from now on."""
        self._do(model_id, "use", lambda face: face.use_model(model_id))

    def download(self, model_id: str) -> None:
        """Install the model, over the network where it is not on this machine; goes on where it stopped before."""
        self._begin(model_id, "download", Transfer())
        self._measured[model_id] = time.monotonic(), -1
        self._downloads[model_id] = self._bridge.fetch_model(
            self, model_id, lambda done, total: self._fetched(model_id, done, total),
            lambda: self._end(model_id), lambda error: self._end(model_id, error),
        )

    def stop(self, model_id: str) -> None:
        """End a download; what is here is kept for the next time."""
        ticket = self._downloads.pop(model_id, None)
        if ticket is not None:
            ticket.cancel()
            self._put(model_id, task=None, transfer=None)

    def import_from(self, model_id: str, path: str) -> None:
        """Install the model from the file or folder at a database path."""
        self._do(model_id, "import", lambda face: face.import_model(model_id, path), lane="long")

    def verify(self, model_id: str) -> None:
        """Compare the model's files with their hashes."""
        self._do(model_id, "verify", lambda face: face.verify_models(model_id), lane="long", verified=True)

    def remove(self, model_id: str) -> None:
        """Delete the model's file."""
        self._do(model_id, "remove", lambda face: face.remove_model(model_id))

    def _do(
        self, model_id: str, task: Task, call: Callable[[Face], object], *, lane: Literal["change", "long"] = "change",
        verified: bool = False,
    ) -> None:
        self._begin(model_id, task, None)
        self._bridge.ask(
            self, call, lambda _: self._end(model_id, verified=verified), lambda error: self._end(model_id, error),
            lane=lane,
        )

    def _begin(self, model_id: str, task: Task, transfer: Transfer | None) -> None:
        self._put(model_id, task=task, transfer=transfer, error=None, verified=False)

    def _end(self, model_id: str, error: KnownError | None = None, *, verified: bool = False) -> None:
        self._downloads.pop(model_id, None)
        self._put(model_id, task=None, transfer=None, error=error, verified=verified)
        self.refresh()

    def _fetched(self, model_id: str, done: int, total: int) -> None:
        before = self._rows[model_id].transfer
        rate = before.rate if before else None
        since, had = self._measured[model_id]
        now = time.monotonic()
        if had < 0 or done < had:
            # What an earlier try left here did not come now.
            self._measured[model_id] = now, done
        elif now - since >= _RATE_SECONDS:
            newest = (done - had) / (now - since)
            rate = newest if rate is None else rate + _NEWEST_SHARE * (newest - rate)
            self._measured[model_id] = now, done
        self._put(model_id, transfer=Transfer(done, total, rate))

    def _put(self, model_id: str, **values: Any) -> None:
        row = replace(self._rows[model_id], **values)
        if row != self._rows[model_id]:
            self._rows[model_id] = row
            self.changed.emit(model_id)

    def _took(self, answer: tuple[list[dict[str, Any]], dict[str, Any]]) -> None:
        models, settings = answer
        answering = {model["kind"]: model["id"] for model in models if model["active"]}
        before, self._rows = self._rows, {}
        for model in models:
            kind: Kind = model["kind"]
            facts = {name: model[name] for name in (
                "id", "kind", "title", "advice", "languages", "licence", "source", "dim", "weight_type", "size",
                "installed", "active",
            )}
            for name in ("title", "advice", "languages", "licence"):
                facts[name] = QCoreApplication.translate("Words", facts[name])
            facts["chosen"] = settings.get(_SETTING[kind]) == model["id"]
            facts["alone"] = answering.get(kind, model["id"]) == model["id"]
            known = before.get(model["id"])
            self._rows[model["id"]] = replace(known, **facts) if known else ModelRow(**facts)
        if list(before) != list(self._rows):
            self._prepare()
            self.loaded.emit()
            return
        for model_id, row in self._rows.items():
            if row != before[model_id]:
                self.changed.emit(model_id)
        self._prepare()

    def _prepare(self) -> None:
        """How far models are that are made ready beside the ones that answer."""
        due = {
            space["model"]: space["due"] for space in self._bridge.status.get("spaces", ()) if not space["active"]
        }
        for row in list(self._rows.values()):
            prepared = None
            if row.chosen and row.installed and not row.active and not row.alone:
                whole = int(self._bridge.status.get(_WHOLE[row.kind], 0))
                prepared = max(0, whole - due.get(row.id, whole)), whole
            self._put(row.id, prepared=prepared)

    def _linked(self, link: Link) -> None:
        if link.state == "connected":
            self.refresh()

    def _told(self, status: dict[str, Any]) -> None:
        spaces = [(space["model"], space["active"]) for space in status.get("spaces", ())]
        if spaces != self._spaces:
            self._spaces = spaces
            self.refresh()
        self._prepare()
