"""Diagnostics that a comment in the file silences, and comments that silence nothing or badly."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from functools import lru_cache
from typing import TYPE_CHECKING

from parcli.checks.registered import known_codes
from parcli.diagnostics import Diagnostic, Severity, facts
from parcli.language import N_
from parcli.registry.first_of_many import first_of_each_code, stands_for_more
from parcli.registry.ignore_comments import IgnoreComment
from parcli.registry.reading import UNREAD
from parcli.text import nearest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

NO_REASON, NO_EFFECT, NO_CODE = "PAR901", "PAR902", "PAR903"
# State secrets, what leaves a part of the file unread, and findings about ignore comments.
NEVER_IGNORED = UNREAD | {"PAR113", "PAR706", NO_REASON, NO_EFFECT, NO_CODE}

_NO_REASON = N_("This ignore comment gives no reason.")
_NO_REASON_HINT = N_("Write why after the bracket: # parcli: ignore[{code}] …")
_NO_EFFECT = N_("There is nothing here that ignore[{code}] could silence.")
_NO_EFFECT_HINT = N_("Remove the comment.")
_NO_CODES = N_("This ignore comment names no code.")
_NO_CODES_HINT = N_("Write the code in brackets: # parcli: ignore[PAR301] why")
_UNKNOWN = N_("There is no diagnostic “{code}”.")
_UNKNOWN_HINT = N_("Did you mean {near}?")
_NEVER = N_("{code} cannot be ignored.")


def comments_in(db: sqlite3.Connection, file: int) -> list[IgnoreComment]:
    """The ignore comments of a file, as the index keeps them."""
    sql = "SELECT line, column, first, last, codes, reason FROM ignore WHERE file = ? ORDER BY line"
    return [
        IgnoreComment(line, column, first, last, tuple(json.loads(codes)), reason)
        for line, column, first, last, codes, reason in db.execute(sql, (file,))
    ]


def without_ignored(
    path: str, diagnostics: Iterable[Diagnostic], comments: list[IgnoreComment]
) -> Iterator[Diagnostic]:
    """What is left of one file's diagnostics, then what is wrong with its ignore comments.

    Both are in the order of their lines.
    """
    used: set[tuple[int, str]] = set()
    waiting = deque(comments)
    covering: dict[str, deque[IgnoreComment]] = defaultdict(deque)
    untold = set[str]()
    for diagnostic in diagnostics:
        if diagnostic.code in UNREAD:
            untold.update(known_codes())
        if stands_for_more(diagnostic):
            untold.add(diagnostic.code)
            yield diagnostic
            continue
        while waiting and waiting[0].first <= diagnostic.line:
            comment = waiting.popleft()
            for code in comment.codes:
                covering[code].append(comment)
        silenced_by = _silencing(diagnostic, covering[diagnostic.code])
        if silenced_by is None:
            yield diagnostic
        else:
            used.add((silenced_by.line, diagnostic.code))
    about = (each for comment in comments for each in _about(path, comment, used, untold))
    yield from first_of_each_code(about)


def _silencing(diagnostic: Diagnostic, naming: deque[IgnoreComment]) -> IgnoreComment | None:
    """The first of the comments naming the code that still covers the line; others are dropped."""
    while naming and naming[0].last < diagnostic.line:
        naming.popleft()
    return naming[0] if naming and diagnostic.code not in NEVER_IGNORED else None


def _about(
    path: str, comment: IgnoreComment, used: set[tuple[int, str]], untold: set[str]
) -> Iterator[Diagnostic]:
    """What is wrong with a comment; of `untold` codes it is not known whether it has an effect."""

    def told(
        code: str, severity: Severity, message: str, hint: str, /, **values: str
    ) -> Diagnostic:
        place = (path, comment.line, comment.column)
        return Diagnostic(*place, code, severity, message, hint, facts(values))

    if not comment.codes or comment.codes == ("",):
        yield told(NO_CODE, Severity.ERROR, _NO_CODES, _NO_CODES_HINT)
        return
    if not comment.reason:
        code = ", ".join(comment.codes)
        yield told(NO_REASON, Severity.ERROR, _NO_REASON, _NO_REASON_HINT, code=code)
    known = known_codes()
    for code in comment.codes:
        if code not in known:
            near = _nearest_code(code)
            yield told(NO_CODE, Severity.ERROR, _UNKNOWN, _UNKNOWN_HINT, code=code, near=near)
        elif code in NEVER_IGNORED:
            yield told(NO_CODE, Severity.ERROR, _NEVER, _NO_EFFECT_HINT, code=code)
        elif (comment.line, code) not in used and code not in untold:
            yield told(NO_EFFECT, Severity.WARNING, _NO_EFFECT, _NO_EFFECT_HINT, code=code)


@lru_cache(maxsize=256)
def _nearest_code(code: str) -> str:
    return ", ".join(nearest(code, sorted(known_codes()), limit=1)) or "parcli explain"
