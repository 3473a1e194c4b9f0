"""The short payload formats: the samples, the variations, and what is none of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from boothapp.badge.reading import Floor, read_text
from boothapp.domain.visitor import Phone

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected_payloads.json").read_text("utf-8"))


def test_every_sample_has_an_expected_visitor() -> None:
    samples = json.loads((SAMPLES / "payloads.json").read_text("utf-8"))
    assert [each["payload"] for each in samples] == [each["payload"] for each in EXPECTED]


@pytest.mark.parametrize("wanted", EXPECTED, ids=[each["payload"][:40] for each in EXPECTED])
def test_sample_gives_the_fields_a_person_reads(wanted: dict[str, Any]) -> None:
    reading = read_text(wanted["payload"], floor=Floor(country="US"))
    assert (reading.format, reading.visitor.known()) == (wanted["format"], wanted["visitor"])
    assert list(reading.warnings) == wanted.get("warnings", [])
    assert reading.raw == wanted["payload"].encode()


def known(text: str | bytes, country: str = "") -> dict[str, Any]:
    return read_text(text, floor=Floor(country=country)).visitor.known()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("MECARD:N:Owen,Sean;;", {"given_name": "Sean", "family_name": "Owen", "full_name": "Sean Owen"}),
        (" mecard:n:Owen\\, Inc.;ORG:A\\;B\\:C\\\\D", {"full_name": "Owen, Inc.", "company": "A;B:C\\D"}),
        ("MECARD:;N: 測試;;", {"full_name": "測試"}),
        (
            "MECARD:N:Li;TIL:CEO;DIV:Sales;ORG:X",
            {"full_name": "Li", "job_title": "CEO", "department": "Sales", "company": "X"},
        ),
        ("MECARD:N:A;URL:http\\://x.example;;", {"full_name": "A", "website": "http://x.example"}),
        (
            "MECARD:N:A;ADR:,,Main St 1,Kyiv,,01001,Україна;;",
            {
                "full_name": "A",
                "street": "Main St 1",
                "city": "Kyiv",
                "postal_code": "01001",
                "country": "UA",
            },
        ),
        (
            "MECARD:N:A;EMAIL:a@x.example;EMAIL:b@x.example",
            {"full_name": "A", "emails": ["a@x.example", "b@x.example"]},
        ),
        (
            "BIZCARD:N:A;X:B;T:Dr;E:a@x.example;;",
            {
                "given_name": "A",
                "family_name": "B",
                "full_name": "A B",
                "job_title": "Dr",
                "emails": ["a@x.example"],
            },
        ),
        (
            "MEMORY:m\nNAME1:山田\nMAIL1:a@x.example\nADD:Tokyo",
            {"full_name": "山田", "emails": ["a@x.example"], "street": "Tokyo", "note": "m"},
        ),
        (
            "mailto:a@x.example,b@x.example?subject=Hi%20all&body=1+1",
            {"emails": ["a@x.example", "b@x.example"], "note": "Hi all\n1+1"},
        ),
        (
            "MATMSG:TO:a@x.example;SUB:Hi;BODY:Text\\;more;;",
            {"emails": ["a@x.example"], "note": "Hi\nText;more"},
        ),
        ("https://shop.example/path?q=1", {"website": "https://shop.example/path?q=1"}),
        ("URL:www.shop.example", {"website": "www.shop.example"}),
        ("MEBKM:TITLE:Shop;URL:http\\://shop.example;;", {"website": "http://shop.example", "note": "Shop"}),
    ],
)
def test_short_formats(text: str, fields: dict[str, Any]) -> None:
    assert known(text) == fields


def test_mecard_uid_is_the_badge_id() -> None:
    assert read_text("MECARD:N:A;UID:4711;;").badge_id == "4711"


def test_phones_of_one_line_cards_keep_their_kind() -> None:
    assert read_text("MECARD:N:A;TEL:+49 30 901820;TEL-AV:+49 30 901821;;").visitor.phones == (
        Phone("+49 30 901820", "+4930901820", ""),
        Phone("+49 30 901821", "+4930901821", "video"),
    )
    assert [each.kind for each in read_text("BIZCARD:B:1;M:2;F:3").visitor.phones] == [
        "work",
        "mobile",
        "fax",
    ]


@pytest.mark.parametrize(
    ("text", "phone", "note"),
    [
        ("SMSTO:+380441234567:Привіт: усім", "+380441234567", "Привіт: усім"),
        ("sms:+380441234567?body=Hello%20you", "+380441234567", "Hello you"),
        ("tel:044 123-45-67", "+380441234567", ""),
        ("TEL:+380-44-123-45-67", "+380441234567", ""),
    ],
)
def test_calls_and_messages(text: str, phone: str, note: str) -> None:
    visitor = read_text(text, floor=Floor(country="UA")).visitor
    assert (visitor.phones[0].e164, visitor.note) == (phone, note)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("https://www.linkedin.com/in/someone-123", "linkedin"),
        ("https://ua.linkedin.com/in/someone", "linkedin"),
        ("https://notlinkedin.com/in/someone", "url"),
        ("http://[broken", "url"),
    ],
)
def test_linkedin_profiles_are_told_apart(text: str, format: str) -> None:
    reading = read_text(text)
    assert (reading.format, reading.visitor.website) == (format, text)


@pytest.mark.parametrize(
    ("text", "badge_id"),
    [
        ("SB0012345", "SB0012345"),
        ("000042\r\n", "000042"),
        ("4711 0815", "4711 0815"),
        ("0104012345678901\x1d21ABC", "010401234567890121ABC"),
        ("U2FsdGVkX1+" * 30, "U2FsdGVkX1+" * 30),
        ("Ідентифікатор-7", "Ідентифікатор-7"),
    ],
)
def test_plain_ids(text: str, badge_id: str) -> None:
    reading = read_text(text, "Code128")
    assert (reading.format, reading.badge_id, reading.symbology) == ("id", badge_id, "Code128")
    assert (reading.visitor.known(), reading.raw, reading.warnings) == ({}, text.encode(), ())


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("", "empty"),
        (" \r\n\0", "empty"),
        (b"\x00\x01\x02\x9f\xff", "binary"),
        ("Just some words\nhere", "text"),
    ],
)
def test_what_is_no_id_keeps_its_bytes(text: str | bytes, format: str) -> None:
    reading = read_text(text)
    assert (reading.format, reading.badge_id) == (format, "")
    assert reading.raw == (text if isinstance(text, bytes) else text.encode())


def test_a_readable_text_becomes_the_note() -> None:
    assert known("Just some words\nhere") == {"note": "Just some words\nhere"}


def test_bytes_use_the_code_page_of_the_show_and_arguments_their_own_bytes() -> None:
    raw = "MECARD:N:Їжак;;".encode("cp1251")
    assert read_text(raw, floor=Floor(code_page="cp1251")).visitor.full_name == "Їжак"
    argument = raw.decode("utf-8", "surrogateescape")
    reading = read_text(argument, floor=Floor(code_page="cp1251"))
    assert (reading.visitor.full_name, reading.raw) == ("Їжак", raw)
