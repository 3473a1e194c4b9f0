"""Leads are found by what people remember of them: a part of a phone number, a piece of a name."""

from collections.abc import Iterator

import pytest

from boothapp.actions import capture, edit
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store
from boothapp.store.lists import Query
from tests import prepared

VISITORS = (
    Visitor(full_name="Berlin", phones=(Phone("+49 30 123456", "+4930123456"),)),
    Visitor(full_name="Hamburg", phones=(Phone("040 555 0142", "+49405550142"),)),
    Visitor(full_name="Unread", phones=(Phone("030 99 88 77"),)),
    Visitor(full_name="Margaret O'Brien"),
    Visitor(full_name="Joanna", given_name="Anna", family_name="Kowal"),
    Visitor(full_name="Олена Дем’янюк"),
)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    """The demo show with these visitors and a badge of two numbers."""
    opened = prepared.with_demo(home, "for this test")
    for visitor in VISITORS:
        capture.save(opened, Draft(visitor=visitor))
    capture.save(opened, Draft(visitor=Visitor(full_name="Badge"), capture=Capture(badge_id="2026-0412")))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("30123456", "Berlin"), ("03012", "Berlin"), ("030 123456", "Berlin"), ("+49 30 123", "Berlin"),
        ("0049 30 12", "Berlin"), ("4930", "Berlin"), ("123456", "Berlin"), ("3456", "Berlin"),
        ("(030) 12-34-56", "Berlin"), ("berlin 3456", "Berlin"), ("493", "Berlin"),
        ("0405550142", "Hamburg"), ("040 555", "Hamburg"), ("+49 40 555 0142", "Hamburg"),
        ("5550142", "Hamburg"), ("030998877", "Unread"), ("9988", "Unread"),
        ("anna kowal", "Joanna"),
        ("brien", "Margaret O'Brien"), ("o brien", "Margaret O'Brien"), ("obrien", "Margaret O'Brien"),
        ("O’Brien", "Margaret O'Brien"), ("янюк", "Олена Дем’янюк"), ("дем янюк", "Олена Дем’янюк"),
        ("2026-0412", "Badge"), ("0412", "Badge"),
    ],
)  # fmt: skip
def test_what_is_typed_finds_one(store: Store, typed: str, name: str) -> None:
    assert [line.name for line in lists.page(store, Query(typed))] == [name]


@pytest.mark.parametrize("typed", ["30123457", "5551", "654321", "rien", "+49 31 123"])
def test_another_number_or_piece_finds_nobody(store: Store, typed: str) -> None:
    assert lists.page(store, Query(typed)) == []


@pytest.mark.parametrize("typed", ["🦊", "❤️", "❤", "fox 🦊", "🦊❤", "👍"])
def test_emoji_of_a_name_and_of_a_note_find_the_lead(store: Store, typed: str) -> None:
    lead = capture.save(store, Draft(visitor=Visitor(full_name="Fox 🦊"), note="wants two ❤️ 👍🏽")).lead
    assert [line.id for line in lists.page(store, Query(typed))] == [lead.id]


@pytest.mark.parametrize("typed", ["🐻", "berlin 🦊", "🏽", "°"])
def test_other_emoji_find_nobody(store: Store, typed: str) -> None:
    capture.save(store, Draft(visitor=Visitor(full_name="Fox 🦊"), note="wants two 👍🏽, 30°"))
    assert lists.page(store, Query(typed)) == []


def test_an_emoji_of_a_later_note_finds_the_lead_until_it_is_put_right(store: Store) -> None:
    first = capture.save(store, Draft(visitor=Visitor(full_name="Ada Byron")))
    assert lists.page(store, Query("🔥")) == []
    again = capture.save(store, Draft(lead=first.lead.id, note="🔥 call today"))
    assert [line.id for line in lists.page(store, Query("🔥"))] == [first.lead.id]
    edit.correct(store, first.lead.id, {}, notes={again.visit: "call tomorrow"})
    assert lists.page(store, Query("🔥")) == []
