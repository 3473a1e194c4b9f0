"""JSON about several people gives the visitor; what is absent stays absent."""

import base64
import json
from typing import Any

import pytest

from boothapp.badge.reading import read_text
from tests.corpus import odd

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


@pytest.mark.parametrize("seed", [31, 32, 33])
def test_odd_json_of_other_seeds_is_exact(seed: int) -> None:
    wrong = [(item.raw, item.wrong()) for item in odd.objects(seed) if item.wrong()]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        '{"姓": "Bee", "名": "Anna", "公司": "Hive"}',
        '{"성": "Bee", "given": "Anna", "회사": "Hive"}',
        '{"прізвище": "Bee", "ім\'я": "Anna", "підприємство": "Hive"}',
        '{"фамилия": "Bee", "имя": "Anna", "предприятие": "Hive"}',
        '[["first name", "Anna"], ["last name", "Bee"], ["company", "Hive"]]',
        '[[{"given": "Anna"}], [[{"family": "Bee", "会社": "Hive"}]]]',
        '{"payload": "{\\"given\\": \\"Anna\\", \\"family\\": \\"Bee\\", \\"company\\": \\"Hive\\"}"}',
        "%7B%22given%22%3A%22Anna%22%2C%22family%22%3A%22Bee%22%2C%22company%22%3A%22Hive%22%7D",
    ],
)
def test_labels_of_other_scripts_and_odd_nesting(text: str) -> None:
    found = read_text(text).visitor
    assert (found.given_name, found.family_name, found.company) == ("Anna", "Bee", "Hive")


@pytest.mark.parametrize("place", ["?data={}", "?id=1&card={}", "#{}", "/badge/{}", "?{}"])
def test_json_in_base_64_in_an_address(place: str) -> None:
    inner = base64.urlsafe_b64encode(json.dumps(ANNA).encode()).decode().rstrip("=")
    reading = read_text(f"https://x.example/show{place.format(inner)}")
    assert (reading.visitor.full_name, reading.badge_id) == ("Anna Bee", "A17")
    assert inner in reading.visitor.note


def test_an_id_keeps_its_zeros_and_loses_the_fraction_of_a_spreadsheet() -> None:
    for written, badge_id in (
        ('"004711"', "004711"),
        ("4711.0", "4711"),
        ("4711", "4711"),
        ("007", "007"),
        ("4.50", "4.50"),
    ):
        assert read_text(f'{{"name": "Anna Bee", "id": {written}}}').badge_id == badge_id
