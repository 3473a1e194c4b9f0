"""Ids captured at the door, the organiser's list comes later: every lead is completed, once."""

from pathlib import Path

import pytest

from boothapp.paths import Home
from tests.journeys.laptop import Laptop

LIST = (
    "Teilnehmerliste Automation Days\n"
    "Badge-Nr.;Vorname;Nachname;Firma;Position;E-Mail;Telefon;Land\n"
    "AD-00101;Jürgen;Müller;Nordwerft GmbH;Einkauf;j.mueller@nordwerft.example;040 5550123;Deutschland\n"
    "AD-00102;Оксана;Ґедзь;Чорноморська верф;Інженерка;o.gedz@verf.example;044 5550123;Україна\n"
    "AD-00103;Marie;Dupont;Chantiers de l’Ouest;;m.dupont@chantiers.example;;Frankreich\n"
    ";;;Eine Firma ohne Person;;;;\n"
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    made = tmp_path / "Teilnehmer.csv"
    made.write_bytes(LIST.encode("utf-16"))
    return str(made)


def test_ids_at_the_door_become_people_when_the_list_comes(laptop: Laptop, file: str) -> None:
    first = laptop.does("capture", "--text", "AD-00101", "--answer", "budget=approved")["lead"]
    other = laptop.does("capture", "--text", "102", "--set", "company=Верф Ніка")["lead"]
    wrong = laptop.does("capture", "--text", "AD-00103", "--set", "full_name=Jan Kowalski")["lead"]
    nobody = laptop.does("capture", "--text", "AD-00999")["lead"]

    done = laptop.does("attendees", "import", file)
    assert (done["imported"], done["skipped"], done["reconciled"]) == (3, 1, 2)
    assert (done["matched"], [one["lead"] for one in done["not_matched"]]) == (3, [nobody])
    conflicts = {(one["lead"], one["field"]): (one["is"], one["listed"]) for one in done["conflicts"]}
    assert conflicts == {
        (other, "company"): ("Верф Ніка", "Чорноморська верф"),
        (wrong, "full_name"): ("Jan Kowalski", "Marie Dupont"),
    }

    lead = laptop.does("lead", first)
    assert lead["visitor"]["full_name"] == "Jürgen Müller"
    assert lead["visitor"]["phones"] == [{"text": "040 5550123", "e164": "+49405550123", "kind": ""}]
    assert lead["visitor"]["country"] == "DE"
    assert (lead["rating"], lead["revision"]) == ("cold", 2)
    assert [one["action"] for one in lead["history"]] == ["captured", "completed"]
    assert laptop.does("lead", other)["visitor"]["company"] == "Верф Ніка"
    assert laptop.does("lead", wrong)["revision"] == 1
    assert [one["lead"] for one in laptop.does("leads", "--search", "mueller")] == [first]

    before = [laptop.does("lead", one) for one in (first, other, wrong, nobody)]
    again = laptop.does("attendees", "import", file)
    assert (again["imported"], again["already"], again["reconciled"]) == (0, 3, 0)
    assert [laptop.does("lead", one) for one in (first, other, wrong, nobody)] == before


def test_with_the_list_a_scan_is_a_person_at_once(laptop: Laptop, file: str) -> None:
    laptop.does("attendees", "import", file)
    decoded = laptop.does("decode", "--text", "ad-102")
    assert decoded["visitor"]["full_name"] == "Оксана Ґедзь"
    assert "company" in decoded["from_list"]
    saved = laptop.does("capture", "--text", "AD-00102", "--set", "job_title=Директорка")
    visitor = laptop.does("lead", saved["lead"])["visitor"]
    assert (visitor["job_title"], visitor["company"]) == ("Директорка", "Чорноморська верф")
    assert "company" in saved["from_list"]
    assert "job_title" not in saved["from_list"]
    card = laptop.does("decode", "--text", "MECARD:N:Somebody,Else;;")
    assert card["from_list"] == []


def test_decode_needs_no_store(home: Home) -> None:
    assert Laptop(home).does("decode", "--text", "AD-00102")["from_list"] == []
    assert not home.store.exists()


def test_columns_are_named_and_wrong_names_refused(laptop: Laptop, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Alpha,Beta\n0077,Anna Weiß\n", "utf-8")
    wrong = laptop.run("attendees", "import", str(odd), "--map", "shoe_size=Alpha")
    assert (wrong.code, wrong.out) == (2, "")
    done = laptop.does("attendees", "import", str(odd), "--map", "badge_id=Alpha", "--map", "full_name=Beta")
    assert done["columns"] == {"Alpha": "badge_id", "Beta": "full_name"}
    assert laptop.does("decode", "--text", "77")["visitor"]["full_name"] == "Anna Weiß"
    assert laptop.does("attendees", "remove") == {"removed": 1}
    assert laptop.does("decode", "--text", "77")["visitor"] == {}


@pytest.mark.parametrize("content", [b"", b"\0" * 9000, b"PK\x03\x04 no list", b"<html><table>"])
def test_what_is_no_list_is_a_sentence(laptop: Laptop, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(content)
    said = laptop.run("attendees", "import", str(file))
    assert said.code == 2
    assert "list.xlsx" in said.err
    assert "Traceback" not in said.err
    assert laptop.run("attendees", "import", str(tmp_path / "nothing.csv")).code == 2
    assert laptop.run("attendees", "import", str(tmp_path)).code == 2


def test_a_list_without_headings_in_an_odd_encoding_is_told_by_numbers(
    laptop: Laptop, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    rows = "1077;Kőszegi Zita;Gyűrű Kft.;z@gyuru.example\n1078;Tóth Jenő;Erdős Bt.;j@erdos.example\n"
    file.write_bytes(rows.encode("cp1250"))
    named = ("--map", "full_name=2", "--map", "company=3")
    done = laptop.does("attendees", "import", str(file), "--encoding", "windows-1250", *named)
    assert (done["encoding"], done["columns"]) == (
        "cp1250", {"1": "badge_id", "2": "full_name", "3": "company", "4": "emails"},
    )  # fmt: skip
    visitor = laptop.does("decode", "--text", "1077")["visitor"]
    assert (visitor["full_name"], visitor["company"]) == ("Kőszegi Zita", "Gyűrű Kft.")
    for wrong in (("--encoding", "klingon"), ("--map", "full_name=9"), ("--map", "full_name=0")):
        said = laptop.run("attendees", "import", str(file), *wrong)
        assert said.code == 2
        assert "Traceback" not in said.err


def test_ids_that_were_numbers_for_a_while_meet_their_badges(laptop: Laptop, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Badge ID,Name\n421.0,Anna Weiß\n4.711E+03,Jan Kowalski\n33.0,Eva Novák\n", "utf-8")
    lead = laptop.does("capture", "--text", "00033")["lead"]
    ran = laptop.run("attendees", "import", str(file))
    assert "421.0 = 421" in ran.err
    done = laptop.does("attendees", "import", str(file))
    assert (done["already"], done["ids"]["restored"], done["gone"]) == (3, 3, 0)
    assert done["by_zeros"] == [{"lead": lead, "number": "A-0001", "badge_id": "00033", "listed": "33"}]
    for badge, name in (("421", "Anna Weiß"), ("4711", "Jan Kowalski")):
        read = laptop.does("decode", "--text", badge)
        assert (read["visitor"]["full_name"], read["warnings"]) == (name, [])
    assert "421" in laptop.does("decode", "--text", "00421")["warnings"][-1]


def test_several_leads_of_one_attendee_are_named_and_stay(laptop: Laptop, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Badge ID,Pseudonymization ID,Name\nAD-421,K7Q2M9XPRZ,Anna Weiß\nAD-422,,Jan\n", "utf-8")
    both = [laptop.does("capture", "--text", badge)["lead"] for badge in ("AD-421", "K7Q2M9XPRZ")]
    laptop.does("capture", "--text", "AD-422")
    done = laptop.does("attendees", "import", str(file))
    assert [(one["name"], [each["lead"] for each in one["leads"]]) for one in done["one_attendee"]] == [
        ("Anna Weiß", both)
    ]
    assert len(laptop.does("leads")) == 3
    newer = tmp_path / "newer.csv"
    newer.write_text("Badge ID,Name\nAD-422,Jan\nAD-423,Ida\n", "utf-8")
    done = laptop.does("attendees", "import", str(newer))
    assert (done["new"], done["already"], done["gone"], done["people"]) == (1, 1, 1, 3)
