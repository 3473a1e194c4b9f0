"""`decode` says what `capture` would save: with the open show's country, code page and badge format."""

from pathlib import Path

import pytest

from boothapp.paths import Home
from tests.journeys.laptop import Laptop

KIT = """
id = "odd"
name = "Odd Badges"
country = "DE"
code_page = "koi8-u"

[badge]
kind = "delimited"
delimiter = "~"
takes = [
    { field = "company", part = "1" },
    { field = "family_name", part = "2" },
    { field = "phones", part = "3" },
]
"""


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    made = tmp_path / "badge.txt"
    made.write_bytes("Нева~Шевчук~030 901820".encode("koi8-u"))
    return made


def test_decode_says_what_capture_saves(laptop: Laptop, tmp_path: Path, badge: Path) -> None:
    kit = tmp_path / "show.toml"
    kit.write_text(KIT, "utf-8")
    laptop.does("show", "import", str(kit))
    decoded = laptop.does("decode", "--file", str(badge))
    saved = laptop.does("capture", "--file", str(badge))
    visitor = laptop.does("lead", saved["lead"])["visitor"]
    assert {name: value for name, value in visitor.items() if name in decoded["visitor"]} == decoded[
        "visitor"
    ]
    assert (visitor["company"], visitor["phones"][0]["e164"]) == ("Нева", "+4930901820")
    assert decoded["warnings"] == saved["warnings"]


def test_decode_needs_neither_store_nor_key(laptop: Laptop, home: Home, tmp_path: Path) -> None:
    card = "MECARD:N:Bee,Anna;TEL:030 901820;;"
    assert laptop.does("decode", "--text", card)["visitor"]["phones"][0]["e164"] == "+4930901820"
    elsewhere = Laptop(Home(tmp_path / "elsewhere"))
    assert not elsewhere.does("decode", "--text", card)["visitor"]["phones"][0].get("e164")
    assert not elsewhere.home.store.exists()
