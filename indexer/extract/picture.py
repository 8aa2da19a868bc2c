"""Pictures: views for the picture model, and the words in their metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PIL import Image

from indexer.errors import KnownError
from indexer.extract import limits
from indexer.extract.blocks import Blocks
from indexer.extract.document import Document, Locator, Note, Shot
from indexer.extract.picture_open import exif_of, open_picture, upright, upright_size, weigh
from indexer.extract.picture_raw import SUFFIXES, container_exif, largest_preview
from indexer.extract.picture_svg import drawing_texts, render_svg, unpacked
from indexer.extract.picture_view import differing_bits, make_view, perceptual_hash
from indexer.extract.picture_words import read_shot, read_words, sentence
from indexer.extract.sniff import HEAD_BYTES, is_drawing
from indexer.extract.source import Budget, Source

_OTHER_FRAME_BITS = 10
"""Bits in which the hash of a frame differs from those kept before it becomes a view too."""
_DRAWINGS = (".svg", ".svgz")
ANIMATED = frozenset(("GIF", "WEBP", "PNG", "AVIF"))


def read_picture(source: Source, budget: Budget) -> Document:
    """Views with locator ``frame`` (animations) or ``page`` (TIFF of several pages, which are ``scans`` too).

    Raises KnownError ``damaged``, ``unsupported``, ``too_large``, ``hostile``.
    """
    if is_svg(source):
        return _read_drawing(unpacked(source, budget), budget)
    document = Document()
    with opened(source) as (image, raw):
        _read_opened(document, image, budget)
        if raw and document.shot is not None:
            shot = read_shot(raw, (document.shot.width, document.shot.height))
            document.shot = shot if shot.taken_at else document.shot
    return document


def is_svg(source: Source) -> bool:
    """Whether it is a drawing, packed or not: its text is in its elements."""
    return source.name.lower().endswith(_DRAWINGS) or is_drawing(source.head(HEAD_BYTES))


@contextmanager
def opened(source: Source) -> Iterator[tuple[Image.Image, Image.Exif | None]]:
    """A picture as by ``open_picture``, a raw file's preview with the raw file's own EXIF.

    Raises as ``read_picture`` does.
    """
    if source.size > limits.PICTURE_FILE_BYTES:
        raise KnownError("too_large", f"It is over {limits.PICTURE_FILE_BYTES // limits.MIB} MB.")
    with source.open() as stream:
        # A raw file's content looks like a TIFF: only its name tells.
        if not source.name.lower().endswith(SUFFIXES):
            with open_picture(stream, source.name) as image:
                yield image, None
            return
        with open_picture(io.BytesIO(largest_preview(source)), "preview.jpg") as image:
            raw = container_exif(stream)
            if raw and not exif_of(image):
                # Most previews carry no EXIF: which way is up, and who took it, only the raw file says.
                exif_of(image).update(raw)
            yield image, raw


def _read_opened(document: Document, image: Image.Image, budget: Budget) -> None:
    size = upright_size(image)
    words, shot = read_words(image), read_shot(exif_of(image), size)
    if image.format == "TIFF":
        _add_pages(document, image, budget)
    elif image.format in ANIMATED and getattr(image, "is_animated", False):
        _add_frames(document, image, budget)
    else:
        _add_upright(document, image, {})
    document.title, document.author, document.shot = words.title, words.author, shot
    document.created = shot.taken_at
    document.blocks = blocks = Blocks(budget)
    blocks.add("\n".join(filter(None, [words.title, *words.texts, sentence(shot)])))


def _add_pages(document: Document, image: Image.Image, budget: Budget) -> None:
    _add_upright(document, image, {})
    for number in range(2, limits.PICTURE_PAGES + 2):
        try:
            image.seek(number - 1)
        except EOFError:
            break
        if number > limits.PICTURE_PAGES or budget.full:
            document.notes.append(Note("cut_short", f"Only its first {number - 1} pages were read."))
            break
        document.pages = number
        try:
            weigh(image)
            _add_upright(document, image, {"page": number})
        except (KnownError, OSError, ValueError, SyntaxError) as error:
            reason = error.message if isinstance(error, KnownError) else "It is broken."
            document.notes.append(Note("partial", f"Page {number} could not be read. {reason}"))
    if document.pages:
        document.views[0] = replace(document.views[0], locator={"page": 1})
        document.scans = [int(view.locator["page"]) for view in document.views]


def _add_upright(document: Document, image: Image.Image, locator: Locator) -> None:
    size = upright_size(image)
    document.views.append(make_view(upright(image, limits.VIEW_SIDE, limits.VIEW_LONG_SIDE), size, locator))


def _add_frames(document: Document, image: Image.Image, budget: Budget) -> None:
    size = upright_size(image)
    kept: list[int] = []
    for number, frame in enumerate(_frames(image), start=1):
        mark = perceptual_hash(frame)
        if all(differing_bits(mark, other) > _OTHER_FRAME_BITS for other in kept):
            kept.append(mark)
            document.views.append(make_view(frame, size, {"frame": number}))
        if len(kept) == limits.FRAMES or budget.full:
            return


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    """The first frames, upright and of a view's size; ends without a word where a later one is broken."""
    yield upright(image, limits.VIEW_SIDE, limits.VIEW_LONG_SIDE)
    for index in range(1, limits.FRAMES_SEEN):
        try:
            image.seek(index)
            yield upright(image, limits.VIEW_SIDE, limits.VIEW_LONG_SIDE)
        except (OSError, EOFError, ValueError, SyntaxError, IndexError):
            return


def _read_drawing(source: Source, budget: Budget) -> Document:
    data = source.read(limits.SVG_BYTES)
    picture, size = render_svg(data)
    document = Document(shot=Shot(*size))
    document.title, texts = drawing_texts(data)
    document.blocks = blocks = Blocks(budget)
    blocks.add("\n".join(filter(None, [document.title, *texts])))
    document.views.append(make_view(picture, size, {}))
    return document
