"""A business card is read where a picture has no code, and its picture is kept with the lead, encrypted."""

from dataclasses import replace
from pathlib import Path

import pytest

from boothapp.actions import badges, capture, leads
from boothapp.badge.image import NoCode
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.database import Store
from tests.journeys.laptop import Laptop
from tests.unit.badge.card_people import PEOPLE
from tests.unit.badge.photographs import on_paper, picture_of, saved, written
from tests.unit.badge.printed_cards import LAYOUTS, photograph

ANN = Visitor(full_name="Ann Abel", emails=("ann@abel.example",))


def test_a_picture_is_kept_with_its_conversation(store: Store, home: Home) -> None:
    marked = b"\xff\xd8" + b"a picture that can be found" * 40
    first = capture.save(store, Draft(visitor=ANN, picture=marked))
    again = capture.save(store, Draft(visitor=ANN, picture=b"\xff\xd8second"))
    whole = leads.whole(store, first.lead.number)
    assert [one.data for one in whole.pictures] == [marked, b"\xff\xd8second"]
    assert [one.visit for one in whole.pictures] == [first.visit, again.visit]
    told = leads.whole_json(store, first.lead.id)["pictures"]
    assert [one["bytes"] for one in told] == [len(marked), 8]
    on_disk = b"".join(file.read_bytes() for file in home.root.iterdir() if file.is_file())
    assert b"a picture that can be found" not in on_disk


def test_the_same_conversation_twice_keeps_one_picture(store: Store) -> None:
    draft = Draft(visitor=ANN, picture=b"\xff\xd8card")
    capture.save(store, draft)
    capture.save(store, replace(draft, note="again"))
    assert len(leads.whole(store, draft.id).pictures) == 1


def test_a_code_is_read_before_any_card() -> None:
    reading, picture = badges.scan_picture(picture_of("SB0012345"))
    assert (reading.badge_id, picture) == ("SB0012345", b"")


def test_without_a_reader_a_picture_without_a_code_says_how_to_read_cards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(badges, "has_reader", lambda: False)
    with pytest.raises(NoCode, match="No code") as fault:
        badges.scan_picture(saved(on_paper(written("x", scale=1).resize((1, 1)))))
    assert "boothapp[cards]" in fault.value.step


def test_a_blank_picture_is_neither_badge_nor_card() -> None:
    with pytest.raises(NoCode) as fault:
        badges.scan_picture(saved(on_paper(written("x", scale=1).resize((1, 1)))))
    assert "No code" in fault.value.happened
    assert "No text" in fault.value.happened


def test_commands_read_a_card(home: Home, tmp_path: Path) -> None:
    card = tmp_path / "card.jpg"
    card.write_bytes(photograph(LAYOUTS[1](PEOPLE[0]), 1))
    laptop = Laptop(home)
    laptop.does("demo", "--leads", "0", "--no-window")
    read = laptop.does("decode", "--image", str(card))
    assert read["format"] == "card"
    assert read["visitor"]["full_name"] == PEOPLE[0].name
    assert "picture of a card" in read["warnings"][0]
    kept = laptop.does("capture", "--image", str(card))
    lead = laptop.does("lead", kept["number"])
    assert lead["visitor"]["emails"] == [PEOPLE[0].email]
    assert [0 < one["bytes"] <= 200_000 for one in lead["pictures"]] == [True]
