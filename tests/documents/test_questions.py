"""Which directive a report is about where the user names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parcli.documents.questions import NoDirectiveThen, WhichDirective, chosen_directive
from parcli.registry.compiled.store import open_index
from parcli.schedule.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Q3_2022, Q3_2024 = Period.parse("2022-Q3"), Period.parse("2024-Q3")


@pytest.mark.parametrize(
    ("period", "orgs", "home", "chosen"),
    [
        (Q3_2024, (), ("ba-don",), "ba-don-2024"),
        (Q3_2024, ("ba-don",), (), "ba-don-2024"),
        # What another organisation issued, where the office has none of its own then.
        (Q3_2022, (), ("ba-don",), "bac-binh-2022"),
        (Q3_2022, ("bac-binh",), ("ba-don",), "bac-binh-2022"),
    ],
)
def test_the_directive_in_force(
    shipped: Path, period: Period, orgs: tuple[str, ...], home: tuple[str, ...], chosen: str
) -> None:
    assert chosen_directive(open_index(shipped), None, period, orgs, home) == chosen


def test_none_of_the_units_organisation(shipped: Path) -> None:
    with pytest.raises(NoDirectiveThen):
        chosen_directive(open_index(shipped), None, Q3_2022, ("ba-don",), ("ba-don",))


def test_several_must_be_told_apart_and_the_homes_come_first(
    shipped: Path, registry: Callable[[Mapping[str, str]], Path]
) -> None:
    own = (shipped / "data/directives/ba-don-2024.yaml").read_text(encoding="utf-8")
    other = own.replace("ba-don-2024", "khac-2024").replace("org: ba-don", "org: khac")
    files = {
        f"data/directives/{name}-2024.yaml": text
        for name, text in (("ba-don", own), ("khac", other))
    }
    index = open_index(registry(files))
    assert chosen_directive(index, None, Q3_2024, (), ("ba-don",)) == "ba-don-2024"
    with pytest.raises(WhichDirective, match="ba-don-2024, khac-2024"):
        chosen_directive(index, None, Q3_2024)
