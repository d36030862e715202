"""`parcli init`: a new registry."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parcli.cli.completions import complete_one_of
from parcli.cli.options import JsonOption, checked_choice, checked_format
from parcli.cli.standard_output import print_json
from parcli.errors import ParcliError, UsageError, os_reason
from parcli.language import N_, _, chosen, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from parcli.cli.starter import Answers

CI = ("github", "gitlab", "none")
LEVELS = ("central", "ministry", "province", "district", "commune", "committee", "other")
# What a clerk is asked for and types instead, in the order of LEVELS.
_LEVELS_WRITTEN = ("trung ương", "bộ", "tỉnh", "huyện", "xã", "ban chỉ đạo", "khác")
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")

LevelOption = Annotated[
    str | None,
    typer.Option(
        "--level",
        help=_("central, ministry, province, district, commune, committee or other."),
        autocompletion=complete_one_of(*LEVELS),
    ),
]
CiOption = Annotated[
    str | None,
    typer.Option(
        "--ci",
        help=_("Where changes are checked: github, gitlab, none."),
        autocompletion=complete_one_of(*CI),
    ),
]


class RegistryThere(ParcliError):
    """A folder that is a registry already."""

    message = N_("{folder} is a registry already.")
    hint = N_("Choose another folder; nothing was changed.")


class BadOrganisation(UsageError):
    """An id that cannot name a file of the catalogue."""

    message = N_("“{org}” cannot be an id.")
    hint = N_("Use small letters without accents, digits and hyphens, such as ubnd-xa-a.")


class NamelessOrganisation(UsageError):
    """An organisation's id without its name."""

    message = N_("--org needs --org-name.")


def init(
    folder: Annotated[
        Path,
        typer.Argument(help=_("Where; otherwise here."), metavar="[DIR]", show_default=False),
    ] = Path(),
    title: Annotated[str | None, typer.Option("--title", help=_("Title of the registry."))] = None,
    org_name: Annotated[
        str | None, typer.Option("--org-name", help=_("Name of the organisation that keeps it."))
    ] = None,
    org: Annotated[
        str | None, typer.Option("--org", help=_("Its id; otherwise made from the name."))
    ] = None,
    level: LevelOption = None,
    ci: CiOption = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=_("Ask nothing, take what is usual."))
    ] = False,
    form: JsonOption = "text",
) -> None:
    """Make a registry: settings, folders, indices, calendar, templates, CI, editor schemas.

    On a terminal it asks for what the options leave open. Files that exist are kept.
    """
    checked_format(form, "text", "json")
    _check_free(folder)
    asks = not yes and form == "text" and sys.stdin.isatty()
    answers = _answers(title, org_name, org, level, ci, asks=asks)
    kept = _write(folder, answers)
    if form == "json":
        print_json({"folder": str(folder.resolve()), "org": answers.org or None, "kept": kept})
    else:
        _say(folder, answers, kept)


def _check_free(folder: Path) -> None:
    from parcli.registry.files import CONFIG
    from parcli.registry.write_lock import Unwritable

    if (folder / CONFIG).exists():
        raise RegistryThere(folder=folder.resolve())
    if folder.exists() and not folder.is_dir():
        raise Unwritable(path=folder, reason=_("it is a file"))


def _answers(
    title: str | None,
    org_name: str | None,
    org: str | None,
    level: str | None,
    ci: str | None,
    *,
    asks: bool,
) -> Answers:
    """The options, and what was asked for on the terminal; checked."""
    from parcli.cli.starter import Answers

    usual = _("Tasks for administrative reform")
    title = title or (_ask(_("Title"), usual) if asks else usual)
    if org_name is None and asks:
        org_name = _ask(_("Organisation (empty: later)"), "")
    if org_name and org is None:
        proposed = _proposed_id(org_name)
        org = _ask(_("Its id"), proposed, _checked_org) if asks else proposed
    if org_name and level is None and asks:
        names = _LEVELS_WRITTEN if chosen() == "vi" else LEVELS
        question = _("Level ({allowed})").format(allowed=", ".join(names))
        level = _ask(question, names[LEVELS.index("commune")], _level)
    if ci is None and asks:
        ci = _ask(_("Checked by ({allowed})").format(allowed=", ".join(CI)), "github", _checked_ci)
    return _checked(Answers(title, org or "", org_name or "", level or "commune", ci or "none"))


def _checked(answers: Answers) -> Answers:
    """The answers, the level by its id. Raises what is wrong with one of them."""
    if answers.org:
        _checked_org(answers.org)
    if answers.org and not answers.org_name:
        raise NamelessOrganisation
    _checked_ci(answers.ci)
    return answers._replace(level=_level(answers.level))


def _checked_org(written: str) -> str:
    if not _ID.fullmatch(written):
        raise BadOrganisation(org=written)
    return written


def _checked_ci(written: str) -> str:
    return checked_choice("--ci", written, CI)


def _level(written: str) -> str:
    """The level meant, by its id or its Vietnamese name. Raises UnknownChoice."""
    from parcli.text import folded

    named = {folded(name): level for name, level in zip(_LEVELS_WRITTEN, LEVELS, strict=True)}
    return checked_choice("--level", named.get(folded(written), written), LEVELS)


def _ask(question: str, usual: str, checked: Callable[[str], str] = str) -> str:
    """What is typed, `usual` for nothing; asked again until `checked` has nothing against it."""
    while True:
        answer: str = typer.prompt(question, default=usual, show_default=bool(usual))
        try:
            return checked(answer.strip())
        except UsageError as error:
            sys.stderr.write(f"{error}\n{error.advice()}\n")


def _proposed_id(name: str) -> str:
    """An id from a name: “Ủy ban nhân dân xã A” → "ubnd-xa-a"."""
    from parcli.text import folded

    short = folded(name).replace("uy ban nhan dan", "ubnd")
    return short.replace(" ", "-")[:80].strip("-")


def _write(folder: Path, answers: Answers) -> list[str]:
    """Write every file that is not there yet; the paths of those that were kept."""
    from parcli.cli.starter import schema_files, starter_files
    from parcli.queries.known_names import known_names

    kept = _write_new(folder, starter_files(answers))
    return kept + _write_new(folder, schema_files(known_names(folder)))


def _write_new(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    from parcli.registry.write_lock import Unwritable

    kept = []
    for path, content in files:
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as stream:
                stream.write(content)
        except FileExistsError:
            kept.append(path)
        except OSError as error:
            raise Unwritable(path=target, reason=os_reason(error)) from None
    return kept


def _say(folder: Path, answers: Answers, kept: list[str]) -> None:
    lines = [_("Registry made in {folder}.").format(folder=folder.resolve())]
    if kept:
        count = ngettext(
            "{count} file was there already and was kept: {paths}",
            "{count} files were there already and were kept: {paths}",
            len(kept),
        )
        lines.append(count.format(count=len(kept), paths=", ".join(kept)))
    catalogue = f"data/units/{answers.org}.yaml" if answers.org else "data/units/"
    lines += _out_of_place(folder)
    lines += [
        _("Next:"),
        "  " + _("list the units in {path}").format(path=catalogue),
        "  " + _("parcli import FILE    brings a directive in"),
        "  " + _("parcli validate       checks everything"),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _out_of_place(folder: Path) -> list[str]:
    """What to do with files that git services and pre-commit read at the top of a repository only.

    Empty where the registry is a repository, or is not in one.
    """
    from parcli.cli.starter import AT_THE_TOP

    whole = folder.resolve()
    repositories = (above for above in (whole, *whole.parents) if (above / ".git").exists())
    top = next(repositories, whole)
    paths = [path for path in AT_THE_TOP if (whole / path).exists()]
    if top == whole or not paths:
        return []
    message = _(
        "CI and pre-commit look at the top of the git repository only: move {paths} to {top}, and"
        " name the registry there: PARCLI_ROOT, or --root {folder}."
    )
    below = whole.relative_to(top).as_posix()
    return [message.format(paths=", ".join(paths), top=top, folder=below)]
