"""The tasks that a unit leads, as its report tells them: by part and heading, with results."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from parcli.documents.contexts.headings import Headings, in_one_line, part_titles
from parcli.documents.contexts.results import STATUS_WORDS, Result, verdict
from parcli.documents.contexts.wording import DOTS, figure, letter, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.documents.contexts.report_frame import ReportFrame
    from parcli.queries.task_rows import TaskRow


@dataclass(frozen=True)
class TargetLine:
    """A target, in its printed words where the task has several, and what was reached."""

    label: str
    text: str
    reached: str


@dataclass(frozen=True)
class TaskLine:
    """A task the unit leads, and what it reported; dots where it has reported nothing."""

    id: str
    words: str
    targets: tuple[TargetLine, ...]
    status: str
    result: str | None
    evidence: str | None


@dataclass(frozen=True)
class Section:
    """The unit's tasks under one heading of the document; `title` is the path of headings."""

    letter: str
    title: str | None
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True)
class Part:
    """The unit's tasks in the body of the document or in one of its appendices."""

    number: int
    title: str
    sections: tuple[Section, ...]


def task_parts(
    tasks: Sequence[TaskRow], reported: dict[str, Result], frame: ReportFrame
) -> tuple[Part, ...]:
    """Tasks by appendix and heading, in the order of the document."""
    titles = part_titles(frame)
    headings = Headings(frame)
    parts: list[Part] = []
    for appendix, inside in groupby(tasks, key=lambda task: task.appendix):
        number = len(parts) + 1
        parts.append(Part(number, titles[appendix], _sections(inside, headings, reported)))
    return tuple(parts)


def task_words(task: TaskRow) -> str:
    """A task in its own words: title and text, the lines of a list run together."""
    text = "; ".join(
        line.strip().lstrip("-+•").strip().rstrip(".;") for line in (task.text or "").split("\n")
    )
    return sentence(": ".join(filter(None, (task.title, text))))


def _sections(
    tasks: Iterable[TaskRow], headings: Headings, reported: dict[str, Result]
) -> tuple[Section, ...]:
    grouped = groupby(tasks, key=lambda task: headings.of(task.key))
    return tuple(
        Section(
            letter(n),
            in_one_line(above),
            tuple(_task_line(task, reported.get(task.id)) for task in inside),
        )
        for n, (above, inside) in enumerate(grouped)
    )


def _task_line(task: TaskRow, result: Result | None) -> TaskLine:
    targets = tuple(
        TargetLine(_label(task, target), target["text"], _reached(target, result, n))
        for n, target in enumerate(task.targets, 1)
    )
    written = result.result if result else None
    status = STATUS_WORDS[result.status] if result else "Kết quả"
    silent = result is not None and result.status != "not-applicable" and not targets
    return TaskLine(
        task.id,
        task_words(task),
        targets if result is None or result.status != "not-applicable" else (),
        status,
        sentence(written) if written else (DOTS if result is None or silent else None),
        (result.evidence_words() or None) if result else None,
    )


def _label(task: TaskRow, target: dict[str, Any]) -> str:
    if len(task.targets) == 1:
        return "Mức đạt so với chỉ tiêu"
    return f"Mức đạt chỉ tiêu “{target['text'].rstrip('.;')}”"


def _reached(target: dict[str, Any], result: Result | None, number: int) -> str:
    value = result.value(number) if result else None
    if value is None:
        return DOTS
    judged = verdict(target, value)
    return f"{figure(value, target.get('unit'))}{f', {judged}' if judged else ''}."
