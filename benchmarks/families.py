"""Families: pairwise precision and recall on made versions among hard negatives, and time for 100,000 files.

    python -m benchmarks.families [--files 100000] [--json FILE]

Two sets are written to disk and indexed as ``hunch index`` does, text in pictures included: ``chosen``, on which the
thresholds of ``indexer.families`` were chosen, and ``other``, of other prose, other forms and another seed, which is
the one to look at. Beside it what is usually done: single links of MinHash above a fixed share of shingles (and, for
pictures, of perceptual hashes within 8 bits). The model for drawn objects looks at the pictures; meaning plays no part.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import apsw
import numpy as np

from benchmarks.background import load_now
from benchmarks.corpora import load
from benchmarks.family_library import Library, Made
from benchmarks.family_texts import Filled, forms
from indexer.engine import Engine
from indexer.families import families_of_library, group, near
from indexer.families.join import Joined
from indexer.families.known import load as load_known
from indexer.paths import to_text
from indexer.runtime import Places
from indexer.settings import change
from indexer.store import roots
from indexer.store.connection import close_writer, open_reader, open_writer, transaction
from indexer.store.sketches import Sketcher
from models.image_catalogue import DRAWN_IMAGE_MODEL
from models.store import ModelStore

SETS: dict[str, tuple[tuple[str, ...], int, int]] = {
    "chosen": (("cisi", "medline"), 1, 0), "other": (("nq-utd", "cranfield"), 2, 1),
}
"""Collections the prose is of, seed, and which half of the forms."""
_NOT_HERE = "nomic-embed-text-v1.5"
_RESULTS = 200
_USUAL = (0.5, 0.8)

Found = dict[str, int]
"""Family by path."""


def index(folder: Path, data: Path) -> Path:
    """The index of everything in ``folder``."""
    places = Places(data)
    places.create()
    ModelStore(places.models).obtain_offline(DRAWN_IMAGE_MODEL)
    # A text model that is not here: what passages mean plays no part, and would take longest.
    change(places.settings, picture_model=DRAWN_IMAGE_MODEL, text_model=_NOT_HERE)
    engine = Engine(places, partial(print, file=sys.stderr))
    try:
        engine.index([to_text(str(folder))], lambda step: None, threading.Event())
    finally:
        engine.close()
    return places.index_db


def ours(connection: apsw.Connection) -> Found:
    """What the product finds."""
    families = enumerate(families_of_library(connection))
    return {member.path: number for number, family in families for member in family.members}


def usual(connection: apsw.Connection, least: float) -> Found:
    """Single links of texts with ``least`` of their shingles in common, and of pictures that look alike."""
    files = load_known(connection)
    joined = Joined(len(files.ids), ())
    first, second, share = near.texts(files.sketches)
    for one, other in zip(first[share >= least].tolist(), second[share >= least].tolist(), strict=True):
        if files.sketches["shingles"][one]:
            joined.join(one, other)
    pictures = np.flatnonzero(files.views >= 0)
    for one, other in zip(*near.pictures(files.hashes[pictures]), strict=True):
        joined.join(int(pictures[one]), int(pictures[other]))
    return {files.paths[place]: number for number, places in enumerate(joined.groups()) for place in places}


def rates(made: Sequence[Made], found: Found, folder: Path) -> dict[str, dict[str, float]]:
    """Pairwise precision and recall over all and by kind of family, recall by how the version was made."""
    family = {one.path: found.get(to_text(str(folder / one.path)), -1 - number) for number, one in enumerate(made)}
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one, other in combinations(made, 2):
        together, same = family[one.path] == family[other.path], one.family == other.family
        if not together and not same:
            continue
        counted = right if together and same else wrong if together else missed
        counted.update({"all", f"of {one.kind}", f"of {other.kind}"})
        if same and one.how == "base":
            counted[f"by {other.how}"] += 1
    return {
        name: {
            "precision": right[name] / max(1, right[name] + wrong[name]),
            "recall": right[name] / max(1, right[name] + missed[name]), "pairs": right[name] + missed[name],
        }
        for name in sorted({*right, *wrong, *missed}, key=lambda name: (name != "all", name))
    }


def made_up(path: Path, count: int) -> None:
    """An index of ``count`` files: sketches of recombined prose and of forms, every tenth twice, and pictures."""
    random = Random(3)
    prose = [word for name in ("cisi", "medline") for row in load(name).documents for word in row["text"].split()]
    written = forms()
    connection = open_writer(path)
    try:
        root = roots.add_root(connection, "/made")
        rows: list[tuple[int, str, bytes | None, int | None]] = []
        sketch = b""
        while len(rows) < count:
            number = len(rows)
            if number % 5 == 4:
                rows.append((number, f"IMG_{number}.jpg", None, random.getrandbits(64) - (1 << 63)))
                continue
            if number % 10:
                filled, form = Filled(random, number), written[number % len(written)]
                starts = random.sample(range(len(prose) - 60), 4)
                text = filled.text(form.body) if number % 10 < 2 else " ".join(
                    word for start in starts for word in prose[start : start + 60]
                )
                sketcher = Sketcher()
                sketcher.step("", text)
                sketch = sketcher.final() or b""
            rows.append((number, f"{number}.txt", sketch, None))
        with transaction(connection):
            connection.executemany(
                "INSERT INTO file (id, root_id, path, folder, name, kind, size, mtime_ns, inode, state, content_hash)"
                " VALUES (?1, ?2, '/made/' || ?3, '/made', ?3, iif(?4, 'picture', 'text'), 1000, ?1, ?1, 'ready', ?5)",
                ((n + 1, root.id, name, look is not None, n.to_bytes(8)) for n, name, _, look in rows),
            )
            connection.executemany(
                "INSERT INTO sketch (file_id, sketch) VALUES (?, ?)", ((n + 1, s) for n, _, s, _ in rows if s)
            )
            seen = [(n.to_bytes(8), look, n + 1) for n, _, _, look in rows if look is not None]
            connection.executemany("INSERT INTO view (hash, webp, phash) VALUES (?, x'', ?)", (one[:2] for one in seen))
            connection.executemany(
                "INSERT INTO chunk (file_id, seq, text, context, locator, text_hash, picture)"
                " VALUES (?2, 0, '', '', '{}', ?1, ?1)", ((digest, number) for digest, _, number in seen),
            )
    finally:
        close_writer(connection)


def times(path: Path, count: int) -> dict[str, float]:
    """Seconds for everything, and median milliseconds for the files of one list of results."""
    connection = open_reader(path)
    try:
        started = time.perf_counter()
        families = sum(1 for _ in families_of_library(connection))
        whole = time.perf_counter() - started
        random, each = Random(4), []
        for _ in range(50):
            some = random.sample(range(1, count + 1), _RESULTS)
            started = time.perf_counter()
            group(connection, some)
            each.append((time.perf_counter() - started) * 1_000)
        return {"library_s": whole, "families": families, "group_ms": float(np.median(each))}
    finally:
        connection.close()


def shown(named: Iterable[tuple[str, dict[str, float]]]) -> None:
    for name, rate in named:
        of = f"of {rate['pairs']:.0f} pairs"
        print(f"  {name:28} precision {rate['precision']:.3f}  recall {rate['recall']:.3f}  {of}", flush=True)


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000, help="files of the index that is timed")
    parser.add_argument("--json", type=Path, help="write the result here")
    options = parser.parse_args()
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="hunch-families-") as name:
        for label, (collections, seed, half) in SETS.items():
            folder = Path(name).resolve() / label
            library = Library(folder, collections, seed)
            library.documents(articles=30, letters=25, per_form=12, half=half)
            library.pictures(scenes=16)
            connection = open_reader(index(folder, Path(name) / f"{label}-data"))
            several = Counter(one.family for one in library.made)
            print(f"{label}: {len(library.made)} files, {sum(n > 1 for n in several.values())} families", flush=True)
            result[label] = rates(library.made, ours(connection), folder)
            shown(result[label].items())
            for least in _USUAL:
                rate = rates(library.made, usual(connection, least), folder)["all"]
                result[label][f"usual {least}"] = rate
                shown([(f"all, MinHash >= {least}", rate)])
            connection.close()
        path = Path(name) / "made.db"
        made_up(path, options.files)
        result["times"] = times(path, options.files)
    spent = result["times"]
    print(f"{options.files} files: {spent['families']} families in {spent['library_s']:.2f} s; "
          f"{_RESULTS} results grouped in {spent['group_ms']:.1f} ms; {load_now()}")
    if options.json:
        options.json.write_text(json.dumps({**result, "load": load_now()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
