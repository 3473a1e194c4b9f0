"""One call of a command: its words, the home it works on, and what it answers."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from boothapp import paths
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.reasons import why
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.store.database import Store

PASSPHRASE_VARIABLE = "BOOTHAPP_PASSPHRASE"


@dataclass(frozen=True, slots=True)
class Answer:
    """The JSON of a command, the same as lines for people, and the exit code.

    warnings: what the JSON has too, and lines for people have not: said on stderr.
    """

    json: Any
    lines: tuple[str, ...] = ()
    exit_code: int = 0
    opens_window: bool = False
    warnings: tuple[str, ...] = ()


@dataclass
class Call:
    """The arguments of a command; the store opens when it is first asked for, and is closed at the end."""

    args: Namespace
    _store: "Store | None" = field(default=None, init=False)

    @property
    def home(self) -> Home:
        """The home named by --home, BOOTHAPP_HOME or the platform."""
        return paths.home(self.args.home)

    @property
    def store(self) -> "Store":
        """The open store of this home; raises Locked where there is no key for it."""
        from boothapp.store.database import open_store

        if self._store is None:
            self._store = open_store(self.home, os.environ.get(PASSPHRASE_VARIABLE) or None)
            if self._store.notice:
                complain(self._store.notice)
        return self._store

    def close(self) -> None:
        """Closes what was opened."""
        if self._store is not None:
            self._store.close()


def say(answer: Answer, as_json: bool) -> None:
    """The answer on stdout: one JSON document, or lines for people.

    Raises EnvironmentFault where it can't be written there, such as into a file on a full disk.
    """
    for warning in () if as_json else answer.warnings:
        complain(warning)
    try:
        print(_written(answer, as_json), flush=True)
    except BrokenPipeError:
        _close_stdout()
        raise
    except OSError as error:
        _close_stdout()
        raise EnvironmentFault(
            tr("The answer can't be written: {reason}.").format(reason=why(error)),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error


def _written(answer: Answer, as_json: bool) -> str:
    if as_json:
        return json.dumps(answer.json, ensure_ascii=False, indent=1)
    return "\n".join(answer.lines) if answer.lines else _plain(answer.json)


def _close_stdout() -> None:
    # Python flushes stdout once more at its end and would complain there in its own words.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """A message for people, on stderr."""
    print(text, file=sys.stderr)


def progress(label: str) -> Callable[[int, int], None] | None:
    """A counter on stderr where a person is watching, else nothing."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, whole: int) -> None:
        end = "\n" if done == whole else ""
        print(f"\r{label} {done} / {whole}", end=end, file=sys.stderr, flush=True)

    return show


def _plain(value: Any) -> str:
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, indent=1)
    return "\n".join(f"{key}: {_short(item)}" for key, item in value.items())


def _short(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)
