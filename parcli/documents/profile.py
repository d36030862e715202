"""A format profile (thể thức) as data: what a decree says of page, fonts and components.

Profiles are TOML files beside this module; a later decree is another file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from parcli.errors import UsageError
from parcli.language import N_

FOLDER = Path(__file__).parent / "profiles"
DEFAULT = "nd30-2020"
Align = Literal["left", "center", "both", "right"]


class UnknownProfile(UsageError):
    """No format profile has that name."""

    message = N_("There is no format profile “{name}”.")
    hint = N_("Choose one of: {known}.")


class Range(NamedTuple):
    """What is allowed, both ends included, and what the shipped templates use."""

    least: float
    most: float
    used: float

    def __contains__(self, value: object) -> bool:
        """Whether the value is allowed, but for what is lost in rounding to Word's units."""
        return isinstance(value, int | float) and self.least - 0.05 <= value <= self.most + 0.05


class Page(NamedTuple):
    """A sheet upright, in millimetres."""

    width: float
    height: float
    top: Range
    bottom: Range
    left: Range
    right: Range

    @property
    def text_width(self) -> float:
        """Width between the margins that the shipped templates use."""
        return self.width - self.left.used - self.right.used


class PageNumber(NamedTuple):
    """Where the page number stands; `distance` is from the paper's edge, in millimetres."""

    style: str
    where: Literal["header", "footer"]
    first_page: bool
    distance: float


@dataclass(frozen=True, kw_only=True)
class Component:
    """One component of a document, which is one Word style. Points, but indents in millimetres."""

    id: str
    name: str
    size: Range
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = "left"
    first_line: float = 0
    left: float = 0
    hanging: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    exact_line: float = 0
    keep_next: bool = False
    outline: int = 0
    based_on: str | None = None
    rule_under: str | None = None
    mixed: bool = False
    free: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormatProfile:
    """A whole profile. `lines` gives the length of the line under a component, by its text."""

    name: str
    title: str
    font: str
    color: str
    language: str
    page: Page
    page_number: PageNumber
    lines: dict[str, Range]
    fixed: dict[str, str]
    components: dict[str, Component]

    def by_style_name(self) -> dict[str, Component]:
        """Components by the name their style has in Word."""
        return {component.name: component for component in self.components.values()}


@cache
def load_profile(name: str = DEFAULT) -> FormatProfile:
    """The profile of that name. Raises UnknownProfile."""
    path = FOLDER / f"{name}.toml"
    known = sorted(file.stem for file in FOLDER.glob("*.toml"))
    if name not in known:
        raise UnknownProfile(name=name, known=", ".join(known))
    return _profile(tomllib.loads(path.read_text(encoding="utf-8")))


def _profile(raw: dict[str, Any]) -> FormatProfile:
    page = raw["page"]
    return FormatProfile(
        **{key: raw[key] for key in ("name", "title", "font", "color", "language", "fixed")},
        page=Page(
            page["width"],
            page["height"],
            *(Range(*page[side]) for side in ("top", "bottom", "left", "right")),
        ),
        page_number=PageNumber(**raw["page_number"]),
        lines={style: Range(*ratio) for style, ratio in raw["lines"].items()},
        components={ident: _component(ident, c) for ident, c in raw["components"].items()},
    )


def _component(ident: str, raw: dict[str, Any]) -> Component:
    tags = tuple(raw.get("tags", ()))
    return Component(id=ident, **{**raw, "size": Range(*raw["size"]), "tags": tags})
