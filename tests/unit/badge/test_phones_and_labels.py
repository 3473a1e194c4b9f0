"""Several phones in one value, remarks beside a number, and labels that lost what stood between them."""

import pytest

from boothapp.badge import phone
from boothapp.badge.reading import Floor, read_text

GERMANY, UKRAINE = Floor(country="DE"), Floor(country="UA")


@pytest.mark.parametrize("between", [",", ";", ", ", " ; ", "|"])
def test_a_list_of_phones_is_several_though_one_is_too_short(between: str) -> None:
    assert phone.several(f"030 1234567{between}0151 1234567", ("DE",)) == ("030 1234567", "0151 1234567")


@pytest.mark.parametrize("text", ["030/1234567", "030 123,4567", "+49 30 1234567;ext=1234567"])
def test_one_phone_stays_one(text: str) -> None:
    assert phone.several(text, ("DE",)) == (text,)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+380671234567 (Viber)", "+380671234567"), ("WhatsApp +49 170 1234567", "+491701234567"),
        ("mobil: 0170 1234567", "+491701234567"), ("0170 1234567 (nur abends)", "+491701234567"),
        ("+1 800 FLOWERS", "+18003569377"), ("0170 1234567 Zimmer 12", ""), ("Viber", ""),
    ],
)  # fmt: skip
def test_a_remark_is_no_part_of_the_number(text: str, number: str) -> None:
    assert phone.e164(text, ("DE",)) == number


def test_a_national_number_behind_a_name_is_a_phone_and_in_front_an_id() -> None:
    behind = read_text("Петро Іваненко|ТОВ Ромашка|директор|0671234567", floor=UKRAINE)
    assert (behind.badge_id, behind.visitor.phones[0].e164) == ("", "+380671234567")
    front = read_text("0671234567|Петро|Іваненко|ТОВ Ромашка", floor=UKRAINE)
    assert (front.badge_id, front.visitor.phones) == ("0671234567", ())
    assert read_text("Anna^Bee^Acme^0671234567", floor=UKRAINE).badge_id == "0671234567"


@pytest.mark.parametrize("between", [" ", "  "])
@pytest.mark.parametrize("mark", [": ", ":", " = "])
def test_labels_say_where_a_value_begins(between: str, mark: str) -> None:
    said = {"ID": "12345", "Name": "Anna Schmidt", "Job title": "Head of IT", "Company": "ACME Group",
            "E-Mail": "a@b.example", "Mobile": "+49 170 1234567"}  # fmt: skip
    read = read_text(between.join(f"{label}{mark}{value}" for label, value in said.items()), floor=GERMANY)
    visitor = read.visitor
    assert [read.badge_id, visitor.full_name, visitor.job_title, visitor.company, *visitor.emails] == [
        *said.values()
    ][:-1]
    assert (visitor.phones[0].e164, visitor.note) == ("+491701234567", "")


@pytest.mark.parametrize(
    "text", ["Call me at 10:30, name: later", "Doors open: 9. Note: bring a pen", "Ratio 1:2, size: 3"]
)
def test_sentences_with_colons_are_no_badge(text: str) -> None:
    read = read_text(text)
    assert (read.badge_id, read.visitor.name, read.visitor.company) == ("", "", "")
