"""The pack as a whole: one zip, checked, put in place at once, the same for the same leads."""

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from boothapp.errors import EnvironmentFault
from boothapp.packs.manifest import damaged
from boothapp.packs.pack import build
from tests.unit.packs import workbook
from tests.unit.packs.examples import ABOUT, LEADS, lead
from tests.unit.sheets import pages

GONE = lead(9, "Gone Away", "hot", 20, withheld="consent withdrawn")


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_a_pack_holds_every_file_and_its_sums_agree(tmp_path: Path) -> None:
    report = build(tmp_path / "pack.zip", LEADS, ABOUT)
    files = unpacked(report.path)
    assert tuple(files) == report.files
    assert set(files) == {"summary.pdf", "leads.xlsx", "leads.csv", "leads.vcf", "manifest.json"}
    assert damaged(files["manifest.json"], files) == []
    assert json.loads(files["manifest.json"])["leads"] == report.leads == len(LEADS)
    assert report.sha256 == hashlib.sha256(report.path.read_bytes()).hexdigest()


def test_a_withheld_lead_is_in_no_file(tmp_path: Path) -> None:
    report = build(tmp_path / "pack.zip", [*LEADS, GONE], ABOUT)
    files = unpacked(report.path)
    assert report.withheld == (GONE,)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    rows = workbook.sheets(tmp_path / "leads.xlsx").values()
    cells = [cell.text for sheet in rows for row in sheet for cell in row]
    shown = [pages.text(tmp_path / "summary.pdf"), *cells, str(files["leads.csv"]), str(files["leads.vcf"])]
    assert [text for text in shown if "Gone Away" in text or "v9@example.org" in text] == []
    assert json.loads(files["manifest.json"])["withheld"] == [
        {"number": "A-0009", "reason": "consent withdrawn"}
    ]


def test_the_same_leads_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "a.zip", LEADS, ABOUT)
    second = build(tmp_path / "b.zip", reversed(LEADS), ABOUT)
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.sha256 != build(tmp_path / "c.zip", LEADS[1:], ABOUT).sha256


def test_a_pack_replaces_the_one_before_and_leaves_nothing_else(tmp_path: Path) -> None:
    build(tmp_path / "pack.zip", LEADS, ABOUT)
    build(tmp_path / "pack.zip", LEADS[:1], ABOUT)
    assert json.loads(unpacked(tmp_path / "pack.zip")["manifest.json"])["leads"] == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "pack.zip"]


def test_a_show_without_leads_makes_a_pack(tmp_path: Path) -> None:
    assert build(tmp_path / "pack.zip", [], ABOUT).leads == 0


def test_a_missing_folder_is_told_kindly(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be written") as told:
        build(tmp_path / "nowhere" / "pack.zip", LEADS, ABOUT)
    assert told.value.safe
    assert told.value.step


def test_a_failure_leaves_the_older_pack_alone(tmp_path: Path) -> None:
    target = tmp_path / "pack.zip"
    target.mkdir()
    (target / "kept").write_text("kept")
    with pytest.raises(EnvironmentFault):
        build(target, LEADS, ABOUT)
    assert list(tmp_path.iterdir()) == [tmp_path / "pack.zip"]
    assert (target / "kept").read_text() == "kept"


def test_a_pack_in_ukrainian_has_the_same_leads(tmp_path: Path) -> None:
    english = unpacked(build(tmp_path / "en.zip", LEADS, ABOUT).path)
    ukrainian = unpacked(build(tmp_path / "uk.zip", LEADS, replace(ABOUT, language="uk")).path)
    assert english["leads.csv"] == ukrainian["leads.csv"]


def test_a_device_is_written_to_and_never_replaced(full_device: Path, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be written"):
        build(full_device, LEADS, ABOUT)
    assert full_device.is_char_device()
    assert list(tmp_path.glob(".boothapp-pack-*")) == []
