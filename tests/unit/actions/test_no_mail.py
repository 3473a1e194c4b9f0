"""Without consent to e-mail no address gets where a mailing takes its addresses from, whatever goes out."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boothapp.actions import capture, consents, demo, leads, packs, shows
from boothapp.actions.lane import here
from boothapp.crm import lead_text, tryton_values
from boothapp.crm.record import record
from boothapp.domain.consent import Consent
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.database import Store
from tests.unit.packs.workbook import sheets
from tests.unit.sheets import pages

YES, NEVER, BACK = "yes@may.example", "never@asked.example", "back@took.example"
SECOND = "second@asked.example"
NOT = (NEVER, SECOND, BACK)
ADDRESS = re.compile(r"[\w.]+@[\w.]+\.example")


def visitor(mail: str, *more: str) -> Draft:
    return Draft(
        visitor=Visitor(full_name=f"Ann {mail[:4]}", emails=(mail, *more)),
        answers={"budget": ("approved",), "need": ("urgent",), "authority": ("decides",),
                 "timing": ("quarter",)},
    )  # fmt: skip


@pytest.fixture
def pack(store: Store, tmp_path: Path) -> dict[str, bytes]:
    """The files of a pack with one who allows e-mail, one never asked, and one who took it back."""
    shows.start_new(store, "Autumn Dock", demo.demo_show())
    capture.save(store, replace(visitor(YES), consents=("mail",)))
    capture.save(store, visitor(NEVER, SECOND))
    back = capture.save(store, replace(visitor(BACK), consents=("mail", "phone"))).lead
    consents.withdraw(store, back.id, ["mail"])
    file = tmp_path / "pack.zip"
    assert packs.write(here(store), file).leads == 3
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_every_file_of_a_pack_is_looked_at_here(pack: dict[str, bytes]) -> None:
    assert set(pack) == {"leads.csv", "leads.vcf", "leads.xlsx", "manifest.json", "summary.pdf"}


def test_the_table_has_addresses_to_write_to_and_others_apart(pack: dict[str, bytes]) -> None:
    lines = list(csv.DictReader(io.StringIO(pack["leads.csv"].decode("utf-8-sig"))))
    assert {line["email"] for line in lines} == {YES, ""}
    assert {line["email_no_consent"] for line in lines} == {"", f"{NEVER}; {SECOND}", BACK}
    for line in lines:
        others = {key: text for key, text in line.items() if key not in ("email", "email_no_consent")}
        assert ADDRESS.findall(str(others)) == []


def test_the_spreadsheet_too(pack: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "leads.xlsx").write_bytes(pack["leads.xlsx"])
    for rows in sheets(tmp_path / "leads.xlsx").values():
        heads = rows[0]
        for row in rows[1:]:
            for head, cell in zip(heads, row, strict=False):
                if head.text != "No consent to e-mail":
                    assert not set(ADDRESS.findall(cell.text)) & set(NOT), head.text


def test_a_card_without_consent_has_no_address_that_a_program_takes(pack: dict[str, bytes]) -> None:
    lines = pack["leads.vcf"].decode().replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("EMAIL")] == [f"EMAIL;TYPE=INTERNET:{YES}"]
    for line in lines:
        if set(ADDRESS.findall(line)) & set(NOT):
            assert line.startswith("NOTE:")
            assert "No consent to e-mail: " in line


def test_the_summary_and_the_manifest_too(pack: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "summary.pdf").write_bytes(pack["summary.pdf"])
    shown = pages.tool("pdftotext", "-layout", "-enc", "UTF-8", str(tmp_path / "summary.pdf"), "-")
    for line in shown.splitlines():
        if set(ADDRESS.findall(line)) & set(NOT):
            assert "No consent to e-mail" in line
    assert YES in shown
    assert ADDRESS.findall(json.dumps(json.loads(pack["manifest.json"]))) == []


def one(store: Store, given: tuple[Consent, ...]) -> Lead:
    lead = capture.save(store, visitor(NEVER)).lead
    return replace(lead, consents=given)


@pytest.mark.parametrize("language", ["en", "de", "uk"])
def test_head_office_reads_it_in_the_lead(store: Store, language: str, home: Home) -> None:
    at, show = datetime.now(UTC), shows.current(store)
    without = one(store, (Consent("phone", True, at),))
    story = lead_text.story(record(show, without, None, language))
    (line,) = [line for line in story.splitlines() if NEVER in line and ":" in line]
    assert line.endswith(f": {NEVER}")
    allowed = replace(without, consents=(Consent("mail", True, at),))
    assert line not in lead_text.story(record(show, allowed, None, language))
    assert leads.find(store, without.id).allowed == ()
    values = tryton_values.texts(record(show, without, None, language))
    assert line in values["comment"]
