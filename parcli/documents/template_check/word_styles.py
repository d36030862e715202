"""What formatting a run or paragraph ends up with: defaults, styles, its own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.documents.package import WordPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_WORD_DEFAULT_SIZE = 10.0
_STYLES, _THEME = "word/styles.xml", "word/theme/theme1.xml"
Element = etree._Element  # noqa: SLF001  lxml gives its element class no public name


class RunFormat(NamedTuple):
    """The look of a run. A colour of None is automatic, a font of None unknown."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    caps: bool
    underlined: bool
    color: str | None


class WordStyles:
    """The styles of one package."""

    def __init__(self, package: WordPackage) -> None:
        root = parsed(package, _STYLES)
        self._styles = (
            {} if root is None else {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")}
        )
        self._defaults = None if root is None else root.find(f"{W}docDefaults")
        self._theme = parsed(package, _THEME)
        self._normal = next(
            (
                ident
                for ident, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )

    def style_name(self, paragraph: Element) -> str:
        """The name of a paragraph's style as Word shows it; empty without one."""
        style = self._styles.get(self._style_id(paragraph))
        name = None if style is None else style.find(f"{W}name")
        return "" if name is None else str(name.get(f"{W}val"))

    def run_format(self, paragraph: Element, run: Element) -> RunFormat:
        """What a run looks like in the end."""
        layers = list(self._run_layers(paragraph, run))
        return RunFormat(
            self._font(layers),
            next((float(v) / 2 for v in _values(layers, "sz")), _WORD_DEFAULT_SIZE),
            _switch(layers, "b"),
            _switch(layers, "i"),
            _switch(layers, "caps"),
            _switch(layers, "u"),
            next((v for v in _values(layers, "color")), None),
        )

    def paragraph_property(self, paragraph: Element, name: str) -> Element | None:
        """A property of the paragraph, its own or its style's; None where nothing sets it."""
        for layer in self._paragraph_layers(paragraph):
            found = layer.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def _run_layers(self, paragraph: Element, run: Element) -> Iterator[Element]:
        own = run.find(f"{W}rPr")
        if own is not None:
            yield own
            character = own.find(f"{W}rStyle")
            if character is not None:
                yield from self._chain(character.get(f"{W}val"), "rPr")
        yield from self._chain(self._style_id(paragraph), "rPr")
        default = None if self._defaults is None else self._defaults.find(f"{W}rPrDefault/{W}rPr")
        if default is not None:
            yield default

    def _paragraph_layers(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        yield from self._chain(self._style_id(paragraph), "pPr")
        default = None if self._defaults is None else self._defaults.find(f"{W}pPrDefault/{W}pPr")
        if default is not None:
            yield default

    def _style_id(self, paragraph: Element) -> str | None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._normal if style is None else style.get(f"{W}val")

    def _chain(self, ident: str | None, kind: str) -> Iterator[Element]:
        """A style's properties, then those of the styles it is based on."""
        seen: set[str] = set()
        while ident and ident not in seen and ident in self._styles:
            seen.add(ident)
            style = self._styles[ident]
            found = style.find(f"{W}{kind}")
            if found is not None:
                yield found
            based = style.find(f"{W}basedOn")
            ident = None if based is None else based.get(f"{W}val")

    def _font(self, layers: list[Element]) -> str | None:
        for layer in layers:
            fonts = layer.find(f"{W}rFonts")
            if fonts is None:
                continue
            if fonts.get(f"{W}asciiTheme"):
                return self._theme_font(str(fonts.get(f"{W}asciiTheme")))
            if fonts.get(f"{W}ascii"):
                return fonts.get(f"{W}ascii")
        return None

    @lru_cache(maxsize=8)  # noqa: B019  one instance a check, gone with it
    def _theme_font(self, name: str) -> str | None:
        if self._theme is None:
            return None
        kind = "majorFont" if name.startswith("major") else "minorFont"
        latin = self._theme.find(f".//{_A}{kind}/{_A}latin")
        return None if latin is None else latin.get("typeface")


def parsed(package: WordPackage, name: str) -> Element | None:
    """A part's XML as a tree; None where the package has no such part."""
    if name not in package.parts:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(package.parts[name], parser)


def _values(layers: list[Element], name: str) -> Iterator[str]:
    for layer in layers:
        found = layer.find(f"{W}{name}")
        if found is not None and found.get(f"{W}val") is not None:
            yield str(found.get(f"{W}val"))


def _switch(layers: list[Element], name: str) -> bool:
    for layer in layers:
        found = layer.find(f"{W}{name}")
        if found is not None:
            return str(found.get(f"{W}val", "1")) not in _OFF
    return False
