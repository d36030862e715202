"""A draft as a registry file: laid out as the shipped files are,
what is unsure marked by comments."""

from __future__ import annotations

import re
from contextlib import suppress
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from parcli.intake.sources import Sources
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.accounting import Ledger
    from parcli.intake.draft import Draft

UNSURE = N_("CHECK: {reason}")
HEADING = N_(
    "Draft made from {file}. Lines marked CHECK were guessed: compare them with the document."
)

WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_]$|[(“]?[^\W\d_][^:#\n]*(?:\S)$|\d[^:#\n]*[^\W\d_][^:#\n]*$")
_SPECIAL = re.compile(r"^(?:true|false|yes|no|on|off|null|~|y|n)$", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}$")
_NEVER_PLAIN = re.compile(r"^[-?!&*%@`'\"|>\[\]{},#\s]|: |:$| #|\t")
_SPACED = {"groups", "reports", "citations", "appendices"}


def directive_yaml(draft: Draft) -> str:
    """The draft as the text of a directive file; comments say where each value stood."""
    heading = _(HEADING).format(file=draft.document.file)
    lines = [f"# {line}" for line in wrap(heading, WIDTH - 2)]
    writer = _Writer(draft.ledger, Sources(draft))
    return _canonical("\n".join([*lines, "", *writer.mapping(draft.values, 0)]) + "\n")


def plain_yaml(values: dict[str, Any], comments: list[str], ledger: Ledger | None = None) -> str:
    """Any mapping as YAML in the same layout, under comments; doubts of `ledger` are marked."""
    lines = [f"# {line}" for comment in comments for line in wrap(comment, WIDTH - 2)]
    return _canonical("\n".join([*lines, "", *_Writer(ledger).mapping(values, 0)]) + "\n")


def _canonical(text: str) -> str:
    """The text as `parcli fmt` writes it; as it is where what was read makes no sound file."""
    from parcli.registry.yaml_layout import LayoutChangesData, laid_out  # noqa: PLC0415  reads YAML

    with suppress(LayoutChangesData):
        return laid_out(None, "", text.encode()).text or text
    return text


def list_yaml(values: list[Any], depth: int, ledger: Ledger) -> list[str]:
    """The lines of a list whose dashes stand `depth` spaces from the left."""
    return _Writer(ledger).items(values, depth)


class _Writer:
    def __init__(self, ledger: Ledger | None, sources: Sources | None = None) -> None:
        self._sources = sources
        self._doubts: dict[int, dict[str, list[str]]] = {}
        for doubt in [*ledger.doubts, *ledger.unknown] if ledger else []:
            reason = _(doubt.message).format(**doubt.facts)
            self._doubts.setdefault(id(doubt.owner), {}).setdefault(doubt.key, []).append(reason)

    def mapping(self, values: dict[str, Any], depth: int) -> list[str]:
        """The lines of a mapping, indented by `depth` spaces."""
        lines: list[str] = []
        for key, value in values.items():
            if depth == 0 and key in _SPACED and lines:
                lines.append("")
            lines += self._comments(values, key, depth)
            lines += self._sourced(self._entry(str(key), value, depth), values, key, depth)
        for key in [key for key in self._doubts.get(id(values), {}) if key not in values]:
            lines += self._comments(values, key, depth)
        return lines

    def _comments(self, values: dict[str, Any], key: str, depth: int) -> Iterator[str]:
        for reason in self._doubts.get(id(values), {}).get(key, []):
            for line in wrap(_(UNSURE).format(reason=reason), WIDTH - depth - 2):
                yield f"{' ' * depth}# {line}"

    def _sourced(self, entry: list[str], values: dict[str, Any], key: str, depth: int) -> list[str]:
        """The lines of an entry with a comment that says where in the document it stood."""
        words = self._sources.beyond(values, key) if self._sources else ""
        if not words:
            return entry
        if len(entry[0]) + len(words) + 4 <= WIDTH:
            return [f"{entry[0]}  # {words}", *entry[1:]]
        return [f"{' ' * depth}# {words}", *entry]

    def _entry(self, key: str, value: Any, depth: int) -> list[str]:
        space = " " * depth
        name = key if re.fullmatch(r"[\w.-]+", key) and not key[0].isdigit() else _quoted(key)
        if value is None:
            return [f"{space}{name}:"]
        if isinstance(value, dict):
            return (
                [f"{space}{name}:", *self.mapping(value, depth + 2)]
                if value
                else [f"{space}{name}: {{}}"]
            )
        if isinstance(value, list):
            return (
                [f"{space}{name}:", *self.items(value, depth + 2)]
                if value
                else [f"{space}{name}: []"]
            )
        return _scalar(f"{space}{name}:", value, depth)

    def items(self, values: list[Any], depth: int) -> list[str]:
        """The lines of a list, its dashes indented by `depth` spaces."""
        lines: list[str] = []
        for place, value in enumerate(values):
            if isinstance(value, dict):
                inner = self.mapping(value, depth + 2)
                first = next(n for n, line in enumerate(inner) if not line.lstrip().startswith("#"))
                lines += [" " * depth + line.lstrip() for line in inner[:first]]
                lines.append(f"{' ' * depth}- {inner[first].lstrip()}")
                lines += inner[first + 1 :]
                if "groups" in value or "tasks" in value:
                    lines += [""] if place + 1 < len(values) else []
            elif isinstance(value, list):
                inner = self.items(value, depth + 2)
                lines.append(
                    f"{' ' * depth}- {inner[0].lstrip()}" if inner else f"{' ' * depth}- []"
                )
                lines += inner[1:]
            else:
                lines += _scalar(f"{' ' * depth}-", value, depth)
        return lines


def _scalar(head: str, value: Any, depth: int) -> list[str]:
    """A scalar after its key or dash: on the line, folded over several, or kept line by line."""
    if value is None:
        return [f"{head} null"]
    if isinstance(value, bool | int | float):
        return [f"{head} {value}"]
    text = str(value)
    if "\n" in text:
        return _kept(head, text, depth)
    shown = _inline(text)
    if len(head) + 1 + len(shown) <= WIDTH or not _foldable(text):
        return [f"{head} {shown}"]
    space = " " * (depth + 2)
    return [f"{head} >-", *(f"{space}{line}" for line in _folded(text, WIDTH - depth - 2))]


def _folded(text: str, width: int) -> list[str]:
    # A line that begins with a dash would read as a list: the dash stays with the word before it.
    joined = text.replace(" - ", "\0- ")
    lines = wrap(joined, width, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\0", " ") for line in lines]


def _foldable(text: str) -> bool:
    """Whether folding gives the text back: no double spaces, no white space at its ends."""
    return "  " not in text and text == text.strip()


def _kept(head: str, text: str, depth: int) -> list[str]:
    if (
        text != text.strip()
        or text.startswith(" ")
        or any(line != line.rstrip() for line in text.split("\n"))
    ):
        return [f"{head} {_quoted(text)}"]
    space = " " * (depth + 2)
    return [f"{head} |-", *(f"{space}{line}" if line else "" for line in text.split("\n"))]


def _inline(text: str) -> str:
    if _DATE.fullmatch(text):
        return text if len(text) > 4 or text.startswith(("19", "20")) else _quoted(text)
    if _NEVER_PLAIN.search(text) or _SPECIAL.match(text) or not text or text != text.strip():
        return _quoted(text)
    return text if _PLAIN.match(text) and not text[-1].isspace() else _quoted(text)


def _quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return f'"{escaped}"'
