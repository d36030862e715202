"""A directive as its own document again: every text of the file, in the order of the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parcli.documents.contexts.directive_body import (
    MARKS,
    Block,
    PlainRow,
    blocks_of,
    lines_of,
    table_blocks,
    task_blocks,
)
from parcli.documents.contexts.letterhead import (
    Letterhead,
    SignatureBlock,
    letterhead,
    title_line,
)
from parcli.documents.contexts.own_columns import (
    Given,
    fields_of,
    holds,
    names_of,
    own_rows,
    tasks_of,
)
from parcli.documents.contexts.wording import (
    DOTS,
    document_date,
    document_number,
    letter_subject,
    printed_subject,
    roman,
    short_issuer,
)
from parcli.errors import ParcliError
from parcli.language import N_
from parcli.model.directive import Directive, DirectiveType
from parcli.model.document_types import DOCUMENT_TYPES
from parcli.registry.files import FileKind
from parcli.registry.reading import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.model.directive import Appendix, Group, Task, UnitRef
    from parcli.registry.compiled.store import Index

_COLUMNS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp")
_TIMED_COLUMNS = ("Thời hạn",)
_WIDE_COLUMNS = ("Sản phẩm", "Thời hạn", "Ghi chú")
Layout = Literal["usual", "timed", "wide", "plain", "text"]
_FIELDS: dict[Layout, tuple[str, ...]] = {
    "usual": ("number", "text", "lead", "support"),
    "timed": ("number", "text", "lead", "support", "deadline"),
    "wide": ("number", "text", "lead", "support", "output", "deadline", "note"),
}


class UnreadableDirective(ParcliError):
    """The directive's file has errors that leave nothing to print."""

    message = N_("{path} cannot be printed: it could not be read.")
    hint = N_("parcli validate {path} shows why.")


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
class AppendixText:
    """An appendix: heading, and a table of one of four layouts, or running text."""

    label: str
    title: str
    reference: str | None
    line: str
    text: tuple[str, ...]
    blocks: tuple[Block, ...]
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
    kind = DOCUMENT_TYPES.get(model.type.value, "Văn bản").upper()
    subject = (letter_subject if is_letter else printed_subject)(model.subject)
    return DirectiveText(
        letterhead=_letterhead(model),
        is_letter=is_letter,
        kind=kind,
        subject=subject if is_letter else subject[:1].upper() + subject[1:],
        subject_line=title_line("TrichYeu", subject),
        addressees=tuple(model.addressees),
        opening=lines_of(model.opening),
        blocks=_body(model),
        closing=lines_of(model.closing),
        recipients=tuple(model.recipients),
        signature=_signature(model),
        appendices=_appendices(model.appendices),
    )


def _body(part: Directive | Appendix) -> tuple[Block, ...]:
    return (*blocks_of(part.groups), *task_blocks(part.tasks), *table_blocks(part.extra))


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


def _appendices(appendices: Sequence[Appendix]) -> tuple[AppendixText, ...]:
    """Each with the label it has, else Roman numbers where there are two (NĐ 30 PL I, III.1)."""
    usual = [f"Phụ lục {roman(number)}" for number, _a in enumerate(appendices, 1)]
    labels = usual if len(usual) > 1 else ["Phụ lục"]
    return tuple(map(_appendix, appendices, labels))


def _appendix(appendix: Appendix, usual_label: str) -> AppendixText:
    rows = (*_rows(appendix.groups, (None, None)), *_task_rows(appendix.tasks, (None, None)))
    layout = "text" if _is_prose(appendix) else _layout(rows, has_rows=bool(appendix.rows))
    plain = tuple(PlainRow(tuple(cell or "" for cell in row)) for row in appendix.rows)
    if layout in _FIELDS and _has_own_columns(appendix, layout):
        own = own_rows(appendix.columns, appendix.groups, appendix.tasks, Given())
        layout, plain = "plain", tuple(map(PlainRow, own))
    label = appendix.label or usual_label
    reference = appendix.reference or ""
    return AppendixText(
        label=label,
        title=appendix.title or DOTS,
        reference=appendix.reference,
        line=title_line("KemTheo", reference or label),
        text=lines_of(appendix.text),
        blocks=_body(appendix) if layout == "text" else (),
        columns=_columns(appendix, layout),
        layout=layout,
        rows=rows,
        plain_rows=plain,
    )


def _is_prose(appendix: Appendix) -> bool:
    """Whether the document has the tasks in running text: all were imported, none from a table."""
    listed = [*appendix.tasks, *tasks_of(appendix.groups)]
    known = [task.source for task in listed if task.source]
    return bool(known) and not appendix.columns and not any(source.table for source in known)


def _layout(rows: Sequence[AppendixRow], *, has_rows: bool) -> Layout:
    """Which table holds everything that the tasks say."""
    if has_rows and not rows:
        return "plain"
    if any(row.output or row.note for row in rows):
        return "wide"
    return "timed" if any(row.deadline for row in rows) else "usual"


def _columns(appendix: Appendix, layout: Layout) -> tuple[str, ...]:
    """Column headings: the document's own where it has them."""
    if layout not in _FIELDS:
        return tuple(appendix.columns)
    own = dict(zip(fields_of(appendix.columns), appendix.columns, strict=True))
    usual = (*_COLUMNS, *{"timed": _TIMED_COLUMNS, "wide": _WIDE_COLUMNS}.get(layout, ()))
    return tuple(own.get(field) or name for field, name in zip(_FIELDS[layout], usual, strict=True))


def _has_own_columns(appendix: Appendix, layout: Layout) -> bool:
    """Whether the document's columns are others than those of the layout, and hold its tasks."""
    if not appendix.columns or fields_of(appendix.columns) == _FIELDS[layout]:
        return False
    return holds(appendix.columns, appendix.groups, appendix.tasks)


_Given = tuple["list[UnitRef] | None", "list[UnitRef] | None"]


def _rows(groups: Sequence[Group], given: _Given) -> tuple[AppendixRow, ...]:
    rows: list[AppendixRow] = []
    for group in groups:
        words = ": ".join(filter(None, (group.title, group.text)))
        number = group.printed_number or group.number or ""
        rows.append(AppendixRow(True, number, words, "", "", "", "", "", ""))
        inner = (
            given[0] if group.lead is None else group.lead,
            given[1] if group.support is None else group.support,
        )
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
            names_of(given[0] if task.lead is None else task.lead),
            names_of(given[1] if task.support is None else task.support),
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
    return f"\n{text}" if text.startswith(MARKS) else f" {text}"
