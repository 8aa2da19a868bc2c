"""``python -m indexer.extract.page``: the child that draws pages and pictures for people to look at.

Request: ``path``, ``number`` (from 1), ``width`` in pixels, ``passage`` (its text is marked, may be empty). Reply:
``width``, ``height``, ``pages``, ``marks`` (left, top, width, height in pixels), and the picture as a PNG.
"""

from __future__ import annotations

import argparse
import io
import logging
import math
import sys
import warnings
from typing import Any, BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.page_marks import marks
from indexer.extract.picture import ANIMATED, is_svg, opened
from indexer.extract.picture_open import upright, upright_size, weigh
from indexer.extract.picture_svg import render_svg, unpacked
from indexer.extract.sniff import true_kind
from indexer.extract.source import Budget, Source
from indexer.extract.worker import limit_memory, settled
from indexer.paths import from_text
from models.frames import Header
from models.serve import serve

_PIXELS = 32_000_000
"""Pixels of a drawn page at most: a very long one is drawn smaller than asked for."""
_KEEPS_OPEN = sys.platform != "win32"
"""Windows neither deletes nor renames a file that somebody has open."""


class Drawer:
    """Draws. The document drawn last stays open, so that turning its pages is quick."""

    def __init__(self) -> None:
        self._source: Source | None = None
        self._stream: BinaryIO | None = None
        self._pdf: pypdfium2.PdfDocument | None = None

    def answer(self, request: Header) -> tuple[Header, bytes]:
        """The reply to one request: ``ok`` and a PNG, or ``error``."""
        path, number, width, passage = (request.get(name) for name in ("path", "number", "width", "passage"))
        if not (isinstance(path, str) and isinstance(passage, str) and isinstance(number, int) and number > 0
                and isinstance(width, int) and width > 0):
            return {"error": {"code": "io_error", "message": "The request names no page."}}, b""

        def draw() -> tuple[Header, bytes]:
            image, found = self.draw(Source.of_file(from_text(path)), number, width, passage)
            png = io.BytesIO()
            image.save(png, "PNG", compress_level=1)
            return {"ok": {"width": image.width, "height": image.height, **found}}, png.getvalue()

        try:
            return settled(draw)
        finally:
            if not _KEEPS_OPEN:
                self.close()

    def draw(self, source: Source, number: int, width: int, passage: str) -> tuple[Image.Image, dict[str, Any]]:
        """The page and what else the reply tells of it.

        Raises KnownError as the readers of pictures and PDF do, ``unsupported`` for everything else.
        """
        kind = true_kind(source, kind_of(source.name))
        if kind == "pdf":
            return self._page(source, number, width, passage)
        self.close()
        if kind != "picture":
            raise KnownError("unsupported", "Only PDF and pictures can be shown as they look.")
        if is_svg(source):
            data = unpacked(source, Budget()).read(limits.SVG_BYTES)
            return render_svg(data, width=width, pixels=_PIXELS)[0], {"pages": 1, "marks": []}
        return _picture(source, number, width)

    def close(self) -> None:
        """Let go of the document."""
        if self._pdf is not None:
            self._pdf.close()
        if self._stream is not None:
            self._stream.close()
        self._source = self._stream = self._pdf = None

    def _page(
        self, source: Source, number: int, width: int, passage: str
    ) -> tuple[Image.Image, dict[str, Any]]:
        pdf = self._opened(source)
        if number > len(pdf):
            raise _no_page(number)
        try:
            page = pdf[number - 1]
        except pypdfium2.PdfiumError as error:
            raise _broken(number) from error
        try:
            points = page.get_width(), page.get_height()
            # A trace less, since PDFium's helper rounds up.
            scale = width * (1 - 1e-6) / max(points[0], 1.0)
            scale *= min(1.0, math.sqrt(_PIXELS / max(1.0, points[0] * points[1] * scale * scale)))
            image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
            found = []
            if passage.strip():
                text_page = page.get_textpage()
                found = marks(page, text_page, passage, image.size)
                text_page.close()
        except pypdfium2.PdfiumError as error:
            raise _broken(number) from error
        finally:
            page.close()
        return image, {"pages": len(pdf), "marks": found}

    def _opened(self, source: Source) -> pypdfium2.PdfDocument:
        # Equal only while the file is the same and unchanged.
        if self._pdf is not None and self._source == source:
            return self._pdf
        self.close()
        stream = source.open()
        try:
            pdf = pypdfium2.PdfDocument(stream)
        except pypdfium2.PdfiumError as error:
            stream.close()
            if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise KnownError("encrypted", "Open it with another program to give its password.") from error
            raise KnownError("damaged", "It is not a complete PDF.") from error
        # What was filled into forms is drawn only then.
        pdf.init_forms()
        self._source, self._stream, self._pdf = source, stream, pdf
        return pdf


def _picture(source: Source, number: int, width: int) -> tuple[Image.Image, dict[str, Any]]:
    with opened(source) as (image, _):
        pages = _frames(image)
        if number > pages:
            raise _no_page(number)
        if number > 1:
            image.seek(number - 1)
            weigh(image)
        across, down = upright_size(image)
        scale = min(1.0, width / across, math.sqrt(_PIXELS / (across * down)))
        sides = max(1, round(across * scale)), max(1, round(down * scale))
        return upright(image, min(sides), max(sides)), {"pages": pages, "marks": []}


def _frames(image: Image.Image) -> int:
    """Pages or pictures of an animation; other formats keep previews and layers as frames."""
    try:
        if image.format == "TIFF" or (image.format in ANIMATED and getattr(image, "is_animated", False)):
            return int(getattr(image, "n_frames", 1))
    except Exception:
        # Pillow raises nearly anything on a broken end; the first one may be sound all the same.
        image.seek(0)
    return 1


def _no_page(number: int) -> KnownError:
    return KnownError("damaged", f"It has no page {number}.")


def _broken(number: int) -> KnownError:
    return KnownError("damaged", f"Its page {number} cannot be drawn.")


def main(memory_mb: int) -> int:
    """Run the child: returns its exit status."""
    limit_memory(memory_mb)
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.CRITICAL)
    serve(Drawer().answer)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m indexer.extract.page")
    parser.add_argument("--memory-mb", type=int, default=limits.MEMORY_MB, help="address space, megabytes")
    sys.exit(main(parser.parse_args().memory_mb))
