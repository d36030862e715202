"""YAML read once, safely: plain data, and the line and column of every key and value.

Every scalar is text, whatever it looks like (`012`, `no`, `12:30` survive); an empty one is None.
What is wrong becomes a Diagnostic at its place. Size, depth and expansion are bounded, since files
come by mail.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_
from parcli.registry.yaml_problems import in_plain_words
from parcli.registry.yaml_text import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.error import Mark

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where PyYAML was built with it

_BOM = b"\xef\xbb\xbf"
MAX_DEPTH = 64
MAX_EXPANDED_NODES = 20_000
MAX_DUPLICATES = 100  # told in one file; who has more than these will look at all of it

type_of = type
Position = tuple[int, int]


@dataclass
class YamlSource:
    """One file's data and where each part of it stands. Lines and columns count from 1.

    `complete` is False where reading stopped early: what follows is missing from `data`.
    """

    file: str
    text: str = ""
    data: Any = None
    start: Position = (1, 1)
    complete: bool = True
    marks: dict[int, list[Mark]] = field(default_factory=dict, repr=False)
    orders: dict[int, dict[str | int, int]] = field(default_factory=dict, repr=False)

    def position(self, path: Sequence[str | int], *, key: bool = False) -> Position:
        """Where the value at `path` begins, or its key; the nearest part that exists otherwise."""
        node, found = self.data, self.start
        for step in path:
            at = self._child(node, step)
            if at is None:
                break
            is_mapping = isinstance(node, dict)
            marks = self.marks[id(node)]
            wants_key = is_mapping and key and step == path[-1]
            mark = marks[2 * at + (0 if wants_key else 1)] if is_mapping else marks[at]
            found = (mark.line + 1, mark.column + 1)
            node = node[step]
        return found

    def _child(self, node: Any, step: str | int) -> int | None:
        if isinstance(node, dict) and step in node:
            if id(node) not in self.orders:
                self.orders[id(node)] = {key: n for n, key in enumerate(node)}
            return self.orders[id(node)][step]
        if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            return step
        return None


def read_yaml(file: str, raw: bytes) -> tuple[YamlSource, list[Diagnostic]]:
    """The data of one YAML document and what is wrong with it; data None where nothing can be read.

    `file` is the name that diagnostics carry.
    """
    text, found = decoded(file, raw)
    source = YamlSource(file, text or "")
    if not source.text.strip():
        if not found:
            found.append(_error(file, (1, 1), "PAR113", N_("The file is empty.")))
        return source, found
    # libyaml reads the bytes themselves soonest, where they are what was decoded.
    _Building(source, found).run(source.text if raw.startswith(_BOM) else raw)
    return source, found


_NO_KEY: Any = object()
_SKIPPED: Any = object()


class _Stop(Exception):
    """Reading further makes no sense; the reason is already among the findings."""


class _Building:
    """Turns parse events into data, one pass."""

    def __init__(self, source: YamlSource, found: list[Diagnostic]) -> None:
        self.source = source
        self.found = found
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.expanded = 0
        self.duplicates = 0

    def run(self, stream: str | bytes) -> None:
        """Fill the source from `stream`, its text or the bytes of it."""
        top: list[Any] = []
        try:
            self._consume(Loader(stream), top)
        except yaml.YAMLError as error:
            place, message, values = in_plain_words(error)
            self._report(place, "PAR106", message, **values)
            self.source.complete = False
        except _Stop:
            self.source.complete = False
        self.source.data = top[0] if top else None

    def _consume(self, loader: Any, top: list[Any]) -> None:  # noqa: C901, PLR0912, PLR0915
        """The hot loop, one turn an event: flat on purpose, since each call here costs a tenth.

        `container` is what is being filled, `marks` its positions, `key` the key that waits for its
        value. The document is the one item of the list `top`.
        """
        next_event, all_marks, anchors = loader.get_event, self.source.marks, self.anchors
        container: Any = top
        marks: list[Mark] = []
        key: Any = _NO_KEY
        in_list = True
        nodes = 0
        stack: list[tuple[Any, list[Mark], Any, bool, str | None, int]] = []
        while True:
            event = next_event()
            kind = type_of(event)
            if kind is ScalarEvent:
                value = event.value
                if not value and not event.style:
                    value = None
                if event.tag is not None:
                    self._refuse_tag(event)
                if event.anchor is not None:
                    anchors[event.anchor] = (value, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                value = [] if kind is SequenceStartEvent else {}
                if event.tag is not None:
                    self._refuse_tag(event)
                if len(stack) >= MAX_DEPTH:
                    self._too_deep(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                done = container
                container, marks, key, in_list, anchor, began = stack.pop()
                if anchor is not None:
                    anchors[anchor] = (done, nodes - began)
                continue
            elif kind is AliasEvent:
                value, size = self._aliased(event)
                nodes += size
            elif kind is StreamEndEvent:
                break
            else:
                if kind is DocumentStartEvent and top:
                    self._second_document(event)
                continue
            nodes += 1
            outer = key
            if in_list:
                container.append(value)
                marks.append(event.start_mark)
            elif key is _NO_KEY:
                key = outer = self._new_key(value, container, marks, event)
            else:
                if key is not _SKIPPED:
                    container[key] = value
                    marks.append(event.start_mark)
                key = outer = _NO_KEY
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((container, marks, outer, in_list, event.anchor, nodes))
                container, marks, key = value, [], _NO_KEY
                all_marks[id(value)] = marks
                in_list = kind is SequenceStartEvent
        if marks:
            self.source.start = _place(marks[0])

    def _new_key(self, key: Any, container: Any, marks: list[Mark], event: Any) -> Any:
        """The key to fill next; _SKIPPED where it cannot be one."""
        if type_of(key) is str and key not in container:
            marks.append(event.start_mark)
            return key
        place = _place(event.start_mark)
        if type_of(key) is not str:
            message = N_("A key must be one plain word, not empty and not a list or a mapping.")
            self._report(place, "PAR114", message)
            return _SKIPPED
        self.duplicates += 1
        if self.duplicates > MAX_DUPLICATES:
            return _SKIPPED
        self._report(
            place,
            "PAR107",
            N_("The key “{key}” stands twice; the first one is on line {line}."),
            N_("Keep one of them. Until then the first one counts."),
            key=key,
            line=marks[2 * list(container).index(key)].line + 1,
        )
        return _SKIPPED

    def _aliased(self, event: Any) -> tuple[Any, int]:
        place = _place(event.start_mark)
        if event.anchor not in self.anchors:
            message = N_("“*{name}” points to an anchor that is not finished before it.")
            self._report(place, "PAR109", message, name=event.anchor)
            raise _Stop
        value, size = self.anchors[event.anchor]
        self.expanded += size + 1
        if self.expanded > MAX_EXPANDED_NODES:
            message = N_("Anchors and aliases expand to more than {limit} values.")
            hint = N_("Write the values out.")
            self._report(place, "PAR109", message, hint, limit=MAX_EXPANDED_NODES)
            raise _Stop
        return value, size

    def _too_deep(self, event: Any) -> None:
        message = N_("The data is nested more than {limit} levels deep.")
        self._report(_place(event.start_mark), "PAR111", message, limit=MAX_DEPTH)
        raise _Stop

    def _second_document(self, event: Any) -> None:
        message = N_("The file holds more than one YAML document (a second “---”).")
        self._report(_place(event.start_mark), "PAR112", message)
        raise _Stop

    def _refuse_tag(self, event: Any) -> None:
        self._report(
            _place(event.start_mark),
            "PAR108",
            N_("YAML tags such as “{tag}” are not allowed here."),
            N_("Remove the tag and keep the value."),
            tag=event.tag.replace("tag:yaml.org,2002:", "!!"),
        )

    def _report(
        self, place: Position, code: str, message: str, hint: str = "", **values: object
    ) -> None:
        self.found.append(_error(self.source.file, place, code, message, hint, **values))


def _place(mark: Mark) -> Position:
    return mark.line + 1, mark.column + 1


def _error(
    file: str, place: Position, code: str, message: str, hint: str = "", **values: object
) -> Diagnostic:
    return Diagnostic(file, *place, code, Severity.ERROR, message, hint, facts(values))
