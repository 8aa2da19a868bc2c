"""Under which terms Hunch and what it is made of may be used. Reads files: not for the main thread."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution, distributions
from pathlib import Path

import resources

_FOLDER = Path(resources.__file__).parent / "licences"
_OWN = "hunch"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NOTICE = re.compile(r"licen[cs]e|copying|notice|copyright|authors", re.IGNORECASE)
_CODE = {".py", ".pyc", ".pyi", ".so", ".json"}
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Component:
    """Something Hunch is made of.

    Attributes:
        name, version: ``version`` is empty for what is part of something else.
        licence: its short name, as its makers say.
        texts: files with the terms and notices, in the order to read them.
    """

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def components() -> list[Component]:
    """Hunch first, then by name all it needs that is installed. Raises OSError."""
    data = json.loads((_FOLDER / "components.json").read_text("utf-8"))
    found = {_key(one.metadata["Name"]): one for one in _needed()}
    own = found.pop(_OWN, None)
    rest = [_component(one, data["packages"].get(name, ())) for name, one in found.items()]
    rest += [
        Component(one["name"], "", one["licence"], _ours(one["texts"])) for one in data["components"]
    ]
    first = Component("Hunch", own.version if own else "", "Apache-2.0", _ours(["Apache-2.0.txt"]))
    return [first, *sorted(rest, key=lambda one: one.name.lower())]


def text_of(component: Component) -> str:
    """Terms and notices, one after the other. Raises OSError."""
    parts = [path.read_text("utf-8", "replace").strip("\n") for path in component.texts]
    return f"\n\n\n{'-' * 72}\n\n\n".join(parts)


def _needed() -> list[Distribution]:
    """Hunch and everything it requires, as far as it is installed; all there is where Hunch itself is not."""
    waiting, found = [_OWN], dict[str, Distribution]()
    while waiting:
        name = _key(waiting.pop())
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for requirement in found[name].requires or []:
            named = _NAME.match(requirement)
            if named and "extra ==" not in requirement:
                waiting.append(named[0])
    return list(found.values()) or list(distributions())


def _component(one: Distribution, ours: list[str]) -> Component:
    files = [Path(str(file.locate())) for file in one.files or [] if _is_notice(file)]
    return Component(one.metadata["Name"], one.version, _licence(one), tuple(sorted(set(files))) or _ours(ours))


def _is_notice(file: PackagePath) -> bool:
    if file.suffix in _CODE:
        return False
    inside = next((part for part in file.parts if part.endswith(".dist-info")), None)
    return bool(_NOTICE.search(file.name)) or (inside is not None and "licenses" in file.parts)


def _licence(one: Distribution) -> str:
    expression = _field(one, "License-Expression")
    free = _field(one, "License")
    if expression or (free and "\n" not in free and len(free) <= _LONGEST_NAME):
        return expression or free
    classes = one.metadata.get_all("Classifier") or []
    return ", ".join(text.split("::")[-1].strip() for text in classes if text.startswith("License ::"))


def _field(one: Distribution, name: str) -> str:
    return str((one.metadata.get_all(name) or [""])[0]).strip()


def _ours(names: list[str]) -> tuple[Path, ...]:
    return tuple((_FOLDER / name).resolve() for name in names)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
