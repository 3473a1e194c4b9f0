"""A badge that doesn't say which part is which gives an id only where something has the form of one."""

import pytest

from boothapp.badge.reading import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bee;Hive Ltd;Bahnhofstr. 1;70469;Stuttgart;a@hive.example",
        "Anna Bee;Hive Ltd;Bahnhofstr. 1;Stuttgart;70469",
        "Anna|Bee|3M|a@m.example",
        "Anna;Bee;O2;a@o.example",
        "O2;Anna;Bee;a@o.example",
        "Anna;Bee;7-Eleven;a@e.example",
        "2026-03-14;Anna;Bee;Hive Ltd;a@b.example",
        "14.03.2026|Anna|Bee|Hive Ltd|a@b.example",
        "Anna|Bee|Hive Ltd|a@b.example|555-123-4567",
        "true;Anna;Bee;a@b.example;null",
    ],
)
def test_other_numbers_are_no_id(text: str) -> None:
    reading = read_text(text)
    assert reading.badge_id == ""
    assert reading.visitor.note == text


@pytest.mark.parametrize(
    ("text", "badge_id"),
    [
        ("EVT2026|BDG-4711|Anna|Bee|Acme", "BDG-4711"),
        ("Expo2026;Anna;Bee;Acme;A-10017", "A-10017"),
        ("4711;Anna;Bee;Hive Ltd;Halle 3", "4711"),
        ("70469;Anna;Bee;Hive Ltd", "70469"),
        ("SB001234|Anna|Bee|3M|70469|Stuttgart|a@m.example", "SB001234"),
        ("Anna;Bee;Hive Ltd;a@b.example;REG-004711", "REG-004711"),
    ],
)
def test_the_most_id_like_is_the_id(text: str, badge_id: str) -> None:
    assert read_text(text).badge_id == badge_id


def test_two_alike_are_no_id_and_it_is_said() -> None:
    reading = read_text("AB-1001|CD-3002|Anna|Bee|Acme")
    assert reading.badge_id == ""
    assert any("AB-1001, CD-3002" in said for said in reading.warnings)


def test_a_company_with_a_digit_is_the_company() -> None:
    assert read_text("4711;Anna;Bee;3M;a@m.example").visitor.company == "3M"
