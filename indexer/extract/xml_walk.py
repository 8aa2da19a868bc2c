"""Walks XML trees without recursion, by names without namespaces (strict and transitional OOXML differ in those)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local(name: str) -> str:
    """``{namespace}name`` as ``name``."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute of that local name, whatever its namespace."""
    if name in element.attrib:
        return element.attrib[name]
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def walk(root: Element, skipped: frozenset[str] = frozenset()) -> Iterator[tuple[bool, str, Element]]:
    """(True, local name, element) where an element begins and (False, ...) where it ends, in document order.

    ``skipped`` are local names whose elements are left out with all they contain. Comments are left out.
    """
    stack: list[tuple[str, Element, Iterator[Element]]] = []
    following: Element | None = root
    while True:
        if following is not None:
            name = local(following.tag) if isinstance(following.tag, str) else ""
            if name and name not in skipped:
                yield True, name, following
                stack.append((name, following, iter(following)))
        if not stack:
            return
        name, element, children = stack[-1]
        following = next(children, None)
        if following is None:
            stack.pop()
            yield False, name, element


def find_all(root: Element, name: str) -> Iterator[Element]:
    """Descendants of that local name, in document order."""
    return (element for element in root.iter() if isinstance(element.tag, str) and local(element.tag) == name)


def text_of(root: Element, name: str) -> str:
    """The text of the first descendant of that local name, or an empty string."""
    return next(("".join(element.itertext()).strip() for element in find_all(root, name)), "")
