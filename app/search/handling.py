"""What a person does with the file that is looked at: from a list, its menu, the preview or the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, get_args

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.bridge import Bridge
from app.preview import PreviewPane
from app.search.actions import Act, Actions, like
from app.search.found import Found
from app.search.hit_view import HitView
from app.search.recent import RecentPage
from app.search.remembering import Remembering
from app.search.result_menu import ResultMenu
from app.search.result_model import AWAY, IS_OPEN, IS_VERSION, VERSIONS
from app.search.why import WhyPopup
from app.shortcuts import bind
from indexer.answers import Hit
from indexer.paths import separator_of
from indexer.query import steered

_ACTS: tuple[Act, ...] = get_args(Act)
_WithKeys = Literal["copy_path", "copy_passage", "similar", "more_like", "less_like", "why"]
_WITH_KEYS: tuple[_WithKeys, ...] = get_args(_WithKeys)


class Handling(QObject):
    """Acts on the current file of the view that is seen. Main thread only.

    Args:
        host: where the keys work, and what menus belong to.
        seen: tells the view of files that is seen, or None.
        typed: tells what is looked for.

    Signals:
        said: a sentence for the person.
        why_wanted: path of a file whose place in the results is to be explained.
        search_wanted: a text to look for. steered: the same, while the keyboard stays where it is.
    """

    said = Signal(str)
    search_wanted = Signal(str)
    why_wanted = Signal(str)
    steered = Signal(str)

    def __init__(
        self, bridge: Bridge, host: QWidget, seen: Callable[[], HitView | None], typed: Callable[[], str], *,
        found: Found, recent: RecentPage, preview: PreviewPane, remembering: Remembering,
    ) -> None:
        super().__init__(host)
        self._host = host
        self._seen = seen
        self._typed = typed
        self._found = found
        self._preview = preview
        self._remembering = remembering
        self._actions = Actions(bridge, self)
        self._actions.failed.connect(self.said)
        self._actions.said.connect(self.said)
        self._actions.gone.connect(found.model.mark_gone)
        self._actions.gone.connect(recent.mark_gone)
        self._actions.left_out.connect(self._left_out)
        for view in (found, recent.files):
            view.activated_file.connect(self.open)
            view.menu_wanted.connect(self._show_menu)
        preview.acted.connect(self._acted)
        for act in _WITH_KEYS:
            bind(act, host, partial(self.act, act))

    def current_hit(self) -> Hit | None:
        """The file that is looked at."""
        view = self._seen()
        return view.current_hit() if view is not None else None

    def open(self, hit: Hit, to_folder: bool) -> None:
        """Open it at the passage that is seen of it, or show it in its folder."""
        self._remembering.used()
        if to_folder:
            self._actions.reveal(hit)
        else:
            # The preview may be at another passage, or still at another file.
            passage = None if self._preview.isHidden() else self._preview.passage
            self._actions.open(hit, passage if passage in hit.passages else None)

    def act(self, act: Act) -> None:
        """Do this with the current file, if there is one."""
        hit = self.current_hit()
        if hit is None:
            return
        self._remembering.used()
        match act:
            case "open":
                self.open(hit, False)
            case "reveal":
                self.open(hit, True)
            case "copy_path":
                self._actions.copy_path(hit)
            case "copy_passage":
                if text := self._preview.passage_text or hit.snippet:
                    self._actions.copy_text(text)
            case "similar":
                self.search_wanted.emit(like(hit.path))
            case "more_like" | "less_like":
                self._steer(hit, away=act == "less_like")
            case "versions":
                self._found.toggle_versions()
            case "why":
                self._explain(hit)
            case "remove":
                self._found.model.remove(hit.path)
            case "leave_out":
                self._actions.leave_folder_out(hit)

    def _steer(self, hit: Hit, *, away: bool) -> None:
        """Make it an example, or none any more; where it is found again it stays the current file."""
        if self._is_found:
            text = steered(self._typed(), hit.path, away=away)
            self._found.model.stay_with(hit.path, text)
            self.steered.emit(text)

    def _acted(self, name: str) -> None:
        self.act(next(act for act in _ACTS if act == name))

    @property
    def _is_found(self) -> bool:
        """Whether the current file answers a question."""
        return self._seen() is self._found.view

    def _explain(self, hit: Hit) -> None:
        if self._is_found:
            view, model = self._found.view, self._found.model
            index = view.currentIndex()
            owner = model.hit(model.owner(index.row()))
            popup = WhyPopup(owner, self._host, version=hit if index.data(IS_VERSION) else None)
            popup.more_wanted.connect(partial(self.why_wanted.emit, hit.path))
            popup.show_beside(view.viewport().mapToGlobal(view.visualRect(index).center()))

    def _show_menu(self, hit: Hit, point: QPoint) -> None:
        index = self._found.view.currentIndex() if self._is_found else QModelIndex()
        is_open = bool(index.data(IS_OPEN) or index.data(IS_VERSION))
        ResultMenu(
            self.act, is_found=self._is_found, versions=is_open if is_open or index.data(VERSIONS) else None,
            away=index.data(AWAY), has_passage=bool(hit.snippet or hit.passages),
            in_folder=self._actions.pattern_of_folder(hit) is not None, parent=self._host,
        ).popup(point)

    def _left_out(self, folder: str) -> None:
        inside = folder + separator_of(folder)
        model = self._found.model
        for path in [path for hit in model.hits for path in (hit.path, *(one.path for one in hit.others))]:
            if path.startswith(inside):
                model.remove(path)
