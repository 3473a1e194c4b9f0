"""Every vCard of the samples as a person reads it, and each tolerance by itself."""

import json
from pathlib import Path

import pytest

from boothapp.badge.reading import Floor, Reading, read_text
from boothapp.domain.visitor import Phone, Visitor

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected_vcards.json").read_text("utf-8"))


def card(*lines: str | bytes, version: str = "3.0", code_page: str = "") -> Reading:
    written = (line if isinstance(line, bytes) else line.encode() for line in lines)
    raw = b"\r\n".join((b"BEGIN:VCARD", b"VERSION:" + version.encode(), *written, b"END:VCARD"))
    return read_text(raw, floor=Floor(code_page=code_page))


def test_every_sample_has_an_expected_visitor() -> None:
    assert sorted(EXPECTED) == sorted(path.name for path in (SAMPLES / "vcards").glob("*.vcf"))


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_gives_the_fields_a_person_reads(name: str) -> None:
    raw = (SAMPLES / "vcards" / name).read_bytes()
    wanted = EXPECTED[name]
    reading = read_text(raw)
    assert reading.visitor.known() == wanted["visitor"]
    assert (reading.format, reading.raw) == ("vcard", raw)
    assert reading.badge_id == wanted.get("badge_id", "")
    assert list(reading.warnings) == wanted.get("warnings", [])


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_reads_the_same_with_other_line_ends(name: str) -> None:
    raw = (SAMPLES / "vcards" / name).read_bytes().replace(b"\r\n", b"\n")
    for ends in (b"\r\n", b"\r"):
        assert read_text(raw.replace(b"\n", ends)).visitor == read_text(raw).visitor


def test_quoted_printable_with_soft_breaks_and_its_charset() -> None:
    reading = card(
        "N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CA=EB=E8=F7=EA=EE;=C2=\r\n=B3=F2=E0=EB=B3=E9",
        "ORG;QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller =26 S=C3=B6hne=3B Co;Werk =\r\nS=C3=BCd",
        version="2.1",
    )
    assert reading.visitor.full_name == "Віталій Кличко"
    assert reading.visitor.company == "Müller & Söhne; Co"
    assert reading.visitor.department == "Werk Süd"


def test_a_soft_break_left_open_does_not_swallow_the_end() -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:Eve=\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nEND:VCARD"
    reading = read_text(raw)
    assert reading.visitor.full_name == "Eve"
    assert len(reading.warnings) == 1


@pytest.mark.parametrize(
    ("charset", "name"),
    [
        ("windows-1251", "Оксана Їжакевич"),
        ("KOI8-U", "Оксана Їжакевич"),
        ("Shift_JIS", "田中 表示"),
        ("GB2312", "王小明"),
        ("iso-2022-jp", "田中 太郎"),
        ("ISO-8859-1", "Jürgen Groß"),
        ("windows-1253", "Ευάγγελος"),
    ],
)
def test_charset_of_one_property_serves_the_whole_card(charset: str, name: str) -> None:
    reading = card(b"FN:" + name.encode(charset), f"LABEL;CHARSET={charset}:x", version="2.1")
    assert reading.visitor.full_name == name
    assert reading.warnings == ()


def test_utf8_wins_over_a_lying_charset() -> None:
    assert card("FN;CHARSET=ISO-8859-1:Жанна Müller").visitor.full_name == "Жанна Müller"


@pytest.mark.parametrize("charset", ["Murks", "base64", "rot13", "idna", "x" * 500, "..", "utf-8\x00"])
def test_unknown_charset_falls_back_to_the_code_page_of_the_show(charset: str) -> None:
    reading = card(f"FN;CHARSET={charset}:".encode() + "Їжак".encode("cp1251"), code_page="cp1251")
    assert reading.visitor.full_name == "Їжак"
    assert reading.warnings == ()


def test_the_code_page_of_the_show_goes_before_a_guess() -> None:
    reading = card("FN:אפרים קישון".encode("cp1255"), code_page="cp1255")
    assert (reading.visitor.full_name, reading.warnings) == ("אפרים קישון", ())


def test_letters_that_had_to_be_guessed_are_said() -> None:
    reading = card("FN:Jürgen".encode("cp1252"))
    assert reading.visitor.full_name == "Jürgen"
    assert "alphabet" in reading.warnings[0]


def test_groups_labels_and_empty_parameters() -> None:
    reading = card(
        "item1.TEL;:+49 30 901820", "item1.X-ABLabel:_$!<HomeFax>!$_", "TEL;PREF;;:+49 171 2345678"
    )
    assert reading.visitor.phones == (
        Phone("+49 171 2345678", "+491712345678", ""),
        Phone("+49 30 901820", "+4930901820", "fax"),
    )


@pytest.mark.parametrize("mark", ["PREF=1", "TYPE=pref", "TYPE=home,PREF", 'TYPE="work,pref"', "pref"])
def test_preferred_phone_and_mail_come_first(mark: str) -> None:
    reading = card("TEL:030 1", f"TEL;{mark}:030 2", "EMAIL;PREF=7:a@x.example", f"EMAIL;{mark}:b@x.example")
    assert reading.visitor.phones[0].text == "030 2"
    assert reading.visitor.emails == ("b@x.example", "a@x.example")


def test_name_parts_only_and_full_name_only() -> None:
    parts = card("N:Bach;Johann Sebastian;;Dr.;M.A.,Ph.D.").visitor
    assert (parts.full_name, parts.given_name, parts.family_name) == (
        "Dr. Johann Sebastian Bach, M.A., Ph.D.",
        "Johann Sebastian",
        "Bach",
    )
    full = card("FN:Nguyễn Văn An").visitor
    assert (full.full_name, full.given_name, full.family_name) == ("Nguyễn Văn An", "", "")


def test_backslashes_and_prefixes_are_removed() -> None:
    visitor = card(
        r"FN:O\, Neil\; Pat",
        r"NOTE:one\ntwo\\three",
        r"URL:https\://x.example/a\,b",
        "EMAIL:mailto:Pat@X.example",
        "TEL;VALUE=uri:tel:+49-30-901820;ext=7",
    ).visitor
    assert (visitor.full_name, visitor.note) == ("O, Neil; Pat", "one\ntwo\\three")
    assert (visitor.website, visitor.emails) == ("https://x.example/a,b", ("Pat@X.example",))
    assert visitor.phones == (Phone("+49-30-901820 ext. 7", "+4930901820"),)


def test_quoted_parameters_may_hold_colons_and_semicolons() -> None:
    visitor = card(
        'ADR;LABEL="Road 1; Town: X";TYPE="work":;;Road 1;Town;;123;Ukraine', version="4.0"
    ).visitor
    assert (visitor.street, visitor.city, visitor.postal_code, visitor.country) == (
        "Road 1",
        "Town",
        "123",
        "UA",
    )


def test_address_at_work_is_the_one_unless_another_is_preferred() -> None:
    home, work = "ADR;TYPE=home:;;Home 1;;;;", "ADR;TYPE=work:;;Work 1;;;;"
    assert card(home, work).visitor.street == "Work 1"
    assert card(home.replace("home", "home,pref"), work).visitor.street == "Home 1"
    assert card("LABEL;TYPE=home:Road 1\\nTown").visitor.street == "Road 1, Town"


def test_folding_of_each_version() -> None:
    assert card("ORG:Black\r\n smith", version="3.0").visitor.company == "Blacksmith"
    assert card("ORG:Black\r\n\tsmith", version="4.0").visitor.company == "Blacksmith"
    assert card("ORG:Black\r\n Smith", version="2.1").visitor.company == "Black Smith"


def test_pictures_keys_and_broken_base64_do_no_harm() -> None:
    visitor = card(
        "PHOTO;ENCODING=BASE64;TYPE=JPEG:",
        "/9j/4AAQSkZJRgABAQAAAQABAAD",
        "",
        "LOGO;ENCODING=b:%%%not base64%%%",
        "KEY:data:application/pgp;base64,FN:Mallory",
        "FN;ENCODING=B:QW5u",
        "TITLE;ENCODING=BASE64:*A*",
    ).visitor
    assert visitor.full_name == "Ann"


def test_a_card_inside_a_card_is_not_the_visitor() -> None:
    reading = read_text(
        "BEGIN:VCARD\nVERSION:2.1\nAGENT:\nBEGIN:VCARD\nFN:Aide\nTEL:1\nEND:VCARD\nFN:Boss\nEND:VCARD"
    )
    assert reading.visitor.known() == {"full_name": "Boss"}
    assert reading.warnings == ()


def test_first_card_with_content_is_read_and_the_others_are_said() -> None:
    reading = read_text("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nFN:Bob\nEND:VCARD")
    assert reading.visitor.full_name == "Ann"
    assert reading.warnings == ("The code holds 2 more cards; the first one was read.",)


@pytest.mark.parametrize(
    "text", ["  \r\n\ufeffbegin:vcard\nfn:Ann", "see: BEGIN:VCARD\r\nfn: Ann\r\nbare text\r\n"]
)
def test_no_end_and_text_around_the_card(text: str) -> None:
    assert read_text(text).visitor.full_name == "Ann"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "utf-32"])
def test_byte_order_marks(codec: str) -> None:
    raw = "BEGIN:VCARD\r\nFN:Їжак\r\nEND:VCARD".encode(codec)
    reading = read_text(raw)
    assert (reading.visitor.full_name, reading.raw, reading.warnings) == ("Їжак", raw, ())


def test_uid_is_the_badge_id() -> None:
    assert card("UID:BADGE-17").badge_id == "BADGE-17"


def test_language_title_role_and_nickname() -> None:
    visitor = card("LANG;PREF=2:en", "LANG;PREF=1:uk", "ROLE:Buyer", "NICKNAME:Big Joey").visitor
    assert (visitor.language, visitor.job_title, visitor.full_name) == ("uk", "Buyer", "Big Joey")
    assert card("ROLE:Buyer", "TITLE:CTO").visitor.job_title == "CTO"


def test_an_unknown_country_is_said_and_not_invented() -> None:
    reading = card("ADR:;;Road 1;Town;;1;Atlantis")
    assert reading.visitor.country == ""
    assert reading.warnings == ("The country is not known by this name: Atlantis. Choose it.",)


@pytest.mark.parametrize(
    "names",
    [
        "FN:Hive Ltd",
        "FN:HIVE LTD\nN:;;;;",
        "N:Hive Ltd;;;;\nFN:Hive Ltd",
        "FN:Acme\nORG:Acme",
        "N:;Acme\nORG:Acme",
    ],
)
def test_the_card_of_a_company_invents_no_name(names: str) -> None:
    reading = read_text(f"BEGIN:VCARD\n{names}\nORG:Hive Ltd\nTEL:+4930901820\nEND:VCARD")
    visitor = reading.visitor
    assert (visitor.given_name, visitor.family_name, visitor.full_name) == ("", "", "")
    assert visitor.company in ("Hive Ltd", "Acme")
    assert any("name" in said for said in reading.warnings)


@pytest.mark.parametrize("names", ["N:Bee;Anna\nFN:Anna Bee", "FN:Anna Bee", "N:Bee;Anna"])
def test_somebody_who_trades_under_her_own_name_stays_a_person(names: str) -> None:
    reading = read_text(f"BEGIN:VCARD\n{names}\nORG:Anna Bee\nEND:VCARD")
    assert (reading.visitor.given_name, reading.visitor.family_name) == ("Anna", "Bee")
    assert reading.warnings == ()


@pytest.mark.parametrize("nothing", ["null", "N/A", "-", "undefined", "null null", "NaN", "—", "n/a"])
def test_what_stands_for_nothing_is_absent(nothing: str) -> None:
    empty = "\n".join(f"{name}:{nothing}" for name in ("FN", "ORG", "TITLE", "EMAIL", "TEL"))
    visitor = read_text(f"BEGIN:VCARD\n{empty}\nN:Bee;Anna\nEND:VCARD").visitor
    assert visitor == Visitor(given_name="Anna", family_name="Bee", full_name="Anna Bee")


@pytest.mark.parametrize("family", ["Null", "NULL", "None", "Na", "Undefined"])
def test_surnames_that_look_like_nothing_stay(family: str) -> None:
    assert read_text(f"BEGIN:VCARD\nN:{family};Christopher\nEND:VCARD").visitor.family_name == family
