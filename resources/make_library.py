"""Make the documents of the sample library that are not plain text.

Every file below ``library_text/`` named ``<document>.md`` is turned into ``library/<document>``; the ending of
the document decides how. A folder whose name ends in ``.zip`` becomes an archive of what is made from it.
Dates are taken from the text, never from the clock, so a second run gives the same bytes.

    python -m resources.make_library            write the documents
    python -m resources.make_library --check    write nothing, fail when a document is missing or differs
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from resources.library_kinds import TEXTS, make_document, pack
from resources.library_markup import read_source

LIBRARY = TEXTS.with_name("library")


def make_archive(folder: Path) -> bytes:
    paths = sorted(folder.glob("*.md"))
    return pack({path.stem: make_document(path) for path in paths}, max(read_source(path).date for path in paths))


def documents() -> dict[Path, bytes]:
    """Every made document: its place in the library and its bytes."""
    made: dict[Path, bytes] = {}
    for path in sorted(TEXTS.rglob("*")):
        place = path.relative_to(TEXTS)
        if place.parts[0] == "attachments" or path.parent.suffix == ".zip":
            continue
        if path.suffix == ".zip":
            made[place] = make_archive(path)
        elif path.suffix == ".md":
            made[place.with_suffix("")] = make_document(path)
    return made


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--check", action="store_true", help="compare with the files that are there, write nothing")
    check = options.parse_args().check
    differing = 0
    for place, content in documents().items():
        target = LIBRARY / place
        if target.is_file() and target.read_bytes() == content:
            continue
        differing += 1
        print(f"{'differs' if check else 'written'}: {place.as_posix()}")
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return 1 if check and differing else 0


if __name__ == "__main__":
    sys.exit(main())
