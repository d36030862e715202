"""The index answers as the files say, after every change, also with two processes at once."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parcli.registry.compiled import parts, update
from parcli.registry.compiled.compiling import Work, compiled_file
from parcli.registry.compiled.store import Index, open_index
from parcli.registry.compiled.tables import OWNERS
from parcli.registry.files import FileKind, list_files

if TYPE_CHECKING:
    from collections.abc import Callable

# Columns that hold a name's number.
NAMED = {("assignment", "name"), ("duty_from", "name"), ("duty", "to"), ("duty", "via")}
ROOT = Path(__file__).parents[2]
DIRECTIVE = """\
schema: parcli.directive/1
id: {id}
org: don-vi
type: ke-hoach
issuer: UBND huyện
issued: 2024-05-01
subject: thử
in_force: {{from: 2024, until: {until}}}
groups:
  - number: I
    title: Phần một
    lead: [Phòng Nội vụ]
    deadline: trước ngày 20/9/2024
    tasks:
      - {{number: "1", text: một}}
      - {{number: "1", text: hai, lead: []}}
      - {{text: ba, lead: [{{unit: PNV, scope: hồ sơ}}], deadline: hằng quý, support: [Phòng lạ]}}
    groups:
      - number: a)
        tasks: [{{number: 1., text: bốn, criteria: [par-index/1.1]}}]
reports:
  - id: bao-cao
    from: [Các phòng]
    to: UBND huyện
    deadline: trước ngày 15 tháng cuối quý
"""
UNITS = """\
schema: parcli.units/1
id: don-vi
organisation: {name: UBND huyện, level: district}
units:
  - {id: phong-noi-vu, name: Phòng Nội vụ, kind: phong, aliases: [PNV]}
  - {id: phong-tu-phap, name: Phòng Tư pháp, kind: phong, valid: {until: 2024-06-30}}
groups:
  - {id: cac-phong, name: Các phòng, kinds: [phong]}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, "parcli.yaml", "schema: parcli.registry/1\ntitle: Thử\norg: don-vi\n")
    write(tmp_path, "data/units/don-vi.yaml", UNITS)
    write(tmp_path, "data/directives/a.yaml", DIRECTIVE.format(id="a", until="2024-12-31"))
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def rows(index: Index, sql: str) -> list[tuple[Any, ...]]:
    return index.db.execute(sql).fetchall()


def test_ids_numbers_and_inheritance_are_worked_out(root: Path) -> None:
    index = open_index(root)
    assert rows(index, "SELECT slug, number, deadline, at FROM task ORDER BY n") == [
        ("I.a.1", "1.", "trước ngày 20/9/2024", "groups.0.groups.0.tasks.0"),
        ("I.1", "1", "trước ngày 20/9/2024", "groups.0.tasks.0"),
        ("I.1~2", "1", "trước ngày 20/9/2024", "groups.0.tasks.1"),
        ("I.3", None, "hằng quý", "groups.0.tasks.2"),
    ]
    assigned = (
        "SELECT t.slug, a.role, name.written, name.unit, a.scope, a.inherited FROM assignment a "
        "JOIN task t ON t.directive = a.directive AND t.n = a.task JOIN name ON name.id = a.name "
        "ORDER BY t.n, a.role"
    )
    assert rows(index, assigned) == [
        ("I.a.1", 1, "Phòng Nội vụ", "phong-noi-vu", None, 1),
        ("I.1", 1, "Phòng Nội vụ", "phong-noi-vu", None, 1),
        ("I.3", 1, "PNV", "phong-noi-vu", "hồ sơ", 0),
        ("I.3", 2, "Phòng lạ", None, None, 0),
    ]


def test_a_duty_knows_its_occurrences(root: Path) -> None:
    index = open_index(root)
    assert rows(index, "SELECT kind, slug, reach FROM duty ORDER BY n") == [
        ("task", "I.a.1", "2024-12-31"),
        ("task", "I.1", "2024-12-31"),
        ("task", "I.1~2", "2024-12-31"),
        ("task", "I.3", "2024-12-31"),
        ("report", "bao-cao", "2024-12-31"),
    ]
    sql = "SELECT period, ends, last_day, figures_from FROM occurrence WHERE duty = 4"
    assert rows(index, sql)[2:] == [
        ("2024-Q3", "2024-09-30", "2024-09-14", "2024-06-15"),
        ("2024-Q4", "2024-12-31", "2024-12-14", "2024-09-15"),
    ]


def test_an_open_end_is_worked_out_a_stretch_ahead(root: Path) -> None:
    text = DIRECTIVE.format(id="a", until="2024-12-31").replace(", until: 2024-12-31", "")
    write(root, "data/directives/a.yaml", text)
    index = open_index(root)
    (count, last), (reach,) = (
        rows(index, "SELECT count(*), max(last_day) FROM occurrence WHERE duty = 4")[0],
        rows(index, "SELECT reach FROM duty WHERE n = 4")[0],
    )
    assert count == 64
    assert last <= reach < "2041"


def test_a_second_opening_reads_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    age(root)
    open_index(root).db.close()
    monkeypatch.setitem(sys.modules, "parcli.registry.compiled.update", None)
    assert rows(open_index(root), "SELECT count(*) FROM task") == [(4,)]


def test_a_changed_file_replaces_its_rows_and_no_others(root: Path) -> None:
    write(root, "data/directives/b.yaml", DIRECTIVE.format(id="b", until="2025"))
    open_index(root).db.close()
    write(
        root, "data/directives/a.yaml", DIRECTIVE.format(id="a", until="2026").replace("bốn", "tư")
    )
    index = open_index(root)
    assert rows(index, "SELECT slug, last_day FROM directive ORDER BY slug") == [
        ("a", "2026-12-31"),
        ("b", "2025-12-31"),
    ]
    assert rows(index, "SELECT text FROM task WHERE slug = 'I.a.1' ORDER BY text") == [
        ("bốn",),
        ("tư",),
    ]
    assert len(rows(index, "SELECT * FROM assignment")) == 8


def test_a_file_that_is_gone_takes_its_rows_along(root: Path) -> None:
    open_index(root).db.close()
    (root / "data/directives/a.yaml").unlink()
    index = open_index(root)
    for table in ("directive", "task", "assignment", "duty", "occurrence", "serves", "group"):
        assert rows(index, f'SELECT count(*) FROM "{table}"') == [(0,)], table


def test_a_new_time_on_the_same_content_is_settled_by_its_hash(root: Path) -> None:
    age(root)
    open_index(root).db.close()
    age(root, seconds=50)
    before = (root / ".parcli/index.sqlite").stat().st_mtime_ns
    index = open_index(root)
    assert rows(index, "SELECT count(*) FROM task") == [(4,)]
    assert (root / ".parcli/index.sqlite").stat().st_mtime_ns >= before


def test_a_change_within_the_same_moment_and_size_is_seen(root: Path) -> None:
    open_index(root).db.close()
    path = root / "data/directives/a.yaml"
    stat = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("bốn", "năm"), encoding="utf-8")
    import os

    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size != stat.st_size or rows(
        open_index(root), "SELECT text FROM task WHERE slug = 'I.a.1'"
    ) == [("năm",)]


def test_a_corrected_catalogue_resolves_the_names_anew(root: Path) -> None:
    open_index(root).db.close()
    write(root, "data/units/don-vi.yaml", UNITS.replace("[PNV]", "[PNV, Phòng lạ]"))
    index = open_index(root)
    assert rows(index, "SELECT unit FROM name WHERE written = 'Phòng lạ'") == [("phong-noi-vu",)]


def test_a_new_beginning_in_a_catalogue_parts_the_names_in_time(root: Path) -> None:
    open_index(root).db.close()
    text = UNITS.replace("aliases: [PNV]}", "aliases: [PNV], valid: {until: 2023-12-31}}").replace(
        "groups:",
        "  - {id: noi-vu-moi, name: Phòng Nội vụ, kind: phong, valid: {from: 2024}}\ngroups:",
    )
    write(root, "data/units/don-vi.yaml", text)
    index = open_index(root)
    used = (
        "SELECT DISTINCT name.unit FROM assignment a JOIN name ON name.id = a.name "
        "WHERE name.written = 'Phòng Nội vụ'"
    )
    assert rows(index, used) == [("noi-vu-moi",)]


def test_a_broken_file_hides_no_other(root: Path) -> None:
    write(root, "data/directives/b.yaml", "a: [1\n")
    write(root, "data/directives/c.yaml", DIRECTIVE.format(id="c", until="2025") + "lạ: 1\n")
    index = open_index(root)
    assert rows(index, "SELECT slug FROM directive ORDER BY slug") == [("a",), ("c",)]
    sql = (
        "SELECT path, line, code, facts FROM diagnostic JOIN file ON file.id = file "
        "WHERE code < 'PAR3' ORDER BY path"
    )
    (broken, extra) = rows(index, sql)
    assert broken[:3] == ("data/directives/b.yaml", 1, "PAR106")
    assert extra[:3] == ("data/directives/c.yaml", 26, "PAR202")
    assert json.loads(str(extra[3]))["key"] == "lạ"


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database at all" * 100),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: _of_version(path, 0),
    ],
)
def test_a_damaged_or_older_index_is_built_anew(
    root: Path, damage: Callable[[Path], object]
) -> None:
    open_index(root).db.close()
    damage(root / ".parcli/index.sqlite")
    assert rows(open_index(root), "SELECT count(*) FROM task") == [(4,)]


def test_a_folder_that_cannot_be_written_has_its_index_elsewhere(root: Path) -> None:
    (root / ".parcli").write_text("in the way", encoding="utf-8")
    index = open_index(root)
    assert not index.writable
    assert rows(index, "SELECT count(*) FROM task") == [(4,)]


def test_several_processes_give_the_same_index(root: Path) -> None:
    for n in range(20):
        text = DIRECTIVE.format(id=f"d{n}", until="2025")
        write(root, f"data/directives/d{n}.yaml", text if n else text.replace("org: ", "orgs: "))
    one, two = whole(open_index(root, jobs=1, inspected=True)), None
    shutil.rmtree(root / ".parcli")
    two = whole(open_index(root, jobs=3, inspected=True))
    assert one == two
    assert one["directive"]
    assert one["diagnostic"]
    assert one["assignment"]


def test_several_processes_replace_the_rows_of_changed_files(root: Path) -> None:
    for n in range(6):
        write(root, f"data/directives/d{n}.yaml", DIRECTIVE.format(id=f"d{n}", until="2025"))
    age(root, 200)
    open_index(root, jobs=1).db.close()
    age(root, 100)  # another time, the same content but for these two
    write(root, "data/directives/d1.yaml", DIRECTIVE.format(id="d1", until="2027"))
    (root / "data/directives/d2.yaml").unlink()
    index = open_index(root, jobs=2)
    assert rows(index, "SELECT id, last_day FROM directive WHERE slug = 'd1'")[0][1] == "2027-12-31"
    assert whole(index) == whole(open_index(fresh_copy(root), jobs=1))


def test_a_part_has_the_rows_of_its_files_and_leaves_known_content_out(root: Path) -> None:
    file = next(each for each in list_files(root) if each.kind is FileKind.DIRECTIVE)
    new = Work(str(root), file, 7, b"", inspected=True)
    digest = compiled_file(new).hash
    known = Work(str(root), file, 8, digest, inspected=True)
    unchanged = parts.write_part(root / "part.sqlite", [new, known])
    assert [(each.number, each.rows) for each in unchanged] == [(8, None)]
    db = sqlite3.connect(root / "part.sqlite")
    assert db.execute("SELECT id, hash FROM file").fetchall() == [(7, digest)]
    assert db.execute("SELECT DISTINCT org, since FROM name").fetchall() == [
        ("don-vi", "2024-01-01")
    ]
    db.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process imports its own parcli")
def test_a_reader_that_is_killed_is_told_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = root / ".parcli/parcli-parts-of-a-killed-process"
    left.mkdir(parents=True)
    write(root, "data/directives/d.yaml", DIRECTIVE.format(id="d", until="2025"))
    with monkeypatch.context() as patched:
        patched.setattr(parts, "write_part", ended)
        with pytest.raises(parts.ReaderEnded):
            open_index(root, jobs=2)
    assert rows(open_index(root, jobs=2), "SELECT count(*) FROM directive") == [(2,)]
    assert [each.name for each in (root / ".parcli").glob("parcli-*")] == []


def test_where_no_more_processes_are_to_be_had_one_does_the_work(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    write(root, "data/directives/d.yaml", DIRECTIVE.format(id="d", until="2025"))
    assert rows(open_index(root, jobs=2), "SELECT count(*) FROM directive") == [(2,)]


def test_no_room_anywhere_is_told_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(update, "_fill", refused)
    with pytest.raises(update.NoRoom) as told:
        open_index(root)
    assert str(told.value).endswith("the disk is full")


def test_two_processes_at_once_are_safe(root: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from parcli.registry.compiled.store import open_index;"
        "index = open_index(Path(sys.argv[1]));"
        "print(index.db.execute('SELECT count(*) FROM task').fetchone()[0])"
    )
    for n in range(30):
        write(root, f"data/directives/e{n}.yaml", DIRECTIVE.format(id=f"e{n}", until="2025"))
    command = [sys.executable, "-c", code, str(root)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    answers = [process.communicate(timeout=120) for process in running]
    assert answers == [("124\n", "")] * 4
    assert {path.name for path in (root / ".parcli").iterdir()} == {"index.sqlite", "index.lock"}


def test_a_writer_waits_for_another(root: Path) -> None:
    open_index(root).db.close()
    holder = sqlite3.connect(
        root / ".parcli/index.sqlite", isolation_level=None, check_same_thread=False
    )
    holder.execute("BEGIN IMMEDIATE")
    write(root, "data/directives/a.yaml", DIRECTIVE.format(id="a", until="2027"))
    release = threading.Timer(0.3, lambda: holder.execute("ROLLBACK"))
    release.start()
    began = time.monotonic()
    index = open_index(root)
    release.join()
    holder.close()
    assert time.monotonic() - began >= 0.2
    assert rows(index, "SELECT last_day FROM directive") == [("2027-12-31",)]


def test_no_more_processes_than_files_and_eight(root: Path) -> None:
    assert rows(open_index(root, jobs=99), "SELECT count(*) FROM task") == [(4,)]


def age(root: Path, seconds: int = 100) -> None:
    """Make every file look older than the moment that parcli distrusts."""
    for path in root.rglob("*.yaml"):
        then = time.time() - seconds
        os.utime(path, (then, then))


def ended(*_arguments: object) -> None:
    """What a process does that the system kills."""
    os._exit(9)


def whole(index: Index) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of an index, with paths and written names for the numbers that stand for them."""
    paths = dict(rows(index, "SELECT id, path FROM file"))
    names = dict(rows(index, "SELECT id, org || ' ' || written || ' ' || since FROM name"))
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table, owner in OWNERS.items():
        columns = [row[1] for row in rows(index, f'PRAGMA table_info("{table}")')]
        at = columns.index(owner)
        named = [n for n, c in enumerate(columns) if (table, c) in NAMED]
        found[table] = sorted(
            (
                tuple(
                    paths[value] if n == at else names.get(value) if n in named else value
                    for n, value in enumerate(row)
                )
                for row in rows(index, f'SELECT * FROM "{table}"')
            ),
            key=repr,
        )
    found["name"] = sorted(rows(index, "SELECT org, written, since, unit, candidates FROM name"))
    found["file"] = sorted(rows(index, "SELECT path, kind, size, hash, inspected FROM file"))
    return found


def fresh_copy(root: Path) -> Path:
    """The registry in another folder, without its index."""
    return Path(
        shutil.copytree(root, root.with_name("copy"), ignore=shutil.ignore_patterns(".parcli"))
    )


def _of_version(path: Path, version: int) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
