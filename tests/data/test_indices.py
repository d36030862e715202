"""The three sets of indices that parcli ships: their counts, order and honesty about sources."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from shipped import NAMES, directive, no_empty_text

from parcli.model.index_framework import IndexFramework
from parcli.text import nfc

INDICES = Path(__file__).parents[2] / "data" / "indices"
FRAMEWORKS = ["par-index", "sipas", "papi"]


@cache
def framework(name: str) -> IndexFramework:
    text = (INDICES / f"{name}.yaml").read_text(encoding="utf-8")
    plain = yaml.load(text, yaml.BaseLoader)  # noqa: S506  it builds text only
    return IndexFramework.model_validate(no_empty_text(plain))


@pytest.mark.parametrize(
    ("name", "sizes", "scored_by"),
    [
        ("par-index", [7, 3, 5, 3, 6, 3, 3, 4], "documents"),
        ("sipas", [2, 2, 9, 10, 3, 4, 3, 3, 3], "survey"),
        ("papi", [4, 4, 3, 4, 3, 4, 3, 3], "survey"),
    ],
)
def test_dimensions_and_criteria(name: str, sizes: list[int], scored_by: str) -> None:
    read = framework(name)
    assert [len(dimension.criteria) for dimension in read.dimensions] == sizes
    assert (read.id, read.scored_by) == (name, scored_by)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_numbers_run_without_gap(name: str) -> None:
    for place, dimension in enumerate(framework(name).dimensions, 1):
        assert dimension.number == str(place)
        numbers = [criterion.number for criterion in dimension.criteria]
        assert numbers == [f"{place}.{n}" for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_no_maximum_is_shipped_because_none_was_verified(name: str) -> None:
    for dimension in framework(name).dimensions:
        assert dimension.max_points is None
        assert all(criterion.max_points is None for criterion in dimension.criteria)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_text_is_nfc_and_names_are_unique_and_without_full_stop(name: str) -> None:
    text = (INDICES / f"{name}.yaml").read_text(encoding="utf-8")
    assert text == nfc(text)
    names = [c.name for dimension in framework(name).dimensions for c in dimension.criteria]
    assert len(names) == len(set(names))
    assert not [each for each in names if each.endswith(".")]


@pytest.mark.parametrize("name", ["par-index", "papi"])
def test_what_is_from_memory_or_doubtful_is_marked(name: str) -> None:
    assert {source.certainty for source in framework(name).sources} > {"verified"}


def test_sipas_method_and_its_years() -> None:
    sipas = framework("sipas")
    assert (sipas.sources[0].number, sipas.sources[0].issued) == ("1001/QĐ-BNV", "2023-12-11")
    assert sipas.years is not None
    assert (sipas.years.from_, sipas.years.until) == ("2022", "2026")


@pytest.mark.parametrize("name", NAMES)
def test_every_criterion_a_shipped_directive_names_exists(name: str) -> None:
    numbers = {
        f"{index}/{each.number}"
        for index in FRAMEWORKS
        for dimension in framework(index).dimensions
        for each in (dimension, *dimension.criteria)
    }
    named = set(
        re.findall(
            r"\b(?:par-index|sipas|papi)/[\d.]+\d|\b(?:par-index|sipas|papi)/\d",
            str(directive(name).model_dump()),
        )
    )
    assert named
    assert named <= numbers


@pytest.mark.parametrize(("appendix", "index"), [("1", "par-index"), ("2", "sipas"), ("3", "papi")])
def test_criteria_stand_in_the_order_of_the_source(appendix: str, index: str) -> None:
    rows = [
        criterion
        for part in directive("ba-don-2024").appendices
        if part.number == appendix
        for tasks in (part.tasks, *(group.tasks for group in part.groups))
        for task in tasks
        for criterion in task.criteria
        if criterion.startswith(f"{index}/")
    ]
    listed = [
        f"{index}/{criterion.number}"
        for dimension in framework(index).dimensions
        for criterion in dimension.criteria
    ]
    assert rows == listed
