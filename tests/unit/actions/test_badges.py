"""From the show's kit to what is read of a badge; files of any size."""

import os
import threading
from pathlib import Path

import pytest

from boothapp import paths
from boothapp.actions import badges, shows
from boothapp.domain.show import Show
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store.database import open_store
from tests.unit.badge.test_private import LICENCE, PASSPORT

DEMO = (paths.resources() / "demo" / "show.toml").read_text("utf-8")
CURRENCY = 'currency = "EUR"'


def kit(folder: Path, licences: str) -> Path:
    file = folder / "kit.toml"
    file.write_text(DEMO.replace(CURRENCY, f"{CURRENCY}\nlicences = {licences}", 1), "utf-8")
    return file


def stored(home: Home, show: Show) -> Show:
    store = open_store(home, "for this test")
    try:
        shows.take(store, show)
        return shows.current(store)
    finally:
        store.close()


def test_a_kit_that_allows_licences_gives_name_and_address_only(home: Home, tmp_path: Path) -> None:
    show = stored(home, shows.read_kit(kit(tmp_path, "true")))
    reading = badges.scan(LICENCE, show)
    assert reading.visitor.known() == {
        "given_name": "John",
        "family_name": "Doe",
        "full_name": "John Doe",
        "street": "1 York Road",
        "city": "Nome",
        "region": "CA",
        "postal_code": "90001",
        "country": "US",
    }
    assert (reading.raw, reading.text, reading.badge_id) == (b"", "", "")
    assert badges.scan(PASSPORT, show).visitor.known() == {}


def test_a_kit_without_a_word_about_licences_takes_nothing_of_them(tmp_path: Path) -> None:
    assert badges.scan(LICENCE, shows.read_kit(kit(tmp_path, "false"))).visitor.known() == {}
    with pytest.raises(WrongCall, match="licences"):
        shows.read_kit(kit(tmp_path, '"yes"'))


def test_a_source_without_an_end_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    os.mkfifo(endless)
    written = 0

    def fill() -> None:
        nonlocal written
        try:
            with endless.open("wb", buffering=0) as sink:
                while written < 3 * badges.LARGEST_TEXT_FILE:
                    written += sink.write(bytes(65_536))
        except BrokenPipeError:
            return

    writer = threading.Thread(target=fill)
    writer.start()
    with pytest.raises(WrongCall, match="too large for a badge"):
        badges.scan_file(endless)
    writer.join()
    assert written < 2 * badges.LARGEST_TEXT_FILE
