"""A damaged beginning of the leads: told as damage to who has the right key, in both front ends."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from boothapp.actions import capture, demo, safety
from boothapp.domain.draft import Draft
from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store.database import Store, open_store
from boothapp.store.engine import connect

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
    assert "leads.db-wal and leads.db-shm aside together" in told.value.step
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


def test_any_damaged_page_is_said_as_damage_with_the_next_step(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    key = store.key
    capture.save(store, Draft(note="not yet under its words"))
    store.close()
    whole, refused = home.store.read_bytes(), []
    for start in range(4096, len(whole), 4096):
        damage(home, start + 100, start + 200)
        try:
            found = safety.check(store := Store(home, connect(home.store, key), key))
        except EnvironmentFault as error:
            # The page of the schema: nothing can be asked.
            refused.append(error.happened)
        else:
            wrong = {one.name: one.detail for one in found if not one.ok}
            assert wrong.pop("pages").startswith("HMAC verification failed"), start
            assert set(wrong.values()) <= {"The file of the leads is damaged."}
            assert "folder backups" in safety.next_step(found)
            store.close()
        home.store.write_bytes(whole)
    assert set(refused) == {"The file of the leads is damaged."}
    assert sound(home) == 2


def killed(home: Home, saves: int) -> None:
    """Leaves a hot journal: a program that saves so often and is then killed -9."""
    store = open_store(home, PASSPHRASE)
    key = store.key
    store.close()
    child = os.fork()
    if child == 0:
        store = Store(home, connect(home.store, key), key)
        for number in range(saves):
            capture.save(store, Draft(note=f"{number} " + "x" * 3000))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert journal(home).stat().st_size


def journal(home: Home) -> Path:
    return home.store.with_name("leads.db-wal")


def sound(home: Home) -> int:
    """How many leads there are, where everything is whole."""
    store = open_store(home, PASSPHRASE)
    assert {one.name: one.detail for one in safety.check(store) if not one.ok and one.name != "disk"} == {}
    count = int(store.value("SELECT count(*) FROM leads"))
    store.close()
    return count


def vacuumed(home: Home) -> bytes:
    """A copy as boothapp itself makes one before the schema changes."""
    store, copy = open_store(home, PASSPHRASE), home.root / "copy.db"
    store.db.execute("VACUUM INTO ?", [str(copy)])
    store.close()
    content = copy.read_bytes()
    copy.unlink()
    return content


def written_over(home: Home, content: bytes) -> None:
    home.store.write_bytes(content)


def moved_in(home: Home, content: bytes) -> None:
    """Moved, with the times it had when it was made."""
    copy = home.root / "my copy.db"
    copy.write_bytes(content)
    os.utime(copy, (0, 0))
    copy.replace(home.store)


@pytest.mark.parametrize("put", [written_over, moved_in])
@pytest.mark.parametrize("saves", [12, 150])
def test_a_copy_put_in_place_is_not_broken_by_the_journal_of_the_damaged_one(
    home: Home, put: Callable[[Home, bytes], None], saves: int
) -> None:
    copy = vacuumed(home)
    killed(home, saves)
    damage(home, 0, home.store.stat().st_size)
    hot = journal(home).read_bytes()
    put(home, copy)
    store = open_store(home, PASSPHRASE)
    notice = store.notice
    store.close()
    assert sound(home) == 1
    (aside,) = home.root.glob("leads-aside-*.db-wal")
    assert aside.read_bytes() == hot
    assert aside.name in notice


def test_the_journal_of_a_killed_program_stays_where_it_belongs(home: Home) -> None:
    for saves in (5, 200):
        killed(home, saves)
        # Touched after the last save, as a change of rights would: looked at, and found to belong together.
        home.store.chmod(0o600)
        hot = journal(home).read_bytes()
        other = open_store(home, PASSPHRASE)
        assert journal(home).read_bytes() == hot
        assert other.notice == ""
        other.close()
    assert sound(home) == 1 + 5 + 200
    assert list(home.root.glob("leads-aside-*")) == []


def read_whole(home: Home) -> None:
    open_store(home, PASSPHRASE).rows("SELECT * FROM visits")


def test_a_file_cut_short_is_damage_and_nobody_says_the_leads_are_safe(home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    for _ in range(60):
        capture.save(store, Draft(note="x" * 3000))
    store.close()
    os.truncate(home.store, home.store.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(EnvironmentFault) as told:
        read_whole(home)
    assert "damaged" in told.value.happened
    assert told.value.safe == "Nothing was changed."
    assert "folder backups" in told.value.step
