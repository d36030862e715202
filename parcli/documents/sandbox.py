"""The language of template tags: names, attributes, a few filters, if and for. Nothing else runs.

A template comes by mail from another office, so what a tag may do is a short list, and how much it
may do is counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import StrictUndefined, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from parcli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_ROUNDS = 3_000_000
FILTERS = (
    "capitalize", "count", "d", "default", "first", "int", "join", "last", "length", "lower",
    "trim", "upper",
)  # fmt: skip
TESTS = ("defined", "eq", "ge", "gt", "in", "le", "lt", "ne", "none", "undefined")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name,
    nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Filter, nodes.Test, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.CondExpr, nodes.Add,
    nodes.Sub, nodes.Tuple, nodes.List, nodes.Keyword,
)  # fmt: skip
_ITERABLE = (nodes.Name, nodes.Getattr)
_COUNTED = "parcli_counted"
# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n|\r|\n")
_WORD_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_WORD_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class UnsafeExpression(TemplateSyntaxError):
    """A tag does what no template has a need to do."""


class UnwritableText(TemplateRuntimeError):
    """A value holds a character that no Word file can hold."""


class NotText(TemplateRuntimeError):
    """A tag prints a list or a record instead of a text in it."""


class TooMuch(TemplateRuntimeError):
    """A template goes round more often than any report does."""


class TagEnvironment(SandboxedEnvironment):
    """Jinja2 cut down to what tags need; values are escaped and made Word's text."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=word_text)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.rounds = 0
        self.filters[_COUNTED] = self._counted

    def checked(self, source: str) -> nodes.Template:
        """The parsed source, loops counted. Raises TemplateSyntaxError or UnsafeExpression."""
        tree = self.parse(source)
        for problem in unsafe_nodes(tree):
            raise problem
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def _counted(self, items: Any) -> Any:
        """The list that a loop goes through, its length added to the rounds."""
        if not isinstance(items, list | tuple):
            raise NotText(_("a loop needs a list"))
        self.rounds += len(items)
        if self.rounds > MAX_ROUNDS:
            raise TooMuch(_("the loops go round more than {most} times").format(most=MAX_ROUNDS))
        return items


def unsafe_nodes(tree: nodes.Template) -> Iterator[UnsafeExpression]:
    """Each construct that tags may not use, with its line in the source."""
    for node in _walk(tree):
        if not isinstance(node, _ALLOWED):
            yield UnsafeExpression(type(node).__name__.lower(), node.lineno)
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield UnsafeExpression(node.attr, node.lineno)
        elif isinstance(node, nodes.Name) and node.name.startswith("_"):
            yield UnsafeExpression(node.name, node.lineno)
        elif isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
            yield UnsafeExpression("[…]", node.lineno)
        elif isinstance(node, nodes.For) and not isinstance(node.iter, _ITERABLE):
            yield UnsafeExpression("for", node.lineno)
        elif isinstance(node, nodes.For) and node.recursive:
            yield UnsafeExpression("recursive", node.lineno)


def word_text(value: Any) -> Any:
    """`value` as the inside of a w:t element: escaped, line breaks and tabs Word's own.

    None is nothing. Raises NotText for lists and records, UnwritableText for control characters.
    """
    if value is None:
        return ""
    if isinstance(value, int | StrictUndefined):
        return value
    if not isinstance(value, str):
        raise NotText(_("it prints a list or a record, not a text in it"))
    unwritable = _UNWRITABLE.search(value)
    if unwritable:
        _refuse(value, unwritable)
    text = escape(value)
    if "\n" in text or "\t" in text or "\r" in text:
        return Markup(_BREAKS.sub(_WORD_BREAK, text).replace("\t", _WORD_TAB))  # noqa: S704  escaped above
    return text


def _refuse(value: str, found: re.Match[str]) -> NoReturn:
    start = max(found.start() - 20, 0)
    around = value[start : found.end() + 20].replace(found[0], f"\\x{ord(found[0]):02x}")
    message = _("the text “{around}” holds the character U+{code}, which no Word file can hold")
    raise UnwritableText(message.format(around=around, code=f"{ord(found[0]):04X}"))


def _walk(node: nodes.Node) -> Iterable[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)
