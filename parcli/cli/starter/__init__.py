"""What a new registry begins with: the files that `parcli init` writes."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcli import __version__
from parcli.cli.schema import schema_text
from parcli.registry.files import FileKind
from parcli.registry.yaml_layout import laid_out
from parcli.registry.yaml_layout.nodes import Scalar
from parcli.registry.yaml_layout.scalars import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parcli.model.json_schema import KnownNames

_HERE = Path(__file__).parent
_PACKAGE = Path(__file__).parents[2]
# In a wheel these lie inside the package; in the repository at its root.
_COPIED = {
    "data/indices": (_HERE / "indices", _PACKAGE.parent / "data/indices"),
    "data/calendar": (_HERE / "calendar", _PACKAGE.parent / "data/calendar"),
    "templates": (_PACKAGE / "documents/templates", _PACKAGE.parent / "templates"),
}
_WRITTEN = {
    "parcli.yaml": "parcli.yaml.in",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    "data/directives/README.md": "directives.md",
    "data/units/README.md": "units.md",
    "data/indices/README.md": "indices.md",
    "data/calendar/README.md": "calendar.md",
    "data/progress/README.md": "progress.md",
    "templates/README.md": "templates.md",
}
_CI = {
    "github": (".github/workflows/parcli.yml", "github-workflow.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml"),
}
# What only takes effect at the top of a git repository.
AT_THE_TOP = (*(path for path, _source in _CI.values()), ".pre-commit-config.yaml")
SCHEMAS = ".vscode/schemas"


class Answers(NamedTuple):
    """What is asked about a new registry; without `org` it has no catalogue of units yet."""

    title: str
    org: str = ""
    org_name: str = ""
    level: str = "commune"
    ci: str = "none"


def starter_files(answers: Answers) -> Iterator[tuple[str, bytes]]:
    """Path below the new root, and content, of every file but the schemas."""
    written = dict(_WRITTEN)
    if answers.org:
        written[f"data/units/{answers.org}.yaml"] = "units.yaml.in"
    if answers.ci in _CI:
        path, source = _CI[answers.ci]
        written[path] = source
    for path, source in written.items():
        text = _filled((_HERE / "files" / source).read_text(encoding="utf-8"), answers)
        yield path, _canonical(path, text)
    for folder, places in _COPIED.items():
        for file in sorted(next(p for p in places if p.is_dir()).iterdir()):
            if file.suffix in (".yaml", ".docx") and not file.name.startswith((".", "~")):
                yield f"{folder}/{file.name}", file.read_bytes()


def schema_files(names: KnownNames) -> Iterator[tuple[str, bytes]]:
    """The JSON Schemas that the editor settings point to."""
    for kind in FileKind:
        yield f"{SCHEMAS}/{kind.value}.schema.json", schema_text(kind, names).encode()


def _filled(text: str, answers: Answers) -> str:
    """`text` with the answers in their places, as YAML values where it is YAML."""
    if not answers.org:
        text = text.replace("org: @org@\n", "")
    values = {
        "@plain_title@": " ".join(answers.title.split()),
        "@title@": _value(answers.title),
        "@org_name@": _value(answers.org_name),
        "@org@": _value(answers.org),
        "@level@": answers.level,
        "@requirement@": _requirement(),
    }
    # In one pass: an answer may itself look like a mark.
    return re.sub(r"@[a-z_]+@", lambda mark: values.get(mark[0], mark[0]), text)


def _requirement() -> str:
    """What pip installs to get this very parcli: its version, or its commit in a git repository.

    PEP 610: a package that was not installed from an index says where it came from.
    """
    try:
        origin = json.loads(distribution("parcli").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    version_control = origin.get("vcs_info", {})
    if version_control.get("vcs") == "git":
        return f"parcli @ git+{origin['url']}@{version_control['commit_id']}"
    return f"parcli=={__version__}"


def _value(text: str) -> str:
    return on_one_line(Scalar(text))


def _canonical(path: str, text: str) -> bytes:
    """`text`, laid out as `parcli fmt` would where it is a file of the registry."""
    of_registry = path.endswith(".yaml") and not path.startswith(".")
    return ((laid_out(None, path, text.encode()).text if of_registry else None) or text).encode()
