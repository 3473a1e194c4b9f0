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
store = open_store(home, "passphrase")
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
store = open_store(home, "passphrase")
assert {row["id"] for row in store.rows("SELECT id FROM leads")} == set(saved)
assert all(one.ok for one in safety.check(store) if one.name != "disk")
capture.save(store, Draft())
store.close()
print(len(saved), "kept")
"""


def on_small_disk(disk: Path, script: str) -> str:
    """What a program prints on a memory disk of 6 MB that it mounts for itself, one of them ballast."""
    disk.mkdir()
    mounting = f"mount -t tmpfs -o size=6m none {disk} && head -c 1m /dev/zero > {disk}/ballast"
    command = f'{mounting} && exec "$0" -c "$1" {disk}'
    run = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", command, sys.executable, script],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
    )  # fmt: skip
    if "unshare" in run.stderr or "mount:" in run.stderr:
        pytest.skip(f"this machine lets nobody mount a small disk: {run.stderr.strip()}")
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return run.stdout


def test_a_full_disk_loses_no_saved_lead(tmp_path: Path) -> None:
    said, kept = on_small_disk(tmp_path / "disk", FILLING).strip().splitlines()
    assert said.startswith("The disk is full.")
    assert "safe" in said
    assert int(kept.split()[0]) > 100


# The disk is filled to its last page, as a camera or a log would fill it; then each command runs.
COMMANDS = '''
import os, subprocess, sys
from pathlib import Path
root = Path(sys.argv[1])
os.environ["BOOTHAPP_PASSPHRASE"] = "passphrase"

def b(*words):
    run = subprocess.run(
        [sys.executable, "-m", "boothapp", "--home", str(root / "home"), *words],
        capture_output=True, text=True,
    )
    print("|".join([words[0], str(run.returncode), *(run.stdout + run.stderr).splitlines()]))

def fill(kib):
    """Fills the disk, and leaves so much room."""
    with open(root / "rest", "ab", buffering=0) as rest:
        for size in (65536, 4096, 1):
            try:
                while True:
                    rest.write(b"x" * size)
            except OSError:
                pass
        rest.truncate(rest.tell() - kib * 1024)

b("demo", "--leads", "30", "--no-window")
b("target", "add", "office", "tryton", "--url", "http://127.0.0.1:1", "--option", "database=d", "--option",
  "user=u")
b("capture", "--set", "full_name=Oksana Newest")
b("capture", "--set", "full_name=Oksana Unindexed", "--note", "x")
{then}
'''


def said_on_a_full_disk(disk: Path, then: str) -> list[list[str]]:
    lines = on_small_disk(disk, COMMANDS.replace("{then}", then)).splitlines()
    assert [line.split("|")[1] for line in lines[:4]] == ["0"] * 4, lines
    return [line.split("|") for line in lines[4:]]


def test_commands_on_a_full_disk_say_so_with_no_traceback(tmp_path: Path) -> None:
    then = "for kib in (120, 60, 40):\n    fill(kib)\n    b('pack', '-o', str(root / 'pack.zip'))\n"
    then += "fill(0)\nb('target', 'remove', 'office')\nb('capture', '--note', 'x')"
    every = said_on_a_full_disk(tmp_path / "disk", then)
    assert [code for _, code, *_ in every] == ["3"] * 5, every
    assert [len(said) for _, _, *said in every] == [1] * 5, every
    assert all("the disk is full" in said for _, _, said in every[:3]), every
    assert all("The disk is full" in said for _, _, said in every[3:]), every


def test_a_full_disk_can_be_read_to_its_last_lead(tmp_path: Path) -> None:
    then = "fill(0)\nb('leads')\nb('lead', 'A-0032')\nb('check')\nb('leads', '--limit', '1')"
    leads, lead, check, again = said_on_a_full_disk(tmp_path / "disk", then)
    assert [leads[1], lead[1], again[1]] == ["0"] * 3, (leads, lead, again)
    assert len(leads) == 2 + 32
    assert any("Oksana Unindexed" in line for line in lead), lead
    assert [line.split(":")[0] for line in check[2:4]] == ["ok    pages", "ok    leads"], check
    # The newest lead is not under its words yet, and there is no room for them.
    assert check[4:] == ["WRONG search: The disk is full.", "WRONG disk: 0 MB free"], check


def test_a_disk_that_can_only_be_read_says_what_to_do(tmp_path: Path) -> None:
    then = "subprocess.run(['mount', '-o', 'remount,ro', root], check=True)\nb('leads')"
    (leads,) = said_on_a_full_disk(tmp_path / "disk", then)
    assert leads[1] == "3"
    assert "the disk can only be read" in leads[2]
    assert "Copy the folder" in leads[2]


def test_a_search_on_a_full_disk_finds_what_is_indexed_and_says_what_may_lack(tmp_path: Path) -> None:
    # Room for the index of the journal (32 KiB), and for no page in the journal.
    then = "b('leads', '--search', 'oksana')\nb('capture', '--set', 'full_name=Oksana Last')\n"
    then += "fill(36)\nb('leads', '--search', 'oksana')\nb('leads')"
    first, _, second, every = said_on_a_full_disk(tmp_path / "disk", then)
    assert len([line for line in first if "Oksana" in line]) == 2
    assert second[1] == "0", second
    assert len([line for line in second if "Oksana" in line]) == 2
    assert "newest leads may be missing" in second[-1]
    assert len([line for line in every if "Oksana" in line]) == 3


def test_a_store_that_may_not_be_written_says_so(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 0)
    store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(EnvironmentFault, match="can't be written"):
        capture.save(store, Draft())
    store.db.execute("PRAGMA query_only = OFF")
    assert capture.save(store, Draft()).lead.number == "A-0001"
    store.close()
