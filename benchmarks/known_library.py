"""A made-up library of invoices, letters, mails, scans, code and pictures, and queries with the files that answer them.

Everything follows from a seed. Identifiers come in series, so that each has neighbours that differ by a digit or by
two digits in another order; names come in the styles of cameras, scanners, screenshots, programs and people.
"""

from __future__ import annotations

import fnmatch
import itertools
import posixpath
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.paths import fold

SEED = 20

_OCR = {"0": "O", "1": "lI", "5": "S", "8": "B", "2": "Z", "O": "0", "I": "1l", "S": "5", "B": "8", "l": "1", "o": "0"}
_WORDS = (
    "boiler", "lease", "kitchen", "balcony", "garden", "heating", "repair", "window", "roof", "insurance", "contract",
    "meeting", "budget", "travel", "ticket", "piano", "lesson", "doctor", "result", "warranty", "router", "energy",
    "water", "bank", "account", "school", "passport", "certificate", "recipe", "photo", "report", "minutes", "draft",
    "proposal", "offer", "order", "receipt", "salary", "letter", "plan", "review", "summary", "notes", "thesis",
    "chapter", "manual",
)
_PEOPLE = (
    "anna.schmidt", "jonas.brown", "maria.rossi", "peter.novak", "lena.silva", "oliver.meyer", "sophie.dubois",
    "martin.garcia", "clara.olsen", "ines.miller", "robert.ziegler", "bill.lindqvist", "olga.becker", "tom.kowalski",
)
_FOLDERS = (
    "Invoices", "Letters", "Mail", "Scans", "Projects/src", "Archive/2019", "Work/Clients", "Home/Flat", "工作"
)


_NAME_KINDS = (
    "full name", "name without its ending", "unfinished", "inner part", "inner parts", "other order", "with a folder",
    "pattern",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A file. ``held``: identifiers in its text, before any OCR; ``scanned``: the text went through one."""

    folder: str
    name: str
    kind: str
    title: str | None
    text: str
    held: tuple[str, ...] = ()
    scanned: bool = False

    @property
    def path(self) -> str:
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the paths of which any may come first."""

    query: str
    answers: frozenset[str]


def items(count: int, seed: int = SEED) -> list[Item]:
    """``count`` files, a thousand of which are there for their names."""
    choose = random.Random(seed)
    made = [_named(choose) for _ in range(1_000)]
    makers = (_invoice, _invoice, _invoice, _reminder, _letter, _mail, _scan, _scan, _code)
    made += [makers[number % len(makers)](choose, number) for number in range(count - len(made))]
    return list({item.path: item for item in made}.values())


def identifier_queries(library: Sequence[Item], each: int = 200, seed: int = SEED) -> dict[str, list[Asked]]:
    """Five kinds of ``each`` queries."""
    choose = random.Random(seed)
    holders: dict[str, list[Item]] = {}
    for item in library:
        for one in item.held:
            holders.setdefault(one, []).append(item)
    clean = [one for one, found in holders.items() if not any(item.scanned for item in found)]
    read = [one for one, found in holders.items() if all(item.scanned for item in found) and _OCR.keys() & set(one)]

    def ask(pool: Sequence[str], change: Callable[[str], str]) -> list[Asked]:
        # As many of one form as of another, whatever the number of files that have it.
        forms: dict[str, list[str]] = {}
        for one in choose.sample(pool, len(pool)):
            forms.setdefault(re.sub(r"\d", "0", re.sub("[A-Za-z]+", "a", one)), []).append(one)
        rows = itertools.zip_longest(*forms.values())
        chosen = itertools.islice((one for row in rows for one in row if one is not None), each)
        return [Asked(change(one), _answers(one, holders[one])) for one in chosen]

    # Programs are read by no OCR.
    printed = [one for one in clean if not re.search("_|[a-z][A-Z]", one)]
    return {
        "identifier as written": ask(clean, str),
        "confused in the query": ask(printed, lambda one: confused(one, choose)),
        "confused in the file": ask(read, str),
        "other separators": ask([one for one in clean if "@" not in one], lambda one: _separated(one, choose)),
        "among other words": ask(clean, lambda one: f"{choose.choice(_WORDS)} {one} {choose.choice(_WORDS)}"),
    }


def _answers(one: str, holders: Sequence[Item]) -> frozenset[str]:
    """Files that bear the identifier in name or title if there are any, else those that hold it."""
    bearing = [item for item in holders if one in f"{item.name} {item.title}"]
    return frozenset(item.path for item in bearing or holders)


def name_queries(library: Sequence[Item], each: int = 100, seed: int = SEED) -> dict[str, list[Asked]]:
    """Eight kinds of ``each`` queries, asked only where one file fits them best."""
    choose = random.Random(seed)
    names = library[:1_000]
    folded = {item.path: fold(item.path) for item in library}
    own = {item.path: fold(item.name) for item in library}
    return {
        kind: _unambiguous(kind, names, own, folded, each, choose)
        for kind in _NAME_KINDS
    }


def confused(text: str, choose: random.Random) -> str:
    """``text`` as an OCR or a person may read it: one or two characters taken for others."""
    places = [at for at, character in enumerate(text) if character in _OCR]
    letters = list(text)
    for at in choose.sample(places, min(len(places), choose.randint(1, 2))):
        letters[at] = choose.choice(_OCR[letters[at]])
    return "".join(letters)


def _separated(text: str, choose: random.Random) -> str:
    """``text`` with other characters, or none, between its parts."""
    if "_" in text or re.search("[a-z][A-Z]", text):
        parts = [match.group() for match in re.finditer(r"[A-Z]?[a-z]+|\d+", text)]
        return choose.choice(["_".join(parts), parts[0] + "".join(part.title() for part in parts[1:])])
    between = choose.choice(["", " ", "-", "/", "."])
    return re.sub(r"\W+", between, text)


def _unambiguous(
    kind: str, names: Sequence[Item], own: dict[str, str], paths: dict[str, str], each: int, choose: random.Random
) -> list[Asked]:
    asked: dict[str, Asked] = {}
    words = {path: _words(text) for path, text in own.items()}
    for _ in range(50 * each):
        item = choose.choice(names)
        query = _typed(kind, item, choose)
        # A bare number asks for what holds it, not for its place in a longer one.
        if len(query) < 4 or query.isdigit():
            continue
        own_name = fold(query)
        if kind == "inner part":
            fitting = [path for path, text in words.items() if _words(query) in text]
        elif kind == "pattern":
            fitting = [path for path, text in own.items() if fnmatch.fnmatchcase(text, own_name)]
        else:
            parts = re.findall(r"[^\W_]+", own_name)
            where = paths if kind == "with a folder" else own
            fitting = [path for path, text in where.items() if all(part in text for part in parts)]
        exact = [path for path in fitting if own_name in (own[path], posixpath.splitext(own[path])[0])]
        if len(fitting) == 1 or exact:
            asked.setdefault(query, Asked(query, frozenset(exact or fitting)))
        if len(asked) == each:
            break
    return list(asked.values())


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def _typed(kind: str, item: Item, choose: random.Random) -> str:
    stem = posixpath.splitext(item.name)[0]
    parts = re.findall(r"[^\W_]+", stem)
    match kind:
        case "full name":
            return choose.choice([item.name, item.name.upper()])
        case "name without its ending":
            return choose.choice([stem, stem.lower()])
        case "unfinished":
            return stem[: max(4, choose.randint(len(stem) // 2, len(stem) - 1))].strip()
        case "inner part":
            start = choose.randint(1, max(1, len(stem) // 2))
            return stem[start : start + choose.randint(6, 14)].strip(" +-&(),").lower()
        case "inner parts":
            long = [part[1:6] for part in parts if len(part) > 4]
            return " ".join(choose.sample(long, 2)) if len(long) > 1 else ""
        case "other order":
            return " ".join(choose.sample(parts, len(parts)))
        case "pattern":
            cut = choose.randint(len(stem) // 2, len(stem) - 1)
            return f"{stem[:cut]}{choose.choice('?*')}{stem[cut + 1 :]}.*"
        case _:
            folder = item.folder.rpartition("/")[2]
            some = " ".join(parts[:2])
            return choose.choice([f"{folder}/{some}", f"{folder} {some}", f"{some} {folder.lower()}"])


def _named(choose: random.Random) -> Item:
    day = f"{choose.randint(2012, 2025)}-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
    clock = f"{choose.randint(7, 22):02}{choose.randint(0, 59):02}{choose.randint(0, 59):02}"
    words = choose.sample(_WORDS, choose.randint(2, 4))
    number = choose.randint(1, 9_999)
    styles = [
        f"IMG_{day.replace('-', '')}_{clock}.jpg", f"DSC{number:05}.JPG", f"Scan_{day}_{number:04}.pdf",
        f"Screenshot {day} at {clock[:2]}.{clock[2:4]}.{clock[4:]}.png", f"{' '.join(words)}.docx",
        f"{'_'.join(words)}_v{number % 9 + 1}.pdf", f"{'-'.join(words)}-{day[:7]}.md",
        "".join(word.title() for word in words) + f"{day[:4]}.xlsx", f"{day} {' '.join(words).title()}.pdf",
        f"{words[0].title()} ({number % 20 + 1}) {words[1]}.txt", f"Rechnung {number:04} {words[0]} & Söhne.pdf",
        f"Übersicht {words[0]} Straße {number}.odt", f"{words[0].upper()}_FINAL_{words[1].upper()}_{number % 50}.pptx",
        f"研究报告{number}.docx", f"Отчёт {number} {words[0]}.doc", f"{words[0]}, {choose.choice(_PEOPLE)}.eml",
    ]
    folder = f"/library/{choose.choice(_FOLDERS)}"
    name = choose.choice(styles)
    kind = "picture" if name.lower().endswith(("jpg", "png")) else "text"
    return Item(folder, name, kind, None, "" if kind == "picture" else _prose(choose, 40))


def _prose(choose: random.Random, words: int) -> str:
    return " ".join(choose.choices(_WORDS, k=words)).capitalize() + "."


def _invoice_number(number: int) -> str:
    return f"INV-{2018 + number // 2_000}-{number * 7 % 10_000:04}"


def _person(choose: random.Random) -> str:
    return f"{choose.choice(_PEOPLE)}{choose.randint(1, 99)}@{choose.choice(_WORDS)}.org"


def _telephone(choose: random.Random) -> str:
    digits = f"{choose.randint(0, 9_999_999):07}"
    area = f"01{choose.randint(50, 79)}"
    grouped = f"{area} {digits[:3]} {digits[3:5]} {digits[5:]}"
    return choose.choice([f"{area} {digits[:3]} {digits[3:]}", f"{area}/{digits}", grouped])


def _invoice(choose: random.Random, number: int) -> Item:
    own, iban = _invoice_number(number), _iban(choose)
    customer = f"KD-{choose.randint(10_000, 99_999)}"
    day = f"{choose.randint(1, 28):02}.{choose.randint(1, 12):02}.2024"
    text = (
        f"Invoice {own} for {choose.choice(_WORDS)} and {choose.choice(_WORDS)}.\n\nCustomer {customer}, {day}. Total"
        f" {choose.randint(10, 9_000)},{number % 100:02} EUR.\n\nPlease pay to IBAN {iban} within 14 days, quoting"
        f" {own}.\n\n{_prose(choose, 30)}"
    )
    name = choose.choice([f"{own}.pdf", f"invoice {number}.pdf", f"Rechnung_{own}_{choose.choice(_WORDS)}.pdf"])
    return Item("/library/Invoices", name, "pdf", f"Invoice {own}", text, (own, customer, iban))


def _iban(choose: random.Random) -> str:
    account = f"{choose.randint(0, 10**10 - 1):010}"
    return f"DE{choose.randint(10, 98)} 3704 0044 {account[:4]} {account[4:8]} {account[8:]}"


def _reminder(choose: random.Random, number: int) -> Item:
    about = _invoice_number(number + 3)
    text = f"Reminder.\n\nYour payment of invoice {about} has not arrived. {_prose(choose, 40)}"
    return Item("/library/Letters", f"reminder {number}.docx", "docx", None, text, (about,))


def _letter(choose: random.Random, number: int) -> Item:
    telephone, court = _telephone(choose), f"{number % 30 + 1} O {number % 900 + 100}/24"
    policy = f"VS {number // 1_000 + 48}.{number % 1_000:03}.{choose.randint(100, 999)}-{number % 9}"
    text = (
        f"Dear {choose.choice(_PEOPLE)},\n\nyour policy {policy} covers the {choose.choice(_WORDS)}. Case {court} is"
        f" closed.\n\n{_prose(choose, 60)}\n\nTel. {telephone}"
    )
    return Item("/library/Letters", f"letter {number}.docx", "docx", None, text, (telephone, policy, court))


def _mail(choose: random.Random, number: int) -> Item:
    sender, tracking = _person(choose), f"1Z{number % 10}99AA1{choose.randint(10**9, 10**10 - 1)}"
    text = f"From: {sender}\n\nYour parcel {tracking} left us. {_prose(choose, 50)}"
    return Item("/library/Mail", f"{number}.eml", "mail", _prose(choose, 4), text, (sender, tracking))


def _scan(choose: random.Random, number: int) -> Item:
    part = f"BX-{choose.randint(1_000, 9_999)}/{number % 10}"
    contract = f"SO{number:05}-{choose.choice('ABSIO')}{number % 90 + 10}"
    book = f"978-3-{choose.randint(10, 99)}-{choose.randint(100_000, 999_999)}-{number % 10}"
    read = [confused(one, choose) for one in (contract, part, book)]
    text = "Contract {}\n\nSpare part {}\n\nISBN {}\n\n".format(*read) + _prose(choose, 50)
    return Item("/library/Scans", f"Scan{number:05}.pdf", "pdf", None, text, (part, contract, book), scanned=True)


def _code(choose: random.Random, number: int) -> Item:
    verb = choose.choice(("get", "set", "load", "make", "find", "read"))
    noun, *others = choose.sample(_WORDS, 4)
    snake, camel = f"{verb}_{noun}_{others[0]}", verb + "".join(other.title() for other in others)
    text = f"def {snake}(value):\n    # {_prose(choose, 12)}\n    return {camel}(value, 0x8{number:05X})\n"
    return Item("/library/Projects/src", f"{noun}_{number}.py", "code", None, text, (snake, camel))
