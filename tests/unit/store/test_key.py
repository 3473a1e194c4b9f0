"""The key: random, wrapped, opened by passphrase or recovery key, never lying about."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store import key
from boothapp.store.database import open_store
from tests.speed.keystore import Keystore

PASSPHRASE = "correct horse"


@pytest.fixture
def made(home: Home) -> bytes:
    store = open_store(home, PASSPHRASE)
    store.close()
    return store.key


def test_the_passphrase_opens_and_the_key_is_nowhere_plain(home: Home, made: bytes) -> None:
    assert key.unlock(home, PASSPHRASE) == made
    for file in home.root.iterdir():
        content = file.read_bytes()
        assert made not in content
        assert made.hex().encode() not in content
        assert PASSPHRASE.encode() not in content


def test_a_wrong_passphrase_says_so_and_changes_nothing(home: Home, made: bytes) -> None:
    before = {file: file.read_bytes() for file in home.root.iterdir()}
    with pytest.raises(Locked, match="not the right one"):
        open_store(home, "wrong")
    with pytest.raises(Locked):
        open_store(home, None)
    assert {file: file.read_bytes() for file in home.root.iterdir()} == before


def test_the_recovery_key_opens_however_it_is_typed_until_a_new_one_is_made(home: Home, made: bytes) -> None:
    code = key.make_recovery(home, made)
    assert key.unlock(home, code) == made
    assert key.unlock(home, code.lower().replace("-", " ")) == made
    assert key.unlock(home, PASSPHRASE) == made
    key.make_recovery(home, made)
    with pytest.raises(Locked):
        key.unlock(home, code)


def test_a_new_passphrase_wraps_the_same_key(home: Home, made: bytes) -> None:
    key.change_passphrase(home, made, "a new one")
    assert key.unlock(home, "a new one") == made
    with pytest.raises(Locked):
        key.unlock(home, PASSPHRASE)


def test_without_keystore_and_passphrase_no_store_is_made(home: Home) -> None:
    with pytest.raises(Locked, match="no key"):
        open_store(home, None)
    assert not home.store.exists()
    assert not home.key.exists()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"store": 1, "keystore": true, "passphrase": 7}', "\0"])
def test_a_damaged_key_file_is_said(home: Home, made: bytes, content: str) -> None:
    home.key.write_text(content)
    with pytest.raises(EnvironmentFault, match="key file"):
        open_store(home, PASSPHRASE)


BROKEN = [
    {"salt": 5, "wrapped": "00" * 40},
    {"salt": "zz", "wrapped": "00" * 40},
    {"salt": "ab", "wrapped": "00" * 40},
    {"salt": "00" * 16, "wrapped": "abc"},
    {"salt": "00" * 16, "wrapped": "00" * 32},
    {"salt": "00" * 16, "wrapped": None},
]


@pytest.mark.parametrize("slot", BROKEN, ids=str)
def test_a_slot_no_secret_could_open_is_damage_not_a_wrong_passphrase(
    home: Home, made: bytes, slot: dict[str, object]
) -> None:
    home.key.write_text(json.dumps(json.loads(home.key.read_text()) | {"passphrase": slot}))
    with pytest.raises(EnvironmentFault, match="key file") as told:
        open_store(home, PASSPHRASE)
    assert not isinstance(told.value, Locked)
    assert "your own copy of leads.key" in told.value.step


def test_a_key_file_of_brackets_is_said(home: Home, made: bytes) -> None:
    home.key.write_text("[" * 100_000)
    with pytest.raises(EnvironmentFault, match="key file"):
        open_store(home, PASSPHRASE)


@pytest.mark.skipif(sys.platform != "linux", reason="only there root can be bound to the rights of files")
def test_a_key_file_out_of_reach_is_told_from_a_broken_one(home: Home) -> None:
    open_store(home, PASSPHRASE).close()
    whole = home.key.read_bytes()
    home.key.chmod(0)
    as_anybody = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*as_anybody, sys.executable, "-m", "boothapp", "--home", str(home.root), "leads"]
    done = subprocess.run(command, capture_output=True, check=False)
    told = done.stderr.decode("utf-8")
    assert done.returncode == 3
    assert "this account has no right to it" in told
    assert "leave the file as it is" in told
    home.key.chmod(0o600)
    assert home.key.read_bytes() == whole


def test_a_passphrase_of_any_bytes_opens_what_it_made(home: Home) -> None:
    odd = b"\xff\xfe caf\xe9 au lait".decode("utf-8", "surrogateescape")
    open_store(home, odd).close()
    open_store(home, odd).close()
    with pytest.raises(Locked):
        open_store(home, b"\xff\xfd".decode("utf-8", "surrogateescape"))


@pytest.fixture
def keystore_home(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home whose key only the keystore has, through the real keyring."""
    before = keyring.get_keyring()
    monkeypatch.setenv("BOOTHAPP_TEST_KEYSTORE", str(home.root.parent / "keystore.json"))
    keyring.set_keyring(Keystore())
    open_store(home).close()
    yield home
    keyring.set_keyring(before)


def kept_in(value: str | None) -> None:
    """Puts this in place of every secret in the keystore, or loses them all."""
    file = Path(os.environ["BOOTHAPP_TEST_KEYSTORE"])
    names = json.loads(file.read_text())
    file.write_text(json.dumps({} if value is None else dict.fromkeys(names, value)))


def test_a_passphrase_set_for_other_homes_locks_nobody_out_of_a_keystores_home(keystore_home: Home) -> None:
    assert key.unlock(keystore_home, "for another home") == key.unlock(keystore_home, None)


@pytest.mark.parametrize("value", [None, "zz", "abc", "00" * 31])
@pytest.mark.parametrize("passphrase", [None, "for another home"])
def test_a_keystore_that_lost_the_key_names_the_ways_there_are(
    keystore_home: Home, value: str | None, passphrase: str | None
) -> None:
    code = key.make_recovery(keystore_home, key.unlock(keystore_home, None))
    kept_in(value)
    with pytest.raises(Locked) as told:
        open_store(keystore_home, None)
    assert "keystore" in told.value.happened
    assert "recovery key" in told.value.step
    assert "passphrase" not in told.value.step
    open_store(keystore_home, code).close()
    with pytest.raises(Locked, match="recovery key" if passphrase else "keystore"):
        open_store(keystore_home, passphrase)


def test_without_a_recovery_key_nobody_is_sent_looking_for_one(keystore_home: Home) -> None:
    kept_in(None)
    with pytest.raises(Locked) as told:
        open_store(keystore_home, "for another home")
    assert "keystore" in told.value.happened
    assert "recovery key" not in str(told.value)
    assert "passphrase" not in str(told.value)


def test_a_missing_key_file_is_said_and_the_leads_stay(home: Home, made: bytes) -> None:
    home.key.unlink()
    with pytest.raises(EnvironmentFault, match="missing"):
        open_store(home, PASSPHRASE)
    assert home.store.exists()
    assert not home.key.exists()


def test_the_key_file_names_what_opens_it_and_nothing_else(home: Home, made: bytes) -> None:
    kept = json.loads(home.key.read_text())
    assert set(kept) == {"store", "keystore", "made", "check", "passphrase", "recovery"}
    assert len(bytes.fromhex(kept["check"])) == key.CHECK_BYTES
    assert set(kept["passphrase"]) == {"salt", "wrapped"}


def test_the_same_passphrase_wraps_the_same_key_otherwise_each_time() -> None:
    one, other = (key.wrap(bytes(key.KEY_BYTES), PASSPHRASE) for _ in range(2))
    assert one.salt != other.salt
    assert one.wrapped != other.wrapped
    assert key.unwrap(one, PASSPHRASE) == key.unwrap(other, PASSPHRASE) == bytes(key.KEY_BYTES)
