"""Deadlines for hypothesis to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from parcli.schedule.deadline import Deadline


def told(member: type[Deadline], **values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Members with these values and no others, which `builds` would make up for named tuples."""
    return st.fixed_dictionaries(values).map(lambda given: member(**given))
