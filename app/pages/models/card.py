"""One model: what it is good for, what it needs, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QMessageBox, QVBoxLayout, QWidget

from app import words
from app.controls import Button, Card, Label, QuietButton, ThinProgress
from app.desktop.files import database_path
from app.pages.models.rows import ModelRow, ModelsModel, Task, Transfer
from app.pages.state_line import StateLine
from app.theme import XS, L, M, Role


class ModelCard(QWidget):
    """Follows the row of ``model_id`` in ``models``. The model must be loaded.

    ``detailed``: also tell what only who knows about models can weigh.
    """

    def __init__(
        self, models: ModelsModel, model_id: str, *, detailed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._id = model_id
        self._detailed = detailed
        self._title = Label(style="title", strong=True)
        self._state = StateLine()
        self._advice = Label(wrap=True)
        self._facts = Label(style="caption", role="ink-muted", wrap=True)
        self._progress = ThinProgress()
        self._told = StateLine(wrap=True)
        self._use = Button(self.tr("Use"))
        self._use.clicked.connect(lambda: models.use(model_id))
        self._download = Button("", icon="download")
        self._download.clicked.connect(lambda: models.download(model_id))
        self._stop = Button(self.tr("Stop"))
        self._stop.clicked.connect(lambda: models.stop(model_id))
        self._more = QuietButton("more", "")
        self._more.setMenu(self._menu())

        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self._title)
        top.addWidget(self._state)
        top.addStretch()
        for button in (self._use, self._download, self._stop, self._more):
            top.addWidget(button)
        self._card = Card()
        body = self._card.body
        body.setContentsMargins(L, M, M, L)
        body.setSpacing(XS)
        body.addLayout(top)
        body.addWidget(self._advice)
        body.addWidget(self._facts)
        body.addSpacing(XS)
        body.addWidget(self._progress)
        body.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

        models.changed.connect(self._changed)
        self._show()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._import_file = _action(menu, self.tr("Import a file…"), lambda: self._ask_path(folder=False))
        self._import_folder = _action(menu, self.tr("Import a folder…"), lambda: self._ask_path(folder=True))
        menu.addSeparator()
        self._verify = _action(menu, self.tr("Check its files"), lambda: self._models.verify(self._id))
        self._remove = _action(menu, self.tr("Remove…"), self._ask_remove)
        return menu

    def _ask_path(self, *, folder: bool) -> None:
        dialog = QFileDialog(self, self.tr("Import {model}").format(model=self._models.row(self._id).title))
        if folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters([self.tr("Models (*.gguf *.safetensors)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._models.import_from(self._id, database_path(path)))
        dialog.open()

    def _ask_remove(self) -> None:
        row = self._models.row(self._id)
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Remove {model} from this computer?").format(model=row.title))
        box.setInformativeText(
            self.tr("It frees {size}. It can be downloaded or imported again.").format(size=words.size(row.size or 0))
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(lambda: self._models.remove(self._id))
        box.open()

    def _changed(self, model_id: str) -> None:
        if model_id == self._id:
            self._show()

    def _show(self) -> None:
        row = self._models.row(self._id)
        self.setAccessibleName(row.title)
        self._card.set_outline("accent" if row.chosen and row.installed else "line")
        self._title.setText(row.title)
        self._advice.setText(row.advice)
        self._facts.setText(_facts(row, detailed=self._detailed))
        self._state.say(*_state(row))
        self._told.say(*_told(row), tip=row.error.message if row.error else "")
        self._show_progress(row)
        is_idle = row.task is None
        self._use.setVisible(is_idle and row.installed and not row.chosen)
        self._use.setAccessibleName(self.tr("Use {model}").format(model=row.title))
        self._download.setVisible(is_idle and not row.installed)
        self._download.setText(
            self.tr("Download, {size}").format(size=words.size(row.size)) if row.size else self.tr("Download")
        )
        self._download.setToolTip(self.tr("From {source} on Hugging Face").format(source=row.source))
        self._download.setAccessibleName(self.tr("Download {model}").format(model=row.title))
        self._stop.setVisible(row.task == "download")
        self._stop.setAccessibleName(self.tr("Stop the download of {model}").format(model=row.title))
        self._more.setEnabled(is_idle)
        self._more.set_name(self.tr("More about {model}").format(model=row.title))
        self._verify.setEnabled(row.installed)
        self._remove.setEnabled(row.installed and not row.chosen and not row.active)

    def _show_progress(self, row: ModelRow) -> None:
        done, total = row.prepared or (0, 0)
        if row.transfer is not None:
            done, total = row.transfer.done, row.transfer.total
        self._progress.setVisible(row.task in ("download", "import", "verify") or row.prepared is not None)
        # Without an end known the bar says only that something goes on.
        self._progress.setRange(0, 1000 if total else 0)
        self._progress.setValue(round(1000 * done / total) if total else 0)
        self._progress.setAccessibleName(self._told.text)


def _facts(row: ModelRow, *, detailed: bool) -> str:
    translate = QCoreApplication.translate
    facts = [row.languages, translate("Words", "licence: {name}").format(name=row.licence)]
    if row.size:
        facts.append(words.size(row.size))
    if detailed:
        facts.append(translate("Words", "vectors of {dim} numbers").format(dim=words.count(row.dim)))
    if detailed and row.weight_type:
        facts.append(row.weight_type)
    return "  ·  ".join(facts)


def _state(row: ModelRow) -> tuple[str, str, Role]:
    """Text, drawing and its colour."""
    translate = QCoreApplication.translate
    if row.in_use and row.chosen:
        return translate("Words", "In use"), "check", "good"
    if row.active:
        return translate("Words", "In use until the new one is ready"), "clock", "ink-muted"
    if row.chosen and row.installed:
        return translate("Words", "Being prepared"), "clock", "ink-muted"
    return translate("Words", "Installed") if row.installed else "", "", "ink-muted"


def _told(row: ModelRow) -> tuple[str, str, Role]:
    """What goes on or went wrong: text, drawing and its colour."""
    translate = QCoreApplication.translate
    if row.error is not None:
        return words.explained(row.error.code), "error", "bad"
    if row.transfer is not None:
        return _downloading(row.transfer), "", "ink-muted"
    if row.task is not None:
        return _doing(row.task), "", "ink-muted"
    if row.prepared is not None:
        return _preparing(row), "", "ink-muted"
    return translate("Words", "Its files are whole.") if row.verified else "", "check", "good"


def _doing(task: Task) -> str:
    translate = QCoreApplication.translate
    return {
        "download": translate("Words", "Looking for the file"),
        "import": translate("Words", "Importing. A large model takes a minute."),
        "verify": translate("Words", "Checking its files"),
        "remove": translate("Words", "Removing"),
        "use": translate("Words", "Changing over"),
    }[task]


def _downloading(transfer: Transfer) -> str:
    translate = QCoreApplication.translate
    if not transfer.total:
        return _doing("download")
    if transfer.done >= transfer.total:
        return translate("Words", "Downloaded. Now it is checked and made ready for this computer.")
    here = {"done": words.size(transfer.done), "total": words.size(transfer.total)}
    if not transfer.rate:
        return translate("Words", "{done} of {total}").format(**here)
    left = (transfer.total - transfer.done) / transfer.rate
    return translate("Words", "{done} of {total}, {speed} a second, {left} left").format(
        **here, speed=words.size(round(transfer.rate)), left=words.duration(left)
    )


def _preparing(row: ModelRow) -> str:
    translate = QCoreApplication.translate
    done, whole = row.prepared or (0, 0)
    numbers = {"done": words.count(done), "whole": words.count(whole)}
    if row.kind == "text":
        return translate("Words", "{done} of {whole} passages; the old one answers until then.").format(**numbers)
    return translate("Words", "{done} of {whole} pictures; the old one answers until then.").format(**numbers)


def _action(menu: QMenu, text: str, done: object) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(done)
    return action
