"""The canonical layout of a registry's YAML: what `parcli fmt` writes.

Keys in the order of the schema, block style, text wrapped, quotes only where YAML needs them;
comments, anchors and single blank lines stay. The data never changes.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.diagnostics import Diagnostic, Severity
from parcli.errors import ParcliError
from parcli.language import N_
from parcli.registry.files import FileKind
from parcli.registry.reading import model_of
from parcli.registry.yaml_layout.key_order import put_in_order
from parcli.registry.yaml_layout.reading import comments_of, read_page
from parcli.registry.yaml_layout.writing import write_page
from parcli.registry.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parcli.registry.yaml_source import YamlSource

_BOM = "\ufeff"
_SCHEMAS = {
    "registry": FileKind.CONFIG,
    "calendar": FileKind.CALENDAR,
    "units": FileKind.UNITS,
    "index": FileKind.INDEX,
    "directive": FileKind.DIRECTIVE,
    "progress": FileKind.PROGRESS,
}


class LayoutChangesData(ParcliError):
    """The layout would not read back as it was: a fault of parcli, so nothing is written."""

    message = N_("{path} was left as it is: its canonical layout would change its data.")
    hint = N_("Please report it, with the file.")


class Layout(NamedTuple):
    """A file in canonical layout; `text` None where errors keep it from being laid out."""

    text: str | None
    diagnostics: list[Diagnostic]


def laid_out(kind: FileKind | None, file: str, raw: bytes) -> Layout:
    """The canonical text of a file, or the errors for which it must be left alone.

    `kind` None: the file's own “schema” says it; keys keep their order where that is unknown too.
    Raises LayoutChangesData instead of giving a text that reads back differently.
    """
    try:
        text = _normal(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return Layout(None, _errors(read_yaml(file, raw)[1]))
    source, found = read_yaml(file, text.encode("utf-8"))
    if errors := _errors(found):
        return Layout(None, errors)
    if source.data is None:
        return Layout(text, [])  # comments alone: nothing to lay out
    page = read_page(text)
    known = kind or kind_by_schema(source.data)
    if known is not None:
        put_in_order(page.root, model_of(known))
    result = unicodedata.normalize("NFC", write_page(page))
    _compare(file, source, result)
    return Layout(result, [])


def kind_by_schema(data: Any) -> FileKind | None:
    """The file kind that “schema: parcli.directive/1” and its like name; None for any other."""
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, str) or not schema.startswith("parcli."):
        return None
    return _SCHEMAS.get(schema.removeprefix("parcli.").partition("/")[0])


def _normal(text: str) -> str:
    """NFC, without byte-order mark, lines ended by a line feed."""
    text = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def _errors(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _compare(file: str, before: YamlSource, result: str) -> None:
    after, found = read_yaml(file, result.encode("utf-8"))
    same = not _errors(found) and _composed(before.data) == after.data
    if not same or comments_of(before.text) != comments_of(result):
        raise LayoutChangesData(path=file)


def _composed(data: Any) -> Any:
    """`data` with text in NFC: escapes in quotes may have hidden letters in pieces."""
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, dict):
        return {_composed(key): _composed(value) for key, value in data.items()}
    return [_composed(item) for item in data] if isinstance(data, list) else data
