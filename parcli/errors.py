"""Operations that cannot be done. Each error carries facts, its message and its exit code."""

from __future__ import annotations

from parcli.language import N_, _


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
        return _(self.message).format(**self.facts)

    def advice(self) -> str:
        """What to do about it, in the user's language; empty where there is nothing to add."""
        return _(self.hint).format(**self.facts) if self.hint else ""


class UsageError(ParcliError):
    """The command was given something that makes no sense: exit code 2."""

    exit_code = 2
    message = N_("{reason}")


class BadPeriod(UsageError):
    """A period that is not written as parcli reads periods."""

    message = N_("“{text}” is not a period.")
    hint = N_("Write 2024, 2024-H1, 2024-Q3, 2024-9M, 2024-07, 2024-W31 or 2024-07-21.")
