"""Slips of clerks that benchmarks/mutations.py tries besides wrong characters and wrong names.

What is pasted twice, taken from the line above, put in the wrong field, or copied from another
office's file. Each is one line of the file and the lines that then stand in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_KEY = re.compile(r"(?P<lead>\s*(?:- )?)(?P<key>[a-z_]+): (?P<value>.+)")
_TASK = re.compile(r'(\s*)- (?:number: "?(\d+|[a-z])"?|text: .*)$')
_OPEN = re.compile(r"^(.* (?:và|của|các|để|với)) .+$")
_LISTS = ("addressees", "recipients", "criteria")
# Key → its value and what a clerk puts there instead.
_INSTEAD = {
    "type": ("type of another document", {"cong-van": "ke-hoach"}),
    "cycle": ("cycle of another report", {"quarter": "month"}),
    "position": (
        "position of another person",
        {"PHÓ CHỦ TỊCH": "CHỦ TỊCH", "CHỦ TỊCH": "PHÓ CHỦ TỊCH"},
    ),
    "authority": ("authority of another body", {"TM. ỦY BAN NHÂN DÂN": "TM. HỘI ĐỒNG NHÂN DÂN"}),
    "place": ("place of another office", {"Ba Đồn": "Đồng Hới", "Bắc Bình": "Tuy Phong"}),
    "symbol": ("symbol of another office", {"UBND-NV": "SNV-NV", "UBND-NC": "SNV-NC"}),
    "label": ("heading of another appendix", {"PHỤ LỤC 1": "PHỤ LỤC 2", "PHỤ LỤC 2": "PHỤ LỤC 3"}),
    "index": ("index of another appendix", {"par-index": "papi", "sipas": "papi", "papi": "sipas"}),
    "to": (
        "receiver and way swapped",
        {"UBND thị xã": "Phòng Nội vụ", "UBND huyện": "Phòng Nội vụ"},
    ),
    "issuer": (
        "issuer of another place",
        {"Ủy ban nhân dân huyện Bắc Bình": "Ủy ban nhân dân huyện Tuy Phong",
         "Ủy ban nhân dân thị xã Ba Đồn": "Ủy ban nhân dân thị xã Bỉm Sơn",
         "UBND tỉnh": "UBND huyện", "UBND thị xã": "UBND tỉnh"},
    ),
}  # fmt: skip


def clerks_slips(
    lines: Sequence[str], n: int, inside: str, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """What a clerk may make of line `n`, which stands inside the key `inside`: kind, new lines."""
    line = lines[n]
    key = _KEY.match(line)
    yield from _pasted(lines, n, inside)
    if key:
        yield from _misplaced(lines, key, chance)
        yield from _misread(key)


def _pasted(lines: Sequence[str], n: int, inside: str) -> Iterator[tuple[str, str]]:
    """A list's item, or its last task or section, a second time."""
    line = lines[n]
    if inside in _LISTS and re.match(r"\s*- [^:]+$", line):
        yield "item pasted twice", f"{line}\n{line}"
    task = _TASK.match(line)
    if task is None:
        return
    depth = len(task[1])
    below = range(n + 1, len(lines))
    end = next((k for k in below if lines[k].strip() and _depth(lines[k]) <= depth), n)
    is_last = end > n and not lines[end].startswith(f"{task[1]}- ")
    block = [each for each in lines[n:end] if each.strip()]
    if is_last and any("text:" in each for each in block) and task[2] and task[2].isdecimal():
        again = [f'{task[1]}- number: "{int(task[2]) + 1}"', *block[1:]]
        # The line itself goes on with the rest of its task, which the copy stands before.
        yield "task or section pasted twice", "\n".join([*block, again[0]])


def _misplaced(
    lines: Sequence[str], key: re.Match[str], chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Another place of the directive, or another field's value."""
    name, value = key["key"], key["value"].strip()
    head = f"{key['lead']}{name}: "
    kind, instead = _INSTEAD.get(name, ("", {}))
    if value in instead:
        yield kind, f"{head}{instead[value]}"
    if name == "at":
        others = {m["value"] for each in lines if (m := _KEY.match(each)) and m["key"] == "at"}
        yield "place of another citation", f"{head}{chance.choice(sorted(others - {value}))}"
    if name == "name":
        yield "position for a name", f"{head}PHÓ CHỦ TỊCH"
    if name == "subject" and value != ">-":
        yield "V/v kept", f"{head}V/v {value}"


def _misread(key: re.Match[str]) -> Iterator[tuple[str, str]]:
    """A date, a figure, a number or a sentence taken down wrongly."""
    name, value = key["key"], key["value"]
    head = f"{key['lead']}{name}: "
    iso = _ISO.search(value)
    if iso and int(iso[3]) <= 12 and iso[2] != iso[3]:
        yield "day and month swapped", f"{head}{iso[1]}-{iso[3]}-{iso[2]}"
    if iso:
        yield "year typed ahead", f"{head}{value.replace(iso[1], f'20{iso[1][3]}{iso[1][2]}')}"
    if name == "number" and (printed := re.fullmatch(r'"(\d+)"', value)):
        yield "number off by ten", f'{head}"{int(printed[1]) + 10}"'
        yield "number of the line above", f'{head}"{max(1, int(printed[1]) - 1)}"'
    if name == "text" and "100%" in value:
        yield "10% for 100% in words", f"{head}{value.replace('100%', '10%')}"
    if name == "text" and (cut := _OPEN.match(value)):
        yield "text breaks off", f"{head}{cut[1]}"
    if name == "read":
        yield "reading not in the text", f"{head}{value}n"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
