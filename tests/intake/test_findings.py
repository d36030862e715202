"""What a clerk must look at, with the place in the document."""

from __future__ import annotations

from parcli.intake.accounting import Ledger, Share, Span
from parcli.intake.blocks import Document, Place, paragraph
from parcli.intake.draft import Draft
from parcli.intake.findings import catalogue_findings, findings
from parcli.intake.sources import Sources
from parcli.intake.walking import without_idle_leads

HEAD = paragraph("V/v kiểm tra công vụ", Place(1, 4))
CELL = paragraph("Sở Nội vụ", Place(2, table=1, row=3, cell=2))
LOST = paragraph("x" * 100, Place(3, 9))


def draft() -> Draft:
    task = {"text": "Kiểm tra", "lead": ["Sở Nội vụ"], "source": {"page": 2, "table": 1, "row": 3}}
    values = {"subject": "kiểm tra công vụ", "org": "x", "tasks": [task], "reports": [{"text": ""}]}
    ledger = Ledger()
    ledger.take(HEAD, values, "subject")
    ledger.take(CELL, task, "lead")
    ledger.doubt(values, "subject", "guess")
    ledger.doubt(task, "lead", "who")
    ledger.doubt(values, "extra", "kept")
    document = Document("x.docx", [HEAD, CELL, LOST], remarks=[("remark", {})])
    return Draft(values, document, ledger, Share(1, 1), [Span(LOST, 2, 100)])


def test_each_with_its_line() -> None:
    assert [(d.code, d.line, d.column, d.text()) for d in findings(draft(), None)] == [
        ("PAR852", 1, 1, "remark"),
        ("PAR851", 3, 1, "who"),
        ("PAR851", 4, 1, "guess"),
        ("PAR853", 9, 3, f"“{'x' * 80}…” found no place; it is kept under extra."),
    ]


def test_places_in_words_and_as_data() -> None:
    made = draft()
    sources = Sources(made)
    (task,) = made.values["tasks"]

    assert sources.beyond(made.values, "subject") == "page 1, paragraph 4"
    assert sources.beyond(task, "lead") == "cell 2"
    assert sources.beyond(made.values, "tasks") == ""
    assert dict(sources.listed(made.values)) == {
        "subject": {"page": 1, "paragraph": 4},
        "tasks[0].lead": {"page": 2, "table": 1, "row": 3, "cell": 2},
    }


def test_guesses_in_a_catalogue_stand_at_their_lines() -> None:
    ledger = Ledger()
    ledger.doubt({"id": "cac-so"}, "kinds", "who?")
    (told,) = catalogue_findings("units:\ngroups:\n  - id: cac-so\n", "x.yaml", ledger)

    assert (told.file, told.line, told.code) == ("x.yaml", 3, "PAR851")


def test_a_lead_that_nobody_inherits_is_none() -> None:
    own = {"title": "Sở A", "lead": ["Sở A"]}
    values = {
        "groups": [
            {"lead": ["các sở"], "groups": [own]},
            {"lead": ["các sở"], "groups": [own], "tasks": [{"text": "x"}]},
            {"lead": ["các sở"], "groups": [own, {"title": "chung"}]},
            {"lead": ["các sở"]},
        ]
    }

    without_idle_leads(values)

    assert [bool(group.get("lead")) for group in values["groups"]] == [False, True, True, True]


def test_the_ledger_tells_how_far_it_is() -> None:
    told: list[float] = []
    ledger = Ledger(tell=told.append, total=150)
    for line in [paragraph("x") for _line in range(200)]:
        ledger.take(line, {}, "text")
        ledger.kept = line  # type: ignore[attr-defined]  # no such field: as the readers do

    assert told[-1] <= 1.0
