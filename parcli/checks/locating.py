"""From a place in a file's data to its line and column, each file read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.registry.files import Unreadable, read_bytes
from parcli.registry.yaml_source import YamlSource, read_yaml
from parcli.registry.yaml_text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.checks.finding import DataPath

_INHERITED = {"lead", "support", "deadline", "meaning", "criteria"}


def source_of(root: Path, path: str) -> YamlSource:
    """The file read again; empty where it is gone meanwhile."""
    try:
        return read_yaml(path, read_bytes(root, path, MAX_BYTES))[0]
    except Unreadable:
        return YamlSource(path)


def located(source: YamlSource, record: DataPath, field: DataPath) -> tuple[int, int]:
    """Line and column of a field, the record's own or an inherited one, or else the record's."""
    while field and field[0] in _INHERITED and record:
        if _mapping(source.data, record).get(field[0]) is not None:  # a key left blank inherits
            break
        record = record[:-2]
    path = (*record, *field)
    # A record that its key names, such as a task of a progress file, begins with the key.
    return source.position(path, key=bool(_mapping(source.data, path)))


def _mapping(data: Any, path: DataPath) -> dict[Any, Any]:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}
