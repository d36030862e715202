"""What LibreOffice makes of our documents: pages, fonts, repeated headings, the text unharmed.

Marked `office`: run where LibreOffice and poppler are, as in CI.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from word_text import lines

from parcli.documents.contexts.directive_text import directive_text
from parcli.documents.contexts.reminder import reminder
from parcli.documents.contexts.reporting_units import reporting_units
from parcli.documents.contexts.summary import summary
from parcli.documents.contexts.tracking import tracking
from parcli.documents.contexts.unit_report import unit_report
from parcli.documents.renderer import CompiledTemplate
from parcli.documents.report_kinds import KINDS, template_package
from parcli.queries.unit_lookup import unit
from parcli.registry.year_calendar import working_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from parcli.documents.contexts.report_frame import ReportFrame

pytestmark = pytest.mark.office
_A4 = {(595.3, 841.9), (841.9, 595.3)}
# Times New Roman, or the face of the same widths that stands in for it.
_FACES = re.compile(r"TimesNewRoman|LiberationSerif|Tinos", re.IGNORECASE)


@pytest.fixture
def documents(ba_don: ReportFrame, tmp_path: Path) -> dict[str, Path]:
    """Each kind of document, made from the shipped directive."""
    calendar = working_calendar(ba_don.index)
    late = [u for u in reporting_units(ba_don, calendar) if u.is_late]
    who = unit(ba_don.index, "ba-don", "phong-noi-vu")
    assert who is not None
    contexts = {
        "unit": unit_report(ba_don, who),
        "summary": summary(ba_don, calendar),
        "reminder": reminder(ba_don, late),
        "tracking": tracking(ba_don),
        "directive": directive_text(ba_don.index, "ba-don-2024"),
    }
    made = {}
    for kind, context in contexts.items():
        made[kind] = tmp_path / f"{kind}.docx"
        with made[kind].open("wb") as stream:
            template = CompiledTemplate(template_package(KINDS[kind], None))
            template.write(stream, context, kind, date(2024, 9, 20))
    return made


def converted(files: list[Path], form: str, folder: Path) -> None:
    """Each file as LibreOffice saves it in that form."""
    profile = (folder / "lo-profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "HOME": str(folder)},
    )


def told(*command: str) -> str:
    """What a program of poppler prints."""
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


def test_documents_look_as_the_decree_wants(documents: dict[str, Path], tmp_path: Path) -> None:
    converted(list(documents.values()), "pdf", tmp_path)
    for kind in documents:
        pdf = str(tmp_path / f"{kind}.pdf")
        pages = told("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
        _check_paper(pdf, len(pages))
        fonts = [line.split()[0] for line in told("pdffonts", pdf).splitlines()[2:]]
        assert all(_FACES.search(font) for font in fonts), (kind, fonts)
        assert all(page.strip() for page in pages), f"{kind} has an empty page"
        assert pages[0].split()[0] != "1", f"{kind} numbers its first page"
        _check_overflow(pdf)
    numbered = told("pdftotext", "-layout", str(tmp_path / "tracking.pdf"), "-").split("\f")[1:-1]
    for number, page in enumerate(numbered, 2):
        assert page.split()[:2] == [str(number), "TT"], "a page without number or table heading"


def _check_paper(pdf: str, count: int) -> None:
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told("pdfinfo", "-l", str(count), pdf))
    assert {(round(float(w), 1), round(float(h), 1)) for w, h in sizes} <= _A4


def _check_overflow(pdf: str) -> None:
    """No word reaches into the margins: 30 mm on the left, 15 on the right."""
    boxes = told("pdftotext", "-bbox", pdf, "-")
    width = 0.0
    for line in boxes.splitlines():
        page = re.search(r'<page width="([\d.]+)"', line)
        if page:
            width = float(page[1])
        word = re.search(r'xMin="([\d.]+)" .*xMax="([\d.]+)".*>(.*)</word>', line)
        if word:
            assert float(word[1]) > 30 / 25.4 * 72 - 3, (pdf, word[3])
            assert float(word[2]) < width - 15 / 25.4 * 72 + 3, (pdf, word[3])


def test_a_round_trip_keeps_the_text(documents: dict[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "lai"
    folder.mkdir()
    converted(list(documents.values()), "docx:MS Word 2007 XML", folder)
    for kind, path in documents.items():
        before = [line for line in lines(path.read_bytes()) if line.strip()]
        after = [line for line in lines((folder / path.name).read_bytes()) if line.strip()]
        assert after == before, kind


def test_a_cell_longer_than_a_page_is_broken(ba_don: ReportFrame, tmp_path: Path) -> None:
    made = tracking(ba_don)
    long = replace(made.rows[2], task="Nội dung dài " * 800 + "HẾT")
    path = tmp_path / "dai.docx"
    with path.open("wb") as stream:
        template = CompiledTemplate(template_package(KINDS["tracking"], None))
        template.write(stream, replace(made, rows=(long,)), "", date(2024, 9, 20))
    converted([path], "pdf", tmp_path)
    assert "HẾT" in told("pdftotext", str(tmp_path / "dai.pdf"), "-")
