"""The summary page: figures, hot leads, sound PDF."""

from dataclasses import replace
from pathlib import Path

from boothapp.packs.lead import PackLead, in_calling_order
from boothapp.packs.summary import SummaryAbout, summary, unprinted
from tests.unit.packs.examples import ABOUT, LEADS, lead
from tests.unit.sheets import pages


def written(leads: list[PackLead], folder: Path, about: SummaryAbout = ABOUT) -> Path:
    pdf = folder / "summary.pdf"
    pdf.write_bytes(summary(leads, about))
    pages.tool("qpdf", "--check", str(pdf))
    return pdf


def test_hot_leads_are_listed_with_phone_and_next_step(tmp_path: Path) -> None:
    shown = pages.text(written(in_calling_order(LEADS), tmp_path))
    for words in ("Margaret O’Brien", "+49405550001", "Оксана Ґедзь", "+380675551234", "A-0006"):
        assert words in shown
    assert "三菱 花子" not in shown
    assert shown.index("Оксана Ґедзь") < shown.index("Anna Amber") < shown.index("Margaret O’Brien")


def test_a_name_without_letters_of_its_own_is_its_company_and_told(tmp_path: Path) -> None:
    leads = [lead(7, "𠮷田 太郎", "hot", 80), lead(8, "გიორგი ბერიძე", "hot", 70)]
    shown = pages.text(written(leads, tmp_path))
    assert "Company 7" in shown
    assert "გიორგი ბერიძე" in shown
    assert not {"□", "?"} & set(shown)
    assert unprinted(leads) == ("A-0007",)


def test_figures_count_every_lead(tmp_path: Path) -> None:
    shown = pages.tool("pdftotext", "-layout", str(written(in_calling_order(LEADS), tmp_path)), "-")
    rows = [line.split() for line in shown.splitlines()]
    assert ["6", "3", "1", "1"] in rows
    assert ["Katrin", "Vogel", "2", "1", "0", "3"] in rows
    assert ["No", "owner", "0", "0", "1", "2"] in rows


def test_many_hot_leads_take_more_pages_and_none_is_lost(tmp_path: Path) -> None:
    leads = [lead(number, f"Visitor {number}", "hot", number) for number in range(1, 81)]
    pdf = written(in_calling_order(leads), tmp_path)
    shown = pages.text(pdf)
    assert pages.pages(pdf) > 2
    assert [one.number for one in leads if one.number not in shown] == []


def test_every_font_is_embedded(tmp_path: Path) -> None:
    listed = pages.fonts(written(in_calling_order(LEADS), tmp_path))
    assert listed
    assert [name for name, embedded in listed if not embedded] == []


def test_withheld_leads_are_told_by_number_only(tmp_path: Path) -> None:
    assert "1 lead was withheld" in pages.text(written([], tmp_path, replace(ABOUT, withheld=1)))
    assert "2 leads were withheld" in pages.text(written([], tmp_path, replace(ABOUT, withheld=2)))


def test_a_show_without_leads_has_a_summary(tmp_path: Path) -> None:
    shown = pages.text(written([], tmp_path))
    assert "No hot leads" in shown
