"""Twenty visitors with real badges: captured, rated, printed, packed, delivered once; two won, one lost."""

import json
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from boothapp.crm.target import key_of
from tests.journeys.laptop import Laptop
from tests.real.tryton import Head, SalesRep

SAMPLES = Path(__file__).parents[1] / "unit" / "badge" / "samples"
CONVERSATIONS = (
    ("--answer", "budget=approved", "--answer", "authority=decides", "--answer", "timing=quarter"),
    ("--answer", "need=clear", "--answer", "budget=planned", "--touch", "handed:polar"),
    ("--touch", "demo:live", "--touch", "trial:try"),
    ("--touch", "demo-half:live", "--interest", "cell"),
    (),
)


def badges() -> list[tuple[str, str]]:
    """Twenty real badges: pictures of codes, vCard files and payload texts, as (option, value)."""
    different = {
        file.read_text(): file.with_suffix(".png") for file in sorted((SAMPLES / "codes").glob("*.txt"))
    }
    pictures = [("--image", str(file)) for file in list(different.values())[:6]]
    cards = [("--file", str(file)) for file in sorted((SAMPLES / "vcards").glob("*.vcf"))[:10]]
    payloads = json.loads((SAMPLES / "payloads.json").read_text("utf-8"))
    people = [one["payload"] for one in payloads if one["payload"].startswith("MECARD")]
    return [*pictures, *cards, *(("--text", text) for text in people[:4])]


def captured(laptop: Laptop) -> list[str]:
    """Each badge is a conversation; what a badge lacks, staff ask for, so that every lead can be reached."""
    ids = []
    for index, (option, value) in enumerate(badges()):
        asked = ("--set", f"emails=visitor{index}@werft.example", "--set", f"company=Werft {index}")
        said = laptop.does("capture", option, value, *asked, *CONVERSATIONS[index % 5], "--consent", "mail")
        assert not said["seen_before"]
        ids.append(said["lead"])
    return ids


@pytest.fixture
def office(laptop: Laptop, tryton: Head, monkeypatch: pytest.MonkeyPatch) -> str:
    """Head office's CRM, set up on the laptop."""
    monkeypatch.setenv("BOOTHAPP_TARGET_OFFICE_SECRET", tryton.password)
    options = ("--option", f"database={tryton.database}", "--option", f"user={tryton.user}")
    laptop.does("target", "add", "office", "tryton", "--url", tryton.url, *options)
    assert laptop.does("target", "test", "office")["ok"]
    return "office"


def test_from_badge_to_won(laptop: Laptop, office: str, sales_rep: SalesRep, tmp_path: Path) -> None:
    leads = captured(laptop)
    assert len(set(leads)) == 20
    ratings = [laptop.does("lead", lead)["rating"] for lead in leads]
    assert ratings[:5] == ["hot", "warm", "hot", "cold", "cold"]

    for lead in leads:
        sheet = tmp_path / f"{lead}.pdf"
        assert laptop.does("sheet", lead, "-o", str(sheet))["pages"] == 1
        assert sound_pdf(sheet)
        (kept,) = laptop.does("lead", lead)["sheets"]
        assert (kept["as"], kept["language"]) in [("filed", "en"), ("filed", "uk"), ("filed", "de")]

    pack = laptop.does("pack", "-o", str(tmp_path / "pack.zip"))
    assert pack["leads"] == 20
    assert set(pack["files"]) == set(zipfile.ZipFile(tmp_path / "pack.zip").namelist())

    assert laptop.does("sync", office)["created"] == 20
    again = laptop.does("sync", office)
    assert (again["created"], again["updated"], again["unchanged"], again["waiting"]) == (0, 0, 20, 0)
    assert sales_rep.count_leads([key_of(lead) for lead in leads]) == 20

    # The server may hold what other tests' laptops sent: nothing of it is this laptop's.
    laptop.does("pull", office)
    sales_rep.win(key_of(leads[0]), Decimal("42000.00"))
    sales_rep.win(key_of(leads[2]), Decimal("1800.50"))
    sales_rep.lose(key_of(leads[1]), "Price")
    pulled = laptop.does("pull", office)
    assert (pulled["won"], pulled["lost"], pulled["unmatched"]) == (2, 1, 0)
    assert laptop.does("pull", office)["outcomes"] == 0

    won, lost = laptop.does("lead", leads[0])["outcome"], laptop.does("lead", leads[1])["outcome"]
    assert (won["status"], Decimal(won["amount"]), won["currency"]) == ("won", Decimal(42000), "EUR")
    assert (lost["status"], lost["reason"]) == ("lost", "Price")
    assert all(check["ok"] for check in laptop.does("check")["checks"])


def sound_pdf(file: Path) -> bool:
    """Whole by qpdf, and every font embedded by pdffonts."""
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True).stdout
    return all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:])


def test_a_lead_without_contact_is_held_back_until_released(laptop: Laptop, office: str) -> None:
    lead = laptop.does("capture", "--text", "SB00421")["lead"]
    held = laptop.run("sync", office)
    assert held.code == 1
    assert [one["lead"] for one in held.json["held_back"]] == [lead]
    assert laptop.does("lead", lead)["deliveries"][0]["state"] == "held"
    assert laptop.does("sync", office, "--release", lead)["created"] == 1


def test_another_conversation_reaches_the_lead_that_is_there(laptop: Laptop, office: str) -> None:
    badge = "MECARD:N:Ґедзь,Оксана;EMAIL:oksana@werft.example;;"
    first = laptop.does("capture", "--text", badge)
    assert laptop.does("sync", office)["created"] == 1
    second = laptop.does("capture", "--text", badge, "--answer", "budget=approved", "--set", "city=Одеса")
    assert second["seen_before"]
    assert second["lead"] == first["lead"]
    sent = laptop.does("sync", office)
    assert (sent["created"], sent["updated"]) == (0, 1)


def test_head_office_away_loses_nothing(laptop: Laptop, office: str) -> None:
    laptop.does("capture", "--text", "MECARD:N:Weiß,Änne;EMAIL:aenne@werft.example;;")
    laptop.does("target", "add", "office", "tryton", "--url", "http://127.0.0.1:9", *options())
    away = laptop.run("sync", office)
    assert away.code == 1
    assert away.json["waiting"] == 1
    assert away.json["problem"] in away.err
    assert laptop.does("leads")[0]["delivery"] == "waiting"


def options() -> tuple[str, ...]:
    return ("--option", "database=ci", "--option", "user=boothapp")
