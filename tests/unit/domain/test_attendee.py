"""One person of the list: ids however they are written, and a list that only fills what is unknown."""

import pytest

from boothapp.domain.attendee import asked_keys, differences, filled, id_key, id_keys, same_name
from boothapp.domain.attendee_entry import entry_of, merged, record_of
from boothapp.domain.visitor import Phone, Visitor

IDS = (
    "SB-00421",
    "sb00421",
    "SB 421",
    "000421",
    "0",
    "ML7ZRUARDG",
    "b2c1-77aa",
    "№ 17",
    "Ґ-0005",
    "a0",
    "00a",
)


@pytest.mark.parametrize(
    ("one", "other"), [("SB-00421", "sb421"), ("00421", "421"), ("SB 421", "SB421"), ("x_9", "X-09")]
)
def test_the_same_id_however_it_is_written(one: str, other: str) -> None:
    assert id_key(one) == id_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("V421", "X421"), ("421", "4210"), ("A1B", "A1C"), ("10", "1"), ("12-3", "1-23"), ("1.2.3", "12-3"),
        ("12/3", "123"),
    ],
)  # fmt: skip
def test_other_ids_stay_other_ids(one: str, other: str) -> None:
    assert id_key(one) != id_key(other)


def test_all_at_once_is_the_same_as_one_by_one() -> None:
    assert id_keys(IDS) == [id_key(id) for id in IDS]
    plain = [id for id in IDS if id.isalnum()]
    assert len(plain) > 4
    assert id_keys(plain) == [id_key(id) for id in plain]


def test_a_badge_without_its_letters_is_asked_for_with_those_of_the_list() -> None:
    assert asked_keys("0421", ("sb",)) == (("421",), ("sb421",))
    assert asked_keys("SB-0421", ("sb",)) == (("sb421",),)
    assert asked_keys("421", tuple("abcdefgh")) == (("421",),)
    assert asked_keys("--") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ґедзь Оксана", "Оксана Ґедзь", True),
        ("Оксана Ґедзь", "Ґедзь Оксана Петрівна", True),
        ("MÜLLER JÜRGEN", "Jürgen Müller", True),
        ("", "Anna Weiß", True),
        ("Anna Weiß", "Anna Schwarz", False),
    ],
)
def test_names_in_another_order_are_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_name(Visitor(full_name=one), Visitor(full_name=other)) is same


LISTED = Visitor(
    full_name="Anna Weiß", company="Werft", emails=("a@werft.example",), country="DE", job_title="Einkauf"
)


def test_the_list_fills_only_what_is_not_known() -> None:
    known = Visitor(company="WERFT AG", emails=("anna@home.example",))
    visitor, fields = filled(known, LISTED)
    assert (visitor.company, visitor.emails) == ("WERFT AG", ("anna@home.example",))
    assert (visitor.full_name, visitor.country, visitor.job_title) == ("Anna Weiß", "DE", "Einkauf")
    assert set(fields) == {"full_name", "country", "job_title"}
    assert filled(visitor, LISTED) == (visitor, ())


def test_another_name_takes_nothing_and_is_the_one_difference() -> None:
    known = Visitor(full_name="Jan Kowalski", company="Stocznia")
    assert filled(known, LISTED) == (known, ())
    assert [(one.field, one.lead, one.listed) for one in differences(known, LISTED)] == [
        ("full_name", "Jan Kowalski", "Anna Weiß")
    ]


def test_spelling_is_no_difference_but_another_company_is() -> None:
    alike = Visitor(company="WERFT", emails=("A@Werft.example", "b@x.example"), country="DE")
    assert differences(alike, LISTED) == ()
    assert [one.field for one in differences(Visitor(company="Reederei"), LISTED)] == ["company"]
    phones = (
        Visitor(phones=(Phone("040 555", "+4940555"),)),
        Visitor(phones=(Phone("+49 40 555", "+4940555"),)),
    )
    assert differences(*phones) == ()


def test_an_updated_line_erases_nothing_and_keeps_every_id() -> None:
    old = record_of({"badge_id": "A1", "company": "Werft", "city": "Kiel"})
    new = record_of({"badge_id": "zz9", "company": "Werft AG"})
    both = merged(old, new)
    assert both == record_of({"badge_id": "A1\nzz9", "company": "Werft AG", "city": "Kiel"})
    assert merged(both, new) == both


def test_nobody_is_no_entry_and_a_mail_alone_is_one() -> None:
    assert entry_of(record_of({"company": "Werft"})) is None
    assert entry_of(record_of({"badge_id": "--", "company": "Werft"})) is None
    assert entry_of(record_of({"emails": "a@b.example"})) is not None
