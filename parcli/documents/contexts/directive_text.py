"""A directive as its own document again: every text of the file, in the order of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parcli.documents.contexts.letterhead import (
    Letterhead,
    SignatureBlock,
    letterhead,
    title_line,
)
from parcli.documents.contexts.wording import (
    DOTS,
    TYPES,
    document_date,
    document_number,
    roman,
    short_issuer,
    subject_words,
)
from parcli.errors import ParcliError
from parcli.language import N_
from parcli.model.directive import Directive, DirectiveType, ScopedUnit
from parcli.registry.files import FileKind
from parcli.registry.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parcli.model.directive import Appendix, Group, Task, UnitRef
    from parcli.registry.compiled.store import Index

_COLUMNS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp")
_TIMED_COLUMNS = ("Thời hạn",)
_WIDE_COLUMNS = ("Sản phẩm", "Thời hạn", "Ghi chú")
Layout = Literal["usual", "timed", "wide", "plain"]
_MARKS = ("-", "+", "•", "*")


class UnreadableDirective(ParcliError):
    """The directive's file has errors that leave nothing to print."""

    message = N_("{path} cannot be printed: it could not be read.")
    hint = N_("parcli validate {path} shows why.")


@dataclass(frozen=True)
class Block:
    """A paragraph of the body: a heading of a section, or running text."""

    is_heading: bool
    text: str


@dataclass(frozen=True)
class AppendixRow:
    """A row of an appendix: a group's heading across the table, or a task."""

    is_group: bool
    number: str
    title: str
    text: str
    lead: str
    support: str
    output: str
    deadline: str
    note: str


@dataclass(frozen=True)
class PlainRow:
    """A row of a table that lists no tasks."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class AppendixText:
    """An appendix: heading, and a table of one of four layouts."""

    label: str
    title: str
    reference: str | None
    line: str
    text: tuple[str, ...]
    columns: tuple[str, ...]
    layout: Layout
    rows: tuple[AppendixRow, ...]
    plain_rows: tuple[PlainRow, ...]


@dataclass(frozen=True)
class DirectiveText:
    """Everything van-ban-chi-dao.docx may use."""

    letterhead: Letterhead
    is_letter: bool
    kind: str
    subject: str
    subject_line: str
    addressees: tuple[str, ...]
    opening: tuple[str, ...]
    blocks: tuple[Block, ...]
    closing: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: SignatureBlock
    appendices: tuple[AppendixText, ...]


def directive_text(index: Index, slug: str) -> DirectiveText:
    """The directive as a document. Raises UnreadableDirective where its file cannot be read."""
    sql = "SELECT path FROM file JOIN directive ON directive.id = file.id WHERE slug = ?"
    path = index.db.execute(sql, (slug,)).fetchone()[0]
    model = read_file(index.root, FileKind.DIRECTIVE, path).model
    if not isinstance(model, Directive):
        raise UnreadableDirective(path=path)
    return document_of(model)


def document_of(model: Directive) -> DirectiveText:
    """A directive's model as its document."""
    is_letter = model.type in (DirectiveType.CONG_VAN, DirectiveType.CONG_DIEN)
    kind = TYPES.get(model.type.value, "Văn bản").upper()
    subject = subject_words(model.subject)
    return DirectiveText(
        letterhead=_letterhead(model),
        is_letter=is_letter,
        kind=kind,
        subject=subject if is_letter else subject[:1].upper() + subject[1:],
        subject_line=title_line("TrichYeu", subject),
        addressees=tuple(model.addressees),
        opening=_lines(model.opening),
        blocks=(*_blocks(model.groups), *(_task_block(task) for task in model.tasks)),
        closing=_lines(model.closing),
        recipients=tuple(model.recipients),
        signature=_signature(model),
        appendices=tuple(_appendix(a, n) for n, a in enumerate(model.appendices, 1)),
    )


def _letterhead(model: Directive) -> Letterhead:
    area = short_issuer(model.issuer)
    issuer = model.issuer.upper()
    if area.startswith("UBND "):
        issuer = f"ỦY BAN NHÂN DÂN\n{area.removeprefix('UBND ').upper()}"
    place_and_date = f"{model.place or DOTS}, {document_date(model.issued)}"
    superior = model.superior.upper() if model.superior else None
    return letterhead(superior, issuer, document_number(model.number, model.symbol), place_and_date)


def _signature(model: Directive) -> SignatureBlock:
    signed = model.signature
    if signed is None:
        return SignatureBlock(None, None, DOTS, DOTS)
    return SignatureBlock(
        signed.authority, signed.acting, signed.position or DOTS, signed.name or DOTS
    )


def _blocks(groups: Sequence[Group]) -> Iterator[Block]:
    for group in groups:
        number = group.printed_number or group.number
        heading = " ".join(filter(None, (_pointed(number), group.title)))
        if heading:
            yield Block(True, heading)
        for line in _lines(group.text):
            yield Block(False, line)
        yield from _blocks(group.groups)
        for task in group.tasks:
            yield _task_block(task)
        for line in _lines(group.closing):
            yield Block(False, line)


def _task_block(task: Task) -> Block:
    words = ": ".join(filter(None, (task.title, task.text)))
    number = _pointed(task.printed_number or task.number)
    return Block(False, " ".join(filter(None, (number, words))))


def _pointed(number: str | None) -> str:
    """A number as it stands before its words: "1.", "a)", "-"; as it is where it ends in a sign."""
    if not number or number in _MARKS or number[-1] in ".)/":
        return number or ""
    return f"{number})" if re.fullmatch(r"[a-zđ]", number) else f"{number}."


def _appendix(appendix: Appendix, position: int) -> AppendixText:
    rows = (*_rows(appendix.groups, (None, None)), *_task_rows(appendix.tasks, (None, None)))
    layout = _layout(rows, has_rows=bool(appendix.rows))
    plain = tuple(PlainRow(tuple(cell or "" for cell in row)) for row in appendix.rows)
    label = appendix.label or f"Phụ lục {roman(position)}"
    reference = appendix.reference or ""
    return AppendixText(
        label=label,
        title=appendix.title or DOTS,
        reference=appendix.reference,
        line=title_line("KemTheo", reference or label),
        text=_lines(appendix.text),
        columns=_columns(appendix, layout),
        layout=layout,
        rows=rows,
        plain_rows=plain,
    )


def _layout(rows: Sequence[AppendixRow], *, has_rows: bool) -> Layout:
    """Which table holds everything that the tasks say."""
    if has_rows and not rows:
        return "plain"
    if any(row.output or row.note for row in rows):
        return "wide"
    return "timed" if any(row.deadline for row in rows) else "usual"


def _columns(appendix: Appendix, layout: Layout) -> tuple[str, ...]:
    """Column headings: the document's own where it has them."""
    if layout == "plain":
        return tuple(appendix.columns)
    printed = tuple(appendix.columns[:4])
    further = {"timed": _TIMED_COLUMNS, "wide": _WIDE_COLUMNS}.get(layout, ())
    return (*printed, *_COLUMNS[len(printed) :], *further)


_Given = tuple["list[UnitRef] | None", "list[UnitRef] | None"]


def _rows(groups: Sequence[Group], given: _Given) -> tuple[AppendixRow, ...]:
    rows: list[AppendixRow] = []
    for group in groups:
        words = ": ".join(filter(None, (group.title, group.text)))
        number = group.printed_number or group.number or ""
        rows.append(AppendixRow(True, number, words, "", "", "", "", "", ""))
        inner = (group.lead or given[0], group.support or given[1])
        rows += _rows(group.groups, inner)
        rows += _task_rows(group.tasks, inner)
        if group.closing:
            rows.append(AppendixRow(True, "", group.closing, "", "", "", "", "", ""))
    return tuple(rows)


def _task_rows(tasks: Sequence[Task], given: _Given) -> tuple[AppendixRow, ...]:
    return tuple(
        AppendixRow(
            False,
            task.printed_number or task.number or "",
            f"{task.title}:" if task.title and task.text else task.title or "",
            _cell_text(task),
            _names(given[0] if task.lead is None else task.lead),
            _names(given[1] if task.support is None else task.support),
            task.output or "",
            task.deadline or "",
            task.note or "",
        )
        for task in tasks
    )


def _cell_text(task: Task) -> str:
    """The text after a task's title: a list begins on a line of its own."""
    text = task.text or ""
    if not task.title or not text:
        return text
    return f"\n{text}" if text.startswith(_MARKS) else f" {text}"


def _names(names: Sequence[UnitRef] | None) -> str:
    return ", ".join(
        f"{name.unit} ({name.scope})" if isinstance(name, ScopedUnit) else name
        for name in names or ()
    )


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line for line in (text or "").split("\n") if line.strip())
