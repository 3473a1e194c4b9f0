"""The workbook: order, owners, and strings that stay strings."""

from pathlib import Path

import pytest

from boothapp.packs.lead import in_calling_order
from boothapp.packs.spreadsheet import CELL_LETTERS, spreadsheet
from tests.unit.packs import workbook
from tests.unit.packs.examples import ABOUT, LEADS, lead


def written(leads: object, folder: Path) -> Path:
    path = folder / "leads.xlsx"
    spreadsheet(path, in_calling_order(leads), made_at=ABOUT.made_at, scratch=folder)  # type: ignore[arg-type]
    return path


def column(rows: list[list[workbook.Cell]], heading: str) -> list[str]:
    """The texts under a heading."""
    place = [cell.text for cell in rows[0]].index(heading)
    return [row[place].text for row in rows[1:]]


def test_hot_come_first_then_points_then_name(tmp_path: Path) -> None:
    rows = workbook.sheets(written(LEADS, tmp_path))["All leads"]
    assert column(rows, "Number") == ["A-0002", "A-0006", "A-0001", "A-0003", "A-0004", "A-0005"]


def test_each_owner_has_a_sheet_and_those_without_one_the_last(tmp_path: Path) -> None:
    found = workbook.sheets(written(LEADS, tmp_path))
    assert list(found) == ["All leads", "Katrin Vogel", "Андрій Коваль", "No owner"]
    assert column(found["Katrin Vogel"], "Number") == ["A-0006", "A-0001", "A-0003"]


def test_no_text_becomes_a_number_a_link_or_a_formula(tmp_path: Path) -> None:
    path = written(LEADS, tmp_path)
    rows = workbook.sheets(path)["All leads"]
    numbers = {cell.text for row in rows for cell in row if cell.kind == "n" and cell.text}
    assert numbers == {"12", "11", "7.5", "-1", "0"}
    assert "=1+1" in column(rows, "Notes")[0]
    assert column(rows, "Postal code")[0] == "04070"
    assert column(rows, "Phone")[0] == "+380675551234"
    assert column(rows, "=Which line?")[0] == "@both"
    assert workbook.part(path, "xl/worksheets/sheet1.xml").find(f"{workbook.MAIN}hyperlinks") is None


def test_ratings_are_told_by_colour_and_word(tmp_path: Path) -> None:
    rows = workbook.sheets(written(LEADS, tmp_path))["All leads"]
    styles = {row[1].text: row[1].style for row in rows[1:]}
    assert len({styles[word] for word in ("hot", "warm", "cold")}) == 3


def test_the_header_stays_and_filters(tmp_path: Path) -> None:
    page = workbook.part(written(LEADS, tmp_path), "xl/worksheets/sheet1.xml")
    pane, filtered = page.find(f".//{workbook.MAIN}pane"), page.find(f"{workbook.MAIN}autoFilter")
    assert pane is not None
    assert pane.get("state") == "frozen"
    assert filtered is not None
    assert str(filtered.get("ref")).startswith("A1:")


@pytest.mark.parametrize("owner", ["a/b:c*?[x]", "x" * 60, "history", "'quoted'", "all leads", "\x00"])
def test_any_owner_makes_a_sheet_name(owner: str, tmp_path: Path) -> None:
    leads = [lead(1, "Anna", "hot", 1, owner), lead(2, "Berta", "hot", 1, f"{owner} "), lead(3, "C", "", 0)]
    names = [name.casefold() for name in workbook.sheets(written(leads, tmp_path))]
    assert len(set(names)) == 4
    assert all(0 < len(name) <= 31 and name != "history" for name in names)


def test_unwritable_signs_and_endless_notes_do_no_harm(tmp_path: Path) -> None:
    leads = [lead(1, "An\x00na\ud800 \uffff", "hot", 1, notes=("x" * 40_000,))]
    rows = workbook.sheets(written(leads, tmp_path))["All leads"]
    assert column(rows, "Name") == ["Anna "]
    assert len(column(rows, "Notes")[0]) == CELL_LETTERS


def test_a_show_without_leads_has_an_empty_list(tmp_path: Path) -> None:
    assert len(workbook.sheets(written([], tmp_path))["All leads"]) == 1
