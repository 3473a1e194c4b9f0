import pytest

from boothapp.crm import gate
from boothapp.domain.visitor import Phone
from tests.unit.crm.records import record, with_visitor


def codes(**changes: object) -> list[str]:
    return [reason.code for reason in gate.reasons(with_visitor(record(), **changes))]


def test_a_complete_lead_goes() -> None:
    assert codes() == []


def test_neither_name_nor_company() -> None:
    assert codes(given_name="", family_name=" ", company="") == ["nameless"]
    assert codes(given_name="", family_name="") == []
    assert codes(company="") == []


def test_nothing_to_reach_the_visitor_by() -> None:
    assert codes(emails=(), phones=()) == ["unreachable"]
    assert codes(emails=(" ",), phones=(Phone("tel."),)) == ["unreachable"]
    assert codes(emails=()) == []
    assert codes(phones=()) == []


@pytest.mark.parametrize(
    "name",
    ["Test", "test test", "TEST 1", "Тест Тестовий", "asdf", "qwertz", "aaaa", "ｔｅｓｔ", "Test GmbH"],
)
def test_somebody_tried_the_form_out(name: str) -> None:
    assert codes(given_name="", family_name="", full_name=name) == ["test"]


@pytest.mark.parametrize(
    "name",
    ["Test Kowalski", "Jon Tester", "Li", "Bo", "J. Weiß", "Testa Rossa", "三三三", "Bar Refaeli", "O"],
)
def test_a_name_that_only_looks_short(name: str) -> None:
    assert codes(given_name="", family_name="", full_name=name) == []


@pytest.mark.parametrize(
    "email",
    ["jw@sued", "jw.sued.example", "j w@sued.example", "jw@@sued.example", "jw@sued..example", "@x.de"],
)
def test_an_address_that_cannot_be_one(email: str) -> None:
    assert codes(emails=(email,)) == ["email"]


@pytest.mark.parametrize(
    "email", ["jw@sued.example", "j.w+messe@sued.co.uk", "пошта@приклад.укр", "info@bücher.example"]
)
def test_an_address_that_can(email: str) -> None:
    assert codes(emails=(email,)) == []


def test_a_released_lead_goes_all_the_same() -> None:
    held = with_visitor(record(), emails=("jw@sued",))
    good = record()
    gated = gate.split([held, good])
    assert gated.passed == (good,)
    assert [str(reason) for reason in gated.held[held.key]] == ["An e-mail address has a typing error."]
    assert gate.split([held, good], frozenset([held.key])).passed == (held, good)
