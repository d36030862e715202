"""Where each value of a draft stood in the document: page, paragraph, table, row, cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import NOWHERE, Place
from parcli.language import N_, _
from parcli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.draft import Draft

_PARTS = (
    ("page", N_("page {number}")),
    ("line", N_("line {number}")),
    ("paragraph", N_("paragraph {number}")),
    ("table", N_("table {number}")),
    ("row", N_("row {number}")),
    ("cell", N_("cell {number}")),
)
# Values that are printed together with another one.
_TOGETHER = {"symbol": "number", "issued": "dateline", "place": "dateline"}
_STRUCTURE = {"groups", "tasks", "appendices", "source", "extra", "reports"}
_ENOUGH = 60


def in_words(place: Place) -> str:
    """A place as people say it: "page 1, table 2, row 3"; "" for NOWHERE."""
    told = place._asdict()
    return ", ".join(_(words).format(number=told[part]) for part, words in _PARTS if told[part])


class Sources:
    """The places of a draft's values, by the mapping that holds each and its key."""

    def __init__(self, draft: Draft) -> None:
        self._places: dict[tuple[int, str], Place] = {}
        texts = []
        self._tables: dict[tuple[int, int | None], Place] = {}
        for line in draft.document.paragraphs():
            texts.append((one_line(line.text), line.place))
            for claim in draft.ledger.of(line):
                place, _column = line.position(claim.start)
                self._places.setdefault((id(claim.owner), claim.key), place)
                if line.place.table:
                    self._tables.setdefault((id(claim.owner), line.place.table), line.place)
        for duty in draft.values.get("reports", []):
            said = one_line(duty.get("text", ""))[:_ENOUGH]
            found = (place for text, place in texts if said and said in text)
            self._places[id(duty), "text"] = next(found, NOWHERE)

    def of(self, owner: dict[str, Any], key: str) -> Place:
        """Where `owner[key]` stood; NOWHERE for what no single place says."""
        place = self._places.get((id(owner), key))
        return place or self._places.get((id(owner), _TOGETHER.get(key, "")), NOWHERE)

    def table(self, owner: dict[str, Any], number: int) -> Place:
        """Where a table that `owner` keeps begins; the table alone where no cell of it is known."""
        place = self._tables.get((id(owner), number), Place(table=number))
        return place._replace(row=None, cell=None)

    def beyond(self, owner: dict[str, Any], key: str) -> str:
        """The same in words, as far as the mapping's own `source` does not say it; "" for none."""
        if key in _STRUCTURE:
            return ""
        known = owner.get("source") or {}
        place = self.of(owner, key)._asdict()
        told = (
            _(words).format(number=place[part])
            for part, words in _PARTS
            if place[part] is not None and known.get(part) != place[part]
        )
        return ", ".join(told)

    def listed(self, values: dict[str, Any], at: str = "") -> Iterator[tuple[str, dict[str, int]]]:
        """Paths such as "appendices[0].groups[1].title" with the place of each value."""
        for key, value in values.items():
            path = f"{at}.{key}".strip(".")
            if key not in _STRUCTURE:
                place = self.of(values, key)._asdict()
                told = {part: number for part, number in place.items() if number is not None}
                if told:
                    yield path, told
            for n, each in enumerate(value if isinstance(value, list) else []):
                if isinstance(each, dict):
                    yield from self.listed(each, f"{path}[{n}]")
