"""The set-up of the servers themselves: once, whole or not at all, and in a sentence when it fails."""

import os
from pathlib import Path

import pytest

from build_spec.prepared import NO_PACKAGES
from tests.real.server import prepared, set_up

SERVERS = {"tryton": "The CRM", "pretix": "The ticket shop"}


@pytest.mark.parametrize("name", SERVERS)
def test_a_second_set_up_gives_the_same_folder(name: str) -> None:
    first = prepared(name)
    made = (first / "seed.json").stat().st_mtime_ns
    assert prepared(name) == first
    assert (first / "seed.json").stat().st_mtime_ns == made


@pytest.mark.parametrize(("name", "what"), SERVERS.items())
def test_a_set_up_that_fails_says_so_and_leaves_nothing_half_made(
    tmp_path: Path, name: str, what: str
) -> None:
    nowhere = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "XDG_CACHE_HOME": str(tmp_path)}
    without_links = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    left = tmp_path / "boothapp" / f"{name}-0.partial-999999999"
    left.mkdir(parents=True)
    failed = set_up(name, env={**without_links, **nowhere})
    assert failed.returncode == NO_PACKAGES
    assert failed.stderr.startswith(f"{what} for the tests could not be set up; this step failed: python")
    assert "Traceback" not in failed.stderr
    assert list((tmp_path / "boothapp").iterdir()) == []
