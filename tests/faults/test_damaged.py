"""A damaged beginning of the leads: told as damage to who has the right key, in both front ends."""

import os
from pathlib import Path

import pytest

from boothapp.actions import capture, demo
from boothapp.domain.draft import Draft
from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store.database import open_store

PASSPHRASE = "for this test"
# The salt, the encrypted rest of the first page, and its seal: SQLCipher's pages are 4,096 bytes.
PLACES = {"salt": (0, 16), "content": (100, 140), "seal": (4064, 4096)}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A store with one lead, closed."""
    home = Home(tmp_path / "home")
    store = open_store(home, PASSPHRASE)
    demo.make(store, 0)
    capture.save(store, Draft(note="kept"))
    store.close()
    return home


def damage(home: Home, start: int, end: int) -> bytes:
    content = bytearray(home.store.read_bytes())
    content[start:end] = os.urandom(end - start)
    home.store.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("place", PLACES)
def test_a_damaged_first_page_is_told_as_damage_and_left_alone(home: Home, place: str) -> None:
    damaged = damage(home, *PLACES[place])
    with pytest.raises(EnvironmentFault) as told:
        open_store(home, PASSPHRASE)
    assert not isinstance(told.value, Locked)
    assert told.value.happened == "The beginning of the file of the leads is damaged."
    assert "The key is the right one" in told.value.safe
    assert "second copy or a backup" in told.value.step
    assert home.store.read_bytes() == damaged
    with pytest.raises(Locked, match="not the right one"):
        open_store(home, "another passphrase")


def test_the_copy_put_back_opens_again(home: Home) -> None:
    whole = home.store.read_bytes()
    damage(home, *PLACES["content"])
    with pytest.raises(EnvironmentFault):
        open_store(home, PASSPHRASE)
    home.store.write_bytes(whole)
    store = open_store(home, PASSPHRASE)
    assert store.value("SELECT count(*) FROM leads") == 1
    store.close()
