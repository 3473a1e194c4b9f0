"""Who is running: a sign of life that ends with the program, whichever way it ends."""

import subprocess
import sys

from boothapp.paths import Home
from boothapp.store.running import Running, is_running
from tests.rules.code import ROOT

WAITS = """
import sys
from pathlib import Path
from boothapp.paths import Home
from boothapp.store.running import Running
print(Running(Home(Path(sys.argv[1]))).id, flush=True)
sys.stdin.read()
"""


def test_a_program_runs_until_it_ends(home: Home) -> None:
    home.root.mkdir(exist_ok=True)
    one, other = Running(home), Running(home)
    assert one.id != other.id
    assert is_running(home, one.id)
    one.end()
    assert (is_running(home, one.id), is_running(home, other.id)) == (False, True)
    other.end()
    assert list(home.root.glob("*.running")) == []
    assert not is_running(home, "")
    assert not is_running(home, "of another laptop")


def test_a_program_that_is_killed_runs_no_more_and_its_file_is_swept_away(home: Home) -> None:
    home.root.mkdir(exist_ok=True)
    command = [sys.executable, "-c", WAITS, str(home.root)]
    with subprocess.Popen(command, cwd=ROOT, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdout is not None
        id = other.stdout.readline().strip()
        running = is_running(home, id)
        other.kill()
    assert running
    assert not is_running(home, id)
    assert len(list(home.root.glob("*.running"))) == 1
    mine = Running(home)
    assert [path.stem for path in home.root.glob("*.running")] == [mine.id]
    mine.end()
