"""Killed while capturing: what was acknowledged is there, whole, once."""

import os
import random
import signal
from pathlib import Path

from boothapp.actions import capture, demo, leads
from boothapp.actions.safety import check
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.database import Store, open_store
from boothapp.store.engine import connect
from boothapp.store.lists import Query

KILLS = 40
PASSPHRASE = "for this test"


def capturing(home: Home, key: bytes, acknowledged: int) -> None:
    """The child: saves leads and tells each id only once it is saved."""
    store = Store(home, connect(home.store, key), key)
    while True:
        saved = capture.save(store, Draft(visitor=Visitor(full_name="Оксана Ґедзь"), consents=("mail",)))
        os.write(acknowledged, f"{saved.lead.id}\n".encode())
        # Behind every second save only: the kill finds leads that wait for it, and some half way into it.
        if int(saved.lead.number.partition("-")[2]) % 2:
            leads.make_findable(store)


def killed_after(home: Home, key: bytes, seconds: float) -> list[str]:
    """The ids acknowledged by a child that was killed -9 after so long."""
    heard, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            capturing(home, key, tell)
        finally:
            os._exit(1)
    os.close(tell)
    first = os.read(heard, 37)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    signal.sigwait({signal.SIGALRM})
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard, "rb") as rest:
        return (first + rest.read()).decode().split()


def test_no_acknowledged_lead_is_lost_torn_or_doubled(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    store = open_store(home, PASSPHRASE)
    demo.make(store, 0)
    key = store.key
    store.close()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    chance, told = random.Random(11), []
    for _ in range(KILLS):
        told += killed_after(home, key, chance.uniform(0.001, 0.04))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    store = open_store(home, PASSPHRASE)
    kept = [row["id"] for row in store.rows("SELECT id FROM leads")]
    numbers = {row["number"] for row in store.rows("SELECT number FROM leads")}
    parts = [int(store.value(f"SELECT count(*) FROM {table}")) for table in ("visits", "outbox")]
    parts.append(sum(len(leads.whole(store, id).history) for id in kept))
    parts.append(int(store.value("SELECT sum(json_array_length(consents)) FROM leads")))
    found = sum(leads.counts(store, Query("оксана ґедзь")).values())
    sound = all(one.ok for one in check(store))
    store.close()
    assert len(told) >= KILLS
    assert set(told) <= set(kept)
    assert len(kept) == len(set(kept)) == len(numbers)
    assert parts == [len(kept)] * 4
    assert found == len(kept)
    assert sound


def test_a_kill_between_a_save_and_its_words_is_mended_by_the_next_search(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    store = open_store(home, PASSPHRASE)
    demo.make(store, 3)
    key = store.key
    store.close()
    child = os.fork()
    if child == 0:
        store = Store(home, connect(home.store, key), key)
        capture.save(store, Draft(visitor=Visitor(full_name="Оксана Ґедзь")))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    store = open_store(home, PASSPHRASE)
    waiting = "SELECT (SELECT count(*) FROM leads) - (SELECT count(*) FROM search_docsize)"
    assert store.value(waiting) == 1
    assert [line.number for line in leads.listed(store, Query("ґедзь"))] == ["A-0004"]
    assert store.value(waiting) == 0
    store.close()
