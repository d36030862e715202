"""The two directives that parcli ships, read for the tests of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from parcli.model.directive import Directive

DIRECTIVES = Path(__file__).parents[2] / "data" / "directives"
NAMES = ["ba-don-2024", "bac-binh-2022"]


def no_empty_text(value: Any) -> Any:
    """`value` as the registry reads it: a key with nothing after it is absent."""
    if isinstance(value, dict):
        return {key: no_empty_text(item) for key, item in value.items() if item != ""}
    if isinstance(value, list):
        return [no_empty_text(item) for item in value]
    return value


@cache
def raw(name: str) -> dict[str, Any]:
    text = (DIRECTIVES / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  it builds text only
    return loaded


@cache
def directive(name: str) -> Directive:
    return Directive.model_validate(no_empty_text(raw(name)))
