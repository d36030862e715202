"""YAML pages as people, editors and other programs leave them: every style, comments anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

KEYS = (
    "schema", "id", "number", "title", "text", "lead", "tasks", "groups", "org", "subject",
    "khóa", "x y", '"trong ngoặc"', "'đơn'",
)  # fmt: skip
WORDS = (
    "một", "số 12", "100%", "Phòng Nội vụ", "a:b", "-x", "012", "no", "x'y", 'x"y', "a, b", "[x]",
    "{y}", "#z", "a #b", "kinh tế - xã hội", "trước ngày 15/3/2024: x", "*q", "&q", "!t", "@a",
    "%a", "|", "? x", "- y", "", " x ", "x\ty", "“Hỏi – Đáp”", "=", "~", "null", "1e3",
    "dài " * 30, "x" * 130, "đo\u0300",
)  # fmt: skip
LINES = ("dòng chữ", "dòng # chữ", "  thụt vào", "", "- gạch", "a: b", "# chữ", "dài " * 35)
COMMENTS = ("# ghi chú", "#", "#sát", "# parcli: ignore[PAR301] lý do", "# 'a: b' [x", "#\ttab")
_PLAIN = re.compile(r"\w(?:[\w ./%–“”'\"-]*[\w%”])?")
_DEEPEST = 4


def odd_page(chance: Random) -> str:
    """A page that is often, not always, one YAML document: with odd marks, ends and line ends."""
    page = _Page(chance)
    lines = page.mapping(0, 0)
    if chance.random() < 0.3:
        lines = [f"---{chance.choice(('', ' # đầu'))}", *lines]
    if chance.random() < 0.2:
        lines = ["# đầu tệp", "", *lines, "", "# cuối tệp"]
    text = "\n".join(lines) + chance.choice(("", "\n", "\n\n"))
    text = text.replace("\n", chance.choice(("\n", "\n", "\n", "\r\n")))
    return chance.choice(("", "", "", "\ufeff")) + text


class _Page:
    """Makes lines from the outside in; the first of a node's lines goes on that of its key."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.anchors: list[str] = []

    def mapping(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for key in self.chance.sample(KEYS, self.chance.randint(1, 4)):
            first, *below = self.node(indent, depth)
            colon = self.chance.choice((":", ":", " :"))
            lines += [*self.between(indent), f"{' ' * indent}{key}{colon}{first}", *below]
        return lines

    def sequence(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _item in range(self.chance.randint(1, 3)):
            if self.chance.random() < 0.4:
                first, *below = self.mapping(indent + 2, depth + 1)
                first = f" {first.lstrip(' ')}"
            else:
                first, *below = self.node(indent, depth)
            lines += [*self.between(indent), f"{' ' * indent}-{first}", *below]
        return lines

    def node(self, indent: int, depth: int) -> list[str]:
        kind = self.chance.random()
        if depth < _DEEPEST and kind < 0.45:
            made = self.mapping if kind < 0.25 else self.sequence
            deeper = indent + self.chance.choice((2, 2, 4, 1 if kind < 0.25 else 0))
            return [self.anchor() + self.beside(), *made(deeper, depth + 1)]
        if kind < 0.6:
            return [f" {self.flow(0)}{self.beside()}"]
        if kind < 0.75:
            return self.block_text(indent)
        if kind < 0.8 and self.anchors:
            return [f" *{self.chance.choice(self.anchors)}{self.beside()}"]
        if kind < 0.85:
            mark = self.chance.choice(("", '"', "'"))
            pad = " " * (indent + 1)
            return [f" {mark}đầu", f"{pad}giữa", "", f"{pad}  cuối{mark}{self.beside()}"]
        return [f" {self.word()}{self.beside()}"]

    def block_text(self, indent: int) -> list[str]:
        header = self.chance.choice("|>") + self.chance.choice(("", "-", "+", "2-", "2"))
        fixed = "2" in header
        pad = " " * (indent + (2 if fixed else self.chance.choice((1, 2, 4))))
        body = [self.chance.choice(LINES) for _line in range(self.chance.randint(0, 3))]
        remark = self.chance.choice(("", "", " # sau dấu", "\t# sau tab"))
        return [f" {header}{remark}", f"{pad}đầu", *(pad + line if line else "" for line in body)]

    def flow(self, depth: int) -> str:
        if depth > 2 or self.chance.random() < 0.5:
            return self.word()
        apart = self.chance.choice((", ", ",", ",\n         ", ", # trong ngoặc\n         "))
        items = [self.flow(depth + 1) for _item in range(self.chance.randint(0, 3))]
        if self.chance.random() < 0.5:
            return "[" + apart.join(items) + self.chance.choice(("", " ", "\n         ")) + "]"
        return "{" + apart.join(f"k{n}: {item}" for n, item in enumerate(items)) + "}"

    def word(self) -> str:
        word = self.chance.choice(WORDS)
        if _PLAIN.fullmatch(word) and self.chance.random() < 0.6:
            return word
        if self.chance.random() < 0.4 and "\t" not in word:
            return "'" + word.replace("'", "''") + "'"
        return '"' + word.replace('"', '\\"').replace("\t", "\\t") + '"'

    def anchor(self) -> str:
        if self.chance.random() < 0.85:
            return ""
        self.anchors.append(f"neo{len(self.anchors)}")
        return f" &{self.anchors[-1]}"

    def beside(self) -> str:
        if self.chance.random() < 0.8:
            return self.chance.choice(("", "", "", " ", "\t"))
        return self.chance.choice(("  ", " ", "\t", "      ")) + self.chance.choice(COMMENTS)

    def between(self, indent: int) -> list[str]:
        lines: list[str] = []
        while self.chance.random() < 0.3:
            if self.chance.random() < 0.35:
                lines.append(self.chance.choice(("", "  ", "\t")))
            else:
                column = self.chance.choice((indent, indent, 0, indent + 2, max(0, indent - 2)))
                lines.append(" " * column + self.chance.choice(COMMENTS))
        return lines
