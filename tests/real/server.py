"""What the servers of the tests share: the prepared folder each runs from, a port, a start and an end."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from boothapp.crm.target import TargetFault
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


@dataclass(frozen=True)
class Server:
    """A process that is to answer; what it says goes to its log."""

    process: "subprocess.Popen[bytes]"
    log: Path

    def wait_for(self, ask: Callable[[], object]) -> None:
        """Until `ask` raises no TargetFault; raises RuntimeError where the server ends instead."""
        while not self._ended():
            with suppress(TargetFault):
                ask()
                return
        raise RuntimeError(
            f"{self.log.stem} ended with {self.process.returncode} instead of answering.\n"
            f"{self.log.read_text()[-3000:]}"
        )

    def _ended(self) -> bool:
        try:
            self.process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            return False
        return True


@contextmanager
def started(
    command: Sequence[str | Path], log: Path, variables: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """The server of this command; ends with the block. `variables` are its whole environment, else ours."""
    with log.open("ab") as out, subprocess.Popen(command, env=variables, stdout=out, stderr=out) as process:
        try:
            yield Server(process, log)
        finally:
            process.terminate()
            process.wait()
