"""Consent from the shell: asked, proved on paper, taken back, and heeded by every pack."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from tests.journeys.laptop import Laptop
from tests.unit.sheets import pages


@pytest.fixture
def lead(laptop: Laptop) -> str:
    laptop.does("demo", "--leads", "0", "--no-window")
    details = ("--set", "full_name=Anna Vogel", "--set", "emails=anna@vogel.example")
    return str(laptop.does("capture", *details, "--consent", "mail,phone", "--by", "lange")["number"])


def addresses(laptop: Laptop, file: Path) -> set[str]:
    laptop.does("pack", "-o", str(file))
    with zipfile.ZipFile(file) as pack:
        lines = csv.DictReader(io.StringIO(pack.read("leads.csv").decode("utf-8-sig")))
        return {line["email"] for line in lines}


def test_the_receipt_is_one_page_and_kept_as_proof(laptop: Laptop, lead: str, tmp_path: Path) -> None:
    file = tmp_path / "receipt.pdf"
    said = laptop.does("receipt", lead, "-o", str(file), "--language", "uk")
    assert (said["pages"], said["purposes"], said["language"]) == (1, ["mail", "phone"], "uk")
    assert pages.pages(file) == 1
    assert pages.codes(file) == [said["text"]]
    [proof] = laptop.does("lead", lead)["receipts"]
    assert (proof["sha256"], proof["as"]) == (said["sha256"], "receipt filed")


def test_what_is_taken_back_is_in_no_mail_list(laptop: Laptop, lead: str, tmp_path: Path) -> None:
    assert addresses(laptop, tmp_path / "before.zip") == {"anna@vogel.example"}
    assert laptop.does("withdraw", lead, "mail", "--by", "bondar")["allowed"] == ["phone"]
    assert addresses(laptop, tmp_path / "after.zip") == {""}
    last = laptop.does("lead", lead)["consent"][-1]
    assert (last["purpose"], last["given"], last["staff"]) == ("mail", False, "bondar")
    assert laptop.does("withdraw", lead)["withdrawn"] == ["phone"]
    again = laptop.run("withdraw", lead)
    assert (again.code, again.json["withdrawn"]) == (0, [])
    assert "nothing that could be taken back" in again.err


@pytest.mark.parametrize("words", [
    ("withdraw", "A-0099"), ("withdraw", "A-0001", "fax"), ("withdraw", "A-0001", "--by", "nobody"),
    ("receipt", "A-0099", "-o", "r.pdf"), ("receipt", "A-0001", "-o", "r.pdf", "--language", "fr"),
])  # fmt: skip
def test_a_wrong_call_is_told_and_changes_nothing(laptop: Laptop, lead: str, words: tuple[str, ...]) -> None:
    before = laptop.does("lead", lead)
    said = laptop.run(*words)
    assert said.code == 2
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert laptop.does("lead", lead) == before
