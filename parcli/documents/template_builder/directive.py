"""van-ban-chi-dao.docx: a directive with its appendices as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcli.documents.template_builder.blocks import addressees, letterhead, rule, signature
from parcli.documents.template_builder.parts import section_break
from parcli.documents.template_builder.wordml import (
    cell,
    columns,
    control,
    control_row,
    paragraph,
    row,
    table,
)

if TYPE_CHECKING:
    from parcli.documents.profile import FormatProfile

_USUAL = (9, 80, 36, 40)
_TIMED = (9, 66, 32, 32, 26)
_WIDE = (8, 42, 23, 23, 21, 26, 22)


def body(profile: FormatProfile) -> str:
    """The document itself, then each appendix on a page of its own."""
    return (
        letterhead(profile, about="is_letter")
        + control("{%p if not is_letter %}")
        + paragraph("TenLoai", "{{ kind }}")
        + paragraph("TrichYeu", "{{ subject }}")
        + rule("subject_line")
        + control("{%p endif %}")
        + control("{%p if addressees %}")
        + addressees()
        + control("{%p endif %}")
        + _paragraphs("opening")
        + _blocks(profile, "blocks")
        + control("{%p for line in closing %}")
        + paragraph("NoiDungCuoi", "{{ line }}")
        + control("{%p endfor %}")
        + signature(profile)
        + control("{%p for appendix in appendices %}")
        + section_break(profile)
        + _appendix(profile)
        + control("{%p endfor %}")
    )


def _blocks(profile: FormatProfile, name: str) -> str:
    """Headings, paragraphs and tables in the order of the document."""
    return (
        control(f"{{%p for block in {name} %}}")
        + control("{%p if block.columns %}")
        + _plain(profile, "block.columns", "block.rows")
        + control("{%p elif block.is_heading %}")
        + paragraph("Khoan", "{{ block.text }}")
        + control("{%p else %}")
        + paragraph("NoiDung", "{{ block.text }}")
        + control("{%p endif %}")
        + control("{%p endfor %}")
    )


def _paragraphs(name: str) -> str:
    return (
        control(f"{{%p for line in {name} %}}")
        + paragraph("NoiDung", "{{ line }}")
        + control("{%p endfor %}")
    )


def _appendix(profile: FormatProfile) -> str:
    return (
        paragraph("PhuLuc", "{{ appendix.label }}")
        + paragraph("TenPhuLuc", "{{ appendix.title }}")
        + control("{%p if appendix.reference %}")
        + paragraph("KemTheo", "{{ appendix.reference }}")
        + rule("appendix.line")
        + control("{%p endif %}")
        + _paragraphs("appendix.text")
        + control("{%p if appendix.layout == 'usual' %}")
        + _task_table(profile, _USUAL, ("lead", "support"))
        + control("{%p elif appendix.layout == 'timed' %}")
        + _task_table(profile, _TIMED, ("lead", "support", "deadline"))
        + control("{%p elif appendix.layout == 'wide' %}")
        + _task_table(profile, _WIDE, ("lead", "support", "output", "deadline", "note"))
        + control("{%p elif appendix.layout == 'text' %}")
        + _blocks(profile, "appendix.blocks")
        + control("{%p else %}")
        + _plain(profile, "appendix.columns", "appendix.plain_rows")
        + control("{%p endif %}")
        + paragraph("NgatPhan")
    )


def _task_table(profile: FormatProfile, shares: tuple[float, ...], further: tuple[str, ...]) -> str:
    """A table of tasks: number, words, then the fields named, one column each."""
    widths = columns(profile.page.text_width, *shares)
    total, many = sum(widths), len(widths)
    heads = (
        cell(width, paragraph("BangTieuDe", f"{{{{ appendix.columns[{n}] }}}}"))
        for n, width in enumerate(widths)
    )
    task = paragraph("BangTen", "{{ row.title }}", _upright("{{ row.text }}"))
    return table(
        widths,
        row(*heads, header=True, whole=True),
        control_row("{%tr for row in appendix.rows %}", many, total),
        control_row("{%tr if row.is_group %}", many, total),
        row(
            cell(widths[0], paragraph("BangTieuDe", "{{ row.number }}")),
            cell(total - widths[0], paragraph("BangNhom", "{{ row.title }}"), span=many - 1),
            whole=True,
        ),
        control_row("{%tr else %}", many, total),
        row(
            cell(widths[0], paragraph("BangSo", "{{ row.number }}")),
            cell(widths[1], task),
            *(
                cell(width, paragraph("BangChu", f"{{{{ row.{name} }}}}"))
                for name, width in zip(further, widths[2:], strict=True)
            ),
            whole=True,
        ),
        control_row("{%tr endif %}", many, total),
        control_row("{%tr endfor %}", many, total),
    )


def _upright(text: str) -> str:
    """A run that stands upright in an italic paragraph: the text after a task's title."""
    return (
        f'<w:r><w:rPr><w:i w:val="0"/><w:iCs w:val="0"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def _plain(profile: FormatProfile, columns_name: str, rows_name: str) -> str:
    """A table of as many columns as the document has; its width is shared out evenly."""
    [width] = columns(profile.page.text_width, 1)
    return table(
        [width],
        row(
            cell(width, paragraph("The", f"{{%tc for name in {columns_name} %}}")),
            cell(width, paragraph("BangTieuDe", "{{ name }}")),
            cell(width, paragraph("The", "{%tc endfor %}")),
            header=True,
            whole=True,
        ),
        control_row(f"{{%tr for row in {rows_name} %}}", 1, width),
        row(
            cell(width, paragraph("The", "{%tc for text in row.cells %}")),
            cell(width, paragraph("BangChu", "{{ text }}")),
            cell(width, paragraph("The", "{%tc endfor %}")),
        ),
        control_row("{%tr endfor %}", 1, width),
    )
