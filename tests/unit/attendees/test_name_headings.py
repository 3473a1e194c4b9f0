"""Columns with parts of a name, as forms of many languages and systems head them."""

from pathlib import Path

import pytest

from boothapp.attendees import columns, list_file, people

GIVEN, FAMILY, FULL = "given_name", "family_name", "full_name"


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Badge|First|Last|Email", ("badge_id", GIVEN, FAMILY, "emails")),
        ("First|Last|Barcode", (GIVEN, FAMILY, "badge_id")),
        ("Name (First)|Name (Last)", (GIVEN, FAMILY)),
        ("Name (Surname)|Name (Given)", (FAMILY, GIVEN)),
        ("Attendee First|Attendee Last", (GIVEN, FAMILY)),
        ("Attendee name: Given name|Attendee name: Family name", (GIVEN, FAMILY)),
        ("First Name (Given)|Surname", (GIVEN, FAMILY)),
        ("First name|Middle name|Last name", (GIVEN, GIVEN, FAMILY)),
        ("Name|MI|Last", (GIVEN, GIVEN, FAMILY)),
        ("Прізвище|Ім’я|По батькові", (FAMILY, GIVEN, GIVEN)),
        ("Фамилия|Имя|Отчество", (FAMILY, GIVEN, GIVEN)),
        ("Voornaam|Tussenvoegsel|Achternaam", (GIVEN, FAMILY, FAMILY)),
        ("Nombre|Primer apellido|Segundo apellido", (GIVEN, FAMILY, FAMILY)),
        ("Vorname / First name|Nachname / Last name", (GIVEN, FAMILY)),
        ("Vārds|Uzvārds", (GIVEN, FAMILY)),
        ("Vardas|Pavardė", (GIVEN, FAMILY)),
        ("Meno|Priezvisko", (GIVEN, FAMILY)),
        ("Име|Презиме", (GIVEN, FAMILY)),
        ("Όνομα|Επώνυμο", (GIVEN, FAMILY)),
        ("お名前 姓|お名前 名", (FAMILY, GIVEN)),
        ("Name Surname|ID", (FULL, "badge_id")),
        ("First and last name|ID", (FULL, "badge_id")),
        ("Vor- und Nachname|ID", (FULL, "badge_id")),
        ("Middle name|Name", ("", FULL)),
        ("Last login|First visit|Name", ("", "", FULL)),
        ("Last event attended|First time visitor?|Last|First", ("", "", FAMILY, GIVEN)),
    ],
)
def test_headings_of_parts_of_a_name(headings: str, fields: tuple[str, ...]) -> None:
    assert columns.propose(headings.split("|"), []) == fields


def test_a_column_of_days_is_no_name() -> None:
    rows = [(f"A-{n}", f"2026-10-{n}", f"2026-11-{n}") for n in range(10, 20)]
    assert columns.propose(("Badge", "First", "Last"), rows) == ("badge_id", "", "")


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("ID,First,Middle,Last\nA1,Anna,Maria,Bee\n", "Anna Maria", "Bee"),
        ("ID,First,Middle,Last\nA1,Anna,,Bee\n", "Anna", "Bee"),
        ("№,Прізвище,Ім'я,По батькові\nA1,Коваль,Іван,Петрович\n", "Іван Петрович", "Коваль"),
        ("ID,Voornaam,Tussenvoegsel,Achternaam\nA1,Jan,van der,Berg\n", "Jan", "van der Berg"),
    ],
)
def test_the_parts_are_put_together(tmp_path: Path, text: str, given: str, family: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(text, "utf-8")
    found = list_file.read(file)
    mapping = columns.propose(found.headings, found.sample)
    record = next(next(people.People(mapping).batches(found.batches())).whole())
    assert (record[people.MAPPED.index(GIVEN)], record[people.MAPPED.index(FAMILY)]) == (given, family)
