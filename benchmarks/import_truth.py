"""Scores import on documents whose truth a person has written down beforehand.

    python -m benchmarks.import_truth FOLDER [--misses]

Beside each document (`a.docx`, `.pdf`, `.txt`, `.md`) stands its truth, `a.yaml`: `header`, with
fields of a directive file, and `tasks`, each with `words` (a run of words that stands in this task
alone) and the answers accepted for `lead`, `support` (lists of lists of names) and `deadline` (a
list of phrases, null for none). A task with `optional: true` counts neither found nor missing.
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
from parcli.intake.walking import all_groups, all_tasks
from parcli.schedule.deadline import to_json
from parcli.schedule.phrases import read_deadline
from parcli.text import folded, one_line, plain_dashes

if TYPE_CHECKING:
    from collections.abc import Iterator

FIGURES = ("header", "found", "not invented", "lead", "support", "deadline")
_SUFFIXES = (".docx", ".pdf", ".txt", ".md")
_PREFIX = re.compile(r"(?:về việc|v/v|về)\s+")


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
    left = dict(all_tasks(values))
    for task in sorted(wanted, key=lambda task: bool(task.get("optional"))):
        words = folded(task["words"])
        path = next((path for path, own in left.items() if words in folded(_words(own))), None)
        own = left.pop(path) if path is not None else {}
        if task.get("optional"):
            continue
        score.count("found", task["words"], right=path is not None)
        if path is not None:
            for key in ("lead", "support", "deadline"):
                said = _effective(values, path, own, key)
                right = _answer(key, said) in [_answer(key, each) for each in task[key]]
                score.count(key, f"{path} {said}, not {task[key][0]}", right=right)
            score.count("not invented", "", right=True)
    for path, own in left.items():
        score.count("not invented", f"{path} {_words(own)[:100]}", right=False)


def _effective(values: dict[str, Any], path: str, task: dict[str, Any], key: str) -> Any:
    """A task's value, or that of the nearest group around it which has one."""
    groups = dict(all_groups(values))
    said, above = task.get(key), path
    while not said and "." in above:
        above = above.rpartition(".")[0]
        said = groups.get(above, {}).get(key)
    return said or None


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
            yield document, yaml.safe_load(truth.read_text(encoding="utf-8"))


def main() -> None:
    """Print a line for each document and one for all."""
    folder = Path(sys.argv[1])
    total = Score()
    print(f"{'':<28}" + "".join(f"{figure:>15}" for figure in FIGURES))
    for document, truth in _pairs(folder):
        score = scored(document, truth)
        total.add(score)
        print(score.line(document.name))
        if "--misses" in sys.argv:
            print(*(f"    {miss}" for miss in score.misses), sep="\n")
    print(total.line("all"))


if __name__ == "__main__":
    main()
