"""Forms that people fill in again and again: ``{slots}`` are what is not alike in all of them, ``$slots`` in names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_RANGES = {"amount": (8, 2_900), "large": (12_000, 98_000), "n": (2, 48), "small": (-3, 24), "pct": (3, 97)}
_FORMS = Path(__file__).with_name("forms.txt")
_PEOPLE = (
    "Anna Lindqvist", "Tom Hartwell", "Priya Raman", "Jonas Weber", "Maria Costa", "Ewan McBride", "Chloe Dubois",
    "Hakan Yilmaz", "Sofia Rossi", "Peter Novak", "Grace Okafor", "Lars Nielsen", "Hanna Kowalska", "Oliver Grant",
    "Yuki Tanaka", "Elena Petrova", "Sam Fielding", "Nadia Haddad", "Karl Brandt", "Ines Moreau",
)  # fmt: skip
_STREETS = (
    "Mill Lane", "Station Road", "Harbour Street", "Church Walk", "Orchard Close", "Bridge Street", "Lindenweg",
    "Gartenstrasse", "Kirchgasse", "Rue des Lilas", "Via Roma", "Park Avenue", "Castle Hill", "Meadow View",
)  # fmt: skip
_TOWNS = ("Bristol", "Leeds", "Freiburg", "Kassel", "Lyon", "Ghent", "Padua", "Malmö", "Exeter", "Perth", "Norwich")
_GOODS = (
    "gutter cleaning", "boiler service", "oak floorboards", "interior paint", "roof inspection", "printer toner",
    "office chairs", "garden fence panels", "window seals", "radiator valve", "door hinges", "carpet tiles",
    "extension lead", "wall anchors", "smoke detector", "kitchen tap", "garden hose", "ceiling lamp", "shower head",
)  # fmt: skip
_FIRMS = (
    "Northgate Joinery", "Bluebell Dental", "Falk & Sohn", "Riverside Cycles", "Alder Publishing", "Mistral Voyages",
    "Quay Street Books", "Hofmann Optik", "Greenfield Nursery", "Tidewater Surveyors", "Lantern Theatre",
)  # fmt: skip


_WORDS = {
    "updown": ("more", "less"), "street": _STREETS, "town": _TOWNS, "goods": _GOODS, "letter": tuple("ABCDEFG"),
    "job": ("editor", "translator", "bookkeeper", "designer", "sales assistant"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """``series``: which kind of form it is; ``title`` is the heading of the document."""

    series: str
    name: str
    title: str
    body: str


def forms() -> list[Form]:
    """All of ``forms.txt``: a line ``== series | name | title`` above each text."""
    found = []
    for part in _FORMS.read_text(encoding="utf-8").removeprefix("== ").split("\n== "):
        head, _, body = part.partition("\n")
        series, name, title = head.split(" | ")
        found.append(Form(series, name, title, body.strip()))
    return found


class Filled:
    """The slots of one filled-in form: a person, a date and so on for each; the first of a kind may be in the name."""

    def __init__(self, random: Random, number: int) -> None:
        self._random = random
        self._month, self.year = number % 12, 2021 + number // 12
        self.number = f"{self.year}-{random.randint(10, 9999):04}"
        self.person, self.firm = (options[number % len(options)] for options in (_PEOPLE, _FIRMS))

    @property
    def month(self) -> str:
        return MONTHS[self._month]

    @property
    def mm(self) -> str:
        return f"{self._month + 1:02}"

    def text(self, written: str) -> str:
        """``written`` with every slot filled in; most have another value each time they occur."""
        parts = written.split("{")
        return parts[0] + "".join(f"{self._value(slot)}{rest}" for slot, rest in (p.split("}", 1) for p in parts[1:]))

    def name(self, pattern: str) -> str:
        """A file's name."""
        for slot in ("number", "month", "year", "mm", "person", "firm"):
            pattern = pattern.replace(f"${slot}", str(getattr(self, slot)))
        return pattern

    def _value(self, slot: str) -> str:
        random = self._random
        if slot in ("number", "month", "year", "person", "firm"):
            return str(getattr(self, slot))
        if slot == "date":
            return f"{random.randint(1, 28)} {self.month} {self.year}"
        if slot in _WORDS:
            return random.choice(_WORDS[slot])
        low, high = _RANGES[slot]
        number = random.randint(low, high)
        ending = {"amount": f".{random.randint(0, 99):02}", "small": f".{random.randint(0, 9)}"}.get(slot, "")
        return (f"{number:,}" if slot == "large" else str(number)) + ending
