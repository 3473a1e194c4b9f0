"""Answers of every kind, remarks, key messages and competitors: from the command line into lead and pack."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from tests.journeys.laptop import Laptop

SAID = (
    "--answer", "volume=large", "--answer", "material=steel", "--answer", "material=plastic",
    "--answer", "satisfied=2", "--answer", "robots=1,200", "--answer", "line=Line 3",
    "--remark", "doubt=Too heavy for us", "--remark", "price=A tenth less = yes",
    "--message", "day", "--competitor", "aurora  arms", "--competitor", "Kuka", "--competitor", "KUKA",
)  # fmt: skip


def test_what_was_said_reaches_lead_and_pack(laptop: Laptop, tmp_path: Path) -> None:
    laptop.does("demo", "--leads", "0", "--no-window")
    saved = laptop.does("capture", "--set", "full_name=Ada Byron", *SAID)
    [visit] = laptop.does("lead", saved["lead"])["visits"]
    assert visit["answers"] == {
        "volume": ["large"],
        "material": ["steel", "plastic"],
        "satisfied": ["2"],
        "robots": ["1200"],
        "line": ["Line 3"],
    }
    assert visit["remarks"] == [
        {"text": "Too heavy for us", "tag": "doubt"},
        {"text": "A tenth less = yes", "tag": "price"},
    ]
    assert (visit["messages"], visit["competitors"]) == (["day"], ["Aurora Arms", "Kuka"])
    pack = tmp_path / "pack.zip"
    laptop.does("pack", "-o", str(pack))
    [row] = rows(pack)
    assert row["remarks"] == "Doubt: Too heavy for us; Price: A tenth less = yes"
    assert (row["messages"], row["competitors"]) == ("Set up in a day", "Aurora Arms; Kuka")
    assert row["answer:Material"] == "Steel, Plastic"
    assert (row["answer:Robots"], row["answer:Content today"]) == ("1200 in use", "2 of 5")


def rows(pack: Path) -> list[dict[str, str]]:
    """The lines of the table in a pack."""
    with zipfile.ZipFile(pack) as files:
        name = next(one for one in files.namelist() if one.endswith(".csv"))
        return list(csv.DictReader(io.StringIO(files.read(name).decode("utf-8-sig"))))


@pytest.mark.parametrize(
    "wrong",
    [
        ("--answer", "robots=many"),
        ("--answer", "robots=-1"),
        ("--answer", "satisfied=6"),
        ("--answer", "material=wood"),
        ("--answer", "line= "),
        ("--remark", "doubt="),
        ("--remark", "dubt=too heavy"),
        ("--remark", "too heavy"),
        ("--message", "night"),
    ],
)
def test_what_makes_no_sense_is_refused_and_saves_nothing(laptop: Laptop, wrong: tuple[str, str]) -> None:
    laptop.does("demo", "--leads", "0", "--no-window")
    done = laptop.run("capture", "--set", "full_name=Ada", *wrong)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert laptop.does("leads") == []
