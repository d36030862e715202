"""A document as the draft of a directive: every recogniser in its turn, nothing dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from parcli.errors import BadPeriod
from parcli.intake.accounting import Ledger, Share, Span, share
from parcli.intake.blocks import Block, Document, Paragraph, Table, lines_of
from parcli.intake.body_bounds import (
    closing_start,
    lists_tasks,
    opening_length,
    own_work,
    split_document,
)
from parcli.intake.capitals import as_typed
from parcli.intake.citing import add_citations
from parcli.intake.force import add_force
from parcli.intake.kept_words import lost_spans
from parcli.intake.lost_subject import complete_subject
from parcli.intake.ordering import ordered
from parcli.intake.recognise.addressees import read_addressees
from parcli.intake.recognise.appendices import (
    Attached,
    attached_parts,
    index_of,
    number_of,
)
from parcli.intake.recognise.asking import asked_at_head, asked_to_follow
from parcli.intake.recognise.columns import columns_of
from parcli.intake.recognise.duties import Duties
from parcli.intake.recognise.footnotes import without_footnotes
from parcli.intake.recognise.head_lines import head_of
from parcli.intake.recognise.letterhead import read_letterhead
from parcli.intake.recognise.loose_lines import LooseLines
from parcli.intake.recognise.part_heads import Context
from parcli.intake.recognise.parts import parts_of, printed_line
from parcli.intake.recognise.reports import reports_in
from parcli.intake.recognise.requests import plain_lines, requests_in
from parcli.intake.recognise.signature import read_tail
from parcli.intake.recognise.table_kinds import kind_of_table
from parcli.intake.recognise.task_words import Setting, assume_lead
from parcli.intake.stitch import stitched
from parcli.intake.walking import all_tasks, report_texts, without_idle_leads
from parcli.language import N_
from parcli.schedule.periods import Period
from parcli.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SCHEMA = "parcli.directive/1"
GUESSED_ORG = N_("The organisation was told from the issuer.")
HOME_ORG = N_("The document names no issuer; the registry's own organisation was taken.")
LEFT_OVER = N_("This text found no place; it is kept as it stands.")
NO_TASKS = N_("No tasks were found.")

_NO_TASKS_IN = re.compile(
    r"\b(?:danh sach|mau|de cuong|bieu mau|phieu|mau so|giai thich|thuyet minh)\b"
)


@dataclass
class Draft:
    """A drafted directive, and how the document went into it."""

    values: dict[str, Any]
    document: Document
    ledger: Ledger
    share: Share
    left: list[Span] = field(default_factory=list)
    issued: Period | None = None

    @property
    def leftovers(self) -> list[str]:
        """The stretches of text that found no place."""
        return [span.text.strip() for span in self.left]


def make_draft(
    document: Document,
    *,
    directive_id: str,
    org: str | None = None,
    tell: Callable[[float], None] | None = None,
) -> Draft:
    """The draft of a directive from a reader's document.

    `org` is told from the issuer if not given; `tell` hears the share that is done, 0 to 1.
    """
    whole = without_footnotes(stitched(document))
    ledger = Ledger(tell=tell, total=sum(1 for _line in whole.paragraphs()))
    return _Drafting(whole, directive_id, org, ledger).draft()


class _Drafting:
    def __init__(
        self, document: Document, directive_id: str, org: str | None, ledger: Ledger
    ) -> None:
        self._document = document
        self._values: dict[str, Any] = {"schema": SCHEMA, "id": directive_id}
        self._org = org
        self._ledger = ledger

    def draft(self) -> Draft:
        """The whole document read: head, body, end, appendices, in this order."""
        values, ledger, blocks = self._values, self._ledger, self._document.blocks
        words = "\n".join(p.text for p in self._document.paragraphs())
        head = head_of(blocks)
        read_letterhead(head, words, values, ledger)
        rest = blocks[head.blocks :]
        rest = rest[read_addressees(rest, values, ledger) :]
        setting = Setting(self._document.file, _period(values.get("issued")), ledger)
        body, tail, attached = split_document(rest)
        self._body(body, setting, covers=lists_tasks(attached))
        read_tail(tail, values, ledger)
        self._appendices(attached_parts(attached, ledger), setting)
        self._whole(setting)
        as_typed(values, self._document, ledger)
        without_idle_leads(values)
        lost = lost_spans(ledger, self._document.paragraphs(), values)
        counted, spans = share(ledger, self._document.paragraphs(), lost)
        if spans:
            values.setdefault("extra", {})["leftover"] = [span.text.strip() for span in spans]
            ledger.doubt(values, "extra", LEFT_OVER)
        result = ordered(values, ledger)
        return Draft(result, self._document, ledger, counted, spans, setting.issued)

    def _body(self, blocks: Sequence[Block], setting: Setting, *, covers: bool) -> None:
        """The body between head and end; `covers` says that its tasks stand in an appendix."""
        lines = [] if covers else plain_lines(blocks)
        requests = requests_in(lines, self._values.get("addressees", []), setting.issued)
        if requests:
            self._requests(lines, requests, setting)
            return
        start = opening_length(blocks)
        stop = closing_start(blocks, start)
        self._text("opening", blocks[:start])
        own = own_work(blocks, start, stop)
        asked = asked_to_follow(str(self._values.get("opening") or "")) or asked_at_head(
            self._values
        )
        setting = replace(setting, asks=bool(asked))
        Duties(setting).read(parts_of(blocks[start:own]), self._values)
        Duties(setting).read(parts_of(blocks[own:stop]), self._values)
        assume_lead(self._values, asked, setting)
        self._text("closing", blocks[stop:])

    def _requests(
        self, lines: Sequence[Paragraph], asked: dict[int, list[str]], setting: Setting
    ) -> None:
        """A short letter: what it asks are its tasks, the rest its first and last words."""
        first = min(asked)
        self._text("opening", lines[:first])
        for place, line in enumerate(lines[first:], first):
            if place in asked:
                LooseLines(setting).say(line, asked[place], self._values, Context())
            else:
                self._text("closing", [line])

    def _text(self, key: str, blocks: Sequence[Block]) -> None:
        lines = [printed_line(line) for line in lines_of(blocks) if line.line]
        if lines:
            said = self._values.get(key)
            self._values[key] = "\n".join([*([said] if said else []), *lines])
        self._ledger.take_all(lines_of(blocks), self._values, key)

    def _appendices(self, parts: Sequence[Attached], setting: Setting) -> None:
        several = len(parts) > 1
        for place, part in enumerate(parts, 1):
            values = part.values
            if several or values.get("number"):
                values["number"] = number_of(values, place)
            title = f"{values.get('title', '')} {values.get('label', '')}"
            values["kind"] = "tasks"
            index = index_of(title)
            if index:
                values["index"] = index
            kinds = [kind_of_table(columns_of(b)) for b in part.blocks if isinstance(b, Table)]
            if _NO_TASKS_IN.search(folded(title)) and "tasks" not in kinds:
                self._as_text(part)
            else:
                Duties(setting).read(parts_of(part.blocks), values)
            if not (values.get("groups") or values.get("tasks")):
                values["kind"] = kinds[0] if kinds and kinds[0] != "tasks" else "documents"
        if parts:
            self._values["appendices"] = [part.values for part in parts]

    def _as_text(self, part: Attached) -> None:
        """A form or an outline: its words are kept, nobody is given a task."""
        lines = [printed_line(line) for line in lines_of(part.blocks) if line.line]
        if lines:
            part.values["text"] = "\n".join(lines)
        self._ledger.take_all(lines_of(part.blocks), part.values, "text")

    def _whole(self, setting: Setting) -> None:
        """What needs the whole document: reports, citations, force, organisation, notes."""
        values, ledger = self._values, self._ledger
        addressees = values.get("addressees", [])
        duties = reports_in(report_texts(values), addressees, setting.issued, ledger)
        if duties:
            values["reports"] = duties
        add_citations(values)
        complete_subject(values, ledger)
        add_force(values, ledger)
        self._organisation()
        if self._document.notes:
            values.setdefault("extra", {})["footnotes"] = [
                printed_line(note) for note in self._document.notes
            ]
            ledger.take_all(self._document.notes, values, "extra")
        if not any(True for _task in all_tasks(values)):
            ledger.doubt(values, "groups", NO_TASKS)

    def _organisation(self) -> None:
        from parcli.intake.organisation import org_of  # noqa: PLC0415  only a draft needs it

        if self._org:
            self._values["org"] = self._org
            return
        self._values["org"] = org_of(self._values.get("issuer", ""), self._values.get("superior"))
        self._ledger.doubt(self._values, "org", GUESSED_ORG)


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except BadPeriod:
        return None
