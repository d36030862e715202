"""What changed in directives: words for people, Markdown for a pull request, JSON for programs."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from parcli.language import N_, _, ngettext
from parcli.queries.changes import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parcli.queries.changes import Value

K = ChangeKind
_LONGEST_NAME = 80
_AROUND = 4  # words shown before and after what changed

_HEADINGS = {
    K.DIRECTIVE_ADDED: N_("New directive"),
    K.DIRECTIVE_DROPPED: N_("Directive removed"),
    K.DIRECTIVE_RENAMED: N_("Directive renamed"),
    K.HEADER_CHANGED: N_("The document itself"),
    K.PART_ADDED: N_("New groups and appendices"),
    K.PART_DROPPED: N_("Groups and appendices removed"),
    K.PART_CHANGED: N_("Groups and appendices changed"),
    K.TASK_ADDED: N_("New tasks"),
    K.TASK_DROPPED: N_("Tasks removed"),
    K.TASK_MOVED: N_("Tasks moved"),
    K.TASK_RENUMBERED: N_("Tasks renumbered"),
    K.TASK_REASSIGNED: N_("Tasks assigned otherwise"),
    K.TASK_RESPELLED: N_("Same units, printed otherwise"),
    K.TASK_RESCHEDULED: N_("Deadlines changed"),
    K.TASK_RETARGETED: N_("Targets changed"),
    K.TASK_REWORDED: N_("Wording changed"),
    K.TASK_CHANGED: N_("Other changes of tasks"),
    K.REPORT_ADDED: N_("New reports"),
    K.REPORT_DROPPED: N_("Reports removed"),
    K.REPORT_CHANGED: N_("Reports changed"),
}
_FIELDS = {
    "id": N_("id"),
    "org": N_("unit catalogue"),
    "type": N_("type"),
    "number": N_("number"),
    "symbol": N_("symbol"),
    "superior": N_("superior body"),
    "issuer": N_("issuer"),
    "motto": N_("motto"),
    "place": N_("place"),
    "issued": N_("date of issue"),
    "dateline": N_("date line"),
    "urgency": N_("urgency"),
    "subject": N_("subject"),
    "addressees": N_("addressees"),
    "in_force": N_("in force"),
    "citations": N_("citations"),
    "opening": N_("opening"),
    "closing": N_("closing"),
    "recipients": N_("recipients"),
    "signature": N_("signature"),
    "errata": N_("errata"),
    "extra": N_("further content"),
    "kind": N_("kind"),
    "label": N_("label"),
    "title": N_("title"),
    "text": N_("text"),
    "reference": N_("reference line"),
    "index": N_("index"),
    "columns": N_("columns"),
    "rows": N_("rows"),
    "lead": N_("lead"),
    "support": N_("support"),
    "deadline": N_("deadline"),
    "meaning": N_("meaning of the deadline"),
    "targets": N_("targets"),
    "printed_number": N_("printed number"),
    "output": N_("output"),
    "responsible": N_("person responsible"),
    "criteria": N_("criteria"),
    "note": N_("note"),
    "from": N_("who reports"),
    "to": N_("to whom"),
    "via": N_("via"),
    "after": N_("after"),
    "cycle": N_("cycle"),
}
_GONE = (K.DIRECTIVE_DROPPED, K.PART_DROPPED, K.TASK_DROPPED, K.REPORT_DROPPED)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~@&]|:(?=//)|(?<=www)\.)")
# GitHub and GitLab look for people and issues in what a comment shows, escaped or not.
_MENTION = re.compile(r"([@#])(?=\w)")
_UNSEEN = "&#8203;"


class FileChanges(NamedTuple):
    """One directive file and its changes; `was` is its id before, where it was another."""

    file: str
    directive: str
    changes: Sequence[Change]
    was: str = ""


def difference_text(files: Sequence[FileChanges]) -> str:
    """The changes in words, a heading for each kind; one line says so where there are none."""
    lines: list[str] = []
    for changed in files:
        lines += ["", f"{changed.directive} ({changed.file}): {_count(changed.changes)}"]
        for kind, told in _by_kind(changed.changes):
            heading = _(_HEADINGS[kind])
            lines += [f"  {heading}:", *(f"    {sentence}" for sentence in told)]
    return "\n".join(lines[1:] or [_("No directive has changed.")]) + "\n"


def difference_markdown(files: Sequence[FileChanges]) -> str:
    """The same for a comment on a pull request; what the documents say cannot mark up anything."""
    lines: list[str] = []
    for changed in files:
        title = f"{_escaped(changed.directive)}: {_count(changed.changes)}"
        lines += [f"### {title}", "", f"`{changed.file.replace('`', '')}`"]
        for kind, told in _by_kind(changed.changes):
            heading = _escaped(_(_HEADINGS[kind]))
            lines += ["", f"**{heading}**", ""]
            lines += [f"- {_escaped(sentence)}" for sentence in told]
        lines.append("")
    return "\n".join(lines or [_("No directive has changed."), ""])


def difference_json(files: Sequence[FileChanges]) -> list[dict[str, Any]]:
    """The same as plain data; `before` and `after` are text, a list of texts, or null.

    Ids are whole, “directive/1.9”, as in every other JSON of parcli.
    """
    return [
        {
            "directive": changed.directive,
            "file": changed.file,
            "changes": [_plain(change, changed) for change in changed.changes],
        }
        for changed in files
    ]


def _plain(change: Change, changed: FileChanges) -> dict[str, Any]:
    before, after = changed.was or changed.directive, changed.directive
    return {
        "kind": change.kind.value,
        "id": _whole_id(before if change.kind in _GONE else after, change.id),
        "was": _whole_id(before, change.was or (before if change.id == after else change.id)),
        "title": change.title,
        "field": change.field or None,
        "before": list(change.before) if isinstance(change.before, tuple) else change.before,
        "after": list(change.after) if isinstance(change.after, tuple) else change.after,
    }


def _whole_id(directive: str, part: str) -> str:
    """The id of a part as every command takes it; the directive's own for the directive."""
    return f"{directive}/{part}" if part and part != directive else directive


def _count(changes: Sequence[Change]) -> str:
    return ngettext("{count} change", "{count} changes", len(changes)).format(count=len(changes))


def _by_kind(changes: Sequence[Change]) -> Iterator[tuple[ChangeKind, list[str]]]:
    for kind in ChangeKind:
        of_kind = [change for change in changes if change.kind is kind]
        if of_kind:
            yield kind, list(_sentences(of_kind))


def _sentences(changes: Iterable[Change]) -> Iterator[str]:
    """One sentence a change; tasks that changed in the same way share one."""
    together: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        alike = bool(change.field) and change.kind is not K.TASK_ADDED
        key = (change.kind, change.field, change.before, change.after)
        together.setdefault(key if alike else (change,), []).append(change)
    for shared in together.values():
        first = shared[0]
        name = _name(first) if len(shared) == 1 else ", ".join(change.id for change in shared)
        yield _sentence(first, name)


def _sentence(change: Change, name: str) -> str:
    if change.kind is K.TASK_ADDED and change.after:
        return _("{name}; lead: {units}").format(name=name, units=_listed(change.after))
    if change.kind is K.REPORT_ADDED and change.after:
        return _("{name}; deadline: {deadline}").format(name=name, deadline=change.after)
    if change.kind is K.TASK_MOVED:
        places = {"before": change.before or "…", "after": change.after or "…"}
        return _("{was} → {name}: from “{before}” to “{after}”").format(
            was=change.was, name=name, **places
        )
    if change.kind in (K.TASK_RENUMBERED, K.DIRECTIVE_RENAMED):
        return f"{change.was} → {name}"
    if not change.field or change.before == change.after:
        return name
    field = _(_FIELDS.get(change.field, change.field))
    said = _said(change.before, change.after)
    return f"{name}: {field}: {said}" if name else f"{field}: {said}"


def _name(change: Change) -> str:
    title = " ".join(change.title.split()).rstrip(".")
    if len(title) > _LONGEST_NAME:
        title = title[: _LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"
    return " ".join(filter(None, (change.id, title)))


def _said(before: Value, after: Value) -> str:
    """“before” → “after”; of long texts only the words that differ, of lists what came and went."""
    if before is None:
        return _("now {after}").format(after=_quoted(after))
    if after is None:
        return _("no longer {before}").format(before=_quoted(before))
    old, new = _items(before), _items(after)
    if len(old) == len(new) == 1:
        return "; ".join(f"“{was}” → “{now}”" for was, now in _word_changes(old[0], new[0]))
    gone = [f"− {item}" for item in (Counter(old) - Counter(new)).elements()]
    come = [f"+ {item}" for item in (Counter(new) - Counter(old)).elements()]
    return "; ".join([*gone, *come]) or _("in another order")


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value or "",)


def _listed(value: Value) -> str:
    return "; ".join(_items(value))


def _quoted(value: Value) -> str:
    """In quotes, so that “before 30 June” after “no longer” is not read as one sentence."""
    return "; ".join(f"“{item}”" for item in _items(value))


def _word_changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The places where two texts differ, each with a few words around it."""
    old, new = before.split(), after.split()
    if len(old) <= 2 * _AROUND and len(new) <= 2 * _AROUND:
        yield before, after
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        first, last = group[0], group[-1]
        yield _excerpt(old, first[1], last[2]), _excerpt(new, first[3], last[4])


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    opening = "…" if start > 0 else ""
    closing = "…" if end < len(words) else ""
    return opening + " ".join(words[start:end]) + closing


def _escaped(text: str) -> str:
    """`text` as it stands: no markup, no links, nobody is told that they were mentioned."""
    return _MENTION.sub(rf"\1{_UNSEEN}", _MARKDOWN.sub(r"\\\1", text.replace("\n", " ")))
