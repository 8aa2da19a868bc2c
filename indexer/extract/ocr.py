"""``python -m indexer.extract.ocr``: the child that reads text in pictures and scanned pages.

Request: ``path``, ``kind`` and ``page`` (None for a picture of one page). Reply: ``lines`` in reading order, each with
``text``, ``box`` (x, y, width, height in fractions of the upright picture) and ``score``, and their ``passages``.
"""

from __future__ import annotations

import logging
import sys
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.blocks import flat
from indexer.extract.ocr_layout import TextLine, box_of, in_reading_order, passages
from indexer.extract.picture import is_svg, opened
from indexer.extract.picture_open import fitting, scaled, upright, weigh
from indexer.extract.sniff import true_kind
from indexer.extract.source import Source
from indexer.extract.worker import settled
from indexer.paths import from_text
from models.frames import Header
from models.serve import serve

_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx", "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx", "Rec": "PP-OCRv6_rec_small.onnx",
}  # fmt: skip
_LIKELY = 0.5
"""Score a line must have."""
_FEW = 8
"""Places up to which it is tried whether they can be read at all: windows and leaves look like text from afar."""
_SURE = 0.9
"""The same for a single letter or digit, which much is taken for."""


def read_text(source: Source, kind: str, page: int | None) -> tuple[list[TextLine], tuple[int, int]]:
    """Lines of text in a picture or a page (from 1), and (width, height) of what they were found in.

    Raises KnownError as the readers of pictures and PDF do; ``model_missing`` without rapidocr's models.
    """
    kind = true_kind(source, kind)
    if kind == "pdf":
        picture = _drawn_page(source, page or 1)
    elif kind != "picture":
        raise KnownError("unsupported", "Text is read from pictures and scanned pages only.")
    elif is_svg(source):
        raise KnownError("unsupported", "The text of a drawing is known without reading its picture.")
    else:
        picture = _picture(source, page or 1)
    return find_lines(picture), picture.size


def find_lines(picture: Image.Image) -> list[TextLine]:
    """Text in an upright RGB picture, in no particular order. Where a first look finds none, it is all there is."""
    glance = scaled(picture, fitting(picture.size, limits.OCR_GLANCE_SIDE, limits.OCR_GLANCE_SIDE))
    directions = _directions(glance)
    if not directions:
        return []
    lines = _recognised(picture)
    if 2 * directions.count("180") >= len(directions):
        turned = [_turned(line, picture.size) for line in _recognised(picture.transpose(Image.Transpose.ROTATE_180))]
        lines = max(lines, turned, key=_worth)
    return [line for line in lines if line.score >= (_LIKELY if _letters(line) > 1 else _SURE) and _letters(line)]


def _directions(picture: Image.Image) -> list[str]:
    """For each place where there seems to be text, ``0`` or, where it seems to stand on its head, ``180``."""
    from rapidocr.main import RapidOCRError

    engine = _engine()
    try:
        pieces, _ = engine.detect_and_crop(*engine.preprocess_img(_pixels(picture)))
    except RapidOCRError:
        # That is how it says that there is no text.
        return []
    pieces, turned = engine.cls_and_rotate(pieces)
    if len(pieces) <= _FEW and max(engine.recognize_txt(pieces).scores) < _LIKELY:
        return []
    return [direction for direction, _ in turned.cls_res]


def _recognised(picture: Image.Image) -> list[TextLine]:
    # Not line by line: the classifier of directions turns one in fifty of an upright page on its head.
    found = _engine()(_pixels(picture), use_det=True, use_cls=False, use_rec=True, text_score=0.0)
    lines = []
    for text, corners, score in zip(found.txts, found.boxes.tolist(), found.scores, strict=True) if len(found) else ():
        first, second, third, fourth = ((float(x), float(y)) for x, y in corners)
        lines.append(TextLine(flat(text), (first, second, third, fourth), float(score)))
    return lines


def _turned(line: TextLine, size: tuple[int, int]) -> TextLine:
    first, second, third, fourth = ((size[0] - x, size[1] - y) for x, y in line.corners)
    return TextLine(line.text, (first, second, third, fourth), line.score)


def _worth(lines: list[TextLine]) -> float:
    return sum(line.score * _letters(line) for line in lines if line.score >= _LIKELY)


def _letters(line: TextLine) -> int:
    return sum(character.isalnum() for character in line.text)


def answer(request: Header) -> tuple[Header, bytes]:
    """The reply to one request: ``ok`` or ``error``; there is no payload."""
    path, kind, page = request.get("path"), request.get("kind"), request.get("page")
    if not isinstance(path, str) or not isinstance(kind, str | None) or not isinstance(page, int | None):
        return {"error": {"code": "io_error", "message": "The request names no file."}}, b""

    def read() -> tuple[Header, bytes]:
        source = Source.of_file(from_text(path))
        try:
            lines, size = read_text(source, kind or kind_of(source.name), page)
        finally:
            source.check_unchanged()
        return {"ok": _plain(lines, size, page)}, b""

    return settled(read)


def _plain(lines: list[TextLine], size: tuple[int, int], page: int | None) -> dict[str, Any]:
    ordered = [line for rows in in_reading_order(lines) for row in rows for line in row]
    return {
        "lines": [{"text": line.text, "box": box_of(line, size), "score": line.score} for line in ordered],
        "passages": [{"text": p.text, "locator": dict(p.locator)} for p in passages(lines, size, page)],
    }


def _drawn_page(source: Source, page: int) -> Image.Image:
    try:
        with source.open() as stream, pypdfium2.PdfDocument(stream) as pdf:
            if not 1 <= page <= len(pdf):
                raise KnownError("damaged", f"It has no page {page}.")
            shown = pdf[page - 1]
            scale = min(limits.OCR_DPI / 72, limits.OCR_SIDE / max(*shown.get_size(), 1.0))
            picture: Image.Image = shown.render(scale=scale).to_pil().convert("RGB")
            shown.close()
            return picture
    except pypdfium2.PdfiumError as error:
        raise KnownError("damaged", f"Its page {page} cannot be drawn.") from error


def _picture(source: Source, page: int) -> Image.Image:
    with opened(source) as (image, _):
        if page > 1:
            image.seek(page - 1)
            weigh(image)
        return upright(image, limits.OCR_SIDE, limits.OCR_SIDE)


def _pixels(picture: Image.Image) -> Any:
    # OpenCV's order: blue, green, red.
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


@cache
def _engine() -> Any:
    """RapidOCR with the models of its own wheel; it downloads what it is not given, so it is given everything."""
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec is not None and spec.origin else Path()
    for name in _MODELS.values():
        if not (folder / name).is_file():
            raise KnownError("model_missing", f"{name} of the package rapidocr is not there. Install Hunch anew.")
    import rapidocr
    from rapidocr.utils.download_file import DownloadFile

    download: Any = DownloadFile
    download.run = _refuse_download
    paths = {f"{part}.model_path": str(folder / name) for part, name in _MODELS.items()}
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": limits.OCR_SIDE, **paths})


def _refuse_download(wanted: Any) -> None:
    raise KnownError("model_missing", f"{Path(wanted.save_path).name} is missing. Install Hunch anew.")


def main() -> int:
    """Run the child: returns its exit status."""
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.CRITICAL)
    serve(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
