"""New units go to the end of a catalogue's lists; what the office wrote stays."""

from __future__ import annotations

import pytest

from parcli.intake.accounting import Ledger
from parcli.intake.catalogue_additions import extended

UNIT = {"id": "so-b", "name": "Sở B", "kind": "so"}
GROUP = {"id": "cac-so", "name": "Các sở", "kinds": ["so"]}
HEAD = "schema: parcli.units/1\nid: x\norganisation: {name: UBND tỉnh X, level: province}\n"


def add(text: str) -> str | None:
    ledger = Ledger()
    ledger.doubt(GROUP, "kinds", "why")
    return extended(HEAD + text, "x.yaml", [UNIT], [GROUP], ledger)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "units: []\ngroups: [] # none yet\n",
            "units:\n  - id: so-b\n    name: Sở B\n    kind: so\n"
            "groups: # none yet\n  - id: cac-so\n    name: Các sở\n    # CHECK: why\n"
            "    kinds:\n      - so\n",
        ),
        (
            "units:\n- {id: so-a, name: Sở A, kind: so}  # ours\n\n# the end\n",
            "units:\n- {id: so-a, name: Sở A, kind: so}  # ours\n"
            "- id: so-b\n  name: Sở B\n  kind: so\n\n# the end\n"
            "groups:\n  - id: cac-so\n    name: Các sở\n    # CHECK: why\n    kinds:\n      - so\n",
        ),
    ],
)
def test_entries_are_put_at_the_end(text: str, made: str) -> None:
    assert add(text) == HEAD + made


@pytest.mark.parametrize(
    "text",
    [
        "units: [{id: so-a, name: Sở A, kind: so}]\n",  # no lines to put others between
        "units:\n  - {id: so-a\n",  # a file that cannot be read is left alone
    ],
)
def test_a_catalogue_that_cannot_be_extended_is_left(text: str) -> None:
    assert add(text) is None
