"""What the servers of the tests share: the prepared folder each runs from, and a port to run on."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from build_spec.prepared import NO_PACKAGES

ROOT = Path(__file__).parents[2]
MAY_BE_MISSED = frozenset({"pretix"})
"""Servers whose many packages need not be there for every platform; boothapp's core job needs the others."""


def set_up(name: str, **options: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """Runs build_spec/NAME.py, which prints the prepared folder; options: env, for another cache."""
    command = [sys.executable, "-m", f"build_spec.{name}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def prepared(name: str) -> Path:
    """The folder of the prepared environment and template; the first call ever takes about a minute."""
    made = set_up(name)
    if made.returncode == NO_PACKAGES and name in MAY_BE_MISSED:
        pytest.skip(made.stderr)
    if made.returncode:
        raise RuntimeError(f"{name} is not set up, and without it these tests prove nothing.\n{made.stderr}")
    return Path(made.stdout.strip())


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
