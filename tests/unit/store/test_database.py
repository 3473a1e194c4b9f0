"""The file: encrypted, refused when newer, copied before it changes, all or nothing."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store import key, migrations
from boothapp.store.database import Store, open_store
from boothapp.store.engine import connect

PASSPHRASE = "correct horse"


def test_nothing_in_the_file_or_its_journal_is_plain(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    with store.transaction():
        store.remember("secret", "oksana@werft.example")
    files = [file.read_bytes() for file in home.root.iterdir()]
    store.close()
    assert len(files) >= 3
    assert not any(b"oksana" in content or b"SQLite format" in content for content in files)


def test_it_is_set_up_to_last(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "cache_size": -65536}
    assert {name: store.value(f"PRAGMA {name}") for name in wanted} == wanted
    store.close()


def test_a_newer_store_is_refused_and_left_alone(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    store.db.execute(f"PRAGMA user_version = {migrations.SCHEMA + 1}")
    store.close()
    before = home.store.read_bytes()
    with pytest.raises(EnvironmentFault, match="newer"):
        open_store(home, PASSPHRASE)
    assert home.store.read_bytes() == before


def test_an_older_store_is_copied_before_it_changes(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(home, PASSPHRASE)
    with store.transaction():
        store.remember("show", "kept")
    data_key = store.key
    store.close()
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + 1)
    open_store(home, PASSPHRASE).close()
    (copy,) = home.backups.iterdir()
    old = Store(home, connect(copy, data_key), data_key)
    assert old.fact("show") == "kept"
    assert old.value("PRAGMA user_version") == migrations.SCHEMA - 1
    old.close()


def half_a_change(store: Store) -> float:
    with store.transaction():
        store.remember("half", "done")
        return 1 / 0


def test_a_transaction_is_all_or_nothing(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    with pytest.raises(ZeroDivisionError):
        half_a_change(store)
    assert store.fact("half", "nothing") == "nothing"
    with store.transaction(), store.transaction():
        store.remember("whole", "done")
    assert store.fact("whole") == "done"
    store.close()


def test_another_program_in_a_transaction_is_waited_for_then_named(home: Home) -> None:
    first, second = open_store(home, PASSPHRASE), open_store(home, PASSPHRASE)
    second.db.execute("PRAGMA busy_timeout = 1")
    with (
        first.transaction(),
        pytest.raises(EnvironmentFault, match="Another program"),
        second.transaction(),
    ):
        second.remember("never", "written")
    with second.transaction():
        second.remember("now", "written")
    assert first.fact("now") == "written"
    first.close()
    second.close()


def test_a_file_that_is_no_store_is_damage_never_a_traceback(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    home.store.write_bytes(b"not a database at all, only some text" * 200)
    with pytest.raises(EnvironmentFault, match="damaged") as told:
        open_store(home, PASSPHRASE)
    assert not isinstance(told.value, Locked)


def test_a_key_of_other_leads_is_a_wrong_key_even_before_there_are_any(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    store.close()
    other = bytes(32)
    key.change_passphrase(home, other, PASSPHRASE)
    before = home.store.read_bytes()
    for _ in range(2):
        with pytest.raises(Locked, match="This key does not open the leads"):
            open_store(home, PASSPHRASE)
    assert home.store.read_bytes() == before
    home.store.unlink()
    kept = json.loads(home.key.read_text())
    home.key.write_text(json.dumps(kept | {"made": False}))
    with pytest.raises(Locked):
        open_store(home, PASSPHRASE)
    assert not home.store.exists()


def test_a_key_file_from_before_the_check_value_opens_and_gains_it(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    kept = json.loads(home.key.read_text())
    check = kept.pop("check")
    home.key.write_text(json.dumps(kept))
    open_store(home, PASSPHRASE).close()
    assert json.loads(home.key.read_text()) == kept | {"check": check}


def test_a_store_that_vanished_is_never_replaced_by_an_empty_one(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    kept = home.store.rename(home.root / "elsewhere.db")
    with pytest.raises(EnvironmentFault, match="file of the leads is missing"):
        open_store(home, PASSPHRASE)
    assert not home.store.exists()
    kept.rename(home.store)
    open_store(home, PASSPHRASE).close()


def test_a_store_cut_to_nothing_is_never_taken_for_a_new_one(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    content = home.store.read_bytes()
    home.store.write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="file of the leads is missing"):
        open_store(home, PASSPHRASE)
    home.store.write_bytes(content)
    open_store(home, PASSPHRASE).close()


def test_only_this_user_may_read_the_key(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    assert stat.S_IMODE(home.key.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(EnvironmentFault, match="folder"):
        open_store(Home(blocked / "home"), PASSPHRASE)


SAVES = 20
SAVING = """
import os
from boothapp import paths
from boothapp.actions import capture, demo
from boothapp.domain.draft import Draft
from boothapp.store.database import open_store
store = open_store(paths.home(), "for this test")
demo.make(store, 0)
os.path.exists("/begin-of-saves")
for _ in range({saves}):
    capture.save(store, Draft())
os.path.exists("/end-of-saves")
os._exit(0)
"""


def test_one_flush_makes_a_save_last(home: Home, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-e", "trace=fsync,fdatasync,%file", "-o", trace]
    subprocess.run([*watched, sys.executable, "-c", SAVING.format(saves=SAVES)], check=True)
    calls = trace.read_text().splitlines()
    begin, end = (next(n for n, call in enumerate(calls) if mark in call) for mark in ("/begin-", "/end-"))
    assert sum("sync(" in call for call in calls[begin:end]) == SAVES
