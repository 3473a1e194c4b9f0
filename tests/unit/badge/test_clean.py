"""What may be stored: hidden characters gone, lengths sane, phones, mails and countries checked."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boothapp import paths
from boothapp.badge import clean, countries, mail, phone
from boothapp.domain.visitor import Phone, Visitor, items


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Ann \t B\x00ee  ", "Ann B ee"),
        ("Ann\u202egnp.exe\u2069", "Anngnp.exe"),
        ("\ufeffA\u200bn\u00adn", "Ann"),
        ("A\ud800nn", "A\ufffdnn"),
        ("Mu\u0308ller", "Müller"),
        ("Road 1\r\nTown\u2028 X,\n\n", "Road 1, Town, X"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("王\u3000小明", "王 小明"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert clean.one_line(text) == line


def test_a_note_keeps_its_lines() -> None:
    assert clean.lines(" a \r\nb\x07c\n\n\n\n d ") == "a\nb c\n\nd"


def test_long_fields_are_cut_and_said() -> None:
    visitor, warnings = clean.visitor(Visitor(company="x" * 301, note="y" * 4_001, city="z" * 300))
    assert (len(visitor.company), len(visitor.note), len(visitor.city)) == (300, 4_000, 300)
    assert [warning.split(" is ")[0] for warning in warnings] == ["The company", "The note"]


def test_long_lists_are_cut_and_said() -> None:
    many = Visitor(emails=tuple(f"a{n}@x.example" for n in range(21)))
    visitor, warnings = clean.visitor(many)
    assert len(visitor.emails) == 20
    assert len(warnings) == 1


def test_the_same_phone_or_mail_twice_is_one() -> None:
    found = Visitor(
        emails=("A@x.example", "b@x.example", "a@X.example"),
        phones=(Phone("+49 30 901820", kind="work"), Phone("+49-30-901820"), Phone("..."), Phone("")),
    )
    visitor, _ = clean.visitor(found)
    assert visitor.emails == ("A@x.example", "b@x.example")
    assert visitor.phones == (Phone("+49 30 901820", "+4930901820", "work"),)


@pytest.mark.parametrize(
    ("text", "regions", "number"),
    [
        ("044 123-45-67", ("UA",), "+380441234567"),
        ("0(44)123 45 67", ("ua",), "+380441234567"),
        ("00380441234567", ("DE",), "+380441234567"),
        ("+380 44 123 45 67 доб. 12", (), "+380441234567"),
        ("\uff0b49 30 901820", (), "+4930901820"),
        ("1-800-FLOWERS", ("US",), "+18003569377"),
        ("(404) 555-1212", ("US", "UA"), "+14045551212"),
        ("(404) 555-1212", ("", "US"), "+14045551212"),
        ("(404) 555-1212", (), ""),
        ("030 1", ("DE",), ""),
        ("Privattelefon", ("DE",), ""),
        ("+", ("DE",), ""),
        ("1" * 5_000, ("DE",), ""),
        ("030 901820", ("XX",), ""),
        ("8 (044) 123-45-67", ("UA",), "+380441234567"),
        ("0049 (0)40 123456", ("",), "+4940123456"),
        ("+49 (0) 40 123456", ("UA",), "+4940123456"),
        ("+44 (0)20 7946 0958", (), "+442079460958"),
        ("040 123456 Durchwahl 12", ("DE",), "+4940123456"),
        ("tel. 22 123 45 67 wew. 12", ("PL",), "+48221234567"),
        ("01 42 68 53 00 poste 12", ("FR",), "+33142685300"),
        ("0 212 555 12 34 dahili 5", ("TR",), "+902125551234"),
        ("044 123-45-67 (дод. 12)", ("UA",), "+380441234567"),
        ("+380 44 123-45-67, вн. 5", ("UA",), "+380441234567"),
        ("03-1234-5678 内線12", ("JP",), "+81312345678"),
        ("тел. 044 123-45-67", ("UA",), "+380441234567"),
        ("00 1", ("UA",), ""),
        # Without their plus sign, as spreadsheets leave them.
        ("491701234567", ("DE",), "+491701234567"),
        ("491701234567.0", ("DE",), "+491701234567"),
        ("4915112345678", ("DE",), "+4915112345678"),
        ("49 170 1234567", ("DE",), "+491701234567"),
        ("49 (0) 89 123456", ("DE",), "+4989123456"),
        ("4930901820", ("DE",), "+4930901820"),
        ("380671234567", ("UA", "DE"), "+380671234567"),
        ("380671234567", ("DE",), "+380671234567"),
        ("491701234567", ("UA", "DE"), "+491701234567"),
        ("442079460958", ("DE",), ""),
        ("1701234567", ("DE",), "+491701234567"),
        ("15712345678", ("DE",), "+4915712345678"),
        ("0491 123456", ("DE",), "+49491123456"),
        ("030901820", ("DE",), "+4930901820"),
        # Letters are digits in North America only.
        ("0800 FLOWERS", ("DE",), ""),
        ("030 901820 Office", ("DE",), ""),
        ("030 901820 ext 12", ("DE",), "+4930901820"),
        ("+1 800 FLOWERS", ("DE",), "+18003569377"),
        ("(512) 555-1212", ("UA",), ""),
    ],
)
def test_e164(text: str, regions: tuple[str, ...], number: str) -> None:
    assert phone.e164(text, regions) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+49 30 123456 / 0171 1234567", ["+4930123456", "+491711234567"]),
        ("030 901820; 030 901821", ["+4930901820", "+4930901821"]),
        ("030/901820", ["+4930901820"]),
        ("Anna / Bea", [""]),
    ],
)
def test_several_numbers_in_one_field_are_several_phones(text: str, numbers: list[str]) -> None:
    visitor, _ = clean.visitor(Visitor(phones=(Phone(text),)), "DE")
    assert [each.e164 for each in visitor.phones] == numbers
    assert all(each.text in text for each in visitor.phones)


def test_the_country_of_the_visitor_goes_before_that_of_the_show() -> None:
    found = Visitor(country="United States", phones=(Phone("(404) 555-1212", kind="work"),))
    visitor, _ = clean.visitor(found, "UA")
    assert visitor.phones == (Phone("(404) 555-1212", "+14045551212", "work"),)
    visitor, _ = clean.visitor(Visitor(country="US", phones=(Phone("044 123-45-67"),)), "UA")
    assert visitor.phones == (Phone("044 123-45-67", "+380441234567"),)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mailto:a@x.example?subject=Hi", "a@x.example"),
        ("Ann B <a@x.example>", "a@x.example"),
        (" a@x.example; ", "a@x.example"),
        ("<>", ""),
    ],
)
def test_bare_address(text: str, address: str) -> None:
    assert mail.address(text) == address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ann@gmail.con", "ann@gmail.com"),
        ("ann@gmial.com", "ann@gmail.com"),
        ("ann@gmail.co", "ann@gmail.com"),
        ("ann@gmaill.com", "ann@gmail.com"),
        ("Ann@HOTMIAL.COM", "Ann@hotmail.com"),
        ("ann@gmal.con", "ann@gmail.com"),
        ("ann@company.cmo", "ann@company.com"),
        ("ann@ukr.ner", "ann@ukr.net"),
        ("ann@outlok.com", "ann@outlook.com"),
        ("ann@web.ed", "ann@web.de"),
        ("ann@firma.ed", "ann@firma.de"),
        ("ann@gmx.dee", "ann@gmx.de"),
        ("ann@wp.ol", "ann@wp.pl"),
        ("ann@t-onlin.de", "ann@t-online.de"),
        ("ann@wannadoo.fr", "ann@wanadoo.fr"),
        ("ann@yandex.ry", "ann@yandex.ru"),
        ("ann@libero.ti", "ann@libero.it"),
        ("ann@me.con", "ann@me.com"),
    ],
)
def test_mistyped_domains_get_a_suggestion(typed: str, meant: str) -> None:
    assert mail.check(typed) == mail.Check(True, meant)


@pytest.mark.parametrize(
    "right",
    [
        *mail.COMMON_DOMAINS,
        "mail.com",
        "ymail.com",
        "x.example",
        "firma.de",
        "live.com",
        "hotmail.dk",
        "yahoo.fi",
        "outlook.at",
        "gmx.com",
        "web.dev",
        "wob.de",
        "we.com",
        "mali.ru",
        "mail.ua",
        "firma.co",
        "firma.uk",
        "email.com",
        "ya.ru",
    ],
)
def test_right_domains_get_none(right: str) -> None:
    assert mail.check(f"ann@{right}") == mail.Check(True)


@pytest.mark.parametrize(
    "wrong", ["", "Handy", "a@", "@x.example", "a b@x.example", "a@localhost", "a@x..example"]
)
def test_what_is_no_address(wrong: str) -> None:
    assert mail.check(wrong) == mail.Check(False)


@pytest.mark.parametrize(
    "right", ["o'brien@x.example", "ім'я@пошта.укр", "jürgen@müller.de", "a+b@x.example"]
)
def test_unusual_addresses_are_right(right: str) -> None:
    assert mail.check(right).valid


@settings(max_examples=500, deadline=None)
@given(st.from_regex(mail._PLAIN, fullmatch=True))
def test_what_is_taken_for_plain_is_valid_to_the_library_too(address: str) -> None:
    assert mail._is_valid(address)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("max@firma.con", "max@firma.com"), ("max@firma.comm", "max@firma.com"),
        ("max@firma.dee", "max@firma.de"),
        ("max@firma.cpm", "max@firma.com"), ("max@firma.nett", "max@firma.net"),
        ("max@firma.infoo", "max@firma.info"),
        ("max@firma.uuk", "max@firma.uk"), ("max@firma.ogr", "max@firma.org"),
        ("max@firma.frr", "max@firma.fr"),
    ],
)  # fmt: skip
def test_an_ending_that_does_not_exist_is_asked_about_and_not_changed(typed: str, meant: str) -> None:
    visitor, warnings = clean.visitor(Visitor(emails=(typed,)))
    assert visitor.emails == (typed,)
    assert warnings == (f"Is the e-mail {typed} right? It may be {meant}.",)


@pytest.mark.parametrize("ending", ["qqq", "firma", "xx", "ggmbh", "ффф"])
def test_an_ending_that_could_be_anything_is_said(ending: str) -> None:
    visitor, warnings = clean.visitor(Visitor(emails=(f"max@firma.{ending}",)))
    assert visitor.emails == (f"max@firma.{ending}",)
    assert warnings == (f"No e-mail address ends in .{ending}: check max@firma.{ending}.",)


@pytest.mark.parametrize(
    "ending", ["museum", "technology", "укр", "рф", "xn--j1amh", "co", "cm", "example", "local"]
)
def test_endings_that_exist_are_left_alone(ending: str) -> None:
    assert mail.check(f"max@firma.{ending}") == mail.Check(True)


def test_a_domain_near_a_common_one_is_found_as_by_comparing_with_each() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz.-0123456789"
    chance = random.Random(5_119)
    for _ in range(3_000):
        domain = list(chance.choice(mail.COMMON_DOMAINS))
        for _ in range(chance.randrange(1, 3)):
            at = chance.randrange(len(domain))
            domain[at : at + chance.randrange(2)] = chance.sample(letters, chance.randrange(2))
        typed = "".join(domain)
        near = next((each for each in mail.COMMON_DOMAINS if mail._is_near(typed, each)), "")
        known = typed in mail.COMMON_DOMAINS or typed in mail._ALSO_REAL or mail._is_of_another_country(typed)
        assert mail._meant(typed, False) == ("" if known else near)


@pytest.mark.parametrize(
    "text",
    ["a@x.de,b@x.de", "a@x.de; b@x.de", "a@x.de / b@x.de", "a@x.de b@x.de", "Anna <a@x.de>, Bea <b@x.de>",
     "a@x.de und b@x.de", "mailto:a@x.de,b@x.de"],
)  # fmt: skip
def test_several_addresses_in_one_field(text: str) -> None:
    assert clean.visitor(Visitor(emails=(text,)))[0].emails == ("a@x.de", "b@x.de")


@pytest.mark.parametrize(
    ("sign", "code"),
    [("D", "DE"), ("A", "AT"), ("F", "FR"), ("I", "IT"), ("CH", "CH"), ("UA", "UA"), ("GER", "DE"),
     ("UKR", "UA"),
     ("RF", "RU"), ("РФ", "RU"), ("UK", "GB"), ("(d)", "DE"), ("SUI", "CH")],
)  # fmt: skip
def test_signs_of_countries_count_where_a_country_stands(sign: str, code: str) -> None:
    visitor, warnings = clean.visitor(Visitor(country=sign))
    assert visitor.country == code
    assert bool(warnings) == (len(sign) == 1)


@pytest.mark.parametrize("sign", ["D", "A", "F", "I", "GER", "RF"])
def test_signs_of_countries_count_nowhere_else(sign: str) -> None:
    assert countries.code(sign) == ""


def test_signs_stand_for_countries_and_take_none_from_iso() -> None:
    assert set(countries._BY_SIGN.values()) <= countries.CODES
    assert not countries._BY_SIGN.keys() & countries.CODES


@settings(max_examples=300)
@given(st.text())
def test_hidden_signs_are_found_as_by_looking_for_each(text: str) -> None:
    assert not clean._HIDDEN.search(clean._visible(text))
    assert clean._visible(clean._visible(text)) == clean._visible(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]|  ", clean._visible(text))


def test_a_wrong_mail_is_kept_and_said() -> None:
    visitor, warnings = clean.visitor(Visitor(emails=("ann at x", "ann@gmail.con")))
    assert visitor.emails == ("ann at x", "ann@gmail.con")
    assert warnings == (
        "This does not look like an e-mail address: ann at x.",
        "Is the e-mail ann@gmail.con right? It may be ann@gmail.com.",
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UA"),
        ("УКРАЇНА", "UA"),
        ("Deutschland", "DE"),
        ("Об'єднані Арабські Емірати", "AE"),
        ("U.S.A.", "US"),
        ("usa", "US"),
        ("United States of America", "US"),
        ("uk", "GB"),
        ("Österreich", "AT"),
        ("Osterreich", "AT"),
        ("Côte", ""),
        ("Czech Republic", "CZ"),
        ("pol", "PL"),
        ("nz", "NZ"),
        ("日本", "JP"),
        ("ZZ", ""),
        ("Germany work", ""),
        ("", ""),
    ],
)
def test_countries(name: str, code: str) -> None:
    assert countries.code(name) == code


def test_country_table_is_sound() -> None:
    lines = [line.split(" ", 1) for line in countries._NAMES.strip().splitlines()]
    assert {code for code, _ in lines} <= countries.CODES
    names = {(code, countries._key(name)) for code, names in lines for name in names.split("|")}
    assert len({name for _, name in names}) == len(names), "one name for two countries"
    assert len({code for code, _ in lines}) >= 60
    assert all(name for _, name in names)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Niemcy", "DE"), ("Almanya", "DE"), ("Германия", "DE"), ("Alemania", "DE"), ("ドイツ", "DE"),
        ("Pays-Bas", "NL"), ("Países Bajos", "NL"), ("Stany Zjednoczone", "US"), ("Güney Kore", "KR"),
        ("Hrvatska", "HR"), ("Кіпр", "CY"), ("ზამბია", "ZM"), ("ZMB", "ZM"), ("Côte d\u2019Ivoire", "CI"),
        ("Ivory Coast", "CI"), ("Congo", ""), ("Atlantis", ""), ("საქართველო", "GE"), ("Zambie", "ZM"),
    ],
)  # fmt: skip
def test_countries_by_name_in_many_languages(name: str, code: str) -> None:
    assert (paths.resources() / "countries.tsv").is_file(), "run make setup: it writes the countries' names"
    assert countries.code(name) == code


@pytest.mark.parametrize("between", [",", "; ", " "])
def test_all_that_was_typed_is_kept(between: str) -> None:
    addresses = tuple(f"person{at}@werft.example" for at in range(60))
    text = between.join(addresses)
    found, warnings = clean.visitor(Visitor(emails=items(text)), typed=True)
    assert (found.emails, warnings) == (addresses, ())
