"""From nodes to canonical text: block style, two columns an indent, comments where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.registry.yaml_layout.nodes import (
    Alias,
    Collection,
    Entry,
    Mapping,
    Node,
    Page,
    Remark,
    Scalar,
    Sequence,
)
from parcli.registry.yaml_layout.scalars import in_brackets, on_one_line, written

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEP = 2
_LONGEST_KEY = 1000  # YAML wants a key of more than 1,024 characters marked by “?”


def write_page(page: Page) -> str:
    """The whole file, one line feed at its end."""
    lines = _remark_lines(page.top, 0)
    if page.parted and lines:
        lines.append("")
    if isinstance(page.root, Collection) and page.root.entries:
        lines += [_anchored("", page.root)] if page.root.anchor else []
        lines += _block(page.root, 0)
    else:
        first, below = _value("", page.root, _STEP)
        lines += [first.lstrip(" "), *below]
    lines += _remark_lines(page.bottom, 0, first_may_part=True)
    return "\n".join(lines) + "\n"


def _block(node: Collection, indent: int) -> list[str]:
    lines: list[str] = []
    for entry in node.entries:
        if isinstance(node, Sequence):
            _lift_remarks(entry)
        lines += _remark_lines(entry.before, indent, first_may_part=bool(lines))
        if entry.blank_above and lines:
            lines.append("")
        lines += _item(entry, indent) if isinstance(node, Sequence) else _pair(entry, indent)
    return lines + _remark_lines(node.after, indent, first_may_part=True)


def _lift_remarks(entry: Entry) -> None:
    """Comments of the first key in a list item stand above the item, whose line that key shares."""
    node = entry.value
    if not isinstance(node, Collection) or not node.entries or node.anchor is not None:
        return
    if _kept_in_brackets(entry, ""):
        return
    first = node.entries[0]
    if isinstance(node, Sequence):
        _lift_remarks(first)
    lifted = [entry.beside] if entry.beside else []
    lifted += first.before
    entry.beside, first.before = None, []
    if lifted:
        lifted[0].blank_above, entry.blank_above = entry.blank_above, False
        entry.before += lifted


def _pair(entry: Entry, indent: int) -> list[str]:
    pad = " " * indent
    head = pad + _key(entry.key)
    long_key = len(head) - indent > _LONGEST_KEY
    above = [f"{pad}? {head[indent:].removesuffix(':')}"] if long_key else []
    head = pad + ":" if long_key else head
    node = entry.value
    if bracketed := _kept_in_brackets(entry, head):
        return [*above, bracketed]
    if isinstance(node, Collection) and node.entries:
        return [*above, _with_remark(_anchored(head, node), entry), *_block(node, indent + _STEP)]
    if _may_be_cut_off(entry):
        return [*above, _cut_off(head, entry)]
    first, below = _value(head, node, indent + _STEP)
    return [*above, _with_remark(first, entry), *below]


def _item(entry: Entry, indent: int) -> list[str]:
    head = " " * indent + "-"
    node = entry.value
    if bracketed := _kept_in_brackets(entry, head):
        return [bracketed]
    if isinstance(node, Collection) and node.entries:
        inner = _block(node, indent + _STEP)
        if node.anchor is not None:
            return [_with_remark(_anchored(head, node), entry), *inner]
        return [head + " " + inner[0][indent + _STEP :], *inner[1:]]
    if _may_be_cut_off(entry):
        return [_cut_off(head, entry)]
    first, below = _value(head, node, indent + _STEP)
    return [_with_remark(first, entry), *below]


def _may_be_cut_off(entry: Entry) -> bool:
    """Whether the comment may be the rest of the text before it: “kế hoạch #1” without quotes.

    Only its author can tell. With one blank between them `parcli validate` asks (PAR715); two, or a
    line of its own for the text, would settle it unasked.
    """
    node, beside = entry.value, entry.beside
    if beside is None or not beside.close or beside.silences or not isinstance(node, Scalar):
        return False
    value = node.value or ""
    return " " in value and node.anchor is None and on_one_line(node) == value


def _cut_off(head: str, entry: Entry) -> str:
    text = entry.value.value if isinstance(entry.value, Scalar) else ""
    return f"{head} {text} {entry.beside.text if entry.beside else ''}"


def _kept_in_brackets(entry: Entry, head: str) -> str:
    """The line of a bracketed value that a comment covers, however long; empty for any other value.

    A comment silences one line, so items that stand on it must not move to lines of their own.
    """
    node = entry.value
    if not isinstance(node, Collection) or not node.in_brackets:
        return ""
    remarks = [*entry.before[-1:], *([entry.beside] if entry.beside else [])]
    if not any(remark.silences for remark in remarks):
        return ""
    items = _brackets(node)
    return _with_remark(f"{_anchored(head, node)} {items}", entry) if items else ""


def _brackets(node: Collection) -> str:
    """A collection on one line; empty where something in it has comments of its own."""
    items = [_bracketed(item) for item in node.entries]
    opening, closing = "{}" if isinstance(node, Mapping) else "[]"
    return f"{opening}{', '.join(items)}{closing}" if all(items) and not node.after else ""


def _bracketed(entry: Entry) -> str:
    """An item on the line of its list; empty where that cannot hold it."""
    node, key = entry.value, entry.key
    if entry.before or entry.beside or isinstance(key, Alias) or (key and key.anchor):
        return ""
    if isinstance(node, Alias) or node.anchor is not None:
        return ""
    if isinstance(node, Collection):
        value = _brackets(node)
    else:
        value = "" if node.value is None else in_brackets(node)
    return f"{in_brackets(key)}: {value}" if key and value else value


def _value(head: str, node: Node, indent: int) -> tuple[str, list[str]]:
    """A value that begins on the line of `head`, and the lines below it."""
    if isinstance(node, Alias):
        return f"{head} *{node.name}", []
    head = _anchored(head, node)
    if isinstance(node, Collection):
        return head + (" {}" if isinstance(node, Mapping) else " []"), []
    if node.value is None:
        return head, []
    first, below = written(node, len(head) + 1, indent)
    return f"{head} {first}", below


def _key(key: Scalar | Alias | None) -> str:
    if isinstance(key, Alias):
        return f"*{key.name} :"
    name = key or Scalar("")
    anchor = f"&{name.anchor} " if name.anchor is not None else ""
    return f"{anchor}{on_one_line(name)}:"


def _anchored(head: str, node: Scalar | Collection) -> str:
    if node.anchor is None:
        return head
    return f"{head} &{node.anchor}" if head else f"&{node.anchor}"


def _with_remark(line: str, entry: Entry) -> str:
    """`line` with the comment beside it, two spaces apart."""
    return line if entry.beside is None else f"{line}  {entry.beside.text}"


def _remark_lines(
    remarks: Iterable[Remark], indent: int, *, first_may_part: bool = False
) -> list[str]:
    lines: list[str] = []
    for remark in remarks:
        if remark.blank_above and (lines or first_may_part):
            lines.append("")
        lines.append(" " * indent + remark.text)
    return lines
