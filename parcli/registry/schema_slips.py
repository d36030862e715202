"""Slips of the hand that leave good YAML with other data than was meant.

A “: ” inside a text, a comma inside { }, a missing space: YAML reads keys where a text was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.registry.schema_wordings import (
    COLON_INSIDE,
    COMMA,
    CURLY_QUOTES,
    DECIMAL_COMMA,
    NO_BREAK,
    NO_SPACE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from parcli.registry.schema_wordings import Wording
    from parcli.registry.yaml_source import YamlSource

Path = tuple[str | int, ...]
Told = tuple["Wording", "Mapping[str, object]"]
_SCOPED_UNIT = "ScopedUnit"
_SCOPED_KEYS = ("unit", "scope")
_CURLY = "“”„‘’"
_BREAKS = "\u00a0\u202f\u3000"


def value_at(data: Any, path: Sequence[str | int]) -> Any:
    """The value at `path`; None where the data ends before it."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def follows_from_another(source: YamlSource, error: ErrorDetails, path: Path) -> bool:
    """Whether an error only repeats a slip that another error of the same mapping tells."""
    kind, missing = error["type"], error["loc"][-1]
    if kind == "missing":
        given = error["input"] if isinstance(error["input"], dict) else {}
        glued = any(isinstance(key, str) and key.startswith(f"{missing}:") for key in given)
        return glued or (_is_scoped(error) and _text_with_colon(given, _SCOPED_KEYS) is not None)
    if kind != "extra_forbidden" or not path:
        return False
    mapping = value_at(source.data, path[:-1])
    run = _stray_run(source, path) if isinstance(mapping, dict) else []
    return len(run) > 1 and run[0] != path[-1]


def text_with_colon(value: Any) -> Told | None:
    """A mapping where a text belongs: “Lưu: VT” without quotes; None for any other value."""
    found = _text_with_colon(value, ())
    if found and str(found["word"])[:1] in _CURLY:
        [(word, rest)] = value.items()
        text = _quoted(f"{word}: {rest or ''}".strip(_CURLY))
        return CURLY_QUOTES, {"word": word.strip(_CURLY), "text": text}
    return (COLON_INSIDE, found) if found else None


def unknown_key_slip(
    source: YamlSource, error: ErrorDetails, path: Path, known: Collection[str]
) -> Told | None:
    """What slip made the unknown key at `path`; None where it is simply not known."""
    key, mapping = str(path[-1]), value_at(source.data, path[:-1])
    name, colon, rest = key.partition(":")
    if colon and name in known and mapping.get(key) is None:
        return NO_SPACE, {"key": name, "rest": rest}
    if key.strip(_BREAKS + " ") != key:
        return NO_BREAK, {}
    if _is_scoped(error) and (found := _text_with_colon(mapping, _SCOPED_KEYS)):
        return COLON_INSIDE, found
    return _comma(source, path, mapping)


def _is_scoped(error: ErrorDetails) -> bool:
    return error["loc"][-2:-1] == (_SCOPED_UNIT,)


def _text_with_colon(value: Any, known: Collection[str]) -> dict[str, object] | None:
    if not isinstance(value, dict) or len(value) != 1:
        return None
    [(word, rest)] = value.items()
    if word in known or not (rest is None or isinstance(rest, str)) or ":" in word:
        return None
    return {"word": word, "text": _quoted(f"{word}: {rest or ''}".rstrip())}


def _comma(source: YamlSource, path: Path, mapping: dict[str, Any]) -> Told | None:
    """The text that a comma cut off, with the one before the comma."""
    run = _stray_run(source, path)
    if not run:
        return None
    keys = list(mapping)
    first = keys.index(run[0])
    before = mapping[keys[first - 1]] if first else None
    if not isinstance(before, str):
        return None
    line, column = source.position((*path[:-1], run[0]), key=True)
    space = " " if source.lines[line - 1][column - 2 : column - 1] == " " else ""
    whole = f",{space}".join([before, *run])
    if len(run) == 1 and not space and before.isdecimal() and run[0].isdecimal():
        return DECIMAL_COMMA, {"key": run[0], "text": f"{before}.{run[0]}"}
    return COMMA, {"key": run[0], "text": _quoted(whole)}


def _stray_run(source: YamlSource, path: Path) -> list[str]:
    """The keys without “:” inside { } that follow one another, the one at `path` among them."""
    mapping = value_at(source.data, path[:-1])
    if not _is_stray(source, path, mapping[path[-1]]):
        return []
    keys = list(mapping)
    first = last = keys.index(str(path[-1]))
    while first and _is_stray(source, (*path[:-1], keys[first - 1]), mapping[keys[first - 1]]):
        first -= 1
    while last + 1 < len(keys) and _is_stray(
        source, (*path[:-1], keys[last + 1]), mapping[keys[last + 1]]
    ):
        last += 1
    return keys[first : last + 1]


def _is_stray(source: YamlSource, path: Path, value: Any) -> bool:
    if value is not None:
        return False
    line, column = source.position(path, key=True)
    after = source.lines[line - 1][column - 1 :]
    name = str(path[-1])
    return after.startswith(name) and after[len(name) :].lstrip()[:1] in (",", "}")


def _quoted(text: str) -> str:
    from parcli.registry.yaml_layout.nodes import Scalar  # noqa: PLC0415  only a slip pays for it
    from parcli.registry.yaml_layout.scalars import on_one_line  # noqa: PLC0415  as above

    plain = on_one_line(Scalar(text))
    return plain if plain[:1] in ("'", '"') else f'"{text}"'
