"""Text in pictures: how much of a page's words is found, how long it takes, what the child costs.

    python -m benchmarks.ocr [--pages 4] [--seconds 120]

Pages of the PDFs of the sample library are drawn at 100, 150 and 200 dpi, straight and turned by 2 degrees, and read
as pictures; the truth is the text PDFium finds on the page. Then photos without text, and the first picture of a new
child, which pays for loading the models.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import psutil
import pypdfium2
from PIL import Image

from benchmarks.data import SHARED
from benchmarks.extraction import recall, words
from indexer.extractor import OcrReader
from indexer.paths import to_text

_LIBRARY = Path(__file__).resolve().parent.parent / "resources" / "library"
_DPI = (100, 150, 200)
_TURNS = (0, 2)
_PAGE_WORDS = 50


def _pages(limit: int) -> list[tuple[Path, int, str]]:
    """(file, index, text) of pages that hold a good deal of text."""
    found = []
    for path in sorted(_LIBRARY.rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as pdf:
            for index in range(len(pdf)):
                text = pdf[index].get_textpage().get_text_range()
                if words(text).total() >= _PAGE_WORDS:
                    found.append((path, index, text))
    return found[:: max(1, len(found) // limit)][:limit]


def _drawn(path: Path, index: int, dpi: int, turn: int) -> Image.Image:
    with pypdfium2.PdfDocument(path) as pdf:
        page: Image.Image = pdf[index].render(scale=dpi / 72).to_pil().convert("RGB")
    return page.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white") if turn else page


def _timed(reader: OcrReader, path: Path) -> tuple[float, str]:
    started = time.perf_counter()
    found = reader.read(to_text(str(path)), "picture")
    return time.perf_counter() - started, "\n".join(passage.text for passage in found.passages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=120.0, help="deadline of one page")
    arguments = parser.parse_args()
    reader = OcrReader(arguments.seconds, 4096)
    pages = _pages(arguments.pages)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        Image.new("RGB", (600, 800), "white").save(picture)
        print(f"first picture of a new child (no text): {_timed(reader, picture)[0]:.2f} s")
        print("dpi  turned  words found (mean, lowest)  seconds a page (median)")
        for dpi in _DPI:
            for turn in _TURNS:
                shares, seconds = [], []
                for path, index, text in pages:
                    _drawn(path, index, dpi, turn).save(picture)
                    spent, found = _timed(reader, picture)
                    shares.append(recall(words(text), words(found)))
                    seconds.append(spent)
                print(f"{dpi:3}  {turn:6}  {statistics.mean(shares):.3f}, {min(shares):.3f}"
                      f"                {statistics.median(seconds):6.2f}", flush=True)  # fmt: skip
        _report_photos(reader, picture)
    for child in psutil.Process().children(recursive=True):
        print(f"the child's memory afterwards: {child.memory_info().rss >> 20} MB resident")
    reader.close()


def _report_photos(reader: OcrReader, scratch: Path) -> None:
    seconds = []
    for path in sorted((SHARED / "clip-known-answers").rglob("*.jpg"))[:10]:
        with Image.open(path) as photo:
            scale = 4000 / max(photo.size)
            photo.resize((round(photo.width * scale), round(photo.height * scale))).save(scratch)
        spent, text = _timed(reader, scratch)
        if not text:
            seconds.append(spent)
    if seconds:
        print(f"photo of 4000 pixels without text: {statistics.median(seconds):.2f} s (median of {len(seconds)})")


if __name__ == "__main__":
    main()
