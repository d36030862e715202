"""A virtual environment beside the project, made and filled when it is first needed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
_ENVIRONMENT = PROJECT / ".venv"
_PROGRAMS = _ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")


def program(name: str) -> str:
    """The path of a program of the environment."""
    return str(_PROGRAMS / (f"{name}.exe" if sys.platform == "win32" else name))


def run(*command: str) -> None:
    """Run a command in the project's folder; leave with its exit code where it fails."""
    sys.stdout.write(f"$ {subprocess.list2cmdline(command)}\n")
    sys.stdout.flush()
    done = subprocess.run(command, cwd=PROJECT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def prepared(*requirements: str) -> None:
    """An environment in which parcli is installed with `requirements`, pip's arguments besides."""
    if sys.version_info < (3, 11):
        sys.exit("parcli needs Python 3.11 or later.")
    wanted = (PROJECT / "pyproject.toml").read_bytes() + repr(requirements).encode()
    stamp = _ENVIRONMENT / f".filled-{hashlib.sha256(wanted).hexdigest()[:16]}"
    if stamp.exists():
        return
    if not Path(program("python")).exists():
        venv.create(_ENVIRONMENT, with_pip=True)
    install = (program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--upgrade", "pip>=25.1")
    run(*install, "--editable", ".", *requirements)
    stamp.touch()
