"""Three colleagues of one company at the stand: one talk, three badges, three leads that know each other."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from tests.journeys.laptop import Laptop

COLLEAGUES = (("Vogel", "Anna"), ("Boll", "Ben"), ("Conte", "Cem"))
TALK = (
    "--answer", "budget=approved", "--answer", "need=urgent", "--interest", "cell", "--piece", "polar",
    "--touch", "demo:live", "--note", "Two lines by spring", "--by", "lange",
)  # fmt: skip


@pytest.fixture
def badges(tmp_path: Path) -> list[str]:
    """The badges of the three, each scanned into a file."""
    files = []
    for family, given in COLLEAGUES:
        file = tmp_path / f"{given}.vcf"
        card = f"N:{family};{given}\r\nFN:{given} {family}\r\nORG:Werft Nord\r\n"
        file.write_text(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}END:VCARD\r\n", "utf-8", newline="")
        files.append(str(file))
    return files


def test_the_day_of_three_colleagues(laptop: Laptop, badges: list[str], tmp_path: Path) -> None:
    anna, ben, cem = badges
    # Anna's badge is scanned, all three talk, and only Anna says that she may be written to.
    said = laptop.does("capture", "--file", anna, "--with", ben, "--with", cem, *TALK, "--consent", "mail")
    assert [one["number"] for one in said["together"]] == ["A-0002", "A-0003"]

    # In the evening each of them is a lead with the whole talk, and own consent.
    leads = [laptop.does("lead", number) for number in ("A-0001", "A-0002", "A-0003")]
    assert [lead["visitor"]["full_name"] for lead in leads] == ["Anna Vogel", "Ben Boll", "Cem Conte"]
    assert [lead["allowed"] for lead in leads] == [["mail"], [], []]
    shared = ("answers", "interests", "pieces", "note", "by")
    talks = [{name: lead["visits"][0][name] for name in shared} for lead in leads]
    assert talks[0]["note"] == "Two lines by spring"
    assert talks[1] == talks[2] == talks[0]
    assert (
        len({(lead["rating"], lead["points"], lead["owner"], str(lead["next_step"])) for lead in leads}) == 1
    )

    # Whoever calls Ben knows who stood beside him.
    assert [one["visitor"]["name"] for one in leads[1]["together"]] == ["Anna Vogel", "Cem Conte"]
    laptop.does("pack", "-o", str(tmp_path / "pack.zip"))
    rows = {row["number"]: row["together"] for row in table(tmp_path / "pack.zip")}
    assert rows["A-0002"] == "A-0001 Anna Vogel; A-0003 Cem Conte"

    # On the next day Ben comes back alone: his own visit, and nobody else's.
    again = laptop.does("capture", "--file", ben, "--set", "emails=ben@werft.example", "--note", "Signed")
    assert again["together"] == []
    assert len(laptop.does("lead", "A-0001")["visits"]) == 1


def test_a_colleague_with_an_unreadable_badge_saves_nobody(
    laptop: Laptop, badges: list[str], tmp_path: Path
) -> None:
    done = laptop.run("capture", "--file", badges[0], "--with", str(tmp_path / "none.vcf"), *TALK)
    assert done.code != 0
    assert "Traceback" not in done.err
    assert laptop.does("leads") == []


def table(pack: Path) -> list[dict[str, str]]:
    """The lines of the table in a pack."""
    with zipfile.ZipFile(pack) as files:
        return list(csv.DictReader(io.StringIO(files.read("leads.csv").decode("utf-8-sig"))))
