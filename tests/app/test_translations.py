from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from app.engine_words import COMPLETIONS, MODELS, NOTICES, REWORDED, told
from app.file_reasons import REASONS
from indexer.query import complete
from indexer.query.language import FIELDS
from models.catalogue import TEXT_MODELS
from models.image_catalogue import IMAGE_MODELS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
COMPLETE = ("de", "zh_CN")
LANGUAGES = ("en", *COMPLETE)
LUPDATE = ("pyside6-lupdate", "-no-obsolete", "-locations", "none", "-extensions", "py", "app")
FORMS = {"en": 2, "de": 2, "zh_CN": 1}
PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%\d")
COUNTED = re.compile(r"%L?n")
# Where the engine gives reasons and notices that reach the window, and those that only a mistaken program would see.
SPEAKERS = (
    "extract", "scan", "extractor.py", "pipeline.py", "picture_text.py", "store/files.py", "search/notices.py",
    "upkeep.py",
)
UNSEEN = {"The request names no file.", "The request names no page."}
SENTENCE = re.compile(r"(?:[A-Z][a-z]*|\{\}) [a-z0-9“{].*(?:[.:]|[.:] \{\})", re.DOTALL)


class Message(NamedTuple):
    """``forms``: one for each plural form, or just one; ``finished``: a translator is content with them."""

    context: str
    source: str
    comment: str
    counted: bool
    forms: tuple[str, ...]
    finished: bool


def messages(path: Path) -> list[Message]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        for one in context.iter("message"):
            said = one.find("translation")
            assert said is not None
            counted = one.get("numerus") == "yes"
            forms = [form.text or "" for form in said.iter("numerusform")] if counted else [said.text or ""]
            found.append(Message(
                context.findtext("name", ""), one.findtext("source", ""), one.findtext("comment", ""), counted,
                tuple(forms), said.get("type") is None,
            ))
    return found


def run(*command: str | Path) -> None:
    subprocess.run([TOOLS / command[0], *command[1:]], cwd=ROOT, check=True, capture_output=True, timeout=120)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    found = messages(FOLDER / f"hunch_{language}.ts")
    assert found
    assert [one.source for one in found if not one.finished or not all(one.forms)] == []
    assert [one.source for one in found if one.counted and len(one.forms) != FORMS[language]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    for one in messages(FOLDER / f"hunch_{language}.ts"):
        wanted = sorted(PLACEHOLDER.findall(one.source))
        for form in one.forms:
            said = sorted(PLACEHOLDER.findall(form))
            # A singular may do without its number.
            without = sorted(part for part in wanted if not COUNTED.fullmatch(part))
            assert said == wanted or (one.counted and said == without), f"{one.context}: {one.source} -> {form}"


def test_what_has_a_number_in_it_has_plural_forms() -> None:
    flat = [one.source for one in messages(FOLDER / "hunch_de.ts") if COUNTED.search(one.source) and not one.counted]
    assert flat == [], "lupdate sees plural forms in QObject.tr alone, see app.counted"


def test_texts_are_translated_in_any_locale_alike() -> None:
    counted = {one[:3] for one in messages(FOLDER / "hunch_de.ts") if one.counted}
    assert {one[:3] for one in messages(FOLDER / "hunch_en.ts")} == counted


def test_no_text_of_the_sources_is_missing(tmp_path: Path) -> None:
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"hunch_{language}.ts", tmp_path)
    run(*LUPDATE, "-ts", *(tmp_path / f"hunch_{language}.ts" for language in COMPLETE))
    run(*LUPDATE, "-pluralonly", "-ts", tmp_path / "hunch_en.ts")
    for language in LANGUAGES:
        kept, now = (messages(folder / f"hunch_{language}.ts") for folder in (FOLDER, tmp_path))
        assert {one[:4] for one in now} == {one[:4] for one in kept}, "make translations, then translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_loads_what_was_translated(language: str, tmp_path: Path) -> None:
    run("pyside6-lrelease", FOLDER / f"hunch_{language}.ts", "-qm", tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == (FOLDER / f"hunch_{language}.qm").read_bytes(), "make translations"


def explanations() -> Iterator[str]:
    """Of every offer there is: all fields, then all that each offers for nothing, letters, and numbers."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789<>"
    typed = [
        *(first + second for first in letters for second in letters),
        *(f"{field}:{start}" for field in FIELDS for start in ("", *letters)),
        "after:1/2/2024", "date:13/2/2024", "date:2024-02", "size:>5", "size:<5", "size:5",
    ]
    for text in typed:
        for one in complete(text, len(text), today=date(2024, 5, 6)):
            yield one.explains


def test_every_explanation_of_a_completion_can_be_translated() -> None:
    found = set(explanations())
    assert {"kind of file", "photo", "day first", "month first", "the whole year", "larger"} <= found
    assert found - {""} - {str(one) for one in COMPLETIONS} == set()
    assert {str(one) for one in COMPLETIONS} - found == set(), "these are explained by nothing any more"


def test_what_is_said_of_every_model_can_be_translated() -> None:
    said = {text for spec in (*TEXT_MODELS, *IMAGE_MODELS) for text in (spec.advice, spec.languages)}
    assert said - {str(one) for one in MODELS} == set()


def sentences(path: Path) -> Iterator[str]:
    """Texts in a module that read like sentences for a person, with {} for what is put into them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    passed |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        parts: Sequence[ast.AST] = node.values if isinstance(node, ast.JoinedStr) else [node]
        if id(node) in passed or not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        if SENTENCE.fullmatch(text):
            yield text.removesuffix(" {}")


def test_every_sentence_of_the_engine_can_be_translated() -> None:
    paths = [path for name in SPEAKERS for path in sorted((ROOT / "indexer" / name).rglob("*.py")) or [
        ROOT / "indexer" / name
    ]]
    found = {text for path in paths for text in sentences(path)} - UNSEEN
    assert len(found) > 100
    known = {str(one) for one in (*NOTICES, *REASONS)} | set(REWORDED)
    assert found - known == set(), "for app.engine_words or app.file_reasons"
    assert {str(one) for one in REASONS} - found == set(), "nothing says these any more"


@pytest.mark.parametrize(
    ("engine", "window"),
    [
        ("A disk came back.", "A disk came back."),
        (
            "Searched by names and words only: no text model is in use. hunch models lists those to choose from.",
            "Searched by names and words only. With a model from the Models page Hunch finds by meaning, too.",
        ),
        (
            "Searched by names and words only: /m/a.gguf: The model could not be run. llama.cpp returned no vector.",
            "Searched by names and words only. a.gguf: The model could not be run. Files are still found by their "
            "words. Check it on the Models page or use another.",
        ),
        (
            "No file here is called “a: b. c”; its name was searched for as words. Nothing holds “x y” word by word; "
            "these come closest.",
            "No file here is called “a: b. c”; its name was searched for as words. Nothing holds “x y” word by word; "
            "these come closest.",
        ),
        (
            "/d/index.db: The index was damaged. It was kept as old.db; a new index is built from your files.",
            "index.db: The index was damaged. It was kept as old.db; a new index is built from your files.",
        ),
        (
            "Some parts could not be read. Page 3 could not be read. It has no page 3.; a.zip: b.txt: Empty file. "
            "There is nothing in it.",
            "Some parts of the file could not be read. Page 3 could not be read. It has no page 3. a.zip: b.txt: The "
            "file is empty. There is nothing in it.",
        ),
        ("Empty file. Nothing, {0}.", "The file is empty. It is found by its name. Nothing needs doing."),
        ("/{docs} is part of it now and is not read again.", "/{docs} is part of it now and is not read again."),
        (
            "Until m is on this machine, files are found by names and words: hunch models fetch m",
            "Until m is on this computer, files are found by names and words. Get it on the Models page.",
        ),
        ("The engine stopped. It was tried 8 times.", "Hunch’s engine stopped again and again. Its log says more."),
        (
            "/d: The engine could not be started. Install Hunch again (gone). It was tried 8 times.",
            "d: The part of Hunch that searches could not be started. Try again. If that does not help, its log says "
            "more.",
        ),
        ("", ""),
    ],
)
def test_the_engine_is_said_in_the_windows_words(engine: str, window: str) -> None:
    assert told(engine) == window


def test_the_engine_is_said_in_the_persons_language(qapp: QCoreApplication) -> None:
    german = QTranslator()
    assert german.load(str(FOLDER / "hunch_de.qm"))
    qapp.installTranslator(german)
    try:
        assert told("No folder here is called “Flt”; all were searched.") == (
            "Kein Ordner hier heißt „Flt“; alle wurden durchsucht."
        )
        assert told("a.pdf: It is not a complete PDF.") == "a.pdf: Das PDF ist nicht vollständig."
    finally:
        qapp.removeTranslator(german)
