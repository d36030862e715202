"""From a file's text to its nodes.

The parser is the one that reads the data (`registry.yaml_source`), so both see the same file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from parcli.registry.yaml_building import LOADER
from parcli.registry.yaml_layout.nodes import (
    Alias,
    Collection,
    Entry,
    Mapping,
    Page,
    Remark,
    Scalar,
    Sequence,
)
from parcli.registry.yaml_layout.remarks import blank_line_in, content_end, find_remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.registry.yaml_layout.nodes import Node

_BOUNDS = (StreamStartEvent, DocumentStartEvent, DocumentEndEvent)
_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


def read_page(text: str) -> Page:
    """The nodes of `text`, which must be one YAML document without errors."""
    return _Reading(text).page()


def comments_of(text: str) -> list[str]:
    """The comments of a YAML text, sorted: what a layout must neither lose nor add to."""
    return sorted(remark.text for remark in find_remarks(text, _events(text)))


def _events(text: str) -> Iterator[Any]:
    """What the parser sees, without the bounds of stream and document; its end comes last."""
    loader = LOADER(text)
    while True:
        event = loader.get_event()
        if not isinstance(event, _BOUNDS):
            yield event
        if isinstance(event, StreamEndEvent):
            return


class _Reading:
    """Walks the events once; comments wait until the entry that they belong to is known."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events = list(_events(text))
        self.remarks = list(find_remarks(text, self.events))
        self.waiting = 0  # the first comment that no entry has
        self.current = 0  # the event to read next
        self.ended = 0  # where the last value, bracket or comment ended

    def page(self) -> Page:
        """The whole file."""
        top = self._top()
        whole = Entry(Scalar(None))
        self._value(whole)
        root, parted = whole.value, False
        if isinstance(root, Collection) and root.entries:
            parted = _without_first_blank(root)
        beside = [whole.beside] if whole.beside else []
        above, bottom = (beside, []) if _is_anchored_block(root) else ([], beside)
        bottom += self._take(len(self.text))
        return Page([*top, *whole.before, *above], root, bottom, parted)

    def _top(self) -> list[Remark]:
        """The comments that stay at the head of the file whatever becomes of its first key.

        All above it; but where a blank line parts only some from it, the rest is the first key's,
        and a comment that silences a diagnostic always is.
        """
        start = self.events[0].start_mark.index
        above = [remark for remark in self.remarks if remark.offset < start]
        kept = len(above)
        if above and not blank_line_in(self.text, above[-1].end, start):
            parted = [n for n, remark in enumerate(above) if n and remark.blank_above]
            kept = parted[-1] if parted else kept
        kept = next((n for n, remark in enumerate(above[:kept]) if remark.silences), kept)
        return self._take(above[kept - 1].end if kept else 0)

    def _value(self, entry: Entry) -> None:
        """Put the node that comes next into `entry`, with the comment at the end of its line."""
        event = self.events[self.current]
        self.current += 1
        if isinstance(event, _STARTS):
            self._beside_anchor(event, entry)
            entry.value = node = self._collection(event)
            if not node.entries:
                entry.before += node.after
                node.after = []
        else:
            self._comment_inside(event, entry)
            self.ended = content_end(self.text, event)
            entry.value = _leaf(event)
        self._beside(entry)

    def _collection(self, start: Any) -> Mapping | Sequence:
        in_mapping = isinstance(start, MappingStartEvent)
        kind = Mapping if in_mapping else Sequence
        node = kind(start.anchor, bool(start.flow_style))
        if start.flow_style:
            self.ended = start.end_mark.index
        while not isinstance(self.events[self.current], _ENDS):
            node.entries.append(self._entry(in_mapping=in_mapping))
        end = self.events[self.current]
        self.current += 1
        if start.flow_style:
            node.after = self._take(end.start_mark.index)
            self.ended = end.end_mark.index
        else:
            # The mark after the properties of a block is that of its first entry; for a list not
            # indented deeper than its key it is one more, so that the next key keeps its comments.
            node.after = self._take(end.start_mark.index, start.end_mark.column)
        return node

    def _entry(self, *, in_mapping: bool) -> Entry:
        event = self.events[self.current]
        start = event.start_mark.index
        entry = Entry(Scalar(None), before=self._take(start))
        entry.blank_above = blank_line_in(self.text, self.ended, start)
        if in_mapping:
            self.current += 1
            self.ended = content_end(self.text, event)
            entry.key = _leaf(event)
            self._beside(entry)
        following = self.events[self.current]
        if in_mapping and not (isinstance(following, _STARTS) and not following.flow_style):
            entry.before += self._take(following.start_mark.index)
        self._value(entry)
        if isinstance(entry.value, Collection) and entry.value.entries:
            _without_first_blank(entry.value)
        return entry

    def _beside_anchor(self, start: Any, entry: Entry) -> None:
        """Give `entry` the comment after “&name”; what it names begins on a line below."""
        if start.anchor is not None and not start.flow_style:
            self.ended = start.start_mark.index + len(f"&{start.anchor}")
            self._beside(entry)

    def _comment_inside(self, event: Any, entry: Entry) -> None:
        """The comment after “>-”, which lies inside the value."""
        if self.waiting < len(self.remarks):
            remark = self.remarks[self.waiting]
            if event.start_mark.index < remark.offset < event.end_mark.index:
                self._put_beside(entry, remark)

    def _beside(self, entry: Entry) -> None:
        """Give `entry` the comment that stands on the line where the last token ended."""
        if self.waiting < len(self.remarks):
            remark = self.remarks[self.waiting]
            following = self.events[min(self.current, len(self.events) - 1)].start_mark.index
            same_line = "\n" not in self.text[self.ended : remark.offset]
            if remark.offset < following and same_line and not remark.whole_line:
                self._put_beside(entry, remark)
                self.ended = remark.end

    def _put_beside(self, entry: Entry, remark: Remark) -> None:
        self.waiting += 1
        if entry.beside is not None:
            entry.before.append(entry.beside)
        entry.beside = remark

    def _take(self, limit: int, column: int = 0) -> list[Remark]:
        """The waiting comments before the offset `limit`, up to the first left of `column`."""
        taken = []
        while self.waiting < len(self.remarks):
            remark = self.remarks[self.waiting]
            if remark.offset >= limit or (remark.whole_line and remark.column < column):
                break
            taken.append(remark)
            self.ended = remark.end
            self.waiting += 1
        return taken


def _leaf(event: Any) -> Scalar | Alias:
    if isinstance(event, AliasEvent):
        return Alias(str(event.anchor))
    assert isinstance(event, ScalarEvent)  # noqa: S101  keys that are lists were refused before
    empty = not event.value and not event.style
    return Scalar(None if empty else event.value, event.anchor, quoted=event.style in ("'", '"'))


def _is_anchored_block(node: Node) -> bool:
    return isinstance(node, Collection) and not node.in_brackets and node.anchor is not None


def _without_first_blank(node: Collection) -> bool:
    """Forget a blank line above the first thing in `node`; whether there was one."""
    first = node.entries[0]
    top: Entry | Remark = first.before[0] if first.before else first
    had, top.blank_above = top.blank_above, False
    return had
