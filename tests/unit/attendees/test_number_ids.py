"""Ids that pandas or a spreadsheet program wrote as numbers."""

from itertools import chain
from pathlib import Path

import pytest

from boothapp.attendees import columns, list_file, number_ids
from boothapp.attendees.people import People
from boothapp.domain.attendee_entry import MAPPED


def read(file: Path, text: str) -> tuple[list[dict[str, str]], People]:
    """The people of a list as the import sees them."""
    file.write_text(text, "utf-8")
    found = list_file.read(file)
    reader = People(columns.propose(found.headings, found.sample), found.skip + 1, found.again)
    records = chain.from_iterable(batch.whole() for batch in reader.batches(found.batches()))
    return [{n: c for n, c in zip(MAPPED, record, strict=True) if c} for record in records], reader


def ids(file: Path, *ids_: str) -> list[str]:
    rows = "".join(f'"{id}",Person {n}\n' for n, id in enumerate(ids_))
    return [one.get("badge_id", "") for one in read(file, "Badge ID,Name\n" + rows)[0]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("421.0", "421"), ("421,0", "421"), ("421.00", "421"), ("4.711E+03", "4711"), ("4,711E+03", "4711"),
        ("4.7110E+03", "4711"), ("1.23456789012e+11", "123456789012"), ("123456789012.0", "123456789012"),
        ("00421.0", "00421"),
        # Thousands, real decimals, digits lost, more digits than a number holds, and no numbers.
        ("1.000", ""), ("1,000", ""), ("421.5", ""), ("421", ""), ("1.23457E+11", ""), ("4.7111E+03", ""),
        ("1e+16", ""), ("1.2345678901234567e+16", ""), ("7E05", ""), ("1E10", ""), ("SB-421.0", ""), ("", ""),
        (".0", ""), ("1.0.0", ""), ("-421.0", ""),
    ],
)  # fmt: skip
def test_a_number_written_with_a_decimal_sign(text: str, number: str) -> None:
    assert number_ids.whole(text) == number
    shortened = ("1.23457E+11", "1e+16", "1.2345678901234567e+16")
    assert number_ids.is_shortened(text) == (text in shortened)


def test_whole_numbers_are_whole_again_and_said(file: Path) -> None:
    people, reader = read(file, "Badge ID,Name\n421.0,Anna\n4.711E+03,Jan\n12,Eva\nVIP-7,Ida\n")
    assert [one["badge_id"] for one in people] == ["421", "4711", "12", "VIP-7"]
    assert (reader.restored.whole, reader.restored.lost) == (2, 0)
    assert "421.0 = 421" in number_ids.told(reader.restored)


@pytest.mark.parametrize("other", ["12.5", "V1.2", "421", "1.000", "4.7111E+03"])
def test_never_where_others_in_the_column_have_decimals_or_are_the_number_itself(
    file: Path, other: str
) -> None:
    assert ids(file, "421.0", "4.711E+03", "7", other) == ["421.0", "4.711E+03", "7", other]


def test_the_whole_column_decides_however_far_down(file: Path) -> None:
    many = [str(n) for n in range(1000, 31_000)]
    assert ids(file, "421.0", *many)[0] == "421"
    assert ids(file, "421.0", *many, "99.5")[0] == "421.0"
    assert ids(file, *many, "421.0")[-1] == "421"


def test_lost_digits_are_no_id_but_the_person_stays(file: Path) -> None:
    people, reader = read(file, "Badge ID,Name\n1.23457E+11,Anna\n1.23457E+11,Jan\n12,Eva\n")
    assert [(one.get("badge_id"), one["full_name"]) for one in people] == [
        (None, "Anna"), (None, "Jan"), ("12", "Eva"),
    ]  # fmt: skip
    assert (reader.restored.lost, reader.skipped.total) == (2, 0)
    assert "1.23457E+11" in number_ids.told(reader.restored)


def test_phones_and_postal_codes_that_were_numbers(file: Path) -> None:
    text = "Badge ID,Name,Phone,Postal code,Company\nA1,Anna,380445550123.0,24103.0,Industrie 4.0\n"
    person = read(file, text)[0][0]
    assert (person["phones"], person["postal_code"]) == ("380445550123", "24103")
    assert person["company"] == "Industrie 4.0"


def test_lines_that_are_none_are_counted_once_although_the_list_is_read_twice(file: Path) -> None:
    rows = [f"{n}.0;Person {n};Werft" for n in range(1000)]
    rows[500] = '500.0;"Person 500;Werft'
    file.write_text("\n".join(["Badge ID;Name;Company", *rows]), "utf-8")
    found = list_file.read(file)
    reader = People(columns.propose(found.headings, found.sample), found.skip + 1, found.again)
    assert sum(len(batch.records) for batch in reader.batches(found.batches())) == 999
    assert (found.table.broken, reader.restored.whole) == (1, 999)
