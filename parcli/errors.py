"""Operations that cannot be done. Each error carries facts, its message and its exit code."""

from __future__ import annotations

import errno

from parcli.language import N_, _

# What an office meets; catalogue ids, since a reason may be stored and shown in either language.
_OS_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you have no permission for it"),
    errno.EPERM: N_("you have no permission for it"),
    errno.EROFS: N_("the disk or folder can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    getattr(errno, "EDQUOT", -1): N_("the disk space allotted to you is used up"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of the path is a file, not a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EEXIST: N_("there is one already"),
    errno.EBUSY: N_("another program has it open"),
    getattr(errno, "ETXTBSY", -2): N_("another program has it open"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.EIO: N_("the disk or the connection to it fails"),
    errno.EMFILE: N_("too many files are open"),
    errno.EFBIG: N_("it is too large"),
}
# Windows tells these apart by a number of its own: a sharing violation, a lock, a long name.
_WINDOWS = {32: errno.EBUSY, 33: errno.EBUSY, 206: errno.ENAMETOOLONG}


def os_reason(error: OSError | int) -> str:
    """Why the system refused, as a catalogue id; the system's own words for what is rare."""
    if isinstance(error, int):
        return _OS_REASONS[error]
    number = _WINDOWS.get(getattr(error, "winerror", None) or 0, error.errno or 0)
    return _OS_REASONS.get(number) or error.strerror or str(error)


class ParcliError(Exception):
    """Something could not be done; `str()` says what, where and what to do, in the user's language.

    A subclass states `message` and, where it helps, `hint` (catalogue ids with named fields);
    the fields are given as keyword arguments.
    """

    exit_code = 3
    message = N_("parcli could not do this: {reason}")
    hint = ""

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts = facts

    def __str__(self) -> str:
        """What could not be done, in the user's language."""
        return _(self.message).format(**self._said())

    def advice(self) -> str:
        """What to do about it, in the user's language; empty where there is nothing to add."""
        return _(self.hint).format(**self._said()) if self.hint else ""

    def _said(self) -> dict[str, object]:
        """The facts, a reason that the system gave in the user's language."""
        reason = self.facts.get("reason")
        known = isinstance(reason, str) and reason in _OS_REASONS.values()
        return {**self.facts, "reason": _(str(reason))} if known else self.facts


class UsageError(ParcliError):
    """The command was given something that makes no sense: exit code 2."""

    exit_code = 2
    message = N_("{reason}")


class BadPeriod(UsageError):
    """A period that is not written as parcli reads periods."""

    message = N_("“{text}” is not a period.")
    hint = N_("Write 2024, 2024-H1, 2024-Q3, 2024-9M, 2024-07, 2024-W31 or 2024-07-21.")
