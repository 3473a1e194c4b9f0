"""Lists as organisers send them: any alphabet, separator and heading; and files that are no list at all."""

import io
import random
import zipfile
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boothapp.attendees import columns, list_file, text_file
from boothapp.attendees.people import People
from boothapp.domain.attendee_entry import MAPPED
from boothapp.errors import WrongCall

GERMAN = (
    ("Badge-Nr.", "Vorname", "Nachname", "Firma", "E-Mail"),
    ("SB001", "Jürgen", "Weiß", "Größe & Söhne", "j@weiss.example"),
    ("SB002", "Änne", "Müller", "Überseehandel GmbH", "a@mueller.example"),
)
UKRAINIAN = (
    ("Номер бейджа", "Прізвище, ім’я", "Компанія", "Ел. пошта"),
    ("17", "Ґедзь Оксана", "Чорноморська верф", "o@verf.example"),
    ("18", "Коваль Іван", "Завод ім. Шевченка", "i@zavod.example"),
)


def text(table: tuple[tuple[str, ...], ...], separator: str = ";", end: str = "\r\n") -> str:
    return "".join(separator.join(row) + end for row in table)


def taken(file: Path) -> tuple[list[dict[str, str]], People]:
    """Every person of a file with the fields proposed, as the import sees them."""
    found = list_file.read(file)
    reader = People(columns.propose(found.headings, found.sample), found.skip + 1)
    records = chain.from_iterable(batch.whole() for batch in reader.batches(found.batches()))
    said = [{name: cell for name, cell in zip(MAPPED, record, strict=True) if cell} for record in records]
    return said, reader


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_german_in_every_alphabet_and_separator(tmp_path: Path, codec: str, separator: str) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(text(GERMAN, separator).encode(codec))
    people, _ = taken(file)
    assert [one["family_name"] for one in people] == ["Weiß", "Müller"]
    assert people[0] == {
        "badge_id": "SB001", "given_name": "Jürgen", "family_name": "Weiß", "company": "Größe & Söhne",
        "emails": "j@weiss.example",
    }  # fmt: skip


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1251"])
def test_ukrainian_in_its_alphabets(tmp_path: Path, codec: str) -> None:
    file = tmp_path / "список.csv"
    file.write_bytes(text(UKRAINIAN).replace("’", "'").encode(codec))
    people, _ = taken(file)
    assert [(one["badge_id"], one["full_name"]) for one in people] == [
        ("17", "Ґедзь Оксана"),
        ("18", "Коваль Іван"),
    ]


def test_one_odd_byte_does_not_make_another_alphabet(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    many = GERMAN[:1] + GERMAN[1:] * 50
    file.write_bytes(text(many).encode().replace("Größe".encode(), b"Gr\xf6\xdfe", 1))
    rows = list(chain.from_iterable(list_file.read(file).batches()))
    assert rows[1][2] == "Müller"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Attendee name: Given name", "given_name"), ("Job Title", "job_title"), ("Titel", ""),
        ("Name der Firma", "company"), ("Прізвище", "family_name"), ("Ім’я", "given_name"),
        ("Société", "company"), ("Prénom", "given_name"), ("Apellidos", "family_name"),
        ("Stanowisko", "job_title"), ("Company country", "country"), ("phone_number", "phones"),
        ("firstName", "given_name"), ("Order code", ""), ("Ticket secret", "badge_id"),
        ("Pseudonymization ID", "badge_id"), ("PLZ", "postal_code"), ("Straße + Nr.", "street"),
        ("Badge Type", ""), ("Registration date", ""), ("Телефон", "phones"), ("Посада", "job_title"),
    ],
)  # fmt: skip
def test_a_heading_is_understood(heading: str, field: str) -> None:
    assert columns.propose([heading], [])[0] == field


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Last login", "2026-11-{:02}"), ("DOB", "{:02}.05.1980"), ("Birthday", "{:02}/05/1980"),
        ("Registered", "2026-11-{:02}"), ("Anything", "{:02}-05-1980"), ("Passport no", "yes"),
        ("Badge printed", "yes"), ("Badge", "yes"), ("Emergency contact phone", "+49 40 55501{:02}"),
        ("Manager email", "m{}@firm.example"), ("Account manager", "Anna {}"), ("Passport no", "C01X{:04}"),
        ("Notfalltelefon", "+49 40 55501{:02}"), ("Rechnungs-E-Mail", "r{}@firm.example"),
        ("Телефон керівника", "+380 44 55501{:02}"), ("Téléphone d’urgence", "+33 1 555010{:02}"),
        ("Geburtsdatum", "{:02}.05.1980"), ("Phone", "no"), ("Mobile", "{:02}.05.1980"),
        ("Free text", "10:{:02}"),
    ],
)  # fmt: skip
def test_a_column_about_something_else_is_not_the_visitors(heading: str, value: str) -> None:
    rows = [(f"A-{n}", f"Person {n}", value.format(n)) for n in range(10, 28)]
    assert columns.propose(["Badge ID", "Name", heading], rows) == ("badge_id", "full_name", "")
    bare = [(name, said) for _, name, said in rows]
    assert columns.propose(["Name", heading], bare)[1] in ("", "badge_id" if heading == "Anything" else "")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("What is your company?", "company"), ("E-Mail-Adresse des Besuchers", "emails"),
        ("Locker code", ""), ("Dress code", ""), ("Registration number", "badge_id"), ("Code", "badge_id"),
        ("件名", ""),
    ],
)  # fmt: skip
def test_known_words_count_where_they_are_what_the_heading_says(heading: str, field: str) -> None:
    assert columns.propose([heading], [])[0] == field


@pytest.mark.parametrize(
    ("headings", "row", "fields"),
    [
        (("Name", "Vorname"), ("Weiß", "Anna"), ("family_name", "given_name")),
        (("Name", "Surname"), ("Anna", "Weiß"), ("given_name", "family_name")),
        (("Name", "Vorname"), ("Anna Weiß", "Anna"), ("full_name", "given_name")),
        (("Name", "Title"), ("Anna Weiß", "Prof. Dr."), ("full_name", "")),
        (("Name", "Title"), ("Anna Weiß", "Director"), ("full_name", "job_title")),
        (("Name", "Vorname", "Nachname"), ("A W", "A", "W"), ("full_name", "given_name", "family_name")),
    ],
)
def test_names_and_titles_are_told_apart(
    headings: tuple[str, ...], row: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert columns.propose(headings, [row] * 3) == fields


@pytest.mark.parametrize(
    "headings",
    [
        "バッジID 姓 名 会社名 部署 役職 メール 電話",
        "배지번호 성 이름 회사 부서 직책 이메일 전화",
        "胸卡号 姓 名 公司 部门 职位 邮箱 电话",
    ],
)
def test_headings_of_east_asia_are_understood(headings: str) -> None:
    fields = (
        "badge_id",
        "family_name",
        "given_name",
        "company",
        "department",
        "job_title",
        "emails",
        "phones",
    )
    assert columns.propose(headings.split(), []) == fields
    assert [columns.field_of(one) for one in ("氏名", "이름", "姓名")] == ["full_name"] * 3


def test_columns_without_a_known_heading_are_understood_by_their_values() -> None:
    rows = [
        (f"K7-{n}", f"p{n}@firm.example", f"+49 40 55501{n}", "Germany", f"https://firm{n}.example")
        for n in range(10, 30)
    ]
    found = columns.propose(["A", "B", "C", "D", "E"], rows)
    assert found == ("badge_id", "emails", "phones", "country", "website")


def test_line_numbers_are_no_ids_where_another_column_is() -> None:
    assert columns.propose(["Nr.", "Name", "Barcode"], []) == ("", "full_name", "badge_id")
    assert columns.propose(["Nr.", "Name"], []) == ("badge_id", "full_name")


def test_headings_below_a_title_or_none_at_all(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Automation Days 2026\n\nprinted 2026-11-01;;;\n" + text(GERMAN), "utf-8")
    assert [one["family_name"] for one in taken(file)[0]] == ["Weiß", "Müller"]
    file.write_text(text(GERMAN[1:]), "utf-8")
    people, _ = taken(file)
    assert [(one["badge_id"], one["emails"]) for one in people] == [
        ("SB001", "j@weiss.example"),
        ("SB002", "a@mueller.example"),
    ]


def test_quotes_lines_in_cells_and_sep(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        'sep=,\nBadge ID,Name,Company\n1,"Weiß, Anna","Werft ""Nord""\nKiel"\n2,Jan,"a, b"\n', "utf-8"
    )
    people, _ = taken(file)
    assert [(one["full_name"], one["company"]) for one in people] == [
        ("Weiß, Anna", 'Werft "Nord"\nKiel'),
        ("Jan", "a, b"),
    ]


def test_wrong_lines_are_counted_with_their_reason_and_the_rest_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    lines = [
        "Badge ID;Name;Company",
        "1;Anna;Werft",
        ";;",
        ";;Only a firm",
        "1;Jan;Other",
        "3",
        "4;Eva;W;x;y",
    ]
    file.write_text("\n".join(lines), "utf-8")
    people, reader = taken(file)
    assert [one["badge_id"] for one in people] == ["1", "3", "4"]
    assert reader.skipped.counts == {"empty": 1, "nobody": 1, "twice": 1}
    assert [(line, why) for line, why, _ in reader.skipped.examples] == [(4, "nobody"), (5, "twice")]


def test_a_quote_that_never_ends_costs_one_line(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = [f"{n};Person {n};Werft" for n in range(1000)]
    rows[500] = '500;"Person 500;Werft'
    file.write_text("\n".join(["Badge ID;Name;Company", *rows]), "utf-8")
    found = list_file.read(file)
    reader = People(columns.propose(found.headings, found.sample))
    count = sum(len(batch.records) for batch in reader.batches(found.batches()))
    assert (count, found.table.broken) == (999, 1)


def test_a_quotation_mark_left_open_costs_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    lines = '1,Ann\n2,"Bob\n3,Eva\n4,Ida\n5,"Jan"\n6,"Leo\nKiel"\n7,"Zoe\n'
    file.write_text("Badge ID,Name\n" + lines, "utf-8")
    people, _ = taken(file)
    assert [one["full_name"] for one in people] == ["Ann", "Eva", "Ida", "Jan", "Leo\nKiel", "Zoe"]
    assert _accounted(file) == (6, 1)


def test_a_cell_over_two_lines_may_lie_across_two_readings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file, "AT_ONCE", 40)
    file = tmp_path / "list.csv"
    rows = "".join(f'{n},"Person {n}\nfrom Kiel"\n' for n in range(40))
    file.write_text("Badge ID,Name\n" + rows, "utf-8")
    assert [one["full_name"] for one in taken(file)[0]] == [f"Person {n}\nfrom Kiel" for n in range(40)]


def _accounted(file: Path) -> tuple[int, int]:
    found = list_file.read(file)
    reader = People(("badge_id", "full_name", *found.headings)[: len(found.headings)], found.skip + 1)
    people = sum(len(batch.records) for batch in reader.batches(found.batches()))
    return people, sum(reader.skipped.counts.values()) + found.table.broken


CELL = st.text("aé \"'\\", max_size=6)


@given(st.lists(CELL, max_size=30), st.sampled_from([20, 1 << 21]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_line_is_a_person_or_counted(tmp_path: Path, names: list[str], at_once: int) -> None:
    file = tmp_path / "list.csv"
    lines = [f"{n},{name}\n" for n, name in enumerate(names)]
    file.write_text("Badge ID,Name\n0,Anna\n" + "".join(lines), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_file, "AT_ONCE", at_once)
        assert sum(_accounted(file)) == len(lines) + 1


def test_a_line_of_ten_megabytes_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(text(GERMAN[:2]) + "SB9;" + "x" * 10_000_000 + "\n" + text(GERMAN[2:]), "utf-8")
    found = list_file.read(file)
    reader = People(columns.propose(found.headings, found.sample))
    assert sum(len(batch.records) for batch in reader.batches(found.batches())) == 2
    assert found.table.broken == 1


def test_a_workbook_with_a_cover_sheet_numbers_and_days(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Cover").write_row(0, 0, ["Automation Days"])
        book.add_worksheet("Old").hide()
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, ["Attendees"])
        sheet.write_row(2, 0, ["Badge ID", "Name", "Phone", "Notes"])
        sheet.write_row(3, 0, [421, "Änne Weiß", 380445550123])
        sheet.write_datetime(3, 3, date(2026, 11, 17), book.add_format({"num_format": "yyyy-mm-dd"}))
    people, _ = taken(file)
    assert people == [
        {"badge_id": "421", "full_name": "Änne Weiß", "phones": "380445550123", "note": "2026-11-17"}
    ]
    renamed = file.rename(tmp_path / "list.csv")
    assert taken(renamed)[0] == people


INFO = [["Attendee export"], ["Organiser", "Automation Days"], ["Contact", "info@show.example"]]
LISTS = {
    "Attendees": [["Badge ID", "Name", "Email"], ["A-1", "Anna Bee", "a@b.example"]],
    "bare": [["A-1", "Anna Bee", "a@b.example"], ["A-2", "Bo Lin", "b@b.example"]],
}


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("info", [INFO[:1], INFO], ids=["title", "page"])
def test_the_sheet_with_ids_and_addresses_is_the_list(
    tmp_path: Path, info: list[list[str]], rows: list[list[str]]
) -> None:
    file = tmp_path / "list.xlsx"
    firms = [["Exhibitor", "Stand", "Phone", "Country"], ["Acme", "4.1", "+49 40 5550123", "DE"]]
    with xlsxwriter.Workbook(file) as book:
        for name, cells in (("Info", info), ("Firms", firms), ("People", rows), ("Copy", rows)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(cells):
                sheet.write_row(at, 0, row)
    assert list_file.read(file).sheet == "People"
    assert list_file.read(file, sheet="Info").sheet == "Info"


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("readme.txt", "no list")
    return made.getvalue()


NO_LISTS = {
    "empty": b"",
    "blank": b"\n\n \n",
    "zeros": b"\0" * 5000,
    "noise": random.Random(1).randbytes(20_000),
    "zip": _zip(),
    "half a zip": _zip()[:40],
    "old workbook cut off": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "web page": b"<!DOCTYPE html><html><table><tr><td>Name</td></tr></table></html>",
    "pdf": b"%PDF-1.7\n1 0 obj\n",
}


@pytest.mark.parametrize("name", NO_LISTS)
def test_what_is_no_list_is_said_kindly(tmp_path: Path, name: str) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(NO_LISTS[name])
    with pytest.raises(WrongCall) as said:
        list_file.read(file)
    assert "list.xlsx" in said.value.happened
    assert said.value.step


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1100):
                part.write(b"\0" * (1 << 20))
    with pytest.raises(WrongCall, match="too large"):
        list_file.read(file)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_workbook_never_raises_anything_else(tmp_path: Path, seed: int) -> None:
    file, chance = tmp_path / "list.xlsx", random.Random(seed)
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write_row(0, 0, ["Badge ID", "Name"])
    raw = bytearray(file.read_bytes())
    for _ in range(chance.randrange(1, 20)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    file.write_bytes(bytes(raw[: chance.randrange(100, len(raw))] if seed % 3 == 0 else raw))
    try:
        found = list_file.read(file)
    except WrongCall:
        return
    assert found.headings is not None


def test_a_workbook_of_an_unknown_zip_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write_row(0, 0, ["Badge ID", "Name"])
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 6] = 155
    file.write_bytes(bytes(raw))
    with pytest.raises(WrongCall):
        list_file.read(file)
