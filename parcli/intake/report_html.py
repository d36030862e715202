"""The document beside its draft, each stretch of text coloured by where it went."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from parcli.intake.blocks import Cell, Paragraph, Table
from parcli.intake.sources import in_words
from parcli.intake.yaml_out import UNSURE, directive_yaml
from parcli.language import N_, _, chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.intake.accounting import Claim
    from parcli.intake.draft import Draft

TITLE = N_("Import of {file}")
SHARE = N_("{share} % of the text is accounted for.")
DOCUMENT = N_("Document")
DRAFT = N_("Draft")
LEFT = N_("left over")
GUESSED = N_("guessed")

_KINDS = (
    ("head", N_("header"), "#dbeafe", ("superior", "issuer", "motto", "number", "place",
    "dateline", "urgency", "type", "subject", "addressees")),
    ("task", N_("task"), "#dcfce7", ("text", "title", "number", "columns", "measure")),
    ("lead", N_("lead"), "#fde68a", ("lead", "responsible")),
    ("support", N_("support"), "#fef3c7", ("support",)),
    ("when", N_("deadline"), "#fbcfe8", ("deadline",)),
    ("output", N_("output, target"), "#e9d5ff", ("output", "target", "note")),
    ("frame", N_("opening, closing, appendix"), "#e5e7eb", ("opening", "closing", "label",
    "reference", "rows")),
    ("end", N_("recipients, signature"), "#cffafe", ("recipients", "signature")),
    ("extra", N_("kept under extra"), "#ffedd5", ("extra",)),
)  # fmt: skip
_STYLE = (
    "body{font:15px/1.5 'Times New Roman',serif;margin:0;display:flex;flex-direction:column;"
    "height:100vh}header{padding:8px 16px;border-bottom:1px solid #999}"
    "main{display:grid;grid-template-columns:1fr 1fr;flex:1;min-height:0}"
    "section{overflow:auto;padding:8px 16px}"
    "pre{font:12px/1.45 monospace;white-space:pre-wrap}table{border-collapse:collapse;width:100%}"
    "td{border:1px solid #aaa;vertical-align:top;padding:2px 5px}"
    "p{margin:4px 0;white-space:pre-wrap;tab-size:12}p.center{text-align:center}mark{color:#000}"
    ".unread{background:#fee2e2;padding:4px 12px 4px 28px;margin:0}"
    ".left{background:#fecaca;outline:2px solid #dc2626}.doubt{background:#fef08a;font-weight:bold}"
    "p[data-line]::before{content:attr(data-line) ' ';color:#6b7280;font:11px monospace}"
    ".place{color:#6b7280}@media(max-width:900px){body,main{display:block;height:auto}}"
)


def html_report(draft: Draft) -> str:
    """One self-contained page: no script, nothing fetched."""
    file = escape(draft.document.file)
    body = "".join(_blocks(draft))
    legend = " ".join(
        f'<mark class="{name}">{escape(_(label))}</mark>' for name, label, _c, _k in _KINDS
    )
    colours = "".join(f".{name}{{background:{colour}}}" for name, _l, colour, _k in _KINDS)
    percent = f"{draft.share.percent:.1f}".removesuffix(".0")
    share = _(SHARE).format(share=percent.replace(".", ",") if chosen() == "vi" else percent)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_(TITLE).format(file=file)}</title><style>{_STYLE}{colours}</style></head><body>"
        f"<header><b>{file}</b> · {share} {legend} "
        f'<mark class="left">{escape(_(LEFT))}</mark> '
        f'<mark class="doubt">{escape(_(GUESSED))}</mark></header><main>'
        f"<section><h2>{_(DOCUMENT)}</h2>{_unread(draft)}{body}</section>"
        f"<section><h2>{_(DRAFT)}</h2><pre>{_marked(directive_yaml(draft))}</pre></section>"
        "</main></body></html>\n"
    )


def _marked(yaml: str) -> str:
    """The draft as markup: comments that ask for a check stand out, those on places step back."""
    sign = re.escape(escape(_(UNSURE).partition("{")[0].strip()))
    shown = re.sub(
        rf"^( *)(# {sign}.*)$", r'\1<mark class="doubt">\2</mark>', escape(yaml), flags=re.MULTILINE
    )
    return re.sub(r"(  # [^<\n]*)$", r'<span class="place">\1</span>', shown, flags=re.MULTILINE)


def _blocks(draft: Draft) -> Iterator[str]:
    for block in [*draft.document.blocks, *draft.document.notes]:
        if isinstance(block, Table):
            yield "<table>"
            for number, row in enumerate(block.rows):
                cells = (each for each in row.cells if not (number and each.above))
                made = (_cell(draft, each, _reach(block, number, each)) for each in cells)
                yield f"<tr>{''.join(made)}</tr>"
            yield "</table>"
        else:
            yield _line(draft, block)


def _unread(draft: Draft) -> str:
    """The parts of the file that are not in the document shown; "" where there are none."""
    told = (
        _(each.message).format(
            place=in_words(each.place) or _(DOCUMENT),
            text=each.text,
            page=each.place.page,
            file=draft.document.file,
        )
        for each in draft.document.unread
    )
    items = "".join(f"<li>{escape(said)}</li>" for said in told)
    return f'<ul class="unread">{items}</ul>' if items else ""


def _reach(table: Table, number: int, cell: Cell) -> int:
    """How many rows a cell is merged over, from row `number` on."""
    below = number + 1
    while below < len(table.rows):
        under = table.rows[below].at(cell.column)
        if under is None or not under.above or under.column != cell.column:
            break
        below += 1
    return below - number


def _cell(draft: Draft, cell: Cell, rows: int) -> str:
    lines = "".join(_line(draft, line) for line in cell.lines)
    return f'<td colspan="{cell.span}" rowspan="{rows}">{lines}</td>'


def _line(draft: Draft, line: Paragraph) -> str:
    """A paragraph with its claims as coloured stretches."""
    shown = [f"<b>{escape(line.label)}</b> "] if line.label else []
    at = 0
    for claim in draft.ledger.of(line):
        shown.append(_left(line.text[at : claim.start]))
        shown.append(_claimed(line.text[max(at, claim.start) : claim.end], claim))
        at = max(at, claim.end)
    shown.append(_left(line.text[at:]))
    place = line.place
    number = (
        f' data-line="{place.line or place.paragraph}"' if place.line or place.paragraph else ""
    )
    centred = ' class="center"' if line.align == "center" else ""
    return f"<p{number}{centred}>{''.join(shown)}</p>"


def _claimed(text: str, claim: Claim) -> str:
    kind = next((name for name, _l, _c, keys in _KINDS if claim.key in keys), "extra")
    where = _where(claim.owner, claim.key)
    return f'<mark class="{kind}" title="{escape(where)}">{escape(text)}</mark>' if text else ""


def _where(owner: dict[str, Any], key: str) -> str:
    number = owner.get("printed_number") or owner.get("number")
    return f"{number}: {key}" if number and "schema" not in owner else key


def _left(text: str) -> str:
    if not any(map(str.isalnum, text)):
        return escape(text)
    return f'<mark class="left">{escape(text)}</mark>'
