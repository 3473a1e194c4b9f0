"""Badges whose format says nothing of itself: labels, JSON, separators, links, sealed and garbled ones."""

import base64
from typing import Any

import pytest

from boothapp.badge import mojibake
from boothapp.badge.reading import Floor, Reading, read_text

CHECK_PARTS = "This badge doesn't say which part is which: check name and company. All of it is in the note."
PUT_RIGHT = "Some letters came garbled and were put right. Check them."


def known(text: str) -> dict[str, Any]:
    return read_text(text).visitor.known()


def test_bare_values_are_a_proposal_and_the_whole_text_is_in_the_note() -> None:
    text = "4711;Anna;Bee;Hive Ltd;Halle 3"
    reading = read_text(text)
    assert (reading.visitor.name, reading.visitor.company, reading.badge_id) == (
        "Anna Bee",
        "Hive Ltd",
        "4711",
    )
    assert (reading.visitor.note, reading.warnings) == (text, (CHECK_PARTS,))


def test_an_address_shows_which_name_is_which() -> None:
    visitor = read_text("17|Bee|Anna|Hive Ltd|anna.bee@hive.example").visitor
    assert (visitor.given_name, visitor.family_name) == ("Anna", "Bee")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("4711;Anna Bee", {"full_name": "Anna Bee"}),
        ("4711;Anna Bee;Big Hive", {"full_name": "Anna Bee", "company": "Big Hive"}),
        ("4711;Anna;Bee;Hive Ltd;DE", {"company": "Hive Ltd", "country": "DE"}),
        ("4711;Anna;Bee;Sales Director;Hive Ltd", {"job_title": "Sales Director", "company": "Hive Ltd"}),
        ('"4711","Anna","Bee","Hive, Ltd","a@b.example"', {"company": "Hive, Ltd"}),
        ("4711|VISITOR|Anna|Guest|Hive", {"full_name": "Anna Guest", "company": "Hive"}),
        ("VISITOR|4711|Anna|Bee|Hive", {"full_name": "Anna Bee", "company": "Hive"}),
        ("Anna Bee\nHive Ltd\nlinkedin.com/in/annabee", {"website": "linkedin.com/in/annabee"}),
    ],
)
def test_shapes(text: str, fields: dict[str, Any]) -> None:
    found = known(text)
    assert {name: found.get(name) for name in fields} == fields
    assert found["note"] == text


@pytest.mark.parametrize(
    "text",
    [
        "Hello, world, again",
        "Bring 3 pumps; call back",
        "Meet us in hall 5, stand 12, at noon",
        "We said: come again\nAnd they said: yes",
        "Anna; Bee; Hive",
        "She lives in\nGermany",
    ],
)
def test_sentences_are_no_badges(text: str) -> None:
    reading = read_text(text)
    assert (reading.format, reading.visitor.known(), reading.badge_id) == ("text", {"note": text}, "")


@pytest.mark.parametrize("text", ["12345,67890", "1;2;3", "a=b", "{broken"])
def test_ids_with_signs_in_them_stay_whole(text: str) -> None:
    assert (read_text(text).format, read_text(text).badge_id) == ("id", text)


def test_labels_that_nobody_knows_go_to_the_note() -> None:
    reading = read_text("name: Anna Bee\nemail: a@b.example\nInterests: pumps\nsee you")
    assert reading.visitor.note == "Interests: pumps\nsee you"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name: Bee;Vorname: Anna", "Anna Bee"),
        ("Name: Anna Bee;Vorname: Anna", "Anna Bee"),
        ("FN:Anna;LN:Bee;ID:1", "Anna Bee"),
        ("FN:Anna Bee;ID:1", "Anna Bee"),
        ("Nom=Bee&Pr%C3%A9nom=Anna", "Anna Bee"),
    ],
)
def test_a_bare_name_beside_another_part(text: str, name: str) -> None:
    assert read_text(text).visitor.name == name


def test_json_takes_the_visitor_and_not_the_event() -> None:
    text = (
        '{"event": {"name": "Expo", "id": 3, "email": "e@expo.example"}, "ticket": {"name": "VIP", "id": 9}'
        ',"attendee": {"id": 12, "name": "Anna Bee", "vip": true, "phone": null,'
        '"company": {"id": 7, "name": "Hive", "website": "hive.example"}}}'
    )
    reading = read_text(text)
    assert reading.visitor.known() == {
        "given_name": "Anna",
        "family_name": "Bee",
        "full_name": "Anna Bee",
        "company": "Hive",
        "website": "hive.example",
        "note": "company id: 7\nticket name: VIP\nattendee id: 12",
    }
    assert reading.badge_id == "9"


def test_json_keeps_every_digit_of_a_number() -> None:
    assert read_text('{"attendee":{"id":12345678901234567890.10}}').badge_id == "12345678901234567890.10"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 5_000, "{" + "9" * 10_000, '{"id": ' + "9" * 9_000 + "}"]
)
def test_deep_and_huge_json_is_read_or_kept(text: str) -> None:
    assert read_text(text).raw == text.encode()


@pytest.mark.parametrize(
    ("address", "badge_id"),
    [
        ("https://expo.example/badge/A17", "A17"),
        ("https://expo.example/badge/info", ""),
        ("https://shop.example/product?id=17", ""),
        ("https://shop.example/product?badge=17A", "17A"),
        ("https://e.example/#/attendee/9f1c", "9f1c"),
    ],
)
def test_links_give_the_badge_id(address: str, badge_id: str) -> None:
    reading = read_text(address)
    assert reading.badge_id == badge_id
    assert reading.visitor.known() == ({"note": address} if badge_id else {"website": address})


@pytest.mark.parametrize(
    ("slug", "name"),
    [("anna-bee-4a5b6c", "Anna Bee"), ("оксана-ґедзь", "Оксана Ґедзь"), ("hive-company", ""), ("a-b", "")],
)
def test_linkedin_proposes_a_name_only_where_it_is_safe(slug: str, name: str) -> None:
    reading = read_text(f"https://www.linkedin.com/in/{slug}/")
    assert reading.visitor.full_name == name
    assert bool(reading.warnings) == bool(name)


def test_a_scanner_mark_names_the_symbology_and_is_no_part_of_the_badge() -> None:
    reading = read_text("]L2\\000026SB0017")
    assert (reading.badge_id, reading.symbology) == ("SB0017", "PDF417")
    assert reading.raw == b"]L2\\000026SB0017"
    assert read_text("]Q1SB0017", "QRCode").symbology == "QRCode"
    assert read_text("]x1SB0017").badge_id == "]x1SB0017"


HEAD = "@\n\x1e\rANSI 636000080002DL00410278DL"
LICENCE = HEAD + "DAQT64235789\nDCSSAMPLE\nDACMICHAEL\nDBB06061986\nDAG1 ROAD\nDAINOME\n"


def licence(text: str, allowed: bool) -> Reading:
    return read_text(text, "PDF417", Floor(licences=allowed))


@pytest.mark.parametrize("noise", ["", "\ufeff", "%", "  "])
@pytest.mark.parametrize("breaks", ["\n", "|", "\r\n", "\x1e", " "])
def test_a_licence_in_any_disguise_is_known(noise: str, breaks: str) -> None:
    text = noise + LICENCE.replace("\n", breaks)
    off, on = licence(text, False), licence(text, True)
    assert (off.format, off.visitor.known(), off.raw, off.text) == ("licence", {}, b"", "")
    assert (on.visitor.full_name, on.visitor.street, on.raw, on.text) == ("Michael Sample", "1 Road", b"", "")
    assert off.warnings != on.warnings
    assert "T64235789" not in repr(off) + repr(on)


def test_a_licence_without_its_header_is_known_by_number_and_birth_date() -> None:
    body = "DAQT64235789\nDCSSAMPLE\nDACMICHAEL\nDBB06061986\n"
    assert licence(body, False).format == "licence"


def test_older_licences_have_the_whole_name_in_one_element() -> None:
    head = "@\n\x1c\rAAMVA6360000102DL00390187DL"
    text = f"{head}DAQ1\nDAASAMPLE,MICHAEL,JOHN\nDAL1 ROAD\nDAN NOME\nDAOAK\nDAP123450000\n"
    visitor = licence(text, True).visitor
    assert visitor.known() == {
        "given_name": "Michael John",
        "family_name": "Sample",
        "full_name": "Michael John Sample",
        "street": "1 Road",
        "city": "Nome",
        "region": "AK",
        "postal_code": "12345",
    }


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("MÃ¼ller", "Müller"),
        ("JosÃ© NÃºÃ±ez", "José Núñez"),
        ("Oâ€™Neil", "O’Neil"),
        ("ÐžÐºÑ\x81Ð°Ð½Ð°", "Оксана"),
        ("РћРєСЃР°РЅР°", "Оксана"),
        ("MГјller", "Müller"),
        ("Î“Î¹ÏŽÏ\x81Î³Î¿Ï‚", "Γιώργος"),
        ("ç”°ä¸\xad å¤ªéƒŽ", "田中 太郎"),
    ],
)
def test_garbled_letters_are_put_right(wrong: str, right: str) -> None:
    assert mojibake.repaired(wrong) == right
    reading = read_text(f"MECARD:N:{wrong};;")
    assert (reading.visitor.full_name, reading.warnings) == (right, (PUT_RIGHT,))


@pytest.mark.parametrize(
    "text",
    [
        "Müller", "CAFÉ®", "«CAFÉ»", "OÙ…", "IRMÃ", "25 °C", "РІВНЕ", "Сі", "ТОВ «Вії»", "Ñandú", "Ü–Wagen",
        "Β’ Όροφος", "MÃ¼ller и Ко Ё", "田中", "Łódź", "Ă Â", "Âme", "Ça", "naïve", "À»", "É»", "plain",
    ],
)  # fmt: skip
def test_right_letters_are_left_alone(text: str) -> None:
    assert mojibake.repaired(text) == text


def test_text_of_ten_million_signs_is_read_in_bounded_time() -> None:
    for unit in ("a;", "name: x\n", '{"id":1},', "ÃÂ", "DAQ1 ", "::", "http://x/badge/", "a@"):
        text = (unit * (10_000_000 // len(unit)))[:10_000_000]
        assert read_text(text).raw == text.encode()


def test_a_licence_inside_base64_leaves_nothing_either() -> None:
    reading = licence(base64.b64encode(LICENCE.encode()).decode(), False)
    assert (reading.format, reading.raw, reading.text, reading.badge_id) == ("licence", b"", "", "")


@pytest.mark.parametrize("text", ["dGVzdCBvZiB0aGUgdGVzdA==", "SGVsbG8gd29ybGQsIGFsbCBvZiB5b3U=", "A" * 40])
def test_base64_of_no_badge_stays_an_id(text: str) -> None:
    assert (read_text(text).format, read_text(text).badge_id) == ("id", text)


def test_an_address_or_a_number_needs_no_known_label() -> None:
    visitor = read_text('{"n": "Anna Bee", "e": "a@b.example", "q": "+49 30 901820"}').visitor
    assert (visitor.full_name, visitor.email, visitor.phone) == ("Anna Bee", "a@b.example", "+4930901820")


def test_a_name_before_its_address() -> None:
    found = known('"Anna Bee" <a@b.example>')
    assert (found["full_name"], found["emails"]) == ("Anna Bee", ["a@b.example"])


@pytest.mark.parametrize(
    "text", ["%B4111111111111111^BEE/ANNA^2512101?", ";4111111111111111=25121010000000000000?"]
)
def test_a_bank_card_leaves_nothing(text: str) -> None:
    reading = read_text(text)
    assert (reading.format, reading.raw, reading.text, reading.badge_id) == ("bank card", b"", "", "")
    assert "4111" not in repr(reading)


def test_a_long_number_is_no_bank_card() -> None:
    assert read_text("4111111111111111").badge_id == "4111111111111111"


@pytest.mark.parametrize(
    "text", ["city: b\n" + "name: a\n" * 600, '[{"name":"a","city":"b"}' + ',{"x":"y"}' * 600 + "]"]
)
def test_more_parts_than_are_read_are_said(text: str) -> None:
    assert [each.split(";")[0] for each in read_text(text).warnings] == ["The text is very long"]


def test_a_bare_name_beside_an_address_in_a_link_is_the_visitors() -> None:
    read = read_text("https://e.example/b?id=123&name=Anna+Schmidt&company=ACME&email=a@b.example")
    assert (read.visitor.full_name, read.visitor.company) == ("Anna Schmidt", "ACME")
    assert read_text("https://shop.example/p?id=123&name=Widget").visitor.full_name == ""
