"""A full disk and a folder that may not be written: a sentence, and everything saved before is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from boothapp.actions import capture, demo
from boothapp.domain.draft import Draft
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.store.database import open_store

FILLING = """
import os, sys
from boothapp.actions import capture, demo, safety
from boothapp.domain.draft import Draft
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.store.database import open_store
from pathlib import Path

home = Home(Path(sys.argv[1]) / "home")
store = open_store(home, "p")
demo.make(store, 0)
saved = []
try:
    while True:
        saved.append(capture.save(store, Draft(note="x" * 4000)).lead.id)
except EnvironmentFault as full:
    print(full)
kept = {row["id"] for row in store.rows("SELECT id FROM leads")}
assert set(saved) == kept, (len(saved), len(kept))
store.close()
os.unlink(Path(sys.argv[1]) / "ballast")
store = open_store(home, "p")
assert {row["id"] for row in store.rows("SELECT id FROM leads")} == set(saved)
assert all(one.ok for one in safety.check(store) if one.name != "disk")
capture.save(store, Draft())
store.close()
print(len(saved), "kept")
"""


def test_a_full_disk_loses_no_saved_lead(tmp_path: Path) -> None:
    """On a memory disk of 6 MB that one process mounts for itself."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = f"mount -t tmpfs -o size=6m none {disk} && head -c 1m /dev/zero > {disk}/ballast"
    command = f'{mounting} && exec "$0" -c "$1" {disk}'
    run = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", command, sys.executable, FILLING],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    )  # fmt: skip
    if "unshare" in run.stderr or "mount:" in run.stderr:
        pytest.skip(f"this machine lets nobody mount a small disk: {run.stderr.strip()}")
    assert run.returncode == 0, run.stderr
    said, kept = run.stdout.strip().splitlines()
    assert said.startswith("The disk is full.")
    assert "safe" in said
    assert int(kept.split()[0]) > 100


def test_a_store_that_may_not_be_written_says_so(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 0)
    store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(EnvironmentFault, match="can't be written"):
        capture.save(store, Draft())
    store.db.execute("PRAGMA query_only = OFF")
    assert capture.save(store, Draft()).lead.number == "A-0001"
    store.close()
