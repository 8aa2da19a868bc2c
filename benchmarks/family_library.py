"""A folder of documents and pictures in several versions, among others that are much alike and yet are no versions.

Prose comes from the retrieval collections, forms from ``forms.txt``. What is true is told by ``Made.family``.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.corpora import load
from benchmarks.family_pictures import encoded, originals, versions
from benchmarks.family_texts import Filled, Form, forms
from indexer.extract.sentences import sentences
from tests.helpers.officefiles import docx, paragraph

_CONFUSED = {
    "o": "0", "l": "1", "i": "l", "e": "c", "c": "e", "s": "5", "a": "o", "n": "u", "u": "n", "t": "f", "h": "b",
    "0": "O", "1": "l", "2": "Z", "3": "8", "4": "A", "5": "S", "6": "b", "7": "1", "8": "B", "9": "g", "m": "rn",
    "g": "q", "y": "v", "r": "n", "d": "cl", "I": "l",
}  # fmt: skip
_MARKS = (
    "{} (1)", "{} - Copy", "{}_final", "{}_final_v3", "{} v2", "{}_draft", "{}_old", "{}-rev2", "Copy of {}",
    "{} - Kopie", "{} 2024-03-12", "{} new", "{}_signed", "{} (2)", "{}_v1.1", "20240615_{}", "{} draft 2", "{}",
)  # fmt: skip
_UNRELATED = ("Scan_{:04}", "Document{}", "download({})", "doc{:05}", "attachment-{}", "IMG_{}_text", "untitled {}")
_ENDINGS = (".txt", ".md", ".html", ".docx", ".pdf")
_LINE_CHARACTERS, _PAGE_LINES = 92, 52


@dataclass(frozen=True, slots=True)
class Made:
    """A file: its path below the folder, the family it belongs to, how it was made of the first one of that family.

    ``kind``: what the family is of: prose, letters, a series of forms, pictures.
    """

    path: str
    family: int
    how: str
    kind: str


@dataclass(slots=True)
class Text:
    """A document: a title and paragraphs."""

    title: str
    paragraphs: list[str]


class Library:
    """Writes files below ``folder``, always the same for a seed, and notes what they are."""

    def __init__(self, folder: Path, collections: Sequence[str], seed: int) -> None:
        self.made: list[Made] = []
        self._folder = folder
        self._random = Random(seed)
        rows = [row for name in collections for row in load(name).documents if len(row["text"].split()) > 40]
        self._random.shuffle(rows)
        self._prose = iter([row["text"] for row in rows])
        self._families = 0

    def documents(self, articles: int, letters: int, per_form: int, half: int) -> None:
        """Prose in versions and alone, and every second form (``half``: 0 or 1) filled in ``per_form`` times."""
        for number in range(articles):
            text = self._written(self._random.randint(4, 9))
            self._version_family("prose", self._name_of(text, number), text, self._random.randint(2, 4))
        for number in range(letters):
            text = self._written(1)
            self._version_family("letters", self._name_of(text, number), text, self._random.randint(1, 3))
        for number in range(articles):
            text = self._written(self._random.randint(3, 8))
            self._write("alone", self._next_family(), f"alone/{self._name_of(text, number)}", "base", text)
        for number in range(12):
            self._write("chapters", self._next_family(), f"book/chapter {number + 1}", "base", self._written(6))
            self._write("minutes", self._next_family(), f"board/minutes 2024-{number + 1:02}", "base", self._minutes())
            self._write("code", self._next_family(), f"code/module_{number}", "base", self._source(), ".py")
        for form in forms()[half::2]:
            self._series(form, per_form)

    def pictures(self, scenes: int) -> None:
        """Pictures in up to four versions each, see ``family_pictures.originals``."""
        make = versions(self._random)
        for number, (kind, picture) in enumerate(originals(self._random, scenes)):
            family, name = self._next_family(), f"IMG_{number:04}"
            self._put(kind, family, f"{name}.jpg", "base", encoded(picture, ".jpg", 92))
            for how in self._random.sample(list(make), self._random.randint(0, 3)):
                copy = self._random.choice((f"{name}_{how[:3]}", f"{self._random.randint(1, 999)}", f"{name} (1)"))
                version, ending, quality = make[how](picture)
                self._put(kind, family, f"web/{copy}{ending}", how, encoded(version, ending, quality))

    def _series(self, form: Form, count: int) -> None:
        """A form filled in ``count`` times, half of them in versions; every second one called as all others are."""
        folder = f"{form.name.replace('$', '')} {form.series}"
        for number in range(count):
            filled = Filled(self._random, number)
            title, body = filled.text(form.title), filled.text(form.body)
            name = f"{folder} {number}/{form.series[:-1]}" if number % 2 else f"{folder}/{filled.name(form.name)}"
            self._version_family(form.series, name, Text(title, body.split("\n\n")), 2 if number % 4 < 2 else 0)

    def _version_family(self, kind: str, name: str, text: Text, versions: int) -> None:
        family, ending = self._next_family(), self._random.choice(_ENDINGS)
        base = self._write(kind, family, name, "base", text, ending)
        hows = ["converted", "scan", "copy"]
        if kind in ("prose", "letters"):
            hows += ["draft", "longer", "figures"]
        for how in self._random.sample(hows, min(versions, len(hows))):
            self._version(kind, family, name, base, how, text, ending)

    def _version(self, kind: str, family: int, name: str, base: Path, how: str, text: Text, ending: str) -> None:
        random = self._random
        folder, _, stem = name.rpartition("/")
        unrelated = random.random() < 0.3
        stem = random.choice(_UNRELATED).format(random.randint(1, 999)) if unrelated else (
            random.choice(_MARKS).format(stem)
        )
        other = random.choice([one for one in _ENDINGS if one != ending])
        name = f"{random.choice((folder, 'downloads', 'mail'))}/{stem}" if folder else f"{family}/{stem}"
        if how == "copy":
            self._put(kind, family, name + ending, how, base.read_bytes())
        elif how == "converted":
            self._write(kind, family, name, how, text, other)
        elif how == "scan":
            noise = random.choice((0.01, 0.02, 0.03))
            scanned = Text(text.title, [self._noisy(part, noise) for part in text.paragraphs])
            self._write(kind, family, name, f"scan {noise:.0%}", scanned, ".pdf")
        elif how == "draft":
            self._write(kind, family, name, how, self._edited(text, random.choice((0.1, 0.2, 0.3))), ending)
        elif how == "longer":
            more = [self._paragraph() for _ in range(1 + len(text.paragraphs) // random.choice((2, 3)))]
            self._write(kind, family, name, how, Text(text.title, [*text.paragraphs, *more]), ending)
        else:
            self._write(kind, family, name, how, self._figures(text), random.choice((ending, other)))

    def _next_family(self) -> int:
        self._families += 1
        return self._families

    def _paragraph(self) -> str:
        return " ".join(next(self._prose).split())

    def _written(self, paragraphs: int) -> Text:
        parts = [self._paragraph() for _ in range(paragraphs)]
        words = [word.strip(".,;:()").capitalize() for word in parts[0].split()[:12] if len(word) > 3]
        return Text(" ".join(words[:4]), parts)

    def _name_of(self, text: Text, number: int) -> str:
        words = "".join(c if c.isalnum() or c == " " else "" for c in text.title)
        return self._random.choice(("_", " ", "-")).join(words.split()[:3]) or f"note {number}"

    def _minutes(self) -> Text:
        filled = Filled(self._random, self._random.randrange(12))
        head = filled.text(
            "Minutes of the board of the Mill Field Allotment Society, held on {date} in the club house. Present: Ruth "
            "Abernathy (chair), Daniel Osei (treasurer), Miriam Oyelaran, Jürgen Brandt. Apologies: none. The minutes "
            "of the last meeting were approved without changes."
        )
        end = "There was no other business. The chair closed the meeting and thanked everybody for coming."
        return Text("Minutes of the board", [head, self._paragraph(), self._paragraph(), end])

    def _source(self) -> Text:
        licence = (
            "# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and\n"
            "# associated documentation files (the Software), to deal in the Software without restriction, including\n"
            "# without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and sell\n"
            "# copies of the Software, and to permit persons to whom the Software is furnished to do so."
        )
        words = [w for w in self._paragraph().lower().split() if w.isidentifier()]
        lines = [f"def {a}_{b}({c}: int) -> int:\n    return {d}({c}) + {len(a)}\n" for a, b, c, d in
                 zip(words[::4], words[1::4], words[2::4], words[3::4], strict=False)]
        return Text("", [licence, "\n\n".join(lines)])

    def _edited(self, text: Text, share: float) -> Text:
        """About ``share`` of the sentences left out, written anew, or moved."""
        parts = []
        for part in text.paragraphs:
            kept = []
            for start, end in sentences(part):
                sentence = part[start:end]
                if self._random.random() >= share:
                    kept.append(sentence)
                    continue
                change = self._random.random()
                if change < 0.4:
                    kept.append(" ".join(self._paragraph().split()[: len(sentence.split())]))
                elif change < 0.7:
                    kept.insert(self._random.randint(0, len(kept)), sentence)
            parts.append(" ".join(kept))
        return Text(text.title, parts)

    def _figures(self, text: Text) -> Text:
        """Up to three words of the text are another number now, as when a date or an amount is corrected."""
        parts = list(text.paragraphs)
        for _ in range(3):
            at = self._random.randrange(len(parts))
            words = parts[at].split(" ")
            numbers = [place for place, word in enumerate(words) if any(c.isdigit() for c in word)]
            place = self._random.choice(numbers or range(len(words)))
            words[place] = str(self._random.randint(100, 9999))
            parts[at] = " ".join(words)
        return Text(text.title, parts)

    def _noisy(self, text: str, share: float) -> str:
        """The text as read from a scan, ``share`` of its characters read wrongly."""
        out = []
        for character in text:
            roll = self._random.random()
            if roll >= share:
                out.append(character)
            elif roll < share * 0.8:
                out.append(_CONFUSED.get(character, character.swapcase()))
            elif roll < share * 0.9:
                out.append(f"{character} ")
        return "".join(out)

    def _write(self, kind: str, family: int, name: str, how: str, text: Text, ending: str = "") -> Path:
        ending = ending or self._random.choice(_ENDINGS)
        return self._put(kind, family, name + ending, how, written(text, ending))

    def _put(self, kind: str, family: int, name: str, how: str, content: bytes) -> Path:
        path = self._folder / kind / name
        while path.exists():
            path = path.with_name(f"{self._random.randint(10, 99)} {path.name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.made.append(Made(str(path.relative_to(self._folder)), family, how, kind))
        return path


def written(text: Text, ending: str) -> bytes:
    """The document as a file."""
    if ending == ".docx":
        heading = paragraph(text.title, "Heading1")
        return docx(heading + "".join(paragraph(line) for part in text.paragraphs for line in part.split("\n")))
    if ending == ".pdf":
        return pdf(list(_pages(text)))
    if ending == ".html":
        parts = "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>\n" for part in text.paragraphs)
        return f"<html><body><h1>{html.escape(text.title)}</h1>\n{parts}</body></html>".encode()
    heading = f"# {text.title}\n\n" if ending == ".md" else f"{text.title}\n\n" if text.title else ""
    return (heading + "\n\n".join(text.paragraphs) + "\n").encode()


def _pages(text: Text) -> Iterator[str]:
    lines = [text.title, ""]
    for part in text.paragraphs:
        for line in part.split("\n"):
            lines += textwrap.wrap(line, _LINE_CHARACTERS)
        lines.append("")
    pages = [lines[at : at + _PAGE_LINES] for at in range(0, len(lines), _PAGE_LINES)]
    for number, shown in enumerate(pages, 1):
        marks = "".join(f"1 0 0 1 50 {780 - 14 * at} Tm ({_quoted(line)}) Tj\n" for at, line in enumerate(shown))
        yield f"BT /F1 11 Tf\n{marks}1 0 0 1 280 30 Tm (Page {number} of {len(pages)}) Tj\nET\n"


def _quoted(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pdf(contents: Sequence[str]) -> bytes:
    """A PDF with a page for each content stream, the font ``/F1`` in Windows' Latin encoding."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for content in contents:
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(places) + 1} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
