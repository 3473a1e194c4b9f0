"""The CSV: RFC 4180, safe in a spreadsheet, and the same text when read back."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.packs.lead import in_calling_order
from boothapp.packs.table import ENCODING, guarded, table, unguarded
from tests.golden.compare import assert_golden
from tests.unit.packs.examples import LEADS

DANGEROUS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(ENCODING), newline="")))


def test_the_table_is_as_last_seen() -> None:
    assert_golden("leads.csv", table(in_calling_order(LEADS)))


def test_a_reader_gets_every_lead_back() -> None:
    found = rows(table(LEADS))
    assert [row["number"] for row in found] == [lead.number for lead in LEADS]
    assert found[1]["company"] == 'Їжачок; "Харчопром", ТОВ'
    assert found[1]["job_title"] == "Керівниця\nвиробництва"
    assert unguarded(found[1]["phone"]) == "+380675551234"
    assert found[3]["points"] == "-1"


def test_lines_end_as_rfc_4180_says() -> None:
    data = table(LEADS[:1])
    assert data.count(b"\r\n") == 2
    assert data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("sign", DANGEROUS)
def test_no_cell_begins_a_formula(sign: str) -> None:
    assert guarded(f"{sign}1+1").startswith("'")
    assert f";{sign}" not in guarded(f"a;{sign}1")


def test_ordinary_text_is_left_alone() -> None:
    for text in ("a-b", "O'Brien", "2 + 2 = 4", "'quoted'", "mail@example.org", ""):
        assert guarded(text) == text


@given(st.text("'=+-@\t;\n\r ab＝", max_size=30))
def test_the_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text("'=+-@\t;\n ab", max_size=30))
def test_a_guarded_text_has_no_formula_in_any_cell(text: str) -> None:
    cells = guarded(text).replace("\n", ";").split(";")
    assert [cell for cell in cells if cell.startswith(DANGEROUS)] == []
