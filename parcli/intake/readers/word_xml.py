"""Names of WordprocessingML and small questions to its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = {"0", "false", "off", "none"}


def value(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of the element in the Word namespace; None without element or attribute."""
    if element is None:
        return None
    return element.get(f"{W}{name}", element.get(name))


def child(element: _Element | None, *names: str) -> _Element | None:
    """The element down a path of names; None where the path ends early."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def child_value(element: _Element | None, *names: str) -> str | None:
    """The `val` of the element down a path of names."""
    return value(child(element, *names))


def is_on(element: _Element | None) -> bool | None:
    """A switch such as bold: True or False where it is stated, None where it is not."""
    if element is None:
        return None
    return (value(element) or "1").lower() not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """A whole number; the default for anything else."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
