"""Random changes to a tree of small files. Equal seeds, equal trees."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from indexer.scan.rules import GIT_FILE, OWN_FILE

LIBRARY = Path(__file__).resolve().parents[2] / "resources" / "library"
_COPIED = {suffix: sorted(LIBRARY.rglob(f"*{suffix}")) for suffix in (".pdf", ".docx")}
_SUFFIXES = (".txt", ".txt", ".tex", ".md", ".md", ".html", ".csv", ".docx", ".pdf")
WORDS = (
    "boiler", "lease", "letter", "kayak", "harbour", "window", "receipt", "winter", "garden", "invoice", "tariff",
    "lesson", "violin", "river", "copper", "blanket", "ticket", "saddle", "thunder", "orchard", "lantern", "pepper",
    "canvas", "meadow", "engine", "glacier", "pillow", "magnet", "spider", "velvet",
)
_FEWEST_FILES = 60
_MOST_FILES = 160
_MOST_DEPTH = 4
_IGNORED = ("*.md\n", "*.txt\n!*.html\n", "/*/\n", "*\n")


class RandomChanges:
    """Changes the tree at ``folder``, which it makes; nobody else may. One thread's.

    There is one change that is not made: other content of the same size written in place, the time set back. Size,
    time and inode are then as before, and no scan can tell; with a new inode (a copy put in its place, as rsync
    does) it can. The replaced files are kept beside the tree, or the system would use their inodes again.
    """

    def __init__(self, folder: Path, seed: object) -> None:
        self.folder = folder
        self.done: Counter[str] = Counter()
        self._random = random.Random(f"{seed}")
        self._number = 0
        self._replaced = folder.with_name(f"{folder.name} replaced")
        self._operations: dict[Callable[[], bool], int] = {
            self._create: 8, self._overwrite: 8, self._append: 6, self._replace: 6, self._same_size: 4,
            self._same_size_and_time: 4, self._rename: 6, self._rename_over: 3, self._move: 6, self._swap: 3,
            self._copy: 5, self._delete: 6, self._touch: 3, self._change_mode: 2, self._make_folder: 3,
            self._rename_folder: 3, self._move_folder: 3, self._copy_folder: 1, self._swap_folders: 1,
            self._delete_folder: 1, self._folder_to_file: 1, self._file_to_folder: 2, self._ignore: 2,
            self._ignore_no_more: 3, self._link: 1,
        }
        folder.mkdir(parents=True)
        self._replaced.mkdir()
        while len(self._files()) < _FEWEST_FILES:
            self._create()
            if self._random.random() < 0.2:
                self._make_folder()

    def step(self) -> None:
        """Make one change."""
        while True:
            operation, = self._random.choices(list(self._operations), list(self._operations.values()))
            if operation():
                self.done[operation.__name__.strip("_").replace("_", " ")] += 1
                return

    def _create(self) -> bool:
        if len(self._files()) >= _MOST_FILES:
            return False
        path = self._new_path(self._some_folder())
        path.write_bytes(self._content(path.suffix))
        return True

    def _overwrite(self) -> bool:
        path = self._some_file()
        path.write_bytes(self._content(path.suffix))
        return True

    def _append(self) -> bool:
        path = self._some_file()
        with path.open("ab") as file:
            file.write(f"\n{self._text(12)}\n".encode())
        return True

    def _replace(self) -> bool:
        path = self._some_file()
        self._put(path, self._content(path.suffix))
        return True

    def _same_size(self) -> bool:
        path = self._some_file()
        path.write_bytes(_turned(path.read_bytes()))
        return True

    def _same_size_and_time(self) -> bool:
        path = self._some_file()
        kept = self._new_path(self._replaced, "")
        kept.hardlink_to(path)
        self._put(path, _turned(path.read_bytes()), kept.stat())
        return True

    def _rename(self) -> bool:
        path = self._some_file()
        path.rename(self._new_path(path.parent, self._random.choice((path.suffix, path.suffix, *_SUFFIXES))))
        return True

    def _rename_over(self) -> bool:
        one, other = self._some_file(), self._some_file()
        if len(self._files()) <= _FEWEST_FILES:
            return False
        one.replace(other)
        return True

    def _move(self) -> bool:
        path = self._some_file()
        to = self._some_folder() / path.name
        if to.exists():
            return False
        path.rename(to)
        return True

    def _swap(self) -> bool:
        one, other = self._some_file(), self._some_file()
        between = self._new_path(one.parent, one.suffix)
        if one == other:
            return False
        one.rename(between)
        other.rename(one)
        between.rename(other)
        return True

    def _copy(self) -> bool:
        if len(self._files()) >= _MOST_FILES:
            return False
        path = self._some_file()
        shutil.copyfile(path, self._new_path(self._some_folder(), path.suffix))
        return True

    def _delete(self) -> bool:
        if len(self._files()) <= _FEWEST_FILES:
            return False
        self._some_file().unlink()
        return True

    def _touch(self) -> bool:
        self._some_file().touch()
        return True

    def _change_mode(self) -> bool:
        self._some_file().chmod(self._random.choice((0o600, 0o640, 0o644)))
        return True

    def _make_folder(self) -> bool:
        inside = self._some_folder()
        if _depth(inside, self.folder) >= _MOST_DEPTH:
            return False
        self._new_path(inside, "").mkdir()
        return True

    def _rename_folder(self) -> bool:
        folder = self._some_folder(inner=True)
        folder.rename(self._new_path(folder.parent, ""))
        return True

    def _move_folder(self) -> bool:
        folder, inside = self._some_folder(inner=True), self._some_folder()
        if inside.is_relative_to(folder) or _depth(inside, self.folder) >= _MOST_DEPTH:
            return False
        folder.rename(self._new_path(inside, ""))
        return True

    def _copy_folder(self) -> bool:
        folder, inside = self._some_folder(inner=True), self._some_folder()
        if inside.is_relative_to(folder) or len(self._files()) + len(_files(folder)) > _MOST_FILES:
            return False
        # Without the times: a copy just made has a time of its own.
        shutil.copytree(folder, self._new_path(inside, ""), copy_function=shutil.copyfile, symlinks=True)
        return True

    def _swap_folders(self) -> bool:
        one, other = self._some_folder(inner=True), self._some_folder(inner=True)
        if one.is_relative_to(other) or other.is_relative_to(one):
            return False
        between = self._new_path(self.folder, "")
        one.rename(between)
        other.rename(one)
        between.rename(other)
        return True

    def _delete_folder(self) -> bool:
        return self._remove(self._some_folder(inner=True))

    def _folder_to_file(self) -> bool:
        folder = self._some_folder(inner=True)
        if not self._remove(folder):
            return False
        folder.write_bytes(self._content(".txt"))
        return True

    def _file_to_folder(self) -> bool:
        path = self._some_file()
        if _depth(path.parent, self.folder) >= _MOST_DEPTH:
            return False
        content = path.read_bytes()
        path.unlink()
        path.mkdir()
        self._new_path(path, path.suffix).write_bytes(content)
        return True

    def _ignore(self) -> bool:
        name = self._random.choice((".hunchignore", ".hunchignore", ".gitignore"))
        (self._some_folder(inner=True) / name).write_text(self._random.choice(_IGNORED), encoding="utf-8")
        return True

    def _ignore_no_more(self) -> bool:
        found = sorted([*self.folder.rglob(".hunchignore"), *self.folder.rglob(".gitignore")])
        if not found:
            return False
        self._random.choice(found).unlink()
        return True

    def _link(self) -> bool:
        link = self._new_path(self._some_folder(), ".txt")
        link.symlink_to(self._random.choice((self.folder, self._some_file(), self.folder / "nowhere")))
        return True

    def _files(self) -> list[Path]:
        return _files(self.folder)

    def _some_file(self) -> Path:
        return self._random.choice(self._files())

    def _some_folder(self, inner: bool = False) -> Path:
        folders = [Path(at) for at, _, _ in os.walk(self.folder)]
        # A new order of os.walk must not be another tree.
        folders.sort()
        if inner and len(folders) == 1:
            folders.append(self._new_path(self.folder, ""))
            folders[-1].mkdir()
        return self._random.choice(folders[1:] if inner else folders)

    def _new_path(self, folder: Path, suffix: str | None = None) -> Path:
        self._number += 1
        suffix = self._random.choice(_SUFFIXES) if suffix is None else suffix
        return folder / f"{self._random.choice(WORDS)} {self._number}{suffix}"

    def _remove(self, folder: Path) -> bool:
        if len(self._files()) - len(_files(folder)) < _FEWEST_FILES:
            return False
        shutil.rmtree(folder)
        return True

    def _put(self, path: Path, content: bytes, times: os.stat_result | None = None) -> None:
        """Another file in its place, as most editors do."""
        partial = path.with_name(f"{path.name}{self._random.choice(('.tmp', '~', ' new'))}")
        partial.write_bytes(content)
        if times is not None:
            os.utime(partial, ns=(times.st_atime_ns, times.st_mtime_ns))
        partial.replace(path)

    def _content(self, suffix: str) -> bytes:
        kind = self._random.random()
        if kind < 0.03:
            return b""
        if kind < 0.06:
            return b"PK\x03\x04 cut off"
        if suffix in _COPIED:
            return self._random.choice(_COPIED[suffix]).read_bytes()
        lines = [self._text(14) for _ in range(self._random.randint(1, 3))]
        match suffix:
            case ".md":
                text = f"# {self._text(3)}\n\n" + "\n\n".join(lines)
            case ".html":
                text = f"<title>{self._text(3)}</title>" + "".join(f"<p>{line}</p>" for line in lines)
            case ".csv":
                text = "what,where,how many\n" + "\n".join(line.replace(" ", ",", 2) for line in lines)
            case _:
                text = "\n".join(lines)
        return text.encode()

    def _text(self, words: int) -> str:
        return " ".join([*self._random.choices(WORDS, k=words), str(self._random.randint(0, 999))])


def _files(folder: Path) -> list[Path]:
    """The regular files below, without ignore files, in an order that does not depend on the disk."""
    return sorted(
        path for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and path.name not in (GIT_FILE, OWN_FILE)
    )


def _depth(folder: Path, top: Path) -> int:
    return len(folder.relative_to(top).parts)


def _turned(content: bytes) -> bytes:
    """Other content of the same size."""
    return content[::-1]
