"""The kinds of document that `parcli report` makes, each with its template and what fills it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parcli.documents.package import MAX_FILE, WordPackage, read_package
from parcli.errors import ParcliError, os_reason
from parcli.language import N_
from parcli.registry.files import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

_CONTEXTS = "parcli.documents.contexts"
# In a wheel the templates lie inside the package; in the repository at its root.
_SHIPPED = (Path(__file__).parent / "templates", Path(__file__).parents[2] / "templates")


class NoTemplate(ParcliError):
    """Neither the registry nor parcli itself has the template."""

    message = N_("The template {name} is missing: neither {folder} nor parcli itself has it.")
    hint = N_("Install parcli again, or name a template with --template.")


@dataclass(frozen=True)
class ReportKind:
    """One kind of document: its template's name and the record that fills it."""

    name: str
    template: str
    module: str
    record: str

    def record_type(self) -> Any:
        """The record's class, imported now."""
        return getattr(import_module(f"{_CONTEXTS}.{self.module}"), self.record)


KINDS = {
    kind.name: kind
    for kind in (
        ReportKind("unit", "bao-cao-don-vi.docx", "unit_report", "UnitReport"),
        ReportKind("summary", "bao-cao-tong-hop.docx", "summary", "Summary"),
        ReportKind("reminder", "cong-van-don-doc.docx", "reminder", "Reminder"),
        ReportKind("tracking", "bang-theo-doi.docx", "tracking", "Tracking"),
        ReportKind("directive", "van-ban-chi-dao.docx", "directive_text", "DirectiveText"),
    )
}


def template_package(kind: ReportKind, root: Path | None, named: Path | None = None) -> WordPackage:
    """The template named, else the registry's own, else the shipped one.

    Raises NoTemplate, Unreadable, NotWord or UnsafeDocument.
    """
    if named is not None:
        return read_package(str(named), file_bytes(named))
    own = () if root is None else (root / "templates",)
    for path in (folder / kind.template for folder in _folders(own)):
        if path.is_file():
            return read_package(str(path), file_bytes(path))
    raise NoTemplate(name=kind.template, folder=own[0] if own else "templates")


def file_bytes(path: Path) -> bytes:
    """A file's bytes, one more than the limit at most. Raises Unreadable."""
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except OSError as error:
        raise Unreadable(path=path, reason=os_reason(error)) from None


def _folders(own: Iterable[Path]) -> Iterable[Path]:
    return (*own, *_SHIPPED)
