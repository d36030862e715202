"""An explicit `meaning:` of a deadline: the words of a file as a member of the deadline union.

A file's scalars are text; here each gets the type that the member's field has.
"""

from __future__ import annotations

import re
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from parcli.errors import BadPeriod
from parcli.language import N_
from parcli.schedule import deadline as union
from parcli.schedule.deadline import MEMBERS
from parcli.schedule.periods import Period
from parcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from parcli.schedule.deadline import Deadline

NO_KIND = N_("`kind` is missing; it is one of: {allowed}.")
NOT_A_KIND = N_("“{value}” is not a kind of deadline; it is one of: {allowed}.")
KIND_NEAR = N_("“{value}” is not a kind of deadline. Did you mean “{near}”?")
NO_DAY = N_("“{value}” is not a day that exists.")
NOT_A_KEY = N_("“{key}” is no part of a {kind} deadline; it has: {allowed}.")
NOT_A_VALUE = N_("“{value}” is not a value of “{key}”; allowed: {allowed}.")
NEEDS = N_("A {kind} deadline needs {needed}.")

_PERIODS = {"date": r"\d{4}-\d\d-\d\d", "period": r".+"}
_SPAN = re.compile(r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T\d+H)?")
_TIME = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d")
_BOUNDS = {
    "day": (-1, 31), "month": (1, 12), "quarter": (1, 4), "half": (1, 2), "week": (-1, 5),
    "weekday": (1, 7),
}  # fmt: skip
_OF_ANY = ("kind", "phrase")
# Without these a member falls due on no day.
_NEEDED = {
    "fixed": ("date", "period", "day", "month", "quarter", "half", "week"),
    "range": ("start", "end", "end_event", "span"),
    "duration": ("span",),
    "compound": ("parts",),
    "event": ("event",),
    "reference": ("reference",),
}


class BadMeaning(ValueError):
    """A `meaning:` of another form: at which key, and a message with its fields."""

    def __init__(self, path: tuple[str | int, ...], message: str, **values: str) -> None:
        super().__init__(message.format(**values))
        self.path = path
        self.message = message
        self.values = values


def read_meaning(given: Mapping[str, Any], phrase: str = "") -> Deadline:
    """The deadline that a `meaning:` states, with the phrase it explains. Raises BadMeaning."""
    for problem in meaning_problems(given):
        raise problem
    kind = given["kind"]
    types = _types(kind)
    values: dict[str, Any] = {
        key: tuple(map(read_meaning, value)) if key == "parts" else _typed(key, value, types[key])
        for key, value in given.items()
        if key not in _OF_ANY
    }
    return MEMBERS[kind](phrase=str(given.get("phrase") or phrase), **values)


def meaning_problems(given: Mapping[str, Any]) -> Iterator[BadMeaning]:
    """Everything that is wrong with a `meaning:`; with a kind misspelt, by the one that is near."""
    kind = str(given.get("kind") or "")
    if kind not in MEMBERS:
        near = nearest(kind, MEMBERS, limit=1) if kind else []
        yield _bad_kind(kind, near)
        if not near:
            return
        kind = near[0]
    problems = list(_bad_values(kind, given))
    yield from problems
    needed = _NEEDED.get(kind, ())
    if not problems and needed and not any(name in given for name in needed):
        yield BadMeaning((), NEEDS, kind=kind, needed=" / ".join(needed))


def _bad_values(kind: str, given: Mapping[str, Any]) -> Iterator[BadMeaning]:
    types = _types(kind)
    for key, value in given.items():
        if key in _OF_ANY:
            continue
        if key not in types:
            yield BadMeaning((key,), NOT_A_KEY, key=str(key), kind=kind, allowed=", ".join(types))
        elif key == "parts":
            yield from _bad_parts(value)
        else:
            try:
                _typed(key, value, types[key])
            except BadMeaning as problem:
                yield problem


def _bad_kind(kind: str, near: list[str]) -> BadMeaning:
    allowed = ", ".join(MEMBERS)
    if not kind:
        return BadMeaning(("kind",), NO_KIND, allowed=allowed)
    if near:
        return BadMeaning(("kind",), KIND_NEAR, value=kind, near=near[0])
    return BadMeaning(("kind",), NOT_A_KIND, value=kind, allowed=allowed)


@cache
def _types(kind: str) -> dict[str, Any]:
    member = MEMBERS[kind]
    hints = get_type_hints(member, vars(union) | {"Deadline": union.Deadline})
    return {name: hints[name] for name in member._fields if name not in ("phrase", "kind")}


def _bad_parts(value: Any) -> Iterator[BadMeaning]:
    if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        allowed = "[{…}, …]"
        yield BadMeaning(("parts",), NOT_A_VALUE, key="parts", value=str(value), allowed=allowed)
        return
    for n, part in enumerate(value):
        for problem in meaning_problems(part):
            yield BadMeaning(("parts", n, *problem.path), problem.message, **problem.values)


def _typed(key: str, value: Any, wanted: Any) -> Any:
    """`value` as one of the types that the field may have; raises BadMeaning where none fits."""
    allowed: list[str] = []
    for option in _options(wanted):
        converted, description = _converted(key, value, option)
        if converted is not None:
            return converted
        allowed.append(description)
    if key == "date" and isinstance(value, str) and re.fullmatch(_PERIODS["date"], value):
        raise BadMeaning((key,), NO_DAY, value=value)
    raise BadMeaning((key,), NOT_A_VALUE, key=key, value=str(value), allowed=" / ".join(allowed))


def _options(wanted: Any) -> list[Any]:
    if get_origin(wanted) in (Union, UnionType):
        return [option for option in get_args(wanted) if option is not NoneType]
    return [wanted]


def _converted(key: str, value: Any, wanted: Any) -> tuple[Any, str]:
    """The value in the type, None where it does not fit; and what would fit, in words."""
    if get_origin(wanted) is Literal:
        choices = get_args(wanted)
        return (value if value in choices else None), ", ".join(choices)
    if get_origin(wanted) is tuple:
        return _listed(key, value, get_args(wanted)[0])
    if wanted is bool:
        return {"true": True, "false": False}.get(str(value).lower()), "true, false"
    if wanted is int:
        return _whole_number(key, value)
    return (value if isinstance(value, str) and _is_text_of(key, value) else None), _form(key)


def _listed(key: str, value: Any, item: Any) -> tuple[Any, str]:
    if not isinstance(value, list):
        return None, f"[{_converted(key, None, item)[1]}]"
    found = [_converted(key, each, item) for each in value]
    good = all(converted is not None for converted, _description in found)
    return (tuple(c for c, _d in found) if good else None), "[…]"


def _whole_number(key: str, value: Any) -> tuple[int | None, str]:
    low, high = _BOUNDS.get(key, (-1000, 1000))
    described = f"{low}…{high}" if key in _BOUNDS else "0, 1, 2…"
    if not isinstance(value, str) or not re.fullmatch(r"-?\d{1,4}", value, re.ASCII):
        return None, described
    number = int(value)
    # Where days are counted, -1 is the last one, and there is no day 0.
    counts_from_one = low == -1
    fits = low <= number <= high and not (counts_from_one and number == 0)
    return (number if fits else None), described


def _is_text_of(key: str, value: str) -> bool:
    if key in _PERIODS:
        return re.fullmatch(_PERIODS[key], value) is not None and _is_period(value)
    if key == "time":
        return _TIME.fullmatch(value) is not None
    if key == "span":
        return _SPAN.fullmatch(value) is not None
    return bool(value)


def _is_period(value: str) -> bool:
    try:
        Period.parse(value)
    except BadPeriod:
        return False
    return True


def _form(key: str) -> str:
    forms = {"date": "2024-07-21", "period": "2024, 2024-Q3, 2024-07", "time": "17:00"}
    return forms.get(key, "P15D" if key == "span" else "“…”")
