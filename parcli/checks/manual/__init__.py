"""The manual page of every code: what it means, why it matters, a wrong and a right example.

The English words are the docstring of the rule's module, or en/PARxxx.md where reading a file
or another command raises the code; the Vietnamese ones are vi/PARxxx.md, the examples
examples/PARxxx.yaml, or .txt where they are cells of an Excel form, tags and layout of a Word
template, or the words of a document.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli import language
from parcli.checks import CHECKS
from parcli.checks.registered import (
    FORM_CODES,
    IMPORT_CODES,
    TEMPLATE_CODES,
    explained_codes,
)
from parcli.errors import UsageError
from parcli.language import N_, _
from parcli.registry.inspection.rules import INSPECTIONS
from parcli.text import nearest

if TYPE_CHECKING:
    from parcli.checks.finding import Check
    from parcli.registry.inspection.essential import Inspection

FOLDER = Path(__file__).parent
_RIGHT = "# right\n"
_WRONG = "# wrong\n"
_GROUPS = {
    "1": N_("Reading YAML"),
    "2": N_("Schema"),
    "3": N_("References"),
    "4": N_("Units and their validity"),
    "5": N_("Deadlines and dates"),
    "6": N_("Targets and progress"),
    "7": N_("Form and text of documents"),
    "8": N_("Word templates"),
    "9": N_("Ignore comments and policies"),
}
_FORMS = N_("Excel progress forms")
_IMPORT = N_("Import")


class UnknownCode(UsageError):
    """No diagnostic has such a code."""

    message = N_("There is no diagnostic “{code}”.")
    hint = N_("Did you mean {near}? parcli explain lists them all.")


class Page(NamedTuple):
    """One code's page in the language in force."""

    code: str
    severity: str
    group: str
    title: str
    text: str
    wrong: str
    right: str

    def markdown(self, *, level: int = 1) -> str:
        """The page as Markdown, its heading at `level`."""
        severity = _("error") if self.severity == "error" else _("warning")
        parts = [f"{'#' * level} {self.code} ({severity}): {self.title}", self.text]
        kind = _example_kind(self.code)
        for heading, example in ((_("Wrong:"), self.wrong), (_("Right:"), self.right)):
            if example:
                parts.append(f"{heading}\n\n```{kind}\n{example}```")
        return "\n\n".join(part for part in parts if part) + "\n"


def page(code: str) -> Page:
    """The page of a code, in the language in force. Raises UnknownCode."""
    severity = explained_codes().get(code)
    if severity is None:
        near = ", ".join(nearest(code, explained_codes(), limit=1, cutoff=40)) or "PAR101"
        raise UnknownCode(code=code, near=near)
    words = (FOLDER / "vi" / f"{code}.md").read_text("utf-8") if _in_vietnamese() else english(code)
    title, _blank, text = words.partition("\n")
    wrong, right = examples(code)
    group = _(_group(code))
    return Page(code, severity.label, group, title.lstrip("# ").strip(), text.strip(), wrong, right)


def _group(code: str) -> str:
    if code in IMPORT_CODES:
        return _IMPORT
    return _FORMS if code in FORM_CODES else _GROUPS[code[3]]


def pages() -> list[Page]:
    """Every page, in the order of the codes."""
    return [page(code) for code in explained_codes()]


@cache
def english(code: str) -> str:
    """The English words of a page: title, blank line, text."""
    rules: list[Inspection | Check] = [*INSPECTIONS, *CHECKS]
    for rule in rules:
        if code == rule.CODE:
            return (rule.__doc__ or "").strip()
    return (FOLDER / "en" / f"{code}.md").read_text("utf-8")


@cache
def examples(code: str) -> tuple[str, str]:
    """A wrong and a right example, as in a file; both empty where only a whole document has one."""
    ending = {"yaml": "yaml", "text": "txt"}[_example_kind(code)]
    path = FOLDER / "examples" / f"{code}.{ending}"
    if code in IMPORT_CODES and not path.exists():
        return "", ""
    both = path.read_text("utf-8")
    wrong, _mark, right = both.partition(_RIGHT)
    return wrong.removeprefix(_WRONG), right


def _example_kind(code: str) -> str:
    """The language of a code's examples: cells, tags and documents are plain text."""
    of_registry = code not in (FORM_CODES | TEMPLATE_CODES | IMPORT_CODES)
    return "yaml" if of_registry else "text"


def whole_manual() -> str:
    """All pages as one Markdown document, with a table of them at the beginning."""
    every = pages()
    columns = (_("Diagnostic code"), _("Severity"), _("Meaning"))
    lines = ["# " + _("Diagnostics"), "", _INTRODUCTION_VI if _in_vietnamese() else _INTRODUCTION]
    lines += ["", "| " + " | ".join(columns) + " |", "|---|---|---|"]
    for each in every:
        severity = _("error") if each.severity == "error" else _("warning")
        anchor = f"[{each.code}](#{each.code.lower()})"
        lines.append(f"| {anchor} | {severity} | {each.title} |")
    group = ""
    for each in every:
        if each.group != group:
            group = each.group
            lines += ["", f"## {group}"]
        lines += ["", f'<a id="{each.code.lower()}"></a>', "", each.markdown(level=3).rstrip()]
    return "\n".join(lines) + "\n"


def _in_vietnamese() -> bool:
    return language.chosen() == "vi"


_INTRODUCTION = """\
`parcli validate` reports these. `# parcli: ignore[PAR709] why` on the line, or on a line of its own
above it, silences one with a reason; `policies.severity` in parcli.yaml makes a code an error, a
warning or `off` for the whole registry. `--strict` makes warnings fail too.
PAR651 to PAR662 come from `parcli progress collect`, PAR801 to PAR821 from `parcli template check`,
PAR851 to PAR855 from `parcli import`: they are about Excel forms, Word templates and documents, in
which no comment silences anything.
This page is written by `parcli explain --all`."""
_INTRODUCTION_VI = """\
`parcli validate` báo các lỗi, cảnh báo dưới đây. Ghi `# parcli: ignore[PAR709] lý do` ở cuối dòng,
hoặc thành một dòng riêng ngay phía trên, để bỏ qua một trường hợp có lý do; mục `policies.severity`
trong parcli.yaml đặt mức độ của một mã cho cả sổ: error, warning hoặc off. Với `--strict`, cảnh báo
cũng làm lệnh kết thúc với mã 1.
Các mã từ PAR651 đến PAR662 do `parcli progress collect` báo, từ PAR801 đến PAR821 do
`parcli template check` báo, từ PAR851 đến PAR855 do `parcli import` báo: chúng nói về biểu Excel,
mẫu Word và văn bản được nhập, không bỏ qua được bằng chú thích.
Trang này do lệnh `parcli explain --all` viết ra."""
