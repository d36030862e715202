"""Parse events of a YAML file → plain data, one pass; what is wrong is a finding at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

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

from parcli.diagnostics import Severity
from parcli.language import N_
from parcli.registry.yaml_text import finding_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import Mark

    from parcli.diagnostics import Diagnostic
    from parcli.registry.yaml_source import Position, YamlSource

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where PyYAML was built with it
MAX_DEPTH = 64
MAX_EXPANDED_NODES = 20_000
MAX_DUPLICATES = 100  # told in one file; who has more than these will look at all of it

type_of = type
_CONTAINERS = (MappingStartEvent, SequenceStartEvent)
_VALUES = (ScalarEvent, AliasEvent, *_CONTAINERS)


class _Stop(Exception):
    """Reading further makes no sense; the reason is already among the findings."""


class Marked(NamedTuple):
    """The marks that libyaml gave, by the `id` of each container; of a mapping, key and value."""

    marks: dict[int, list[Mark]]

    def place_of(self, node: Any, _step: str | int, at: int, *, key: bool) -> Position:
        """The line and column, from 1, of the value that is item `at` of `node`, or of its key."""
        marks = self.marks[id(node)]
        return _place(marks[2 * at + (not key)] if isinstance(node, dict) else marks[at])


class Building:
    """Turns parse events into data, one pass.

    A container is put in its place before it is filled, so that a file that breaks off keeps what
    stands before the break.
    """

    def __init__(self, source: YamlSource, found: list[Diagnostic]) -> None:
        self.source = source
        self.found = found
        self.marks: dict[int, list[Mark]] = {}
        source.places = Marked(self.marks)
        self.next_event: Callable[[], Any]
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.depth = 0
        self.nodes = 0
        self.expanded = 0
        self.duplicates = 0

    def run(self, stream: str | bytes) -> None:
        """Fill the source from `stream`, its text or the bytes of it."""
        try:
            self.next_event = LOADER(stream).get_event
            self._document()
        except yaml.YAMLError as error:
            from parcli.registry.yaml_problems import in_plain_words  # noqa: PLC0415  seldom

            slip = in_plain_words(error, self.source.text)
            self._report(slip.place, "PAR106", slip.message, slip.hint, **slip.values)
            self._break_off()
        except _Stop:
            self._break_off()

    def _break_off(self) -> None:
        """Note the innermost item of a list that is still open: each is the last of the one around.

        `depth` tells how many are.
        """
        self.source.complete = False
        node: Any = self.source.data
        path: tuple[str | int, ...] = ()
        for _level in range(self.depth - 1):
            if not node or not isinstance(node, dict | list):
                break
            step = len(node) - 1 if isinstance(node, list) else next(reversed(node))
            path, node = (*path, step), node[step]
            if isinstance(step, int) and isinstance(node, dict):
                self.source.unfinished = self.source.position(path)

    def _document(self) -> None:
        documents = 0
        while type_of(event := self.next_event()) is not StreamEndEvent:
            if type_of(event) is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._second_document(event)
            elif type_of(event) in _VALUES:
                self.source.start = _place(event.start_mark)
                self.source.data = self._begun(event)
                self._fill(self.source.data, event)

    def _fill(self, data: Any, start: Any) -> None:
        """Read what is inside the container that `start` begins; nothing for any other value."""
        if type_of(start) not in _CONTAINERS:
            return
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._too_deep(start)
        before = self.nodes
        marks: list[Mark] = []
        self.marks[id(data)] = marks
        if type_of(start) is MappingStartEvent:
            self._fill_mapping(data, marks)
        else:
            self._fill_list(data, marks)
        self.depth -= 1
        self.nodes += len(data)
        if start.anchor is not None:
            self.anchors[start.anchor] = (data, self.nodes - before + 1)

    def _fill_mapping(self, data: dict[str, Any], marks: list[Mark]) -> None:
        """Keys and values in turn; what has no place for want of a key is read and passed over."""
        next_event = self.next_event
        while type_of(event := next_event()) is not MappingEndEvent:
            if _is_plain(event):
                key = event.value
            else:
                key = self._begun(event)
                self._fill(key, event)
            fits = type_of(key) is str and key not in data
            if fits:
                marks.append(event.start_mark)
            else:
                self._refuse_key(key, data, marks, event)
            event = next_event()
            plain = _is_plain(event)
            value = event.value if plain else self._begun(event)
            if fits:
                data[key] = value
                marks.append(event.start_mark)
            if not plain:
                self._fill(value, event)

    def _fill_list(self, data: list[Any], marks: list[Mark]) -> None:
        next_event = self.next_event
        while type_of(event := next_event()) is not SequenceEndEvent:
            plain = _is_plain(event)
            value = event.value if plain else self._begun(event)
            data.append(value)
            marks.append(event.start_mark)
            if not plain:
                self._fill(value, event)

    def _begun(self, event: Any) -> Any:
        """The value that an event begins: a scalar, what an alias means, or a container to fill."""
        if type_of(event) is AliasEvent:
            value, size = self._aliased(event)
            self.nodes += size
            return value
        if event.tag is not None:
            self._refuse_tag(event)
        if type_of(event) is not ScalarEvent:
            return {} if type_of(event) is MappingStartEvent else []
        value = event.value if event.value or event.style else None
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        return value

    def _refuse_key(self, key: Any, data: Any, marks: list[Mark], event: Any) -> None:
        """Say why the value of this key is passed over."""
        place = _place(event.start_mark)
        if type_of(key) is not str:
            message = N_("A key must be one plain word, not empty and not a list or a mapping.")
            self._report(place, "PAR114", message, N_("Write “key: value”."))
            return
        self.duplicates += 1
        if self.duplicates > MAX_DUPLICATES:
            return
        self._report(
            place,
            "PAR107",
            N_("The key “{key}” stands twice; the first one is on line {line}."),
            N_("Keep one of them. Until then the first one counts."),
            key=key,
            line=marks[2 * list(data).index(key)].line + 1,
        )

    def _aliased(self, event: Any) -> tuple[Any, int]:
        place = _place(event.start_mark)
        if event.anchor not in self.anchors:
            message = N_("“*{name}” points to an anchor that is not finished before it.")
            hint = N_("If “*” belongs to the text, put the text in quotes; the rest is not read.")
            self._report(place, "PAR109", message, hint, name=event.anchor)
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
        hint = N_("Close the brackets, or write it with fewer levels; the rest is not read.")
        self._report(_place(event.start_mark), "PAR111", message, hint, limit=MAX_DEPTH)
        raise _Stop

    def _second_document(self, event: Any) -> None:
        message = N_("The file holds more than one YAML document (a second “---”).")
        hint = N_("Put each in a file of its own, or remove the line; what follows is not read.")
        self._report(_place(event.start_mark), "PAR112", message, hint)
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
        error = Severity.ERROR
        file = self.source.file
        self.found.append(finding_at(file, place, code, message, hint, severity=error, **values))


def _is_plain(event: Any) -> bool:
    """Whether the event is a scalar with nothing to it but its text."""
    return (
        type_of(event) is ScalarEvent
        and event.value != ""
        and event.tag is None
        and event.anchor is None
    )


def _place(mark: Mark) -> Position:
    return mark.line + 1, mark.column + 1
