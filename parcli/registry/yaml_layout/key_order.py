"""The order of a file's keys: that of its schema, unknown keys after the one they follow."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from parcli.registry.yaml_layout.nodes import Alias, Collection, Entry, Mapping, Node, Scalar


class _Shape(NamedTuple):
    """What a mapping may hold: a record's keys, or any keys whose values are all alike."""

    keys: dict[str, Any]
    values: Any = None


def put_in_order(node: Node, annotation: Any) -> None:
    """Sort the keys of `node` and of all below it as the type that describes it names them.

    A mapping is left as it is where sorting would move an anchor past another or past an alias.
    """
    if not isinstance(node, Collection):
        return
    shape = _shape(annotation)
    if isinstance(node, Mapping) and shape is not None and shape.keys:
        ordered = _sorted(node.entries, shape.keys)
        if _references(ordered) == _references(node.entries):
            node.entries = ordered
    for entry in node.entries:
        put_in_order(entry.value, _inner(annotation, shape, entry, node))


def _inner(annotation: Any, shape: _Shape | None, entry: Entry, node: Collection) -> Any:
    if not isinstance(node, Mapping):
        return annotation
    if shape is None:
        return None
    return shape.keys.get(_name(entry)) if shape.keys else shape.values


def _name(entry: Entry) -> str:
    key = entry.key
    return (key.value or "") if isinstance(key, Scalar) else ""


def _sorted(entries: list[Entry], known: dict[str, Any]) -> list[Entry]:
    places = {key: place for place, key in enumerate(known)}
    ranks: list[int] = []
    for entry in entries:
        ranks.append(places.get(_name(entry), ranks[-1] if ranks else -1))
    return [entry for _rank, entry in sorted(zip(ranks, entries, strict=True), key=_rank)]


def _rank(ranked: tuple[int, Entry]) -> int:
    return ranked[0]


def _references(entries: list[Entry]) -> list[int]:
    """The entries that hold an anchor or an alias, in their order."""
    return [id(entry) for entry in entries if _refers(entry)]


def _refers(entry: Entry) -> bool:
    return any(_node_refers(node) for node in (entry.key, entry.value) if node is not None)


def _node_refers(node: Node) -> bool:
    if isinstance(node, Alias) or node.anchor is not None:
        return True
    return isinstance(node, Collection) and any(_refers(entry) for entry in node.entries)


@cache
def _record_keys(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _shape(annotation: Any) -> _Shape | None:
    """The mapping that a type describes, inside lists and options too; None for other types."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Shape(_record_keys(annotation))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is dict:
        return _Shape({}, arguments[1])
    if origin in (list, tuple, Union, UnionType, Annotated):
        found = (_shape(argument) for argument in arguments)
        return next((shape for shape in found if shape is not None), None)
    return None
