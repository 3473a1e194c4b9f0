"""Names in any script, with emoji, piled-up marks and control signs: from form to list, sheet and pack."""

import csv
import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from boothapp.actions import leads as lead_actions
from boothapp.actions import packs, sheets
from boothapp.app import Program
from boothapp.badge.reading import read_text
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.packs.table import unguarded
from boothapp.store.lists import Query
from boothapp.ui.pages.capture import saving
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import stored
from tests.unit.packs import workbook

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
# As typed -> as kept: signs that turn the writing or take no room go, joiners and letters stay.
NAMES = {
    "محمد بن سلمان": "محمد بن سلمان",
    "\u200fאורי כהן\u200e (Uri Cohen)": "אורי כהן (Uri Cohen)",
    "\u202eAnna Bee\u202c\u2069": "Anna Bee",
    f"{FAMILY} Ada Byron": f"{FAMILY} Ada Byron",
    "Zoe\u0308 Nguye\u0302\u0303n": "Zoë Nguyễn",
    "Z" + "\u0337\u0321\u0316" * 30 + "algo Rao": "Z\u0337\u0337\u0337algo Rao",
    "می\u200cخواهم رضا": "می\u200cخواهم رضا",
    "क्\u200dष श्री": "क्\u200dष श्री",
    "Li\x00sa\x07 \x1bRed\x7f\x85 Bee": "Li sa Red, Bee",
    "=HYPERLINK(1)": "=HYPERLINK(1)",
}
NOTE = "first\x00 line\x1b[31m\x0b\n\u202elast \x85line\x7f"


@pytest.fixture
def kept(program: Program, page: CapturePage) -> dict[str, Lead]:
    """The leads of these names as the page keeps them, by the name as typed."""
    drafts = [
        Draft(
            visitor=Visitor(full_name=name, company=f"{name} GmbH", emails=(f"n{at}@abel.example",)),
            note=NOTE,
        )
        for at, name in enumerate(NAMES)
    ]
    show = page._show
    stored(program, lambda store: saving.save_all(store, show, drafts))
    return {
        name: stored(program, lambda store, id=draft.id: lead_actions.find(store, id))
        for name, draft in zip(NAMES, drafts, strict=True)
    }


def test_every_name_is_in_list_search_detail_sheet_and_pack(
    program: Program, page: CapturePage, qtbot: QtBot, kept: dict[str, Lead], tmp_path: Path
) -> None:
    assert {name: lead.visitor.full_name for name, lead in kept.items()} == NAMES
    leads = program.window.go("leads")
    qtbot.waitUntil(lambda: leads.lines.rowCount() == len(NAMES))
    shown = {leads.lines.line(leads.lines.index(at)).name for at in range(len(NAMES))}
    assert shown == set(NAMES.values())
    for name, lead in kept.items():
        for asked in (name, NAMES[name], NAMES[name].split()[-1]):
            found = stored(program, lambda store, asked=asked: lead_actions.listed(store, Query(asked)))
            assert lead.id in [line.id for line in found], asked
        leads.open_lead(lead.id)
        qtbot.waitUntil(lambda lead=lead: leads.detail.lead() == lead.id)
    _check_sheets(program, kept)
    report = packs.write(program.tasks.in_store, tmp_path / "pack.zip")
    _check_pack(report.path, tmp_path)


def _check_sheets(program: Program, kept: dict[str, Lead]) -> None:
    for name in (f"{FAMILY} Ada Byron", "\u202eAnna Bee\u202c\u2069", "Li\x00sa\x07 \x1bRed\x7f\x85 Bee"):
        sheet = sheets.draw(program.tasks.in_store, kept[name].id)
        text = pypdfium2.PdfDocument(sheet.pdf)[0].get_textpage().get_text_range()
        plain = NAMES[name].replace(FAMILY, "").strip()
        assert {plain, f"{plain} GmbH"} <= set(text.split("\r\n"))
        assert sheet.warnings == ()


def _check_pack(pack: Path, folder: Path) -> None:
    with zipfile.ZipFile(pack) as bundle:
        bundle.extractall(folder)
    rows = list(csv.DictReader(io.StringIO((folder / "leads.csv").read_bytes().decode("utf-8-sig"))))
    assert {unguarded(row["name"]) for row in rows} == set(NAMES.values())
    book = workbook.sheets(folder / "leads.xlsx")
    cells = [cell.text for row in next(iter(book.values())) for cell in row]
    assert set(NAMES.values()) <= set(cells)
    cards = (folder / "leads.vcf").read_bytes().replace(b"\r\n ", b"").decode()
    whole = [f"BEGIN:VCARD{card}" for card in cards.split("BEGIN:VCARD")[1:]]
    assert {read_text(card).visitor.full_name for card in whole} == set(NAMES.values())
    for text in (*cells, cards, *(cell for row in rows for cell in row.values())):
        assert [sign for sign in text if sign < " " and sign not in "\r\n\t"] == []
    assert sum("last" in text for text in cells) == len(NAMES)


def test_the_raw_badge_keeps_its_control_signs(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    badge = "MECARD:N:Be\x1de,An\x07na;ORG:A\u202eB;EMAIL:anna@abel.example;;"
    page.scanning.take_text(badge)
    qtbot.waitUntil(lambda: bool(page.capture.raw))
    page.save()
    [line] = stored(program, lambda store: lead_actions.listed(store, Query("anna@abel.example")))
    lead = stored(program, lambda store: lead_actions.find(store, line.id))
    assert lead.visits[0].capture.raw == badge.encode()
    assert lead.visits[0].capture != Capture()
    assert [
        sign for sign in f"{lead.visitor.full_name}{lead.visitor.company}" if sign < " " or sign == "\u202e"
    ] == []
