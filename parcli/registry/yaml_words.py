"""Plain data as lines of YAML in the canonical layout, which is the one `parcli fmt` writes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from parcli.registry.yaml_layout.nodes import Scalar
from parcli.registry.yaml_layout.scalars import on_one_line, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_STEP = 2


def pair_lines(key: str, value: Any, indent: int) -> list[str]:
    """`key: value` as whole lines, the key at `indent`.

    `value` is text, a number, or a list or mapping of such; an empty one is written in brackets.
    """
    head = f"{' ' * indent}{on_one_line(Scalar(key))}:"
    if isinstance(value, dict) and value:
        return [head, *mapping_lines(value, indent + _STEP)]
    if isinstance(value, list) and value:
        return [head, *_list_lines(value, indent + _STEP)]
    return _after(head, value, indent)


def mapping_lines(value: Mapping[str, Any], indent: int) -> list[str]:
    """A mapping as whole lines, each key at `indent`."""
    return [line for key, item in value.items() for line in pair_lines(key, item, indent)]


def number_text(value: float) -> str:
    """A figure without exponent and without an empty fraction: 85, 83.94."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _list_lines(items: Sequence[Any], indent: int) -> list[str]:
    lines = []
    for item in items:
        dash = f"{' ' * indent}-"
        if isinstance(item, dict) and item:
            first, *rest = mapping_lines(item, indent + _STEP)
            lines += [f"{dash} {first.lstrip(' ')}", *rest]
        else:
            lines += _after(dash, item, indent)
    return lines


def _after(head: str, value: Any, indent: int) -> list[str]:
    if isinstance(value, dict | list):
        return [f"{head} {'{}' if isinstance(value, dict) else '[]'}"]
    text = number_text(value) if isinstance(value, int | float) else value
    first, below = written(Scalar(text), len(head) + 1, indent + _STEP)
    return [f"{head} {first}", *below]
