"""The settings of the engine, as sections of the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from app import words
from app.controls import Switch
from app.pages.settings.inputs import Choice, Number, Value, percent
from app.pages.settings.section import Section, SettingRow
from app.pages.settings.values import EngineValues
from indexer.errors import KnownError

_MEGABYTE = 1_000_000
_THOUSAND = 1_000


def indexing(values: EngineValues) -> Section:
    """When indexing gives way."""
    translate = QCoreApplication.translate
    section = Section()
    section.set_title(translate("Words", "Indexing"))
    add = partial(_add, section, values)
    below = translate("Words", "Below {share}")
    add("battery_percent", translate("Words", "Wait on battery"),
        translate("Words", "Searching works at all times, whatever indexing waits for."),
        Choice([(0, translate("Words", "Never")),
                *((share, below.format(share=percent(share))) for share in (20, 30, 50)),
                (100, translate("Words", "Always"))], lambda share: below.format(share=percent(share))))
    add("wait_when_busy", translate("Words", "Wait while other programs are busy"),
        translate("Words", "Indexing goes on when the processor has time again."), Switch())
    add("wait_when_fullscreen", translate("Words", "Wait while something fills the screen"),
        translate("Words", "Films, games and presentations are left in peace."), Switch())
    add("cpu_percent", translate("Words", "Share of the time to work in"),
        translate("Words", "Less keeps the computer cooler and quieter, and takes longer."),
        Choice([(share, percent(share)) for share in (25, 50, 75, 100)], percent))
    return section


def reading(values: EngineValues) -> Section:
    """What is read."""
    translate = QCoreApplication.translate
    section = Section()
    section.set_title(translate("Words", "Reading"))
    add = partial(_add, section, values)
    add("read_pictures", translate("Words", "Read the text in pictures"),
        translate("Words", "Screenshots, receipts and scanned pages, after everything else; a page takes some "
                           "seconds."),
        Switch())
    add("hidden", translate("Words", "Read hidden files and folders"),
        translate("Words", "Those of programs mostly; their names begin with a dot."), Switch())
    add("max_file_mb", translate("Words", "Largest file to read"),
        translate("Words", "Larger ones are found by their name, and listed under Problems."),
        Choice([(size, _megabytes(size)) for size in (20, 50, 100, 200, 500, 1000, 5000)], _megabytes))
    return section


def advanced(values: EngineValues) -> Section:
    """What few people need."""
    translate = QCoreApplication.translate
    section = Section()
    add = partial(_add, section, values)
    add("workers", translate("Words", "Files read at the same time"), "",
        Number(0, 64, zero=translate("Words", "By the processor")))
    add("extract_timeout_s", translate("Words", "Longest time for one file"),
        translate("Words", "What takes longer is given up and listed under Problems."),
        Number(1, 3600, 10, unit=translate("Words", " s", "unit after a number: seconds")))
    add("extract_memory_mb", translate("Words", "Most memory for reading one file"), "",
        Number(128, 65_536, 128, unit=translate("Words", " MB", "unit after a number")))
    add("scan_minutes", translate("Words", "Compare all folders every"),
        translate("Words", "Changes are noticed at once; this finds the few that no system tells of."),
        Number(1, 1440, 10, unit=translate("Words", " min", "unit after a number: minutes")))
    add("idle_minutes", translate("Words", "Keep models in memory for"),
        translate("Words", "The first search after that takes a second longer."),
        Number(1, 1440, unit=translate("Words", " min", "unit after a number: minutes")))
    add("least_free_mb", translate("Words", "Stop when the disk has less free than"), "",
        Number(100, 1_000_000, 256, unit=translate("Words", " MB", "unit after a number")))
    return section


def _add(
    section: Section, values: EngineValues, name: str, label: str, explanation: str, control: Switch | Choice | Number
) -> None:
    row = section.add(label, explanation, control)
    control.setEnabled(False)

    def show() -> None:
        if values.is_known:
            control.setEnabled(True)
            if isinstance(control, Switch):
                control.setChecked(values.value(name))
            else:
                control.show_value(values.value(name))

    def loaded() -> None:
        row.note.say("")
        show()

    def refused(which: str, error: KnownError) -> None:
        if which == name:
            _explain(row, error)
            show()

    if isinstance(control, Switch):
        control.clicked.connect(lambda: values.set(name, control.isChecked()))
    else:
        control.chosen.connect(lambda value: values.set(name, value))
    values.loaded.connect(loaded)
    values.refused.connect(refused)
    show()


def _explain(row: SettingRow, error: KnownError) -> None:
    row.note.say(f"{words.explained(error.code)}\n{error.message}", "error", "bad")


def _megabytes(number: Value) -> str:
    megabytes = int(number)
    is_round = megabytes < _THOUSAND or megabytes % _THOUSAND == 0
    return QLocale().formattedDataSize(
        megabytes * _MEGABYTE, 0 if is_round else 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )
