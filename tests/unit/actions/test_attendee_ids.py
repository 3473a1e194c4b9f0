"""Whose an id is: people of two lists under one id, and ids inside links."""

from pathlib import Path

import pytest

from boothapp.actions import badges, listed, shows
from boothapp.badge.clues import Clues
from boothapp.store.database import Store
from tests.unit.actions.attendee_list import take

ANNA = "Badge-Nr.;Vorname;Nachname\nSB-00421;Anna;Weiß\nSB-00422;Оксана;Ґедзь\n"


@pytest.mark.parametrize(
    ("newer", "name", "parts"),
    [
        ("Badge ID,First name,Last name,Company\nT-1,Otto,Kranz,ACME\n", "Otto Kranz", ("Otto", "Kranz")),
        ("Badge ID,Name,Company\nT-1,Kranz Otto,ACME\n", "Kranz Otto", ("Otto", "Kranz")),
    ],
)
def test_an_id_that_passes_to_another_person_keeps_nothing_of_the_first(
    store: Store, tmp_path: Path, newer: str, name: str, parts: tuple[str, str]
) -> None:
    take(
        store, tmp_path, "Badge ID,Name,Company,Email,Phone\nT-1,Anna Schmidt,ACME,anna@acme.de,0301234567\n"
    )
    done = take(store, tmp_path, newer)
    assert done.taken.handed_on == [("T-1", "Anna Schmidt", newer_name(newer))]
    assert done.json()["handed_on"] == [{"badge_id": "T-1", "was": "Anna Schmidt", "now": newer_name(newer)}]
    visitor = listed.by_badge(store, shows.current(store), "T-1").visitor
    assert (visitor.full_name, visitor.company) == (name, "ACME")
    assert (visitor.emails, visitor.phones) == ((), ())
    assert (visitor.given_name, visitor.family_name) in (parts, ("", ""))


def newer_name(text: str) -> str:
    """The name in the one line of such a list."""
    return " ".join(text.splitlines()[1].split(",")[1:-1])


@pytest.mark.parametrize(
    ("older", "newer", "full", "family"),
    [
        ("Name,Email\nT-1,Anna Schmidt,a@x.de", "First name,Last name,Email\nT-1,Anna,Bauer,A@x.de",
         "Anna Bauer", "Bauer"),
        ("First name,Last name,Email\nT-1,Anna,Bauer,a@x.de", "Name\nT-1,Anna Maria Bauer",
         "Anna Maria Bauer", "Bauer"),
        ("First name,Last name,Email\nT-1,Anna,Bauer,a@x.de", "Last name\nT-1,Bauer", "Anna Bauer", "Bauer"),
        ("Name,Email\nT-1,Müller Anna,a@x.de", "First name,Last name\nT-1,Anna,Muller",
         "Anna Muller", "Muller"),
    ],
)  # fmt: skip
def test_a_name_is_one_thing_and_comes_from_one_list(
    store: Store, tmp_path: Path, older: str, newer: str, full: str, family: str
) -> None:
    take(store, tmp_path, f"Badge ID,{older}\n")
    done = take(store, tmp_path, f"Badge ID,{newer}\n")
    visitor = listed.by_badge(store, shows.current(store), "T-1").visitor
    assert (visitor.full_name, visitor.family_name) == (full, family)
    assert ([each.casefold() for each in visitor.emails], done.taken.handed_on) == (["a@x.de"], [])


@pytest.mark.parametrize(
    "link",
    [
        "https://x.example/q?id=SB-00421",
        "https://x.example/b/SB00421",
        "https://x.example/#/v/421",
        "www.x.example/de/421/?utm=mail77",
    ],
)
def test_a_link_with_a_listed_id_is_that_persons_badge(store: Store, tmp_path: Path, link: str) -> None:
    take(store, tmp_path, ANNA)
    show = shows.current(store)
    clues = Clues(knows=lambda id: badges.is_listed(lambda work: work(store), show, id))
    for reading in (badges.scan(link, show, clues=clues), badges.scan(link.encode(), show, clues=clues)):
        found, _ = listed.completed(store, reading)
        assert (found.format, found.visitor.full_name, found.visitor.website) == ("link", "Anna Weiß", "")
        assert found.visitor.note == link
    assert listed.completed(store, badges.scan(link, show))[0].visitor.full_name == "Anna Weiß"
    other = "https://x.example/421/422"
    assert badges.scan(other, show, clues=clues).visitor.website == other
