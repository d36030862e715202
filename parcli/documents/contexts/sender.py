"""Who sends what is written about all units' reports: the unit that collects them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from parcli.documents.contexts.letterhead import (
    Letterhead,
    SignatureBlock,
    dateline,
    letterhead,
    unit_letterhead,
    unit_signature,
)
from parcli.documents.contexts.superior import place_of, superior_name
from parcli.documents.contexts.wording import DOTS, SHORT_DOTS

if TYPE_CHECKING:
    from parcli.documents.contexts.report_frame import ReportFrame


class Sender(NamedTuple):
    """Name, letterhead and signature block of a document's sender."""

    name: str
    letterhead: Letterhead
    signature: SignatureBlock


def sender_of(frame: ReportFrame, kind: str) -> Sender:
    """The coordinator of the reports, dots where nobody says who it is.

    `kind` is the type in the document's symbol, "BC"; empty for a công văn.
    """
    who = frame.coordinator()
    if who is None:
        number = f"{SHORT_DOTS}/{'-'.join(filter(None, (kind, SHORT_DOTS)))}"
        head = letterhead(None, DOTS, number, dateline(None, frame.today))
        return Sender(DOTS, head, SignatureBlock(None, None, DOTS, DOTS))
    superior = superior_name(frame.index, who)
    place = place_of(frame.index, who, frame.directive)
    head = unit_letterhead(who, superior, place, kind, frame.today)
    return Sender(who.name, head, unit_signature(who))
