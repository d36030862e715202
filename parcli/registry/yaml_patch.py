"""Changing some values of a YAML text and leaving every other character as it is.

The new words are spliced in where the old ones stood, so comments, order, quotes and line breaks of
all else survive. A round trip through a YAML library would lose or move the comments that follow a
replaced list, and would write the untouched parts anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from parcli.errors import ParcliError
from parcli.language import N_
from parcli.registry.yaml_words import mapping_lines, number_text, pair_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Patch = dict[str, Any]
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"(?:^|(?<=[ \t\n]))#[^\n]*")
_KEEP_HEADER = re.compile(r"[|>]\d?\+")


class NotPatched(ParcliError):
    """A text in which a value cannot be changed without touching others."""

    message = N_("{file} cannot be changed by parcli: its layout is unusual.")
    hint = N_("Change it in an editor; parcli validate then checks it.")


class Anchored(NotPatched):
    """A text whose parts refer to each other."""

    message = N_("{file} cannot be changed by parcli: line {line} has an anchor (& or *).")


class _Splice(NamedTuple):
    start: int
    end: int
    words: str


def patched(
    file: str, text: str, patch: Patch, order_of: Callable[[tuple[str, ...]], Sequence[str]]
) -> str:
    """`text` with `patch` merged in as RFC 7396 does.

    Mappings merge, None removes, anything else replaces. New keys stand where `order_of(path)` has
    them, after all others where it does not. `file` names the text in errors. Raises NotPatched for
    text with anchors, or where the outcome would not be exact.
    """
    _refuse_anchors(file, text)
    if text and not text.endswith("\n"):
        text += "\n"
    root = _composed(text)
    if root is None:
        return text + _block(merged({}, patch))
    work = _Patching(text, order_of)
    if _is_block_mapping(root):
        work.merge(root, patch, ())
    else:
        whole = _block(merged(_data(root), patch)).removesuffix("\n")
        work.splices.append(_Splice(root.start_mark.index, root.end_mark.index, whole))
    changed = work.applied()
    if not _reads_as(changed, merged(_data(root), patch)):
        raise NotPatched(file=file)
    return changed


def merged(data: Any, patch: Mapping[str, Any]) -> dict[str, Any]:
    """`data` with `patch` merged in; data that is no mapping gives way."""
    result = dict(data) if isinstance(data, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            result[key] = merged(result.get(key), value)
        else:
            result[key] = value
    return result


class _Patching:
    """Collects the splices of one text, all worked out on the text as it was."""

    def __init__(self, text: str, order_of: Callable[[tuple[str, ...]], Sequence[str]]) -> None:
        self.text = text
        self.order_of = order_of
        self.splices: list[_Splice] = []

    def merge(self, node: Any, patch: Patch, path: tuple[str, ...]) -> None:
        """Splices that merge `patch` into a block mapping."""
        present = {key.value: (key, value) for key, value in node.value}
        new: Patch = {}
        for name, value in patch.items():
            if name not in present:
                if value is not None:
                    new[name] = merged({}, value) if isinstance(value, dict) else value
                continue
            key, old = present[name]
            if value is None:
                self._remove(key, old)
            elif isinstance(value, dict) and _is_block_mapping(old):
                self.merge(old, value, (*path, name))
            else:
                self._replace(key, old, value)
        self._insert(present, new, self.order_of(path))

    def applied(self) -> str:
        """The text with every splice made."""
        pieces, at = [], 0
        for splice in sorted(self.splices, key=lambda splice: splice[:2]):
            pieces += [self.text[at : splice.start], splice.words]
            at = splice.end
        return "".join([*pieces, self.text[at:]])

    def _replace(self, key: Any, old: Any, value: Any) -> None:
        if isinstance(value, dict):
            value = merged(_data(old), value)
        if _plain(_data(old)) == _plain(value):
            return
        start, end = key.start_mark.index, self._end(old)
        indent = key.start_mark.column
        comments = self._comments(key, old, end)
        lines = pair_lines(key.value, value, indent)
        if len(lines) > 1:
            line_end = self._line_end(end)
            comments += [tail] if (tail := self.text[end:line_end].strip()) else []
            end = line_end
        words = [f"{' ' * indent}{comment}" for comment in comments] + lines
        self.splices.append(_Splice(start - indent, end, "\n".join(words)))

    def _remove(self, key: Any, old: Any) -> None:
        end = self._end(old)
        start = key.start_mark.index - key.start_mark.column
        comments = self._comments(key, old, end)
        line_end = self._line_end(end)
        comments += [tail] if (tail := self.text[end:line_end].strip()) else []
        kept = "".join(f"{' ' * key.start_mark.column}{comment}\n" for comment in comments)
        self.splices.append(_Splice(start, line_end + 1, kept))

    def _insert(
        self, present: dict[str, tuple[Any, Any]], new: Patch, order: Sequence[str]
    ) -> None:
        first = next(iter(present.values()))[0].start_mark
        for name, value in sorted(new.items(), key=lambda pair: _rank(pair[0], order)):
            before = _last_before(name, present, order)
            if before is None:
                at = first.index - first.column
            else:
                at = self._line_end(self._end(present[before][1])) + 1
            words = "\n".join(mapping_lines({name: value}, first.column)) + "\n"
            self.splices.append(_Splice(at, at, words))

    def _end(self, node: Any) -> int:
        """Where the last character of a node's own words is; comments after it are not its own."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar_end(node)
        if node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _scalar_end(self, node: Any) -> int:
        start, end = node.start_mark.index, node.end_mark.index
        if node.style not in ("|", ">"):
            return int(end)
        words = self.text[start:end]
        keeps = _KEEP_HEADER.match(words)
        return int(start) + len(words.removesuffix("\n") if keeps else words.rstrip())

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def _comments(self, key: Any, old: Any, end: int) -> list[str]:
        """Comments among the words that go: they are kept, above what comes instead."""
        start = key.end_mark.index
        words = list(self.text[start:end])
        for first, last in self._scalar_spans(old):
            words[first - start : last - start] = "x" * (last - first)
        return [found.strip() for found in _COMMENT.findall("".join(words))]

    def _scalar_spans(self, node: Any) -> list[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, self._scalar_end(node)
            if node.style in ("|", ">"):
                start = min(self._line_end(start) + 1, end)
            return [(start, end)]
        spans = []
        for item in node.value:
            for child in item if isinstance(item, tuple) else (item,):
                spans += self._scalar_spans(child)
        return spans


def _refuse_anchors(file: str, text: str) -> None:
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        if getattr(event, "anchor", None) is not None:
            raise Anchored(file=file, line=event.start_mark.line + 1)


def _reads_as(text: str, expected: Any) -> bool:
    try:
        return bool(_plain(_data(_composed(text))) == _plain(expected))
    except yaml.YAMLError:
        return False


def _composed(text: str) -> Any:
    return yaml.compose(text, Loader=_Loader)


def _is_block_mapping(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode) and not node.flow_style and bool(node.value)


def _data(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    if node is None or (node.style is None and not node.value):
        return None
    return node.value


def _plain(value: Any) -> Any:
    """`value` as a reader of its YAML sees it: figures as text, absent and empty mappings alike."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()} or None
    if isinstance(value, list):
        return [_plain(item) for item in value] or None
    return number_text(value) if isinstance(value, int | float) else value


def _rank(name: str, order: Sequence[str]) -> int:
    return order.index(name) if name in order else len(order)


def _last_before(name: str, present: Mapping[str, Any], order: Sequence[str]) -> str | None:
    """The key that `name` comes after: the last one whose place is before its own."""
    rank = _rank(name, order)
    before = [other for other in present if name not in order or _rank(other, order) < rank]
    return before[-1] if before else None


def _block(data: Mapping[str, Any]) -> str:
    return "\n".join(mapping_lines(data, 0)) + "\n"
