"""Names whose bytes do not say their alphabet: mostly read right, and always said to be a guess."""

import pytest

from boothapp.actions import badges
from boothapp.badge.alphabet import likely
from boothapp.badge.reading import read_text
from boothapp.domain.show import Show

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


def _show_kit(page: str) -> Show:
    return Show(id="x", name="X", country="DE", **({"code_page": page} if page else {}))


@pytest.mark.parametrize(("page", "name"), PAIRS)
def test_a_show_that_names_no_code_page_guesses_like_decode_and_says_so(page: str, name: str) -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN:" + name.encode(page) + b"\nEND:VCARD"
    reading = badges.scan(raw, _show_kit(""))
    assert reading == badges.scan(raw)
    assert (reading.visitor.full_name, len(reading.warnings)) == (name, 1)


@pytest.mark.parametrize("page", ["koi8-u", "cp932", "gbk", "cp1254"])
def test_an_alphabet_that_is_not_guessed_is_doubted(page: str) -> None:
    name = {"koi8-u": "Оксана Шевчук", "cp932": "山田 太郎", "gbk": "王 小明", "cp1254": "Işıl Özdoğan"}[page]
    raw = f"BEGIN:VCARD\nFN:{name}\nEND:VCARD".encode(page)
    assert badges.scan(raw, _show_kit("")).warnings
    named = badges.scan(raw, _show_kit(page))
    assert (named.visitor.full_name, named.warnings) == (name, ())


LATIN = ("cp1250", "cp1252")


@pytest.mark.parametrize(("page", "name"), PAIRS)
@pytest.mark.parametrize("named", list(NAMES))
def test_a_named_code_page_is_taken_unless_it_makes_no_words(named: str, page: str, name: str) -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN:" + name.encode(page) + b"\nTEL:+4930901820\nEND:VCARD"
    reading = badges.scan(raw, _show_kit(named))
    if named == page:
        assert (reading.visitor.full_name, reading.warnings) == (name, ())
    elif (named in LATIN) != (page in LATIN):
        assert (reading.visitor.full_name, len(reading.warnings)) == (name, 1)
