"""The set-up of the CRM itself: once, whole or not at all, and in a sentence when it fails."""

import os
import subprocess
import sys
from pathlib import Path

from tests.real.tryton import PREPARE, prepared


def test_a_second_set_up_gives_the_same_folder() -> None:
    first = prepared()
    made = (first / "seed.json").stat().st_mtime_ns
    assert prepared() == first
    assert (first / "seed.json").stat().st_mtime_ns == made


def test_a_set_up_that_fails_says_so_and_leaves_nothing_half_made(tmp_path: Path) -> None:
    nowhere = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "XDG_CACHE_HOME": str(tmp_path)}
    without_links = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    left = tmp_path / "boothapp" / "tryton-0.partial-999999999"
    left.mkdir(parents=True)
    failed = subprocess.run(
        [sys.executable, PREPARE],
        env={**without_links, **nowhere},
        capture_output=True,
        text=True,
        check=False,
    )
    assert failed.returncode == 3
    assert failed.stderr.startswith("The CRM for the tests could not be set up; this step failed: python")
    assert "Traceback" not in failed.stderr
    assert list((tmp_path / "boothapp").iterdir()) == []
