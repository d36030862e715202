"""PDF files with a text layer: words by their place on the page, ruled and unruled tables.

pdfplumber is optional (`pip install "parcli[pdf]"`): docs/adr says why it was chosen.
"""

from __future__ import annotations

import io
import logging
from itertools import islice
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Block, Document, Paragraph, Place, Unread, joined
from parcli.intake.failures import (
    Damaged,
    LockedPdf,
    NoPdfReader,
    NotThisKind,
    NoWords,
    Scanned,
    TooBig,
)
from parcli.intake.readers.docx_unread import FOOTER, HEADER
from parcli.intake.readers.encodings import cleaned
from parcli.intake.readers.pdf_head import end_in_columns, in_two_columns
from parcli.intake.readers.pdf_lines import lines_outside
from parcli.intake.readers.pdf_margins import Sheet, take_footnotes, take_running_lines
from parcli.intake.readers.pdf_paragraphs import paragraphs_of, runs_on
from parcli.intake.readers.pdf_signatures import without_signatures
from parcli.intake.readers.pdf_stamps import show_stamps
from parcli.intake.readers.pdf_tables import Ruled, ruled_tables, unruled_tables
from parcli.intake.readers.pdf_words import words_in
from parcli.intake.readers.unicode_text import in_unicode
from parcli.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NO_TEXT = N_("Page {page} has no text layer and was not read.")
NO_TEXT_HINT = N_("Add the text first: ocrmypdf -l vie --skip-text {file} out.pdf")
PICTURE = N_("A picture on page {page} was not read: it may be a scanned table.")

MAX_PAGES = 600
MAX_CHARS_ON_PAGE = 60_000
MAX_HEADINGS = 2000
_FEWEST_CHARS = 20
# The share of a page that a picture with words fills; one that fills more lies under the words.
_PICTURE = (0.1, 0.8)


def read_pdf(raw: bytes, file: str, tell: Callable[[float], None] | None = None) -> Document:
    """The blocks of a PDF. `tell` hears the share that is done, 0 to 1.

    Raises NoPdfReader, NotThisKind, LockedPdf, Damaged, TooBig, Scanned or NoWords.
    """
    try:
        import pdfplumber  # noqa: PLC0415  an optional package
    except ImportError:
        raise NoPdfReader from None
    # What the parser has to say about a file's fonts helps no clerk.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if b"%PDF" not in raw[:1024]:
        raise NotThisKind(file=file, found=_("something else"))
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            return _read(pdf, file, tell)
    except (TooBig, Scanned, NoWords):
        raise
    except Exception as error:  # noqa: BLE001  a broken PDF can fail anywhere in the parser
        if "Password" in repr(error) or "encrypt" in repr(error).lower():
            raise LockedPdf(file=file) from None
        reason = _("it ends too early, or its structure is broken")
        raise Damaged(file=file, reason=reason) from None


def _read(pdf: Any, file: str, tell: Callable[[float], None] | None) -> Document:
    if len(pdf.pages) > MAX_PAGES:
        raise TooBig(file=file, what=_("the number of pages"), limit=MAX_PAGES)
    sheets: list[Sheet] = []
    unread: list[Unread] = []
    chars = pictures = 0
    for place, page in enumerate(pdf.pages):
        if tell is not None:
            tell(place / len(pdf.pages))
        if len(page.chars) > MAX_CHARS_ON_PAGE:
            raise TooBig(
                file=file, what=_("the number of characters on a page"), limit=MAX_CHARS_ON_PAGE
            )
        chars += len(page.chars)
        pictures += len(page.images)
        unread += _unread(page, place + 1)
        # A scanned page stays one, whatever the signatures on it say.
        if page.chars and show_stamps(page):
            page.flush_cache()
        sheets.append(_sheet(page, place + 1))
        page.close()
    if chars < _FEWEST_CHARS:
        raise (Scanned if pictures else NoWords)(file=file)
    for top, text in take_running_lines(sheets):
        unread.append(Unread(HEADER if top else FOOTER, text=text))
    notes = take_footnotes(sheets)
    document = Document(
        file, _blocks(sheets), notes, pages=len(sheets), outline=_outline(pdf), unread=unread
    )
    return in_unicode(document)


def _sheet(page: Any, number: int) -> Sheet:
    found, cited = words_in(page)
    words = without_signatures(found)
    tables = ruled_tables(page, words)
    lines = lines_outside(words, [table.box for table in tables])
    return Sheet(number, page.width, page.height, lines, tables, cited)


def _blocks(sheets: Sequence[Sheet]) -> list[Block]:
    """The blocks of all pages; a paragraph that a page's end cuts goes on with the next page."""
    numbers = _Numbers()
    blocks: list[Block] = []
    above: Sheet | None = None
    for sheet in sheets:
        found = _page(sheet, numbers)
        cut = above is not None and runs_on(above.lines, sheet.lines, above.width)
        match (blocks[-1:], found[:1]) if cut else ([], []):
            case [Paragraph() as last], [Paragraph() as first]:
                blocks[-1:] = [joined(last, first)]
                found = found[1:]
        blocks += found
        above = sheet
    return blocks


def _unread(page: Any, number: int) -> list[Unread]:
    """What the page shows as a picture only: all of it, or a part large enough for words."""
    if page.images and not any(char["text"].strip() for char in page.chars):
        return [Unread(NO_TEXT, Place(number), hint=NO_TEXT_HINT)]
    shares = [each["width"] * each["height"] / (page.width * page.height) for each in page.images]
    pictures = [share for share in shares if _PICTURE[0] <= share < _PICTURE[1]]
    return [Unread(PICTURE, Place(number), hint=NO_TEXT_HINT)] if pictures else []


def _outline(pdf: Any) -> tuple[str, ...]:
    """The headings of the PDF's table of contents; none where it has no sound one."""
    try:
        found = [str(title) for _l, title, *_r in islice(pdf.doc.get_outlines(), MAX_HEADINGS)]
    except Exception:  # noqa: BLE001  most PDFs have no outline, and a broken one costs nothing
        return ()
    return tuple(map(cleaned, found))


class _Numbers:
    """Counts tables and paragraphs through the pages."""

    def __init__(self) -> None:
        self.tables = 0
        self.paragraphs = 0


def _page(sheet: Sheet, numbers: _Numbers) -> list[Block]:
    """One page from top to bottom."""
    lines = in_two_columns(sheet.lines, sheet.width) if sheet.number == 1 else sheet.lines
    lines = end_in_columns(lines, sheet.width)
    tables: list[Ruled] = [*sheet.tables]
    if not tables:
        found, lines = unruled_tables(lines)
        tables += found
    placed: list[tuple[float, Block]] = []
    for table in tables:
        numbers.tables += 1
        placed.append((table.box[1], table.block(sheet.number, numbers.tables)))
    reached = 0.0
    for top, paragraph in paragraphs_of(lines, sheet.width, sheet.number, numbers.paragraphs):
        numbers.paragraphs += 1
        reached = max(reached, top)  # a right column stands after its left one
        placed.append((reached, paragraph))
    return [block for _top, block in sorted(placed, key=lambda pair: pair[0])]
