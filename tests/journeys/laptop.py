"""A booth laptop as a person at a shell drives it: commands in, JSON and sentences out."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

from boothapp.cli.main import run
from boothapp.paths import Home


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Laptop:
    """One laptop with its home."""

    home: Home

    def run(self, *words: str) -> Said:
        """Runs `boothapp --home HOME --json WORDS` in this process."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = run(["--home", str(self.home.root), "--json", *words], no_window)
            except SystemExit as ended:  # argparse, for a wrong call
                code = int(ended.code or 0)
        return Said(out.getvalue(), err.getvalue(), code)

    def does(self, *words: str) -> Any:
        """The JSON of a command that has to succeed."""
        said = self.run(*words)
        assert said.code == 0, (words, said)
        return said.json


def no_window(home: str | None) -> int:
    raise AssertionError(f"a window opened for {home}")
