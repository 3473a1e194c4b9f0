"""Countries as people spell them, and addresses that a slip of one sign made none."""

import pytest

from boothapp.badge import clean, countries, mail
from boothapp.domain.visitor import Visitor


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kosovo", "XK"), ("Kosova", "XK"), ("xk", "XK"), ("Косово", "XK"), ("Oesterreich", "AT"),
        ("Daenemark", "DK"), ("TUERKEI", "TR"), ("Suedafrika", "ZA"), ("Czech", "CZ"), ("Czech Rep.", "CZ"),
        ("Slovak Rep", "SK"), ("Korea, Republic of", "KR"), ("Rep. of Korea", "KR"), ("Österreich", "AT"),
        ("Republic", ""), ("Rep.", ""), ("Berlin, Germany", ""),
    ],
)  # fmt: skip
def test_countries_as_people_spell_them(name: str, code: str) -> None:
    assert countries.code(name) == code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a@gmail.com.", "a@gmail.com"), ("a@gmail,com", "a@gmail.com"), ("a@gmail;com", "a@gmail.com"),
        ("a@gmail com", "a@gmail.com"), ("a @gmail.com", "a@gmail.com"), ("a@@gmail.com", "a@gmail.com"),
        ("a@acme..de", ""), ("a@gmail,con", "a@gmail.com"), ("a@firm.de anna", ""), ("a@b@c.de", ""),
        ("hello", ""), ("a@x", ""),
    ],
)  # fmt: skip
def test_a_slip_of_a_sign_is_asked_about(written: str, meant: str) -> None:
    assert mail.check(written) == mail.Check(False, meant)
    visitor, said = clean.visitor(Visitor(emails=(written,)))
    assert visitor.emails == (written,)
    assert len(said) == 1
    assert (meant in said[0]) if meant else ("does not look like" in said[0])
