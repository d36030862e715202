"""The first of very many findings of one kind, and a word that there are more.

In megabytes of damaged text the same finding ten thousand times over would help nobody and take
minutes; but nobody may take the first ones for all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from parcli.diagnostics import facts
from parcli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parcli.diagnostics import Diagnostic

MOST = 200
_MORE = N_("From here on there are more of this kind: {shown} of them are told.")
_MORE_HINT = N_("Mend those above; parcli validate then tells the next ones.")


def first_of_many(found: Iterable[Diagnostic], most: int = MOST) -> Iterator[Diagnostic]:
    """The first `most` of the findings; where there are others, one more at the next one's place.

    What comes after is not asked for.
    """
    left = iter(found)
    yield from islice(left, most)
    following = next(left, None)
    if following is not None:
        yield _cut(following, most)


def first_of_each_code(found: Iterable[Diagnostic], most: int = MOST) -> Iterator[Diagnostic]:
    """The same for findings of several kinds, each counted for itself."""
    counts: Counter[str] = Counter()
    for diagnostic in found:
        counts[diagnostic.code] += 1
        if counts[diagnostic.code] <= most + 1:
            ahead = counts[diagnostic.code] <= most
            yield diagnostic if ahead else _cut(diagnostic, most)


def stands_for_more(diagnostic: Diagnostic) -> bool:
    """Whether a finding only says that there are more of its kind."""
    return diagnostic.message == _MORE


def _cut(diagnostic: Diagnostic, shown: int) -> Diagnostic:
    words = facts({"shown": shown})
    return replace(diagnostic, message=_MORE, hint=_MORE_HINT, facts=words)
