"""JSON about several people gives the visitor; what is absent stays absent."""

import json
from typing import Any

import pytest

from boothapp.badge.reading import read_text

ANNA = {"name": "Anna Bee", "email": "anna@hive.example", "id": "A17"}
OTHER = {"name": "Olga Moth", "email": "olga@moth.example", "phone": "+493090182011", "id": "X99"}
ANNAS = {
    "given_name": "Anna",
    "family_name": "Bee",
    "full_name": "Anna Bee",
    "emails": ["anna@hive.example"],
}


@pytest.mark.parametrize(
    "key",
    [
        "emergency_contact",
        "emergencyContact",
        "registeredBy",
        "registered_by",
        "manager",
        "parent",
        "assistant",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_another_person_is_not_the_visitor(key: str, first: bool) -> None:
    pairs = [(key, OTHER), *ANNA.items()] if first else [*ANNA.items(), (key, OTHER)]
    for data in (dict(pairs), {"attendee": dict(pairs)}):
        reading = read_text(json.dumps(data))
        assert reading.badge_id == "A17"
        known = reading.visitor.known()
        assert {name: known.get(name) for name in ANNAS} == ANNAS
        assert "phones" not in known
        assert "Moth" not in repr(reading.visitor)


def test_the_nearest_to_the_visitor_wins() -> None:
    data: dict[str, Any] = {
        "data": {"x": {"name": "Deep Down"}},
        "name": "Anna Bee",
        "email": "anna@hive.example",
    }
    assert read_text(json.dumps(data)).visitor.full_name == "Anna Bee"
    data = {"attendee": {"history": {"before": {"name": "Old Name"}}, "name": "Anna Bee"}}
    assert read_text(json.dumps(data)).visitor.full_name == "Anna Bee"


@pytest.mark.parametrize("absent", ["null", "true", "false"])
def test_what_is_no_value_is_absent(absent: str) -> None:
    whole = f'{{"name": "Anna Bee", "badgeId": {absent}, "company": {absent}, "phone": {absent}}}'
    for text in (whole, whole.removesuffix("}")):
        reading = read_text(text)
        assert (reading.badge_id, reading.visitor.company, reading.visitor.phones) == ("", "", ())
        assert reading.visitor.full_name == "Anna Bee"


@pytest.mark.parametrize(
    "text", ['{name: "Anna Bee", id: null}', '{"event": {"name": "Expo"}, "id": }', "{'n'; 'x'}"]
)
def test_json_that_fails_keeps_no_quotes_and_braces_in_fields(text: str) -> None:
    reading = read_text(text)
    assert "Expo" not in reading.visitor.full_name
    fields = {
        **reading.visitor.known(),
        "note": "",
        "badge": "" if reading.format == "id" else reading.badge_id,
    }
    assert not set('{}"') & set("".join(str(value) for value in fields.values()))
