"""The rehearsal: each check tried for real, and nothing left behind."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boothapp import words
from boothapp.actions import capture, demo, drafts, printer, rehearsal, shows, targets
from boothapp.actions.lane import here
from boothapp.actions.pretended import VISITORS
from boothapp.actions.rehearsal import CHECKS, Finding
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault, Refused
from boothapp.paths import Home
from boothapp.sheets.promise import day_text
from boothapp.store import listed, search
from boothapp.store.database import Store, open_store
from tests.unit.actions.printers import with_queue

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def rehearse(store: Store, now: datetime | None = None) -> dict[str, Finding]:
    return {one.name: one for one in rehearsal.rehearse(here(store), store.home, now=now)}


def content(store: Store) -> dict[str, str]:
    """Everything in the store: each table with a digest of all its rows, hidden ones of the indexes too."""
    names = [name for (name,) in store.tuples("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {}
    for name in sorted(names):
        rows = sorted(repr(row) for row in store.tuples(f'SELECT * FROM "{name}"'))
        found[name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    assert {
        "leads",
        "visits",
        "changes",
        "outbox",
        "deliveries",
        "drafts",
        "facts",
        "files",
        "search_data",
    } <= {*found}
    return found


def files(home: Home) -> dict[str, bytes]:
    return {
        str(path.relative_to(home.root)): path.read_bytes() for path in home.root.rglob("*") if path.is_file()
    }


def test_pretended_visitors_leave_no_trace(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 12)
    drafts.keep(store, Draft(visitor=Visitor(full_name="Half")), aside=True)
    capture.save(store, Draft(visitor=Visitor(full_name="Ada Byron")))
    search.catch_up(store)
    listed.catch_up(store)
    before, there, secrets = content(store), {*files(home)}, dict(store.secrets)
    changes = store.value("SELECT total_changes()")
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    bytes_before = files(home)
    found = rehearse(store)
    assert found["visitors"].state == "ok"
    assert content(store) == before
    assert store.value("SELECT total_changes()") == changes
    # Nothing at all was written: even the bytes of every file are the same.
    assert files(home) == bytes_before
    assert {*files(home)} == there
    assert store.secrets == secrets
    names = " ".join(part for visitor in VISITORS for part in visitor)
    assert not any(
        name.encode() in data for name in names.split() for data in files(home).values() if len(name) > 3
    )
    store.close()


def test_every_check_is_made_in_its_order_and_told_as_it_comes(store: Store) -> None:
    told: list[Finding] = []
    found = rehearsal.rehearse(here(store), store.home, told.append, NOW)
    assert told == found
    assert [one.name for one in found] == [*CHECKS]
    assert all(one.detail for one in found)
    assert all(one.step for one in found if one.state != "ok")


def test_a_stand_without_printer_copy_and_head_office_is_told_so_and_may_open(store: Store) -> None:
    found = rehearse(store, NOW)
    assert {name for name, one in found.items() if one.state == "look"} >= {"printer", "copy", "crm"}
    assert {name for name, one in found.items() if one.state == "ok"} >= {
        "disk",
        "visitors",
        "fonts",
        "mapping",
    }
    assert found["printer"].detail == "No printer is set up on this laptop."
    assert "on this laptop only" in found["copy"].detail


def test_without_a_show_there_is_nothing_to_rehearse(home: Home) -> None:
    store = open_store(home, "for this test")
    with pytest.raises(Refused, match="No show is open"):
        rehearsal.rehearse(here(store), home)
    store.close()


def test_the_clock_is_compared_with_what_was_saved_and_with_the_show(store: Store) -> None:
    opened = datetime.fromisoformat(store.value("SELECT max(opened_at) FROM shows"))
    back = rehearse(store, opened - timedelta(days=1))["clock"]
    assert back.state == "wrong"
    assert "set back" in back.detail
    words.use("de")
    here_then = (opened - timedelta(days=1)).astimezone()
    told = rehearse(store, opened - timedelta(days=1))["clock"].detail
    words.use("en")
    assert f"{day_text(here_then.date(), 'de')}, {here_then:%H:%M} UTC" in told
    with store.transaction():
        shows.take(store, replace(shows.current(store), ends=opened.date() - timedelta(days=3)))
    assert rehearse(store, opened + timedelta(hours=1))["clock"].state == "look"
    with store.transaction():
        shows.take(store, replace(shows.current(store), ends=opened.date() + timedelta(days=3)))
    assert rehearse(store, opened + timedelta(hours=1))["clock"].state == "ok"


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("printer desk disabled since Sun 22 Nov 2026 -\n\tMedia tray empty!", "kein Papier"),
        ("printer desk disabled since today -\n\tPaused", "er wurde angehalten"),
        ("printer desk disabled since today -\n\tThe printer is not responding.", "nicht verbunden"),
        ("printer desk disabled since today -\n\tFehler 0x17.", "Fehler 0x17."),
    ],
)
def test_why_the_printer_stands_is_told_in_the_language_spoken(
    store: Store, tmp_path: Path, says: str, told: str
) -> None:
    with_queue(tmp_path / "bin", "desk", ("desk",), says)
    words.use("de")
    found = rehearse(store)["printer"]
    words.use("en")
    assert found.state == "wrong"
    assert found.detail.endswith(told if told.endswith(".") else f"{told}.")


def test_a_disk_that_refuses_is_wrong_and_the_others_are_still_tried(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsal, "FOLDER", "not/there-")
    found = rehearse(store, NOW)
    assert found["disk"].state == "wrong"
    assert "can't be written" in found["disk"].detail
    assert found["visitors"].state == "wrong"
    assert found["copy"].state == "look"


def test_what_a_killed_rehearsal_left_goes_with_the_next(store: Store) -> None:
    import os

    old, young = (store.home.root / f"{rehearsal.FOLDER}{name}" for name in ("old", "young"))
    for folder in (old, young):
        folder.mkdir()
        (folder / "leads.db").write_bytes(b"x")
    yesterday = datetime.now(UTC).timestamp() - 86_400
    os.utime(old, (yesterday, yesterday))
    rehearse(store, NOW)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_scorecard_that_makes_nobody_hot_is_told(store: Store) -> None:
    show = shows.current(store)
    card = replace(show.scorecard, warm=90, hot=100)
    shows.take(store, replace(show, scorecard=card))
    found = rehearse(store, NOW)["visitors"]
    assert found.state == "look"
    assert "no hot lead" in found.detail


def test_leads_that_nobody_would_own_are_told(store: Store) -> None:
    show = shows.current(store)
    shows.take(store, replace(show, staff=tuple(replace(one, sales=False) for one in show.staff), routing={}))
    assert rehearse(store, NOW)["mapping"].state == "look"


def test_letters_that_no_font_has_are_told(store: Store) -> None:
    show = shows.current(store)
    shows.take(store, replace(show, footer={"en": "Nordlicht \u1e900\U00010330"}))
    assert rehearse(store, NOW)["fonts"].state == "look"


def test_a_head_office_that_does_not_answer_is_no_reason_to_stay_closed(store: Store) -> None:
    options = {"database": "d", "user": "u"}
    targets.set_up(store, "office", "tryton", "https://127.0.0.1:1", options, "secret")
    found = rehearse(store, NOW)["crm"]
    assert found.state == "look"
    assert found.detail.startswith("office: ")


STATES = (
    ("", (), "", "look", "No printer is set up"),
    ("", ("desk", "hall"), "", "wrong", "No printer is chosen; there are desk, hall."),
    ("desk", ("desk",), "printer desk is idle.  enabled since Mon", "ok", "desk is ready"),
    ("desk", ("desk",), "printer desk disabled since Mon -\n\tout of paper", "wrong", "out of paper"),
)


@pytest.mark.parametrize(("default", "names", "says", "state", "detail"), STATES)
def test_the_printer_is_asked_how_it_stands(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, default: str, names: tuple[str, ...],
    says: str, state: str, detail: str,
) -> None:  # fmt: skip
    if names:
        with_queue(tmp_path / "bin", default, names, says)
    found = rehearse(store, NOW)["printer"]
    assert found.state == state
    assert detail in found.detail


def test_a_printer_that_keeps_silent_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_queue(tmp_path / "bin", "desk", ("desk",), "", silent=True)
    monkeypatch.setattr(printer, "PATIENCE", 0.2)
    with pytest.raises(EnvironmentFault, match="does not take the page"):
        printer.queue()
