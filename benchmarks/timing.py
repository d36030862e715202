"""Whole processes, timed in turn so that a busy moment strikes all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Program:
    """A command line to time, and what to do before each run, untimed."""

    name: str
    command: Sequence[str]
    before: Callable[[], None] | None = None
    environment: dict[str, str] = field(default_factory=dict)


def parcli(*arguments: str) -> list[str]:
    """The venv's own `parcli` with these arguments."""
    return [str(Path(sys.executable).with_name("parcli")), *arguments]


def medians(programs: Sequence[Program], runs: int) -> dict[str, float]:
    """Each program's median wall time in seconds over interleaved runs, by name."""
    seconds: dict[str, list[float]] = {program.name: [] for program in programs}
    for program in programs:
        _once(program)
    for _run in range(runs):
        for program in programs:
            seconds[program.name].append(_once(program))
    return {name: median(times) for name, times in seconds.items()}


def peak_mebibytes(command: Sequence[str]) -> float:
    """The largest resident size of the command or of one of its processes, in MiB."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _once(program: Program) -> float:
    if program.before is not None:
        program.before()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **program.environment}
    began = time.perf_counter()
    subprocess.run(
        program.command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        env=environment,
    )
    return time.perf_counter() - began


def show(title: str, rows: Sequence[tuple[str, float, float]]) -> None:
    """A table of name, measured ratio and the most it may be."""
    print(f"\n{title}")
    for name, ratio, most in rows:
        verdict = "ok" if ratio <= most else "OVER"
        print(f"  {name:<58} {ratio:6.2f}   at most {most:<5} {verdict}")
