"""The system's print queue: is there one, is it ready, and pages sent to it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from boothapp.errors import EnvironmentFault
from boothapp.words import mark, tr

PATIENCE = 20
PAUSED = mark("it was paused")
# What CUPS and its drivers say of a queue that stands, always in English here; the first that fits.
_REASONS = (
    (re.compile(r"paper|media.*(empty|needed)", re.IGNORECASE), mark("out of paper")),
    (re.compile(r"jam", re.IGNORECASE), mark("paper is jammed")),
    (re.compile(r"toner|marker|\bink\b", re.IGNORECASE), mark("out of ink or toner")),
    (re.compile(r"cover|door", re.IGNORECASE), mark("a cover is open")),
    (
        re.compile(
            r"off-?line|unplugged|not (connected|responding|exist)|unable to (connect|locate)|unreach", re.I
        ),
        mark("it is off or not connected"),
    ),
    (re.compile(r"paused|^$", re.IGNORECASE), PAUSED),
)
_DEFAULT = re.compile(r"^system default destination: (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Queue:
    """Where sheets go; name "" where none is chosen; stopped: why one stands, an English source for tr."""

    name: str
    others: tuple[str, ...] = ()
    stopped: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether a sheet sent now would be printed."""
        return bool(self.name) and not self.stopped


def printer_there() -> bool:
    """Whether the system has a print queue to send to."""
    return bool(_names())


def queue() -> Queue:
    """The queue that sheets go to, and how it stands. Raises EnvironmentFault where nobody answers."""
    names = _names()
    if not names:
        return Queue("")
    chosen = _DEFAULT.search(_said(["lpstat", "-d"]))
    if not chosen:
        return Queue("", names)
    state = _said(["lpstat", "-p", chosen[1]])
    return Queue(chosen[1], names, _why(state) if " disabled since " in state else "")


def _why(state: str) -> str:
    """The reason after the dash; one that nobody knows stays as the system says it."""
    said = " ".join(state.partition(" disabled since ")[2].partition(" -")[2].split())
    return next((reason for fits, reason in _REASONS if fits.search(said)), said.rstrip("."))


def print_bytes(pdf: bytes, title: str) -> str:
    """Sends pages that may not touch the disk; the sentence that says so. Raises EnvironmentFault."""
    if not printer_there():
        raise EnvironmentFault(
            tr("No printer is set up on this laptop."), step=tr("Save the page as PDF, or connect a printer.")
        )
    _must(_run(["lp", "-t", title], pdf))
    return tr("Sent to the printer.")


def _names() -> tuple[str, ...]:
    if not (shutil.which("lp") and shutil.which("lpstat")):
        return ()
    return tuple(_run(["lpstat", "-e"]).stdout.decode("utf-8", "replace").split())


def _said(command: list[str]) -> str:
    return _run(command).stdout.decode("utf-8", "replace")


def _run(command: list[str], given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    # What is read out of its answers is English.
    plain = {**os.environ, "LC_ALL": "C"} if command[0] == "lpstat" else None
    try:
        return subprocess.run(
            command, input=given, capture_output=True, timeout=PATIENCE, check=False, env=plain
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_answer(str(error)) from error


def _must(ended: subprocess.CompletedProcess[bytes]) -> None:
    if ended.returncode:
        raise _no_answer(ended.stderr.decode("utf-8", "replace").strip())


def _no_answer(reason: str) -> EnvironmentFault:
    return EnvironmentFault(
        tr("The printer does not take the page: {reason}.").format(reason=reason),
        safe=tr("The lead is saved."),
        step=tr("Check the printer, then print again."),
    )
