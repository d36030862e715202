"""Imports the two source documents and compares the drafts with the checked files.

    python benchmarks/import_sources.py [--details]

Errata of the checked files are applied to the source text first: a scanning error is no error of
the import.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml

from parcli.intake.draft import make_draft
from parcli.intake.readers.text import read_text_document
from parcli.intake.walking import all_groups, all_tasks
from parcli.text import nfc, one_line

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "tests/data/sources"
NAMES = ("ba-don-2024", "bac-binh-2022")
HEADER = (
    "type", "number", "symbol", "issuer", "motto", "place", "issued", "dateline", "subject",
    "addressees",
    "in_force", "opening", "closing", "recipients", "signature",
)  # fmt: skip
TARGET = ("compare", "value", "unit", "change", "baseline", "by", "scope")


def checked(name: str) -> dict[str, Any]:
    """The checked file, scalars as text."""
    text = (ROOT / f"data/directives/{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes only text


def drafted(name: str) -> dict[str, Any]:
    """The draft of the source text, misprints corrected as the checked file says."""
    text = nfc((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))
    for erratum in checked(name).get("errata", []):
        text = text.replace(erratum["printed"], erratum["read"])
    document = read_text_document(text.encode(), f"{name}.txt")
    return make_draft(document, directive_id=name).values


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, white space aside."""
    return plain(one) == plain(other)


def plain(value: Any) -> Any:
    """A value as comparable text: white space folded, numbers as YAML prints them."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if each not in (None, "")}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return re.sub(r"\s+", " ", one_line(str(value if value is not None else "")))


def words(task: dict[str, Any]) -> str:
    """The printed words of a task."""
    return plain(" ".join(task[key] for key in ("title", "text") if task.get(key)))


def effective(values: dict[str, Any], key: str) -> dict[str, list[str]]:
    """Units of each task, those of its groups where it names none."""
    groups = dict(all_groups(values))
    found = {}
    for path, task in all_tasks(values):
        units = task.get(key)
        above = path
        while not units and "." in above:
            above = above.rpartition(".")[0]
            units = groups.get(above, {}).get(key)
        found[path] = plain(units or [])
    return found


class Score:
    """Counts of one comparison, printed as a line."""

    def __init__(self, name: str, details: bool) -> None:
        self.name, self.details = name, details
        self.right = self.all = 0

    def add(self, where: str, wanted: Any, got: Any) -> None:
        """One value compared."""
        self.all += 1
        if same(wanted, got):
            self.right += 1
        elif self.details:
            print(
                f"    {self.name} {where}\n      wanted {plain(wanted)}\n      got    {plain(got)}"
            )

    def line(self) -> str:
        """The score as text."""
        share = 100 * self.right / self.all if self.all else 100.0
        return f"  {self.name:<28}{self.right:>5} / {self.all:<5}{share:7.2f} %"


def compare(name: str, details: bool) -> list[Score]:
    """Every score of one document."""
    wanted, got = checked(name), drafted(name)
    scores = [_header(wanted, got, details)]
    ours, theirs = dict(all_tasks(got)), dict(all_tasks(wanted))
    found = Score("tasks found", details)
    for path in theirs:
        found.add(path, True, path in ours)
    invented = Score("tasks not invented", details)
    for path in ours:
        invented.add(path, True, path in theirs)
    scores += [found, invented, *_tasks(theirs, ours, wanted, got, details)]
    scores += [_listed("groups", all_groups(wanted), all_groups(got), ("title", "text"), details)]
    scores += [_appendices(wanted, got, details), _reports(wanted, got, details)]
    return [*scores, _citations(wanted, got, details), *_targets(theirs, ours, details)]


def _header(wanted: dict[str, Any], got: dict[str, Any], details: bool) -> Score:
    score = Score("header fields", details)
    for key in HEADER:
        score.add(key, wanted.get(key), got.get(key))
    return score


def _tasks(theirs: Any, ours: Any, wanted: Any, got: Any, details: bool) -> list[Score]:
    scores = []
    for key in ("lead", "support"):
        score = Score(key, details)
        have, need = effective(got, key), effective(wanted, key)
        for path in theirs:
            score.add(path, need[path], have.get(path))
        scores.append(score)
    for key in ("number", "printed_number", "title", "deadline"):
        score = Score(key, details)
        for path, task in theirs.items():
            score.add(path, task.get(key), ours.get(path, {}).get(key))
        scores.append(score)
    text = Score("text", details)
    for path, task in theirs.items():
        text.add(path, words(task), words(ours.get(path, {})))
    return [*scores, text]


def _listed(name: str, wanted: Any, got: Any, keys: tuple[str, ...], details: bool) -> Score:
    score = Score(name, details)
    have = dict(got)
    for path, one in wanted:
        for key in keys:
            score.add(f"{path}.{key}", one.get(key), have.get(path, {}).get(key))
    return score


def _appendices(wanted: Any, got: Any, details: bool) -> Score:
    score = Score("appendices", details)
    have = got.get("appendices", [])
    for place, one in enumerate(wanted.get("appendices", [])):
        other = have[place] if place < len(have) else {}
        for key in ("number", "kind", "label", "title", "reference", "index", "columns"):
            score.add(f"{place + 1}.{key}", one.get(key), other.get(key))
    return score


def _reports(wanted: Any, got: Any, details: bool) -> Score:
    score = Score("reports", details)
    have = got.get("reports", [])
    score.add("count", len(wanted.get("reports", [])), len(have))
    for place, one in enumerate(wanted.get("reports", [])):
        other = have[place] if place < len(have) else {}
        for key in ("id", "title", "text", "from", "to", "via", "after", "deadline", "cycle"):
            score.add(f"{place + 1}.{key}", one.get(key), other.get(key))
    return score


def _citations(wanted: Any, got: Any, details: bool) -> Score:
    score = Score("citations", details)
    have = got.get("citations", [])
    score.add("count", len(wanted.get("citations", [])), len(have))
    for place, one in enumerate(wanted.get("citations", [])):
        other = have[place] if place < len(have) else {}
        score.add(str(place + 1), one, other)
    return score


def _targets(theirs: Any, ours: Any, details: bool) -> list[Score]:
    figures, texts = Score("targets", details), Score("target words", details)
    for path, task in theirs.items():
        need, have = task.get("targets", []), ours.get(path, {}).get("targets", [])
        if not need and not have:
            continue
        for place in range(max(len(need), len(have))):
            one = need[place] if place < len(need) else {}
            other = have[place] if place < len(have) else {}
            figures.add(path, {k: one.get(k) for k in TARGET}, {k: other.get(k) for k in TARGET})
            texts.add(path, one.get("text"), other.get("text"))
    return [figures, texts]


def main() -> None:
    """Print the table, and the loop through Word and PDF that gives the checked files back."""
    from benchmarks.import_loop import DIRECTIVES, print_loop  # noqa: PLC0415  it imports this module

    for name in NAMES:
        print(name)
        for score in compare(name, "--details" in sys.argv):
            print(score.line())
    print_loop(DIRECTIVES, details="--details" in sys.argv)


if __name__ == "__main__":
    main()
