"""The manifest: sums of every file, and damage found."""

import pytest

import boothapp
from boothapp.packs.manifest import damaged, entry, manifest
from tests.golden.compare import assert_golden
from tests.unit.packs.examples import lead

FILES = {"leads.csv": b"number\r\n", "leads.vcf": b"BEGIN:VCARD\r\n"}


def told() -> bytes:
    held = lead(9, "Gone Away", "cold", 0, withheld="consent withdrawn")
    return manifest(
        [entry(name, data) for name, data in FILES.items()],
        leads=6,
        show="Виставка 2027",
        made_at="2027-04-20T18:00:00+02:00",
        withheld=[held],
    )


def test_the_manifest_is_as_last_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boothapp, "__version__", "1.2.3")
    assert_golden("manifest.json", told())


def test_a_withheld_visitor_is_not_named() -> None:
    assert b"Gone Away" not in told()


def test_whole_files_are_whole() -> None:
    assert damaged(told(), FILES) == []


def test_a_changed_a_lost_and_a_strange_file_are_found() -> None:
    assert damaged(told(), {**FILES, "leads.csv": b"number\n"}) == ["leads.csv"]
    assert damaged(told(), {"leads.csv": FILES["leads.csv"]}) == ["leads.vcf"]
    assert damaged(told(), {**FILES, "more.txt": b""}) == ["more.txt"]
