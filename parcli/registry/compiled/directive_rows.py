"""A directive as rows of the index: ids, inheritance and deadlines worked out, names as written."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.model.directive import ScopedUnit
from parcli.model.task_ids import TaskIds, id_part, last_parts
from parcli.registry.compiled.occurrence_rows import occurrence_rows
from parcli.schedule.deadline import Deadline, to_json
from parcli.schedule.periods import Period
from parcli.schedule.phrases import read_deadline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parcli.model.directive import Appendix, Directive, Group, ReportingDuty, Task

LEAD, SUPPORT = 1, 2
_LEADING = " chủ trì"  # "Phòng Nội vụ chủ trì"; not the many tasks that begin with "Chủ trì"
_COOPERATING = re.compile("hối hợp (?:với|cùng|chặt chẽ) ")  # "Phối hợp với", "phối hợp với"
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

Rows = dict[str, list[tuple[Any, ...]]]
Written = str | ScopedUnit


class Inherited(NamedTuple):
    """What a task takes from the groups around it."""

    lead: Sequence[Written] | None = None
    support: Sequence[Written] | None = None
    deadline: str | None = None
    meaning: dict[str, Any] | None = None
    criteria: tuple[str, ...] = ()


class _Place(NamedTuple):
    """Where in the document and in the data the walk stands."""

    slug: tuple[str, ...]
    path: tuple[str, ...]
    at: str
    appendix: int | None = None
    framework: str | None = None
    group: int | None = None


class DirectiveRows:
    """Builds the rows of one directive. `directive` is the number that its rows are kept under."""

    def __init__(
        self, directive: int, model: Directive, kept: dict[tuple[str | int, ...], list[int]]
    ) -> None:
        self.id = directive
        self.model = model
        self.kept = {".".join(map(str, path)): left for path, left in kept.items()}
        self.issued = Period.parse(model.issued) if model.issued else None
        self.first_day, self.last_day = in_force(model)
        self.rows: Rows = {
            table: []
            for table in (
                "directive", "citation", "appendix", "group", "task", "said_role", "assignment",
                "target", "serves", "duty", "duty_from", "occurrence",
            )
        }  # fmt: skip
        self.ids = TaskIds()

    def build(self) -> Rows:
        """All rows. Names stand as written, to be replaced by their numbers when stored."""
        m = self.model
        self.rows["directive"].append(
            (self.id, m.id, m.org, m.type.value, m.number, m.symbol, m.superior, m.issuer, m.place,
             m.issued, m.subject, self.first_day, self.last_day)
        )  # fmt: skip
        for n, c in enumerate(m.citations):
            self.rows["citation"].append(
                (self.id, n, c.type, c.number, c.issued, c.issuer, c.title, c.role, c.at)
            )
        body = _Place((), (), "")
        self._walk(m.groups, m.tasks, body, Inherited())
        for n, appendix in enumerate(m.appendices):
            self._appendix(n, appendix)
        for n, duty in enumerate(m.reports):
            self._report(n, duty)
        return self.rows

    def _at(self, at: str, key: str, n: int) -> str:
        """The place of item `n` of the list `key`, counted as the file has it."""
        where = f"{at}.{key}" if at else key
        left = self.kept.get(where) if self.kept else None
        return f"{where}.{left[n] if left else n}"

    def _appendix(self, n: int, appendix: Appendix) -> None:
        self.rows["appendix"].append(
            (self.id, n, appendix.number, appendix.kind.value, appendix.title, appendix.index)
        )
        label = f"pl{id_part(appendix.number) or n + 1}"
        at = self._at("", "appendices", n)
        place = _Place((label,), (), at, n, appendix.index)
        self._walk(appendix.groups, appendix.tasks, place, Inherited())

    def _walk(
        self, groups: Iterable[Group], tasks: Sequence[Task], place: _Place, given: Inherited
    ) -> None:
        for n, group in enumerate(groups):
            self._group(n, group, place, given)
        slug = "".join([f"{step}." for step in place.slug])
        for n, (part, task) in enumerate(zip(last_parts(tasks), tasks, strict=True)):
            self._task(n, self.ids.unique(slug + part), task, place, given)

    def _group(self, n: int, group: Group, place: _Place, given: Inherited) -> None:
        part = id_part(group.number) or str(n + 1)
        number = len(self.rows["group"])
        path = (*place.path, group.number or str(n + 1))
        at = self._at(place.at, "groups", n)
        self.rows["group"].append(
            (self.id, number, place.group, place.appendix, ".".join(path),
             group.printed_number or group.number, group.title, at)
        )  # fmt: skip
        inner = _Place((*place.slug, part), path, at, place.appendix, place.framework, number)
        self._walk(group.groups, group.tasks, inner, inherited(group, given))

    def _task(self, n: int, slug: str, task: Task, place: _Place, given: Inherited) -> None:
        own = inherited(task, given)
        number = len(self.rows["task"])
        framework = place.framework or _only_framework(own.criteria)
        at = self._at(place.at, "tasks", n)
        self.rows["task"].append(
            (self.id, number, slug, place.group, place.appendix, task.number, task.title,
             task.text, task.output, task.responsible, own.deadline, task.note, at, framework)
        )  # fmt: skip
        if task.text and _LEADING in task.text:
            self.rows["said_role"].append((self.id, number, LEAD))
        if task.text and _COOPERATING.search(task.text):
            self.rows["said_role"].append((self.id, number, SUPPORT))
        if own.lead:
            self._assign(number, LEAD, own.lead, int(task.lead is None))
        if own.support:
            self._assign(number, SUPPORT, own.support, int(task.support is None))
        for k, t in enumerate(task.targets):
            self.rows["target"].append(
                (self.id, number, k, t.text, t.compare, t.value, t.unit, t.change, t.baseline,
                 t.by, t.scope)
            )  # fmt: skip
        for k, criterion in enumerate(own.criteria):
            self.rows["serves"].append((self.id, number, k, criterion))
        if own.deadline or own.meaning:
            self._task_duty(number, slug, task, own, at)

    def _assign(self, task: int, role: int, names: Sequence[Written], inherited: int) -> None:
        add = self.rows["assignment"].append
        for n, name in enumerate(names):
            if isinstance(name, str):
                add((self.id, task, role, n, name, None, inherited))
            else:
                add((self.id, task, role, n, name.unit, name.scope, inherited))

    def _task_duty(self, number: int, slug: str, task: Task, own: Inherited, at: str) -> None:
        meaning = self._meaning(own.deadline, own.meaning)
        n = self._duty(
            "task", slug, task.title or task.text, own.deadline, meaning, at, task=number
        )
        self._due_from(n, own.lead or ())

    def _report(self, n: int, duty: ReportingDuty) -> None:
        meaning = self._meaning(duty.deadline, duty.meaning)
        at = self._at("", "reports", n)
        number = self._duty(
            "report", duty.id, duty.title, duty.deadline, meaning, at,
            cycle=duty.cycle, to=duty.to, via=duty.via, after=duty.after,
        )  # fmt: skip
        self._due_from(number, duty.from_)

    def _duty(
        self,
        kind: str,
        slug: str,
        title: str | None,
        phrase: str | None,
        meaning: Deadline,
        at: str,
        *,
        task: int | None = None,
        cycle: str | None = None,
        to: str | None = None,
        via: str | None = None,
        after: str | None = None,
    ) -> int:
        number = len(self.rows["duty"])
        found, reach = occurrence_rows(
            meaning, cycle, self.first_day, self.last_day, self.issued, is_report=kind == "report"
        )
        self.rows["occurrence"] += [(self.id, number, n, *row) for n, row in enumerate(found)]
        self.rows["duty"].append(
            (self.id, number, kind, slug, task, title, phrase,
             json.dumps(to_json(meaning), ensure_ascii=False), cycle, to, via, after,
             self.first_day, self.last_day, at, reach)
        )  # fmt: skip
        return number

    def _due_from(self, duty: int, names: Iterable[Written]) -> None:
        for n, written in enumerate(names):
            name = written if isinstance(written, str) else written.unit
            self.rows["duty_from"].append((self.id, duty, n, name))

    def _meaning(self, phrase: str | None, given: dict[str, Any] | None) -> Deadline:
        """What the file says the words mean, else what the grammar reads in them."""
        if given:
            from parcli.model.deadline_meaning import BadMeaning, read_meaning  # noqa: PLC0415  rare

            try:
                return read_meaning(given, phrase or "")
            except BadMeaning:
                pass  # PAR502 reports it; the words are read instead
        return _read(phrase or "", self.issued)


@lru_cache(maxsize=4096)
def _read(phrase: str, issued: Period | None) -> Deadline:
    """What the grammar reads; the directives of an office use the same few phrases."""
    return read_deadline(phrase, issued=issued)


def in_force(model: Directive) -> tuple[str, str]:
    """First and last day, ISO, on which a directive holds; open where it does not say."""
    validity = model.in_force
    start = validity.from_ if validity and validity.from_ else model.issued
    until = validity.until if validity else None
    first = Period.parse(start).first.isoformat() if start else FIRST_DAY
    last = Period.parse(until).last.isoformat() if until else LAST_DAY
    return first, last


def inherited(item: Group | Task, given: Inherited) -> Inherited:
    """What holds for `item`: its own words, else those of the groups around it.

    An empty list is an answer ("nobody"), an absent key is not.
    """
    own_time = item.deadline is not None or item.meaning is not None
    return Inherited(
        given.lead if item.lead is None else item.lead,
        given.support if item.support is None else item.support,
        item.deadline if own_time else given.deadline,
        item.meaning if own_time else given.meaning,
        tuple(item.criteria) or given.criteria,
    )


def _only_framework(criteria: Sequence[str]) -> str | None:
    frameworks = {criterion.partition("/")[0] for criterion in criteria}
    return frameworks.pop() if len(frameworks) == 1 else None
