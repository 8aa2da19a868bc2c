"""Give scanned letters a name that says something.

The scanner calls everything ``scan0001.pdf``. This tool looks for a date in the text that the scanner has
recognised, for a known sender, and renames the file to ``2024-11-04 hartwell.pdf``. Nothing is ever overwritten:
if the name is taken, a letter is added.

    python rename_scans.py ~/scans --dry-run
"""

import argparse
import re
from datetime import date
from pathlib import Path

MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]
WRITTEN_DATE = re.compile(rf"\b(\d{{1,2}})\.? ({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)
SHORT_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")

SENDERS = {
    "hartwell": ["hartwell & pryce", "hartwell-pryce"],
    "nordkante": ["nordkante versicherung"],
    "council": ["westbrook borough council", "council tax"],
    "school": ["quay street primary"],
}


def find_date(text: str) -> date | None:
    """The first date in the text that exists in the calendar. 31 February is the scanner's mistake, not ours."""
    candidates = [
        (m.start(), int(m[3]), MONTHS.index(m[2].lower()) + 1, int(m[1])) for m in WRITTEN_DATE.finditer(text)
    ]
    candidates += [(m.start(), int(m[1]), int(m[2]), int(m[3])) for m in SHORT_DATE.finditer(text)]
    for _, year, month, day in sorted(candidates):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None


def find_sender(text: str) -> str:
    lowered = text.lower()
    return next((name for name, marks in SENDERS.items() if any(mark in lowered for mark in marks)), "unknown")


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """The wanted name, or the same with b, c, d ... when another letter of that day already has it."""
    for extra in ["", *(f" {letter}" for letter in "bcdefghijklmnopqrstuvwxyz")]:
        target = folder / f"{stem}{extra}{suffix}"
        if not target.exists():
            return target
    raise SystemExit(f"more than 26 letters called {stem}: please sort them by hand")


def main() -> None:
    options = argparse.ArgumentParser(description="Rename scanned letters by date and sender.")
    options.add_argument("folder", type=Path)
    options.add_argument("--dry-run", action="store_true", help="only say what would be done")
    chosen = options.parse_args()
    for scan in sorted(chosen.folder.glob("scan*.pdf")):
        recognised = scan.with_suffix(".txt")
        if not recognised.exists():
            print(f"{scan.name}: no recognised text beside it, left alone")
            continue
        text = recognised.read_text(encoding="utf-8", errors="replace")
        day = find_date(text)
        if day is None:
            print(f"{scan.name}: no date found, left alone")
            continue
        target = free_name(chosen.folder, f"{day.isoformat()} {find_sender(text)}", scan.suffix)
        print(f"{scan.name} -> {target.name}")
        if not chosen.dry_run:
            scan.rename(target)
            recognised.rename(target.with_suffix(".txt"))


if __name__ == "__main__":
    main()
