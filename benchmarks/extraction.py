"""Extraction over the shared documents: what becomes of every file, how fast, and how complete the text is.

    python benchmarks/extraction.py [--documents FOLDER] [--seconds 60] [--memory-mb 1024] [--worst 15]

First every file goes through the worker process as in the product: a table of outcomes by kind and code, the slowest
files, the worker's peak memory. Then, for files with a Markdown file that shows what a good extraction holds
(docling's groundtruth, markitdown's expected outputs), the share of its words that our text contains: words as a
multiset, case-folded, NFKC, a Chinese, Japanese or Korean character being a word; markup, numbers of lists, link
targets and formulas are taken out of the Markdown first.
"""

from __future__ import annotations

import argparse
import html
import re
import resource
import statistics
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.data import SHARED, existing
from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from indexer.extractor import Extractor
from indexer.paths import to_text

_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL), " "),
    (re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r" \1 "),
    (re.compile(r"\\([_*#\[\]()`~<>|-])"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>]*>"), " "),
    (re.compile(r"^\s*\d+\.\s", re.MULTILINE), " "),
    (re.compile(r"[*`#|~]|^\s*[-+]\s|^\s*-+\s*$|(?<!\w)_|_(?!\w)", re.MULTILINE), " "),
)
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


def words(text: str) -> Counter[str]:
    """The words of ``text`` and how often each occurs."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def strip_markdown(text: str) -> str:
    """The text a reader of rendered Markdown sees, without formulas."""
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return html.unescape(text)


def recall(wanted: Counter[str], found: Counter[str]) -> float:
    """Share of the wanted words that were found, from 0 to 1. ``wanted`` must not be empty."""
    return (wanted & found).total() / wanted.total()


def truth_pairs(documents: Path) -> list[tuple[Path, Path]]:
    """(document, Markdown of it) for every document that has one."""
    pairs = []
    for truth in sorted(documents.glob("docling/*/groundtruth/*.md")):
        name = truth.name.removesuffix(".md")
        folder = truth.parent.parent
        found = [
            path
            for place in (folder / "sources", folder)
            if place.is_dir()
            for path in sorted(place.iterdir())
            if path.is_file() and (path.name == name or path.stem == name)
        ]
        pairs += [(found[0], truth)] if found else []
    tests = documents / "markitdown/markitdown/tests/test_files"
    for truth in sorted((tests / "expected_outputs").glob("*.md")):
        source = tests / f"{truth.stem}.pdf"
        pairs += [(source, truth)] if source.is_file() else []
    return pairs


def quality(documents: Path, worst: int) -> None:
    """Print the share of words found, by kind, and the files with the smallest."""
    shares: dict[str, list[tuple[float, Path]]] = defaultdict(list)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    missing: dict[Path, str] = {}
    pairs = truth_pairs(documents)
    without_words = 0
    for source, truth in pairs:
        wanted = words(strip_markdown(truth.read_text("utf-8")))
        if not wanted:
            # Nothing to find would count as all found.
            without_words += 1
            continue
        try:
            document = read_any(Source.of_file(source), Budget())
            text = "\n".join([document.title or "", *(block.text for block in document.blocks)])
        except KnownError as error:
            text, missing[source] = "", error.code
        found, kind = words(text), kind_of(source.name)
        shares[kind].append((recall(wanted, found), source))
        totals[kind].update(wanted=wanted.total(), found=(wanted & found).total())
        lost = (wanted - found).most_common(8)
        missing.setdefault(source, " ".join(f"{word}x{count}" for word, count in lost))
    truths = len(list(documents.glob("docling/*/groundtruth/*.md")))
    print(f"\nWords found of the Markdown beside the document: {len(pairs) - without_words} pairs compared,")
    print(f"{without_words} left out for a Markdown file without words; docling has {truths} such files in all,")
    print("those without their document among ours cannot be compared")
    print(f"{'kind':10}{'files':>6}{'median':>8}{'mean':>8}{'least':>8}{'words':>8}{'pooled':>8}")
    for kind, found_shares in sorted(shares.items()):
        values = [share for share, _ in found_shares]
        pooled = totals[kind]["found"] / totals[kind]["wanted"]
        print(
            f"{kind:10}{len(values):6}{statistics.median(values):8.3f}{statistics.mean(values):8.3f}"
            f"{min(values):8.3f}{totals[kind]['wanted']:8}{pooled:8.3f}"
        )
    print("\nSmallest shares, and words that are missing")
    for share, path in sorted(pair for each in shares.values() for pair in each)[:worst]:
        print(f"{share:6.3f} {path.relative_to(documents)}: {missing[path]}")


def outcomes(documents: Path, seconds: float, memory_mb: int, worst: int) -> None:
    """Print what becomes of every file in the worker process."""
    counts: Counter[tuple[str, str]] = Counter()
    notes: Counter[str] = Counter()
    times: list[tuple[float, Path]] = []
    failed: dict[str, list[Path]] = defaultdict(list)
    characters = 0
    extractor = Extractor(seconds, memory_mb)
    begin = time.perf_counter()
    try:
        for path in sorted(documents.rglob("*")):
            if not path.is_file():
                continue
            kind = kind_of(path.name)
            start = time.perf_counter()
            try:
                extracted = extractor.read(to_text(str(path)), kind)
                code = "ok"
                characters += sum(len(passage.text) for passage in extracted.passages)
                notes.update(note.code for note in extracted.notes)
            except KnownError as error:
                code = error.code
                failed[code].append(path)
            times.append((time.perf_counter() - start, path))
            counts[kind, code] += 1
    finally:
        extractor.close()
    elapsed = time.perf_counter() - begin
    print(f"{len(times)} files, {characters:,} characters of passages, {elapsed:.1f} s in all")
    print(f"largest resident size of the worker: {_peak_of_children() / limits.MIB:.0f} MB (the system's own count)")
    print(f"\n{'kind':10}{'files':>6}{'ok':>6}  other outcomes")
    for kind in sorted({kind for kind, _ in counts}):
        codes = {code: count for (each, code), count in sorted(counts.items()) if each == kind}
        others = ", ".join(f"{code} {count}" for code, count in codes.items() if code != "ok")
        print(f"{kind:10}{sum(codes.values()):6}{codes.get('ok', 0):6}  {others}")
    print("\nAll outcomes: " + ", ".join(f"{code} {n}" for code, n in Counter(_by_code(counts)).most_common()))
    print("Notes: " + ", ".join(f"{code} {count}" for code, count in notes.most_common()))
    for code in ("damaged", "crashed", "timed_out", "out_of_memory", "io_error", "hostile"):
        for path in failed[code]:
            print(f"  {code}: {path.relative_to(documents)}")
    print("\nSlowest files, seconds")
    for duration, path in sorted(times, reverse=True)[:worst]:
        print(f"{duration:7.2f} {path.relative_to(documents)}")


def _peak_of_children() -> int:
    """Bytes. The parent only looks at a worker now and then, which misses most files; the system misses none."""
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return largest if sys.platform == "darwin" else largest * 1024


def _by_code(counts: Counter[tuple[str, str]]) -> dict[str, int]:
    codes: dict[str, int] = defaultdict(int)
    for (_, code), count in counts.items():
        codes[code] += count
    return codes


def main() -> None:
    parser = argparse.ArgumentParser(description="What extraction makes of the shared documents.")
    parser.add_argument("--documents", type=Path, default=SHARED / "documents")
    parser.add_argument("--seconds", type=float, default=limits.KILL_SECONDS, help="deadline of one file")
    parser.add_argument("--memory-mb", type=int, default=limits.MEMORY_MB)
    parser.add_argument("--worst", type=int, default=15, help="files to name in the lists of the worst")
    arguments = parser.parse_args()
    outcomes(existing(arguments.documents), arguments.seconds, arguments.memory_mb, arguments.worst)
    quality(arguments.documents, arguments.worst)


if __name__ == "__main__":
    main()
