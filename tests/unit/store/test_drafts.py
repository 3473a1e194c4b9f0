"""Drafts in the store: whole, once, with their pictures written only when they change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.next_step import NextStep
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Phone, Visitor
from boothapp.domain.voice import Remark, Voice
from boothapp.paths import Home
from boothapp.store import drafts
from boothapp.store.database import Store
from boothapp.store.drafts import Kept
from tests import prepared

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
WHOLE = Draft(
    visitor=Visitor(full_name="Оксана Ґедзь", emails=("o@verf.example",), phones=(Phone("044", "+38044"),)),
    capture=Capture(format="vcard", badge_id="B1", symbology="QR", raw=bytes(range(256)), warnings=("odd",)),
    answers={"budget": ("approved",), "volume": ("large", "small")},
    interests=("arm",),
    touches=(Touch("demo", "live", 0.5, AT), Touch("handed", "polar")),
    pieces=("polar",),
    consents=("mail",),
    withdrawn=("phone",),
    language="uk",
    note="a note\nof two lines",
    voice=Voice((Remark("too heavy", "doubt"), Remark("nice")), ("day",), ("Kuka",)),
    staff="lange",
    owner="koval",
    next_step=NextStep("visit", date(2026, 11, 9)),
    looked_up=True,
    picture=b"\xff\xd8front",
    more_pictures=(b"\xff\xd8back", b"\xff\xd8third"),
)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()


def put(store: Store, draft: Draft, at: datetime = AT, **more: object) -> None:
    with store.transaction():
        drafts.put(store, Kept(draft, "ad26", "A", at, **more))  # type: ignore[arg-type]


def test_everything_comes_back_as_it_was(store: Store) -> None:
    put(store, WHOLE, aside=True, number="A-0007")
    assert drafts.get(store, WHOLE.id) == Kept(WHOLE, "ad26", "A", AT, True, "A-0007")


def test_a_list_reads_no_pictures_and_has_the_newest_first(store: Store) -> None:
    older = Draft(note="older")
    put(store, WHOLE, AT + timedelta(minutes=1))
    put(store, older)
    found = [one.draft for one in drafts.of_show(store, "ad26")]
    assert found == [replace(WHOLE, picture=b"", more_pictures=()), older]
    assert drafts.of_show(store, "another") == []


def test_a_picture_is_written_once(store: Store) -> None:
    put(store, WHOLE)
    with store.transaction():
        before = store.value("SELECT total_changes()")
        put(store, replace(WHOLE, note="more"))
        assert store.value("SELECT total_changes()") - before == 1
    put(store, replace(WHOLE, more_pictures=()))
    kept = drafts.get(store, WHOLE.id)
    assert kept is not None
    assert (kept.draft.picture, kept.draft.more_pictures) == (WHOLE.picture, ())


def test_the_number_of_a_save_taken_back_stays_with_its_draft(store: Store) -> None:
    put(store, WHOLE, number="A-0007")
    put(store, replace(WHOLE, note="more"))
    with store.transaction():
        assert drafts.take_out(store, WHOLE.id) == "A-0007"
        assert drafts.take_out(store, WHOLE.id) == ""
    assert drafts.get(store, WHOLE.id) is None
    assert store.value("SELECT count(*) FROM draft_pictures") == 0


def test_a_draft_of_an_older_boothapp_is_read_with_what_it_lacks(store: Store) -> None:
    put(store, WHOLE)
    with store.transaction():
        store.run("UPDATE drafts SET draft = json_remove(draft, '$.looked_up', '$.owner')")
    kept = drafts.get(store, WHOLE.id)
    assert kept is not None
    assert kept.draft == replace(WHOLE, looked_up=False, owner="")
