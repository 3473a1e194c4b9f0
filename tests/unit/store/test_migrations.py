"""A store of an older schema opens with everything that was in it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boothapp.actions import capture, demo, safety
from boothapp.domain.consent import Consent
from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paths import Home
from boothapp.store import leads, lists, migrations, search, shows
from boothapp.store.database import Store, open_store
from boothapp.store.leads import Change
from boothapp.store.lists import Query

PASSPHRASE = "for this test"
AT = datetime(2026, 11, 3, 9, 30, 15, 250000, tzinfo=UTC)
LATER = AT.replace(day=4)
GIVEN = Consent("mail", True, AT, "1a2b3c4d", "de", "bondar")
WITHDRAWN = Consent("mail", False, LATER, "1a2b3c4d", "de", "koval", "self")
TABLES_OF_1: dict[str, list[tuple[object, ...]]] = {
    "shows": [("x", "Expo", "{}", None)],
    "leads": [
        (1, "lead-1", "A-0001", "t1", "x", "", "Ada", "", "", '{"full_name":"Ada"}', "cold", 0,
         '{"level":"cold","points":0,"reasons":[]}', "", "", "", 2, AT.isoformat(), AT.isoformat()),
        (2, "lead-2", "A-0002", "t2", "x", "", "Bo", "", "", '{"full_name":"Bo"}', "cold", 0,
         '{"level":"cold","points":0,"reasons":[]}', "", "", "", 1, AT.isoformat(), AT.isoformat()),
    ],
    "visits": [
        (1, "visit-1", AT.isoformat(), "A", "bondar",
         '{"format":"","badge_id":"","symbology":"","warnings":[]}', b"", "{}", "[]", "[]", "[]", "note"),
    ],
    "consents": [
        (1, "b", "mail", 0, LATER.isoformat(), "1a2b3c4d", "de", "koval", "self"),
        (1, "a", "mail", 1, AT.isoformat(), "1a2b3c4d", "de", "bondar", "spoken"),
    ],
    "changes": [
        (1, 2, "d", LATER.isoformat(), "koval", "A", "visited again", "{}"),
        (1, 1, "c", AT.isoformat(), "bondar", "A", "captured", '{"points":0}'),
    ],
}  # fmt: skip


@contextmanager
def of_schema(home: Home, schema: int) -> Iterator[Store]:
    """A new store as this schema kept it, closed with the block."""
    with pytest.MonkeyPatch.context() as then:
        then.setattr(migrations, "STEPS", migrations.STEPS[:schema])
        then.setattr(migrations, "SCHEMA", schema)
        with closing(open_store(home, PASSPHRASE)) as store:
            yield store


@pytest.fixture
def of_schema_1(home: Home) -> Home:
    """A home with a store as the first schema kept it."""
    with of_schema(home, 1) as store, store.transaction():
        for table, rows in TABLES_OF_1.items():
            for row in rows:
                store.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    return home


def test_consents_and_history_come_along(of_schema_1: Home) -> None:
    store = open_store(of_schema_1, PASSPHRASE)
    assert leads.get(store, 1).consents == (GIVEN, WITHDRAWN)
    assert leads.get(store, 2).consents == ()
    assert leads.history(store, 1) == [
        Change(AT, "bondar", "A", "captured", {"points": 0}, "c"),
        Change(LATER, "koval", "A", "visited again", {}, "d"),
    ]
    assert [visit.note for visit in leads.get(store, 1).visits] == ["note"]
    store.close()


def test_a_code_page_that_nobody_named_is_no_longer_taken_at_its_word(home: Home) -> None:
    with of_schema(home, 4) as store, store.transaction():
        for id, page in (("by default", "cp1252"), ("named", "koi8-u"), ("none", "")):
            shows.put(store, Show(id=id, name=id, code_page=page))
    store = open_store(home, PASSPHRASE)
    kept = {id: shows.get(store, id).code_page for id in ("by default", "named", "none")}
    assert kept == {"by default": "", "named": "koi8-u", "none": ""}
    with store.transaction():
        shows.put(store, Show(id="now", name="now", code_page="cp1252"))
    store.close()
    store = open_store(home, PASSPHRASE)
    assert shows.get(store, "now").code_page == "cp1252"
    store.close()


def test_leads_kept_before_are_found_by_parts_of_their_phone(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Today's save needs the tables of later steps, too.
    others = tuple(step for step in migrations.STEPS if step[1] is not migrations.M006)
    with monkeypatch.context() as before:
        before.setattr(migrations, "STEPS", others)
        before.setattr(migrations, "SCHEMA", len(others))
        before.setattr(search, "key_of", lambda visitor, badge_id, number, notes: visitor.name)
        with closing(open_store(home, PASSPHRASE)) as store:
            demo.make(store, 0)
            ada = Visitor(full_name="Ada", phones=(Phone("+49 30 123456", "+4930123456"),))
            capture.save(store, Draft(visitor=ada))
            assert len(lists.page(store, Query("ada"))) == 1
    store = open_store(home, PASSPHRASE)
    assert len(lists.page(store, Query("030 1234"))) == 1
    store.close()


def columns(store: Store) -> dict[str, list[str]]:
    tables = [row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: [row["name"] for row in store.rows(f"PRAGMA table_info({name})")] for name in tables}


def test_an_old_store_becomes_what_a_new_one_is(of_schema_1: Home, tmp_path: Path) -> None:
    old = open_store(of_schema_1, PASSPHRASE)
    new = open_store(Home(tmp_path / "new"), PASSPHRASE)
    assert columns(old) == columns(new)
    demo.make(old, 0)
    saved = capture.save(old, Draft(visitor=Visitor(full_name="Cleo"), consents=("mail",)))
    row = leads.row_of(old, saved.lead.id)
    assert row == 3
    assert leads.get(old, row) == saved.lead
    assert [one.action for one in leads.history(old, row)] == ["captured"]
    assert {one.name: one.ok for one in safety.check(old)}["search"]
    for store in (old, new):
        store.close()
