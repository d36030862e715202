"""Prints directives as Word, and as the PDF that LibreOffice makes of it, and imports them back.

    python -m benchmarks.import_loop [--details]

The draft is compared whole with the checked file. What only a clerk can add (criteria, errata) and
what only a file has (where a value stood) is left out.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.import_sources import plain
from parcli.documents.contexts.directive_text import document_of
from parcli.documents.renderer import CompiledTemplate
from parcli.documents.report_kinds import KINDS, template_package
from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_document
from parcli.model.directive import Directive
from parcli.registry.files import FileKind
from parcli.registry.reading import read_text

ROOT = Path(__file__).parent.parent
DIRECTIVES = (
    ROOT / "data/directives/ba-don-2024.yaml",
    ROOT / "data/directives/bac-binh-2022.yaml",
    ROOT / "examples/xa-binh-minh/data/directives/binh-minh-2026.yaml",
)
NOT_PRINTED = {"schema", "id", "org", "criteria", "errata", "source", "meaning"}
# Targets that a clerk put into words and years of his own, where the document has only its text.
OWN_TARGETS = {"binh-minh-2026"}
Difference = tuple[str, Any, Any]


def values_of(text: str) -> dict[str, Any]:
    """A directive file's values, scalars as text."""
    values: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  text only
    return values


def printed(text: str, name: str) -> bytes:
    """The directive of a YAML text as `parcli report directive` prints it."""
    model = read_text(FileKind.DIRECTIVE, f"{name}.yaml", text.encode()).model
    if not isinstance(model, Directive):
        raise TypeError(name)
    out = io.BytesIO()
    package = template_package(KINDS["directive"], None)
    CompiledTemplate(package).write(out, document_of(model), model.subject, date(2024, 9, 20))
    return out.getvalue()


def as_pdf(files: list[Path], folder: Path) -> list[Path]:
    """The PDF that LibreOffice makes of each Word file; [] where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return []
    profile = f"-env:UserInstallation=file://{folder}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)
    return [folder / f"{path.stem}.pdf" for path in files]


def imported(path: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """The draft's values of a printed directive."""
    return make_draft(read_document(path), directive_id=wanted["id"], org=wanted["org"]).values


def differences(wanted: Any, got: Any, at: str = "") -> list[Difference]:
    """Every value that came back otherwise, with its path: "appendices[1].title"."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        keys = [key for key in {**wanted, **got} if key not in NOT_PRINTED or (at and key == "id")]
        found = (
            differences(wanted.get(key), got.get(key), f"{at}.{key}"[not at :]) for key in keys
        )
        return [each for some in found for each in some]
    if isinstance(wanted, list) and isinstance(got, list) and len(wanted) == len(got):
        pairs = enumerate(zip(wanted, got, strict=True), 1)
        found = (differences(one, other, f"{at}[{n}]") for n, (one, other) in pairs)
        return [each for some in found for each in some]
    return [] if plain(_said(wanted)) == plain(_said(got)) else [(at, wanted, got)]


def _said(value: Any) -> Any:
    return "" if value is None or value == [] else value


def loop(paths: tuple[Path, ...], folder: Path) -> dict[str, list[Difference]]:
    """The differences of every directive by the name of the file that was imported."""
    words = []
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    for name, text in texts.items():
        words.append(folder / f"{name}.docx")
        words[-1].write_bytes(printed(text, name))
    found = {}
    for path in [*words, *as_pdf(words, folder)]:
        wanted = values_of(texts[path.stem])
        told = differences(wanted, imported(path, wanted))
        own = path.stem in OWN_TARGETS
        found[path.name] = [each for each in told if not (own and ".targets" in each[0])]
    return found


def print_loop(paths: tuple[Path, ...], *, details: bool) -> None:
    """A line for each file, and if asked every difference."""
    with tempfile.TemporaryDirectory() as folder:
        for name, found in loop(paths, Path(folder)).items():
            print(f"{name:<28}{len(found):>5} differences after printing and importing")
            for at, wanted, got in found if details else []:
                print(f"    {at}\n      wanted {wanted}\n      got    {got}")


if __name__ == "__main__":
    print_loop(DIRECTIVES, details="--details" in sys.argv)
