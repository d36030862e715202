"""Which directive that is gone came back under another file name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from parcli.queries.task_matching import placed_tasks
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parcli.model.directive import Directive

_ENOUGH = 0.5  # of all their texts; two plans made from one form share less than this
_ONE_ID = 2.0  # surer than any likeness


def renamed_directives(
    gone: Mapping[str, Directive], come: Mapping[str, Directive]
) -> dict[str, str]:
    """New path → old path, for those with one id inside or with mostly the same texts.

    The surest pair first; a directive is in one pair at most.
    """
    texts = {path: _texts(one) for path, one in (*gone.items(), *come.items())}
    scored = [
        (_ONE_ID if before.id == after.id else _likeness(texts[old], texts[new]), new, old)
        for new, after in come.items()
        for old, before in gone.items()
    ]
    found: dict[str, str] = {}
    for score, new, old in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _ENOUGH and new not in found and old not in found.values():
            found[new] = old
    return found


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of texts that both have, 0 to 1."""
    return 2 * (old & new).total() / (old.total() + new.total())


def _texts(directive: Directive) -> Counter[str]:
    """What the directive says, text by text, folded; its number and date are not among them."""
    tasks = [placed.words for placed in placed_tasks(directive)]
    groups = [folded(group.title or "") for group in directive.groups]
    appendices = [folded(appendix.title or "") for appendix in directive.appendices]
    return Counter([folded(directive.subject), *groups, *appendices, *tasks])
