"""Private documents and secrets leave nothing, whatever the scanner or the keyboard made of them."""

import pytest

from boothapp.actions import badges
from boothapp.badge.reading import Floor, read_text
from tests.unit.badge.test_wedge import KEYBOARDS, typed

LICENCE = (
    "@\n\rANSI 636014080002DL00410278DLDAQY1234567\nDCSDOE\nDACJOHN\nDBB06061986\nDAG1 YORK ROAD\n"
    "DAINOME\nDAJCA\nDAK900010000\nDCGUSA\n"
)
STRIPE = "%CALOS ANGELES^DOE$JOHN$Q^1 YORK ROAD^?;6360141234567=251219860606?"
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
ID_CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
PAYMENT = "%B4111111111111111^BEE/ANNA^2512101?;4111111111111111=25121010000000000000?"
WIFI = "WIFI:T:WPA;S:Hall7;P:secret9;;"
SECRET = "otpauth://totp/Acme:a@b.example?secret=JBSWY3DPEHPK3PXP&issuer=Acme"
KINDS = {
    "licence": (LICENCE, "licence"),
    "stripe": (STRIPE, "licence"),
    "passport": (PASSPORT, "travel document"),
    "identity card": (ID_CARD, "travel document"),
    "bank card": (PAYMENT, "bank card"),
    "wireless network": (WIFI, "wifi"),
    "login": (SECRET, "login secret"),
}


def leaves_nothing(text: str | bytes, format: str) -> None:
    reading = badges.scan(text)
    assert (reading.format, reading.raw, reading.text, reading.badge_id) == (format, b"", "", "")
    assert reading.visitor.known() == {}
    assert "nothing of it was kept" in " ".join(reading.warnings).lower()


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("keyboard", KEYBOARDS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_private_text_on_any_keyboard_leaves_nothing(kind: str, keyboard: str, caps: bool) -> None:
    text, format = KINDS[kind]
    leaves_nothing(typed(text, keyboard, caps), format)


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_german_keyboard_that_swallows_a_sign_hides_nothing(kind: str, caps: bool) -> None:
    text, format = KINDS[kind]
    leaves_nothing(typed(text.replace("=", ""), "de", caps), format)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("alphabet", ["utf-16-le", "utf-16-be", "utf-16", "cp1252"])
def test_private_bytes_leave_nothing(kind: str, alphabet: str) -> None:
    text, format = KINDS[kind]
    leaves_nothing(text.encode(alphabet), format)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("x" * 300 + LICENCE, "licence"),
        ("DCSDOE\nDACJOHN\nDBB06061986\nDAQY1234567\n", "licence"),
        ("DAG1 ROAD\nDAINOME\nDAJCA\nDBA06062030\n", "licence"),
        ("DACJOHN DCSDOE DAQY1234567", "licence"),
        (STRIPE.partition(";")[0], "licence"),
        (";6360141234567=251219860606?", "licence"),
        ("6360141234567=251219860606", "licence"),
        (PASSPORT.partition("\n")[0], "travel document"),
        (PASSPORT.replace("\n", ""), "travel document"),
        ("MRZ: " + PASSPORT, "travel document"),
        ("4111111111111111=2512", "bank card"),
        ("swipe ;4111111111111111=25121010000000000000?", "bank card"),
        ("%B4111 1111 1111 1111^BEE/ANNA^2512101?", "bank card"),
        (";4111 1111 1111 1111=2512101?", "bank card"),
        ("x %B4111111111111111^BEE/ANNA^2512101?", "bank card"),
        ("wifi:S:net;T:WPA;P:secret;;", "wifi"),
    ],
)
def test_a_private_text_in_parts_or_with_more_around_leaves_nothing(text: str, format: str) -> None:
    leaves_nothing(text, format)


@pytest.mark.parametrize(
    "text",
    ["4111111111111111", "4111111111111112=2512", "123456789012=2512", "A<B<C", "DAQ1", "DAD DAY DAM"],
)
def test_what_only_looks_private_is_kept(text: str) -> None:
    assert badges.scan(text).raw == text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "wolfgang.amadeus.vonhohenlohe.oehringen@x.example",
        "maria.delosangeles.fernandezvillaverde.rodriguez@mail.example",
        "MARIA.DELOSANGELES.FERNANDEZVILLAVERDE.RODRIGUEZ@MAIL.EXAMPLE",
        "maria;delosangeles;fernandezvillaverde;rodriguez@mail.example",
        "visitor.zweitausendsechsundzwanzig.halle.sieben",
        "besucher;zweitausendsechsundzwanzig;hallesieben",
    ],
)
def test_a_guessed_keyboard_never_makes_a_document_of_an_address_or_of_words(text: str) -> None:
    reading = badges.scan(text)
    assert (reading.raw, reading.text) == (text.encode(), text)
    assert "passport" not in " ".join(reading.warnings)


def test_a_stripe_gives_name_and_address_where_the_show_allows_it() -> None:
    reading = read_text(STRIPE, floor=Floor(licences=True))
    assert reading.visitor.known() == {
        "given_name": "John Q",
        "family_name": "Doe",
        "full_name": "John Q Doe",
        "street": "1 York Road",
        "city": "Los Angeles",
        "region": "CA",
    }
    assert (reading.raw, reading.text, reading.badge_id) == (b"", "", "")
