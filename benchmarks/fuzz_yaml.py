"""Damages YAML files at random and reads them: no traceback, every diagnostic located.

Run by hand: python benchmarks/fuzz_yaml.py --count 1000000 --jobs 2. Where atheris is installed
(pip install atheris), --atheris SECONDS lets it choose the damage instead, guided by coverage.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from parcli.checks.running import checked_loose
from parcli.registry.compiled.loose import LooseFile, kind_by_schema
from parcli.registry.compiled.rows import rows_of
from parcli.registry.files import FileKind
from parcli.registry.reading import read_text
from parcli.registry.yaml_building import Building
from parcli.registry.yaml_lines import Lined
from parcli.registry.yaml_source import YamlSource
from parcli.registry.yaml_text import LINE_BREAK

if TYPE_CHECKING:
    from parcli.diagnostics import Diagnostic

ROOT = Path(__file__).parents[1]
_TOKENS = (
    b"&a ", b"*a", b"!!python/object:os.system ", b"? ", b": ", b"- ", b"---\n", b"...\n",
    b"%YAML 9\n", b"{", b"}", b"[", b"]", b'"', b"'", b">-\n", b"|\n", b"#", b"\t",
    b"\xef\xbb\xbf", b"\x00", b"\xff", b"e\xcc\x82\xcc\x81", b"\xe2\x80\x8b", b"null", b"~",
    b"1e999", b"-1", b"2026-02-30", b"\n", b"<<: ",
    b"M\xe1\xba\xacT", b"# parcli: ignore[PAR401]", b"0912345678", b"{" * 70, b"[" * 70, b"x" * 300,
)  # fmt: skip
_SLOW_SECONDS = 2.0
_WITH_CHECKS = 50


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """`raw` with one to four changes of the kinds that editors, mail and malice make."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw) + 1)
        match chance.randrange(6):
            case 0:
                raw = raw[:at] + bytes((chance.randrange(256),)) + raw[at + 1 :]
            case 1:
                raw = raw[:at] + raw[at + chance.randint(1, 30) :]
            case 2:
                raw = raw[:at] + chance.choice(_TOKENS) + raw[at:]
            case 3:
                raw = _lines_changed(raw, chance)
            case 4:
                raw = raw[:at] + raw[at : at + 40] * chance.randint(1, 5) + raw[at:]
            case _:
                raw = raw.replace(b": ", chance.choice((b":", b": - ", b": {a: ", b":\n")), 1)
    return raw


def _lines_changed(raw: bytes, chance: random.Random) -> bytes:
    """A line gone, doubled, moved or indented otherwise."""
    lines = raw.split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case _:
            lines[at] = b" " * chance.randrange(5) + lines[at].lstrip(b" ")
    return b"\n".join(lines)


def judged(raw: bytes, *, with_checks: bool) -> int:
    """Reads one file, its rows and, `with_checks`, all checks; the number of diagnostics.

    Raises AssertionError for a diagnostic without a place, and where reading by lines and the parse
    events disagree; whatever else it raises is a fault too.
    """
    kind = kind_by_schema(raw) or FileKind.DIRECTIVE
    read = read_text(kind, "folder/file.yaml", raw)
    rows_of(1, read)
    if isinstance(read.source.places, Lined):
        events = YamlSource("folder/file.yaml", read.source.text)
        told: list[Diagnostic] = []
        Building(events, told).run(read.source.text)
        assert (read.source.data, told) == (events.data, []), raw  # noqa: S101  both readers agree
    found = list(read.diagnostics)
    if with_checks:
        found += checked_loose([LooseFile("file.yaml", raw)])
    lines = len(LINE_BREAK.findall(read.source.text)) + 2
    for diagnostic in found:
        assert diagnostic.line >= 1, diagnostic  # noqa: S101  this is what is measured
        assert diagnostic.column >= 1, diagnostic  # noqa: S101
        assert diagnostic.line <= lines or not read.source.text, diagnostic  # noqa: S101
        diagnostic.text(), diagnostic.advice()
    return len(found)


def seeds() -> list[bytes]:
    """Small files of every kind, and the beginnings of the shipped ones."""
    small = [
        path.read_bytes() for path in (ROOT / "tests/examples").rglob("*.y*ml") if path.is_file()
    ]
    large = [path.read_bytes() for path in (ROOT / "data").rglob("*.yaml")]
    return [raw for raw in small if 0 < len(raw) < 10_000] + [raw[:3000] for raw in large]


def run(job: tuple[int, int]) -> tuple[int, int, float]:
    """`count` damaged files from one seed: how many, their diagnostics, the slowest's seconds."""
    seed, count = job
    chance = random.Random(seed)
    files = seeds()
    found, slowest = 0, 0.0
    for n in range(count):
        raw = damaged(chance.choice(files), chance)
        began = time.perf_counter()
        try:
            found += judged(raw, with_checks=n % _WITH_CHECKS == 0)
        except Exception:
            Path(f"fuzz-{seed}-{n}.yaml").write_bytes(raw)  # to be looked at
            raise
        slowest = max(slowest, time.perf_counter() - began)
    return count, found, slowest


def _with_atheris(seconds: int) -> None:
    """Begins with the seeds, ends by itself; libFuzzer prints what it reached and what broke."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415  by hand

    atheris.instrument_all()
    with TemporaryDirectory() as folder:
        for n, raw in enumerate(seeds()):
            (Path(folder) / f"seed{n}.yaml").write_bytes(raw)
        options = [f"-max_total_time={seconds}", "-max_len=6000", f"-timeout={_SLOW_SECONDS:.0f}"]
        atheris.Setup([sys.argv[0], folder, *options], lambda raw: judged(raw, with_checks=False))
        atheris.Fuzz()


def main() -> None:
    """Run and print how many files were read, and how long the slowest took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", type=int, metavar="SECONDS", default=0)
    asked = parser.parse_args()
    if asked.atheris:
        _with_atheris(asked.atheris)
        return
    chunk = 5_000
    jobs = [(asked.seed * 1_000_000 + n, chunk) for n in range(max(1, asked.count // chunk))]
    total, diagnostics, slowest = 0, 0, 0.0
    began = time.perf_counter()
    with ProcessPoolExecutor(asked.jobs) as pool:
        for count, found, slow in pool.map(run, jobs):
            total, diagnostics, slowest = total + count, diagnostics + found, max(slowest, slow)
            print(
                f"{total:>9} files, {diagnostics} diagnostics, slowest {slowest:.2f} s", flush=True
            )
    print(f"{total} files in {time.perf_counter() - began:.0f} s: no traceback, all located")
    if slowest > _SLOW_SECONDS:
        sys.exit(f"one file took {slowest:.1f} s")


if __name__ == "__main__":
    main()
