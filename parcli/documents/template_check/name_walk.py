"""Walks a template's expressions with the types of a context, to find names that none provides."""

from __future__ import annotations

from typing import Any, NamedTuple

from jinja2 import nodes

from parcli.documents.template_check.shapes import element, is_record, names_of, without_none
from parcli.language import N_
from parcli.text import nearest

_LOOP_NAMES = (
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0",
)  # fmt: skip
_ELEMENT_FILTERS = ("first", "last")
_SAME_FILTERS = ("default", "d")
_NUMBER_FILTERS = ("length", "count", "int")


class UnknownName(NamedTuple):
    """A name that no report provides, the nearest that one does, and the source's line."""

    name: str
    near: str
    line: int


class _Loop:
    """The type of `loop` inside a for."""


class NameWalk:
    """Collects unknown names and prints of what is no text; types go unknown quietly after that."""

    def __init__(self, record: Any) -> None:
        self.unknown: list[UnknownName] = []
        self.unprintable: list[tuple[int, str]] = []
        self._scopes: list[dict[str, Any]] = [dict(names_of(record))]

    def visit(self, node: nodes.Node) -> None:
        """Walk a statement or template."""
        if isinstance(node, nodes.For):
            self._loop(node)
        elif isinstance(node, nodes.Output):
            for part in node.nodes:
                self._printed(part)
        elif isinstance(node, nodes.Expr):
            self.type_of(node)
        else:
            for child in node.iter_child_nodes():
                self.visit(child)

    def type_of(self, node: nodes.Node) -> Any:
        """The type of an expression; None where it is not known."""
        match node:
            case nodes.Name():
                shape = self._name(node)
            case nodes.Getattr():
                shape = self._attribute(node)
            case nodes.Filter():
                shape = self._filtered(node)
            case nodes.Getitem():
                shape = element(self.type_of(node.node))
            case nodes.CondExpr():
                shape = self._chosen(node)
            case _:
                shape = None
                for child in node.iter_child_nodes():
                    self.type_of(child)
        return shape

    def _chosen(self, node: nodes.CondExpr) -> Any:
        self.type_of(node.test)
        other = self.type_of(node.expr2) if node.expr2 else None
        return self.type_of(node.expr1) or other

    def _loop(self, node: nodes.For) -> None:
        inside = element(self.type_of(node.iter))
        scope: dict[str, Any] = {"loop": _Loop}
        if isinstance(node.target, nodes.Name):
            scope[node.target.name] = inside
        else:
            scope |= {name.name: None for name in node.target.find_all(nodes.Name)}
        self._scopes.append(scope)
        for child in (*([node.test] if node.test else ()), *node.body):
            self.visit(child)
        self._scopes.pop()
        for child in node.else_:
            self.visit(child)

    def _printed(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        shape = self.type_of(node)
        if is_record(shape) or element(shape) is not None or shape is _Loop:
            self.unprintable.append((node.lineno, N_("it is a list or a record, not a text in it")))

    def _name(self, node: nodes.Name) -> Any:
        for scope in reversed(self._scopes):
            if node.name in scope:
                return scope[node.name]
        known = [name for scope in self._scopes for name in scope]
        self._miss(node.name, known, node.lineno)
        return None

    def _attribute(self, node: nodes.Getattr) -> Any:
        shape = without_none(self.type_of(node.node))
        if shape is None:
            return None
        known = _LOOP_NAMES if shape is _Loop else (names_of(shape) if is_record(shape) else ())
        if node.attr in known:
            return int if shape is _Loop else names_of(shape)[node.attr]
        self._miss(node.attr, list(known), node.lineno)
        return None

    def _filtered(self, node: nodes.Filter) -> Any:
        shape = self.type_of(node.node) if node.node else None
        for argument in node.args:
            self.type_of(argument)
        if node.name in _ELEMENT_FILTERS:
            return element(shape)
        if node.name in _SAME_FILTERS:
            return shape
        return int if node.name in _NUMBER_FILTERS else str

    def _miss(self, name: str, known: list[str], line: int) -> None:
        near = nearest(name, known) or sorted(known)[:3]
        self.unknown.append(UnknownName(name, ", ".join(near) or "–", line))
