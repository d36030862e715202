"""How one value is written: plain where that is safe, quoted where not, wrapped where it is long.

parcli reads every plain value as text, so “012”, “no” and “12:30” need no quotes. Where the author
put such a value in quotes, for other programs that would read a number there, the quotes stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

if TYPE_CHECKING:
    from parcli.registry.yaml_layout.nodes import Scalar

WIDTH = 100
_NARROWEST = 40  # what deep nesting leaves for text at least

_ODD = re.compile(
    "[^\x09\x0a\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_PLAIN = re.compile(
    r"""(?!(?:---|\.\.\.)(?:\ |$))        # not what begins or ends a document
        (?:[^\s\-?:,\[\]{}\#&*!|>'"%@`]   # an indicator cannot come first,
           |[-?:](?=\S))                  # but these may where no space follows
        (?:[^:\#\n\t]|:(?!\ |$)|(?<!\ )\#)*
        (?<!\ )""",
    re.VERBOSE,
)
_SIGNS = re.compile(r"[\W_]*")  # alone they look like YAML's own
_NUMBER_1_2 = re.compile(
    r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII
)
# A lone dash stays with its neighbours: “kinh tế - xã hội”, and no line looks like a list item.
_FOLD = re.compile(r"(?<=[^ \t])(?<! [-–]) (?=[^ \t])(?![-–] )")
_DOUBLE_OR_BACKSLASH = re.compile(r'["\\]')
_NEEDS_ESCAPE = re.compile(rf"[\n\t]|{_ODD.pattern}")
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_IN_BRACKETS = re.compile(r"[,\[\]{}:]|^\?")  # a plain value in brackets cannot hold these
_TEXT = "tag:yaml.org,2002:str"
_resolver: Any = Resolver()


def written(scalar: Scalar, column: int, indent: int) -> tuple[str, list[str]]:
    """What stands on the key's line from `column` on, and the lines below it, indented.

    Text of several lines stands line by line, however long they are.
    """
    value = scalar.value or ""
    pad, room = " " * indent, max(WIDTH - indent, _NARROWEST)
    if "\n" in value:
        body = value.removesuffix("\n")
        if not _may_be_block(body):
            return _in_quotes(value), []
        lines = body.split("\n")
        return "|-" if body == value else "|", [pad + line if line else "" for line in lines]
    short = on_one_line(scalar)
    if column + len(short) <= WIDTH or not _may_be_block(value):
        return short, []
    lines = _wrapped(value, room)
    if len(lines) == 1 and len(value) > room:
        return short, []  # nowhere to break it: below the key it would be as wide
    return ">-", [pad + line for line in lines]


def on_one_line(scalar: Scalar) -> str:
    """A value plain if it may be, else in quotes: double, or single where it holds double ones."""
    value = scalar.value or ""
    if not _PLAIN.fullmatch(value) or _ODD.search(value):
        return _in_quotes(value)
    quotes = scalar.quoted if _is_typed(value) else _SIGNS.fullmatch(value)
    return _in_quotes(value) if quotes else value


def in_brackets(scalar: Scalar) -> str:
    """A value as an item of [ ] or { }, where commas and brackets must be quoted too."""
    value = on_one_line(scalar)
    plain = value == scalar.value
    return _in_quotes(value) if plain and _IN_BRACKETS.search(value) else value


def _is_typed(value: str) -> bool:
    """Whether a reader that guesses types takes `value` for something else than text."""
    tag = _resolver.resolve(ScalarNode, value, (True, False))
    return tag != _TEXT or _NUMBER_1_2.fullmatch(value) is not None


def _may_be_block(value: str) -> bool:
    """Whether a block text gives `value` back exactly and shows all of it."""
    lines = value.split("\n")
    starts_with_text = lines[0][:1] not in ("", " ", "\t")
    ends_with_text = bool(lines[-1])
    no_trailing_blanks = not any(line.endswith((" ", "\t")) for line in lines)
    return starts_with_text and ends_with_text and no_trailing_blanks and not _ODD.search(value)


def _wrapped(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` characters, broken only where joining gives it back."""
    lines: list[str] = []
    for word in _FOLD.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _in_quotes(value: str) -> str:
    if _DOUBLE_OR_BACKSLASH.search(value) and not _NEEDS_ESCAPE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if not _ODD.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}"
