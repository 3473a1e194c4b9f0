"""Cards and bare badges inside a value of JSON."""

import json

import pytest

from boothapp.badge.reading import read_text

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Bee;Anna;;;\r\nNOTE:one\\ntwo\r\nEND:VCARD\r\n"


def test_a_vcard_keeps_its_lines() -> None:
    read = read_text(json.dumps({"event": {"id": "E-1"}, "id": "A-17", "vcard": CARD}))
    assert (read.format, read.badge_id, read.visitor.full_name) == ("vcard", "A-17", "Anna Bee")
    assert (read.visitor.note, read.warnings) == ("one\ntwo", ())


@pytest.mark.parametrize(
    "card", ["MECARD:N:Bee,Anna;;", "BIZCARD:N:Anna;X:Bee;;", "MEMORY:x\r\nNAME1:Anna Bee"]
)
@pytest.mark.parametrize("keys", [["data"], ["payload", "qr"], ["badge", "code"]])
def test_a_card_in_any_value(card: str, keys: list[str]) -> None:
    data: object = card
    for key in reversed(keys):
        data = {key: data}
    read = read_text(json.dumps(data))
    assert (read.visitor.full_name, read.badge_id) == ("Anna Bee", "")


def test_bare_values_in_a_value() -> None:
    read = read_text('{"payload": {"qr": "12345::Janssen::Stephan::Devoxx"}}')
    assert (read.badge_id, read.visitor.full_name) == ("12345", "Stephan Janssen")
    assert len(read.warnings) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"id": "A1", "event": {"name": "Expo, Halle 4, info@show.example"}},
        {"id": "A1", "organizer": {"vcard": CARD}},
        {"id": "A1", "url": "MECARD"},
    ],
)
def test_what_is_not_the_visitors_stays_so(data: dict[str, object]) -> None:
    read = read_text(json.dumps(data))
    assert (read.badge_id, read.visitor.name, read.visitor.emails) == ("A1", "", ())


def test_the_secret_of_a_ticket_is_the_badges_id() -> None:
    assert read_text('{"ticket": {"secret": "xk29s0f3j"}, "name": "Anna Bee"}').badge_id == "xk29s0f3j"
