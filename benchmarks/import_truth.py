"""Scores import on documents whose truth a person has written down beforehand.

    python -m benchmarks.import_truth FOLDER [--misses]

Beside each document (`a.docx`, `.pdf`, `.txt`, `.md`) stands its truth, `a.yaml`: `header`, with
fields of a directive file, and `tasks`, each with `words` (a run of words that stands in this task
alone) and the answers accepted for `lead`, `support` (lists of lists of names) and `deadline` (a
list of phrases, null for none). A task with `optional: true` counts neither found nor missing, and
needs its words only. A truth that lacks one of these is named and not scored; the exit code is 2.
Real documents are not shipped: make a folder of your own office's, and write the truth first.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from parcli.intake.draft import make_draft
from parcli.intake.readers.opening import read_bytes
from parcli.intake.recognise.units import without_person
from parcli.intake.walking import all_tasks
from parcli.schedule.deadline import to_json
from parcli.schedule.phrases import read_deadline
from parcli.text import folded, one_line, plain_dashes

if TYPE_CHECKING:
    from collections.abc import Iterator

FIGURES = ("header", "found", "not invented", "lead", "support", "deadline")
_SUFFIXES = (".docx", ".pdf", ".txt", ".md")
_PREFIX = re.compile(r"\A(?:về việc|v/v|về)\s+")
_ANSWERS = ("lead", "support", "deadline")


class MalformedTruthError(Exception):
    """A truth that cannot be scored: in one line which file, and what is wrong with it."""

    def __init__(self, file: Path, fault: str) -> None:
        super().__init__(f"{file}: {one_line(fault)}")


class Score:
    """Right and asked answers of a document, by figure, and each miss in words."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.misses: list[str] = []

    def count(self, figure: str, miss: str, *, right: bool) -> None:
        """Add one answer to a figure."""
        self.asked[figure] += 1
        self.right[figure] += right
        if not right:
            self.misses.append(f"{figure}: {miss}")

    def add(self, other: Score) -> None:
        """Add all the answers of another document."""
        self.right += other.right
        self.asked += other.asked

    def line(self, name: str) -> str:
        """The figures in columns, per cent for those with any answer."""
        shares = (
            f"{self.right[f]}/{self.asked[f]} {100 * self.right[f] / self.asked[f]:.1f}"
            if self.asked[f]
            else "-"
            for f in FIGURES
        )
        return f"{name:<28}" + "".join(f"{share:>15}" for share in shares)


def scored(document: Path, truth: dict[str, Any]) -> Score:
    """How the draft of a document compares with its truth."""
    read = read_bytes(document.read_bytes(), document.name, document.suffix)
    values = make_draft(read, directive_id="exam").values
    score = Score()
    for key, wanted in truth.get("header", {}).items():
        right = _plain(values.get(key)) == _plain(wanted)
        score.count("header", f"{key} {values.get(key)!r}, not {wanted!r}", right=right)
    _score_tasks(values, truth.get("tasks", []), score)
    return score


def _score_tasks(values: dict[str, Any], wanted: list[dict[str, Any]], score: Score) -> None:
    above = _inherited(values, {})
    left = list(all_tasks(values))  # a number that stands twice gives two tasks one path
    for task in sorted(wanted, key=lambda task: bool(task.get("optional"))):
        words = folded(task["words"])
        hits = (n for n, (_path, own) in enumerate(left) if words in folded(_words(own)))
        place = next(hits, None)
        path, own = left.pop(place) if place is not None else ("", {})
        if task.get("optional"):
            continue
        score.count("found", task["words"], right=place is not None)
        if place is not None:
            for key in _ANSWERS:
                said = own.get(key) or above[id(own)].get(key)
                right = _answer(key, said) in [_answer(key, each) for each in task[key]]
                score.count(key, f"{path} {said}, not {task[key][0]}", right=right)
            score.count("not invented", "", right=True)
    for path, own in left:
        score.count("not invented", f"{path} {_words(own)[:100]}", right=False)


def _inherited(values: dict[str, Any], above: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """What each task (by its identity) has of the groups around it: the nearest value of each."""
    here = above | {key: values[key] for key in _ANSWERS if values.get(key)}
    found = {id(task): here for task in values.get("tasks", [])}
    for part in (*values.get("groups", []), *values.get("appendices", [])):
        found |= _inherited(part, here)
    return found


def _answer(key: str, value: Any) -> Any:
    """An answer for comparing: the bodies, without persons and “các”; what a deadline means."""
    if key != "deadline":
        return sorted(map(_body, value or []))
    if not value:
        return None
    meaning = to_json(read_deadline(value))
    return folded(value) if meaning.get("kind") == "none" else _without_phrases(meaning)


def _body(name: str | dict[str, str]) -> str:
    words = folded(without_person(name if isinstance(name, str) else name["unit"]))
    return re.sub(r"^(?:cac|nhung) ", "", words.replace("ubnd", "uy ban nhan dan"))


def _without_phrases(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_phrases(each) for key, each in value.items() if key != "phrase"}
    return [_without_phrases(each) for each in value] if isinstance(value, list) else value


def _plain(value: Any) -> str | None:
    if value in (None, ""):
        return None
    text = plain_dashes(one_line(str(value)).casefold()).replace("uỷ", "ủy")
    return _PREFIX.sub("", text, count=1)


def _words(task: dict[str, Any]) -> str:
    return " ".join(str(task[key]) for key in ("title", "text") if task.get(key))


def _pairs(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for truth in sorted(folder.glob("*.yaml")):
        documents = (truth.with_suffix(suffix) for suffix in _SUFFIXES)
        for document in filter(Path.is_file, documents):
            yield document, _truth(truth)


def _truth(file: Path) -> dict[str, Any]:
    """The truth in a file; MalformedTruthError says in a line what it lacks."""
    try:
        truth = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        raise MalformedTruthError(file, str(fault)) from fault
    if not isinstance(truth, dict) or not isinstance(truth.get("header", {}), dict):
        raise MalformedTruthError(file, "not a mapping with `header` and `tasks`")
    for place, task in enumerate(truth.get("tasks") or [], 1):
        lacks = _lacks(task)
        if lacks:
            raise MalformedTruthError(file, f"task {place} {lacks}: {str(task)[:80]}")
    return {"header": truth.get("header", {}), "tasks": truth.get("tasks") or []}


def _lacks(task: Any) -> str:
    """What is wrong with an entry of `tasks`; "" for nothing."""
    if not isinstance(task, dict) or not isinstance(task.get("words"), str):
        return "has no `words`"
    if task.get("optional"):
        return ""
    wrong = [key for key in _ANSWERS if not isinstance(task.get(key), list) or not task[key]]
    return f"has no list of answers for `{wrong[0]}`" if wrong else ""


def main() -> int:
    """Print a line for each document and one for all; 2 where a truth could not be read."""
    folder = Path(sys.argv[1])
    total = Score()
    print(f"{'':<28}" + "".join(f"{figure:>15}" for figure in FIGURES))
    try:
        for document, truth in _pairs(folder):
            score = scored(document, truth)
            total.add(score)
            print(score.line(document.name))
            if "--misses" in sys.argv:
                print(*(f"    {miss}" for miss in score.misses), sep="\n")
    except MalformedTruthError as fault:
        print(fault, file=sys.stderr)
        return 2
    print(total.line("all"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
