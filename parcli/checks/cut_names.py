"""Names of units that a comma inside [ ] has cut in two: [Phòng Kinh tế, Hạ tầng và Đô thị]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.checks.written_names import Place, listed_names, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.checks.context import Context
    from parcli.checks.written_names import WrittenName

# So many items at most are one name's: "Kinh tế, Hạ tầng, Văn hóa và Đô thị".
_MOST = 4


def cut_names(context: Context, unknown: Sequence[WrittenName]) -> dict[Place, str]:
    """Where the parts of cut names stand: the whole name at the first part, "" at the others.

    Parts are neighbours of one list that together are a known name; one of them at least is none.
    """
    lists: dict[Place, dict[int, WrittenName]] = {}
    for name in unknown:
        for place in places(context, name.number):
            *field, n = place.field
            if isinstance(n, int):  # `via` is one name, not a list
                lists.setdefault(place._replace(field=tuple(field)), {})[n] = name
    cut: dict[Place, str] = {}
    for listed, items in lists.items():
        for first, whole, count in _joined(context, listed_names(context, listed), items):
            for n in range(first, first + count):
                cut[listed._replace(field=(*listed.field, n))] = whole if n == first else ""
    return cut


def _joined(
    context: Context, written: Sequence[str], unknown: dict[int, WrittenName]
) -> Iterator[tuple[int, str, int]]:
    """Runs of items that are one name: where it begins, the name, how many items it takes."""
    first = 0
    while first < len(written) - 1:
        for count in range(2, min(_MOST, len(written) - first) + 1):
            parts = [unknown[n] for n in range(first, first + count) if n in unknown]
            whole = ", ".join(written[first : first + count])
            if parts and _is_known(context, parts[0], whole):
                yield first, whole, count
                first += count - 1
                break
        first += 1


def _is_known(context: Context, beside: WrittenName, whole: str) -> bool:
    on = context.day_of(beside.org, beside.since)
    return bool(context.names(beside.org).find(whole, on).ids)
