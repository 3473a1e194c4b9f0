"""The key: random, wrapped, opened by passphrase or recovery key, never lying about."""

import json

import pytest

from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store import key
from boothapp.store.database import open_store

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
    key.change_passphrase(home, made, "new one")
    assert key.unlock(home, "new one") == made
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
