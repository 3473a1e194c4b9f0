"""Names whose bytes do not say their alphabet: mostly read right, and always said to be a guess."""

import pytest

from boothapp.badge.alphabet import likely
from boothapp.badge.reading import read_text

NAMES = {
    "cp1251": "Віталій Кличко|Оксана Їжакевич|ІВАН ПЕТРЕНКО|директор з продажу|Львів|Єва Цимбал",
    "cp1253": "Ευάγγελος Παπαθανασίου|Γιώργος Παπαδόπουλος|Θεσσαλονίκη|ΝΙΚΟΣ ΓΕΩΡΓΙΟΥ|Κωνσταντίνος",
    "cp1255": "אפרים קישון|תל אביב|משה לוי|ירושלים|יוסי ישראלי|דוד כהן",
    "cp1250": "Jabłoński|Paweł Wiśniewski|Jiří Dvořák|Kovács Jenő|Łukasz Żak",
    "cp1252": "Jürgen Groß|Søren Ødegård|François Lefèvre|José Núñez|São Paulo|MÜLLER|Élise|Bjørn",
}
PAIRS = [(page, name) for page, names in NAMES.items() for name in names.split("|")]


@pytest.mark.parametrize(("page", "name"), PAIRS)
def test_likely_code_page(page: str, name: str) -> None:
    assert name.encode(page).decode(likely(name.encode(page))) == name


@pytest.mark.parametrize(("page", "name"), PAIRS)
def test_a_guess_serves_the_whole_card_and_is_said(page: str, name: str) -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN:" + name.encode(page) + b"\nTEL:+4930901820\nEND:VCARD"
    reading = read_text(raw)
    assert reading.visitor.full_name == name
    assert reading.warnings == (
        "Some letters may be wrong: the code does not name its alphabet. Check them.",
    )


@pytest.mark.parametrize("raw", [b"\x83\x82\x83o\x83C\x83\x8b", bytes(range(128, 256)), b"\x01\x9f\xff"])
def test_no_alphabet_is_likely(raw: bytes) -> None:
    assert likely(raw) == ""


def test_plain_ascii_needs_no_guess() -> None:
    assert read_text(b"BEGIN:VCARD\nFN:Ann\nEND:VCARD").warnings == ()
